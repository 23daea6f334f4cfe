"""What is said when an answer is not known: what of it is known, what was searched, and who would know, from records."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from textwrap import shorten

from assistant.types import Language, Outcome, Request, Sentence
from assistant.understanding.leaning import naming
from assistant.understanding.lexicon import Mention, words_of
from assistant.understanding.reading import Reading
from assistant.understanding.sources_named import without_sources
from assistant.writing.elsewhere import desk_elsewhere
from assistant.writing.forms import PHONE
from assistant.writing.record_citing import IDENTITY, RecordCiter
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_field import NEVER_HELD, offers_meant
from assistant.writing.record_values import is_known
from assistant.writing.scheme_ended import A_STEP
from assistant.writing.scheme_names import named_schemes
from assistant.writing.seam import Written
from assistant.writing.translated import translation_of
from assistant.writing.turned_away import on_topic
from knowledge.catalogue.types import Offer, Organisation
from knowledge.language.analysis import Analyzer
from knowledge.language.normalisation import fold
from knowledge.language.real_words import real_words
from knowledge.library.contents import is_bundled
from knowledge.types import Hit, RecordRef

MOST_SEARCHED = 3
MOST_MISSING = 4
GENERAL_DESK = "leerwerkloket"
"""The desk for whatever no other is known to answer."""

OUT_OF_SCOPE = 0.5
"""Share of the question's weight that no hit holds from which, with nothing recognised, a question is about something else."""

SUBJECTS = ("offer", "provider", "organisation", "occupation", "field", "kind", "level", "mode", "indicator")
"""Senses that make a question one about learning or work."""

LEARNING = re.compile(
    r"\b(?:leer|leren|geleerd|studeer\w*|studie\w*|\w*school|scholing|\w*opleid\w*|\w*cursus\w*|diploma\w*|certificaat|omscholen|bijscholen|college|roc"
    r"|stage(?:s|plek\w*|plaats\w*|bedrijf|bedrijven|vergoeding)?|stagiair\w*|meeloopdag\w*|meelopen|proefstuderen|open dag\w*|leerwerk\w*|praktijk(?:verklaring\w*|opleid\w*|leren|examen\w*)"
    r"|les(?:sen|rooster)?|docent\w*|leraar|lerares|leraren|decaan|decanen|mentor\w*|examen\w*|herexamen\w*|herkans\w*|toelatings\w*|beroepskeuze\w*|loopbaan\w*|vakman\w*|bbl|bol"
    r"|internships?|work placements?|apprentice\w*|open days?|exams?|teachers?|lessons?|career\w*|praktikum|lehre|lehrstelle\w*|lehrer\w*|pr\u00fcfung\w*|unterricht|tag der offenen t\u00fcr"
    r"|learn|study|school|college|course|training|degree|certificate|lernen|studieren|studium|\w*schule|\w*ausbildung\w*|kurs|zertifikat)\b",
    re.IGNORECASE,
)
"""Words of learning, whatever it is that is learned."""

ASKS_OF_SUBJECT = frozenset(["costs", "duration_months", "codes", "starts", "schemes", "follows", "leads_to"])


@dataclass(frozen=True, slots=True)
class Unknown:
    """A refused question: what is recognised in it, what was found, and the words that the evidence lacks."""

    request: Request
    reading: Reading
    hits: tuple[Hit, ...]
    missing: tuple[str, ...]
    trade: str = ""
    """The trade of which it is asked what is done in it, "" for any other question."""


def unknown_answer(unknown: Unknown, desk: Desk) -> Written:
    """Return the refusal: what is not known of what, one line of what is, where it was looked for, and who would know."""
    unknown = replace(unknown, reading=_as_written(unknown))
    if (
        not unknown.request.topic
        and not on_topic(unknown.request.question.history)
        and _is_elsewhere(unknown)
    ):
        return _out_of_scope(unknown, desk)
    is_elsewhere = _names_school_of_documents(unknown)
    offers = () if is_elsewhere else offers_meant(unknown.reading, desk)
    organisations = _organisations(unknown, offers, desk)
    asked = _desk_for(unknown, organisations, desk)
    ids = [*(("organisation", one.id) for one in asked)]
    citer = desk.citer("offer", [offer.id for offer in offers], ids)
    is_work = desk.words.fill("unknown_work", {"trade": unknown.trade}) if unknown.trade else ""
    sentences = [desk.notice(is_work or _not_known(unknown, offers, organisations, desk))]
    for offer in offers:
        cited = citer.cite(("offer", offer.id), IDENTITY, offer.name.provenance)
        text = desk.words.fill("unknown_but", {"offer": desk.words.offer(offer)})
        sentences += [desk.worded(text, cited)] if cited else []
        sentences += _noted(offer, citer, desk) if len(offers) == 1 else []
    sentences += _scheme_known(unknown, desk, citer) if not offers else []
    searched = _fitting(unknown)
    if searched:
        titles = "; ".join(searched[:MOST_SEARCHED])
        sentences.append(desk.notice(desk.words.fill("unknown_searched", {"titles": titles})))
    is_noted = any(PHONE.search(one.text) for one in sentences)
    for one in asked:
        cited = citer.cite(("organisation", one.id), ())
        if is_noted and not _is_reachable(one):
            continue  # its number stands in what the school notes
        said = _reach(one, desk)
        sentences.append(desk.worded(said, cited) if cited else desk.notice(said))
    if not any(one.kind == "desk" or _is_reachable(one) for one in asked):
        sentences.append(desk.notice(desk.words.say("unknown_desk")))
    records = [RecordRef("offer", offer.id, offer.name.value or offer.id) for offer in offers]
    answer = written(sentences, citer, records)
    if unknown.trade:
        ask = desk.words.fill("ask_trained", {"trade": unknown.trade})
        answer = replace(answer, follow_ups=(ask,))
    return replace(answer, outcome=Outcome.REFUSED, missing=unknown.missing, searched=tuple(searched))


def _noted(offer: Offer, citer: RecordCiter, desk: Desk) -> list[Sentence]:
    """Return what its school itself notes of the one offer that is named: the answer may be in it; [] of an offer of the library."""
    said = []
    for stated in offer.remark.statements:
        text = shorten(stated.value, MOST_NOTED, placeholder=" …")
        hit = citer.hits.get(("offer", offer.id))
        if hit is None or is_bundled(hit.source.address):
            continue
        cited = citer.cite(("offer", offer.id), ("Opmerking",), stated.provenance)
        if cited:
            said.append(desk.worded(desk.words.fill("unknown_noted", {"text": text}), cited))
    return said


MOST_NOTED = 320
"""Letters of a remark that stand in a refusal."""


def _scheme_known(unknown: Unknown, desk: Desk, citer: RecordCiter) -> list[Sentence]:
    """Return what the record says of the scheme that is named, where what is asked of it is not known; [] without one."""
    text = A_STEP.sub(" ", unknown.request.question.text)
    named = named_schemes(text, desk.catalogue.schemes()).schemes[:1]
    said = []
    for scheme in named:
        text = translation_of(scheme.summary, desk.words.language) or scheme.summary
        cited = citer.cite(("scheme", scheme.id), (), scheme.provenance)
        if cited:
            known = desk.words.fill("unknown_but", {"offer": text.rstrip(".")})
            said.append(desk.worded(known, cited))
    return said


def _as_written(unknown: Unknown) -> Reading:
    """Return the reading without short words that were taken for misspelled names: "adres" is not Aeres."""
    asked = frozenset(words_of(unknown.request.standalone_question))
    kept = tuple(
        _as_area(one)
        for one in unknown.reading.mentions
        if all(word in asked or len(word) >= LONG for word in one.words)
    )
    return replace(unknown.reading, mentions=kept)


def _as_area(one: Mention) -> Mention:
    """Return a mention without organisations where it names an area or a town: "Overijssel" is seldom its government."""
    if not (one.values("area") or one.values("place")):
        return one
    return replace(
        one, senses=tuple(sense for sense in one.senses if sense.kind not in ("organisation", "provider"))
    )


LONG = 7
"""Letters from which a misspelled name is believed here."""


def _is_elsewhere(unknown: Unknown) -> bool:
    """Say whether a question is about something else than learning, work and money for it."""
    if any(unknown.reading.values(kind) for kind in SUBJECTS):
        return False
    if LEARNING.search(unknown.request.standalone_question):
        return False
    if ASKS_OF_SUBJECT.intersection(unknown.reading.values("ask")) or unknown.reading.values("noun"):
        return False
    words = [word for word in unknown.request.words if word.is_content] or list(unknown.request.words)
    words = [word for word in words if not is_age(word.forms[0])]
    total = sum(word.weight for word in words)
    missing = frozenset(unknown.missing)
    return (
        total > 0
        and sum(word.weight for word in words if missing.intersection(word.forms)) >= OUT_OF_SCOPE * total
    )


def _out_of_scope(unknown: Unknown, desk: Desk) -> Written:
    said = [desk.words.say("unknown_elsewhere")]
    if who := desk_elsewhere(unknown.request.question.text, unknown.request.language):
        said.append(who)
    elif missing := _missing(unknown):
        said.append(desk.words.fill("unknown_terms", {"terms": desk.words.join(missing)}))
    said.append(desk.words.say("unknown_can"))
    return Written(
        tuple(desk.notice(text) for text in said), (), Outcome.REFUSED, missing=unknown.missing, searched=()
    )


def _missing(unknown: Unknown) -> list[str]:
    """Return the missing words as the question writes them, without those that only ask ("kost", "hoog")."""
    names = naming(unknown.request.standalone_question, unknown.request.language)
    naming_words = {part.casefold() for name in names for part in (name, *name.split("-"))}
    written = {word.casefold(): word for word in re.findall(r"[\w-]+", unknown.request.question.text)}
    parts = {part.casefold(): word for word in written.values() for part in word.split("-")}
    ours = {word for one in unknown.reading.mentions if one.values("organisation") for word in one.words}
    found = (
        written.get(word) or parts.get(word)
        for word in unknown.missing
        if word in naming_words and word not in ours and not is_age(word)
    )
    typed = _typed(unknown.request)
    return list(dict.fromkeys(typed.get(word, word) for word in found if word))[:MOST_MISSING]


def _names_school_of_documents(unknown: Unknown) -> bool:
    """Say whether a question names what only documents are called after, a school of one's own: what others offer is not of it.

    That is a word that no record knows and nobody uses, and that the title of a document has with a capital.
    """
    words = {
        word for one in unknown.reading.mentions if one.senses[0].kind == "unknown" for word in one.words
    }
    titles = " ".join(hit.source.title for hit in unknown.hits if hit.passage.record is None)
    named = {word.casefold() for word in re.findall(r"\b[A-ZÀ-Þ][\w-]{3,}", titles)}
    found = {word for word in words & named if not any(word in real_words(one.value) for one in Language)}
    return any(one.values("offer") for one in unknown.reading.mentions) and bool(found)


def _typed(request: Request) -> dict[str, str]:
    """Return each word of a message that was put right with how it was typed: what was not found is not shown as another word."""
    meant, typed = (re.findall(r"[\w-]+", text) for text in (request.question.text, request.typed))
    return dict(zip(meant, typed, strict=True)) if len(meant) == len(typed) else {}


def is_age(word: str) -> bool:
    """Say whether a word is a short number, an age most of all: that nothing was found "about 52" helps nobody."""
    return word.isdigit() and len(word) < SHORTEST_YEAR


SHORTEST_YEAR = 4


def _not_known(
    unknown: Unknown, offers: Sequence[Offer], organisations: Sequence[Organisation], desk: Desk
) -> str:
    """Return the sentence that says what is not known of what: the town of a programme, which is told of it, is known."""
    words = desk.words
    told = {fold(word) for offer in offers for word in re.findall(r"[\w-]+", words.offer(offer))}
    missing = words.join(f"“{word}”" for word in _missing(unknown) if fold(word) not in told)
    about = _subject(unknown, offers, organisations, desk)
    years = [
        year
        for year in unknown.request.years
        if year in unknown.missing
        and int(year) > desk.today.year
        and not _ends_study_year(year, unknown.request.standalone_question, desk)
    ]
    if years:
        return words.fill("unknown_future", {"years": words.join(years)})
    field = next((name for name in FIELDS_SAID if name in unknown.reading.values("ask")), "")
    is_unknown = field in NEVER_HELD or (
        bool(field) and not any(is_known(offer, field, unknown.request.years) for offer in offers)
    )
    if about and offers and is_unknown:
        return words.fill("unknown_field", {"field": words.say(f"the_{field}"), "about": about})
    if missing and about:
        return words.fill("unknown_of", {"terms": missing, "about": about})
    if missing:
        return words.fill("unknown_terms", {"terms": missing})
    if about and field and is_unknown:
        return words.fill("unknown_field", {"field": words.say(f"the_{field}"), "about": about})
    return words.fill("unknown_about", {"about": about}) if about else words.say("unknown_this")


def _ends_study_year(year: str, question: str, desk: Desk) -> bool:
    """Say whether a year stands only as the end of a study year that has begun: "2026-2027" is not the year 2027."""
    begins = str(int(year) - 1)
    study_year = rf"\b{begins}\s?[-/]\s?(?:20)?{year[2:]}\b"
    return int(begins) <= desk.today.year and re.search(study_year, question) is not None


FIELDS_SAID = (
    *NEVER_HELD,
    "costs",
    "duration_months",
    "starts",
    "codes",
    "ects",
    "nlqf",
    "level",
    "language",
)


def _subject(
    unknown: Unknown, offers: Sequence[Offer], organisations: Sequence[Organisation], desk: Desk
) -> str:
    names = desk.catalogue.names()
    named = min((names[id_] for id_ in unknown.reading.values("offer") if id_ in names), key=len, default="")
    missing = frozenset(word.casefold() for word in _missing(unknown))
    said = [] if named.casefold() in missing or not offers else [named]
    said += [
        one.name for one in organisations[:1] if one.id in _named(unknown) and not _is_source(one, unknown)
    ]
    return desk.words.fill("at", {"offer": said[0], "school": said[1]}) if len(said) > 1 else "".join(said)


def _is_source(one: Organisation, unknown: Unknown) -> bool:
    """Say whether a question names an organisation as its source, and not as what it is about."""
    names = (one.name, *one.synonyms) if one.kind == "authority" else ()
    _, sources = without_sources(unknown.request.standalone_question, names, unknown.request.language)
    return bool(
        {name.casefold() for name in sources} & {one.name.casefold(), *map(str.casefold, one.synonyms)}
    )


def _named(unknown: Unknown) -> tuple[str, ...]:
    return (*unknown.reading.values("provider"), *unknown.reading.values("organisation"))


def _organisations(unknown: Unknown, offers: Sequence[Offer], desk: Desk) -> list[Organisation]:
    """Return the organisations that are named, else those that provide the offers that are; [] beside an unknown name."""
    if not _named(unknown) and any(word[:1].isupper() for word in _missing(unknown)):
        return []
    ids = _named(unknown) or tuple(offer.provider.value for offer in offers if offer.provider.value)
    return [one for one in desk.catalogue.providers() if one.id in ids]


def _desk_for(unknown: Unknown, organisations: Sequence[Organisation], desk: Desk) -> list[Organisation]:
    """Return who would know: the school that is named, else the desk that answers most of the words, near by if it is told."""
    if organisations:
        return list(organisations[:1])
    everyone = desk.catalogue.organisations()
    asked = frozenset(Analyzer().stems(naming(unknown.request.standalone_question, unknown.request.language)))
    areas = {
        area.casefold()
        for place in unknown.reading.values("place")
        for area in desk.gazetteer.areas_of(place)
    }
    areas |= {area.casefold() for area in unknown.reading.values("area")}

    def fit(one: Organisation) -> tuple[int, bool]:
        answers = frozenset(
            Analyzer().stems([word for text in one.answers for word in Analyzer().words(text)])
        )
        is_near = (one.region.value or "").casefold() in areas
        is_desk = one.kind in ("desk", "authority") and _is_reachable(one)
        return (len(answers & asked) if is_desk else 0, is_near and one.kind == "desk")

    best = max(everyone, key=fit, default=None)
    if best is not None and fit(best) > (0, False):
        return [best]
    return [one for one in everyone if one.id == GENERAL_DESK]


def _is_reachable(one: Organisation) -> bool:
    return one.phone.is_known or one.email.is_known or one.url.is_known


def _reach(one: Organisation, desk: Desk) -> str:
    """Return whom to ask, with the ways to reach them that are known."""
    words = desk.words
    ways = [
        f"{words.say(f'label_{name}')} {getattr(one, name).value}"
        for name in ("phone", "email", "url")
        if getattr(one, name).is_known
    ]
    key = "unknown_ask_desk" if one.kind == "desk" else "unknown_ask"
    return words.fill(key if ways else "unknown_ask_bare", {"name": one.name, "ways": ", ".join(ways)})


def _fitting(unknown: Unknown) -> list[str]:
    """Return the titles of the sources that are about something that the question names, best first."""
    analyzer = Analyzer()
    words = [word for word in unknown.request.words if word.is_content] or list(unknown.request.words)
    named = frozenset(
        analyzer.words(" ".join(naming(unknown.request.standalone_question, unknown.request.language)))
    )
    is_dutch = unknown.request.language is Language.DUTCH
    asked = {form for word in words for form in word.forms if not is_dutch or named.intersection(word.forms)}
    documents = [hit for hit in unknown.hits if hit.passage.record is None]

    def holding(text_of: Callable[[Hit], str]) -> list[str]:
        return [hit.source.title for hit in documents if asked.intersection(analyzer.words(text_of(hit)))]

    by_title = holding(lambda hit: " ".join((hit.source.title, *hit.passage.heading_path)))
    return list(dict.fromkeys(by_title or holding(lambda hit: hit.passage.text)))
