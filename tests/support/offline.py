"""A process without a network: no address but loopback can be reached, and no name can be looked up."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

GUARD = Path(__file__).parent / "no_network"
"""Holds a `sitecustomize` that ends a process at its first look-up or connection."""


@cache
def network_can_be_taken_away() -> bool:
    """Say whether this user may start a process in an empty network namespace."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*_UNSHARE, "true"], capture_output=True, check=False).returncode == 0


_UNSHARE = ("unshare", "--net", "--map-root-user")


def run_offline(
    command: Sequence[str], environment: Mapping[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run a command without a network; its Python code is also guarded, so that a try is seen and not only lost.

    The guard prints what was tried and ends the process with code 99.
    """
    guarded = {**environment, "PYTHONPATH": str(GUARD)}
    before = _UNSHARE if network_can_be_taken_away() else ()
    return subprocess.run(
        [*before, *command], cwd=folder, env=guarded, capture_output=True, text=True, check=False, timeout=300
    )
