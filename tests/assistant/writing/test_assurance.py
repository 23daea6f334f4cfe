"""What a sentence may not lack to be the answer, and how sure it is to be one."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assistant.types import Language, Question, Request
from assistant.writing.ability import can_answer
from assistant.writing.assurance import BESIDE_KNOWN, Judged, Model, judged, shipped_model
from assistant.writing.candidates import Candidate, candidates_of
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.measuring import MEASURED, measured
from assistant.writing.seam import Evidence, Written
from assistant.writing.signals import SIGNALS, Nearness, lacking, signals_of, stood_for, weighed_for
from knowledge.embedding.hashed import HashedEmbedder
from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import stopwords
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, QuestionWord, Source, SourceKind

SOURCE = Source("s", "v", "s.md", "Titel", SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h")


def hit(text: str) -> Hit:
    passage = Passage(
        text, "s", "v", 0, ("Titel",), Locator(LocatorKind.SECTION, 1), text, 1, 0, len(text), "nl"
    )
    return Hit(passage, SOURCE, 1.0)


def asking(text: str, known: str = "", language: Language = Language.DUTCH) -> Request:
    """Return a question whose words are known to the sources when they are among `known` or no word of it is given."""
    sources = frozenset(Analyzer().words(known or text))
    words = tuple(
        QuestionWord(
            (word,), 3.0, word not in stopwords(language.value), {word: 1.0} if word in sources else {}
        )
        for word in dict.fromkeys(Analyzer().words(text))
    )
    return Request(Question(text), language, text, words)


def able(question: str, sentence: str, *others: str, known: str = "") -> bool:
    request = asking(question, known)
    hits = [hit(sentence), *map(hit, others)]
    content = [word for word in request.words if word.is_content]
    return can_answer(weighed_for(request, content, hits), candidates_of(hits, Analyzer())[0])


def sentence_of(text: str) -> Candidate:
    return candidates_of([hit(text)], Analyzer())[0]


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        (
            "Wat is het tarief van de master Saxion?",
            "Het tarief van de master bij Saxion is 9 euro.",
            "Het tarief van de master bij Fontys is 9 euro.",
        ),
        (
            "Hoeveel vergoedt de regeling op niveau 2?",
            "De regeling vergoedt 90 euro op niveau 1-3.",
            "De regeling vergoedt 90 euro op niveau 4.",
        ),
        (
            "Hoeveel studenten heeft de school?",
            "De school heeft 900 studenten.",
            "De school is voor mbo-4-studenten sinds 2019.",
        ),
        (
            "Hoeveel mentoren waren er in 2024?",
            "Actieve mentoren; 2023: 14; 2024: 33",
            "De mentoren begonnen bij 33 bedrijven; in 2024 waren er meer.",
        ),
        (
            "Op welke datum begint de cursus?",
            "De cursus begint op 3 mei 2026.",
            "De cursus begint elk najaar in Zwolle.",
        ),
        (
            "Wat verdient functiegroep H volgens de regeling?",
            "Volgens de regeling verdient functiegroep H 2.300 euro.",
            "Volgens de regeling verdient functiegroep D 2.300 euro.",
        ),
    ],
)
def test_a_sentence_of_another_name_figure_count_or_kind_cannot_be_the_answer(
    question: str, right: str, wrong: str
) -> None:
    assert able(question, right)
    assert not able(question, wrong)


@pytest.mark.parametrize(
    ("question", "wrong"),
    [
        ("Wie opende het lokaal?", "Het lokaal van de school heet Gieterij."),
        ("Wie is voorzitter van de school?", "De school heet Gieterij."),
        ("Wat was de rente op de lening?", "De lening was maximaal 9 euro."),
    ],
)
def test_what_is_asked_of_something_must_be_in_the_sentence(question: str, wrong: str) -> None:
    assert not able(question, wrong)


def test_a_typing_error_does_not_make_a_word_another_one() -> None:
    sentence = "De opleiding telt 610 uur praktijk."
    request = asking("hoeveel uur pratkijk telt de opleiding", known="hoeveel uur telt de opleiding praktijk")
    content = [word for word in request.words if word.is_content]
    weighed = weighed_for(request, content, [hit(sentence)])
    assert not lacking(weighed, sentence_of(sentence))


def test_a_question_about_two_things_may_be_answered_by_a_sentence_about_one() -> None:
    sentence = "Het tarief van Saxion is 9 euro."
    assert able("Wat is het tarief van Saxion en van Fontys?", sentence)


def test_a_word_is_a_name_when_the_sources_write_it_as_one() -> None:
    about_another = "De opleiding bij Saxion duurt 2 jaar."
    others = ("Daar doet Remo dat.", "Zo werkt Remo.")
    assert not able("hoe lang duurt de opleiding bij remo", about_another, *others)
    assert able("hoe lang duurt de opleiding bij saxion", about_another, *others)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("In welke stad staat het lokaal?", "stad"),
        ("Hoe heet het papier van de school?", "papier"),
        ("Waar staat de afkorting CIVON voor?", "afkorting"),
        ("Which website has the list?", "website"),
    ],
)
def test_an_answer_stands_for_the_word_whose_instance_is_asked(question: str, word: str) -> None:
    assert word in stood_for(question)


def test_a_word_that_no_source_has_weighs_less_than_one_that_another_source_has() -> None:
    question, sentence = "Hoeveel bekostigt de rector de opleiding?", "De opleiding kost 3 euro."
    heavy = replace_weights(asking(question), 9.0)
    unknown = replace_weights(asking(question, known="hoeveel de opleiding"), 9.0)

    def lacked(request: Request) -> float:
        content = [word for word in request.words if word.is_content]
        weighed = weighed_for(request, content, [hit(sentence)])
        signals = signals_of(weighed, sentence_of(sentence), Nearness(0.5, {}))
        return 1 - signals[SIGNALS.index("whole")]

    assert lacked(unknown) < lacked(heavy)


def replace_weights(request: Request, weight: float) -> Request:
    """Return a request in which the words that no sentence of this test holds weigh as much as the rarest."""
    words = tuple(
        replace(word, weight=weight) if word.forms[0] in ("rector", "bekostigt") else word
        for word in request.words
    )
    return replace(request, words=words)


def test_the_shipped_model_knows_every_signal_and_prefers_what_meets_more() -> None:
    model = shipped_model()
    zeros = np.zeros(len(MEASURED))
    better = zeros.copy()
    better[MEASURED.index("whole")] = 1.0
    worse = zeros.copy()
    worse[MEASURED.index("worst_unmet")] = 1.0
    assert model.log_odds(better) > model.log_odds(zeros) > model.log_odds(worse)


def signal(name: str, question: str, sentence: str, *others: str, known: str = "") -> float:
    """Return one signal of the first of some sentences."""
    request = asking(question, known)
    hits = [hit(sentence), *map(hit, others)]
    content = [word for word in request.words if word.is_content]
    weighed = weighed_for(request, content, hits)
    sentences = candidates_of(hits, Analyzer())
    return measured(weighed, sentences, sentences, HashedEmbedder())[0][MEASURED.index(name)]


@pytest.mark.parametrize(
    ("name", "question", "nearer", "farther"),
    [
        ("worst_unmet", "Wat is het tarief van Saxion?", "Het tarief van Saxion is 9 euro.", "Er is bier."),
        ("kinds_missing", "Hoe lang duurt een Ad?", "Een Ad duurt 2 jaar.", "Een Ad begon in 2022."),
        ("count_far", "Hoeveel leerlingen zijn er?", "Er zijn 35 leerlingen.", "Er zijn 35 lokalen."),
    ],
)
def test_what_a_sentence_lacks_makes_its_signal_larger(
    name: str, question: str, nearer: str, farther: str
) -> None:
    assert signal(name, question, nearer) < signal(name, question, farther)


def test_a_word_that_stands_in_the_sentence_beside_it_counts_as_such() -> None:
    question = "Wat is het tarief van Saxion?"
    lacks = "Saxion zit in Enschede."
    assert signal("unmet_but_beside", question, lacks, "Het tarief is 9 euro.") > signal(
        "unmet_but_beside", question, lacks
    )


def test_the_sentence_that_can_be_the_answer_comes_first() -> None:
    request = asking("Wat is het tarief van Saxion?")
    hits = [hit("Het tarief van Fontys is 8 euro."), hit("Het tarief van Saxion is 9 euro.")]
    chosen = candidates_of(hits, Analyzer())
    found = judged(request, chosen, hits, HashedEmbedder()).sure
    assert [one.text for one in found][:1] == ["Het tarief van Saxion is 9 euro."]


def test_without_a_sentence_that_can_be_the_answer_nothing_is_enough() -> None:
    request = asking("Wat is het tarief van Saxion?")
    hits = [hit("Het bier van Fontys is koud.")]
    assert judged(request, candidates_of(hits, Analyzer()), hits, HashedEmbedder()).sure == ()
    assert judged(request, [], hits, HashedEmbedder()) == Judged()


def test_in_a_document_that_is_named_more_is_near() -> None:
    request = asking("Wat is het tarief van Vonkwerk voor groepen?", known="het tarief van voor")
    text = "Het tarief is 9 euro."
    elsewhere = hit(text)
    named = replace(elsewhere, named=frozenset({"vonkwerk"}))
    nearest = [
        judged(request, candidates_of([one], Analyzer()), [one], HashedEmbedder()).nearest
        for one in (elsewhere, named)
    ]
    assert [len(found) for found in nearest] == [0, 1]


def model_of(of_able: float, of_others: float) -> Model:
    """Return a model for which only `whole` counts."""
    coefficients = [0.0] * len(MEASURED)
    coefficients[MEASURED.index("whole")] = 1.0
    return Model(0.0, tuple(coefficients), of_able, of_others)


def signals(whole: float, is_able: bool) -> tuple[float, ...]:
    found = [0.0] * len(MEASURED)
    found[MEASURED.index("whole")] = whole
    found[MEASURED.index("able")] = float(is_able)
    return tuple(found)


def test_what_lacks_something_it_may_not_has_to_be_surer() -> None:
    model = model_of(of_able=0.3, of_others=0.7)
    assert model.is_enough(signals(0.5, is_able=True))
    assert not model.is_enough(signals(0.5, is_able=False))
    assert model.is_enough(signals(0.8, is_able=False))


def test_a_question_beside_one_that_has_an_answer_needs_less() -> None:
    model = model_of(of_able=0.9, of_others=0.9)
    assert not model.is_enough(signals(0.5, is_able=True))
    assert model.is_enough(signals(0.5, is_able=True), BESIDE_KNOWN)


def test_log_odds_are_linear_in_the_signals() -> None:
    model = Model(1.0, (2.0, -3.0), of_able=0.0, of_others=0.5)
    assert model.log_odds((1.0, 1.0)) == pytest.approx(0.0)


@pytest.mark.parametrize(("mark", "suggested"), [("", 1), ("\U000e0047\U000e0072", 0), ("\u202e", 0)])
def test_a_heading_with_words_that_nobody_sees_is_not_suggested(mark: str, suggested: int) -> None:
    request = asking("Wat is het tarief van Saxion?")
    first = hit("Het tarief van Saxion is 9 euro.")
    below = replace(
        first,
        passage=replace(first.passage, id="anders", text="Bel.", heading_path=("Gids", f"Meer weten?{mark}")),
    )
    evidence = [Evidence(number, one) for number, one in enumerate((first, below), start=1)]
    *_, written = ExtractiveWriter(HashedEmbedder(), Analyzer()).write(request, evidence)
    assert isinstance(written, Written)
    assert len(written.follow_ups) == suggested


def test_what_adds_nothing_to_a_sure_answer_is_left_out() -> None:
    request = asking("Wat kost de master Saxion?")
    sure, beside = hit("De master van Saxion kost 9 euro."), hit("Bier is lekker.")
    chosen = candidates_of([sure, beside], Analyzer())
    known = [replace(chosen[0], known=0.9), chosen[1]]
    assert [one.text for one in judged(request, known, [sure, beside], HashedEmbedder()).sure] == [
        sure.passage.text
    ]


HOUSE_RULES = "Zak je, dan volg je eerst een veiligheidsles."


def nearest(text: str, *, named: bool, written: bool = False) -> list[str]:
    request = asking("Mag een pacemaker mee bij de Gloeihaak?", known="gloeihaak")
    own = replace(hit(text), named=frozenset(["gloeihaak"]) if named else frozenset[str]())
    request = replace(request, written=frozenset([SOURCE.address]) if written else frozenset[str]())
    found = judged(request, candidates_of([own], Analyzer()), [own], HashedEmbedder())
    assert not found.sure
    return [one.text for one in found.nearest]


def test_a_document_that_a_school_brought_in_and_that_is_named_shows_what_stands_nearest() -> None:
    assert nearest(HOUSE_RULES, named=True) == [HOUSE_RULES]


def test_a_document_that_nobody_named_or_that_editors_wrote_questions_for_does_not() -> None:
    assert nearest(HOUSE_RULES, named=False) == []
    assert nearest(HOUSE_RULES, named=True, written=True) == []


@pytest.mark.parametrize(
    "text", ["Cursus: MIG; Prijs: € 845; Start: 3 mei", "Maandag tot en met donderdag: 07.45 - 21.00 uur"]
)
def test_a_row_whose_values_may_be_of_another_thing_is_not_shown_as_the_nearest(text: str) -> None:
    assert nearest(text, named=True) == []


def test_a_sentence_in_the_language_of_a_foreign_question_is_held_to_the_words_of_the_question() -> None:
    uren = QuestionWord(("uren",), 3.0, True, {"uren": 0.9})
    hours = QuestionWord(("uur", "hours"), 2.0, False, {"hours": 1.0, "uur": 0.9})
    request = replace(asking("How many hours is it?", language=Language.ENGLISH), words=(uren, hours))
    asked = weighed_for(request, [uren], [])
    dutch, english = hit("Het zijn 16 uren."), hit("It is 16 hours.")
    english = replace(english, passage=replace(english.passage, language="en"))
    first, second = candidates_of([dutch, english], Analyzer())
    assert asked.of(first).words == (uren,)
    assert asked.of(second).words == (hours,)
    assert not lacking(asked.of(second), second)
