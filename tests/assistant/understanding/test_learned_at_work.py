"""Who has worked in a trade for years and asks for its diploma is told how that is recognised; who wants something else is not."""

from __future__ import annotations

import pytest

from assistant.understanding.learned_at_work import has_learned_at_work


@pytest.mark.parametrize(
    "message",
    [
        "Ik las al 15 jaar maar heb geen papieren. Kan ik toch een mbo-diploma krijgen?",
        "Ik werk al 20 jaar als monteur zonder papieren, hoe krijg ik een diploma?",
        "Ik heb 15 jaar ervaring als lasser maar geen diploma. Kan ik een mbo-diploma krijgen?",
        "I have been welding for 15 years without papers, can I get a diploma?",
        "Ich arbeite seit 20 Jahren als Schweisser ohne Abschluss, kann ich noch ein Diplom bekommen?",
    ],
)
def test_years_of_work_without_a_diploma_ask_for_recognition(message: str) -> None:
    assert has_learned_at_work(message)


@pytest.mark.parametrize(
    "message",
    [
        "Ik heb geen diploma. Kan ik naar het mbo?",
        "Ik werk al 20 jaar als monteur en heb mbo 2. Welk diploma is de volgende stap?",
        "Ik werk al 10 jaar in de zorg zonder diploma en wil elektricien worden, hoe kan dat?",
        "Hoe lang is een diploma zonder ervaring geldig?",
    ],
)
def test_another_wish_is_none_of_that(message: str) -> None:
    assert not has_learned_at_work(message)
