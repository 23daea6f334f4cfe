"""What a browser session is busy with is kept in memory only, apart, and for a while."""

from __future__ import annotations

from dataclasses import replace

from assistant.interface.rooms.visits import SECONDS_KEPT, Visit, Visits


def test_a_visit_is_found_back_by_its_own_session_only():
    visits = Visits()
    visits.change("a", lambda visit: replace(visit, goal="lasser"))
    assert visits.of("a").goal == "lasser"
    assert visits.of("b") == Visit()


def test_nothing_is_kept_where_there_is_no_session():
    visits = Visits()
    assert visits.change("", lambda visit: replace(visit, goal="lasser")).goal == "lasser"
    assert visits.of("") == Visit()


def test_a_visit_is_forgotten_after_a_while_and_touching_it_keeps_it():
    now = [0.0]
    visits = Visits(clock=lambda: now[0])
    visits.change("a", lambda visit: replace(visit, goal="lasser"))
    now[0] = SECONDS_KEPT
    assert visits.of("a").goal == "lasser"
    now[0] += SECONDS_KEPT + 1
    assert visits.of("a") == Visit()


def test_the_longest_untouched_visit_makes_room():
    visits = Visits(most=2)
    for session in ("a", "b"):
        visits.change(session, lambda visit: replace(visit, goal="lasser"))
    visits.of("a")
    visits.change("c", lambda visit: replace(visit, goal="kok"))
    assert [visits.of(session).goal for session in ("a", "b", "c")] == ["lasser", "", "kok"]


def test_a_forgotten_visit_is_gone():
    visits = Visits()
    visits.change("a", lambda visit: replace(visit, goal="lasser"))
    visits.forget("a")
    assert visits.of("a") == Visit()
