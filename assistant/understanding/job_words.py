"""Words that name a trade: by what they end with, since Dutch and German write a trade as one compound."""

from __future__ import annotations

from functools import cache

from assistant.types import Language
from assistant.understanding.lexicon import FOLDER
from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data


def is_job(word: str, language: Language) -> bool:
    """Say whether a folded word names a trade ("vrachtwagenchauffeur"), by the endings of `jobs.yaml`."""
    return word.endswith(_endings()[language.value])


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    raw: dict[str, list[str]] = read_data(FOLDER / "jobs.yaml")
    return {language: tuple(folded(ending) for ending in endings) for language, endings in raw.items()}
