"""Names are made phrases once for all languages; that changes nothing about what the phrases mean."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.types import Language
from assistant.understanding.activities import activities_of, all_taught
from assistant.understanding.lexicon import (
    HBO_ICT,
    LETTER_BY_FIGURE,
    Phrases,
    Sense,
    lexicon_of,
    phrases_of,
    with_names,
    words_of,
)
from knowledge.catalogue.folding import folded

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


@given(
    st.text(alphabet="abhikotc-mB 4é8İıK", max_size=12)
    | st.sampled_from(["HBO-ICT", "hbo-ict mbo4", "mbo-4", "xHBO-ICT"])
)
def test_the_words_of_a_name_are_those_that_every_pattern_leaves(text: str) -> None:
    split = LETTER_BY_FIGURE.sub(" ", folded(HBO_ICT.sub("hboict", text))).split()
    assert words_of(text) == split


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from([*sorted(all_taught())[:40], "lasser", "hbo ict", ""]), max_size=30))
def test_only_activities_of_which_something_has_the_name_are_known(texts: list[str]) -> None:
    kinds = ("field", "offer", "occupation", "place")
    names = phrases_of((text, Sense(kinds[at % 4], (text,))) for at, text in enumerate(texts))
    taught = {text for at, text in enumerate(texts) if kinds[at % 4] != "place"}
    assert lexicon_of(Language.DUTCH, names)._activities == activities_of(taught)
