"""Messages that are answered before anything is looked up: someone in need, small talk, questions about the assistant.

Rules and phrases only, so that help comes first and always: no retrieval, no model. Data: data/special.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path

from assistant.types import Language
from assistant.understanding.despair import despairs, despairs_of_nothing, straight, without_idioms
from assistant.understanding.plain import in_full
from knowledge.data_files import read_data
from knowledge.language.normalisation import fold
from knowledge.language.real_words import real_words
from knowledge.language.spelling import edit_distance, tolerated_errors

_DATA = Path(__file__).parent / "data" / "special.yaml"

LONGEST_SMALL_TALK = 60
"""Characters; a longer message has a question in it."""


class Special(StrEnum):
    """Kinds of messages with a fixed answer, in the order in which they are looked for."""

    CRISIS = "crisis"
    FORGERY = "forgery"
    """Somebody wants a proof that is not theirs."""
    JUDGE_PERSON = "judge_person"
    BULLIED = "bullied"
    UNSAFE_WORK = "unsafe_work"
    LITERACY = "literacy"
    HUMAN = "human"
    """Somebody wants to speak with a person."""
    OVERWHELMED = "overwhelmed"
    """Somebody does not see how to go on, in no danger that is told."""
    THANKS = "thanks"
    SMALL_TALK = "small_talk"
    ABOUT = "about"
    UNDECIDED = "undecided"
    """Somebody does not know what to choose, and tells nothing to go by."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Patterns of one kind. A message is meant when, without its `idioms`, it holds one of `match`, or one of `mentions`
    outside what is `about`, or one of `cues` outside its `setting`."""

    match: tuple[re.Pattern[str], ...]
    never: tuple[re.Pattern[str], ...]
    idioms: tuple[re.Pattern[str], ...]
    mentions: tuple[re.Pattern[str], ...]
    about: tuple[re.Pattern[str], ...]
    cues: tuple[re.Pattern[str], ...]
    setting: tuple[re.Pattern[str], ...]
    words: tuple[str, ...]


MOST_REMEMBERED = 256
"""Messages of which it is remembered what they are: those of the talks that go on are looked at with each new one."""


@lru_cache(MOST_REMEMBERED)
def special_kind(text: str) -> Special | None:
    """Return what kind of special message a text is, or None when it is a question like others."""
    folded = " ".join(fold(text).replace("’", "'").split())
    for kind in Special:
        if kind in (Special.THANKS, Special.SMALL_TALK) and len(folded) > LONGEST_SMALL_TALK:
            continue
        means = _is_cry if kind is Special.CRISIS else _is_meant
        if any(means(form, _phrases()[kind]) for form in dict.fromkeys(_forms(folded, kind))):
            return kind
    return None


def _forms(folded: str, kind: Special) -> Iterator[str]:
    """Yield a message as it is; of a cry for help also with chat words in full, in each language: nobody types well then."""
    yield folded
    if kind is Special.CRISIS:
        yield from (" ".join(fold(in_full(folded, language)).split()) for language in Language)


def _is_meant(folded: str, phrases: _Phrases) -> bool:
    if any(pattern.search(folded) for pattern in phrases.never):
        return False
    plain = _spelled(folded, phrases.words)
    for idiom in phrases.idioms:
        plain = idiom.sub(" ", plain)
    if any(pattern.search(plain) for pattern in phrases.match):
        return True
    return _is_loose(plain, phrases.mentions, phrases.about) or _is_loose(
        plain, phrases.cues, phrases.setting
    )


def _is_cry(folded: str, phrases: _Phrases) -> bool:
    """Say whether a message is of danger or despair; despair that says of nothing what it is about is no matter of a setting."""
    text = without_idioms(straight(folded))
    if _is_meant(text, phrases):
        return True
    for idiom in phrases.idioms:
        text = idiom.sub(" ", text)
    in_setting = any(word.search(text) for word in phrases.setting)
    return despairs(text) or (despairs_of_nothing(text) and not in_setting)


def _is_loose(text: str, cues: Sequence[re.Pattern[str]], setting: Sequence[re.Pattern[str]]) -> bool:
    """Say whether a text holds a cue and nothing of the setting in which that cue is an everyday word."""
    return any(cue.search(text) for cue in cues) and not any(word.search(text) for word in setting)


def _spelled(folded: str, words: Sequence[str]) -> str:
    """Return a message with typing errors in `words` put right; a word that people use is none ("verwacht")."""
    if not words:
        return folded
    return re.sub(r"[a-z]{5,}", lambda match: _nearest(match.group(), words), folded)


def _nearest(word: str, words: Sequence[str]) -> str:
    if word in words or any(word in real_words(language) for language in Language):
        return word
    limit = tolerated_errors(word)
    near = (one for one in words if one[0] == word[0] and edit_distance(word, one, limit) <= limit)
    return next(near, word)


@cache
def _phrases() -> dict[Special, _Phrases]:
    raw = read_data(_DATA)
    return {kind: _phrases_of(raw[kind.value]) for kind in Special}


def _phrases_of(entry: Mapping[str, Sequence[str]]) -> _Phrases:
    def patterns(name: str) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern) for pattern in entry.get(name, ()))

    return _Phrases(
        match=patterns("match"),
        never=patterns("never"),
        idioms=patterns("idioms"),
        mentions=patterns("mentions"),
        about=patterns("about"),
        cues=patterns("cues"),
        setting=patterns("setting"),
        words=tuple(entry.get("words", ())),
    )
