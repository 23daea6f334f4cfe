"""Passwords: which are refused, and how they are kept (scrypt, with its parameters beside the hash)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import secrets
import threading
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

SHORTEST, LONGEST = 12, 200
"""Characters. NIST SP 800-63B-4 asks 15 for a password alone, ENISA and the NCSC 12; length beats odd characters."""

SALT_BYTES, KEY_BYTES = 16, 32

_AT_ONCE = threading.BoundedSemaphore(2)
"""Hashes that are worked out at the same moment: each takes 32 MB and a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: scrypt's n (a power of two), r and p. Memory is 128 * n * r bytes."""

    n: int = 2**15
    r: int = 8
    p: int = 3
    """One of the equal settings of the OWASP Password Storage Cheat Sheet (32 MB); 2**17 takes 128 MB a guess."""


class Weakness(StrEnum):
    """Why a password is refused."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"
    NAME = "name_in"
    MONOTONE = "monotone"


def weakness_of(password: str, name: str) -> Weakness | None:
    """Return why a password is refused for an account of this name, or None."""
    plain = _normal(password)
    folded = plain.casefold()
    if len(plain) < SHORTEST:
        return Weakness.SHORT
    if len(plain) > LONGEST:
        return Weakness.LONG
    if len(set(folded)) < 5:
        return Weakness.MONOTONE
    if folded in _common():
        return Weakness.COMMON
    rest = folded.replace(name.casefold(), "") if name else folded
    return Weakness.NAME if len(rest) < 4 else None


def hashed(password: str, cost: Cost | None = None) -> str:
    """Return what is stored of a password: `scrypt$n$r$p$salt$key`, salt and key in base64."""
    chosen = cost or Cost()
    salt = secrets.token_bytes(SALT_BYTES)
    key = _derived(password, salt, chosen)
    return f"scrypt${chosen.n}${chosen.r}${chosen.p}${_coded(salt)}${_coded(key)}"


def is_right(password: str, stored: str) -> bool:
    """Say whether a password is the one that was stored; compared in constant time. False for what we never wrote."""
    try:
        scheme, n, r, p, salt, key = stored.split("$")
        cost, salted, expected = Cost(int(n), int(r), int(p)), _read(salt), _read(key)
    except (ValueError, binascii.Error):
        return False
    return scheme == "scrypt" and secrets.compare_digest(_derived(password, salted, cost), expected)


def is_outdated(stored: str, cost: Cost | None = None) -> bool:
    """Say whether a stored hash was made with other parameters than are asked now."""
    chosen = cost or Cost()
    return not stored.startswith(f"scrypt${chosen.n}${chosen.r}${chosen.p}$")


def _derived(password: str, salt: bytes, cost: Cost) -> bytes:
    room = 132 * cost.n * cost.r + 128 * cost.r * cost.p + 1024 * 1024
    with _AT_ONCE:
        return hashlib.scrypt(
            _normal(password)[:LONGEST].encode("utf-8", "surrogatepass"),
            salt=salt,
            n=cost.n,
            r=cost.r,
            p=cost.p,
            maxmem=room,
            dklen=KEY_BYTES,
        )


def _normal(password: str) -> str:
    """Return the password as any keyboard writes it (NFKC, NIST SP 800-63B-4, 3.1.1.2)."""
    return unicodedata.normalize("NFKC", password)


def _coded(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _read(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


@cache
def _common() -> frozenset[str]:
    lines = (Path(__file__).parent / "common_passwords.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
