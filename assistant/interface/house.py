"""What the page stands on, and who a request of it comes from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import gradio as gr

from assistant.build import today
from assistant.conversation.feedback import FeedbackStore
from assistant.interface.api.services import Services
from assistant.interface.frame import header_html
from assistant.interface.recent import RecentConversations
from assistant.interface.rooms.layout import CONVERSATION, Door, nav_html
from assistant.interface.rooms.visits import Visits
from assistant.interface.seam import ConversationStore, SourceReader
from assistant.interface.settings import PageSettings
from assistant.interface.sources import AudienceOf
from assistant.interface.talk import Conversation, Talk
from assistant.interface.texts import Texts


@dataclass(frozen=True, slots=True)
class House:
    """What the page stands on. `conversations` is None where nothing can be kept."""

    talk: Talk
    sources: SourceReader
    settings: PageSettings
    audience_of: AudienceOf
    conversations: ConversationStore | None = None
    doors: tuple[Door, ...] = ()
    """The rooms of the site, for the navigation."""
    services: Services | None = None
    """What programs may ask; None for nothing."""
    recent: RecentConversations = field(default_factory=RecentConversations)
    """Conversations of open tabs."""
    feedback: FeedbackStore | None = None
    """Where opinions go; None where nothing can be kept."""
    today: Callable[[], date] = today
    visits: Visits | None = None
    """What each session is busy with in the other rooms."""

    def profile_of(self, session: str) -> Mapping[str, Any]:
        """Return the profile that a person confirmed, empty when none was."""
        return self.visits.of(session).profile if self.visits is not None else {}

    def header(self, texts: Texts) -> str:
        """Return the head of the page."""
        return header_html(
            texts, self.sources.library_status(), nav_html(self.doors, CONVERSATION.name, texts)
        )


def session_of(request: gr.Request) -> str:
    """Return the session of a request, "" without one."""
    return str(request.request.scope["leerwijzer"]["session"])


def page_of(request: gr.Request) -> str:
    """Return the name of one open page of one session."""
    return f"{session_of(request)} {request.session_hash}"


def own(kept: Conversation, request: gr.Request) -> Conversation:
    """Return the conversation when it belongs to this session, else an empty one."""
    session = session_of(request)
    return kept if kept.owner == session else Conversation(session)
