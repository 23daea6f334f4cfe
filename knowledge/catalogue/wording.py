"""A record as one Dutch sentence row, so that text search finds it and people can read it."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.catalogue.codec import Record
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.lengths import Unit, cents, in_units
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import (
    Between,
    Cost,
    Figure,
    Occupation,
    Offer,
    OfferKind,
    OfferState,
    Organisation,
    Scheme,
    Skill,
    Start,
)

KIND_WORDS = {
    OfferKind.MBO: "mbo-opleiding",
    OfferKind.ASSOCIATE_DEGREE: "Associate degree",
    OfferKind.HBO_BACHELOR: "hbo-bachelor",
    OfferKind.HBO_MASTER: "hbo-master",
    OfferKind.WO_BACHELOR: "wo-bachelor",
    OfferKind.WO_MASTER: "wo-master",
    OfferKind.CERTIFICATE: "certificaat",
    OfferKind.COURSE: "cursus",
    OfferKind.PREPARATORY: "voorbereidende opleiding",
    OfferKind.SECONDARY: "voortgezet onderwijs",
    OfferKind.OTHER: "opleiding",
}
STATE_WORDS = {OfferState.UNCONFIRMED: "niet bevestigd", OfferState.ENDED: "gestopt"}
LONGEST = 2_000
"""Characters of one wording; a passage is not cut below 2,400."""


def name_of(record: Record) -> str:
    """Return the name by which people know a record."""
    match record:
        case Offer():
            return record.name.value or record.id
        case Scheme() | Organisation():
            return record.name
        case Rule():
            return record.article or record.id
        case Occupation() | Skill():
            return next(
                (record.labels[code][0] for code in ("nl", "en", "de") if record.labels.get(code)), record.id
            )
        case Figure():
            return record.indicator


def provenance_of(record: Record) -> Provenance | None:
    """Return where a record comes from; of an offer or organisation the source of its name or address."""
    match record:
        case Offer():
            return record.name.provenance
        case Organisation():
            return record.url.provenance or record.place.provenance or record.phone.provenance
        case _:
            return record.provenance


def worded(record: Record) -> str:
    """Return what a record says in Dutch, at most `LONGEST` characters."""
    match record:
        case Offer():
            text = _offer(record)
        case Scheme():
            text = _scheme(record)
        case Rule():
            text = " ".join(part for part in (record.text, _in("Bron", record.article)) if part)
        case Occupation():
            text = _occupation(record)
        case Skill():
            labels = [label for words in record.labels.values() for label in words]
            text = f"Vaardigheid {name_of(record)}; ook genoemd: {', '.join(dict.fromkeys(labels[1:]))}"
        case Organisation():
            text = _organisation(record)
        case Figure():
            about = ", ".join(f"{name} {value}" for name, value in record.dimensions.items())
            where = ", ".join(part for part in (record.region, record.period, about) if part)
            text = f"{record.indicator} ({where}): {number(record.value)} {record.unit}"
    return text[:LONGEST]


def _offer(offer: Offer) -> str:
    places = ", ".join(place.name for place in offer.places.value or ())
    mode = offer.mode.value.value if offer.mode.value else ""
    duration = offer.duration_months.value
    parts = [
        f"{KIND_WORDS[offer.kind].capitalize()} {name_of(offer)}",
        _in("Aanbieder", offer.provider.value),
        _in("Vorm", mode),
        _in("Niveau", offer.level.value),
        _in("Plaats", places),
        _in("Duur", months_words(duration) if duration else ""),
        _in("Studielast", f"{number(offer.ects.value)} EC" if offer.ects.value else ""),
        _in("Taal", offer.language.value),
        _in("Richting", ", ".join(offer.fields.value or ())),
        _in("Kosten", "; ".join(map(cost_words, offer.costs.value or ()))),
        _in("Start", ", ".join(map(start_words, offer.starts.value or ()))),
        _in("Toelating", offer.rule.value.text if offer.rule.value else ""),
        _in("Code", ", ".join(f"{code.kind} {code.value}" for code in offer.codes.value or ())),
        _in("Numerus fixus", str(offer.numerus_fixus.value) if offer.numerus_fixus.value else ""),
        _in("Toestand", STATE_WORDS.get(offer.state, "")),
        _in("Opmerking", "; ".join(_remarks(offer))),
    ]
    return _joined(parts)


def _remarks(offer: Offer) -> tuple[str, ...]:
    """Return what each source notes of an offer: no remark is another's rival, so none is lost."""
    said = (stated.value.strip().rstrip(".;") for stated in offer.remark.statements)
    return tuple(dict.fromkeys(one for one in said if one))


def _scheme(scheme: Scheme) -> str:
    amount, share = scheme.amount_euro.value, scheme.share.value
    parts = [
        f"Regeling {scheme.name}",
        _in("Ook bekend als", ", ".join(scheme.synonyms)),
        scheme.summary.rstrip("."),
        _in("Bedrag", f"{between(amount)} euro per {scheme.per}" if amount else ""),
        _in(
            "Deel van de kosten",
            f"{between(Between(share.low * 100, share.high * 100))} procent" if share else "",
        ),
        _in(
            "Aanvrager",
            {"person": "jijzelf", "employer": "je werkgever"}.get(scheme.applicant, scheme.applicant),
        ),
        _in("Aanvragen bij", scheme.where),
        _in("Opent", scheme.opens.isoformat() if scheme.opens else ""),
        _in("Sluit", scheme.closes.isoformat() if scheme.closes else ""),
        "Niet bevestigd" if scheme.is_unconfirmed else "",
    ]
    return _joined(parts)


def _occupation(occupation: Occupation) -> str:
    labels = [label for words in occupation.labels.values() for label in words]
    parts = [
        f"Beroep {name_of(occupation)}",
        _in(
            "Ook genoemd", ", ".join(label for label in dict.fromkeys(labels) if label != name_of(occupation))
        ),
        _in("ISCO", occupation.isco),
        _in("ESCO", occupation.esco),
        _in("Vaardigheden", ", ".join(occupation.skills)),
        _in("Opleidingen", ", ".join(occupation.qualifications)),
    ]
    return _joined(parts)


def _organisation(organisation: Organisation) -> str:
    place = organisation.place.value
    parts = [
        organisation.name,
        _in("Ook bekend als", ", ".join(organisation.synonyms)),
        _in("Beantwoordt vragen over", ", ".join(organisation.answers)),
        _in("Plaats", place.name if place else ""),
        _in("Regio", organisation.region.value),
        _in("Telefoon", organisation.phone.value),
        _in("E-mail", organisation.email.value),
        _in("Website", organisation.url.value),
    ]
    return _joined(parts)


def _in(word: str, value: str | None) -> str:
    return f"{word}: {value}" if value else ""


def _joined(parts: Iterable[str]) -> str:
    return "; ".join(part.rstrip(". ") for part in parts if part) + "."


def number(value: float | None) -> str:
    """Return a number as Dutch people write it, without needless decimals."""
    if value is None:
        return ""
    return str(int(value)) if float(value).is_integer() else f"{value:.10g}".replace(".", ",")


def between(range_: Between) -> str:
    """Return "12" or "12 tot 24"."""
    low, high = number(range_.low), number(range_.high)
    return low if low == high else f"{low} tot {high}"


def months_words(range_: Between) -> str:
    """Return "9 maanden", "2 dagen", or "48 maanden (4 jaar)" for whole years, as people say it."""
    spoken, unit = in_units(range_)
    if unit is Unit.YEAR:
        return f"{between(range_)} maanden ({between(spoken)} jaar)"
    return f"{between(spoken)} {UNIT_WORDS[unit][spoken.high != 1]}"


UNIT_WORDS = {
    Unit.DAY: ("dag", "dagen"),
    Unit.WEEK: ("week", "weken"),
    Unit.MONTH: ("maanden", "maanden"),
}


def cost_words(cost: Cost) -> str:
    """Return "2601 euro per jaar, wettelijk collegegeld (2025-2026)"; what it is paid for only where that is known."""
    mode = cost.mode.value if cost.mode else ""
    about = ", ".join(part for part in (cost.study_year or "", mode, cost.group) if part)
    what = f", {cost.what}" if cost.what else ""
    per = f" per {cost.per}" if cost.per and cost.euro.high else ""
    free = "" if cost.euro.high else " (gratis)"
    return f"{euros(cost.euro)} euro{free}{per}{what}{f' ({about})' if about else ''}"


def euros(range_: Between) -> str:
    """Return "785,50" or "500 tot 785,50"."""
    low, high = (cents(end).replace(".", ",") for end in (range_.low, range_.high))
    return low if low == high else f"{low} tot {high}"


def start_words(start: Start) -> str:
    """Return when an offer starts, in the words of its source."""
    return start.text or (start.day.isoformat() if start.day else "")
