"""The keyword engines that are compared: each builds into a folder, opens it, and answers with passage ids.

The others get our own analysis where they can take it: Snowball stems, or stems and character 4-5-grams.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from knowledge.language.analysis import Analyzer
from knowledge.store.keywords import KeywordDocument, KeywordIndex
from knowledge.types import Audience

Passages = Sequence[tuple[str, str, str]]
"""(id, source, text)."""

ANALYZER = Analyzer()


def stems(text: str) -> list[str]:
    """Return the stems of a text."""
    return ANALYZER.stems(ANALYZER.words(text))


def character_grams(text: str) -> list[str]:
    """Return the character 4-5-grams within words, with edges marked by a digit that no word holds."""
    marked = [f"0{word}0" for word in ANALYZER.words(text)]
    return [
        word[at : at + size]
        for word in marked
        for size in (4, 5)
        for at in range(max(1, len(word) - size + 1))
    ]


class Leerwijzer:
    """The index of this project."""

    def __init__(self, analyzer: Analyzer = ANALYZER) -> None:
        self.analyzer = analyzer

    def build(self, folder: Path, passages: Passages) -> None:
        documents = (
            KeywordDocument(name, Audience.PUBLIC, "", (), text, source) for name, source, text in passages
        )
        KeywordIndex.build(folder, documents, self.analyzer)

    def open(self, folder: Path) -> None:
        self.index = KeywordIndex.open(folder, self.analyzer)

    def search(self, question: str, limit: int) -> list[str]:
        return [hit.id for hit in self.index.search(question, [Audience.PUBLIC], limit)]


class SqliteFts5:
    """SQLite FTS5 with its own bm25 over our stems."""

    def __init__(self, terms: Callable[[str], list[str]] = stems) -> None:
        self.terms = terms

    def build(self, folder: Path, passages: Passages) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(folder / "fts.sqlite3")
        base.execute(
            "create virtual table p using fts5(id unindexed, body, tokenize = \"unicode61 tokenchars '_,.'\")"
        )
        rows = ((name, " ".join(self.terms(text))) for name, _, text in passages)
        base.executemany("insert into p values (?, ?)", rows)
        base.commit()
        base.execute("insert into p(p) values ('optimize')")
        base.commit()
        base.close()

    def open(self, folder: Path) -> None:
        self.base = sqlite3.connect(folder / "fts.sqlite3")

    def search(self, question: str, limit: int) -> list[str]:
        terms = " OR ".join(f'"{term}"' for term in dict.fromkeys(self.terms(question)))
        rows = self.base.execute("select id from p where p match ? order by bm25(p) limit ?", (terms, limit))
        return [row[0] for row in rows]


class Bm25s:
    """bm25s over our stems, loaded with mmap."""

    def __init__(self, terms: Callable[[str], list[str]] = stems) -> None:
        self.terms = terms

    def build(self, folder: Path, passages: Passages) -> None:
        import bm25s

        engine = bm25s.BM25()
        engine.index([self.terms(text) for _, _, text in passages], show_progress=False)
        engine.save(str(folder))
        (folder / "ids.json").write_text(json.dumps([name for name, _, _ in passages]))

    def open(self, folder: Path) -> None:
        import bm25s

        self.engine = bm25s.BM25.load(str(folder), mmap=True)
        self.ids = json.loads((folder / "ids.json").read_text())

    def search(self, question: str, limit: int) -> list[str]:
        count = min(limit, len(self.ids))
        found, _ = self.engine.retrieve([self.terms(question)], k=count, show_progress=False)
        return [self.ids[at] for at in found[0]]


class Tantivy:
    """tantivy over our stems; fuzzy and compound matching only as far as n-gram terms give it."""

    def __init__(self, terms: Callable[[str], list[str]] = stems) -> None:
        self.terms = terms

    def _schema(self) -> Any:
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", stored=True, tokenizer_name="raw")
        builder.add_text_field("body", stored=False, tokenizer_name="whitespace")
        return builder.build()

    def build(self, folder: Path, passages: Passages) -> None:
        import tantivy

        folder.mkdir(parents=True, exist_ok=True)
        writer = tantivy.Index(self._schema(), path=str(folder)).writer(num_threads=1)
        for name, _, text in passages:
            writer.add_document(tantivy.Document(id=[name], body=[" ".join(self.terms(text))]))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        import tantivy

        self.schema = self._schema()
        self.index = tantivy.Index(self.schema, path=str(folder))
        self.index.reload()

    def search(self, question: str, limit: int) -> list[str]:
        import tantivy

        terms = dict.fromkeys(self.terms(question))
        parts = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self.schema, "body", term, index_option="freq"))
            for term in terms
        ]
        searcher = self.index.searcher()
        hits = searcher.search(tantivy.Query.boolean_query(parts), limit).hits
        return [searcher.doc(address)["id"][0] for _, address in hits]


def stems_and_grams(text: str) -> list[str]:
    """Return stems and n-grams as terms of one field."""
    return stems(text) + character_grams(text)


ENGINES: dict[str, Callable[[], Leerwijzer | SqliteFts5 | Bm25s | Tantivy]] = {
    "leerwijzer": Leerwijzer,
    "tantivy stems": Tantivy,
    "tantivy n-grams": lambda: Tantivy(character_grams),
    "tantivy stems+n-grams": lambda: Tantivy(stems_and_grams),
    "bm25s stems": Bm25s,
    "bm25s n-grams": lambda: Bm25s(character_grams),
    "sqlite fts5 stems": SqliteFts5,
    "sqlite fts5 n-grams": lambda: SqliteFts5(character_grams),
}
