"""The nouns of what is said: frozen, and free of any vendor."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from knowledge.types import Audience, Hit, KnownAnswer, QuestionWord, RecordRef

ANSWER_FORMAT = "1.2"
"""Version of the public JSON of an answer (docs/answer-format.md): minor adds keys and values, major changes them."""


class Language(StrEnum):
    """The languages that questions are answered in."""

    DUTCH = "nl"
    ENGLISH = "en"
    GERMAN = "de"


class Outcome(StrEnum):
    """What became of a question."""

    ANSWERED = "answered"
    PARTLY = "partly"
    ASKED_BACK = "asked_back"
    REFUSED = "refused"


class SentenceKind(StrEnum):
    """What a sentence of an answer is: our own frame, a literal quote, a worded finding, or what is computed from cited figures."""

    LEAD = "lead"
    QUOTE = "quote"
    WORDED = "worded"
    COMPUTED = "computed"
    """A difference, share or rank that no source states: it follows from figures in its citations."""
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Filter:
    """One limit on what records were asked for: "mode", "deeltijd", and how people say it.

    Kinds with what `value` holds: "kind", "level", "mode", "field", "provider", "language" (values of the catalogue), "place"
    (a town, province or region), "near" ("25 km Zwolle"), "start" (a month, "01" to "12"), "max_months" and "max_euro" (numbers),
    "text" (a code), "applicant" (of schemes: "person" or "employer"). Two filters of one kind are alternatives. `text` is only shown; it may be "" in a question.
    """

    kind: str
    value: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier message of a conversation; `role` is "user" or "assistant".

    `filters` are those that the person had set for that message, None when they were read from its words.
    """

    role: str
    text: str
    filters: tuple[Filter, ...] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """What a person asks: the words, the earlier turns (oldest first), and who may see what.

    `filters` that the person changed replace all those read from the words; None leaves it to the words, () takes all away.
    """

    text: str
    history: tuple[Turn, ...] = ()
    profile: Mapping[str, Any] = field(default_factory=dict)
    audience: Audience = Audience.PUBLIC
    language: Language | None = None
    filters: tuple[Filter, ...] | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """The understood question: its language, its wording without the conversation around it, and what it looks for.

    `question` has chat words in full. `topic` names what a follow-up leans on, "" for a question that stands on its own;
    with `wants_more` it asks for more about that than was said. `fresh` are the words that are new in it, of which alone an
    answer must hold all ("": of all). `is_heard` says that the talk made sure what is meant and that the sources answer it;
    `is_beside_known` that another question of the same message has an answer. `years` are those that an answer must be about,
    `today` is the day on which it must hold.
    """

    question: Question
    language: Language
    standalone_question: str
    words: tuple[QuestionWord, ...] = ()
    topic: str = ""
    wants_more: bool = False
    fresh: str = ""
    is_heard: bool = False
    is_beside_known: bool = False
    years: tuple[str, ...] = ()
    today: date | None = None
    known: tuple[KnownAnswer, ...] = ()
    """Sentences that editors say answer such a question, the likeliest first."""
    written: frozenset[str] = frozenset()
    """Addresses of the documents for whose sentences editors wrote questions."""
    of_documents: frozenset[str] = frozenset()
    """Versions of the documents that it is asked of, empty where it is asked of all: those that were brought in and that it names."""
    of_offers: frozenset[str] = frozenset()
    """Ids of the offers that the message itself names, empty where it names none: what is noted of another is no answer to it."""
    document_ids: frozenset[str] = frozenset()
    """Ids of the sources that these documents are."""
    document_names: frozenset[str] = frozenset()
    """Folded words by which it, or the message of the talk before it, names these documents."""
    typed: str = ""
    """The message as it was typed, before its chat words and typing errors were put right; "" where that is not known."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence rests: the quote, word for word, and its exact place.

    `number` is the 1-based number shown in the answer. `start` and `end` are offsets of the quote in
    the text of page `page_number` of the source. `url` is the public address of the statement, or "".
    `as_of` is the date of the statement as its source gives it, or "".
    """

    number: int
    source_id: str
    passage_id: str
    title: str
    locator: str
    quote: str
    url: str
    page_number: int
    start: int
    end: int
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an answer, with the numbers of its citations; `language` is that of its words."""

    text: str
    kind: SentenceKind
    language: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence that a model wrote and that was not shown, with the reason."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole answer. `sentences` are in reading order; every `WORDED`, `COMPUTED` and `QUOTE` one is cited.

    `searched` are the titles of the sources that were looked at, best first; `timings_ms` maps a
    stage to milliseconds. `assumed` is what the answer took for told about the person, in the form of
    routes.profile_json: it was shown in the answer, and counts only until the person corrects it.
    `filters` are those that limit `records`, each of which a person may take away or change.
    """

    outcome: Outcome
    language: Language
    sentences: tuple[Sentence, ...]
    citations: tuple[Citation, ...] = ()
    records: tuple[RecordRef, ...] = ()
    routes: tuple[Mapping[str, Any], ...] = ()
    verdict: Mapping[str, Any] | None = None
    assumed: Mapping[str, Any] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    searched: tuple[str, ...] = ()
    follow_ups: tuple[str, ...] = ()
    filters: tuple[Filter, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The answer as plain text: sentences with their citation numbers in square brackets."""
        return "\n".join(_with_numbers(sentence) for sentence in self.sentences)


def _with_numbers(sentence: Sentence) -> str:
    numbers = "".join(f" [{number}]" for number in sentence.citations)
    return f"{sentence.text}{numbers}"


@dataclass(frozen=True, slots=True)
class SourcesFound:
    """First event of a stream: what retrieval found, before any word of the answer."""

    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Writing:
    """Provisional words of a model, not yet verified. They are replaced by what `Finished` holds."""

    text: str


@dataclass(frozen=True, slots=True)
class SentenceReady:
    """A verified sentence, with the citations that it introduces."""

    sentence: Sentence
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Finished:
    """Last event of a stream, exactly once: the answer as it may be kept."""

    answer: Answer


AnswerEvent = SourcesFound | Writing | SentenceReady | Finished


class Assistant(Protocol):
    """What the page, the command line and the evals talk to."""

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        """Yield the events of one answer; the last one is `Finished`. Closing the iterator stops the work."""
        ...

    def invoke(self, question: Question) -> Answer:
        """Return the answer of the last event of `stream`."""
        ...
