"""Read a model's text: sentences with the numbers they cite, and nothing that a page would follow or run."""

from __future__ import annotations

import html
import re
from collections.abc import Collection
from dataclasses import dataclass

from assistant.types import LeftOut
from assistant.verification.clauses import sentences_of
from assistant.verification.items import canonical_url, items_of
from assistant.verification.lexicon import plain, without_invisible

_NUMBERS = r"\d{1,4}(?:\s*[,;&+]\s*(?:(?:bron|source|quelle)\s*)?\d{1,4})*"
_WORD = r"(?:bron(?:nen)?|sources?|quellen?|citation|ref)"
MARKER = re.compile(
    rf"\[\s*\^?(?:{_WORD})?\s*[#:]?\s*{_NUMBERS}\s*\]|【\s*(?:{_WORD})?\s*{_NUMBERS}[^】]{{0,40}}】|\(\s*{_WORD}\s*{_NUMBERS}\s*\)",
    re.IGNORECASE,
)
"""The ways in which models cite: [1], [1, 2], [bron 1], [^1], 【1†x】, (bron 1)."""

_THOUGHT = re.compile(
    r"<(think|thinking|reasoning|script|style|svg|iframe)\b.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z!?][^<>]*(?:>|\Z)", re.DOTALL)
_IMAGE = re.compile(r"!\[[^\]]*\](?:\([^)]*\)?|\[[^\]]*\])?")
_LINK = re.compile(r"\[([^\]\[]+)\]\(\s*<?[^)\n]*\)?|\[([^\]\[]+)\]\[(?!\s*\^?\d)[^\]]*\]")
_DEFINITION = re.compile(r"^\s*\[[^\]]+\]:.*$", re.MULTILINE)
_FORMAT = re.compile(r"^\s{0,3}(?:#{1,6}\s+|>\s?|[-*+•]\s+|\d{1,2}[.)]\s+(?=\D))|\*\*|__|`+|~~|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)", re.MULTILINE)  # fmt: skip
_ADDRESS = re.compile(r"\(?\s*<?(?:[a-z][a-z0-9+.-]{1,20}://|www\.|mailto:|javascript:|data:)[^\s<>\"')\]]+>?\)?", re.IGNORECASE)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence as it may be shown, and the offered numbers it cites, in order, each once."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CitedText:
    """What a model wrote, divided in what can be checked and what cannot."""

    sentences: tuple[CitedSentence, ...]
    left_out: tuple[LeftOut, ...]


def read_citations(text: str, offered: Collection[int]) -> CitedText:
    """Divide `text` into sentences with citations; numbers that were not `offered` are stripped.

    A sentence that cites nothing offered is left out, with the reason. Links keep their words, images
    and HTML disappear.
    """
    cited, left_out = [], []
    for written in sentences_of(_markers_inside(shown_text(text))):
        numbers = _numbers_of(written)
        sentence = _tidy(MARKER.sub("", written))
        valid = tuple(number for number in numbers if number in offered)
        if not any(letter.isalnum() for letter in sentence):
            continue
        if valid:
            cited.append(CitedSentence(sentence, valid))
        else:
            reason = "verwijst naar een bron die er niet is" if numbers else "noemt geen bron"
            left_out.append(LeftOut(sentence, reason))
    return CitedText(tuple(cited), tuple(left_out))


def shown_text(text: str) -> str:
    """Return `text` as plain words: no HTML, Markdown, images, link targets, thoughts or invisible characters."""
    bare = without_invisible(text)
    for _ in range(3):
        before = bare
        bare = html.unescape(_TAG.sub(" ", _THOUGHT.sub(" ", bare)))
        if bare == before:
            break
    bare = _TAG.sub(" ", _THOUGHT.sub(" ", without_invisible(bare))).replace("<", "‹").replace(">", "›")
    bare = _DEFINITION.sub("", _IMAGE.sub(" ", bare))
    bare = _LINK.sub(_words_of_link, bare)
    return _FORMAT.sub("", bare)


def _words_of_link(match: re.Match[str]) -> str:
    """Return the words of a link; a number that links somewhere is still a marker."""
    words = match[1] or match[2]
    return f"[{words}]" if MARKER.fullmatch(f"[{words}]") else words


def without_foreign_addresses(sentence: str, evidence: str) -> str:
    """Return `sentence` without web and e-mail addresses that do not stand literally in `evidence`."""
    known = {item.value for item in items_of(plain(evidence)) if item.kind.name in ("URL", "EMAIL")}

    def kept(match: re.Match[str]) -> str:
        return match[0] if canonical_url(match[0].strip(" ()<>")) in known else " "

    bare = _ADDRESS.sub(kept, sentence)
    for item in reversed(items_of(bare)):
        if item.kind.name in ("URL", "EMAIL") and item.value not in known:
            bare = bare[: item.start] + " " + bare[item.end :]
    return _tidy(bare)


def _markers_inside(text: str) -> str:
    """Move markers that follow the end of a sentence before it, so that they stay with their sentence."""
    marks = rf"(?:{MARKER.pattern})"
    return re.sub(
        rf"([.!?]+)([\"'”’)]?)[ \t]*((?:{marks}[ \t]*)+)\.?",
        lambda match: f" {match[3].strip()}{match[1]}{match[2]} ",
        text,
        flags=re.IGNORECASE,
    )


def _numbers_of(text: str) -> tuple[int, ...]:
    found = [
        int(number) for mark in MARKER.findall(text) for number in re.findall(r"\d+", mark.split("†")[0])
    ]
    return tuple(dict.fromkeys(found))


def _tidy(text: str) -> str:
    """Close the gaps that removed stretches leave."""
    return re.sub(r"\s+([.,;:!?])", r"\1", re.sub(r"\s+", " ", re.sub(r"\(\s*\)|\[\s*\]", "", text))).strip(
        " -|"
    )
