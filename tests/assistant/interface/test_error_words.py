"""What stands in the way is said in the language of who reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.interface.error_words import error_table, error_words
from assistant.types import Language
from knowledge import errors
from knowledge.errors import DiskFullError, KnowledgeError, NothingToRollBackError, UnreadableFileError

CLASSES = sorted(
    (one for one in vars(errors).values() if isinstance(one, type) and one.__base__ is KnowledgeError),
    key=lambda one: one.__name__,
)


def test_a_reader_of_dutch_gets_the_words_of_the_error():
    error = DiskFullError("/data")
    assert error_words(error, Language.DUTCH) == str(error)


def test_readers_of_other_languages_get_theirs_with_the_same_facts():
    assert "The disk of /data has no room" in error_words(DiskFullError("/data"), Language.ENGLISH)
    assert "Auf der Festplatte von /data" in error_words(DiskFullError("/data"), Language.GERMAN)
    assert error_words(NothingToRollBackError(), Language.ENGLISH).startswith("There is no earlier version")


def test_braces_in_a_fact_stay_words():
    error = UnreadableFileError("{path}.pdf", "{0} is leeg.", "Kijk na.")
    assert "{path}.pdf could not be read. In Dutch: {0} is leeg. Kijk na." in error_words(
        error, Language.ENGLISH
    )


def test_an_error_that_the_table_does_not_have_is_said_in_dutch():
    class NewError(KnowledgeError):
        """Made after the table."""

    assert error_words(NewError("Dit is nieuw."), Language.GERMAN) == "Dit is nieuw."


@pytest.mark.parametrize("kind", CLASSES, ids=lambda one: one.__name__)
def test_every_error_has_its_sentences_with_facts_that_it_knows(kind):
    sentences = error_table()[kind.__name__]
    assert set(sentences) == {"en", "de"}
    known = set(re.findall(r"\b\w+(?=: )", kind.__init__.__doc__ or "")) | set(kind.__init__.__annotations__)
    for sentence in sentences.values():
        assert set(re.findall(r"\{(\w+)", sentence)) <= known


def test_the_table_has_no_class_that_is_gone():
    assert set(error_table()) == {one.__name__ for one in CLASSES}
    assert Path(errors.__file__ or "").is_file()
