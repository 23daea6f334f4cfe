"""Mijn route in a real browser: the student and the worker from first field to file, by keyboard, on a telephone too."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader

from tests.browser.cells import in_every_cell
from tests.support.calendar_reader import read_calendar

pytestmark = pytest.mark.browser

VIOLATIONS = """async () => (await axe.run()).violations.map(
    (found) => `${found.id}: ${found.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`)"""

TOO_WIDE = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"

SMALL = """() => [...document.querySelectorAll("main button, main a, main label, main summary")]
    .filter((e) => e.checkVisibility() && !e.closest("p:not(.lw-knoppen):not(.lw-herkomst), li"))
    .map((e) => [e.textContent.trim(), e.getBoundingClientRect()])
    .filter(([, r]) => r.width < 24 || r.height < 24).map(([t, r]) => `${t} ${r.width}x${r.height}`)"""


@pytest.fixture
def enter(chromium: Browser, library_site: str) -> Iterator[Callable[..., Page]]:
    """Open the room as a new visitor: `enter(width, locale, scheme)`."""
    contexts: list[BrowserContext] = []

    def open_room(width: int = 1280, locale: str = "nl-NL", scheme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 740 if width < 500 else 800},
            locale=locale,
            color_scheme=scheme,
            accept_downloads=True,
        )
        context.set_default_timeout(20_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{library_site}/route")
        return page

    yield open_room
    for context in contexts:
        context.close()


def fill_in(page: Page, **values: str) -> None:
    for name, value in values.items():
        page.fill(f"#{name}", value)


def send(page: Page) -> None:
    page.click("#gegevens button.lw-eerste")
    page.wait_for_selector("#uitkomst")


def take_home(page: Page, kind: str) -> bytes:
    with page.expect_download() as waiting:
        page.click(f"a[href='/route/mijn-route.{kind}']")
    return Path(waiting.value.path()).read_bytes()


def ask_as_student(page: Page) -> None:
    fill_in(page, doel="werktuigbouwkunde", leeftijd="17")
    page.select_option("#niveau1", "havo")
    send(page)


def ask_as_worker(page: Page, goal: str = "robotmonteur") -> None:
    fill_in(page, doel=goal, leeftijd="52", beroep="lasser", jaren="30", uren="8", plaats="Enschede")
    page.select_option("#niveau1", "mbo-2")
    page.fill("#richting1", "metaalbewerken")
    page.check("input[name=werkgever][value=erkend]")
    page.check("input[name=blijft_werken][value=ja]")
    send(page)


@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), pytest.param(360, "dark", marks=pytest.mark.slow)]
)
def test_the_student_answers_the_deciding_question_and_takes_the_route_home(enter, picture, width, scheme):
    page = enter(width, scheme=scheme)
    picture(page, f"route-leeg-{width}-{scheme}.png", full_page=True)
    ask_as_student(page)
    picture(page, f"route-student-vraag-{width}-{scheme}.png", full_page=True)
    page.check("#vraag input[value=NG]")
    page.click("#vraag button")
    page.wait_for_selector("text=havo NG")
    page.check("#vraag input[value=natuurkunde]")
    page.click("#vraag button")
    page.wait_for_selector("text=havo NG, natuurkunde")
    assert "Volgens de regel mag je naar Werktuigbouwkunde" in page.inner_text("#uitkomst")
    assert page.locator("#vraag").count() == 0
    assert page.evaluate(TOO_WIDE) is False
    picture(page, f"route-student-{width}-{scheme}.png", full_page=True)
    text = " ".join(one.extract_text() for one in PdfReader(io.BytesIO(take_home(page, "pdf"))).pages)
    assert "natuurkunde" in text
    assert "De school beslist." in text
    assert read_calendar(take_home(page, "ics")).parts
    assert take_home(page, "docx").startswith(b"PK")


@pytest.mark.parametrize(
    ("width", "scheme"), [pytest.param(1280, "dark", marks=pytest.mark.slow), (360, "light")]
)
def test_the_worker_sees_the_funding_changes_the_hours_keeps_the_route_and_opens_it_again(
    enter, picture, tmp_path, width, scheme
):
    page = enter(width, scheme=scheme)
    ask_as_worker(page)
    assert "Ik ga uit van dit doel: technicus robotica." in page.inner_text("#uitkomst")
    page.click("summary:has-text('Geld:') >> nth=0")
    assert page.locator("caption:has-text('Regelingen die je werkgever aanvraagt')").first.is_visible()
    picture(page, f"route-werkende-{width}-{scheme}.png", full_page=True)
    page.fill("#grens-uren", "16")
    page.click("button:has-text('Reken opnieuw')")
    page.wait_for_selector("text=hooguit 16 uur per week")
    assert page.evaluate(TOO_WIDE) is False
    file = tmp_path / "mijn-route.json"
    file.write_bytes(take_home(page, "json"))
    assert json.loads(file.read_text("utf-8"))["profile"]["hours_per_week"] == 16
    later = enter(width, scheme=scheme)
    later.click("#openen > summary")
    later.set_input_files("#bestand", str(file))
    later.click("#openen button")
    later.wait_for_selector("#sinds")
    assert "Er is niets veranderd aan je route." in later.inner_text("#sinds")
    assert "lasser" in later.inner_text("#uitkomst")
    picture(later, f"route-heropend-{width}-{scheme}.png", full_page=True)
    later.click("button:has-text('Vergeet mijn gegevens')")
    later.wait_for_selector("#gegevens[open]")
    assert later.locator("#uitkomst").count() == 0


@pytest.mark.slow
def test_a_robot_programmer_is_a_goal_with_a_route_too(enter):
    page = enter()
    ask_as_worker(page, "robotprogrammeur")
    assert page.locator(".lw-route").count() >= 1


def test_the_whole_story_goes_with_the_keyboard_alone(enter):
    page = enter()

    def reach(selector: str) -> None:
        for _ in range(120):
            if page.evaluate("(s) => document.activeElement?.matches(s) ?? false", selector):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"{selector} was not reached by the keyboard")

    reach("#doel")
    page.keyboard.type("werktuigbouwkunde")
    page.keyboard.press("Escape")
    reach("#niveau1")
    page.keyboard.type("havo")
    reach("#leeftijd")
    page.keyboard.type("17")
    page.keyboard.press("Enter")
    page.wait_for_selector("#vraag")
    reach("#vraag input")
    page.keyboard.press("Space")
    reach("#vraag button")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=havo NT")
    reach("a[href='/route/mijn-route.pdf']")
    with page.expect_download():
        page.keyboard.press("Enter")


def test_an_error_is_said_on_top_and_beside_its_field_and_leads_there(enter):
    page = enter(360)
    fill_in(page, doel="lasser", uren="acht")
    page.click("#gegevens button.lw-eerste")
    page.click("#gegevens [role=alert] a")
    assert page.evaluate("document.activeElement.id || location.hash.slice(1)") == "uren"
    assert page.get_attribute("#uren", "aria-describedby") == "uren-fout"
    assert page.input_value("#uren") == "acht"


@in_every_cell(("en-GB", "dark", 360))
def test_axe_finds_nothing_on_any_screen_of_the_room(enter, axe, locale, scheme, width):
    page = enter(width, locale, scheme)
    found = {}

    def look(name: str) -> None:
        page.evaluate(axe)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found[name] = page.evaluate(VIOLATIONS)

    look("empty")
    fill_in(page, uren="x", plaats="Ensched")
    page.click("#gegevens button.lw-eerste")
    page.wait_for_selector("[role=alert]")
    look("errors")
    page.goto(page.url.split("/route")[0] + "/route")
    ask_as_student(page)
    look("question")
    page.goto(page.url.split("/route")[0] + "/route")
    ask_again_as_worker(page)
    look("routes")
    assert found == {"empty": [], "errors": [], "question": [], "routes": []}
    assert page.evaluate(TOO_WIDE) is False
    assert page.evaluate(SMALL) == []


def ask_again_as_worker(page: Page) -> None:
    page.evaluate("document.querySelector('#gegevens').open = true")
    page.evaluate("document.querySelectorAll('#gegevens details').forEach((one) => { one.open = true; })")
    ask_as_worker(page)


@pytest.mark.slow
def test_large_letters_on_a_telephone_stay_on_the_page(enter, picture):
    page = enter(360)
    ask_as_worker(page)
    for _ in range(6):
        page.click("[data-weergave=groter]")
    assert page.evaluate(TOO_WIDE) is False
    picture(page, "route-grote-letters-360.png", full_page=True)


def test_the_room_works_without_a_script(chromium, library_site):
    context = chromium.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{library_site}/route")
    ask_as_student(page)
    assert "Welk profiel heb je op de havo" in page.inner_text("#vraag")
    context.close()
