"""The nouns of this measurement: passages that are cited, and sentences that cite them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from assistant.verification.evidence import EvidenceText, check_sentence

PARAPHRASES = Path(__file__).parents[1] / "datasets" / "paraphrases.jsonl"
"""Free paraphrases of library passages in three languages, written by hand as a careful model words them."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage as a model is given it: title and headings, and the text."""

    context: str
    text: str


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence beside the passages that it cites.

    `planted` is the kind of error, "" for a true sentence. `origin` says how the sentence came about,
    `source` which document or record it is of. `swaps` are sentences that say the same of another row of
    the passages and are false.
    """

    sentence: str
    cited: tuple[Cited, ...]
    language: str
    origin: str
    source: str
    planted: str = ""
    swaps: tuple[str, ...] = field(default=(), compare=False)

    @property
    def part(self) -> str:
        """The half that it belongs to, "tune" or "test", by document or record."""
        return part_of(self.source)

    @property
    def evidence(self) -> str:
        """All that it cites, as one text."""
        return "\n".join(f"{one.context}\n{one.text}" for one in self.cited)


Check = Callable[[Case], str]
"""Returns the reason why a sentence is not shown, or ""."""


def checked(case: Case) -> str:
    """Ask the product's verification."""
    texts = [EvidenceText(str(number), one.text, one.context) for number, one in enumerate(case.cited, 1)]
    return check_sentence(case.sentence, texts).reason


def part_of(source: str) -> str:
    """Return the half of a document or record: what is tuned on must not be what is reported."""
    return "test" if int(hashlib.sha256(source.encode()).hexdigest(), 16) % 2 else "tune"


def read_paraphrases(path: Path = PARAPHRASES) -> Iterator[Case]:
    """Yield the true sentences of a file of paraphrases."""
    for line in path.read_text("utf-8").splitlines():
        row: Mapping[str, str] = json.loads(line)
        cited = Cited(f"{row['title']} › {row['heading']}", row["passage"])
        yield Case(row["sentence"], (cited,), row["language"], "written by hand", row["source"])
