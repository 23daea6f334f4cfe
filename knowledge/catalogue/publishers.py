"""Who publishes what stands at an address: a name that a reader can weigh, where the host is that of a copy or a shelf."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlsplit

from knowledge.data_files import read_data

PUBLISHERS = Path(__file__).parent / "publishers.yaml"


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes what stands at an address, and whether the address is that of somebody else's copy."""

    name: str
    is_copy: bool = False


def publisher_of(url: str) -> str:
    """Return the publisher of an address, its host where no publisher is known, "" for what is no address."""
    known = _known(url)
    return known.name if known is not None else _address(url)[0]


def shown_host(url: str) -> str:
    """Return the host of an address as a reader may see it: of a copy the publisher, whose page it is."""
    known = _known(url)
    return known.name if known is not None and known.is_copy else _address(url)[0]


def _known(url: str) -> Publisher | None:
    host, path = _address(url)
    fitting = [
        (known_host, known_path)
        for known_host, known_path in _publishers()
        if (host == known_host or host.endswith(f".{known_host}")) and path.startswith(known_path)
    ]
    return _publishers()[max(fitting, key=lambda one: sum(map(len, one)))] if fitting else None


def _address(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
        return (parts.hostname or "").removeprefix("www."), parts.path.removeprefix("/")
    except ValueError:
        return "", ""


@lru_cache(maxsize=1)
def _publishers() -> dict[tuple[str, str], Publisher]:
    found = {}
    for entry in read_data(PUBLISHERS):
        host, _, path = entry["address"].partition("/")
        found[host, path] = Publisher(entry["publisher"], entry.get("is_copy", False))
    return found
