"""Answers about one person: may they enter, how do they get there, who pays, what fits better. Before the records and documents.

Taken are only messages in which somebody tells about themselves, says what they want to become, or asks what entry to a programme
that is named needs; what else holds for everybody is left to the records and the documents.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from assistant.profile import Profile
from assistant.routes.profile_json import BadProfileError, profile_from
from assistant.routes.types import OccupationGoal
from assistant.types import Language, Request
from assistant.understanding.advice_asked import asks_advice
from assistant.understanding.afterwards import after_that
from assistant.understanding.asked_as import AskedAs, asked_as
from assistant.understanding.asked_backwards import from_the_front, subject_needed
from assistant.understanding.employer import asks_for_schemes, speaks_for_employer
from assistant.understanding.entrance import asks_entrance, asks_of_beginnings, asks_own_options
from assistant.understanding.lexicon import words_of
from assistant.understanding.parts import parts_of
from assistant.understanding.person_asks import asks_to_get, is_course
from assistant.understanding.person_talk import Kind, Talk
from assistant.understanding.person_thread import after
from assistant.understanding.request import needs_what_was_said
from assistant.understanding.telling import as_held, read_message
from assistant.understanding.telling_parts import HELD, NO_ROLE
from assistant.understanding.told import Message
from assistant.understanding.training_place import training_place_asked
from assistant.writing.joining import joined
from assistant.writing.records import RecordWriter
from assistant.writing.route_abroad import recognition_answer, weigher_answer
from assistant.writing.route_admission import admission_answer, is_left_to_school
from assistant.writing.route_adult import adult_answer
from assistant.writing.route_after_ad import after_ad_answer
from assistant.writing.route_aims import Aim, aim_of
from assistant.writing.route_assumed import show_assumed
from assistant.writing.route_book import RouteBook, RouteBooks
from assistant.writing.route_comparison import comparison_answer
from assistant.writing.route_deciding import deciding_question, with_answer
from assistant.writing.route_desk import RouteDesk
from assistant.writing.route_entrance import beginnings_answer, entrance_answer
from assistant.writing.route_entry import entry_answer
from assistant.writing.route_lacking import lacking_answer, with_lacks_said
from assistant.writing.route_levels import equal_answer
from assistant.writing.route_money import PERSON, funding_answer, loan_instead, money_there
from assistant.writing.route_scheme import scheme_answer
from assistant.writing.route_schools import at_school
from assistant.writing.route_shown import of_shown
from assistant.writing.route_standing import standing_answer
from assistant.writing.route_steps import route_answer, show_taken
from assistant.writing.route_told import only_tells, told_answer, with_place
from assistant.writing.route_ways import show_ways, ways_to
from assistant.writing.seam import Written
from assistant.writing.turned_away import exchanges
from knowledge.catalogue.types import Offer
from knowledge.language.normalisation import fold
from knowledge.types import Audience

OF_PROGRAMMES = (Kind.ENTRY, Kind.ADMISSION, Kind.ROUTE, Kind.FUNDING)
"""Kinds of answers that hold for a programme or a school, where one is named."""

NAMES_ANOTHER = re.compile(r"\s*(?:of|en|or|and|oder|und)\b", re.IGNORECASE)
"""How a message begins that names something else to aim at."""

TURNS = 12
"""Earlier messages of the person that are read again."""


class RouteAnswers:
    """Answers about one person from rules, routes and schemes. Thread-safe; follows the catalogue when sources change."""

    def __init__(self, records: RecordWriter, books: RouteBooks) -> None:
        self._records = records
        self._books = books

    def prepare(self, today: date) -> None:
        """Work out now what the first question would wait for: a second or two for 700 offers and 600 occupations."""
        book = self._books.of(Audience.PUBLIC, today)
        for language in Language:
            book.lexicon(language)
        book.link("lasser")

    def answer(self, request: Request, audience: Audience, today: date) -> Written | None:
        """Return the answer, or None for a question that is not about somebody's own way."""
        if request.question.history and asks_advice(request.question.text):
            return None
        text = from_the_front(request.question.text, request.language)
        if text == request.question.text:
            return self._answer(request, audience, today)
        asked = replace(request, question=replace(request.question, text=text), standalone_question=text)
        return self._answer(asked, audience, today, subject_needed(request.question.text))

    def _answer(self, request: Request, audience: Audience, today: date, subject: str = "") -> Written | None:
        book = self._books.of(audience, today)
        talk = self._talk(request, book, today)
        before = (turn.text for turn in request.question.history if turn.role == "user")
        said = (*before, request.question.text)
        if speaks_for_employer(said):
            if talk.kind is Kind.SCHEME or training_place_asked(request.question.text):
                return None  # what the scheme pays is asked, not whether it is for who learns
            if talk.kind is Kind.FUNDING or self._asks_for_money(said, request, book, today):
                return self._records.schemes_for_employers(said, request.language, audience, today)
        if talk.kind is Kind.FUNDING and not talk.wanted.names_aim and needs_what_was_said(request):
            talk = replace(talk, kind=None)  # money for what? "kan ik daar subsidie voor krijgen?"
        talk = replace(talk, wanted=replace(talk.wanted, asked_as=_manner(request)))
        message = _last_message(request, book, today)
        talk = loan_instead(talk, message) if request.question.history else talk
        talk = after_that(money_there(talk, message), message, request.question.text)
        desk = RouteDesk.over(talk, book, request.language, today, self._records.hits_of(book.book))
        found = standing_answer(said, message, desk, lambda one: _about_person(one, request, subject))
        if found is not None:
            return found
        if talk.wanted.asked_as is AskedAs.EQUAL:
            return equal_answer(message, desk.about(Talk()))
        if asks_entrance(request.question.text, message, talk) and not speaks_for_employer(said):
            return entrance_answer(desk)
        return self._following(request, message, desk) or self._of_person(request, message, desk, subject)

    def _of_person(self, request: Request, message: Message, desk: RouteDesk, subject: str) -> Written | None:
        """Return the answer of the kind that a talk asks for, or what was heard of somebody who only tells about themselves."""
        talk = desk.talk
        if asks_own_options(request.question.text, message, talk):
            desk = desk.about(replace(talk, kind=Kind.ROUTE))
        if desk.talk.kind:
            return _about_person(desk, request, subject)
        return self._told(talk, request, desk.book, desk.today)

    def _following(self, request: Request, message: Message, desk: RouteDesk) -> Written | None:
        """Return the answer to a message that asks more of an Ad, of beginnings that were shown, or of a diploma that was weighed."""
        earlier = _before(request)
        if earlier is None:
            return None
        talk = self._talk(earlier, desk.book, desk.today)
        after_ad = after_ad_answer(request.question.text, talk, message, desk)
        if after_ad is not None or message.wanted.names_aim or desk.talk.kind is Kind.RECOGNITION:
            return after_ad
        if talk.kind is Kind.RECOGNITION:
            return weigher_answer(request.question.text, desk)
        before = _last_message(earlier, desk.book, desk.today)
        if not asks_of_beginnings(message):
            return None
        if asks_of_beginnings(before):
            return self._following(earlier, message, desk)
        showed = asks_entrance(earlier.question.text, before, talk)
        return beginnings_answer(desk.about(talk), message.wanted.asks) if showed else None

    def _asks_for_money(self, said: Sequence[str], request: Request, book: RouteBook, today: date) -> bool:
        """Say whether a message asks which money there is, and names no scheme."""
        return (
            asks_for_schemes(said)
            and not _last_message(request, book, today).wanted.schemes
            and not self._records.names_fund(request)
            and not self._asks_size_of_named(request)
        )

    def _asks_size_of_named(self, request: Request) -> bool:
        """Say whether the size of something is asked just after a scheme was named: then of that one, and not which there are."""
        before = next((turn.text for turn in reversed(request.question.history) if turn.role == "user"), "")
        is_of_size = OF_A_SIZE.search(request.question.text) is not None
        return is_of_size and bool(self._records.scheme_in(before, request.question.audience))

    def _told(self, talk: Talk, request: Request, book: RouteBook, today: date) -> Written | None:
        """Return the answer to a first message that tells about somebody and asks nothing, else None."""
        message = _last_message(request, book, today)
        if not only_tells(request, message):
            return None
        hits_of = self._records.hits_of(book.book)
        talk = with_place(talk, message)
        return told_answer(talk, RouteDesk.over(talk, book, request.language, today, hits_of))

    def _talk(self, request: Request, book: RouteBook, today: date) -> Talk:
        """Return the talk up to and with the last message. What the page confirmed wins, unless that message corrects it."""
        talk = Talk()
        for turn, reply in exchanges(request.question.history)[-TURNS:]:
            if asked_as(turn.text) in (AskedAs.EQUAL, AskedAs.NEED):
                continue  # the diplomas that it names are nobody's
            said = from_the_front(turn.text, request.language)
            talk = of_shown(self._after(talk, said, request.language, book, today), reply, book)
        talk = replace(talk, profile=_confirmed(talk.profile, request.question.profile))
        return self._after(talk, request.question.text, request.language, book, today)

    def _after(self, talk: Talk, text: str, language: Language, book: RouteBook, today: date) -> Talk:
        lexicon = book.lexicon(language)
        message = read_message(text, lexicon, language, today, before=talk.wanted)
        names_another = NAMES_ANOTHER.match(text) or _names_option(message, talk)
        is_other_aim = talk.knows_school and names_another and not message.denies  # "of ad?" is where to
        if talk.kind is not None and _is_bare(message) and not is_other_aim:
            asked = deciding_question(talk, book, language, today)
            expects = asked is None or asked.key == "diplomas" or message.denies or bool(talk.is_vague)
            whole = (
                f"{talk.is_vague} {text}" if talk.is_vague else text
            )  # "kader", after "welke leerweg vmbo heb je?"
            held = read_message(whole, lexicon, language, today, HELD if expects else NO_ROLE)
            message = as_held(held) if held.told.profile.diplomas else held
            message = with_answer(message, asked)
        return after(at_school(talk, message.wanted, book), message)


OF_A_SIZE = re.compile(
    r"\b(?:percentage|procent|bedrag|maximum|hoe hoog|percent|amount|how high|prozent\w*|betrag|wie hoch)\b|%",
    re.IGNORECASE,
)
"""How the size of one sum or share is asked, of the scheme that a talk is about."""


def _manner(request: Request) -> AskedAs:
    """Return how a message asks about diplomas; a piece of a question for a rule asks for that of something else."""
    own, whole = asked_as(request.question.text), asked_as(request.standalone_question)
    return whole if own is AskedAs.MAY and whole is AskedAs.RULE else own


def _about_person(desk: RouteDesk, request: Request, subject: str) -> Written | None:
    """Return the answer of the kind that the talk asks for; `subject` is one of which it is asked whether entry needs it."""
    match desk.talk.kind:
        case Kind.COMPARE:
            found = comparison_answer(desk)
        case Kind.RECOGNITION:
            found = recognition_answer(desk)
        case Kind.ENTRY:
            found = _entry(desk, request, subject)
        case Kind.SCHEME:
            found = _scheme(desk, request)
        case _:
            found = _own_way(desk)
    if desk.talk.kind not in OF_PROGRAMMES:
        return found
    return with_lacks_said(found, request.question.text, desk) if found else lacking_answer(desk)


def _before(request: Request) -> Request | None:
    """Return the request of the last message before this one, None for a first message."""
    history = request.question.history
    last = next((place for place in range(len(history) - 1, -1, -1) if history[place].role == "user"), None)
    if last is None:
        return None
    return replace(
        request, question=replace(request.question, text=history[last].text, history=history[:last])
    )


def _last_message(request: Request, book: RouteBook, today: date) -> Message:
    """Return the message that is to be answered, read by itself."""
    language = request.language
    return read_message(request.question.text, book.lexicon(language), language, today)


def _scheme(desk: RouteDesk, request: Request) -> Written | None:
    """Return whether a scheme is for somebody, after whether they may enter, where a message asks both."""
    text, language = request.question.text, request.language
    asks_both = "admission" in desk.talk.wanted.intents and len(parts_of(text, language)) > 1
    if not (asks_both and desk.talk.knows_school and desk.talk.wanted.names_aim):
        return scheme_answer(desk)
    talk = replace(desk.talk, kind=Kind.ADMISSION)
    entry = _own_way(desk.about(talk))
    scheme = scheme_answer(desk)
    found = [(text, one) for one in (entry, scheme) if one is not None]
    return joined(found, language) if len(found) > 1 else scheme


def _entry(desk: RouteDesk, request: Request, subject: str) -> Written | None:
    """Return what entry to the programme asks that the message names, or that our last answer was about."""
    aim = aim_of(desk.talk, desk.book, desk.language, desk.today)
    if aim is None or not aim.offers:
        return None
    reply = next((turn.text for turn in reversed(request.question.history) if turn.role == "assistant"), "")
    is_in_focus = any((offer.name.value or offer.id) in reply for offer in aim.offers)
    if desk.talk.continues and not is_in_focus:
        return None
    lexicon = desk.book.lexicon(desk.language)
    names = (one for mention in lexicon.read(words_of(subject)) for one in mention.values("subject"))
    return entry_answer(aim, desk, frozenset(map(fold, names)))


def _own_way(desk: RouteDesk) -> Written | None:
    """Return the answer about an aim: who pays, whether one may enter, or how one gets there."""
    talk = desk.talk
    aim = aim_of(talk, desk.book, desk.language, desk.today)
    if talk.kind is Kind.FUNDING:
        return _money(aim, desk)
    if talk.kind is Kind.ADULT:
        return adult_answer(aim, desk)
    if aim is None:
        return None
    if aim.is_by_law and not talk.knows_school:
        return entry_answer(aim, desk)
    asks_entry = (
        aim.is_by_law
        or talk.kind is Kind.ADMISSION
        or (
            talk.knows_school
            and not isinstance(aim.goal, OccupationGoal)
            and ("change" in talk.wanted.intents or is_left_to_school(aim, desk))
        )
    )
    if asks_entry:
        return admission_answer(aim, desk) if aim.offers or aim.rule_of else None
    return route_answer(aim, desk)


def _names_option(message: Message, talk: Talk) -> bool:
    """Say whether a message names one of the levels or kinds between which the talk was to choose ("Ad of hbo?", then "Ad")."""
    options = [*talk.wanted.levels, *talk.wanted.kinds]
    return len(options) > 1 and any(one in options for one in (*message.wanted.levels, *message.wanted.kinds))


def _is_bare(message: Message) -> bool:
    """Say whether a message only answers or corrects: it asks nothing and aims at nothing but a level."""
    wanted = message.wanted
    return not (wanted.intents or wanted.asks or wanted.occupations or wanted.becomes or wanted.words)


def _confirmed(told: Profile, raw: object) -> Profile:
    """Return what was told with what the page confirmed over it; a profile that cannot be read confirms nothing."""
    if not raw:
        return told
    try:
        confirmed = profile_from(raw)
    except BadProfileError:
        return told
    kept = {
        name: getattr(confirmed, name)
        for name in Profile.__dataclass_fields__
        if getattr(confirmed, name) is not None
    }
    return replace(told, **kept)


def _money(aim: Aim | None, desk: RouteDesk) -> Written | None:
    """Return who pays: with the ways there behind it, where somebody wants to become something, and before it where their price is asked."""
    talk = desk.talk
    loan = _loan(desk)
    if loan is not None:
        return loan
    show_assumed(desk)
    ways: tuple[Offer, ...] = ()
    if aim is not None:
        show_taken(aim, desk)
        asks_of_way = talk.wanted.asks & {"costs", "duration_months"}
        shows = (
            aim.offers and (not talk.continues or asks_of_way) and not (aim.is_wide or _asks_only_money(talk))
        )
        if shows and not asks_of_way:
            return funding_answer(aim, desk, ways_to(aim, desk), are_behind=True)
        ways = show_ways(aim, desk) if shows else ()
        if ways and talk.continues and asks_of_way == {"duration_months"}:
            return desk.written()  # "hoe lang duurt het?": who pays was not asked
    elif talk.wanted.becomes or talk.wanted.names_aim:
        return None
    return funding_answer(aim, desk, ways)


def _asks_only_money(talk: Talk) -> bool:
    """Say whether somebody asks if they can get money, or money for a course, which is no way to a trade."""
    return not talk.wanted.becomes and (is_course(talk.wanted) or asks_to_get(talk.wanted))


def _loan(desk: RouteDesk) -> Written | None:
    """Return whether somebody who asks to borrow can have the one loan that there is; None where there is not one."""
    loans = [one for one in desk.book.index.catalogue.schemes if one.is_loan and one.applicant == PERSON]
    if "borrow" not in desk.talk.wanted.intents or len(loans) != 1:
        return None
    wanted = replace(desk.talk.wanted, schemes=(loans[0].id,))
    return scheme_answer(desk.about(replace(desk.talk, wanted=wanted)))
