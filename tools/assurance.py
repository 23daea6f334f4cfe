"""Fits how sure a sentence is to answer a question, on the training questions: `python -m tools.assurance HOME [--unwritten] [--write]`.

HOME is a home that `python -m evals run --home HOME` made. Each question of evals/datasets/training/questions, and of the half to
mend with, is asked as it is, and once more without the document (and the records) that hold its answer: then nothing may be
answered, which is reported and not learned from. The folds are files, so the printed rates of each are those of questions
that the coefficients have not seen. With `--write` the coefficients of all folds together replace those in
assistant/writing/assurance.yaml; the bars are kept.

With `--unwritten` nobody has written questions for the sentences, as for the documents that a school brings itself: such
documents (evals/datasets/training/own) are taken into HOME and their questions asked too, and assurance_unwritten.yaml is made.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml

from assistant.build import chain_over
from assistant.chain import AnswerChain
from assistant.config import settings_from as assistant_settings_from
from assistant.types import Question
from assistant.writing import assurance
from assistant.writing.candidates import Candidate
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.measuring import MEASURED, measured
from assistant.writing.selecting import select
from assistant.writing.signals import weighed_for
from assistant.writing.sufficiency import content_of, missing_years
from evals.conversation.cases import read_cases
from evals.conversation.matching import readable, says_one_of
from evals.conversation.types import Case, Expected
from evals.product import LIBRARY_DAY
from knowledge.build import Knowledge, build_knowledge
from knowledge.config import settings_from
from knowledge.language.analysis import Analyzer
from knowledge.library.contents import LIBRARY_PREFIX
from knowledge.logistic import LogisticModel
from knowledge.progress import silent
from knowledge.types import Hit
from tools import logistic

TRAINING = Path("evals/datasets/training/questions")
OWN = Path("evals/datasets/training/own")
"""Documents as schools have them, and questions about them."""

MODELS = Path("assistant/writing")
SHOWN, LOOKED_THROUGH = 8, 40
BEYOND = 8
"""Sentences that were not chosen and are learned from as well."""

RIDGE = 30.0
OF_OTHERS, OF_UNANSWERABLE = 0.25, 2.0
"""Weights of the other sentences of an answerable question, and of those of a question that has no answer."""


IN_THE_BARS = 0.1
"""Weight of a question without its document where the bars are chosen: with it about one question of three has no answer."""


@dataclass(frozen=True)
class Asked:
    """One question, as it is or without its document: signals and share of facts per sentence, the chosen ones first."""

    case: Case
    is_answerable: bool
    chosen: int
    signals: np.ndarray
    facts: tuple[float, ...]
    lacks_year: bool

    @property
    def fold(self) -> str:
        """The name of the file that the question stands in; those to mend with are one fold, own documents are `OWN_FOLDS`."""
        name = self.case.set_name
        if self.case.documents[:1] and self.case.documents[0].startswith(OWN_DOCUMENTS):
            return f"own {zlib.crc32(self.case.documents[0].encode()) % OWN_FOLDS}"
        return name if name.startswith(("fold", "people", "pairs", "short")) else "tune"


OWN_FOLDS = 5
"""Own documents are parted over these by their names, so that none is judged by a model that learned from it."""

OWN_DOCUMENTS = "documents/"
"""How cases name documents that are not of the library: by their folder and file."""


def document_of(hit: Hit) -> str:
    """Return the path of a document in the library, or the folder and name of one that was brought in."""
    address = hit.source.address
    if address.startswith(LIBRARY_PREFIX):
        return address.removeprefix(LIBRARY_PREFIX)
    return OWN_DOCUMENTS + Path(address).name


def holds(text: str, expected: Expected) -> float:
    """Return the share of the expected facts that stand in a text."""
    said = readable(text)
    return float(np.mean([says_one_of(said, fact) for fact in expected.facts] or [0.0]))


def asked_of(case: Case, knowledge: Knowledge, chain: AnswerChain, without: bool) -> Asked | None:
    """Ask a question, or with `without` the same one of a library that lacks its document; None where nothing is looked up."""
    expected = case.expected[-1]
    assert expected is not None
    sources = {one.document for one in expected.evidence} | set(case.documents)
    looked_up = chain.looked_up(Question(case.turns[-1]), LOOKED_THROUGH if without else SHOWN)
    if looked_up is None:
        return None
    request, hits = looked_up
    if without:
        kept = [hit for hit in hits if document_of(hit) not in sources and not _repeats(hit, expected)]
        hits = (*kept[:SHOWN], *(hit for hit in kept[SHOWN:] if hit.named))
        left = {hit.passage.id for hit in hits}
        request = replace(request, known=tuple(one for one in request.known if one.passage_id in left))
    writer = ExtractiveWriter(knowledge.embedder, Analyzer())
    scored = writer.scored(request, writer.candidates(request, hits))
    chosen = select(scored, request)
    others = [one.candidate for one in scored[:BEYOND] if one.candidate not in chosen]
    sentences: list[Candidate] = [*chosen, *others]
    weighed_words = weighed_for(request, content_of(request), hits)
    return Asked(
        case=case,
        is_answerable=bool(expected.facts) and not without,
        chosen=len(chosen),
        signals=np.array(measured(weighed_words, chosen, sentences, knowledge.embedder)),
        facts=tuple(
            holds(one.text, expected) if without or document_of(one.hit) in sources else 0.0
            for one in sentences
        ),
        lacks_year=not chosen or bool(missing_years(request, chosen)),
    )


def _repeats(hit: Hit, expected: Expected) -> bool:
    return hit.passage.record is not None and holds(hit.passage.text, expected) >= 1.0


def samples(asked: Sequence[Asked]) -> Iterator[tuple[np.ndarray, float, float]]:
    """Yield signals, label and weight of the sentences to learn from."""
    for one in asked:
        for place, (signals, held) in enumerate(zip(one.signals, one.facts, strict=True)):
            if one.is_answerable:
                yield signals, float(held > 0), 1.0 if held > 0 else OF_OTHERS
            elif not held and place < max(one.chosen, 3) and one.case.family == "unanswerable":
                yield signals, 0.0, OF_UNANSWERABLE


def fitted(asked: Sequence[Asked]) -> LogisticModel:
    """Return the model that some questions make, fitted."""
    signals, labels, weights = (np.array(part) for part in zip(*samples(asked), strict=True))
    return logistic.fitted(signals, labels, RIDGE, weights)


def is_answered(one: Asked, model: assurance.Model) -> bool:
    """Say whether a question gets an answer, as `assurance.enough` decides."""
    return not one.lacks_year and any(model.is_enough(signals) for signals in one.signals[: one.chosen])


def report(name: str, asked: Sequence[Asked], model: assurance.Model) -> None:
    """Print the rates of one fold."""
    answerable = [is_answered(one, model) for one in asked if one.is_answerable]
    left_out = [
        not is_answered(one, model)
        for one in asked
        if not one.is_answerable and one.case.family == "answerable" and not any(one.facts[: one.chosen])
    ]
    refused = [not is_answered(one, model) for one in asked if one.case.family == "unanswerable"]
    print(
        f"{name}: answered {np.mean(answerable):.3f} ({len(answerable)}), refused {np.mean(refused):.3f} ({len(refused)}), "
        f"refused without the document {np.mean(left_out):.3f} ({len(left_out)})"
    )


def gained(one: Asked, answered: bool) -> float:
    """Return +1 for a right answer or refusal, 0 for a refusal of what has an answer or half of it, -1 for a wrong answer."""
    if not one.is_answerable:
        return -1.0 if answered else 1.0
    most = max(one.facts[: one.chosen], default=0.0)
    return 0.0 if not answered or 0 < most < 1 else 1.0 if most else -1.0


def best_bars(judged: Sequence[tuple[Asked, assurance.Model]]) -> tuple[float, float]:
    """Return the bars that gain most, each question judged by the model of the other folds; those without their document count `IN_THE_BARS`."""
    able = MEASURED.index("able")
    found = []
    for one, model in judged:
        odds = [(signals[able] > 0, model.log_odds(signals)) for signals in one.signals[: one.chosen]]
        weight = IN_THE_BARS if not one.is_answerable and one.case.family == "answerable" else 1.0
        if one.lacks_year or (any(one.facts[: one.chosen]) and not one.is_answerable):
            continue
        surest = [
            max((value for is_able, value in odds if is_able == kind), default=-9.0) for kind in (True, False)
        ]
        found.append((surest[0], surest[1], weight * gained(one, True), weight * gained(one, False)))
    of_able, of_others, answered, refused = (np.array(part) for part in zip(*found, strict=True))
    grid = [
        (round(float(low), 2), round(float(high), 2))
        for low in np.arange(-2.0, 0.6, 0.1)
        for high in np.arange(-1.0, 2.0, 0.1)
    ]
    return max(
        grid,
        key=lambda bars: np.where((of_able >= bars[0]) | (of_others >= bars[1]), answered, refused).sum(),
    )


def main() -> None:
    """Ask, judge fold by fold, and write the coefficients where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("home", type=Path)
    parser.add_argument("--more", type=Path, action="append", default=[], help="a folder with more questions")
    parser.add_argument("--unwritten", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    knowledge = build_knowledge(settings_from({}, options.home))
    cases = [
        *(case for folder in (TRAINING, *options.more) for case in read_cases(folder)),
        *(case for case in read_cases() if case.split == "tune" and len(case.turns) == 1),
    ]
    chain = chain_over(knowledge, assistant_settings_from({}), {}, lambda: LIBRARY_DAY)
    if options.unwritten:
        chain = chain.without_written_questions()
        knowledge.ingest.run([OWN / "documents"], silent)
        cases += read_cases(OWN / "questions")
    path = MODELS / (assurance.UNWRITTEN if options.unwritten else assurance.WRITTEN)
    found = [asked_of(case, knowledge, chain, without=False) for case in cases]
    found += [asked_of(case, knowledge, chain, without=True) for case in cases if case.family == "answerable"]
    asked = [one for one in found if one is not None]
    knowledge.close()
    raw = yaml.safe_load(path.read_text("utf-8"))
    bars = (float(raw["of_able"]), float(raw["of_others"]))
    judged = []
    for fold in sorted({one.fold for one in asked}):
        fit = fitted([one for one in asked if one.fold != fold])
        model = assurance.Model(fit.bias, fit.coefficients, *bars)
        report(fold, [one for one in asked if one.fold == fold], model)
        judged += [(one, model) for one in asked if one.fold == fold]
    best = best_bars(judged)
    print(f"bars {bars}, best {best}")
    if options.write:
        fit = fitted(asked)
        model = assurance.Model(fit.bias, fit.coefficients, *bars)
        logistic.write_model(model, MEASURED, path)


if __name__ == "__main__":
    main()
