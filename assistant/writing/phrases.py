"""The assistant's own sentences, from one data file per language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.types import Language
from knowledge.data_files import read_data

FOLDER = Path(__file__).parent / "phrases"

HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
"""Tags and turned directions (Unicode TR36): what a reader does not see is not filled in, such as in the title of a source."""


@lru_cache(maxsize=8)
def _phrases(language: Language) -> Mapping[str, Any]:
    loaded: Mapping[str, Any] = read_data(FOLDER / f"{language.value}.yaml")
    return loaded


def say(language: Language, key: str, values: Mapping[str, object] | None = None) -> str:
    """Return the phrase `key` in `language`, with the values filled in; KeyError for an unknown key."""
    phrase = str(_phrases(language)[key])
    return phrase.format_map({name: HIDDEN.sub("", str(value)) for name, value in (values or {}).items()})


def template(language: Language, key: str) -> str:
    """Return the phrase `key` in `language` as it is written, with its places to fill in; KeyError for an unknown key."""
    return str(_phrases(language)[key])


def keys(language: Language) -> frozenset[str]:
    """Return the keys of a language's phrases."""
    return frozenset(_phrases(language))
