"""What the words of a question may mean: phrases of three languages and the names of the catalogue, with typing errors.

Pure. The phrases are data (`data/*.yaml`); the names come from whoever holds the records. A phrase is a tuple of folded
words; a question is read from left to right, the longest phrase first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import product
from pathlib import Path
from typing import Any

from assistant.types import Language
from assistant.understanding.activities import NO_ACTIVITIES, Activities, Activity, activities_of, all_taught
from knowledge.catalogue.folding import folded
from knowledge.data_files import read_data
from knowledge.language.real_words import real_words
from knowledge.language.spelling import edit_distance, tolerated_errors
from knowledge.remembering import Remembered

FOLDER = Path(__file__).parent / "data"

SHORTEST_PART = 3
"""Letters of the shortest part of a compound ("bbl" in "bblopleidingen")."""


@dataclass(frozen=True, slots=True)
class Sense:
    """What a phrase may mean: `kind` is "ask", "mode", "place", "offer", ...; `values` are alternatives."""

    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of the question (words `start` to `end`, exclusive) and what it may mean, never empty."""

    start: int
    end: int
    words: tuple[str, ...]
    senses: tuple[Sense, ...]

    def values(self, kind: str) -> tuple[str, ...]:
        """Return the values of its sense of a kind, () when it has none."""
        for sense in self.senses:
            if sense.kind == kind:
                return sense.values
        return ()


Phrases = Mapping[tuple[str, ...], tuple[Sense, ...]]


class Lexicon:
    """Phrases and what they may mean. Immutable; safe to share between threads."""

    def __init__(
        self,
        phrases: Phrases,
        activities: Activities = NO_ACTIVITIES,
        taught: Phrases | None = None,
        wish: str = "",
    ) -> None:
        """Take phrases, and the activities that people describe, with what the names of what teaches them mean.

        `wish` is the sense that an activity has beside these; without it a list is asked for.
        """
        self._phrases = phrases
        self._activities, self._taught = activities, taught or {}
        self._wish = Sense(wish, ()) if wish else Sense("ask", ("list",))
        self._longest = max((len(phrase) for phrase in phrases), default=0)
        words = {word for phrase in phrases for word in phrase} | activities.words
        self._words = frozenset(words)
        self._mended_before: dict[str, str] = {}
        self._read_before: Remembered[tuple[tuple[str, ...], frozenset[str]], tuple[Mention, ...]] = (
            Remembered(MOST_READ)
        )
        self._by_letter: dict[tuple[str, int], list[str]] = {}
        for word in sorted(words):
            if not word.isdigit():
                self._by_letter.setdefault((word[:1], len(word)), []).append(word)

    def read(self, words: Sequence[str], known: frozenset[str] = frozenset()) -> tuple[Mention, ...]:
        """Return what is recognised, in order, without overlap; `known` are right words that are not corrected."""
        return self._read_before.of((tuple(words), known), lambda: self._read(words, known))

    def _read(self, words: Sequence[str], known: frozenset[str]) -> tuple[Mention, ...]:
        parts = [part for word in words for part in self._mended(word, known)]
        found: list[Mention] = []
        place = 0
        while place < len(parts):
            length = min(self._longest, len(parts) - place)
            while length and tuple(parts[place : place + length]) not in self._phrases:
                length -= 1
            activity = self._activities.at(parts, place)
            if activity is not None and not self._names_more(parts[place : place + length], activity, place):
                said = tuple(parts[place : activity.end])
                found.append(Mention(place, activity.end, said, self._senses_of(activity)))
                place = activity.end
                continue
            taken = tuple(parts[place : place + max(self._before_name(parts, place, length), 1)])
            found.append(Mention(place, place + len(taken), taken, self._phrases.get(taken, UNKNOWN_SENSE)))
            place += len(taken)
        return tuple(found)

    def _before_name(self, parts: Sequence[str], place: int, length: int) -> int:
        """Return how many words of a phrase stand before the name of an offer that begins in it and goes on: "about | robots programmeren"."""
        for begin in range(place + 1, place + length):
            for end in range(min(begin + self._longest, len(parts)), place + length, -1):
                if any(one.kind == "offer" for one in self._phrases.get(tuple(parts[begin:end]), ())):
                    return begin - place
        return length

    def _names_more(self, words: Sequence[str], activity: Activity, place: int) -> bool:
        """Say whether words name an offer and hold all of an activity: "Warmtepompen installeren" is a course of that name."""
        is_name = any(sense.kind == "offer" for sense in self._phrases.get(tuple(words), ()))
        return is_name and place + len(words) >= activity.end

    def _senses_of(self, activity: Activity) -> tuple[Sense, ...]:
        """Return the fields, programmes and occupations of an activity, and that such are asked for."""
        named = [sense for name in activity.taught_by for sense in _taught_by(name, self._taught)]
        return reduce(_joined, named, (self._wish,))

    def _mended(self, word: str, known: frozenset[str]) -> tuple[str, ...]:
        """Return a word of the lexicon as it is, a compound of two in its parts, a misspelled one put right."""
        if word in self._words or word.isdigit():
            return (word,)
        for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            head, tail = word[:cut], word[cut:]
            if (head,) in self._phrases and (tail,) in self._phrases and self._is_telling(head, tail):
                return (head, tail)
        return (word,) if word in known else (self._nearest(word),)

    def _is_telling(self, head: str, tail: str) -> bool:
        """Say whether both parts of a compound are names or nouns, not little words that happen to stand there."""
        senses = [{sense.kind for sense in self._phrases[(part,)]} for part in (head, tail)]
        return bool(senses[0] & COMPOUND_HEADS) and bool(senses[1] & COMPOUND_TAILS)

    def _nearest(self, word: str) -> str:
        """Return the word of the lexicon that is nearest, the word itself when none is near; what was found is remembered."""
        found = self._mended_before.get(word)
        if found is None:
            if len(self._mended_before) >= MOST_REMEMBERED:
                self._mended_before.clear()
            found = self._mended_before[word] = self._looked_up(word)
        return found

    def _looked_up(self, word: str) -> str:
        if any(word in real_words(language) for language in Language) or _is_compound(word):
            return word  # "joined" is no joiner, a treinmonteur no deurenmonteur
        limit = tolerated_errors(word)
        best, best_distance = word, limit + 1
        for size in range(len(word) - limit, len(word) + limit + 1):
            for other in self._by_letter.get((word[:1], size), ()):
                distance = edit_distance(word, other, best_distance - 1) if best_distance > 1 else limit + 1
                if distance < best_distance:
                    best, best_distance = other, distance
        return best


def _is_compound(word: str) -> bool:
    """Say whether a folded word is two Dutch words that people use, one behind the other: it is no other word misspelled."""
    known = real_words(Language.DUTCH)
    cuts = range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1)
    return any(word[:cut] in known and word[cut:] in known for cut in cuts)


SHORTEST_HEAD, SHORTEST_TAIL = 4, 6
"""Letters of the two words of such a compound."""

MOST_READ = 500
"""Messages whose phrases are remembered, about 4 kB each: every message of a talk is read again for each that follows it."""

MOST_REMEMBERED = 20_000
"""Words whose nearest one is remembered: about 3 MB; when there are more, all are forgotten."""

UNKNOWN_SENSE = (Sense("unknown", ()),)
COMPOUND_HEADS = frozenset(["kind", "mode", "field", "occupation"])
COMPOUND_TAILS = frozenset(["noun", "kind", "field"])


HBO_ICT = re.compile(r"\bhbo-ict\b", re.IGNORECASE)
FIGURE = re.compile("[0-9]")
LETTER_BY_FIGURE = re.compile(r"(?<=[a-z])(?=\d)|(?<=\d)(?=[a-z])")


def words_of(text: str) -> list[str]:
    """Return the folded words of a text; letters and figures that stand together are split ("mbo4").

    "HBO-ICT" is one word: the name of a programme, where "hbo ict" is a level and a field.
    """
    return list(_words_of(text))


@lru_cache(maxsize=2_000)
def _words_of(text: str) -> tuple[str, ...]:
    plain = folded(HBO_ICT.sub("hboict", text) if "-" in text else text)
    split = LETTER_BY_FIGURE.sub(" ", plain) if FIGURE.search(plain) else plain  # most names have no figure
    return tuple(split.split())


def phrases_of(names: Iterable[tuple[str, Sense]]) -> Phrases:
    """Return names as phrases, those that are alike as one: made once, for the lexicons of every language."""
    phrases: dict[tuple[str, ...], tuple[Sense, ...]] = {}
    for text, sense in names:
        if phrase := tuple(words_of(text)):
            known = phrases.get(phrase)
            phrases[phrase] = (sense,) if known is None else _joined(known, sense)
    return phrases


def lexicon_of(language: Language, names: Phrases) -> Lexicon:
    """Return the phrases of a language, then those of the other two where they say nothing else, with `names`.

    A name and a phrase that are alike are both kept: "werktuigbouwkunde" is a field and the name of an offer.
    """
    return Lexicon(with_names(phrases_in(language, ""), names), _activities_in(names), names)


def _activities_in(names: Phrases) -> Activities:
    """Return the activities that something with a name teaches."""
    named = (name for name in all_taught() if tuple(name.split()) in names)
    return activities_of(name for name in named if _taught_by(name, names))


def _taught_by(name: str, names: Phrases) -> tuple[Sense, ...]:
    """Return the field that a folded name is of, else the programmes, else the occupation that bears it; () for another name."""
    senses = names.get(tuple(words_of(name)), ())
    kinds = (tuple(one for one in senses if one.kind == kind) for kind in ("field", "offer", "occupation"))
    return next((found for found in kinds if found), ())


def person_lexicon_of(language: Language, names: Phrases) -> Lexicon:
    """Return the lexicon in which people tell about themselves: that of the records, and the words of `person_*.yaml`.

    What forbids an answer from records ("met havo", "zonder") is what is told here, so those phrases are left out.
    """
    told = {phrase: _as_told(senses) for phrase, senses in phrases_in(language, "").items()}
    phrases = with_names({phrase: senses for phrase, senses in told.items() if senses}, names)
    for phrase, senses in phrases_in(language, "person_").items():
        for sense in senses:
            phrases[phrase] = _joined(phrases.get(phrase, ()), sense)
    return Lexicon(phrases, _activities_in(names), names, "likes")


def _as_told(senses: Sequence[Sense]) -> tuple[Sense, ...]:
    """Return the senses that a phrase has where people tell about themselves; of what somebody likes that it is wanted."""
    likes = any(sense.kind == "field" for sense in senses) and any(sense.kind == "ask" for sense in senses)
    kept = tuple(
        sense
        for sense in senses
        if sense.kind not in ("block", "verb") and not (likes and sense.kind == "ask")
    )
    return (*kept, Sense("likes", ())) if likes else kept


def phrases_in(language: Language, prefix: str) -> dict[tuple[str, ...], tuple[Sense, ...]]:
    """Return the phrases of the files with a prefix: those of a language, then of the others where they say nothing else."""
    phrases: dict[tuple[str, ...], tuple[Sense, ...]] = {}
    for code in (language, *(other for other in Language if other is not language)):
        own = _phrases(prefix + code.value)
        phrases.update({phrase: senses for phrase, senses in own.items() if phrase not in phrases})
    return phrases


def words_of_phrases() -> frozenset[str]:
    """Return all folded words of the phrases of all languages, about offers and about people, and of names of products."""
    found = (phrases_in(Language.DUTCH, prefix) for prefix in ("", "person_"))
    products: dict[str, list[str]] = read_data(FOLDER / "products.yaml")
    named = (word for names in products.values() for name in names for word in words_of(name))
    return frozenset(word for phrases in found for phrase in phrases for word in phrase).union(named)


def with_names(phrases: Phrases, names: Phrases) -> dict[tuple[str, ...], tuple[Sense, ...]]:
    """Return phrases with names among them; an everyday word is taken over by no name."""
    whole = {**names, **phrases}
    for phrase in phrases.keys() & names.keys():
        if not _is_plain(phrases[phrase]):
            has_field = any(sense.kind == "field" for sense in names[phrase])  # its own name says it best
            kept = tuple(sense for sense in phrases[phrase] if not (has_field and sense.kind == "field"))
            whole[phrase] = reduce(_joined, names[phrase], kept)
    return whole


def _is_plain(senses: Sequence[Sense]) -> bool:
    """Say whether a phrase is an everyday word, which no name may take over ("best", "zone")."""
    return any(sense.kind in ("noise", "ask", "noun", "kind", "block") for sense in senses)


def _joined(senses: tuple[Sense, ...], new: Sense) -> tuple[Sense, ...]:
    """Add a sense; two of one kind become one with the values of both."""
    same = [sense for sense in senses if sense.kind == new.kind]
    values = tuple(dict.fromkeys(value for sense in (*same, new) for value in sense.values))
    return (*(sense for sense in senses if sense.kind != new.kind), Sense(new.kind, values))


@lru_cache(maxsize=6)
def _phrases(name: str) -> Phrases:
    """Return the phrases of one file, in which "no", "yes" and "on" are quoted: YAML takes them for claims.

    `forms` gives what stands in a phrase for a name in braces: "wat {heb} nodig" is a phrase for each form of `heb`.
    """
    raw: dict[str, Any] = dict(read_data(FOLDER / f"{name}.yaml"))
    forms: dict[str, list[str]] = raw.pop("forms", {})
    found: dict[tuple[str, ...], tuple[Sense, ...]] = {}
    wishes = raw.pop("interested", ())
    for value, texts in raw.pop("interest", {}).items():
        senses = (Sense("field", tuple(value.split(" + "))), Sense("ask", ("list",)))
        found.update({tuple(words_of(wish.format(text))): senses for wish in wishes for text in texts})
    for kind, entries in raw.items():
        meanings = entries.items() if isinstance(entries, dict) else [(kind, entries)]
        for value, texts in meanings:
            sense = Sense(kind, tuple(value.split(" + ")))
            for phrase in (tuple(words_of(form)) for text in texts for form in _in_forms(text, forms)):
                found[phrase] = _joined(found.get(phrase, ()), sense)
    return found


def _in_forms(text: str, forms: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return a text for each combination of the forms of the names in it, itself where it has none."""
    names = [name for name in forms if f"{{{name}}}" in text]
    chosen = product(*(forms[name] for name in names))
    return tuple(text.format(**dict(zip(names, one, strict=True))) for one in chosen)
