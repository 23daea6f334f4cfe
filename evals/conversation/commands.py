"""`python -m evals run | show | freeze`: the edge that reads arguments, prints, and gives the exit code."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from assistant.build import today
from evals.conversation.cases import CASES, chosen, named, read_cases
from evals.conversation.floors import FLOORS, read_floors
from evals.conversation.folder import newest_folder, next_folder, read_case, summary_object, write_run
from evals.conversation.freezing import check_frozen, freezings, frozen_anew, hash_of
from evals.conversation.objects import case_object, readable_case
from evals.conversation.report.run import About, Run, number
from evals.conversation.running import Setup, home_for, make_ready, run_cases, setup_for
from evals.conversation.types import SPLITS, Case, ScoredCase
from evals.product import LIBRARY_DAY

BELOW_THE_FLOOR = 1
"""Exit code of a gated run that a floor does not hold for."""


def prepare_run(parser: argparse.ArgumentParser) -> None:
    """Say what `run` takes."""
    parser.description = (
        "Ask the bundled library the cases of the conversation, score the answers, and write a report."
    )
    parser.add_argument("--set", default="", help="only one set (file name), kind or family of cases")
    parser.add_argument("--split", choices=SPLITS, default="", help="one half of the cases (default both)")
    parser.add_argument(
        "--model", default="", help="let this model word the answers (LEERWIJZER_MODEL_URL or OPENAI_API_KEY)"
    )
    parser.add_argument("--out", type=Path, help="run folder (default the next number below evals-runs)")
    parser.add_argument("--processes", type=int, default=2, help="processes of one core each (default 2)")
    parser.add_argument(
        "--documents", type=Path, help="take this folder in beside the library, as a school does with its own"
    )
    parser.add_argument("--keep", type=Path, help="write the summary to this file as well, for the README")
    parser.add_argument(
        "--gate", action="store_true", help="end with 1 when the test part sinks below evals/floors.json"
    )
    parser.add_argument("--floors", type=Path, default=FLOORS, help=argparse.SUPPRESS)
    _prepare_common(parser)


def prepare_show(parser: argparse.ArgumentParser) -> None:
    """Say what `show` takes."""
    parser.description = "Ask one case, and print its answer, citations and scores."
    parser.add_argument("id", help="id of the case, such as ans-012")
    parser.add_argument("--run", type=Path, help="show it as it was in this run folder; `last` is the newest")
    parser.add_argument("--model", default="", help="let this model word the answer")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    _prepare_common(parser)


def prepare_freeze(parser: argparse.ArgumentParser) -> None:
    """Say what `freeze` takes."""
    parser.description = "Fix the test part anew: figures of before and after cannot be compared."
    parser.add_argument("--why", default="", help="why the test part changes; stays in the file")
    parser.add_argument("--cases", type=Path, default=CASES, help=argparse.SUPPRESS)


def _prepare_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--home", type=Path, help="keep the database and the index here, and use them again")
    parser.add_argument(
        "--cases", type=Path, default=CASES, help="folder with cases instead of that of the project"
    )


def run(options: argparse.Namespace, environment: Mapping[str, str]) -> int:
    """Run the chosen cases, write the folder, print the measures; 1 when a gated run is below a floor."""
    is_gated = options.gate and not options.model
    split = "test" if options.gate else options.split
    all_cases = read_cases(options.cases)
    cases = chosen(all_cases, "" if options.gate else options.set, split)
    floors = read_floors(options.floors) if is_gated else ()
    test_part = check_frozen(options.cases, all_cases) if split != "tune" else ""
    folder = options.out or next_folder(
        "-".join(filter(None, (split or "all", options.set, options.model or "embedded")))
    )
    sys.stderr.write(f"{len(cases)} cases in {options.processes} processes ...\n")
    with home_for(options.home) as home:
        setup = setup_for(home, environment, options.model)
        about = About(
            split=split,
            set_name=options.set,
            model=setup.model,
            settings=setup.fingerprint,
            corpus=make_ready(setup, options.documents),
            test_part=test_part,
            library_day=LIBRARY_DAY.isoformat(),
            processes=options.processes,
        )
        scored = run_cases(cases, setup, options.processes)
    done = write_run(folder, about, scored, floors)
    if options.keep:
        options.keep.write_text(
            json.dumps(summary_object(done), indent=1, ensure_ascii=False) + "\n", "utf-8"
        )
    print(_measures(done))
    print(f"\n{folder / 'report.html'}\n{folder / 'report.md'}")
    return _gated(done) if is_gated else 0


def show(options: argparse.Namespace, environment: Mapping[str, str]) -> int:
    """Print one case with its scores, asked now or as it was in a run."""
    if options.run is not None:
        folder = newest_folder() if options.run == Path("last") else options.run
        row = read_case(folder or options.run, options.id)
    else:
        case = named(read_cases(options.cases), options.id)
        with home_for(options.home) as home:
            row = case_object(_asked(case, setup_for(home, environment, options.model)))
    print(json.dumps(row, ensure_ascii=False) if options.json else readable_case(row))
    if row["split"] == "test":
        sys.stderr.write(
            "This is a case of the test part: mend what it shows in general, never for this question.\n"
        )
    return 0


def freeze(options: argparse.Namespace) -> int:
    """Write the hash of the test part anew, and say so loudly."""
    cases = read_cases(options.cases)
    known = freezings(options.cases)
    if known and known[-1].sha256 == hash_of(cases):
        print(f"The test part is the one that was frozen on {known[-1].date}; nothing is written.")
        return 0
    made = frozen_anew(options.cases, cases, today().isoformat(), options.why)
    before = f"{known[-1].sha256[:12]} ({known[-1].cases} cases, {known[-1].date})" if known else "none"
    banner = "!" * 78
    print(
        f"{banner}\nTHE TEST PART IS FROZEN ANEW. Figures of before and after cannot be compared.\n"
        f"before: {before}\nnow:    {made.sha256[:12]} ({made.cases} cases)\nwhy:    {made.why}\n"
        f"Measure again, and set the floors again where they move.\n{banner}"
    )
    return 0


def _asked(case: Case, setup: Setup) -> ScoredCase:
    make_ready(setup)
    (scored,) = run_cases([case], setup, processes=1)
    return scored


def _measures(done: Run) -> str:
    """Return the measures as lines for a terminal; a star marks a goal that is not reached."""
    lines = []
    for line in done.lines():
        found = line.figure.interval
        low, high = number(found.low, line.is_time), number(found.high, line.is_time)
        goal = f"goal {number(line.goal, line.is_time)}" if line.goal is not None else ""
        star = "*" if line.is_reached is False else " "
        shown = f"{number(found.mean, line.is_time):>7}{star} [{low}, {high}]"
        lines.append(f"{line.title:46} {shown:28} n {line.figure.n:<4} {goal}".rstrip())
    return "\n".join(lines)


def _gated(done: Run) -> int:
    sentences: Sequence[str] = done.breaches
    if not sentences:
        print(f"All {len(done.floors)} floors hold.")
        return 0
    print("\n".join(("\nBELOW THE FLOOR:", *(f"- {sentence}" for sentence in sentences))))
    return BELOW_THE_FLOOR
