"""What is done in a trade, and which programme trains for one."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.lexicon import Sense, lexicon_of, phrases_of
from assistant.understanding.of_trade import tells_of_trade, trade_asked
from assistant.understanding.trained_for import trade_trained_for

LEXICON = lexicon_of(Language.DUTCH, phrases_of([("mechatronicus", Sense("occupation", ("m",)))]))


@pytest.mark.parametrize(
    ("message", "trade"),
    [
        ("Wat doet een procesoperator?", "procesoperator"),
        ("wat doet een elektricien de hele dag", "elektricien"),
        ("Wat doet een mechatronicus eigenlijk?", "mechatronicus"),
        ("wat voor werk doet een verspaner/draaier", "verspaner draaier"),
        ("Welke taken heeft een onderhoudsmonteur?", "onderhoudsmonteur"),
        ("Wat houdt het werk van een lasser in?", "lasser"),
        ("wat doe je als installateur", "installateur"),
        ("What does a welder do all day?", "welder"),
        ("Was macht ein Monteur den ganzen Tag?", "monteur"),
    ],
)
def test_a_message_asks_what_is_done_in_a_trade(message: str, trade: str) -> None:
    assert trade_asked(message, LEXICON) == trade


@pytest.mark.parametrize(
    "message",
    [
        "Wat doet Saxion?",
        "Wat is mechatronica?",
        "wat is een bbl",
        "Wat verdient een lasser?",
        "Welke opleiding voor lasser?",
        "hoe word ik lasser",
        "Wat doet een lasser en wat verdient hij in Twente per maand?",
    ],
)
def test_other_messages_do_not(message: str) -> None:
    assert trade_asked(message, LEXICON) == ""


@pytest.mark.parametrize(
    "sentence", ["Een lasser verbindt metalen delen met hitte.", "Als lasser werk je in een werkplaats."]
)
def test_a_sentence_about_who_does_it_tells_of_a_trade(sentence: str) -> None:
    assert tells_of_trade(sentence, "lasser")


@pytest.mark.parametrize(
    "sentence",
    [
        "De ESCO-code van een lasser is 7212.3.",
        "Een lasser verdiende in 2022 ongeveer 2.500 euro.",
        "De vraag naar lassers is groot.",
        "Er waren 15 vacatures per werkloze lasser.",
        "Lasser worden kan met een BBL-opleiding.",
        "In de werkplaats hangt een brandblusser.",
    ],
)
def test_pay_demand_codes_and_the_way_there_do_not(sentence: str) -> None:
    assert not tells_of_trade(sentence, "lasser")


@pytest.mark.parametrize(
    ("message", "trade"),
    [
        ("welke opleiding heb ik nodig voor domotica specialist", "domotica specialist"),
        ("Welke studie moet ik doen om milieukundige te worden?", "milieukundige"),
        ("opleiding tot liftmonteur in Zwolle", "liftmonteur"),
        ("which course for a field service engineer", "field service engineer"),
        ("Welche Ausbildung für einen Monteur", "monteur"),
        ("welke opleiding voor warmtepompen", ""),
        ("wat kost de opleiding lasser", ""),
        ("welke opleiding past bij mij", ""),
    ],
)
def test_a_message_asks_what_trains_for_a_trade(message: str, trade: str) -> None:
    assert trade_trained_for(message) == trade
