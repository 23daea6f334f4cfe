"""Days as an iCalendar file (RFC 5545): all-day events, exact to the octet. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.interface.escaping import visible

PRODUCT = "-//Leerwijzer//Mijn route//NL"
LONGEST_LINE = 75
"""Octets of one line without its end (RFC 5545, 3.1)."""

REMIND_DAYS = 14
"""Our choice: two weeks are enough to still apply."""


@dataclass(frozen=True, slots=True)
class Day:
    """Something on one day. `key` tells it from others, whatever its words; `is_deadline` gets a reminder."""

    key: str
    day: date
    title: str
    text: str
    url: str | None = None
    is_deadline: bool = False


def calendar_of(days: Iterable[Day], today: date) -> bytes:
    """Return the file; ValueError without a day, since a calendar needs a component (RFC 5545, 3.6)."""
    events = [line for day in dict.fromkeys(days) for line in _event(day, today)]
    if not events:
        raise ValueError("a calendar needs at least one day")
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [*events, "END:VCALENDAR"]
    return b"".join(folded(line) for line in lines)


def _event(day: Day, today: date) -> list[str]:
    identity = hashlib.sha256(f"{day.key} {day.day.isoformat()}".encode()).hexdigest()[:32]
    lines = [
        "BEGIN:VEVENT",
        f"UID:{identity}@leerwijzer",
        f"DTSTAMP:{today:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{day.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{escaped_text(day.title)}",
        f"DESCRIPTION:{escaped_text(day.text)}",
        *([f"URL:{day.url}"] if day.url else []),
        "TRANSP:TRANSPARENT",
    ]
    if day.is_deadline:
        lines += ["BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:-P{REMIND_DAYS}D"]
        lines += [f"DESCRIPTION:{escaped_text(day.title)}", "END:VALARM"]
    return [*lines, "END:VEVENT"]


def escaped_text(text: str) -> str:
    """Return a value of type TEXT (RFC 5545, 3.3.11); what nobody can see is left out."""
    plain = visible(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ")
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> bytes:
    """Return a content line in UTF-8 with its end, folded so that no part is over 75 octets and no letter is cut."""
    parts: list[bytes] = []
    part = b""
    for letter in line:
        octets = letter.encode()
        if len(part) + len(octets) > LONGEST_LINE:
            parts.append(part)
            part = b" "
        part += octets
    return b"\r\n".join([*parts, part]) + b"\r\n"
