"""The page of the figures and its addresses."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial

import pytest

from assistant.interface.rooms.figures.choosing import Asked
from assistant.interface.rooms.figures.page import figures_html
from assistant.interface.rooms.figures.routes import TEXTS, figures_room
from assistant.interface.rooms.figures.subjects import subjects_of
from assistant.types import Language
from knowledge.catalogue.facts import Provenance
from tests.assistant.interface.rooms.figures.conftest import DUO, figure, figure_of, reading_of, students
from tests.support.hostile import each_hostile
from tests.support.rooms import catalogues_of, client_of

WHOLE = Asked()


def page(figures, asked: Asked = WHOLE, language: Language = Language.DUTCH) -> str:
    subjects = subjects_of(figures)
    subject = next((one for one in subjects if one.id == asked.subject), subjects[0])
    return figures_html(subjects, subject, asked, reading_of(figures, language))


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("split", ["", "regio", "instelling", "geslacht"])
def test_under_every_plot_stands_a_table_with_a_caption_and_the_same_numbers(language, split):
    html = page(students(), Asked(split=split, first="2024", last="2024"), language)
    plotted = re.findall(r'class="lw-waarde"[^>]*>([^<]+)<', html)
    assert plotted == re.findall(r"<td>([^<*]+)\*?</td>", html)
    assert plotted
    assert html.count("<svg") == html.count("<caption>") == 1
    assert 'href="https://duo.nl/data"' in html


def test_several_years_are_lines_and_one_series_is_standing_bars():
    assert "<polyline" in page(students(), Asked(split="regio"))
    assert 'text-anchor="middle"' in page(students())
    assert "<polyline" not in page(students())


def test_figures_of_several_sources_are_said_to_be_so():
    other = Provenance("https://cbs.nl/x", "2024")
    html = page([figure(1, "2023"), figure(2, "2024"), figure(9, "2024", about=other)])
    assert "meer dan één bron" in html
    assert "Nederland (cbs.nl)" in html
    assert "meer dan één bron" not in page(students())


def test_numbers_of_one_unit_and_several_sources_are_compared_with_a_warning():
    figures = [
        figure_of("vacatures per werkloze monteur", 15, "vacatures per werkloze", "2022-02", "Twente"),
        figure_of(
            "vacatures per werkloze",
            3,
            "vacatures per werkloze",
            "2024",
            "Twente",
            replace(DUO, url="https://x.nl"),
        ),
    ]
    html = page(figures)
    assert "verschillende bronnen" in html
    assert html.count('class="lw-staaf') == 2


def test_a_lone_number_is_in_the_table_and_not_a_plot():
    html = page([figure_of("banen", 346_510, "banen", "2023", "Twente")])
    assert "<svg" not in html
    assert "346.510 banen" in html
    assert "oud" in html


def test_a_number_with_hidden_parts_has_a_star_and_its_note():
    about = replace(DUO, note="2 aantallen onder 5 zijn verborgen")
    html = page([figure(100, "2023", about=about), figure(90, "2024")])
    assert "<td>100*</td>" in html
    assert "<td>90</td>" in html
    assert "2 aantallen onder 5 zijn verborgen (Nederland 2023)" in html


def test_a_choice_without_figures_says_so_and_leads_back():
    html = page(students(), Asked(region="Mars"))
    assert "geen cijfers" in html
    assert 'href="/cijfers?onderwerp=students"' in html
    assert "<svg" not in html


@pytest.mark.parametrize("evil", each_hostile())
def test_hostile_records_are_only_text(evil):
    about = Provenance(evil, evil, note=evil)
    rows = [
        figure_of(evil, n, evil, str(2020 + n), evil, about, {evil: evil, "instelling": evil})
        for n in range(4)
    ]
    lone = [figure_of(evil, 1, evil, evil, evil, about), figure_of("x", 2, evil, evil, evil, about)]
    for figures in (rows, lone):
        html = page(figures)
        assert set(re.findall(r"<(\w+)", html)) <= {
            "p", "form", "label", "select", "option", "button", "section", "h2", "h3", "figure", "figcaption", "svg", "title",
            "desc", "rect", "text", "line", "div", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "a", "ul",
            "li", "details", "summary", "g", "polyline", "circle",
        }  # fmt: skip
        assert all(
            one.startswith(("/cijfers", "http")) for one in re.findall(r'(?:href|action)="([^"]*)', html)
        )


@pytest.fixture
def client(tmp_path):
    return client_of(partial(figures_room, catalogue_of=catalogues_of(tmp_path, *students()).of))


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_the_page_is_there_in_every_language(client, language):
    reply = client.get("/cijfers", headers={"accept-language": language})
    assert reply.status_code == 200
    assert f'<html lang="{language}">' in reply.text


def test_the_file_holds_exactly_what_the_page_shows(client):
    address = "?onderwerp=students&verdeel=regio&van=2024"
    link = re.search(r'href="(/cijfers/cijfers\.csv[^"]*)"', client.get(f"/cijfers{address}").text)[1]
    reply = client.get(link.replace("&amp;", "&"))
    assert reply.headers["content-disposition"] == 'attachment; filename="cijfers.csv"'
    assert reply.headers["content-type"].startswith("text/csv")
    lines = reply.content.decode("utf-8-sig").splitlines()
    assert sorted(line.split(";")[4] for line in lines[1:]) == ["360", "540"]


def test_without_figures_the_page_says_so(tmp_path):
    client = client_of(partial(figures_room, catalogue_of=catalogues_of(tmp_path).of))
    assert "nog geen cijfers" in client.get("/cijfers").text
    assert client.get("/cijfers/cijfers.csv").status_code == 303


@pytest.mark.parametrize("evil", each_hostile())
def test_hostile_parameters_are_only_text(client, evil):
    sent = evil.encode("utf-8", "replace").decode()
    for name in ("onderwerp", "regio", "van", "instelling"):
        assert client.get("/cijfers", params={name: sent}).text.count("<script") == 1


@pytest.mark.parametrize("language", list(Language))
def test_every_language_of_the_room_has_the_same_keys_and_placeholders(language):
    placeholder = re.compile(r"\{(\w+)\}")
    dutch, other = TEXTS(Language.DUTCH).words, TEXTS(language).words
    assert {key: sorted(placeholder.findall(text)) for key, text in other.items()} == {
        key: sorted(placeholder.findall(text)) for key, text in dutch.items()
    }
    assert [key for key, text in other.items() if set(text) & set('<>"&')] == []
