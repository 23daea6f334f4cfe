"""True sentences of the bundled documents in a model's words, by rules that know nothing of verification."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

import knowledge
from evals.verification.cases import Case, Cited
from knowledge.build import language_of
from knowledge.chunking import passages_of
from knowledge.config import settings_from
from knowledge.parsing.markdown import parse_markdown
from knowledge.parsing.received import ReceivedFile
from knowledge.types import Audience, Source, SourceKind

LIBRARY = Path(knowledge.__file__).parent / "library"
WORDINGS = Path(__file__).parents[1] / "datasets" / "wordings.yaml"

SHORTEST, LONGEST = 25, 330
"""Characters of a sentence that a model would word anew."""


def passages_by_document() -> Iterator[tuple[str, tuple[Cited, ...]]]:
    """Yield the address and the passages of every Markdown document of the library, as they are cited."""
    limits = settings_from({}, None).limits
    for path in sorted(LIBRARY.glob("*/*.md")):
        address = path.relative_to(LIBRARY).as_posix()
        if address.startswith(("records/", "sources_of_pdf/")):
            continue
        parsed = parse_markdown(ReceivedFile(path.name, path.read_bytes(), limits))
        title = parsed.metadata.title or path.stem
        source = Source(
            address, "v", address, title, SourceKind.DOCUMENT, "text/markdown", "nl", Audience.PUBLIC, "h"
        )
        found = passages_of(parsed, source, language_of)
        yield (
            address,
            tuple(Cited(" › ".join(dict.fromkeys((title, *one.heading_path))), one.text) for one in found),
        )


def true_sentences(seed: int) -> Iterator[Case]:
    """Yield rewordings of the sentences of the library; half of them cite other passages of the document as well."""
    rng = random.Random(seed)  # noqa: S311 - a seeded sample, no secret
    for address, passages in passages_by_document():
        for index, passage in enumerate(passages):
            others = [one for at, one in enumerate(passages) if at != index]
            for sentence in reworded_all(sentences_in(passage.text), rng):
                more = rng.sample(others, min(len(others), rng.randint(1, 2))) if rng.random() < 0.5 else []
                cited = tuple(rng.sample([passage, *more], len(more) + 1))
                yield Case(sentence, cited, "nl", "reworded document", address)


def sentences_in(text: str) -> list[str]:
    """Return the whole sentences of a passage."""
    parts = re.split(r"(?<=[a-z0-9)%'’][.!?])\s+(?=[A-Z'‘])|\n+", text)
    bare = [part.strip().lstrip("-*• ") for part in parts]
    return [part for part in bare if SHORTEST <= len(part) <= LONGEST and part.endswith(".")]


def reworded_all(sentences: Sequence[str], rng: random.Random) -> Iterator[str]:
    """Yield for each sentence what one, two and three changes make of it, and the pairs that share a subject."""
    for sentence in sentences:
        seen = {sentence}
        for depth in (1, 2, 3):
            worded, left = sentence, depth
            for change in rng.sample(CHANGES, len(CHANGES)):
                after = change(worded, rng)
                worded, left = (after, left - 1) if after != worded else (worded, left)
                if not left:
                    break
            if worded not in seen:
                seen.add(worded)
                yield worded
    yield from _joined(sentences)


def _joined(sentences: Sequence[str]) -> Iterator[str]:
    """Yield two sentences about one subject as one: "X is A en heeft B"."""
    for one, other in pairwise(sentences):
        first, second = _START.match(one), _START.match(other)
        if first and second and first["subject"] == second["subject"] and len(one) + len(other) < LONGEST:
            yield f"{one.rstrip('.')} en {other[second.start('verb') :]}"


_VERB = (
    r"(?:is|zijn|was|waren|heeft|had|hebben|krijgt|kreeg|krijg|geeft|gaf|duurt|kost|mag|moet|kun|kan|kon|konden|werd|"
    r"wordt|doet|doen|telt|telde|vraagt|vroeg|noemt|noemde|biedt|bood|steunde|betaalt|betaalde|vergoedt|startte|begon|"
    r"hielp|wil|wilde|geldt|gold|werkt|loopt|liep|richt|zit|staat|stond|heb|betaal|hoeft|leidt|stelt|verwachtte)"
)
_SUBJECT = r"(?:(?:[Dd]e|[Hh]et|[Ee]en) (?:[a-z-]+ )?)?(?:[A-Z][\w!&'.-]*(?: (?:[A-Z&0-9][\w-]*|van|voor|de|der) ?)*[\w-]+|[A-Z][\w!&-]*)"
_START = re.compile(rf"(?P<subject>{_SUBJECT}) (?P<verb>{_VERB}) ")
_FRONT = re.compile(
    rf"^(?P<front>(?:In|Sinds|Vanaf|Voor|Met|Bij|Na|Per|Volgens|Tot|Rond) [^,;:]{{3,60}}?) (?P<verb>{_VERB}) "
    rf"(?P<subject>je|{_SUBJECT}) (?P<rest>[^:]+)\.$"
)
_TIME = re.compile(r" (?P<time>(?:in|sinds|vanaf|op) (?:(?:\d{1,2} )?[a-z]+ )?(?:19|20)\d\d(?:-20\d\d)?)(?= |\.)")  # fmt: skip


def _without_fronting(sentence: str, rng: random.Random) -> str:
    """ "In 2018 hielp de regeling ..." -> "De regeling hielp in 2018 ..."."""
    found = _FRONT.match(sentence)
    if not found:
        return sentence
    front = found["front"][0].lower() + found["front"][1:]
    verb = {"kun": "kunt", "heb": "hebt", "krijg": "krijgt"}.get(found["verb"], found["verb"])
    is_you = found["subject"] == "je"
    subject = found["subject"][0].upper() + found["subject"][1:]
    return f"{subject} {verb if is_you else found['verb']} {front} {found['rest']}."


def _fronted(sentence: str, rng: random.Random) -> str:
    """ "De regeling hielp in 2018 ..." -> "In 2018 hielp de regeling ..."."""
    start, time = _START.match(sentence), _TIME.search(sentence)
    if (
        not start
        or not time
        or time.start() < start.end() - 1
        or re.search(r"[,;:]", sentence[: time.start()])
    ):
        return sentence
    rest = sentence[: time.start()] + sentence[time.end() :]
    subject = start["subject"]
    subject = subject[0].lower() + subject[1:] if subject.startswith(("De ", "Het ", "Een ")) else subject
    told = time["time"][0].upper() + time["time"][1:]
    return f"{told} {start['verb']} {subject} {rest[start.end() :]}"


def _first_half(sentence: str, rng: random.Random) -> str:
    """Keep the first of two main clauses."""
    for mark in ("; ", ", en ", ", maar ", ", waarvan ", ", waaronder "):
        at = sentence.find(mark)
        if (
            at > 35
            and "(" not in sentence[:at]
            and not re.search(r"\b(?:als|of|zowel|eerst) ", sentence[:at])
        ):
            return sentence[:at] + "."
    return sentence


def _without_brackets(sentence: str, rng: random.Random) -> str:
    return re.sub(r" \([^()]*\)", "", sentence)


@cache
def _synonyms() -> Sequence[Sequence[str]]:
    pairs: Sequence[Sequence[str]] = _wordings()["synonyms"]
    return pairs


def _synonym(sentence: str, rng: random.Random) -> str:
    """Use other everyday words."""
    for one, other in rng.sample(_synonyms(), len(_synonyms())):
        worded = re.sub(rf"(?<![\w-]){re.escape(one)}(?![\w-])", other, sentence)
        worded = re.sub(rf"^{re.escape(one.capitalize())}(?![\w-])", other[0].upper() + other[1:], worded)
        if worded != sentence:
            return worded
    return sentence


@cache
def _wordings() -> Mapping[str, Any]:
    """Return the wordings, read once: they are asked for at every sentence."""
    wordings: Mapping[str, Any] = yaml.safe_load(WORDINGS.read_text("utf-8"))
    return wordings


def _framed(sentence: str, rng: random.Random) -> str:
    """Open as models do."""
    frames: Sequence[str] = _wordings()["frames"]
    if sentence.split(": ", maxsplit=1)[0] in [frame.partition(": ")[0] for frame in frames] or not re.match(
        r"(?:De|Het|Een|Je|Er) ", sentence
    ):
        return sentence
    return rng.choice(frames).format(sentence[0].lower() + sentence[1:])


def _passive(sentence: str, rng: random.Random) -> str:
    """ "X biedt Y aan." -> "Y wordt door X aangeboden.", for the verbs whose participle is known."""
    passives: dict[str, list[str]] = _wordings()["passives"]
    start = _START.match(sentence)
    if not start or re.search(r"[,;:]|\b(?:dat|die|en)\b", sentence):
        return sentence
    for verb, (auxiliary, particle, participle) in passives.items():
        ending = f" {particle}." if particle else "."
        if start["verb"] == verb and sentence.endswith(ending):
            what = sentence[start.end() : -len(ending)]
            found = re.match(r"(?P<time>(?:in|sinds|vanaf) [\w ]*?\d{4} )?(?P<what>.+)", what)
            if found:
                time = f" {found['time'].strip()}" if found["time"] else ""
                subject = re.sub(r"^(De|Het|Een) ", lambda match: match[0].lower(), start["subject"])
                object_ = found["what"][0].upper() + found["what"][1:]
                return f"{object_} {auxiliary}{time} door {subject} {participle}."
    return sentence


def _other_format(sentence: str, rng: random.Random) -> str:
    from evals.verification.formats import other_format

    return other_format(sentence, "nl", rng)


Change = Callable[[str, random.Random], str]
CHANGES: list[Change] = [
    _without_fronting, _fronted, _first_half, _without_brackets, _synonym, _synonym, _framed, _passive, _other_format,
]  # fmt: skip
