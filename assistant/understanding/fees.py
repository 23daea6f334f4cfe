"""Whether the yearly fee of a school for higher education is asked, of no programme: that is the same by law for all. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

FEE = re.compile(
    r"\b(?:collegegeld|schoolgeld|tuition|(?:study|college|school) fees?|studiengebühr\w*|studienbeitrag)\b"
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


def asks_fee(question: str) -> bool:
    """Say whether the price of a year of study is asked, of no programme, or what students from outside the EU pay."""
    if OF_ONE.search(question):
        return False
    if FEE.search(question):
        return True
    return OUTSIDE_EU.search(question) is not None and PRICED.search(question) is not None


PRICED = re.compile(r"\d{4}|fee|kost|prijs|preis", re.IGNORECASE)
"""What a question for a price has in it, or a year for which it holds."""


def fee_asked(question: str, schools: Callable[[], Iterable[str]]) -> tuple[str, str]:
    """Return the key of the question for the fee that is asked of one of the schools, and its name; ("", "") for none.

    `schools` are looked up only where a fee is asked.
    """
    if not asks_fee(question):
        return "", ""
    named = [one for one in schools() if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", question)]
    if not named:
        return "", ""
    key = "fee_question_outside" if OUTSIDE_EU.search(question) else "fee_question"
    return key, max(named, key=len)
