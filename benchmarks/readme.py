"""Write the figures of the result files into the README, between markers.

    python -m benchmarks.readme

A block stands between `<!-- figures: NAME -->` and `<!-- /figures -->`. tests/test_readme_figures.py fails when a block is
not what the result files give.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from evals.compare import compared
from evals.conversation.measures import MEASURES, TIMES

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "benchmarks" / "results"
_BLOCK = re.compile(r"(<!-- figures: (\w+) -->\n).*?(<!-- /figures -->)", re.DOTALL)
SIZES = (1_000, 10_000, 100_000)
MELO = {
    "bel_q_nl_c_nl": "Flemish job titles to Dutch occupations",
    "bel_q_nl_c_en": "Flemish job titles to English occupations",
    "aut_q_de_c_de": "Austrian job titles to German occupations",
    "aut_q_de_c_en": "Austrian job titles to English occupations",
}


def rewritten(readme: str) -> str:
    """Return `readme` with every block filled from the result files; an unknown name raises `KeyError`."""
    return _BLOCK.sub(lambda found: f"{found[1]}{BLOCKS[found[2]]()}\n{found[3]}", readme)


def yardsticks() -> str:
    """Return the table of the retrieval yardsticks, with 95 % intervals."""
    pages, twins, latency = _read("policyqa"), _read("twins"), _read("latency")
    rows = [
        f"| Dutch citizens' questions, the right page first (hit@1), {pages['n']} questions | {_with_interval(pages, 'hit@1')} |",
        f"| the same, MRR | {_with_interval(pages, 'mrr')} |",
    ]
    for name, title in MELO.items():
        melo = _read(f"melo_{name}")
        rows.append(f"| {title}, MRR, {melo['n']} titles | {_with_interval(melo, 'mrr')} |")
    for language, title in (("en", "English"), ("de", "German")):
        part = twins[language]
        rows.append(
            f"| {title} questions to the Dutch library, hit@5, {part['n']} questions | {_with_interval(part, 'hit@5')} |"
        )
    for title, name in (("bundled library", "library"), ("100,000 passages", "100,000 passages")):
        slowest = max(row["wall_ms_p95"] for key, row in latency.items() if key.startswith(name))
        rows.append(f"| question to passages, {title}, one core, p95 | {slowest:.1f} ms |")
    large = [row for key, row in latency.items() if key.startswith("100,000")]
    rows.append(f"| memory of the engine at 100,000 passages | {max(row['memory_mb'] for row in large)} MB |")
    rows.append(
        f"| import and load of the engine at 100,000 passages | {max(row['import_and_load_s'] for row in large):.1f} s |"
    )
    return "\n".join(("| yardstick | measured |", "|---|---|", *rows))


def engines() -> str:
    """Return quality of each engine, and its cost per size."""
    results = _read("retrieval")
    lines = ["| engine | hit@1 | MRR | nDCG@10 | Leerwijzer's MRR is higher by |", "|---|---|---|---|---|"]
    ours = results["quality"]["Leerwijzer"]["pages"]
    for name, units in results["quality"].items():
        if "skipped" not in units:
            best = max(
                (units[unit] for unit in ("pages", "passages") if unit in units),
                key=lambda unit: float(unit["mrr"]),
            )
            figures = " | ".join(f"{best[metric]:.3f}" for metric in ("hit@1", "mrr", "ndcg@10"))
            lines.append(f"| {name} | {figures} | {'' if best is ours else _lead(best, ours)} |")
    lines += [
        "",
        "| engine | passages | build | query p50 / p95 | memory | disk |",
        "|---|---|---|---|---|---|",
    ]
    for size in SIZES:
        for name in results["quality"]:
            row = results["scale"].get(f"{name}, {size}")
            if row:
                disk = "not kept" if row["disk_mb"] is None else f"{row['disk_mb']:.0f} MB"
                times = f"{row['query_ms_p50']:.1f} / {row['query_ms_p95']:.1f} ms"
                lines.append(
                    f"| {name} | {size:,} | {row['build_s']:.0f} s | {times} | {row['memory_mb']} MB | {disk} |"
                )
    about = results["about"]
    loads = [row["load"] for row in results["scale"].values()]
    lines += [
        "",
        f"{about['processor']}, {about['cores_used']} of {about['cores']} cores, Python {about['python']}, seed {about['seed']}; other "
        f"work ran on the machine (load {min(loads):.0f} to {max(loads):.0f}), so times are upper bounds.",
    ]
    return "\n".join(lines)


def conversation() -> str:
    """Return the measures of the conversation over the frozen test part, with 95 % intervals and goals."""
    results = _read("conversation")
    lines = ["| measure | found | cases | goal |", "|---|---|---|---|"]
    for measure in MEASURES:
        if (figure := results["figures"].get(measure.name)) is not None:
            goal = "" if measure.goal is None else f"{measure.goal:.2f}"
            found = f"{figure['mean']:.3f} ({figure['low']:.3f}-{figure['high']:.3f})"
            lines.append(f"| {measure.title} | {found} | {figure['n']} | {goal} |")
    for time in TIMES:
        figure = results["figures"][time.name]
        found = f"{figure['mean']:.0f} ({figure['low']:.0f}-{figure['high']:.0f})"
        lines.append(f"| {time.title} | {found} | {figure['n']} answers | {time.goal:.0f} |")
    about = results["about"]
    told = f"{results['n']} cases of test part {about['test_part'][:12]}, library {about['corpus']}, settings {about['settings']}, no model."
    return "\n".join((*lines, "", told))


def _lead(theirs: dict[str, Any], ours: dict[str, Any]) -> str:
    """Return how much higher our MRR is on the same questions, with the interval of the paired differences."""
    found = next(item for item in compared(theirs["per_query"], ours["per_query"]) if item.metric == "mrr")
    return f"{found.difference:.3f} ({found.low:.3f} to {found.high:.3f})"


def _read(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((RESULTS / f"{name}.json").read_text("utf-8"))
    return content


def _with_interval(results: dict[str, Any], metric: str) -> str:
    low, high = results["intervals"][metric]
    return f"{results[metric]:.3f} ({low:.3f}-{high:.3f})"


BLOCKS = {"yardsticks": yardsticks, "engines": engines, "conversation": conversation}


def main() -> None:
    """Rewrite the README."""
    readme = ROOT / "README.md"
    readme.write_text(rewritten(readme.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
