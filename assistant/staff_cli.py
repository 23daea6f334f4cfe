"""`python -m assistant staff`: accounts, for who sits at the machine itself."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from assistant.errors import AssistantError
from assistant.staff.accounts import Accounts, Purpose, Refusal, normal_name
from knowledge.config import KnowledgeSettings
from knowledge.store.database import Database

CONSOLE = "console"
"""Who made an account or a code here, as the log and the list of accounts name it."""


class AccountError(AssistantError):
    """An account cannot be used as asked."""

    def __init__(self, name: str, found: str) -> None:
        self.name, self.found = name, found
        super().__init__(f"Account {name!r}: {found} `python -m assistant staff list` toont de accounts.")


def add_staff_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
) -> None:
    """Add the command and its actions to a parser."""
    staff = commands.add_parser("staff", help="accounts voor Beheer, op deze computer zelf")
    actions = staff.add_subparsers(dest="action", required=True)
    actions.add_parser("list", help="toon de accounts")
    actions.add_parser("code", help="maak een eenmalige code voor een nieuw account")
    for name, told in (
        ("reset", "maak een code voor een nieuw wachtwoord"),
        ("remove", "verwijder een account"),
    ):
        actions.add_parser(name, help=told).add_argument("name", help="naam van het account")


def run_staff_command(
    options: argparse.Namespace, settings: KnowledgeSettings, now: Callable[[], int]
) -> str:
    """Do what was asked and return what to print; the site may be running meanwhile."""
    database = Database(settings.database_url)
    try:
        accounts = Accounts(database, now)
        if options.action == "list":
            return "".join(f"{account.name}\n" for account in accounts.all()) or "Er is nog geen account.\n"
        if options.action == "code":
            purpose = Purpose.INVITE if accounts.all() else Purpose.FIRST
            return _told(accounts.issue_code(purpose, CONSOLE))
        if normal_name(options.name) not in {account.name for account in accounts.all()}:
            raise AccountError(options.name, "dat is er niet.")
        if options.action == "reset":
            return _told(accounts.issue_code(Purpose.RESET, CONSOLE, options.name))
        if accounts.remove(options.name) is Refusal.LAST:
            raise AccountError(options.name, "dit is het laatste. Maak eerst een ander met `staff code`.")
        return f"Account {normal_name(options.name)} is verwijderd.\n"
    finally:
        database.close()


def _told(code: str) -> str:
    return f"{code}\n\nTyp deze code over op /beheer/code. Hij werkt een keer en een uur lang.\n"
