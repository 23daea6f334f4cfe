"""The report as Markdown: tables, clusters of failures, and the failing cases with their explanations."""

from __future__ import annotations

import re

from evals.conversation.causes import causes_of, clusters
from evals.conversation.report.run import COLUMNS, SHOWN_FAILURES, Line, Run, number
from evals.conversation.summary import Table
from evals.conversation.types import ScoredCase

_MARKUP = re.compile(r"[\\`*_{}\[\]#|~]")
IDS_SHOWN = 12


def as_markdown(run: Run) -> str:
    """Return the whole report."""
    about = run.about
    part = about.split or "tune and test"
    parts = [
        f"# Conversations: {run.summary.n} cases, {part}{f', set {about.set_name}' if about.set_name else ''}",
        f"Answers by {about.model or 'the embedded mode, no model'}; settings {about.settings}, library {about.corpus} as of "
        f"{about.library_day}, test part {about.test_part[:12] or 'not checked'}, seed {about.seed}, {about.processes} processes.",
        "## Measures\n\nMean with 95 % bootstrap interval over cases.",
        _measures(run),
        _floors(run),
    ]
    for grouping, table in run.summary.tables.items():
        if len(table) > 1:
            parts += [f"## By {grouping}", _groups(table)]
    parts += [
        "## What goes wrong",
        _clusters(run),
        "## The cases",
        *map(_failure, run.failures()[:SHOWN_FAILURES]),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def safe(text: str) -> str:
    """Return text on one line with nothing in it taken for markup."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split())).replace("<", "&lt;").replace(">", "&gt;")


def _measures(run: Run) -> str:
    rows = [_measure(line) for line in run.lines()]
    return "\n".join(("| measure | found | n | goal | floor |", "|---|---|---|---|---|", *rows))


def _measure(line: Line) -> str:
    found = line.figure.interval
    values = f"{number(found.mean, line.is_time)} ({number(found.low, line.is_time)}-{number(found.high, line.is_time)})"
    mark = {True: " reached", False: " not reached", None: ""}[line.is_reached]
    goal = f"{number(line.goal, line.is_time)}{mark}" if line.goal is not None else ""
    return f"| {line.title} | {values} | {line.figure.n} | {goal} | {number(line.floor, line.is_time)} |"


def _floors(run: Run) -> str:
    return (
        "\n".join(("Below the floor:", "", *(f"- {safe(one)}" for one in run.breaches)))
        if run.breaches
        else ""
    )


def _groups(table: Table) -> str:
    columns = [name for name in COLUMNS if any(name in row for row in table.values())]
    head = f"| | n | {' | '.join(name.replace('_', ' ') for name in columns)} |"
    rows = [
        f"| {safe(group)} | {row['verdict'].n} | "
        + " | ".join(number(row[name].interval.mean) if name in row else "" for name in columns)
        + " |"
        for group, row in table.items()
    ]
    return "\n".join((head, "|---" * (len(columns) + 2) + "|", *rows))


def _clusters(run: Run) -> str:
    rows = []
    for family, cause, ids in clusters(run.scored):
        more = f" and {len(ids) - IDS_SHOWN} more" if len(ids) > IDS_SHOWN else ""
        rows.append(
            f"| {len(ids)} | {family} | {safe(cause)} | {', '.join(map(safe, ids[:IDS_SHOWN]))}{more} |"
        )
    return (
        "\n".join(("| cases | family | what | which |", "|---|---|---|---|", *rows)) if rows else "Nothing."
    )


def _failure(one: ScoredCase) -> str:
    """Return one case: the messages, what was answered to those that are scored, and each score that is not 1."""
    case = one.case
    lines = [
        f"### {safe(case.id)}: {safe('; '.join(causes_of(one)))}",
        f"{case.kind}, {case.language}, {case.style}",
        "",
    ]
    scored = {turn.turn: turn for turn in one.turns}
    for at, message in enumerate(case.turns):
        lines.append(f"- **{safe(message)}**")
        if at in scored:
            turn = scored[at]
            answer = turn.reply.answer
            lines += [f"  - {safe(sentence.text)}" for sentence in (answer.sentences[:6] if answer else ())]
            lines += [
                f"  - *{name}* {score.value:.2f}: {safe(score.explanation)}"
                for name, score in turn.scores.items()
                if score.value < 1
            ]
    return "\n".join(lines)
