"""Whether a message asks who gives advice about learning and work: that is no question about somebody's own way. Pure."""

from __future__ import annotations

import re

LONGEST = 18
"""Words of such a message: in a longer one a story is told, which may be weighed."""

ASKS_ADVICE = re.compile(
    r"\b(?:waar|wie|bij wie|welke (?:plek|organisatie|instantie)|where|who|wo|wer|bei wem)\b[^?.!]{0,60}?"
    r"\b(?:(?:gratis|onafhankelijk|persoonlijk|goed|free|independent|personal|kostenlose?|unabhängige?)\w* (?:[\w-]+ ){0,3})?"
    r"(?:(?:studie|loopbaan|school|scholings|opleidings|beroepskeuze)?advies|loopbaangesprek|adviesgesprek|(?:career |study )?advice|career guidance|(?:berufs|studien|laufbahn|bildungs)?beratung)\b",
    re.IGNORECASE,
)
"""A question for who gives advice, or where."""


def asks_advice(text: str) -> bool:
    """Say whether a message asks where there is advice, and hardly anything else."""
    return len(text.split()) <= LONGEST and ASKS_ADVICE.search(text) is not None
