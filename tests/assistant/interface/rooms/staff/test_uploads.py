"""Files come in, are read while visitors keep their answers, and are gone; going back is one press."""

from __future__ import annotations

import contextlib
import threading
from datetime import date

import pytest

from assistant.interface.rooms.staff.upload_pages import about_from
from assistant.staff.receiving import RefusedUploadError, safe_name
from assistant.types import Question
from knowledge.errors import DiskFullError
from knowledge.indexing import UPLOADS
from knowledge.types import Audience, SourceMetadata
from tests.support.catalogue_formats import FORMATS, Plain, StudyMode
from tests.support.hostile import HOSTILE
from tests.support.staff_site import finished, send, small_pdf, upload

OFFER = Plain(
    "a1",
    "robotica voor zijinstromers",
    "roc oost",
    StudyMode.PART_TIME,
    9,
    30,
    "Almelo",
    "nl",
    1250,
    date(2027, 2, 1),
)
QUESTION = "Hoe lang duurt de cursus hijsen?"
PDF = small_pdf("Cursus hijsen", "De cursus hijsen duurt 14 weken en kost 900 euro.")


def answer(site, question: str, audience: Audience = Audience.PUBLIC) -> str:
    return site.services.assistant.invoke(Question(question, audience=audience)).text


def leftovers(site) -> list[str]:
    folder = site.home.knowledge.settings.home / UPLOADS
    return [path.name for path in folder.iterdir()] if folder.exists() else []


def test_a_pdf_is_read_answers_from_it_and_going_back_takes_it_out(own_site):
    client = own_site.staff()
    assert "14 weken" not in answer(own_site, QUESTION)
    told = {"titel": "Gids hijsen", "eigenaar": "Els", "tot": "2027-08-31", "gecontroleerd": "2026-11-01"}
    page = finished(own_site, client, upload(client, {"Gids hijsen.pdf": PDF}, **told))
    assert "Gids hijsen.pdf" in page
    assert "nieuw" in page
    assert leftovers(own_site) == []
    assert "14 weken" in answer(own_site, QUESTION)
    listed = client.get("/beheer?zoek=els").text
    assert "Gids hijsen" in listed
    assert "31 augustus 2027" in listed
    back = finished(own_site, client, send(client, "/beheer/versies/terug", "/beheer/versies"))
    assert "Klaar." in back
    assert "14 weken" not in answer(own_site, QUESTION)
    assert "Gids hijsen" not in client.get("/beheer").text


@pytest.mark.parametrize(
    "name",
    ["csv", *(pytest.param(name, marks=pytest.mark.slow) for name in ("ooapi5", "hodex", "json_ld", "xlsx"))],
)
def test_a_catalogue_is_recognised_and_its_rows_are_reported(own_site, name):
    client = own_site.staff()
    form = FORMATS[name]
    page = finished(own_site, client, upload(client, {form.file_name: form.write([OFFER])}))
    assert 'data-kop="Gegevens">1</td>' in page
    names = own_site.home.knowledge.catalogues.of().names()
    assert list(names.values()) == ["robotica voor zijinstromers"]


def test_what_is_for_staff_is_answered_to_staff_alone(own_site):
    client = own_site.staff()
    finished(own_site, client, upload(client, {"gids.pdf": PDF}, "staff"))
    assert "14 weken" not in answer(own_site, QUESTION)
    assert "14 weken" in answer(own_site, QUESTION, Audience.STAFF)


def test_a_file_that_fails_says_why_and_what_to_do_and_stays_in_the_list(own_site):
    client = own_site.staff()
    page = finished(own_site, client, upload(client, {"kapot.pdf": b"geen pdf", "goed.pdf": PDF}))
    assert "mislukt" in page
    assert "Download of bewaar het bestand opnieuw" in page
    assert "goed.pdf" in page
    listed = client.get("/beheer?stand=failed").text
    assert "kapot.pdf" in listed
    assert str(own_site.home.knowledge.settings.home) not in page + listed
    assert leftovers(own_site) == []


@pytest.mark.slow
def test_a_failure_can_be_taken_off_the_list(own_site):
    client = own_site.staff()
    finished(own_site, client, upload(client, {"kapot.pdf": b"geen pdf"}))
    (failed,) = own_site.home.knowledge.failed.all()
    line = client.get("/beheer?stand=failed").text
    source_id = line.split("/beheer/bron?id=")[1].split('"')[0]
    assert "nooit goed gelezen" in client.get(f"/beheer/bron?id={source_id}").text
    send(client, "/beheer/bron/vergeten", id=source_id)
    assert own_site.home.knowledge.failed.all() == ()
    assert failed.address == "upload:kapot.pdf"


def test_a_source_can_be_taken_out(own_site):
    client = own_site.staff()
    finished(own_site, client, upload(client, {"gids.pdf": PDF}))
    source_id = client.get("/beheer?zoek=gids").text.split("/beheer/bron?id=")[1].split('"')[0]
    finished(own_site, client, send(client, "/beheer/bron/verwijderen", id=source_id))
    assert "14 weken" not in answer(own_site, QUESTION)
    assert client.get(f"/beheer/bron?id={source_id}").status_code == 404


def test_visitors_keep_their_answers_while_files_are_read(own_site, monkeypatch):
    client, ingest = own_site.staff(), own_site.home.knowledge.ingest
    started, gate = threading.Event(), threading.Event()
    build = own_site.home.knowledge.builder.build

    def held(progress):
        started.set()
        gate.wait(20)
        return build(progress)

    monkeypatch.setattr(ingest._builder, "build", held)
    response = upload(client, {"gids.pdf": PDF})
    assert started.wait(20)
    page = client.get(response.headers["location"])
    assert 'http-equiv="refresh"' in page.text
    assert "bezoekers krijgen gewoon antwoord" in page.text
    assert "20 weken" in answer(own_site, "Hoe lang duurt de cursus lassen?")
    assert "14 weken" not in answer(own_site, QUESTION)
    gate.set()
    assert "Klaar." in finished(own_site, client, response)
    assert "14 weken" in answer(own_site, QUESTION)


@pytest.mark.slow
def test_the_part_that_the_script_fetches_is_the_progress_alone(own_site):
    client = own_site.staff()
    response = upload(client, {"gids.pdf": PDF})
    finished(own_site, client, response)
    part = client.get(f"{response.headers['location']}&deel=true").text
    assert part.startswith('<div id="lw-taak"')
    assert 'data-klaar="true"' in part
    assert "refresh" not in part


@pytest.mark.parametrize(
    ("files", "told", "sentence"),
    [
        ({}, {}, "Kies eerst een bestand"),
        ({"virus.exe": b"MZ"}, {}, "Dit soort bestand wordt niet gelezen"),
        ({"leeg.md": b""}, {}, "Dit bestand is leeg"),
        ({"a.md": b"x", "b.md": b"x"}, {"titel": "Titel"}, "Een titel kan alleen bij één bestand"),
        ({"a.md": b"x"}, {"vanaf": "31-12-2026"}, "is geen datum"),
        ({"a.md": b"x"}, {"vanaf": "2027-01-01", "tot": "2026-01-01"}, "ligt na de laatste dag"),
        ({"a.md": b"x"}, {"adres": "javascript:alert(1)"}, "moet met https://"),
        ({"a.md": b"x"}, {"voor": "iedereen"}, "Kies voor wie"),
        ({f"{number}.md": b"x" for number in range(21)}, {}, "te veel bestanden"),
    ],
)
def test_what_cannot_be_taken_comes_back_with_a_sentence(site, files, told, sentence):
    client = site.staff()
    audience = told.pop("voor", "public") if "voor" in told else "public"
    response = upload(client, files, audience, **told)
    assert response.status_code == 422
    assert sentence in response.text
    assert leftovers(site) == []


def test_more_than_fits_is_refused_before_it_is_read(site):
    client = site.staff()
    headers = {"content-length": str(102 * 1024 * 1024), "content-type": "multipart/form-data; boundary=x"}
    assert client.post("/beheer/toevoegen", content=b"", headers=headers).status_code == 413


def test_an_upload_of_somebody_else_is_not_read_at_all(site):
    visitor = site.visitor()
    response = visitor.post(
        "/beheer/toevoegen", files=[("bestanden", ("a.md", b"x"))], data={"voor": "public"}
    )
    assert response.headers["location"] == "/beheer/inloggen"
    assert leftovers(site) == []


def test_a_full_disk_is_told(site, monkeypatch):
    def full(*_: object) -> None:
        raise DiskFullError("/schijf")

    monkeypatch.setattr("assistant.interface.rooms.staff.uploads.receive", full)
    response = upload(site.staff(), {"a.md": b"x"})
    assert response.status_code == 422
    assert "geen ruimte meer" in response.text


def test_hostile_names_titles_and_cells_are_only_text(own_site):
    client = own_site.staff()
    files = hostile_files(20)
    shown = finished(own_site, client, upload(client, files))
    shown += upload(client, {f"{HOSTILE[3]}.exe": b"x"}).text
    told = {"titel": HOSTILE[3], "eigenaar": HOSTILE[0], "uitgever": HOSTILE[6]}
    shown += finished(own_site, client, upload(client, {"a.md": b"tekst over hijsen"}, **told))
    shown += client.get("/beheer").text + client.get("/beheer/accounts").text
    source_id = client.get("/beheer?zoek=onerror").text.split("/beheer/bron?id=")[1].split('"')[0]
    shown += client.get(f"/beheer/bron?id={source_id}").text + client.get("/beheer/proef?vraag=hijsen").text
    shown += client.get("/beheer/versies").text
    assert "onerror" in shown
    for tag in ("<script>alert", "<img src=x", "<svg onload", "<iframe", "<base", "<object"):
        assert tag not in shown.lower()


def hostile_files(most: int) -> dict[str, bytes]:
    """Return files whose names and contents are hostile, each under a name of its own."""
    names: dict[str, str] = {}
    for text in HOSTILE:
        with contextlib.suppress(RefusedUploadError):
            names.setdefault(safe_name(f"{text[:80]}.md").casefold(), text)
    chosen = [text for text in names.values() if text.isprintable()][:most]
    return {f"{text[:80]}.md": f"# {text}\n\n{text}\n\ntekst over hijsen".encode() for text in chosen}


def test_the_form_becomes_what_is_told_of_the_files():
    given = {"voor": "staff", "titel": "T", "uitgever": "", "adres": "https://a.nl/b", "tot": "2027-01-01"}
    assert about_from(given) == SourceMetadata(
        title="T", url="https://a.nl/b", audience=Audience.STAFF, valid_until=date(2027, 1, 1)
    )
