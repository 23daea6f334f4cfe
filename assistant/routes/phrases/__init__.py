"""The sentences of this room, one file per language, and reading them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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


@lru_cache(maxsize=2)
def _words(file: str) -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = read_data(Path(__file__).with_name(file))
    return loaded


def part(text: str, language: Language) -> str:
    """Return a part of a rule that only a Dutch record words, in the reader's language; in Dutch where no translation is known."""
    plain = LAW.sub("", text)
    return _words("parts.yaml").get(plain, {}).get(language.value, plain)


def called(text: str, language: Language) -> str:
    """Return the name of a subject, test, diploma or field in the reader's language; as it is where it has no other."""
    return _words("names.yaml").get(text, {}).get(language.value, text)


def all_called(texts: Iterable[str], language: Language) -> tuple[str, ...]:
    """Return names in the reader's language, in order."""
    return tuple(called(text, language) for text in texts)


def say(language: Language, key: str, values: Mapping[str, object] | None = None) -> str:
    """Return a phrase with its values filled in; KeyError for an unknown key."""
    return phrases(language)[key].format_map(values or {})
