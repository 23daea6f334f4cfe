"""The reports hold the figures and the reasons, show nothing of the test part, and nothing in them can run."""

from __future__ import annotations

import re
from dataclasses import replace

from evals.conversation.floors import Floor
from evals.conversation.report.html import as_html
from evals.conversation.report.markdown import as_markdown
from evals.conversation.report.run import About, Run
from evals.conversation.scoring import score_case
from evals.conversation.summary import summarised
from evals.conversation.types import ScoredCase
from tests.support.conversations import answer, case, cited, expected, quote, reply

HOSTILE = '<script>alert("x")</script> [klik](javascript:alert(1))'
ABOUT = About("tune", "", "", "abc-def", "123456", "", "2026-11-21", 2)


def hostile(split: str = "tune", id_: str = "ans-001") -> ScoredCase:
    asked = replace(case(id_=id_, split=split), turns=(HOSTILE,), why=HOSTILE)
    given = answer(quote(f"{HOSTILE} kost 7 euro.", 1))
    return score_case(asked, [reply(given, cited(HOSTILE, document=HOSTILE))])


def run(*cases: ScoredCase, floors: tuple[Floor, ...] = ()) -> Run:
    return Run(ABOUT, summarised(cases), cases, floors)


def test_nothing_that_is_asked_or_answered_becomes_markup() -> None:
    page = as_html(run(hostile()))
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"\b(?:src|href|on\w+)\s*=", re.sub(r"&[a-z#0-9]+;", "", page))
    assert "default-src &#x27;none&#x27;" in page or "default-src 'none'" in page
    text = as_markdown(run(hostile()))
    assert "<script" not in text
    assert not re.search(r"(?<!\\)\]\(", text)


def test_both_reports_hold_measures_goals_and_reasons() -> None:
    for text in (as_html(run(hostile())), as_markdown(run(hostile()))):
        assert "expected facts in the answer" in text
        assert "0.920" in text
        assert "1.419" in text
        assert "ans-001" in text


def test_the_plots_are_drawn_inside_the_page() -> None:
    page = as_html(run(hostile()))
    assert page.count("<svg") == 3
    assert "<img" not in page


def test_the_cases_of_the_test_part_are_counted_but_not_shown() -> None:
    secret = replace(
        hostile("test", "ans-009"), case=replace(case(id_="ans-009", split="test"), turns=("geheim",))
    )
    for text in (as_html(run(hostile(), secret)), as_markdown(run(hostile(), secret))):
        assert "ans-009" in text
        assert "geheim" not in text


def test_a_broken_floor_is_shown() -> None:
    floor = Floor("facts", 0.9, False, "2026-11-21", "eerste meting")
    for text in (as_html(run(hostile(), floors=(floor,))), as_markdown(run(hostile(), floors=(floor,)))):
        assert "eerste meting" in text


def test_an_answer_that_broke_off_is_shown_with_its_error() -> None:
    broken = score_case(case(expectations=(expected("1.419"),)), [reply(None)])
    assert "ValueError: stuk" in as_html(run(broken))
    assert "broke off" in as_markdown(run(broken))
