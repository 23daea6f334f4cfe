"""Hostile words in every place that words come from: nothing runs, nothing is fetched."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest

from assistant.interface.rooms.figures.routes import figures_room
from assistant.interface.rooms.offers.routes import offers_room
from assistant.interface.settings import PageSettings
from assistant.types import LeftOut
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.types import Figure, Place
from tests.browser.conftest import running, served
from tests.support.hostile import HOSTILE
from tests.support.offers import an_offer
from tests.support.page_twins import demonstration
from tests.support.rooms import catalogues_of, site_of

pytestmark = pytest.mark.browser

BOX = "#lw-vraagvak textarea"

EVERY_POLICY = pytest.mark.parametrize("has_policy", [False, pytest.param(True, marks=pytest.mark.slow)])
"""In every run without the policy that would stop what gets through: the words themselves have to be harmless."""


def poisoned():
    """The demonstration, with all hostile strings in titles, passages, model output and suggestions."""
    assistant, sources = demonstration(0.0)
    everything = "\n".join(HOSTILE)
    answer = assistant.answers["TechOost"]
    assistant.answers["TechOost"] = replace(
        answer,
        sentences=tuple(replace(s, text=f"{s.text} {everything}") for s in answer.sentences),
        citations=tuple(
            replace(c, title=everything, locator=everything, as_of=everything, url=HOSTILE[i])
            for i, c in enumerate(answer.citations)
        ),
        left_out=(LeftOut(everything, everything),),
        searched=HOSTILE,
        follow_ups=HOSTILE[:3],
    )
    for passage_id, view in sources.views.items():
        sources.views[passage_id] = replace(
            view,
            title=everything,
            publisher=everything,
            locator=everything,
            heading_path=HOSTILE,
            after=everything,
        )
    return assistant, sources


@EVERY_POLICY
def test_hostile_words_open_no_dialog_and_reach_no_other_origin(visit, has_policy):
    settings = PageSettings(content_security_policy=has_policy, message_characters=100_000)
    with served(*poisoned(), settings) as site:
        page = visit(site.url, bypass_csp=not has_policy)
        dialogs: list[str] = []
        urls: list[str] = []
        page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: urls.append(request.url))
        page.fill(BOX, "TechOost " + "\n".join(HOSTILE))
        page.press(BOX, "Enter")
        page.wait_for_selector("#lw-nu .lw-kopieer")
        page.click("#lw-nu .lw-verwijzing >> nth=0")
        page.wait_for_selector("dialog[open] mark")
        page.evaluate("new Promise(done => setTimeout(done, 300))")
        ours = "#lw-eerder, #lw-nu, dialog"
        active = f"{ours}".replace(
            ", ", " :is(script, iframe, object, embed, svg, style, link, form:not(.lw-oordeelvorm), base), "
        )
        assert page.locator(f"{active} :is(script, iframe, object, embed, svg, style, link)").count() == 0
        assert page.locator("#lw-nu form").count() == 1, "the form for an opinion, and no other"
        assert page.locator("#lw-nu img").count() == 0
        assert dialogs == []
        assert [url for url in urls if not url.startswith((site.url, "data:", "blob:"))] == []


def hostile_records():
    """Records of which every text is hostile: offers that are alike, and figures that make a line."""
    evil = [text for text in HOSTILE if text.strip() and text.encode("utf-8", "ignore").decode() == text]
    for number, text in enumerate(evil):
        about = Provenance(text, text, note=text)
        yield an_offer(
            f"o{number}",
            text,
            about,
            provider=text,
            places=(Place(text, 52.2, 6.9),),
            fields=(text,),
            url=text,
            remark=text,
        )
        yield Figure(f"f{number}", text, text, text, 1.0, text, about, {"x": text})
        yield Figure(
            f"s{number}", "reeks", text, str(2000 + number % 5), 2.0, "stuks", about, {"instelling": text}
        )


@EVERY_POLICY
def test_hostile_records_open_no_dialog_and_reach_no_other_origin_in_any_room(
    open_page, tmp_path, has_policy
):
    settings = PageSettings(content_security_policy=has_policy)
    catalogues = catalogues_of(tmp_path, *hostile_records())
    rooms = (
        (offers_room, ("/opleidingen", "/opleidingen?weergave=kaart", "/opleidingen/o3", "/opleidingen/vergelijk?id=o1&id=o2")),
        (figures_room, ("/cijfers", "/cijfers?onderwerp=reeks&verdeel=instelling", "/cijfers?onderwerp=other")),
    )  # fmt: skip
    for room, paths in rooms:
        with running(site_of(partial(room, catalogue_of=catalogues.of), settings=settings)) as url:
            page = open_page(f"{url}{paths[0]}", bypass_csp=not has_policy)
            dialogs: list[str] = []
            urls: list[str] = []
            page.on("dialog", lambda dialog, seen=dialogs: (seen.append(dialog.message), dialog.dismiss()))
            page.on("request", lambda request, seen=urls: seen.append(request.url))
            for path in paths:
                page.goto(f"{url}{path}", wait_until="networkidle")
            assert dialogs == []
            assert [one for one in urls if not one.startswith(f"{url}/")] == []
            assert (
                page.evaluate("document.querySelectorAll('img, iframe, object, embed, base, video').length")
                == 0
            )
