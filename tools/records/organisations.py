"""Make organisations.jsonl: `python -m tools.records.organisations`. Contacts only where a fact gives them."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.catalogue.facts import Fact
from knowledge.catalogue.types import Organisation
from tools.records.common import source, stated, stated_if, write
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


def organisation(entry: Entry) -> Organisation:
    """Return the record of an entry."""
    about = source(entry.source, entry.as_of)
    contact = CONTACTS.get(entry.id)
    of_contact = source(contact.url, contact.as_of) if contact else about
    place = places().get(entry.place) if entry.place else None
    return Organisation(
        entry.id,
        entry.name,
        entry.kind,
        entry.answers,
        place=stated_if(place, about),
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
