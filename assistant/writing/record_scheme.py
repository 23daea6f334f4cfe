"""What the record of a scheme says to a question of which no document was sure: who applies, how much, until when, where."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from assistant.types import Request, Sentence
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_desk import Desk, written
from assistant.writing.scheme_words import scheme_line
from assistant.writing.seam import Written
from assistant.writing.translated import translation_of
from knowledge.catalogue.types import Scheme
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.data_files import read_data
from knowledge.language.analysis import Analyzer
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords
from knowledge.types import RecordRef

_DATA = Path(__file__).parent / "scheme_asks.yaml"

OF_SCHEMES = frozenset(
    re.findall(
        r"\w+",
        "aanvragen aanvraag vraag vraagt krijgen krijg krijgt gebruiken subsidie subsidies regeling fonds budget krediet lening lenen geld euro "
        "bedrag betaalt betalen betaal geeft geven maximaal procent vergoeding vergoed vergoedt werkgever baas bedrijf werknemer inwoner opleiding cursus scholing datum wanneer "
        "deadline einddatum open gestopt beschikbaar actief loopt bestaat geldt recht terecht apply application amount maximum money grant "
        "scheme employer company course training available still until deadline ended stopped beantragen antrag bekommen betrag "
        "hoch geld forderung zuschuss arbeitgeber kurs ausbildung verfugbar beendet gestoppt offen endet lauft lange",
    )
)
"""Words that a question about any scheme may have; one word more and it asks more than a record says."""


@cache
def _asks() -> tuple[tuple[str, re.Pattern[str]], ...]:
    raw: Mapping[str, str] = read_data(_DATA)
    return tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in raw.items())


def asked_of_scheme(question: str) -> str:
    """Return what a question asks of a scheme: "until", "amount", "where", "applicant", "state", or "" for none of these."""
    return next((name for name, pattern in _asks() if pattern.search(question)), "")


def scheme_told(request: Request, desk: Desk) -> Written | None:
    """Return what a record says of the one scheme that a question names, where that is all it asks; None for any other question."""
    found, asked = _named(request, desk), asked_of_scheme(request.question.text)
    if found is None or not asked or not is_known(found, asked):
        return None
    return scheme_card(found, asked, desk)


def ended_told(request: Request, desk: Desk) -> Written | None:
    """Return that a scheme is no longer there where it is asked who can apply for it; None for any other question."""
    found = _named(request, desk)
    if found is None or asked_of_scheme(request.question.text) != "applicant":
        return None
    has_ended = scheme_state(found, desk.today) is SchemeState.ENDED
    return scheme_card(found, "applicant", desk) if has_ended else None


def scheme_card(scheme: Scheme, asked: str, desk: Desk) -> Written:
    """Return what the record of a scheme says: what it is, and where something of it is `asked`, its line of facts.

    The answer comes first: who applies, where, or the line that holds the amount.
    """
    citer = desk.citer("scheme", [scheme.id])
    cited = citer.cite(("scheme", scheme.id), (), scheme.provenance)
    sentences = [desk.worded(translation_of(scheme.summary, desk.words.language) or scheme.summary, cited)]
    if asked == "where":
        sentences.insert(0, _where(scheme, cited, citer, desk))
    if asked == "applicant":
        by_whom = desk.words.fill(f"scheme_by_{scheme.applicant}", {"scheme": scheme.name})
        sentences.insert(0, desk.worded(by_whom, cited))
    if asked:
        line = scheme_line(scheme, scheme_state(scheme, desk.today), desk.words)
        sentences.insert(0 if asked == "amount" else len(sentences), desk.worded(line, cited))
    return written(sentences, citer, [RecordRef("scheme", scheme.id, scheme.name)])


def _where(scheme: Scheme, cited: tuple[int, ...], citer: RecordCiter, desk: Desk) -> Sentence:
    """Return where a scheme is applied for: the name of the organisation, with its site where that is known."""
    found = [one for one in desk.catalogue.organisations() if one.id == scheme.where]
    where = found[0].name if found else scheme.where
    if found and found[0].url.is_known:
        where = f"{where}, {found[0].url.value}"
        cited += citer.cite(("organisation", scheme.where), (), found[0].url.provenance)
    return desk.worded(desk.words.fill("scheme_where", {"where": where}), cited)


def _named(request: Request, desk: Desk) -> Scheme | None:
    """Return the scheme of which a message, or the question in its talk, has the name and no word that is not of any scheme."""
    if request.years:
        return None
    texts = dict.fromkeys((request.question.text, request.standalone_question))
    return next((found for text in texts if (found := _named_in(text, request, desk))), None)


def _named_in(text: str, request: Request, desk: Desk) -> Scheme | None:
    words = Analyzer().words(text)
    little = stopwords(request.language.value)
    named = [(name, one) for one in desk.catalogue.schemes() if (name := _longest_name(one, words))]
    if not named:
        return None
    name, scheme = max(named, key=lambda pair: len(pair[0]))
    rest = [word for word in words if word not in name and word not in little and word not in OF_SCHEMES]
    return scheme if all(is_soft(word, request.language.value) for word in rest) else None


def _longest_name(scheme: Scheme, words: list[str]) -> tuple[str, ...]:
    """Return the words of the longest name of a scheme that stand in a question in that order, () for none."""
    names = (_words_of(name) for name in (scheme.name, *scheme.synonyms))
    held = (name for name in names if name and name[0] in words and _is_run(name, words))
    return max(held, key=len, default=())


MOST_NAMES = 1_000
"""Names of which the words are remembered: the bundled schemes have some dozens."""


@lru_cache(maxsize=MOST_NAMES)
def _words_of(name: str) -> tuple[str, ...]:
    return tuple(Analyzer().words(name))


def _is_run(name: tuple[str, ...], words: list[str]) -> bool:
    return any(tuple(words[at : at + len(name)]) == name for at in range(len(words) - len(name) + 1))


def is_known(scheme: Scheme, asked: str) -> bool:
    """Say whether the record of a scheme has what is asked of it, as `asked_of_scheme` names it."""
    match asked:
        case "amount":
            return scheme.amount_euro.is_known or scheme.share.is_known
        case "until":
            return scheme.closes is not None or bool(scheme.windows)
        case "where":
            return bool(scheme.where)
    return True
