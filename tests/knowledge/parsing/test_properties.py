from __future__ import annotations

import csv
import io
import re
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError
from knowledge.parsing.cleaning import clean, clean_line
from knowledge.parsing.dispatch import parse_received
from knowledge.parsing.received import ReceivedFile
from knowledge.parsing.transport import from_bytes, to_bytes
from knowledge.types import ParsedDocument

UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff\ud800-\udfff]"
)
"""What no text may hold, written out here apart from the code (threats.md, T5)."""
ODD = "".join(
    map(
        chr,
        [
            0,
            9,
            0x0B,
            0x85,
            0xAD,
            0x200B,
            0x200D,
            0x2028,
            0x202E,
            0x2066,
            0xFE0F,
            0xFEFF,
            0xE0041,
            0xE01EF,
            0xFB01,
            0x133,
            0x301,
        ],
    )
)
WORDS = st.text(
    st.one_of(st.sampled_from("aeé €1.,-\n" + ODD), st.characters(exclude_categories=["Cs"])), max_size=30
)


def parsed(name: str, text: str) -> ParsedDocument | None:
    try:
        return parse_received(ReceivedFile(name, text.encode(), ParsingLimits()))
    except UnreadableFileError:
        return None


def check(document: ParsedDocument | None) -> None:
    """Blocks are in order, inside the page, apart, and what they point at is clean."""
    if document is None:
        return
    for page in document.pages:
        reached = 0
        for block in page.blocks:
            assert reached <= block.start < block.end <= len(page.text)
            assert not page.text[reached : block.start].strip()
            assert page.text[block.start : block.end] == clean_line(page.text[block.start : block.end])
            reached = block.end
        assert not page.text[reached:].strip()
        assert all(0 <= r.start <= r.end <= len(page.text) for r in page.references)
        assert UNSEEN.search(page.text + page.label) is None
        assert unicodedata.is_normalized("NFC", page.text)
    assert from_bytes(to_bytes(document)) == document


@given(WORDS)
def test_cleaned_text_is_composed_visible_and_stays_as_it_is(text):
    once = clean(text)
    assert clean(once) == once
    assert UNSEEN.search(once.replace("\t", "").replace("\n", "")) is None
    assert unicodedata.is_normalized("NFC", once)


MARKDOWN_LINE = st.tuples(
    st.sampled_from(["", "# ", "### ", "- ", "1. ", "  - ", "> ", "| ", "|---|---|", "```", "---", "[^a]: <https://a.nl> (2024) ", "<div>", "    "]),
    WORDS,
    st.sampled_from(["", "[^a]", "[^b].", " | x |", "**vet**", "[link](https://b.nl)", "![p](x)"]),
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(MARKDOWN_LINE, max_size=12).map("\n".join))
def test_markdown_of_any_kind_gives_ordered_blocks_of_clean_text(text):
    check(parsed("a.md", text))


HTML_PIECE = st.tuples(
    st.sampled_from(["<p>", "<h2>", "<li>", "<table>", "<tr><td>", "<th>", "</p>", "</table>", "<div hidden>", "</div>", "<br>", "<script>"]),
    WORDS,
).map("".join)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(HTML_PIECE, max_size=12).map("".join))
def test_html_of_any_kind_gives_ordered_blocks_of_clean_text(text):
    check(parsed("a.html", "<html><body>" + text))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=4), max_size=6), st.sampled_from(";,\t"))
def test_a_csv_of_any_kind_gives_ordered_blocks_of_clean_text(rows, delimiter):
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows([["id", "naam"], *rows])
    check(parsed("a.csv", buffer.getvalue()))


@settings(max_examples=60, deadline=None)
@given(WORDS)
def test_text_of_any_kind_gives_ordered_blocks_of_clean_text(text):
    check(parsed("a.txt", text))


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["a.txt", "a.csv", "a.md", "a.html", "a.pdf", "a.docx", "a.xlsx"]),
)
def test_bytes_of_any_kind_are_read_or_refused(data, name):
    try:
        document = parse_received(ReceivedFile(name, data, ParsingLimits()))
    except UnreadableFileError as error:
        refused = bool(error.reason and error.cure)
    else:
        check(document)
        refused = True
    assert refused
