"""A programme officer opens a figure, reads it, and takes it along as a file, in a real browser."""

from __future__ import annotations

import csv

import pytest

from tests.browser.cells import in_every_cell
from tests.browser.test_accessibility import VIOLATIONS
from tests.browser.test_offers import WIDER_THAN_THE_SCREEN

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "?onderwerp=students&verdeel=regio",
    "?onderwerp=students&verdeel=instelling&van=2024&tot=2024",
    "?onderwerp=women&verdeel=regio",
    "?onderwerp=tension",
    "?onderwerp=wages",
    "?onderwerp=fees",
    "?onderwerp=goals",
    "?onderwerp=levels",
    "?onderwerp=other",
    "?onderwerp=students&regio=Mars",
)


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_an_officer_opens_a_figure_and_downloads_it(library_site, open_page, picture, width):
    page = open_page(f"{library_site}/opleidingen", width)
    page.click(".lw-kamers a:has-text('Cijfers')")
    page.select_option("#lw-onderwerp", label="Studenten in het technisch hbo")
    page.select_option("#lw-verdeel", label="school")
    page.select_option("#lw-van", "2024")
    page.click(".lw-keuzes button")
    page.wait_for_url("**verdeel=instelling**")
    assert page.get_by_role("img", name="Studenten in het technisch hbo").count() == 1
    cells = page.locator("tbody tr:has-text('Saxion') td").all_inner_texts()
    picture(page, f"cijfers-{width}.png", full_page=True)
    with page.expect_download() as waiting:
        page.click("text=Download als CSV")
    text = waiting.value.path().read_bytes().decode("utf-8-sig")
    rows = [
        row for row in csv.DictReader(text.splitlines(), delimiter=";") if "saxion" in row["uitsplitsing"]
    ]
    assert [row["waarde"] for row in rows] == [cell.strip("*").replace(".", "") for cell in cells]
    assert all(row["bron"].startswith("https://") for row in rows)
    assert not page.evaluate(WIDER_THAN_THE_SCREEN)


@pytest.mark.slow
def test_the_same_goes_with_the_keyboard_alone(library_site, open_page):
    page = open_page(f"{library_site}/cijfers")

    def tab_to(selector: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.evaluate(f"document.activeElement.matches({selector!r})"):
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
                return
        pytest.fail(f"{selector} cannot be reached")

    tab_to("#lw-verdeel")
    page.keyboard.press("ArrowDown")
    tab_to(".lw-keuzes button")
    page.keyboard.press("Enter")
    page.wait_for_url("**verdeel=regio**")
    tab_to(".lw-tabel")
    tab_to("a[download]")
    with page.expect_download() as waiting:
        page.keyboard.press("Enter")
    assert waiting.value.suggested_filename == "cijfers.csv"


@in_every_cell(("de-DE", "light", 1280))
def test_axe_finds_nothing_and_no_page_is_wider_than_the_screen(
    library_site, open_page, axe, locale, scheme, width
):
    page = open_page(f"{library_site}/cijfers", width, locale, scheme)
    found = {}
    for query in PAGES:
        page.goto(f"{library_site}/cijfers{query}")
        page.evaluate(axe)
        found[query] = (page.evaluate(VIOLATIONS), page.evaluate(WIDER_THAN_THE_SCREEN))
    assert {query: result for query, result in found.items() if result != ([], False)} == {}


def test_no_page_asks_anything_of_another_host_or_opens_a_dialog(library_site, open_page):
    page = open_page(f"{library_site}/cijfers")
    asked, dialogs, errors = [], [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for path in ("/cijfers?onderwerp=tension", "/opleidingen?weergave=kaart", "/opleidingen/crebo-25003-bbl"):
        page.goto(f"{library_site}{path}")
    assert [url for url in asked if not url.startswith(library_site)] == []
    assert (dialogs, errors) == ([], [])


@pytest.mark.slow
def test_pictures_of_the_room_are_kept(library_site, open_page, screenshots):
    for width, scheme in ((1280, "dark"), (360, "light")):
        page = open_page(f"{library_site}/cijfers?onderwerp=women&verdeel=regio", width, scheme=scheme)
        page.screenshot(path=screenshots / f"cijfers-lijnen-{width}-{scheme}.png", full_page=True)
        page.goto(f"{library_site}/cijfers?onderwerp=tension")
        page.screenshot(path=screenshots / f"cijfers-krapte-{width}-{scheme}.png", full_page=True)
