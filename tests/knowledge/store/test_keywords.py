"""The keyword index: what it finds, what it hides, and that it counts as its formula says."""

from __future__ import annotations

import json
import math
import pickle
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.errors import KeywordIndexError
from knowledge.language.analysis import Analyzer
from knowledge.store.keyword_rows import FIELD_WEIGHTS, LEAD_WORDS, LENGTH_NORM
from knowledge.store.keyword_scoring import K1, LETTER_WEIGHT, LEVEL_WEIGHTS
from knowledge.store.keywords import MOST_OF_A_SOURCE, KeywordDocument, KeywordIndex, analyse
from knowledge.types import Audience

ANALYZER = Analyzer()
PUBLIC, STAFF = Audience.PUBLIC, Audience.STAFF


def _document(
    name: str, text: str, title: str = "", audience: Audience = PUBLIC, source: str = ""
) -> KeywordDocument:
    return KeywordDocument(name, audience, title, (), text, source)


TEXTS = {
    "geld": "Het collegegeld is 2.601 euro per jaar. Betalen in termijnen kan.",
    "las": "De opleiding tot lasser duurt een jaar. Je werkt en leert bij een bedrijf.",
    "zorg": "Verpleegkundige word je met een opleiding in de zorg.",
    "huis": "Kamers en huizen huren in de stad.",
    "code": "Deze opleiding heeft crebo 25244 en niveau mbo-4.",
    "ander": "Deze cursus heeft crebo 25245 en niveau mbo-3.",
    "bbl": "Via de BBL werk je en ga je een dag naar school.",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> KeywordIndex:
    documents = [_document(name, text) for name, text in TEXTS.items()]
    return KeywordIndex.build(tmp_path_factory.mktemp("index"), documents, ANALYZER)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("colegegeld", "geld"),
        ("collegegelt", "geld"),
        ("collgegeld betalen", "geld"),
        ("lasopleiding", "las"),
        ("lassers", "las"),
        ("huis", "huis"),
        ("verpleegkundig", "zorg"),
        ("crebo 25244", "code"),
        ("crebo 25245", "ander"),
        ("mbo4", "code"),
        ("2601 euro", "geld"),
        ("beroepsbegeleidende leerweg", "bbl"),
    ],
)
def test_a_question_in_other_words_finds_the_passage(index: KeywordIndex, question: str, found: str) -> None:
    assert index.search(question, [PUBLIC], 1)[0].id == found


@pytest.mark.parametrize(
    ("question", "language", "found"),
    [
        ("How much is the tuition fee?", "en", "geld"),
        ("welder", "en", "las"),
        ("Wie werde ich Krankenpfleger?", "de", "zorg"),
    ],
)
def test_a_foreign_question_finds_the_dutch_passage(
    index: KeywordIndex, question: str, language: str, found: str
) -> None:
    assert index.search(question, [PUBLIC], 1, language=language)[0].id == found


@pytest.mark.parametrize("question", ["", " ", "?!", "🙂", "qqqqqqq", "\u202e\x00"])
def test_a_question_that_meets_nothing_finds_nothing(index: KeywordIndex, question: str) -> None:
    assert index.search(question, [PUBLIC], 5) == ()


def test_a_question_of_function_words_only_is_searched_with_them(index: KeywordIndex) -> None:
    assert index.search("naar een", [PUBLIC], 5) != ()


def test_only_what_is_allowed_is_found(index: KeywordIndex) -> None:
    assert {hit.id for hit in index.search("opleiding", [PUBLIC], 5, {"zorg"})} == {"zorg"}


def test_no_more_than_the_limit_is_found_and_best_comes_first(index: KeywordIndex) -> None:
    hits = index.search("opleiding lasser jaar", [PUBLIC], 2)
    assert len(hits) == 2
    assert hits[0].score >= hits[1].score
    assert index.search("opleiding", [PUBLIC], 0) == ()


def test_staff_documents_change_nothing_for_the_public(tmp_path: Path) -> None:
    public = [_document(name, text) for name, text in TEXTS.items()]
    hidden = [
        _document(f"s{at}", "collegegeld lasser crebo geheimplan " * at, audience=STAFF) for at in range(1, 6)
    ]
    alone = KeywordIndex.build(tmp_path / "alone", public, ANALYZER)
    mixed = KeywordIndex.build(tmp_path / "mixed", [*hidden[:2], *public, *hidden[2:]], ANALYZER)
    for question in ("collegegeld", "lasser crebo", "geheimplan", "geheim", "colegegeld opleiding"):
        assert mixed.search(question, [PUBLIC], 10) == alone.search(question, [PUBLIC], 10)


def test_public_files_hold_no_word_of_staff_documents(tmp_path: Path) -> None:
    documents = [_document("a", "openbaar"), _document("b", "geheimplan", audience=STAFF)]
    KeywordIndex.build(tmp_path, documents, ANALYZER)
    assert all(b"geheimplan" not in path.read_bytes() for path in (tmp_path / "public").iterdir())
    assert any(b"geheimplan" in path.read_bytes() for path in (tmp_path / "staff").iterdir())


def test_staff_find_public_and_staff_documents(tmp_path: Path) -> None:
    documents = [_document("a", "plan voor lassers"), _document("b", "intern plan", audience=STAFF)]
    found = KeywordIndex.build(tmp_path, documents, ANALYZER).search("plan", STAFF.visible, 5)
    assert {hit.id for hit in found} == {"a", "b"}


def test_a_word_in_the_title_counts_more_than_in_the_text(tmp_path: Path) -> None:
    documents = [
        _document("text", "iets over robotica hier", "Iets"),
        _document("title", "iets over dingen hier", "Robotica"),
    ]
    documents += [_document(str(at), "vulling zonder dat woord", "Kop") for at in range(5)]
    assert KeywordIndex.build(tmp_path, documents, ANALYZER).search("robotica", [PUBLIC], 1)[0].id == "title"


def test_a_passage_profits_from_what_its_source_is_about(tmp_path: Path) -> None:
    documents = [
        _document("a1", "Alles over de opleiding mechatronica.", source="a"),
        _document("a2", "De kosten zijn 100 euro.", source="a"),
        _document("b1", "Alles over de opleiding kapper.", source="b"),
        _document("b2", "De kosten zijn 200 euro.", source="b"),
    ]
    found = KeywordIndex.build(tmp_path, documents, ANALYZER).search("kosten mechatronica", [PUBLIC], 4)
    places = [hit.id for hit in found]
    assert places.index("a2") < places.index("b2")


def test_an_opened_index_answers_as_the_built_one(index: KeywordIndex) -> None:
    again = KeywordIndex.open(index.folder)
    assert len(again) == len(TEXTS)
    assert again.search("opleiding", [PUBLIC], 5) == index.search("opleiding", [PUBLIC], 5)


def test_an_empty_index_can_be_built_and_searched(tmp_path: Path) -> None:
    index = KeywordIndex.build(tmp_path, [], ANALYZER)
    assert index.search("iets", [PUBLIC, STAFF], 5) == ()


def test_documents_without_words_are_never_found_and_harm_nothing(tmp_path: Path) -> None:
    index = KeywordIndex.build(tmp_path, [_document("leeg", "  "), _document("vol", "lasser")], ANALYZER)
    assert [hit.id for hit in index.search("lasser", [PUBLIC], 5)] == ["vol"]
    only_empty = KeywordIndex.build(tmp_path / "leeg", [_document("leeg", "")], ANALYZER)
    assert only_empty.search("lasser", [PUBLIC], 5) == ()


def test_a_missing_or_foreign_index_says_how_to_mend_it(tmp_path: Path) -> None:
    with pytest.raises(KeywordIndexError, match="--rebuild"):
        KeywordIndex.open(tmp_path)
    KeywordIndex.build(tmp_path, [_document("a", "lasser")], ANALYZER)
    meta = tmp_path / "keywords.json"
    meta.write_text(json.dumps({**json.loads(meta.read_text()), "analyzer": "words-0"}))
    with pytest.raises(KeywordIndexError, match="words-0"):
        KeywordIndex.open(tmp_path)


def test_a_truncated_file_is_refused_at_opening(tmp_path: Path) -> None:
    KeywordIndex.build(tmp_path, [_document("a", "lasser in opleiding")], ANALYZER)
    victim = tmp_path / "public" / "post_rows.npy"
    victim.write_bytes(victim.read_bytes()[:-4])
    with pytest.raises(KeywordIndexError):
        KeywordIndex.open(tmp_path)


def test_batches_analysed_apart_give_the_same_index(tmp_path: Path) -> None:
    documents = [_document(name, text) for name, text in TEXTS.items()]
    parts = [
        pickle.loads(pickle.dumps(analyse(documents[at : at + 2], ANALYZER)))
        for at in range(0, len(documents), 2)
    ]
    whole = KeywordIndex.build(tmp_path / "whole", documents, ANALYZER)
    joined = KeywordIndex.write(tmp_path / "joined", parts, ANALYZER)
    for path in sorted((tmp_path / "whole" / "public").iterdir()):
        assert path.read_bytes() == (tmp_path / "joined" / "public" / path.name).read_bytes()
    assert whole.search("opleiding", [PUBLIC], 5) == joined.search("opleiding", [PUBLIC], 5)


def test_many_readers_get_the_same_answers(index: KeywordIndex) -> None:
    questions = ["opleiding lasser", "colegegeld", "crebo 25244", "huis"] * 25
    alone = [index.search(question, [PUBLIC], 5) for question in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda question: index.search(question, [PUBLIC], 5), questions))
    assert together == alone


WORDS = ("12", "34", "56", "78", "90")
"""Numbers have no stems and no n-grams, so that plain BM25 is what must come out."""


def _reference(bodies: Sequence[list[str]], question: list[str]) -> list[float]:
    """Score by the formula of `keyword_scoring`, one source per passage, sharing no code with it."""
    scores = [0.0] * len(bodies)
    lengths = [float(len(body)) for body in bodies]
    norms = [
        1 - LENGTH_NORM + LENGTH_NORM * length / max(sum(lengths) / len(lengths), 1.0) for length in lengths
    ]
    for word in dict.fromkeys(question):
        weight = 1 + LETTER_WEIGHT * len(word)
        for level, share in enumerate(LEVEL_WEIGHTS):
            rows = [body[:LEAD_WORDS] for body in bodies] if level == 2 else list(bodies)
            found = sum(word in row for row in rows)
            idf = math.log(1 + (len(rows) - found + 0.5) / (found + 0.5))
            for at, row in enumerate(rows):
                frequency = row.count(word) * FIELD_WEIGHTS[2] / (1.0 if level == 2 else norms[at])
                scores[at] += share * weight * idf * frequency / (frequency + K1[level]) if frequency else 0.0
    return scores


_BODY = st.lists(st.sampled_from(WORDS), max_size=90)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_BODY, min_size=1, max_size=6), st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))
def test_the_index_scores_as_brute_force_does(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[list[str]], question: list[str]
) -> None:
    documents = [_document(str(at), " ".join(body)) for at, body in enumerate(bodies)]
    index = KeywordIndex.build(tmp_path_factory.mktemp("brute"), documents, ANALYZER)
    expected = _reference(bodies, question)
    found = {hit.id: hit.score for hit in index.search(" ".join(question), [PUBLIC], 10)}
    for at, score in enumerate(expected):
        assert found.get(str(at), 0.0) == pytest.approx(score, rel=1e-4, abs=1e-5)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.sampled_from(["nl", "en", "de"]))
def test_any_question_is_answered_in_order_with_finite_scores(
    index: KeywordIndex, question: str, language: str
) -> None:
    hits = index.search(question, [PUBLIC], 10, language=language)
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert np.isfinite(scores).all()
    assert hits == index.search(question, [PUBLIC], 10, language=language)


def test_a_pasted_page_is_a_question_of_bounded_cost(index: KeywordIndex) -> None:
    assert (
        index.search(
            " ".join(f"qx{chr(97 + at % 26)}{chr(97 + at // 26)}z" for at in range(26 * 26)) + " lasser",
            [PUBLIC],
            5,
        )
        == ()
    )
    assert index.search("a" * 1_000_000, [PUBLIC], 5) == ()


def test_one_source_never_fills_the_list_by_itself(tmp_path: Path) -> None:
    documents = [
        KeywordDocument(f"c{at}", PUBLIC, "", (), f"lasser lasser {at}", "catalogue") for at in range(300)
    ]
    documents.append(
        KeywordDocument(
            "d", PUBLIC, "", (), "Een tekst die ook een lasser noemt, maar maar een keer.", "text"
        )
    )
    found = KeywordIndex.build(tmp_path / "k", documents, Analyzer()).search("lasser", [PUBLIC], 20)
    assert "d" in {hit.id for hit in found}
    assert len(found) == MOST_OF_A_SOURCE + 1


def test_a_word_that_was_asked_before_is_the_same_for_the_same_reader_and_no_other(tmp_path):
    documents = [
        KeywordDocument("a", Audience.PUBLIC, "", (), "lascursus in Almelo"),
        KeywordDocument("b", Audience.STAFF, "", (), "lascursus voor docenten en een geheime lascursist"),
    ]
    index = KeywordIndex.build(tmp_path / "index", documents, Analyzer())
    readers = [(Audience.PUBLIC,), (Audience.PUBLIC, Audience.STAFF)]
    fresh = [KeywordIndex.open(tmp_path / "index").words_of("lascursus", who) for who in readers]
    assert fresh[0] != fresh[1]
    for _ in range(2):
        assert [index.words_of("lascursus", who) for who in readers] == fresh


def test_what_is_remembered_of_earlier_questions_is_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr("knowledge.store.keywords.MOST_SEEN", 5)
    index = KeywordIndex.build(
        tmp_path / "index", [KeywordDocument("a", Audience.PUBLIC, "", (), "lassen")], Analyzer()
    )
    for number in range(50):
        index.words_of(f"woord{number}", (Audience.PUBLIC,))
        assert len(index.seen) <= 5
