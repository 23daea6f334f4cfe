"""What the assistant adds before a model's first token, and when the sources are on screen, on one core.

    python -m benchmarks.first_token --out benchmarks/results/first_token.json

A server on this machine speaks OpenAI's API and sends its first token at once, so that the time from the question to the
first provisional word, less the time that the server holds the request, is what the assistant adds: understanding, retrieval,
the prompt, and the client. The process is bound to one core; the server runs in another process, on the other cores. Other work on the machine shows in
the time on the clock but not in the processor time, so both are given, with the load.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import tempfile
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

WARM_UP = 10
"""Questions asked before the measurement."""


def serve(pipe: Connection) -> None:
    """Answer every request at once, and tell how long the server held each before its first token."""
    from tests.support import model_server as ms

    held: list[float] = []

    def at_once(wire: ms.Wire) -> None:
        begun = time.perf_counter()
        wire.head()
        wire.say("Volgens de bron ")
        held.append((time.perf_counter() - begun) * 1000)
        wire.say("is dat zo [1].", "stop")
        wire.event("[DONE]")

    with ms.ModelServer() as server:
        server.behave(at_once)
        pipe.send(server.url)
        pipe.recv()
        pipe.send(held)


def measured(home: Path, questions: Sequence[str], core: int) -> dict[str, float]:
    """Ask every question of the whole assistant with the model set, and time its events."""
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("spawn").Process(target=serve, args=(theirs,), daemon=True)
    server.start()
    url = ours.recv()
    os.sched_setaffinity(0, {core})
    from assistant.build import build_assistant
    from assistant.types import Question, SourcesFound, Writing
    from knowledge.progress import silent

    environment = {"LEERWIJZER_MODEL_URL": url, "LEERWIJZER_MODEL": "scripted", "OPENAI_API_KEY": "sk-local"}
    first, sources, worked = [], [], []
    with build_assistant({**os.environ, **environment}, home, silent) as assistant:
        for number, text in enumerate([*questions[:WARM_UP], *questions]):
            begun, seen, word = time.perf_counter(), 0.0, 0.0
            used, spent = time.process_time(), 0.0
            for event in assistant.stream(Question(text)):
                if isinstance(event, SourcesFound):
                    seen = seen or time.perf_counter() - begun
                elif isinstance(event, Writing) and event.text:
                    word = word or time.perf_counter() - begun
                    spent = spent or time.process_time() - used
            if number >= WARM_UP:
                sources.append(seen * 1000)
                first += [word * 1000] if word else []
                worked += [spent * 1000] if word else []
    ours.send("stop")
    held = ours.recv()
    server.join(5)
    return {
        "questions": len(questions),
        "answered_by_the_model": len(first),
        "first_token_ms_p50": _share(first, 0.5),
        "first_token_ms_p95": _share(first, 0.95),
        "processor_to_first_token_ms_p50": _share(worked, 0.5),
        "processor_to_first_token_ms_p95": _share(worked, 0.95),
        "of_which_the_server_ms_p50": _share(held, 0.5),
        "sources_ms_p50": _share(sources, 0.5),
        "sources_ms_p95": _share(sources, 0.95),
        "load": round(os.getloadavg()[0], 1),
    }


def _share(times: list[float], share: float) -> float:
    return round(sorted(times)[int(len(times) * share)], 1)


def main() -> None:
    """Measure over the twin questions in three languages."""
    from benchmarks.retrieval import machine
    from evals.product import library_search
    from evals.twins import read_twins

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--core", type=int, default=0)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    results: dict[str, object] = {"about": machine()}
    with tempfile.TemporaryDirectory() as folder:
        with library_search(Path(folder)):
            pass
        for language in ("nl", "en", "de"):
            asked = [twin.text for twin in read_twins() if twin.language == language]
            results[language] = measured(Path(folder), asked, given.core)
    given.out.write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
