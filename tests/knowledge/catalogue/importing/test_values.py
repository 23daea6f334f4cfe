"""Cells as people write them: what is known is read, what is not is unknown, nothing is guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.catalogue.facts import Fact, Provenance, Stated
from knowledge.catalogue.importing.offer_table import MappingError, import_offer_table, mapping_of
from knowledge.catalogue.importing.subjects import subjects_condition
from knowledge.catalogue.importing.values import (
    date_of,
    duration_of,
    language_of,
    mode_of,
    number_of,
    study_year_of,
)
from knowledge.catalogue.rules import AllOf, Condition, HasSubject, Unstated
from knowledge.catalogue.types import Between, Offer, OfferKind, StudyMode
from knowledge.catalogue.wording import worded

PHYSICS, MATHEMATICS_A_OR_B = HasSubject(("natuurkunde",)), HasSubject(("wiskunde A", "wiskunde B"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2601", 2601), ("2.601", 2601), ("€ 2.601,-", 2601), ("1.730,50", 1730.5), ("1,730.50", 1730.5), ("12,5", 12.5),
        ("0.5", 0.5), ("1.234.567", 1234567), ("99999999999", None), ("1e9", None), ("gratis", None), ("", None),
    ],
)  # fmt: skip
def test_an_amount_is_read_the_dutch_and_the_english_way(text: str, value: float | None) -> None:
    assert number_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2026-09-01", date(2026, 9, 1)), ("1-9-2026", date(2026, 9, 1)), ("01/09/2026", date(2026, 9, 1)),
        ("2026-09-01T10:00:00Z", date(2026, 9, 1)), ("31-02-2026", None), ("2026-13-01", None), ("september", None),
    ],
)  # fmt: skip
def test_only_a_day_that_exists_is_a_date(text: str, value: date | None) -> None:
    assert date_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 jaar", Between(24, 24)), ("6-12 maanden", Between(6, 12)), ("P2Y", Between(24, 24)), ("P18M", Between(18, 18)),
        ("P1Y6M", Between(18, 18)), ("10 weken", Between(2.31, 2.31)), ("1,5 jaar", Between(18, 18)), ("P", None),
        ("in overleg", None),
    ],
)  # fmt: skip
def test_a_duration_is_read_in_months(text: str, value: Between | None) -> None:
    assert duration_of(text) == value


def test_words_of_three_languages_mean_the_same() -> None:
    assert {mode_of(word) for word in ("deeltijd", "part-time", "Teilzeit")} == {StudyMode.PART_TIME}
    assert {language_of(word) for word in ("Duits", "deu", "German", "de-DE")} == {"de"}
    assert mode_of("soms") is None


def test_a_study_year_must_be_two_years_that_follow() -> None:
    assert [study_year_of(text) for text in ("2026", "2026-2027", "2026/27")] == ["2026-2027"] * 3
    assert study_year_of("2026-2029") is None


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("wiskunde B en natuurkunde", AllOf((HasSubject(("wiskunde B",)), PHYSICS))),
        ("Wiskunde A of B", MATHEMATICS_A_OR_B),
        ("(wiskunde A of wiskunde B) + natuurkunde", AllOf((MATHEMATICS_A_OR_B, PHYSICS))),
        ("wiskunde B en ", HasSubject(("wiskunde B",))),
        ("een goede motivatie", Unstated("een goede motivatie")),
        ("wiskunde B en een gesprek", Unstated("wiskunde B en een gesprek")),
    ],
)
def test_subjects_are_read_or_left_unstated_as_a_whole(text: str, condition: Condition) -> None:
    assert subjects_condition(text) == condition


def test_a_mapping_file_says_what_headings_do_not() -> None:
    mapping = "columns: {Wat: name, Waar: place}\ndefaults: {provider: Saxion, kind: cursus}\n"
    imported = import_offer_table(("Wat", "Waar"), [(2, ("Lassen", "Enschede"))], mapping)
    assert imported is not None
    offer = imported.records[0]
    assert isinstance(offer, Offer)
    assert (offer.name.value, offer.provider.value, offer.kind) == ("Lassen", "Saxion", OfferKind.COURSE)


@pytest.mark.parametrize(
    "text", ["- a", "columns: {Wat: kleur}", "columns: [1]", "a: [", "columns: {Wat: {x: y}}"]
)
def test_a_wrong_mapping_file_says_what_is_wrong(text: str) -> None:
    with pytest.raises(MappingError, match="apping-bestand"):
        mapping_of(text)


def test_a_table_of_something_else_is_not_one_of_offers() -> None:
    assert import_offer_table(("Naam", "Adres"), [(2, ("Jan", "Dorpsstraat 1"))]) is None


def test_words_in_a_cell_for_a_figure_are_unknown_and_noted() -> None:
    header = ("Opleiding", "Aanbieder", "Vorm", "Duur")
    imported = import_offer_table(header, [(2, ("Lassen", "ROC", "BBL", "in overleg"))])
    assert imported is not None
    assert imported.rows[0].note == "duration onbekend: 'in overleg'"
    offer = imported.records[0]
    assert isinstance(offer, Offer)
    assert not offer.duration_months.is_known


HEADER = ("Naam", "Aanbieder", "Vorm", "Opmerking")


def test_a_remark_with_a_delimiter_in_it_goes_on_in_the_cells_beyond_the_header() -> None:
    row = ("Lassen", "ROC", "BBL", "Je gaat op dinsdag naar school", "er zijn 24 plaatsen")
    imported = import_offer_table(HEADER, [(2, row)])
    assert imported is not None
    offer = imported.records[0]
    assert isinstance(offer, Offer)
    assert offer.remark.value == "Je gaat op dinsdag naar school; er zijn 24 plaatsen"


def test_cells_beyond_the_header_are_told_where_they_belong_to_nothing() -> None:
    imported = import_offer_table(HEADER[:3], [(2, ("Lassen", "ROC", "BBL", "12", "uur"))])
    assert imported is not None
    assert imported.rows[0].note == "meer cellen dan de kop: '12; uur'"


def test_no_remark_of_a_merged_offer_is_lost() -> None:
    remarks = Fact(
        tuple(
            Stated(text, Provenance("https://example.org"))
            for text in ("Bij DUO.", "Telt 85 studenten.", "Bij DUO.")
        )
    )
    imported = import_offer_table(HEADER, [(2, ("Lassen", "ROC", "BBL", ""))])
    assert imported is not None
    offer = imported.records[0]
    assert isinstance(offer, Offer)
    assert "Opmerking: Bij DUO; Telt 85 studenten" in worded(replace(offer, remark=remarks))


def test_a_column_without_a_field_of_its_own_is_kept_in_the_words_of_the_remark() -> None:
    header = ("Nr", "Naam", "Aanbieder", "Vorm", "Lesdag", "Toelichting", "Aantal plaatsen")
    row = ("7", "Lassen", "ROC", "BBL", "dinsdag", "Neem een overall mee.", "24")
    imported = import_offer_table(header, [(2, row), (3, ("8", "Meten", "ROC", "BBL"))])
    assert imported is not None
    welding, measuring = imported.records
    assert isinstance(welding, Offer)
    assert isinstance(measuring, Offer)
    assert welding.remark.value == "Neem een overall mee; Lesdag: dinsdag; Aantal plaatsen: 24"
    assert not measuring.remark.is_known
    assert dict(imported.unmapped) == {"Nr": 1, "Lesdag": 1, "Aantal plaatsen": 1}


@pytest.mark.parametrize(
    ("column", "cell", "kept"),
    [
        ("soort", "evening module", ""),
        ("soort", "regulier", "Soort volgens de bron: regulier"),
        ("vorm", "open", "Vorm volgens de bron: open"),
        ("aanmelden tot", "1 april 2027", "Aanmelden tot: 1 april 2027"),
        ("code", "EL2-B", "Code volgens de bron: EL2-B"),
    ],
)
def test_a_word_that_is_no_value_is_kept_and_refuses_no_row(column: str, cell: str, kept: str) -> None:
    header = ("naam", "aanbieder", "duur", column)
    imported = import_offer_table(header, [(2, ("Lassen", "De Vonk", "2 jaar", cell))])
    assert imported is not None
    assert (imported.records[0].remark.value or "") == kept


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("30-08-2027 en 31-01-2028", ["2027-08-30", "2028-01-31"]),
        ("11, 12 en 18 mei 2027", [None]),
        ("ma 22 t/m wo 24 feb. '27", [None]),
        ("wo 20 jan. '27", ["2027-01-20"]),
    ],
)
def test_several_days_in_a_cell_are_no_single_day(cell: str, days: list[str | None]) -> None:
    imported = import_offer_table(
        ("naam", "aanbieder", "duur", "start"), [(2, ("Lassen", "De Vonk", "2 dagen", cell))]
    )
    assert imported is not None
    starts = imported.records[0].starts.value
    assert [one.day.isoformat() if one.day else None for one in starts] == days


@pytest.mark.parametrize("cell", ["175 / groep 1.150", "2,694 (EU) / 9,850 (non-EU)"])
def test_two_amounts_in_a_cell_are_kept_in_words(cell: str) -> None:
    imported = import_offer_table(
        ("naam", "aanbieder", "duur", "prijs"), [(2, ("Lassen", "De Vonk", "2 dagen", cell))]
    )
    assert imported is not None
    assert f"Kosten volgens de bron: {cell}" in (imported.records[0].remark.value or "")
    assert all(cost.euro.high < 3000 for cost in imported.records[0].costs.value or ())
