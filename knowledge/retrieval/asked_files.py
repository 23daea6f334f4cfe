"""Reading the questions that editors wrote for sentences: JSON Lines, one sentence per line.

`{"document": "regelingen/slim-subsidie.md", "sentence": "De SLIM-subsidie voor leren", "asked": {"nl": ["..."], "en": ["..."]}}`
where `document` is a path in the library and `sentence` the words with which the sentence begins, literally.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from knowledge.errors import KnowledgeError

LANGUAGES = ("nl", "en", "de")


@dataclass(frozen=True, slots=True)
class AskedOfSentence:
    """The questions that one sentence of a document answers, each with its language."""

    document: str
    sentence: str
    questions: tuple[tuple[str, str], ...]


class AskedFileError(KnowledgeError):
    """A line of a file of written questions that cannot be read."""


def read_asked(files: Iterable[Path]) -> tuple[AskedOfSentence, ...]:
    """Return the written questions of some files, in order. Raises `AskedFileError` with the file and line of what is wrong."""
    return tuple(one for path in files for one in _lines(path))


def _lines(path: Path) -> Iterator[AskedOfSentence]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            raw = json.loads(line)
        except ValueError as error:
            raise AskedFileError(
                f"{path.name}, regel {number}: geen JSON ({error}). Herstel de regel."
            ) from error
        yield _one(raw, f"{path.name}, regel {number}")


def _one(raw: Any, where: str) -> AskedOfSentence:
    if not isinstance(raw, Mapping) or not isinstance(raw.get("asked"), Mapping):
        raise AskedFileError(
            f"{where}: verwacht een object met document, sentence en asked. Herstel de regel."
        )
    document, sentence = raw.get("document"), raw.get("sentence")
    if not (isinstance(document, str) and document and isinstance(sentence, str) and sentence.strip()):
        raise AskedFileError(f"{where}: document of sentence ontbreekt. Vul beide in.")
    questions = tuple((text, language) for language, texts in raw["asked"].items() for text in texts)
    unknown = {language for _, language in questions} - set(LANGUAGES)
    if unknown or not all(isinstance(text, str) and text.strip() for text, _ in questions):
        raise AskedFileError(
            f"{where}: asked hoort lijsten van vragen te hebben onder {', '.join(LANGUAGES)}."
        )
    return AskedOfSentence(document, sentence, questions)
