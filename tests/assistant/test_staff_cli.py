"""Accounts from the machine itself: a code, a lost password, a removal; never a password on the command line."""

from __future__ import annotations

import re

import pytest

from assistant.build import now
from assistant.cli import main
from assistant.staff.accounts import Accounts, Refusal
from assistant.staff.passwords import Cost
from knowledge.store.database import Database

CODE = re.compile(r"\b(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}\b")
PASSWORD = "paard batterij nietje"


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("LEERWIJZER_DATABASE_URL", raising=False)

    def command(*arguments: str) -> tuple[int, str]:
        code = main(["--home", str(tmp_path), "staff", *arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return command


@pytest.fixture
def accounts(tmp_path):
    database = Database(f"sqlite:///{tmp_path / 'leerwijzer.sqlite3'}")
    yield Accounts(database, now, Cost(n=16, r=1, p=1))
    database.close()


def code_from(said: str) -> str:
    return CODE.findall(said)[0]


def test_a_first_a_second_and_a_new_password(run, accounts):
    assert run("list") == (0, "Er is nog geen account.\n")
    assert accounts.redeem(code_from(run("code")[1]), "Jan", PASSWORD) is None
    assert accounts.redeem(code_from(run("code")[1]), "Piet", PASSWORD) is None
    assert run("list") == (0, "jan\npiet\n")
    assert accounts.redeem(code_from(run("reset", "JAN")[1]), "", "nog een lang woord") is None
    assert accounts.is_right("jan", "nog een lang woord")
    assert not accounts.is_right("jan", PASSWORD)


def test_an_account_can_be_removed_but_not_the_last(run, accounts):
    for name in ("Jan", "Piet"):
        accounts.redeem(code_from(run("code")[1]), name, PASSWORD)
    assert run("remove", "piet")[0] == 0
    code, said = run("remove", "jan")
    assert code == 1
    assert "laatste" in said
    assert [account.name for account in accounts.all()] == ["jan"]


@pytest.mark.parametrize("action", ["reset", "remove"])
def test_a_name_that_is_not_there_is_told(run, action):
    code, said = run(action, "niemand")
    assert code == 1
    assert "niemand" in said
    assert not CODE.search(said)


def test_a_code_that_was_made_here_makes_one_account(run, accounts):
    code = code_from(run("code")[1])
    assert accounts.redeem(code, "Jan", PASSWORD) is None
    assert accounts.redeem(code, "Piet", PASSWORD) is Refusal.CODE
