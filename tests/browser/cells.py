"""The languages, themes and widths in which a room is looked at: one combination in every run, the others in the slow one."""

from __future__ import annotations

import pytest

CELLS = tuple(
    (locale, scheme, width)
    for locale in ("nl-NL", "en-GB", "de-DE")
    for scheme, width in (("light", 1280), ("dark", 360))
)


def in_every_cell(of_every_run: tuple[str, str, int]) -> pytest.MarkDecorator:
    """Return what gives a test `locale`, `scheme` and `width`; rooms name different cells for every run, so that these share the work."""
    assert of_every_run in CELLS
    return pytest.mark.parametrize(
        ("locale", "scheme", "width"),
        [pytest.param(*cell, marks=() if cell == of_every_run else (pytest.mark.slow,)) for cell in CELLS],
    )
