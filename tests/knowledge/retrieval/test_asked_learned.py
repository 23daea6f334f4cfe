"""What was learned of all written questions recognises the sentence that a new one asks for."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import knowledge
from knowledge.embedding.hashed import HashedEmbedder
from knowledge.library.contents import question_files
from knowledge.retrieval.asked import SIGNALS, AskedIndex
from knowledge.retrieval.asked_files import AskedOfSentence, read_asked
from knowledge.retrieval.asked_learned import (
    BUCKETS,
    Learned,
    LearnedError,
    buckets_of,
    key_of,
    shipped_learned,
)
from knowledge.retrieval.asked_table import AskedQuestion, Target
from tools.asked_learned import Settings, Written, learned, report

LIBRARY = Path(knowledge.__file__).parent / "library"

ENTRIES = (
    AskedOfSentence(
        "vca.md",
        "Het examen VCA Basis heeft",
        (
            ("Hoeveel vragen krijg je bij VCA Basis?", "nl"),
            ("Uit hoeveel opgaven bestaat het examen VCA Basis?", "nl"),
            ("How many questions has the basic exam?", "en"),
        ),
    ),
    AskedOfSentence(
        "slim.md",
        "De werkgever vraagt SLIM aan",
        (
            ("Kan mijn baas subsidie aanvragen?", "nl"),
            ("Wie dient de aanvraag voor SLIM in?", "nl"),
            ("Who applies for the subsidy?", "en"),
        ),
    ),
    AskedOfSentence("leeg.md", "Waar niemand naar vraagt", ()),
)
KEYS = [key_of(one.document, one.sentence) for one in ENTRIES]
SMALL = Settings(dimension=8, epochs=30, batch=3, rate=0.03)
MODEL = learned(Written.of(ENTRIES), KEYS, SMALL)


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("Hoeveel opgaven krijg ik bij het examen?", 0),
        ("hoevel vragn vca basis", 0),
        ("Mag mijn baas een aanvraag indienen?", 1),
        ("Who applies?", 1),
    ],
)
def test_a_new_question_is_recognised_by_the_words_of_all_written_ones(question: str, row: int) -> None:
    assert MODEL.likeness(question).argmax() == row


def test_the_same_questions_give_the_same_numbers() -> None:
    again = learned(Written.of(ENTRIES), KEYS, SMALL)
    assert np.array_equal(again.table, MODEL.table)
    assert np.array_equal(again.sentences, MODEL.sentences)


def test_another_seed_gives_others() -> None:
    other = learned(Written.of(ENTRIES), KEYS, Settings(dimension=8, epochs=30, batch=3, seed=1))
    assert not np.array_equal(other.table, MODEL.table)


def test_a_sentence_of_which_nothing_was_learned_is_like_no_question() -> None:
    some = MODEL.of([KEYS[1], key_of("nieuw.md", "Een nieuwe zin"), KEYS[0]])
    likeness = some.likeness("Hoeveel vragen krijg je bij VCA Basis?")
    assert likeness[1] == 0.0
    assert likeness.argmax() == 2


def test_the_same_words_in_another_document_are_another_sentence() -> None:
    assert key_of("a.md", "Dit is zo") != key_of("b.md", "Dit is zo")


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_text_has_cosines_and_chances(text: str) -> None:
    likeness = MODEL.likeness(text)
    chances = MODEL.chances(likeness)
    assert likeness.shape == chances.shape == (len(KEYS),)
    assert np.abs(likeness).max() <= 1.001
    assert chances.sum() == pytest.approx(1.0, abs=1e-4)


@given(st.text(min_size=1, max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_word_has_buckets(word: str) -> None:
    assert all(0 <= one < BUCKETS for one in buckets_of(word))
    assert buckets_of(word)


@pytest.mark.parametrize("text", ["", "?!", "🙂"])
def test_a_text_without_words_is_like_nothing(text: str) -> None:
    assert not MODEL.likeness(text).any()


def test_no_sentences_have_no_chances() -> None:
    none = MODEL.of([])
    assert none.chances(none.likeness("Wat kost VCA?")).shape == (0,)


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    MODEL.save(tmp_path / "learned.npz")
    read = Learned.load(tmp_path / "learned.npz")
    question = "Kan mijn baas subsidie aanvragen?"
    assert read.likeness(question) == pytest.approx(MODEL.likeness(question), abs=2e-3)
    assert (read.keys == MODEL.keys).all()


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 damaged"])
def test_a_damaged_file_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "learned.npz"
    path.write_bytes(content)
    with pytest.raises(LearnedError, match=r"tools\.asked_learned"):
        Learned.load(path)


def test_a_file_of_another_size_is_refused(tmp_path: Path) -> None:
    Learned(MODEL.table[:10], MODEL.scale, MODEL.sentences, MODEL.keys, MODEL.sharpness).save(
        tmp_path / "learned.npz"
    )
    with pytest.raises(LearnedError, match="10 rijen"):
        Learned.load(tmp_path / "learned.npz")


def test_the_package_has_learned_of_every_sentence_with_written_questions() -> None:
    """After a change of the sentences: `python -m tools.asked_learned`."""
    keys = [key_of(one.document, one.sentence) for one in read_asked(question_files(LIBRARY))]
    assert len(set(keys)) == len(keys)
    assert set(keys) == set(shipped_learned().keys.tolist())


def test_the_package_recognises_the_written_questions() -> None:
    """It has seen them, so that nearly all are; fewer says that they were changed and not learned again."""
    entries = read_asked(question_files(LIBRARY))
    model = shipped_learned().of([key_of(one.document, one.sentence) for one in entries])
    asked = [(text, row) for row, one in enumerate(entries) for text, _ in one.questions[::10]]
    right = [int(model.likeness(text).argmax()) == row for text, row in asked]
    assert np.mean(right) > 0.93


def test_a_question_far_from_each_written_one_finds_what_was_learned() -> None:
    targets = tuple(Target(one.document, one.sentence) for one in ENTRIES)
    asked = [
        AskedQuestion(text, language, row)
        for row, one in enumerate(ENTRIES)
        for text, language in one.questions
    ]
    index = AskedIndex(targets, asked, HashedEmbedder(), MODEL)
    found = index.nearest("Mag de baas indienen?", "nl")
    assert found[0].target == 1
    assert all(len(one.signals) == len(SIGNALS) for one in found)
    assert found[0].signals[SIGNALS.index("learned_chance")] > 0.5


def test_the_report_tells_each_language() -> None:
    more = tuple(
        AskedOfSentence(one.document, one.sentence, tuple((text, language) for text, _ in one.questions))
        for one in ENTRIES
        for language in ("nl",)
    )
    assert next(report(more, 2, SMALL)).startswith("nl: ")
