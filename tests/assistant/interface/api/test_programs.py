"""Programs ask the same four things, over Gradio's client and over the Model Context Protocol, and get the same objects."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from gradio_client import Client
from mcp import Client as McpClient

from assistant.types import ANSWER_FORMAT

TOOLS = {"ask", "search_offers", "check_admission", "plan_route"}
STUDENT = {
    "diplomas": [{"level": "havo", "profile": "NT", "subjects": ["natuurkunde", "wiskunde B"]}],
    "age": 17,
}
WITHOUT_TIME = ("timings_ms",)


def over_mcp(address: str, tool: str, arguments: dict[str, Any]) -> dict[str, Any]:
    """Call a tool and return the object in its text."""

    async def call() -> dict[str, Any]:
        async with McpClient(f"{address}/mcp") as client:
            result = await client.call_tool(tool, arguments)
            assert not result.is_error, result.content
            found: dict[str, Any] = json.loads(result.content[0].text)
            return found

    return asyncio.run(call())


@pytest.fixture(scope="module")
def client(address):
    return Client(address, verbose=False)


def timeless(answer: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in answer.items() if key not in WITHOUT_TIME}


def test_the_tools_have_names_and_say_what_they_do(address):
    async def listed() -> dict[str, str | None]:
        async with McpClient(f"{address}/mcp") as client:
            return {tool.name: tool.description for tool in (await client.list_tools()).tools}

    tools = asyncio.run(listed())
    assert set(tools) == TOOLS
    assert all(tools.values())


def test_the_client_of_the_page_lists_the_same_names_and_no_event_of_the_page(client):
    named = client.view_api(print_info=False, return_format="dict")["named_endpoints"]
    assert {name.removeprefix("/") for name in named} == TOOLS


def test_a_question_gets_the_same_answer_both_ways(address, client):
    question = "Hoeveel geld krijgt TechOost uit het Nationaal Groeifonds?"
    one = client.predict(question, api_name="/ask")
    two = over_mcp(address, "ask", {"question": question})
    assert timeless(one) == timeless(two)
    assert one["format"] == ANSWER_FORMAT
    assert "9 miljoen" in one["answer"]
    assert one["citations"]


def test_offers_are_found_with_source_and_exact_total(address, client):
    found = over_mcp(address, "search_offers", {"place": "Enschede", "kind": "hbo-bachelor"})
    assert found["total"] == len(found["offers"]) > 0
    for offer in found["offers"]:
        assert offer["fields"]["name"]["source"].startswith("http")
    assert client.predict({"place": "Enschede", "kind": "hbo-bachelor"}, api_name="/search_offers") == found


def test_a_distance_leaves_out_what_is_further_away(address):
    near = over_mcp(address, "search_offers", {"place": "Enschede", "within_km": 5})
    far = over_mcp(address, "search_offers", {"place": "Enschede", "within_km": 60})
    assert 0 < near["total"] < far["total"]


def test_admission_is_checked_for_the_offer_that_is_named(address, client):
    offer = over_mcp(address, "search_offers", {"kind": "hbo-bachelor", "text": "werktuigbouwkunde"})[
        "offers"
    ][0]
    found = client.predict(offer["id"], STUDENT, api_name="/check_admission")
    assert found["total"] == 1
    (verdict,) = found["verdicts"]
    assert verdict["offer"] == offer["id"]
    assert verdict["answer"] in {"yes", "conditional", "no", "unknown"}
    assert (
        verdict
        == over_mcp(address, "check_admission", {"offer": offer["id"], "profile": STUDENT})["verdicts"][0]
    )


def test_a_route_is_planned(address):
    found = over_mcp(address, "plan_route", {"goal": "mbo-4 mechatronica", "profile": STUDENT})
    assert found["goal"]
    assert "error" not in found


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("check_admission", {"offer": "Toverkunst"}, "Toverkunst"),
        ("plan_route", {"goal": "qqqqqq"}, "qqqqqq"),
        ("plan_route", {"goal": "lasser", "profile": {"leeftijd": 3}}, "leeftijd"),
        ("ask", {"question": "x" * 5_000}, "5000"),
        ("ask", {"question": "Hoi", "profile": {"age": "oud"}}, "age"),
        ("search_offers", {"place": "Atlantis", "within_km": 5}, "Atlantis"),
    ],
)
def test_what_cannot_be_done_is_a_sentence_that_says_what_was_found(address, tool, arguments, words):
    assert words in over_mcp(address, tool, arguments)["error"]


def test_a_search_with_an_unknown_name_says_which_names_there_are(client):
    found = client.predict({"stad": "Enschede"}, api_name="/search_offers")
    assert "stad" in found["error"]
    assert "place" in found["error"]
