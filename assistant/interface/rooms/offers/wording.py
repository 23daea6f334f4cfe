"""Offers and their sources in words, for every page of this room: pure, every word escaped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from assistant.interface.escaping import escaped, host_of, one_line, public_address
from assistant.interface.rooms.offers.address import PATH
from assistant.interface.texts import Texts
from assistant.writing.record_words import WHOLE_DATE, Words, costs_of_year
from knowledge.catalogue.facts import Authority, Provenance
from knowledge.catalogue.types import Offer, OfferState
from knowledge.language.months import MONTHS

SHORTLIST_PATH = f"{PATH}/lijstje"
COMPARE_PATH = f"{PATH}/vergelijk"


@dataclass(frozen=True, slots=True)
class Tongue:
    """What words a page: the texts of the room, and the words for the values of records."""

    texts: Texts
    words: Words

    def number(self, value: float) -> str:
        """Return a number as the reader writes it."""
        return self.words.number(value)

    def fill(self, key: str, values: Mapping[str, object]) -> str:
        """Return a text with its values, which are words of ours or escaped already."""
        return self.texts[key].format_map({name: str(value) for name, value in values.items()})

    def count(self, key: str, number: int) -> str:
        """Return the text for a number of things, the number written as the reader does."""
        form = "one" if number == 1 else "many"
        return self.texts[f"{key}_{form}"].format(n=self.number(number))


def offer_address(offer_id: str) -> str:
    """Return the address of an offer's page."""
    return f"{PATH}/{quote(offer_id, safe='', errors='replace')}"


def name_of(offer: Offer) -> str:
    """Return the name of an offer, plain."""
    return offer.name.value or offer.id


def value_words(facet: str, value: str, tongue: Tongue) -> str:
    """Return the word for a value of a facet, plain; a month without "start in"."""
    if facet == "start":
        months = MONTHS[tongue.words.language.value]
        return months[int(value) - 1] if value.isdigit() and 1 <= int(value) <= len(months) else value
    own = tongue.texts.words.get(f"{facet}_{value}")
    return own if own is not None else tongue.words.value(facet, value)


def level_words(offer: Offer, tongue: Tongue) -> str:
    """Return what kind of offer it is, plain: the level of an mbo offer, else its kind."""
    level = offer.level.value or ""
    words = tongue.words
    return words.value("level", level) if level.startswith("mbo") else words.value("kind", offer.kind.value)


def about_words(offer: Offer, tongue: Tongue) -> str:
    """Return what tells an offer from others of its name, plain: level or kind, form, school."""
    mode = tongue.words.value("mode", offer.mode.value.value) if offer.mode.value else ""
    parts = (level_words(offer, tongue), mode, school_words(offer, tongue))
    return ", ".join(part for part in parts if part)


def label_of(offer: Offer, tongue: Tongue) -> str:
    """Return an offer in one line, plain."""
    return f"{name_of(offer)}, {about_words(offer, tongue)}"


def school_words(offer: Offer, tongue: Tongue) -> str:
    """Return who offers it, plain; of a national qualification that each school may choose."""
    if offer.provider.value:
        return tongue.words.value("provider", offer.provider.value)
    is_national = any(code.kind == "crebo" for code in offer.codes.value or ())
    return tongue.texts["national_school" if is_national else "school_unknown"]


def summary_html(offer: Offer, tongue: Tongue, km: float | None = None) -> str:
    """Return the lines of an offer in a list: what, where, how long, how much; what is unknown says so."""
    words, texts = tongue.words, tongue.texts
    mode = words.value("mode", offer.mode.value.value) if offer.mode.value else ""
    places = ", ".join(place.name for place in offer.places.value or ())
    if places and km is not None:
        places = tongue.fill("place_km", {"place": places, "km": tongue.number(round(km))})
    duration = offer.duration_months.value
    first = [part for part in (level_words(offer, tongue), mode, school_words(offer, tongue), places) if part]
    second = [
        words.months(duration) if duration else texts["duration_unknown"],
        cost_words(offer, tongue) or texts["cost_unknown"],
    ]
    lines = "".join(
        f'<p class="lw-regel">{" · ".join(one_line(part) for part in parts)}</p>' for parts in (first, second)
    )
    return lines


def cost_words(offer: Offer, tongue: Tongue) -> str:
    """Return what the newest stated study year costs, plain; different amounts side by side, "" when unknown."""
    year, stated = costs_of_year(offer, ())
    amounts = list(dict.fromkeys(tongue.words.cost(cost) for cost, _ in stated))
    amount = f" {tongue.texts['or']} ".join(amounts)
    return f"{amount} ({year})" if year and amount else amount


def state_html(offer: Offer, tongue: Tongue) -> str:
    """Return the plain remark for an offer that has ended or that only an old source names, "" for others."""
    if offer.state is OfferState.CURRENT:
        return ""
    return f'<p class="lw-toestand">{tongue.texts[f"remark_{offer.state.value}"]}</p>'


def badge_html(offer: Offer, tongue: Tongue) -> str:
    """Return the state of an offer in a word, "" where it is known to exist: for lists, which explain it once."""
    if offer.state is OfferState.CURRENT:
        return ""
    return (
        f'<p class="lw-regel"><span class="lw-staat">{tongue.texts[f"badge_{offer.state.value}"]}</span></p>'
    )


def source_html(about: Provenance, tongue: Tongue) -> str:
    """Return who says it and when, with a link: the source of one statement."""
    texts = tongue.texts
    url = public_address(about.url)
    link = (
        f'<a class="lw-buiten" href="{escaped(url)}" rel="noreferrer noopener">{one_line(host_of(url))}</a>'
        if url
        else texts["source_without_address"]
    )
    parts = [link, dated(about.as_of, tongue)]
    if about.study_year:
        parts.append(tongue.fill("for_year", {"year": one_line(about.study_year)}))
    if about.checked_on:
        parts.append(tongue.fill("checked_on", {"date": tongue.words.day(about.checked_on)}))
    if about.authority is Authority.DERIVED:
        parts.append(texts["derived"])
    note = f'<span class="lw-noot">{one_line(about.note)}</span>' if about.note else ""
    return f'<span class="lw-herkomst">{", ".join(parts)}</span>{note}'


def dated(as_of: str, tongue: Tongue) -> str:
    """Return the date that a source gives, escaped: a whole date in words, another as it stands."""
    if as_of in ("", "z.d."):
        return tongue.texts["undated"]
    return tongue.words.day(date.fromisoformat(as_of)) if WHOLE_DATE.fullmatch(as_of) else one_line(as_of)


def ask_address(offer: Offer, tongue: Tongue) -> str:
    """Return the address of the conversation with a question about an offer in its box."""
    school = tongue.words.value("provider", offer.provider.value) if offer.provider.value else ""
    key = "question_at" if school else "question"
    question = tongue.fill(key, {"offer": name_of(offer), "school": school})
    return f"/?{urlencode({'vraag': question}, errors='replace')}"


def shortlist_form_html(offer_id: str, label: str, is_listed: bool, back: str, tongue: Tongue) -> str:
    """Return the button that puts an offer on the shortlist or takes it off; `label` is its name, plain."""
    texts = tongue.texts
    action, key = ("eraf", "shortlist_remove") if is_listed else ("erop", "shortlist_add")
    return (
        f'<form method="post" action="{SHORTLIST_PATH}" class="lw-knopvorm">'
        f'<input type="hidden" name="id" value="{escaped(offer_id)}">'
        f'<input type="hidden" name="terug" value="{escaped(back)}">'
        f'<button name="doe" value="{action}">{texts[key]}'
        f'<span class="lw-alleen-hoorbaar">: {one_line(label)}</span></button></form>'
    )
