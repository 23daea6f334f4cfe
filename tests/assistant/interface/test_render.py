"""An answer becomes HTML that can only be read."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.cited import source_link
from assistant.interface.exchanges import current_html, earlier_html, exchange_html
from assistant.interface.panels import panel_html
from assistant.interface.render import (
    Draft,
    answer_html,
    copy_text,
    draft_html,
    plain_answer_html,
    sentences_html,
    stopped_html,
)
from assistant.interface.talk import Conversation, Exchange
from assistant.interface.texts import texts_in
from assistant.types import Answer, Citation, Filter, Language, LeftOut, Outcome, Sentence, SentenceKind
from knowledge.types import RecordRef
from tests.support.hostile import HOSTILE
from tests.support.page_twins import demonstration, hit_of

DUTCH = texts_in(Language.DUTCH)
TAGS = """a article blockquote br button dd details div dl dt h2 h3 img li mark ol p q
section span strong summary ul form fieldset legend label input select option textarea"""
ATTRIBUTES = """alt aria-busy aria-hidden aria-label class data-bron data-gekopieerd data-kopieer data-nummer data-wens dir href data-dank name value required rows maxlength method action data-vul
id lang loading open rel src tabindex target title type"""
ALLOWED_TAGS, ALLOWED_ATTRIBUTES = frozenset(TAGS.split()), frozenset(ATTRIBUTES.split())


class Inspector(HTMLParser):
    """Collects what a browser would do with the HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.open_tags: list[str] = []
        self.links: list[dict[str, str | None]] = []

    def handle_starttag(self, tag, attrs):
        given_attributes = dict(attrs)
        if tag not in ALLOWED_TAGS:
            self.faults.append(f"tag {tag}")
        self.faults += [f"attribute {name}" for name in given_attributes if name not in ALLOWED_ATTRIBUTES]
        if tag == "img" and not (given_attributes.get("src") or "").startswith("/bron/pagina.png?"):
            self.faults.append("image from elsewhere")
        if tag == "a":
            self.links.append(given_attributes)
        if tag not in {"br", "img", "input"}:
            self.open_tags.append(tag)

    def handle_endtag(self, tag):
        if not self.open_tags or self.open_tags.pop() != tag:
            self.faults.append(f"unbalanced {tag}")

    def handle_comment(self, data):
        self.faults.append("comment")

    def handle_decl(self, decl):
        self.faults.append("declaration")

    def handle_pi(self, data):
        self.faults.append("instruction")

    def unknown_decl(self, data):
        self.faults.append("unknown declaration")


def faults_in(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    for link in inspector.links:
        href = link.get("href") or ""
        is_outward = href.startswith(("http://", "https://"))
        is_number = re.fullmatch(r"tel:0800-[0-9]{4}", href) is not None
        if not is_outward and not is_number and not href.startswith("/bron?"):
            inspector.faults.append(f"link {href}")
        if is_outward and "noopener noreferrer" not in (link.get("rel") or ""):
            inspector.faults.append("link without rel")
    if inspector.open_tags:
        inspector.faults.append(f"left open {inspector.open_tags}")
    return inspector.faults


def answer_full_of(text: str) -> Answer:
    citation = Citation(1, text, text, text, text, text, text, 1, 0, 5, text)
    kinds = tuple(Sentence(text, kind, text, (1,)) for kind in SentenceKind)
    return Answer(
        Outcome.PARTLY,
        Language.DUTCH,
        kinds,
        (citation,),
        records=(RecordRef(text, text, text),),
        left_out=(LeftOut(text, text),),
        searched=(text,),
        follow_ups=(text,),
        assumed={
            "diplomas": [{"level": text, "profile": text, "fields": [text], "missing_subjects": [text]}],
            "job": text,
            "place": text,
        },
        filters=(Filter(text, text, text), Filter(text, text)),
    )


def every_rendering_of(text: str) -> str:
    answer = answer_full_of(text)
    _, sources = demonstration()
    view = replace(
        sources.views["programma#3"],
        title=text,
        publisher=text,
        url=text,
        as_of=text,
        locator=text,
        heading_path=(text,),
        before=text,
        passage=text,
        after=text,
        language=text,
    )
    hit = hit_of(view, text)
    draft = Draft(text, (hit,), text, answer.sentences, answer.citations)
    return "".join(
        (
            current_html(text, answer_html(answer, DUTCH), DUTCH),
            draft_html(draft, DUTCH),
            stopped_html(draft, DUTCH),
            plain_answer_html(text, DUTCH, text),
            panel_html(view, 0, 5, text, DUTCH),
        )
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_string_stays_words(text):
    assert faults_in(every_rendering_of(text)) == []


@given(
    st.text(alphabet=st.characters(), max_size=60) | st.text(alphabet="<>\"'`&;/=a:[]()!{}$\\\n", max_size=40)
)
def test_any_string_stays_words(text):
    assert faults_in(every_rendering_of(text)) == []


def test_the_inspector_sees_active_content():
    assert faults_in("<p onclick='x'>a</p>") == ["attribute onclick"]
    assert faults_in("<script>x</script>") == ["tag script"]
    assert faults_in("<a href='javascript:x'>a</a>") == ["link javascript:x"]


def demonstrated() -> Answer:
    assistant, _ = demonstration()
    return assistant.answers["TechOost"]


def test_a_citation_is_a_link_that_says_which_source_it_opens():
    html = answer_html(demonstrated(), DUTCH)
    assert 'aria-label="bron 1: Programma TechOost"' in html
    assert 'href="/bron?passage=programma%233&amp;van=78&amp;tot=140&amp;taal=nl"' in html


def test_a_quote_is_marked_as_one_in_its_own_language():
    html = answer_html(replace(demonstrated(), language=Language.ENGLISH), texts_in(Language.ENGLISH))
    assert '<blockquote class="lw-citaat">' in html
    assert '<q lang="nl" dir="auto">Uit het Nationaal Groeifonds' in html
    assert "Quoted from the source" in html


def test_an_outward_link_shows_its_host():
    html = answer_html(demonstrated(), DUTCH)
    assert 'rel="noopener noreferrer nofollow">voorbeeld.nl</a>' in html


def test_what_was_left_out_is_said_without_its_words():
    html = answer_html(demonstrated(), DUTCH)
    assert "1 zin weggelaten" in html
    assert "Het bedrag staat niet in de bron." in html
    assert "12 miljoen" not in html


def test_a_refusal_says_what_was_searched():
    assistant, _ = demonstration()
    html = answer_html(assistant.answers[""], DUTCH)
    assert '<p class="lw-let-op">' in html
    assert '<details class="lw-gezocht" open>' in html
    assert "Toelating tot het hbo" in html


def test_a_number_without_its_citation_makes_no_link():
    answer = replace(demonstrated(), citations=())
    assert "<a" not in answer_html(answer, DUTCH)


def test_provisional_words_are_marked_as_such():
    html = draft_html(Draft("Ik zoek", writing="Misschien 12 miljoen"), DUTCH)
    assert "Voorlopig antwoord, nog niet gecontroleerd" in html
    assert 'aria-busy="true"' in html


def test_a_stopped_answer_drops_the_provisional_words():
    html = stopped_html(Draft("Ik zoek", writing="Misschien 12 miljoen"), DUTCH)
    assert "12 miljoen" not in html
    assert "Je hebt het antwoord gestopt." in html


def test_the_copied_text_holds_the_answer_and_its_sources():
    text = copy_text(demonstrated(), DUTCH)
    assert "9 miljoen euro. [1]" in text
    assert "[1] Programma TechOost, pagina 3, 2024, https://www.voorbeeld.nl/programma" in text


def sentences_of(*pairs: tuple[SentenceKind, str]) -> tuple[Sentence, ...]:
    return tuple(Sentence(text, kind, "nl") for kind, text in pairs)


def test_what_follows_a_colon_of_ours_stands_line_by_line():
    html = sentences_html(
        sentences_of(
            (SentenceKind.LEAD, "Geld dat je zelf kunt aanvragen:"),
            (SentenceKind.WORDED, "Fonds A betaalt."),
            (SentenceKind.WORDED, "Fonds B leent."),
            (SentenceKind.LEAD, "De school beslist."),
            (SentenceKind.WORDED, "Dit is een zin."),
            (SentenceKind.WORDED, "En nog een."),
        ),
        (),
        DUTCH,
    )
    assert html.count("<li>") == 2
    assert html.count("<p>") == 1


def test_neighbouring_notices_share_a_box_and_neighbouring_quotes_a_label():
    notice, quote = SentenceKind.NOTICE, SentenceKind.QUOTE
    said = sentences_of(
        (notice, "Een."), (notice, "Twee."), (quote, "Drie."), (quote, "Vier."), (notice, "Vijf.")
    )
    html = sentences_html(said, (), DUTCH)
    assert html.count("lw-let-op") == 2
    assert html.count("Letterlijk uit de bron") == 1
    assert html.count("<blockquote") == 2
    places = [html.index(word) for word in ("Een.", "Twee.", "Drie.", "Vier.", "Vijf.")]
    assert places == sorted(places)


def test_a_helpline_can_be_called_with_one_tap_from_our_own_notices_alone():
    said = sentences_of((SentenceKind.NOTICE, "Bel 0800-0113."), (SentenceKind.QUOTE, "Bel 0800-0432."))
    html = sentences_html(said, (), DUTCH)
    assert '<a class="lw-bel" href="tel:0800-0113">0800-0113</a>' in html
    assert "tel:0800-0432" not in html


def test_a_line_that_says_what_follows_is_seen_as_a_heading():
    lead = SentenceKind.LEAD
    html = sentences_html(sentences_of((lead, "Stap 1:"), (lead, "Er is een route.")), (), DUTCH)
    assert html.count("lw-tussenkop") == 1
    assert html.index("lw-tussenkop") < html.index("Stap 1:")


def test_a_long_paragraph_is_broken_and_loses_no_sentence():
    words = [f"Zin {number} {'woord ' * 40}" for number in range(6)]
    html = sentences_html(sentences_of(*((SentenceKind.WORDED, text) for text in words)), (), DUTCH)
    assert html.count("<p>") > 1
    places = [html.index(f"Zin {number} ") for number in range(6)]
    assert places == sorted(places)


@given(st.text(), st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(Language))
def test_the_address_of_a_source_says_what_is_cited_whatever_its_id(passage, start, end, language):
    address = source_link(Citation(1, "s", passage, "t", "l", "q", "", 1, start, end), language)
    said = {"passage": passage, "van": start, "tot": end, "taal": language.value}
    assert address == f"/bron?{urlencode(said, errors='replace')}"


def test_earlier_exchanges_look_the_same_every_time_and_each_in_the_language_of_the_page():
    exchanges = tuple(Exchange("vraag?", text=text) for text in ("een", "twee", "een"))
    for language in (*Language, *Language):
        texts = texts_in(language)
        each = [exchange_html(exchange, texts) for exchange in exchanges]
        assert earlier_html(Conversation("a", exchanges), texts) == "".join(each)
