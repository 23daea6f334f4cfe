"""Several answers as one: numbered anew, nothing twice, nothing silently left out."""

from __future__ import annotations

from assistant.types import Citation, Language, Outcome, Sentence, SentenceKind
from assistant.writing.joining import joined
from assistant.writing.seam import Written


def citation(number: int, quote: str) -> Citation:
    return Citation(number, "s", f"p-{quote}", "Titel", "plek", quote, "", 1, 0, len(quote))


def answer(*quotes: str) -> Written:
    sentences = tuple(
        Sentence(text, SentenceKind.QUOTE, "nl", (number,)) for number, text in enumerate(quotes, start=1)
    )
    return Written(
        sentences, tuple(citation(n, text) for n, text in enumerate(quotes, start=1)), Outcome.ANSWERED
    )


REFUSED = Written((Sentence("Nee.", SentenceKind.NOTICE, "nl"),), (), Outcome.REFUSED)


def test_citations_are_numbered_anew_and_the_same_place_keeps_one_number() -> None:
    whole = joined([("a?", answer("een", "twee")), ("b?", answer("twee", "drie"))], Language.DUTCH)
    assert [one.number for one in whole.citations] == [1, 2, 3]
    assert [(one.text, one.citations) for one in whole.sentences] == [
        ("een", (1,)),
        ("twee", (2,)),
        ("drie", (3,)),
    ]
    assert whole.outcome is Outcome.ANSWERED


def test_a_question_without_an_answer_is_named() -> None:
    whole = joined([("Wat kost het?", answer("50 euro")), ("Is er een open dag?", REFUSED)], Language.DUTCH)
    assert whole.outcome is Outcome.PARTLY
    assert "Is er een open dag?" in whole.sentences[-1].text


def test_with_no_answer_at_all_it_is_a_refusal() -> None:
    assert joined([("a?", REFUSED), ("b?", REFUSED)], Language.DUTCH).outcome is Outcome.REFUSED


def test_each_question_gets_a_few_quotes_and_only_their_citations() -> None:
    whole = joined(
        [("a?", answer("een", "twee", "drie", "vier", "vijf")), ("b?", answer("zes"))], Language.DUTCH
    )
    assert [one.text for one in whole.sentences] == ["een", "twee", "drie", "zes"]
    assert [one.quote for one in whole.citations] == ["een", "twee", "drie", "zes"]


def test_a_question_that_the_answer_to_another_one_answers_too_is_not_named() -> None:
    said = answer(
        "De begroting is 21 miljoen euro.", "TechOost krijgt 0,2 miljoen euro van de provincie Overijssel."
    )
    parts = [("Hoe groot is de begroting?", said), ("hoeveel komt van de provincie Overijssel?", REFUSED)]
    whole = joined(parts, Language.DUTCH)
    assert whole.outcome is Outcome.ANSWERED
    assert [one.kind for one in whole.sentences] == [SentenceKind.QUOTE, SentenceKind.QUOTE]


def test_a_sentence_without_the_value_that_is_asked_does_not_answer_the_other_question() -> None:
    parts = [
        ("Wie betaalt?", answer("De provincie Overijssel betaalt.")),
        ("hoeveel komt van de provincie?", REFUSED),
    ]
    assert joined(parts, Language.DUTCH).outcome is Outcome.PARTLY


def test_a_row_of_the_list_before_is_not_told_again() -> None:
    parts = [
        ("Which bachelor?", answer("1. Data Science: Saxion, Apeldoorn.")),
        ("in which town?", answer("Data Science: Saxion, Apeldoorn.")),
    ]
    whole = joined(parts, Language.ENGLISH)
    assert [one.text for one in whole.sentences] == ["1. Data Science: Saxion, Apeldoorn."]
    assert len(whole.citations) == 1


TWO_VALUES = "In 2024 waren er 214.000 banen in Twente, een stijging van 2,6%."


def outcome_of(second: str, *said: str) -> Outcome:
    return joined([("Hoeveel banen waren er?", answer(*said)), (second, REFUSED)], Language.DUTCH).outcome


def test_a_sentence_with_the_value_that_a_second_question_leaves_unnamed_answers_it_too() -> None:
    assert outcome_of("en met hoeveel procent was dat gegroeid?", TWO_VALUES) is Outcome.ANSWERED


def test_a_sentence_without_that_kind_of_value_does_not() -> None:
    assert outcome_of("en met hoeveel procent was dat gegroeid?", "Er waren 214.000 banen.") is Outcome.PARTLY


def test_two_questions_for_one_kind_of_value_need_two_values() -> None:
    assert outcome_of("en hoeveel werden het er?", "Er waren 214.000 banen.") is Outcome.PARTLY
    assert (
        outcome_of("en hoeveel werden het er?", "Het gaat van 214.000 naar 220.000 banen.")
        is Outcome.ANSWERED
    )


def test_a_level_may_be_said_in_another_way() -> None:
    assert (
        outcome_of("hoeveel zijn van mbo-4?", "Van de banen zijn er 90.000 van NLQF 4.") is Outcome.ANSWERED
    )
    assert outcome_of("hoeveel zijn van mbo-4?", "Van de banen zijn er 90.000 van NLQF 3.") is Outcome.PARTLY


def test_what_stands_behind_a_thing_is_named_by_the_thing() -> None:
    said = "Het dashboard ging in 2018 online, na de motie Arbeidsmarkt."
    assert outcome_of("en welke motie zat daarachter?", said) is Outcome.ANSWERED
    assert outcome_of("en welke wethouder zat daarachter?", said) is Outcome.PARTLY
