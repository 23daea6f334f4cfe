"""Read the official ESCO files (and extra term pairs) as concepts with labels and description sentences.

Format: the CSV download of the ESCO portal (esco.ec.europa.eu, "Download"), one folder per language or all
in one. Alternative and hidden labels stand on lines of one cell. `skill_labels_<language>.csv` (conceptUri,
label_<language>) is read where a full skills file is absent.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

LANGUAGES = ("nl", "en", "de")
SENTENCES_PER_TEXT = 8
"""The first sentences of a description say what a concept is; the rest are lists."""
SHORTEST_SENTENCE = 20
_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n+")
_ISCO_TAIL = re.compile(r"Tasks include|Examples of")


@dataclass(slots=True)
class Concept:
    """A concept under construction: labels and description sentences per language."""

    uri: str
    kind: str
    labels: dict[str, list[str]] = field(default_factory=lambda: {language: [] for language in LANGUAGES})
    sentences: dict[str, list[str]] = field(default_factory=lambda: {language: [] for language in LANGUAGES})
    skills: dict[str, list[str]] = field(default_factory=lambda: {language: [] for language in LANGUAGES})
    """Preferred labels of the essential skills of an occupation."""

    def add_labels(self, language: str, *cells: str) -> None:
        """Add the labels in `cells`, one a line, each once."""
        for label in (line.strip() for cell in cells for line in cell.split("\n")):
            if label and label not in self.labels[language]:
                self.labels[language].append(label)

    def add_description(self, language: str, text: str) -> None:
        """Keep the first sentences of a description."""
        sentences = [part.strip() for part in _SENTENCE_END.split(_ISCO_TAIL.split(text)[0])]
        fit = [part for part in sentences if len(part) >= SHORTEST_SENTENCE and "===" not in part]
        self.sentences[language] = fit[:SENTENCES_PER_TEXT]


FILES = (
    ("occupations", "occupation"),
    ("ISCOGroups", "group"),
    ("skillGroups", "skill group"),
    ("skills", "skill"),
)
"""File name before the language, and the kind of concept in it."""


def read_concepts(folder: Path) -> list[Concept]:
    """Return the concepts of an ESCO folder by ascending address; raise `FileNotFoundError` when it has no
    occupations."""
    concepts: dict[str, Concept] = {}
    for language in LANGUAGES:
        for name, kind in FILES:
            for row in _rows(folder, f"{name}_{language}.csv"):
                concept = concepts.setdefault(row["conceptUri"], Concept(row["conceptUri"], kind))
                concept.add_labels(
                    language, *(row.get(c) or "" for c in ("preferredLabel", "altLabels", "hiddenLabels"))
                )
                concept.add_description(language, row.get("description") or "")
        for row in _rows(folder, f"skill_labels_{language}.csv"):
            concept = concepts.setdefault(row["conceptUri"], Concept(row["conceptUri"], "skill"))
            concept.add_labels(language, row[f"label_{language}"])
    for row in _rows(folder, "occupationSkillRelations.csv"):
        occupation, skill = concepts.get(row["occupationUri"]), concepts.get(row["skillUri"])
        if occupation and skill and row["relationType"] == "essential":
            for language in LANGUAGES:
                occupation.skills[language] += skill.labels[language][:1]
    if not any(concept.kind == "occupation" for concept in concepts.values()):
        raise FileNotFoundError(
            f"{folder} has no occupations_nl.csv, occupations_en.csv or occupations_de.csv with rows."
        )
    return [concepts[uri] for uri in sorted(concepts)]


def read_pairs(path: Path) -> list[Concept]:
    """Return one concept per row of a CSV with the columns nl, en, de; ";" separates synonyms in a cell."""
    concepts = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            concept = Concept(f"pair:{number:06d}", "term")
            for language in LANGUAGES:
                concept.add_labels(language, *(row.get(language) or "").split(";"))
            concepts.append(concept)
    return concepts


def digest(folder: Path, *files: Path) -> str:
    """Return the SHA-256 over the names and contents of the CSV files of `folder` and of `files`."""
    total = hashlib.sha256()
    for path in [*sorted(folder.rglob("*.csv")), *files]:
        total.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    for path in sorted(folder.rglob(name)):
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.DictReader(file)
