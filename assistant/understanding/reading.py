"""A message as the parts that are recognised in it, before it is known what it asks: pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from assistant.types import Language
from assistant.understanding.lexicon import Lexicon, Mention, Sense, words_of
from assistant.understanding.quantities import Quantities, quantities_in
from knowledge.data_files import read_data
from knowledge.types import QuestionWord

_DATA = Path(__file__).parent / "data" / "thread.yaml"

FIELDS = (
    "costs",
    "duration_months",
    "codes",
    "places",
    "language",
    "starts",
    "ects",
    "nlqf",
    "level",
    "rule",
)
"""What can be asked of each offer: fields of `Offer`."""

FACETS = ("kind", "level", "mode", "field", "language", "provider")
"""Senses that filter as they are; places, names and the rest need the surroundings."""


WHAT = frozenset(["what", "was"])
"""Words that ask for offers only where these follow at once; "welke" and "which" always do."""

WHAT_IS = (
    frozenset(["wat", "what", "was"]),
    frozenset(["is", "zijn", "betekent", "are", "ist", "sind", "bedeutet"]),
)
"""The first two words of a message that asks what something is."""

DOES = frozenset(["doet", "doen", "macht", "machen", "tut", "tun"])
"""What somebody does, in a message that begins with it; the English "does" stands before any verb."""

CAN = frozenset(["kan", "kun", "kunnen", "valt", "can", "could", "kann", "konnte"])
STUDY = frozenset(["studeren", "leren", "volgen", "study", "learn", "studieren", "lernen"])
AFTER = frozenset(["na", "met", "zonder", "after", "with", "without", "nach", "mit", "ohne"])
"""What one can do to learn, and what makes it depend on what somebody has."""

THEN = frozenset(["dan", "daarna", "then", "dann", "danach"])
"""Words at the end of a message that asks what comes after."""

OTHER_QUESTIONS = frozenset(read_data(_DATA)["other_questions"])
"""Words with which something else is asked than what there is."""

OF_WHAT = frozenset(["fur", "kind", "kinds", "of", "sort", "type", "types"])
"""Words between "what" and what is asked for: "was für", "what kind of"."""

LONGEST_BARE = 7
"""Words of the longest message that only names what is looked for."""

ASKING = frozenset(word for language in Language for word in read_data(_DATA)["asking"][language.value])
"""Words of a message that asks or tells something, and does not only name what is looked for."""

SHOULD = frozenset(["moet", "zal", "should", "shall", "soll", "muss"])
STILL = frozenset(["nog", "still", "left", "noch"])
OR = frozenset(["of", "or", "oder"])
"""The first word of a message that leaves a choice to us, and the one between what it chooses from."""

CONJUNCTIONS = frozenset(["en", "of", "and", "or", "und", "oder"])

AFTER_AMOUNT = frozenset(
    [
        "kan",
        "kun",
        "krijg",
        "krijgt",
        "krijgen",
        "kreeg",
        "mag",
        "moet",
        "betaal",
        "betaalt",
        "vergoedt",
        "verdien",
    ]
)
"""Verbs before which "hoeveel" asks for an amount of money."""

CODE_DIGITS = 5
"""Digits of a crebo or CROHO code; years and amounts are read before."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A message as its recognised parts and its numbers, before it is known what it asks."""

    mentions: tuple[Mention, ...]
    quantities: Quantities
    _by_kind: dict[str, tuple[str, ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def values(self, kind: str) -> tuple[str, ...]:
        """Return the values of all mentions that may mean a kind, in order, each once."""
        found = self._by_kind.get(kind)
        if found is None:
            each = (value for one in self.mentions for value in one.values(kind))
            found = self._by_kind[kind] = tuple(dict.fromkeys(each))
        return found

    def groups(self, kind: str) -> tuple[tuple[str, ...], ...]:
        """Return the values per mention that may mean a kind."""
        return tuple(dict.fromkeys(found for one in self.mentions if (found := one.values(kind))))

    def without(self, kind: str, beside: str) -> Reading:
        """Return the reading without the sense of `kind` where a mention has one of `beside` too."""
        kept = tuple(
            replace(one, senses=tuple(sense for sense in one.senses if sense.kind != kind))
            if one.values(beside)
            else one
            for one in self.mentions
        )
        return replace(self, mentions=kept)

    def with_parts(self) -> Reading:
        """Return the reading with a shortened name as the name of the offers that it may be, where it means nothing else."""
        kept = tuple(
            replace(one, senses=(Sense("offer", one.values("part")),))
            if one.values("part") and len(one.senses) == 1
            else one
            for one in self.mentions
        )
        return replace(self, mentions=kept)

    @property
    def names_programmes(self) -> bool:
        """Whether it names a programme or a field of study."""
        return bool(self.values("offer") or self.values("field"))

    @property
    def has_conjunction(self) -> bool:
        """Whether a word like "en" or "of" sets things side by side."""
        return any(word in CONJUNCTIONS for mention in self.mentions for word in mention.words)

    @property
    def asks_whether(self) -> bool:
        """Whether it begins with a verb: "Heeft ...", "Is ..."."""
        first = next((one for one in self.mentions if not CONJUNCTIONS.issuperset(one.words)), None)
        return first is not None and bool(first.values("verb"))

    @property
    def is_bare(self) -> bool:
        """Whether it only names what is looked for, as one types into a search box: "mbo elektrotechniek zwolle"."""
        words = [word for mention in self.mentions for word in mention.words]
        asked = {value for mention in self.mentions for value in mention.values("ask")}
        return 1 < len(words) <= LONGEST_BARE and not ASKING.intersection(words) and asked <= {"leads_to"}

    @property
    def asks_which_offers(self) -> bool:
        """Whether "welke" stands before a kind of offers, and not before "code" or "school"."""
        telling = [one for one in self.mentions if one.senses[0].kind != "noise"]
        return any(
            "list" in one.values("ask")
            and any(other.values(kind) for kind in ("noun", "kind", "level", "mode", "field"))
            for one, other in pairwise(telling)
        )

    @property
    def asks_what_kind(self) -> bool:
        """Whether a word like "what" stands before offers, with nothing but what they are like between: "what technical
        master's programmes ...", and not "what is a master".
        """
        for place, one in enumerate(self.mentions):
            if not WHAT.intersection(one.words):
                continue
            for other in self.mentions[place + 1 :]:
                if other.values("noun") or other.values("kind"):
                    return True
                if not (any(other.values(facet) for facet in FACETS) or OF_WHAT.issuperset(other.words)):
                    break
        return False

    @property
    def asks_otherwise(self) -> bool:
        """Whether it asks who, why or how, what something is or how it is found: that no list of programmes answers."""
        words = [word for mention in self.mentions for word in mention.words]
        is_defined = len(words) > 1 and words[0] in WHAT_IS[0] and words[1] in WHAT_IS[1]
        return is_defined or self._asks_to_choose or not OTHER_QUESTIONS.isdisjoint(words)

    @property
    def asks_what_is_done(self) -> bool:
        """Whether it begins with what somebody does: "Wat doet STODT ...", which their place does not answer."""
        words = [word for mention in self.mentions for word in mention.words][:2]
        return len(words) > 1 and words[0] in WHAT_IS[0] and words[1] in DOES

    @property
    def asks_what_to_study(self) -> bool:
        """Whether it asks what one can study, and not what follows on something: "Wat kan ik bij Saxion in Apeldoorn studeren"."""
        words = [word for mention in self.mentions for word in mention.words]
        return (
            any(one in WHAT_IS[0] and two in CAN for one, two in pairwise(words[:4]))
            and not STUDY.isdisjoint(words)
            and AFTER.isdisjoint(words)
        )

    @property
    def asks_what_is_left(self) -> bool:
        """Whether something is asked for as what is left of it: "hoe lang duurt het dan nog"."""
        return any(not STILL.isdisjoint(mention.words) for mention in self.mentions)

    @property
    def _asks_to_choose(self) -> bool:
        """Whether it asks which of two is the one to take: "Moet ik VCA Basis of VCA VOL doen?"."""
        words = [word for mention in self.mentions for word in mention.words]
        return bool(words) and words[0] in SHOULD and not OR.isdisjoint(words)

    @property
    def goes_on(self) -> bool:
        """Whether it begins or ends with a word that goes on from what was said: "En ...", "... en dan?"."""
        words = [word for mention in self.mentions for word in mention.words]
        return bool(words) and (words[0] in CONJUNCTIONS or words[-1] in THEN)

    @property
    def counts_something_else(self) -> bool:
        """Whether the word after "hoeveel" is not known as something that records count ("hoeveel dagen")."""
        return (
            any(
                "count" in one.values("ask")
                and other.senses[0].kind in ("unknown", "people")
                and not other.words[0].isdigit()
                for one, other in pairwise(self.mentions)
            )
            or self._counts_people
            or self._counts_money
            or self._counts_tradespeople
        )

    @property
    def _counts_tradespeople(self) -> bool:
        """Whether "hoeveel" is followed by people of a trade and no word for programmes: "hoeveel verspaners zijn er nodig"."""
        telling = [one for one in self.mentions if one.senses[0].kind != "noise"]
        after = [
            (other, third)
            for one, other, third in zip(telling, telling[1:], [*telling[2:], None], strict=False)
            if "count" in one.values("ask")
        ]
        return any(
            (kinds := {sense.kind for sense in other.senses}) & {"occupation", "worker"}
            and kinds <= {"occupation", "worker", "offer", "part"}
            and (third is None or not (third.values("noun") or third.values("kind")))
            for other, third in after
        )

    @property
    def _counts_money(self) -> bool:
        """Whether "hoeveel" is followed by a verb at once: "hoeveel kan ik krijgen" asks for an amount."""
        return any(
            "count" in one.values("ask") and other.words[0] in AFTER_AMOUNT
            for one, other in pairwise(self.mentions)
        )

    @property
    def _counts_people(self) -> bool:
        """Whether "hoeveel" is followed by people, with no more than an adjective between ("hoeveel nieuwe voltijders")."""
        telling = [one for one in self.mentions if one.values("people") or one.senses[0].kind != "noise"]
        return any(
            "count" in one.values("ask") and bool(other.values("people")) for one, other in pairwise(telling)
        )

    @property
    def counts_a_value(self) -> bool:
        """Whether what "hoeveel" counts is a value of offers ("hoeveel lesgeld"), and not the offers."""
        telling = [one for one in self.mentions if one.senses[0].kind != "noise"]
        return any(
            "count" in one.values("ask") and bool(set(other.values("ask")).intersection(FIELDS))
            for one, other in pairwise(telling)
        )

    @property
    def code(self) -> str:
        """The first number that can be a code of a register, "" without one."""
        words = (word for mention in self.mentions for word in mention.words)
        return next((word for word in words if word.isdigit() and len(word) >= CODE_DIGITS), "")


def read(text: str, lexicon: Lexicon, words: Sequence[QuestionWord] = ()) -> Reading:
    """Return the parts of a message. `words` are those of the index: what it knows literally is not misspelled."""
    quantities, rest = quantities_in(text)
    known = frozenset(form for word in words for form in word.forms if word.likeness.get(form, 0.0) >= 1.0)
    return Reading(lexicon.read(words_of(rest), known), quantities)
