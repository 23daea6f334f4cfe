"""A PostgreSQL server of our own: in a temporary folder, on a socket file, gone after the tests.

python -m tests.support.postgresql COMMAND...   runs COMMAND with LEERWIJZER_DATABASE_URL set
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ACCOUNT = "postgres"
"""The server refuses to run as root; then it runs as this account, which its Debian package makes."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server. `folder` holds its data and its socket."""

    folder: Path
    programs: Path
    account: str | None

    def run(self, program: str, *arguments: str) -> None:
        """Run one of PostgreSQL's programs against this server, as its owner."""
        command = [str(self.programs / program), *arguments]
        done = subprocess.run(
            command,
            user=self.account,
            cwd=self.folder,
            env=_plain(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{program} ended with {done.returncode}: {done.stdout}{done.stderr}")

    def new_database(self, name: str) -> str:
        """Make an empty database and return its address."""
        self.run(
            "createdb",
            "--host",
            str(self.folder),
            "--username",
            ACCOUNT,
            "--encoding",
            "UTF8",
            "--template",
            "template0",
            name,
        )
        return f"postgresql+psycopg://{ACCOUNT}@/{name}?host={self.folder}"

    def restart(self) -> None:
        """Stop at once, breaking every connection, and start again."""
        self.run(
            "pg_ctl",
            "--pgdata",
            str(self.folder / "data"),
            "--mode",
            "immediate",
            "--wait",
            "restart",
            "--log",
            str(self.folder / "log"),
            "--options",
            _options(self.folder),
        )


@contextmanager
def postgresql_server() -> Iterator[Server]:
    """Start a server; skip the test where PostgreSQL is not installed."""
    programs = _programs()
    account = None
    if os.geteuid() == 0:
        account = ACCOUNT
        try:
            pwd.getpwnam(account)
        except KeyError:
            pytest.skip("PostgreSQL does not run as root, and there is no account postgres")
    folder = Path(tempfile.mkdtemp(prefix="leerwijzer-pg-"))
    if account:
        shutil.chown(folder, account)
    server = Server(folder, programs, account)
    data = str(folder / "data")
    try:
        server.run(
            "initdb", "--pgdata", data, "--username", ACCOUNT, "--auth", "trust", "--no-sync", "--locale", "C"
        )
        server.run(
            "pg_ctl",
            "--pgdata",
            data,
            "--wait",
            "start",
            "--log",
            str(folder / "log"),
            "--options",
            _options(folder),
        )
        try:
            yield server
        finally:
            server.run("pg_ctl", "--pgdata", data, "--mode", "immediate", "--wait", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _options(folder: Path) -> str:
    return f"-k {folder} -c listen_addresses= -c fsync=off -c shared_buffers=16MB"


def _plain() -> dict[str, str]:
    return {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"}


def _programs() -> Path:
    packaged = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name.zfill(4))
    on_path = shutil.which("initdb")
    places = [*reversed(packaged), *([Path(on_path).resolve().parent] if on_path else [])]
    for place in places:
        if all((place / name).is_file() for name in ("initdb", "pg_ctl", "postgres", "createdb")):
            return place
    pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")


if __name__ == "__main__":
    with postgresql_server() as started:
        address = started.new_database("leerwijzer")
        sys.exit(subprocess.call(sys.argv[1:], env=os.environ | {"LEERWIJZER_DATABASE_URL": address}))
