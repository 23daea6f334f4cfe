"""People who ask in English or German, with diplomas from abroad: the verdict in their language first, and who decides."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Answer, Outcome, Question, SentenceKind
from tests.support.talking import talk

OURS = (SentenceKind.WORDED, SentenceKind.LEAD, SentenceKind.NOTICE)


def asked(chain: AnswerChain, question: str) -> Answer:
    return chain.invoke(Question(question))


@pytest.mark.parametrize(
    ("question", "level"),
    [
        (
            "I have a Realschulabschluss. Can I do a bachelor in electrical engineering at Saxion?",
            "de-realschule",
        ),
        ("Ich habe die mittlere Reife. Kann ich bei Saxion Elektrotechnik studieren?", "de-realschule"),
        ("I have A-levels in maths and physics. Can I do mechatronics at Saxion?", "uk-a-levels"),
        ("With an IB diploma, can I get into mechatronics at Saxion?", "ib"),
        ("Ik heb een buitenlands diploma. Mag ik naar hbo elektrotechniek bij Saxion?", "buitenland"),
    ],
)
def test_the_school_weighs_a_diploma_of_which_no_source_says_what_it_equals(
    chain: AnswerChain, question: str, level: str
) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.PARTLY
    assert answer.assumed["diplomas"][0]["level"] == level
    assert any(record.id == "whw-7-28-buitenland-hbo" for record in answer.records)
    assert answer.verdict is not None
    assert answer.verdict["answer"] == "unknown"


def test_somebody_of_21_hears_of_the_entry_test_and_that_the_school_may_weigh_the_diploma(
    chain: AnswerChain,
) -> None:
    text = asked(
        chain, "Ich bin 34 und habe einen Realschulabschluss. Kann ich bei Saxion Elektrotechnik studieren?"
    ).text
    assert "Ja, unter Bedingungen" in text
    assert "21+-toets" in text
    assert "ausländischen Abschluss auch selbst bewerten" in text


def test_the_university_asks_the_allgemeine_hochschulreife(chain: AnswerChain) -> None:
    answer = asked(chain, "Kann ich mit Fachhochschulreife an der Universitaet Twente studieren?")
    assert answer.text.split("\n")[1].startswith("Nein.")
    assert "Allgemeine Hochschulreife" in answer.text


def test_what_a_diploma_is_worth_is_said_per_kind_of_school_without_an_equation(chain: AnswerChain) -> None:
    answer = asked(chain, "Ich habe einen Gesellenbrief. Wird mein Abschluss in den Niederlanden anerkannt?")
    assert answer.outcome is Outcome.PARTLY
    for word in ("Mbo-2", "Hbo", "Universiteit Twente", "Die Schule entscheidet"):
        assert word in answer.text


def test_part_time_place_and_price_are_answered_beside_the_verdict(chain: AnswerChain) -> None:
    text = asked(
        chain,
        "I'm a fitter from Ahaus with a Realschulabschluss. Can I do a part-time bachelor in electrical engineering in Enschede and what does it cost?",
    ).text
    assert "Elektrotechniek (hbo-bachelor), part-time at Saxion, Enschede" in text
    assert "you live in Ahaus" in text
    assert "I know no price for this form" in text
    assert "2,694" in text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Do I need a pre-master after an hbo bachelor for the MSc Sustainable Energy Technology?", "always"),
        ("Can I apply directly for a pre-master at the UT?", "Not directly"),
        ("Is VCA compulsory by law?", "No."),
        ("Ist das STAP-budget noch verfügbar?", "Nein."),
    ],
)
def test_the_word_that_decides_comes_first_in_the_language_of_the_question(
    chain: AnswerChain, question: str, opening: str
) -> None:
    first = next(one for one in asked(chain, question).sentences if one.citations)
    assert opening in first.text
    assert first.language != "nl"
    assert first.kind is SentenceKind.WORDED


@pytest.mark.parametrize(
    "question",
    [
        "What is a Leerwerkloket?",
        "Was ist der Unterschied zwischen BOL und BBL?",
        "How much is the fee for BBL level 3?",
    ],
)
def test_quotes_stand_below_their_translation_word_for_word(chain: AnswerChain, question: str) -> None:
    answer = asked(chain, question)
    quotes = {one.quote for one in answer.citations}
    said = [one for one in answer.sentences if one.citations]
    translated = [one for one in said if one.language != "nl"]
    quoted = [one for one in said if one.language == "nl"]
    assert translated
    assert quoted
    assert said.index(translated[0]) < said.index(quoted[0])
    assert all(one.text in quotes for one in quoted)
    assert {number for one in translated for number in one.citations} <= {
        n for one in quoted for n in one.citations
    }


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What are the rents of student rooms in Enschede?", "en"),
        ("Wie hoch ist mein Kindergeld als Grenzgänger?", "de"),
        ("What does aerospace engineering in Delft cost?", "en"),
        ("Was kostet ein Maschinenbaustudium in Münster?", "de"),
    ],
)
def test_what_no_source_knows_is_refused_in_the_language_of_the_question(
    chain: AnswerChain, question: str, language: str
) -> None:
    answer = asked(chain, question)
    assert (answer.outcome, answer.language.value) == (Outcome.REFUSED, language)
    assert all(one.language == language for one in answer.sentences if one.kind in OURS)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Can I study mechatronics part-time in Enschede?", "Mechatronica"),
        ("Gibt es in Arnheim einen Bachelor Elektrotechnik in Teilzeit?", "Elektrotechniek"),
        ("Which programmes in aircraft maintenance are there at level 4?", "Technicus"),
    ],
)
def test_whether_something_exists_is_answered_with_the_list(
    chain: AnswerChain, question: str, name: str
) -> None:
    answer = asked(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert any(name in record.name for record in answer.records)


@pytest.mark.parametrize(
    "question",
    [
        "wordt mijn buitenlandse diploma erkend",
        "ik heb een diploma uit syrie, wordt dat erkend?",
        "is mijn diploma uit syrie hier geldig?",
        "zijn mijn papieren uit polen geldig in nederland",
        "Wird mein Gesellenbrief anerkannt?",
        "Ich bin Schweißer aus Gronau und möchte in Enschede arbeiten, wird mein Gesellenbrief anerkannt?",
    ],
)
def test_whether_a_certificate_from_elsewhere_counts_is_told_by_the_rules(
    chain: AnswerChain, question: str
) -> None:
    found = chain.invoke(Question(question))
    assert found.outcome is Outcome.PARTLY
    assert any(word in found.text for word in ("welk Nederlands niveau", "welchem niederländischen Niveau"))


def test_a_certificate_from_elsewhere_is_not_weighed_as_the_one_told_before(chain: AnswerChain) -> None:
    before = "mag ik naar het roc van twente met vmbo kader"
    found = talk(chain, before, "Is my Syrian diploma recognised in the Netherlands?")
    assert "a diploma from abroad" in found.text
    assert "Yes" not in found.text
