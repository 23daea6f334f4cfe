"""The names that people have for programmes beside those of the records: each is of a programme that there is, and means it alone."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

import knowledge
from assistant.types import Language
from assistant.understanding.lexicon import FOLDER, lexicon_of, person_lexicon_of, phrases_of, words_of
from assistant.understanding.names import offer_names, programmes_called_otherwise
from assistant.understanding.telling import read_message
from knowledge.catalogue.merging import plain_name
from knowledge.data_files import read_data

RECORDS = Path(knowledge.__file__).parent / "library" / "records" / "offers.jsonl"
PROGRAMMES: dict[str, dict[str, list[str]]] = read_data(FOLDER / "programmes.yaml")
NAMES = {
    one["id"]: one["name"][0]["value"]
    for one in map(json.loads, RECORDS.read_text(encoding="utf-8").splitlines())
}
OTHERS = phrases_of(programmes_called_otherwise(NAMES))


def meant_by(name: str) -> set[str]:
    """Return the plain names of the offers that another name means."""
    senses = OTHERS.get(tuple(words_of(name)), ())
    return {plain_name(NAMES[id_]) for one in senses if one.kind == "offer" for id_ in one.values}


def test_every_programme_of_the_file_is_in_the_library() -> None:
    assert set(PROGRAMMES) <= {plain_name(name) for name in NAMES.values()}


@pytest.mark.parametrize("name", ["programmes", "trades"])
def test_no_key_stands_twice_where_the_last_would_take_the_names_of_the_first(name: str) -> None:
    keys = re.findall(r"^([^\s#][^:]*):", (FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(keys) == len(set(keys))


def test_every_name_is_read_as_its_programmes_in_its_language() -> None:
    names = phrases_of([*offer_names(NAMES), *programmes_called_otherwise(NAMES)])
    lexicons = {language: lexicon_of(language, names) for language in Language}
    for programme, others in PROGRAMMES.items():
        for code, texts in others.items():
            for text in texts:
                read = lexicons[Language(code)].read(words_of(text))
                found = {plain_name(NAMES[id_]) for one in read for id_ in one.values("offer")}
                assert len(read) == 1, text
                assert programme in found, text


def test_a_name_of_several_programmes_means_them_all() -> None:
    assert meant_by("kraanmachinist") == {"machinist hijswerk", "machinist grondverzet"}


def test_names_of_people_are_known_of_several_and_of_women() -> None:
    assert (
        meant_by("watchmakers")
        == meant_by("watchmaker")
        == {"uurwerktechnicus", "medewerker uurwerktechniek"}
    )
    assert meant_by("Zahntechnikerin") == meant_by("Zahntechniker")


def test_a_name_of_what_is_not_there_means_nothing() -> None:
    assert not list(programmes_called_otherwise({"one": "Kapper"}))


def test_who_somebody_is_by_such_a_name_is_their_work() -> None:
    lexicon = person_lexicon_of(Language.DUTCH, OTHERS)
    told = read_message(
        "ik werk als horlogemaker en wil iets anders", lexicon, Language.DUTCH, date(2026, 11, 21)
    )
    assert told.told.profile.job == "horlogemaker"
    assert not told.wanted.offers
