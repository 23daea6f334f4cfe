"""The frame around a room, the language it is in, and the policy it is sent with."""

from __future__ import annotations

import re

import pytest

from assistant.interface.guard import policy
from assistant.interface.rooms.layout import CONVERSATION, Door, Frame, nav_html, room_html
from assistant.interface.speaking import language_cookie, language_of
from assistant.interface.texts import texts_in
from assistant.types import Language

DOORS = (CONVERSATION, Door("offers", "/opleidingen"))


def frame(language: Language = Language.DUTCH, query: tuple[tuple[str, str], ...] = ()) -> Frame:
    return Frame(texts_in(language), "nonce", DOORS, "offers", "/opleidingen", query)


@pytest.mark.parametrize("language", list(Language))
def test_a_room_has_one_heading_one_main_part_and_its_language(language):
    html = room_html(frame(language), "Titel", "<p>inhoud</p>")
    assert f'<html lang="{language.value}">' in html
    assert len(re.findall(r"<h1\b", html)) == 1
    assert len(re.findall(r"<main\b", html)) == 1
    assert 'href="#lw-inhoud"' in html


def test_the_navigation_marks_the_room_that_one_is_in():
    html = nav_html(DOORS, "offers", texts_in(Language.DUTCH))
    assert re.search(r'href="/opleidingen" aria-current=page', html)
    assert html.count("aria-current") == 1


def test_there_is_no_navigation_where_there_is_one_room():
    assert nav_html(DOORS[:1], "conversation", texts_in(Language.DUTCH)) == ""


def test_a_change_of_language_keeps_what_was_asked():
    html = room_html(frame(query=(("plaats", 'Hengelo "&<'), ("taal", "nl"))), "Titel", "")
    assert "plaats=Hengelo+%22%26%3C&amp;taal=de" in html
    assert html.count("taal=nl") == 1


def test_a_title_is_text():
    assert "<script>alert" not in room_html(frame(), "<script>alert(1)</script>", "")


@pytest.mark.parametrize(
    ("headers", "asked", "expected"),
    [
        ({"accept-language": "de-DE,de"}, None, Language.GERMAN),
        ({"accept-language": "de", "cookie": "a=b; leerwijzer_taal=en"}, None, Language.ENGLISH),
        ({"accept-language": "de", "cookie": "leerwijzer_taal=en"}, "nl", Language.DUTCH),
        ({"accept-language": "de", "cookie": "leerwijzer_taal=fr"}, "xx", Language.GERMAN),
        ({"cookie": ";;=\x00"}, None, Language.DUTCH),
    ],
)
def test_the_address_comes_before_the_choice_and_the_choice_before_the_browser(headers, asked, expected):
    assert language_of(headers, asked) is expected


def test_the_language_that_is_remembered_is_read_back():
    cookie = language_cookie(Language.GERMAN).split(";")[0]
    assert language_of({"cookie": cookie}) is Language.GERMAN


def test_only_the_page_of_the_library_may_compile_scripts_and_set_styles_inline():
    assert "'unsafe-eval'" in policy("n", "/")
    assert "unsafe" not in policy("n", "/opleidingen")
