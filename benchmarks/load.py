"""Load on the page: many people asking at once over the page's own protocol, and memory over many turns.

    python benchmarks/load.py [--people 40] [--rounds 5] [--write]
    python benchmarks/load.py --turns 10000 [--write]

The server runs as a user starts it (`ui.py`) in a process of its own; the people are coroutines of this one. "First words" is
the time from sending a question to the first event that holds a sentence of the answer. Each person asks as another browser
(a session of their own). Writes benchmarks/results/load.json with `--write`, or memory.json.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx2 as httpx
import psutil

ROOT = Path(__file__).resolve().parents[1]
RESULT = ROOT / "benchmarks" / "results" / "load.json"
MEMORY = RESULT.with_name("memory.json")

CASES = ROOT / "evals" / "datasets" / "conversation"
"""Where the questions come from: hundreds of different ones, so that nothing is answered from what was just asked."""

SEED = 7
SECONDS_TO_SETTLE = 10
"""The page is ready when one process answers; the others open a moment later."""
MESSAGES_OF_A_TALK = 3
"""Of the talks of the cases: a question, and two that go on from it."""
SECONDS_TO_WAIT = 60
"""After this a question is lost."""
TURNS_OF_A_BROWSER = 10
"""Then another one comes: in the measurement of memory."""
SECONDS_OF_A_CROWD = 40.0
"""Least time for 400 questions of one address in that measurement: it may ask 600 a minute, and is turned away when it asks more."""
SENTENCE = re.compile(rb"lw-nieuwste.*?lw-zin\b", re.DOTALL)
"""A sentence in the exchange that is going on; those above it have had theirs before."""
TURNED_AWAY = re.compile(b"erg druk|veel vragen achter elkaar")


def is_answering(piece: bytes) -> bool:
    """Say whether a piece of the stream holds words of the answer to what was asked last."""
    return SENTENCE.search(piece) is not None


@dataclass(frozen=True, slots=True)
class Asked:
    """How one question went: seconds to the first words and to the end, and what became of it."""

    first: float
    whole: float
    outcome: str
    """"answered", "told to wait" or "lost"."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """What a crowd asked, and the seconds of processor time that serving and answering took for it."""

    asked: list[Asked]
    serving: float
    answering: float


@dataclass(frozen=True, slots=True)
class Events:
    """Numbers of the events of the page."""

    load: int
    ask: int


@contextmanager
def served(home: Path) -> Iterator[tuple[str, psutil.Process, float]]:
    """Start the page on a free port; give its address, its process and the seconds until it was ready."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "ui.py", "--home", str(home), "--port", str(port)]
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            address = f"http://127.0.0.1:{port}"
            while not _is_ready(address):
                time.sleep(0.02)
            yield address, psutil.Process(process.pid), time.perf_counter() - started
        finally:
            process.terminate()


def _is_ready(address: str) -> bool:
    try:
        return httpx.get(f"{address}/ready", timeout=2).status_code == 200
    except httpx.HTTPError:
        return False


class Wire:
    """One connection of a browser, used for one request after another: as light as can be, since it shares the machine."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._host, self._port = parts.hostname or "", parts.port or 80
        self._cookie = ""
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def request(self, method: str, path: str, body: bytes = b"") -> AsyncIterator[bytes]:
        """Yield the pieces of the answer as they come; raise `OSError` when there is none."""
        if self._ends is None:
            self._ends = await asyncio.open_connection(self._host, self._port, limit=1 << 22)
        reader, writer = self._ends
        head = f"{method} {path} HTTP/1.1\r\nhost: {self._host}:{self._port}\r\naccept-encoding: gzip, deflate, br\r\n"
        head += (
            f"cookie: {self._cookie}\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        status, *lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        if " 200 " not in f"{status} ":
            raise ConnectionError(status)
        headers = dict(line.lower().split(": ", 1) for line in lines if ": " in line)
        cookie = next((line.split(": ", 1)[1] for line in lines if line.lower().startswith("set-cookie")), "")
        self._cookie = cookie.split(";")[0] or self._cookie
        if "content-length" in headers:
            yield await reader.readexactly(int(headers["content-length"]))
            return
        while size := int(await reader.readline(), 16):
            yield await reader.readexactly(size)
            await reader.readexactly(2)
        await reader.readexactly(2)

    def close(self) -> None:
        """Close the connection."""
        if self._ends is not None:
            self._ends[1].close()


class Person:
    """One browser: a session, and one stream per question."""

    def __init__(self, address: str, events: Events, name: str) -> None:
        self._wire = Wire(address)
        self._events, self._name = events, name

    async def arrive(self) -> None:
        """Open the page, which gives the session its cookie, and let it dress itself as a browser does."""
        async for _ in self._wire.request("GET", "/"):
            pass
        await self._send(self._events.load, [""])
        await self._read(time.perf_counter())

    async def ask(self, question: str) -> Asked:
        """Ask a question, and read the stream of its answer to the end."""
        started = time.perf_counter()
        try:
            async with asyncio.timeout(SECONDS_TO_WAIT):
                await self._send(self._events.ask, [question, None, "nl", False])
                return await self._read(started)
        except (OSError, EOFError):
            return Asked(0.0, 0.0, "lost")

    async def _send(self, event: int, data: list[Any]) -> None:
        body = {"data": data, "fn_index": event, "session_hash": self._name, "trigger_id": None}
        async for _ in self._wire.request("POST", "/gradio_api/queue/join", json.dumps(body).encode()):
            pass

    async def _read(self, started: float) -> Asked:
        first, outcome, is_over = 0.0, "lost", False
        async for piece in self._wire.request("GET", f"/gradio_api/queue/data?session_hash={self._name}"):
            if not first and (is_answering(piece) or TURNED_AWAY.search(piece)):
                first = time.perf_counter() - started
                outcome = "answered" if is_answering(piece) else "told to wait"
            is_over = is_over or b'"process_completed"' in piece
        return Asked(first, time.perf_counter() - started, outcome if is_over else "lost")

    def leave(self) -> None:
        """Close the browser."""
        self._wire.close()


async def crowd(
    address: str,
    people: int,
    rounds: int,
    server: psutil.Process | None = None,
    talks: Sequence[Sequence[str]] = (),
) -> Crowd:
    """Let `people` ask at the same moment, `rounds` times, each their own question; or the messages of one of the `talks` each.

    With a `server`, the processor time that its processes take for the questions is measured as well.
    """
    chance, known = random.Random(SEED), questions()
    events = events_of(httpx.get(f"{address}/config").json())
    everyone = [Person(address, events, uuid.uuid4().hex) for _ in range(people)]
    await asyncio.gather(*(person.arrive() for person in everyone))
    found: list[Asked] = []
    before = _processor(server)
    walked = [chance.choice(talks) for _ in everyone] if talks else []
    for turn in range(rounds):
        asked = [talk[turn] for talk in walked] or [chance.choice(known) for _ in everyone]
        pairs = zip(everyone, asked, strict=True)
        found += await asyncio.gather(*(person.ask(question) for person, question in pairs))
    after = _processor(server)
    for person in everyone:
        person.leave()
    return Crowd(found, after[0] - before[0], after[1] - before[1])


def events_of(config: dict[str, Any]) -> Events:
    """Return the events of the page by what starts them: its loading, and Enter in the text box."""
    by_start = {
        name: int(event.get("id", place))
        for place, event in reversed(list(enumerate(config["dependencies"])))
        for _, name in event["targets"]
    }
    return Events(by_start["load"], by_start["submit"])


def questions() -> list[str]:
    """Return the first message of every case, each once."""
    lines = [line for path in sorted(CASES.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return list(dict.fromkeys(json.loads(line)["turns"][0] for line in lines if line.strip()))


def talks_of(messages: int) -> list[list[str]]:
    """Return the first messages of every talk that has so many."""
    lines = [line for path in sorted(CASES.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    turns = [json.loads(line)["turns"] for line in lines if line.strip()]
    return [talk[:messages] for talk in turns if len(talk) >= messages]


def percentile(values: list[float], share: float) -> float:
    """Return the value below which `share` of the values lie (nearest rank)."""
    ranked = sorted(values)
    return ranked[min(len(ranked) - 1, int(share * len(ranked)))]


def summary(crowd: Crowd) -> dict[str, Any]:
    """Return the counts per outcome and the times in milliseconds."""
    asked = crowd.asked
    firsts = [one.first for one in asked if one.outcome == "answered"] or [0.0]
    wholes = [one.whole for one in asked if one.outcome == "answered"] or [0.0]
    return {
        "questions": len(asked),
        **{name: sum(one.outcome == name for one in asked) for name in ("answered", "told to wait", "lost")},
        "first_words_ms": {"p50": _ms(firsts, 0.5), "p95": _ms(firsts, 0.95)},
        "whole_ms": {"p50": _ms(wholes, 0.5), "p95": _ms(wholes, 0.95)},
        "processor_ms_per_question": {
            "serving": round(1000 * crowd.serving / len(asked), 1),
            "answering": round(1000 * crowd.answering / len(asked), 1),
        },
    }


def _ms(values: list[float], share: float) -> int:
    return round(1000 * percentile(values, share))


async def turns(address: str, server: psutil.Process, number: int) -> dict[str, Any]:
    """Let 40 people ask `number` questions in all, new browsers every 10, and return the memory of every process.

    The first figure is taken after one round of all that is kept for a while, which is bounded and has to be filled once.
    """
    await crowd(address, 40, 5)
    memory = [_megabytes(server)]
    asked = lost = 0
    while asked < number:
        began = time.monotonic()
        found = (await crowd(address, 40, TURNS_OF_A_BROWSER)).asked
        await asyncio.sleep(max(0.0, SECONDS_OF_A_CROWD - (time.monotonic() - began)))
        lost += sum(one.outcome == "lost" for one in found)
        asked += len(found)
        memory.append(_megabytes(server))
        sys.stderr.write(f"{asked} {memory[-1]}\n")
    serving = [one[0] for one in memory]
    answering = [one[1:] for one in memory]
    return {
        "turns": asked,
        "per_browser": TURNS_OF_A_BROWSER,
        "serving_mb": {"before": serving[0], "after": serving[-1], "most": max(serving)},
        "answering_mb": {"before": answering[0], "after": answering[-1]},
        "lost": lost,
    }


def _megabytes(server: psutil.Process) -> list[int]:
    """Return the memory of the serving process, and that of each answering one, the largest first."""
    below = sorted(
        (round(one.memory_info().rss / 1e6) for one in server.children(recursive=True)), reverse=True
    )
    return [round(server.memory_info().rss / 1e6), *below]


def _processor(server: psutil.Process | None) -> tuple[float, float]:
    """Return the seconds of processor time that the serving process and the answering ones have used."""
    if server is None:
        return 0.0, 0.0
    below = sum(sum(one.cpu_times()[:2]) for one in server.children(recursive=True))
    return sum(server.cpu_times()[:2]), below


def crowds(address: str, server: psutil.Process, people: int, rounds: int) -> dict[str, Any]:
    """Let somebody ask at the moment that the page is ready, and then many at once."""
    first = asyncio.run(crowd(address, 1, 1)).asked[0]
    time.sleep(SECONDS_TO_SETTLE)
    asyncio.run(crowd(address, 4, 2))
    forty = asyncio.run(crowd(address, people, rounds, server))
    of_first = [one.first for one in forty.asked[:people]]
    talking = asyncio.run(crowd(address, people, MESSAGES_OF_A_TALK, talks=talks_of(MESSAGES_OF_A_TALK)))
    follow_ups = [one.first for one in talking.asked[people:]]
    return {
        "asked_when_ready": {"outcome": first.outcome, "whole_ms": round(1000 * first.whole)},
        "forty": summary(forty),
        "forty_first_question": {"first_words_ms": {"p50": _ms(of_first, 0.5), "p95": _ms(of_first, 0.95)}},
        "forty_follow_ups": {"first_words_ms": {"p50": _ms(follow_ups, 0.5), "p95": _ms(follow_ups, 0.95)}},
        "two_hundred": summary(asyncio.run(crowd(address, 200, 1, server))),
    }


def main() -> None:
    """Measure and print; see the module's own text."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--people", type=int, default=40)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument(
        "--turns", type=int, default=0, help="measure the memory over so many turns, and nothing else"
    )
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="leerwijzer-load-") as folder:
        home = Path(folder) / "home"
        with served(home):
            pass
        with served(home) as (address, server, ready):
            result: dict[str, Any] = {
                "machine": f"{os.cpu_count()} cores",
                "python": sys.version.split()[0],
                "seed": SEED,
                "load_before": round(os.getloadavg()[0], 1),
                "ready_seconds": round(ready, 1),
            }
            if options.turns:
                result |= asyncio.run(turns(address, server, options.turns))
            else:
                result |= crowds(address, server, options.people, options.rounds)
    text = json.dumps(result, indent=1)
    sys.stdout.write(text + "\n")
    if options.write:
        (MEMORY if options.turns else RESULT).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
