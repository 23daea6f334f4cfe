"""Conditions in words."""

from __future__ import annotations

from assistant.routes.amounts import day_text, listed, month_day_text
from assistant.routes.phrases import all_called, called, part, say
from assistant.routes.types import Atom, Remaining
from assistant.types import Language
from knowledge.catalogue.rules import (
    HasDiploma,
    HasEmployer,
    HasExperience,
    HasSubject,
    IsAtLeast,
    IsYounger,
    MustDo,
    PassedTest,
    ReceivesBenefit,
    SpeaksAtLeast,
)


def profile_name(profile: str) -> str:
    """Return a profile of havo or vwo as schools write it: "N&T"."""
    return "&".join(profile) if len(profile) == 2 and profile.isupper() else profile


def remaining_text(remaining: Remaining, language: Language) -> str:
    """Return what still has to be done; a day that has gone by is said."""
    condition = remaining.condition
    if isinstance(condition, MustDo) and condition.before is not None:
        key = "must_do_past" if remaining.is_past else "must_do_before"
        return say(
            language,
            key,
            {"what": part(condition.what, language), "day": day_text(condition.before, language)},
        )
    return atom_text(condition, language)


def atom_text(atom: Atom, language: Language) -> str:  # noqa: PLR0911
    """Return a condition without parts in words."""
    if isinstance(atom, HasDiploma):
        return diploma_text(atom, language, "diploma")
    if isinstance(atom, HasSubject):
        levels = (
            say(language, "at_levels", {"levels": listed(all_called(atom.levels, language), language, "or")})
            if atom.levels
            else ""
        )
        return say(
            language,
            "subject",
            {"subjects": listed(all_called(atom.subjects, language), language, "or"), "levels": levels},
        )
    if isinstance(atom, IsAtLeast | IsYounger):
        key = "age" if isinstance(atom, IsAtLeast) else "younger"
        return say(
            language, key, {"years": atom.years, "day": month_day_text(atom.month, atom.day, language)}
        )
    if isinstance(atom, HasExperience):
        return say(
            language, "experience", {"years": f"{atom.years:g}", "fields": _in_fields(atom.fields, language)}
        )
    if isinstance(atom, HasEmployer):
        return say(language, "employer_recognised" if atom.is_recognised else "employer")
    if isinstance(atom, SpeaksAtLeast):
        return say(language, "speaks", {"language": atom.language, "level": atom.level})
    if isinstance(atom, ReceivesBenefit):
        return say(
            language, "benefit", {"benefits": listed(all_called(atom.benefits, language), language, "or")}
        )
    if isinstance(atom, PassedTest):
        return say(language, "test", {"name": called(atom.name, language)})
    if isinstance(atom, MustDo):
        return say(language, "must_do", {"what": part(atom.what, language)})
    return say(language, "unstated", {"about": part(atom.about, language)})


def diploma_text(atom: HasDiploma, language: Language, key: str) -> str:
    """Return a diploma in words, in the phrase `key`."""
    profiles = (
        say(
            language,
            "with_profiles",
            {"profiles": listed(list(map(profile_name, atom.profiles)), language, "or")},
        )
        if atom.profiles
        else ""
    )
    return say(
        language,
        key,
        {
            "levels": listed(all_called(atom.levels, language), language, "or"),
            "fields": _in_fields(atom.fields, language),
            "profiles": profiles,
        },
    )


def _in_fields(fields: tuple[str, ...], language: Language) -> str:
    return (
        say(language, "in_fields", {"fields": listed(all_called(fields, language), language, "or")})
        if fields
        else ""
    )
