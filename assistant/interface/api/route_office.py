"""The planner's index per audience and day, made once and kept until the records or the day change."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assistant.build import occupation_link, planner_catalogue
from assistant.routes.planner import index_for
from assistant.routes.planner_index import PlannerIndex
from assistant.routes.route_cli import LinkOccupation
from knowledge.build import Knowledge
from knowledge.catalogue.types import Place
from knowledge.types import Audience


@dataclass(frozen=True, slots=True)
class _Kept:
    versions: tuple[str, ...]
    index: PlannerIndex
    link: LinkOccupation


class RouteOffice:
    """What plans are made with. Thread-safe; one index per audience is kept."""

    def __init__(self, knowledge: Knowledge, today: Callable[[], date]) -> None:
        self._knowledge, self.today = knowledge, today
        self._kept: dict[Audience, _Kept] = {}
        self._lock = threading.Lock()

    def index(self, audience: Audience = Audience.PUBLIC) -> PlannerIndex:
        """Return the index of what an audience may see, as it holds today."""
        return self._of(audience).index

    def link(self, words: str, audience: Audience = Audience.PUBLIC) -> str | None:
        """Return the id of the occupation that words mean, None when none is near enough."""
        return self._of(audience).link(words)

    def place(self, name: str | None) -> Place | None:
        """Return a place with its coordinates, None for no name or an unknown one."""
        return self._knowledge.catalogues.of().gazetteer.find(name) if name else None

    def _of(self, audience: Audience) -> _Kept:
        versions = self._knowledge.catalogues.of(audience).versions
        with self._lock:
            kept = self._kept.get(audience)
            if kept is None or kept.versions != versions or not kept.index.holds_on(self.today()):
                catalogue = planner_catalogue(self._knowledge, audience)
                index = index_for(catalogue, self.today())
                kept = self._kept[audience] = _Kept(versions, index, occupation_link(catalogue))
            return kept
