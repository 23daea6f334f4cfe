"""What stands around a message in a talk and asks nothing: thanks, an "oops", "I mean", "back to". Pure; data: data/frames.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.types import Language
from assistant.understanding.amended import amended
from assistant.understanding.leaning import names_itself
from knowledge.data_files import read_data

_DATA = Path(__file__).parent / "data" / "frames.yaml"

LONGEST_CORRECTION = 8
"""Words of the longest message that only puts the one before it right ("niet in Enschede maar in Almelo")."""

LONGEST_STARTLED = 4
"""Words after an "oops" that still put the message before it right ("oeps, mbo 3")."""


@dataclass(frozen=True, slots=True)
class _Frames:
    """The patterns of one language; `no` is the word that a correction begins with."""

    no: str
    startled: re.Pattern[str]
    thanks: re.Pattern[str]
    means: re.Pattern[str]
    instead: re.Pattern[str]
    returns: re.Pattern[str]
    asks: re.Pattern[str]


def unframed(text: str, language: Language) -> str:
    """Return a message without what stands around it; a correction begins with "nee," ("no,", "nein,").

    A message that is nothing but frame ("bedankt!", "nee") comes back as it was.
    """
    frames = _frames(language)
    rest = _after(frames.startled, text)
    is_startled = rest != text
    rest = _after(frames.thanks, rest)
    meant = _after(frames.means, rest)
    if meant != rest and (asked := _asked_of_meant(meant)):
        return asked
    if meant != rest and _words(meant) <= LONGEST_CORRECTION:
        return f"{frames.no}, {meant}"
    instead = frames.instead.match(rest)
    if instead and _words(rest) <= LONGEST_CORRECTION:
        return f"{frames.no}, {instead.group('new').strip()}"
    if is_startled and _words(rest) <= LONGEST_STARTLED and not frames.asks.match(rest):
        return f"{frames.no}, {rest}"
    rest = _after(frames.returns, amended(rest, language))
    return GOING_ON.sub("", rest, count=1) if names_itself(rest) else rest


GOING_ON = re.compile(r"^\s*(?:en|maar|and|but|und|aber)\s+", re.IGNORECASE)
"""With what a message goes on that names itself what it asks of."""


def _after(frame: re.Pattern[str], text: str) -> str:
    """Return what follows a frame, the text itself when nothing does."""
    match = frame.match(text)
    rest = text[match.end() :].strip(" ,.!:") if match else ""
    return _with_mark(rest, text) if re.search(r"\w", rest) else text


MEANT_THEN_ASKED = re.compile(
    r"(?:(?:die|dat|de|het|that|the one|the|der|die|das)\s+)?(?:(?:voor|van|bij|for|of|at|für|von|bei)\s+)?(?P<meant>[^.?!]{2,60})[.?!;]\s+"
    r"(?P<before>[^.?!]{3,80}?)\b(?:die|dat|deze|dit|that|it|this|das|es|diese[rsnm]?)\b(?P<after>[^.!]*)$",
    re.IGNORECASE,
)


def _asked_of_meant(meant: str) -> str:
    """Return a question that points at what was meant with that in its place ("ik bedoel die voor 3140. Hoe lang geldt die?"), else ""."""
    match = MEANT_THEN_ASKED.match(meant)
    if match is None or _words(match["meant"]) > LONGEST_CORRECTION:
        return ""
    return f"{match['before']}{match['meant'].replace(',', '').strip()}{match['after']}"


def _with_mark(rest: str, text: str) -> str:
    return f"{rest}{text.rstrip()[-1]}" if text.rstrip()[-1:] == "!" else rest


def _words(text: str) -> int:
    return len(text.split())


@cache
def _frames(language: Language) -> _Frames:
    raw = read_data(_DATA)[language.value]

    def opening(name: str, ending: str) -> re.Pattern[str]:
        return re.compile(rf"\s*(?:(?:{'|'.join(raw[name])}){ending})+", re.IGNORECASE)

    before = rf"\s*(?:(?:{'|'.join([raw['denial'], *raw['startled']])})\b[\s,.!]*)*"
    return _Frames(
        no=raw["denial"],
        startled=opening("startled", r"\b[\s,.!…-]+"),
        thanks=opening("thanks", r"(?:\s*[,.!…]+\s*|\s+(?=(?:en|maar|and|but|und|aber)\b))"),
        means=re.compile(rf"{before}(?:{'|'.join(raw['means'])})\b[\s,:]*", re.IGNORECASE),
        instead=re.compile(rf"{before}(?:{raw['instead']})\s*$", re.IGNORECASE),
        returns=opening("returns", r"\s+"),
        asks=re.compile(rf"(?:{raw['denial']}|{'|'.join(raw['asks'])})\b", re.IGNORECASE),
    )
