"""Words that name a trade: by what they end with, since Dutch and German write a trade as one compound."""

from __future__ import annotations

from functools import cache

import yaml

from assistant.types import Language
from assistant.understanding.lexicon import FOLDER
from knowledge.catalogue.folding import folded


def is_job(word: str, language: Language) -> bool:
    """Say whether a folded word names a trade ("vrachtwagenchauffeur"), by the endings of `jobs.yaml`."""
    return word.endswith(_endings()[language.value])


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    raw: dict[str, list[str]] = yaml.safe_load((FOLDER / "jobs.yaml").read_text("utf-8"))
    return {language: tuple(folded(ending) for ending in endings) for language, endings in raw.items()}
