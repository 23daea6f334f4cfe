"""How sure it is that sentences answer a question: what none may lack, then a logistic model over their signals.

The coefficients are data (assurance.yaml), fitted by `tools/assurance.py` on questions of `evals/datasets/training`
with and without an answer, and judged there by cross-validation over documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import yaml

from assistant.types import Language, Request
from assistant.writing.candidates import Candidate
from assistant.writing.relevance import (
    ADDRESS,
    KINDS,
    answers_type,
    asks_address,
    asks_value,
    has_kinds_asked,
    property_in,
)
from assistant.writing.selecting import SETS_SIDE_BY_SIDE
from assistant.writing.signals import (
    SIGNALS,
    Asked,
    Nearness,
    is_unbound,
    lacking,
    signals_of,
    stood_for,
    weighed_for,
)
from assistant.writing.sufficiency import TYPE_OF_ANSWER, content_of, falls_short, missing_years
from knowledge.embedding.seam import Embedder
from knowledge.language.normalisation import fold
from knowledge.types import Hit

_DATA = Path(__file__).parent / "assurance.yaml"

WORD = re.compile(r"[^\W\d_]{2,}")

AND = re.compile(r"\b(?:en|of(?! [A-ZÀ-Þ])|and|or|und|oder|noch|nor|sowie)\b")
"""A question with two things in it may be answered by two sentences, each about one of them."""


@dataclass(frozen=True, slots=True)
class Model:
    """Coefficients by signal; log odds from which a sentence is enough by itself, and from which it is when the rules agree.

    By itself takes more where one value is asked, since the right number of the wrong thing is worse than none.
    """

    bias: float
    coefficients: tuple[float, ...]
    alone: float
    alone_of_value: float
    with_rules: float

    def log_odds(self, signals: Sequence[float]) -> float:
        """Return the log odds that a sentence with these signals answers the question."""
        return self.bias + float(np.dot(signals, self.coefficients))


@cache
def shipped_model() -> Model:
    """Return the model of the package. Raises `KeyError` when it names other signals than there are."""
    raw = yaml.safe_load(_DATA.read_text("utf-8"))
    coefficients: Mapping[str, float] = raw["coefficients"]
    return Model(
        float(raw["bias"]),
        tuple(float(coefficients[name]) for name in SIGNALS),
        float(raw["alone"]),
        float(raw["alone_of_value"]),
        float(raw["with_rules"]),
    )


def enough(
    request: Request, chosen: Sequence[Candidate], hits: Sequence[Hit], embedder: Embedder
) -> list[Candidate]:
    """Return the sentences with one that can be the answer first; [] when none is sure enough to be it."""
    if not chosen or missing_years(request, chosen):
        return []
    asked = weighed_for(request, content_of(request), hits)
    able = [one for one in chosen if can_answer(asked, one)]
    if not able:
        return []
    if request.is_heard:
        return [able[0], *(one for one in chosen if one is not able[0])]
    model = shipped_model()
    surest = max(model.log_odds(signals) for signals in measured(asked, able, embedder))
    is_half = AND.search(request.standalone_question) is not None
    alone = model.alone_of_value if asks_value(request.standalone_question) else model.alone
    if surest < alone and falls_short(request, chosen):
        return []
    if surest < model.with_rules and not is_half:
        return []
    return list(chosen) if chosen[0] in able else [able[0], *(one for one in chosen if one is not able[0])]


def can_answer(asked: Asked, one: Candidate) -> bool:
    """Say whether a sentence with its headings lacks nothing that makes it the answer to another question.

    That is a figure or a name of the question, a number of what is counted, and the kind of thing that is asked.
    """
    question = asked.request.standalone_question
    if answers_type(question, one.text) < TYPE_OF_ANSWER or not has_kinds_asked(asked.words, one.text):
        return False
    if asks_address(question) and not ADDRESS.search(one.text):
        return False
    kinds = stood_for(question)
    if any(kinds & names and not pattern.search(one.text) for pattern, names in KINDS):
        return False
    lacks = lacking(asked, one)
    if any(asked.is_figure(word) for word in lacks):
        return False
    if SETS_SIDE_BY_SIDE.search(question) or AND.search(question):
        return True
    needed = asked.names | _what_is_asked(asked.request)
    return not any(needed.intersection(word.forms) for word in lacks) and not is_unbound(asked, one)


def _what_is_asked(request: Request) -> frozenset[str]:
    """Return the folded word for what of something is asked ("de rente op"), and for what somebody did ("wie opende")."""
    question = request.standalone_question
    if request.language is not Language.DUTCH:
        return frozenset()
    return property_in(question) | {
        fold(match.group("role") or match.group("did")) for match in WHO_DID.finditer(question)
    }


WHO_DID = re.compile(
    r"\bwie (?:(?:is|was|zijn|waren) (?:(?:de|het) )?(?P<role>[a-z][\w-]+) (?:van|bij|voor|op)|(?P<did>[a-z]{4,}(?:de|te|den|ten|p|f)))\b",
    re.IGNORECASE,
)


def measured(asked: Asked, sentences: Sequence[Candidate], embedder: Embedder) -> list[tuple[float, ...]]:
    """Return the signals of each sentence."""
    if not sentences:
        return []
    texts = [one.text for one in sentences]
    lacks = sorted({word.forms[0] for one in sentences for word in lacking(asked, one)})
    spoken = [sorted({fold(match) for match in WORD.findall(text)}) for text in texts]
    vocabulary = sorted({word for words in spoken for word in words})
    vectors = embedder.vectors([asked.request.standalone_question, *texts, *lacks, *vocabulary])
    after = 1 + len(texts)
    likeness = vectors[after : after + len(lacks)] @ vectors[after + len(lacks) :].T
    column = {word: place for place, word in enumerate(vocabulary)}
    found = []
    for place, one in enumerate(sentences):
        columns = [column[word] for word in spoken[place]]
        of_words = {
            word: float(np.clip(likeness[row, columns].max(initial=0.0), 0.0, 1.0))
            for row, word in enumerate(lacks)
        }
        cosine = float(np.clip(vectors[0] @ vectors[1 + place], 0.0, 1.0))
        found.append(signals_of(asked, one, Nearness(cosine, of_words)))
    return found
