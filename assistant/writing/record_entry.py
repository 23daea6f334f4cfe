"""What entry to a kind of school needs, for who names a school or a kind and nothing of themselves: the rules for everybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.types import Request, Sentence
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_found import ALIVE
from assistant.writing.seam import Written
from assistant.writing.translated import translation_of
from knowledge.catalogue.queries import OfferFilter
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Organisation
from knowledge.catalogue.validity import is_in_force
from knowledge.language.normalisation import fold

_WHO = r"(?:ik|je|jij|we|hij|zij|ze|men|iemand|(?:mijn|onze|m'n|mn) \w+|i|you|my \w+|man|ich|mein\w* \w+)"
ASKS_ENTRY = re.compile(
    r"\b(?:toelatings(?:eisen|eis|voorwaarden)|toelating|ingangseisen|vooropleidingseisen|welke (?:vooropleiding|eisen)|wat (?:heb|moet|heeft) .{0,30}\b(?:nodig|hebben)|welke? diploma'?s?"
    rf"|(?:mag|kan|kun|kunnen|mogen) {_WHO} (?:\w+ )?(?:naar|worden toegelaten|toegelaten worden|terecht)|hoe kom {_WHO} (?:op|bij|in)"
    rf"|(?:admission|entry|entrance) requirements?|what (?:do|does) {_WHO} need|which diploma|(?:can|may) {_WHO} (?:go to|get into|enter|be admitted)"
    rf"|zulassungsvoraussetzungen|zugangsvoraussetzungen|welche voraussetzungen|was brauch\w* {_WHO}|welchen abschluss|(?:kann|darf) {_WHO} (?:an|auf|zu[rm]?)|wie komme {_WHO} (?:an|auf|zu[rm]?))\b",
    re.IGNORECASE,
)
"""A question for what entry needs."""

KINDS = {
    "mbo": ("mbo-1", "mbo-2", "mbo-3", "mbo-4"),
    "hbo": ("hbo-bachelor", "ad"),
    "wo": ("wo-bachelor",),
}
"""Kinds of schools, each with the kinds and levels of programmes whose rules of entry are told."""

NAMED = {
    "mbo": re.compile(r"\b(?:het )?(?:mbo|roc)\b(?![- ]?[1-4])", re.IGNORECASE),
    "hbo": re.compile(
        r"\b(?:hbo(?:-bachelor)?|hogeschool|fachhochschule|university of applied sciences)\b", re.IGNORECASE
    ),
    "wo": re.compile(
        r"\b(?:wo(?:-bachelor)?|universiteit|university(?! of applied)|universität|uni)\b", re.IGNORECASE
    ),
}
OF_OFFERS = {"mbo": "mbo", "hbo-bachelor": "hbo", "ad": "hbo", "wo-bachelor": "wo"}

SAID = re.compile(
    r"toelat\w*|toegelaten|ingang\w*|vooropleid\w*|eis\w*|voorwaard\w*|nodig|hebben|diploma\w*|opleiding\w*|bachelor\w*|admi\w*|entry|entrance|require\w*|need\w*|get|into|zulass\w*|zugang\w*"
    r"|voraussetz\w*|brauch\w*|abschl\w*|komm\w*|terecht|zoon|dochter|kind|son|daughter|child|sohn|tochter|school|schule|mbo|hbo|wo|roc|hogeschool|universit\w*|uni|college|enter|beginnen|starten|start|begin",
    re.IGNORECASE,
)
"""Words that such a question may have beside the name of a school: with another one it asks something else."""


def entry_in_general(request: Request, desk: Desk) -> Written | None:
    """Return the rules of entry of the kind of school that is named, by itself or by a school; None for any other question."""
    text = request.standalone_question
    if ASKS_ENTRY.search(text) is None or any(character.isdigit() for character in text):
        return None
    schools = [one for one in desk.catalogue.organisations() if one.kind == "school" and is_named(one, text)]
    rest = text
    for school in schools:
        for name in (school.name, *school.synonyms):
            rest = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", rest, flags=re.IGNORECASE)
    content = {
        form for word in request.words if word.is_content for form in word.forms
    }  # translated, and as written
    left = {fold(word) for word in re.findall(r"[\w'-]+", rest)} & content
    if len(schools) > 1 or any(SAID.fullmatch(word) is None for word in left):
        return None
    of_schools = {OF_OFFERS[kind] for one in schools for kind in _kinds_at(one, desk) if kind in OF_OFFERS}
    kinds = of_schools or {kind for kind, named in NAMED.items() if named.search(rest)}
    rules = [rule for kind in KINDS if kind in kinds for rule in _rules(KINDS[kind], desk)]
    return rules_told(rules, desk, (desk.notice(desk.words.say("entry_ask")),))


def rules_told(rules: Sequence[Rule], desk: Desk, after: Sequence[Sentence] = ()) -> Written | None:
    """Return rules in the reader's language, each citing its record, with what is said after them; None where there is none."""
    citer = desk.citer("rule", [rule.id for rule in rules])
    said = []
    for rule in rules:
        cited = citer.cite(("rule", rule.id), (), rule.provenance, rule.text)
        text = translation_of(rule.text, desk.words.language) or rule.text
        said += [desk.worded(text, cited)] if cited else []
    return written([*said, *after], citer, []) if said else None


def is_named(one: Organisation, text: str) -> bool:
    """Say whether a text has a name of an organisation as words of its own."""
    names = (one.name, *one.synonyms)
    return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) for name in names)


def _kinds_at(one: Organisation, desk: Desk) -> list[str]:
    counts = desk.catalogue.listing(OfferFilter(provider=(one.id,), state=ALIVE)).counts["kind"]
    return [kind for kind, _ in counts]


def _rules(kinds: tuple[str, ...], desk: Desk) -> Iterator[Rule]:
    """Yield the rule for everybody of each kind or level, in their order: the one that says what entry needs."""
    for kind in kinds:
        yield from (
            rule
            for rule in desk.catalogue.rules()
            if rule.kinds == (kind,)
            and not (rule.programmes or rule.providers)
            and rule.text.startswith("Voor ")
            and is_in_force(rule, desk.today)
        )
