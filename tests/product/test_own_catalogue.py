"""A catalogue that a school brings itself: its name, its places and its trades are known like those of the library."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question, Turn
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from
from tests.support.talking import talk

OFFERS = """naam;aanbieder;soort;niveau;vorm;duur;plaats;kosten;crebo;opmerking
Allround lasser;Vakcentrum Twickel;mbo;mbo-3;bbl;2 jaar;Borne;785,50;25908;Je gaat op maandag naar school. In een groep zitten hoogstens 14 leerlingen; laskleding krijg je van ons
Basislasser;Vakcentrum Twickel;mbo;mbo-2;bbl;2 jaar;Borne;312,00;25909;Je gaat op dinsdag naar school; er zijn 24 plaatsen. Een laptop is niet nodig. Coach: Henk Roelofs
Koeltechniek monteur;Vakcentrum Twickel;mbo;mbo-2;bbl;18 maanden;Borne;1.095,75;;Het F-gassencertificaat zit bij de opleiding. Slagingspercentage in 2025: 88%
Servicemonteur windturbines;Windschool Vragender;mbo;mbo-3;bbl;2 jaar;Raalte;1430;;
Werktuigbouwkunde;Saxion;hbo-bachelor;;deeltijd;4 jaar;Deventer;2801;;
"""

COURSES = """cursus;school;vorm;niveau;duur;locatie;prijs;lesdag;aantal plaatsen;contactpersoon;telefoon;boeken;instroomeisen
Robots programmeren;Oefenhal Okkenbroek;dagcursus;mbo 4;6 dagen;Olst;2475;dinsdag;12;Fenna Weerdink;0570-555 318;reader van 35 euro;PLC-basis
Warmtepompen installeren;Oefenhal Okkenbroek;dagcursus;mbo 3;8 dagen;Olst;2380;woensdag;10;Jurre Oonk;0570-555 314;;diploma installatiemonteur of drie jaar ervaring
Lean in de productie;Oefenhal Okkenbroek;avondcursus;mbo 3;5 avonden;Olst;;maandag;16;Jurre Oonk;0570-555 314;boek van 31 euro;
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
    files = {"aanbod.csv": OFFERS, "cursussen.csv": COURSES, "gids.md": GUIDE, "open-dag.md": OPEN_DAY}
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


REMARKED = [
    # messages, what the last answer quotes from the remark of the programme that it names
    (("Op welke dag ga je naar school bij Basislasser van Twickel?",), "dinsdag"),
    (("hoeveel plekken zijn er bij basislasser bij twickel",), "24 plaatsen"),
    (("heb ik een computer nodig bij basislasser twickel",), "laptop is niet nodig"),
    (("wie is de coach van basislasser bij twickel",), "Henk Roelofs"),
    (("hoeveel leerlingen zitten er in een klas bij allround lasser twickel",), "14 leerlingen"),
    (("wat is het slagingspercentage van koeltechniek monteur bij twickel",), "88%"),
    (("How many places are there for Basislasser at Twickel?",), "24 plaatsen"),
    (("Op welke dag ga je naar school bij basislasser van twickel?", "en bij allround lasser?"), "maandag"),
]


@pytest.mark.parametrize(("messages", "fact"), REMARKED)
def test_what_is_noted_of_a_programme_is_told_of_that_programme(
    chain: AnswerChain, messages: tuple[str, ...], fact: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert fact in answer.text
    assert any(fact in one.quote for one in answer.citations)


NOTED_OF_ANOTHER = [
    (("wat is het slagingspercentage van basislasser bij twickel",), "88"),
    (("hoeveel plekken zijn er bij allround lasser bij twickel",), "24"),
    (("wie is de coach van allround lasser bij twickel",), "Roelofs"),
    (("wat kost basislasser bij twickel?", "en op welke dag is school", "en bij allround lasser, op welke dag?"), "dinsdag"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "never"), NOTED_OF_ANOTHER)
def test_what_is_noted_of_another_programme_is_not_told(
    chain: AnswerChain, messages: tuple[str, ...], never: str
) -> None:
    assert never not in talk(chain, *messages).text


IN_COLUMNS = [
    (("Wat is de prijs van Warmtepompen installeren bij Oefenhal Okkenbroek?",), "2.380"),
    (("op welke dag is robots programmeren bij okkenbroek",), "dinsdag"),
    (("Hoeveel plaatsen zijn er bij Robots programmeren van Okkenbroek?", "en bij warmtepompen installeren?"), "10"),
    (("Wat kost Robots programmeren bij Okkenbroek?", "wie kan ik daarover bellen?"), "Fenna Weerdink"),
    (("Wat moet ik al kunnen voor Robots programmeren bij Oefenhal Okkenbroek?",), "PLC-basis"),
    (("Wat kosten de boeken bij Robots programmeren van Okkenbroek?",), "35 euro"),
    (("Which day is Robots programmeren at Oefenhal Okkenbroek?",), "dinsdag"),
    (("Who can I call about Robots programmeren at Okkenbroek?",), "Fenna Weerdink"),
    (("Welke cursussen geeft Oefenhal Okkenbroek?",), "Lean in de productie"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "fact"), IN_COLUMNS)
def test_a_column_of_a_school_is_told_by_what_it_is_called(
    chain: AnswerChain, messages: tuple[str, ...], fact: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert fact in answer.text


def test_who_went_on_to_something_else_is_not_told_whom_to_call_for_a_course(chain: AnswerChain) -> None:
    answer = talk(
        chain, "Wat kost Robots programmeren bij Okkenbroek?", "Wat is TechOost?", "wie kan ik bellen?"
    )
    assert "Fenna Weerdink" not in answer.text
    assert "555 318" not in answer.text


NOT_IN_COLUMNS = [
    (("Wat kosten de boeken bij Warmtepompen installeren van Okkenbroek?",), ("reader", "boek van")),
    (("Wat kost Lean in de productie bij Okkenbroek?",), ("31", "2.475")),
    (("op welke dag is robots programmeren bij okkenbroek", "wat moet ik al kunnen voor lean in de productie?"), ("PLC", "ervaring")),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "never"), NOT_IN_COLUMNS)
def test_an_empty_cell_is_not_filled_from_another_row(
    chain: AnswerChain, messages: tuple[str, ...], never: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.REFUSED
    assert not any(one in answer.text for one in never)


def test_a_refusal_shows_what_the_school_notes_and_does_not_lack_its_number(chain: AnswerChain) -> None:
    answer = talk(chain, "Hoeveel meisjes doen Robots programmeren bij Oefenhal Okkenbroek?")
    assert answer.outcome is Outcome.REFUSED
    assert "0570-555 318" in answer.text
    assert "telefoonnummer of website heb ik niet" not in answer.text


def test_a_little_word_in_dialect_is_no_university(chain: AnswerChain) -> None:
    answer = talk(chain, "op welke dag is robots programmeren bij okkenbroek en wat kost ut")
    assert "dinsdag" in answer.text
    assert "2.475" in answer.text
    assert "collegegeld" not in answer.text


def test_no_law_of_mbo_decides_who_may_enter_a_course(chain: AnswerChain) -> None:
    answer = talk(chain, "Ik heb geen diploma. Mag ik Warmtepompen installeren doen bij Oefenhal Okkenbroek?")
    assert "diploma installatiemonteur of drie jaar ervaring" in answer.text
    assert "Nee." not in answer.text
    assert "vmbo" not in answer.text
