"""Which rooms the site has, in the order of the navigation, put together over a knowledge base."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.interface.rooms.figures.routes import DOOR as FIGURES
from assistant.interface.rooms.figures.routes import figures_room
from assistant.interface.rooms.layout import CONVERSATION, Door
from assistant.interface.rooms.offers.routes import DOOR as OFFERS
from assistant.interface.rooms.offers.routes import offers_room
from assistant.interface.rooms.seam import Reception, Room
from assistant.interface.rooms.visits import Visits
from assistant.interface.sources import AudienceOf
from knowledge.build import Knowledge

DOORS: tuple[Door, ...] = (OFFERS, FIGURES)
"""The entries of the navigation after the conversation."""


def rooms_over(
    knowledge: Knowledge, visits: Visits, audience_of: AudienceOf, today: Callable[[], date]
) -> tuple[Room, ...]:
    """Return the rooms over an opened knowledge base."""
    reception = Reception((CONVERSATION, *DOORS), visits, audience_of, today)
    catalogue_of = knowledge.catalogues.of
    return (offers_room(reception, catalogue_of), figures_room(reception, catalogue_of))
