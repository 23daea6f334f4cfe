"""A PostgreSQL server of our own for tests and benchmarks: Debian's package, in a folder that goes away.

python -m tests.support.postgresql COMMAND...   runs COMMAND with LEERWIJZER_DATABASE_URL set
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ACCOUNT = "postgres"
"""PostgreSQL refuses to run as root; Debian's package brings this account."""


class NoPostgresqlError(Exception):
    """There is no PostgreSQL to start; the text says what is missing."""


def programs() -> Path:
    """Return the folder with initdb and pg_ctl, the newest version. Raises `NoPostgresqlError`."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if not found:
        raise NoPostgresqlError("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    try:
        import psycopg  # noqa: F401
    except ImportError as error:
        raise NoPostgresqlError("psycopg is not installed (pip install 'leerwijzer[postgresql]')") from error
    return found[-1].parent


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server on a Unix socket and give the URL of an empty database; stop it and delete all on leaving."""
    folder = Path(tempfile.mkdtemp(prefix="leerwijzer-pg-"))
    tools, data = programs(), folder / "data"
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, ACCOUNT, ACCOUNT)
        _run(
            [tools / "initdb", "-D", data, "-U", ACCOUNT, "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8"]
        )
        _run([tools / "pg_ctl", "-D", data, "-w", "-o", options, "-l", folder / "log", "start"])
        try:
            yield f"postgresql+psycopg://{ACCOUNT}@/postgres?host={folder}"
        finally:
            _run([tools / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str | Path]) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        words = ["setpriv", f"--reuid={ACCOUNT}", f"--regid={ACCOUNT}", "--clear-groups", *words]
    done = subprocess.run(words, capture_output=True, text=True, cwd="/", check=False)
    if done.returncode:
        raise NoPostgresqlError(f"{Path(words[-1]).name} does not start: {done.stderr.strip()[-300:]}")


if __name__ == "__main__":
    with running_server() as url:
        sys.exit(subprocess.call(sys.argv[1:], env=os.environ | {"LEERWIJZER_DATABASE_URL": url}))
