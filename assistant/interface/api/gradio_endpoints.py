"""The same four questions for Gradio's own client: `Client(address).predict(..., api_name="/ask")`."""

from __future__ import annotations

from typing import Any

import gradio as gr

from assistant.interface.api.services import Services

AT_ONCE = 8
"""Questions of programs that are worked on at the same moment; people on the page have places of their own."""


def add_endpoints(services: Services) -> None:
    """Add the endpoints to the page that is being made."""

    def ask(question: str, language: str = "", history: Any = None, profile: Any = None) -> dict[str, Any]:
        """Answer a question; the object of docs/answer-format.md."""
        return services.ask(question, language, history, profile)

    def search_offers(search: Any = None) -> dict[str, Any]:
        """Return a page of offers for an object with the names of `OfferSearch`."""
        return services.search_offers_of(search)

    def check_admission(offer: str, profile: Any = None, language: str = "nl") -> dict[str, Any]:
        """Return what the rules say about entering an offer."""
        return services.check_admission(offer, profile, language)

    def plan_route(goal: str, profile: Any = None, language: str = "nl") -> dict[str, Any]:
        """Return routes to a goal, or what would have to change."""
        return services.plan_route(goal, profile, language)

    for endpoint in (ask, search_offers, check_admission, plan_route):
        gr.api(endpoint, api_name=endpoint.__name__, concurrency_limit=AT_ONCE, concurrency_id="programs")
