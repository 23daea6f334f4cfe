"""Reads the cases of a folder of JSON Lines files, and refuses what does not follow the format of docs/evals.md."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.types import Language, Outcome
from evals.conversation.types import (
    ANSWERABLE,
    CONFLICT,
    KINDS,
    SPLITS,
    STYLES,
    TALK,
    UNANSWERABLE,
    Alternatives,
    Case,
    EvidenceSource,
    Expected,
)
from knowledge.errors import KnowledgeError

CASES = Path(__file__).parent.parent / "datasets" / "conversation"
FIELDS = frozenset(
    ["id", "kind", "language", "style", "turns", "expected", "documents", "split", "why"],
)
EXPECTED_FIELDS = frozenset(["outcome", "facts", "evidence", "forbidden", "values"])
MOST_TURNS = 5
SHOWN = 30
"""Problems that are named; who has more mends these first."""


class CasesError(KnowledgeError):
    """Cases that cannot be used; the message names each file, line and field."""

    def __init__(self, problems: Sequence[str]) -> None:
        self.problems = tuple(problems)
        more = [f"... en nog {len(problems) - SHOWN}."] if len(problems) > SHOWN else []
        super().__init__("\n".join(["De gevallen kloppen niet:", *problems[:SHOWN], *more]))


def read_cases(folder: Path = CASES) -> tuple[Case, ...]:
    """Return all cases of the files in `folder`, by file and line. Raises `CasesError` with every problem at once."""
    problems: list[str] = []
    cases: list[Case] = []
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip():
                continue
            row = _row_of(line)
            name = row.get("id") if row else ""
            where = f"{path.name}, regel {number}" + (f" ({name})" if name else "")
            found = list(_problems_of(row))
            problems += [f"{where}: {problem}" for problem in found]
            if not found:
                cases.append(_case_of(row, path.stem))
    problems += _problems_between(cases)
    if not cases and not problems:
        problems.append(f"In {folder} staat geen enkel geval. Verwacht worden bestanden *.jsonl.")
    if problems:
        raise CasesError(problems)
    return tuple(cases)


def chosen(cases: Iterable[Case], wanted: str = "", split: str = "") -> tuple[Case, ...]:
    """Return the cases of one set, kind or family, and of one half; all when "". Raises `CasesError` for an unknown set."""
    all_cases = tuple(cases)
    names = sorted({name for case in all_cases for name in (case.set_name, case.kind, case.family)})
    if wanted and wanted not in names:
        raise CasesError([f"De verzameling {wanted!r} is er niet; wel: {', '.join(names)}."])
    return tuple(
        case
        for case in all_cases
        if (not wanted or wanted in (case.set_name, case.kind, case.family))
        and (not split or case.split == split)
    )


def named(cases: Iterable[Case], id_: str) -> Case:
    """Return the case with an id. Raises `CasesError` that names ids like it."""
    all_cases = tuple(cases)
    found = next((case for case in all_cases if case.id == id_), None)
    if found is None:
        like = [case.id for case in all_cases if case.id.startswith(id_[:3])][:8]
        raise CasesError(
            [f"Er is geen geval {id_!r}. Bijvoorbeeld wel: {', '.join(like) or all_cases[0].id}."]
        )
    return found


def _row_of(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}


def _problems_of(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with one line."""
    if not row:
        yield "dit is geen JSON-object"
        return
    if missing := sorted(FIELDS - set(row)):
        yield f"deze velden ontbreken: {', '.join(missing)}"
        return
    if unknown := sorted(set(row) - FIELDS):
        yield f"onbekende velden: {', '.join(unknown)}"
    for field, allowed in (
        ("kind", KINDS),
        ("language", tuple(Language)),
        ("style", STYLES),
        ("split", SPLITS),
    ):
        if row[field] not in allowed:
            yield f"`{field}` is {row[field]!r}; verwacht wordt een van {', '.join(allowed)}"
    for field in ("id", "why"):
        if not isinstance(row[field], str) or not row[field].strip():
            yield f"`{field}` moet tekst zijn"
    for field in ("turns", "documents"):
        if not _is_list_of_texts(row[field]):
            yield f"`{field}` moet een lijst van teksten zijn"
            return
    yield from _problems_with_turns(row)


def _problems_with_turns(row: Mapping[str, Any]) -> Iterator[str]:
    """Yield what is wrong with the messages and what is expected of them."""
    count = len(row["turns"])
    allowed = range(2, MOST_TURNS + 1) if row["kind"] == TALK else range(1, 2)
    if count not in allowed:
        yield f"een {row['kind']} heeft {allowed.start} tot en met {allowed.stop - 1} berichten, dit zijn er {count}"
    if not row["documents"] and row["kind"] not in UNANSWERABLE:
        yield "`documents` is leeg: op welke bron rust dit geval?"
    expected = row["expected"]
    if isinstance(expected, list) and len(expected) != count:
        yield f"`expected` heeft {len(expected)} delen bij {count} berichten"
    parts = [part for part in expected if part is not None] if isinstance(expected, list) else [expected]
    if not parts:
        yield "`expected` verwacht van geen enkel bericht iets"
    for part in parts:
        yield from _problems_with_expected(part, row["kind"])


def _problems_with_expected(part: Any, kind: str) -> Iterator[str]:
    """Yield what is wrong with the expectation of one message."""
    if not isinstance(part, dict):
        yield "`expected` moet een object zijn, of een lijst van objecten en null"
        return
    if unknown := sorted(set(part) - EXPECTED_FIELDS):
        yield f"`expected` heeft onbekende velden: {', '.join(unknown)}"
    outcomes = part.get("outcome")
    if not _is_list_of_texts(outcomes) or not outcomes or not set(outcomes) <= set(Outcome):
        yield f"`outcome` is {outcomes!r}; verwacht wordt een lijst uit {', '.join(Outcome)}"
    for field in ("facts", "values"):
        stated = part.get(field, [])
        if not isinstance(stated, list) or not all(_is_alternatives(one) for one in stated):
            yield f"`{field}` moet een lijst zijn van lijsten met alternatieven die niet leeg zijn"
    if not _is_list_of_texts(part.get("forbidden", [])):
        yield "`forbidden` moet een lijst van teksten zijn"
    evidence = part.get("evidence", [])
    if not isinstance(evidence, list) or not all(_is_source(one) for one in evidence):
        yield '`evidence` moet een lijst zijn van {"record": "soort:id"} of {"document": "pad"}'
    if kind in ANSWERABLE and not (part.get("facts") and evidence):
        yield "een vraag met een antwoord heeft `facts` en `evidence`"
    if kind == CONFLICT and len(part.get("values", [])) < 2 and not part.get("facts"):
        yield "een tegenspraak heeft minstens twee `values`, of `facts` als er maar een bron nog geldt"
    if kind in UNANSWERABLE and outcomes == ["answered"]:
        yield "een vraag zonder antwoord kan niet alleen `answered` verwachten"


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value)


def _is_alternatives(value: Any) -> bool:
    return bool(value) and ((isinstance(value, str) and bool(value.strip())) or _is_list_of_texts(value))


def _is_source(value: Any) -> bool:
    if not isinstance(value, dict) or set(value) not in ({"record"}, {"document"}):
        return False
    text = next(iter(value.values()))
    return isinstance(text, str) and bool(text.strip()) and ("document" in value or ":" in text)


def _problems_between(cases: Sequence[Case]) -> list[str]:
    """Return what is wrong with the cases together: ids used twice, documents in both halves."""
    problems = []
    seen: set[str] = set()
    halves: dict[str, dict[str, str]] = {}
    for case in cases:
        if case.id in seen:
            problems.append(f"{case.set_name}.jsonl: het id {case.id!r} komt twee keer voor")
        seen.add(case.id)
        for document in case.documents:
            halves.setdefault(document, {}).setdefault(case.split, case.id)
    for document, used in sorted(halves.items()):
        if len(used) > 1:
            both = ", ".join(f"{split} ({id_})" for split, id_ in sorted(used.items()))
            problems.append(f"{document} zit in beide helften: {both}. De helften delen geen bron.")
    return problems


def _case_of(row: Mapping[str, Any], set_name: str) -> Case:
    turns: list[str] = row["turns"]
    expected = row["expected"]
    if not isinstance(expected, list):
        expected = [*([None] * (len(turns) - 1)), expected]
    return Case(
        id=row["id"],
        kind=row["kind"],
        language=Language(row["language"]),
        style=row["style"],
        turns=tuple(turns),
        expected=tuple(_expected_of(part) if part is not None else None for part in expected),
        documents=tuple(row["documents"]),
        split=row["split"],
        why=row["why"],
        set_name=set_name,
    )


def _expected_of(part: Mapping[str, Any]) -> Expected:
    return Expected(
        outcomes=tuple(Outcome(name) for name in part["outcome"]),
        facts=tuple(map(_alternatives, part.get("facts", []))),
        evidence=tuple(EvidenceSource(**one) for one in part.get("evidence", [])),
        forbidden=tuple(part.get("forbidden", [])),
        values=tuple(map(_alternatives, part.get("values", []))),
    )


def _alternatives(stated: str | list[str]) -> Alternatives:
    return (stated,) if isinstance(stated, str) else tuple(stated)
