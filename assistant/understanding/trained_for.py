"""Whether a message asks which programme trains for a trade, and for which: "Welke opleiding voor domotica specialist?". Pure."""

from __future__ import annotations

import re

from assistant.types import Language
from assistant.understanding.job_words import is_job
from knowledge.catalogue.folding import folded

_ASKED = re.compile(
    r"\b(?:opleiding|opleidingen|studie|studies|cursus|cursussen|scholing|training|leerweg|course|courses|programme|programmes|program|study|degree"
    r"|ausbildung|ausbildungen|studium|kurs|kurse|weiterbildung)\b"
    r"(?: \w+){0,5}? (?:voor|tot|om|als|(?:hoort|horen|hoorde|past|passen) bij|for|to become|to be|fur|zum|zur|als)"
    r" (?:(?:een|de|het|an?|the|einen?|eine[nr]?|die|der|den) )?(?P<trade>(?:\w+ ){0,3}?\w+)"
    r"(?: (?:te|zu) (?:kunnen )?(?:worden|werden)| worden| werden)?"
    r"(?: (?:in|te|bij|near|at|nahe|rond|omgeving) .*)?$"
)

_WORKED_ON = re.compile(
    r"\b(?:mbo|opleiding|opleidingen|cursus|leren|leer|doen|papieren|course|training|learn|ausbildung|lernen)\b.{0,40}?"
    r"\b(?:op|met|aan|on|with|an|mit) (?:(?:een|de|het|n|an?|the|einem|einer) )?(?P<tool>\w{6,})"
    r"(?: (?:wil|wilt|wilde|gaan|ga|te|kunnen|will|zu)){0,3} (?:werken|arbeiten)\b"
    r"|\b(?:course|training|learn)\b.{0,30}?\b(?:to )?(?:operate|work (?:on|with)) (?:an? |the )?(?P<operated>\w{6,})"
)
"""A programme that is asked for working on or with something: "wat voor mbo als je op een graafmachine wilt werken?"."""


def tool_trained_for(text: str) -> str:
    """Return the folded name of the thing that somebody wants to learn to work with, "" where a message asks no such thing."""
    match = _WORKED_ON.search(folded(text))
    return (match["tool"] or match["operated"]) if match else ""


MOST_WORDS = 4
"""Words of the longest trade that is looked for."""


def trade_trained_for(text: str) -> str:
    """Return the folded name of the trade for which a message asks a programme, "" where it asks that of nothing that ends as a trade does."""
    match = _ASKED.search(folded(text))
    if match is None:
        return ""
    words = match["trade"].split()
    has_job = any(is_job(word, language) for word in words for language in Language)
    return " ".join(words) if has_job or words[-1].endswith(ENDINGS) else ""


ENDINGS = ("kundige", "deskundige", "specialist", "installatrice", "expert", "gineur", "meister")
"""Endings of trades beside those of `jobs.yaml`, which tell of work that somebody has: these are studied for."""
