"""The four things that a program can ask. Each takes plain values, and returns an object that is JSON as it is.

What cannot be done is an object with the key `error`: a sentence that says what was found, what was expected
and what to do. Nothing that is asked here is kept.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from assistant.answer_format import answer_object, question_of_line
from assistant.errors import AssistantError, BadQuestionLineError
from assistant.interface.api.offers_json import listing_object
from assistant.interface.texts import language_from
from assistant.routes.admission import verdict
from assistant.routes.profile_json import profile_from
from assistant.routes.route_cli import RouteQuestion, answer
from assistant.routes.routes_json import verdict_object
from assistant.routes.rules_in_force import plain
from assistant.types import Assistant
from assistant.writing.plannings import Plannings
from knowledge.catalogue.queries import Near, OfferFilter, OfferSort
from knowledge.catalogue.types import Offer
from knowledge.store.catalogue import Catalogues
from knowledge.types import Audience

MOST_OFFERS = 50
"""Offers in one answer; ask on with `first`."""

MOST_VERDICTS = 10
"""Offers of one name that are judged in one answer."""

MESSAGE_CHARACTERS = 4_000


@dataclass(frozen=True, slots=True)
class OfferSearch:
    """A search for offers in plain values; "" and 0 do not limit. See `OfferFilter` for the values."""

    text: str = ""
    kind: str = ""
    level: str = ""
    mode: str = ""
    field: str = ""
    school: str = ""
    place: str = ""
    within_km: float = 0
    most_months: float = 0
    most_euro: float = 0
    first: int = 1


class Services:
    """Answers programs as it answers the public. Thread-safe."""

    def __init__(
        self, assistant: Assistant, catalogues: Catalogues, plannings: Plannings, today: Callable[[], date]
    ) -> None:
        self._assistant, self._catalogues = assistant, catalogues
        self._plannings, self._today = plannings, today

    def ask(
        self, question: str, language: str = "", history: Any = None, profile: Any = None
    ) -> dict[str, Any]:
        """Answer a question; the object of docs/answer-format.md. `history` and `profile` as a line of a batch has them."""
        if len(question) > MESSAGE_CHARACTERS:
            return _error(
                f"De vraag heeft {len(question)} tekens; er passen er {MESSAGE_CHARACTERS} in. Maak haar korter."
            )

        line = {"id": "", "question": question, "history": history, "profile": profile}

        def work() -> dict[str, Any]:
            profile_from(profile or {})
            written = json.dumps({**line, "language": language or None})
            _, asked = question_of_line(written, 1, Audience.PUBLIC)
            return answer_object(self._assistant.invoke(asked))

        return _tried(work)

    def search_offers_of(self, search: Any) -> dict[str, Any]:
        """Do `search_offers` for an object with the names of `OfferSearch`."""
        given = search if isinstance(search, dict) else {}
        kinds = {one.name: type(one.default) for one in fields(OfferSearch)}
        for name, value in given.items():
            expected = kinds.get(name)
            if expected is None or not isinstance(value, (int, float) if expected in (int, float) else str):
                return _error(
                    f"`{name}` is {str(value)[:60]!r}; verwacht wordt een object met {', '.join(kinds)}."
                )
        return self.search_offers(OfferSearch(**given))

    def search_offers(self, search: OfferSearch) -> dict[str, Any]:
        """Return a page of the offers that a search finds, by name, or by distance where a distance is asked."""
        catalogue = self._catalogues.of()
        near: Near | None = None
        if search.within_km > 0:
            point = catalogue.gazetteer.point(search.place)
            if point is None:
                return _error(
                    f"De plaats {search.place!r} ken ik niet. Geef een plaats in Nederland, zoals Hengelo."
                )
            near = Near(*point, search.within_km)
        towns = () if near or not search.place else catalogue.gazetteer.places_in(search.place)
        wanted = OfferFilter(
            text=search.text,
            kind=_values(search.kind),
            level=_values(search.level),
            mode=_values(search.mode),
            field=_values(search.field),
            provider=_values(search.school),
            place=towns or _values(search.place if near is None else ""),
            near=near,
            max_months=search.most_months or None,
            max_euro=search.most_euro or None,
        )
        sort = OfferSort.DISTANCE if near else OfferSort.NAME
        page = catalogue.page(wanted, sort, max(1, search.first), MOST_OFFERS)
        return listing_object(page.listing, page.offers, page.first)

    def check_admission(self, offer: str, profile: Any = None, language: str = "nl") -> dict[str, Any]:
        """Return what the rules say about entering an offer, named by its id or by its whole name.

        `verdicts` has one object per offer of that name, at most `MOST_VERDICTS`. Information about rules: the
        school decides.
        """

        def work() -> dict[str, Any]:
            person = profile_from(profile or {})
            index = self._plannings.of(Audience.PUBLIC, self._today()).index
            found = _named(index.offers, offer)
            if not found:
                return _error(
                    f"De opleiding {offer!r} ken ik niet. Geef het id of de hele naam; `search_offers` vindt ze."
                )
            rules, today = index.catalogue.national_rules, self._today()
            spoken = language_from(language)
            objects = [
                verdict_object(verdict(person, one, rules, today), one, spoken)
                for one in found[:MOST_VERDICTS]
            ]
            return {"verdicts": objects, "total": len(found)}

        return _tried(work)

    def plan_route(self, goal: str, profile: Any = None, language: str = "nl") -> dict[str, Any]:
        """Return routes to an occupation, an offer or a level in a field, or what would have to change."""

        def work() -> dict[str, Any]:
            person = profile_from(profile or {})
            spoken = language_from(language)
            asked = RouteQuestion(person, goal, self._today(), spoken, as_json=True)
            home = self._catalogues.of().gazetteer.find(person.place) if person.place else None
            planning = self._plannings.of(Audience.PUBLIC, asked.today)
            written = answer(asked, planning.index, home, planning.link)
            found: dict[str, Any] = json.loads(written)
            return found

        return _tried(work)


def _tried(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return work()
    except BadQuestionLineError as error:
        return _error(f"De vraag is niet te lezen: {error.found}.")
    except AssistantError as error:
        return _error(str(error))


def _error(sentence: str) -> dict[str, Any]:
    return {"error": sentence}


def _values(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _named(offers: tuple[Offer, ...], words: str) -> tuple[Offer, ...]:
    """Return the offer with this id, else those of this name."""
    by_id = tuple(one for one in offers if one.id == words)
    return by_id or tuple(one for one in offers if plain(one.name.value or "") == plain(words))
