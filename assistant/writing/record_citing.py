"""Citations of records: the stretch of the worded row that holds what is said, with the source of that very field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from assistant.types import Citation
from assistant.writing.citing import citation_of
from knowledge.catalogue.facts import Provenance
from knowledge.types import Hit, RecordRef

PARTS = re.compile(r";\s+(?=[A-ZÀ-Þ][\w -]{2,24}: )")
"""Between the labelled parts of a worded record ("...; Plaats: Enschede; Duur: 48 maanden")."""

IDENTITY = ("Aanbieder", "Vorm", "Niveau", "Plaats")
"""The parts that say which offer it is; they follow its name."""

Key = tuple[str, str]


class Hits(Mapping[Key, Hit]):
    """The passages that word records: those given, and any other looked up when it is cited, since what an answer names is
    known only while it is written.
    """

    def __init__(
        self,
        look_up: Callable[[Iterable[Key]], Mapping[Key, Hit]],
        known: Mapping[Key, Hit] | None = None,
    ) -> None:
        self._look_up = look_up
        self._found: dict[Key, Hit | None] = dict(known or {})

    def __getitem__(self, key: Key) -> Hit:
        if key not in self._found:
            self._found[key] = self._look_up([key]).get(key)
        hit = self._found[key]
        if hit is None:
            raise KeyError(key)
        return hit

    def __iter__(self) -> Iterator[Key]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


@dataclass(slots=True)
class RecordCiter:
    """Collects the citations of one answer; the same stretch with the same source is one citation."""

    hits: Mapping[Key, Hit]
    organisations: Mapping[str, str] = field(default_factory=dict)
    """Names of organisations by id: what an answer names and the cited record does not is looked for there."""
    citations: list[Citation] = field(default_factory=list)
    cited: dict[RecordRef, None] = field(default_factory=dict)
    passages: dict[int, Hit] = field(default_factory=dict)
    """The whole passage that each citation is of."""

    def cite(
        self, key: Key, labels: Iterable[str], about: Provenance | None = None, needle: str = ""
    ) -> tuple[int, ...]:
        """Cite the parts of a record up to the last of `labels`, or all of it when it has none of them.

        With a `needle` that the record's words do not hold, all of it is cited. () when the record has no passage.
        """
        hit = self.hits.get(key)
        if hit is None:
            return ()
        text = hit.passage.text
        end = _end_of(text, tuple(labels))
        if needle and needle not in text[:end]:
            end = len(text)
        made = citation_of(len(self.citations) + 1, hit, 0, end)
        if about is not None:
            made = replace(made, url=about.url or made.url, as_of=about.as_of or made.as_of)
        if hit.passage.record is not None:
            self.cited.setdefault(hit.passage.record)
        for known in self.citations:
            if replace(known, number=made.number) == made:
                return (known.number,)
        self.citations.append(made)
        self.passages[made.number] = hit
        return (made.number,)

    def extend(self, number: int, place: int) -> None:
        """Let the quote of a citation go on to the end of the part of its record that holds `place`."""
        at, hit = number - 1, self.passages[number]
        known = self.citations[at]
        ends = (match.start() for match in PARTS.finditer(hit.passage.text, place))
        longer = citation_of(number, hit, 0, next(ends, len(hit.passage.text)))
        self.citations[at] = replace(longer, url=known.url, as_of=known.as_of)

    def holds(self, key: Key, needle: str) -> bool:
        """Say whether the words of a record hold a text."""
        hit = self.hits.get(key)
        return hit is not None and needle in hit.passage.text


def _end_of(text: str, labels: tuple[str, ...]) -> int:
    """Return where the last part with one of the labels ends; the end of the text when none is there."""
    starts = [0, *(match.end() for match in PARTS.finditer(text))]
    ends = [*(match.start() for match in PARTS.finditer(text)), len(text)]
    found = [
        end
        for start, end in zip(starts, ends, strict=True)
        if any(text.startswith(f"{label}:", start) for label in labels)
    ]
    return max(found, default=len(text) if not starts[1:] else ends[0]) if labels else len(text)
