"""Days become an iCalendar file that a strict reader accepts, whatever their words hold."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.interface.escaping import visible
from assistant.interface.exports.calendar import Day, calendar_of, escaped_text, folded
from tests.support.calendar_reader import content_lines, read_calendar, unescaped
from tests.support.hostile import HOSTILE

TODAY = date(2026, 11, 21)
APRIL = Day(
    "apply mbo",
    date(2027, 4, 1),
    "Aanmelden; uiterlijk",
    "Voor 1 april, bij \\school\\\nEn: €",
    is_deadline=True,
)


def test_a_day_is_an_event_of_that_whole_day():
    event = read_calendar(calendar_of([APRIL], TODAY)).parts[0]
    assert event.name == "VEVENT"
    assert ("DTSTART", {"VALUE": "DATE"}, "20270401") in event.properties
    assert ("DTEND", {"VALUE": "DATE"}, "20270402") in event.properties
    assert event.value("DTSTAMP") == "20261121T000000Z"
    assert event.text("SUMMARY") == APRIL.title
    assert event.text("DESCRIPTION") == APRIL.text


def test_a_last_day_reminds_two_weeks_before_and_another_day_does_not():
    event, other = read_calendar(calendar_of([APRIL, Day("x", TODAY, "Start", "")], TODAY)).parts
    assert [(one.name, one.value("TRIGGER")) for one in event.parts] == [("VALARM", "-P14D")]
    assert other.parts == []


def test_the_same_day_keeps_its_name_and_another_gets_another():
    first = read_calendar(calendar_of([APRIL], TODAY)).parts[0].value("UID")
    later = read_calendar(calendar_of([APRIL], date(2026, 12, 1))).parts[0].value("UID")
    other = read_calendar(calendar_of([Day("apply hbo", APRIL.day, APRIL.title, APRIL.text)], TODAY)).parts[0]
    assert first == later != other.value("UID")


def test_a_calendar_without_a_day_is_not_made():
    with pytest.raises(ValueError, match="at least one day"):
        calendar_of([], TODAY)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_folded_at_75_octets_and_comes_back(text):
    line = f"SUMMARY:{escaped_text(text)}"
    assert content_lines(folded(line)) == [line]


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_comes_back_without_its_escapes(text):
    told = visible(text.replace("\r\n", "\n").replace("\r", "\n")).replace("\t", " ")
    assert unescaped(escaped_text(text)) == told


@pytest.mark.parametrize("text", HOSTILE[::4])
def test_hostile_words_make_no_second_property(text):
    days = [Day("x", TODAY, f"{text}\r\nATTACH:http://evil.example", text)]
    event = read_calendar(calendar_of(days, TODAY)).parts[0]
    names = [name for name, _, _ in event.properties]
    assert sorted(names) == sorted(["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP"])


@pytest.mark.parametrize(
    "content",
    [
        b"BEGIN:VCALENDAR\nEND:VCALENDAR\n",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"X-A:" + b"a" * 80 + b"\r\nEND:VCALENDAR\r\n",
    ],
)
def test_the_reader_refuses_what_the_standard_forbids(content):
    with pytest.raises(ValueError, match=r"CRLF|component|octets"):
        read_calendar(content)
