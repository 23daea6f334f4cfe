"""The metrics, checked by hand, and the BEIR folder."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest

from evals.retrieval import (
    Dataset,
    Query,
    as_table,
    bootstrap,
    distinct_sources,
    evaluate,
    hit,
    ndcg,
    percentile,
    read_beir,
    reciprocal_rank,
    write_policyqa_as_beir,
)


class Fixed:
    """A search with known answers."""

    def __init__(self, answers: dict[str, list[str]]) -> None:
        self.answers = answers

    def search(self, query: str, k: int) -> list[str]:
        return self.answers[query][:k]


def test_ndcg_by_hand() -> None:
    relevant = {"a": 2, "b": 1}
    ideal = 2 / math.log2(2) + 1 / math.log2(3)
    assert ndcg(["a", "b"], relevant, 10) == 1.0
    assert ndcg(["x", "b", "a"], relevant, 10) == pytest.approx((1 / math.log2(3) + 2 / math.log2(4)) / ideal)
    assert ndcg(["x", "b", "a"], relevant, 2) == pytest.approx((1 / math.log2(3)) / ideal)
    assert ndcg([], relevant, 10) == 0.0


def test_reciprocal_rank_by_hand() -> None:
    assert reciprocal_rank(["x", "a", "b"], {"a": 1, "b": 1}) == 0.5
    assert reciprocal_rank(["x"], {"a": 1}) == 0.0


def test_hit_by_hand() -> None:
    assert hit(["x", "a"], {"a": 1}, 1) == 0.0
    assert hit(["x", "a"], {"a": 1}, 2) == 1.0


def test_percentiles_are_values_that_occurred() -> None:
    assert percentile([5.0, 1.0, 3.0], 50) == 3.0
    assert percentile([5.0, 1.0, 3.0], 95) == 5.0
    assert percentile([], 95) == 0.0


def test_the_interval_holds_the_mean_and_repeats() -> None:
    interval = bootstrap([0.0, 1.0] * 50)
    assert interval.low < interval.mean == 0.5 < interval.high
    assert interval == bootstrap([0.0, 1.0] * 50)
    assert bootstrap([1.0] * 9).low == 1.0


def test_a_report_has_the_means_over_questions() -> None:
    queries = (Query("1", "een", {"a": 1}), Query("2", "twee", {"b": 1}))
    ticks = iter([0.0, 0.010, 1.0, 1.030])
    search = Fixed({"een": ["a"], "twee": ["x", "y", "b"]})
    report = evaluate(Dataset((), queries), search, clock=lambda: next(ticks))
    assert report.to_json() == {
        "ndcg@10": 0.75, "mrr": 0.6667, "hit@1": 0.5, "hit@3": 1.0, "hit@5": 1.0, "hit@10": 1.0,
        "n": 2, "latency_ms_p50": 10.0, "latency_ms_p95": 30.0,
    }  # fmt: skip
    assert "hit@1" in as_table(report)


def test_passages_become_sources_by_their_best() -> None:
    assert distinct_sources(["a#1", "b#1", "a#2"], lambda passage: passage.split("#")[0]) == ["a", "b"]


def test_a_beir_folder_is_read_and_unanswerable_queries_left_out(tmp_path: Path) -> None:
    (tmp_path / "qrels").mkdir()
    (tmp_path / "corpus.jsonl").write_text(
        '{"_id": "d", "title": "T", "text": "x"}\n{"_id": "e", "text": "y"}\n'
    )
    (tmp_path / "queries.jsonl").write_text('{"_id": "q", "text": "één"}\n{"_id": "r", "text": "twee"}\n')
    (tmp_path / "qrels" / "test.tsv").write_text("query-id\tcorpus-id\tscore\nq\td\t1\nq\te\t0\n")
    dataset = read_beir(tmp_path)
    assert [document.title for document in dataset.documents] == ["T", ""]
    assert dataset.queries == (Query("q", "één", {"d": 1}),)


def test_policyqa_files_become_a_beir_folder(tmp_path: Path) -> None:
    source = tmp_path / "in"
    source.mkdir()
    (source / "documents.jsonl").write_text(json.dumps({"id": "d", "text": "pagina"}) + "\n")
    (source / "questions.jsonl").write_text(
        json.dumps({"id": "d", "question": "wat", "document": "d", "answers": []}) + "\n"
    )
    write_policyqa_as_beir(source, tmp_path / "out")
    assert read_beir(tmp_path / "out").queries == (Query("d", "wat", {"d": 1}),)
