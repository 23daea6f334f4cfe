"""Which offers lead to an occupation, by what records say, by code and by name; and how names of trades are compared."""

from __future__ import annotations

import pytest

from knowledge.catalogue.leading import Leading
from knowledge.catalogue.trades import Trades, stem_of
from knowledge.catalogue.types import Code, Occupation, Offer, OfferKind, OfferState
from tests.support.offers import SCHOOL, an_offer

LABELS = ("lasser", "monteur liften", "windturbinemonteur", "monteur zonnepanelen", "monteur koeltechniek")


def an_occupation(id_: str, *labels: str, needs: tuple[str, ...] = ()) -> Occupation:
    return Occupation(id_, {"nl": labels}, "7212", "7212.3", SCHOOL, qualifications=needs)


def lasser(id_: str, name: str, provider: str = "Vakcentrum Twickel", **more: object) -> Offer:
    return an_offer(id_, name, kind=OfferKind.MBO, provider=provider, **more)


def named(*offers: Offer, needs: tuple[str, ...] = ()) -> tuple[str, ...]:
    return Leading.of(offers, [an_occupation("las", "lasser", needs=needs)]).named["las"]


def test_an_offer_that_the_occupation_names_leads_to_it() -> None:
    assert named(lasser("a", "Iets anders"), needs=("a",)) == ("a",)


@pytest.mark.parametrize("need", ["25298", "crebo:25298"])
def test_an_offer_leads_to_what_names_its_code(need: str) -> None:
    assert named(lasser("a", "Iets anders", codes=(Code("crebo", "25298"),)), needs=(need,)) == ("a",)


def test_the_same_qualification_at_another_school_leads_to_it_too() -> None:
    code = (Code("crebo", "25298"),)
    own, national = lasser("own", "Eigen naam", codes=code), lasser("national", "Lassen", codes=code)
    assert named(own, national, needs=("national",)) == ("national", "own")


@pytest.mark.parametrize("name", ["Basislasser", "Allround lasser", "Opleiding tot lasser (avond)", "LASSER"])
def test_an_offer_that_nothing_links_leads_to_what_it_is_called_after(name: str) -> None:
    assert named(lasser("own", name)) == ("own",)


@pytest.mark.parametrize("name", ["Klasseleider", "Lassenaar voor beginners", "Laserbewerker", "Techniek"])
def test_a_name_that_only_looks_like_it_does_not(name: str) -> None:
    assert named(lasser("own", name)) == ()


def test_an_offer_that_has_ended_leads_nowhere_by_its_name() -> None:
    assert named(lasser("own", "Basislasser", state=OfferState.ENDED)) == ()


def test_an_offer_that_says_where_it_leads_is_believed() -> None:
    assert named(lasser("own", "Basislasser", occupations=("bakker",))) == ()


def test_level_and_field_are_kept_apart_from_what_names_an_occupation() -> None:
    offer = lasser("own", "Iets", level="mbo-2", fields=("metaal",))
    found = Leading.of([offer], [an_occupation("las", "lasser", needs=("mbo-2 metaal",))])
    assert found.named["las"] == ()
    assert found.near["las"] == ("own",)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("windturbinemonteur", "Monteur windturbines"),
        ("monteur zonnepanelen", "zonnepaneelmonteur"),
        ("monteur koeltechniek", "Koeltechniek monteur"),
        ("monteur liften", "liftmonteur"),
    ],
)
def test_a_trade_is_the_same_however_it_is_put_together(one: str, other: str) -> None:
    trades = Trades.of((*LABELS, "monteur"))
    assert trades.parts_of(one) == trades.parts_of(other)


def test_a_trade_of_many_labels_says_nothing_by_itself() -> None:
    trades = Trades.of([*(f"monteur {number}e" for number in range(100)), "monteur", "lasser"])
    assert not trades.is_telling(trades.parts_of("monteur"))
    assert trades.is_telling(trades.parts_of("lasser"))


def test_a_laser_is_not_a_lasser() -> None:
    assert stem_of("lasser") != stem_of("laser")


@pytest.mark.parametrize(
    ("label", "ways"),
    [
        ("mechatronicamonteur", {"mechatronica monteur", "monteur mechatronica"}),
        ("koudemonteur", {"koude monteur", "koudetechniek monteur", "monteur koudetechniek"}),
        ("monteur liften", {"liften monteur"}),
        ("lasser", set()),
    ],
)
def test_people_put_a_trade_together_in_other_ways(label: str, ways: set[str]) -> None:
    trades = Trades.of((*LABELS, "monteur", label))
    assert ways <= set(trades.put_otherwise(label))
    assert bool(ways) == bool(set(trades.put_otherwise(label)))
