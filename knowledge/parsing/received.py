"""A file as it came in, and the one way to refuse it."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """The bytes of one file with its name (for messages and as a hint of its type) and the caps."""

    name: str
    data: bytes
    limits: ParsingLimits
    mapping: str = ""
    """The text of the mapping file beside a table (`importing.offer_table`), "" when there is none."""

    @property
    def suffix(self) -> str:
        """The ending of the name in lower case with its dot, or ""."""
        stem, dot, ending = self.name.rpartition(".")
        return f".{ending.lower()}" if dot and stem else ""

    def refusal(self, reason: str, cure: str) -> UnreadableFileError:
        """Return the error that says what was found in this file and what to do about it."""
        return UnreadableFileError(visible_name(self.name), reason, cure)


def visible_name(name: str) -> str:
    """Return `name` with every control, invisible or undecodable character written as an escape."""
    return "".join(
        character
        if character.isprintable()
        else character.encode("unicode_escape", "surrogatepass").decode("ascii")
        for character in name
    )
