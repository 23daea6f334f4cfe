"""Which rooms the site has, in the order of the navigation, put together over a knowledge base."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assistant.interface.rooms.layout import CONVERSATION, Door
from assistant.interface.rooms.seam import Reception, Room
from assistant.interface.rooms.staff.house import StaffServices
from assistant.interface.rooms.staff.room import STAFF, staff_room
from assistant.interface.rooms.visits import Visits
from assistant.interface.sources import AudienceOf
from knowledge.build import Knowledge

DOORS: tuple[Door, ...] = (STAFF,)
"""The entries of the navigation after the conversation."""


def rooms_over(
    knowledge: Knowledge,
    visits: Visits,
    audience_of: AudienceOf,
    today: Callable[[], date],
    staff: StaffServices,
) -> tuple[Room, ...]:
    """Return the rooms over an opened knowledge base."""
    reception = Reception((CONVERSATION, *DOORS), visits, audience_of, today)
    return (staff_room(staff, reception),)
