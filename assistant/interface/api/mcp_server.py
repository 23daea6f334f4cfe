"""The same four questions for assistants that speak the Model Context Protocol, over Streamable HTTP at /mcp.

Stateless: every request stands on its own, so nothing is kept and any number of copies can serve
(Model Context Protocol, revision 2025-06-18, transports). The package `mcp` does the protocol.
"""

from __future__ import annotations

import logging
from typing import Any

from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from mcp_types import ToolAnnotations
from starlette.applications import Starlette

from assistant.interface.api.services import OfferSearch, Services

MCP_PATH = "/mcp"

INSTRUCTIONS = (
    "Learning paths and technical education in the eastern Netherlands. Every sentence of an answer carries citations; show them. "
    "Verdicts inform about rules: the school or the fund decides. An object with the key `error` says what to do."
)

READS_ONLY = ToolAnnotations(read_only_hint=True, open_world_hint=False)


def mcp_server(services: Services) -> MCPServer[Any]:
    """Return the server with its four tools; their docstrings are what a model reads."""
    server = _without_logging_of_its_own()

    def ask(
        question: str,
        language: str = "",
        history: list[dict[str, str]] | None = None,
        profile: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Answer a question (Dutch, English or German) about courses, admission, routes, funding and the labour market."""
        return services.ask(question, language, history, profile)

    def search_offers(  # noqa: PLR0913, PLR0917 - one parameter per filter is what a model fills in best
        text: str = "",
        kind: str = "",
        level: str = "",
        mode: str = "",
        field: str = "",
        school: str = "",
        place: str = "",
        within_km: float = 0,
        first: int = 1,
    ) -> dict[str, Any]:
        """List courses, 50 at a time with the exact total. Level "mbo-1" to "mbo-4", mode "BOL", "BBL", "voltijd", "deeltijd"."""
        search = OfferSearch(text, kind, level, mode, field, school, place, within_km, first=first)
        return services.search_offers(search)

    def check_admission(
        offer: str, profile: dict[str, Any] | None = None, language: str = "nl"
    ) -> dict[str, Any]:
        """Say what the rules say about entering a course (id or whole name) with a profile, and what remains to be done."""
        return services.check_admission(offer, profile, language)

    def plan_route(goal: str, profile: dict[str, Any] | None = None, language: str = "nl") -> dict[str, Any]:
        """Plan routes from a profile to an occupation, a course or a level in a field ("mbo-4 mechatronica"), with costs."""
        return services.plan_route(goal, profile, language)

    for tool in (ask, search_offers, check_admission, plan_route):
        server.add_tool(tool, annotations=READS_ONLY, structured_output=False)
    return server


def _without_logging_of_its_own() -> MCPServer[Any]:
    """Return a server, and take back the handler that making one puts on all logging of the process."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    server: MCPServer[Any] = MCPServer(
        "leerwijzer", title="Leerwijzer", instructions=INSTRUCTIONS, log_level="WARNING"
    )
    root.handlers, root.level = before, level
    return server


def mcp_application(server: MCPServer[Any]) -> Starlette:
    """Return the application that speaks it; hosts and origins are checked by the guard before it."""
    return server.streamable_http_app(
        streamable_http_path=MCP_PATH,
        json_response=True,
        stateless_http=True,
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False),
    )
