"""Every screen of the site, each with the way to it from nothing: what the matrices walk along."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.support.route_room import STUDENT, WORKER

BOX = "#lw-vraagvak textarea"
ANSWERED = "#lw-nu .lw-kopieer"
LIST = "Welke hbo-opleidingen techniek zijn er in Enschede in deeltijd?"
QUOTED = "Wat is BBL?"
UNKNOWN = "Wie won het Eurovisiesongfestival in 1975?"
TOLD = "Ik ben 52, ik ben lasser met mbo 2 en ik wil robotmonteur worden."


@dataclass(frozen=True, slots=True)
class Furnished:
    """A served site with something in every room."""

    url: str
    staff_state: dict[str, Any]
    """The cookies of a browser that is logged in to Beheer."""
    source_id: str
    task: str
    kept_route: Path
    """A file of Mijn route, kept earlier, to open again."""


Way = Callable[[Page, Furnished], None]


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen and the way to it. `is_staff`: the browser that goes there is logged in."""

    name: str
    way: Way
    is_staff: bool = False


def at(path: str) -> Way:
    """Return the way to a page that has an address."""

    def go(page: Page, site: Furnished) -> None:
        page.goto(f"{site.url}{path.format(source=site.source_id, task=site.task)}")

    return go


def asked(*questions: str) -> Way:
    """Return the way to a conversation in which these questions were answered."""

    def go(page: Page, site: Furnished) -> None:
        start(page, site)
        for question in questions:
            page.fill(BOX, question)
            page.press(BOX, "Enter")
            page.locator("#lw-nu .lw-vraag", has_text=question).wait_for()
            page.wait_for_selector(ANSWERED)

    return go


def start(page: Page, site: Furnished) -> None:
    """Open the conversation and wait until it speaks the language of the browser."""
    page.goto(site.url)
    page.wait_for_selector(BOX)
    language = page.evaluate("navigator.language.slice(0, 2)")
    page.wait_for_selector(f"#lw-taal[data-taal='{language}']", state="attached")


def _with_source(page: Page, site: Furnished) -> None:
    asked(QUOTED)(page, site)
    page.click("#lw-nu .lw-verwijzing >> nth=0")
    page.wait_for_selector("dialog[open] mark")


def _with_preview(page: Page, site: Furnished) -> None:
    asked(QUOTED)(page, site)
    page.focus("#lw-nu .lw-verwijzing >> nth=0")


def _with_opinion(page: Page, site: Furnished) -> None:
    asked(QUOTED)(page, site)
    page.click("#lw-nu .lw-oordeel summary")
    page.check("#lw-nu .lw-oordeelvorm input[value=nee]")


def _with_nothing_asked(page: Page, site: Furnished) -> None:
    start(page, site)
    page.press(BOX, "Enter")
    page.wait_for_selector("#lw-melding .lw-let-op")


def _source_by_itself(page: Page, site: Furnished) -> None:
    asked(QUOTED)(page, site)
    page.goto(page.evaluate("document.querySelector('#lw-nu .lw-verwijzing').href"))


def route_of(profile: Mapping[str, Any], goal: str) -> Way:
    """Return the way to the outcome of Mijn route for who told this."""

    def go(page: Page, site: Furnished) -> None:
        page.goto(f"{site.url}/route")
        page.request.post(f"{site.url}/route/overnemen", form={"profiel": json.dumps(dict(profile))})
        page.request.post(f"{site.url}/route/doel", form={"doel": goal})
        page.goto(f"{site.url}/route")

    return go


def _route_with_errors(page: Page, site: Furnished) -> None:
    page.goto(f"{site.url}/route")
    for field, value in {"doel": "lasser", "uren": "x", "plaats": "Ensched"}.items():
        page.fill(f"#{field}", value)
    page.click("#gegevens button.lw-eerste")
    page.wait_for_selector("[role=alert]")


def _route_opened_again(page: Page, site: Furnished) -> None:
    page.goto(f"{site.url}/route")
    page.click("#openen > summary")
    page.set_input_files("#bestand", str(site.kept_route))
    page.click("#openen button")
    page.wait_for_selector("#sinds")


def _route_of_a_bad_file(page: Page, site: Furnished) -> None:
    page.goto(f"{site.url}/route")
    page.click("#openen > summary")
    page.set_input_files("#bestand", {"name": "x.json", "mimeType": "application/json", "buffer": b"{"})
    page.click("#openen button")
    page.wait_for_selector("[role=alert], .lw-fout")


def _shortlist(page: Page, site: Furnished) -> None:
    page.goto(f"{site.url}/opleidingen")
    for offer in ("crebo-25003-bbl", "crebo-25003-bol"):
        page.request.post(f"{site.url}/opleidingen/lijstje", form={"id": offer, "doe": "erop"})
    page.goto(f"{site.url}/opleidingen/lijstje")


def _login_refused(page: Page, site: Furnished) -> None:
    page.goto(f"{site.url}/beheer/inloggen")
    page.fill("#veld-naam", "piet")
    page.fill("#veld-wachtwoord", "zomaar iets geraden")
    page.press("#veld-wachtwoord", "Enter")
    page.wait_for_selector("main .lw-fout, main [role=alert]")


def _code_refused(page: Page, site: Furnished) -> None:
    page.goto(f"{site.url}/beheer/code")
    for field in ("code", "naam", "wachtwoord", "nogmaals"):
        page.fill(f"#veld-{field}", "zomaar iets geraden")
    page.click("main form button")
    page.wait_for_selector("main .lw-fout, main [role=alert]")


def _upload_refused(page: Page, site: Furnished) -> None:
    page.goto(f"{site.url}/beheer/toevoegen")
    page.set_input_files(
        "#veld-bestanden", {"name": "x.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}
    )
    page.check("input[name=voor] >> nth=0")
    page.click("main form.lw-kaart button")
    page.wait_for_selector("main .lw-fout, main [role=alert]")


def _form_without_token(page: Page, site: Furnished) -> None:
    page.goto(f"{site.url}/beheer/versies")
    page.evaluate(
        "() => { const form = document.createElement('form'); form.method = 'post';"
        " form.action = '/beheer/versies/terug'; document.body.append(form); form.submit(); }"
    )
    page.wait_for_url("**/terug")
    page.wait_for_load_state()


CONVERSATION = (
    Screen("conversation: start", start),
    Screen("conversation: an answer from a document", asked(QUOTED)),
    Screen("conversation: a list with chips", asked(LIST)),
    Screen("conversation: what was told, and a route", asked(TOLD)),
    Screen("conversation: refused", asked(UNKNOWN)),
    Screen("conversation: someone in need", asked("Ik wil niet meer leven.")),
    Screen("conversation: two questions", asked(QUOTED, "En wat is BOL?")),
    Screen("conversation: nothing was asked", _with_nothing_asked),
    Screen("conversation: a preview of a source", _with_preview),
    Screen("conversation: an opinion", _with_opinion),
    Screen("source: panel", _with_source),
    Screen("source: by itself", _source_by_itself),
    Screen("source: missing", at("/bron?passage=bestaat-niet")),
)

OFFERS = (
    Screen("offers: list", at("/opleidingen")),
    Screen("offers: nothing found", at("/opleidingen?q=mechatronica&plaats=Enschede&niveau=mbo-4")),
    Screen("offers: near a place", at("/opleidingen?bij=Almelo&km=25&maanden=48&q=elektrotechniek")),
    Screen("offers: map", at("/opleidingen?weergave=kaart")),
    Screen("offers: one", at("/opleidingen/crebo-25003-bbl")),
    Screen("offers: compare", at("/opleidingen/vergelijk?id=crebo-25003-bbl&id=crebo-25003-bol")),
    Screen("offers: nothing to compare", at("/opleidingen/vergelijk")),
    Screen("offers: empty shortlist", at("/opleidingen/lijstje")),
    Screen("offers: shortlist", _shortlist),
    Screen("offers: missing", at("/opleidingen/bestaat-niet")),
)

ROUTE = (
    Screen("route: form", at("/route")),
    Screen("route: errors", _route_with_errors),
    Screen("route: deciding question", route_of(STUDENT, "werktuigbouwkunde")),
    Screen("route: result", route_of(WORKER, "robotmonteur")),
    Screen("route: unknown goal", route_of(WORKER, "zilvervosfokker")),
    Screen("route: opened again", _route_opened_again),
    Screen("route: a bad file", _route_of_a_bad_file),
)

FIGURES = (
    Screen("figures: first", at("/cijfers")),
    Screen("figures: lines", at("/cijfers?onderwerp=women&verdeel=regio")),
    Screen("figures: bars", at("/cijfers?onderwerp=students&verdeel=instelling&van=2024&tot=2024")),
    Screen("figures: tension", at("/cijfers?onderwerp=tension")),
    Screen("figures: nothing", at("/cijfers?onderwerp=students&regio=Mars")),
)

STAFF = (
    Screen("staff: login", at("/beheer/inloggen")),
    Screen("staff: login refused", _login_refused),
    Screen("staff: code", at("/beheer/code")),
    Screen("staff: code refused", _code_refused),
    Screen("staff: sources", at("/beheer"), is_staff=True),
    Screen("staff: source", at("/beheer/bron?id={source}"), is_staff=True),
    Screen("staff: add", at("/beheer/toevoegen"), is_staff=True),
    Screen("staff: upload refused", _upload_refused, is_staff=True),
    Screen("staff: task", at("/beheer/taak?nr={task}"), is_staff=True),
    Screen("staff: task gone", at("/beheer/taak?nr=x"), is_staff=True),
    Screen("staff: to check", at("/beheer/nakijken"), is_staff=True),
    Screen("staff: test bench", at("/beheer/proef"), is_staff=True),
    Screen("staff: tried", at("/beheer/proef?vraag=Wat+is+BBL"), is_staff=True),
    Screen("staff: bad questions", at("/beheer/vragen"), is_staff=True),
    Screen("staff: good questions", at("/beheer/vragen?goed=1"), is_staff=True),
    Screen("staff: versions", at("/beheer/versies"), is_staff=True),
    Screen("staff: accounts", at("/beheer/accounts"), is_staff=True),
)

ERRORS = (
    Screen("error: no such page", at("/bestaat-niet")),
    Screen("error: an address that is incomplete", at("/bron")),
    Screen("error: an incomplete address of staff", at("/beheer/bron"), is_staff=True),
    Screen("error: a form that is too old", _form_without_token, is_staff=True),
)

SCREENS = (*CONVERSATION, *OFFERS, *ROUTE, *FIGURES, *STAFF, *ERRORS)
