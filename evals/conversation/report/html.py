"""The report as one HTML file: no script, nothing loaded, every word of an answer escaped."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.interface.escaping import escaped, one_line
from evals.conversation.causes import causes_of, clusters
from evals.conversation.report.plots import measures_plot, times_plot, verdicts_plot
from evals.conversation.report.run import COLUMNS, SHOWN_FAILURES, Line, Run, number
from evals.conversation.summary import Table
from evals.conversation.types import Reply, ScoredCase, ScoredTurn

STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;color:#23303f;background:#fff;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin:1rem 0;font-size:.9rem}td,th{border-bottom:1px solid #d9d6cd;padding:.3rem .6rem;text-align:left}"
    "figure{margin:1.5rem 0}figcaption{font-weight:600}svg{width:100%;height:auto}details{border-top:1px solid #d9d6cd;padding:.4rem 0}"
    "summary{cursor:pointer}.no{color:#b3261e}blockquote{margin:.2rem 0 .2rem 1rem;color:#54606d}.ids{font-size:.8rem;color:#54606d}"
)


def as_html(run: Run) -> str:
    """Return the whole page."""
    about = run.about
    title = f"Conversations: {run.summary.n} cases, {about.split or 'tune and test'}"
    told = (
        f"Answers by {about.model or 'the embedded mode, no model'}; settings {about.settings}, library {about.corpus} as of "
        f"{about.library_day}, test part {about.test_part[:12] or 'not checked'}, seed {about.seed}."
    )
    body = [
        f"<h1>{one_line(title)}</h1><p>{one_line(told)}</p>",
        _measures(run),
        "".join(f'<p class="no">{one_line(sentence)}</p>' for sentence in run.breaches),
        measures_plot(run),
        verdicts_plot(run.scored),
        times_plot(run.scored),
        *(
            f"<h2>By {one_line(name)}</h2>{_groups(table)}"
            for name, table in run.summary.tables.items()
            if len(table) > 1
        ),
        f"<h2>What goes wrong</h2>{_clusters(run)}",
        f"<h2>The cases</h2>{''.join(map(_case, run.failures()[:SHOWN_FAILURES]))}",
    ]
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{one_line(title)}</title><style>{STYLE}</style></head><body>{''.join(body)}</body></html>"
    )


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table of cells that are escaped already."""
    first = "".join(f"<th>{cell}</th>" for cell in head)
    rest = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{first}</tr></thead><tbody>{rest}</tbody></table>"


def _measures(run: Run) -> str:
    return _table(("measure", "found", "95 %", "n", "goal", "floor"), map(_measure, run.lines()))


def _measure(line: Line) -> tuple[str, ...]:
    found = line.figure.interval
    mean = number(found.mean, line.is_time)
    shown = f'<strong class="no">{mean}</strong>' if line.is_reached is False else f"<strong>{mean}</strong>"
    interval = f"{number(found.low, line.is_time)} to {number(found.high, line.is_time)}"
    bounds = (number(line.goal, line.is_time), number(line.floor, line.is_time))
    return (one_line(line.title), shown, interval, str(line.figure.n), *bounds)


def _groups(table: Table) -> str:
    columns = [name for name in COLUMNS if any(name in row for row in table.values())]
    rows = (
        (
            one_line(group),
            str(row["verdict"].n),
            *(number(row[name].interval.mean) if name in row else "" for name in columns),
        )
        for group, row in table.items()
    )
    return _table(("", "n", *(name.replace("_", " ") for name in columns)), rows)


def _clusters(run: Run) -> str:
    rows = (
        (
            str(len(ids)),
            one_line(family),
            one_line(cause),
            f'<span class="ids">{one_line(" ".join(ids))}</span>',
        )
        for family, cause, ids in clusters(run.scored)
    )
    return _table(("cases", "family", "what", "which"), rows)


def _case(one: ScoredCase) -> str:
    case, scored = one.case, {turn.turn: turn for turn in one.turns}
    head = f"{case.id}, {case.kind}, {case.language}, {case.style}: {'; '.join(causes_of(one))}"
    talk = "".join(
        f"<p><strong>{one_line(message)}</strong></p>{_turn(scored[at]) if at in scored else ''}"
        for at, message in enumerate(case.turns)
    )
    return f"<details><summary>{one_line(head)}</summary>{talk}<p>{one_line(case.why)}</p></details>"


def _turn(turn: ScoredTurn) -> str:
    scores = "".join(
        f"<li>{one_line(name)} {score.value:.2f}: {one_line(score.explanation)}</li>"
        for name, score in turn.scores.items()
        if score.value < 1
    )
    return f"{_answer(turn.reply)}<ul>{scores}</ul>"


def _answer(reply: Reply) -> str:
    if reply.answer is None:
        return f'<p class="no">{one_line(reply.error)}</p>'
    text = escaped(reply.answer.text).replace("\n", "<br>")
    quotes = "".join(
        f"<blockquote>[{cited.number}] {one_line(cited.record or cited.document)}: {one_line(cited.quote)}</blockquote>"
        for cited in reply.cited
    )
    return f"<p>{reply.answer.outcome.value}: {text}</p>{quotes}"
