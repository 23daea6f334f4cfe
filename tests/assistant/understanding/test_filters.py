"""A question becomes a query of the records only when nearly every word of it has a place in that query."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Language
from assistant.understanding.filters import Ask, Asked, asked_of, is_understood
from assistant.understanding.lexicon import Lexicon, Sense, lexicon_of, phrases_of, words_of
from assistant.understanding.reading import read
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.types import Place

GAZETTEER = Gazetteer(
    Gazetteer.of([Place("Enschede", 52.22, 6.89), Place("Zwolle", 52.51, 6.09)]).places,
    {"overijssel": ("Overijssel", "Enschede", "Zwolle"), "twente": ("Twente", "Enschede")},
)
NAMES = (
    ("Overijssel", Sense("area", ("Overijssel",))),
    ("Twente", Sense("area", ("Twente",))),
    ("Enschede", Sense("place", ("Enschede",))),
    ("Zwolle", Sense("place", ("Zwolle",))),
    ("Saxion", Sense("provider", ("saxion",))),
    ("Windesheim", Sense("provider", ("windesheim",))),
    ("Universiteit Twente", Sense("provider", ("universiteit-twente",))),
    ("UT", Sense("provider", ("universiteit-twente",))),
    ("techniek", Sense("field", ("techniek",))),
    ("bouw", Sense("field", ("bouw",))),
    ("ict", Sense("field", ("ict",))),
    ("werktuigbouwkunde", Sense("field", ("werktuigbouwkunde",))),
    ("Werktuigbouwkunde", Sense("offer", ("o1", "o2"))),
    ("HBO-ICT", Sense("offer", ("o3",))),
    ("lasser", Sense("occupation", ("esco-1",))),
)
LEXICONS: dict[Language, Lexicon] = {
    language: lexicon_of(language, phrases_of(NAMES)) for language in Language
}


def asked(text: str, language: Language = Language.DUTCH, prefers_names: bool = False) -> Asked | None:
    reading = read(text, LEXICONS[language])
    found = asked_of(reading, GAZETTEER, prefers_names)
    return found[0] if found and is_understood(reading, language, (), found[1]) else None


def understood(text: str, language: Language = Language.DUTCH, prefers_names: bool = False) -> Asked:
    found = asked(text, language, prefers_names)
    assert found is not None
    return found


def test_kind_mode_field_and_province_are_read_from_one_sentence() -> None:
    found = understood("Welke technische Associate degrees in deeltijd zijn er in Overijssel?")
    assert found.ask is Ask.LIST
    assert (found.filter.kind, found.filter.mode, found.filter.field) == (
        ("ad",),
        ("deeltijd",),
        ("techniek",),
    )
    assert found.filter.place == ("Overijssel", "Enschede", "Zwolle")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hoeveel deeltijdopleidingen heeft Saxion?", Language.DUTCH),
        ("How many part-time programmes does Saxion offer?", Language.ENGLISH),
        ("Wie viele Teilzeitstudiengänge hat Saxion?", Language.GERMAN),
        ("hoevel deeltijdopleidigen heeft saxoin", Language.DUTCH),
    ],
)
def test_the_same_count_is_read_in_three_languages_and_misspelled(text: str, language: Language) -> None:
    found = understood(text, language)
    assert (found.ask, found.filter.mode, found.filter.provider) == (Ask.COUNT, ("deeltijd",), ("saxion",))


def test_a_name_that_holds_a_region_is_the_name() -> None:
    found = understood("Hoeveel bachelors heeft de Universiteit Twente?")
    assert (found.filter.provider, found.filter.place) == (("universiteit-twente",), ())


def test_wo_is_a_level_in_dutch_and_a_place_word_in_german() -> None:
    assert understood("Welke wo opleidingen zijn er?").filter.kind == ("wo-bachelor", "wo-master")
    assert understood("Wo kann ich Bachelor in Enschede studieren?", Language.GERMAN).fields == ("places",)


def test_a_level_replaces_the_kind_that_it_implies() -> None:
    found = understood("Welke mbo-opleidingen op niveau 4 zijn er in de bouw?")
    assert (found.filter.kind, found.filter.level) == ((), ("mbo-4",))


def test_hbo_bachelor_narrows_and_hbo_and_wo_widens() -> None:
    assert understood("Welke hbo deeltijd bachelors zijn er?").filter.kind == ("hbo-bachelor",)
    assert set(understood("Welke Ad's en masters zijn er?").filter.kind) == {"ad", "hbo-master", "wo-master"}


def test_near_a_place_is_a_circle_and_not_the_place() -> None:
    found = understood("Welke ict-opleidingen zijn er in de buurt van Enschede?")
    assert found.filter.near is not None
    assert (found.filter.near.km, found.filter.place, found.near) == (25, (), "Enschede")


def test_a_word_that_is_field_and_name_is_the_field_of_a_list_and_the_name_of_a_price() -> None:
    assert understood("Welke opleidingen werktuigbouwkunde zijn er?").offers == ()
    found = understood("Wat kost werktuigbouwkunde bij Saxion?", prefers_names=True)
    assert (found.ask, found.offers, found.filter.field) == (Ask.FIELDS, ("o1", "o2"), ())


def test_hbo_ict_is_a_name_and_hbo_ict_opleidingen_a_level_and_a_field() -> None:
    assert words_of("HBO-ICT") != words_of("hbo ict")
    assert understood("Welke hbo ICT opleidingen zijn er?").filter.field == ("ict",)


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("ik wil leren lasser", Ask.LEADS_TO),
        ("ik zoek een opleiding lasser in Enschede", Ask.LEADS_TO),
        ("opleiding tot lasser Zwolle", Ask.LEADS_TO),
        ("waar kan ik lasser leren", Ask.LEADS_TO),
        ("ik zoek een opleiding techniek", Ask.LIST),
        ("hbo techniek deeltijd zwolle", Ask.LIST),
    ],
)
def test_a_wish_and_what_one_types_into_a_search_box_ask_for_a_list(text: str, ask: Ask) -> None:
    assert understood(text).ask is ask


@pytest.mark.parametrize(
    "text", ["techniek", "wat is een opleiding techniek", "ik heb mbo techniek", "mbo techniek en dan"]
)
def test_a_single_word_a_question_and_what_somebody_tells_are_no_search(text: str) -> None:
    assert asked(text) is None


def test_an_occupation_is_what_a_programme_leads_to() -> None:
    found = understood("Welke opleidingen leiden op tot lasser?")
    assert (found.ask, found.occupations) == (Ask.LEADS_TO, ("esco-1",))


@pytest.mark.parametrize(
    "text",
    [
        "Welke opleidingen gaan over duurzaamheid?",
        "Welke opleidingen kan ik doen met mbo-4?",
        "Welke opleidingen zijn er niet in deeltijd?",
        "Welke bedrijven in Twente zoeken lassers?",
        "Kan ik werktuigbouwkunde doen zonder wiskunde?",
        "Wat is het verschil tussen BOL en BBL?",
        "Wat is het slagingspercentage van werktuigbouwkunde bij Saxion?",
        "Hoeveel studenten heeft Saxion?",
        "Wat is techniek?",
        "",
    ],
)
def test_a_question_with_more_in_it_than_a_query_is_left_to_the_documents(text: str) -> None:
    assert asked(text) is None


@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    asked(text)


@given(
    st.lists(
        st.sampled_from(
            ["welke", "hoeveel", "opleidingen", "deeltijd", "bouw", "in", "Enschede", "Saxion", "en"]
        )
    )
)
def test_the_filter_holds_only_what_the_question_names(words: list[str]) -> None:
    found = asked(" ".join(words))
    if found is not None:
        assert set(found.filter.place) <= {"Enschede"} & set(words)
        assert set(found.filter.provider) <= ({"saxion"} if "Saxion" in words else set())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What technical bachelors does Saxion run?", Language.ENGLISH),
        ("Was für Bachelor bietet Saxion an?", Language.GERMAN),
    ],
)
def test_what_before_a_kind_of_offers_asks_for_a_list(text: str, language: Language) -> None:
    assert understood(text, language).ask is Ask.LIST


def test_what_before_a_verb_asks_for_no_list() -> None:
    assert asked("What is a bachelor?", Language.ENGLISH) is None


@pytest.mark.parametrize(
    "text", ["Hoeveel lesgeld betaal je voor BOL?", "Hoeveel studiepunten heeft HBO-ICT?"]
)
def test_how_much_of_a_value_is_asked_counts_no_offers(text: str) -> None:
    assert understood(text).ask is Ask.FIELDS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Welke opleidingen kan ik naast mijn werk doen bij Saxion?", Language.DUTCH),
        ("Welke opleidingen heeft Saxion, ik werk fulltime?", Language.DUTCH),
        ("Which programmes can I follow at Saxion while working?", Language.ENGLISH),
        ("Welche Studiengänge gibt es bei Saxion berufsbegleitend?", Language.GERMAN),
    ],
)
def test_who_works_beside_it_studies_in_a_form_for_that(text: str, language: Language) -> None:
    assert understood(text, language).filter.mode == ("deeltijd", "duaal", "BBL")


def test_a_form_that_is_named_narrows_those_for_people_who_work() -> None:
    assert understood("Ik werk overdag, welke opleidingen heeft Saxion in deeltijd?").filter.mode == (
        "deeltijd",
    )


def test_the_level_of_a_kind_of_education_is_no_question_about_offers() -> None:
    assert asked("Op welk niveau zit een Ad bij Saxion?") is None
    assert understood("Op welk niveau zit HBO-ICT bij Saxion?").fields == ("level",)


def test_of_what_gives_entry_and_what_is_entered_the_last_is_meant() -> None:
    found = understood("Welke bachelors van de UT geven toegang tot de master HBO-ICT?")
    assert (found.fields, found.filter.kind) == (("rule",), ("hbo-master", "wo-master"))


@pytest.mark.parametrize(
    ("text", "language", "field"),
    [
        ("ik wil iets met computers doen", Language.DUTCH, "ict"),
        ("ik hou van computers", Language.DUTCH, "ict"),
        ("I like computers, what can I study?", Language.ENGLISH, "ict"),
        ("Ich will etwas mit Computern machen", Language.GERMAN, "ict"),
    ],
)
def test_what_somebody_likes_is_a_field_of_study(text: str, language: Language, field: str) -> None:
    found = understood(text, language)
    assert (found.ask, found.filter.field) == (Ask.LIST, (field,))


def test_a_thing_that_is_counted_is_no_interest() -> None:
    assert asked("Hoeveel computers heeft Saxion?") is None
