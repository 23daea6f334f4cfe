"""How to reach a school is read where pages have it: in the footer, an address, and lists of terms."""

from __future__ import annotations

import pytest

from knowledge.config import ParsingLimits
from knowledge.parsing.html import parse_html
from knowledge.parsing.received import ReceivedFile


def _text(markup: str) -> str:
    return parse_html(ReceivedFile("a.html", markup.encode(), ParsingLimits())).pages[0].text


def test_a_term_stands_with_what_is_told_of_it() -> None:
    text = _text("<dl><dt>Receptie</dt><dd>053 - 573 40 40</dd><dt>Decaan:</dt><dd>mevrouw Leusink</dd></dl>")
    assert text.split("\n") == ["Receptie: 053 - 573 40 40", "Decaan: mevrouw Leusink"]


def test_questions_in_a_list_of_terms_keep_their_answers_below_them() -> None:
    assert "Hoe laat?\n" in _text("<dl><dt>Hoe laat?</dt><dd>Om negen uur.</dd></dl>")


@pytest.mark.parametrize(
    "line",
    ["De Es, telefoon 0570 55 01 20", "Mail info@dees.example", "Weg 60, 7481 AC Haaksbergen", "Bahnhofstraße 1, 48527 Nordhorn"],
)  # fmt: skip
def test_a_footer_that_says_how_to_reach_the_school_is_read(line: str) -> None:
    assert line in _text(f"<main><p>Kom kijken.</p></main><footer><p>{line}</p></footer>")


@pytest.mark.parametrize(
    "footer",
    ["<p>KvK 08123456 | Privacy</p>", "<nav>Bel 0570 55 01 20</nav>", '<p style="display:none">Bel 0570 55 01 20</p>', "<p>© 2026 De Es</p>"],
)  # fmt: skip
def test_the_rest_of_a_footer_is_left_out(footer: str) -> None:
    assert _text(f"<main><p>Kom kijken.</p></main><footer>{footer}</footer>") == "Kom kijken."
