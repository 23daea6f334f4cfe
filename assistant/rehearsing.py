"""Questions that an assistant can ask itself: one in each other language, then those that editors wrote, about all that is known."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Language, Question
from assistant.writing.phrases import say
from knowledge.retrieval.asked_table import AskedQuestion

GOLDEN = 0.6180339887
"""By steps of this part of the whole the first places lie evenly, however many there will be (Knuth, TAOCP 3, 6.4)."""


OPENED_LATER = (Language.ENGLISH, Language.GERMAN)
"""Languages of which the words are opened when a process answers already: more than half of what its first answers take, and an eighth of a start."""


def rehearsal(written: Sequence[AskedQuestion], place: int) -> Question | None:
    """Return a question by a place, from 0 on: first one in each language that is opened later, then written ones; None where nobody wrote any."""
    if place < len(OPENED_LATER):
        return Question(say(OPENED_LATER[place], "warm_up"))
    if not written:
        return None
    one = written[int(place * GOLDEN % 1.0 * len(written))]
    return Question(one.text, language=Language(one.language))
