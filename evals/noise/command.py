"""`python -m evals noise`: asks clean questions and the same ones with noise, and compares the answers."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from evals.conversation.cases import CASES
from evals.conversation.running import home_for, make_ready, run_cases, setup_for
from evals.noise.agreement import Pair, as_json, as_table, compared, rows_of
from evals.noise.asking import HALVES, TRAINING, by_hand, clean_cases, pairs_of, with_noise
from evals.noise.kinds import DUTCH


def prepare(parser: argparse.ArgumentParser) -> None:
    """Say what `noise` takes."""
    parser.description = "Ask questions clean and with typing errors, chat Dutch, learner's Dutch and so on, and compare the answers."
    parser.add_argument("--half", choices=HALVES, default="tune", help="half of questions, rules and seeds")
    parser.add_argument("--kinds", default="", help=f"only these, with commas: {', '.join(DUTCH)}")
    parser.add_argument(
        "--limit", type=int, default=0, help="only so many questions, evenly spread (default all)"
    )
    parser.add_argument("--seeds", type=int, default=1, help="times that each kind is drawn (default 1)")
    parser.add_argument("--by-hand", action="store_true", help="ask the pairs that were written by hand")
    parser.add_argument(
        "--cases", type=Path, action="append", help="folder with cases (default tune part and training)"
    )
    parser.add_argument("--misses", action="store_true", help="show the pairs that differ")
    parser.add_argument("--out", type=Path, help="write the figures to this file as JSON")
    parser.add_argument("--home", type=Path, help="keep the database and the index here, and use them again")
    parser.add_argument("--processes", type=int, default=2, help="processes of one core each (default 2)")


def run(chosen: argparse.Namespace) -> int:
    """Ask, compare and print; always 0."""
    if chosen.by_hand:
        cases = list(by_hand(chosen.half))
    else:
        clean = clean_cases(chosen.cases or (CASES, TRAINING), chosen.half)
        if chosen.limit:
            clean = clean[:: max(1, len(clean) // chosen.limit)]
        kinds = tuple(filter(None, chosen.kinds.split(",")))
        cases = [*clean, *with_noise(clean, kinds, chosen.half, chosen.seeds)]
    sys.stderr.write(f"{len(cases)} questions in {chosen.processes} processes ...\n")
    with home_for(chosen.home) as home:
        setup = setup_for(home, {})
        make_ready(setup)
        pairs = list(pairs_of(run_cases(cases, setup, chosen.processes)))
    if chosen.misses:
        print("\n".join(_misses(pairs)))
    rows = rows_of(pairs)
    print(as_table(rows))
    if chosen.out:
        written = {"half": chosen.half, "rows": as_json(rows), "per_query": _per_query(pairs)}
        chosen.out.write_text(json.dumps(written, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _per_query(pairs: Sequence[Pair]) -> Mapping[str, Mapping[str, float]]:
    """Return what each pair comes to, in the form that `python -m evals compare` reads."""
    return {
        pair.noisy.case.id: {**compared(pair), "verdict": pair.noisy.scores["verdict"].value}
        for pair in pairs
    }


def _misses(pairs: Sequence[Pair]) -> list[str]:
    lines = []
    for pair in pairs:
        found = compared(pair)
        if pair.is_changed and not (found["answer"] and found["score"] >= 0):
            outcomes = [
                one.turns[-1].reply.answer.outcome.value if one.turns[-1].reply.answer else "broke off"
                for one in (pair.clean, pair.noisy)
            ]
            lines += [
                f"{pair.noisy.case.id}  {outcomes[0]} -> {outcomes[1]}  score {found['score']:+.0f}",
                f"    {pair.clean.case.turns[0]}",
                f"    {pair.noisy.case.turns[0]}",
            ]
    return lines
