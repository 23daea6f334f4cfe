"""What somebody needs to enter is asked of the programme that the talk is about, however small the words are that ask it."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

EMMEN = "Bij welke hogeschool kan ik in Emmen technische informatica doen?"
EMMEN_EN = "At which university of applied sciences can I do technical computer science in Emmen?"
EMMEN_DE = "An welcher Hochschule kann ich in Emmen Technische Informatik studieren?"
FOOD = (
    "Which university of applied sciences in Gelderland has a full-time bachelor in food technology"
    " (Voedingsmiddelentechnologie)?"
)
TEACHER = "Ik sta zelf in de bouw en wil er een lesbevoegdheid technisch beroepsonderwijs bij halen. Kan dat in deeltijd, en waar?"
BIKES = "ik wil fietsen maken als werk, welke mbo is dat"

NEEDED = [
    # messages, what the last answer says
    (
        (EMMEN, "ik doe havo met EM, wat heb ik dan nodig?"),
        ("wiskunde B", "Technische Informatica", "NHL Stenden"),
    ),
    ((EMMEN, "welk vak moet ik dan hebben?"), ("wiskunde B", "Technische Informatica")),
    (
        (EMMEN_EN, "I have havo with EM. Which subjects would I need for it?"),
        ("wiskunde B", "Technische Informatica", "NHL Stenden"),
    ),
    ((EMMEN_DE, "Welche Fächer brauche ich dafür?"), ("wiskunde B", "Technische Informatica", "NHL Stenden")),
    (
        (FOOD, "I have havo with economics and society (EM). Which subjects would I need for it?"),
        ("chemistry", "Voedingsmiddelentechnologie"),
    ),
    (
        (TEACHER, "ik heb havo met cultuur en maatschappij. Welk vak moet ik dan hebben?"),
        ("wiskunde A of wiskunde B", "Technisch Beroepsonderwijs"),
    ),
    (
        ("Welke technische hbo-bachelor geeft Saxion in Apeldoorn?", "en wat moet ik daarvoor hebben?"),
        ("Applied Data Science", "havo, vwo of mbo-4"),
    ),
    ((BIKES, "wat heb je nodig voor niveau 2"), ("vmbo", "entree")),
    (
        (BIKES, "wat heb je nodig voor niveau 2", "en als je niks van diploma hebt, ben 17"),
        ("mbo-2", "entreediploma"),
    ),
]


@pytest.mark.parametrize(("messages", "says"), NEEDED)
def test_entry_is_that_of_the_programme_in_hand(
    chain: AnswerChain, messages: tuple[str, ...], says: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert all(one in answer.text for one in says)


@pytest.mark.parametrize(
    ("asked", "says"),
    [
        ("heb je voor bouwkunde in zwolle wiskunde b nodig?", "Of je wiskunde B nodig hebt voor Bouwkunde"),
        ("Brauche ich für Mechatronik bei Saxion Physik?", "Ob du Physik für Mechatronica"),
    ],
)
def test_a_subject_is_asked_of_the_programme_on_either_side(
    chain: AnswerChain, asked: str, says: str
) -> None:
    assert says in talk(chain, asked).text


AD = "yo waar kan je die ad software development van saxion doen"
LATER = [
    ((AD, "en als ik na die ad nog een bachelor wil, hoelang ben ik dan nog bezig"), "twee jaar of meer"),
    ((AD, "hoeveel jaar komt erbij als ik daarna de bachelor wil doen?"), "twee jaar of meer"),
    (
        (
            "Where does Saxion teach the Ad Software Development?",
            "how many more years would a bachelor take after that?",
        ),
        "two years or more",
    ),
]


@pytest.mark.parametrize(("messages", "says"), LATER)
def test_a_bachelor_after_an_ad_takes_what_the_rule_says(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text


def test_how_long_somebody_is_at_it_tells_nothing_of_what_they_have(chain: AnswerChain) -> None:
    asked = "en hoelang ben je daarna nog bezig voor nivo 4?"
    answer = talk(chain, "Op welk mbo-niveau leer je rietdekker (dakdekker riet)?", asked)
    assert "Ik ga uit van" not in answer.text


def test_a_bachelor_of_its_own_is_not_taken_for_one_after_an_ad(chain: AnswerChain) -> None:
    assert (
        "twee jaar of meer" not in talk(chain, AD, "en hoe lang duurt de bachelor HBO-ICT bij Saxion?").text
    )


MONEY = "ik woon in almelo en wil omscholen tot lasser, welk potje betaalt da"


@pytest.mark.parametrize(
    "asked", ["welk fonds is er in zwolle?", "en me neef uit zwolle, welk fonds was er daar?"]
)
def test_money_is_that_of_the_town_that_is_named_now(chain: AnswerChain, asked: str) -> None:
    answer = talk(chain, MONEY, asked)
    assert "Ontwikkelfonds Regio Zwolle" in answer.text
    assert "Twents Fonds" not in answer.text


def test_where_somebody_works_limits_no_search(chain: AnswerChain) -> None:
    answer = talk(chain, TEACHER)
    assert answer.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert "Windesheim, Zwolle" in answer.text


MASTER = "Kan ik met mijn hbo-diploma meteen beginnen aan de master Mechanical Engineering in Enschede?"
ADULT = "Ik ben 24 en heb geen havo of mbo. Welke test moet ik doen om bij Windesheim binnen te komen?"
NO_VERDICT = [
    # messages, what the last answer says
    ((MASTER, "mag ik er al mee beginnen tijdens mijn hbo?"), "tijdens of na je bachelor"),
    (
        (
            ADULT,
            "en bij de Universiteit Twente, hoe heet dat daar?",
            "mijn broer is 19 en heeft ook niks, vanaf welke leeftijd mag dat bij de Open Universiteit?",
        ),
        "18 jaar of ouder",
    ),
    (("Ik doe bbl. Krijg ik dan studiefinanciering?", "en bij bol, tot welke leeftijd?"), "BOL"),
]


@pytest.mark.parametrize(("messages", "says"), NO_VERDICT)
def test_when_or_from_which_age_is_no_verdict_once_more(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert "Volgens de regel" not in answer.text
    assert "hoogste leeftijd is er niet" not in answer.text


AFTERWARDS = [
    # messages, what the last answer says, what it may not say
    (
        ("Ik heb vmbo-tl. Mag ik naar mbo-2 techniek?", "en wat kan ik daarna?"),
        "Ik ga uit van: mbo-2",
        "naar mbo-2",
    ),
    (
        (
            "Ik heb geen diploma. Hoe oud moet ik zijn voor een entree-opleiding?",
            "Kan ik daarna verder leren?",
        ),
        "mbo-2",
        "geen diploma",
    ),
]


@pytest.mark.parametrize(("messages", "says", "never"), AFTERWARDS)
def test_what_comes_after_is_asked_of_who_has_finished_that(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert never not in answer.text


def test_who_wants_to_borrow_instead_is_told_of_the_loan(chain: AnswerChain) -> None:
    first = "When was the last round of the STAP budget?"
    assert (
        "levenlanglerenkrediet"
        in talk(chain, first, "what could I use instead, if I want to borrow the money?").text
    )


NEEDED_FOR_SOMEBODY = [
    (
        (
            "Mijn zoon heeft havo met C&M en wil Technische Bedrijfskunde studeren. Wat heeft hij daarvoor nodig?",
        ),
        "wiskunde A of wiskunde B op havo",
    ),
    (
        (
            "my daughter has havo with C&M. What does she need for Technische Bedrijfskunde (hbo) at Saxion?",
        ),
        "mathematics A (wiskunde A) or mathematics B",
    ),
    (("Mein Sohn hat havo mit C&M. Was braucht er noch für Technische Bedrijfskunde bei Saxion?",), "Mathematik"),
    (("mn zoon heeft havo met c&m en wil technise bedrijfskunde studeren, wat heeft ie daarvoor nodig",), "wiskunde A of wiskunde B op havo"),
    (("Wat heb je nodig voor Maritiem Officier met havo N&T?",), "geneeskundige verklaring"),
    (
        ("Ik heb een hbo-diploma. Wat heb ik nog nodig voor de bachelor Technical Computer Science aan de UT?",),
        "het vak wiskunde B op vwo en het vak Engels op vwo",
    ),
    (("Met welk havo-profiel mag ik meteen naar hbo elektrotechniek?", "ik heb E&M"), "Nee."),
    (("Wat kan ik na mbo-1 doen?",), "route naar mbo-2"),
    (("wat kan ik doen na entree",), "route naar mbo-2"),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "says"), NEEDED_FOR_SOMEBODY)
def test_what_somebody_needs_is_told_whoever_asks_it_for_whom(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
