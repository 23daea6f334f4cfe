"""Plant one error in a true sentence: number, unit, date, negation, name or row swap. Seeded."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from evals.verification.cases import Case
from evals.verification.formats import WORDS
from knowledge.language.months import MONTHS

NAMES = ("Windesheim", "Deltion", "Aventus", "Hanze", "Radboud", "Kampen", "Almelo", "Apeldoorn", "Bosch", "Meppel", "Philips", "Fontys", "Utrecht", "Jansen")  # fmt: skip
"""What stands in for a name: schools, places, firms and people of the region and beyond."""
_UNITS = {
    "jaar": "maanden", "maanden": "weken", "weken": "jaar", "uur": "dagen", "dagen": "weken", "euro": "dollar", "miljoen": "miljard",
    "procent": "euro", "%": " euro", "EC": "uur", "studiepunten": "uur", "jaren": "weken", "€": "$", "studenten": "euro",
    "years": "months", "year": "month", "months": "weeks", "hours": "days", "days": "weeks", "euros": "dollars", "million": "billion",
    "percent": "euros", "students": "euros", "minuten": "uur", "minutes": "hours", "credits": "hours",
    "Jahre": "Monate", "Jahr": "Monat", "Monate": "Wochen", "Stunden": "Tage", "Tage": "Wochen", "Euro": "Dollar",
    "Millionen": "Milliarden", "Prozent": "Euro", "Studierende": "Euro", "Minuten": "Stunden",
}  # fmt: skip
_NUMBER = r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_MONTH = "|".join(sorted({month for months in MONTHS.values() for month in months}, key=len, reverse=True))
_DATE = rf"\b\d{{1,2}}\.? (?:{_MONTH})(?: \d{{4}})?\b|\b\d{{2}}-\d{{2}}-\d{{4}}\b|\b(?:19|20)\d\d(?:[-/](?:19|20)\d\d)?\b"
_NEGATORS = {
    "niet ": "", "geen ": "een ", "nooit ": "altijd ", "zonder ": "met ", "not ": "", "no ": "a ", "never ": "always ",
    "without ": "with ", "nicht ": "", "kein ": "ein ", "keine ": "eine ", "ohne ": "mit ",
}  # fmt: skip
_VERBS = {
    "nl": (r"is|zijn|heeft|hebben|krijgt|krijgen|krijg|duurt|kost|was|waren|werd|wordt|mag|moet|kan|kun|kunnen|kent|wil|"
           r"gaat|doet|startte|bedraagt|telt|ontvangt|geldt|betaal|betaalt|vergoedt|begon|werkt|zit", ("niet", "geen", "nooit", "niet")),
    "en": (r"is|are|was|were|can|may|must|has|will|do|does|did", ("not", "never", "not")),
    "de": (r"ist|sind|war|waren|hat|haben|dauert|kostet|kann|kannst|darf|muss|musst|bekommt|erhält|umfasst|liegt|gilt|wird|wurde", ("nicht", "nie", "nicht")),
}  # fmt: skip
_PLAIN_ENGLISH = {
    "takes": "take", "costs": "cost", "lasts": "last", "counts": "count", "receives": "receive", "covers": "cover", "gives": "give",
    "works": "work", "pay": "pay", "get": "get", "need": "need", "had": "have", "started": "start", "ended": "end"}  # fmt: skip

Planter = Callable[[Case, random.Random], str | None]


def _replaced(text: str, match: re.Match[str], new: str) -> str:
    return text[: match.start()] + new + text[match.end() :]


def _pick(pattern: str, text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(re.finditer(pattern, text))
    return rng.choice(found) if found else None


def _masked(text: str, pattern: str) -> str:
    return re.sub(pattern, lambda match: "x" * len(match[0]), text)


def number(case: Case, rng: random.Random) -> str | None:
    """Change one digit, or one number word, to a value that the passages do not have."""
    wrong, is_stated = _with_other_number(case, rng)
    return None if is_stated else wrong


def any_number(case: Case, rng: random.Random) -> str | None:
    """Change one digit, or one number word, also to a value that the passages have of something else."""
    return _with_other_number(case, rng)[0]


def _with_other_number(case: Case, rng: random.Random) -> tuple[str | None, bool]:
    """Return the sentence with another number, and whether the passages have that somewhere; None without a number."""
    words = WORDS[case.language]
    word = _pick(rf"\b(?:{'|'.join(words)})\b", case.sentence, rng)
    match = _pick(rf"(?<![\w-])(?:{_NUMBER})(?![\w]|\.\d)", _masked(case.sentence, _DATE), rng)
    if word and (match is None or rng.random() < 0.3):
        new = rng.choice([one for one in words if one != word[0]])
        value = str(words.index(new) + 2)
        is_stated = re.search(rf"\b(?:{new}|{value})\b", case.evidence, re.IGNORECASE) is not None
        return _replaced(case.sentence, word, new), is_stated
    if match is None:
        return None, False
    digits = [index for index, letter in enumerate(match[0]) if letter.isdigit()]
    at = rng.choice(digits)
    new = match[0][:at] + rng.choice([d for d in "123456789" if d != match[0][at]]) + match[0][at + 1 :]
    return _replaced(case.sentence, match, new), _is_stated(new, case.evidence)


def _is_stated(figure: str, evidence: str) -> bool:
    """Say whether the digits of a figure occur in the passages as a figure of their own, or spelled out."""
    digits = re.sub(r"[.,]", "", figure)
    if any(re.sub(r"[.,]", "", found) == digits for found in re.findall(_NUMBER, evidence)):
        return True
    spelled = (
        [words[int(digits) - 2] for words in WORDS.values()]
        if digits.isdigit() and 2 <= int(digits) <= 12
        else []
    )
    return any(re.search(rf"\b{word}\b", evidence, re.IGNORECASE) for word in spelled)


def unit(case: Case, rng: random.Random) -> str | None:
    """Put another unit behind a number, or another currency before it."""
    spelled = "|".join(re.escape(word) for word in sorted(_UNITS, key=len, reverse=True))
    amount = rf"(?:\d|\b(?:{'|'.join(WORDS[case.language])}))"
    match = _pick(
        rf"(?P<before>{amount} |\d(?=%))(?P<unit>{spelled})(?!\w)|(?P<sign>€)(?= ?\d)", case.sentence, rng
    )
    if match is None:
        return None
    if match["sign"]:
        return _replaced(case.sentence, match, "$")
    return _replaced(case.sentence, match, match["before"] + _UNITS[match["unit"]])


def date(case: Case, rng: random.Random) -> str | None:
    """Change the day, the month or the year of a date, or a study year, to one that the passages do not have."""
    match = _pick(_DATE, case.sentence, rng)
    if match is None:
        return None
    parts = re.split(r"([ /-])", match[0])
    at = rng.randrange(0, len(parts), 2)
    if re.fullmatch(_MONTH, parts[at]):
        parts[at] = rng.choice([month for month in MONTHS[case.language] if month != parts[at]])
    elif len(parts[at]) == 4 and len(parts) in (1, 3) and parts[0].isdigit() and len(parts[0]) == 4:
        shift = rng.choice([-7, -5, 5, 7])
        parts = [str(int(part) + shift) if part.isdigit() else part for part in parts]
    elif len(parts[at].rstrip(".")) == 4:
        parts[at] = str(int(parts[at]) + rng.choice([-2, -1, 1, 2, 10]))
    elif len(parts) == 5 and at == 2 and parts[1] == "-":
        parts[at] = f"{rng.choice([m for m in range(1, 13) if m != int(parts[at])]):02d}"
    else:
        dot, width = "." if parts[at].endswith(".") else "", len(parts[at].rstrip("."))
        day = rng.choice([one for one in range(1, 28) if one != int(parts[at].rstrip("."))])
        parts[at] = f"{day:0{width}d}{dot}" if width == 2 and parts[1] == "-" else f"{day}{dot}"
    new = "".join(parts)
    return _replaced(case.sentence, match, new) if new not in case.evidence else None


def negation(case: Case, rng: random.Random) -> str | None:
    """Take a negation away, or put one in."""
    match = _pick(r"\b(?:" + "|".join(_NEGATORS) + ")", case.sentence, rng)
    if match and rng.random() < 0.7:
        return _replaced(case.sentence, match, _NEGATORS[match[0]])
    verbs, words = _VERBS[case.language]
    verb = _pick(rf"\b(?:{verbs}) ", case.sentence, rng)
    if verb is None and case.language == "en":
        plain = _pick(rf"\b(?:{'|'.join(_PLAIN_ENGLISH)}) ", case.sentence, rng)
        return (
            _replaced(case.sentence, plain, f"does not {_PLAIN_ENGLISH[plain[0].strip()]} ")
            if plain
            else None
        )
    if verb is None:
        return None
    return f"{case.sentence[: verb.end()]}{rng.choice(words)} {case.sentence[verb.end() :]}"


def name(case: Case, rng: random.Random) -> str | None:
    """Put a name that the passages do not have in the place of one that they do."""
    found = [one for one in re.finditer(r"(?<![\w-])[A-Z][\w&!-]{2,}", case.sentence)
             if re.search(rf"(?<![\w-]){re.escape(one[0])}(?![\w-])", case.evidence) and (one.start() or not one[0][1:].islower())]  # fmt: skip
    if not found:
        return None
    absent = [one for one in NAMES if one.casefold() not in case.evidence.casefold()]
    return _replaced(case.sentence, rng.choice(found), rng.choice(absent))


def swap(case: Case, rng: random.Random) -> str | None:
    """Put what the passages say of another row or in another clause in its place."""
    if case.swaps:
        return rng.choice(case.swaps)
    if case.origin == "worded record":
        return None
    unit = r"(?: (?:miljoen|million|Millionen))?(?: (?:euros?|Euro|jaar|years?|Jahre|weken|maanden|uur|hours|procent|percent|Prozent|EC|studenten|students|studenten|vragen)\b|%)?"
    figure = rf"(?<![\w,.-])(?:{_NUMBER}){unit}(?![\w-])"
    own = _pick(figure, _masked(case.sentence, rf"\b\d{{1,2}}\.? (?:{_MONTH})(?: \d{{4}})?\b"), rng)
    if own is None:
        return None
    said = set(re.findall(figure, case.sentence))
    plain = re.sub(rf"\b\d{{1,2}} (?:{_MONTH})(?: \d{{4}})?\b", "", "\n".join(one.text for one in case.cited))
    taken = {_digits(one) for one in said}
    others = [
        one for one in re.findall(figure, plain) if _digits(one) not in taken and _kind(one) == _kind(own[0])
    ]
    return _replaced(case.sentence, own, _in_language(rng.choice(others), own[0])) if others else None


def _kind(figure: str) -> tuple[str, bool]:
    unit = re.sub(_NUMBER, "", figure).strip()
    same = {"euros": "euro", "Euro": "euro", "years": "jaar", "year": "jaar", "Jahre": "jaar", "percent": "%", "procent": "%", "Prozent": "%",
            "students": "studenten", "hours": "uur", "million euros": "miljoen euro", "Millionen Euro": "miljoen euro"}  # fmt: skip
    return same.get(unit, unit), bool(re.fullmatch(r"(?:19|20)\d\d", figure))


def _digits(figure: str) -> str:
    found = re.match(_NUMBER, figure)
    return re.sub(r"[.,](?=\d{3})", "", found[0]).replace(",", ".") if found else figure


def _in_language(figure: str, like: str) -> str:
    """Return a figure with the unit words of the one whose place it takes."""
    found = re.match(_NUMBER, figure)
    return re.sub(_NUMBER, found[0], like, count=1) if found else figure


PLANTERS: dict[str, Planter] = {
    "number": number, "unit": unit, "date": date, "negation": negation, "name": name, "row swap": swap,
}  # fmt: skip


def planted(true: Sequence[Case], count: int, seed: int) -> Iterator[Case]:
    """Yield `count` cases with an error, the six kinds in turn; fewer when the sentences give no more."""
    rng = random.Random(seed)  # noqa: S311 - a seeded sample, no secret
    kinds, stated = list(PLANTERS), {(case.sentence, case.evidence) for case in true}
    made = tries = 0
    while made < count and tries < 300 * count:
        tries += 1
        kind, case = kinds[made % len(kinds)], rng.choice(true)
        wrong = PLANTERS[kind](case, rng)
        if wrong is None or (wrong, case.evidence) in stated or wrong.rstrip(".") in case.evidence:
            continue
        stated.add((wrong, case.evidence))
        made += 1
        yield replace(case, sentence=wrong, planted=kind)
