"""The settings of the assistant. The environment is read here and nowhere else.

Precedence: flag, then environment, then default. Every default says why it is what it is.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NoReturn
from urllib.parse import urlsplit, urlunsplit

from knowledge.errors import SettingError

DEFAULT_MODEL = "gpt-4.1-mini"
"""Used with a bare OPENAI_API_KEY: it starts to write at once, where reasoning models stay silent first."""

OPENAI_URL = "https://api.openai.com/v1"


class Secret:
    """A text that shows itself only when asked to: not in repr, str, format, asdict or a traceback."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the text."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(***)"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)

    def __bool__(self) -> bool:
        return bool(self._text)

    def __reduce__(self) -> NoReturn:
        raise TypeError("Secret is not written down.")

    def __deepcopy__(self, memo: object) -> Secret:
        return self


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which chat model words the answers, and how long and how much it may talk."""

    name: str
    url: str = OPENAI_URL
    key: Secret = field(default_factory=lambda: Secret(""))
    deadline_seconds: float = 30.0
    """Past this people have left; the extractive answer takes over."""
    first_token_seconds: float = 10.0
    """A model that has not said a word by now rarely ends within the deadline."""
    answer_tokens: int = 700
    """About 400 Dutch words: three times the longest answer that people read to the end."""
    daily_tokens: int = 2_000_000
    """Prompt and answer of a thousand questions; past it answers are extractive until midnight."""

    @property
    def is_openai(self) -> bool:
        """Say whether the endpoint is OpenAI's own or Azure's, which know `max_completion_tokens` only."""
        host = urlsplit(self.url).hostname or ""
        return host == "api.openai.com" or host.endswith((".openai.com", ".azure.com"))


@dataclass(frozen=True, slots=True)
class AssistantSettings:
    """Who words the answers, and where the page is served. `model` is None in the embedded mode."""

    model: ModelSettings | None = None
    host: str = "127.0.0.1"
    """This machine only: serving a network is a decision, not a default."""
    port: int = 7860
    allowed_hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    """Values of the Host header that are answered; others get 400 (DNS rebinding)."""
    message_characters: int = 4_000
    """A page and a half of text; the longest question seen in chats of schools is under 1,500."""
    answer_processes: int = 0
    """Processes that make answers for the page, beside the one that serves it; 0 answers in that one.

    With a model there are none: its answers are waiting, not work.
    """

    @property
    def fingerprint(self) -> str:
        """Short hash of what shapes an answer; it goes into every eval run and holds no secret."""
        model = self.model
        shape = f"{model.url} {model.name} {model.answer_tokens}" if model else "extractive"
        return hashlib.sha256(shape.encode()).hexdigest()[:12]


def settings_from(
    environment: Mapping[str, str], host: str | None = None, port: int | None = None
) -> AssistantSettings:
    """Read the settings of the assistant; `host` and `port` are flags and win.

    Raises `SettingError` for a value that cannot be used.
    """
    served_at = host or _text(environment, "LEERWIJZER_HOST") or "127.0.0.1"
    chosen_port = port if port is not None else int(_number(environment, "LEERWIJZER_PORT", 7860, 1, 65_535))
    model = _model(environment)
    return AssistantSettings(
        model=model,
        host=served_at,
        port=chosen_port,
        allowed_hosts=_allowed_hosts(environment, served_at),
        answer_processes=_answer_processes(environment, model),
    )


MOST_BY_ITSELF = 3
"""Answering processes that are started unasked: each takes about 250 MB."""


def _answer_processes(environment: Mapping[str, str], model: ModelSettings | None) -> int:
    """Return LEERWIJZER_ANSWER_PROCESSES, else one per core that is left beside the serving process; 0 with a model."""
    left = len(os.sched_getaffinity(0)) - 1
    asked = int(_number(environment, "LEERWIJZER_ANSWER_PROCESSES", min(left, MOST_BY_ITSELF), 0, 64))
    return 0 if model is not None else asked


def _model(environment: Mapping[str, str]) -> ModelSettings | None:
    """Return the model to use, or None when neither a key nor an address is given.

    An address without a name is refused rather than guessed from `/models`: several servers list an
    embedder first, the name belongs in the fingerprint, and reading settings must not need a network.
    """
    key = _text(environment, "OPENAI_API_KEY")
    url = _text(environment, "LEERWIJZER_MODEL_URL")
    name = _text(environment, "LEERWIJZER_MODEL")
    if not key and not url:
        if name:
            raise SettingError(
                "LEERWIJZER_MODEL",
                name,
                "ook een OPENAI_API_KEY of LEERWIJZER_MODEL_URL, want zonder is er geen model",
            )
        return None
    if url and not name:
        raise SettingError(
            "LEERWIJZER_MODEL", "", "de naam van een model op LEERWIJZER_MODEL_URL, zoals `qwen3:8b`"
        )
    deadline = _number(environment, "LEERWIJZER_DEADLINE_SECONDS", 30.0, 1, 600)
    first = _number(environment, "LEERWIJZER_FIRST_TOKEN_SECONDS", min(10.0, deadline), 0.5, deadline)
    return ModelSettings(
        name=name or DEFAULT_MODEL,
        url=_address(url) if url else OPENAI_URL,
        key=Secret(key),
        deadline_seconds=deadline,
        first_token_seconds=first,
        answer_tokens=int(_number(environment, "LEERWIJZER_ANSWER_TOKENS", 700, 50, 20_000)),
        daily_tokens=int(_number(environment, "LEERWIJZER_DAILY_TOKENS", 2_000_000, 0, 10_000_000_000)),
    )


def _address(url: str) -> str:
    """Return `url` without a trailing slash; it must be http(s), have a host, and carry no password."""
    expected = "een adres dat met http:// of https:// begint, zoals http://127.0.0.1:11434/v1"
    try:
        parts = urlsplit(url)
        has_host, _ = bool(parts.hostname), parts.port
    except ValueError as error:
        raise SettingError("LEERWIJZER_MODEL_URL", "geen adres", expected) from error
    shown = urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], parts.path, "", ""))
    if parts.scheme not in ("http", "https") or not has_host:
        raise SettingError("LEERWIJZER_MODEL_URL", shown, expected)
    if parts.username or parts.password or parts.query:
        raise SettingError(
            "LEERWIJZER_MODEL_URL",
            shown,
            "een adres zonder wachtwoord of sleutel erin (die hoort in OPENAI_API_KEY)",
        )
    return url.rstrip("/")


def _allowed_hosts(environment: Mapping[str, str], served_at: str) -> tuple[str, ...]:
    """Return this machine's names, the address that is served, and LEERWIJZER_ALLOWED_HOSTS."""
    extra = tuple(
        part.strip() for part in _text(environment, "LEERWIJZER_ALLOWED_HOSTS").split(",") if part.strip()
    )
    for host in extra:
        if "/" in host or " " in host:
            raise SettingError(
                "LEERWIJZER_ALLOWED_HOSTS", host, "namen met komma's ertussen, zonder http:// en zonder pad"
            )
    own = () if served_at in ("0.0.0.0", "::") else (served_at,)  # noqa: S104 - comparing, not binding
    return tuple(dict.fromkeys((*AssistantSettings().allowed_hosts, *own, *extra)))


def _text(environment: Mapping[str, str], name: str) -> str:
    return environment.get(name, "").strip()


def _number(environment: Mapping[str, str], name: str, default: float, low: float, high: float) -> float:
    """Return the number under `name`, or `default`; outside [low, high] is a `SettingError`."""
    found = _text(environment, name)
    if not found:
        return default
    whole = isinstance(default, int)
    expected = f"een {'geheel getal' if whole else 'getal'} van {low:g} tot en met {high:g}"
    try:
        value = int(found) if whole else float(found.replace(",", "."))
    except ValueError as error:
        raise SettingError(name, found, expected) from error
    if not low <= value <= high:
        raise SettingError(name, found, expected)
    return value
