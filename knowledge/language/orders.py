"""Recognise text in a source that gives orders to a model, apart from text that tells people what to do.

Rules of a school are full of orders ("Vermeld altijd je studentnummer"), so an order alone is none to a model: a second
sign beside it says so, or a stretch that is said to no person at all. The words are in `data/orders.yaml`.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from knowledge.data_files import read_data

_LOOKALIKES = str.maketrans("аеорсухіӏјѕԁɡαεορικνυτ013457@$", "aeopcyxiljsdgaeopiknutoieasta" + "s")
"""Cyrillic and Greek letters and digits that pass for Latin ones."""

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"
)
_TAGS = re.compile("[\U000e0020-\U000e007e]+")
"""Letters that nobody sees and a model reads."""

REACH = 160
"""Characters between two signs that are of one order."""

TOGETHER = (
    ("model", "order"), ("model", "claim"), ("model", "role"), ("model", "override"), ("model", "output"), ("model", "user"),
    ("label", "order"), ("label", "claim"), ("label", "role"), ("label", "override"), ("label", "output"), ("label", "user"),
    ("topic", "claim"), ("topic", "output"), ("topic", "override"), ("topic", "user"),
    ("output", "claim"), ("output", "user"), ("output", "override"),
    ("override", "claim"), ("override", "only"), ("override", "role"), ("override", "user"), ("role", "claim"), ("role", "only"),
    ("role", "user"),
)  # fmt: skip
"""Kinds of signs that are an order to a model when they stand together; none of them is one by itself."""

LEADING = frozenset(first for first, _ in TOGETHER)
FOLLOWING = frozenset(second for _, second in TOGETHER) - LEADING
"""Kinds without one of which there is no pair, and those that are looked for only then: four of ten in hardly any passage."""


@cache
def _words() -> Mapping[str, str]:
    """Return each list of words as one pattern."""
    lists: Mapping[str, list[str]] = read_data(Path(__file__).with_name("data") / "orders.yaml")
    return {name: f"(?:{'|'.join(sorted(words, key=len, reverse=True))})" for name, words in lists.items()}


_THE = (
    r"(?:de |het |the |das |die |den |dem |der |alle |all |any |een |elke |a |an |every |ein |eine |einen )?"
)
_NOT_A_PERSON = r"(?! (?:je|jij|u|ik|we|wij|jullie|you|i|we|du|sie|ich|wir|ihr)\b)"


@cache
def _alone() -> re.Pattern[str]:
    """Return what is said to no person."""
    word = _words()
    earlier = rf"{word['ignore']}(?! (?:niet|nooit|nicht|not|never)\b)[^.!?]{{0,25}}?\b{word['earlier']} (?:\w+ ){{0,2}}?{word['rules']}\b"
    return re.compile(
        "|".join((
            rf"(?P<left>\b{earlier})",
            rf"\b{word['ignore']}\b[^.!?]{{0,40}}\b{word['rules']}\b.{{0,20}}\b{word['above']}\b",
            rf"\b{word['ignore']}\b (?:wat|alles|everything|what|was)\b.{{0,20}}\b{word['above']}\b",
            rf"\b(?:override|overschrijf|uberschreibe)\s*:\s*{word['tell']}\b",
            r"<\|?/?\s*(?:im_start|im_end|system|assistant|user|endoftext|inst)|\[/?inst\]|###? ?(?:system|instruction|assistant)",
            rf"\b{word['towards']} {_THE}{word['models']}\s*:|(?<!\w){word['to_whom']} {_THE}{word['models']}\s*[:,.!]",
            rf"\b(?:als je|als u|als jij|if you are|if you're|wenn du|wenn sie) {_THE}(?:{word['models']}|ai|ki)(?: (?:bent|bist|sind)\b|[ ,.])(?!gebruikt|benutzt|verwendest)",
            r"\b(?:wie|whoever|anyone who|wer) (?:dit|deze tekst|this|das|diesen text) (?:als|as an|as) (?:ai|ki)\b|\b(?:leest|reads?|liest) (?:this )?(?:als|as an?|as) (?:ai|ki)\b",
            rf"(?<!van )(?<!of )(?<!von )\b(?:{word['models']}|ai assistants?) (?:must|should|have to|moet|moeten|dienen|dient|muss|mussen|soll|sollen)\b"
            r".{0,30}\b(?:noemen|zeggen|vermelden|aanraden|mention|say|state|recommend|nennen|sagen)",
            rf"\bdoe alsof (?:je|jij|u) (?:nu )?(?:de|het|een) (?!{word['roles_of_lessons']}\b)[\w -]{{2,30}}? bent\b",
            rf"\bpretend (?:that )?you(?: are|'re) (?:a |an |the )?(?!{word['roles_of_lessons']}\b)\w",
            rf"\btu so,? als (?:warst|wared|ob|waren)\w* (?:du|sie) (?:ein|eine|der|die|das) (?!{word['roles_of_lessons']}\b)\w",
            r"\b(?:je bent|jij bent|u bent|you are|du bist) (?:nu|now|jetzt|vanaf nu|from now on|ab jetzt) (?:een |an? |eine? |de |the )?"
            r"(?:ai|ki|\w*bot|taalmodel|language model|sprachmodell|assistent|assistant)\b",
            rf"\b{word['tell']} (?:altijd |dan |always |immer )?(?:(?:tegen|aan|to) )?(?:de|elke|the|every|dem|den|jedem) {word['users']} (?:dat|that|dass)\b{_NOT_A_PERSON}",
            r"\bbron (?:hieronder|hierboven) niet gebruiken|!\[[^\]]*\]\(https?:",
        )),
        re.DOTALL,
    )  # fmt: skip


@cache
def _said() -> re.Pattern[str]:
    """Return what gives orders to a model by itself: what is asked of answers, of users, of an AI that is addressed, of a role."""
    lists: Mapping[str, list[str]] = read_data(Path(__file__).with_name("data") / "orders_said.yaml")
    return re.compile("|".join(f"(?:{one})" for some in lists.values() for one in some))


@cache
def _signs() -> Mapping[str, re.Pattern[str]]:
    """Return what may be said to people too, by kind."""
    word = _words()
    to_such = rf"(?:{word['to_whom']}|{word['towards']}) {_THE}{word['perhaps_models']}\s*[:,.!]|(?<!voor )(?<!for )(?<!fur )(?<!als )(?<!as )\b{word['perhaps_models']}\s*:"
    complement = (
        r"(?:dat|altijd|nooit|alleen|uitsluitend|letterlijk|met|als antwoord|in je antwoord|in elk antwoord|in plaats daarvan|"
        r"that|always|never|only|exactly|with|the following|as answer|in your answer|people the|"
        r"dass|immer|nie|niemals|nur|aus,? dass|ausschliesslich|genau|mit|stattdessen)"
    )
    patterns = {
        "label": rf"(?<!\w)(?:{to_such})",
        "model": rf"\b{word['towards']} {_THE}{word['models']}\s*,|\b(?:voor|for|fur) {_THE}(?!(?:ai|ki)\s*:)(?:{word['models']}|assistent|assistant)\s*[:,]"
        r"|\b(?:system|systeem|developer|entwickler|ontwikkelaar)s?[- ]?(?:prompt|bericht|message|nachricht|modus|mode)\s*:"
        r"|\b(?:wie|whoever|anyone who|wer) .{0,30}\b(?:samenvat|summari[sz]es?|zusammenfasst)\b",
        "topic": r"\b(?:voor|for|fur) (?:de |the |die )?(?:ai|ki)\s*:|\b(?:als ai|as an ai|als ki)\b",
        "order": rf"\b{word['tell']},? (?:dan |hier |please |bitte )?(?:{complement}\b|(?:\w+ ){{0,3}}https?:)"
        rf"|\b(?:altijd|nooit|always|never|immer|nie|niemals) {word['tell']}\b"
        r"|\b(?:die je moet noemen|te noemen is|moet je noemen|zu nennen|(?:the )?\w+ to state is)\b|\bplease (?:give|tell|say)\b",
        "claim": rf"\b{word['claim']},? (?:dan |hier |altijd |always |immer )?(?:aus,? )?(?:dat|that|dass)\b{_NOT_A_PERSON}"
        r"|\b(?:output|repeat|print|write) (?:exactly )?the following\b|\b(?:herhaal letterlijk|wiederhole wortlich)\b"
        rf"|\b{word['claim']} (?:in (?:je|jouw|elk|ieder|your|every|each|deiner|jeder) (?:antwoord|answer|reply|antwort)|bij elke vraag|to every question|bei jeder frage)"
        rf"[^.!?]{{0,40}}\b(?:dat|that|dass)\b{_NOT_A_PERSON}"
        r"|\b(?:begin|eindig|end|start|enden|ende|beginne|beginnen) (?:met|with|mit) (?:de zin|the sentence|dem satz)\b"
        r"|\b(?:met de zin|mit dem satz) (?:beginnen|eindigen|enden)\b",
        "only": r"\b(?:antwoord|reply|respond|answer|antworte) (?:alleen|only|nur|altijd|always|immer|met|with|mit)\b",
        "role": r"\b(?:je bent|jij bent|u bent|you are|du bist) (?:nu|now|jetzt|vanaf nu|from now on|ab jetzt) (?:een |an? |eine? |de |the |der |die )?\w"
        r"|\b(?:act as|gedraag je als|spiel die rolle)\b",
        "override": rf"\b{word['ignore']}\b(?! (?:niet|nooit|nicht|not|never)\b).{{0,60}}?\b{word['rules']}\b"
        rf"|\b(?:je nieuwe|your new|deine neuen?) {word['rules']}\b|\b(?:nieuwe|new|neue) {word['rules']}\s*:",
        "output": r"\b(?:in|onder|under|unter|an) (?:je|jouw|elk|ieder|your|every|each|deiner?|deine|jede[rn]?) (?:antwoord|answer|reply|antwort)\b"
        r"|\b(?:bij elke vraag|to every question|bei jeder frage)\b|\b(?:when|bij het|beim) (?:answering|summari[sz]ing|beantwoorden|samenvatten|antworten|zusammenfassen)\b"
        r"|\b(?:geef|noem) geen bronnen\b|\bcite no sources\b",
        "user": rf"\b{word['tell']} (?:altijd |always |immer )?(?:(?:tegen|aan|to) )?(?:de|the|dem|den) {word['users']}\b"
        rf"|\b(?:de|the|der|dem) {word['users']}\b.{{0,40}}\b(?:dat je|that you|dass du|vertel|geef|give|tell)\b",
    }  # fmt: skip
    return {kind: re.compile(pattern, re.DOTALL) for kind, pattern in patterns.items()}


@lru_cache(maxsize=4096)
def is_instructing(text: str) -> bool:
    """Say whether `text`, or what is hidden in it, gives orders to a model (Dutch, English, German)."""
    plain, *disguised = _forms(text)
    open_signs = _found(plain, LEADING)
    if open_signs or disguised:
        open_signs += _found(plain, FOLLOWING)
    if _orders(plain, open_signs):
        return True
    known = {kind for kind, _, _ in open_signs}
    for form in disguised:
        signs = _found(form, LEADING | FOLLOWING)
        if _orders(form, signs) or any(kind not in known for kind, _, _ in signs):
            return True
    return False


def instructing_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs and rows of `text` that give orders to a model, as spans; all of it where the orders go on over several.

    What an order announces (it ends with a colon) is a part of it.
    """
    if not is_instructing(text):
        return ()
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    poisoned = {at for at, (start, end) in enumerate(lines) if is_instructing(text[start:end])}
    poisoned |= {
        at + 1 for at in poisoned if at + 1 < len(lines) and text[slice(*lines[at])].rstrip().endswith(":")
    }
    left = [at for at in range(len(lines)) if at not in poisoned]
    for one, other in pairwise(left):
        if is_instructing(f"{text[slice(*lines[one])]}\n{text[slice(*lines[other])]}"):
            poisoned |= {one, other}
    if is_instructing("\n".join(text[slice(*lines[at])] for at in left if at not in poisoned)):
        return ((0, len(text)),)
    return tuple(lines[at] for at in sorted(poisoned))


_Sign = tuple[str, int, int]


def _found(form: str, kinds: frozenset[str]) -> list[_Sign]:
    """Return the signs of these kinds in a text that people may be told too: kind, start and end."""
    return [
        (kind, match.start(), match.end())
        for kind, sign in _signs().items()
        if kind in kinds
        for match in sign.finditer(form)
        if kind != "override" or not _is_of_somebody(form, match)
    ]


def _orders(form: str, signs: Iterable[_Sign]) -> bool:
    if _said().search(form) or any(not _is_of_somebody(form, match) for match in _alone().finditer(form)):
        return True
    by_kind: dict[str, list[tuple[int, int]]] = {}
    for kind, start, end in signs:
        by_kind.setdefault(kind, []).append((start, end))
    return any(
        max(one[0], other[0]) - min(one[1], other[1]) <= REACH
        and (first != "label" or not _ENDS.search(form, one[1], max(one[1], other[0])))
        for first, second in TOGETHER
        for one in by_kind.get(first, ())
        for other in by_kind.get(second, ())
    )


_ENDS = re.compile(r"[.!?]\s")
"""Where a sentence ends: the name of a person or a machine goes no further."""


_BEFORE = re.compile(
    r"\b(?:niet|nooit|not|never|don't|nicht|nie|als je|als u|if you|wenn du|who|wie|die|to|te|mag je|may you) $"
)
_AFTER = re.compile(r"[^.,;:!?]{0,30}\b(?:niet|nooit|nicht|not)\b")
_FORGETTING = re.compile(r"(?:vergeet|vergiss|vergessen|forget|negeer|ignore|ignoriere)\b")


def _is_of_somebody(form: str, match: re.Match[str]) -> bool:
    """Say whether to ignore rules is forbidden, or told of somebody who does."""
    if not _FORGETTING.match(match[0]):
        return False
    is_forbidden = _BEFORE.search(form[max(0, match.start() - 12) : match.start()])
    return is_forbidden is not None or _AFTER.match(form, match.end()) is not None


_MIXED = re.compile(r"[^\W\d_]*(?:[\u0370-\u04ff@$]|(?<=[^\W\d_])\d|\d(?=[^\W\d_]))[\w@$]*")
"""A word with Greek or Cyrillic letters, or with digits among its letters."""
_RUN = re.compile(r"\b[^\W\d_](?:[ .\-_][^\W\d_]\b)+")
"""Letters that stand apart."""

_ENCODED = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")


def _forms(text: str) -> list[str]:
    """Return `text` as a model may read it: as it stands, with lookalikes replaced, letters joined, tags and base64 decoded."""
    compatible = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text))
    forms = [_folded(compatible)]
    if _MIXED.search(forms[0]):
        forms.append(_MIXED.sub(lambda match: match[0].translate(_LOOKALIKES), forms[0]))
    if _RUN.search(forms[0]):
        forms += [_RUN.sub(_joined, forms[0]), _RUN.sub(_joined_but_first, forms[0])]
    forms += [_folded(hidden) for hidden in (*_decoded(compatible), *_tagged(text))]
    return [" ".join(form.split()) for form in forms]


def _decoded(text: str) -> Iterator[str]:
    for match in _ENCODED.finditer(text):
        try:
            yield base64.b64decode(match[0] + "=" * (-len(match[0]) % 4), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue


def _tagged(text: str) -> Iterator[str]:
    for match in _TAGS.finditer(text):
        yield "".join(chr(ord(letter) - 0xE0000) for letter in match[0])


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _joined(match: re.Match[str]) -> str:
    """Return spaced letters as a word."""
    return re.sub(r"[ .\-_]", "", match[0])


def _joined_but_first(match: re.Match[str]) -> str:
    """Return spaced letters as a word without the first: a single letter in front may be a word of its own."""
    letters = _joined(match)
    return f"{letters[:1]} {letters[1:]}"
