"""Whether the yearly fee of a school for higher education is asked, of no programme: that is the same by law for all. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.types import Language
from assistant.understanding.nationality import OUTSIDERS, as_outsiders, is_outside_eu

OF_MBO = re.compile(r"\b(?:mbo|bol|bbl|niveau)\b", re.IGNORECASE)

FEE = re.compile(
    r"\b(?:collegegeld|schoolgeld|lesgeld|cursusgeld|tuition|(?:study|college|school) fees?|studiengebühr\w*|studienbeitrag)\b"
    r"|\bkost\w*\b[^?.]*\b(?:jaar|studeren|studie)\b|\b(?:cost|costs)\b[^?.]*\b(?:year|study|studying)\b|\bkostet\b[^?.]*\b(?:jahr|studium|studieren)\b",
    re.IGNORECASE,
)
"""How the price of a year of study is asked."""

OUTSIDE_EU = re.compile(
    r"\bnon-?eu\b|\boutside (?:of )?(?:the )?(?:eu|europe)\b|\bbuiten (?:de )?(?:eu|europa)\b|\bniet-?eu\b|\bnicht-?eu\b|\baußerhalb der eu\b|\binstellingscollegegeld\b",
    re.IGNORECASE,
)
"""Students who do not pay the statutory fee."""


OF_ONE = re.compile(
    r"\b(?:bachelor|master|msc|bsc|ad|associate degree|opleiding|cursus|course|programme|program|studiengang|ausbildung|kurs)\b",
    re.IGNORECASE,
)
"""Words for one programme, whose own fee is asked: that of all is no answer."""


HIGHER = re.compile(
    r"\b(?:hbo|wo|universiteit|university|hogeschool|fachhochschule|universität|uni)\b", re.IGNORECASE
)
"""Higher education in general, whose fee is set by law."""

OF_HIGHER = re.compile(r"\b(?:collegegeld|tuition|studiengebühr\w*)\b", re.IGNORECASE)
"""The fee of higher education, by its own word."""


AT_ANOTHER = re.compile(r"\b(?:at|bei|bij|van|von|of|aan|an) (?:(?:de|der|die|het|the) )?[A-ZÀ-Þ]")
"""A school that is named and that no record knows: its fee is not that of all."""


def asks_fee(question: str) -> bool:
    """Say whether the price of a year of study is asked, of no programme, or what students from outside the EU pay."""
    if OUTSIDE_EU.search(question) is not None and PRICED.search(question) is not None:
        return True
    return OF_ONE.search(question) is None and FEE.search(question) is not None


def fee_of_outsiders(text: str, before: Sequence[str], language: Language) -> str:
    """Return a question for a fee by somebody from outside the EU as one about students from outside the EU; as it is for any other.

    `before` are the earlier messages of the person: where they come from may have been told there.
    """
    if FEE.search(text) is None and PRICED_FEE.search(text) is None:
        return text
    if OUTSIDE_EU.search(text):
        return text
    if is_outside_eu(text):
        return as_outsiders(text, language)
    if any(is_outside_eu(one) for one in before):
        return f"{text.rstrip(' ?!.')} {FOR[language]} {OUTSIDERS[language]}?"
    return text


FOR = {Language.DUTCH: "voor", Language.ENGLISH: "for", Language.GERMAN: "für"}

PRICED_FEE = re.compile(r"\b(?:fees?|kosten|kost|costs?|kostet)\b", re.IGNORECASE)

PRICED = re.compile(r"\d{4}|fee|tuition|collegegeld|studiengebühr|kost|prijs|preis", re.IGNORECASE)
"""What a question for a price has in it, or a year for which it holds."""


def fee_asked(question: str, schools: Callable[[], Iterable[str]]) -> tuple[str, str]:
    """Return the key of the question for the fee that is asked of one of the schools, and its name; ("", "") for none.

    Of higher education in general the name is "".

    `schools` are looked up only where a fee is asked.
    """
    if not asks_fee(question):
        return "", ""
    named = [one for one in schools() if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", question)]
    if not named:
        by_word = OF_HIGHER.search(question) is not None and not (
            OF_ONE.search(question) or AT_ANOTHER.search(question)
        )
        is_of_all = HIGHER.search(question) is not None or by_word
        return ("fee_question", "") if is_of_all and not OF_MBO.search(question) else ("", "")
    key = "fee_question_outside" if OUTSIDE_EU.search(question) else "fee_question"
    return key, max(named, key=len)
