"""What documents say to a refused question that is asked otherwise: without the source that it names, or of the law for its school."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering import has_source, notice
from assistant.listening import Listener
from assistant.stages import Flow
from assistant.types import Outcome, Question, Request
from assistant.understanding.country_said import without_country
from assistant.understanding.fees import fee_asked
from assistant.understanding.focus import focus_of
from assistant.understanding.in_general import general_question
from assistant.understanding.learned_at_work import has_learned_at_work
from assistant.understanding.parts import compared
from assistant.understanding.plain_value import plain_value_asked
from assistant.understanding.sources_named import without_sources
from assistant.understanding.story import about_its_name, alone, story_before, without_asking_name
from assistant.writing.asked_of_before import asks_of_before, lacks_of_before
from assistant.writing.everyday_answers import EverydayAnswers
from assistant.writing.joining import KNOWN, OF_ITS_KIND
from assistant.writing.kind_lacked import asks_way_to_apply, lacks_kind_asked
from assistant.writing.phrases import say
from assistant.writing.relevance import answers_type
from assistant.writing.seam import Refusals, Written
from assistant.writing.turned_away import on_topic
from knowledge.types import Hit

Asks = Callable[[Question], tuple[Flow, Written | None]]
"""Looks a question up and returns what documents say to it, None where they do not answer."""

MOST_FIRST = 3
"""The kind of value that is asked must be in one of so many sentences that come first."""


@dataclass(frozen=True, slots=True)
class AskedOtherwise:
    """Asks again what was refused. Keeps nothing between questions."""

    refusals: Refusals
    asks: Asks
    quotes: Callable[[Flow], Written | None]
    """Returns what documents say to a question whose passages were found, None where they do not answer."""
    answers: Callable[[Question], Written]
    """Answers a question from all that is known."""
    recorded: Callable[[Request], Written | None]
    """Tells what records say to a message by themselves, None where they say nothing."""
    everyday: EverydayAnswers | None
    today: Callable[[], date]
    listener: Listener | None = None

    def anew(self, request: Request, hits: tuple[Hit, ...] = ()) -> Written | None:
        """Return what a refused question is answered with when it is asked otherwise, None when that helps nothing.

        `hits` are its passages, () where it may not be heard as anything else.
        """
        ways = (
            self._without_asking_name,
            self._without_story,
            self._about_its_name,
            self._value_of_story,
            self._without_talk,
            self._without_place,
            self._without_country,
            self._in_general,
            lambda asked: self._heard_otherwise(asked, hits),
        )
        found = (way(request) for way in ways)
        return next(
            (one for one in found if one is not None and not _lacks_what_is_asked(request, one)), None
        )

    def plain_value(self, request: Request) -> Written | None:
        """Return the one plain value that a message asks for which tells of somebody's own way, None where nothing surely has it.

        Where a story stands before the question, records may know it, of the thing that the story names.
        """
        text = plain_value_asked(request.question.text, request.language)
        if not text:
            return None
        asked = replace(request.question, text=text, history=(), language=request.language)
        is_whole = text == request.question.text
        found = (self.asks(asked)[1] or self.recorded(request)) if is_whole else self.answers(asked)
        if found is None or found.outcome is not Outcome.ANSWERED:
            return None
        first = found.sentences[:MOST_FIRST]
        return found if any(answers_type(text, one.text) >= OF_ITS_KIND for one in first) else None

    def _value_of_story(self, request: Request) -> Written | None:
        """Return the plain value that is asked behind a story, None for a message that is asked as it stands: that was refused."""
        text = plain_value_asked(request.question.text, request.language)
        return self.plain_value(request) if text != request.question.text else None

    def without_source(self, request: Request) -> Written | None:
        """Return the answer to a question asked without the source that it names, where what is cited has that name."""
        names = self.refusals.authorities(request.question.audience)
        rest, sources = without_sources(request.question.text, names, request.language)
        if not sources:
            return None
        flow, found = self.asks(replace(request.question, text=rest, language=request.language))
        return found if found is not None and has_source(found, flow.hits, sources) else None

    def _without_asking_name(self, request: Request) -> Written | None:
        """Return what is told of the thing that a message describes and whose name it asks; None for any other message."""
        rest = without_asking_name(request.question.text)
        if not rest:
            return None
        return self._answered(replace(request.question, text=rest, language=request.language))

    def _without_story(self, request: Request) -> Written | None:
        """Return the answer to the question that a story ends with, None for a message that begins with it."""
        towns = self.refusals.towns(request.question.audience)
        story, asked = story_before(request.question.text, request.language, towns)
        if not story:
            return None
        return self._answered(replace(request.question, text=asked, language=request.language))

    def _about_its_name(self, request: Request) -> Written | None:
        """Return the answer to the question behind a story that is about the name in it, whoever asks; None for any other message."""
        known = self.refusals.organisations(request.question.audience)
        asked = about_its_name(request.question.text, request.language, known)
        if not asked or request.question.filters is not None:
            return None
        return self._answered(replace(request.question, text=asked, language=request.language))

    def _without_talk(self, request: Request) -> Written | None:
        """Return the answer to a message of a talk as if nothing was said before, where it names what it asks of; else None.

        So is one that only compares the other way ("en hoeveel juist kleiner?"), in the words of the question before it.
        """
        turns = request.question.history
        is_part = bool(turns) and turns[-1].role == "user"  # of a message: it was asked by itself already
        if not turns or is_part or request.question.filters is not None:
            return None
        said, language = request.question.text, request.language
        focus = focus_of(turns, language)
        texts = alone(said, language) or ((compared(focus.question, said),) if focus is not None else ())
        asked = (
            replace(request.question, text=text, history=(), language=language) for text in texts if text
        )
        return next((found for one in asked if (found := self._answered(one)) is not None), None)

    def _heard_otherwise(self, request: Request, hits: tuple[Hit, ...]) -> Written | None:
        """Return what documents say to a message of a talk where it means something else than it seemed to; None for any other."""
        turns = request.question.history
        if (
            self.listener is None
            or request.is_heard
            or request.question.filters is not None
            or not (turns and hits)
        ):
            return None
        flow = Flow(request.question, 0.0)
        meant = self.listener.heard_anew(request, hits, on_topic(turns), self.today())
        answers = (self.quotes(replace(flow, request=one.request, hits=one.hits)) for one in meant)
        return next((one for one in answers if one is not None), None)

    def _without_place(self, request: Request) -> Written | None:
        """Return the answer to a question asked without the place of the one thing that it names, where it is there."""
        rest = self.refusals.without_place(request)
        if not rest:
            return None
        return self._answered(replace(request.question, text=rest, language=request.language))

    def _without_country(self, request: Request) -> Written | None:
        """Return the answer to a question asked without the country that all is of; None where that is a limit."""
        rest = without_country(request.question.text)
        if not rest:
            return None
        return self._answered(replace(request.question, text=rest, language=request.language))

    def _answered(self, asked: Question) -> Written | None:
        found = self.answers(asked)
        return found if found.outcome in KNOWN else None

    def _fee_by_law(self, request: Request) -> Written | None:
        """Return what documents say of the fee by law, for a question about that of a school of which nothing is known."""
        audience, language = request.question.audience, request.language
        key, school = fee_asked(request.standalone_question, lambda: self.refusals.schools(audience))
        if not key:
            return None
        found = self._in_our_words(request, key, study_year_in(request.standalone_question))
        if found is None or not school:
            return found
        before = notice(language, Outcome.PARTLY, say(language, "fee_by_law", {"school": school}))
        return replace(found, sentences=(*before.sentences, *found.sentences), outcome=Outcome.PARTLY)

    def _in_general(self, request: Request) -> Written | None:
        """Return what holds for every school or programme, where nothing is known of the one that is asked: its fee, its day to apply."""
        if BECOMES_DIPLOMA.search(request.standalone_question):
            return self._in_our_words(request, "recognition_question")
        return (
            self._fee_by_law(request)
            or self._application(request)
            or self._way_to_apply(request)
            or self._of_anybody(request)
            or self._of_story(request)
        )

    def _of_story(self, request: Request) -> Written | None:
        """Return what editors named for what a long message asks in everyday words among others; None for any other."""
        if self.everyday is None:
            return None
        return self.everyday.answer_to_story(request, request.question.audience, self.today())

    def _of_anybody(self, request: Request) -> Written | None:
        """Return what holds for everybody, for a question with circumstances of somebody's own around it; None for any other."""
        turns = request.question.history
        before = next((turn.text for turn in reversed(turns) if turn.role == "assistant"), "")
        name = general_question(request.question.text, before)
        found = self._in_our_words(request, f"general_{name}_question") if name else None
        return self._with_lead(found, request, "general_lead") if found is not None else None

    def _application(self, request: Request) -> Written | None:
        """Return until when one may apply at that kind of school, None where no day to apply is asked, or of no kind of school.

        The message before may name the kind: "op welk mbo-niveau begint ze, en tot wanneer aanmelden?".
        """
        text = request.standalone_question
        if ASKS_WHEN.search(text) is None or APPLIES.search(text) is None:
            return None
        before = next((turn.text for turn in reversed(request.question.history) if turn.role == "user"), "")
        kinds = [key for key, named in OF_SCHOOLS.items() if named.search(text)]
        kinds = kinds or [key for key, named in OF_SCHOOLS.items() if named.search(before)]
        found = self._in_our_words(request, f"application_{kinds[0]}_question") if len(kinds) == 1 else None
        return self._with_lead(found, request, "in_general") if found is not None else None

    def _way_to_apply(self, request: Request) -> Written | None:
        """Return how one applies for hbo or university, where that is asked of such a study; None for any other question."""
        text = request.question.text
        if not asks_way_to_apply(text):
            return None
        said = [turn.text for turn in request.question.history[-TURNS_BEFORE:]]
        kinds = {key for one in (text, *said) for key, named in OF_SCHOOLS.items() if named.search(one)}
        found = (
            self._in_our_words(request, "application_how_higher_question") if kinds == {"higher"} else None
        )
        return self._with_lead(found, request, "in_general") if found is not None else None

    def _with_lead(self, found: Written, request: Request, key: str) -> Written:
        """Return an answer behind a remark of ours that it is not of the very case that is asked."""
        before = notice(request.language, Outcome.PARTLY, say(request.language, key))
        return replace(found, sentences=(*before.sentences, *found.sentences), outcome=Outcome.PARTLY)

    def recognition(self, request: Request) -> Written | None:
        """Return how what somebody learned at work is recognised, for who has worked for years and has no diploma; None for another."""
        return (
            self._in_our_words(request, "recognition_question")
            if has_learned_at_work(request.question.text)
            else None
        )

    def _in_our_words(self, request: Request, key: str, year: str = "") -> Written | None:
        """Return what documents say to a question of ours, of a study year where one is given."""
        text = say(request.language, key)
        if year:
            text = f"{text.rstrip('?')} ({year})?"
        _, found = self.asks(replace(request.question, text=text, history=(), language=request.language))
        return found


def _lacks_what_is_asked(request: Request, found: Written) -> bool:
    return lacks_kind_asked(request, found) or (asks_of_before(request) and lacks_of_before(request, found))


STUDY_YEAR = re.compile(r"\b(20\d\d)\s?[-/]\s?(?:20)?(\d\d)\b")
"""A study year as people write it: "2025-2026", "2025/26"."""


def study_year_in(text: str) -> str:
    """Return the study year of a text as sources write it, "" for none."""
    found = next((one for one in STUDY_YEAR.finditer(text) if int(one[2]) == int(one[1][2:]) + 1), None)
    return f"{found[1]}-20{found[2]}" if found else ""


BECOMES_DIPLOMA = re.compile(
    r"(?=.*\b(?:evc|ervaringscertificaat)\b)(?=.*(?:diplom|abschluss)).*\b(?:word|wordt|worden|krijg\w*|levert|become|becomes|get|wird|bekomm\w*|verzilver\w*|inwisselen|omzetten)\b",
    re.IGNORECASE,
)
"""How, or when, what was learned at work becomes a diploma."""

ASKS_WHEN = re.compile(
    r"\b(?:wanneer|voor welke datum|uiterlijk|uiterste|deadline|until when|when|by what date|wann|bis wann|frist)\b",
    re.IGNORECASE,
)
TURNS_BEFORE = 2
"""Turns before a message that may say for what kind of school one applies: the last question and its answer."""

APPLIES = re.compile(
    r"\b(?:(?:aan|in)gemeld|aanmeld\w*|(?:in|op)schrijv\w*|inschreven|(?:meld|schrijf|schrijft)\b.{1,40}\b(?:aan|in)\b|apply|applying|application|enrol\w*"
    r"|regist\w+|sign up|anmeld\w*|bewerb\w*|einschreib\w*)",
    re.IGNORECASE,
)
OF_SCHOOLS = {
    "mbo": re.compile(r"\b(?:mbo|bol|bbl|roc|entree)\b", re.IGNORECASE),
    "higher": re.compile(
        r"\b(?:hbo|wo|hogeschool|universiteit|universität|university|uni|bachelor|associate degree|ad)\b",
        re.IGNORECASE,
    ),
}
"""Kinds of schools of which the law or a common rule says until when one applies."""
