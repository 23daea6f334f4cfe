"""The whole site over an opened knowledge base. Importing this loads Gradio, which takes a second or two."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI

from assistant.build import plannings_over, today
from assistant.conversation.feedback import SqlFeedback
from assistant.conversation.store import SqlConversations
from assistant.interface.api.services import Services
from assistant.interface.app import Site, create_app
from assistant.interface.library import StoredSources
from assistant.interface.rooms.all_rooms import rooms_over
from assistant.interface.rooms.staff.house import StaffServices
from assistant.interface.rooms.staff.opening import staff_services
from assistant.interface.rooms.visits import Visits
from assistant.interface.settings import PageSettings
from assistant.types import Assistant
from assistant.writing.plannings import Plannings
from knowledge.build import Knowledge


def site_over(
    knowledge: Knowledge,
    assistant: Assistant,
    settings: PageSettings,
    staff: StaffServices | None = None,
    plannings: Plannings | None = None,
    is_ready: Callable[[], bool] = lambda: True,
) -> FastAPI:
    """Return the whole site over an opened knowledge base: the conversation and all rooms.

    `is_ready` says whether a question is answered already.
    """
    staff = staff or staff_services(knowledge, assistant)
    plannings = plannings or plannings_over(knowledge)
    audience_of, visits = staff.access.audience_of, Visits()
    rooms = rooms_over(knowledge, visits, audience_of, today, staff, plannings)
    conversations = SqlConversations(knowledge.database)
    services = Services(assistant, knowledge.catalogues, plannings, today)
    site = Site(audience_of, rooms, services, SqlFeedback(knowledge.database), visits, is_ready)
    return create_app(assistant, StoredSources(knowledge), settings, conversations, site)
