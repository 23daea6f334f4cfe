"""Dutch words of an index for foreign ones, by meaning, and never a word of hidden documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.embedding.domain import DomainEmbedder
from knowledge.language.analysis import Analyzer
from knowledge.retrieval.translation import LEAST_LIKENESS, NearestWords, Translator
from knowledge.store.keywords import KeywordDocument, KeywordIndex
from knowledge.types import Audience

WORDS = ("vakmanschap", "werkgever", "lasser", "warmtepomp", "tekort", "gemeente", "juni")


@pytest.fixture(scope="module")
def embedder() -> DomainEmbedder:
    return DomainEmbedder.shipped()


@pytest.fixture(scope="module")
def nearest(embedder: DomainEmbedder) -> NearestWords:
    return NearestWords.of(WORDS, embedder)


@pytest.fixture
def index(tmp_path: Path) -> KeywordIndex:
    documents = [
        KeywordDocument("p1", Audience.PUBLIC, "", (), "Een werkgever zoekt personeel.", "p"),
        KeywordDocument("p2", Audience.PUBLIC, "", (), "De werkgever betaalt.", "p"),
        KeywordDocument("s1", Audience.STAFF, "", (), "Het vakmanschap van de lasser.", "s"),
        KeywordDocument("s2", Audience.STAFF, "", (), "Over vakmanschap van een lasser.", "s"),
    ]
    return KeywordIndex.build(tmp_path / "keywords", documents, Analyzer())


@pytest.mark.parametrize(
    ("foreign", "dutch"),
    [
        ("craftsmanship", "vakmanschap"),
        ("employer", "werkgever"),
        ("Schweißer", "lasser"),
        ("shortage", "tekort"),
    ],
)
def test_the_nearest_dutch_word_means_the_same(nearest: NearestWords, foreign: str, dutch: str) -> None:
    assert nearest.near(foreign)[0][0] == dutch


def test_a_word_without_a_dutch_twin_has_none(nearest: NearestWords) -> None:
    assert nearest.near("treasure") == ()


def test_a_short_word_is_not_translated_by_its_letters(nearest: NearestWords) -> None:
    assert nearest.near("uni") == ()


def test_likeness_is_between_the_threshold_and_one_and_falls(nearest: NearestWords) -> None:
    shares = [share for _, share in nearest.near("Wärmepumpen")]
    assert shares == sorted(shares, reverse=True)
    assert all(LEAST_LIKENESS <= share <= 1.0001 for share in shares)


def test_words_of_hidden_documents_are_never_given(index: KeywordIndex, embedder: DomainEmbedder) -> None:
    translator = Translator(embedder)
    assert translator.over(index, 1, Audience.STAFF.visible).near("craftsmanship") != ()
    assert translator.over(index, 1, Audience.PUBLIC.visible).near("craftsmanship") == ()


def test_a_new_generation_is_looked_at_anew(
    index: KeywordIndex, embedder: DomainEmbedder, tmp_path: Path
) -> None:
    translator = Translator(embedder)
    assert "werkgever" in translator.over(index, 1, Audience.PUBLIC.visible).words
    texts = ("Een lasser last.", "De lasser werkt.")
    documents = [
        KeywordDocument(str(at), Audience.PUBLIC, "", (), text, "x") for at, text in enumerate(texts)
    ]
    later = KeywordIndex.build(tmp_path / "later", documents, Analyzer())
    assert "lasser" in translator.over(later, 2, Audience.PUBLIC.visible).words


def test_a_translating_index_finds_what_the_glossary_cannot(
    index: KeywordIndex, embedder: DomainEmbedder
) -> None:
    visible = Audience.STAFF.visible
    assert index.search("weldment", visible, 5, language="en") == ()
    translating = index.translating(Translator(embedder).over(index, 1, visible).near)
    assert {hit.id for hit in translating.search("weldment", visible, 5, language="en")} == {"s1", "s2"}


def test_a_town_means_no_word_that_is_written_like_it(embedder: DomainEmbedder) -> None:
    nearest = NearestWords.of(("beethoven", "eindhovense", "hoven"), embedder)
    assert nearest.near("eindhoven") == ()
