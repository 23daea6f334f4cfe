"""The names that a catalogue knows, as phrases with what they mean: pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from assistant.types import Language
from assistant.understanding.job_words import is_job
from assistant.understanding.lexicon import FOLDER, Phrases, Sense
from knowledge.catalogue.folding import folded
from knowledge.catalogue.merging import plain_name
from knowledge.catalogue.occupation_index import forms
from knowledge.catalogue.trades import Trades
from knowledge.catalogue.types import Occupation, Organisation
from knowledge.data_files import read_data

_TRADES = FOLDER / "trades.yaml"
_PROGRAMMES = FOLDER / "programmes.yaml"

BRACKETED = re.compile(r"\(([^)]+)\)")
WHOLE_NAME = re.compile(r"hbo-", re.IGNORECASE)
"""A name of which the degree is a part: "HBO-ICT" is not called "ict"."""

SHORT_NAME = 4
"""Letters of the shortest name in capitals between brackets ("ATLAS")."""


def offer_names(names: Mapping[str, str]) -> Iterator[tuple[str, Sense]]:
    """Yield the names of offers by id: whole, without degree and brackets, and the other name between brackets."""
    others = Counter(other for name in names.values() for other in _other_names(name))
    for id_, name in names.items():
        sense = Sense("offer", (id_,))
        plain = () if WHOLE_NAME.match(name) else (plain_name(name),)
        for text in dict.fromkeys((name, *plain, BRACKETED.sub(" ", name).strip(), *_as_typed(name))):
            yield text, sense
        yield from ((other, sense) for other in _other_names(name) if others[other] == 1)
        yield from (
            (f"{_trade(plain_name(name))}{noun}", sense) for noun in PROGRAMMES if _trade(plain_name(name))
        )


def _as_typed(name: str) -> Iterator[str]:
    """Yield a name as a Dutch message has it: with the little words in Dutch, and without the word that says it is a course."""
    dutch = LITTLE.sub(lambda match: IN_DUTCH[match.group().lower()], name)
    if dutch != name:
        yield dutch
    if (match := CALLED_COURSE.match(name)) and len(match["rest"].split()) > 1:
        yield match["rest"]


IN_DUTCH = {"for": "voor", "and": "en", "of": "van", "with": "met"}
LITTLE = re.compile(rf"\b(?:{'|'.join(IN_DUTCH)})\b", re.IGNORECASE)
"""Little English words, which are put right to Dutch ones in a Dutch message."""

CALLED_COURSE = re.compile(
    r"(?:basis|vervolg|avond|dag|vak)?(?:cursus|training|opleiding|workshop|bijscholing)\s+(?P<rest>.+)",
    re.IGNORECASE,
)
"""A name that begins with what it is: "Basiscursus zonnepanelen monteren"."""


def programmes_called_otherwise(names: Mapping[str, str]) -> Iterator[tuple[str, Sense]]:
    """Yield what people call offers, by id, beside the name of their record: `programmes.yaml`, with plurals and women.

    A name that is several programmes has them all. One that is who somebody is ("horlogemaker") has the sense "worker" too.
    """
    ids: dict[str, list[str]] = {}
    for id_, name in names.items():
        ids.setdefault(plain_name(name), []).append(id_)
    meant: dict[str, list[str]] = {}
    workers: dict[str, None] = {}
    raw: dict[str, dict[str, list[str]]] = read_data(_PROGRAMMES)
    for name, others in raw.items():
        for text, language in ((text, Language(code)) for code, texts in others.items() for text in texts):
            inflected = tuple(_inflected(text, language))
            if inflected or any(is_job(word, language) for word in folded(text).split()):
                workers.update(dict.fromkeys((text, *inflected)))
            for form in (text, *inflected):
                meant.setdefault(form, []).extend(ids.get(name, ()))
    known = {text: tuple(dict.fromkeys(found)) for text, found in meant.items() if found}
    yield from ((text, Sense("offer", found)) for text, found in known.items())
    yield from ((text, Sense("worker", (text,))) for text in workers if text in known)


def _inflected(name: str, language: Language) -> Iterator[str]:
    """Yield the plural of the name of somebody in a trade, in German the name of a woman; nothing for any other name."""
    for ending, more in PEOPLE[language].items():
        if name.endswith(ending):
            yield from (name + one for one in more)


PEOPLE: Mapping[Language, Mapping[str, tuple[str, ...]]] = {
    Language.DUTCH: {"er": ("s",), "eur": ("s",), "or": ("s",), "ist": ("en",)},
    Language.ENGLISH: {"er": ("s",), "or": ("s",), "ist": ("s",), "ian": ("s",), "mechanic": ("s",)},
    Language.GERMAN: {"er": ("in", "innen"), "or": ("in", "innen"), "ist": ("in", "innen", "en")},
}
"""By the end of the name of somebody in a trade what is added to it for several people, or for a woman."""


def without_lone_names(phrases: Phrases, fields: Mapping[str, int]) -> Phrases:
    """Return phrases in which the name of a field is not that of one or two offers out of the many of the field.

    "ICT" is fifty programmes, though one of them is called "ICT (ICT Connecting)". `fields` has the number of offers per field.
    """

    def kept(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
        of_field = sum(fields.get(value, 0) for one in senses if one.kind == "field" for value in one.values)
        called = sum(len(one.values) for one in senses if one.kind == "offer")
        is_lone = bool(of_field) and LONE * called < of_field
        return tuple(one for one in senses if one.kind != "offer") if is_lone else senses

    return {phrase: kept(senses) for phrase, senses in phrases.items()}


LONE = 25
"""A field has so many times the offers that are called after it, from which its name means the field alone."""


def parts_of_names(names: Mapping[str, str]) -> Iterator[tuple[str, Sense]]:
    """Yield the names of offers by id as people shorten them: two words or more of a longer name, in its order.

    "Industrieel ontwerpen" is Industrieel Product Ontwerpen, "data science" Applied Data Science. The sense is "part": it may be of many.
    """
    for id_, name in names.items():
        words = folded(plain_name(name)).split()
        if not FEWEST_WORDS <= len(words) <= MOST_WORDS:
            continue
        for count in range(2, len(words)):
            for chosen in combinations(words, count):
                if all(len(word) >= SHORTEST_WORD for word in (chosen[0], chosen[-1])):
                    yield " ".join(chosen), Sense("part", (id_,))


FEWEST_WORDS, MOST_WORDS, SHORTEST_WORD = 3, 6, 4
"""Words of a name that is shortened, and letters of the words that a shortened one begins and ends with."""

PROGRAMMES = ("opleiding", " opleiding", " studie", " programme", " ausbildung")
"""Words beside which the trade alone names a programme: "de luchtvaartopleiding"."""

SCIENCE = re.compile(r"([^\W\d_]{6,})techniek", re.IGNORECASE)
"""A name that says by its second half that it is technology."""


def _trade(name: str) -> str:
    """Return the trade in the name of a programme ("luchtvaart" of "Luchtvaarttechniek"), "" where it has none."""
    match = SCIENCE.fullmatch(name)
    return match.group(1) if match else ""


def _other_names(name: str) -> list[str]:
    found = (match.group(1) for match in BRACKETED.finditer(name))
    return [text for text in found if (text.isupper() and len(text) >= SHORT_NAME) or text.istitle()]


def organisation_names(
    organisations: Iterable[Organisation], providers: Iterable[str]
) -> Iterator[tuple[str, Sense]]:
    """Yield the names and synonyms of organisations; one that provides offers is a provider too."""
    provides = frozenset(providers)
    for one in organisations:
        for text in dict.fromkeys((one.name, *one.synonyms, one.id.replace("-", " "))):
            yield text, Sense("organisation", (one.id,))
            if one.id in provides:
                yield text, Sense("provider", (one.id,))


def occupation_names(occupations: Iterable[Occupation]) -> Iterator[tuple[str, Sense]]:
    """Yield the labels of occupations in all languages; of two with one label the one that prefers it wins."""
    best: dict[str, tuple[int, str]] = {}
    for one in occupations:
        for labels in one.labels.values():
            for place, label in enumerate(labels):
                for form in forms(label):
                    rank = (min(place, 1), one.id)
                    best[form] = min(best.get(form, rank), rank)
    yield from _put_otherwise({**best, **dict(_called_otherwise(best))})


def _called_otherwise(labels: Mapping[str, tuple[int, str]]) -> Iterator[tuple[str, tuple[int, str]]]:
    """Yield the names of `trades.yaml` that are no labels, with what the label beside which they stand means."""
    raw: dict[str, list[str]] = read_data(_TRADES)
    for label, names in raw.items():
        rank = labels.get(folded(label))
        yield from ((name, rank) for name in map(folded, names) if rank is not None and name not in labels)


def label_beside(name: str) -> str:
    """Return the label beside which a folded name of a trade stands in `trades.yaml`; "" for any other name."""
    return _labels_beside().get(name, "")


@cache
def _labels_beside() -> Mapping[str, str]:
    raw: dict[str, list[str]] = read_data(_TRADES)
    return {folded(name): label for label, names in raw.items() for name in names}


def _put_otherwise(labels: Mapping[str, tuple[int, str]]) -> Iterator[tuple[str, Sense]]:
    """Yield names of trades, and as people put them together otherwise where no name is like it: a compound as two words in
    either order, two words the other way round and as one, a thing with its technique ("koudetechniek monteur").
    """
    trades = Trades.of(labels)
    best: dict[str, tuple[int, str]] = dict(labels)
    for label, rank in sorted(
        labels.items(), key=lambda one: (len(one[0].split()), one[1])
    ):  # a compound says it best
        for form in trades.put_otherwise(label):
            best.setdefault(form, rank)
    for form, (_, id_) in best.items():
        yield form, Sense("occupation", (id_,))


ALSO_A_WORD = frozenset(["Best", "Buren", "Dieren", "Putten"])
"""Towns that are called by an everyday word: meant only after a preposition."""

BEFORE_A_TOWN = ("in", "te", "uit", "bij", "from", "near", "aus")


def town_names(towns: Iterable[str]) -> Iterator[tuple[str, Sense]]:
    """Yield towns by their names; one that is called by an everyday word only after a preposition."""
    for town in towns:
        for before in (f"{one} " for one in BEFORE_A_TOWN) if town in ALSO_A_WORD else ("",):
            yield f"{before}{town}", Sense("place", (town,))


def values_of(kind: str, values: Iterable[str]) -> Iterator[tuple[str, Sense]]:
    """Yield values that are their own names: fields of study, places, provinces."""
    for value in values:
        yield value, Sense(kind, (value,))
