"""Programmes that are told apart by a letter behind their name: "en C?" after "Procesoperator B" asks the same of the next. Pure."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.understanding.thread import Step
from assistant.writing.record_book import Book
from knowledge.catalogue.folding import folded

ONLY_A_LETTER = re.compile(
    r"^\s*(?:(?:en|maar|and|but|und|aber)\s+)?(?P<letter>[a-z]|[1-9]|vol)\s*[?!.]*\s*$", re.IGNORECASE
)
"""A message that is nothing but what tells one programme from its like."""

LETTER_AT_END = re.compile(r"^(?P<name>.{4,}) (?:[a-z]|[1-9]|vol|basis)$", re.IGNORECASE)


def of_sibling(step: Step | None, text: str, book: Book) -> Step | None:
    """Return the question in hand asked of the programme with the letter that a message is; None where there is no such programme."""
    found = ONLY_A_LETTER.match(text)
    if step is None or found is None or not step.asked.offers:
        return None
    names = book.catalogue.names()
    stems = {
        stem["name"] for id_ in step.asked.offers if (stem := LETTER_AT_END.match(folded(names.get(id_, ""))))
    }
    wanted = {f"{stem} {folded(found['letter'])}" for stem in stems}
    offers = tuple(id_ for id_, name in names.items() if folded(name) in wanted)
    offers = tuple(one.id for one in book.catalogue.offers(offers)) if offers else ()
    return replace(step, asked=replace(step.asked, offers=offers), is_following=True) if offers else None
