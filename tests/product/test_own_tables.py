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

SHOP = """SKU;Productnaam;Prijs excl. btw;Examengeld;Duur;Startdatum;Tijd;Locatie;Plaatsen vrij;Geldig (jaar);Omschrijving
KR-1;Kettingzaag basis;310,00;45,00;2 dagen;20-01-2027;08:30 - 16:00;Ruurlo;4;5;Vanaf 18 jaar. Zaagbroek krijg je te leen.
KR-2;Kettingzaag herhaling;140,00;45,00;1 dag;27-01-2027;08:30 - 13:00;Ruurlo;0;5;"UITVERKOCHT. Volgende groep 07-04-2027. Bewijs mag niet langer dan 2 maanden verlopen zijn."
KR-3;Snoeien van fruitbomen;95,00;;1 dagdeel;06-02-2027;13:00 - 16:30;Borculo;9;;Tweede persoon van hetzelfde adres gaat voor de helft mee.
KR-4;Boomverzorging in de avond;420,00;;6 avonden;02-03-2027;19:00 - 21:30;Borculo;7;;"Gaat niet door bij storm; je krijgt dan een nieuwe datum."
"""

IN_MARKDOWN = """# Vakschool Haverkate - opleidingen 2027-2028

| Opleiding | Crebo | Niv. | Leerweg | Duur | Locatie | Instroom | Lesdag (bbl) | Vooropleiding | Boeken + gereedschap (ca.) | Bijzonderheden |
|---|---|---|---|---|---|---|---|---|---|---|
| Monteur koudetechniek | 25111 | 2 | bol | 2 jr | Vaassen | aug | - | vmbo-bb of entree | € 330 | |
| Monteur koudetechniek | 25111 | 2 | bbl | 2 jr | Vaassen | aug / feb | dinsdag | vmbo-bb of entree | € 190 | contract nodig uiterlijk 15 september |
| Technicus koudetechniek | 25112 | 4 | bol | 4 jr | Epe | aug | - | vmbo-tl met wiskunde | € 480 | met havo in 3 jr |
| Kunststofbewerker | 25113 | 3 | bbl | 3 jr | Epe | feb | vrijdag | niveau 2 | | start bij minimaal 8 deelnemers |

Open dag: zaterdag 23 januari 2027, 10.00-14.00 uur. Vragen? Studieloket, 0578-555 121, loket@haverkate.example.
"""

TWO_LANGUAGES = """Volksakademie Wiesenbroek - Kursplan 1. Halbjahr 2027 - Standort Ahaus;;;;;;;;
;;;;;;;;
Nr.;Kurs / cursus;Tag / dag;Uhrzeit / tijd;Start;UE;Preis / prijs;Doz.;Bem. / opm.
TECHNIK / TECHNIEK;;;;;;;;
W-1;Drehen Grundkurs;Mo / ma;18.00-21.00;11.01.27;40;880 €;Kemper;Arbeitsschuhe mitbringen
W-2;Drehen Aufbaukurs;Mi / wo;18.00-21.00;13.01.27;40;990 €;Kemper;nur nach dem Grundkurs
W-3;Löten / solderen;Sa / za;9.00-12.00;30.01.27;12;120 €;Brüning;
Anmeldung / aanmelden Ahaus: Fr. Lammers, +49 2561 555 40, ahaus@wiesenbroek.example;;;;;;;;
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    files = {
        "planning v2.csv": EVENINGS,
        "vakcollege-lutterveen_opleidingen_27-28.csv": PROGRAMMES,
        "kraaienbos-webshop-producten-export-2027-01-04.csv": SHOP,
        "opleidingen.md": IN_MARKDOWN,
        "kursplan.csv": TWO_LANGUAGES,
    }
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
    # an export of a shop
    (("wat kost kettingzaag basis bij kraaienbos",), ("310", "excl. btw"), ("140", "45")),
    (("Wat kost het examen van kettingzaag basis bij Kraaienbos?",), ("45,00",), ("310",)),
    (("ik wil bij kraaienbos mijn kettingzaagbewijs verlengen, wat kost dat",), ("140",), ("310",)),
    (("Wanneer is kettingzaag herhaling bij Kraaienbos?",), ("07-04-2027",), ()),
    (("Hoe lang mag mijn bewijs verlopen zijn voor kettingzaag herhaling bij Kraaienbos?",), ("2 maanden",), ()),
    (("We komen met z'n tweeën snoeien van fruitbomen bij Kraaienbos, krijgen we korting?",), ("helft",), ()),
    (("Wat kost kettingzaag basis bij Kraaienbos?", "en als ik alleen moet verlengen?"), ("140",), ("310",)),
    (("Welke cursussen bij Kraaienbos kosten minder dan 150 euro?",), ("Kettingzaag herhaling", "Snoeien"), ("Kettingzaag basis", "Boomverzorging")),
    (("Wat is de duurste cursus van Kraaienbos?",), ("Boomverzorging",), ("Snoeien", "Kettingzaag")),
    (("Wat begint er in februari bij Kraaienbos?",), ("Snoeien",), ("Kettingzaag", "Boomverzorging")),
    (("Welke cursussen bij Kraaienbos hebben nog plek?",), ("Kettingzaag basis", "Snoeien"), ("Kettingzaag herhaling",)),
    # a table in Markdown
    (("Welke lesdag heeft monteur koudetechniek bbl bij Haverkate?",), ("dinsdag",), ("vrijdag",)),
    (("Wat kosten de boeken als mijn zoon monteur koudetechniek gewoon op school doet bij Haverkate?",), ("330",), ("190",)),
    (("Wat is het crebonummer van kunststofbewerker bij Haverkate?",), ("25113",), ("25111",)),
    (("Welke opleidingen van Haverkate kun je in februari beginnen?",), ("Kunststofbewerker", "Monteur koudetechniek"), ("Technicus koudetechniek",)),
    (("Hoeveel opleidingen van Haverkate zijn bol?",), ("2", "Technicus koudetechniek"), ("Kunststofbewerker",)),
    (("Welke vooropleiding heb je nodig voor Technicus koudetechniek bij Haverkate?", "wanneer is de open dag?"), ("23 januari 2027",), ()),
    (("Op welke dag is school bij monteur koudetechniek van Haverkate als je de rest van de week werkt?",), ("dinsdag",), ()),
    (("Wanneer moet het contract er liggen voor monteur koudetechniek bbl bij Haverkate?",), ("15 september",), ()),
    (("Wat duurt langer bij Haverkate, monteur koudetechniek of technicus koudetechniek?",), ("2 jaar", "4 jaar"), ()),
    # a plan in two languages, with days and years cut short
    (("Was kostet der Grundkurs Drehen bei Wiesenbroek?",), ("880",), ("990",)),
    (("Wann beginnt Drehen Aufbaukurs bei Wiesenbroek?",), ("13. Januar 2027",), ("11. Januar",)),
    (("Wie geeft drehen grundkurs bij Wiesenbroek?",), ("Kemper",), ("Brüning",)),
    (("Ik kan alleen op zaterdag. Wat is er dan te doen bij Wiesenbroek?",), ("Löten",), ("Drehen",)),
    (("Wen kann ich für Drehen Grundkurs bei Wiesenbroek anrufen?",), ("+49 2561 555 40",), ("0578",)),
    (("Was muss ich zu Drehen Grundkurs bei Wiesenbroek mitbringen?",), ("Arbeitsschuhe",), ()),
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
    (("wat kosten de boeken bij kunststofbewerker van haverkate",), ("190", "330", "480")),
    (("Wat kost onderwatersnoeien bij Kraaienbos?",), ("95", "310")),
    (("Hoeveel studenten stoppen er met Technicus koudetechniek bij Haverkate?",), ()),
    (("Kan ik kettingzaag basis bij Kraaienbos in termijnen betalen?",), ()),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "never"), NOT_KNOWN)
def test_what_a_row_does_not_say_is_not_taken_from_another(
    chain: AnswerChain, messages: tuple[str, ...], never: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.REFUSED
    assert not any(one in answer.text for one in never)


def test_a_remark_is_no_answer_to_how_many(chain: AnswerChain) -> None:
    answer = talk(chain, "Hoeveel vrouwen doen kettingzaag basis bij Kraaienbos?")
    assert answer.outcome is Outcome.REFUSED


def test_a_list_says_what_of_a_question_it_did_not_find(chain: AnswerChain) -> None:
    answer = talk(chain, "Welke cursussen zijn op zaterdag bij Wiesenbroek voor linkshandigen?")
    assert answer.outcome is Outcome.PARTLY
    assert "linkshandigen" in answer.text
    assert "Löten" in answer.text


def test_where_no_column_is_asked_the_remark_is_told_as_what_comes_nearest(chain: AnswerChain) -> None:
    answer = talk(chain, "Ik ben nogal zwaar gebouwd. Past dat bij kettingzaag basis van Kraaienbos?")
    assert answer.outcome is Outcome.PARTLY
    assert "Zaagbroek krijg je te leen" in answer.text
    assert "weet ik niet zeker" in answer.text


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
