"""Talks that turn: back to what was said, on to something else, corrected, or asked of what no source says."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

VCA = ("hoeveel vragen heeft het examen vca basis", "en vol?")
BEETHOVEN = "Hoeveel geld is er bij Project Beethoven gereserveerd voor Twente?"

SAID = [
    # a talk, and what the last answer says
    (("Which mbo schools joined TechYourFuture in 2021?", "Is the VCA certificate required by law?", "back to that centre: when did it celebrate its fifth anniversary?"), "14"),
    (("Mag ik met een WW-uitkering een opleiding doen?", "Dan iets anders. Welk mbo niveau is airco/warmtepompmonteur?"), "mbo-2"),
    (("Kan mijn zoon met vmbo basis naar mbo-4 techniek?", "oh wacht, hij doet kader"), "vmbo-kader"),
    (("Hoeveel studenten technisch hbo waren er in Overijssel in 2024?", "en alleen bij Saxion?", "nee sorry, ik zocht 2020"), "7.479"),
    (("Wat is de crebo-code van Allround verspaner?", "En van Verspaner niveau 2?"), "25302"),
    (("Moet mijn zoon van 18 zijn studiefinanciering voor mbo 2 bol terugbetalen?", "en op niveau 4?"), "prestatiebeurs"),
    ((*VCA, "welke van die 2 is voor zzpers"), "VCA VOL is voor leidinggevenden en zzp'ers"),
    ((BEETHOVEN, "Welk deel daarvan is voor 2025-2026 al definitief toegekend?"), "20,5 miljoen"),
    (("Wat is het verschil tussen bol en bbl?", "En bij welke van die twee krijg je loon?"), "BBL-student krijgt loon"),
    (("Wanneer is TechOost officieel gelanceerd?", "Waar was dat?"), "Gieterij"),
    (("bis wann muss man sich für ein studium mit numerus fixus anmelden", "wo meld ich mich da an"), "Studielink"),
    (("Hoeveel vragen heeft het examen VCA Basis?", "ik ben zzp'er, dan moet ik zeker die andere. Hoeveel vragen zijn dat?"), "70 vragen"),
    (("ik heb vmbo basis, mag ik naar mbo 4 techniek?", "sorry, ik bedoel kader, niet basis"), "vmbo-kader"),
    (("Ik ben 34 en heb nooit een diploma gehaald. Wat moet ik doen om bij Windesheim binnen te komen?", "en bij de Universiteit Twente?"), "colloquium doctum"),
    (("hoeveel studenten deden in 2024 technisch hbo in Overijssel?", "nee sorry, ik had Gelderland moeten zeggen"), "7.160"),
    (("whats the interest rate on the levenlanglerenkrediet for 2024", "and how long do i get to pay it back"), "15 years"),
    (("Hoeveel krijg ik met de subsidie praktijkleren?", "en wanneer kon dat in 2026?", "en in 2027, vanaf welke datum?"), "2027 staat niet in de bronnen"),
    (("ey heeft deltion iets met vliegtuigen ofzo", "sick, en drones?"), "Drone-operations"),
    (("How much is the statutory tuition fee for the BSc Mechanical Engineering in Enschede in 2025-2026?", "and the year after?"), "2,694"),
    (("Hoeveel subsidie praktijkleren krijgt mijn bedrijf?", "Bij wie vraag ik die aan? Of moet de leerling dat doen?", "Van wanneer tot wanneer kon dat in 2026?"), "2 juni"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "said"), SAID)
def test_the_last_message_is_answered_as_it_is_meant(
    chain: AnswerChain, messages: tuple[str, ...], said: str
) -> None:
    answer = talk(chain, *messages)

    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert said in answer.text


@pytest.mark.parametrize(
    "messages",
    [
        (*VCA, "wat kst die"),
        ("Hoeveel uur is het mbo-certificaat hybride warmtepompen?", "En in Zwolle, is daar iets voor monteurs?", "Hoe lang duurt het daar?"),
        ("Waar in Rijssen kan ik verspanen leren?", "hoe veel mensen staan daar op de wachtlijst?"),
        ("Was ist eine BBL?", "bekommt man dabei Lohn?", "Wie viel ist das im ersten Jahr?"),
        ("What is the maximum of the praktijkleren subsidy?", "between which dates could we apply in 2026?", "and in 2027?"),
        ("Wie is de penvoerder van TechOost?", "En hoe groot is de begroting?", "Hoeveel daarvan gaat er naar CIVON?"),
    ],
)  # fmt: skip
def test_what_no_source_says_is_not_answered_with_something_else(
    chain: AnswerChain, messages: tuple[str, ...]
) -> None:
    assert talk(chain, *messages).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Was ist eine BBL in den Niederlanden?", "60%"),
        ("Roughly how many people study at Saxion in total?", "27,000"),
    ],
)
def test_a_first_question_is_not_narrowed_or_counted_as_something_else(
    chain: AnswerChain, question: str, said: str
) -> None:
    assert said in talk(chain, question).text


@pytest.mark.parametrize(
    "question",
    ["wat is het salaris van een monteur", "What is the salary of a mechanic?", "Was ist das Gehalt von einem Monteur?"],
)  # fmt: skip
def test_what_a_trade_pays_is_no_question_for_what_is_done_in_it(chain: AnswerChain, question: str) -> None:
    assert "2.318" in talk(chain, question).text


@pytest.mark.parametrize(
    "question",
    [
        "Wij willen als mkb bedrijf iemand omscholen tot cnc verspaner, welke subsidie",
        "welke subsidie is er voor mijn bedrijf als ik iemand omschool tot verspaner",
        "als klein installatiebedrijf zoeken we geld om een monteur op te leiden",
    ],
)
def test_a_company_that_trains_somebody_is_told_what_employers_apply_for(
    chain: AnswerChain, question: str
) -> None:
    answer = talk(chain, question)

    assert "vraagt je werkgever aan" in answer.text
    assert "SLIM" in answer.text


def test_until_when_is_answered_with_an_end(chain: AnswerChain) -> None:
    answer = talk(chain, "Hoeveel verspaners zijn er per jaar nodig?", "tot wanneer")

    assert answer.outcome is Outcome.REFUSED


SEVERAL = [
    # a talk about several people; what the last answer says, and what is another's
    (("kan mn zoon met vmbo kader zonder nask naar mbo 4 techniek", "Who pays for my retraining if I am employed and live in Almelo?"), "you live in Almelo", "vmbo"),
    (("Ik ben 48, werk als lasser en heb mbo 2. Wie betaalt mijn omscholing?", "en kan mijn zoon met vmbo kader naar mbo 4 techniek?"), "voor je zoon: vmbo-kader", "48"),
    (("mijn dochter heeft havo NG, mag ze naar hbo werktuigbouwkunde?", "ik werk zelf in de zorg en wil de techniek in, kan dat?"), "werk: zorg", "havo"),
    (("mijn dochter heeft havo NG, mag ze naar hbo werktuigbouwkunde?", "ik werk zelf in de zorg en wil de techniek in, kan dat?", "en zij, met vwo?"), "voor je dochter: vwo", "zorg"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "said", "of_another"), SEVERAL)
def test_nobody_is_told_what_another_has(
    chain: AnswerChain, messages: tuple[str, ...], said: str, of_another: str
) -> None:
    first = talk(chain, *messages).text.split("\n")[0]

    assert said in first
    assert of_another not in first
