"""A refusal that shows what stands nearest: first that it may be no answer, then the quotes, last who would know."""

from __future__ import annotations

from assistant.types import Citation, Outcome, Sentence, SentenceKind
from assistant.writing.nearest import with_nearest
from assistant.writing.seam import Written


def citation(number: int, title: str) -> Citation:
    return Citation(
        number=number,
        source_id=title,
        passage_id=f"{title}-1",
        title=title,
        locator="",
        quote="tekst",
        url="",
        page_number=1,
        start=0,
        end=5,
    )


REFUSAL = Written(
    (
        Sentence("Dat staat niet in mijn bronnen.", SentenceKind.NOTICE, "nl"),
        Sentence("Bel DUO.", SentenceKind.WORDED, "nl", (1,)),
    ),
    (citation(1, "loketten"),),
    Outcome.REFUSED,
)
NEAREST = Written(
    (
        Sentence("Het dichtst bij staat dit:", SentenceKind.NOTICE, "nl"),
        Sentence("tekst", SentenceKind.QUOTE, "nl", (1,)),
    ),
    (citation(1, "gids"),),
    Outcome.REFUSED,
)


def test_it_stays_a_refusal_and_says_so_first() -> None:
    found = with_nearest(REFUSAL, NEAREST)
    assert found.outcome is Outcome.REFUSED
    assert [one.text for one in found.sentences] == ["Het dichtst bij staat dit:", "tekst", "Bel DUO."]


def test_every_sentence_keeps_the_source_it_rests_on() -> None:
    found = with_nearest(REFUSAL, NEAREST)
    titles = {one.number: one.title for one in found.citations}
    assert [titles[number] for one in found.sentences for number in one.citations] == ["gids", "loketten"]
    assert [one.number for one in found.citations] == [1, 2]
