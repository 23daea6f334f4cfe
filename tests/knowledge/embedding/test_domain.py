"""The contract of an embedder, and what the domain embedder adds to it."""

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.embeddings import Embeddings

from knowledge.embedding import domain
from knowledge.embedding.domain import DomainEmbedder
from tests.knowledge.embedding.conftest import DIMENSION, WORDS, small_weights

ODD_TEXTS = [
    "",
    " ",
    "a",
    "\x00",
    "🤖👩‍🔬",
    "\u202erekkab\u202c",
    "面包师",
    "пекарь",
    "خباز",
    "\ud800",
    "x" * 1_000_000,
    "...!?",
    "½ ﬁ ﷺ",
]


def is_unit(vectors: np.ndarray) -> bool:
    return bool(np.isfinite(vectors).all() and np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5))


@pytest.mark.parametrize("text", ODD_TEXTS, ids=range(len(ODD_TEXTS)))
def test_odd_text_has_a_defined_unit_vector(embedder: DomainEmbedder, text: str) -> None:
    assert is_unit(embedder.vectors([text]))


@given(st.lists(st.text(alphabet=st.characters(), max_size=80), max_size=6))
def test_any_text_has_a_defined_unit_vector(embedder: DomainEmbedder, texts: list[str]) -> None:
    vectors = embedder.vectors(texts)
    assert vectors.shape == (len(texts), DIMENSION)
    assert vectors.dtype == np.float32
    assert is_unit(vectors) or not texts


def test_texts_without_a_known_part_share_one_vector(embedder: DomainEmbedder) -> None:
    nothing, signs = embedder.vectors(["", "%%%"])
    np.testing.assert_array_equal(nothing, signs)


TITLES = st.lists(
    st.lists(st.sampled_from([*WORDS, "bakkersknecht", "hulpkok", "ÿ"]), max_size=40).map(" ".join),
    max_size=20,
)


@given(TITLES)
def test_a_text_has_the_same_bits_alone_and_in_a_batch(embedder: DomainEmbedder, texts: list[str]) -> None:
    together = embedder.vectors(texts)
    for place, text in enumerate(texts):
        np.testing.assert_array_equal(embedder.vectors([text])[0], together[place])


@given(TITLES)
@settings(max_examples=25)
def test_what_was_embedded_before_does_not_matter(embedder: DomainEmbedder, texts: list[str]) -> None:
    np.testing.assert_array_equal(DomainEmbedder(small_weights()).vectors(texts), embedder.vectors(texts))


def test_a_full_memory_of_words_does_not_change_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"{word} {number}" for number in range(40) for word in WORDS]
    expected = DomainEmbedder(small_weights()).vectors(texts)
    monkeypatch.setattr(domain, "REMEMBERED_WORDS", 4)
    monkeypatch.setattr(domain, "WORDS_AT_ONCE", 8)
    forgetful = DomainEmbedder(small_weights())
    for _ in range(2):
        np.testing.assert_array_equal(forgetful.vectors(texts), expected)


def test_a_very_long_text_is_embedded_from_its_beginning(embedder: DomainEmbedder) -> None:
    beginning = "bakker " * domain.WORDS_OF_A_TEXT
    np.testing.assert_array_equal(*embedder.vectors([beginning, beginning + "lasser " * 50_000]))


def test_threads_that_share_an_embedder_get_the_same_vectors() -> None:
    shared, texts = (
        DomainEmbedder(small_weights()),
        [f"{word}{number}" for number in range(200) for word in WORDS],
    )
    expected, found = DomainEmbedder(small_weights()).vectors(texts), list[np.ndarray]()
    threads = [threading.Thread(target=lambda: found.append(shared.vectors(texts))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 4
    assert all(np.array_equal(vectors, expected) for vectors in found)


def test_order_of_words_hardly_matters(embedder: DomainEmbedder) -> None:
    one, other = embedder.vectors(["bakker kok", "kok bakker"])
    assert one @ other > 0.9999


def test_a_typing_error_stays_near(embedder: DomainEmbedder) -> None:
    right, wrong, other = embedder.vectors(["verpleegkundige", "verpleegkundge", "timmerman"])
    assert wrong @ right > 0.6 > wrong @ other


def test_it_is_a_langchain_embeddings(embedder: DomainEmbedder) -> None:
    assert isinstance(embedder, Embeddings)
    assert (
        embedder.embed_documents(["kok"])
        == [embedder.embed_query("kok")]
        == embedder.vectors(["kok"]).tolist()
    )


def test_other_weights_have_another_fingerprint(embedder: DomainEmbedder) -> None:
    assert DomainEmbedder(small_weights(seed=1)).fingerprint != embedder.fingerprint
