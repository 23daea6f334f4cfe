"""Say in a sentence why a limited process did not bring a document back."""

from __future__ import annotations

import json
import signal

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError
from knowledge.parsing.jobs import JobEnd
from knowledge.parsing.received import visible_name
from knowledge.parsing.worker import EXIT_OUT_OF_MEMORY, EXIT_TOO_LARGE

_MEGABYTE = 1024 * 1024
_MUCH = 0.5
"""A crash of a process that held this share of its memory is put down to the memory cap: pdfium does
not return an error when memory ends but stops the process."""
_CRASHES = frozenset(
    {signal.SIGSEGV, signal.SIGABRT, signal.SIGILL, signal.SIGTRAP, signal.SIGBUS, signal.SIGFPE}
)
_SPLIT = "Deel het bestand op, of bewaar het opnieuw vanuit het programma waarin het gemaakt is."


def error_of(name: str, end: JobEnd, limits: ParsingLimits) -> UnreadableFileError | None:
    """Return why the job brought nothing back, None when it did."""
    if end.status == 0 and end.tag == "D":
        return None
    if end.status == 0 and end.tag == "E":
        refusal = json.loads(end.payload)
        return UnreadableFileError(visible_name(name), str(refusal["reason"]), str(refusal["cure"]))
    return UnreadableFileError(visible_name(name), *_reason(end, limits))


def _reason(end: JobEnd, limits: ParsingLimits) -> tuple[str, str]:
    """Return what was found and what to do about it."""
    if end.status == -signal.SIGPROF:
        found = f"Bladzijde {end.page} kost meer dan {limits.page_cpu_seconds} seconden rekentijd."
        return found, "Bewaar de PDF opnieuw, of haal die bladzijde eruit."
    where = f" bij bladzijde {end.page}" if end.page else ""
    return f"{_stopped_by(end, limits)}{where}.", _SPLIT


def _stopped_by(end: JobEnd, limits: ParsingLimits) -> str:
    """Return which cap ended the process, or that none did."""
    killed_late = end.status == -signal.SIGKILL and end.cpu_seconds >= limits.cpu_seconds
    spent = end.status == -signal.SIGXCPU or killed_late
    crashed_full = -end.status in _CRASHES and end.memory_bytes > _MUCH * limits.memory_bytes
    if end.timed_out:
        found = f"Lezen duurde langer dan {limits.wall_seconds:g} seconden en is gestopt"
    elif end.too_large or end.status == EXIT_TOO_LARGE:
        found = f"De gelezen tekst is groter dan {limits.result_bytes // _MEGABYTE} MB; lezen is gestopt"
    elif spent:
        found = f"Lezen kostte meer dan {limits.cpu_seconds} seconden rekentijd en is gestopt"
    elif end.status == EXIT_OUT_OF_MEMORY or crashed_full:
        found = f"Lezen kost meer dan {limits.memory_bytes // _MEGABYTE} MB geheugen en is gestopt"
    elif end.tag == "X":
        name = end.payload.decode("utf-8", "replace")[:80]
        found = f"Het bestand is op een onverwachte manier kapot ({name})"
    else:
        found = "Het bestand is beschadigd of kost te veel geheugen: het leesproces is vastgelopen"
    return found
