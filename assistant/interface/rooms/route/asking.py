"""The one deciding question as a small form, and its answer in the profile. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.interface.escaping import escaped
from assistant.interface.rooms.route.desk import Choices
from assistant.interface.rooms.route.reading import (
    EMPLOYERS,
    LANGUAGES,
    LEVELS,
    MOST,
    NONE,
    Fields,
    day_of,
    number_of,
)
from assistant.interface.texts import Texts
from assistant.profile import PROFILES
from assistant.routes.atoms import CEFR
from assistant.routes.deciding import OTHER
from assistant.routes.types import DecidingQuestion
from assistant.routes.wording import question_text

KEYS = (
    "diplomas",
    "profile",
    "fields",
    "subjects",
    "age",
    "birth_date",
    "experience",
    "language",
    "employer",
)
"""The facts that the planner asks for (`assistant.routes.deciding`)."""

NUMBERS = {"age": "leeftijd", "experience": "jaren"}


def question_html(question: DecidingQuestion, texts: Texts, *, is_wrong: bool = False) -> str:
    """Return the question as a form; `is_wrong` after an answer that could not be read."""
    about = "".join(question.values.get("level", ()))
    hidden = (
        f'<input type="hidden" name="vraag" value="{escaped(question.key)}">'
        f'<input type="hidden" name="over" value="{escaped(about)}">'
    )
    asked = escaped(question_text(question, texts.language))
    error = f'<p class="lw-fout" id="antwoord-fout">{texts["error_answer"]}</p>' if is_wrong else ""
    return (
        f'<form method="post" action="/route/antwoord" class="lw-kaart lw-beslisvraag" id="vraag">{hidden}'
        f"<fieldset><legend>{asked}</legend><p>{texts['question_why']}</p>{error}"
        f"{_input(question, asked, texts)}</fieldset>"
        f'<button class="lw-eerste">{texts["question_send"]}</button></form>'
    )


def _input(question: DecidingQuestion, asked: str, texts: Texts) -> str:
    if question.key in NUMBERS:
        label = texts["label_age" if question.key == "age" else "label_years"]
        return (
            f'<label for="antwoord">{label}</label> <input id="antwoord" name="antwoord" inputmode="decimal" '
            'size="6" required>'
        )
    if question.key == "birth_date":
        return f'<input type="date" name="antwoord" aria-label="{asked}" required>'
    kind = "checkbox" if question.key == "subjects" else "radio"
    return "".join(
        f'<p><label class="lw-kies"><input type="{kind}" name="antwoord" value="{escaped(value)}"> {label}</label></p>'
        for value, label in _options(question, texts)
    )


RARE = ("de-hauptschule", "de-meister", "uk-a-levels", "uk-gcse", "ib")
"""Diplomas that the form has and this question, which most people answer in a glance, leaves to "another from abroad"."""


def _options(question: DecidingQuestion, texts: Texts) -> list[tuple[str, str]]:
    if question.key == "diplomas":
        named = [level for level in LEVELS if level in question.options and level not in RARE]
        return [*((one, texts[f"level_{one}"]) for one in named), (NONE, texts["level_none"])]
    if question.key == "profile":
        return [(one, texts[f"profile_{one}"]) for one in PROFILES]
    if question.key == "subjects":
        return [*((one, escaped(one)) for one in question.options), (NONE, texts["subjects_none"])]
    if question.key == "fields":
        return [*((one, escaped(one)) for one in question.options), (OTHER, texts["field_other"])]
    if question.key == "language":
        return [(level, level) for level in CEFR]
    return [(name, texts[f"employer_{name}"]) for name in EMPLOYERS]


def with_answer(profile: Mapping[str, Any], fields: Fields, choices: Choices) -> dict[str, Any] | None:
    """Return the profile with the answer in it; None when there is no answer that can be read."""
    key, about = "".join(fields.get("vraag", ())[:1]), "".join(fields.get("over", ())[:1])
    values = tuple(value.strip() for value in fields.get("antwoord", ()) if value.strip())
    if key not in KEYS or not values:
        return None
    if key in ("profile", "fields", "subjects"):
        return _of_diploma(profile, key, about, values, choices)
    told = _of_person(profile, key, about, values[0])
    return None if told is None else {**profile, **told}


def _of_person(profile: Mapping[str, Any], key: str, about: str, value: str) -> dict[str, Any] | None:
    if key in NUMBERS:
        return _number(profile, key, value)
    if key == "birth_date":
        day = day_of(value)
        return {"birth_date": day.isoformat()} if day else None
    return _chosen(profile, key, about, value)


def _chosen(profile: Mapping[str, Any], key: str, about: str, value: str) -> dict[str, Any] | None:
    if key == "diplomas" and value in (*LEVELS, NONE):
        return {"diplomas": [] if value == NONE else [{"level": value}]}
    if key == "language" and about in LANGUAGES and value in CEFR:
        return {"languages": {**(profile.get("languages") or {}), about: value}}
    if key == "employer" and value in EMPLOYERS:
        has, recognised = EMPLOYERS[value]
        return {"has_employer": has, "is_recognised_employer": recognised}
    return None


def _number(profile: Mapping[str, Any], key: str, value: str) -> dict[str, Any] | None:
    number = number_of(value)
    if number is None or number > MOST[NUMBERS[key]]:
        return None
    if key == "age":
        return {"age": int(number)} if number == int(number) else None
    work = {"years": number, "occupation": profile.get("job") or ""}
    return {"experience": [work] if number else []}


def _of_diploma(
    profile: Mapping[str, Any], key: str, about: str, values: Sequence[str], choices: Choices
) -> dict[str, Any] | None:
    """Return the profile with a fact told of its diplomas of the level `about`."""
    diplomas = profile.get("diplomas") or []
    fact: object
    if key == "profile":
        fact = values[0] if values[0] in PROFILES else None
    elif key == "fields":
        known = values[0] in choices.fields or values[0] == OTHER
        fact = [values[0], *choices.broader.get(values[0], ())] if known else None
    else:
        fact = [name for name in choices.subjects if name in values]
        if not fact and NONE not in values:
            fact = None
    if fact is None or all(one.get("level") != about for one in diplomas):
        return None
    changed = [{**one, key: fact} if one.get("level") == about else one for one in diplomas]
    return {**profile, "diplomas": changed}
