"""What every answer about routes needs: the records, the words of the reader's language, citations, and who it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.routes.phrases import called, part
from assistant.routes.profile_json import profile_object
from assistant.routes.types import Atom, DecidingQuestion, LevelGoal
from assistant.routes.wording import question_text, school_name
from assistant.routes.wording_conditions import atom_text
from assistant.types import Language, Outcome, Sentence, SentenceKind
from assistant.understanding.person_talk import Talk
from assistant.writing.record_citing import Hits, Key, RecordCiter
from assistant.writing.record_covering import covered
from assistant.writing.record_words import Words
from assistant.writing.route_aims import Aim
from assistant.writing.route_book import RouteBook
from assistant.writing.seam import Written
from assistant.writing.translated import translation_of
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.rules import Rule, Unstated
from knowledge.catalogue.types import Offer, Scheme, StudyMode
from knowledge.data_files import read_data
from knowledge.types import Hit

FOLDER = Path(__file__).parent / "route_phrases"


@lru_cache(maxsize=3)
def route_phrases(language: Language) -> Mapping[str, str]:
    """Return the phrases of answers about routes in a language."""
    loaded: Mapping[str, str] = read_data(FOLDER / f"{language.value}.yaml")
    return loaded


@dataclass(slots=True)
class RouteDesk:
    """One answer in the making: sentences are added in reading order."""

    talk: Talk
    book: RouteBook
    words: Words
    today: date
    citer: RecordCiter
    sentences: list[Sentence] = field(default_factory=list)

    @classmethod
    def over(
        cls,
        talk: Talk,
        book: RouteBook,
        language: Language,
        today: date,
        hits: Callable[[Iterable[Key]], Mapping[Key, Hit]],
    ) -> RouteDesk:
        """Return an empty answer for a talk."""
        organisations = book.book.organisations
        citer = RecordCiter(Hits(hits), organisations)
        return cls(talk, book, Words(language, organisations), today, citer)

    def about(self, talk: Talk) -> RouteDesk:
        """Return an empty answer for another reading of the talk, over the same records."""
        citer = RecordCiter(self.citer.hits, self.citer.organisations)
        return RouteDesk(talk, self.book, self.words, self.today, citer)

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.words.language

    def say(self, key: str, values: Mapping[str, object] | None = None) -> str:
        """Return a phrase with its values; KeyError for an unknown key."""
        return route_phrases(self.language)[key].format_map(values or {})

    def lead(self, key: str, values: Mapping[str, object] | None = None, cited: Iterable[int] = ()) -> None:
        """Add a sentence of our own frame, with citations where it repeats what was found."""
        self._add(self.say(key, values), SentenceKind.LEAD, tuple(dict.fromkeys(cited)))

    def notice(self, text: str, cited: Iterable[int] = ()) -> None:
        """Add a remark of ours, with citations where it names what a rule or record holds."""
        self._add(text, SentenceKind.NOTICE, tuple(dict.fromkeys(cited)))

    def ask(self, question: DecidingQuestion) -> None:
        """Add the question that decides, citing the rules that name what it names by letters alone ("NLT")."""
        names = [option for option in question.options if option.isupper()]
        cited = [number for name in names for number in self.of_national(name)]
        self.notice(question_text(question, self.language), cited)

    def worded(self, text: str, cited: Iterable[int]) -> None:
        """Add a finding with its citations; without any it is a remark of ours."""
        numbers = tuple(dict.fromkeys(cited))
        self._add(text, SentenceKind.WORDED if numbers else SentenceKind.NOTICE, numbers)

    def quote(self, text: str, cited: Iterable[int]) -> None:
        """Add a sentence of a Dutch source, word for word: without the full stop where the source goes on."""
        numbers = tuple(dict.fromkeys(cited))
        is_whole = any(text in self.citer.citations[number - 1].quote for number in numbers)
        literal = text if is_whole else text.rstrip(".")
        self.sentences.append(Sentence(literal, SentenceKind.QUOTE, "nl", numbers))

    def in_own_words(self, text: str) -> str:
        """Return a sentence of a Dutch record in the reader's language, "" where it has no translation."""
        return text if self.language is Language.DUTCH else translation_of(text, self.language)

    def _add(self, text: str, kind: SentenceKind, cited: tuple[int, ...] = ()) -> None:
        self.sentences.append(Sentence(text, kind, self.language.value, cited))

    def of_offer(
        self, offer: Offer, labels: Iterable[str], about: Provenance | None = None
    ) -> tuple[int, ...]:
        """Cite the labelled parts of an offer's record; () for what is no record."""
        return self.citer.cite(("offer", offer.id), labels, about) if offer.id else ()

    def of_rule(self, rule: Rule, offer: Offer) -> tuple[int, ...]:
        """Cite a rule: the national record, or the part of the offer's record that holds it."""
        key = ("rule", rule.id)
        if key in self.book.book.passages:
            return self.citer.cite(key, (), rule.provenance, rule.text)
        return self.citer.cite(("offer", offer.id), ("Toelating",), rule.provenance, rule.text)

    def of_national(self, word: str) -> tuple[int, ...]:
        """Cite the first national rule that has a word such as "mbo-2" or "nask1"; () when none has."""
        rules = self.book.index.catalogue.national_rules
        named = next((rule for rule in rules if re.search(rf"\b{word}\b(?!-)", rule.text)), None)
        return self.citer.cite(("rule", named.id), (), named.provenance) if named is not None else ()

    def of_scheme(self, scheme: Scheme) -> tuple[int, ...]:
        """Cite all that a scheme's record says."""
        return self.citer.cite(("scheme", scheme.id), (), scheme.provenance)

    def offer_name(self, offer: Offer, has_place: bool = False, has_mode: bool = True) -> str:
        """Return an offer as people say it: name with its level, form and school as far as known."""
        name, level = offer.name.value or offer.id, offer.level.value or offer.kind.value
        text = name if level in name or (not offer.id and not offer.level.value) else f"{name} ({level})"
        if offer.mode.value and (has_mode or offer.mode.value not in (StudyMode.BOL, StudyMode.BBL)):
            text += self.say("in_mode", {"mode": self.words.value("mode", offer.mode.value.value)})
        if offer.provider.value and self.school(offer) not in text:
            text += self.say("at_school", {"school": self.school(offer)})
        places = [place.name for place in offer.places.value or ()]
        return f"{text}, {', '.join(places)}" if has_place and places else text

    def condition(self, atom: Atom) -> str:
        """Return a condition in words; of a part that no source states what it is about."""
        return (
            part(atom.about, self.language) if isinstance(atom, Unstated) else atom_text(atom, self.language)
        )

    def plain_name(self, offer: Offer) -> str:
        """Return the name of an offer and its level, without school and form."""
        name, level = offer.name.value or offer.id, offer.level.value or offer.kind.value
        return name if level in name else f"{name} ({level})"

    def aim_name(self, aim: Aim) -> str:
        """Return what is aimed at in the reader's words: "een hbo-bachelor techniek bij Saxion"."""
        stands = aim.rule_of
        level = aim.goal.level if isinstance(aim.goal, LevelGoal) else None
        if level is None and stands is not None:
            level = stands.level.value or stands.kind.value
        if level is None:
            return aim.name
        name = route_phrases(self.language).get(f"aim_{level}", level)
        provider = self.talk.wanted.providers[0] if self.talk.wanted.providers else ""
        if provider and stands is not None and not self.book.teaches(provider, stands.kind):
            provider = ""  # the general rule holds, and not at this school
        school = self.book.book.organisations.get(provider, school_name(provider)) if provider else ""
        at = self.say("at_school", {"school": school}) if school else ""
        field = (aim.goal.field if isinstance(aim.goal, LevelGoal) else None) or aim.field
        form = ""
        if stands is not None and stands.mode.value and stands.mode.value.value in self.talk.wanted.modes:
            form = self.say("in_mode", {"mode": self.words.value("mode", stands.mode.value.value)})
        return f"{name} {called(field, self.language)}".strip() + form + at

    def school(self, offer: Offer) -> str:
        """Return the name of an offer's school, "" when it is not known."""
        provider = offer.provider.value or ""
        return self.book.book.organisations.get(provider, school_name(provider)) if provider else ""

    def level(self, level: str) -> str:
        """Return a level of diplomas in the reader's words."""
        return route_phrases(self.language).get(f"level_{level}", level)

    def joined(self, parts: Sequence[str], last: str = "and") -> str:
        """Return "a, b en c"."""
        *rest, end = list(parts) or [""]
        return f"{', '.join(rest)} {self.say(last)} {end}" if rest else end

    def written(
        self,
        outcome: Outcome = Outcome.ANSWERED,
        follow_ups: Sequence[str] = (),
        routes: Sequence[Mapping[str, Any]] = (),
        verdict: Mapping[str, Any] | None = None,
    ) -> Written:
        """Return the answer, with what was taken for told; its citations take in what is said."""
        whole = covered(self.sentences, self.citer)
        return Written(
            whole,
            tuple(self.citer.citations),
            outcome,
            follow_ups=tuple(follow_ups)[:MOST_FOLLOW_UPS],
            records=tuple(self.citer.cited),
            routes=tuple(routes),
            verdict=verdict,
            assumed=profile_object(self.talk.profile),
            leaves_room=not self.talk.continues,
        )


MOST_FOLLOW_UPS = 2
