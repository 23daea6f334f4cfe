"""XML without entities, document types or network (the attacks of CWE-611 and CWE-776)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"


class XmlError(ValueError):
    """The bytes are not XML that we read; the text says why, in Dutch."""


def parsed(data: bytes) -> Any:
    """Return the root element. Raises `XmlError` for what is not well formed, or declares a document type."""
    from lxml import etree

    if re.search(rb"<!(?:DOCTYPE|ENTITY)", data.replace(b"\x00", b"")[:1_000_000], re.IGNORECASE):
        raise XmlError(
            "Er staat een DOCTYPE of ENTITY in; die kan een bom zijn en hoort niet in dit formaat."
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise XmlError(f"De XML is niet goed gevormd ({str(error)[:120]}).") from error
    if root is None:
        raise XmlError("De XML is leeg.")
    return root


def local(element: Any) -> str:
    """Return the name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def text_of(element: Any) -> str:
    """Return an element's own text on one line, "" when it has none or is nil."""
    if element is None or element.get(NIL) == "true":
        return ""
    return re.sub(r"\s+", " ", element.text or "").strip()


def children(element: Any, *names: str) -> Iterator[Any]:
    """Yield the elements at a path of names below `element`, whatever their namespace."""
    if not names:
        yield element
        return
    for child in element:
        if local(child) == names[0]:
            yield from children(child, *names[1:])


def first(element: Any, *names: str) -> str:
    """Return the text of the first element at a path that has any, "" when there is none."""
    return next((text for child in children(element, *names) if (text := text_of(child))), "")


def in_language(element: Any, *names: str) -> str:
    """Return the Dutch text at a path, else the first that is there."""
    texts = [(child.get(XML_LANGUAGE, ""), text_of(child)) for child in children(element, *names)]
    filled = [(language, text) for language, text in texts if text]
    return next((text for language, text in filled if language == "nl"), filled[0][1] if filled else "")
