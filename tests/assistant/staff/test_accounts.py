"""Codes work once and for a while, sessions end, and nothing that is stored lets anyone in."""

from __future__ import annotations

import sqlite3

import pytest

from assistant.staff.accounts import (
    CODE_SECONDS,
    IDLE_SECONDS,
    LONGEST_SECONDS,
    Accounts,
    Purpose,
    Refusal,
)
from assistant.staff.log import Action, ActionLog
from assistant.staff.passwords import Cost, Weakness
from knowledge.store.database import Database

CHEAP = Cost(n=16, r=1, p=1)
PASSWORD = "paard batterij nietje"


class Clock:
    now = 1_800_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def database(tmp_path):
    opened = Database(f"sqlite:///{tmp_path / 'x.sqlite3'}")
    yield opened
    opened.close()


@pytest.fixture
def accounts(database, clock):
    return Accounts(database, clock, CHEAP)


def with_account(accounts: Accounts, name: str = "Jan") -> Accounts:
    purpose = Purpose.INVITE if accounts.all() else Purpose.FIRST
    assert accounts.redeem(accounts.issue_code(purpose, "start"), name, PASSWORD) is None
    return accounts


def test_a_code_makes_the_first_account_once(accounts):
    code = accounts.issue_code(Purpose.FIRST, "start")
    assert accounts.redeem(code, "Jan", PASSWORD) is None
    assert [account.name for account in accounts.all()] == ["jan"]
    assert accounts.redeem(code, "Piet", PASSWORD) is Refusal.CODE


def test_a_code_may_be_typed_in_any_way(accounts):
    code = accounts.issue_code(Purpose.FIRST, "start")
    assert accounts.redeem(f" {code.lower().replace('-', ' ')} ", "Jan", PASSWORD) is None


def test_a_refused_name_or_password_leaves_the_code_usable(accounts):
    code = accounts.issue_code(Purpose.FIRST, "start")
    assert accounts.redeem(code, "<b>", PASSWORD) is Refusal.NAME
    assert accounts.redeem(code, "Jan", "kort") is Weakness.SHORT
    assert accounts.redeem(code, "Jan", PASSWORD) is None


def test_a_code_ends(accounts, clock):
    code = accounts.issue_code(Purpose.FIRST, "start")
    clock.now += CODE_SECONDS + 1
    assert accounts.redeem(code, "Jan", PASSWORD) is Refusal.CODE


def test_a_new_code_ends_the_earlier_one(accounts):
    first = accounts.issue_code(Purpose.FIRST, "start")
    accounts.issue_code(Purpose.FIRST, "start")
    assert accounts.redeem(first, "Jan", PASSWORD) is Refusal.CODE


def test_a_code_for_the_first_account_is_worth_nothing_once_there_is_one(accounts):
    with_account(accounts)
    late = accounts.issue_code(Purpose.FIRST, "start")
    assert accounts.redeem(late, "Piet", PASSWORD) is Refusal.CODE


def test_a_second_account_needs_a_name_of_its_own(accounts):
    with_account(accounts)
    code = accounts.issue_code(Purpose.INVITE, "jan")
    assert accounts.redeem(code, " JAN ", PASSWORD) is Refusal.TAKEN
    assert accounts.redeem(code, "Piet", PASSWORD) is None
    assert [(one.name, one.created_by) for one in accounts.all()] == [("jan", "start"), ("piet", "jan")]


def test_no_guess_is_a_code(accounts):
    accounts.issue_code(Purpose.FIRST, "start")
    guesses = ["", "-", "A" * 16, "\ud800", "x" * 10_000, "2222-2222-2222-2222"]
    assert {accounts.redeem(guess, "Jan", PASSWORD) for guess in guesses} == {Refusal.CODE}


def test_only_the_password_of_the_account_is_right(accounts):
    with_account(accounts)
    assert accounts.is_right(" jan", PASSWORD)
    for name, password in (("jan", PASSWORD + " "), ("piet", PASSWORD), ("", ""), ("jan", "")):
        assert not accounts.is_right(name, password)


def test_an_old_hash_is_renewed_when_the_password_comes_by(accounts, database, clock):
    with_account(accounts)
    dearer = Accounts(database, clock, Cost(n=32, r=1, p=1))
    assert dearer.is_right("jan", PASSWORD)
    with sqlite3.connect(database.path) as connection:
        assert (
            connection.execute("select password from staff_accounts").fetchone()[0].startswith("scrypt$32$")
        )
    assert dearer.is_right("jan", PASSWORD)


def test_a_session_knows_who_it_is_of_and_each_login_gives_a_new_one(accounts):
    with_account(accounts)
    first, second = accounts.open_session("Jan"), accounts.open_session("Jan")
    assert first != second
    person = accounts.person_of(first)
    assert person is not None
    assert person.name == "jan"
    assert person.form_token != accounts.person_of(second).form_token
    assert first not in person.form_token


def test_a_session_goes_idle_and_a_use_keeps_it(accounts, clock):
    with_account(accounts)
    token = accounts.open_session("jan")
    clock.now += IDLE_SECONDS
    assert accounts.person_of(token)
    clock.now += IDLE_SECONDS
    assert accounts.person_of(token)
    clock.now += IDLE_SECONDS + 1
    assert accounts.person_of(token) is None


def test_a_session_in_use_outlives_a_restart(accounts, database, clock):
    with_account(accounts)
    token = accounts.open_session("jan")
    clock.now += IDLE_SECONDS
    accounts.keep(token)
    clock.now += IDLE_SECONDS
    assert Accounts(database, clock, CHEAP).person_of(token)


def test_a_session_ends_after_a_working_day_however_it_is_used(accounts, clock):
    with_account(accounts)
    token = accounts.open_session("jan")
    for _ in range(LONGEST_SECONDS // 1800):
        clock.now += 1800
        assert accounts.person_of(token)
    clock.now += 1800
    assert accounts.person_of(token) is None


@pytest.mark.parametrize("days", [-3650, -1, 1, 3650])
def test_a_clock_that_jumps_lengthens_no_session(accounts, clock, days):
    with_account(accounts)
    token = accounts.open_session("jan")
    clock.now += days * 86_400
    assert accounts.person_of(token) is None


def test_logging_out_a_new_password_and_removal_end_sessions(accounts):
    with_account(with_account(accounts), "Piet")
    token = accounts.open_session("jan")
    accounts.close_session(token)
    assert accounts.person_of(token) is None
    token = accounts.open_session("jan")
    assert accounts.change_password("jan", "nog een lang woord") is None
    assert accounts.person_of(token) is None
    token = accounts.open_session("jan")
    assert accounts.remove("jan") is None
    assert accounts.person_of(token) is None


def test_the_last_account_stays(accounts):
    with_account(accounts)
    assert accounts.remove("jan") is Refusal.LAST
    assert accounts.remove("niemand") is Refusal.NAME


def test_a_lost_password_is_replaced_with_a_code_for_that_account(accounts):
    with_account(with_account(accounts), "Piet")
    token = accounts.open_session("jan")
    code = accounts.issue_code(Purpose.RESET, "console", "Jan")
    assert accounts.redeem(code, "Piet", "nog een lang woord") is None
    assert accounts.is_right("jan", "nog een lang woord")
    assert accounts.is_right("piet", PASSWORD)
    assert accounts.person_of(token) is None


def test_no_secret_stands_in_the_database(accounts, database):
    code = accounts.issue_code(Purpose.INVITE, "start")
    with_account(accounts)
    token = accounts.open_session("jan")
    person = accounts.person_of(token)
    database.close()
    written = b"".join(path.read_bytes() for path in database.path.parent.iterdir())
    for secret in (code, code.replace("-", ""), token, PASSWORD, person.form_token):
        assert secret.encode() not in written


@pytest.mark.parametrize("count", [1_000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_guesses_open_no_session(accounts, count):
    with_account(accounts)
    real = accounts.open_session("jan")
    guesses = [f"{number:043d}" for number in range(count)]
    guesses += [
        real[:-1],
        real + "A",
        real[:-1] + ("A" if real[-1] != "A" else "B"),
        real.swapcase(),
        "",
        "\x00",
    ]
    assert [guess for guess in guesses if accounts.person_of(guess)] == []


def test_what_was_done_is_written_down_and_the_oldest_leaves(database, clock, monkeypatch):
    monkeypatch.setattr("assistant.staff.log.MOST_KEPT", 2)
    log = ActionLog(database, clock)
    for what in ("upload", "remove", "rollback"):
        log.add("jan", what, "a.pdf")
    assert log.newest() == (
        Action(clock.now, "jan", "rollback", "a.pdf"),
        Action(clock.now, "jan", "remove", "a.pdf"),
    )
