"""What every answer from records needs: the catalogue, the words of the reader's language, and citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.types import Filter, Outcome, Sentence, SentenceKind
from assistant.understanding.chips import near_value
from assistant.understanding.filters import Asked
from assistant.writing.record_citing import Hits, Key, RecordCiter
from assistant.writing.record_covering import covered
from assistant.writing.record_words import Words
from assistant.writing.seam import Written
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.store.catalogue import StoredCatalogue
from knowledge.types import Hit, RecordRef


@dataclass(frozen=True, slots=True)
class Desk:
    """One reader's view of the records on one day."""

    catalogue: StoredCatalogue
    words: Words
    today: date
    hits: Callable[[Iterable[Key]], Mapping[Key, Hit]]
    """Gives the passages that word records, those that there are."""

    @property
    def gazetteer(self) -> Gazetteer:
        """Where places are."""
        return self.catalogue.gazetteer

    def citer(self, kind: str, ids: Sequence[str], others: Sequence[Key] = ()) -> RecordCiter:
        """Return what cites the records with these ids, and others."""
        known = self.hits([*((kind, id_) for id_ in ids), *others])
        return RecordCiter(Hits(self.hits, known), self.words.organisations)

    def lead(self, text: str) -> Sentence:
        """Return a sentence of our own frame."""
        return Sentence(text, SentenceKind.LEAD, self.words.language.value)

    def notice(self, text: str, citations: Iterable[int] = ()) -> Sentence:
        """Return a remark of ours, with citations where it names what records hold."""
        return Sentence(text, SentenceKind.NOTICE, self.words.language.value, tuple(dict.fromkeys(citations)))

    def worded(self, text: str, citations: Iterable[int]) -> Sentence:
        """Return a worded finding with its citations, each once."""
        numbers = tuple(dict.fromkeys(citations))
        return Sentence(text, SentenceKind.WORDED, self.words.language.value, numbers)

    def computed(self, text: str, citations: Iterable[int]) -> Sentence:
        """Return what follows from figures, with the citations of these."""
        return Sentence(
            text, SentenceKind.COMPUTED, self.words.language.value, tuple(dict.fromkeys(citations))
        )


def written(
    sentences: Sequence[Sentence],
    citer: RecordCiter,
    records: Sequence[RecordRef],
    follow_ups: Sequence[str] = (),
) -> Written:
    """Return the answer of what was worded and cited; its citations take in what is said."""
    whole = covered(sentences, citer)
    return Written(
        whole,
        tuple(citer.citations),
        Outcome.ANSWERED,
        follow_ups=tuple(follow_ups),
        records=tuple(records),
    )


def chips(asked: Asked, words: Words) -> tuple[Filter, ...]:
    """Return the filters of a question, each with its value and as people say it."""
    wanted = asked.filter
    found = [
        Filter(facet, value, words.value(facet, value))
        for facet in ("mode", "kind", "level", "field", "provider", "language", "start")
        for value in getattr(wanted, facet)
    ]
    if wanted.near is not None:
        values = {"km": words.number(wanted.near.km), "place": asked.near}
        found.append(Filter("near", near_value(wanted.near, asked.near), words.fill("within", values)))
    found += [Filter("place", area, area) for area in asked.areas if area in wanted.place]
    if wanted.max_months is not None:
        found.append(_limit("max_months", "months", wanted.max_months, words))
    if wanted.max_euro is not None:
        found.append(_limit("max_euro", "euro", wanted.max_euro, words))
    if wanted.text:
        found.append(Filter("text", wanted.text, f"{words.say('label_codes')} {wanted.text}"))
    return tuple(dict.fromkeys(found))


def _limit(kind: str, unit: str, limit: float, words: Words) -> Filter:
    """Return a limit as a filter; one that is not whole is what "less than" leaves below a whole one."""
    key = f"{'at_most' if limit.is_integer() else 'less'}_{unit}"
    return Filter(kind, f"{limit:.10g}", words.fill(key, {unit: words.number(round(limit))}))


def filter_words(asked: Asked, words: Words) -> str:
    """Return the filters of a question as people say them: "deeltijd, Ad, techniek, Overijssel"; "" for none."""
    return ", ".join(dict.fromkeys(chip.text for chip in chips(asked, words)))
