"""What an assistant asks itself comes from all over what is known, and from every language."""

from __future__ import annotations

from assistant.rehearsing import OPENED_LATER, rehearsal
from assistant.types import Language
from knowledge.build import language_of
from knowledge.retrieval.asked_table import AskedQuestion

FIRST = len(OPENED_LATER)
LANGUAGES = ("nl", "en", "de")
WRITTEN = [AskedQuestion(f"vraag {number}", LANGUAGES[number % 3], number) for number in range(1_000)]


def test_a_few_questions_lie_all_over_those_that_were_written():
    asked = [rehearsal(WRITTEN, place) for place in range(FIRST, FIRST + 40)]
    numbers = sorted(int(one.text.split()[1]) for one in asked if one is not None)
    gaps = [after - before for before, after in zip([0, *numbers], [*numbers, len(WRITTEN)], strict=True)]
    assert len(set(numbers)) == 40
    assert max(gaps) <= 2 * len(WRITTEN) / 40
    assert {one.language for one in asked if one is not None} == set(Language)


def test_where_nobody_wrote_questions_there_is_nothing_to_rehearse():
    assert rehearsal([], FIRST) is None


def test_the_languages_that_a_start_leaves_for_later_come_first():
    asked = [rehearsal(WRITTEN, place) for place in range(FIRST)]
    assert [language_of(one.text) for one in asked if one is not None] == list(OPENED_LATER)
    assert Language.DUTCH not in OPENED_LATER
