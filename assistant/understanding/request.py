"""From a question in its conversation to a request that stands on its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.types import Language, Question, Request, Turn
from assistant.understanding.difference import with_both
from assistant.understanding.focus import beside, focus_of, in_words
from assistant.understanding.framing import unframed
from assistant.understanding.language_meant import language_meant
from assistant.understanding.leaning import (
    asks_again,
    asks_more,
    asks_role,
    capitals,
    leans,
    naming,
    opens,
    points_back,
)
from assistant.understanding.ordinal import by_place
from assistant.understanding.plain import in_full
from assistant.understanding.reasons import without_reason
from assistant.understanding.replacing import in_full_years, instead
from assistant.understanding.that_occupation import with_occupation
from assistant.understanding.weighing import (
    of_topic,
    with_abbreviations,
    with_names,
    without_everyday,
    without_situation,
)
from knowledge.types import QuestionWord


def understand(
    question: Question, detect: Callable[[str], str], about: Sequence[Turn] | None = None
) -> Request:
    """Return the request: the language of the answer, and the question with what it leans on.

    `about` are the turns in which the talk got its topic, before all others; None for all alike. Chat words are written in
    full, in the earlier turns too, and what stands around a message is left out. A follow-up ("hoe lang duurt dat?") gets what the talk is
    about beside it; one that asks for more is the earlier question again.
    """
    language = language_meant(question, detect)
    said = in_words(question.history, language)
    plain = in_full_years(without_reason(unframed(in_full(question.text, language), language)))
    pointed = with_occupation(by_place(plain, said, language), said, language)
    whole = with_both(pointed, (*(about or ()), *said), language)
    asked = replace(question, text=whole, history=said)
    wants_more = asks_more(asked.text, language)
    focus = None
    if leans(asked.text, language):
        focus = focus_of(about or (), language) or focus_of(asked.history, language)
    standalone = asked.text
    if focus is not None and wants_more:
        standalone = focus.first
    elif focus is not None and asks_again(asked.text, language):
        standalone = instead(focus.question, asked.text, language)
    elif focus is not None:
        standalone = beside(asked.text, focus.names, language)
    return Request(
        question=asked,
        language=language,
        standalone_question=standalone.strip(),
        topic=focus.names if focus is not None else "",
        wants_more=wants_more and focus is not None,
    )


def weighed(request: Request, words: Sequence[QuestionWord]) -> tuple[QuestionWord, ...]:
    """Return the words that an index knows of a request, with what an answer need not repeat made light.

    That is what the person tells of themselves, everyday speech, and of a question that is asked again what may be replaced.
    """
    text = request.question.text
    told = without_situation(words, situation(text))
    lighter = without_everyday(told, request.standalone_question, request.language)
    clipped = frozenset(CLIPPED.findall(request.standalone_question.lower()))
    lighter = tuple(word for word in lighter if word.forms[0] not in clipped) or lighter
    if amount := AMOUNT_OF.search(request.standalone_question):
        lighter = without_situation(lighter, amount.group("of"))
    named = with_abbreviations(with_names(lighter, capitals(request.standalone_question)))
    if request.fresh:
        return of_topic(named, request.fresh)
    proper = " ".join(word for word in request.topic.split() if not word.islower())
    if asks_again(text, request.language):  # "en VCA?": what was asked of the other one is asked of this one
        proper = " ".join(word for word in request.standalone_question.split() if word.islower())
    elif not proper:
        return named
    return of_topic(named, f"{text} {proper}") if request.topic else named


CLIPPED = re.compile(r"(?<=['’])[a-z]\b|\b[a-z](?=['’])")
"""The letter that is left of a little word ("zo'n", "'t", "what's"): it is no name of a group."""

AMOUNT_OF = re.compile(
    r"\b(?:hoeveel|how much|wie ?viel)\s+(?P<of>geld|subsidie|euro|budget|bijdrage|steun|funding|money|subsidy|support|förderung|zuschuss)\b",
    re.IGNORECASE,
)
"""An amount that is asked for by a word that an answer with the amount need not repeat."""

RELATIVE = (
    (0, re.compile(r"\b(?:dit (?:school|studie)?jaar|this year|dieses jahr)\b", re.IGNORECASE)),
    (
        1,
        re.compile(
            r"\b(?:volgend|komend) (?:school|studie)?jaar\b|\bnext year\b|\bnächste[sn]? jahr\b",
            re.IGNORECASE,
        ),
    ),
    (
        -1,
        re.compile(
            r"\b(?:vorig|afgelopen) (?:school|studie)?jaar\b|\blast year\b|\bletzte[sn]? jahr\b",
            re.IGNORECASE,
        ),
    ),
)
"""Words for a year, with how far it is from this one."""


def years_asked(text: str, this_year: int) -> tuple[str, ...]:
    """Return the years that a question names, in figures or as next or last year."""
    named = re.findall(r"\b(?:19|20)\d\d\b(?![.,]\d| (?:euro|studenten|mensen|vacatures))", text)
    relative = [str(this_year + away) for away, pattern in RELATIVE if pattern.search(text)]
    return tuple(dict.fromkeys((*named, *relative)))


def needs_what_was_said(request: Request) -> bool:
    """Say whether a question points at something, or goes on from it, while nothing was said that it can mean."""
    text = request.question.text
    if request.topic or (not request.question.history and _names_first(text, request.language)):
        return False
    is_value_alone = len(text.split()) <= LONGEST_VALUE and not naming(text, request.language)
    return points_back(text, request.language) or asks_role(text) or is_value_alone


def _names_first(text: str, language: Language) -> bool:
    """Say whether a message names before a comma what its question points at ("stap budget, wanneer zijn ze daar mee gestopt")."""
    named, comma, asked = text.partition(",")
    return (
        bool(comma)
        and len(named.split()) <= LONGEST_NAME
        and bool(naming(named, language))
        and opens(asked, language)
    )


LONGEST_NAME = 4
"""Words of the longest name before a question."""


def points_at_nothing(request: Request) -> bool:
    """Say whether a first message asks of a thing that it only points at ("Hoe lang duurt die cursus?"): of which, must be asked."""
    text = request.question.text
    if request.topic or request.question.history:
        return False
    return THAT_THING.search(text) is not None and not naming(text, request.language)


THAT_THING = re.compile(
    r"\b(?:die|dat|deze|dit) (?:cursus|opleiding|studie|regeling|subsidie|school|fonds|project|certificaat|examen|lening|training)\b"
    r"|\b(?:that|this) (?:course|programme|program|study|scheme|subsidy|school|fund|project|certificate|exam|loan|training)\b"
    r"|\b(?:diese[rsnm]?|jene[rsnm]?) (?:kurs|ausbildung|studium|studiengang|förderung|schule|fonds|projekt|zertifikat|prüfung|darlehen)\b",
    re.IGNORECASE,
)

LONGEST_VALUE = 2
"""Words of a message that asks for a value and says of nothing ("telefoon", "max bedrag")."""


SITUATION = re.compile(
    r"(?:^\s*ben(?= (?:een )?\w+)|^\s*(?:werk|woon)(?= (?:al|in|bij|als)\b)|^\s*(?:een |mijn |onze )?(?:klant|cliënt|kandidaat|medewerker|werknemer) (?:is|heeft|werkt|woont|zit)"
    r"|\bik (?:ben|werk|heb|zit|woon|doe|kom)|\bals ik|\bi (?:am|work|have|live|come)|\bi'm|\bif i|\bich (?:bin|arbeite|habe|wohne|komme)|\bwenn ich"
    r"|\bons \w+ (?:zit|is|staat|heeft|werkt)|\b(?:wij|we) (?:zijn|hebben|zitten|werken)|\bwe (?:are|have)|\bour (?:company|business|firm) (?:is|has)"
    r"|\bwir (?:sind|haben|arbeiten)|\bunser \w+ (?:ist|hat|sitzt))\b"
    r"(?P<about>[^.?!;]*?)(?=[.?!;,]|\b(?:en|maar|and|but|und|aber) (?:ik )?(?:wil|zou|zoek|want|would|möchte|will|suche)\b|$)",
    re.IGNORECASE,
)
"""What a person says of their own situation, up to what they want or ask."""

ASKS = re.compile(
    r"\b(?:wil|wilde|zoek|kan|mag|moet|want|can|may|must|möchte|kann|darf|muss)\b", re.IGNORECASE
)


def situation(text: str) -> str:
    """Return the parts of a message that tell about the person, when another part asks or wants something.

    Age, town and job steer an answer, but an answer need not repeat them. "" when the message is nothing else.
    """
    spans = [
        match.group("about") for match in SITUATION.finditer(text) if not ASKS.search(match.group("about"))
    ]
    rest = text
    for span in spans:
        rest = rest.replace(span, " ", 1)
    left = re.findall(r"\w{3,}", rest)
    says_more = len(left) >= SAYS_MORE or len(WAYS_OF_LEARNING.findall(rest)) > 1
    if POINTS_AT.search(rest):  # "Ik heb een ervaringscertificaat. Is dat een diploma?" asks of that thing
        spans = [A_THING.sub(" ", span) for span in spans]
    return " ".join(spans) if says_more else ""


POINTS_AT = re.compile(
    r"\b(?:dat|dit|daar(?:mee|van|voor|aan|over)|hier(?:mee|voor)|er(?:mee|voor|van)|that|this|it|das|dies\w*|damit|dafür)\b",
    re.IGNORECASE,
)
A_THING = re.compile(r"(?<=\b)(?:zo['’]n|een|an?|eine?[nrm]?) [\w-]{6,}", re.IGNORECASE)
"""What a message tells somebody has or did, and then may point at."""


WAYS_OF_LEARNING = re.compile(r"\b(?:bbl|bol|evc|voltijd|deeltijd|duaal)\b", re.IGNORECASE)
"""Two of these are a question by themselves: "bbl of bol?"."""


SAYS_MORE = 4
"""Words of three letters or more that must be left for a message to ask something besides."""
