"""Of an admission rule somebody reads the sentences about their own diploma."""

from __future__ import annotations

import pytest

from assistant.writing.rule_words import about

RULE = (
    "Met havo: met NT mag je erin; met NG heb je natuurkunde of NLT nodig. Met vwo mag je erin met elk profiel. "
    "Met mbo-4 mag je er altijd in, sinds 12 september 2020. Sinds 2022 mag een hogeschool van de vakeisen afwijken: vraag het na."
)
LAST = "Sinds 2022 mag een hogeschool van de vakeisen afwijken: vraag het na."


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ({"mbo-4"}, f"Met mbo-4 mag je er altijd in, sinds 12 september 2020. {LAST}"),
        ({"vwo"}, f"Met vwo mag je erin met elk profiel. {LAST}"),
        (
            {"havo", "mbo-4"},
            "Met havo: met NT mag je erin; met NG heb je natuurkunde of NLT nodig. "
            f"Met mbo-4 mag je er altijd in, sinds 12 september 2020. {LAST}",
        ),
    ],
)
def test_a_rule_says_what_holds_for_the_diploma_held(levels: set[str], expected: str) -> None:
    assert about(RULE, levels) == expected


@pytest.mark.parametrize("levels", [set(), {"mbo-3"}, {"hbo-bachelor"}])
def test_a_rule_is_whole_for_somebody_whose_diploma_it_does_not_name(levels: set[str]) -> None:
    assert about(RULE, levels) == RULE


def test_a_sentence_for_two_diplomas_is_read_by_both() -> None:
    rule = "Voor een hbo-bachelor heb je havo, vwo of mbo-4 nodig. Met havo of vwo kan een opleiding ook een profiel vragen."
    assert about(rule, {"vwo"}) == about(rule, {"havo"}) == rule
