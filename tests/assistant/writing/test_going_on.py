"""Running text: a sentence that goes on from the one before it is quoted with that, and no other is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.writing.candidates import LONGEST_QUOTE, Candidate, candidates_of
from assistant.writing.going_on import as_running_text
from knowledge.language.analysis import Analyzer
from tests.support.page_twins import demonstration, hit_of


def candidates(text: str) -> tuple[Candidate, ...]:
    view = demonstration()[1].views["programma#3"]
    hit = hit_of(view, "programma#3")
    passage = replace(hit.passage, text=text, start=0, end=len(text))
    return tuple(candidates_of([replace(hit, passage=passage)], Analyzer()))


def quotes(text: str) -> list[str]:
    return [one.text for one in as_running_text(candidates(text), ())]


WEEK = "Een leerling loopt drie dagen mee. Zij krijgt een bon van 45 euro."


@pytest.mark.parametrize(
    "text",
    [
        WEEK,
        "Each team builds a robot. It may weigh at most nine kilos.",
        "Der Kurs dauert zwei Tage. Dafür bekommen Gäste ein Zertifikat.",
        "Wie te laat is, belt de school. In dat geval vervalt de eerste les.",
    ],
)
def test_a_sentence_that_goes_on_is_quoted_with_the_one_before_it(text: str) -> None:
    first = text.split(". ", maxsplit=1)[0] + "."
    assert quotes(text) == [first, text]


def test_a_sentence_with_a_subject_of_its_own_stands_alone_and_knows_what_it_is_about() -> None:
    text = "Een leerling loopt drie dagen mee. De werkplaats opent om acht uur."
    second = as_running_text(candidates(text), ())[1]
    assert second.text == "De werkplaats opent om acht uur."
    assert candidates(text)[0].words <= second.context


def test_what_goes_on_twice_begins_where_it_began() -> None:
    assert quotes(f"{WEEK} Dat geld komt van een fonds.")[2] == f"{WEEK} Dat geld komt van een fonds."


def test_a_new_paragraph_goes_on_from_nothing() -> None:
    assert quotes("Een leerling loopt drie dagen mee.\n\nZij krijgt een bon.")[1] == "Zij krijgt een bon."


def test_the_quote_is_the_text_of_its_page() -> None:
    for one in as_running_text(candidates(WEEK), ()):
        assert one.hit.passage.text[one.start : one.end] == one.text


def test_no_quote_becomes_longer_than_a_quote_may_be() -> None:
    long = "Een leerling loopt mee in " + "de werkplaats en " * (LONGEST_QUOTE // 20) + "de hal."
    assert all(len(one) <= LONGEST_QUOTE for one in quotes(f"{long} Zij krijgt een bon van 45 euro."))


def test_documents_whose_sentences_stand_by_themselves_stay_as_they_are() -> None:
    found = candidates(WEEK)
    assert as_running_text(found, {found[0].hit.source.address}) == found
