"""The pages of the way in: login, one-time code, accounts. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.staff.parts import (
    field_html,
    form_html,
    moment_words,
    notice_html,
    table_html,
)
from assistant.interface.texts import Texts
from assistant.staff.accounts import Account, Person
from assistant.staff.log import Action
from assistant.staff.passwords import LONGEST, SHORTEST

NAME_FIELD = 'type="text" autocomplete="username" maxlength="60" autocapitalize="none" spellcheck="false"'
OLD_FIELD = 'type="password" autocomplete="current-password" required'
NEW_FIELD = (
    f'type="password" autocomplete="new-password" required minlength="{SHORTEST}" maxlength="{LONGEST}"'
)
CODE_FIELD = 'type="text" autocomplete="one-time-code" required maxlength="40" autocapitalize="characters" spellcheck="false"'


@dataclass(frozen=True, slots=True)
class Told:
    """What a page has to tell: the name that was filled in, an error, a note, and whether this is the first account."""

    name: str = ""
    error: str = ""
    note: str = ""
    is_first: bool = False

    @property
    def notices(self) -> str:
        """The error and the note as HTML."""
        error = notice_html(self.error, is_error=True) if self.error else ""
        return error + (notice_html(self.note) if self.note else "")


def login_html(texts: Texts, token: str, told: Told) -> tuple[str, str]:
    """Return title and main part of the login."""
    fields = field_html("naam", texts["name_label"], told.name, extra=f"{NAME_FIELD} required")
    fields += field_html("wachtwoord", texts["password_label"], extra=OLD_FIELD)
    return texts["login_title"], (
        f"<p>{texts['login_intro']}</p>{told.notices}"
        f'<div class="lw-kaart lw-smal">{form_html("/beheer/inloggen", token, fields, texts["log_in"])}</div>'
        f'<p><a href="/beheer/code">{texts["have_code"]}</a></p><p class="lw-klein">{texts["lost_password"]}</p>'
    )


def code_html(texts: Texts, token: str, told: Told) -> tuple[str, str]:
    """Return title and main part of the page where a one-time code is used."""
    intro = texts["first_intro"] if told.is_first else texts["code_intro"]
    name_hint = texts["name_hint"] if told.is_first else texts["name_hint_reset"]
    fields = field_html("code", texts["code_label"], hint=texts["code_hint"], extra=CODE_FIELD)
    fields += field_html("naam", texts["name_label"], told.name, name_hint, NAME_FIELD)
    fields += _new_password(texts, "wachtwoord")
    back = "" if told.is_first else f'<p><a href="/beheer/inloggen">{texts["log_in"]}</a></p>'
    return texts["code_title"], (
        f"<p>{intro}</p>{told.notices}"
        f'<div class="lw-kaart lw-smal">{form_html("/beheer/code", token, fields, texts["use_code"])}</div>{back}'
    )


def accounts_html(
    texts: Texts, person: Person, accounts: Sequence[Account], actions: Sequence[Action], told: Told
) -> str:
    """Return the main part of the accounts page; `told.note` is a new code, which is shown this once."""
    error = notice_html(told.error, is_error=True) if told.error else ""
    return (
        f"{error}{_code_card(texts, told.note)}"
        f"{_accounts_table(texts, person, accounts)}"
        f"<h2>{texts['invite_title']}</h2><p>{texts['invite_intro']}</p>"
        f"{form_html('/beheer/accounts/uitnodigen', person.form_token, '', texts['invite'])}"
        f"<h2>{texts['change_password']}</h2>{_change_password(texts, person)}"
        f"{_log(texts, actions)}"
    )


def _new_password(texts: Texts, name: str) -> str:
    hint = texts["password_hint"].format(n=SHORTEST)
    return field_html(name, texts["new_password_label"], hint=hint, extra=NEW_FIELD) + field_html(
        "nogmaals", texts["again_label"], extra=NEW_FIELD
    )


def _code_card(texts: Texts, code: str) -> str:
    if not code:
        return ""
    return (
        f'<section class="lw-kaart" role="status"><h2>{texts["new_code_title"]}</h2>'
        f'<p class="lw-code">{escaped(code)}</p><p>{texts["new_code_intro"]}</p></section>'
    )


def _accounts_table(texts: Texts, person: Person, accounts: Sequence[Account]) -> str:
    rows = []
    for account in accounts:
        hidden = f'<input type="hidden" name="naam" value="{escaped(account.name)}">'
        label = texts["remove_account"].format(name=one_line(account.name))
        remove = (
            form_html("/beheer/accounts/verwijderen", person.form_token, hidden, label, "")
            if len(accounts) > 1 and account.name != person.name
            else ""
        )
        rows.append(
            (
                one_line(account.name),
                moment_words(account.created_at, texts),
                one_line(account.created_by),
                remove,
            )
        )
    heads = [texts[key] for key in ("name_label", "created_on", "created_by", "actions_label")]
    return table_html(texts["accounts_caption"], heads, rows)


def _change_password(texts: Texts, person: Person) -> str:
    fields = field_html("wachtwoord", texts["old_password_label"], extra=OLD_FIELD)
    fields += _new_password(texts, "nieuw")
    form = form_html("/beheer/accounts/wachtwoord", person.form_token, fields, texts["change_password"])
    return f'<div class="lw-kaart lw-smal">{form}</div>'


def _log(texts: Texts, actions: Sequence[Action]) -> str:
    rows = [
        (
            moment_words(action.at, texts),
            one_line(action.who),
            texts[f"action_{action.what}"],
            one_line(action.about),
        )
        for action in actions
    ]
    heads = [texts[key] for key in ("when_label", "who_label", "what_label", "about_label")]
    return f"<h2>{texts['log_title']}</h2>{table_html(texts['log_caption'], heads, rows)}"
