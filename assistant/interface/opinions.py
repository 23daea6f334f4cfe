"""What a person says of an answer: the form under it, and what comes back from it. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass

from assistant.interface.texts import Texts

REASONS = ("wrong", "incomplete", "unclear", "source", "other")
"""Keys of the reasons that can be chosen; the texts have their words."""

LONGEST_WORDS = 500

PREFIX = "oordeel:"
"""How the wish begins that the script of the page sends for this form."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a person says of an answer. `may_keep`: the question and the answer may be kept with it."""

    is_good: bool
    reason: str
    words: str
    may_keep: bool

    @property
    def said(self) -> str:
        """The reason with the person's own words, "" for none."""
        return ": ".join(part for part in (self.reason, self.words) if part)


def opinion_form_html(texts: Texts) -> str:
    """Return the form, folded away; its script sends it as a wish and shows the thanks."""
    options = "".join(f'<option value="{key}">{texts[f"reason_{key}"]}</option>' for key in REASONS)
    return (
        f'<details class="lw-oordeel"><summary>{texts["opinion"]}</summary>'
        f'<form class="lw-oordeelvorm" data-dank="{texts["opinion_thanks"]}"><fieldset><legend>{texts["opinion_question"]}</legend>'
        f'<label><input type="radio" name="goed" value="ja" required> {texts["opinion_good"]}</label> '
        f'<label><input type="radio" name="goed" value="nee"> {texts["opinion_bad"]}</label></fieldset>'
        f'<label class="lw-regel">{texts["opinion_reason"]} <select name="reden"><option value=""></option>{options}</select></label>'
        f'<label class="lw-regel">{texts["opinion_words"]} '
        f'<textarea name="woorden" rows="2" maxlength="{LONGEST_WORDS}"></textarea></label>'
        f'<label class="lw-regel"><input type="checkbox" name="bewaren"> {texts["opinion_keep"]}</label>'
        f'<button type="submit" class="lw-kopieer">{texts["opinion_send"]}</button></form></details>'
    )


def opinion_from(wish: str) -> Opinion | None:
    """Return the opinion that a wish holds, None when it is none or not one that the form can send."""
    if not wish.startswith(PREFIX) or len(wish) > 4 * LONGEST_WORDS:
        return None
    try:
        given = json.loads(wish.removeprefix(PREFIX))
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, dict) or not isinstance(given.get("goed"), bool):
        return None
    reason, words = given.get("reden", ""), given.get("woorden", "")
    if reason not in ("", *REASONS) or not isinstance(words, str):
        return None
    return Opinion(given["goed"], reason, words[:LONGEST_WORDS], given.get("bewaren") is True)
