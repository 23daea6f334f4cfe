"""Questions that an assistant can ask itself: those that editors wrote, in all languages and about all that is known."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Language, Question
from knowledge.retrieval.asked import AskedQuestion

GOLDEN = 0.6180339887
"""By steps of this part of the whole the first places lie evenly, however many there will be (Knuth, TAOCP 3, 6.4)."""


def rehearsal(written: Sequence[AskedQuestion], place: int) -> Question | None:
    """Return one of the written questions by a place, from 0 on; None where nobody wrote any."""
    if not written:
        return None
    one = written[int(place * GOLDEN % 1.0 * len(written))]
    return Question(one.text, language=Language(one.language))
