"""How the tests read a library document: front matter, paragraphs, sentences, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

import knowledge.library

LIBRARY = Path(knowledge.library.__file__).parent
MARK = re.compile(r"\[\^([^\]]+)\]")
DEFINITION = re.compile(r"^\[\^([^\]]+)\]: (.*)$", re.MULTILINE)
SENTENCE_END = re.compile(r"(?<=[.!?:])\s+(?=[A-Z0-9'])")


@dataclass(frozen=True, slots=True)
class Document:
    path: Path
    front: dict[str, object]
    body: str
    notes: dict[str, str]

    @property
    def name(self) -> str:
        return self.path.relative_to(LIBRARY).as_posix()

    @property
    def paragraphs(self) -> list[str]:
        """Paragraphs and lists, with their note marks; headings left out."""
        text = "\n".join("" if line.startswith("#") else line for line in self.body.splitlines())
        return [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]

    @property
    def lines(self) -> list[str]:
        return [line.removeprefix("- ") for block in self.paragraphs for line in block.splitlines()]

    @property
    def sentences(self) -> list[str]:
        """The sentences without their note marks."""
        return [one for line in self.lines for one in SENTENCE_END.split(MARK.sub("", line))]


def read(path: Path) -> Document:
    _, front, rest = path.read_text(encoding="utf-8").split("---\n", 2)
    return Document(
        path, yaml.safe_load(front), DEFINITION.sub("", rest).strip(), dict(DEFINITION.findall(rest))
    )


DOCUMENTS = [read(path) for path in sorted(LIBRARY.rglob("*.md")) if path.name != "README.md"]


def words(text: str) -> list[str]:
    return re.findall(r"[\w%]+", text.lower())
