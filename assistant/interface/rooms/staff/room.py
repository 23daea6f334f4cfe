"""The staff's room, put together."""

from __future__ import annotations

import re

from fastapi import APIRouter
from fastapi.routing import APIRoute

from assistant.interface.rooms.layout import Door
from assistant.interface.rooms.seam import Reception, Room
from assistant.interface.rooms.staff.access import ROOM
from assistant.interface.rooms.staff.bench import bench_routes
from assistant.interface.rooms.staff.house import StaffHouse, StaffServices
from assistant.interface.rooms.staff.login import account_routes, login_routes
from assistant.interface.rooms.staff.questions import question_routes
from assistant.interface.rooms.staff.sources import (
    removal_routes,
    source_routes,
    upkeep_routes,
    version_routes,
)
from assistant.interface.rooms.staff.uploads import BODIES, upload_routes

STAFF = Door("staff", ROOM)

ROUTES = (
    login_routes,
    account_routes,
    source_routes,
    removal_routes,
    upkeep_routes,
    version_routes,
    upload_routes,
    bench_routes,
    question_routes,
)


def staff_room(services: StaffServices, reception: Reception) -> Room:
    """Return the room; all of it but the way in is behind the login. Its doors are the paths of its routes."""
    house = StaffHouse(services, reception)
    parts = [routes(house) for routes in ROUTES]
    paths = sorted({route.path for part in parts for route in part.routes if isinstance(route, APIRoute)})
    router = APIRouter()
    for part in parts:
        router.include_router(part)
    return Room(STAFF, "|".join(map(re.escape, paths)), router, BODIES)
