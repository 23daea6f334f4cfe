"""From words to a query of figures: the slots that are named, and what a follow-up replaces."""

from __future__ import annotations

import json

import pytest

from assistant.types import Language
from assistant.understanding.figure_query import FigureQuery, FigureReader
from assistant.understanding.figure_words import Axes, lexicon_of_figures
from assistant.understanding.figure_years import Years, years_in
from knowledge.catalogue.codec import from_line
from knowledge.catalogue.types import Figure, Organisation
from tests.support.figures import FEE, SHARE, STUDENTS, WOMEN, records

RECORDS = [from_line(json.dumps(one)) for one in records()]
FIGURES = [one for one in RECORDS if isinstance(one, Figure)]
ORGANISATIONS = [one for one in RECORDS if isinstance(one, Organisation)]


def asked(
    text: str, before: FigureQuery | None = None, language: Language = Language.DUTCH
) -> FigureQuery | None:
    axes = Axes.of(FIGURES)
    lexicon = lexicon_of_figures(language, axes, ORGANISATIONS, ("Twente", "Enschede"))
    return FigureReader(lexicon, axes, 2026).next(text, before)


OF_SAXION = FigureQuery(STUDENTS, institutions=("saxion",), years=("2022",))


def test_another_year_or_school_of_a_figure_replaces_only_that() -> None:
    year, school = asked("en in 2023?", OF_SAXION), asked("en Windesheim?", OF_SAXION)
    assert year is not None
    assert school is not None
    assert (year.years, year.institutions) == (("2023",), ("saxion",))
    assert (school.years, school.institutions) == (("2022",), ("windesheim",))


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("Hoeveel techniekstudenten had Saxion?", STUDENTS),
        ("Welk deel van de hbo-studenten in Overijssel doet techniek?", SHARE),
        ("Wie hoch war der Anteil der Technik an den Fachhochschulen in Overijssel?", SHARE),
        ("What share of the engineering students in hbo in Overijssel is female?", WOMEN),
        ("Hoeveel is het wettelijk collegegeld in 2025?", FEE),
    ],
)
def test_the_words_choose_the_indicator(text: str, indicator: str) -> None:
    language = {"Wie": Language.GERMAN, "Wha": Language.ENGLISH}.get(text[:3], Language.DUTCH)
    query = asked(text, language=language)
    assert query is not None
    assert query.indicator == indicator


def test_all_slots_of_a_comparison_are_read() -> None:
    query = asked(
        "Is het verschil in vrouwen in de techniek bij Saxion en Windesheim in Overijssel groter in 2024?"
    )
    assert query is not None
    assert query.institutions == ("saxion", "windesheim")
    assert (query.regions, query.genders, query.years) == (("Overijssel",), ("vrouw",), ("2024",))


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("van 2020 tot en met 2024", Years(("2020", "2024"), is_span=True)),
        ("in 2020-2024", Years(("2020", "2024"), is_span=True)),
        ("in 2025-2026", Years(("2025-2026",))),
        ("sinds 2020", Years(("2020",), is_since=True)),
        ("een jaar later", Years(away=1)),
        ("two years earlier", Years(away=-2)),
        ("in 2020 en vier jaar later", Years(("2020", "2024"))),
        ("vorig jaar", Years(("2025",))),
        ("zwischen 2021 und 2023", Years(("2021", "2023"), is_span=True)),
    ],
)
def test_years_are_read_as_they_are_said(text: str, years: Years) -> None:
    assert years_in(text, 2026)[0] == years


def test_a_relative_year_counts_from_the_year_of_the_talk() -> None:
    query = asked("En twee jaar later?", OF_SAXION)
    assert query is not None
    assert query.years == ("2024",)


def test_what_is_compared_with_the_figure_before_stands_beside_it() -> None:
    query = asked("is dat meer of minder dan in 2024?", OF_SAXION)
    assert query is not None
    assert (query.years, query.wanted) == (("2022", "2024"), "more")


@pytest.mark.parametrize(
    "text",
    [
        "en wat kost dat?",
        "en welke opleidingen zijn er in Overijssel?",
        "Welke bbl-opleidingen heeft Saxion?",
    ],
)
def test_a_message_about_something_else_is_no_query(text: str) -> None:
    assert asked(text, OF_SAXION) is None


def test_words_lead_up_to_a_question_but_no_second_question_is_swallowed() -> None:
    assert (
        asked("Ik schrijf een scriptie over het onderwijs. Hoeveel techniekstudenten had Saxion?") is not None
    )
    query = asked(
        "Ik ben docent en wil weten hoeveel meiden bij Saxion techniek deden in 2022, en hoeveel in 2024."
    )
    assert query is not None
    assert query.years == ("2022", "2024")
    assert asked("Wie is de directeur van Saxion, en hoeveel techniekstudenten had Saxion?") is None
    assert asked("Hoeveel techniekstudenten had Saxion? En wie is daar de directeur?") is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("vrouwen technisch hbo saxion 2022", Language.DUTCH),
        ("technische studenten saxion in 2022 vrouwen", Language.DUTCH),
        ("women technical hbo Saxion 2022", Language.ENGLISH),
        ("Frauen technisches hbo Saxion 2022", Language.GERMAN),
    ],
)
def test_people_of_a_school_and_a_year_are_counted_without_how_many(text: str, language: Language) -> None:
    query = asked(text, language=language)
    assert query is not None
    assert (query.indicator, query.institutions, query.genders, query.years) == (
        STUDENTS,
        ("saxion",),
        ("vrouw",),
        ("2022",),
    )


@pytest.mark.parametrize(
    "text",
    [
        "meisjes die techniek willen doen bij saxion",
        "technische opleiding voor vrouwen saxion 2022",
        "vrouwen in de techniek",
        "open dag techniek voor meisjes hbo saxion",
    ],
)
def test_who_looks_for_a_school_asks_no_number(text: str) -> None:
    assert asked(text) is None


@pytest.mark.parametrize("text", ["en daarvoor?", "het jaar daarvoor?", "daarvoor", "en in het jaar ervoor"])
def test_the_year_before_needs_no_other_word(text: str) -> None:
    query = asked(text, OF_SAXION)
    assert query is not None
    assert query.years == ("2021",)


def test_years_are_counted_on_from_the_newest_where_none_was_named() -> None:
    once = asked("en daarvoor?", FigureQuery(STUDENTS, institutions=("saxion",)))
    twice = asked("en daarvoor?", once)
    assert once is not None
    assert twice is not None
    assert (once.away, twice.away) == (-1, -2)


@pytest.mark.parametrize("text", ["samen?", "en bij elkaar?", "hoeveel zijn dat samen"])
def test_what_was_asked_one_after_the_other_is_added(text: str) -> None:
    query = asked(text, asked("en Windesheim?", OF_SAXION))
    assert query is not None
    assert (query.wanted, query.institutions) == ("sum", ("saxion", "windesheim"))


def test_whether_it_rose_is_asked_over_the_years_and_not_over_regions() -> None:
    query = asked("is dat gestegen?", asked("en in Gelderland?", OF_SAXION))
    assert query is not None
    assert (query.wanted, query.regions, query.years) == ("change", ("Gelderland",), ())


def test_growth_runs_over_all_the_years_that_were_asked() -> None:
    query = asked("groei in procent?", asked("en daarvoor?", asked("en daarvoor?", OF_SAXION)))
    assert query is not None
    assert query.is_relative
    assert set(query.years) == {"2020", "2021", "2022"}


def test_a_part_of_who_was_asked_before_stays_a_part_of_them() -> None:
    first = asked("hoeveel eerstejaars techniek bij saxion")
    assert first is not None
    part = asked("hoeveel daarvan vrouw?", first)
    assert part is not None
    assert part.splits == first.splits != ()
