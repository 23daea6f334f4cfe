"""Records as answers: which money an employer can get, whether it is open, two schemes side by side, and no list for another question."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Language, Outcome, Question
from tests.support.talking import talk

TOLD = [
    # messages, what the last answer says, what it may not say
    (
        ("mijn medewerker van 45 wil mbo 4 mechatronica, wie betaalt",),
        "40 procent van de kosten (NLQF 4)",
        "90 procent",
    ),
    (
        ("welke regelingen zijn voor werkgevers",),
        "90 procent van de kosten (NLQF 1-3), 40 procent",
        "niet in mijn bronnen",
    ),
    (("wij zijn een metaalbedrijf in almelo met 60 man, welke subsidies zijn er",), "Almelo", "Regio Zwolle"),
    (
        ("wij hebben 3 bbl leerlingen verspanen in almelo, wat kunnen we aan geld krijgen",),
        "praktijkleren",
        "stagebijdrage",
    ),
    (("lassers bijscholen subsidie",), "SLIM", "niets over"),
    (
        ("wij zitten in zwolle, geld voor bijscholen lassers",),
        "25.000 euro per aanvraag (2020)",
        "niets over",
    ),
    (
        ("welke regelingen zijn voor werkgevers", "en voor werkzoekenden"),
        "1. Scholing met een WW-uitkering",
        "SLIM",
    ),
    (("welke regelingen lopen af in 2027",), "SLIM-scholingssubsidie", "2029"),
    (("welke regelingen lopen af in 2027", "en 2029"), "31 december 2029", "31 december 2027"),
    (("kan ik praktijkleren nog aanvragen voor dit jaar",), "Nee, nu niet", "niet in mijn bronnen"),
    (
        ("kan ik praktijkleren nog aanvragen voor dit jaar", "wanneer weer"),
        "Wanneer de volgende ronde opent, staat niet",
        "Ja",
    ),
    (("wanneer slim aanvragen",), "Dat is het einde van de regeling", "Ja"),
    (("Is the subsidie praktijkleren still open?",), "No, not now", "Nee"),
    (("verschil tussen slim en slim scholingssubsidie",), "2. SLIM-scholingssubsidie", "niets over"),
    (
        ("twents fonds vs ontwikkelfonds zwolle",),
        "2. Ontwikkelfonds Regio Zwolle (niet bevestigd)",
        "werkt in drie stappen",
    ),
]


def _is_told(chain: AnswerChain, messages: tuple[str, ...], says: str, never: str) -> None:
    """Hold a talk, and check that its last answer says one thing and not another."""
    answer = talk(chain, *messages)
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert says in answer.text
    assert never not in answer.text


@pytest.mark.parametrize(("messages", "says", "never"), TOLD)
def test_money_is_told_from_the_records(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    _is_told(chain, messages, says, never)


@pytest.mark.parametrize(
    "question",
    [
        "ik werk bij een metaalbedrijf met 60 man in almelo, welke subsidie kan ik krijgen",
        "hoeveel subsidie praktijkleren per leerling",
        "wat betaalt wij techniek voor mijn monteur",
    ],
)
def test_who_is_no_employer_or_names_a_scheme_gets_no_list_for_employers(
    chain: AnswerChain, question: str
) -> None:
    assert "vraagt je werkgever aan." not in talk(chain, question).text


def test_a_round_of_a_later_year_is_not_known(chain: AnswerChain) -> None:
    answer = talk(chain, "In welke periode kan ik in 2027 de SLIM-scholingssubsidie aanvragen?")
    assert answer.outcome is Outcome.PARTLY
    assert "De aanvraagperiode van 2027 staat niet in de bronnen." in answer.text


@pytest.mark.parametrize("question", ["civon budget", "regio deal budget", "boost edih budget"])
def test_a_dutch_message_with_a_loan_word_is_answered_in_dutch(chain: AnswerChain, question: str) -> None:
    assert chain.invoke(Question(question)).language is Language.DUTCH


LACKING = [
    # messages, what the last answer says first, what it may not say
    (
        ("mijn monteur wil ad mechatronica deeltijd, kosten",),
        "Voor een Associate degree (Ad) mechatronica in deeltijd ken ik geen opleiding",
        "ICT Service",
    ),
    (
        ("ik heb havo met NT en wil ad engineering saxion", "is dat voltijd"),
        "in voltijd bij Saxion ken ik geen opleiding",
        "Software Development",
    ),
    (
        ("ik heb havo met NT en wil ad engineering saxion", "en windesheim"),
        "bij Windesheim ken ik geen opleiding",
        "Logistiek",
    ),
    (
        ("I have havo and want an Ad in mechatronics",),
        "I know no programme for an Associate degree (Ad) mechatronics",
        "ICT Service",
    ),
]


def test_a_school_that_is_not_known_to_teach_it_gets_the_rule_of_the_country(chain: AnswerChain) -> None:
    answer = talk(chain, "havo EM naar civiele techniek saxion", "en civiele techniek bij hanze")
    assert "Ik ken Civiele Techniek (hbo-bachelor) niet bij Hanzehogeschool Groningen" in answer.text
    assert "Nee. Volgens de regel" in answer.text


def test_what_a_school_asks_of_which_nothing_is_known_is_refused(chain: AnswerChain) -> None:
    answer = talk(chain, "Welke toelatingseisen heeft Fontys in Eindhoven voor de deeltijd mechatronica?")
    assert answer.outcome in (Outcome.REFUSED, Outcome.PARTLY)
    assert "Fontys" in answer.sentences[0].text


@pytest.mark.parametrize(("messages", "says", "never"), LACKING)
def test_what_is_not_known_of_a_school_or_programme_is_said_first(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.PARTLY
    assert says in answer.text.split("\n")[0]
    assert not never or never not in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "ik heb havo NT, kan ik naar hbo-ict windesheim",
        "ik heb mbo 4 van summa, mag ik naar werktuigbouwkunde saxion",
        "ik heb mbo 4 en wil hbo werktuigbouwkunde deeltijd bij saxion",
        "kan ik met mavo naar mbo 4 mechatronica bij roc van twente",
    ],
)
def test_of_what_is_known_nothing_is_said_to_lack(chain: AnswerChain, question: str) -> None:
    assert "ken ik" not in talk(chain, question).text


@pytest.mark.parametrize(
    ("question", "says", "never"),
    [
        ("Ik wil monteur warmtepomp. geen diploma", "Airco/warmtepompmonteur", "gasturbines"),
        ("ik wil monteur warmtepompen worden met mavo", "Airco/warmtepompmonteur", "gasturbines"),
        ("ik wil fietsen monteur worden, ik heb mavo", "Fietstechnicus", "gasturbines"),
        ("ik heb mavo en wil monteur worden", "naar monteur", "fiets"),
    ],
)
def test_the_special_half_of_a_trade_says_which_it_is(
    chain: AnswerChain, question: str, says: str, never: str
) -> None:
    answer = talk(chain, question)
    assert says in answer.text
    assert never not in answer.text


FEES = [
    # messages, what the last answer says, what it may not say
    (("moet je collegegeld betalen als je 17 ben op hbo",), "collegegeld", "Lesgeld of cursusgeld"),
    (("ik ben 17 en ga naar hbo, moet ik collegegeld betalen",), "collegegeld", "Lesgeld of cursusgeld"),
    (("wat kost hbo per jaar nu",), "2.694 euro", "lesgeld"),
    (
        ("How much is the tuition for Indian students at UT bachelor mechanical engineering?",),
        "do not pay the statutory fee",
        "2,694",
    ),
    (
        (
            "I am from India, 18, which English bachelors are at University of Twente?",
            "what are the tuition fees",
        ),
        "do not pay the statutory fee",
        "nothing about",
    ),
    (("Welche englischen Studiengänge hat Saxion?",), "Englisch", "Archeologie"),
    (("Seit wann gibt es an der HAN Maschinenbau auch auf Englisch?",), "2019", "1 von 1"),
]


@pytest.mark.parametrize(("messages", "says", "never"), FEES)
def test_a_fee_is_that_of_the_level_and_of_who_asks(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    _is_told(chain, messages, says, never)


def test_a_list_of_programmes_is_no_answer_to_how_many_places_one_has(chain: AnswerChain) -> None:
    answer = talk(chain, "How many places will Technical Computer Science at UT have in 2027-2028?")
    assert answer.outcome is Outcome.REFUSED


PLACES = [
    # messages, what the last answer says, what it may not say
    (("welke mbo 4 techniek opleidingen zijn er in hengelo",), "verspanen en meten", "In de buurt: 1"),
    (
        ("welke mbo 4 techniek opleidingen zijn er in hengelo", "en in almelo?"),
        "Niet in de buurt, wel binnen 60 kilometer",
        "Hengelo",
    ),
    (("welke opleidingen zijn er in zwolle op mbo niveau 4",), "Technicus Engineering", "0 gevonden"),
    (("hoe leid ik mijn mensen op tot verspaner", "kan dat bij stodt"), "STODT", "0 gevonden"),
    (("Hoeveel verspaners waren er per jaar nodig rond 2018, en hoeveel kwamen er bij?",), "290", "2 van 2"),
    (("hoeveel opleidingen tot lasser zijn er",), "6 van 6", "niet in mijn bronnen"),
    (("werktuigbouwkunde in hengelo",), "In de buurt", "Niet in de buurt"),
]


@pytest.mark.parametrize(("messages", "says", "never"), PLACES)
def test_near_is_near_and_what_may_be_there_is_shown(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert never not in answer.text


BACKWARDS = [
    # messages, what the last answer says, what it may not say
    (
        ("welke mbo 4 opleidingen geven toegang tot hbo mechatronica",),
        "Met mbo-4 mag je er altijd in",
        "17 van 17",
    ),
    (("met welke mbo-4 diploma mag je naar hbo-ict",), "Met mbo-4 mag je er altijd in", "0 gevonden"),
    (
        ("is wis B verplicht bij hbo technische informatica saxion",),
        "met EM of CM heb je wiskunde B nodig",
        "niet in mijn bronnen",
    ),
    (("Is physics required for Mechanical Engineering at UT?",), "physics", "not in my sources"),
    (
        ("ontwikkelfonds zwolle voor werkgever bedrag", "hoe aanvragen"),
        "upgradejezelfregiozwolle.nl",
        "aanvragen bij: ontwikkelfonds-",
    ),
    (("hoe vraag ik studiefinanciering aan",), "Aanvragen bij: DUO, https://duo.nl/", "niet in mijn bronnen"),
    (
        ("wij zijn een metaalbedrijf in almelo, welke subsidie is er", "en wat betaalt oom"),
        "2.700 tot 4.200 euro",
        "niet in mijn bronnen",
    ),
]


@pytest.mark.parametrize(("messages", "says", "never"), BACKWARDS)
def test_what_is_asked_from_the_other_end_is_answered(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    _is_told(chain, messages, says, never)
