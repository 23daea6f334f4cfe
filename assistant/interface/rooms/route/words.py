"""Words that the page and the exports share: the profile in short, labels of routes, where a statement comes from. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.interface.escaping import escaped, host_of, public_address
from assistant.interface.rooms.route.planned import Plan
from assistant.interface.texts import Texts
from assistant.profile import HeldDiploma, Profile
from assistant.routes.amounts import day_text, listed
from assistant.routes.phrases import say
from assistant.routes.types import Answer, Route
from assistant.routes.wording import school_name
from knowledge.catalogue.facts import Provenance

SIGNS = {Answer.YES: "✓", Answer.CONDITIONAL: "◐", Answer.UNKNOWN: "?", Answer.NO: "✕"}
"""Beside each verdict in words, the best first: nobody has to tell them apart by colour."""


WITHOUT_DATE = ("", "z.d.")
"""How records say that a source bears no date."""


def profile_words(profile: Profile, texts: Texts) -> tuple[str, ...]:
    """Return what was told, one thing each, in the order of the form; not escaped."""
    words = [_diploma(held, texts) for held in profile.diplomas or ()]
    if profile.diplomas == ():
        words.append(texts["told_no_diploma"])
    if profile.age is not None:
        words.append(texts["told_age"].format(age=profile.age))
    if profile.birth_date is not None:
        words.append(texts["told_born"].format(day=day_text(profile.birth_date, texts.language)))
    words += [profile.job] if profile.job else []
    if profile.experience:
        words.append(texts["told_years"].format(years=f"{sum(w.years for w in profile.experience):g}"))
    words += _work_words(profile, texts) + _limit_words(profile, texts)
    for code, level in (profile.languages or {}).items():
        words.append(f"{texts[f'language_{code}'] if code in ('nl', 'en', 'de') else code} {level}")
    return tuple(words)


def _work_words(profile: Profile, texts: Texts) -> list[str]:
    words = []
    if profile.has_employer is not None:
        recognised = {True: "told_employer_recognised", False: "told_employer_other", None: "told_employer"}
        key = recognised[profile.is_recognised_employer] if profile.has_employer else "told_no_employer"
        words.append(texts[key])
    if profile.keeps_working is not None:
        words.append(texts["told_keeps_working" if profile.keeps_working else "told_may_stop"])
    if profile.benefits:
        name = texts.words.get(f"benefits_{profile.benefits}", profile.benefits)
        words.append(texts["told_benefits"].format(what=name))
    return words


def _limit_words(profile: Profile, texts: Texts) -> list[str]:
    words = []
    if profile.hours_per_week is not None:
        words.append(texts["told_hours"].format(hours=_number(profile.hours_per_week)))
    if profile.budget_euro is not None:
        words.append(texts["told_budget"].format(euro=_number(profile.budget_euro)))
    if profile.place:
        words.append(texts["told_place"].format(place=profile.place))
    if profile.travel_km is not None:
        words.append(texts["told_distance"].format(km=_number(profile.travel_km)))
    if profile.starts_after is not None:
        words.append(texts["told_start"].format(day=day_text(profile.starts_after, texts.language)))
    return words


def _diploma(held: HeldDiploma, texts: Texts) -> str:
    words = held.level
    words += f" {held.profile}" if held.profile else ""
    words += f" ({held.fields[0]})" if held.fields else ""
    if held.subjects:
        words += f", {listed(held.subjects, texts.language)}"
    elif held.subjects == ():
        words += f", {texts['told_no_subjects']}"
    return words


def _number(value: float) -> str:
    return f"{value:.10g}".replace(".", ",")


def provider_name(provider: str, organisations: Mapping[str, str]) -> str:
    """Return the name of a school or desk by its id: as the catalogue writes it, else as the id reads."""
    return organisations.get(provider) or school_name(provider)


def verdict_words(plan: Plan, texts: Texts) -> str:
    """Return whether there is a way to the goal, in one sentence."""
    if plan.routes.is_reached:
        return texts["verdict_reached"]
    if plan.routes.outlines:
        return texts.count("verdict_open", len(plan.routes.outlines))
    return texts["verdict_ask" if plan.question else "verdict_closed"]


def direct_words(plan: Plan, texts: Texts) -> str:
    """Return what the counts of verdicts are about."""
    if not plan.targets:
        return texts["direct_none"]
    some, whole = len(plan.targets), plan.target_count
    return texts["direct_head" if some == whole else "direct_head_some"].format(n=some, all=whole)


def route_title(route: Route, number: int, texts: Texts, *, is_only: bool) -> str:
    """Return "Route 1: het snelst en het goedkoopst"; one that has no other beside it is called no more than it is."""
    labels = listed([say(texts.language, f"why_{label}") for label in route.labels], texts.language)
    name = texts["route_number"].format(number=number)
    return f"{name}: {labels}" if labels and not is_only else name


def doubts_of(plan: Plan, route: Route, texts: Texts) -> tuple[str, ...]:
    """Return the limits that could not be held against a step because a record is silent, in sentences."""
    limits = plan.constraints
    unknown = {
        "hours": limits.hours_per_week is not None and [not step.hours.is_known for step in route.steps],
        "budget": limits.budget_euro is not None
        and [not step.funding.net_euro.is_known for step in route.steps],
        "distance": limits.travel_km is not None
        and limits.home is not None
        and [not step.offer.places.value for step in route.steps],
        "work": limits.keeps_working and [step.offer.mode.value is None for step in route.steps],
    }
    sentences = []
    for name, missing in unknown.items():
        steps = [str(number) for number, is_missing in enumerate(missing or [], start=1) if is_missing]
        if steps:
            sentences.append(texts[f"doubt_{name}"].format(steps=listed(steps, texts.language)))
    return tuple(sentences)


def dated(provenance: Provenance, texts: Texts) -> str:
    """Return the dates of a source in words: of the text itself, and when we looked; not escaped."""
    is_dated = provenance.as_of not in WITHOUT_DATE
    words = [texts["as_of"].format(day=provenance.as_of) if is_dated else texts["no_date"]]
    if provenance.study_year:
        words.append(texts["study_year"].format(year=provenance.study_year))
    if provenance.checked_on:
        words.append(texts["checked"].format(day=day_text(provenance.checked_on, texts.language)))
    return "; ".join(words)


def source_name(provenance: Provenance, texts: Texts) -> str:
    """Return the host of a source, or that it has no address of its own; not escaped."""
    address = public_address(provenance.url)
    return host_of(address) if address else texts["no_address"]


def source_html(provenances: Iterable[Provenance], texts: Texts) -> str:
    """Return "Bron: host (datum)" for each different source, each a link where it has an address."""
    items = []
    for provenance in dict.fromkeys(provenances):
        address = public_address(provenance.url)
        name = escaped(source_name(provenance, texts))
        link = f'<a href="{escaped(address)}" rel="noopener noreferrer">{name}</a>' if address else name
        items.append(f"{link} ({escaped(dated(provenance, texts))})")
    if not items:
        return ""
    word = texts["source_one"] if len(items) == 1 else texts["source_many"]
    return f'<p class="lw-herkomst">{word}: {"; ".join(items)}.</p>'
