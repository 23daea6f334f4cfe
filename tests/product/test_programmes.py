"""Talks about a programme of a school: it is found however it is named, and what follows is asked of it."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from evals.programmes import held, talks
from knowledge.build import Knowledge
from knowledge.catalogue.queries import OfferFilter
from knowledge.types import Audience
from tests.support.talking import talk

RIGHT = 0.93
"""Least part of the messages of drawn talks that are answered right: about .97 are, and the rest are two programmes of like names."""


def test_drawn_talks_find_the_programme_and_its_fields(chain: AnswerChain, library: Knowledge) -> None:
    catalogue = library.catalogues.of(Audience.PUBLIC)
    offers = catalogue.offers(catalogue.listing(OfferFilter()).ids)
    schools = {one.id: one.name for one in catalogue.organisations()}
    said = [one for each in talks(offers, schools, 40, 20261122) for one in held(each, chain)]
    wrong = [one for one in said if one.fault]
    assert len(said) == 120
    assert len(wrong) <= (1 - RIGHT) * len(said), [
        (one.question, one.fault, one.answer[:120]) for one in wrong
    ]


ENTRY = [
    # question, what the rule says, what it may not say
    ("Wat heb ik nodig voor HBO-ICT bij Saxion?", "elk profiel", "NLT"),
    ("Welke vooropleiding vraagt Saxion voor Werktuigbouwkunde?", "natuurkunde of NLT", "elk profiel"),
    ("Wat zijn de toelatingseisen van Elektrotechniek bij Windesheim?", "natuurkunde of NLT", "elk profiel"),
    ("What do I need to get into Civiele Techniek at HAN?", "with every profile", "NLT"),
    ("Was brauche ich für Maschinenbau bei Saxion?", "NLT", "jedem Profil"),
    ("welke diploma heb ik nodig voor allround lasser bbl", "erkend leerbedrijf", "havo"),
    (
        "What are the entry requirements for Advanced Technology at the University of Twente?",
        "Abitur",
        "havo",
    ),
]


@pytest.mark.parametrize(("question", "holds", "lacks"), ENTRY)
def test_what_entry_needs_is_told_by_the_rule_of_that_programme(
    chain: AnswerChain, question: str, holds: str, lacks: str
) -> None:
    answer = talk(chain, question)
    rule = next(one.text for one in answer.sentences if holds in one.text)
    assert answer.outcome is Outcome.ANSWERED
    assert lacks not in rule.split("havo 4")[0]
    assert all(one.citations for one in answer.sentences if one.text == rule)


def test_who_then_tells_a_diploma_gets_a_verdict_and_may_ask_on_about_the_programme(
    chain: AnswerChain,
) -> None:
    entry = "Wat heb ik nodig voor HBO-ICT bij Saxion?"
    verdict = talk(chain, entry, "ik heb havo")
    assert verdict.verdict is not None
    assert verdict.verdict["answer"] == "yes"
    assert "duur: 4 jaar" in talk(chain, entry, "ik heb havo", "en hoe lang duurt dat dan?").text


def test_a_diploma_told_after_a_list_is_held_against_it(chain: AnswerChain) -> None:
    answer = talk(
        chain, "is er lerarenopleiding techniek op windesheim", "ik heb wel havo met c&m he, kan dat dan"
    )
    assert answer.verdict is not None
    assert "wiskunde A of wiskunde B" in answer.text


def test_a_form_that_is_not_known_is_said_and_forgotten(chain: AnswerChain) -> None:
    first, part_time = (
        "Heeft Saxion Applied Data Science & Artificial Intelligence?",
        "Kan het ook in deeltijd?",
    )
    answer = talk(chain, first, part_time)
    assert answer.outcome is Outcome.REFUSED
    assert "voltijd, Saxion, Apeldoorn" in answer.text
    assert "4 jaar" in talk(chain, first, part_time, "hoe lang duurt het dan?").text


def test_a_variant_is_looked_for_beside_what_was_shown(chain: AnswerChain) -> None:
    messages = (
        "Welke bachelor werktuigbouwkunde heeft de HAN in deeltijd?",
        "Is er daar ook een tweejarige variant van?",
    )
    assert "Associate degree, deeltijd, HAN, Arnhem" in talk(chain, *messages).text
    assert "80019" in talk(chain, *messages, "Wat is het croho-nummer daarvan?").text


def test_a_name_that_holds_a_word_of_another_language_is_not_mended(chain: AnswerChain) -> None:
    answer = talk(chain, "Heeft HAN een opleiding Molecular Life Sciences?")
    assert "hbo-master, deeltijd, HAN, Nijmegen" in answer.text


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("wat is het verschil tussen mbo 3 en mbo 4", ("Mbo-3: duur: 2 tot 3 jaar", "Mbo-4:", "Voor mbo-4 heb je")),
        ("What is the difference between mbo 2 and mbo 3?", ("NLQF level: 2", "NLQF level: 3")),
        ("Was ist der Unterschied zwischen mbo 3 und mbo 4?", ("NLQF-Niveau: 3", "NLQF-Niveau: 4")),
    ],
)  # fmt: skip
def test_levels_are_set_side_by_side(chain: AnswerChain, question: str, says: tuple[str, ...]) -> None:
    answer = talk(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert all(one in answer.text for one in says)
    assert all(one.citations for one in answer.sentences)


def test_a_field_of_levels_is_asked_of_the_documents(chain: AnswerChain) -> None:
    assert "NLQF" not in talk(chain, "wat is het verschil in lesgeld tussen mbo 2 en mbo 3").text
