"""The prompts, one file per task; `{name}` is filled in by the code that reads it."""

from __future__ import annotations

from pathlib import Path


def prompt(name: str) -> str:
    """Return the text of prompt `name`."""
    return (Path(__file__).parent / f"{name}.md").read_text(encoding="utf-8")
