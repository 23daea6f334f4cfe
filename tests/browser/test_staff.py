"""The staff member's story in a real browser: in with the code, files in, a question, and back; and axe on every page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from assistant.conversation.feedback import Rating
from assistant.interface.rooms.staff.opening import first_code
from tests.browser.conftest import running
from tests.browser.test_accessibility import VIOLATIONS
from tests.support.catalogue_formats import FORMATS, Plain, StudyMode
from tests.support.homes import TODAY
from tests.support.hostile import HOSTILE
from tests.support.staff_site import PASSWORD, small_pdf, unserved_site

pytestmark = pytest.mark.browser

BOX = "#lw-vraagvak textarea"
QUESTION = "Hoe lang duurt de cursus hijsen?"
CODE = re.compile(r"\b(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}\b")
PAGES = ("", "/toevoegen", "/nakijken", "/proef?vraag=lassen", "/vragen", "/versies", "/accounts")

Open = Callable[..., Page]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Open]:
    """Open a page of the room as a new browser."""
    contexts: list[BrowserContext] = []

    def opened(url: str, width: int = 1280, locale: str = "nl-NL", scheme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, locale=locale, color_scheme=scheme
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.goto(url)
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A PDF and a catalogue on the disk of the staff member."""
    folder = tmp_path_factory.mktemp("files")
    offer = Plain(
        "h1",
        "robotica voor zijinstromers",
        "roc oost",
        StudyMode.PART_TIME,
        9,
        30,
        "Almelo",
        "nl",
        1250,
        TODAY,
    )
    pdf, catalogue = folder / "Gids hijsen.pdf", folder / "aanbod.csv"
    pdf.write_bytes(small_pdf("Cursus hijsen", "De cursus hijsen duurt 14 weken en kost 900 euro."))
    catalogue.write_bytes(FORMATS["csv"].write([offer]))
    return [pdf, catalogue]


def log_in(page: Page, url: str) -> None:
    page.goto(f"{url}/beheer/inloggen")
    page.fill("#veld-naam", "jan")
    page.fill("#veld-wachtwoord", PASSWORD)
    page.press("#veld-wachtwoord", "Enter")
    page.wait_for_selector(".lw-beheernav")


def ask(page: Page, url: str, question: str) -> str:
    page.goto(url)
    page.wait_for_selector(BOX)
    page.fill(BOX, question)
    page.press(BOX, "Enter")
    page.wait_for_selector("#lw-nu .lw-kopieer")
    return page.inner_text("#lw-nu")


def is_narrow_enough(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 360])
def test_a_staff_member_comes_in_adds_a_pdf_and_a_catalogue_asks_and_goes_back(
    tmp_path, open_page, picture, files, width
):
    with unserved_site(tmp_path) as site, running(site.app) as url:
        page = open_page(f"{url}/beheer", width)
        code = CODE.findall(first_code(site.services.accounts, url))[0]
        page.fill("#veld-code", code.lower())
        page.fill("#veld-naam", "Jan")
        page.fill("#veld-wachtwoord", PASSWORD)
        page.fill("#veld-nogmaals", PASSWORD)
        picture(page, f"beheer_code_{width}.png")
        page.click("main form button")
        log_in(page, url)
        assert "14 weken" not in ask(page, url, QUESTION)

        page.goto(f"{url}/beheer")
        picture(page, f"beheer_bronnen_{width}.png")
        page.click("text=Toevoegen")
        page.set_input_files("#veld-bestanden", files)
        page.check("text=iedereen")
        page.fill("#veld-eigenaar", "Team werving")
        picture(page, f"beheer_toevoegen_{width}.png", full_page=True)
        page.click("text=Stuur en lees in")
        page.wait_for_selector("#lw-taak")
        page.wait_for_selector("#lw-taak[data-klaar=true] >> text=Klaar.")
        assert "Gids hijsen.pdf" in page.inner_text("#lw-taak")
        picture(page, f"beheer_verslag_{width}.png", full_page=True)
        assert is_narrow_enough(page)

        assert "14 weken" in ask(page, url, QUESTION)
        page.goto(f"{url}/beheer/proef?vraag=roc+oost+in+Almelo")
        assert "robotica voor zijinstromers" in page.content()
        page.goto(f"{url}/beheer/proef?vraag=Hoe+lang+duurt+de+cursus+hijsen")
        picture(page, f"beheer_proef_{width}.png", full_page=True)
        assert is_narrow_enough(page)

        page.goto(f"{url}/beheer/versies")
        picture(page, f"beheer_versies_{width}.png", full_page=True)
        page.click("text=Ga terug naar versie")
        page.wait_for_selector("#lw-taak[data-klaar=true]")
        assert "14 weken" not in ask(page, url, QUESTION)
        page.goto(f"{url}/beheer")
        page.click("text=Log uit")
        page.wait_for_selector("#veld-wachtwoord")
        page.goto(f"{url}/beheer")
        assert page.url.endswith("/beheer/inloggen")


@pytest.mark.slow
def test_the_same_is_done_with_the_keyboard_alone(tmp_path, open_page, files):
    with unserved_site(tmp_path) as site, running(site.app) as url:
        site.account()
        page = open_page(f"{url}/beheer/inloggen")
        to(page, "#veld-naam")
        page.keyboard.type("jan")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector(".lw-beheernav")
        to(page, "a[href='/beheer/toevoegen']")
        page.keyboard.press("Enter")
        page.wait_for_selector("#veld-bestanden")
        page.set_input_files("#veld-bestanden", files[0])  # the file dialog belongs to the system
        to(page, "input[name=voor]")
        page.keyboard.press("Space")
        to(page, "main form.lw-kaart button")
        page.keyboard.press("Enter")
        page.wait_for_selector("#lw-taak[data-klaar=true]")
        page.wait_for_load_state(
            "networkidle"
        )  # on a slow machine the page that tells the end still comes in
        assert page.evaluate("document.activeElement !== null")
        to(page, "a[href='/beheer/versies']")
        page.keyboard.press("Enter")
        page.wait_for_selector("text=Ga terug naar versie")
        to(page, "form[action='/beheer/versies/terug'] button")
        page.keyboard.press("Enter")
        page.wait_for_selector("#lw-taak[data-klaar=true] >> text=Klaar.")


def to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until the focus is on an element, and see that the focus can be seen."""
    for _ in range(most):
        if page.evaluate("(s) => document.activeElement?.matches(s) ?? false", selector):
            return
        page.keyboard.press("Tab")
        shown = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle !== 'none'")
        assert shown or page.evaluate("document.activeElement.tagName") == "BODY"
    pytest.fail(f"{selector} cannot be reached with the keyboard")


@pytest.mark.slow
def test_a_page_that_follows_a_task_is_never_loaded_anew(tmp_path, chromium, files):
    with unserved_site(tmp_path) as site, running(site.app) as url:
        site.account()
        page = chromium.new_context(locale="nl-NL").new_page()
        log_in(page, url)
        asked = []

        def still_running(route):  # the first answer, as it is while a task runs
            asked.append(route.request.url)
            again = '<noscript><meta http-equiv="refresh" content="2"></noscript>'
            body = f'<div id="lw-taak" data-klaar="false">{again}<p role="status">Lezen</p></div>'
            route.fulfill(body=body, content_type="text/html") if len(asked) == 1 else route.continue_()

        page.route("**/beheer/taak?*deel=true", still_running)
        page.goto(f"{url}/beheer/toevoegen")
        page.set_input_files("#veld-bestanden", files[0])
        page.check("text=iedereen")
        page.click("text=Stuur en lees in")
        page.wait_for_selector("#lw-taak")
        page.evaluate("""() => {
            const task = document.getElementById("lw-taak");
            window.lwOnce = true;
            task.dataset.klaar = "false";
        }""")
        page.wait_for_timeout(4_000)
        assert asked, "the page did not follow its task"
        assert page.evaluate("window.lwOnce === true")
        page.context.close()


@pytest.mark.slow
def test_progress_is_shown_without_a_script_too(tmp_path, chromium, files):
    with unserved_site(tmp_path) as site, running(site.app) as url:
        site.account()
        context = chromium.new_context(java_script_enabled=False, locale="nl-NL")
        page = context.new_page()
        log_in(page, url)
        page.goto(f"{url}/beheer/toevoegen")
        page.set_input_files("#veld-bestanden", files[0])
        page.check("text=iedereen")
        page.click("text=Stuur en lees in")
        page.wait_for_selector("text=Klaar.")
        context.close()


@pytest.mark.parametrize(
    ("locale", "scheme", "width"),
    [
        ("nl-NL", "light", 1280),
        pytest.param("nl-NL", "dark", 360, marks=pytest.mark.slow),
        pytest.param("en-GB", "dark", 1280, marks=pytest.mark.slow),
        pytest.param("de-DE", "light", 360, marks=pytest.mark.slow),
    ],
)
def test_axe_finds_nothing_on_any_page_of_the_room(staffed, open_page, axe, locale, scheme, width):
    url, source_id, task = staffed
    page = open_page(f"{url}/beheer/inloggen", width, locale, scheme)
    found = {"login": violations(page, axe)}
    page.goto(f"{url}/beheer/code")
    found["code"] = violations(page, axe)
    log_in(page, url)
    for path in (*PAGES, f"/bron?id={source_id}", f"/taak?nr={task}"):
        page.goto(f"{url}/beheer{path}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found[path] = violations(page, axe)
        assert is_narrow_enough(page), path
    assert {path: what for path, what in found.items() if what} == {}


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    return page.evaluate(VIOLATIONS)  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str, str]]:
    """A served room with an account, a failed file, hostile titles and rated questions; gives a source and a task."""
    with unserved_site(tmp_path_factory.mktemp("staffed")) as site:
        site.account()
        home = site.home
        home.write("kapot.pdf", "dit is geen pdf")
        for number, text in enumerate(HOSTILE[:20]):
            home.write(f"vijand{number}.md", f"# {text}\n\n{text}")
        home.ingest()
        for text in HOSTILE[:20]:
            site.services.feedback.add(Rating(text, text, False, text, "nl", TODAY, 1, "refused"))
        site.services.feedback.count("refused", "nl", TODAY)
        report = home.ingest()
        task = site.services.tasks.submit("upload", "gids.pdf", "jan", lambda progress: report)
        site.services.tasks.settle()
        with running(site.app) as url:
            yield url, home.knowledge.store.sources()[0].source.id, task or ""


def test_hostile_titles_and_questions_open_no_dialog_and_reach_no_other_origin(staffed, open_page):
    url, source_id, _ = staffed
    page = open_page(f"{url}/beheer/inloggen")
    dialogs: list[str] = []
    urls: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: urls.append(request.url))
    log_in(page, url)
    for path in (*PAGES, f"/bron?id={source_id}"):
        page.goto(f"{url}/beheer{path}")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.locator("main :is(script, iframe, object, embed, svg, style, img, base)").count() == 0
    assert dialogs == []
    assert [one for one in urls if not one.startswith((url, "data:"))] == []


def test_targets_of_the_room_are_at_least_24_pixels(staffed, open_page):
    url, source_id, task = staffed
    page = open_page(f"{url}/beheer/inloggen", 360)
    log_in(page, url)
    for path in (*PAGES, f"/bron?id={source_id}", f"/taak?nr={task}"):
        page.goto(f"{url}/beheer{path}")
        small = page.evaluate(
            """() => [...document.querySelectorAll("main button, main a, main summary, main input:not([type=hidden]), main select")]
                .filter((e) => e.checkVisibility() && !e.matches("input[type=radio]"))
                .map((e) => [e.outerHTML.slice(0, 80), e.getBoundingClientRect()])
                .filter(([, r]) => r.width < 24 || r.height < 24).map(([t, r]) => `${t} ${r.width}x${r.height}`)"""
        )
        assert small == [], path
