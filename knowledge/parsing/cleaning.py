"""Text as a reader sees it: composed (NFC), without characters that nobody sees.

Invisible characters can carry text for a machine that a person cannot check (OWASP LLM01, "ASCII
smuggling") or turn the reading order around ("Trojan Source", Boucher and Anderson, 2021).
"""

from __future__ import annotations

import html
import re
import unicodedata

INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 controls but for white space
    "\u00ad"  # soft hyphen
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # joiners and fillers that take no room
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f"  # zero width, bidirectional marks and overrides
    "\u3164\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"  # fillers, byte order mark, non-characters
    "\ufe00-\ufe0f"  # variation selectors
    "\U000e0000-\U000e0fff"  # tags and the other variation selectors
    "\ud800-\udfff"  # half characters
)
"""The inside of a regular expression class: characters that leave no mark on paper (Unicode 16)."""

_INVISIBLE = re.compile(f"[{INVISIBLE}]+")
_SMUGGLED = re.compile("[\u200b\u202a-\u202e\u2060-\u2069\U000e0001-\U000e007f]+")
"""Zero-width spaces, bidirectional overrides and tags: the ones that carry or turn around a message."""
_LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "ĳ": "ij", "Ĳ": "IJ",
}  # fmt: skip
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_SPACE = re.compile(r"\s+")


def clean(text: str) -> str:
    """Return `text` composed, with line breaks as newlines, ligatures as letters and nothing invisible.

    Idempotent. White space other than line breaks is left as it is.
    """
    if text.isascii():
        return _INVISIBLE.sub("", _LINE_BREAK.sub("\n", text))
    visible = _INVISIBLE.sub("", _LINE_BREAK.sub("\n", text))
    letters = _LIGATURE.sub(lambda found: _LIGATURES[found[0]], visible)
    return unicodedata.normalize("NFC", letters)


def clean_line(text: str) -> str:
    """Return `text` cleaned, on one line, with single spaces and none at its ends."""
    return _SPACE.sub(" ", clean(text)).strip()


def clean_lines(text: str) -> str:
    """Return `text` cleaned, with its line breaks kept and single spaces within each line."""
    lines = (_BLANKS.sub(" ", line).strip() for line in clean(text).split("\n"))
    return "\n".join(lines).strip("\n")


def with_letters(text: str) -> str:
    """Return the text of a table with the letters for which an export of a web page has a name ("&eacute;", "&euro;"); quotes stay as named."""
    if "&" not in text:
        return text
    return _NAMED.sub(lambda found: html.unescape(found[0]), text)


_NAMED = re.compile(r"&(?!quot;|lt;|gt;|apos;)[a-zA-Z]{3,8};")


def without_markup(text: str) -> str:
    """Return a cell without the marks of a page on the web, as the export of a shop has them: "&euro; 25<br>" is "€ 25".

    A new line or item ends a statement. What is no such mark stays: "a < b", "R&D".
    """
    if "&" not in text and "<" not in text:
        return text
    plain = text
    for _ in range(2):  # an export may have marked its marks: "&lt;br&gt;"
        plain = _TAG.sub("", _LINE_TAG.sub("; ", _ENTITY.sub(lambda found: html.unescape(found[0]), plain)))
    return _AFTER_END.sub(r"\1 ", plain).strip("; ") if plain != text else text


_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,10}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")
_LINE_TAG = re.compile(r"\s*</?(?:br|p|li|ul|ol|div|tr|h[1-6])\b[^<>]{0,200}>\s*", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|a|font|small|sup|sub|td|th|table|tbody)\b[^<>]{0,300}>", re.IGNORECASE
)
_AFTER_END = re.compile(r"(^|[.!?:;])(?:\s*;)+\s*")
"""A mark of the end of a line behind one of a sentence."""


def notices_of_hidden(text: str) -> tuple[str, ...]:
    """Return a notice (Dutch) when `text` as it came in holds characters that can hide a message.

    Marks with an honest use (soft hyphens, joiners in emoji, byte order marks) do not count.
    """
    hidden = count_hidden(text)
    return (hidden_notice(hidden),) if hidden else ()


def count_hidden(text: str) -> int:
    """Return how many characters of `text` can hide a message."""
    return 0 if text.isascii() else sum(map(len, _SMUGGLED.findall(text)))


def hidden_notice(count: int) -> str:
    """Return the notice that `count` characters which can hide a message were taken out."""
    return f"Er stonden {count} onzichtbare tekens in (mogelijk verborgen tekst); ze zijn verwijderd."
