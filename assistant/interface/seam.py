"""What the page asks of the rest of the house. The store and the conversation room implement it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from assistant.types import Turn
from knowledge.types import Audience


@dataclass(frozen=True, slots=True)
class PassageView:
    """A cited passage in its surroundings, as the sources panel shows it.

    `before`, `passage` and `after` are consecutive stretches of the text of one page; `start` is the
    page offset of the first character of `passage`, so that a citation's own offsets fall inside.
    `locator` is written for people ("pagina 4", "paragraaf Toelating"). `has_picture` says that
    `SourceReader.page_picture` can draw the page, `is_row` that the passage is a row of a table or a record.
    Unknown text fields are "".
    """

    source_id: str
    title: str
    publisher: str
    url: str
    as_of: str
    locator: str
    heading_path: tuple[str, ...]
    before: str
    passage: str
    after: str
    start: int
    language: str
    page_number: int
    has_picture: bool
    is_row: bool = False


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """How much is known, and until when it was checked (None: no source says so)."""

    documents: int
    passages: int
    newest_checked_on: date | None


class SourceReader(Protocol):
    """Reads sources for a person. What the audience may not see is treated as what does not exist."""

    def passage_view(self, passage_id: str, audience: Audience) -> PassageView | None:
        """Return the passage in its surroundings, or None when it is unknown to this audience."""
        ...

    def page_picture(self, source_id: str, page_number: int, quote: str, audience: Audience) -> bytes | None:
        """Return the page as a PNG with `quote` highlighted, or None when there is no such picture."""
        ...

    def library_status(self) -> LibraryStatus:
        """Return the size and the freshness of the library that answers come from."""
        ...


class ConversationStore(Protocol):
    """Keeps a conversation after the person agreed. A session id is an unguessable string of ours."""

    def save(self, session_id: str, turns: tuple[Turn, ...]) -> None:
        """Replace what is kept of this session with `turns`, oldest first."""
        ...

    def load(self, session_id: str) -> tuple[Turn, ...]:
        """Return the kept turns, oldest first; empty when nothing is kept."""
        ...

    def delete(self, session_id: str) -> None:
        """Forget the session; a session that is not kept is no error."""
        ...
