"""How far apart two spellings are."""

from __future__ import annotations


def edit_distance(first: str, second: str, limit: int) -> int:
    """Return the number of insertions, deletions, substitutions and swaps of neighbours between two words.

    Optimal string alignment (Damerau 1964, restricted). Anything above `limit` is given as `limit + 1`.
    """
    if abs(len(first) - len(second)) > limit or len(set(first) ^ set(second)) > 2 * limit:
        return limit + 1  # an error changes at most two of the letters that only one of them has
    before: list[int] = []
    previous = list(range(len(second) + 1))
    for row, letter in enumerate(first, 1):
        current = [row]
        for column, other in enumerate(second, 1):
            cost = min(previous[column] + 1, current[-1] + 1, previous[column - 1] + (letter != other))
            if row > 1 and column > 1 and letter == second[column - 2] and first[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before, previous = previous, current
    return min(previous[-1], limit + 1)


def tolerated_errors(word: str) -> int:
    """Return how many errors a word of this length may hold and still be recognised."""
    return 0 if len(word) < 5 else 1 if len(word) < 8 else 2
