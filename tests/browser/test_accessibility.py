"""axe-core finds nothing on any screen, in both themes, three languages and two widths."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

BOX = "#lw-vraagvak textarea"

VIOLATIONS = """async () => (await axe.run()).violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`)"""


@pytest.mark.parametrize(
    ("locale", "scheme", "width"),
    [
        ("nl-NL", "dark", 360),
        pytest.param("nl-NL", "light", 1280, marks=pytest.mark.slow),
        pytest.param("en-GB", "dark", 1280, marks=pytest.mark.slow),
        pytest.param("de-DE", "light", 360, marks=pytest.mark.slow),
    ],
)
def test_axe_finds_nothing_on_start_answer_and_source(site, visit, axe, locale, scheme, width):
    page = visit(site.url, width, locale, scheme)
    language = locale[:2]
    page.wait_for_function(f"document.querySelector('#lw-taal')?.dataset.taal === '{language}'")
    page.evaluate(axe)
    found = {"start": page.evaluate(VIOLATIONS)}
    page.fill(BOX, "Hoeveel geld krijgt TechOost?")
    page.press(BOX, "Enter")
    page.wait_for_selector("#lw-nu .lw-kopieer")
    found["answer"] = page.evaluate(VIOLATIONS)
    page.click("#lw-nu .lw-verwijzing >> nth=0")
    page.wait_for_selector("dialog[open] mark")
    page.click(".lw-pagina summary")
    found["source"] = page.evaluate(VIOLATIONS)
    assert found == {"start": [], "answer": [], "source": []}


def test_axe_finds_nothing_on_a_source_opened_by_itself(site, visit, axe):
    page = visit(site.url)
    page.goto(f"{site.url}/bron?passage=toelating/1&van=0&tot=10")
    page.evaluate(axe)
    assert page.evaluate(VIOLATIONS) == []


def test_targets_are_at_least_24_pixels(site, visit):
    page = visit(site.url, 360)
    page.fill(BOX, "Hoeveel geld krijgt TechOost?")
    page.press(BOX, "Enter")
    page.wait_for_selector("#lw-nu .lw-kopieer")
    small = page.evaluate(
        """() => [...document.querySelectorAll("main button, main a, main label, main summary")]
            .filter((e) => e.checkVisibility() && !e.closest(".lw-spring"))
            .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
            .filter(([, r]) => r.width < 24 || r.height < 24)
            .map(([t, r]) => `${t} ${r.width}x${r.height}`)"""
    )
    assert small == []
