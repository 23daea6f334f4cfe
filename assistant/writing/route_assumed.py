"""What was told about a person, shown back before it is used: one sentence that can be corrected."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.profile import HeldDiploma, Profile
from assistant.routes.phrases import all_called, called
from assistant.routes.wording_conditions import profile_name
from assistant.writing.route_desk import RouteDesk


def show_assumed(desk: RouteDesk) -> None:
    """Add the sentence that says what the answer takes for told; nothing when nothing was."""
    facts = list(facts_of(desk))
    if not facts:
        return
    about = desk.talk.about
    values = {"facts": "; ".join(facts), "about": desk.say(f"about_{about}") if about else ""}
    desk.lead("assumed_about" if about else "assumed", values)


def facts_of(desk: RouteDesk) -> Iterator[str]:
    """Yield the facts of a person in words, diplomas first."""
    profile = desk.talk.profile
    if profile.diplomas == ():
        yield desk.say("no_diploma")
    for held in profile.diplomas or ():
        yield held_words(held, desk) + (desk.say("studying") if held.level in desk.talk.studies else "")
    if desk.talk.enrolled is not None:
        yield desk.say("fact_enrolled", {"held": held_words(desk.talk.enrolled, desk)})
    if desk.talk.is_vague and not profile.diplomas:
        yield desk.say("vague", {"level": desk.talk.is_vague})
    if profile.age is not None:
        yield desk.say("fact_age", {"value": profile.age})
    if profile.job:
        yield desk.say("fact_job", {"value": profile.job})
    for work in profile.experience or ():
        yield desk.say("fact_experience", {"value": f"{work.years:g}"})
    yield from _claims(profile, desk)
    yield from _limits(profile, desk)


def held_words(held: HeldDiploma, desk: RouteDesk) -> str:
    """Return a diploma in words: "havo met profiel N&T, zonder natuurkunde"."""
    told = [*(held.subjects or ()), *held.some_subjects]
    wider = {"wiskunde"} if any(name.startswith("wiskunde ") for name in told) else set()
    some = [name for name in told if name not in wider]
    with_ = desk.say("held_with", {"subjects": desk.joined(all_called(some, desk.language))}) if some else ""
    missing = [profile_name(name) for name in held.missing_profiles]
    missing += all_called(held.missing_subjects, desk.language)
    without = desk.say("held_without", {"subjects": desk.joined(missing)}) if missing else ""
    fields = desk.say("held_fields", {"fields": called(held.fields[0], desk.language)}) if held.fields else ""
    profile = desk.say("held_profile", {"profile": profile_name(held.profile)}) if held.profile else ""
    values = {
        "level": desk.level(held.level),
        "fields": fields,
        "profile": profile,
        "subjects": with_ + without,
    }
    return desk.say("held", values)


def held_in_short(desk: RouteDesk) -> str:
    """Return what a person holds, as a sentence about admission says it."""
    profile = desk.talk.profile
    if not profile.diplomas:
        return desk.say("no_diploma")
    return desk.joined([held_words(held, desk) for held in profile.diplomas])


def _claims(profile: Profile, desk: RouteDesk) -> Iterator[str]:
    if profile.is_recognised_employer:
        yield desk.say("fact_recognised")
    elif profile.has_employer is not None:
        yield desk.say("fact_employer" if profile.has_employer else "fact_no_employer")
    if profile.keeps_working:
        yield desk.say("fact_keeps_working")
    if profile.benefits is not None:
        yield (
            desk.say("fact_benefits", {"value": profile.benefits})
            if profile.benefits
            else desk.say("fact_no_benefits")
        )


def _limits(profile: Profile, desk: RouteDesk) -> Iterator[str]:
    if profile.hours_per_week is not None:
        yield desk.say("fact_hours", {"value": f"{profile.hours_per_week:g}"})
    if profile.budget_euro is not None:
        yield desk.say("fact_budget", {"value": desk.words.number(profile.budget_euro)})
    if profile.place:
        yield desk.say("fact_place", {"value": profile.place})
    if profile.travel_km is not None:
        yield desk.say("fact_travel", {"value": f"{profile.travel_km:g}"})
    if profile.starts_after:
        yield desk.say("fact_start", {"value": desk.words.day(profile.starts_after)})
    for code, level in (profile.languages or {}).items():
        yield desk.say("fact_language", {"language": desk.say(f"language_{code}"), "level": level})
