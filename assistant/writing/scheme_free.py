"""For whom learning costs nothing, where a question asks whether a form of mbo is free: by the schemes that pay all of its fee."""

from __future__ import annotations

import re

from assistant.routes.conditions import atoms_of
from assistant.types import Request
from assistant.writing.record_desk import Desk
from assistant.writing.record_scheme import scheme_card
from assistant.writing.scheme_names import Named
from assistant.writing.seam import Written
from knowledge.catalogue.rules import IsYounger
from knowledge.catalogue.types import Scheme, StudyMode
from knowledge.catalogue.validity import SchemeState, scheme_state
from knowledge.language.analysis import Analyzer

FREE = re.compile(
    r"\b(?:gratis|kosteloos|free|kostenlos|kostenfrei|niets (?:te )?betal\w+|niks (?:te )?betal\w+)\b",
    re.IGNORECASE,
)
OF_MBO = re.compile(r"\b(?:mbo|bol|bbl)\b", re.IGNORECASE)

WORDS = frozenset(
    re.findall(
        r"\w+",
        "gratis kosteloos mbo bol bbl is als je jij ik iemand men bent ben jaar oud jong minderjarig leeftijd leerling student zoon dochter kind mijn onder van voor met "
        "het de een dan nog ook helemaal echt school leren volgen niveau opleiding niets niks betalen hoef moet en of wanneer vanaf tot wordt "
        "free of charge if when you are someone my son daughter child year years old under age kostenlos kostenfrei wenn du man jemand bist jahre alt mein meine sohn tochter unter",
    )
)
"""Words of a question whether mbo is free, and for which age; one word more and something else may be free."""


def scheme_free(request: Request, desk: Desk) -> Written | None:
    """Return the scheme by which mbo is free for the young, for a question that asks no more than whether it is free."""
    text = request.question.text
    if FREE.search(text) is None or OF_MBO.search(text) is None:
        return None
    words = Named((), tuple(Analyzer().words(text)))
    found = [one for one in desk.catalogue.schemes() if _pays_all_for_the_young(one, desk)]
    if len(found) != 1 or not words.asks_no_more_than(WORDS, request.language):
        return None
    return scheme_card(found[0], "", desk)


def _pays_all_for_the_young(scheme: Scheme, desk: Desk) -> bool:
    """Say whether a scheme that is open pays the whole fee of mbo for who is young enough."""
    pays_all = scheme.share.value is not None and scheme.share.value.low >= 1
    is_young = any(isinstance(atom, IsYounger) for atom in atoms_of(scheme.condition))
    is_of_mbo = bool({StudyMode.BOL.value, StudyMode.BBL.value} & set(scheme.offer_modes))
    return pays_all and is_young and is_of_mbo and scheme_state(scheme, desk.today) is SchemeState.OPEN
