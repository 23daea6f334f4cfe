"""Ask whether the words of a sentence point to the slot that holds its figure, or to a rival: a swap."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from assistant.verification.clauses import Clause
from assistant.verification.items import ItemKind
from assistant.verification.lexicon import content
from assistant.verification.slots import Slot, holds, may_compete

TOLERANCE = 0.05
"""How much worse than the best slot the one with the value may match: rounding, not a second opinion."""

NEAR, INHERITED, CLAUSE, OTHERS = 1.0, 0.8, 0.5, 0.1
"""What a word counts, on either side: near the figure, taken over by an elliptic stretch, elsewhere in the clause, and
near a rival in the clause."""

ADJACENT = 1.5
"""What the nearest word counts, the unit that is no unit: "70 vragen"."""


def best_slot(asked: Slot, slots: Sequence[Slot], headers: Mapping[int, str]) -> Slot | None:
    """Return the slot that states the item of `asked` and that its words match best, or None.

    None means that another figure of the same kind matches the sentence better: a swap.
    """
    holders = [slot for slot in slots if holds(asked, slot, headers[slot.clause.evidence])]
    if not holders:
        return None
    rivals = [slot for slot in slots if slot not in holders and _is_rival(asked, slot)]
    labelled = [slot for slot in holders if asked.before and slot.before == asked.before]
    if labelled and _is_label(asked):
        rivals = [slot for slot in rivals if slot.before == asked.before]
    weights = _weights([*holders, *rivals])
    best = max(holders, key=lambda slot: _match(asked, slot, weights))
    reached = _match(asked, best, weights)
    highest = max((_match(asked, slot, weights) for slot in rivals), default=-math.inf)
    return best if reached + TOLERANCE >= highest else None


def literal_slot(asked: Slot, slots: Sequence[Slot], headers: Mapping[int, str]) -> Slot | None:
    """Return the slot of the item of `asked` in a clause that reads as the sentence does there, or None."""
    for slot in slots:
        if holds(asked, slot, headers[slot.clause.evidence]) and _reads_alike(asked, slot):
            return slot
    return None


def _reads_alike(asked: Slot, slot: Slot) -> bool:
    """Say whether the words and figures of two clauses follow each other alike, both figures included.

    What one clause skips of the other within that stretch may be a few words, and no figure.
    """
    mine, theirs = _tokens(asked.clause), _tokens(slot.clause)
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()[:-1]
    same = [(block.a + at, block.b + at) for block in blocks for at in range(block.size)]
    figures = {index for index, token in enumerate(mine) if token.startswith("=")}
    if (
        (_place(asked, mine), _place(slot, theirs)) not in same
        or figures - {mine for mine, _ in same}
        or len(same) < LITERAL * len(mine)
    ):
        return False
    span = theirs[same[0][1] : same[-1][1] + 1]
    skipped = [
        token for index, token in enumerate(span, same[0][1]) if index not in {other for _, other in same}
    ]
    return len(skipped) <= (1 - LITERAL) * len(span) and not any(token.startswith("=") for token in skipped)


def _place(slot: Slot, tokens: Sequence[str]) -> int:
    """Return where the item of a slot stands among the tokens of its clause."""
    order = [item.start for item in slot.clause.items].index(slot.item.start)
    return [index for index, token in enumerate(tokens) if token.startswith("=")][order]


def _tokens(clause: Clause) -> list[str]:
    """Return the content words and figures of a clause in their order."""
    tokens, start = [], 0
    for item in clause.items:
        tokens += [*content(f". {clause.text[start : item.start]}"), item.as_word]
        start = item.end
    return [*tokens, *content(f". {clause.text[start:]}")]


LITERAL = 0.75
"""Share of a sentence that follows a clause of the evidence, from which it is taken to be that clause."""


def _is_label(asked: Slot) -> bool:
    """Say whether a bare small number numbers what stands before it: "NLQF 4", "niveau 3"."""
    return asked.item.kind is ItemKind.NUMBER and not asked.item.unit and len(asked.item.value) <= 2


def _is_rival(asked: Slot, slot: Slot) -> bool:
    """Say whether the figure of `slot` might be meant instead; in running text "vijf hubs" are no euros."""
    if not may_compete(asked.item, slot.item):
        return False
    one, other = asked.item.unit, slot.item.unit
    counted = slot.behind if one and not other else asked.behind if other and not one else ""
    return slot.clause.is_row or not counted


def _weights(slots: Sequence[Slot]) -> dict[str, float]:
    """Return how much a word tells slots apart (inverse document frequency): by where it is near, else by clause."""
    near = Counter(word for slot in slots for word in slot.near | slot.inherited)
    wide = Counter(word for slot in slots for word in slot.wide)
    return {word: math.log((1 + len(slots)) / (near[word] or wide[word])) for word in near | wide}


def _match(asked: Slot, slot: Slot, weights: Mapping[str, float]) -> float:
    """Return how well the words around the asked item fit those around `slot`."""
    own = asked.item.as_word
    score = sum(
        weights.get(word, 0.0) * _worth(word, asked, slot) for word in asked.near | asked.wide if word != own
    )
    for mine, theirs in ((asked.behind, slot.behind), (asked.before, slot.before)):
        if mine and mine == theirs:
            score += ADJACENT * (0.2 + weights.get(mine, 0.0))
    return score


def _worth(word: str, asked: Slot, slot: Slot) -> float:
    return _closeness(word, asked) * _closeness(word, slot)


def _closeness(word: str, slot: Slot) -> float:
    if word in slot.near:
        return NEAR
    if word in slot.inherited:
        return INHERITED
    if word in slot.others:
        return OTHERS
    return CLAUSE if word in slot.wide else 0.0


def fits_cell(asked: Slot, slots: Sequence[Slot], headers: Mapping[int, str]) -> Slot | None:
    """Return the slot of a row that states the item of `asked` under the column that the sentence names, or None.

    Where it names none, the value of a column goes before a figure in an explanation ("mbo-2" in "Toelating: ...").
    """
    holders = [slot for slot in slots if holds(asked, slot, headers[slot.clause.evidence])]
    rivals = [slot for slot in slots if slot not in holders and may_compete(asked.item, slot.item)]
    if not holders:
        return None
    best = max(holders, key=lambda slot: (_named_columns(asked, slot), slot.is_value))
    is_aside = not best.is_value and not _named_columns(asked, best) and not best.near & asked.near
    if is_aside and any(slot.is_value and slot.item.unit == asked.item.unit for slot in rivals):
        return None
    named = max(
        (_named_columns(asked, slot) for slot in rivals if slot.item.unit == asked.item.unit), default=0
    )
    return best if named <= _named_columns(asked, best) else None


def _named_columns(asked: Slot, slot: Slot) -> int:
    """Return how many words of its column name the sentence has."""
    return len(slot.column & (asked.near | asked.wide))
