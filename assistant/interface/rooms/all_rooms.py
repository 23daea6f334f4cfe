"""Which rooms the site has, in the order of the navigation, put together over a knowledge base."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.interface.rooms.figures.routes import DOOR as FIGURES
from assistant.interface.rooms.figures.routes import figures_room
from assistant.interface.rooms.layout import CONVERSATION, Door
from assistant.interface.rooms.offers.routes import DOOR as OFFERS
from assistant.interface.rooms.offers.routes import offers_room
from assistant.interface.rooms.route import router as route
from assistant.interface.rooms.route.desk import Desks
from assistant.interface.rooms.seam import Reception, Room
from assistant.interface.rooms.staff.house import StaffServices
from assistant.interface.rooms.staff.room import STAFF, staff_room
from assistant.interface.rooms.visits import Visits
from assistant.interface.sources import AudienceOf
from assistant.writing.plannings import Plannings
from knowledge.build import Knowledge

DOORS: tuple[Door, ...] = (OFFERS, route.ENTRY, FIGURES, STAFF)
"""The entries of the navigation after the conversation."""


def rooms_over(
    knowledge: Knowledge,
    visits: Visits,
    audience_of: AudienceOf,
    today: Callable[[], date],
    staff: StaffServices,
    plannings: Plannings,
) -> tuple[Room, ...]:
    """Return the rooms over an opened knowledge base."""
    reception = Reception((CONVERSATION, *DOORS), visits, audience_of, today)
    catalogue_of, desks = knowledge.catalogues.of, Desks(plannings)
    return (
        offers_room(reception, catalogue_of),
        route.route_room(reception, desks.of),
        figures_room(reception, catalogue_of),
        staff_room(staff, reception),
    )
