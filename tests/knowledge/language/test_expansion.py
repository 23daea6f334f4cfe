"""Abbreviations written out, foreign questions in Dutch, and the data behind them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.language import expansion
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import CorpusWords, abbreviations, dutch_terms, readable, translated_terms
from knowledge.language.spelling import edit_distance

DATA = Path(expansion.__file__).parent / "data"
ANALYZER = Analyzer()


def _forms(question: str, language: str) -> set[str]:
    terms = translated_terms(ANALYZER.words(question), language)
    return {word for term in terms for word, _ in term.forms}


def test_an_abbreviation_is_also_looked_for_written_out() -> None:
    assert {term.forms[0][0] for term in dutch_terms(["bbl"], ANALYZER)} == {"beroepsbegeleidende", "leerweg"}


def test_a_phrase_is_also_looked_for_abbreviated() -> None:
    terms = dutch_terms(ANALYZER.words("de beroepsopleidende leerweg"), ANALYZER)
    assert [term.forms[0][0] for term in terms] == ["bol"]


@pytest.mark.parametrize(
    ("question", "language", "dutch"),
    [
        ("How much is the tuition fee?", "en", "collegegeld"),
        ("Are tuition fees lower?", "en", "collegegeld"),
        ("mechanical engineering", "en", "werktuigbouwkunde"),
        ("apprenticeship", "en", "bbl"),
        ("Was kosten die Studiengebühren?", "de", "collegegeld"),
        ("eine Schweißausbildung", "de", "lasopleiding"),
        ("Elektrikerausbildung", "de", "elektricien"),
    ],
)
def test_a_field_term_of_a_foreign_question_is_looked_for_in_dutch(
    question: str, language: str, dutch: str
) -> None:
    assert dutch in _forms(question, language)


def test_a_name_in_a_foreign_question_is_kept_for_less() -> None:
    (term,) = translated_terms(["saxion"], "en")
    assert term.forms == (("saxion", 1.0),)
    assert term.weight < 1.0


def _corpus(near: dict[str, tuple[tuple[str, float], ...]], holds: tuple[str, ...] = ()) -> CorpusWords:
    return CorpusWords(lambda word: word in holds, lambda word: near.get(word, ()))


def test_a_word_that_the_glossary_lacks_is_looked_for_as_the_corpus_calls_it() -> None:
    (term,) = translated_terms(["zymurgy"], "en", _corpus({"zymurgy": (("brouwen", 0.8),)}))
    assert dict(term.forms) == {"brouwen": pytest.approx(0.8 * expansion.TRANSLATED), "zymurgy": 1.0}


def test_a_word_of_the_corpus_itself_is_not_replaced() -> None:
    (term,) = translated_terms(["zymurgy"], "en", _corpus({"zymurgy": (("brouwen", 0.8),)}, ("zymurgy",)))
    assert term.forms == (("zymurgy", 1.0),)


@pytest.mark.parametrize(
    ("misspelled", "language", "dutch"),
    [
        ("electrican", "en", "elektricien"),
        ("Umschuhlung", "de", "omscholing"),
        ("tution", "en", "collegegeld"),
    ],
)
def test_a_misspelled_foreign_field_term_is_understood(misspelled: str, language: str, dutch: str) -> None:
    terms = translated_terms(ANALYZER.words(misspelled), language, _corpus({}))
    assert dutch in {word for term in terms for word, _ in term.forms}


def test_a_name_of_the_corpus_is_never_respelled() -> None:
    (term,) = translated_terms(["tution"], "en", _corpus({}, ("tution",)))
    assert term.forms == (("tution", 1.0),)


def test_the_field_it_is_told_from_the_pronoun() -> None:
    assert readable("Can I do it in IT?", "en") == "Can I do it in ict?"
    assert readable("IS IT FREE?", "en") == "IS IT FREE?"


def test_a_german_verb_is_found_by_its_infinitive() -> None:
    assert "lenen" in _forms("wer leiht mir etwas", "de")


@given(
    st.lists(st.text(alphabet="abcdefghijklmnopß", min_size=1, max_size=15), max_size=10),
    st.sampled_from(["en", "de"]),
)
def test_translations_weigh_at_most_one(words: list[str], language: str) -> None:
    for term in translated_terms(words, language):
        assert 0.0 < term.weight <= 1.0
        assert term.forms
        assert all(0.0 < likeness <= 1.0 for _, likeness in term.forms)


@pytest.mark.parametrize(
    ("name", "least"), [("glossary.csv", 600), ("glossary_general.csv", 3_000), ("abbreviations.csv", 80)]
)
def test_every_entry_has_a_source_and_none_is_double(name: str, least: int) -> None:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) >= least
    assert all(all(value.strip() for value in row.values()) for row in rows)
    assert len({next(iter(row.values())).lower() for row in rows}) == len(rows)


def test_the_field_s_own_abbreviations_are_known() -> None:
    assert {"bbl", "bol", "ad", "evc", "vavo", "bsa", "roc"} <= set(abbreviations())


@pytest.mark.parametrize(
    ("first", "second", "distance"),
    [
        ("collegegeld", "colegegeld", 1),
        ("lasser", "lasesr", 1),
        ("abc", "abc", 0),
        ("", "ab", 2),
        ("lasser", "kapper", 3),
    ],
)
def test_edit_distance_counts_slips_up_to_the_limit(first: str, second: str, distance: int) -> None:
    assert edit_distance(first, second, 2) == distance


@given(st.text(alphabet="ab", max_size=6), st.text(alphabet="ab", max_size=6))
def test_edit_distance_is_the_same_both_ways(first: str, second: str) -> None:
    assert edit_distance(first, second, 9) == edit_distance(second, first, 9)
