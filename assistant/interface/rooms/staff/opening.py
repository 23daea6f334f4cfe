"""Opens the staff's room over a knowledge base, and makes the code for the first account."""

from __future__ import annotations

from assistant.build import now
from assistant.conversation.feedback import SqlFeedback
from assistant.interface.rooms.staff.access import StaffAccess
from assistant.interface.rooms.staff.house import StaffServices
from assistant.staff.accounts import Accounts, Purpose
from assistant.staff.log import ActionLog
from assistant.staff.passwords import Cost
from assistant.staff.receiving import clear_leftovers
from assistant.staff.tasks import TaskDesk
from assistant.types import Assistant
from knowledge.build import Knowledge
from knowledge.indexing import UPLOADS


def staff_services(knowledge: Knowledge, assistant: Assistant, cost: Cost | None = None) -> StaffServices:
    """Return what the staff's room works with; `cost` is what one guess of a password costs."""
    clear_leftovers(knowledge.settings.home / UPLOADS, now())
    return StaffServices(
        knowledge=knowledge,
        assistant=assistant,
        access=StaffAccess(Accounts(knowledge.database, now, cost)),
        log=ActionLog(knowledge.database, now),
        feedback=SqlFeedback(knowledge.database),
        tasks=TaskDesk(now),
        retriever=knowledge.retriever(),
    )


def first_code(accounts: Accounts, address: str) -> str:
    """Return what to tell who starts a site without accounts: a one-time code. "" where there is an account."""
    if accounts.all():
        return ""
    code = accounts.issue_code(Purpose.FIRST, "start")
    return (
        f"Er is nog geen account voor Beheer. Ga naar {address}/beheer en typ deze code over:\n\n    {code}\n\n"
        "De code werkt een keer en een uur lang. Bij een volgende start komt er een nieuwe.\n"
    )
