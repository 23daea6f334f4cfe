"""The way in: a code once, then name and password; guessing and forging lead nowhere."""

from __future__ import annotations

import re

import pytest

from assistant.interface.rooms.staff.access import COOKIE, LoginLimits
from assistant.interface.rooms.staff.opening import first_code
from assistant.limits import Allowance, Limiter
from assistant.staff.accounts import Purpose
from tests.support.staff_site import PASSWORD, log_in, send, token_in


def redeem(client, code: str, name: str = "jan", password: str = PASSWORD, again: str | None = None):
    page = client.get("/beheer/code").text
    fields = {"bewijs": token_in(page), "code": code, "naam": name, "wachtwoord": password}
    return client.post("/beheer/code", data={**fields, "nogmaals": password if again is None else again})


def test_the_code_of_the_first_start_makes_an_account_and_then_one_logs_in(own_site):
    told = first_code(own_site.services.accounts, "http://127.0.0.1:7860")
    code = re.findall(r"\b(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}\b", told)[0]
    client = own_site.visitor()
    assert client.get("/beheer").headers["location"] == "/beheer/inloggen"
    assert client.get("/beheer/inloggen").headers["location"] == "/beheer/code"
    assert "Er is nog geen account" in client.get("/beheer/code").text
    assert redeem(client, code).headers["location"] == "/beheer/inloggen?gelukt=1"
    assert redeem(client, code, "piet").status_code == 422
    assert log_in(client, "Jan", PASSWORD).headers["location"] == "/beheer"
    assert "Lassen in Hengelo" in client.get("/beheer").text
    assert first_code(own_site.services.accounts, "http://127.0.0.1:7860") == ""


def test_a_mistake_with_a_code_is_told_and_the_code_still_works(own_site):
    code = own_site.services.accounts.issue_code(Purpose.FIRST, "start")
    client = own_site.visitor()
    assert "niet gelijk" in redeem(client, code, again="iets anders hier").text
    assert "te kort" in redeem(client, code, password="kort").text
    assert "heel veel mensen" in redeem(client, code, password="wachtwoord123").text
    assert redeem(client, code).status_code == 303


def test_there_is_no_account_before_somebody_makes_one(own_site):
    client = own_site.visitor()
    for name, password in (("admin", "admin"), ("", ""), ("beheer", "leerwijzer"), ("jan", PASSWORD)):
        assert not own_site.services.accounts.is_right(name, password)
        page = client.get("/beheer/code").text
        fields = {"bewijs": token_in(page), "naam": name, "wachtwoord": password}
        assert client.post("/beheer/inloggen", data=fields).status_code == 401


def test_the_session_cookie_is_for_this_site_and_no_script(site):
    site.staff()
    response = log_in(site.visitor(), "jan", PASSWORD)
    cookie = next(c for c in response.headers.get_list("set-cookie") if c.startswith(COOKIE))
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Path=/" in cookie
    assert "Secure" not in cookie
    assert "Max-Age" not in cookie


def test_behind_https_the_cookie_stays_on_https(site):
    client = site.staff()
    client.base_url = "https://127.0.0.1:7860"
    response = send(client, "/beheer/uitloggen", "/beheer")
    assert all("Secure" in cookie for cookie in response.headers.get_list("set-cookie"))


def test_a_session_that_was_there_before_the_login_is_worth_nothing_after_it(site):
    site.staff()
    client = site.visitor()
    planted = "A" * 43
    client.cookies.set(COOKIE, planted, domain="127.0.0.1")
    assert log_in(client, "jan", PASSWORD).status_code == 303
    other = site.visitor()
    other.cookies.set(COOKIE, planted, domain="127.0.0.1")
    assert other.get("/beheer").status_code == 303


def test_logging_out_ends_the_session_everywhere(site):
    client = site.staff()
    token = client.cookies[COOKIE]
    response = send(client, "/beheer/uitloggen")
    assert response.headers["location"] == "/beheer/inloggen"
    assert any(cookie.startswith("leerwijzer=;") for cookie in response.headers.get_list("set-cookie"))
    thief = site.visitor()
    thief.cookies.set(COOKIE, token, domain="127.0.0.1")
    assert thief.get("/beheer").headers["location"] == "/beheer/inloggen"


def test_a_name_that_is_not_there_and_a_wrong_password_get_the_same_answer(site):
    site.staff()
    wrong, unknown = log_in(site.visitor(), "jan", "x" * 20), log_in(site.visitor(), "els", "x" * 20)
    assert wrong.status_code == unknown.status_code == 401
    strip = re.compile(r'value="(?:jan|els|\w{64})"|nonce="[^"]*"')
    assert strip.sub("", wrong.text) == strip.sub("", unknown.text)


def test_guessing_is_slowed_down_until_it_is_hopeless_even_with_the_right_password(own_site):
    own_site.staff()
    client = own_site.visitor()
    statuses = [log_in(client, "jan", f"gok nummer {number:04}").status_code for number in range(40)]
    assert statuses.count(401) <= 10
    assert set(statuses[10:]) == {429}
    response = log_in(client, "jan", PASSWORD)
    assert response.status_code == 429
    assert "seconden" in response.text


def test_another_account_from_another_address_is_not_held_up():
    limits = LoginLimits(Limiter(Allowance(2, 1)), Limiter(Allowance(2, 1)))
    assert [limits.spend("10.0.0.1", "jan") for _ in range(3)] == [0, 0, pytest.approx(60, abs=1)]
    assert limits.spend("10.0.0.2", "jan") > 0
    assert limits.spend("10.0.0.2", "piet") == 0


@pytest.mark.parametrize("token", ["", "x", "0" * 64, "é" * 64])
def test_a_login_form_from_elsewhere_is_refused(site, token):
    site.staff()
    response = site.visitor().post(
        "/beheer/inloggen", data={"bewijs": token, "naam": "jan", "wachtwoord": PASSWORD}
    )
    assert response.status_code == 403


def test_a_colleague_comes_in_with_a_code_and_can_be_taken_out(own_site):
    client = own_site.staff()
    page = send(client, "/beheer/accounts/uitnodigen", "/beheer/accounts").text
    code = re.findall(r'class="lw-code">([^<]+)<', page)[0]
    assert code not in client.get("/beheer/accounts").text
    colleague = own_site.visitor()
    assert redeem(colleague, code, "piet").status_code == 303
    assert log_in(colleague, "piet", PASSWORD).status_code == 303
    assert send(client, "/beheer/accounts/verwijderen", "/beheer/accounts", naam="piet").status_code == 303
    assert colleague.get("/beheer").status_code == 303
    last = send(client, "/beheer/accounts/verwijderen", "/beheer/accounts", naam="jan")
    assert "laatste account" in last.text


def test_a_new_password_takes_the_old_one_and_ends_the_sessions(own_site):
    client = own_site.staff()
    fields = {"wachtwoord": PASSWORD, "nieuw": "nog een lang woord", "nogmaals": "nog een lang woord"}
    path, page = "/beheer/accounts/wachtwoord", "/beheer/accounts"
    assert "klopt niet" in send(client, path, page, **{**fields, "wachtwoord": "fout"}).text
    assert "niet gelijk" in send(client, path, page, **{**fields, "nogmaals": "anders dan eerst"}).text
    assert send(client, path, page, **fields).status_code == 303
    assert client.get("/beheer").status_code == 303
    assert log_in(client, "jan", PASSWORD).status_code == 401
    assert log_in(client, "jan", "nog een lang woord").status_code == 303
