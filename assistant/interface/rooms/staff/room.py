"""The staff's room, put together."""

from __future__ import annotations

from fastapi import APIRouter

from assistant.interface.rooms.layout import Door
from assistant.interface.rooms.seam import Reception, Room
from assistant.interface.rooms.staff.access import ROOM
from assistant.interface.rooms.staff.house import StaffHouse, StaffServices
from assistant.interface.rooms.staff.login import account_routes, login_routes
from assistant.interface.rooms.staff.sources import source_list_routes

STAFF = Door("staff", ROOM)

PATHS = r"/beheer(/(inloggen|uitloggen|code|accounts(/(uitnodigen|verwijderen|wachtwoord))?))?"


def staff_room(services: StaffServices, reception: Reception) -> Room:
    """Return the room; all of it but the way in is behind the login."""
    house = StaffHouse(services, reception)
    router = APIRouter()
    for routes in (login_routes, account_routes, source_list_routes):
        router.include_router(routes(house))
    return Room(STAFF, PATHS, router)
