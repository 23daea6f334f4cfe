"""The sentences of this room, one file per language, and reading them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from assistant.types import Language
from knowledge.data_files import read_data


@lru_cache(maxsize=8)
def phrases(language: Language) -> Mapping[str, str]:
    """Return the phrases of a language by key."""
    path = Path(__file__).with_name(f"{language.value}.yaml")
    loaded: Mapping[str, str] = read_data(path)
    return loaded


LAW = re.compile(r"\s*\((?:WHW|RATHO|WSF)[^)]*\)")
"""Where a part of a rule stands in the law: the rule itself says that too, and a citation shows it."""


@lru_cache(maxsize=1)
def _parts() -> Mapping[str, Mapping[str, str]]:
    path = Path(__file__).with_name("parts.yaml")
    loaded: Mapping[str, Mapping[str, str]] = read_data(path)
    return loaded


def part(text: str, language: Language) -> str:
    """Return a part of a rule that only a Dutch record words, in the reader's language; in Dutch where no translation is known."""
    plain = LAW.sub("", text)
    return _parts().get(plain, {}).get(language.value, plain)


def say(language: Language, key: str, values: Mapping[str, object] | None = None) -> str:
    """Return a phrase with its values filled in; KeyError for an unknown key."""
    return phrases(language)[key].format_map(values or {})
