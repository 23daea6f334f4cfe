"""Which programmes of a school a message means by a part of their names, a compound or a misspelling of it. Pure.

"Heftruckcursus" is the course "Heftruck certificaat" of a school that has one of that name, and "lascursussen" are all whose names
speak of welding. Only the names of one school are compared: among those of all schools a single word says too little.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding.course_steps import (
    AGAIN,
    DONE_BEFORE,
    FIRST,
    FIRST_ASKED,
    IS_FIRST,
    LATER,
    NUMBERED,
    STEP_WORDS,
    steps_of,
    steps_said,
)
from assistant.understanding.word_likeness import NEARLY, course_words, likeness
from knowledge.language.analysis import Analyzer
from knowledge.language.detection import LANGUAGES
from knowledge.language.expansion import SNOWBALL, glossary
from knowledge.language.real_words import real_words
from knowledge.language.soft import is_soft
from knowledge.language.stopwords import stopwords

Span = tuple[int, int]
"""Characters of a message, the end exclusive."""

FULLER = 0.25
"""How much more of its name must be said of one programme for it to be meant and not another with as many words said."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Called:
    """Programmes that a message means, and the stretches of characters by which it says so."""

    names: tuple[str, ...]
    """Names of those that fit best, as given; more than one where the message says no more."""

    said: tuple[Span, ...]
    """Stretches of the message that are words of the name, in order; with each word for a course beside one."""

    words: int = 0
    """Words of the name of which most is said that the message says."""

    is_whole: bool = False
    """Whether it says all words of a name that tell it."""


def called(text: str, names: Iterable[str], language: str, aside: Collection[str] = ()) -> Called | None:
    """Return what programmes of a school a message in `language` means, None where it says no word that tells one.

    `names` are those of its programmes, `aside` the folded words that name the school itself.
    """
    known = {name: words_of_name(name) for name in dict.fromkeys(names)}
    said = [
        (
            one.span(),
            ROMAN[one.group()] if len(one.group()) > 1 and one.group() in ROMAN else _folded(one.group()),
        )
        for one in _WORD.finditer(text)
    ]
    own = {word for words in known.values() for word in words}
    capitals = _in_capitals(text)
    telling = [
        (span, word)
        for span, word in said
        if not _says_nothing(word, language, aside)
        or (word in own and (word in capitals or _is_only_soft(word, language, aside)))
    ]
    telling += _translated(said, language)
    telling = [pair for span, word in telling for pair in _taken_apart(span, word, own)]
    every = [word for _, word in said if word not in aside]
    met = {
        name: _met(telling, words, language, _abbreviation(name))
        for name, words in known.items()
        if not _is_other(every, name)
    }
    found = _of_step(met, every)
    best = max((one.score for one in found.values()), default=0.0)
    if not best:
        return None
    meant = [name for name, one in found.items() if one.score >= best - 1e-9]
    fullest = max(found[name].share for name in meant)
    fuller = [name for name in meant if found[name].share >= fullest - 1e-9]
    others = max((found[name].share for name in meant if name not in fuller), default=0.0)
    if fullest >= others + FULLER:
        meant = fuller
    spans = sorted({span for name in meant for span in found[name].spans})
    if not any(found[name].is_surely_it for name in meant) and _says_more(spans, telling):
        return None
    most = max((found[name] for name in meant), key=lambda one: (one.share, one.words))
    return Called(tuple(meant), tuple(_with_nouns(spans, said)), most.words, most.share >= 1.0)


def _of_step(found: Mapping[str, _Met], said: Sequence[str]) -> Mapping[str, _Met]:
    """Return of the names that are met those of the step that a message asks ("alleen herhalen"), all where none is of it."""
    steps = steps_said(said)
    if steps == {FIRST, LATER} and FIRST_ASKED.search(" ".join(said)):
        steps = {LATER}  # whether the first is needed for the later one, the later one says
    if steps == {FIRST, AGAIN} and DONE_BEFORE.search(" ".join(said)):
        steps = {AGAIN}
    if steps == {FIRST} and not any(steps_of(name) for name, one in found.items() if one.score):
        lowest = {
            name: one
            for name, one in found.items()
            if one.score and IS_FIRST.search(" ".join(all_words(name)))
        }
        return lowest or found
    of_step = {name: one for name, one in found.items() if one.score and steps & steps_of(name)}
    return of_step or found


def _taken_apart(span: Span, word: str, own: Collection[str]) -> Iterator[tuple[Span, str]]:
    """Yield a word, the words of names that are written together in it ("tigrvs"), or the one that is cut short ("alu").

    A word that people know stays as it is.
    """
    if word in own or any(word in real_words(one) for one in LANGUAGES):
        yield span, word
        return
    longer = {one for one in own if _is_cut(word, one)} if len(word) >= SHORTEST_CUT else set()
    parts = _glued(word, frozenset(own)) if len(word) >= SHORTEST_GLUED else ()
    if len(parts) < SEVERAL:
        yield span, longer.pop() if len(longer) == 1 and word.isalpha() else word
        return
    yield from ((span, part) for part in parts)


def _is_cut(word: str, longer: str) -> bool:
    """Say whether a word is a longer one cut short ("alu"), and not another one that it begins with ("java" and "javascript")."""
    rest = longer.removeprefix(word)
    return rest != longer and not any(
        rest in real_words(one) for one in LANGUAGES if len(rest) > SHORTEST_CUT
    )


def _glued(word: str, own: frozenset[str]) -> tuple[str, ...]:
    """Return the words of names of which a word is made, longest first, () where it is not made of them."""
    if not word:
        return ()
    for end in range(len(word), SHORTEST_GLUED_PART - 1, -1):
        if word[:end] not in own:
            continue
        if end == len(word):
            return (word,)
        rest = _glued(word[end:], own)
        if rest:
            return (word[:end], *rest)
    return ()


SHORTEST_CUT = 3
"""Letters of the shortest beginning that stands for a word."""

SEVERAL, SHORTEST_GLUED, SHORTEST_GLUED_PART = 2, 5, 2
"""Words that are written together, and the letters of the whole and of a part of it."""

HALF = 0.5
"""Share of the words of a name from which a message may say more beside them: another thing is another course."""


def _says_more(spans: Sequence[Span], telling: Sequence[tuple[Span, str]]) -> bool:
    """Say whether right before a word of a name stands another telling one: "games programmeren" is no "robots programmeren"."""
    first = min((begin for begin, _ in spans), default=0)
    return any(
        span not in spans and 0 < first - span[1] <= 1 and not is_weak(word) and not word.isdigit()
        for span, word in telling
    )


def telling_words(text: str, language: str, aside: Collection[str] = ()) -> tuple[str, ...]:
    """Return the words of a message that are not little, of every day, for a course, or the name of the school, each once."""
    words = (_folded(one) for one in _WORD.findall(text))
    return tuple(one for one in dict.fromkeys(words) if not _says_nothing(one, language, aside))


def is_weak(word: str) -> bool:
    """Say whether a folded word stands in the names of many courses and names none ("basis", "niveau")."""
    return word in course_words()["weak"] or word in STEP_WORDS


def sibling(text: str, name: str, names: Iterable[str], language: str) -> Called | None:
    """Return the one name that differs from `name` in just what a message says ("en b?" after "Operator A"), None for none or several."""
    said = [(one.span(), _folded(one.group())) for one in _WORD.finditer(text)]
    little = {*stopwords(language), *course_words()["nouns"], *STEP_WORDS}
    in_names = {word for other in names for word in all_words(other)}
    telling = [(span, word) for span, word in said if word not in little and word in in_names]
    words = all_words(name)
    found = []
    for other in dict.fromkeys(names):
        own = all_words(other)
        differs = {two for one, two in zip(words, own, strict=False) if one != two}
        if (
            len(own) == len(words)
            and 0 < len(differs) < len(own)
            and differs == {word for _, word in telling}
        ):
            found.append(other)
    return Called(tuple(found), tuple(span for span, _ in telling)) if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Met:
    score: float
    share: float
    spans: frozenset[Span]
    words: int = 0
    is_surely_it: bool = False
    """Whether more than half of the name is said, or what it begins with: another thing before the rest of it is another course."""


NOTHING_MET = _Met(0.0, 0.0, frozenset())


def _abbreviation(name: str) -> str:
    """Return the folded abbreviation that a name ends with between brackets ("(EFKffT)"), "" for none: it stands for all of it."""
    found = IN_BRACKETS.search(name)
    return _folded(found[1]) if found is not None and sum(map(str.isupper, found[1])) > 1 else ""


IN_BRACKETS = re.compile(r"\(([^\W_]{2,10})\)\s*$")


def _met(
    said: Sequence[tuple[Span, str]], words: Sequence[str], language: str, abbreviation: str = ""
) -> _Met:
    """Return how much of a name a message says; nothing where all it says are words that many courses have in theirs, and not the whole name."""
    spans: set[Span] = set()
    score, share, is_told = 0.0, 0.0, False
    open_words = list(words)
    for span, word in said:
        near = max(((likeness(word, one, language), one) for one in open_words), default=(0.0, ""))
        if not near[0]:
            score += AGAIN_SAID * (word not in words and any(likeness(word, one, language) for one in words))
            continue
        open_words.remove(near[1])
        score += AGAIN_SAID * any(likeness(word, one, language) for one in open_words if word not in words)
        spans.add(span)
        is_weak = (
            near[0] <= NEARLY or near[1] in course_words()["weak"] or len(near[1]) == 1 or near[1].isdigit()
        )
        is_told = is_told or not is_weak
        score += near[0] * (WEAK if is_weak else 1.0)
        share += 1.0
    is_whole = not open_words and len(words) > 1
    if not is_told and not is_whole:
        return NOTHING_MET
    is_short = bool(abbreviation) and abbreviation not in open_words
    is_surely_it = is_short or share > HALF * len(words) or words[0] not in open_words
    return _Met(score, share / len(words), frozenset(spans), int(share), is_surely_it)


AGAIN_SAID = 0.1
"""What a word counts that is of a compound of which another part was said ("bakclub voor tieners"), or of two words of a name."""


def _is_other(said: Sequence[str], name: str) -> bool:
    """Say whether a message asks for another step than that of a name: the advanced course, or level 3."""
    steps = steps_said(said)
    of_name = _WORD.findall(name.lower())
    own = steps_of(name)
    if steps and own and not steps & own:
        return True
    number, other = NUMBERED.search(" ".join(said)), NUMBERED.search(" ".join(of_name))
    return number is not None and other is not None and number["number"] != other["number"]


WEAK = 0.3
"""What a word counts that many courses have in their names ("basis", "niveau 2"): it tells one from another, and names none."""


def _translated(said: Sequence[tuple[Span, str]], language: str) -> list[tuple[Span, str]]:
    """Return the single Dutch words for two foreign ones beside each other ("heat pump"), at the place of both."""
    if language == "nl":
        return []
    analyzer, terms = Analyzer(SNOWBALL[language]), glossary(language)
    return [
        ((one[0], other[1]), dutch)
        for (one, first), (other, second) in pairwise(said)
        for dutch in terms.get((analyzer.stem(first), analyzer.stem(second)), ())
        if dutch.isalpha() and dutch not in course_words()["nouns"]
    ]


def _says_nothing(word: str, language: str, aside: Collection[str]) -> bool:
    """Say whether a word names no programme: it is little or of every day, or says that there is a course, or which school is meant."""
    return (
        word in aside
        or word in course_words()["nouns"]
        or word in course_words()["asked"]
        or word in stopwords(language)
        or (is_soft(word, language) and not word.isdigit())
    )


def _is_only_soft(word: str, language: str, aside: Collection[str]) -> bool:
    """Say whether a word is of every day and nothing else: where a name has it, it names that ("Dutch on the shop floor")."""
    data = course_words()
    return not (
        word in aside or word in data["nouns"] or word in data["asked"] or word in stopwords(language)
    )


def _with_nouns(spans: Sequence[Span], said: Sequence[tuple[Span, str]]) -> Iterator[Span]:
    """Yield stretches, and the words for a course that stand right beside one."""
    order = [span for span, _ in said]
    for place, (span, word) in enumerate(said):
        beside = {order[near] for near in (place - 1, place + 1) if 0 <= near < len(order)}
        is_inside = any(begin <= span[0] and span[1] <= end for begin, end in spans)
        if is_inside or (word in course_words()["nouns"] and beside.intersection(spans)):
            yield span


def words_of_name(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it, all of them where none does."""
    words = all_words(name)
    little = (stopwords("nl") | stopwords("en")) - _in_capitals(name)
    return tuple(one for one in words if one not in little and one not in course_words()["nouns"]) or words


def _in_capitals(text: str) -> frozenset[str]:
    """Return the folded words of a text that stand in capitals among others: "MAG" names a way to weld, "mag" nothing."""
    if text.isupper():
        return frozenset()
    return frozenset(_folded(word) for word in _WORD.findall(text) if len(word) > 1 and word.isupper())


def all_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name, in order; a Roman number at its end as its figure ("Lijmen II")."""
    words = _WORD.findall(name)
    return tuple(
        ROMAN.get(one, "") if place and place == len(words) - 1 and one in ROMAN else _folded(one)
        for place, one in enumerate(words)
    )


ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
"""Roman numbers by which courses in a row are called."""


def _folded(word: str) -> str:
    if any(map(str.isdigit, word)):
        return word.casefold()  # "A2" is no "A1"
    plain = (Analyzer().words(word) or [word.lower()])[0]
    return ONE_FORM.get(plain, plain)


ONE_FORM = {
    "niv": "niveau", "nivo": "niveau", "lvl": "level", "nederlandse": "nederlands", "engelse": "engels", "duitse": "duits",
    "franse": "frans", "spaanse": "spaans", "italiaanse": "italiaans", "deutsche": "deutsch", "englische": "englisch",
}  # fmt: skip
"""Words for a step that are cut short or written as they sound, and for a language as it stands before a noun."""
