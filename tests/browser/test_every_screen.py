"""axe-core finds nothing on any screen, in any theme and any language.

The whole matrix is a soak. What CI shows is an orthogonal array of it: each screen in each theme and in each
language, and each theme in each language, at both widths. In every run each room is looked at in one cell, beside its
other tests.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Error as PlaywrightError

from assistant.build import chain_over, ready_knowledge
from assistant.config import settings_from
from assistant.conversation.feedback import Rating
from assistant.interface.rooms.staff.access import LoginLimits, StaffAccess
from assistant.interface.rooms.staff.opening import staff_services
from assistant.interface.settings import PageSettings
from assistant.interface.site import site_over
from assistant.limits import Allowance, Limiter
from assistant.staff.accounts import Purpose
from knowledge.progress import silent
from tests.browser.conftest import running
from tests.browser.screens import SCREENS, Furnished, Screen, route_of
from tests.browser.test_accessibility import VIOLATIONS
from tests.support.homes import TODAY
from tests.support.library_home import LibraryHome
from tests.support.route_room import WORKER
from tests.support.staff_site import CHEAP, PASSWORD, small_pdf

pytestmark = pytest.mark.browser

LOCALES = ("nl-NL", "en-GB", "de-DE")
THEMES = ("light", "dark", "contrast", "dark contrast")

OPEN_ALL = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


@dataclass(frozen=True, slots=True)
class Cell:
    """A language and a theme, by their places in the lists above."""

    language: int
    theme: int

    @property
    def width(self) -> int:
        """Give every language and every theme both widths."""
        return 360 if (self.language + self.theme) % 2 else 1280

    def __str__(self) -> str:
        return f"{LOCALES[self.language]} {THEMES[self.theme]}"

    def shows(self, number: int) -> bool:
        """Say whether the slow run shows the screen with this number here: once per theme, in turning languages."""
        return (self.theme + number) % len(LOCALES) == self.language


CELLS = tuple(itertools.starmap(Cell, itertools.product(range(len(LOCALES)), range(len(THEMES)))))


def due(cell: Cell) -> list[Screen]:
    return [screen for number, screen in enumerate(SCREENS) if cell.shows(number)]


@pytest.fixture(scope="module")
def furnished(
    library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory, chromium: Browser
) -> Iterator[Furnished]:
    """The whole site over the bundled library, with an account, a file that failed, a task, rated questions and a kept route."""
    folder = tmp_path_factory.mktemp("furnished")
    files = {"gids.pdf": small_pdf("De cursus hijsen duurt 14 weken."), "kapot.pdf": b"dit is geen pdf"}
    for name, content in files.items():
        (folder / name).write_bytes(content)
    with ready_knowledge({}, library_home.copy_to(folder / "home"), silent) as knowledge:
        chain = chain_over(knowledge, settings_from({}), {})
        services = staff_services(knowledge, chain, CHEAP)
        patient = LoginLimits(*(Limiter(Allowance(1_000, 60)) for _ in range(2)))
        services = replace(services, access=StaffAccess(services.accounts, patient))
        accounts = services.accounts
        assert accounts.redeem(accounts.issue_code(Purpose.FIRST, "start"), "jan", PASSWORD) is None
        report = knowledge.ingest.run([folder / name for name in files], silent)
        for is_good in (True, False):
            rating = Rating(
                "Wat is BBL?", "Leren op het werk.", is_good, "unclear", "nl", TODAY, 1, "answered"
            )
            services.feedback.add(rating)
        services.feedback.count("refused", "nl", TODAY)
        task = services.tasks.submit("upload", "gids.pdf", "jan", lambda progress: report)
        services.tasks.settle()
        with running(site_over(knowledge, chain, PageSettings(), services)) as url:
            source = next(one.source for one in knowledge.store.sources() if one.source.title == "gids")
            kept = folder / "mijn-route.json"
            site = Furnished(url, {}, source.id, task or "", kept)
            page = chromium.new_page()
            route_of(WORKER, "robotmonteur")(page, site)
            saved = json.loads(page.request.get(f"{url}/route/mijn-route.json").body())
            kept.write_text(json.dumps({**saved, "profile": {**saved["profile"], "hours_per_week": 2.0}}))
            page.goto(f"{url}/beheer/inloggen")
            page.fill("#veld-naam", "jan")
            page.fill("#veld-wachtwoord", PASSWORD)
            page.press("#veld-wachtwoord", "Enter")
            page.wait_for_selector(".lw-beheernav")
            state = page.context.storage_state()
            page.context.close()
            yield replace(site, staff_state={"cookies": state["cookies"], "origins": []})
        services.tasks.close()


def violations(chromium: Browser, site: Furnished, cell: Cell, screen: Screen, axe: str) -> list[str]:
    """Go to a screen as a new browser, with everything on it unfolded, and return what axe-core finds."""
    theme = THEMES[cell.theme]
    context = chromium.new_context(
        viewport={"width": cell.width, "height": 800},
        locale=LOCALES[cell.language],
        reduced_motion="reduce",
        storage_state=site.staff_state if screen.is_staff else None,
    )
    context.set_default_timeout(30_000)
    chosen = {
        "thema": "donker" if "dark" in theme else "licht",
        "contrast": "aan" if "contrast" in theme else "uit",
    }
    for name, value in chosen.items():
        context.add_init_script(f"localStorage.setItem('leerwijzer-{name}', '{value}')")
    try:
        page = context.new_page()
        screen.way(page, site)
        page.evaluate(OPEN_ALL)
        seen = page.evaluate("[document.documentElement.lang, document.documentElement.className]")
        wrong = [] if seen[0] == LOCALES[cell.language][:2] else [f"the page says it speaks {seen[0]!r}"]
        wrong += [
            f"not in the theme {theme}: {seen[1]!r}"
            for name, word in (("lw-donker", "dark"), ("lw-contrast", "contrast"))
            if (name in seen[1].split()) != (word in theme)
        ]
        page.evaluate(axe)
        return [*wrong, *page.evaluate(VIOLATIONS)]
    except PlaywrightError as error:
        return [f"the screen did not come: {error.message}"]
    finally:
        context.close()


def found_on(
    screens: list[Screen], chromium: Browser, site: Furnished, cell: Cell, axe: str
) -> dict[str, list[str]]:
    found = {}
    for screen in screens:
        found[screen.name] = violations(chromium, site, cell, screen, axe)
    return {name: wrong for name, wrong in found.items() if wrong}


@pytest.mark.slow
@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_axe_finds_nothing_on_the_screens_whose_turn_it_is(furnished, chromium, axe, cell):
    assert found_on(due(cell), chromium, furnished, cell, axe) == {}


@pytest.mark.soak
@pytest.mark.parametrize("cell", CELLS, ids=str)
def test_axe_finds_nothing_on_any_screen(furnished, chromium, axe, cell):
    assert found_on(list(SCREENS), chromium, furnished, cell, axe) == {}


def test_the_part_of_ci_shows_each_screen_in_each_theme_and_language_and_at_both_widths():
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)
    for number, screen in enumerate(SCREENS):
        cells = [cell for cell in CELLS if cell.shows(number)]
        assert {cell.theme for cell in cells} == set(range(len(THEMES))), screen.name
        assert {cell.language for cell in cells} == set(range(len(LOCALES))), screen.name
        assert {cell.width for cell in cells} == {360, 1280}, screen.name
    assert all(due(cell) for cell in CELLS)
