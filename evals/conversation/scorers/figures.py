"""Is any figure or name shown that no source of the answer holds? The error that a guidance service may not make."""

from __future__ import annotations

from assistant.types import Answer, SentenceKind
from evals.conversation.scorers.holding import Held, frame_text, is_count, unheld
from evals.conversation.types import Reply, Score

OUR_OWN = (SentenceKind.LEAD, SentenceKind.NOTICE)
"""Sentences of the frame may count: how many rows, which page. Whether the count is right is completeness."""


def supported(reply: Reply, answer: Answer) -> Score:
    """Return 1 when every figure and name of the answer stands in one of its quotes, else 0.

    Also held: what the person said, the day of the answer, the names of the records and sources that the answer names,
    and the fixed phrases.
    """
    day = reply.today.isoformat() if reply.today else ""
    named = "\n".join((*(record.name for record in answer.records), *answer.searched, day))
    held = Held.of(reply.cited, "\n".join((reply.said, named, frame_text())))
    lacking: list[str] = []
    for sentence in answer.sentences:
        found = unheld(sentence, held)
        is_ours = sentence.kind in OUR_OWN
        lacking += [text for text in found if not (is_ours and is_count(text))]
    shown = ", ".join(dict.fromkeys(lacking))
    return Score(
        float(not lacking),
        f"shows without a source: {shown}" if lacking else "all figures and names are held",
    )
