"""Make organisations.jsonl: `python -m tools.records.organisations`. Contacts only where a fact gives them."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue.facts import Fact
from knowledge.catalogue.types import Organisation, Place
from tools.records.common import joined, source, stated, stated_if, write
from tools.records.organisations_listed import DESKS, PARTNERSHIPS, SCHOOLS, Entry
from tools.records.places import places


@dataclass(frozen=True, slots=True)
class Contact:
    """A telephone number or e-mail address with the page that gives it."""

    phone: str
    email: str
    url: str
    as_of: str


CONTACTS = {
    "duo": Contact(
        "050 599 98 28",
        "levenlanglerenkrediet@duo.nl",
        "https://duo.nl/particulier/levenlanglerenkrediet/",
        "2024",
    ),
}
"""F2.39: for questions about the levenlanglerenkrediet. No other source gives a contact."""


OTHER_PLACES = {
    "civon": (
        "Doetinchem",
        "https://www.toptechniekinbedrijf.nl/actueel/volop-samenwerking-centrum-innovatief-vakmanschap-oost-nederland/",
        "ca. 2013-10",
    ),
}
"""C17: an older page that puts an organisation elsewhere; both statements are kept."""


def places_of(entry: Entry) -> Fact[Place]:
    """Return where an organisation is, as each page says."""
    known = places()
    stated_places = [(entry.place, source(entry.source, entry.as_of))] if entry.place else []
    if other := OTHER_PLACES.get(entry.id):
        stated_places.append((other[0], source(other[1], other[2])))
    return joined(*(stated(known[name], about) for name, about in stated_places))


def organisation(entry: Entry) -> Organisation:
    """Return the record of an entry."""
    about = source(entry.source, entry.as_of)
    contact = CONTACTS.get(entry.id)
    of_contact = source(contact.url, contact.as_of) if contact else about
    return Organisation(
        entry.id,
        entry.name,
        entry.kind,
        entry.answers,
        place=places_of(entry),
        region=stated_if(entry.region or None, about),
        phone=stated(contact.phone, of_contact) if contact else Fact(),
        email=stated(contact.email, of_contact) if contact else Fact(),
        url=stated_if(entry.website or None, about),
        synonyms=entry.synonyms,
    )


def organisations() -> list[Organisation]:
    """Return every organisation of the bundled records."""
    return [organisation(entry) for entry in (*PARTNERSHIPS, *SCHOOLS, *DESKS)]


def main() -> None:
    """Write organisations.jsonl."""
    print(write("organisations.jsonl", organisations()), "organisations")


if __name__ == "__main__":
    main()
