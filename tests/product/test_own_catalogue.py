"""A catalogue that a school brings itself: its name, its places and its trades are known like those of the library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question, Turn
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from

OFFERS = """naam;aanbieder;soort;niveau;vorm;duur;plaats;kosten;crebo
Allround lasser;Vakcentrum Twickel;mbo;mbo-3;bbl;2 jaar;Borne;785,50;25908
Basislasser;Vakcentrum Twickel;mbo;mbo-2;bbl;2 jaar;Borne;312,00;25909
Koeltechniek monteur;Vakcentrum Twickel;mbo;mbo-2;bbl;18 maanden;Borne;1.095,75;
Servicemonteur windturbines;Windschool Vragender;mbo;mbo-3;bbl;2 jaar;Raalte;1430;
Werktuigbouwkunde;Saxion;hbo-bachelor;;deeltijd;4 jaar;Deventer;2801;
"""

GUIDE = """# Studiegids Mechatronica 2026-2027 - Ratumcollege

## Lesuren
Jaar 1 heeft 26 lesuren per week.
"""

OPEN_DAY = """# Open dag Vakcentrum Twickel

Vakcentrum Twickel, Borne

Op 14 november kun je kijken in de werkplaats. De decaan is Ina Wolthuis.
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    files = {"aanbod.csv": OFFERS, "gids.md": GUIDE, "open-dag.md": OPEN_DAY}
    with answering_from(library_home, tmp_path_factory.mktemp("own-catalogue"), files) as chain:
        yield chain


def asked(chain: AnswerChain, question: str) -> Answer:
    return chain.invoke(Question(question))


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("Wat kost Basislasser bij Vakcentrum Twickel?", "312"),
        ("Wat kost Allround lasser bij Twickel?", "785,5"),
        ("hoe lang duurt koeltechniek monteur vakcentrum twickel", "18 maanden"),
        ("How much is Basislasser at Vakcentrum Twickel?", "312"),
        ("Was kostet Basislasser bei Vakcentrum Twickel?", "312"),
        ("Welke opleidingen geeft Vakcentrum Twickel?", "Koeltechniek monteur"),
        ("Waar zit Vakcentrum Twickel?", "Borne"),
        ("welke opleidingen heeft windschool", "Servicemonteur windturbines"),
    ],
)
def test_a_question_may_name_the_school_of_an_own_offer(chain: AnswerChain, question: str, fact: str) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert fact in answer.text


def test_what_the_catalogue_of_the_school_does_not_tell_is_told_by_its_documents(chain: AnswerChain) -> None:
    answer = asked(chain, "Wie is de decaan van Vakcentrum Twickel?")
    assert answer.outcome is Outcome.ANSWERED
    assert "Ina Wolthuis" in answer.text


def test_a_talk_about_its_document_goes_on_to_its_catalogue(chain: AnswerChain) -> None:
    first = Question("Wie is de decaan van Vakcentrum Twickel?")
    history = (Turn("user", first.text), Turn("assistant", chain.invoke(first).text))
    assert "312" in chain.invoke(Question("wat kost basislasser daar?", history=history)).text


def test_the_price_is_that_of_the_programme_that_is_asked(chain: AnswerChain) -> None:
    assert "312" not in asked(chain, "Wat kost Allround lasser bij Vakcentrum Twickel?").text


@pytest.mark.parametrize(
    ("question", "offer", "school"),
    [
        ("welke opleiding voor lasser in Borne", "Basislasser", "Vakcentrum Twickel"),
        ("Waar kan ik lassen leren in Borne?", "Allround lasser", "Vakcentrum Twickel"),
        ("Ik ben kok en woon in Borne, hoe word ik lasser?", "Basislasser", "Vakcentrum Twickel"),
        ("Waar kan ik in Borne koelmonteur worden?", "Koeltechniek monteur", "Vakcentrum Twickel"),
        ("welke opleiding voor windmolenmonteur", "Servicemonteur windturbines", "Windschool Vragender"),
    ],
)
def test_own_offers_are_among_those_for_an_occupation(
    chain: AnswerChain, question: str, offer: str, school: str
) -> None:
    answer = asked(chain, question)
    assert any(offer in line and school in line for line in answer.text.splitlines())
    assert "daar ken ik geen" not in answer.text


def test_the_record_of_the_place_that_is_asked_goes_before_old_prose(chain: AnswerChain) -> None:
    answer = asked(chain, "Geeft Saxion Werktuigbouwkunde in Deventer?")
    assert "deeltijd, Saxion, Deventer" in answer.text
    assert "2011" not in answer.text


def test_the_offers_of_other_schools_are_not_told_of_one_that_only_documents_name(chain: AnswerChain) -> None:
    answer = asked(chain, "Is er een kleurentest voor Mechatronica op het Ratumcollege?")
    assert answer.outcome is Outcome.REFUSED
    assert "Saxion" not in answer.text
    assert "REMO" not in answer.text
