"""The keyword side alone on the pages of citizens' questions (development yardstick, not a training set)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evals.retrieval import RetrievalReport, distinct_sources, evaluate, read_beir, write_policyqa_as_beir
from knowledge.language.analysis import Analyzer
from knowledge.language.tokens import sentences
from knowledge.store.keywords import KeywordDocument, KeywordIndex
from knowledge.types import Audience


def _passages(name: str, text: str) -> Iterator[KeywordDocument]:
    start = last = number = 0
    for span in sentences(text):
        if span.end - start > 1_200 and last > start:
            yield KeywordDocument(f"{name}#{number}", Audience.PUBLIC, "", (), text[start:last], name)
            start, number = span.start, number + 1
        last = span.end
    yield KeywordDocument(f"{name}#{number}", Audience.PUBLIC, "", (), text[start:], name)


class _ByPage:
    def __init__(self, index: KeywordIndex) -> None:
        self.index = index

    def search(self, query: str, k: int) -> list[str]:
        hits = self.index.search(query, [Audience.PUBLIC], k)
        return distinct_sources([hit.id for hit in hits], lambda passage: passage.split("#")[0])


@pytest.fixture(scope="module")
def report(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> RetrievalReport:
    folder = tmp_path_factory.mktemp("policyqa")
    write_policyqa_as_beir(shared / "data" / "policyqa_dev", folder)
    dataset = read_beir(folder)
    documents = (passage for page in dataset.documents for passage in _passages(page.id, page.text))
    return evaluate(dataset, _ByPage(KeywordIndex.build(folder / "index", documents, Analyzer())))


def test_the_right_page_comes_first_for_nine_of_ten_questions(report: RetrievalReport) -> None:
    assert report.metrics["hit@1"].mean >= 0.90
    assert report.metrics["mrr"].mean >= 0.94


def test_the_right_page_is_nearly_always_among_the_first_five(report: RetrievalReport) -> None:
    assert report.metrics["hit@5"].mean >= 0.97
