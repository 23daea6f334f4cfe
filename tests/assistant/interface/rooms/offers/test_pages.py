"""The pages of the room, rendered without a server."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from assistant.interface.escaping import INVISIBLE
from assistant.interface.rooms.offers.address import Search
from assistant.interface.rooms.offers.compare_page import Column, comparison_html, likeness, shortlist_html
from assistant.interface.rooms.offers.finding import Shelf, found_for
from assistant.interface.rooms.offers.listing_page import Around, listing_html
from assistant.interface.rooms.offers.offer_page import Opened, later_steps, opened_html
from assistant.interface.rooms.offers.reading import reader_over
from assistant.routes.rules_in_force import rules_in_force
from assistant.types import Language
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.types import Offer, OfferKind, Place
from tests.assistant.interface.rooms.offers.conftest import NATIONAL, tongue_of
from tests.support.hostile import HOSTILE
from tests.support.offers import an_offer, known
from tests.support.rooms import TODAY, TOWNS

TONGUE = tongue_of()


def listed(shelf: Shelf, search: Search, shortlist: Sequence[str] = (), language=Language.DUTCH) -> str:
    reader = reader_over(shelf.catalogue, language)
    return listing_html(
        found_for(search, shelf, reader),
        Around(TOWNS, {"esco-1": "lasser"}, shortlist),
        tongue_of(language),
    )


def opened(offer: Offer, *, national=(), listed_offers=(), alike=(), following=()) -> str:
    rules = rules_in_force(offer, national, TODAY)
    return opened_html(Opened(offer, rules, (), following, alike, listed_offers), TONGUE)


def column(offer: Offer, national=()) -> Column:
    return Column(offer, rules_in_force(offer, national, TODAY))


class Tags(HTMLParser):
    """Counts the tags and attributes of a page, and that each tag is closed in order."""

    VOID = frozenset({"input", "br", "circle", "option", "path", "rect", "line"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "action", "src")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.names.add(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag


@pytest.mark.parametrize("language", list(Language))
def test_a_list_shows_the_exact_count_and_a_link_to_each_offer(shelf, language):
    html = listed(shelf, Search(), language=language)
    assert re.search(r'<h2 id="lw-aantal">5 ', html)
    assert html.count('class="lw-kaart" id="o') == 5
    assert 'href="/opleidingen/mecha-bol"' in html


def test_every_value_of_a_facet_has_its_exact_count(shelf):
    html = listed(shelf, Search().choosing("kind", ["mbo"]))
    assert re.search(r'value="mbo" form="lw-filters" checked> <span>mbo <span class="lw-aantal">\(2\)', html)
    assert re.search(
        r'value="hbo-bachelor" form="lw-filters"> <span>hbo-bachelor <span class="lw-aantal">\(2\)', html
    )


def test_each_filter_is_a_chip_whose_link_takes_it_off(shelf):
    html = listed(shelf, Search(words="technicus", most_months=48).choosing("kind", ["mbo", "ad"]))
    chips = re.search(r'<ul class="lw-chips".*?</ul>', html)[0]
    assert chips.count("<li>") == 5  # words, two kinds, months, and the link that clears all
    assert 'href="/opleidingen?q=technicus&amp;soort=ad&amp;maanden=48"' in chips


def test_where_nothing_is_found_the_way_out_and_its_number_are_shown(shelf):
    html = listed(shelf, Search(words="mechatronica").choosing("place", ["Zwolle"]))
    assert "0 opleidingen" in html
    assert re.search(r"zonder “Plaats: Zwolle”</a>: 2 opleidingen", html)


def test_what_is_unknown_is_said_and_never_guessed(shelf):
    html = listed(shelf, Search(words="HBO-ICT"))
    assert "duur onbekend · kosten onbekend" in html


def test_the_order_that_goes_by_itself_has_no_value_in_the_form(shelf):
    orders = r'<select id="lw-volgorde" name="volgorde"><option value=""{}>{}'
    assert re.search(orders.format(" selected", "bevestigde eerst"), listed(shelf, Search()))
    assert re.search(
        orders.format(" selected", "dichtst bij"), listed(shelf, Search(near="Almelo", sort="afstand"))
    )
    assert re.search(orders.format("", "bevestigde eerst"), listed(shelf, Search(sort="kosten")))


def test_an_unconfirmed_offer_is_marked_in_words(shelf):
    assert "niet bevestigd</span>" in listed(shelf, Search(words="mechatronica"))


def test_ended_offers_are_shown_only_when_asked_for_and_then_marked(shelf):
    assert "1 opleiding is gestopt" in listed(shelf, Search())
    assert "gestopt</span>" in listed(shelf, Search().choosing("state", ["ended"]))


def test_the_map_and_its_table_hold_the_same_numbers(shelf):
    html = listed(shelf, Search(is_map=True))
    on_map = re.findall(r'aria-label="(\w+): (\d+) opleiding', html)
    in_table = re.findall(r"<th scope=\"row\"><a [^>]*>(\w+)</a></th><td>(\d+)</td>", html)
    assert sorted(on_map) == sorted(in_table) == [("Enschede", "2"), ("Hengelo", "1"), ("Zwolle", "1")]


def test_an_offer_shows_disagreeing_sources_side_by_side(shelf):
    html = opened(shelf.catalogue.offers(["wtb"])[0])
    costs = re.search(r"<dt>Kosten</dt>.*?</div>", html)[0]
    assert "De bronnen zeggen niet hetzelfde" in costs
    assert re.search(r"2\.694 euro.*example\.org.*2\.695 euro.*duo\.nl", costs)


def test_every_shown_value_has_its_source_and_date(shelf):
    html = opened(shelf.catalogue.offers(["wtb"])[0])
    facts = re.search(r'<dl class="lw-gegevens">.*?</dl>', html)[0]
    assert facts.count("<dd>") == facts.count('<span class="lw-herkomst">')
    assert "1 oktober 2026" in facts


def test_the_own_rule_comes_before_the_national_one_and_the_school_decides(shelf):
    html = opened(shelf.catalogue.offers(["wtb"])[0], national=[NATIONAL])
    assert "Met havo mag je beginnen." in html
    assert "Voor mbo-4 heb je" not in html
    assert "De school beslist" in html


def test_without_an_own_rule_the_national_one_is_shown_as_such(shelf):
    html = opened(shelf.catalogue.offers(["mecha-bol"])[0], national=[NATIONAL])
    assert re.search(r"Dan geldt de landelijke regel.*Voor mbo-4 heb je vmbo", html)


def test_without_any_rule_the_page_says_so(shelf):
    assert "Ik heb geen toelatingsregel" in opened(shelf.catalogue.offers(["ad"])[0])


def test_what_no_source_says_is_named_as_unknown(shelf):
    html = opened(shelf.catalogue.offers(["mecha-bbl"])[0])
    assert re.search(r"Niet bekend: [^<]*School, Plaats", html)


def test_a_question_about_an_offer_goes_to_the_conversation(shelf):
    html = opened(shelf.catalogue.offers(["mecha-bol"])[0])
    assert 'href="/?vraag=Vertel+me+meer+over+Technicus+mechatronica+bij+ROC+van+Twente."' in html


def test_another_bachelor_is_no_next_step_of_a_bachelor(shelf):
    wtb, ict, ad = shelf.catalogue.offers(["wtb", "ict", "ad"])
    master = an_offer("m", kind=OfferKind.HBO_MASTER, level="hbo-master")
    assert later_steps(wtb, [ict, ad, master]) == (master,)
    assert later_steps(replace(wtb, follow_on=known(("ict",))), [ict]) == (ict,)


def test_a_comparison_marks_in_words_what_differs(shelf):
    html = comparison_html([column(offer) for offer in shelf.catalogue.offers(["wtb", "ict"])], TONGUE)
    rows = {
        re.search(r"rowheader\">([^<]+)", row)[1].strip(): row
        for row in re.findall(r'<tr role="row">.*?</tr>', html)[1:]
    }
    assert "verschilt" in rows["Vorm"]
    assert "gelijk" in rows["Soort"]
    assert "deels onbekend" in rows["Duur"]
    assert ">onbekend</td>" in rows["Duur"]
    assert "bronnen verschillen" in rows["Kosten"]


def test_a_comparison_has_row_and_column_headers_and_a_caption(shelf):
    html = comparison_html([column(offer) for offer in shelf.catalogue.offers(["wtb", "ict", "ad"])], TONGUE)
    assert "<caption>" in html
    assert html.count('scope="col"') == 4
    assert html.count('scope="row"') == html.count('<tr role="row">') - 1


@pytest.mark.parametrize(
    ("values", "how"),
    [
        (["a", "b"], "differs"),
        (["a", "a"], "same"),
        (["a", None], "partly_known"),
        (["a", "b", None], "differs"),
    ],
)
def test_an_unknown_value_is_neither_the_same_nor_different(values, how):
    assert likeness(values) == how


def test_too_many_or_too_few_offers_are_asked_to_be_chosen_from(shelf):
    one, five = (
        shelf.catalogue.offers(["wtb"]),
        shelf.catalogue.offers(["wtb", "ict", "ad", "mecha-bol", "mecha-bbl"]),
    )
    assert "minstens twee" in comparison_html([column(offer) for offer in one], TONGUE)
    html = comparison_html([column(offer) for offer in five], TONGUE)
    assert "hoogstens vier" in html
    assert html.count('type="checkbox"') == 5


def test_what_is_gone_from_the_catalogue_is_said_on_the_shortlist():
    assert "staan niet meer in de catalogus" in shortlist_html((), 2, "", TONGUE)


HOSTILE_NAMES = [text for text in HOSTILE if text.strip()]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
def test_a_hostile_name_is_only_text_on_every_page(name):
    about = Provenance(name, name, name, note=name)
    evil = an_offer(
        name,
        name,
        about,
        provider=name,
        places=(Place(name, 52.2, 6.9),),
        fields=(name,),
        url=name,
        remark=name,
        level=name,
    )
    calm = an_offer("calm")
    pages = (
        opened(evil, listed_offers=[evil, calm], alike=[evil], following=[evil]),
        comparison_html([column(evil), column(calm)], TONGUE),
        shortlist_html([evil, calm], 0, "", TONGUE),
    )
    plain = (
        opened(calm, listed_offers=[calm, evil], alike=[calm], following=[calm]),
        comparison_html([column(calm), column(calm)], TONGUE),
        shortlist_html([calm, calm], 0, "", TONGUE),
    )
    for html, expected in zip(pages, plain, strict=True):
        tags = Tags(html)
        assert tags.names <= Tags(expected).names | {"span", "a", "h3", "dd"}
        assert not {name for name in tags.attributes if name.startswith("on") or name in ("style", "src")}
        assert all(address.startswith(("/", "#", "http://", "https://")) for address in tags.addresses)
        assert not INVISIBLE.search(html)
