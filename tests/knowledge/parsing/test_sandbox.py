from __future__ import annotations

import functools
import hashlib
import io
import os
import signal
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import psutil
import pytest

from knowledge.config import ParsingLimits
from knowledge.errors import UnreadableFileError
from knowledge.parsing.discovery import FoundFile, find_files
from knowledge.parsing.sandbox import ParseOutcome, Sandbox

ROOT = Path(__file__).parents[3]


def found(path: Path) -> FoundFile:
    return FoundFile(path, str(path.resolve()), path.stat().st_size, path.suffix)


@pytest.fixture
def read(sandbox, tmp_path):
    def read_bytes(name: str, data: bytes) -> ParseOutcome:
        path = tmp_path / name
        path.write_bytes(data)
        return sandbox.parse(found(path))

    return read_bytes


@pytest.fixture
def read_patiently(tmp_path):
    """Read with so much time that only the memory cap can end it, on a busy machine too."""

    def read_bytes(name: str, data: bytes) -> ParseOutcome:
        (tmp_path / name).write_bytes(data)
        with Sandbox(ParsingLimits(page_cpu_seconds=100)) as patient:
            return patient.parse(found(tmp_path / name))

    return read_bytes


def reason(outcome: ParseOutcome) -> str:
    assert outcome.document is None
    assert outcome.error is not None
    assert outcome.error.cure
    return outcome.error.reason


def test_a_file_comes_back_as_a_document_with_its_hash(read):
    outcome = read("a.txt", b"Een regel tekst.")
    assert outcome.document is not None
    assert outcome.document.pages[0].text == "Een regel tekst."
    assert outcome.content_hash == hashlib.sha256(b"Een regel tekst.").hexdigest()


def test_a_refusal_comes_back_with_its_reason_and_hash(read):
    outcome = read("a.pdf", b"<html><body>inloggen</body></html>")
    assert "webpagina" in reason(outcome)
    assert len(outcome.content_hash) == 64


def test_every_file_gets_one_outcome(sandbox, tmp_path):
    for number in range(25):
        (tmp_path / f"{number}.txt").write_text(f"tekst {number}" if number % 5 else "")
    files = find_files([tmp_path], ParsingLimits()).files
    outcomes = list(sandbox.parse_all(iter(files)))
    assert sorted(outcome.file.address for outcome in outcomes) == [file.address for file in files]
    assert sum(outcome.error is not None for outcome in outcomes) == 5


def test_files_are_taken_only_as_room_comes_free(sandbox, tmp_path):
    (tmp_path / "a.txt").write_text("tekst")
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield found(tmp_path / "a.txt")

    outcomes = sandbox.parse_all(endless())
    for _ in range(10):
        next(outcomes)
    assert len(taken) <= 10 + 2 * 2


def test_a_file_that_is_gone_is_one_failed_outcome(sandbox, tmp_path):
    gone = FoundFile(tmp_path / "weg.txt", str(tmp_path / "weg.txt"), 1, ".txt")
    assert "niet te openen" in reason(sandbox.parse(gone))


def test_a_link_put_in_the_place_of_a_file_is_not_followed(sandbox, tmp_path):
    (tmp_path / "a.txt").symlink_to("/etc/passwd")
    link = FoundFile(tmp_path / "a.txt", str(tmp_path / "a.txt"), 1, ".txt")
    assert "niet te openen" in reason(sandbox.parse(link))


@functools.cache
def bomb(unit: bytes, megabytes: int) -> bytes:
    """Return `unit` repeated to so many megabytes, deflated."""
    return zlib.compress(unit * (megabytes * 1_000_000 // len(unit)), 9)


def flate_pdf(pdf, data: bytes, filters: bytes) -> bytes:
    return pdf.objects(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            pdf.stream(data, b"/Filter" + filters),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ]
    )


@pytest.mark.slow
def test_a_flate_bomb_ends_at_the_memory_cap(pdf, read_patiently):
    assert "geheugen" in reason(
        read_patiently("a.pdf", flate_pdf(pdf, bomb(b" " * 1_000_000, 1_000), b"/FlateDecode"))
    )


def test_a_double_flate_bomb_ends_at_the_memory_cap(pdf, read_patiently):
    data = pdf.flate(bomb(b" " * 1_000_000, 1_000))
    outcome = read_patiently("a.pdf", flate_pdf(pdf, data, b"[/FlateDecode/FlateDecode]"))
    assert "geheugen" in reason(outcome)
    assert outcome.file.size < 5_000


def test_a_bomb_of_operators_costs_bounded_time(pdf, read):
    operators = b"BT /F1 12 Tf 10 10 Td (a) Tj ET\n"
    outcome = read("a.pdf", flate_pdf(pdf, bomb(operators, 5), b"/FlateDecode"))
    assert outcome.seconds < 10


def forms_in_forms(pdf) -> bytes:
    """Return a PDF whose second page draws a form that draws a form, twelve times each, eight deep."""
    again = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>"
    forms = [pdf.stream(b"/X Do " * 12, again % (10 + depth)) for depth in range(8)]
    forms.append(pdf.stream(b"BT /F1 9 Tf (a) Tj ET", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"))
    return pdf.build([pdf.written([(60, 700, "eerste bladzijde")]), b"/X0 Do"], extra=forms)


def test_a_page_of_forms_in_forms_ends_at_the_memory_cap_and_is_named(pdf, read_patiently):
    assert reason(read_patiently("a.pdf", forms_in_forms(pdf))).endswith(
        "geheugen en is gestopt bij bladzijde 2."
    )


def test_a_page_that_costs_too_much_time_ends_at_the_page_cap_and_is_named(pdf, tmp_path):
    (tmp_path / "a.pdf").write_bytes(forms_in_forms(pdf))
    with Sandbox(ParsingLimits(page_cpu_seconds=1, memory_bytes=2**33)) as roomy:
        outcome = roomy.parse(found(tmp_path / "a.pdf"))
    assert reason(outcome) == "Bladzijde 2 kost meer dan 1 seconden rekentijd."


def office(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return buffer.getvalue()


def test_a_zip_bomb_named_docx_is_refused_by_what_comes_out_of_it(read):
    outcome = read("a.docx", office({"word/document.xml": b" " * 200_000_000}))
    assert "zipbom" in reason(outcome)
    assert outcome.seconds < 10


def test_a_billion_laughs_in_a_docx_is_refused(read):
    laughs = b'<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>'
    assert "entiteiten" in reason(read("a.docx", office({"word/document.xml": laughs})))


def test_a_billion_laughs_in_html_costs_nothing(read):
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    data = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "lol">{entities}]><html><body>&a9; tekst</body></html>'
    outcome = read("a.html", data.encode())
    assert outcome.seconds < 5


@pytest.mark.parametrize("depth", [30_000, pytest.param(300_000, marks=pytest.mark.slow)])
def test_html_nested_very_deep_is_one_outcome(read, depth):
    outcome = read("a.html", b"<html><body>" + b"<div>" * depth + b"diep")
    assert outcome.error is not None or outcome.document is not None


def test_memory_above_the_cap_is_a_reason(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"woord " * 4_000_000)
    with Sandbox(ParsingLimits(memory_bytes=64 * 1024 * 1024)) as small:
        assert "meer dan 64 MB geheugen" in reason(small.parse(found(tmp_path / "a.txt")))


def rows(count: int) -> bytes:
    return b"id;naam\n" + b"".join(b"%d;Techniek %d\n" % (number, number) for number in range(count))


def test_cpu_time_above_the_cap_is_a_reason(tmp_path):
    (tmp_path / "a.csv").write_bytes(rows(600_000))
    with Sandbox(ParsingLimits(cpu_seconds=1, memory_bytes=2**31)) as small:
        assert "meer dan 1 seconden rekentijd" in reason(small.parse(found(tmp_path / "a.csv")))


def test_wall_time_above_the_cap_is_a_reason(tmp_path):
    (tmp_path / "a.csv").write_bytes(rows(600_000))
    with Sandbox(ParsingLimits(wall_seconds=0.4, memory_bytes=2**31)) as small:
        assert "langer dan 0.4 seconden" in reason(small.parse(found(tmp_path / "a.csv")))


def test_more_rows_than_the_cap_is_a_reason(tmp_path):
    (tmp_path / "a.csv").write_bytes(rows(2_000))
    with Sandbox(ParsingLimits(rows=1_000)) as small:
        assert "meer dan 1.000 rijen" in reason(small.parse(found(tmp_path / "a.csv")))


def test_a_result_above_the_cap_is_a_reason(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"woord " * 100_000)
    with Sandbox(ParsingLimits(result_bytes=100_000)) as small:
        assert "groter dan" in reason(small.parse(found(tmp_path / "a.txt")))


def test_a_worker_that_is_killed_costs_its_files_and_not_the_run(tmp_path):
    (tmp_path / "a.txt").write_text("tekst")
    with Sandbox(ParsingLimits()) as sandbox:
        assert sandbox.parse(found(tmp_path / "a.txt")).document is not None
        for process in psutil.Process().children():
            if "knowledge.parsing.worker" in " ".join(process.cmdline()):
                process.send_signal(signal.SIGKILL)
        outcomes = [sandbox.parse(found(tmp_path / "a.txt")) for _ in range(3)]
        assert outcomes[-1].document is not None


def test_the_sandbox_leaves_no_process_behind_when_it_is_closed(tmp_path):
    (tmp_path / "a.txt").write_text("tekst")
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    with Sandbox(ParsingLimits()) as sandbox:
        sandbox.parse(found(tmp_path / "a.txt"))
    assert {process.pid for process in psutil.Process().children(recursive=True)} <= before


SCRIPT = """
import sys
from pathlib import Path
import psutil
from knowledge.config import ParsingLimits
from knowledge.parsing.discovery import find_files
from knowledge.parsing.sandbox import Sandbox
print("main starts", flush=True)
sandbox = Sandbox(ParsingLimits(wall_seconds=60.0, cpu_seconds=60), workers=2)
outcomes = sandbox.parse_all(find_files([Path(sys.argv[1])], ParsingLimits()).files)
print(next(outcomes).document.pages[0].text, flush=True)
print(psutil.Process().children()[0].pid, flush=True)
next(outcomes)
"""


def test_a_main_script_is_not_run_again_and_its_death_ends_the_readers(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("tekst")
    (tmp_path / "in" / "b.csv").write_bytes(rows(900_000))
    script = tmp_path / "main.py"
    script.write_text(SCRIPT)
    process = subprocess.Popen(
        [sys.executable, script, tmp_path / "in"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "main starts\n"
    assert process.stdout.readline() == "tekst\n"
    worker = psutil.Process(int(process.stdout.readline()))
    readers = [worker, *worker.children()]
    process.kill()
    process.communicate()
    _, alive = psutil.wait_procs(readers, timeout=10)
    assert alive == []


def test_every_shared_pdf_is_read_or_refused_within_its_caps(shared, sandbox, limits):
    files = find_files([shared / "data" / "pdf"], limits).files
    outcomes = list(sandbox.parse_all(files))
    assert len(outcomes) == len(files) > 30
    for outcome in outcomes:
        assert outcome.seconds < 20
        assert (outcome.document is None) != (outcome.error is None)
        assert outcome.error is None or (outcome.error.reason and outcome.error.cure)
    locked = {o.file.path.name for o in outcomes if o.error is not None and "wachtwoord" in o.error.reason}
    assert locked == {"encrypted.pdf", "005-libreoffice-writer-password_libreoffice-writer-password.pdf"}


def png_size(data: bytes) -> tuple[int, int]:
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    return int.from_bytes(data[16:20]), int.from_bytes(data[20:24])


def pixels(data: bytes) -> set[bytes]:
    width, height = png_size(data)
    start = data.index(b"IDAT") + 4
    raw = zlib.decompress(data[start : start + int.from_bytes(data[start - 8 : start - 4])])
    return {raw[r * (3 * width + 1) + 1 + 3 * c :][:3] for r in range(height) for c in range(width)}


YELLOW = bytes((255, 235, 59))


def test_a_picture_marks_a_quote_over_a_cut_word(pdf, sandbox):
    data = pdf.build([pdf.written(pdf.column("Deze techniekoplei-", "ding duurt vier jaar."))])
    picture = sandbox.picture(data, 1, "techniekopleiding duurt", width=300)
    assert png_size(picture)[0] == 300
    assert YELLOW in pixels(picture)


def test_a_picture_marks_nothing_when_the_quote_is_not_there(pdf, sandbox):
    data = pdf.build([pdf.written(pdf.column("Deze opleiding duurt vier jaar."))])
    assert YELLOW not in pixels(sandbox.picture(data, 1, "iets heel anders", width=300))


def test_a_picture_of_a_page_that_does_not_exist_is_refused(pdf, sandbox):
    with pytest.raises(UnreadableFileError, match="Bladzijde 7 bestaat niet"):
        sandbox.picture(pdf.build([b""]), 7, "x")


def test_a_picture_of_a_bomb_is_refused_in_bounded_time(pdf, sandbox):
    started = time.monotonic()
    with pytest.raises(UnreadableFileError):
        sandbox.picture(flate_pdf(pdf, bomb(b" " * 1_000_000, 1_000), b"/FlateDecode"), 1, "x")
    assert time.monotonic() - started < 20
