"""What is kept of every open page: little, and of so many pages at most."""

from __future__ import annotations

import pytest
from fastapi import FastAPI
from starlette.routing import Match

from assistant.interface import open_pages
from assistant.interface.gradio_library import gradio_library
from assistant.interface.mounting import Straight
from assistant.interface.open_pages import OpenPages


@pytest.fixture
def blocks():
    gradio = gradio_library()
    with gradio.Blocks(analytics_enabled=False) as made:
        made.box = gradio.Textbox()
        made.said = gradio.State("niets")
    return made


def test_a_page_keeps_its_states_apart_from_other_pages(blocks):
    pages = OpenPages(blocks)
    pages["a"][blocks.said._id] = "van a"
    assert pages["a"][blocks.said._id] == "van a"
    assert pages["b"][blocks.said._id] == "niets"


def test_no_settings_of_components_are_kept(blocks):
    page = OpenPages(blocks)["a"]
    page[blocks.said._id] = "iets"
    page._update_value_in_config(blocks.box._id, "x" * 10_000)
    assert not any(page.config_values.values())
    assert "x" * 100 not in str(page.config_values)


def test_a_component_that_was_changed_for_one_page_is_kept_for_that_page_alone(blocks):
    pages, mine = OpenPages(blocks), gradio_library().Textbox(render=False)
    pages["a"][blocks.box._id] = mine
    assert pages["a"][blocks.box._id] is mine
    assert pages["b"][blocks.box._id] is blocks.box


def test_the_longest_untouched_page_leaves_when_there_are_too_many(blocks, monkeypatch):
    monkeypatch.setattr(open_pages, "MOST_PAGES", 3)
    pages = OpenPages(blocks)
    for name in "abca":
        pages[name][blocks.said._id] = f"van {name}"
    pages["d"]
    assert len(pages.session_data) == 3
    assert pages["a"][blocks.said._id] == "van a"
    assert "b" not in pages


@pytest.mark.parametrize(
    ("path", "expected"), [("/gradio_api/queue/join", Match.FULL), ("/", Match.NONE), ("/route", Match.NONE)]
)
def test_only_the_protocol_of_the_page_goes_straight_to_it(path, expected):
    straight = Straight("/", app=FastAPI())
    assert straight.matches({"type": "http", "path": path, "root_path": "", "method": "GET"})[0] is expected
