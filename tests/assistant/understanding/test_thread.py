"""A follow-up over a list keeps what was asked, and changes only what it names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.types import Language
from assistant.understanding import thread
from assistant.understanding.filters import Ask, Asked
from assistant.understanding.reading import read
from assistant.understanding.thread import Said, Step, following, without_rival
from knowledge.catalogue.queries import OfferFilter
from tests.assistant.understanding.test_filters import GAZETTEER, LEXICONS, asked

LISTED = Step(
    Asked(Ask.LIST, OfferFilter(kind=("ad",), mode=("voltijd",), place=("Zwolle",)), areas=("Zwolle",))
)


def after(text: str, step: Step = LISTED) -> Step | None:
    return following(step, read(text, LEXICONS[Language.DUTCH]), GAZETTEER)


def test_another_mode_replaces_the_mode_and_keeps_the_rest() -> None:
    step = after("en in deeltijd?")
    assert step is not None
    assert step.asked.filter == OfferFilter(kind=("ad",), mode=("deeltijd",), place=("Zwolle",))


def test_another_place_replaces_the_place_and_its_name() -> None:
    step = after("en in Enschede?")
    assert step is not None
    assert (step.asked.filter.place, step.asked.areas) == (("Enschede",), ("Enschede",))


def test_more_is_the_next_page_each_time() -> None:
    first = after("meer")
    assert first is not None
    second = after("nog meer", first)
    assert second is not None
    assert (first.page, second.page) == (1, 2)


@pytest.mark.parametrize(("text", "row"), [("die tweede", 2), ("vertel meer over de derde", 3)])
def test_a_row_is_told_about(text: str, row: int) -> None:
    step = after(text)
    assert step is not None
    assert (step.row, step.asked.ask) == (row, Ask.FIELDS)


def test_what_do_they_cost_asks_it_of_the_same_list() -> None:
    step = after("wat kosten die?")
    assert step is not None
    assert (step.asked.fields, step.asked.filter) == (("costs",), LISTED.asked.filter)


@pytest.mark.parametrize(
    "text", ["is er een master voor?", "is daarin ook een master?", "is there a master in that?"]
)
def test_a_kind_in_that_is_asked_of_the_field_in_hand(text: str) -> None:
    assert thread.OF_IT.search(text) is not None


@pytest.mark.parametrize("text", ["is er een master voor bouwkunde?", "welke masters zijn er in Zwolle?"])
def test_a_kind_of_something_that_is_named_is_not(text: str) -> None:
    assert thread.OF_IT.search(text) is None


@pytest.mark.parametrize("text", ["hoe heten die opleidingen?", "welke namen hebben ze?"])
def test_the_names_of_what_was_just_named_are_no_follow_up_of_the_list(text: str) -> None:
    assert after(text) is None


def test_a_message_that_adds_nothing_is_not_a_follow_up() -> None:
    assert after("dank je") is None


def test_a_new_place_may_set_the_school_of_before_aside_and_a_new_school_the_place() -> None:
    asked = replace(
        LISTED.asked, filter=OfferFilter(provider=("saxion",), place=("Enschede",), mode=("deeltijd",))
    )
    by_place = without_rival(Step(asked, is_following=True, stated=("place",)))
    assert by_place.asked.filter == OfferFilter(place=("Enschede",), mode=("deeltijd",))
    by_school = without_rival(Step(asked, is_following=True, stated=("provider",)))
    assert by_school.asked.filter == OfferFilter(provider=("saxion",), mode=("deeltijd",))
    assert without_rival(Step(asked, is_following=True, stated=("mode",))).asked == asked


def said(text: str, step: Step | None, prefers_names: bool = False) -> Step | None:
    """Return what is asked after a message in Dutch."""
    language = Language.DUTCH
    own = asked(text, language, prefers_names)
    message = Said(text, read(text, LEXICONS[language]), own, language)
    return thread.after(step, message, GAZETTEER, prefers_names)


def filter_after(text: str, step: Step) -> OfferFilter:
    found = said(text, step)
    assert found is not None
    return found.asked.filter


@pytest.mark.parametrize(
    "text", ["en welke in deeltijd?", "en hoeveel in deeltijd?", "welke daarvan in deeltijd?"]
)
def test_a_question_that_says_only_a_part_is_about_what_is_in_focus(text: str) -> None:
    assert filter_after(text, LISTED) == OfferFilter(kind=("ad",), mode=("deeltijd",), place=("Zwolle",))


def test_a_whole_question_starts_anew_and_drops_every_filter() -> None:
    step = said("Welke masters heeft Saxion?", LISTED)
    assert step is not None
    assert (step.asked.filter.mode, step.asked.filter.place) == ((), ())
    assert not step.is_following


def test_what_a_school_has_is_asked_of_the_same_kind() -> None:
    assert filter_after("wat heeft Saxion?", LISTED).kind == ("ad",)


def test_which_are_they_lists_what_was_counted() -> None:
    step = said("welke zijn dat?", Step(replace(LISTED.asked, ask=Ask.COUNT)))
    assert step is not None
    assert (step.asked.ask, step.asked.filter) == (Ask.LIST, LISTED.asked.filter)


def test_the_same_is_asked_of_another_name() -> None:
    asked_code = Step(Asked(Ask.FIELDS, OfferFilter(provider=("saxion",)), ("codes",), offers=("wtb",)))
    step = said("en van HBO-ICT bij Windesheim?", asked_code, prefers_names=True)
    assert step is not None
    assert step.asked.fields == ("codes",)
    assert step.asked.filter.provider == ("windesheim",)
    assert step.asked.offers == ("o3",)


def test_a_field_that_is_named_takes_the_place_of_the_names_before_it() -> None:
    asked_code = Step(Asked(Ask.FIELDS, OfferFilter(provider=("saxion",)), ("codes",), offers=("wtb",)))
    step = said("en in de bouw?", asked_code)
    assert step is not None
    assert (step.asked.offers, step.asked.filter.field) == ((), ("bouw",))


def test_an_aspect_without_a_name_is_asked_of_what_is_in_focus() -> None:
    one = Step(Asked(Ask.LIST, OfferFilter(), offers=("wtb",)))
    step = said("waar ergens", one)
    assert step is not None
    assert (step.asked.ask, step.asked.fields, step.asked.offers) == (Ask.FIELDS, ("places",), ("wtb",))


@pytest.mark.parametrize("text", ["Wat is BBL?", "Hoe laat gaat de trein?", "dank je"])
def test_what_asks_nothing_of_the_list_is_no_follow_up(text: str) -> None:
    assert said(text, LISTED) is None


FULL_TIME = Step(Asked(Ask.FIELDS, OfferFilter(provider=("saxion",)), ("costs",), offers=("wtb",)))


def test_whether_it_is_there_in_another_form_asks_no_more_than_that() -> None:
    step = said("kan het ook in deeltijd?", FULL_TIME)
    assert step is not None
    assert (step.asked.ask, step.asked.fields, step.asked.filter.mode) == (Ask.LIST, (), ("deeltijd",))
    assert (step.asked.offers, step.asked.filter.provider) == (("wtb",), ("saxion",))


def test_only_naming_another_form_asks_the_same_of_it() -> None:
    step = said("en in deeltijd?", FULL_TIME)
    assert step is not None
    assert (step.asked.ask, step.asked.fields) == (Ask.FIELDS, ("costs",))


@pytest.mark.parametrize("text", ["is er ook een Ad?", "hoe lang duurt de master?"])
def test_a_kind_alone_is_one_of_what_was_shown(text: str) -> None:
    assert filter_after(text, FULL_TIME).provider == ("saxion",)


@pytest.mark.parametrize(("ordinal", "offers"), [("de eerste", ("a",)), ("de tweede", ("b", "c"))])
def test_of_two_that_are_compared_the_order_is_that_in_which_they_were_named(
    ordinal: str, offers: tuple[str, ...]
) -> None:
    compared = Step(Asked(Ask.COMPARE, mentions={"offer": (("a",), ("b", "c"))}, offers=("a", "b", "c")))
    step = said(f"waar wordt {ordinal} gegeven?", compared)
    assert step is not None
    assert (step.asked.offers, step.asked.fields) == (offers, ("places",))


def test_of_what_rules_answered_a_field_is_asked_on_and_nothing_else() -> None:
    loose = Step(Asked(Ask.LIST, offers=("wtb",)), is_loose=True)
    step = said("hoe lang duurt het?", loose)
    assert step is not None
    assert (step.asked.fields, step.asked.offers) == (("duration_months",), ("wtb",))
    assert said("en van HBO-ICT bij Windesheim?", loose, prefers_names=True) is None
