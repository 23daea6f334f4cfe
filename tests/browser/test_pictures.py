"""The pictures of the README: made from the whole site over the bundled library.

`LEERWIJZER_SCREENSHOTS=docs/pictures python -m pytest tests/browser/test_pictures.py` makes them again.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

README = Path(__file__).parents[2] / "README.md"
BOX = "#lw-vraagvak textarea"
QUESTION = "Ik ben 52 en lasser met mbo-2. Hoe word ik robotmonteur naast mijn werk, en wie betaalt dat?"


@pytest.mark.slow
def test_the_tour_can_be_walked_and_pictured(library_site, visit, screenshots):
    page = visit(library_site)
    page.fill(BOX, QUESTION)
    page.press(BOX, "Enter")
    page.wait_for_selector("#lw-nu .lw-kopieer")
    page.screenshot(path=screenshots / "gesprek.png")
    page.click("#lw-nu .lw-verwijzing >> nth=0")
    page.wait_for_selector("dialog[open] mark")
    page.screenshot(path=screenshots / "bron.png")
    page.click(".lw-sluit")
    page.click(".lw-overnemen button")
    page.wait_for_selector("#lw-inhoud")
    assert "52" in page.input_value("[name=leeftijd]")
    page.fill("[name=doel]", "technicus robotica")
    page.click("button.lw-eerste >> nth=0")
    page.wait_for_selector("#uitkomst")
    page.locator("#uitkomst svg").first.scroll_into_view_if_needed()
    page.screenshot(path=screenshots / "route.png")
    page.goto(f"{library_site}/opleidingen?q=deeltijd+techniek+Zwolle")
    page.wait_for_selector("h2")
    page.screenshot(path=screenshots / "opleidingen.png")
    page.goto(f"{library_site}/cijfers")
    page.wait_for_selector("svg")
    page.screenshot(path=screenshots / "cijfers.png")


def test_every_picture_of_the_readme_is_there():
    named = re.findall(r"\]\((docs/pictures/[\w-]+\.png)\)", README.read_text("utf-8"))
    assert named
    for name in named:
        assert (README.parent / name).is_file(), name
