"""What a scheme is, for who asks no more than that: "Wat is SLIM?", "levenlanglerenkrediet?"."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.types import Language
from assistant.writing.record_desk import Desk
from assistant.writing.record_scheme import asked_of_scheme, is_known, scheme_card
from assistant.writing.seam import Written
from knowledge.catalogue.types import Scheme
from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import stopwords

KINDS = frozenset({"regeling", "subsidie", "fonds", "krediet", "scheme", "grant", "forderung", "subsidy"})
"""Words for schemes in general, which name none."""

NOTHING_MORE = KINDS | frozenset(
    re.findall(
        r"\w+",
        "wat what was is zijn houdt betekent doet does do mean means bedeutet macht uitleg uitgelegd informatie info precies "
        "eigenlijk ook alweer nou vertel leg explain tell erklar bitte please genau about",
    )
)
"""Words by which somebody asks what a scheme is and nothing else of it."""


def scheme_defined(question: str, desk: Desk) -> Written | None:
    """Return what the scheme is that a question names and about which it asks nothing else; None for any other question."""
    language = desk.words.language
    words = frozenset(Analyzer().words(question)) - stopwords(language.value)
    named = [one for one in desk.catalogue.schemes() if _asks_only_of(words, one)]
    asked = asked_of_scheme(question)
    if len(named) != 1 or not is_known(named[0], asked):
        return None  # how much or until when is more than what it is, where its record does not say
    return scheme_card(named[0], asked, desk)


def _asks_only_of(asked: frozenset[str], scheme: Scheme) -> bool:
    """Say whether the words of a question are those of a name of a scheme, besides those that ask what it is."""
    for name in (scheme.name, *scheme.synonyms):
        own, named = _words_of(name)
        if named <= asked and named and asked - own <= NOTHING_MORE:
            return True
    return False


@lru_cache(maxsize=1_000)
def _words_of(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a name of a scheme that say something, and those of them that say more than its kind."""
    own = frozenset(Analyzer().words(name)) - stopwords(Language.DUTCH.value)
    return own, own - KINDS
