"""What the staff's pages stand on, and how they are put into the frame of the site."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from fastapi import Request, Response
from fastapi.responses import RedirectResponse

from assistant.conversation.feedback import SqlFeedback
from assistant.interface.rooms.seam import Reception, Visitor, page_response
from assistant.interface.rooms.staff.access import StaffAccess
from assistant.interface.rooms.staff.parts import staff_nav_html
from assistant.interface.texts import Texts, room_texts
from assistant.staff.accounts import Accounts, Person
from assistant.staff.log import ActionLog
from assistant.staff.tasks import TaskDesk
from assistant.types import Assistant
from knowledge.build import Knowledge
from knowledge.retrieval.hybrid import HybridRetriever

staff_texts = partial(room_texts, "staff")


@dataclass(frozen=True, slots=True)
class StaffServices:
    """What the staff's room works with."""

    knowledge: Knowledge
    assistant: Assistant
    access: StaffAccess
    log: ActionLog
    feedback: SqlFeedback
    tasks: TaskDesk
    retriever: HybridRetriever

    @property
    def accounts(self) -> Accounts:
        """Who may come in."""
        return self.access.accounts


@dataclass(frozen=True, slots=True)
class Entered:
    """Someone of the staff who asks for a page."""

    person: Person
    visitor: Visitor

    @property
    def texts(self) -> Texts:
        """The words of the room in the language of the visitor."""
        return self.visitor.texts

    def page(self, current: str, title: str, main: str, status: int = 200) -> Response:
        """Return a page of the room; `current` is its entry in the second navigation."""
        nav = staff_nav_html(self.texts, current, self.person)
        return page_response(self.visitor, title, nav + main, status, ("beheer",), ("beheer",))


class StaffHouse:
    """Receives staff, and everyone at the login."""

    def __init__(self, services: StaffServices, reception: Reception) -> None:
        self.services, self.reception = services, reception

    def enter(self, request: Request) -> Entered:
        """Return who asks; only for routes behind `StaffAccess.require`."""
        return Entered(request.state.person, self.visitor(request))

    def visitor(self, request: Request) -> Visitor:
        """Return who asks, logged in or not."""
        return self.reception.receive(request, "staff", staff_texts)


def go(path: str) -> Response:
    """Send the browser on after a change, so that reloading repeats nothing."""
    return RedirectResponse(path, status_code=303)
