"""What is served, and what is not."""

from __future__ import annotations

import inspect
import io
import json
import logging

import pytest
from fastapi.testclient import TestClient

from assistant.interface.app import Site, create_app
from assistant.interface.gradio_library import gradio_library
from assistant.interface.logs import LOGGER, OneLineJson
from assistant.interface.seam import LibraryStatus
from assistant.interface.settings import PageSettings
from knowledge.types import Audience
from tests.support.page_twins import FUND_SENTENCE, ConversationsInMemory, demonstration

ROUTES = (
    "/",
    "/health",
    "/ready",
    "/bron?passage=programma%233&van=78&tot=140",
    "/bron?passage=bestaat-niet",
    "/bron/pagina.png?passage=programma%233",
    "/leerwijzer/leerwijzer.css",
    "/config",
    "/theme.css",
    "/favicon.ico",
    "/robots.txt",
    "/manifest.json",
    "/gradio_api/info",
    "/gradio_api/queue/data?session_hash=x",
    "/gradio_api/nergens",
    "/nergens",
)

SHUT = (
    "/monitoring",
    "/monitoring/summary",
    "/openapi.json",
    "/docs",
    "/login",
    "/gradio_api/upload",
    "/gradio_api/upload_progress?upload_id=1",
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/file=http://evil.example/",
    "/gradio_api/proxy=http://evil.example/",
    "/gradio_api/component_server",
    "/gradio_api/stream/a/b/c/playlist.m3u8",
    "/gradio_api/deep_link",
    "/gradio_api/runs",
    "/gradio_api/custom_component/a/b/c",
    "/svelte/x.js",
    "/static/../../etc/passwd",
    "/assets/%2e%2e/%2e%2e/x",
    "/pwa_icon",
)


@pytest.fixture(scope="module")
def sources():
    return demonstration()[1]


@pytest.fixture(scope="module")
def client(sources):
    app = create_app(demonstration(0.0)[0], sources, PageSettings(body_bytes=50_000), ConversationsInMemory())
    with TestClient(app, base_url="http://127.0.0.1:7860", raise_server_exceptions=False) as test_client:
        yield test_client


@pytest.mark.parametrize("route", [*ROUTES, *SHUT])
def test_every_response_carries_the_security_headers(client, route):
    headers = client.get(route).headers
    policy = headers["content-security-policy"]
    for part in ("default-src 'self'", "connect-src 'self'", "frame-ancestors 'none'", "object-src 'none'"):
        assert part in policy
    assert "base-uri 'self'" in policy
    assert "http" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert "server" not in headers


@pytest.mark.parametrize("route", SHUT)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_what_the_page_does_not_need_is_shut(client, route, method):
    assert client.request(method, route).status_code == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "evil.example:7860", ""])
def test_another_host_name_is_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 400


def test_a_post_from_another_site_is_refused(client):
    for origin in ("http://evil.example", "null", "http://127.0.0.1:9999"):
        assert client.post("/gradio_api/queue/join", json={}, headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize(
    ("site", "is_ours"), [("same-origin", True), ("same-site", False), ("cross-site", False), ("none", False)]
)
def test_a_form_without_a_referrer_is_ours_when_the_browser_says_so(client, site, is_ours):
    headers = {"origin": "null", "sec-fetch-site": site}
    response = client.post("/gradio_api/queue/join", json={}, headers=headers)
    assert (response.status_code != 403) == is_ours


def test_a_body_that_is_too_large_is_refused_with_a_sentence(client):
    response = client.post("/gradio_api/queue/join", content=b"x" * 60_000)
    assert response.status_code == 413
    assert "te groot" in response.json()["detail"]


def test_a_body_without_a_length_is_cut_off(client):
    def pieces():
        for _ in range(100):
            yield b"x" * 1_000

    assert client.post("/gradio_api/queue/join", content=pieces()).status_code >= 400


def test_the_start_page_has_the_language_of_the_visitor_and_names_no_other_site(client):
    html = client.get("/", headers={"accept-language": "de"}).text
    assert '<html lang="de"' in html
    assert "githubusercontent" not in html
    assert "fonts.googleapis" not in html


def test_every_inline_script_of_the_start_page_has_the_nonce_of_the_policy(client):
    response = client.get("/")
    nonce = response.headers["content-security-policy"].split("'nonce-")[1].split("'")[0]
    assert response.text.count("<script") == response.text.count(f'<script nonce="{nonce}"')
    assert nonce not in client.get("/").text


def test_the_session_cookie_ends_with_the_browser_and_scripts_cannot_read_it(client):
    client.cookies.clear()
    cookie = client.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Max-Age" not in cookie


def test_behind_https_the_session_cookie_stays_on_https(client):
    client.cookies.clear()
    assert "Secure" in client.get("https://127.0.0.1:7860/").headers["set-cookie"]
    client.cookies.clear()
    assert "Secure" not in client.get("/").headers["set-cookie"]


def test_a_stream_belongs_to_the_browser_that_opened_it(client):
    client.cookies.clear()
    address = "/gradio_api/queue/data?session_hash=van-a"
    assert client.get(address, headers={"cookie": f"leerwijzer={'a' * 43}"}).status_code == 200
    for cookie in ("", f"leerwijzer={'b' * 43}", "leerwijzer=x"):
        assert client.get(address, headers={"cookie": cookie}).status_code == 404


def test_health_and_readiness_are_told(client, sources, monkeypatch):
    assert client.get("/health").json() == {"status": "ok"}
    assert client.get("/ready").json()["documents"] == 3
    monkeypatch.setattr(sources, "library_status", lambda: LibraryStatus(0, 0, None))
    assert client.get("/ready").status_code == 503


def test_the_page_is_not_ready_before_a_question_is_answered(sources):
    opened: list[bool] = []
    app = create_app(demonstration(0.0)[0], sources, PageSettings(), site=Site(is_ready=lambda: bool(opened)))
    with TestClient(app, base_url="http://127.0.0.1") as browser:
        assert browser.get("/ready").status_code == 503
        assert "klaargezet" in browser.get("/ready").json()["detail"]
        assert browser.get("/").status_code == 200
        opened.append(True)
        assert browser.get("/ready").json()["status"] == "ok"


def test_importing_the_user_interface_library_leaves_everything_as_it_was():
    before = inspect.getfile
    gradio = gradio_library()
    assert inspect.getfile is before
    assert inspect.getfile(gradio.Button).endswith("button.py")


def test_a_cited_passage_can_be_read(client):
    html = client.get("/bron?passage=programma%233&van=78&tot=140&deel=1").text
    assert f"<mark>{FUND_SENTENCE}</mark>" in html


def test_the_page_picture_gets_the_cited_words(client, sources):
    response = client.get("/bron/pagina.png?passage=programma%233&van=78&tot=140")
    assert response.headers["content-type"] == "image/png"
    assert sources.pictures_asked[-1] == ("programma", 3, FUND_SENTENCE)


def test_a_staff_source_is_to_the_public_what_does_not_exist(client):
    secret = client.get("/bron?passage=geheim%231&deel=1")
    nothing = client.get("/bron?passage=bestaat-niet&deel=1")
    assert secret.status_code == nothing.status_code == 404
    assert secret.text == nothing.text
    assert client.get("/bron/pagina.png?passage=geheim%231").status_code == 404


def test_staff_can_read_a_staff_source(sources):
    app = create_app(
        demonstration()[0], sources, PageSettings(), site=Site(audience_of=lambda request: Audience.STAFF)
    )
    with TestClient(app, base_url="http://127.0.0.1") as staff:
        assert "Vertrouwelijk stuk" in staff.get("/bron?passage=geheim%231").text


@pytest.mark.parametrize("query", ["", "?passage=a&van=-1", "?passage=a&van=x", "?passage=" + "a" * 501])
def test_a_malformed_source_address_is_refused(client, query):
    assert client.get(f"/bron{query}").status_code == 422


def test_the_configuration_tells_no_secret_and_no_path(client):
    body = client.get("/config").text + client.get("/").text
    for word in ("site-packages", "OPENAI", "/root/", "/home/", "/tmp/"):
        assert word not in body


def logged(action):
    buffer = io.StringIO()
    handler = logging.StreamHandler(buffer)
    handler.setFormatter(OneLineJson())
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    try:
        action()
    finally:
        LOGGER.removeHandler(handler)
    return buffer.getvalue()


def test_a_log_line_is_one_line_of_json_without_the_query(client):
    lines = logged(lambda: client.get("/bron?passage=geheime%0avraag&x=%1b%5d52")).splitlines()
    assert len(lines) == 1
    line = json.loads(lines[0])
    assert (line["path"], line["status"]) == ("/bron", 404)
    assert "geheime" not in lines[0]


def test_control_characters_in_a_path_are_escaped_in_the_log(client):
    log = logged(lambda: client.get("/%1b%5d52;c;x%07%0d%0aX:%20ja%7f%c2%85"))
    assert len(log.splitlines()) == 1
    assert not [c for c in log.rstrip("\n") if not 0x20 <= ord(c) < 0x7F]


def test_an_error_is_logged_without_its_words():
    def fail():
        try:
            raise ValueError("mijn BSN is 123456782")
        except ValueError:
            LOGGER.exception("failed", extra={"event": "failed"})

    line = json.loads(logged(fail))
    assert line["error"] == "ValueError"
    assert line["where"].startswith("test_app.py:")
    assert "BSN" not in json.dumps(line)
