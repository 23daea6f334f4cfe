"""The schemes of a step as rows: for whom, how much, where, before when, and why or why not. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.interface.rooms.route.words import provider_name
from assistant.interface.texts import Texts
from assistant.routes.amounts import day_text, euro_text, listed
from assistant.routes.conditions import judge
from assistant.routes.funding import PERSON
from assistant.routes.phrases import say
from assistant.routes.spans import Span
from assistant.routes.types import Answer, Atom, FundingVerdict, Person, Step
from assistant.routes.wording_conditions import atom_text, remaining_text
from assistant.types import Language
from knowledge.catalogue.facts import Provenance
from knowledge.catalogue.rules import Unstated
from knowledge.catalogue.types import Scheme


class Group(StrEnum):
    """For whom a scheme is."""

    PERSON = "person"
    EMPLOYER = "employer"
    NOT = "not"


_ALL = ("col_scheme", "col_verdict", "col_amount", "col_apply", "col_why")
FUNDING_COLUMNS = {Group.PERSON: _ALL, Group.EMPLOYER: _ALL, Group.NOT: ("col_scheme", "col_why")}
"""Columns of a table of schemes by the keys of their heads. What is not for you has no amount."""


@dataclass(frozen=True, slots=True)
class Reasons:
    """What must still be met, what is not known, or what makes it a no; `lead` says which of these, "" for the last."""

    lead: str
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """All in one line."""
        return " ".join(part for part in (self.lead, "; ".join(self.parts)) if part)


@dataclass(frozen=True, slots=True)
class FundingRow:
    """One scheme for one step, in words."""

    group: Group
    answer: Answer
    scheme: Scheme
    amount: str
    apply: str
    """Who applies, where, and before which day."""
    why: Reasons

    @property
    def provenance(self) -> Provenance:
        """Where the scheme's record comes from."""
        return self.scheme.provenance


_ORDER = {Answer.YES: 0, Answer.CONDITIONAL: 1, Answer.UNKNOWN: 2, Answer.NO: 3}


def funding_rows(
    step: Step, person: Person, organisations: Mapping[str, str], texts: Texts
) -> tuple[FundingRow, ...]:
    """Return the schemes that have not ended on the day of the plan: for the person, for the employer, then the others."""
    rows = [_row(one, person, organisations, texts) for one in step.funding.verdicts]
    groups = list(Group)
    return tuple(sorted(rows, key=lambda row: (groups.index(row.group), _ORDER[row.answer], row.scheme.name)))


def _row(
    verdict: FundingVerdict, person: Person, organisations: Mapping[str, str], texts: Texts
) -> FundingRow:
    scheme = verdict.scheme
    group = Group.PERSON if scheme.applicant == PERSON else Group.EMPLOYER
    return FundingRow(
        Group.NOT if verdict.answer is Answer.NO else group,
        verdict.answer,
        scheme,
        _amount(verdict, texts),
        _apply(verdict, organisations, texts),
        _why(verdict, person, texts),
    )


def _amount(verdict: FundingVerdict, texts: Texts) -> str:
    language = texts.language
    is_told = verdict.euro.is_known and verdict.euro.high > 0
    euro = euro_text(Span(verdict.euro.high, verdict.euro.high), language)
    text = say(language, "up_to", {"euro": euro}) if is_told else texts["amount_unknown"]
    return f"{text} {texts['is_loan']}" if verdict.scheme.is_loan else text


def _apply(verdict: FundingVerdict, organisations: Mapping[str, str], texts: Texts) -> str:
    scheme, language = verdict.scheme, texts.language
    who = texts["apply_person" if scheme.applicant == PERSON else "apply_employer"]
    where = provider_name(scheme.where, organisations)
    parts = [texts["apply_at"].format(who=who, where=where) if where else who]
    if verdict.opens:
        parts.append(texts["apply_from"].format(day=day_text(verdict.opens, language)))
    day = texts["apply_day_unknown"]
    if verdict.apply_by:
        day = texts["apply_before"].format(day=day_text(verdict.apply_by, language))
    return "; ".join([*parts, day])


def _why(verdict: FundingVerdict, person: Person, texts: Texts) -> Reasons:
    language = texts.language
    if verdict.answer is Answer.NO:
        return Reasons("", _parts(verdict, verdict.failing, person, texts))
    if verdict.answer is Answer.UNKNOWN:
        return Reasons(texts["funding_depends"], _parts(verdict, verdict.unknown, person, texts))
    remaining = [remaining_text(one, language) for one in verdict.remaining]
    if verdict.scheme.is_unconfirmed:
        remaining.append(say(language, "is_unconfirmed"))
    return Reasons(texts["funding_if"] if remaining else "", tuple(remaining))


def _parts(verdict: FundingVerdict, names: tuple[str, ...], person: Person, texts: Texts) -> tuple[str, ...]:
    """Return the reasons by name: the kind of offer, the region, or conditions of the person."""
    scheme, language = verdict.scheme, texts.language
    is_no = verdict.answer is Answer.NO
    found: list[str] = []
    for name in names:
        if name == "person":
            judged = judge(scheme.condition, person)
            found += [_atom(atom, language) for atom in (judged.failing if is_no else judged.unknown)]
        elif name == "region":
            who = "person" if scheme.applicant == PERSON else "employer"
            key = f"{'not' if is_no else 'ask'}_region_{who}"
            found.append(texts[key].format(regions=listed(scheme.regions, language, "or")))
        else:
            found.append(texts["not_offer" if is_no else "ask_offer"])
    if not is_no and scheme.is_unconfirmed:
        found.append(texts["ask_exists"])
    return tuple(dict.fromkeys(found))


def _atom(atom: Atom, language: Language) -> str:
    """Return a condition in words; one that no source states in full is a question by itself ("of je ...")."""
    return atom.about if isinstance(atom, Unstated) else atom_text(atom, language)
