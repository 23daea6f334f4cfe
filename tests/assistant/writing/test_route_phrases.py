"""The phrases of answers about somebody's own way: whole in three languages, and all of them used."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import assistant.writing
from assistant.routes.conditions import atoms_of
from assistant.routes.phrases import part
from assistant.types import Language
from assistant.writing.route_desk import route_phrases
from knowledge.catalogue.rules import MustDo, Unstated
from tests.support.bundled import bundled_catalogue

CODE = "".join(path.read_text("utf-8") for path in Path(assistant.writing.__path__[0]).glob("route_*.py"))


def blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_the_same_phrases_with_the_same_blanks(language: Language) -> None:
    dutch, own = route_phrases(Language.DUTCH), route_phrases(language)
    assert own.keys() == dutch.keys()
    assert [key for key in dutch if blanks(dutch[key]) < blanks(own[key])] == []


def test_every_phrase_is_used() -> None:
    beginnings = tuple(re.findall(r"f[\"']([a-z_]+_)\{", CODE))
    names = set(re.findall(r"[\"']([\w+-]+)[\"']", CODE))
    unused = [
        key for key in route_phrases(Language.DUTCH) if key not in names and not key.startswith(beginnings)
    ]
    assert unused == []


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.GERMAN])
def test_every_part_of_a_bundled_rule_has_words_in_the_readers_language(language: Language) -> None:
    catalogue = bundled_catalogue()
    conditions = [rule.condition for rule in catalogue.national_rules]
    conditions += [scheme.condition for scheme in catalogue.schemes]
    conditions += [one.value.condition for offer in catalogue.offers for one in offer.rule.statements]
    texts = {
        atom.what if isinstance(atom, MustDo) else atom.about
        for condition in conditions
        for atom in atoms_of(condition)
        if isinstance(atom, MustDo | Unstated)
    }
    assert {text for text in texts if part(text, language) == part(text, Language.DUTCH)} == set()
