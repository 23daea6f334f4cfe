"""A simple map of where offers are: towns by their coordinates, circles by number. Our own SVG; pure.

The table under it is its twin: it holds the same places and numbers, and those that the map cannot show.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.offers.address import address_of
from assistant.interface.rooms.offers.finding import Found
from assistant.interface.rooms.offers.wording import Tongue
from knowledge.catalogue.gazetteer import Gazetteer

WEST, EAST, SOUTH, NORTH = 5.05, 7.25, 51.72, 53.08
"""Degrees (WGS 84): the eastern Netherlands from Almere to the border and beyond, from Nijmegen to Assen."""

HEIGHT = 520
WIDTH = round(HEIGHT * (EAST - WEST) * math.cos(math.radians((SOUTH + NORTH) / 2)) / (NORTH - SOUTH))
"""An equirectangular map that is true to scale in its middle; over 150 km the error is under 2 %."""

SMALLEST, LARGEST = 6.0, 26.0
TARGET = 16.0
"""Radius of what can be pressed: at least 24 pixels across on a screen of 360."""

LETTER, LINE = 8.2, 15.0
"""Room for a letter and a line of a label, in the units of the picture."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """A place on the map: where, how many offers, and the radius, of which the square goes with the number."""

    place: str
    number: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Box:
    """The room that a label takes."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Box) -> bool:
        """Say whether two boxes share room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    @property
    def is_inside(self) -> bool:
        """Whether it lies in the picture."""
        return self.left >= 0 and self.top >= 0 and self.right <= WIDTH and self.bottom <= HEIGHT


def project(latitude: float, longitude: float) -> tuple[float, float] | None:
    """Return where a point lies in the picture, None when it lies outside."""
    x = (longitude - WEST) / (EAST - WEST) * WIDTH
    y = (NORTH - latitude) / (NORTH - SOUTH) * HEIGHT
    return (x, y) if 0 <= x <= WIDTH and 0 <= y <= HEIGHT else None


def bubbles_of(counts: Iterable[tuple[str, int]], gazetteer: Gazetteer) -> tuple[Bubble, ...]:
    """Return the places that lie on the map, the largest first."""
    placed = []
    for place, number in counts:
        point = gazetteer.point(place)
        spot = project(*point) if point else None
        if spot and number > 0:
            placed.append((place, number, *spot))
    most = max((number for _, number, _, _ in placed), default=1)
    found = [
        Bubble(place, number, x, y, max(SMALLEST, LARGEST * math.sqrt(number / most)))
        for place, number, x, y in placed
    ]
    return tuple(sorted(found, key=lambda one: (-one.number, one.place)))


def labels_of(bubbles: Sequence[Bubble], texts: Sequence[str]) -> tuple[Box | None, ...]:
    """Return where the label of each bubble goes so that none covers another, None where there is no room."""
    taken = [Box(b.x - b.radius, b.y - b.radius, b.x + b.radius, b.y + b.radius) for b in bubbles]
    found: list[Box | None] = []
    for place, (bubble, text) in enumerate(zip(bubbles, texts, strict=True)):
        width, gap = len(text) * LETTER, bubble.radius + 3
        spots = (
            (bubble.x + gap, bubble.y - LINE / 2),
            (bubble.x - gap - width, bubble.y - LINE / 2),
            (bubble.x - width / 2, bubble.y - gap - LINE),
            (bubble.x - width / 2, bubble.y + gap),
        )
        boxes = (Box(left, top, left + width, top + LINE) for left, top in spots)
        others = [box for number, box in enumerate(taken) if number != place]
        free = next(
            (box for box in boxes if box.is_inside and not any(box.overlaps(other) for other in others)), None
        )
        if free is not None:
            taken.append(free)
        found.append(free)
    return tuple(found)


def map_html(found: Found, gazetteer: Gazetteer, tongue: Tongue) -> str:
    """Return the map of what is found, and the table of its places."""
    counts = found.page.listing.counts.get("place", ())
    chosen = found.search.values("place")
    bubbles = bubbles_of(counts, gazetteer)
    texts = [f"{bubble.place} {bubble.number}" for bubble in bubbles]
    boxes = labels_of(bubbles, texts)
    towns = "".join(_town(place.latitude, place.longitude) for place in gazetteer.places.values())
    links = "".join(_bubble(bubble, found, tongue) for bubble in bubbles)
    labels = "".join(
        f'<text x="{box.left:.1f}" y="{box.bottom - 3.5:.1f}">{one_line(text)}</text>'
        for box, text in zip(boxes, texts, strict=True)
        if box is not None
    )
    rows = "".join(
        f'<tr><th scope="row"><a href="{escaped(_address(place, found))}">{one_line(place)}</a>'
        f"{' ✓' if place in chosen else ''}</th><td>{tongue.number(number)}</td></tr>"
        for place, number in counts
    )
    texts_ = tongue.texts
    lost = f"<p>{tongue.count('placeless', found.placeless)}</p>" if found.placeless else ""
    return (
        f'<p class="lw-klein">{texts_["map_help"]}</p><svg class="lw-landkaart" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" '
        f'aria-label="{texts_["map_label"]}"><g class="lw-plaatsen" aria-hidden="true">{towns}</g>{links}'
        f'<g class="lw-namen" aria-hidden="true">{labels}</g></svg>{lost}<div class="lw-tabel"><table>'
        f'<caption>{texts_["map_table"]}</caption><thead><tr><th scope="col">{texts_["facet_place"]}</th>'
        f'<th scope="col">{texts_["number_of_offers"]}</th></tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _address(place: str, found: Found) -> str:
    return address_of(replace(found.search.choosing("place", (place,)), is_map=False))


def _bubble(bubble: Bubble, found: Found, tongue: Tongue) -> str:
    label = f"{one_line(bubble.place)}: {tongue.count('found', bubble.number)}"
    at = f'cx="{bubble.x:.1f}" cy="{bubble.y:.1f}"'
    return (
        f'<a href="{escaped(_address(bubble.place, found))}" aria-label="{label}"><title>{label}</title>'
        f'<circle class="lw-raak" {at} r="{max(bubble.radius, TARGET):.1f}"/>'
        f'<circle class="lw-bol" {at} r="{bubble.radius:.1f}"/></a>'
    )


def _town(latitude: float | None, longitude: float | None) -> str:
    spot = project(latitude, longitude) if latitude is not None and longitude is not None else None
    return f'<circle cx="{spot[0]:.1f}" cy="{spot[1]:.1f}" r="1.5"/>' if spot else ""
