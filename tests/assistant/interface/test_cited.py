"""What an answer rests on is listed shortly, and completely."""

from __future__ import annotations

import re

import pytest

from assistant.interface.cited import sources_html
from assistant.interface.texts import texts_in
from assistant.types import Citation, Language

DUTCH = texts_in(Language.DUTCH)


def cited(number: int, locator: str = "Toelating", title: str = "Gids", as_of: str = "2024") -> Citation:
    return Citation(number, "s", "p", title, locator, "woorden", "https://voorbeeld.nl", 1, 0, 5, as_of)


def test_citations_of_one_place_share_a_line_and_keep_their_numbers():
    html = sources_html([cited(1), cited(2), cited(3, "Kosten")], DUTCH)
    assert html.count("<li>") == 2
    assert re.findall(r'data-nummer="(\d)"', html) == ["1", "2", "3"]


@pytest.mark.parametrize(("many", "at_once"), [(1, 1), (3, 3), (4, 4), (5, 3), (20, 3)])
def test_a_long_list_shows_three_lines_and_folds_the_rest_away(many, at_once):
    html = sources_html([cited(number, f"deel {number}") for number in range(1, many + 1)], DUTCH)
    shown, *folded = html.split("<details")
    assert shown.count("<li>") == at_once
    assert html.count("<li>") == many
    assert bool(folded) == (many > at_once)
    assert (f"Toon alle {many} bronnen" in html) == (many > at_once)


def test_a_record_is_listed_by_its_own_name():
    html = sources_html([cited(1, "Bouwkunde, rij 559", "Opleidingen: gegevens")], DUTCH)
    assert "<span>Bouwkunde</span></a>" in html
    assert "Opleidingen: gegevens, rij 559 · 2024" in html


def test_what_has_no_date_is_said_to_have_none():
    assert "zonder datum" in sources_html([cited(1, as_of="z.d.")], DUTCH)
    assert "no date" in sources_html([cited(1, as_of="z.d.")], texts_in(Language.ENGLISH))


def test_no_citations_make_no_list():
    assert sources_html([], DUTCH) == ""
