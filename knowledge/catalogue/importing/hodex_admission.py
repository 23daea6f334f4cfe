"""Who may enter, as a Hodex 2.5.8 document states it: profiles with subjects, routes, requirements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.importing.subjects import subjects_condition
from knowledge.catalogue.importing.values import number_of
from knowledge.catalogue.importing.xml_reading import children, first, in_language
from knowledge.catalogue.rules import (
    AllOf,
    AnyOf,
    Condition,
    HasDiploma,
    HasSubject,
    MustDo,
    Rule,
    Unstated,
)
from knowledge.catalogue.types import OfferKind
from knowledge.catalogue.wording import number

PROFILES = ("NT", "NG", "EM", "CM")

CROHO_LEVELS = {"3": "hbo-bachelor", "4": "hbo-master", "5": "wo-bachelor", "6": "wo-master", "8": "ad"}
"""The level of a programme by the first digit of its CROHO (ISAT) code of five digits."""

REQUIREMENTS = {
    "assessment interview": MustDo("intake"),
    "entry test": MustDo("toelatingstoets"),
    "written request": MustDo("schriftelijk verzoek"),
    "selection": MustDo("selectie"),
}
"""Requirement types that a person can still meet. The others are named, not judged."""

PREVIOUS_EDUCATION = "vooropleiding"
"""A requirement without a description that the profiles and routes spell out, where there are any."""

REQUIREMENT_WORDS = {
    "previous education": PREVIOUS_EDUCATION,
    "grade average": "gemiddeld cijfer",
    "language test": "taaltoets",
    "grade list": "cijferlijst",
    "additional subject": "extra vak",
    "knowledge minimum": "minimale kennis",
    "certified competences": "aangetoonde competenties",
    "professional experience": "werkervaring",
}


def admission_rule(program: Any, rule_id: str, kind: OfferKind, about: Provenance) -> Rule | None:
    """Return the admission rule of a programme, None where the document states none.

    One of the profiles or routes must hold; the application requirements hold for everybody.
    """
    ways = [*_profiles(program, kind), *_routes(program)]
    requirements = [
        (condition, words)
        for condition, words in _requirements(program)
        if not (ways and condition == Unstated(PREVIOUS_EDUCATION))
    ]
    if not ways and not requirements:
        return None
    parts: list[Condition] = [_any([condition for condition, _ in ways])] if ways else []
    parts += [condition for condition, _ in requirements]
    text = _text([words for _, words in ways], [words for _, words in requirements], _languages(program))
    return Rule(rule_id, parts[0] if len(parts) == 1 else AllOf(tuple(parts)), about, text)


def _any(conditions: list[Condition]) -> Condition:
    unique = tuple(dict.fromkeys(conditions))
    return unique[0] if len(unique) == 1 else AnyOf(unique)


def _profiles(program: Any, kind: OfferKind) -> Iterator[tuple[Condition, str]]:
    """Yield a condition and its wording per `admissableProgram`; its additional subjects all hold."""
    levels = ("havo", "vwo") if kind is OfferKind.HBO_BACHELOR else ("vwo",)
    for element in children(program, "programClassification", "admissableProgram"):
        profile = first(element, "profile")
        texts = [text for child in children(element, "additionalSubject") if (text := first(child))]
        subjects = _merged([subjects_condition(text) for text in texts])
        if profile in PROFILES:
            base: Condition = HasDiploma(levels, profiles=(profile,))
            words = f"{' of '.join(levels)} met profiel {profile}"
        elif profile == "HBO-p":
            base, words = HasDiploma(("hbo-propedeuse",)), "hbo-propedeuse"
        elif profile in REQUIREMENTS:
            base, words = REQUIREMENTS[profile], "selectie"
        else:
            base, words = Unstated(f"profiel {profile}"), f"profiel {profile}"
        detail = f" ({'; '.join(texts)})" if texts else ""
        yield (AllOf((base, *subjects)) if subjects else base), words + detail


def _merged(conditions: list[Condition]) -> tuple[Condition, ...]:
    """Return conditions that must all hold without repeats; a choice that another one decides is dropped."""
    flat: dict[Condition, None] = {}
    for condition in conditions:
        flat.update(dict.fromkeys(condition.parts if isinstance(condition, AllOf) else (condition,)))
    single = {part.subjects[0] for part in flat if isinstance(part, HasSubject) and len(part.subjects) == 1}
    return tuple(
        part
        for part in flat
        if not (isinstance(part, HasSubject) and len(part.subjects) > 1 and single & set(part.subjects))
    )


def _routes(program: Any) -> Iterator[tuple[Condition, str]]:
    """Yield a condition and its wording per `studyRoute`."""
    for route in children(program, "programCurriculum", "studyRoute"):
        programs = [_required(required) for required in children(route, "requiredProgram")]
        parts: list[Condition] = [condition for condition, _ in programs if condition is not None]
        words = ", ".join(text for _, text in programs if text) or "route"
        if "deficiency" in first(route, "routeType"):
            credits = number_of(first(route, "deficiencyCredits")) or 0
            task = f"deficiëntieprogramma van {number(credits)} EC" if credits else "deficiëntieprogramma"
            parts.append(MustDo(task))
            words += f", {task}"
        exempt = number_of(first(route, "exemptionCredits")) or 0
        words += f", vrijstelling van {number(exempt)} EC" if exempt else ""
        for element in children(route, "routeRequirement"):
            parts.append(_requirement(first(element, "requirementType")))
        description = in_language(route, "routeDescription")
        if description:
            parts.append(MustDo("selectie") if _is_selection(description) else Unstated(description))
            words += f" ({description})"
        if parts:
            yield (parts[0] if len(parts) == 1 else AllOf(tuple(parts))), words


def _is_selection(description: str) -> bool:
    return description.casefold().strip(" .") in (
        "selectieprocedure",
        "strenge selectieprocedure",
        "plus selectieprocedure",
    )


def _required(element: Any) -> tuple[Condition | None, str]:
    """Return the diploma of an earlier programme: its level from the CROHO code, the code as its field."""
    code, school, local_id = (first(element, name) for name in ("crohoCode", "orgUnitId", "programId"))
    words = " ".join(
        part
        for part in (
            f"CROHO {code}" if code else "",
            school and f"van {school}",
            local_id and f"({local_id})",
        )
        if part
    )
    level = CROHO_LEVELS.get(code[:1]) if len(code) == 5 and code.isdigit() else None
    if level is None:
        return (Unstated(f"opleiding {words}") if words else None), words
    return HasDiploma((level,), fields=(f"CROHO {code}",)), words


def _requirements(program: Any) -> Iterator[tuple[Condition, str]]:
    """Yield a condition and its wording per type of `applicationRequirement`."""
    for element in children(program, "programClassification", "applicationRequirement"):
        description = in_language(element, "requirementDescription")
        for child in children(element, "requirementType"):
            kind = first(child)
            condition = _requirement(kind)
            word = REQUIREMENT_WORDS.get(kind, condition.what if isinstance(condition, MustDo) else kind)
            if isinstance(condition, Unstated) and description:
                condition = Unstated(f"{word}: {description}")
            yield condition, f"{word}: {description}" if description else word


def _requirement(kind: str) -> Condition:
    return REQUIREMENTS.get(kind) or Unstated(REQUIREMENT_WORDS.get(kind, kind))


def _languages(program: Any) -> list[str]:
    tests = []
    for element in children(program, "programInternationalization", "languageRequirement"):
        exam, score = first(element, "languageExam"), first(element, "minimumScore")
        if exam and score:
            tests.append(f"{exam} {score}")
    return tests


def _text(ways: list[str], requirements: list[str], tests: list[str]) -> str:
    parts = []
    if ways:
        parts.append(f"Toelaatbaar met een van: {'; '.join(dict.fromkeys(ways))}.")
    if requirements:
        parts.append(f"Nodig bij de aanmelding: {'; '.join(dict.fromkeys(requirements))}.")
    if tests:
        parts.append(f"Taaleis voor wie geen Nederlands diploma heeft: {'; '.join(dict.fromkeys(tests))}.")
    return " ".join(parts)
