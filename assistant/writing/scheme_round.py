"""Whether a scheme can be applied for now: yes or no first, by the rounds of its record, and what no source says of them.

The last day of a scheme is not the last day to apply: where the rounds are not known, that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.routes.conditions import atoms_of
from assistant.routes.phrases import part
from assistant.types import Outcome, Request, Sentence
from assistant.writing.record_desk import Desk, written
from assistant.writing.scheme_names import named_schemes
from assistant.writing.scheme_words import UPPER_BOUND, window
from assistant.writing.seam import Written
from assistant.writing.translated import translation_of
from knowledge.catalogue.rules import MustDo
from knowledge.catalogue.types import Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.types import RecordRef

APPLYING = re.compile(
    r"\b(?:aanvra\w+|aan te vragen|vraag\b.*\baan|aanvraag\w*|tijdvak\w*|deadline|ronde|open|geopend|dicht|gesloten|weer"
    r"|apply|application|round|closed|again|beantrag\w+|antrag\w*|frist|offen|geschlossen|wieder)\b",
    re.IGNORECASE,
)
"""How applying is spoken of."""

WHEN = re.compile(
    r"\b(?:wanneer|nog|nu|nou|weer|dit jaar|volgend jaar|periode|tijdvak\w*|deadline|ronde|open|geopend|dicht|gesloten|20\d\d|straks|vandaag"
    r"|when|still|now|again|this year|next year|period|round|closed|today|wann|noch|jetzt|wieder|dieses jahr|frist|offen|geschlossen|heute|zeitraum)\b",
    re.IGNORECASE,
)
"""How a day or period is asked."""

ASKS_DAY = re.compile(
    r"\b(?:wanneer|(?:welke|wat voor) (?:datum|dag)|when|(?:what|which) (?:date|day)|wann|welche[mn]? (?:datum|tag))\b",
    re.IGNORECASE,
)
"""How a day of another year is asked, once a talk is about a scheme ("en in 2027, vanaf welke datum?")."""

WHO_OR_WHERE = re.compile(
    r"^\s*(?:wie|who|wer)\b|\b(?:waar|hoe|where|how|wo|hoeveel|wat krijg)\b|\bals (?!werkgever|bedrijf)\w+",
    re.IGNORECASE,
)
"""How something else is asked of applying: by whom, where, how, or how much."""

ROUND_WORDS = frozenset(
    [
        "datum",
        "date",
        "tijdvak",
        "tijdvakken",
        "periode",
        "ronde",
        "weer",
        "dicht",
        "gesloten",
        "geopend",
        "aanvraagperiode",
        "aanvraagronde",
        "aanvraagtijdvak",
        "volgend",
        "volgende",
        "jaar",
        "nu",
        "straks",
        "vandaag",
        "welke",
        "apply",
        "again",
        "round",
        "closed",
        "period",
        "when",
        "wieder",
        "frist",
        "geschlossen",
        "zeitraum",
        *("klopt", "waar", "dat", "gehoord", "gelezen", "hoorde", "las", "weet", "zeker", "gaat", "wordt"),
        *(
            "true",
            "correct",
            "right",
            "heard",
            "read",
            "that",
            "stimmt",
            "wahr",
            "richtig",
            "dass",
            "gehort",
            "gelesen",
        ),
    ]
)


def scheme_round(request: Request, desk: Desk) -> Written | None:
    """Return whether the one scheme that a question names can be applied for, None for any other question."""
    text = request.question.text
    asks_another_year = bool(request.question.history and request.years) and ASKS_DAY.search(text) is not None
    asks_round = APPLYING.search(text) is not None and WHEN.search(text) is not None
    if not (asks_round or asks_another_year) or WHO_OR_WHERE.search(text):
        return None
    before = (
        [turn.text for turn in request.question.history if turn.role == "user"] if asks_another_year else []
    )
    named = named_schemes(request.standalone_question, desk.catalogue.schemes(), before)
    asked = named_schemes(text, desk.catalogue.schemes()) if asks_another_year else named
    if len(named.schemes) != 1 or not asked.asks_no_more_than(ROUND_WORDS, request.language):
        return None
    scheme = named.schemes[0]
    state = scheme_state(scheme, desk.today)
    if state is SchemeState.ENDED or not (scheme.windows or scheme.closes or scheme.is_unconfirmed):
        return None  # documents say when and why it ended; of one that always is open they say how
    return _told(scheme, state, request, desk)


def state_told(scheme: Scheme, desk: Desk) -> Written:
    """Return whether a scheme that has not ended is there: its rounds or its last day, else that no end of it is known."""
    state = scheme_state(scheme, desk.today)
    if scheme.windows and state is SchemeState.CLOSED:
        said = [desk.words.fill("round_stands_closed", _values(scheme, desk))]
    elif scheme.windows or scheme.closes is not None or state is not SchemeState.OPEN:
        said = _round(scheme, state, desk)
    else:
        said = [desk.words.fill("round_stands", _values(scheme, desk))]
    return _card(scheme, said, (), desk)


def _told(scheme: Scheme, state: SchemeState, request: Request, desk: Desk) -> Written:
    asked = [
        year for year in request.years if not any(year == str(first.year) for first, _ in scheme.windows)
    ]
    return _card(scheme, _round(scheme, state, desk), asked, desk)


def _card(scheme: Scheme, said: Sequence[str], unknown: Sequence[str], desk: Desk) -> Written:
    """Return what is said of a scheme and what it is, after the years of which its rounds are unknown."""
    citer = desk.citer("scheme", [scheme.id])
    cited = citer.cite(("scheme", scheme.id), (), scheme.provenance)
    sentences = [desk.worded(text, cited) for text in said]
    if unknown:
        text = desk.words.fill("round_year_unknown", {"years": desk.words.join(unknown)})
        sentences.insert(0, desk.notice(text))
    steps = (one for one in atoms_of(scheme.condition) if isinstance(one, MustDo))
    sentences += [_must_do(one, desk, cited) for one in steps if DIGIT.search(one.what) is None]
    summary = translation_of(scheme.summary, desk.words.language) or scheme.summary
    sentences.append(desk.worded(summary, cited))
    answer = written(sentences, citer, [RecordRef("scheme", scheme.id, scheme.name)])
    return answer if scheme.windows and not unknown else replace(answer, outcome=Outcome.PARTLY)


def _round(scheme: Scheme, state: SchemeState, desk: Desk) -> list[str]:
    """Return whether a scheme is open, with its rounds where these are known, else that they are not."""
    words, values = desk.words, _values(scheme, desk)
    if scheme.windows:
        return [words.fill(f"round_{state.value}", values)]
    if scheme.closes is not None and UPPER_BOUND not in scheme.provenance.note:
        return [words.fill("round_runs_until", {**values, "date": words.day(scheme.closes)})]
    return [words.fill("round_unconfirmed", values)]


def _values(scheme: Scheme, desk: Desk) -> dict[str, str]:
    rounds = "; ".join(window(first, last, desk.words) for first, last in scheme.windows)
    return {"scheme": scheme.name, "rounds": rounds, "date": ""}


DIGIT = re.compile(r"\d")
"""A step with a date or an amount is left out: the words of the record do not hold it, so that nobody could check it there."""


def _must_do(step: MustDo, desk: Desk, cited: tuple[int, ...]) -> Sentence:
    text = part(step.what, desk.words.language)
    return desk.worded(desk.words.fill("round_must", {"step": text}), cited)
