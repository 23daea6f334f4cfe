"""A student looks for a programme, keeps three and sets them side by side, in a real browser."""

from __future__ import annotations

import re

import pytest

from tests.browser.cells import in_every_cell
from tests.browser.test_accessibility import VIOLATIONS

pytestmark = pytest.mark.browser

WIDER_THAN_THE_SCREEN = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


def unfold(page) -> None:
    """Unfold the filters where the screen is too narrow to show them beside the list."""
    if not page.evaluate("document.querySelector('.lw-filterblok').open"):
        page.click(".lw-filterblok > summary")


def test_the_heading_of_a_comparison_reads_along_the_line_on_a_phone(library_site, open_page):
    page = open_page(f"{library_site}/opleidingen/vergelijk?id=crebo-25003-bbl&id=crebo-25003-bol", 360)
    box = page.locator("caption").bounding_box()
    assert box["width"] > 4 * box["height"]


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_student_filters_opens_keeps_three_and_compares_them(library_site, open_page, picture, width):
    page = open_page(f"{library_site}/opleidingen", width)
    page.fill("#lw-q", "mbo 4 mechatronika enschede")
    page.press("#lw-q", "Enter")
    page.wait_for_url("**niveau=mbo-4**")
    assert page.inner_text("#lw-aantal").startswith("0 opleidingen")
    picture(page, f"opleidingen-niets-{width}.png", full_page=True)
    page.click("text=zonder “Plaats: Enschede”")
    assert page.inner_text("#lw-aantal").startswith("4 opleidingen")
    assert "Je ziet nu wat er is voor “mechatronica”" in page.inner_text("main")
    for number in (1, 2, 3):
        page.click(f"#o{number} button")
        page.wait_for_selector(f"#o{number} button:has-text('Haal van mijn lijstje')")
    page.click("#o1 h3 a")
    assert page.inner_text("h1") in page.title()
    assert "Wie mag beginnen?" in page.inner_text("main")
    picture(page, f"opleiding-{width}.png", full_page=True)
    page.click("text=Mijn lijstje: 3 opleidingen")
    for box in page.query_selector_all(".lw-opleidingen input[type=checkbox]"):
        box.check()
    picture(page, f"lijstje-{width}.png", full_page=True)
    page.click("#lw-vergelijkvorm button")
    page.wait_for_selector("table.lw-vergelijking")
    assert page.locator("th[scope=col]").count() == 4
    assert page.locator(".lw-verschil").count() >= 5
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)
    picture(page, f"vergelijken-{width}.png", full_page=True)


def test_the_same_goes_with_the_keyboard_alone(library_site, open_page):
    page = open_page(f"{library_site}/opleidingen?plaats=Enschede&q=werktuigbouwkunde")

    def tab_to(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches({selector!r})"):
                outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
                assert outline != "none", selector
                return
        pytest.fail(f"{selector} cannot be reached")

    tab_to(".lw-spring")
    tab_to("#o1 button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#o1 button:has-text('Haal van mijn lijstje')")
    tab_to("#o2 input[type=checkbox]")
    page.keyboard.press("Space")
    tab_to("#o3 input[type=checkbox]")
    page.keyboard.press("Space")
    tab_to("#lw-vergelijkvorm button")
    page.keyboard.press("Enter")
    page.wait_for_selector("table.lw-vergelijking")


def test_nothing_needs_a_script(library_site, chromium):
    context = chromium.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{library_site}/opleidingen")
    page.click(".lw-filterblok > summary")
    page.check("input[name=soort][value=ad]")
    page.click(".lw-filterblok button")
    assert "soort=ad" in page.url
    assert re.match(r"31 opleidingen", page.inner_text("#lw-aantal"))
    context.close()


@in_every_cell(("nl-NL", "dark", 360))
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(
    library_site, open_page, axe, locale, scheme, width
):
    page = open_page(f"{library_site}/opleidingen", width, locale, scheme)
    found = {}
    for path in (
        "",
        "?weergave=kaart",
        "?q=mechatronica&plaats=Enschede&niveau=mbo-4",
        "?bij=Almelo&km=25&maanden=48&q=elektrotechniek",
        "/crebo-25003-bbl",
        "/vergelijk?id=crebo-25003-bbl&id=crebo-25003-bol",
        "/lijstje",
        "/bestaat-niet",
    ):
        page.goto(f"{library_site}/opleidingen{path}")
        if page.query_selector(".lw-filterblok"):
            unfold(page)
        page.evaluate(axe)
        found[path] = (page.evaluate(VIOLATIONS), page.evaluate(WIDER_THAN_THE_SCREEN))
    assert {path: result for path, result in found.items() if result != ([], False)} == {}


def test_letters_of_175_percent_still_fit_on_a_phone(library_site, open_page):
    page = open_page(f"{library_site}/opleidingen?plaats=Enschede", 360)
    page.evaluate("localStorage.setItem('leerwijzer-letters', '175')")
    for path in ("?plaats=Enschede", "/crebo-25003-bbl", "/vergelijk?id=crebo-25003-bbl&id=crebo-25003-bol"):
        page.goto(f"{library_site}/opleidingen{path}")
        assert not page.evaluate(WIDER_THAN_THE_SCREEN), path


@pytest.mark.slow
def test_pictures_of_the_room_are_kept(library_site, open_page, screenshots):
    for width, scheme in ((1280, "light"), (1280, "dark"), (360, "light"), (360, "dark")):
        page = open_page(f"{library_site}/opleidingen?plaats=Enschede", width, scheme=scheme)
        page.screenshot(path=screenshots / f"opleidingen-{width}-{scheme}.png", full_page=True)
        page.goto(f"{library_site}/opleidingen?weergave=kaart")
        page.screenshot(path=screenshots / f"kaart-{width}-{scheme}.png", full_page=True)
