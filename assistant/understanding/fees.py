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


BY_LAW = re.compile(
    r"\bwettelijke?\s+(?:college|les)geld\w*|\bstatutory\s+(?:tuition\s+)?fees?\b|\bgesetzliche[nr]?\s+studiengebühr\w*",
    re.IGNORECASE,
)
"""The fee that the law sets for all programmes of full-time higher education (WHW, article 7.45)."""

NOT_FULL_TIME = re.compile(r"\b(?:deeltijd|duaal|part[- ]?time|teilzeit|dual)\b", re.IGNORECASE)
"""Forms of which a school sets the fee itself."""

AT_ANOTHER = re.compile(r"\b(?:at|bei|bij|van|von|of|aan|an) (?:(?:de|der|die|het|the) )?[A-ZÀ-Þ]")
"""A school that is named and that no record knows: its fee is not that of all."""


def asks_fee(question: str) -> bool:
    """Say whether the price of a year of study is asked, of no programme, or what students from outside the EU pay."""
    if OUTSIDE_EU.search(question) is not None and PRICED.search(question) is not None:
        return True
    return OF_ONE.search(question) is None and FEE.search(question) is not None


def fee_of_mbo(text: str, before: Sequence[str]) -> str:
    """Return a question for "collegegeld" in a talk that is about mbo alone as one for what is paid there; as it is for any other.

    `before` are the last messages of both sides. Only hbo and university have "collegegeld"; in mbo it is "lesgeld" or "cursusgeld"
    (Les- en cursusgeldwet).
    """
    said = " ".join(before)
    is_mbo = OF_MBO.search(said) is not None and HIGHER_NAMED.search(f"{said} {text}") is None
    return COLLEGE_FEE.sub("lesgeld of cursusgeld", text) if is_mbo else text


COLLEGE_FEE = re.compile(r"\bcollegegeld\b", re.IGNORECASE)
HIGHER_NAMED = re.compile(
    r"\b(?:hbo|wo|universite?it\w*|university|hogeschool|bachelors?|masters?|msc|bsc|ad|associate)\b|\b(?:hbo|wo)-",
    re.IGNORECASE,
)
"""Higher education, or a programme of it."""


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


def fee_of_outsiders_next(text: str, before: Sequence[str], language: Language) -> str:
    """Return a message that only names who pays ("en voor iemand uit Turkije?") as the question before it for a fee; "" for any other.

    The year is left out: no rule for students from outside the EU is of one year.
    """
    is_short = len(text.split()) <= LONGEST_NEXT
    if (
        not is_short
        or PRICED.search(YEARS.sub(" ", text))
        or not (is_outside_eu(text) or OUTSIDE_EU.search(text))
    ):
        return ""
    for earlier in reversed(before):
        if OF_ONE.search(earlier) or OF_MBO.search(earlier):
            return ""
        if FEE.search(earlier) or COSTS.search(earlier):
            asked = YEARS.sub(" ", earlier).rstrip(" ?!.")
            return f"{' '.join(asked.split())} {FOR[language]} {OUTSIDERS[language]}?"
        if YEARS.search(earlier) is None and ANOTHER_YEAR.search(earlier) is None:
            return ""
    return ""


LONGEST_NEXT = 9
"""Words of the longest message that only says for whom a fee is asked."""

YEARS = re.compile(
    r"\b(?:in |im |for |voor )?(?:(?:het )?(?:studie|school)?jaar |(?:study |academic )?year )?20\d\d(?:\s?[-/]\s?(?:20)?\d\d)?\b",
    re.IGNORECASE,
)
"""A year, or a study year, as people write it."""

ANOTHER_YEAR = re.compile(
    r"\b(?:jaar (?:daarna|daarvoor|erna|ervoor|later|eerder)|(?:volgend|vorig|dit) (?:studie|school)?jaar|(?:next|last|that|this) year|year (?:after|before)"
    r"|jahr (?:danach|davor)|(?:nächste|letzte)[sn]? jahr)\b",
    re.IGNORECASE,
)

COSTS = re.compile(
    r"\b(?:kost|kosten|kostte|duur|betaal|betaalt|betalen|prijs|tarief|costs?|expensive|pay|price|kostet|teuer|zahle|zahlt|bezahle|bezahlt|preis)\b",
    re.IGNORECASE,
)
"""How a price is asked, of whatever it is."""

NOTHING_ELSE = frozenset(
    re.findall(
        r"\w+",
        "wat hoeveel hoe is het een de ik je jij men moet kan dan nu ook per jaar studiejaar schooljaar collegejaar academisch jaarlijks in voor aan bij op van om te studeren student "
        "studenten euro geld wordt worden straks ongeveer gemiddeld precies en what how much does do is the a an i you one for at in per year annually to study student students money "
        "was wie viel ist die der das ein eine man ich pro jahr studienjahr an bei fur im zu studieren und and",
    )
)
"""Words that ask for the price of a school and of nothing that it offers."""


def asks_price_of_school(question: str, school: str) -> bool:
    """Say whether a question asks what a school costs, and names nothing of it."""
    if COSTS.search(question) is None:
        return False
    rest = YEARS.sub(" ", question.replace(school, " "))
    words = re.findall(r"[^\W\d_]+", COSTS.sub(" ", rest).lower())
    return all(word in NOTHING_ELSE for word in words)


FOR = {Language.DUTCH: "voor", Language.ENGLISH: "for", Language.GERMAN: "für"}

PRICED_FEE = re.compile(r"\b(?:fees?|kosten|kost|costs?|kostet)\b", re.IGNORECASE)

PRICED = re.compile(
    r"\d{4}|fee|tuition|collegegeld|studiengebühr|kost|prijs|preis|\bcosts?\b|\bprice|\bpay|betaal|betalen|zahl",
    re.IGNORECASE,
)
"""What a question for a price has in it, or a year for which it holds."""


def fee_asked(question: str, schools: Callable[[], Iterable[str]]) -> tuple[str, str]:
    """Return the key of the question for the fee that is asked of one of the schools, and its name; ("", "") for none.

    Of higher education in general, and of the statutory fee of whatever programme, the name is "".

    `schools` are looked up only where a fee is asked.
    """
    if BY_LAW.search(question) and not (
        OF_MBO.search(question) or OUTSIDE_EU.search(question) or NOT_FULL_TIME.search(question)
    ):
        return "fee_question", ""  # the same for every programme
    if not asks_fee(question) and COSTS.search(question) is None:
        return "", ""
    named = [one for one in schools() if re.search(rf"(?<![\w-]){re.escape(one)}(?![\w-])", question)]
    if not asks_fee(question) and not (named and asks_price_of_school(question, max(named, key=len))):
        return "", ""
    if not named:
        by_word = OF_HIGHER.search(question) is not None and not (
            OF_ONE.search(question) or AT_ANOTHER.search(question)
        )
        is_of_all = HIGHER.search(question) is not None or by_word
        return ("fee_question", "") if is_of_all and not OF_MBO.search(question) else ("", "")
    key = "fee_question_outside" if OUTSIDE_EU.search(question) else "fee_question"
    return key, max(named, key=len)
