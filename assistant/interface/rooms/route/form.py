"""The profile and the goal as plain fields, each with help and with its error beside it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from assistant.interface.escaping import escaped, one_line
from assistant.interface.rooms.route.desk import Choices
from assistant.interface.rooms.route.reading import (
    BENEFITS,
    DIPLOMAS,
    EMPLOYERS,
    LANGUAGES,
    LEVELS,
    MODES,
    NONE,
    Fields,
    Problem,
)
from assistant.interface.texts import Texts
from assistant.profile import PROFILES
from assistant.routes.atoms import CEFR

Options = Sequence[tuple[str, str]]
"""Values and their labels; labels are texts of ours or escaped."""


@dataclass(frozen=True, slots=True)
class FormState:
    """What stands in the fields, and what is wrong with them."""

    values: Fields = field(default_factory=dict)
    problems: Mapping[str, Problem] = field(default_factory=dict)

    def first(self, name: str) -> str:
        """Return the value of a field that holds one, "" when it is empty."""
        values = self.values.get(name, ())
        return values[0] if values else ""


def form_html(state: FormState, choices: Choices, texts: Texts, *, is_open: bool) -> str:
    """Return the whole form; folded up when there is an outcome to look at."""
    form = _Form(state, choices, texts)
    return (
        f'<details class="lw-kaart" id="gegevens"{" open" if is_open or state.problems else ""}>'
        f"<summary><h2>{texts['form_head']}</h2></summary><p>{texts['form_intro']}</p>"
        f'{form.summary()}<form method="post" action="/route" novalidate>{form.goal()}{form.diplomas()}'
        f"{form.work()}{form.limits()}{form.more()}"
        f'<p><button class="lw-eerste">{texts["form_send"]}</button></p></form>{form.lists()}</details>'
    )


def limits_html(state: FormState, texts: Texts) -> str:
    """Return hours, budget and distance by themselves: the limits that one tries out."""
    form = _Form(state, Choices((), {}, (), (), ()), texts, prefix="grens-")
    return (
        f'<section class="lw-kaart" aria-labelledby="grenzen-kop"><h2 id="grenzen-kop">{texts["limits_head"]}</h2>'
        f'<p>{texts["limits_intro"]}</p><form method="post" action="/route/grenzen" novalidate class="lw-rij">'
        f"{form.number('uren', 'label_hours')}{form.number('budget', 'label_budget')}"
        f"{form.number('afstand', 'label_distance')}"
        f"<p><button>{texts['limits_send']}</button></p></form></section>"
    )


class _Form:
    """Writes the fields of one form; `prefix` keeps the ids of two forms on a page apart."""

    def __init__(self, state: FormState, choices: Choices, texts: Texts, prefix: str = "") -> None:
        self._state, self._choices, self._texts, self._prefix = state, choices, texts, prefix

    def summary(self) -> str:
        """Return the errors on top, each a link to its field."""
        if not self._state.problems:
            return ""
        items = "".join(
            f'<li><a href="#{self._prefix}{escaped(name)}">{self._sentence(problem)}</a></li>'
            for name, problem in self._state.problems.items()
        )
        return (
            f'<div class="lw-let-op" role="alert"><p class="lw-fout">{self._texts["form_wrong"]}</p>'
            f"<ul>{items}</ul></div>"
        )

    def goal(self) -> str:
        """Return the field for the goal."""
        return self.line("doel", "label_goal", "help_goal", "lijst-doel")

    def diplomas(self) -> str:
        """Return the rows for diplomas; the later ones folded up while they are empty."""
        texts = self._texts
        rows = [self._diploma(row) for row in range(1, DIPLOMAS + 1)]
        has_more = any(self._state.first(f"niveau{row}") for row in range(2, DIPLOMAS + 1))
        more = f"<details{' open' if has_more else ''}><summary>{texts['more_diplomas']}</summary>{''.join(rows[1:])}</details>"
        return f"<fieldset><legend>{texts['group_diplomas']}</legend><p>{texts['help_diplomas']}</p>{rows[0]}{more}</fieldset>"

    def _diploma(self, row: int) -> str:
        texts = self._texts
        levels = [("", texts["choose_empty"]), (NONE, texts["level_none"])]
        levels += [(level, texts[f"level_{level}"]) for level in LEVELS]
        profiles = [("", texts["choose_empty"]), *((one, texts[f"profile_{one}"]) for one in PROFILES)]
        subjects = [*((one, one_line(one)) for one in self._choices.subjects), (NONE, texts["subjects_none"])]
        name = f"vak{row}"
        is_open = bool(self._state.values.get(name)) or name in self._state.problems
        boxes = self._boxes(name, subjects)
        return (
            f'<div class="lw-rij">{self.select(f"niveau{row}", "label_level", levels, row)}'
            f"{self.select(f'profiel{row}', 'label_profile', profiles, row)}"
            f"{self.line(f'richting{row}', 'label_field', 'help_field', 'lijst-richting', row)}</div>"
            f"<details{' open' if is_open else ''}><summary>{texts['label_subjects'].format(n=row)}</summary>"
            f'<fieldset id="{name}"{self._described(name)}><legend>{texts["legend_subjects"].format(n=row)}</legend>'
            f"<p>{texts['help_subjects']}</p>{self._error(name)}{boxes}</fieldset></details>"
        )

    def work(self) -> str:
        """Return the fields about age and work."""
        texts = self._texts
        employers = [(name, texts[f"employer_{name}"]) for name in EMPLOYERS]
        keeps = [("ja", texts["yes"]), ("nee", texts["no"])]
        return (
            f'<fieldset><legend>{texts["group_work"]}</legend><div class="lw-rij">'
            f"{self.number('leeftijd', 'label_age')}{self.line('beroep', 'label_job', '', 'lijst-doel')}"
            f"{self.number('jaren', 'label_years')}</div>"
            f"{self._radios('werkgever', 'label_employer', 'help_employer', employers)}"
            f"{self._radios('blijft_werken', 'label_keeps_working', 'help_keeps_working', keeps)}</fieldset>"
        )

    def limits(self) -> str:
        """Return the fields about time, money and place."""
        texts = self._texts
        return (
            f'<fieldset><legend>{texts["group_limits"]}</legend><p>{texts["help_limits"]}</p><div class="lw-rij">'
            f"{self.number('uren', 'label_hours')}{self.number('budget', 'label_budget')}"
            f"{self.line('plaats', 'label_place', '', 'lijst-plaats')}{self.number('afstand', 'label_distance')}"
            f"{self.line('begin', 'label_start', 'help_start')}</div></fieldset>"
        )

    def more(self) -> str:
        """Return what few people need: benefits, languages, birth date, forms that are out."""
        texts = self._texts
        names = ("uitkering", "geboren", "zonder", *(f"taal_{code}" for code in LANGUAGES))
        is_open = any(self._state.values.get(name) or name in self._state.problems for name in names)
        benefits = [("", texts["choose_empty"]), (NONE, texts["benefits_none"])]
        benefits += [(one, texts[f"benefits_{one}"]) for one in BENEFITS]
        levels = [("", texts["choose_empty"]), *((one, texts[f"cefr_{one}"]) for one in CEFR)]
        languages = "".join(self.select(f"taal_{code}", f"language_{code}", levels) for code in LANGUAGES)
        modes = [(mode, texts[f"mode_{mode}"]) for mode in MODES]
        return (
            f'<details{" open" if is_open else ""}><summary>{texts["group_more"]}</summary><div class="lw-rij">'
            f"{self.line('geboren', 'label_born', 'help_born')}"
            f"{self.select('uitkering', 'label_benefits', benefits)}</div><p>{texts['help_benefits']}</p>"
            f"<fieldset><legend>{texts['legend_languages']}</legend><p>{texts['help_languages']}</p>"
            f'<div class="lw-rij">{languages}</div></fieldset>'
            f"<fieldset><legend>{texts['legend_without']}</legend><p>{texts['help_without']}</p>"
            f"{self._boxes('zonder', modes)}</fieldset></details>"
        )

    def lists(self) -> str:
        """Return the suggestions of the fields that have them."""
        return (
            _datalist("lijst-doel", self._choices.goals)
            + _datalist("lijst-richting", self._choices.fields)
            + _datalist("lijst-plaats", self._choices.places)
        )

    def number(self, name: str, label: str) -> str:
        """Return a short field for a number."""
        return self._field(
            name,
            label,
            f'<input {self._common(name)} value="{self._value(name)}" inputmode="decimal" size="8">',
        )

    def line(self, name: str, label: str, help_key: str, suggestions: str = "", row: int = 0) -> str:
        """Return a field for a line of text."""
        listed = f' list="{suggestions}"' if suggestions else ""
        tag = f'<input {self._common(name, help_key)} value="{self._value(name)}" maxlength="200"{listed} autocomplete="off">'
        return self._field(name, label, tag, help_key, row)

    def select(self, name: str, label: str, options: Options, row: int = 0) -> str:
        """Return a field with a list to choose from."""
        chosen = self._state.first(name)
        items = "".join(
            f'<option value="{escaped(value)}"{" selected" if value == chosen else ""}>{text}</option>'
            for value, text in options
        )
        return self._field(name, label, f"<select {self._common(name)}>{items}</select>", row=row)

    def _field(self, name: str, label: str, tag: str, help_key: str = "", row: int = 0) -> str:
        """Return a labelled field; a row of more diplomas has its number in the label."""
        number = f" {row}" if row else ""
        hint = (
            f'<span class="lw-hulp" id="{self._prefix}{name}-hulp">{self._texts[help_key]}</span>'
            if help_key
            else ""
        )
        return (
            f'<div class="lw-veld"><label for="{self._prefix}{name}">{self._texts[label]}{number}</label>'
            f"{hint}{self._error(name)}{tag}</div>"
        )

    def _common(self, name: str, help_key: str = "") -> str:
        return f'id="{self._prefix}{name}" name="{name}"{self._described(name, has_help=bool(help_key))}'

    def _described(self, name: str, *, has_help: bool = False) -> str:
        ids = [f"{self._prefix}{name}-hulp"] if has_help else []
        is_wrong = name in self._state.problems
        ids += [f"{self._prefix}{name}-fout"] if is_wrong else []
        described = f' aria-describedby="{" ".join(ids)}"' if ids else ""
        return described + (' aria-invalid="true"' if is_wrong and not name.startswith("vak") else "")

    def _error(self, name: str) -> str:
        problem = self._state.problems.get(name)
        if problem is None:
            return ""
        return f'<span class="lw-fout" id="{self._prefix}{name}-fout">{self._sentence(problem)}</span>'

    def _sentence(self, problem: Problem) -> str:
        return escaped(self._texts[problem.key].format_map(dict(problem.values)))

    def _value(self, name: str) -> str:
        return escaped(self._state.first(name))

    def _boxes(self, name: str, options: Iterable[tuple[str, str]]) -> str:
        chosen = self._state.values.get(name, ())
        return (
            '<div class="lw-vakjes">'
            + "".join(
                f'<label class="lw-kies"><input type="checkbox" name="{name}" value="{escaped(value)}"'
                f"{' checked' if value in chosen else ''}> {text}</label>"
                for value, text in options
            )
            + "</div>"
        )

    def _radios(self, name: str, legend: str, help_key: str, options: Options) -> str:
        chosen = self._state.first(name)
        boxes = "".join(
            f'<label class="lw-kies"><input type="radio" name="{name}" value="{value}"'
            f"{' checked' if value == chosen else ''}> {text}</label>"
            for value, text in (*options, ("", self._texts["not_told"]))
        )
        return (
            f"<fieldset><legend>{self._texts[legend]}</legend><p>{self._texts[help_key]}</p>"
            f'<div class="lw-vakjes">{boxes}</div></fieldset>'
        )


def _datalist(list_id: str, values: Sequence[str]) -> str:
    options = "".join(f'<option value="{one_line(value)}">' for value in values)
    return f'<datalist id="{list_id}">{options}</datalist>'
