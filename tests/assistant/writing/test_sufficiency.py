"""When the evidence is too thin, and which sentences make the answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.types import Language, Question, Request
from assistant.writing.candidates import Candidate, candidates_of
from assistant.writing.selecting import Scored, select
from assistant.writing.sufficiency import content_of, falls_short, missing_years, says_unknown
from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import stopwords
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, QuestionWord, Source, SourceKind

SOURCE = Source(
    "s", "v", "s.md", "Regelingen", SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h"
)


def hit(text: str, heading: str = "Kop") -> Hit:
    passage = Passage(
        heading,
        "s",
        "v",
        0,
        ("Regelingen", heading),
        Locator(LocatorKind.SECTION, 1),
        text,
        1,
        0,
        len(text),
        "nl",
    )
    return Hit(passage, SOURCE, 1.0)


def sentences_of(*texts: str) -> list[Candidate]:
    return list(candidates_of([hit(text, f"Kop {place}") for place, text in enumerate(texts)], Analyzer()))


def asking(text: str, *years: str) -> Request:
    words = tuple(
        QuestionWord((word,), 3.0, word not in stopwords("nl"), {word: 1.0})
        for word in dict.fromkeys(Analyzer().words(text))
    )
    return Request(Question(text), Language.DUTCH, text, words, years=years, today=date(2026, 11, 21))


def test_a_year_that_no_sentence_is_about_refuses() -> None:
    chosen = sentences_of("De leerwerkbijdrage van OOM was in 2023-2024 2.700 euro per leerling.")
    assert falls_short(asking("Hoeveel euro was de leerwerkbijdrage van OOM in 2027?", "2027"), chosen)
    assert not falls_short(asking("Hoeveel euro was de leerwerkbijdrage van OOM in 2024?", "2024"), chosen)


def test_what_has_ended_needs_no_later_year() -> None:
    chosen = sentences_of("De regeling STAP is gestopt per 1 januari 2024.")
    assert missing_years(asking("Is de regeling STAP in 2026 open?", "2026"), chosen) == ()


def test_the_amount_of_another_scheme_is_no_answer() -> None:
    chosen = sentences_of(
        "De HRM-regeling gaf een scan.", "Het maximum van MKBdee was 124.999 euro per bedrijf."
    )
    assert falls_short(asking("Wat kostte maximaal per bedrijf de HRM-regeling?"), chosen)


@pytest.mark.parametrize("question", ["Wat is het privéadres van Gerard?", "Waar woont Gerard?"])
def test_a_sentence_without_an_address_is_no_address(question: str) -> None:
    assert falls_short(asking(question), sentences_of("Gerard was projectleider in Almelo."))


def test_a_source_that_says_itself_what_it_lacks_says_that_it_is_unknown() -> None:
    (lacks,) = sentences_of("De namen van de opleidingen staan niet in de bronnen van Leerwijzer.")
    (has,) = sentences_of("De namen van de opleidingen zijn Lassen en Frezen.")
    question = asking("Hoe heten de opleidingen, wat zijn de namen?")
    assert says_unknown(question, lacks, lacks)
    assert not says_unknown(question, has, has)


def scored(*texts: str) -> list[Scored]:
    return [Scored(one, 1.0 - 0.05 * place) for place, one in enumerate(sentences_of(*texts))]


def test_a_value_of_another_thing_stays_out() -> None:
    request = asking("Wat is de code van monteur?")
    chosen = select(scored("De code van monteur is 8211.", "De code van tekenaar is 3115."), request)
    assert [one.text for one in chosen] == ["De code van monteur is 8211."]


def test_things_set_side_by_side_both_come_in() -> None:
    request = asking("Wat is het verschil tussen examen Basis en examen Leiding?")
    texts = (
        "Het examen Basis heeft 40 vragen in 60 minuten.",
        "Het examen Leiding heeft 70 vragen in 75 minuten.",
    )
    assert len(select(scored(*texts), request)) == len(texts)


def test_a_sentence_that_takes_in_what_is_left_open_comes_before_a_better_one_that_does_not() -> None:
    request = asking("Hoeveel kreeg een inwoner en een werkgever uit het fonds?")
    first, same, other = (
        "Een inwoner kreeg 5.000 euro uit het fonds.",
        "Een inwoner kreeg geld.",
        "Een werkgever kreeg 25.000 euro.",
    )
    assert [one.text for one in select(scored(first, same, other), request)][:2] == [first, other]


def test_the_name_of_a_document_alone_is_not_all_that_is_asked_of_it() -> None:
    """A condition tells about the asker, so that of "als ik ... haal, moet dat bij Lindehoek?" the name was all that is left."""
    asked = asking("moet ik de oven vegen bij lindehoek")
    little = tuple(replace(word, is_content=word.forms == ("lindehoek",)) for word in asked.words)
    named = replace(asked, words=little, document_names=frozenset(["lindehoek"]))
    assert {"oven", "vegen"} <= {word.forms[0] for word in content_of(named)}
    assert [word.forms[0] for word in content_of(replace(named, document_names=frozenset()))] == ["lindehoek"]
