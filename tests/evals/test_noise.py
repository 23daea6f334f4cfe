"""The noise is seeded, leaves figures alone, and its halves share nothing; agreement is of outcome, facts and quotes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.types import Answer, Language, Outcome, Sentence, SentenceKind
from evals.conversation.cases import CASES
from evals.conversation.types import Case, Expected, Reply, Score, ScoredCase, ScoredTurn
from evals.noise.agreement import Pair, as_table, compared, rows_of
from evals.noise.asking import HALVES, by_hand, clean_cases, pairs_of, with_noise
from evals.noise.kinds import DUTCH, FOREIGN, noisy

QUESTION = "Hoeveel kost de opleiding tot verspaner bij STODT in 2025-2026, en hoe lang duurt die?"


@pytest.mark.parametrize("kind", DUTCH)
def test_one_seed_gives_one_text(kind: str) -> None:
    for seed in ("1", "2", "3"):
        assert noisy(QUESTION, kind, Language.DUTCH, seed, False) == noisy(
            QUESTION, kind, Language.DUTCH, seed, False
        )


@pytest.mark.parametrize("kind", DUTCH)
def test_every_kind_changes_something_for_some_seed(kind: str) -> None:
    texts = {
        noisy(QUESTION, kind, Language.DUTCH, str(seed), held) for seed in range(9) for held in (True, False)
    }
    assert texts - {QUESTION}


@given(st.sampled_from(sorted(DUTCH)), st.integers(0, 10_000), st.booleans())
def test_noise_never_changes_a_figure(kind: str, seed: int, is_held: bool) -> None:
    text = noisy(QUESTION, kind, Language.DUTCH, str(seed), is_held)
    digits = "".join(sign for sign in text if sign.isdigit())
    assert digits == "20252026"


def test_foreign_questions_have_no_dutch_noise() -> None:
    with pytest.raises(KeyError):
        noisy("What does it cost?", "dialect", Language.ENGLISH, "1", False)
    assert set(FOREIGN) < set(DUTCH)


def test_the_halves_share_no_question_and_the_test_part_is_never_asked() -> None:
    halves = [{case.id for case in clean_cases([CASES], half)} for half in HALVES]
    assert all(halves)
    assert not halves[0] & halves[1]
    assert all(case.split == "tune" for half in HALVES for case in clean_cases([CASES], half))


def test_pairs_by_hand_stand_beside_each_other() -> None:
    for half in HALVES:
        cases = by_hand(half)
        pairs = list(pairs_of(scored(case, answer("ja")) for case in cases))
        assert len(pairs) * 2 == len(cases) >= 40
        assert all(pair.is_changed for pair in pairs)


def test_the_same_answer_agrees_and_another_does_not() -> None:
    clean = scored(case_of("a", QUESTION), answer("Het kost 100 euro."), 1.0)
    same = scored(case_of("a~letters~0", "hoevel"), answer("Het kost 100 euro."), 1.0)
    refused = replace(answer("Dat weet ik niet."), outcome=Outcome.REFUSED)
    other = scored(case_of("a~bare~0", "hoeveel"), refused, 0.0)
    assert compared(Pair("letters", clean, same)) == {
        "outcome": 1.0,
        "answer": 1.0,
        "score": 0.0,
        "worse": 0.0,
        "facts": 1.0,
    }
    found = compared(Pair("bare", clean, other))
    assert (found["outcome"], found["answer"], found["score"], found["worse"]) == (0.0, 0.0, -1.0, 1.0)
    rows = rows_of(pairs_of([clean, same, other]))
    assert [(row.kind, row.n) for row in rows] == [("letters", 1), ("bare", 1), ("all", 2)]
    assert as_table(rows).count("\n") == 4


def test_noise_that_changed_nothing_is_not_counted() -> None:
    clean = scored(case_of("a", QUESTION), answer("Ja."), 1.0)
    assert rows_of([Pair("bare", clean, clean)]) == ()


def test_each_case_gets_each_kind_of_its_language() -> None:
    made = list(with_noise([case_of("a", QUESTION)], (), "tune"))
    assert [one.id for one in made] == [f"a~{kind}~0" for kind in DUTCH]


def answer(text: str) -> Answer:
    return Answer(Outcome.ANSWERED, Language.DUTCH, (Sentence(text, SentenceKind.QUOTE, "nl", (1,)),))


def case_of(id_: str, text: str) -> Case:
    expected = Expected((Outcome.ANSWERED,))
    return Case(id_, "single_fact", Language.DUTCH, "plain", (text,), (expected,), (), "tune", "", "")


def scored(case: Case, given_: Answer, verdict: float = 1.0) -> ScoredCase:
    scores = {"verdict": Score(verdict, ""), "facts": Score(1.0, "")}
    turn = ScoredTurn(0, Reply(case.turns[0], case.turns[0], given_, (), 1.0), scores)
    return ScoredCase(case, (turn,), scores, (turn.reply,))
