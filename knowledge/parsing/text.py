"""Plain text: find the encoding, then the paragraphs."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from knowledge.parsing.assembly import CharacterBudget, PageAssembly
from knowledge.parsing.cleaning import clean, clean_line, notices_of_hidden
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.recognition import MediaType
from knowledge.parsing.text_layout import LIST_MARK, LineKind, pieces_of
from knowledge.types import BlockKind, ParsedDocument, SourceKind, SourceMetadata

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32 before UTF-16, of which its little-endian mark begins with one."""
_CANDIDATES = ["cp1252", "cp850", "mac_roman"]
"""What Dutch files without a mark that are not UTF-8 are written in: Windows, MS-DOS, old Macs."""
_SAMPLE = 100_000
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_PARAGRAPH_BREAK = re.compile(r"\n[^\S\n]*\n\s*?(?=\S|\Z)")


def decode(received: ReceivedFile) -> str:
    """Return the text of the file: byte order mark, then UTF-8, then the likeliest of a few encodings.

    Raises `UnreadableFileError` when it is no text in any of them.
    """
    data = received.data
    encoding = (
        next((name for mark, name in _MARKS if data.startswith(mark)), None) or _two_byte(data) or "utf-8"
    )
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise _undecodable(received) from error
        text = _decode_single_byte(received)
    if (
        _FORBIDDEN.search(text[:_SAMPLE]) is not None
        and len(_FORBIDDEN.findall(text[:_SAMPLE])) > len(text) / 1000 + 2
    ):
        raise _undecodable(received)
    return text


def _two_byte(data: bytes) -> str | None:
    """Return the UTF-16 that text without a mark is in: mostly Latin letters have a zero in each pair."""
    head = data[:2000]
    half = max(1, len(head) // 2)
    if head[1::2].count(0) > 0.7 * half and head[::2].count(0) == 0:
        return "utf-16-le"
    if head[::2].count(0) > 0.7 * half and head[1::2].count(0) == 0:
        return "utf-16-be"
    return None


def _decode_single_byte(received: ReceivedFile) -> str:
    data = received.data
    if b"\x00" in data[:_SAMPLE]:
        raise _undecodable(received)
    found = from_bytes(data[:_SAMPLE], cp_isolation=_CANDIDATES, enable_fallback=False)
    if (best := found.best()) is None:
        raise _undecodable(received)
    likely = [best.encoding, *(one.encoding for one in found)]
    chosen = min(
        dict.fromkeys(likely), key=lambda one: _oddities(data[:_SAMPLE].decode(one, errors="replace"))
    )
    return data.decode(chosen, errors="replace")


def _oddities(text: str) -> int:
    """Return how often a text has what no Dutch, English or German one has, and the same bytes in another encoding may not: a sign
    inside a word, an accented capital alone before a figure where a euro is ("Ä 7,50").
    """
    return len(_ODD.findall(text))


_ODD = re.compile(
    r"(?<=[^\W\d_])[^\w\s!-/:-@\[-`{-~‐-―‘’“”„…·•€°´]+(?=[^\W\d_])|(?<!\w)[^\W\d_a-zA-Z](?= ?\d)|\ufffd"
)


def _undecodable(received: ReceivedFile) -> Exception:
    return received.refusal(
        "De inhoud is geen leesbare tekst (UTF-8, UTF-16 of Windows-1252).",
        "Bewaar het bestand opnieuw als tekst in UTF-8, of kijk of het een ander soort bestand is.",
    )


def parse_text(received: ReceivedFile) -> ParsedDocument:
    """Read plain text: its title, headings, paragraphs, list items and tables in aligned columns, as `text_layout` tells them."""
    raw = decode(received)
    text = clean(raw)
    CharacterBudget(received).spend(len(text))
    assembly = PageAssembly()
    paragraphs = [paragraph for paragraph in _PARAGRAPH_BREAK.split(text) if paragraph.strip()]
    title: str | None = None
    for index, paragraph in enumerate(paragraphs):
        following = paragraphs[index + 1 : index + 2]
        after = following[0].split("\n")[0] if following else ""
        for piece in pieces_of(paragraph, is_first=index == 0, is_last=not following, after=after):
            if piece.kind is LineKind.TITLE:
                title = clean_line(piece.text)
                assembly.add(BlockKind.HEADING, piece.text, level=1)
            elif piece.kind is LineKind.HEADING:
                assembly.add(BlockKind.HEADING, piece.text, level=2)
            elif piece.kind is LineKind.ROW:
                assembly.add(BlockKind.TABLE_ROW, piece.text, row=piece.row)
            else:
                _add_text(assembly, piece.text)
    page = assembly.page(1)
    return ParsedDocument(
        SourceKind.DOCUMENT, MediaType.TEXT, (page,), SourceMetadata(title=title), notices_of_hidden(raw)
    )


def _add_text(assembly: PageAssembly, text: str) -> None:
    """Add running text: lines that begin with a list mark as items, the rest joined."""
    kind, gathered = BlockKind.PARAGRAPH, list[str]()
    for line in text.split("\n"):
        mark = LIST_MARK.match(line)
        if mark is not None:
            assembly.add(kind, " ".join(gathered))
            kind, gathered = (
                BlockKind.LIST_ITEM,
                [line[mark.end() :] if not mark[0].strip()[0].isalnum() else line],
            )
        else:
            gathered.append(line)
    assembly.add(kind, " ".join(gathered))
