"""Makes the pairs: clean questions from our own cases with seeded noise, and those that were written by hand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from assistant.types import Language, Outcome
from evals.conversation.cases import CASES, read_cases
from evals.conversation.types import TALK, Case, Expected, ScoredCase
from evals.noise.agreement import Pair
from evals.noise.kinds import DUTCH, FOREIGN, noisy

TRAINING = CASES.parent / "training"
BY_HAND = CASES.parent / "noise" / "pairs.jsonl"
HALVES = ("tune", "held")
SEPARATOR = "~"
"""Between the id of a clean question and its kind of noise."""


def clean_cases(folders: Sequence[Path], half: str) -> tuple[Case, ...]:
    """Return the single questions of the tune part that are written plainly, of one half.

    The halves share no question: which one a question is in, its id decides. The frozen test part is never asked.
    """
    return tuple(
        case
        for folder in folders
        for case in read_cases(folder)
        if case.split == "tune"
        and case.kind != TALK
        and case.style in ("plain", "b1")
        and half_of(case.id) == half
    )


def half_of(id_: str) -> str:
    """Return the half that an id is in."""
    return HALVES[hashlib.sha256(id_.encode()).digest()[0] % 2]


def with_noise(cases: Iterable[Case], kinds: Sequence[str], half: str, seeds: int = 1) -> Iterator[Case]:
    """Yield each case once per kind that its language has and per seed; the seeds of the halves differ."""
    for case in cases:
        known = DUTCH if case.language is Language.DUTCH else FOREIGN
        for kind in known:
            if kinds and kind not in kinds:
                continue
            for seed in range(seeds):
                text = noisy(case.turns[0], kind, case.language, f"{half} {seed}", half == "held")
                yield replace(case, id=SEPARATOR.join((case.id, kind, str(seed))), turns=(text,))


def by_hand(half: str, path: Path = BY_HAND) -> tuple[Case, ...]:
    """Return the pairs that people wrote, clean and noisy, as cases of which nothing is expected but an answer."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        row: Mapping[str, str] = json.loads(line)
        if row["split"] == half:
            found += [
                _free_case(row["id"], row, row["clean"]),
                _free_case(SEPARATOR.join((row["id"], row["kind"], "0")), row, row["noisy"]),
            ]
    return tuple(found)


def _free_case(id_: str, row: Mapping[str, str], text: str) -> Case:
    anything = Expected(tuple(Outcome))
    return Case(
        id_,
        "single_fact",
        Language(row["language"]),
        "plain",
        (text,),
        (anything,),
        (),
        "tune",
        "",
        "by hand",
    )


def pairs_of(scored: Iterable[ScoredCase]) -> Iterator[Pair]:
    """Yield each noisy case beside its clean one."""
    known = {one.case.id: one for one in scored}
    for id_, one in known.items():
        name, _, rest = id_.partition(SEPARATOR)
        if rest:
            yield Pair(rest.partition(SEPARATOR)[0], known[name], one)
