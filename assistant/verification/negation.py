"""Negation: what the sentence denies, the evidence must deny, and the other way round."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from assistant.verification.items import items_of
from assistant.verification.lexicon import WORD, claim_meanings, content, folded, language_of, word_set

ALIKE = 0.34
"""Dice overlap from which two parts of sentences are taken to speak of the same thing."""


COVERS = 0.75
"""Share of the words of both from which a sentence is taken to say what a sentence of the evidence says."""


SAME_CLAUSE = 0.25
"""What the likeness of the whole clause adds: "BBL: geen ov-kaart" beside "BOL: ov-kaart"."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch between breaks of a sentence: its content words and how it denies (`denials_in`)."""

    meanings: frozenset[str]
    denials: int


ENDING = 100
"""What an ending counts among denials, so that it equals another ending and never a plain negation."""


def denials_in(text: str) -> int:
    """Return how a plain text denies, as a number that is equal for what denies alike: negations, and endings apart.

    An ending is a word that ends or refuses, or a negation with "meer": "het toelatingsrecht vervalt" denies
    as "je hebt geen toelatingsrecht meer" does, and "het vervalt niet" as neither.
    """
    text = _parted(_BOUND.sub(" ", text))
    found = [folded(word) for word in WORD.findall(text)]
    negations = (
        len(re.findall(r"n't\b", text))
        + len(_INSTEAD.findall(text))
        + len(_TOO_FEW.findall(text))
        + sum(word in word_set("negators") for word in found)
    )
    longer = min(negations, len(_LONGER.findall(text)))
    endings = sum(word in word_set("enders") for word in found) + longer
    refusals = len(_REFUSES.findall(text))
    return negations - longer + ENDING * (endings + refusals)


_BOUND = re.compile(
    r"\b(?:niet|nooit|geen|not|no|never|nicht|nie) "
    r"(?:meer|langer|hoger|later|ouder|more|longer|higher|later|older|mehr|länger|höher|später|älter) (?:dan|than|als)"
    r"(?= (?:€ ?)?(?:\d|één\b|[^\W\d_]+ (?:jaar|jaren|maand|maanden|week|weken|dag|dagen|uur|uren)\b|"
    r"[^\W\d_]+ (?:years?|months?|weeks?|days?|hours?)\b|[^\W\d_]+ (?:jahre?n?|monate?n?|wochen?|tage?n?|stunden?)\b))",
    re.IGNORECASE,
)
"""A bound of a figure is no denial: "niet langer dan een jaar" is "maximaal een jaar"."""

_PREFIXED = re.compile(r"\b(?:niet|nicht|non|not)-(?=[^\W\d_])", re.IGNORECASE)


def _parted(text: str) -> str:
    """Part a denial from its word, in as many letters: "een niet-formele opleiding" is one "die niet formeel is"."""
    return _PREFIXED.sub(lambda found: found[0][:-2].lower() + "t ", text)


_INSTEAD = re.compile(r"\b(?:in plaats van|instead of|rather than|anstatt|statt|anstelle)\b", re.IGNORECASE)
"""What puts one thing in the place of another: "A in plaats van B" is "niet B, maar A"."""

_REFUSES = re.compile(
    r"\b(?:turn(?:s|ed)? (?:\w+ ){1,3}?(?:down|away)|wijs(?:t|en)? (?:\w+ ){1,3}?af|lehn(?:t|en)? (?:\w+ ){1,3}?ab)\b",
    re.IGNORECASE,
)
"""What refuses in two words: "may turn you down"."""

_TOO_FEW = re.compile(
    r"\b(?:te weinig|too (?:few|little)|zu wenige?[nrs]?|onvoldoende|insufficient|unzureichend\w*)\b",
    re.IGNORECASE,
)
"""What says that there is not enough: "cannot find enough"."""

_LONGER = re.compile(
    r"\b(?<!onder )(?:meer|mehr|longer|anymore|any more)\b(?! dan\b| als\b| than\b)", re.IGNORECASE
)


@cache
def _breaks(language: str) -> re.Pattern[str]:
    """Return what parts a sentence: Dutch "of" and "die" are other words in English and German."""
    known = word_set("breaks") - (_NO_BREAK if language in ("en", "de") else frozenset())
    return re.compile(rf"[,;:|\t]|\b(?:{'|'.join(map(re.escape, sorted(known)))})\b", re.IGNORECASE)


_NO_BREAK = frozenset(("of", "die", "als"))


def parts_of(text: str) -> list[Part]:
    """Return the parts of a plain sentence; one without content belongs to the part before it.

    Figures and dates count as words, by their value, so that another notation changes nothing.
    """
    text = _CONDITION.sub(lambda match: match[0].replace(",", " "), text)
    text = _BOUND.sub(lambda match: " " * len(match[0]), text)
    text = _parted(text)
    items = items_of(text)
    masked = text
    for item in items:
        masked = masked[: item.start] + " " * (item.end - item.start) + masked[item.end :]
    parts: list[Part] = []
    for start, end in _stretches(masked, language_of(text)):
        figures = (item.as_word for item in items if start <= item.start < end)
        part = Part(frozenset([*content(masked[start:end]), *figures]), denials_in(masked[start:end]))
        if parts and not part.meanings:
            parts[-1] = Part(parts[-1].meanings, parts[-1].denials + part.denials)
        elif part.meanings or part.denials:
            parts.append(part)
    return parts


_CONDITION = re.compile(
    r"^(?:als|wie|if|wenn|wer|indien|of|whether|ob|volgens|according to|laut|under|in|since|sinds|seit|vanaf|from|ab|"
    r"after|na|nach|before|voor|vor|until|tot|bis) [^,;:]*,|, (?:dan|then|dann) ",
    re.IGNORECASE,
)
"""A comma after a condition, or after what a statement opens with: both are one statement."""


def _stretches(text: str, language: str) -> list[tuple[int, int]]:
    """Return the spans between breaks."""
    ends = [match.span() for match in _breaks(language).finditer(text)]
    starts = [0, *(end for _, end in ends)]
    return list(zip(starts, [*(start for start, _ in ends), len(text)], strict=True))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def denies_alike(sentence: str, clauses: Sequence[str]) -> bool:
    """Say whether each part of `sentence` denies as often as the part of the evidence most like it.

    `clauses` are plain sentences and rows of the evidence, in one language with the sentence.
    """
    words = frozenset(content(sentence))
    evidence = [
        (part, SAME_CLAUSE * _alike(words, frozenset(content(clause))))
        for clause in clauses
        for part in parts_of(clause)
    ]
    given = [part for part, _ in evidence]
    parts = parts_of(sentence)
    return all(_has_twin(part, evidence) and _is_confirmed(part, given) for part in parts) and _whole_agrees(
        sentence, clauses
    )


def _is_confirmed(part: Part, evidence: Sequence[Part]) -> bool:
    """Say whether the parts that share the rarest words with one that denies deny alike: a second opinion.

    Figures are the rarest words of all.
    """
    counts = Counter(word for other in evidence for word in other.meanings)
    shared = [
        sum(weight(word) / counts[word] for word in part.meanings & other.meanings) for other in evidence
    ]
    most = max(shared, default=0.0)
    best = [other for other, count in zip(evidence, shared, strict=True) if count >= most - 1e-9]
    has_figure = any(word.startswith("=") and counts[word] for word in part.meanings)
    return not (part.denials or has_figure) or any(other.denials == part.denials for other in best)


FIGURE = 3.0
"""What a shared figure weighs against a shared word."""


def weight(word: str) -> float:
    """Return what a word of a part (`Part.meanings`) weighs when two parts share it: `FIGURE` or 1."""
    return FIGURE if word.startswith("=") else 1.0


def _has_twin(part: Part, evidence: Sequence[tuple[Part, float]]) -> bool:
    """Compare with the part most alike; of equals, with the one in the clause most like the sentence."""
    telling = [(other, bonus) for other, bonus in evidence if _tells(part.meanings, other.meanings)]
    if max((_alike(part.meanings, other.meanings) for other, _ in telling), default=0.0) >= ALIKE:
        scored = [(_alike(part.meanings, other.meanings) + bonus, other) for other, bonus in telling]
        best = max(score for score, _ in scored)
        return any(part.denials == other.denials for score, other in scored if score >= best - 1e-9)
    shared = [(len(part.meanings & other.meanings), other) for other, _ in evidence]
    most = max((count for count, _ in shared), default=0)
    if not most:
        return not part.denials
    return any(other.denials == part.denials for count, other in shared if count == most)


def denies_alike_abroad(sentence: str, clause: str) -> bool:
    """Say the same of the clause in another language that a sentence is most alike, with which a sentence shares figures, names and known words.

    Each part is compared with the parts that share most with it, rare words first. Where a part shares nothing, or the
    sentence has as many parts as its clause, both must deny as often in all.
    """
    evidence = parts_of(clause)
    counts = Counter(word for part in evidence for word in part.meanings)
    rarity = {word: 1 / count for word, count in counts.items()}
    has_unmatched = False
    for part in parts_of(sentence):
        shared = [sum(rarity[word] for word in part.meanings & other.meanings) for other in evidence]
        most = max(shared, default=0.0)
        best = [other for other, count in zip(evidence, shared, strict=True) if count == most]
        if most and not all(other.denials == part.denials for other in best):
            return False
        has_unmatched = has_unmatched or not most
    said, given = denials_in(sentence), denials_in(clause)
    is_whole = len(parts_of(sentence)) >= len(evidence) or has_unmatched
    return said == given if is_whole else said <= given


def claims_agree(sentence: str, clauses: Sequence[str]) -> bool:
    """Say whether what a sentence calls mandatory, needed, free ... is so, or is not so, in the evidence too.

    A claim that the evidence does not make at all is no matter of negation.
    """
    given = [part for clause in clauses for part in parts_of(clause)]
    for part in parts_of(sentence):
        for claim in part.meanings & (claim_meanings() | _polar()):
            same = _NECESSITY if claim in _NECESSITY else frozenset((claim,))
            holding = [other for other in given if other.meanings & same]
            if holding and all(other.denials != part.denials for other in holding):
                return False
    return True


_NECESSITY = frozenset(("#need", "#mandatory"))


@cache
def _polar() -> frozenset[str]:
    return frozenset(f"#{name}" for name in word_set("polar"))


def _tells(asked: frozenset[str], given: frozenset[str]) -> bool:
    """Say whether two parts share more than a chance word."""
    shared = len(asked & given)
    return shared >= 2 or (shared > 0 and shared == len(asked))


def _whole_agrees(sentence: str, clauses: Sequence[str]) -> bool:
    """A sentence that says what a sentence of the evidence says denies exactly as that one."""
    words = Counter(content(sentence))
    near = []
    for clause in clauses:
        others = Counter(content(clause))
        shared = (words & others).total()
        if others and shared >= COVERS * max(words.total(), others.total()):
            near.append(clause)
    return not near or any(denials_in(clause) == denials_in(sentence) for clause in near)


def has_opposite(sentence: str, clauses: Sequence[str]) -> bool:
    """Say whether a word stands in the evidence only with "on-" or "un-" before it, or the reverse."""
    found = {folded(word) for clause in clauses for word in WORD.findall(clause)}
    for word in map(folded, WORD.findall(sentence)):
        if word in found or len(word) < 5:
            continue
        if any(prefix + word in found for prefix in ("on", "un")):
            return True
        if word[:2] in ("on", "un") and word[2:] in found:
            return True
    return False
