"""What is recorded of an occupation itself: its codes, and what it is called in the other languages.

Codes: ESCO v1.2 (European Commission) and ISCO-08 (International Labour Organization), as the record of the occupation has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.types import Language, Question, Sentence
from assistant.understanding.names import label_beside
from assistant.writing.record_citing import RecordCiter
from assistant.writing.record_desk import Desk, written
from assistant.writing.seam import Written
from knowledge.catalogue.folding import folded
from knowledge.catalogue.types import Occupation
from knowledge.language.stopwords import stopwords
from knowledge.types import RecordRef

CODE = re.compile(r"\b(?:\w*[- ]?codes?|numm?ers?|group|groep|gruppe|isco)\b", re.IGNORECASE)
"""How a message says that it wants the code itself."""

ASKS_CODE = re.compile(r"\b(?:isco|esco)\b", re.IGNORECASE)
ASKS_NAME = re.compile(
    r"\bhoe (?:\w+ ){0,3}?(?:noem\w*|heet|heten|zeg\w*)\b|\bnaam\b|\w*benaming\b|\bfunctie(?:titel|naam)\b|\bterm\b|\bwoord\w* voor\b|\bverta(?:al|l)\w*"
    r"|\b(?:call(?:ed)?|translat\w+|name|job title|words? for)\b|\bhow (?:do|would|can) (?:you|i|we|they|one) say\b|\bwort für\b"
    r"|\b(?:heißt|heißen|nenn\w*|sagt|übersetz\w+|name|begriff|\w*bezeichnung)\b"
    r"|^\W*(?:und |en |and )?(?:was ist|wat is|what(?:'s| is)) (?:\w+ ){0,4}?\w+ (?:auf (?:deutsch|englisch|nieder\w+|holländisch)|in het (?:duits|engels|nederlands)|in (?:german|english|dutch))\W*$",
    re.IGNORECASE,
)
"""How people ask what something is called."""

IN_LANGUAGE = {
    Language.DUTCH: re.compile(r"\b(?:nederlands\w*|dutch|niederländisch\w*)\b", re.IGNORECASE),
    Language.ENGLISH: re.compile(r"\b(?:engels\w*|english|englisch\w*)\b", re.IGNORECASE),
    Language.GERMAN: re.compile(r"\b(?:duits\w*|german|deutsch\w*)\b", re.IGNORECASE),
}
"""How people name the language in which they want a name."""

IN_COUNTRY = re.compile(
    r"\b(?:nennt|heißt|sagt|noem\w*|heet|called?|say)\b[^?.]*\b(?:niederlanden|holland|nederland|netherlands)\b",
    re.IGNORECASE,
)
"""How the Dutch name is asked by the country; not where a programme is named, which is there too."""

OF_PROGRAMMES = re.compile(
    r"\b(?:opleiding|studie|cursus|course|programme|degree|ausbildung|studi\w+|kurs)\b", re.IGNORECASE
)

KNOWN_IN = re.compile(
    r"\b(?:nederlandse?|niederländische[nrms]?|dutch|duitse?|deutsche[nrms]?|german|engelse?|englische[nrms]?|english)\s+"
    r"(?:beroep|beruf(?:s|e[sn]?)?|occupation|trade|profession|job(?! title)|vak)\b",
    re.IGNORECASE,
)
"""The language in which somebody knows the name already: "die deutsche Bezeichnung für den niederländischen Beruf ..."."""

ASKING = frozenset(
    re.findall(
        r"\w+",
        "isco esco code codes nummer number groep group gruppe valt hoort onder bij hat gehort verschil difference unterschied"
        " beroep beroepen job occupation profession beruf berufe welke welk which what was welche welcher wat is ze dan"
        " word words woord wort noem noemen noemt heet heten zeg zeggen naam vertaling name called call heisst heissen nennt man heeft"
        " benaming beroepsbenaming functiebenaming functietitel functienaam term title begriff bezeichnung berufsbezeichnung lautet passt zu"
        " zeg say you do one eine einer das dat that vertaal translate ubersetze naar into berufs duitsland niederlanden nederland netherlands"
        " deutsche deutschen niederlandischen niederlandischer englische englischen sagt man dafur"
        " duits duitse engels engelse nederlands nederlandse german english dutch deutsch englisch niederlandisch",
    )
)
"""Words of such a question that are no part of the name of an occupation, folded."""

MOST_WORDS = 4
"""Words of the longest name that is looked for."""

MOST_SHOWN = 3
"""Occupations of one name that are shown beside each other."""

MOST_NAMES = 4
"""Names of an occupation in one language that are told."""


def asks_code(text: str) -> bool:
    """Say whether a message asks for the code of an occupation, whatever else it tells."""
    return ASKS_CODE.search(text) is not None and CODE.search(text) is not None


def occupation_told(question: Question, language: Language, desk: Desk) -> Written | None:
    """Return the codes of the occupation that a message names, or its names in a language that it asks for; None for any other message.

    A message that names none is about that of the talk, where it leans on what was said.
    """
    earlier = [turn.text for turn in reversed(question.history) if turn.role == "user"]
    goes_on = not _names_something(question.text, language)
    asks_code = ASKS_CODE.search(question.text) is not None
    wanted = _languages(question.text)
    asks_name = bool(wanted) and (
        ASKS_NAME.search(question.text) is not None
        or (goes_on and any(ASKS_CODE.search(text) or ASKS_NAME.search(text) for text in earlier[:1]))
    )
    if not (asks_code or asks_name or wanted) and _names_another(question.text, language, desk):
        before = _asked_before(earlier, language, desk)
        wanted = _languages(before) if ASKS_NAME.search(before) else []
        asks_code, asks_name = ASKS_CODE.search(before) is not None, bool(wanted)
    if not asks_code and not asks_name:
        return None
    named = _named(question.text, language, desk)
    if not named and goes_on:
        named = next((found for text in earlier if (found := _named(text, language, desk))), ())
    if not named:
        return None
    citer = desk.citer("occupation", [one.occupation.id for one in named])
    is_named_so = (
        asks_name and CODE.search(question.text) is None
    )  # "how is it called in Dutch in the ESCO list?"
    tell = _codes if asks_code and not is_named_so else _names
    sentences = [sentence for one in named for sentence in tell(one, wanted, desk, citer)]
    refs = [
        RecordRef("occupation", one.occupation.id, desk.words.occupation(one.occupation)) for one in named
    ]
    return written(sentences, citer, refs) if sentences else None


def _languages(text: str) -> list[Language]:
    """Return the languages in which a message wants a name."""
    asked = KNOWN_IN.sub(" ", text)
    found = [one for one, pattern in IN_LANGUAGE.items() if pattern.search(asked)]
    by_country = IN_COUNTRY.search(text) and not OF_PROGRAMMES.search(text)
    return found or ([Language.DUTCH] if by_country else [])


def _names_another(text: str, language: Language, desk: Desk) -> bool:
    """Say whether a message goes on with another occupation and says nothing else: "and for a welding engineer?"."""
    words = [word for word in _told_words(text, language) if word not in LEADING]
    begins = text.casefold().split()[:1]
    is_short = bool(begins) and begins[0] in GOES_ON and 0 < len(words) <= MOST_WORDS
    return is_short and bool(_of_stretch(words, desk))


GOES_ON = frozenset(["en", "and", "und", "what", "how", "of", "or", "oder"])
"""First words of a message that goes on with another occupation."""

LEADING = frozenset(["about", "hoe", "zit", "met", "how", "sieht", "aus"])
"""Words of such a message that are no part of the name, folded."""


def _asked_before(earlier: Sequence[str], language: Language, desk: Desk) -> str:
    """Return the last message that asked for a code or a name, where only occupations were named since; else ""."""
    for text in earlier:
        if ASKS_CODE.search(text) or ASKS_NAME.search(text):
            return text
        if not _names_another(text, language, desk):
            return ""
    return ""


@dataclass(frozen=True, slots=True)
class Named:
    """An occupation, and the name of it that somebody used, folded."""

    occupation: Occupation
    name: str

    def shown(self, desk: Desk) -> str:
        """Return how it is called in the reader's language, after the name that was used where that is another one."""
        preferred = desk.words.occupation(self.occupation)
        parts = map(folded, _parts(preferred))
        return preferred if self.name in parts else f"{self.name} ({preferred})"


def _names_something(text: str, language: Language) -> bool:
    """Say whether a message has words beside those by which it asks: then it is not about what was named before."""
    return any(_told_words(text, language))


def _told_words(text: str, language: Language) -> list[str]:
    return [word for word in folded(text).split() if word not in ASKING | stopwords(language.value)]


def _named(text: str, language: Language, desk: Desk) -> tuple[Named, ...]:
    """Return the occupations that have as a name a stretch of words of a message: the longest stretches, each word in one."""
    words = _told_words(text, language)
    found: list[Named] = []
    for size in range(min(MOST_WORDS, len(words)), 0, -1):
        start = 0
        while start + size <= len(words):
            called = _of_stretch(words[start : start + size], desk)
            found += called
            if called:
                words[start : start + size] = [NO_WORD]  # what stands before and behind it is not one stretch
            start += 1
    return tuple(found[:MOST_SHOWN])


NO_WORD = "|"
"""Stands where a name was found."""


def _of_stretch(words: Sequence[str], desk: Desk) -> list[Named]:
    """Return the occupations of which some words are a whole name, be it in the plural."""
    if NO_WORD in words:
        return []
    for form in _singular(" ".join(words)):
        called = desk.catalogue.occupations_called(form)[:MOST_SHOWN]
        if not called and (label := label_beside(form)):
            called = desk.catalogue.occupations_called(label)[:MOST_SHOWN]
        if called:
            return [Named(one, form) for one in called]
    return []


def _singular(name: str) -> Iterator[str]:
    """Yield a name as it stands, then without the ending of a plural."""
    yield name
    yield from (name.removesuffix(ending) for ending in ("s", "en", "n", "innen") if name.endswith(ending))


def _parts(label: str) -> Iterable[str]:
    """Return a name and the halves of a double one ("Schweißer/Schweißerin")."""
    return (label, *(label.split("/") if "/" in label and " " not in label else ()))


def _codes(one: Named, _: object, desk: Desk, citer: RecordCiter) -> Iterator[Sentence]:
    record = one.occupation
    cited = citer.cite(("occupation", record.id), (), record.provenance)
    codes = [f"{label}-code {code}" for label, code in (("ISCO", record.isco), ("ESCO", record.esco)) if code]
    if cited and codes:
        name = one.shown(desk)
        yield desk.worded(f"{name[:1].upper()}{name[1:]}: {', '.join(codes)}.", cited)


def _names(one: Named, wanted: Iterable[Language], desk: Desk, citer: RecordCiter) -> Iterator[Sentence]:
    record = one.occupation
    for language in wanted:
        names = record.labels.get(language.value, ())
        cited = citer.cite(("occupation", record.id), (), record.provenance) if names else ()
        if cited:
            values = {
                "occupation": one.shown(desk),
                "language": desk.words.say(f"in_{language.value}"),
                "names": ", ".join(names[:MOST_NAMES]),
            }
            yield desk.worded(desk.words.fill("occupation_called", values), cited)
