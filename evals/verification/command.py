"""`python -m evals verification`: planted errors and true sentences through the product's verification."""

from __future__ import annotations

import argparse
from pathlib import Path


def prepare(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    from evals.verification.measure import ERRORS

    parser.description = (
        "Check true sentences in a model's words, and the same with an error planted, against their passages."
    )
    parser.add_argument("--errors", type=int, default=ERRORS, help=f"planted errors (default {ERRORS})")
    parser.add_argument("--workers", type=int, default=2, help="processes (default 2)")
    parser.add_argument(
        "--misses", action="store_true", help="show what went wrong in the half that may be tuned on"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--out", type=Path, help="write the JSON object to this file as well")


def run(chosen: argparse.Namespace) -> int:
    """Measure and print; 0 when nothing of the first five kinds passed, else 1."""
    from evals.verification.measure import as_json, as_table, measured, misses
    from evals.verification.planting import PLANTERS

    reports = measured(chosen.errors, workers=chosen.workers)
    if chosen.out:
        chosen.out.write_text(as_json(reports) + "\n", encoding="utf-8")
    print(as_json(reports) if chosen.json else as_table(reports))
    if chosen.misses:
        print("\n".join(misses(reports)))
    literal = {f"{kind} passed" for kind in PLANTERS if kind != "row swap"}
    passed = (rate.count for report in reports for what, _, rate in report.rates() if what in literal)
    return int(any(passed))
