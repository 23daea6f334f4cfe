"""What is asked of levels is what is answered; who wants into technology is shown where to begin; what is told is kept."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

LEVELS = [
    # question, what the answer says, what it may not say
    ("Is mbo-3 hetzelfde als havo?", "Nee, het niveau verschilt", "Ja."),
    ("Is mbo-4 gelijk aan havo?", "even hoog, maar het zijn andere diploma's", "Volgens de regel"),
    ("is mbo-3 lager dan havo", "Mbo-3 heeft NLQF-niveau 3", "Ja."),
    ("is vwo hoger dan mbo 4", "Vwo heeft NLQF-niveau 4", "Ja."),
    ("Is mbo-4 equivalent to havo?", "The level is the same", "Yes."),
    ("Moet ik havo hebben voor mbo-4?", "Nee, dat hoeft niet", "Ja."),
    ("Kan ik alleen met havo naar het hbo?", "ook met mbo-4", "Ja."),
    ("Klopt het dat je met mbo-4 geen hbo mag doen?", "wel naar een hbo-bachelor", "Ja."),
    ("Mag ik met havo niet naar mbo-4?", "met havo wel naar mbo-4", "Ja."),
    ("klopt het dat ik met vmbo basis niet naar mbo 4 mag", "Dat klopt", "Nee."),
    ("Darf ich mit mbo-2 nicht zum hbo?", "Das stimmt", "Nein."),
    # these ask whether one may enter, and keep their word
    ("Mag ik met havo naar mbo-4?", "Ja. Volgens de regel", "verschilt"),
    ("Ik heb mbo-2. Mag ik naar het hbo?", "Nee. Volgens de regel", "Dat klopt"),
    ("Kan ik met mbo-4 naar het hbo?", "Ja. Volgens de regel", "hoeft niet"),
]


@pytest.mark.parametrize(("question", "says", "never"), LEVELS)
def test_a_yes_answers_only_what_was_asked(chain: AnswerChain, question: str, says: str, never: str) -> None:
    answer = talk(chain, question)
    assert says in answer.text
    assert never not in answer.text


def test_a_diploma_that_was_only_asked_of_is_not_held(chain: AnswerChain) -> None:
    assert "havo" not in str(
        talk(chain, "Is mbo-3 hetzelfde als havo?", "mag ik met mbo-3 naar het hbo?").assumed
    )


@pytest.mark.parametrize(
    "message",
    [
        "ik ben heftruckchauffeur en wil de techniek in, wat kan ik",
        "Ik ben heftruckchauffeur, wat kan ik in de techniek?",
        "ik ben stratenmaker met kapotte knieen en wil de techniek in, wat kan ik",
        "Ik ben lasser, 50 jaar, mijn rug is op, wat kan ik nog?",
        "ik ben kok en ben de horeca moe, wat kan ik in de techniek doen?",
        "ik werk in een winkel en ben het zat, kan ik de techniek in?",
        "I am a nurse and want to go into technology, what can I do?",
        "ich bin Krankenschwester und will in die Technik, was kann ich machen?",
    ],
)
def test_who_wants_into_technology_is_shown_where_to_begin(chain: AnswerChain, message: str) -> None:
    answer = talk(chain, message)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.text.count("mbo-2") >= 4
    assert "Twents Fonds" not in answer.text


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("ik ben kok en wil elektricien worden", "elektricien"),
        ("ik ben kok, krijg ik subsidie voor de techniek?", "Twents Fonds"),
        ("ik ben lasser met mbo-2, wat kan ik hierna", "mbo-3"),
    ],
)
def test_who_names_a_goal_or_asks_for_money_gets_that(chain: AnswerChain, message: str, says: str) -> None:
    answer = talk(chain, message)
    assert says in answer.text
    assert "Zonder technisch diploma" not in answer.text


@pytest.mark.parametrize("message", ["ik ben kok en wil lasr worde in twente", "ik wil laser worden"])
def test_a_misspelled_trade_is_that_trade_and_no_rarer_one(chain: AnswerChain, message: str) -> None:
    answer = talk(chain, message)
    assert "dit beroep bedoelt: lasser." in answer.text
    assert "laserlasser" not in answer.text


@pytest.mark.parametrize(
    "message",
    [
        "ik ben 52 en lasser met mbo2, wie betaald mijn omscholing naar robotmonteur? ik woon in Hengelo",
        "wie betaalt mijn omscholing tot robotmonteur, ik ben lasser",
    ],
)
def test_the_goal_of_a_retraining_is_not_asked_again(chain: AnswerChain, message: str) -> None:
    answer = talk(chain, message)
    assert "technicus robotica" in answer.text
    assert "welke opleiding of welk beroep wil je" not in answer.text


def test_a_field_is_not_the_course_that_is_called_after_it_where_a_person_asks_for_ways(
    chain: AnswerChain,
) -> None:
    answer = talk(
        chain,
        "Mijn man is 47, werkt 25 jaar in de bouw, heeft alleen vmbo en wil minder zwaar werk in de installatietechniek. "
        "Wat zijn de mogelijkheden, wat kost het, en kan hij blijven werken?",
    )
    assert "295 euro" in answer.text
    assert "REMO" not in answer.text


@pytest.mark.parametrize("place", ["ik woon in Enschede", "in Enschede", "Enschede"])
def test_a_place_after_telling_is_kept_and_one_thing_is_asked(chain: AnswerChain, place: str) -> None:
    answer = talk(chain, "Ik ben lasser met mbo-2", place)
    assert answer.outcome is Outcome.ASKED_BACK
    assert "je woont in Enschede" in answer.text
    assert "lasser" in answer.text


def test_a_place_after_a_question_still_narrows_it(chain: AnswerChain) -> None:
    assert (
        talk(chain, "welke opleidingen zijn er voor lasser?", "in Enschede").outcome is not Outcome.ASKED_BACK
    )


def test_a_sister_is_no_child(chain: AnswerChain) -> None:
    answer = talk(chain, "Mijn zusje heeft vmbo-tl, kan ze naar mbo 4?")
    assert "je broertje of zusje" in answer.text
    assert "je kind" not in answer.text


@pytest.mark.parametrize(
    ("message", "says"),
    [
        ("ik word gepest op mijn stage door mijn begeleider", "vertrouwenspersoon"),
        ("Ik ben 14 en mijn baas laat me s nachts aan een pers werken", "Arbeidsinspectie"),
        ("ik kan niet goed lezen en schrijven", "Leerwerkloket"),
        ("kan ik met een mens praten?", "Leerwerkloket"),
        (
            "Ik weet het echt niet meer, ik ben gestopt met mijn studie en mijn ouders zijn boos",
            "niet alleen",
        ),
        ("Hoe kan ik een vals mbo-diploma maken?", "Daar help ik niet bij"),
    ],
)
def test_distress_and_fraud_get_their_own_words(chain: AnswerChain, message: str, says: str) -> None:
    assert says in talk(chain, message).text


NOT_HELD = [
    # a diploma that is lacked, or was not finished, lets nobody in
    "ik heb geen havo of mbo-4, mag ik naar het hbo?",
    "geen havo, geen mbo 4. mag ik naar saxion?",
    "mbo 4 niet afgemaakt, kan ik naar hbo?",
    "heb mn mbo 4 diploma niet, kan ik naar saxion?",
    "ik ben gestopt met mbo 4, mag ik naar het hbo?",
    "zonder mbo-4 naar het hbo, kan dat?",
    "I did not finish mbo 4, can I go to hbo?",
    "Kann ich ohne mbo 4 an die Hochschule?",
    "ik heb mbo 3 maar geen mbo 4, mag ik naar het hbo?",
]


@pytest.mark.parametrize("question", NOT_HELD)
def test_who_lacks_a_diploma_is_not_let_in_by_it(chain: AnswerChain, question: str) -> None:
    said = talk(chain, question).text

    assert any(f"\n{no}. " in said for no in ("Nee", "No", "Nein"))
    assert not any(f"\n{yes}. " in said for yes in ("Ja", "Yes"))


AIMED = [
    ("kan mijn zoon met havo met NT hbo werktuigbouwkunde doen", "Ja."),
    ("met havo NG maar natuurkunde niet naar hbo werktuigbouwkunde, kan dat?", "Dat kan alleen als"),
    ("kan ik met een mbo-4 diploma elektrotechniek hbo-ict doen", "Ja."),
]


@pytest.mark.parametrize(("question", "says"), AIMED)
def test_what_is_aimed_at_may_stand_between_what_is_held_and_the_verb(
    chain: AnswerChain, question: str, says: str
) -> None:
    assert says in talk(chain, question).text


def test_a_level_that_is_not_wanted_is_not_aimed_at(chain: AnswerChain) -> None:
    said = talk(chain, "ik wil geen mbo 2 maar mbo 3 doen met vmbo kader").text

    assert "naar mbo-3" in said


EVERYDAY = [
    # what a parent, a worker or a graduate types, and what must be said
    ("mijn zoon zit in 3 mavo en wil iets met machines, wat zijn zijn mogelijkheden", "Er is een route"),
    ("ik ben 38, heb geen diploma's, werk in de bouw en mijn rug is kapot. wat nu", "werk: bouw."),
    ("ik heb een hbo-bachelor, mag ik naar mbo-4?", "het diploma waarmee je daarvoor binnenkwam"),
    ("wie kan mij helpen met kiezen", "Leerwerkloket"),
]


@pytest.mark.parametrize(("question", "says"), EVERYDAY)
def test_what_people_type_is_answered(chain: AnswerChain, question: str, says: str) -> None:
    said = talk(chain, question).text

    assert says in said
    assert "Rijksuniversiteit" not in said
