"""What people do on the page, in a real browser."""

from __future__ import annotations

import asyncio
import threading

import pytest

from assistant.interface.handlers import PageHandlers
from assistant.interface.settings import PageSettings
from tests.browser.conftest import served
from tests.support.page_twins import demonstration

pytestmark = pytest.mark.browser

QUESTION = "Hoeveel geld krijgt TechOost uit het Nationaal Groeifonds?"
BOX = "#lw-vraagvak textarea"
DONE = "#lw-nu .lw-kopieer"


def ask(page, text=QUESTION):
    page.fill(BOX, text)
    page.press(BOX, "Enter")
    page.wait_for_selector(f"#lw-nu .lw-vraag >> text={text}")
    page.wait_for_selector(DONE)


@pytest.mark.parametrize("width", [360, pytest.param(1280, marks=pytest.mark.slow)])
def test_a_person_asks_reads_the_source_and_asks_on(site, visit, picture, width):
    page = visit(site.url, width)
    picture(page, f"start_{width}.png")
    ask(page)
    assert "9 miljoen euro" in page.inner_text("#lw-nu .lw-citaat")
    picture(page, f"antwoord_{width}.png")

    page.click("#lw-nu .lw-verwijzing >> nth=0")
    page.wait_for_selector("dialog[open] mark")
    assert page.inner_text("mark") == "Uit het Nationaal Groeifonds ontvangt TechOost 9 miljoen euro."
    page.click(".lw-pagina summary")
    page.wait_for_function("document.querySelector('.lw-pagina img').naturalWidth > 0")
    picture(page, f"bron_{width}.png")
    page.click(".lw-sluit")

    page.click("#lw-verder button >> nth=0")
    page.wait_for_selector("#lw-eerder .lw-beurt")
    page.wait_for_selector("#lw-nu .lw-vraag >> text=Mag ik met mbo-4 naar het hbo?")
    page.wait_for_selector(DONE)
    picture(page, f"vervolg_{width}.png")
    assert [turn.role for turn in site.assistant.questions[-1].history] == ["user", "assistant"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"


def test_sources_and_provisional_words_appear_before_the_answer_is_done(visit):
    assistant, sources = demonstration(0.01)
    assistant.gate = threading.Event()
    with served(assistant, sources) as site:
        page = visit(site.url)
        page.fill(BOX, QUESTION)
        page.press(BOX, "Enter")
        page.wait_for_selector(".lw-stand >> text=2 bronnen gevonden")
        assert page.locator(DONE).count() == 0
        assistant.gate.set()
        page.wait_for_selector(".lw-voorlopig >> text=Voorlopig antwoord, nog niet gecontroleerd")
        page.wait_for_selector(DONE)
        assert page.locator(".lw-voorlopig").count() == 0


def test_stop_ends_the_answer_and_closes_the_stream(visit):
    assistant, sources = demonstration(0.01)
    assistant.gate = threading.Event()
    with served(assistant, sources) as site:
        page = visit(site.url)
        page.fill(BOX, QUESTION)
        page.press(BOX, "Enter")
        page.wait_for_selector(".lw-stand >> text=2 bronnen gevonden")
        page.click("#lw-stop")
        page.wait_for_selector("#lw-nu >> text=Je hebt het antwoord gestopt.")
        assistant.gate.set()
        assert assistant.closed.wait(5)


def test_leaving_the_page_closes_the_stream(visit):
    assistant, sources = demonstration(0.2)
    with served(assistant, sources) as site:
        page = visit(site.url)
        page.fill(BOX, QUESTION)
        page.press(BOX, "Enter")
        page.wait_for_selector(".lw-voorlopig")
        page.close()
        assert assistant.closed.wait(1.5), "the answer went on for nobody"


@pytest.mark.parametrize(
    ("locale", "language", "send"),
    [
        ("nl-NL", "nl", "Vraag"),
        pytest.param("en-GB", "en", "Ask", marks=pytest.mark.slow),
        pytest.param("de-DE", "de", "Fragen", marks=pytest.mark.slow),
    ],
)
def test_the_page_speaks_the_language_of_the_browser(site, visit, locale, language, send):
    page = visit(site.url, locale=locale)
    page.wait_for_selector(f"#lw-stuur >> text={send}")
    assert page.evaluate("document.documentElement.lang") == language


def test_switching_language_keeps_the_conversation(site, visit):
    page = visit(site.url)
    ask(page)
    page.click("#lw-taalkeuze >> text=English")
    page.wait_for_selector("#lw-stuur >> text=Ask")
    page.wait_for_function("document.documentElement.lang === 'en'")
    assert "9 miljoen euro" in page.inner_text("#lw-eerder")
    assert page.get_attribute("#lw-eerder q", "lang") == "nl"


def test_the_keyboard_alone_is_enough(site, visit):
    page = visit(site.url)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "lw-spring"
    page.keyboard.press("Enter")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    page.wait_for_selector(DONE)
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    for _ in range(40):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.classList.contains('lw-verwijzing')"):
            break
    label = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert label == "bron 2: Programma TechOost"
    page.keyboard.press("Enter")
    page.wait_for_selector("dialog[open] mark")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.classList.contains('lw-verwijzing')"), "the focus was lost"


def test_a_finished_answer_is_announced_once(site, visit):
    page = visit(site.url)
    page.evaluate(
        """() => {
            window.said = [];
            const region = document.getElementById('lw-gehoord');
            new MutationObserver(() => {
                const text = region.textContent.trim();
                if (text && window.said.at(-1) !== text) window.said.push(text);
            }).observe(region, {childList: true, characterData: true, subtree: true});
        }"""
    )
    ask(page)
    page.wait_for_function("window.said.some(text => text.startsWith('Het antwoord is klaar'))")
    said = page.evaluate("window.said")
    assert len([text for text in said if "9 miljoen" in text]) == 1
    assert len(said) <= 2


def test_a_message_that_is_too_long_comes_back_with_a_clear_sentence(site, visit):
    page = visit(site.url)
    page.fill(BOX, "a" * 4001)
    page.press(BOX, "Enter")
    page.wait_for_selector("#lw-melding >> text=Je bericht heeft 4001 tekens. Er passen er 4000 in.")
    assert len(page.input_value(BOX)) == 4001


def test_a_kept_conversation_comes_back_and_can_be_deleted(site, visit):
    page = visit(site.url)
    ask(page)
    assert site.conversations.kept == {}
    with page.expect_response("**/sessie"):
        page.click("#lw-bewaar input")
    assert len(site.conversations.kept) == 1
    page.reload()
    page.wait_for_selector("#lw-eerder >> text=9 miljoen euro")
    page.click("#lw-vergeet")
    page.wait_for_selector("#lw-voorbeelden button")
    assert site.conversations.kept == {}


def test_editing_takes_the_question_back_into_the_box(site, visit):
    page = visit(site.url)
    ask(page)
    page.click("text=Pas mijn vraag aan")
    page.wait_for_function(f"document.querySelector('{BOX}').value !== ''")
    assert page.input_value(BOX) == QUESTION
    assert page.locator("#lw-nu .lw-beurt").count() == 0


def test_loading_asks_nothing_of_another_origin(site, visit):
    page = visit(site.url)
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    page.reload()
    page.wait_for_selector(BOX)
    ask(page)
    foreign = [url for url in urls if not url.startswith((site.url, "data:", "blob:"))]
    assert len(urls) > 10
    assert foreign == []


def test_who_comes_when_it_is_full_is_told_so_and_keeps_the_question(visit):
    assistant, sources = demonstration(0.0)
    assistant.gate = threading.Event()
    with served(assistant, sources, PageSettings(serving=1, waiting=0)) as site:
        first, second = visit(site.url), visit(site.url)
        first.fill(BOX, QUESTION)
        first.press(BOX, "Enter")
        first.wait_for_selector(".lw-stand >> text=2 bronnen gevonden")
        second.fill(BOX, QUESTION)
        second.press(BOX, "Enter")
        second.wait_for_selector("#lw-melding >> text=Het is nu erg druk.")
        assert second.input_value(BOX) == QUESTION
        assistant.gate.set()
        first.wait_for_selector(DONE)


@pytest.mark.parametrize("button", [None, "#lw-stuur"], ids=["enter", "button"])
def test_a_message_is_taken_that_is_sent_while_the_one_before_it_still_ends(site, visit, monkeypatch, button):
    counted = PageHandlers._counted

    async def slowly(handlers, conversation):
        await asyncio.sleep(1.0)
        await counted(handlers, conversation)

    monkeypatch.setattr(PageHandlers, "_counted", slowly)
    page = visit(site.url)
    for text in (QUESTION, "Mag ik naar het hbo?"):
        before = len(site.assistant.questions)
        page.fill(BOX, text)
        page.click(button) if button else page.press(BOX, "Enter")
        page.wait_for_selector(f"#lw-nu .lw-vraag >> text={text}", timeout=10_000)
        page.wait_for_selector(DONE)
    page.wait_for_timeout(1_500)
    assert len(site.assistant.questions) == before + 1, "the message was asked twice"


def test_one_browser_does_not_see_the_conversation_of_another(site, visit):
    ask(visit(site.url))
    other = visit(site.url)
    other.wait_for_function("!/processing/.test(document.querySelector('#lw-eerder').innerText)")
    assert other.locator(".lw-beurt").count() == 0
    assert "9 miljoen euro" not in other.inner_text("body")
    ask(other, "Mag ik naar het hbo?")
    assert site.assistant.questions[-1].history == ()
