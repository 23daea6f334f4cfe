"""The sources panel marks the cited span in its surroundings."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.panels import document_html, marked_span, missing_html, panel_html, quote_in
from assistant.interface.texts import texts_in
from assistant.types import Language
from tests.support.page_twins import FUND_PAGE, FUND_SENTENCE, demonstration

DUTCH = texts_in(Language.DUTCH)
VIEW = demonstration()[1].views["programma#3"]
START = FUND_PAGE.index(FUND_SENTENCE)
SPAN = (START, START + len(FUND_SENTENCE))


def test_the_cited_span_is_marked_and_its_surroundings_are_shown():
    html = panel_html(VIEW, *SPAN, "programma#3", DUTCH)
    assert f"<mark>{FUND_SENTENCE}</mark>" in html
    assert "Het programma loopt van 2023" in html
    assert "verantwoording af" in html


def test_heading_path_publisher_date_and_host_are_shown():
    html = panel_html(VIEW, *SPAN, "programma#3", DUTCH)
    for words in (
        "<li>Programma</li><li>Financiering</li>",
        "Voorbeelduitgever",
        "2024",
        "Open de bron bij voorbeeld.nl",
    ):
        assert words in html


def test_a_page_with_a_picture_offers_it_from_our_own_route():
    html = panel_html(VIEW, *SPAN, "programma#3", DUTCH)
    assert f'src="/bron/pagina.png?passage=programma%233&amp;van={SPAN[0]}&amp;tot={SPAN[1]}"' in html
    assert 'alt="Afbeelding van pagina 3, met de passage gemarkeerd"' in html


def test_a_text_without_pages_offers_no_picture():
    assert "<img" not in panel_html(demonstration()[1].views["toelating/1"], 0, 5, "toelating/1", DUTCH)


def test_a_span_that_lies_outside_marks_the_whole_passage():
    assert quote_in(VIEW, 100_000, 100_010) == VIEW.passage
    assert quote_in(VIEW, 10, 10) == VIEW.passage


@given(st.integers(-1000, 1000), st.integers(-1000, 1000))
def test_the_marked_span_always_lies_inside_the_text(start, end):
    first, last = marked_span(VIEW, start, end)
    assert 0 <= first < last <= len(FUND_PAGE)


def test_a_missing_source_is_said_in_the_reader_s_language():
    assert "Diese Quelle gibt es nicht" in missing_html(texts_in(Language.GERMAN))


def test_a_source_opened_by_itself_is_a_whole_page_in_its_language():
    html = document_html(panel_html(VIEW, *SPAN, "x", DUTCH), DUTCH, "nonce")
    assert html.startswith('<!doctype html><html lang="nl">')
    assert "<h1" in html
