"""Names are made phrases once for all languages; that changes nothing about what the phrases mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.lexicon import Phrases, Sense, phrases_of, with_names, words_of

WORDS = st.sampled_from(["lasser", "Zwolle", "Saxion", "mbo-4", "techniek in Zwolle", "!", ""])
SENSES = st.builds(
    Sense,
    st.sampled_from(["place", "area", "field", "offer", "occupation"]),
    st.tuples(st.sampled_from("abc")),
)
NAMES = st.lists(st.tuples(WORDS, SENSES), max_size=12)
EVERYDAY = frozenset(["noise", "ask", "noun", "kind", "block"])


def one_by_one(phrases: Phrases, names: list[tuple[str, Sense]]) -> Phrases:
    """Add each name by itself: two senses of one kind become one, which then stands last; a field's own name says it alone."""
    whole = dict(phrases)
    for phrase in {tuple(words_of(text)) for text, sense in names if sense.kind == "field"}:
        if not any(one.kind in EVERYDAY for one in whole.get(phrase, ())):
            whole[phrase] = tuple(one for one in whole.get(phrase, ()) if one.kind != "field")
    for text, sense in names:
        phrase = tuple(words_of(text))
        known = whole.get(phrase, ())
        if not phrase or any(one.kind in EVERYDAY for one in known):
            continue
        values = [value for one in (*known, sense) if one.kind == sense.kind for value in one.values]
        others = tuple(one for one in known if one.kind != sense.kind)
        whole[phrase] = (*others, Sense(sense.kind, tuple(dict.fromkeys(values))))
    return whole


@given(NAMES, NAMES, st.booleans())
def test_names_put_together_first_mean_what_they_mean_one_by_one(
    known: list[tuple[str, Sense]], names: list[tuple[str, Sense]], has_everyday_word: bool
) -> None:
    phrases = dict(phrases_of(known))
    if has_everyday_word:
        phrases[("lasser",)] = (Sense("noun", ("x",)),)
    found = one_by_one(phrases, names)
    assert with_names(phrases, phrases_of(names)) == {
        phrase: senses for phrase, senses in found.items() if phrase
    }
