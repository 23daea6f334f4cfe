"""`python ingest.py` on what goes wrong in practice: a sentence that names the file and the cure, exit code 1, no traceback."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from knowledge.errors import DatabaseUnavailableError
from tests.support.development_data import development_path
from tests.support.homes import Home

ROOT = Path(__file__).resolve().parents[3]
LASSEN = "# Lassen\n\nLassen leer je in Hengelo bij een bedrijfsschool.\n"


@dataclass(frozen=True, slots=True)
class Ran:
    """How one command ended, and what it printed."""

    code: int
    out: str
    err: str

    def line_of(self, name: str) -> str:
        """Return the line of the report about a file."""
        (found,) = [line for line in self.out.splitlines() if name in line]
        return found


@dataclass(frozen=True, slots=True)
class Command:
    """`python ingest.py` with a home of its own."""

    home: Path
    environment: dict[str, str] = field(default_factory=dict)

    def __call__(self, *arguments: str | Path, **settings: str) -> Ran:
        environment = {**os.environ, "LEERWIJZER_HOME": str(self.home), "LEERWIJZER_WORKERS": "2", **settings}
        command = [sys.executable, "ingest.py", *map(str, arguments)]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=300
        )
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        return Ran(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def ingest(tmp_path: Path) -> Command:
    return Command(tmp_path / "home")


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "lassen.md").write_text(LASSEN, "utf-8")
    return folder


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with one document in it; it is only copied."""
    base = tmp_path_factory.mktemp("ingested")
    (base / "lassen.md").write_text(LASSEN, "utf-8")
    assert Command(base / "home")(base / "lassen.md").code == 0
    return base / "home"


def pdf_of(path: Path) -> bytes:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.write(path)
    return path.read_bytes()


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Ran, Path]]:
    """One ingest of a folder with one good document and everything that goes wrong in practice."""
    base = tmp_path_factory.mktemp("mixed")
    folder = base / "documents"
    folder.mkdir()
    (folder / "lassen.md").write_text(LASSEN, "utf-8")
    blank = pdf_of(folder / "scan.pdf")
    (folder / "leeg.pdf").write_bytes(b"")
    (folder / "afgekapt.pdf").write_bytes(blank[: len(blank) // 2])
    (folder / "ruis.pdf").write_bytes(os.urandom(5_000))
    (folder / "pagina.pdf").write_text("<html><body><p>Ik ben een pagina.</p></body></html>")
    (folder / "tekst.docx").write_text("Ik ben gewone tekst.")
    (folder / "foto.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(2_000))
    (base / "geheim.md").write_text("# Geheim\n\nNiet voor buiten.\n", "utf-8")
    (folder / "eruit.md").symlink_to(base / "geheim.md")
    (folder / "kring.md").symlink_to("kring2.md")
    (folder / "kring2.md").symlink_to("kring.md")
    (folder / "omhoog").symlink_to(folder)
    (folder / "tik\x1b]52;c;x\x07.md").write_text(LASSEN, "utf-8")
    (folder / "leeg").mkdir()
    with (folder / "regel.csv").open("wb") as stream:
        stream.write(b"naam,plaats\n")
        stream.truncate(500 * 1024 * 1024)
    ran = Command(base / "home")(folder, base / "bestaat-niet")
    (folder / "regel.csv").unlink()
    yield ran, base
    shutil.rmtree(base, ignore_errors=True)


def test_one_failed_file_makes_the_exit_code_1(mixed: tuple[Ran, Path]) -> None:
    assert mixed[0].code == 1


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("scan.pdf", "geen tekst"),
        ("leeg.pdf", "leeg"),
        ("afgekapt.pdf", "PDF"),
        ("ruis.pdf", "PDF"),
        ("pagina.pdf", "HTML"),
        ("tekst.docx", "DOCX"),
        ("foto.txt", "tekst"),
        ("eruit.md", "buiten de map"),
        ("kring.md", "kring"),
        ("omhoog", "verwijzing"),
        ("tik", "stuurtekens"),
        ("regel.csv", "500 MB"),
        ("bestaat-niet", "bestaat niet"),
    ],
)
def test_a_bad_file_is_named_with_its_reason_and_its_cure(
    mixed: tuple[Ran, Path], name: str, reason: str
) -> None:
    line = mixed[0].line_of(f"/{name}")
    assert "mislukt" in line
    assert reason.lower() in line.lower()
    assert line.count(". ") >= 1, "there is a reason and a cure"


def test_the_good_file_beside_bad_ones_is_stored(mixed: tuple[Ran, Path]) -> None:
    assert "nieuw" in mixed[0].line_of("/lassen.md")


def test_nothing_of_a_bad_file_is_stored(mixed: tuple[Ran, Path]) -> None:
    with sqlite3.connect(mixed[1] / "home/leerwijzer.sqlite3") as connection:
        stored = [Path(row[0]).name for row in connection.execute("SELECT address FROM versions")]
    connection.close()
    assert stored == ["lassen.md"]


def test_a_control_character_in_a_name_reaches_no_terminal(mixed: tuple[Ran, Path]) -> None:
    assert not any(character in mixed[0].out + mixed[0].err for character in "\x1b\x07")


def test_an_empty_folder_is_no_failure(ingest: Command, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    ran = ingest(tmp_path / "leeg")
    assert (ran.code, "0 nieuw" in ran.out) == (0, True)


@pytest.mark.slow
def test_a_renamed_file_is_one_document_under_its_new_name(ingest: Command, documents: Path) -> None:
    ingest(documents)
    (documents / "lassen.md").rename(documents / "las-opleiding.md")
    assert ingest(documents).code == 0
    listed = ingest("--list")
    assert "las-opleiding.md" in listed.out
    assert "1 bronnen" in listed.out


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_named(ingest: Command, documents: Path) -> None:
    closed = documents / "dicht"
    closed.mkdir(mode=0o000)
    try:
        ran = ingest(documents)
    finally:
        closed.chmod(0o755)
    assert (ran.code, "leesrechten" in ran.line_of("dicht")) == (1, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("LEERWIJZER_EMBEDDER", "nonsense"),
        pytest.param("LEERWIJZER_WORKERS", "veel", marks=pytest.mark.slow),
        ("LEERWIJZER_DATABASE_URL", "nonsense"),
        pytest.param("LEERWIJZER_DATABASE_URL", "nonsense://x/y", marks=pytest.mark.slow),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(
    ingest: Command, documents: Path, name: str, value: str
) -> None:
    ran = ingest(documents, **{name: value})
    assert ran.code == 1
    assert name in ran.err


@pytest.mark.parametrize(
    "make",
    [Path.touch, pytest.param(lambda path: path.symlink_to(path.name), marks=pytest.mark.slow)],
    ids=["a file", "a loop"],
)
def test_a_home_that_is_no_folder_is_named(ingest: Command, documents: Path, make: object) -> None:
    assert callable(make)
    make(ingest.home)
    ran = ingest(documents)
    assert ran.code == 1
    assert str(ingest.home) in ran.err
    assert "LEERWIJZER_HOME" in ran.err


def test_a_home_that_may_not_be_written_is_named(documents: Path) -> None:
    home = Path("/proc/leerwijzer")
    ran = Command(home)(documents)
    assert ran.code == 1
    assert str(home) in ran.err


def test_a_damaged_database_is_named_and_left_as_it_is(
    ingest: Command, documents: Path, ingested: Path
) -> None:
    shutil.copytree(ingested, ingest.home)
    path = ingest.home / "leerwijzer.sqlite3"
    damaged = path.read_bytes()[:8_192] + bytes(20_000) + path.read_bytes()[28_192:]
    path.write_bytes(damaged)
    ran = ingest(documents)
    assert ran.code == 1
    assert str(path) in ran.err
    assert "reservekopie" in ran.err
    assert path.read_bytes() == damaged


def test_a_database_of_a_newer_version_is_left_as_it_is(ingest: Command, ingested: Path) -> None:
    shutil.copytree(ingested, ingest.home)
    path = ingest.home / "leerwijzer.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE schema_info SET version = 99")
    connection.close()
    before = path.read_bytes()
    ran = ingest("--list")
    assert (ran.code, "schemaversie 99" in ran.err) == (1, True)
    assert path.read_bytes() == before


def test_a_database_that_another_program_holds_is_said_to_be_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.store.database.BUSY_SECONDS", 0.1)
    home = Home.below(tmp_path)
    home.write("lassen.md", LASSEN)
    home.ingest()
    home.write("frezen.md", LASSEN.replace("Lassen", "Frezen"))
    with closing(sqlite3.connect(tmp_path / "home/leerwijzer.sqlite3", isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(DatabaseUnavailableError, match=r"locked.*geen ander programma"):
            home.ingest()
        holder.execute("ROLLBACK")
    assert home.ingest().has_changed


@pytest.mark.slow
def test_there_is_nothing_to_roll_back_to(ingest: Command, documents: Path) -> None:
    assert ingest("--rollback").code == 1
    ingest(documents)
    ran = ingest("--rollback")
    assert (ran.code, "geen eerdere generatie" in ran.err) == (1, True)


def test_an_unknown_source_is_named(ingest: Command) -> None:
    ran = ingest("--remove", "tekenen.md")
    assert (ran.code, "tekenen.md" in ran.err, "--list" in ran.err) == (1, True, True)


def test_an_empty_list_says_that_there_is_no_index(ingest: Command) -> None:
    ran = ingest("--list")
    assert (ran.code, "er is nog geen index" in ran.out) == (0, True)


@pytest.mark.parametrize("number", [0, *(pytest.param(one, marks=pytest.mark.slow) for one in (1, 2))])
def test_the_odd_files_of_others_each_get_an_outcome(ingest: Command, shared: Path, number: int) -> None:
    folder = development_path(shared, f"data/pdf/{('artur', 'py-pdf-sample-files', '.')[number]}")
    paths = sorted(folder.glob("*.pdf"))
    ran = ingest(*paths)
    failed = [line for line in ran.out.splitlines() if "mislukt" in line and ".pdf" in line]
    assert ran.code == (1 if failed else 0)
    assert all(line.count(". ") >= 1 for line in failed)
    assert sum(".pdf" in line for line in ran.out.splitlines()) == len(paths)
