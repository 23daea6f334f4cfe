"""Which meaning of a message wins: the one that is answered more surely, by the sentence that fits the talk better."""

from __future__ import annotations

from dataclasses import replace
from math import isfinite

from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Language, Question, Request
from assistant.understanding.focus import Focus, Kind, Meaning
from assistant.writing.candidates import Candidate, candidates_of
from assistant.writing.considering import Considered
from assistant.writing.hearing import shipped_hearing, surest
from assistant.writing.hearing_signals import SIGNALS, Talk, Tried, signals_of
from knowledge.language.analysis import Analyzer
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, Source, SourceKind

NL = Language.DUTCH
FOCUS = Focus("Wat is BOOST?", "BOOST", "Wat is BOOST?")
ODDS = st.floats(-12, 5)


def hit_of(text: str, source: str) -> Hit:
    """Return a hit with one sentence of a document."""
    document = Source(
        source, "v", f"{source}.md", "Titel", SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h"
    )
    locator = Locator(LocatorKind.SECTION, 1)
    passage = Passage(text, source, "v", 0, ("Titel",), locator, text, 1, 0, len(text), "nl")
    return Hit(passage, document, 1.0)


def sentence(text: str, source: str = "boost") -> Candidate:
    """Return the one sentence of a passage."""
    return candidates_of([hit_of(text, source)], Analyzer())[0]


def tried(kind: Kind, text: str, log_odds: float, source: str = "boost") -> Tried:
    """Return a meaning that one sentence answers."""
    best = sentence(text, source)
    request = Request(Question("wie betaalt dat?"), NL, "wie betaalt dat, BOOST?", topic="BOOST")
    return Tried(Meaning(kind, request), (best.hit,), Considered((best,), best, log_odds))


def talk(reply: str = "", quoted: Candidate | None = None) -> Talk:
    """Return the talk about BOOST in which the message stands."""
    return Talk("wie betaalt dat?", NL, FOCUS, reply, quoted.hit if quoted else None)


def test_a_surer_answer_wins_of_two_alike() -> None:
    weak = tried(Kind.BESIDE, "BOOST wordt betaald door de provincie.", -4.0)
    sure = tried(Kind.BESIDE, "BOOST wordt betaald door de provincie.", 1.0)
    assert surest([weak, sure], talk(), shipped_hearing())[0] is sure


def test_of_two_alike_the_one_from_the_document_of_our_last_answer_wins() -> None:
    text = "De provincie betaalt dat."
    elsewhere = tried(Kind.BESIDE, text, -1.0, "elders")
    here = tried(Kind.BESIDE, text, -1.0)
    found, _ = surest([elsewhere, here], talk(quoted=sentence("BOOST is een hub.")), shipped_hearing())
    assert found is here


def test_a_meaning_without_an_answer_never_wins() -> None:
    answered = tried(Kind.WITHIN, "De provincie betaalt dat.", -6.0)
    without = replace(answered, found=Considered((), None, 3.0))
    assert surest([without], talk(), shipped_hearing())[0] is None
    assert surest([without, answered], talk(), shipped_hearing())[0] is answered


@given(st.lists(st.tuples(st.sampled_from(list(Kind)), ODDS), min_size=1, max_size=5))
def test_each_meaning_has_every_signal_as_a_finite_number(found: list[tuple[Kind, float]]) -> None:
    rows = signals_of([tried(kind, "De provincie betaalt dat.", odds) for kind, odds in found], talk())
    assert len(rows) == len(found)
    assert all(len(row) == len(SIGNALS) and all(map(isfinite, row)) for row in rows)


def test_the_bars_are_in_order() -> None:
    model = shipped_hearing()
    assert model.enough < model.before_records, (
        "what goes before records must be surer than what follows them"
    )
