"""The settings of the knowledge base. The environment is read here and nowhere else.

Precedence: flag, then environment, then default. Every default says why it is what it is.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.errors import SettingError, UnusableFolderError

LIBRARY = Path(__file__).parent / "library"
"""The bundled programme documents and catalogue rows."""


@dataclass(frozen=True, slots=True)
class ParsingLimits:
    """Caps on reading one file. They hold in a subprocess, so that a bomb costs one file and no more."""

    cpu_seconds: int = 120
    """A 10,000-page PDF takes about 30 s of CPU with pdfium; twelve such seconds bought one 7.7 kB bomb page."""
    page_cpu_seconds: int = 5
    """No honest page measured took over 0.6 s; the operator bombs take 6-12 s each."""
    wall_seconds: float = 180.0
    """CPU time plus waiting for a busy disk."""
    memory_bytes: int = 512 * 1024 * 1024
    """Enough for a 10,000-page PDF (174 MB measured) and below what a small server can spare per worker."""
    pages: int = 20_000
    characters: int = 60_000_000
    """About thirty times the longest law text in Dutch."""
    rows: int = 1_000_000
    file_bytes: int = 300 * 1024 * 1024
    result_bytes: int = 400 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class KnowledgeSettings:
    """Where the knowledge lives and how it is indexed."""

    home: Path
    database_url: str
    chroma_url: str | None = None
    embedder: str = "domain"
    embedding_model: str = "text-embedding-3-small"
    embedding_url: str = ""
    embedding_key: str = field(default="", repr=False)
    library: Path = LIBRARY
    workers: int = 1
    limits: ParsingLimits = field(default_factory=ParsingLimits)

    @property
    def fingerprint(self) -> str:
        """Short hash of the settings that shape an index; it goes into every generation and eval run."""
        return hashlib.sha256(self.embedder.encode()).hexdigest()[:12]


EMBEDDERS = ("domain", "hashed", "openai")
"""The embedders that LEERWIJZER_EMBEDDER may name."""


def settings_from(environment: Mapping[str, str], home: Path | None = None) -> KnowledgeSettings:
    """Read the settings of the knowledge base; `home` is the flag and wins.

    Raises `SettingError` for a value that cannot be used, `UnusableFolderError` for a home that leads nowhere.
    """
    folder = _resolved(home or Path(environment.get("LEERWIJZER_HOME") or ".leerwijzer"))
    embedder = environment.get("LEERWIJZER_EMBEDDER") or "domain"
    if embedder not in EMBEDDERS:
        raise SettingError("LEERWIJZER_EMBEDDER", embedder, "een van " + ", ".join(EMBEDDERS))
    return KnowledgeSettings(
        home=folder,
        database_url=environment.get("LEERWIJZER_DATABASE_URL", f"sqlite:///{folder / 'leerwijzer.sqlite3'}"),
        chroma_url=environment.get("LEERWIJZER_CHROMA_URL") or None,
        embedder=embedder,
        embedding_model=environment.get("LEERWIJZER_EMBEDDING_MODEL") or "text-embedding-3-small",
        embedding_url=environment.get("LEERWIJZER_MODEL_URL", ""),
        embedding_key=environment.get("OPENAI_API_KEY", ""),
        workers=_workers(environment),
    )


def _resolved(home: Path) -> Path:
    """Return the home as an absolute path; a loop of links and an unknown user's home are errors."""
    try:
        return home.expanduser().resolve()
    except (RuntimeError, OSError) as error:
        raise UnusableFolderError(home, str(error)) from error


def _workers(environment: Mapping[str, str]) -> int:
    """Return how many files are read at once: LEERWIJZER_WORKERS, or one per core that we may use."""
    asked = environment.get("LEERWIJZER_WORKERS")
    if asked is None:
        return max(1, len(os.sched_getaffinity(0)))
    if not asked.isdigit() or not 1 <= int(asked) <= 256:
        raise SettingError("LEERWIJZER_WORKERS", asked, "een geheel getal van 1 tot en met 256")
    return int(asked)
