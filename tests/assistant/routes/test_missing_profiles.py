"""A profile that somebody says not to have fails what asks it, and is not asked for again."""

from __future__ import annotations

from assistant.profile import HeldDiploma
from assistant.routes.atoms import holds_by_diploma
from assistant.routes.types import Truth
from knowledge.catalogue.rules import HasDiploma

WITHOUT_NT = HeldDiploma("havo", missing_profiles=("NT",))


def test_a_profile_that_is_missing_fails() -> None:
    assert holds_by_diploma(HasDiploma(("havo",), (), ("NT",)), WITHOUT_NT) is Truth.FAILS


def test_another_profile_may_still_be_had() -> None:
    assert holds_by_diploma(HasDiploma(("havo",), (), ("NT", "NG")), WITHOUT_NT) is Truth.UNKNOWN


def test_a_rule_without_profiles_asks_nothing_of_it() -> None:
    assert holds_by_diploma(HasDiploma(("havo",)), WITHOUT_NT) is Truth.HOLDS
