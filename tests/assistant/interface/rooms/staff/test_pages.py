"""What the pages of the room show: passages, the test bench, what wants a check, and what visitors said."""

from __future__ import annotations

import itertools
import json
import re
from dataclasses import replace
from datetime import date

import pytest

from assistant.conversation.feedback import KeptRating, Rating
from assistant.interface.rooms.staff.house import staff_texts
from assistant.interface.rooms.staff.question_pages import questions_html
from assistant.types import Language, Question
from tests.support.hostile import HOSTILE
from tests.support.staff_site import finished, send, upload

RATING = Rating(
    "Wat kost de cursus?",
    "Dat kan ik niet vinden.",
    False,
    "incomplete",
    "nl",
    date(2026, 11, 20),
    1,
    "refused",
)
PLACEHOLDER = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_the_same_words_and_no_markup(language):
    dutch, other = staff_texts(Language.DUTCH).words, staff_texts(language).words
    assert {key: PLACEHOLDER.findall(text) for key, text in other.items()} == {
        key: PLACEHOLDER.findall(text) for key, text in dutch.items()
    }
    assert [key for key, text in other.items() if set(text) & set('<>"&')] == []


@pytest.mark.parametrize("language", ["nl", "en", "de"])
@pytest.mark.parametrize(
    "path",
    [
        "/beheer",
        "/beheer/toevoegen",
        "/beheer/nakijken",
        "/beheer/proef?vraag=lassen",
        "/beheer/vragen",
        "/beheer/versies",
        "/beheer/accounts",
        "/beheer/taak?nr=x",
        "/beheer/bron?id=x",
    ],
)
def test_every_page_has_one_heading_and_speaks_every_language(site, path, language):
    client = site.staff()
    html = client.get(f"{path}{'&' if '?' in path else '?'}taal={language}").text
    assert f'<html lang="{language}">' in html
    assert len(re.findall(r"<h1\b", html)) == 1
    assert not re.search(r"\{\w+\}", html)
    levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))
    labels = set(re.findall(r'<label for="([^"]+)"', html))
    fields = set(re.findall(r'<(?:input|select)[^>]* id="([^"]+)"', html)) | set(
        re.findall(r'<(?:input|select) id="([^"]+)"', html)
    )
    assert fields <= labels
    assert len(re.findall(r' id="([^"]+)"', html)) == len(set(re.findall(r' id="([^"]+)"', html)))


def test_a_source_shows_its_passages_with_their_place(site):
    client = site.staff()
    source_id = client.get("/beheer?zoek=lassen").text.split("/beheer/bron?id=")[1].split('"')[0]
    html = client.get(f"/beheer/bron?id={source_id}").text
    assert "De cursus lassen duurt 20 weken" in html
    assert "Voorbeeldschool" in html
    assert "1 oktober 2026" in html
    assert "1 passage" in html


@pytest.mark.slow
def test_a_long_source_is_turned_page_by_page(own_site):
    client = own_site.staff()
    text = "\n\n".join(f"# Deel {number}\n\n" + f"Zin {number} over hijsen. " * 60 for number in range(40))
    finished(own_site, client, upload(client, {"lang.md": text.encode()}))
    source_id = client.get("/beheer?zoek=lang.md").text.split("/beheer/bron?id=")[1].split('"')[0]
    first, second = (client.get(f"/beheer/bron?id={source_id}&blad={number}").text for number in (1, 2))
    assert "Blad 1 van" in first
    assert "Zin 0 over" in first
    assert "Zin 0 over" not in second
    assert "Zin 39 over" in client.get(f"/beheer/bron?id={source_id}&blad=99").text or "Blad 99" not in first


def test_the_bench_shows_the_answer_and_what_each_retriever_found(site):
    client = site.staff()
    html = client.get("/beheer/proef?vraag=Hoe+lang+duurt+de+cursus+lassen").text
    assert "20 weken" in html
    assert "beantwoord" in html
    row = html.split("Lassen in Hengelo</a>")[1].split("</tr>")[0]
    assert re.search(r'data-kop="Op woorden">\d+ \(', row)
    assert re.search(r'data-kop="Op betekenis">\d+ \(', row)
    assert "lassen" in row.split('data-kop="Woorden uit de vraag">')[1]
    assert ">ja<" in row


def test_the_bench_asks_as_a_visitor_unless_told_otherwise(site):
    client = site.staff()
    as_visitor = client.get("/beheer/proef?vraag=wervingsactie+zilvervos").text
    as_staff = client.get("/beheer/proef?vraag=wervingsactie+zilvervos&als=staff").text
    assert "12.500" not in as_visitor
    assert "Draaiboek geheim" not in as_visitor
    assert "12.500" in as_staff


def test_what_visitors_said_can_be_read_made_into_a_case_and_deleted(own_site):
    client, feedback = own_site.staff(), own_site.services.feedback
    feedback.add(RATING)
    feedback.add(replace(RATING, question="Dit was goed", is_good=True))
    feedback.count("refused", "nl", date.today())  # noqa: DTZ011
    html = client.get("/beheer/vragen").text
    assert "Wat kost de cursus?" in html
    assert "het is niet volledig" in html
    assert "Dit was goed" not in html
    assert "Dit was goed" in client.get("/beheer/vragen?goed=true").text
    number = re.findall(r"toets\?nr=(\d+)", html)[0]
    case = client.get(f"/beheer/vragen/toets?nr={number}")
    assert json.loads(case.text)["turns"] == ["Wat kost de cursus?"]
    assert "attachment" in case.headers["content-disposition"]
    assert len(client.get("/beheer/vragen/toets").text.splitlines()) == 1
    assert client.get("/beheer/vragen/toets?nr=999").status_code == 404
    send(client, "/beheer/vragen/vergeten", "/beheer/vragen", nr=number)
    assert "Wat kost de cursus?" not in client.get("/beheer/vragen").text


@pytest.mark.parametrize("language", list(Language))
def test_hostile_questions_are_only_text(language):
    kept = [
        KeptRating(number, replace(RATING, question=text, answer_text=text, reason=text, language=text))
        for number, text in enumerate(HOSTILE)
    ]
    html = questions_html(kept, [], False, "x", staff_texts(language))
    for tag in ("<script", "<img", "<svg", "<iframe", "<base", "<object"):
        assert tag not in html.lower()


def test_what_is_old_or_ended_wants_a_check(own_site):
    client = own_site.staff()
    told = {"gecontroleerd": "2020-01-01", "titel": "Oude gids"}
    finished(own_site, client, upload(client, {"oud.md": b"tekst over hijsen"}, **told))
    told = {"tot": "2021-01-01", "titel": "Verlopen gids"}
    finished(own_site, client, upload(client, {"verlopen.md": b"tekst over slijpen"}, **told))
    html = client.get("/beheer/nakijken").text
    assert html.index("Verlopen gids") < html.index("Oude gids")
    assert "Lassen in Hengelo" not in html
    assert "Oude gids" not in client.get("/beheer?maanden=120&stand=stale").text


def source_id_of(client, words: str) -> str:
    return client.get(f"/beheer?zoek={words}").text.split("/beheer/bron?id=")[1].split('"')[0]


@pytest.mark.slow
def test_a_source_that_was_looked_at_leaves_the_list_of_checks(own_site):
    client = own_site.staff()
    told = {"gecontroleerd": "2020-01-01", "titel": "Oude gids"}
    finished(own_site, client, upload(client, {"oud.md": b"tekst over hijsen"}, **told))
    generation = own_site.home.knowledge.builder.shelf.current()
    assert "Oude gids" in client.get("/beheer/nakijken").text
    id_ = source_id_of(client, "oude")
    assert send(client, "/beheer/bron/nagekeken", f"/beheer/bron?id={id_}", id=id_).status_code == 303
    assert "Oude gids" not in client.get("/beheer/nakijken").text
    assert own_site.home.knowledge.builder.shelf.current() == generation


def test_a_source_that_was_ended_by_hand_answers_no_more_and_says_so(own_site):
    client = own_site.staff()
    id_ = source_id_of(client, "lassen")
    answer = own_site.services.assistant.invoke
    assert "20 weken" in answer(Question("Hoe lang duurt de cursus lassen?")).text
    fields = {"eigenaar": "Els", "tot": "2026-01-01", "gecontroleerd": "2026-11-01"}
    send(client, "/beheer/bron/bijwerken", f"/beheer/bron?id={id_}", id=id_, **fields)
    html = client.get(f"/beheer/bron?id={id_}").text
    assert "Els" in html
    assert "verlopen" in html
    assert "20 weken" not in answer(Question("Hoe lang duurt de cursus lassen?")).text
    refused = send(client, "/beheer/bron/bijwerken", f"/beheer/bron?id={id_}", id=id_, tot="morgen")
    assert refused.status_code == 422
    assert "geen datum" in refused.text
    assert send(client, "/beheer/bron/bijwerken", id="x").status_code == 404
    assert send(client, "/beheer/bron/nagekeken", id="x").status_code == 404
