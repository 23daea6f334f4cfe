"""How much of a question a sentence accounts for by itself and with its headings."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from assistant.writing.covering import Coverage
from assistant.writing.relevance import coverage
from knowledge.types import QuestionWord

WORDS = st.sampled_from(["tarief", "saxion", "bedrag", "geopend", "terugbetalen", "niveau", "2", "mei"])
LIKENESS = st.dictionaries(WORDS, st.floats(0.1, 1.0), max_size=3)
QUESTION = st.lists(
    st.builds(
        lambda form, weight, near: QuestionWord((form,), weight, True, near),
        WORDS,
        st.floats(0.1, 9.0),
        LIKENESS,
    ),
    max_size=5,
)
PRESENT = st.frozensets(WORDS, max_size=4)


@example(
    [QuestionWord(("geopend",), 1.0, True, {"tarief": 0.5})],
    "",
    frozenset({"geopend"}),
    frozenset({"tarief"}),
)
@given(QUESTION, st.sampled_from(["", "Het kost 9 euro.", "Tot 1 mei terug te betalen."]), PRESENT, PRESENT)
def test_it_counts_as_coverage_does_and_headings_take_nothing_away(
    words: list[QuestionWord], text: str, own: frozenset[str], context: frozenset[str]
) -> None:
    by_own, by_both = Coverage(words).of(text, own, context)
    assert by_own == coverage(words, text, own)
    assert by_both == coverage(words, text, own | context)
    assert by_own <= by_both + 1e-9


def test_a_question_without_words_is_not_covered() -> None:
    assert Coverage([]).of("Tekst.", frozenset(), frozenset()) == (0.0, 0.0)
