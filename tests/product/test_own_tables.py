"""Tables as schools keep them, without a column with their own name: what people ask of a row, of several, and of all of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from
from tests.support.talking import talk

EVENINGS = """Avondschool Eekwolde - programma winter 2027 (versie 2);;;;;;;;
;;;;;;;;
Cursus;Avond;Tijd;Begint;Lessen;Lesgeld;Docent;Boek of materiaal;Opmerking
Solderen voor beginners;maandag;19:00-21:00;11 jan 2027;8;€ 164;S. Obbink;soldeerset 27,50 euro;je mag de set houden
3D-tekenen basis;donderdag;19:30-21:45;14 jan 2027;10;€ 225;M. Eskes;;pc's staan klaar
3D-tekenen vervolg;donderdag;19:30-21:45;1 april 2027;8;€ 195;M. Eskes;;
Rekenen voor technici;dinsdag;18:30-20:30;19 jan 2027;14;gratis;T. Roelvink;rekenmachine;betaald door de gemeente
Lassen voor hobbyisten;zaterdag;9:00-12:00;;6;€ 310;B. Reinders;inbegrepen;vol, wachtlijst
Afmelden kan tot tien dagen voor de eerste les via balie@eekwolde.example of 0573-555 0142.;;;;;;;;
"""

PROGRAMMES = """Opleiding;Niv.;Leerweg;Locatie;Duur;Lesdagen;Aanmelden vóór;Toelating;Plaatsen;Stagebegeleider
Technicus mechatronica;4;bol;Goor;3 jr;ma t/m vr;1-4-2027;vmbo-kb/gl/tl;28;G. Tijhof
Technicus mechatronica;4;bbl;Goor;3 jr;do;1-6-2027;mbo 3 of 2 jr werkervaring;16;G. Tijhof
Basislasser;2;bbl;Borne;2 jr;vr;;geen;12;F. Klumpers
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    files = {"planning v2.csv": EVENINGS, "vakcollege-lutterveen_opleidingen_27-28.csv": PROGRAMMES}
    with answering_from(library_home, tmp_path_factory.mktemp("own-tables"), files) as chain:
        yield chain


ASKED = [
    # messages, what the answer says, what it may not say
    (("wat kost 3d tekenen vervolg bij eekwolde",), ("195",), ("225",)),
    (("hoe laat begint de soldeercursus van eekwolde en wie geeft m?",), ("19:00", "Obbink"), ("19:30",)),
    (("wat kost het materiaal bij solderen op avondschool eekwolde",), ("27,50",), ("164",)),
    (("When does 3D-tekenen basis at Eekwolde start?",), ("14 January 2027",), ()),
    (("Ist beim Schweißkurs (Lassen) von Eekwolde noch Platz?",), ("wachtlijst",), ()),
    (("wie betaalt rekenen voor technici bij eekwolde?",), ("betaald door de gemeente",), ()),
    (("welke cursussen zijn op donderdag bij eekwolde",), ("3D-tekenen basis", "3D-tekenen vervolg"), ("Solderen",)),
    (("Is er bij Eekwolde een cursus die niks kost?",), ("Rekenen voor technici",), ("Solderen",)),
    (("welke cursussen geeft Reinders bij eekwolde",), ("Lassen voor hobbyisten",), ("Solderen",)),
    (("3d-tekenen bij eekwolde: wat is het verschil in prijs tussen de basis en het vervolg?",), ("225", "195"), ()),
    (("Wat kost solderen bij Eekwolde?", "en 3d-tekenen basis?"), ("225",), ("164",)),
    (("Wat kost solderen bij Eekwolde?", "hoeveel avonden is dat?"), ("8",), ()),
    (("Wat kost solderen bij Eekwolde?", "tot wanneer kan ik me afmelden?"), ("tien dagen",), ()),
    (("op welke dagen is technicus mechatronica bbl bij lutterveen",), ("do",), ("ma t/m vr",)),
    (("Tot wanneer kan mijn zoon zich aanmelden voor technicus mechatronica bol bij Vakcollege Lutterveen?",), ("1 april 2027",), ("1 juni",)),
    (("Wat kan je allemaal doen bij Lutterveen in Goor?",), ("Technicus mechatronica",), ("Basislasser",)),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "said", "never"), ASKED)
def test_a_row_is_told_by_what_is_asked_of_it(
    chain: AnswerChain, messages: tuple[str, ...], said: tuple[str, ...], never: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert all(one in answer.text for one in said)
    assert not any(one in answer.text for one in never)


NOT_KNOWN = [
    (("Is er een parkeerplaats bij 3D-tekenen basis van Eekwolde?",), ()),
    (("wanneer begint lassen voor hobbyisten bij eekwolde",), ("jan 2027", "januari", "april")),
    (("wat kost het boek bij 3d-tekenen vervolg van eekwolde",), ("195", "27,50")),
    (("Heeft Eekwolde ook een cursus hydrauliek?",), ()),
    (("wat kost basislasser bij lutterveen",), ("310", "164")),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "never"), NOT_KNOWN)
def test_what_a_row_does_not_say_is_not_taken_from_another(
    chain: AnswerChain, messages: tuple[str, ...], never: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.REFUSED
    assert not any(one in answer.text for one in never)


def test_every_value_that_is_told_stands_in_its_citation(chain: AnswerChain) -> None:
    answer = talk(chain, "hoe laat begint de soldeercursus van eekwolde en wie geeft m?")
    assert any("19:00-21:00" in one.quote and "S. Obbink" in one.quote for one in answer.citations)


def test_who_goes_on_to_something_else_is_not_told_of_the_row(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat kost solderen bij Eekwolde?", "Wat is TechOost?")
    assert "Eekwolde" not in answer.text


@pytest.mark.parametrize(
    "question", ["Wat kost het mbo?", "Hoe lang duurt een hbo-bachelor?", "Wat kost een rijbewijs?"]
)
def test_a_whole_question_about_another_thing_is_not_about_the_row_before_it(
    chain: AnswerChain, question: str
) -> None:
    answer = talk(chain, "Wat kost solderen bij Eekwolde?", question)
    assert "164" not in answer.text
    assert "Lessen" not in answer.text


def test_a_price_that_a_row_lacks_is_said_to_be_unknown(chain: AnswerChain) -> None:
    answer = talk(chain, "Op welke dag is Basislasser bij Lutterveen?", "en wat kost dat?")
    assert answer.outcome is Outcome.REFUSED
    assert "de kosten zijn niet bekend" in answer.text


def test_who_wants_to_speak_to_a_person_is_told_so_after_a_row_too(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat kost solderen bij Eekwolde?", "kan ik ook met een echt mens praten?")
    assert "ik ben een computer" in answer.text
