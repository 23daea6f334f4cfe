"""The catalogue over the database: merged, filtered by audience, and following the sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import create_engine, insert, literal, select

from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.gazetteer import Gazetteer
from knowledge.catalogue.queries import Near, OfferFilter
from knowledge.catalogue.rules import HasDiploma, Rule
from knowledge.catalogue.types import (
    Between,
    Figure,
    Grant,
    Occupation,
    OfferKind,
    OfferState,
    Organisation,
    Place,
    Scheme,
    Skill,
    StudyMode,
)
from knowledge.catalogue.validity import SchemeNeed, SchemeState
from knowledge.store import schema
from knowledge.store.catalogue import Catalogues
from knowledge.store.database import Database
from knowledge.store.records import RecordStore
from knowledge.store.sources import SourceStore
from knowledge.types import Audience
from tests.support.offers import SCHOOL, an_offer, put
from tests.support.postgresql import postgresql_server

OPEN_DATA = Provenance("https://duo.nl", "2024", authority=Authority.OPEN_DATA)
GAZETTEER = Gazetteer.of(
    [Place("Enschede", 52.22, 6.89), Place("Zwolle", 52.51, 6.09), Place("Hengelo", 52.27, 6.79)]
)


@dataclass(frozen=True, slots=True)
class House:
    """A database with its stores."""

    database: Database
    sources: SourceStore
    catalogues: Catalogues


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL of our own; skips when there is none."""
    pytest.importorskip("psycopg", reason="the driver of PostgreSQL is not installed (extra `postgresql`)")
    with postgresql_server() as server:
        yield server.new_database("catalogue")


@pytest.fixture(params=["sqlite", "postgresql"])
def house(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    """An empty database."""
    if request.param == "sqlite":
        database = Database(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    else:
        url = request.getfixturevalue("postgresql")
        emptied = create_engine(url)
        schema.metadata.drop_all(emptied)
        emptied.dispose()
        database = Database(url)
    yield House(database, SourceStore(database), Catalogues(RecordStore(database), GAZETTEER))
    database.close()


def test_one_offer_of_two_sources_is_one_with_both_statements(house: House) -> None:
    put(house.sources, "school", an_offer("s1", "Bouwkunde", mode=StudyMode.FULL_TIME, ects=240.0))
    put(house.sources, "duo", an_offer("d1", "B Bouwkunde", OPEN_DATA, mode=StudyMode.FULL_TIME, ects=180.0))
    page = house.catalogues.of().page(OfferFilter())
    assert page.total == 1
    merged = page.offers[0]
    assert merged.id == "s1"
    assert [stated.value for stated in merged.ects.statements] == [240.0, 180.0]
    assert merged.ects.is_disputed


def test_both_ids_of_a_merged_offer_find_it(house: House) -> None:
    put(house.sources, "school", an_offer("s1"))
    put(house.sources, "duo", an_offer("d1", about=OPEN_DATA))
    assert [offer.id for offer in house.catalogues.of().offers(["d1"])] == ["s1"]


def test_another_study_mode_is_another_offer(house: House) -> None:
    put(house.sources, "a", an_offer("s1", mode=StudyMode.FULL_TIME))
    put(house.sources, "b", an_offer("s2", mode=StudyMode.PART_TIME))
    assert house.catalogues.of().listing(OfferFilter()).total == 2


def test_two_offers_that_one_source_tells_apart_stay_apart(house: House) -> None:
    put(house.sources, "a", an_offer("s1"), an_offer("s2"))
    assert house.catalogues.of().listing(OfferFilter()).total == 2


def test_every_statement_names_the_source_that_it_was_read_from(house: House) -> None:
    put(house.sources, "school", an_offer("s1"))
    about = house.catalogues.of().offers(["s1"])[0].name.provenance
    assert about is not None
    assert about.source_id == "school"


def test_the_public_never_sees_a_staff_record(house: House) -> None:
    put(house.sources, "school", an_offer("s1", "Bouwkunde"))
    put(house.sources, "intern", an_offer("x1", "Geheim"), audience=Audience.STAFF)
    public, staff = house.catalogues.of(), house.catalogues.of(Audience.STAFF)
    assert public.listing(OfferFilter()).ids == ("s1",)
    assert public.offers(["x1"]) == ()
    assert dict(public.listing(OfferFilter()).counts["provider"]) == {"Saxion": 1}
    assert set(staff.listing(OfferFilter()).ids) == {"s1", "x1"}


def test_a_replaced_source_takes_its_records_along(house: House) -> None:
    put(house.sources, "school", an_offer("s1"), an_offer("s2"))
    assert house.catalogues.of().listing(OfferFilter()).total == 2
    put(house.sources, "school", an_offer("s3"), version="2")
    assert house.catalogues.of().listing(OfferFilter()).ids == ("s3",)


def test_a_removed_source_takes_its_records_along(house: House) -> None:
    put(house.sources, "school", an_offer("s1"))
    house.sources.remove(house.sources.files())
    assert house.catalogues.of().listing(OfferFilter()).total == 0


def test_a_generation_keeps_the_records_it_was_built_from(house: House) -> None:
    put(house.sources, "school", an_offer("s1"))
    with house.database.writing() as connection:
        connection.execute(insert(schema.generations).values(number=1, fingerprint="f", built_at=0))
        active = schema.active.c
        columns = select(literal(1), active.source_id, active.version, active.root, active.stamp)
        connection.execute(
            insert(schema.generation_sources).from_select(
                ["number", "source_id", "version", "root", "stamp"], columns
            )
        )
    put(house.sources, "school", an_offer("s2"), version="2")
    house.sources.drop_unreferenced()
    assert house.catalogues.of(generation=1).listing(OfferFilter()).ids == ("s1",)
    assert house.catalogues.of().listing(OfferFilter()).ids == ("s2",)


def test_records_of_versions_that_nothing_lists_are_deleted(house: House) -> None:
    put(house.sources, "school", an_offer("s1"))
    put(house.sources, "school", an_offer("s2"), version="2")
    house.sources.drop_unreferenced()
    with house.database.reading() as connection:
        assert [row[0] for row in connection.execute(select(schema.records.c.id))] == ["s2"]


def test_places_get_their_coordinates_from_the_gazetteer(house: House) -> None:
    put(
        house.sources,
        "a",
        an_offer("near", places=(Place("Hengelo"),)),
        an_offer("far", places=(Place("Zwolle"),)),
    )
    catalogue = house.catalogues.of()
    assert catalogue.listing(OfferFilter(near=Near(52.22, 6.89, 15))).ids == ("near",)
    assert catalogue.offers(["near"])[0].places.value == (Place("Hengelo", 52.27, 6.79),)


def test_a_provider_is_found_by_its_id_name_or_synonym(house: House) -> None:
    school = Organisation("saxion", "Saxion Hogeschool", "school", synonyms=("Saxion",))
    put(house.sources, "a", school, an_offer("s1", provider="saxion"), an_offer("h1", provider="han"))
    assert house.catalogues.of().listing(OfferFilter(provider=("SAXION hogeschool",))).ids == ("s1",)


def test_compare_puts_known_and_unknown_side_by_side(house: House) -> None:
    put(house.sources, "a", an_offer("a", ects=60.0), an_offer("b", "Werktuigbouwkunde"))
    fields = {one.name: one for one in house.catalogues.of().compare(["a", "b"])}
    assert fields["EC"].values == ("60", None)
    assert fields["opleiding"].differs
    assert "kosten" not in fields


def test_comparing_one_offer_is_refused(house: House) -> None:
    put(house.sources, "a", an_offer("a"))
    with pytest.raises(ValueError, match="compare 2 to 4"):
        house.catalogues.of().compare(["a"])


def test_more_like_this_puts_the_same_field_first(house: House) -> None:
    put(
        house.sources,
        "a",
        an_offer("me", "Bouwkunde", fields=("techniek",)),
        an_offer("same", "Civiele techniek", fields=("techniek",)),
        an_offer("other", "Verpleegkunde", fields=("zorg",), kind=OfferKind.MBO, places=(Place("Zwolle"),)),
    )
    assert [offer.id for offer in house.catalogues.of().more_like_this("me", 1)] == ["same"]


def test_what_follows_is_what_admits_the_diploma_in_the_same_field(house: House) -> None:
    rule = Rule("r", HasDiploma(("mbo-4",)), SCHOOL, "mbo-4 geeft toegang.", kinds=("hbo-bachelor",))
    mbo = an_offer("m", kind=OfferKind.MBO, fields=("techniek",), grants=(Grant("mbo-4", ("techniek",)),))
    put(
        house.sources,
        "a",
        rule,
        mbo,
        an_offer("hbo", "Techniek", fields=("techniek",)),
        an_offer("zorg", "Zorg", fields=("zorg",)),
        an_offer("ended", "Oud", fields=("techniek",), state=OfferState.ENDED),
        an_offer("own", "Eigen", fields=("techniek",), rule=Rule("o", HasDiploma(("vwo",)), SCHOOL, "vwo")),
    )
    assert [offer.id for offer in house.catalogues.of().follows_on("m")] == ["hbo"]


def test_what_leads_to_an_occupation_is_named_by_either_side(house: House) -> None:
    welder = Occupation("lasser", {"nl": ("lasser",)}, "7212", "", SCHOOL, qualifications=("b",))
    put(
        house.sources,
        "a",
        welder,
        an_offer("a", occupations=("lasser",)),
        an_offer("b", "Lassen"),
        an_offer("c", "Zorg"),
    )
    assert {offer.id for offer in house.catalogues.of().leads_to("lasser")} == {"a", "b"}


def test_an_occupation_of_three_languages_is_one(house: House) -> None:
    for language, label in (("nl", "lasser"), ("en", "welder"), ("de", "Schweißer/Schweißerin")):
        put(house.sources, language, Occupation("7212.3", {language: (label,)}, "7212", "", SCHOOL))
    catalogue = house.catalogues.of()
    for asked in ("lasser", "Welder", "Schweißer", "schweisserin"):
        assert [one.id for one in catalogue.occupations(asked)] == ["7212.3"]
    assert set(catalogue.occupations("lasser")[0].labels) == {"nl", "en", "de"}


def test_skills_of_an_occupation_are_found_by_their_address(house: House) -> None:
    occupation = Occupation("o", {"nl": ("lasser",)}, "7212", "", SCHOOL, skills=("s2", "s1", "onbekend"))
    skills = [Skill("s1", {"nl": ("lassen",)}, SCHOOL), Skill("s2", {"nl": ("solderen",)}, SCHOOL)]
    put(house.sources, "a", occupation, *skills)
    assert [skill.id for skill in house.catalogues.of().skills(occupation)] == ["s2", "s1"]


def test_an_ended_scheme_is_never_among_the_open_ones(house: House) -> None:
    def scheme(scheme_id: str, closes: date | None, is_unconfirmed: bool = False) -> Scheme:
        made = Scheme(scheme_id, scheme_id, (), "x", HasDiploma(()), SCHOOL, "person", "DUO", closes=closes)
        return replace(made, is_unconfirmed=is_unconfirmed)

    put(
        house.sources,
        "a",
        scheme("stap", date(2023, 12, 31)),
        scheme("llk", None),
        scheme("fonds", None, True),
    )
    found = house.catalogues.of().schemes_open(date(2026, 11, 21), SchemeNeed())
    assert [(one.id, state) for one, state in found] == [
        ("llk", SchemeState.OPEN),
        ("fonds", SchemeState.UNCONFIRMED),
    ]


def test_what_needs_checking_comes_oldest_first(house: House) -> None:
    def checked(day: date | None) -> Provenance:
        return Provenance("https://example.org", "2026", checked_on=day)

    put(
        house.sources,
        "a",
        an_offer("never", about=checked(None)),
        an_offer("old", "Oud", about=checked(date(2024, 1, 1))),
        an_offer("older", "Ouder", about=checked(date(2020, 1, 1))),
        an_offer("fresh", "Nieuw", about=checked(date(2026, 11, 1))),
    )
    assert [shelf.id for shelf in house.catalogues.of().stale(date(2026, 11, 21))] == [
        "never",
        "older",
        "old",
    ]


def test_figures_are_found_by_words_region_and_period(house: House) -> None:
    figure = Figure(
        "f", "Instroom technische hbo-opleidingen", "Overijssel", "2024", 12.0, "studenten", SCHOOL, {}
    )
    put(house.sources, "a", figure, replace(figure, id="g", region="Drenthe"))
    assert [one.id for one in house.catalogues.of().figures("technische instroom", "overijssel", "2024")] == [
        "f"
    ]


def test_a_page_says_where_it_stands_in_the_whole(house: House) -> None:
    put(house.sources, "a", *(an_offer(f"o{number}", f"Opleiding {number}") for number in range(7)))
    page = house.catalogues.of().page(OfferFilter(), first=6, size=5)
    assert (page.total, page.first, [offer.id for offer in page.offers]) == (7, 6, ["o5", "o6"])


def test_a_range_of_months_is_filtered_by_its_longer_end(house: House) -> None:
    put(house.sources, "a", an_offer("a", duration_months=Between(12, 24)))
    catalogue = house.catalogues.of()
    assert catalogue.listing(OfferFilter(max_months=12)).total == 0
    assert catalogue.listing(OfferFilter(max_months=24)).total == 1
