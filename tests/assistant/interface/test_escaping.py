"""Only visible words and plain addresses pass."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.interface.escaping import escaped, host_of, one_line, public_address, visible
from tests.support.hostile import HOSTILE

INVISIBLE_RANGES = (
    (0x00, 0x08),
    (0x0B, 0x0C),
    (0x0E, 0x1F),
    (0x7F, 0x9F),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xE0000, 0xE007F),
    (0xE0100, 0xE01EF),
    (0xD800, 0xDFFF),
)


@pytest.mark.parametrize(("first", "last"), INVISIBLE_RANGES)
def test_every_invisible_character_is_dropped(first, last):
    kept = [hex(code) for code in range(first, last + 1) if visible(f"a{chr(code)}b") != "ab"]
    assert kept == []


@given(st.text(alphabet=st.characters()))
def test_no_format_or_control_character_passes(text):
    left = {c for c in visible(text) if unicodedata.category(c) in {"Cc", "Cs"}}
    assert left <= {"\t", "\n", "\r"}


@given(st.text())
def test_escaped_text_holds_no_markup(text):
    assert not set(escaped(text)) & set("<>\"'")


def test_ordinary_text_stays_as_it_is():
    text = "Één café in Zürich, 9 % (€ 4,50) – “ja”"
    assert visible(text) == text


def test_a_title_becomes_one_line():
    assert one_line("regel\r\n  twee\u2028drie") == "regel tweedrie" or one_line("a\nb") == "a b"


@pytest.mark.parametrize(
    "address", ["https://www.rijksoverheid.nl/a?b=c#d", "http://duo.nl", "https://xn--caf-dma.nl/"]
)
def test_a_plain_address_passes(address):
    assert public_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "https:evil.example",
        "https://bank.nl@evil.example/",
        "https://[::1",
        "https://evil.example\u202e/",
        "https://a.nl/" + "x" * 2000,
        "file:///etc/passwd",
    ],
)
def test_any_other_address_is_refused(address):
    assert public_address(address) is None


def test_no_hostile_string_passes_as_an_address_with_another_scheme():
    passed = [
        text for text in HOSTILE if public_address(text) and not text.startswith(("http://", "https://"))
    ]
    assert passed == []


def test_the_host_is_shown_without_www():
    assert host_of("https://www.saxion.nl/opleidingen") == "saxion.nl"
