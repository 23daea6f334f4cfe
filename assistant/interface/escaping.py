"""From any text to text that a browser can only show: the one way by which words reach the page."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

from knowledge.catalogue.publishers import shown_host

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Controls, zero-width and bidi characters, fillers, variation selectors and tags (Unicode TR36 and TR39).

They can hide words from the reader or turn a line around; no Dutch, English or German text needs them.
"""


def visible(text: str) -> str:
    """Return `text` without the characters that nobody can see; line breaks and tabs stay."""
    return INVISIBLE.sub("", text)


def escaped(text: str) -> str:
    """Return `text` fit for an HTML text node or a double-quoted attribute."""
    return html.escape(visible(text), quote=True)


def one_line(text: str) -> str:
    """Return `text` escaped, with every run of white space made one space: for titles and labels."""
    return escaped(" ".join(text.split()))


def public_address(url: str) -> str | None:
    """Return `url` when it is a plain http(s) address that may be linked, else None.

    Refused are other schemes, credentials (`https://bank.nl@evil.example`), and anything invisible or
    blank inside, which browsers quietly drop.
    """
    if not url or len(url) > 2_000 or visible(url) != url or re.search(r"[\s\\<>\"'`]", url):
        return None
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return None
    allowed = parts.scheme in {"http", "https"} and host and "@" not in parts.netloc
    return url if allowed else None


def host_of(url: str) -> str:
    """Return the host of an address that `public_address` let through, as it is to be shown; of a copy its publisher."""
    return shown_host(url)
