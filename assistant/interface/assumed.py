"""What an answer took for told about a person, as chips: each begins a correction, and all can go along to Mijn route. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.interface.escaping import escaped, one_line
from assistant.interface.texts import Texts

PLAIN = ("age", "job", "hours_per_week", "budget_euro", "place", "travel_km")
"""Facts whose value is shown as it is, in the words of the texts."""

CLAIMS = ("keeps_working", "has_employer")

ROUTE_WITH_THIS = "/route/overnemen"


def assumed_html(assumed: Mapping[str, Any], texts: Texts) -> str:
    """Return the facts as chips that put the beginning of a correction into the text box; "" for no facts.

    `assumed` has the form of `assistant.routes.profile_json`. The form beside them takes the facts along.
    """
    chips = "".join(
        f'<li><button type="button" class="lw-chip" data-vul="{escaped(texts[f"correct_{key}"])} ">'
        f'{one_line(shown)} <span aria-hidden="true">✎</span>'
        f'<span class="lw-alleen-hoorbaar">{texts["fact_change"]}</span></button></li>'
        for key, shown in facts_of(assumed, texts)
    )
    if not chips:
        return ""
    told = escaped(json.dumps(dict(assumed), ensure_ascii=False))
    return (
        f'<section class="lw-filters lw-uitgaan"><h3>{texts["assumed"]}</h3><ul>{chips}</ul>'
        f'<form method="post" action="{ROUTE_WITH_THIS}" class="lw-overnemen"><input type="hidden" name="profiel" value="{told}">'
        f'<button type="submit" class="lw-kopieer">{texts["assumed_route"]}</button></form></section>'
    )


def facts_of(assumed: Mapping[str, Any], texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield the key of each fact with the words that show it; what has no words of its own is left to the answer."""
    for diploma in _many(assumed.get("diplomas")):
        yield "diplomas", _diploma(diploma, texts)
    if assumed.get("diplomas") == []:
        yield "diplomas", texts["fact_no_diploma"]
    for key in PLAIN:
        if assumed.get(key) not in (None, ""):
            yield key, texts[f"fact_{key}"].format(value=_number(assumed[key]))
    for key in CLAIMS:
        if isinstance(assumed.get(key), bool):
            yield key, texts[f"fact_{key}_{'yes' if assumed[key] else 'no'}"]


def _diploma(diploma: Mapping[str, Any], texts: Texts) -> str:
    parts = [str(diploma.get("level", "")), str(diploma.get("profile") or "")]
    parts += [str(name) for name in _texts(diploma.get("fields"))[:1]]
    passed = [*_texts(diploma.get("subjects")), *_texts(diploma.get("some_subjects"))]
    lacked = [*_texts(diploma.get("missing_profiles")), *_texts(diploma.get("missing_subjects"))]
    missing = [f"{texts['fact_without']} {name}" for name in lacked]
    return ", ".join(part for part in (" ".join(p for p in parts if p), *passed, *missing) if part)


def _many(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list | tuple) else []


def _texts(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
