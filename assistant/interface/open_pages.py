"""What Gradio keeps of every open page, made lean: the values of its states, and no copy of the whole page.

Gradio copies the settings of all components for each page, and again whenever one changes, for links that restore a page
(`/gradio_api/deep_link`, which is shut here). That was 0.3 MB per page, kept for 10,000 pages, and a tenth of the
processor time of an answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import gradio as gr
from gradio.state_holder import SessionState, StateHolder

MOST_PAGES = 300
"""Pages that are open at the same moment, one and a half times the crowd that is asked for: with a long conversation each, about 45 MB.
The longest untouched one leaves first."""


class OpenPages(StateHolder):  # type: ignore[misc]  # Gradio is not typed
    """The pages that are open, each without the settings of its components."""

    def __init__(self, blocks: gr.Blocks) -> None:
        """Keep at most `MOST_PAGES` pages of `blocks`."""
        super().__init__()
        blocks.state_session_capacity = MOST_PAGES
        self.set_blocks(blocks)

    def __getitem__(self, session_id: str) -> SessionState:
        """Return the state of a page, a new one for a page that is not known."""
        if session_id not in self.session_data:
            page = SessionState(_Unlisted(self.blocks.default_config))
            page.blocks_config.config_for_block = _no_settings
            self.session_data[session_id] = page
        return super().__getitem__(session_id)


@dataclass(frozen=True, slots=True)
class _Unlisted:
    """A page as a new state of it sees it: with no component of which the settings would be copied."""

    default_config: Any
    blocks: Mapping[int, Any] = field(default_factory=dict)


def _no_settings(_id: int, rendered_ids: Any, block: Any) -> dict[str, Any]:
    """Stand in for what lists the settings of a component."""
    return {}
