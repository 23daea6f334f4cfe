"""A chat model that says what it was given: for evals and demonstrations, without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult

PIECE_CHARACTERS = 4
"""About the length of a token, so that markers and words arrive in parts, as they do from a model."""


class ScriptedChatModel(BaseChatModel):
    """Answers each prompt with `script(prompt text)`, in small pieces, and ends with `finish_reason`."""

    script: Callable[[str], str]
    finish_reason: str = "stop"

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _answer(self, messages: list[BaseMessage]) -> str:
        return self.script("\n".join(str(message.text) for message in messages))

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> ChatResult:
        return ChatResult(generations=[ChatGeneration(message=AIMessage(self._answer(messages)))])

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **kwargs: Any,
    ) -> Iterator[ChatGenerationChunk]:
        text = self._answer(messages)
        for start in range(0, len(text), PIECE_CHARACTERS):
            yield ChatGenerationChunk(message=AIMessageChunk(content=text[start : start + PIECE_CHARACTERS]))
        end = AIMessageChunk(content="", response_metadata={"finish_reason": self.finish_reason})
        yield ChatGenerationChunk(message=end)
