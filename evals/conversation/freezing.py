"""The test part is frozen: its hash is committed, and a run over other test cases than those is refused.

Questions that were looked at while mending measure nothing any more. So the test part changes rarely, openly, and with a
reason that stays in the file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from evals.conversation.types import Case
from knowledge.errors import KnowledgeError

FROZEN = "frozen.json"
"""Name of the file beside the cases: a list of freezings, the one in force last."""


class FrozenError(KnowledgeError):
    """The test part is not the one that was frozen, or none was frozen."""


@dataclass(frozen=True, slots=True)
class Freezing:
    """One time that the test part was fixed."""

    date: str
    sha256: str
    cases: int
    why: str


def hash_of(cases: Iterable[Case]) -> str:
    """Return the SHA-256 of the test cases: all that they ask and expect, whatever file and order they stand in."""
    rows = {case.id: asdict(case) for case in cases if case.split == "test"}
    for row in rows.values():
        del row["set_name"]
    text = json.dumps(rows, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def freezings(folder: Path) -> tuple[Freezing, ...]:
    """Return every freezing, oldest first; none when the file is not there. Raises `FrozenError` for a damaged file."""
    path = folder / FROZEN
    if not path.exists():
        return ()
    try:
        return tuple(Freezing(**row) for row in json.loads(path.read_text("utf-8")))
    except (ValueError, TypeError) as error:
        raise FrozenError(f"{path} is niet te lezen: {error}. Zet de vorige versie terug.") from error


def check_frozen(folder: Path, cases: Iterable[Case]) -> str:
    """Return the hash of the test part when it is the frozen one; raises `FrozenError` otherwise."""
    found = hash_of(cases)
    known = freezings(folder)
    if not known:
        raise FrozenError(
            f"Het testdeel in {folder} is nooit vastgelegd. Doe dat met `python -m evals freeze --why ...`."
        )
    if known[-1].sha256 != found:
        raise FrozenError(
            f"Het testdeel in {folder} is veranderd sinds {known[-1].date}: vastgelegd is {known[-1].sha256[:12]}, "
            f"dit is {found[:12]}. Zet de gevallen terug, of leg het opnieuw vast met "
            "`python -m evals freeze --why ...`; cijfers van ervoor en erna zijn dan niet te vergelijken."
        )
    return found


def frozen_anew(folder: Path, cases: Iterable[Case], day: str, why: str) -> Freezing:
    """Write the hash of the test part behind the earlier ones, and return it. Raises `FrozenError` without a reason."""
    if not why.strip():
        raise FrozenError("Zeg met --why waarom het testdeel verandert; dat blijft in het bestand staan.")
    test = [case for case in cases if case.split == "test"]
    made = Freezing(day, hash_of(test), len(test), why.strip())
    rows = [asdict(one) for one in (*freezings(folder), made)]
    (folder / FROZEN).write_text(json.dumps(rows, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return made
