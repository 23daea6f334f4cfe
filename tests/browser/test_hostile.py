"""Hostile words in every place that words come from: nothing runs, nothing is fetched."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.interface.settings import PageSettings
from assistant.types import LeftOut
from tests.browser.conftest import served
from tests.support.hostile import HOSTILE
from tests.support.page_twins import demonstration

pytestmark = pytest.mark.browser

BOX = "#lw-vraagvak textarea"


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


@pytest.mark.parametrize("has_policy", [True, False])
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
