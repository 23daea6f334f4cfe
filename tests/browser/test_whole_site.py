"""The whole site over the bundled library, as somebody meets it who has just started it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser

BOX = "#lw-vraagvak textarea"
LIST = "Welke hbo-opleidingen techniek zijn er in Enschede in deeltijd?"


def ask(page, text):
    page.fill(BOX, text)
    page.press(BOX, "Enter")
    page.wait_for_selector(f"#lw-nu .lw-vraag >> text={text}")
    page.wait_for_selector("#lw-nu .lw-kopieer")


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_filter_is_taken_away_and_the_list_grows(library_site, visit, picture, width):
    page = visit(library_site, width)
    ask(page, LIST)
    before = page.locator("#lw-nu .lw-rijen li").count()
    picture(page, f"filters_{width}.png")
    page.click("#lw-nu .lw-chip >> text=deeltijd")
    page.wait_for_function("!document.querySelector('#lw-nu .lw-filters')?.textContent.includes('deeltijd')")
    page.wait_for_selector("#lw-nu .lw-kopieer")
    assert page.locator("#lw-nu .lw-rijen li").count() > before > 0
    assert page.locator(".lw-beurt").count() == 1
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


def test_a_number_shows_the_words_it_rests_on_to_pointer_and_keyboard(library_site, visit):
    page = visit(library_site)
    ask(page, LIST)
    first = page.locator("#lw-nu .lw-verwijzing").first
    foretaste = page.locator("#lw-nu .lw-verwijzing + .lw-voorproef").first
    assert not foretaste.is_visible()
    first.hover()
    assert foretaste.is_visible()
    page.mouse.move(0, 0)
    first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert foretaste.is_visible()
    assert page.locator("#lw-nu .lw-bronnen li.lw-rust-hierop").count() == 1


def test_a_long_list_of_sources_unfolds_with_the_keyboard_on_a_phone(library_site, visit):
    page = visit(library_site, 360)
    ask(page, LIST)
    lines = page.locator("#lw-nu .lw-bron")
    assert [line.is_visible() for line in lines.all()] == [True] * 3 + [False] * 4
    lines.nth(2).focus()
    for _ in range(2):  # the link to elsewhere of this line comes first
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.keyboard.press("Enter")
    assert all(line.is_visible() for line in lines.all())
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


IS_BUSY = """busy => {
    const answer = document.querySelector('#lw-nu .lw-antwoord');
    answer.setAttribute('aria-busy', busy);
    answer.append('');  // the page looks again when something is put into it
}"""
NEXT_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
IS_ON_TOP = "document.querySelector('#lw-nu .lw-nieuwste').getBoundingClientRect().top < 40"


@pytest.mark.parametrize("slowness", [1, pytest.param(20, marks=pytest.mark.slow)])
def test_a_long_answer_begins_at_the_top_of_a_phone_however_slow_it_is(library_site, visit, slowness):
    """A slow screen never shows the waiting, or moves by itself while the page grows."""
    page = visit(library_site, 360)
    processor = page.context.new_cdp_session(page)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": slowness})
    ask(page, LIST)
    processor.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.wait_for_function(IS_ON_TOP)


def test_who_scrolls_away_while_an_answer_comes_stays_there(library_site, visit):
    page = visit(library_site, 360)
    ask(page, LIST)
    page.evaluate(IS_BUSY, "true")
    page.wait_for_function(IS_ON_TOP)
    page.mouse.move(180, 300)
    page.mouse.wheel(0, 400)
    page.wait_for_function(IS_ON_TOP.replace("< 40", "< -200"))
    before = page.evaluate("scrollY")
    page.evaluate(IS_BUSY, "false")
    page.evaluate(NEXT_FRAMES)
    assert page.evaluate("scrollY") == before


def test_the_panel_of_a_record_shows_that_record_and_folds_its_neighbours_away(library_site, visit):
    page = visit(library_site, 360)
    ask(page, LIST)
    page.click("#lw-nu .lw-verwijzing >> nth=0")
    page.wait_for_selector("dialog[open] mark")
    assert page.inner_text("dialog .lw-rijnaam") == "Hbo-bachelor Bouwkunde"
    assert page.inner_text("dialog .lw-velden div:has(dt:text-is('Plaats')) dd") == "Enschede"
    assert not page.locator("dialog .lw-eromheen .lw-tekst").is_visible()
    assert page.locator("dialog #lw-bron-titel").is_visible()


@pytest.mark.parametrize(
    "button",
    [
        "#lw-nieuw",
        pytest.param("#lw-vergeet", marks=pytest.mark.slow),
        pytest.param("text=Pas mijn vraag aan", marks=pytest.mark.slow),
    ],
)
def test_the_focus_goes_to_the_question_when_its_button_leaves_with_the_conversation(
    library_site, visit, button
):
    page = visit(library_site)
    ask(page, "Wat is BBL?")
    page.focus(button)
    page.keyboard.press("Enter")
    page.wait_for_selector("#lw-voorbeelden button")
    page.wait_for_function(f"document.activeElement === document.querySelector('{BOX}')")


def test_who_comes_back_to_the_tab_finds_the_conversation_and_another_tab_does_not(library_site, visit):
    page = visit(library_site)
    ask(page, "Wat is BBL?")
    page.goto(f"{library_site}/ready")
    page.goto(library_site)
    page.wait_for_selector("#lw-eerder .lw-vraag >> text=Wat is BBL?")
    other = page.context.new_page()
    other.goto(library_site)
    other.wait_for_selector(BOX)
    other.wait_for_selector("#lw-kop h1")
    assert other.locator(".lw-beurt").count() == 0


def test_a_question_of_another_room_waits_in_the_text_box(library_site, visit):
    page = visit(f"{library_site}/?vraag=Wat+kost+Mechatronica%3F%3Cscript%3E")
    page.wait_for_function("document.querySelector('#lw-vraagvak textarea').value !== ''")
    assert page.input_value(BOX) == "Wat kost Mechatronica?<script>"
    assert page.locator(".lw-beurt").count() == 0


def test_the_chosen_language_is_remembered(library_site, visit):
    page = visit(library_site)
    page.click("#lw-taalkeuze label >> text=Deutsch")
    page.wait_for_selector("#lw-stuur >> text=Fragen")
    page.goto(library_site)
    page.wait_for_selector("#lw-stuur >> text=Fragen")
    assert page.evaluate("document.documentElement.lang") == "de"


def test_more_contrast_is_remembered(library_site, visit):
    page = visit(library_site)
    page.click("[data-weergave=contrast]")
    page.goto(library_site)
    page.wait_for_selector(BOX)
    assert page.evaluate("document.documentElement.classList.contains('lw-contrast')")


def test_an_opinion_is_given_with_the_keyboard_alone(library_site, visit, picture):
    page = visit(library_site)
    ask(page, "Wat is BBL?")
    page.focus("#lw-nu .lw-oordeel summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    picture(page, "oordeel_1280.png", full_page=True)
    page.focus("#lw-nu .lw-oordeelvorm button")
    page.keyboard.press("Enter")
    page.wait_for_selector("#lw-nu .lw-oordeel p")
    page.wait_for_function("document.querySelector('#lw-gehoord').textContent.includes('verstuurd')")
    assert page.evaluate("document.activeElement.tagName") == "P", "the focus is on the thanks"
