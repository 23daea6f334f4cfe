"""Reads an iCalendar file by the rules of RFC 5545, and refuses what breaks them. Shares nothing with the writer."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

NAME = re.compile(r"[A-Za-z0-9-]+")
ONCE = {"VEVENT": ("UID", "DTSTAMP", "DTSTART", "SUMMARY"), "VCALENDAR": ("PRODID", "VERSION")}


@dataclass
class Component:
    """A component: its properties as (name, parameters, value), and the components inside it."""

    name: str
    properties: list[tuple[str, dict[str, str], str]] = field(default_factory=list)
    parts: list[Component] = field(default_factory=list)

    def value(self, name: str) -> str:
        """Return the value of a property that stands there once."""
        (found,) = [value for one, _, value in self.properties if one == name]
        return found

    def text(self, name: str) -> str:
        """Return a value of type TEXT without its escapes."""
        return unescaped(self.value(name))


def read_calendar(content: bytes) -> Component:
    """Return the one calendar of a file. Raises ValueError for what the standard forbids."""
    lines = content_lines(content)
    stack: list[Component] = []
    root: Component | None = None
    for line in lines:
        name, parameters, value = parsed(line)
        if name == "BEGIN":
            component = Component(value)
            if stack:
                stack[-1].parts.append(component)
            stack.append(component)
        elif name == "END":
            closed = stack.pop()
            if closed.name != value:
                raise ValueError(f"END:{value} closes {closed.name}")
            check(closed)
            root = closed
        else:
            stack[-1].properties.append((name, parameters, value))
    if stack or root is None or root.name != "VCALENDAR":
        raise ValueError("not one whole calendar")
    return root


def content_lines(content: bytes) -> list[str]:
    """Return the unfolded lines: each ends in CRLF, no part is over 75 octets, none is cut in a letter."""
    if (
        not content.endswith(b"\r\n")
        or b"\n" in content.replace(b"\r\n", b"")
        or b"\r" in content.replace(b"\r\n", b"")
    ):
        raise ValueError("a line does not end in CRLF")
    lines: list[str] = []
    for part in content[:-2].split(b"\r\n"):
        if len(part) > 75:
            raise ValueError(f"{len(part)} octets in one line")
        text = part.decode("utf-8")
        if text.startswith((" ", "\t")):
            lines[-1] += text[1:]
        else:
            lines.append(text)
    if any(re.search(r"[\x00-\x08\x0b-\x1f\x7f]", line) for line in lines):
        raise ValueError("a control character")
    return lines


def parsed(line: str) -> tuple[str, dict[str, str], str]:
    """Return name, parameters and value of a line."""
    head, colon, value = line.partition(":")
    name, *parameters = head.split(";")
    if not colon or not NAME.fullmatch(name):
        raise ValueError(f"no content line: {line[:40]!r}")
    return name, dict(one.split("=", 1) for one in parameters), value


def unescaped(value: str) -> str:
    """Return a TEXT value as people read it. Raises ValueError for a comma or semicolon that is not escaped."""
    if re.search(r"(?<!\\)(?:\\\\)*[,;]", value) or re.search(r"(?<!\\)(?:\\\\)*\\[^\\;,nN]", value):
        raise ValueError(f"not a TEXT value: {value[:60]!r}")
    return re.sub(r"\\([\\;,nN])", lambda match: "\n" if match[1] in "nN" else match[1], value)


def check(component: Component) -> None:
    """Hold a component to the properties that it must have once."""
    for name in ONCE.get(component.name, ()):
        if sum(one == name for one, _, _ in component.properties) != 1:
            raise ValueError(f"{component.name} needs {name} once")
    if component.name == "VCALENDAR" and not component.parts:
        raise ValueError("a calendar without a component")
