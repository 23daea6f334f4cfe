"""Typing errors are put right with the words of a corpus and of everyday speech; what may well be right stays."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.language.casing import Casing
from knowledge.language.correction import Speller, most_cost
from knowledge.language.mending import Mender
from knowledge.language.real_words import level_in, level_of, real_words, share_at
from knowledge.language.sounds import sounds_of
from knowledge.language.spacing import Spacing

CORPUS = dict.fromkeys(
    """
    opleiding techniek lasser monteur verspaner saxion deltion windesheim twente enschede smeot stodt subsidie slim
    collegegeld lesgeld praktijkleren werktuigbouwkunde studiefinanciering luchtvaarttechniek infratechniek bbl mbo diploma
    code vakmanschap fonds bedrag niveau regio deal salaris start
    """.split(),  # noqa: SIM905
    1e-3,
) | {"regiodeal": 1e-6}


@cache
def dutch() -> Mender:
    return Mender.over(CORPUS, "nl")


@pytest.fixture(scope="module")
def mender() -> Mender:
    return dutch()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("hoevel kost een opleidng tot montuer", "hoeveel kost een opleiding tot monteur"),
        ("welke oplijding tegniek is er", "welke opleiding techniek is er"),
        ("supsidie voor fakmanschap", "subsidie voor vakmanschap"),
        ("werktuigbauwkunde bij saxoin", "werktuigbouwkunde bij saxion"),
        ("lugtvaarttegniek", "luchtvaarttechniek"),
        ("Wat is het bedrga?", "Wat is het bedrag?"),
        ("SEMOT in enshcede", "SMEOT in enschede"),
        ("startsalris", "startsalaris"),
    ],
)
def test_a_misspelled_word_becomes_the_one_that_was_meant(mender: Mender, typed: str, meant: str) -> None:
    assert mender.mended(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Wat kost een cursus bij Fontys in Almere?",
        "Ik woon in Maastricht en mijn buurvrouw is kapster.",
        "Hoeveel is dat in 2025-2026 (NEN 3140)?",
        "collegegeld aan de KU Leuven",
        "mail naar info@saxoin.nl of www.deltoin.nl",
        "Mijn naam is Kowalski",
        "een kluswoning met havo N&T",
        "KIVI en PABO",
    ],
)
def test_real_words_names_codes_and_addresses_stay(mender: Mender, text: str) -> None:
    assert mender.mended(text) == text


def test_a_word_of_the_corpus_is_never_changed(mender: Mender) -> None:
    for word in CORPUS:
        assert mender.mended(word) == word


def test_words_that_everybody_uses_are_never_changed(mender: Mender) -> None:
    common = [word for word, level in real_words("nl").items() if level >= 9]
    assert len(common) > 1_000
    assert [word for word in common if mender.mended(word) != word] == []


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40) | st.text("abdeiknorst ljg", max_size=40))
def test_what_was_mended_is_mended_and_figures_stay(text: str) -> None:
    mender = dutch()
    mended = mender.mended(text)
    assert mender.mended(mended) == mended
    assert [sign for sign in mended if sign.isdigit()] == [sign for sign in text if sign.isdigit()]


def test_a_familiar_word_is_left_to_those_who_know_it_but_for_a_slight_slip() -> None:
    mender = Mender.over(CORPUS, "nl", frozenset(["lasserb", "subsiedie"]))
    assert mender.mended("lasserb") == "lasserb"
    assert mender.mended("subsiedie") == "subsidie"


def test_what_follows_an_apostrophe_s_stays(mender: Mender) -> None:
    assert mender.mended("kan het 's avonds") == "kan het 's avonds"


def test_of_a_pasted_page_only_the_beginning_is_mended(mender: Mender) -> None:
    mended = mender.mended("opleidng " * 500)
    assert mended.startswith("opleiding")
    assert mended.rstrip().endswith("opleidng")


def test_english_words_are_right_in_english() -> None:
    mender = Mender.over(CORPUS, "en")
    text = "Until when does the SLIM subsidy run in the Netherlands?"
    assert mender.mended(text) == text
    assert mender.mended("waht does the cuorse cost") == "what does the course cost"


def test_the_likelier_of_two_near_words_wins() -> None:
    speller = Speller.of({"monteur": 1e-3, "montuur": 1e-7})
    assert [one.word for one in speller.meant("montuer")] == ["monteur", "montuur"]


def test_what_is_near_nothing_has_no_meaning() -> None:
    speller = Speller.of({"monteur": 1e-3})
    assert speller.meant("xylofoon") == ()
    assert speller.meant("") == ()
    assert Speller.of({}).meant("monteur") == ()
    assert most_cost("ab") == 0.0


@pytest.mark.parametrize(
    ("written", "other"),
    [("tegniek", "techniek"), ("oplijding", "opleiding"), ("gelt", "geld"), ("kursus", "cursus")],
)
def test_words_that_sound_alike_have_one_key(written: str, other: str) -> None:
    assert sounds_of(written) == sounds_of(other)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("studie financiering", "studiefinanciering"),
        ("Infra techniek in Twente", "Infratechniek in Twente"),
        ("regio deal", "regio deal"),
        ("Regio Deal", "Regio Deal"),
        ("les, geld", "les, geld"),
        ("system integration", "system integration"),
    ],
)
def test_a_compound_is_joined_unless_it_is_a_name_of_two_words(typed: str, meant: str) -> None:
    assert Spacing("nl", CORPUS).joined(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("watis", "wat is"), ("mbodiploma", "mbo-diploma"), ("opleiding", "opleiding")]
)
def test_words_that_are_stuck_together_come_apart(typed: str, meant: str) -> None:
    assert Spacing("nl", CORPUS).split(typed) == meant


def test_names_get_their_capitals_back_in_a_message_without_any() -> None:
    casing = Casing.of(["Bij de Saxion en het Saxion in Enschede.", "Wie in Enschede woont, zie saxion.nl."])
    assert casing.restored("wat kost het bij saxion in enschede") == "wat kost het bij Saxion in Enschede"
    assert casing.restored("kan ik SLIM krijgen bij saxion") == "kan ik SLIM krijgen bij Saxion"
    assert casing.restored("Wat kost het bij saxion in Almelo?") == "Wat kost het bij saxion in Almelo?"


def test_an_everyday_word_is_no_name_though_a_scheme_is_called_so() -> None:
    casing = Casing.of(["De SLIM en de SLIM."])
    assert casing.restored("een slim plan") == "een slim plan"


def test_the_levels_of_words_follow_how_often_they_are_used() -> None:
    assert (level_in("opleiding", "nl") or 0) > (level_in("lasser", "nl") or 0) > 0
    assert level_in("opleidng", "nl") is None
    assert level_in("maastricht", "nl") is not None
    assert level_of(share_at(9)) == 9
