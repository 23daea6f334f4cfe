"""What every answer from records needs: the catalogue, the words of the reader's language, and citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from assistant.types import Outcome, Sentence, SentenceKind
from assistant.understanding.filters import Asked
from assistant.writing.record_citing import Key, RecordCiter
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
        return RecordCiter(self.hits([*((kind, id_) for id_ in ids), *others]))

    def lead(self, text: str) -> Sentence:
        """Return a sentence of our own frame."""
        return Sentence(text, SentenceKind.LEAD, self.words.language.value)

    def notice(self, text: str) -> Sentence:
        """Return a remark of ours."""
        return Sentence(text, SentenceKind.NOTICE, self.words.language.value)

    def worded(self, text: str, citations: Iterable[int]) -> Sentence:
        """Return a worded finding with its citations, each once."""
        numbers = tuple(dict.fromkeys(citations))
        return Sentence(text, SentenceKind.WORDED, self.words.language.value, numbers)


def written(
    sentences: Sequence[Sentence],
    citer: RecordCiter,
    records: Sequence[RecordRef],
    follow_ups: Sequence[str] = (),
) -> Written:
    """Return the answer of what was worded and cited."""
    return Written(
        tuple(sentences),
        tuple(citer.citations),
        Outcome.ANSWERED,
        follow_ups=tuple(follow_ups),
        records=tuple(records),
    )


def filter_words(asked: Asked, words: Words) -> str:
    """Return the filters of a question as people say them: "deeltijd, Ad, techniek, Overijssel"; "" for none."""
    wanted = asked.filter
    said = [
        words.value(facet, value)
        for facet in ("mode", "kind", "level", "field", "provider", "language", "start")
        for value in getattr(wanted, facet)
    ]
    if wanted.near is not None:
        said.append(words.fill("within", {"km": words.number(wanted.near.km), "place": asked.near}))
    elif wanted.place:
        said += asked.areas
    if wanted.max_months is not None:
        key = "at_most_months" if wanted.max_months.is_integer() else "less_months"
        said.append(words.fill(key, {"months": words.number(round(wanted.max_months))}))
    if wanted.max_euro is not None:
        key = "at_most_euro" if wanted.max_euro.is_integer() else "less_euro"
        said.append(words.fill(key, {"euro": words.number(round(wanted.max_euro))}))
    return ", ".join((*dict.fromkeys(said), *((wanted.text,) if wanted.text else ())))
