"""Imports Gradio as this page wants it: it calls nobody, writes nothing, and takes less of a start."""

from __future__ import annotations

import importlib
import importlib.util
import inspect
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


def gradio_library() -> ModuleType:
    """Import Gradio with its reports home turned off, which it decides when it is imported.

    Its own statistics of every event (for the monitoring page, which is shut) are put off as well: they
    take a pandas table per event.
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = "1000000000"
    with _without_stubs():
        gradio = importlib.import_module("gradio")
    if importlib.util.find_spec("matplotlib") is None:
        sys.modules["matplotlib"] = None  # type: ignore[assignment]  # it looks for it anew at every step of an answer
    return gradio


@contextmanager
def _without_stubs() -> Iterator[None]:
    """Keep Gradio from writing stubs for editors beside its components: a third of its import, in the installed package.

    It leaves a component alone whose file cannot be told, so that is what it hears of its own components meanwhile.
    """
    told = inspect.getfile

    def untold(thing: object) -> str:
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError("no stub is wanted for this component")
        return told(thing)  # type: ignore[arg-type]

    inspect.getfile = untold  # type: ignore[assignment]
    try:
        yield
    finally:
        inspect.getfile = told
