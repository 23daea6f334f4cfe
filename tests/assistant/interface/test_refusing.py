"""What cannot be done is a page for a person and an object for a program."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from assistant.interface.app import create_app
from assistant.interface.settings import PageSettings
from assistant.interface.texts import texts_in
from assistant.types import Language
from tests.support.page_twins import demonstration

PERSON = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture(scope="module")
def client():
    assistant, sources = demonstration(0.0)
    app = create_app(assistant, sources, PageSettings(body_bytes=5_000))

    @app.get("/sessie/stuk")
    def broken():
        raise ZeroDivisionError

    with TestClient(app, base_url="http://127.0.0.1:7860", raise_server_exceptions=False) as test_client:
        yield test_client


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("path", "status"), [("/nergens", 404), ("/bron", 422), ("/bron?van=x", 422)])
def test_a_person_gets_a_page_in_their_language_that_says_how_to_go_on(client, language, path, status):
    response = client.get(path, headers={**PERSON, "accept-language": language.value})
    assert response.status_code == status
    assert f'<html lang="{language.value}">' in response.text
    assert texts_in(language)[f"refused_{status}"] in response.text
    assert '<a href="/">' in response.text


@pytest.mark.parametrize("headers", [{}, {"accept": "*/*"}, {**PERSON, "sec-fetch-mode": "cors"}])
def test_a_program_and_a_script_get_an_object(client, headers):
    assert "detail" in client.get("/nergens", headers=headers).json()
    assert "detail" in client.get("/bron", headers=headers).json()


def test_a_form_of_another_site_and_one_that_is_too_large_are_refused_in_words(client):
    foreign = client.post("/sessie", headers={**PERSON, "origin": "http://evil.example"})
    assert (foreign.status_code, texts_in(Language.DUTCH)["refused_403"] in foreign.text) == (403, True)
    large = client.post("/sessie", content=b"x" * 6_000, headers=PERSON)
    assert (large.status_code, texts_in(Language.DUTCH)["refused_413"] in large.text) == (413, True)


def test_what_an_address_holds_is_never_markup_on_the_page(client):
    page = client.get("/nergens/%3Cscript%3E?x=%22%3E%3Cimg%20src=x%3E&y=%FF", headers=PERSON).text
    assert "<img" not in page
    assert page.count("<script") == 1
