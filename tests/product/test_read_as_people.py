"""What people who tried the product were told wrongly: a false yes, another one's money, a list that was lost."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

TOLD = [
    # messages, what the last answer says, what it may not say
    (
        ("Mijn dochter is gezakt voor haar vmbo examen, kan ze nog naar het mbo?",),
        "mbo-1 (entree)",
        "vmbo (welke",
    ),
    (("hoi ik zit in vmbo 4 kader wat kan ik doen met techniek?",), "vmbo-kader", "niet gezegd"),
    (("mijn zoon heeft vmbo-t zonder wiskunde, kan hij naar mbo 4 engineering?",), "vmbo-tl", "niet gezegd"),
    (("welk profiel heb ik nodig voor werktuigbouwkunde",), "met NT mag je erin", "HBO-ICT"),
    (
        ("hbo mechatronica in de buurt van deventer", "hoeveel kost dat per jaar"),
        "2.694 of 2.695 euro",
        "0 gevonden",
    ),
    (("Eerste monteur mechatronica", "en op niveau 4?"), "in twee jaar niveau 4", "0 gevonden"),
    (("mechatronica enschede mbo", "hoe lang duurt dat"), "de duur is niet bekend", "0 gevonden"),
    (
        ("hbo ict deeltijd in de buurt van zwolle", "wat kost dat per jaar", "en in deventer?"),
        "Saxion, Deventer",
        "ICT Connecting",
    ),
    (
        ("ik zit in havo 3 en wil stoppen, kan ik naar mbo",),
        "het bewijs dat je over bent naar havo 4",
        "Volgens de regel mag je met havo naar",
    ),
    (("mijn zoon zit in havo 2 en wil naar het mbo",), "geen diploma", "Volgens de regel mag je met havo"),
    (("ik heb alleen havo 3 gedaan, kan ik naar mbo 3",), "over bent naar havo 4", "mag je met havo naar"),
    (
        ("Mijn vader is 59 en wil alsnog een hbo-studie doen. Kan hij daarvoor bij de overheid lenen?",),
        "je moet jonger zijn dan 57",
        "Ontwikkelfonds",
    ),
    (
        ("ben 32 en wil vol tijd hbo gaan doen, kan ik nog stufie krijgn",),
        "je moet jonger zijn dan 30",
        "niet in mijn bronnen",
    ),
    (
        ("mijn zoon wordt in oktober 18, moet hij lesgeld betalen",),
        "op 1 augustus 18 jaar of ouder",
        "Twents Fonds",
    ),
    (
        ("Hoe lang duurt de opleiding Allround lasser als bbl?", "Wat kostte dat per jaar in 2024-2025?"),
        "715 euro",
        "1.419 euro",
    ),
    (
        (
            "Hoeveel vacatures waren er in Twente per werkloze elektricien in februari 2022?",
            "Terug naar de elektricien: met welk niveau begin je als zij-instromer?",
        ),
        "elektr",
        "beginnen vanaf 1 februari 2022",
    ),
    (
        (
            "Ik ben 40 en wil een deeltijd hbo-opleiding doen. Kan ik daarvoor lenen bij DUO?",
            "Hoeveel geld mag ik lenen?",
        ),
        "vijf keer het wettelijk collegegeld",
        "niet in mijn bronnen",
    ),
    (("wat kost mbo bol per jaar", "en als mijn zoon 17 is?"), "18 jaar of ouder", "niet in mijn bronnen"),
    (("hoe lang loopt slim nog", "hoeveel euro maximaal?"), "24.999 euro", "STAP"),
    (("hoe lang loopt slim nog",), "1 januari 2030", "niet in mijn bronnen"),
    (
        (
            "kan ik nog stap aanvragen voor een cursus",
            "wanneer was dan de allerlaatste keer dat het wel kon",
            "en hoeveel kreeg je toen max",
        ),
        "maximaal 1.000 euro",
        "levenlanglerenkrediet",
    ),
    (
        (
            "What is PCPT-Oost?",
            "Which area does it work for?",
            "How much did the ministry put in at the start?",
        ),
        "1.12 million euro",
        "TechYourFuture",
    ),
    (
        (
            "Ons bedrijf wil iets laten uitzoeken via TechForFuture.",
            "Hebben we dan de garantie dat er iets bruikbaars uitkomt?",
        ),
        "geen gegarandeerd resultaat",
        "ervaringscertificaat",
    ),
    (
        ("mijn kind doet vwo ng kan ze werktuigbouwkunde in twente", "natuurkunde heeft ze niet"),
        "zonder natuurkunde",
        "met natuurkunde",
    ),
    (
        ("vmbo tl mbo 4 techniek", "wiskunde heb ik laten vallen", "nask1 zit er niet in"),
        "zonder wiskunde en nask1",
        "Ja. Volgens",
    ),
    (("moet ik natuurkunde hebben voor hbo elektrotechniek met havo ng",), "natuurkunde", "Ja. Volgens"),
    (
        ("ik ben 17 en ga mbo bol doen krijg ik studiefinanciering",),
        "als je 18 of ouder bent",
        "ja, volgens de regel",
    ),
    (
        ("ik heb mbo 4 werktuigbouw van 1998 kan ik nog naar hbo", "of ad?"),
        "naar een Associate degree",
        "Ik ga uit van: een Associate degree",
    ),
    (("hoe word ik verspaner", "stodt waar zit dat"), "Hengelo", "Verspanen niveau 4"),
    (("kan ik geld lenen bij duo", "ik ben 58"), "je moet jonger zijn dan 57", "17%"),
    (("bestaat stap nog", "wat dan wel"), "Alternatieven voor het STAP-budget", "Waar gaat je vraag"),
    (
        ("Ik ben hr-manager bij een metaalbedrijf in Hengelo met 60 man. Welke subsidies zijn er?",),
        "vraagt je werkgever aan",
        "je woont in",
    ),
    (("Hoeveel kan ik krijgen met SLIM? Ik heb 40 man in de metaal",), "SLIM", "opleidingen. Hieronder"),
    (("Was ist SLIM?", "Wie viel bekommt meine Firma?"), "24.999", "HRM-MKB"),
    (
        ("I am a Polish welder with a job in Hengelo. Can I get money for a course?",),
        "Twents Fonds",
        "TechOost",
    ),
    (("Was macht TechWise Twente?", "Und CIVON?"), "Graafschap College", "TechForFuture"),
    (
        ("Wat is het verschil tussen SLIM en SLIM-scholingssubsidie?",),
        "SLIM is subsidie voor mkb-bedrijven",
        "niet in mijn bronnen",
    ),
    (("Vergelijk TechYourFuture en TechForFuture",), "TechForFuture (TFF)", "“Vergelijk”"),
    (("What is the tuition fee at Saxion?",), "2,601 euro", "The price of Saxion"),
    (("wat kost een jaar studeren bij windesheim",), "wettelijk collegegeld", "De prijs van"),
    (("Wie viele Frauen studieren Technik in Overijssel?", "und in Gelderland?"), "1.786", "nicht in meinen"),
    (("Which Dutch school is best for robotics",), "3 of 3", "Best"),
    (("Kann ich mit einem Meisterbrief an die Universität?",), "nicht sicher", "Nein. Nach der Regel"),
    (
        ("mijn kind doet vwo nt kan ze werktuigbouwkunde in twente",),
        "Aan de universiteit is er ook Mechanical Engineering",
        "niet in mijn bronnen",
    ),
    (
        ("ik heb havo nt mag ik naar werktuigbouwkunde",),
        "met NT mag je erin",
        "Aan de universiteit is er ook",
    ),
    (
        (
            "ik zit in 3e klas havo en wil stoppen, kan ik naar mbo elektro",
            "natuurkunde had ik niet",
            "en wat kost dat per jaar",
        ),
        "lesgeld",
        "Advanced Technology",
    ),
    (("welke opleidingen leiden op tot operator",), "leidt op tot operator", "procestechnicus chemische"),
    (
        ("Ik heb een installatiebedrijf in Zwolle en zoek een bbl leerling.", "is er subsidie voor?"),
        "vraagt je werkgever aan",
        "je woont in",
    ),
]


@pytest.mark.parametrize(("messages", "says", "never"), TOLD)
def test_what_is_told_fits_who_asks(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert never not in answer.text


@pytest.mark.parametrize(
    "messages",
    [
        ("hoeveel meisjes kiezen techniek?", "in het mbo?"),
        (
            "Hoeveel geld heeft de provincie uitgegeven aan kiezen, leren en werken in de techniek?",
            "Uit welk jaar is dat?",
        ),
    ],
)
def test_a_short_question_is_not_answered_with_the_catalogue(
    chain: AnswerChain, messages: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert len(answer.records) < 10


def test_an_age_is_not_what_nothing_was_found_about(chain: AnswerChain) -> None:
    answer = talk(chain, "ik ben 52 mag dat nog")
    assert "52" not in answer.text
    assert "gaat niet over leren" not in answer.text


def test_a_trade_with_a_place_is_a_search(chain: AnswerChain) -> None:
    assert "lasser" in talk(chain, "lassen leren hengelo").text


@pytest.mark.parametrize(
    ("said", "answer"),
    [("bedankt", "Graag gedaan"), ("thanks!", "You are welcome"), ("danke", "Gern geschehen")],
)
def test_who_thanks_is_not_greeted(chain: AnswerChain, said: str, answer: str) -> None:
    assert talk(chain, said).text.startswith(answer)


def test_a_question_about_a_field_is_not_about_the_one_programme_that_is_called_after_it(
    chain: AnswerChain,
) -> None:
    answer = talk(chain, "Ik werk in de zorg en wil iets met ICT gaan doen")
    assert "ICT Connecting" not in answer.text
    assert talk(chain, "wat is de duur van ICT Connecting").outcome is Outcome.REFUSED


NOT_SAID = [
    # messages whose last asks what no source says, and what would be said in its place
    (("Hoe groot is Deltion?", "En hoeveel van die studenten zijn vrouw?"), "18.000"),
    (("wat doet stodt", "en wat kost zo'n cursus daar dan"), "bedrijfsopleider"),
    (("Wie is programmamanager van TechOost?",), "Jan de Graaf"),
    (("Hoeveel subsidie kreeg PCPT-Oost van OCW?", "en hoeveel was dat bij CIVON"), "1,12 miljoen"),
    (("Hoe lang is NEN 3140 geldig?", "en vca"), "3140"),
    (("What are the opening hours of House of Skills in Almelo?",), "practice centre"),
    (("Op welke datum start de opleiding Drone-operations specialist bij Deltion?",), "november 2025"),
    (("What is the CROHO code of the MSc Interaction Technology in Twente?",), "60300"),
    (("Hoeveel eerstejaars begonnen er in 2019-2020 bij elektrotechniek van de HAN?",), "120"),
    (("How many first-year students started electrical engineering at HAN in 2019-2020?",), "120"),
]


@pytest.mark.parametrize(("messages", "never"), NOT_SAID)
def test_a_message_that_goes_on_is_answered_with_what_it_asks_itself(
    chain: AnswerChain, messages: tuple[str, ...], never: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.REFUSED
    assert never not in answer.text


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("hoi ik ben Jan, 55, lasser, woon in Borne en mn rug is op", "leeftijd 55"),
        ("Hi, I am Maria, 28, from Poland, I live in Hengelo", "age 28"),
        ("Ich bin Schweißer und wohne in Gronau.", "wohnst in Gronau"),
    ],
)
def test_who_only_tells_about_themselves_is_heard_and_asked(
    chain: AnswerChain, said: str, heard: str
) -> None:
    answer = talk(chain, said)
    assert answer.outcome is Outcome.ASKED_BACK
    assert heard in answer.text
    assert not answer.citations


def test_a_question_that_names_a_region_is_no_telling(chain: AnswerChain) -> None:
    assert talk(chain, "heeft fc twente gister gewonnen").outcome is Outcome.REFUSED


def test_names_that_no_source_has_are_said_not_to_be_known(chain: AnswerChain) -> None:
    answer = talk(chain, "hoe heete de twee ad opleidinge waarmee het grensland colege in winterswijk begon")
    assert answer.outcome is Outcome.PARTLY
    assert answer.text.startswith("De namen van de Ad-opleidingen")
