"""A talk goes on about a course, and is answered from its record: its level, language, form, place and fee, and those of the next one."""

from __future__ import annotations

import re

import pytest

from assistant.chain import AnswerChain
from assistant.types import Language, Outcome
from tests.support.talking import talk


@pytest.mark.parametrize(
    ("first", "asked", "told"),
    [
        ("ik wil International Business Administration doen bij Universiteit Twente", "is dat mbo of hbo", "wo-bachelor"),
        ("waar kan ik Metaalbewerken bij REMO doen", "en is die opleiding nou mbo of hbo?", "niveau: mbo"),
        ("ik wil Mechanical Engineering (MSc) doen bij Universiteit Twente", "is dat in het engels of in het nederlands?", "Engels"),
        ("vertel iets over Advanced Technology", "voltijd of deeltijd", "voltijd"),
        ("is Applied Mathematics bij Universiteit Twente in deeltijd?", "en de plaats?", "Enschede"),
        ("Tell me about Advanced Technology at Universiteit Twente", "is it taught in English or Dutch?", "English"),
        ("Wo kann ich Bouwkunde bei Windesheim machen?", "Ist das mbo oder hbo?", "hbo-Bachelor"),
    ],
)  # fmt: skip
def test_which_of_two_a_course_is_is_told_of_that_course(
    chain: AnswerChain, first: str, asked: str, told: str
) -> None:
    answer = talk(chain, first, asked)
    assert answer.outcome is not Outcome.REFUSED
    assert told in answer.text


@pytest.mark.parametrize(
    ("first", "asked"),
    [
        ("is Mechanical Engineering bij Universiteit Twente in deeltijd?", "is er ook een deeltijdvariant?"),
        ("Tell me about Technical Medicine at Universiteit Twente", "is there a part-time version?"),
        ("Wo kann ich Technical Medicine bei Universiteit Twente machen?", "gibt es das auch in Teilzeit?"),
    ],
)
def test_another_form_is_asked_of_the_course_of_the_talk_and_not_of_all_there_are(
    chain: AnswerChain, first: str, asked: str
) -> None:
    answer = talk(chain, first, asked)
    assert answer.outcome is Outcome.REFUSED
    assert " 44 " not in answer.text
    assert {one.name.split(" (")[0] for one in answer.records} <= {
        "Mechanical Engineering",
        "Technical Medicine",
    }


@pytest.mark.parametrize(
    ("talked", "told"),
    [
        (("vertel iets over Advanced Technology", "hoe lang duurt dat", "hoe zit dat met Industrial Design Engineering"), ("Industrial Design Engineering", "3 jaar")),
        (("is Mechanical Engineering (MSc) bij de UT in deeltijd?", "en waar dan?", "en voor Industrial Engineering & Management Science?"), ("Industrial Engineering &", "Enschede")),
        (("wat kost Biomedical Technology bij Universiteit Twente in 2025-2026", "en Industrial Engineering & Management Science daar?"), ("Industrial Engineering & Management Science", "2.601")),
        (("is Applied Nanotechnology (MSc) bij Saxion in deeltijd?", "welk niveau is dat", "en voor Electrical and Electronic Engineering?"), ("Electrical and", "hbo-bachelor")),
        (("Tell me about Electrical and Electronic Engineering at Saxion", "what level is that?", "and Applied Nanotechnology (MSc)?"), ("Applied Nanotechnology", "hbo master")),
    ],
)  # fmt: skip
def test_the_same_is_told_of_the_next_course_however_it_is_called(
    chain: AnswerChain, talked: tuple[str, ...], told: tuple[str, ...]
) -> None:
    answer = talk(chain, *talked)
    assert answer.outcome is Outcome.ANSWERED
    first = next(one.text for one in answer.sentences if one.text.startswith(told[0]))
    assert told[1] in first


def test_what_a_record_tells_of_one_course_no_document_near_it_replaces(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "wat is Management, Society and Technology bij Universiteit Twente voor opleiding",
        "welk niveau is dat",
    )
    assert "niveau: wo-bachelor" in answer.sentences[0].text
    assert "factsheet" not in answer.text


@pytest.mark.parametrize("asked", ["hoe lang duurt dat?", "hoeveel jaar is dat?"])
def test_how_long_a_certificate_holds_is_not_how_long_its_course_takes(
    chain: AnswerChain, asked: str
) -> None:
    assert talk(chain, "waar kan ik NEN 9140-training doen", asked).outcome is Outcome.REFUSED
    there = "Where can I do NEN 9140-training at HSdeHaan Trainingen?"
    assert talk(chain, there, "how long does it take?").outcome is Outcome.REFUSED
    assert "5 years" in talk(chain, there, "and how long is the certificate valid?").text
    assert "5 jaar" in talk(chain, "hoe lang is een NEN 9140 certificaat geldig").text


def test_the_fee_of_higher_education_is_not_told_of_a_course_in_mbo(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "wat is Elektrotechniek (BBL) bij REMO West-Twente voor opleiding",
        "hoeveel collegegeld betaal ik in 2025-2026",
    )
    assert "2.601" not in answer.text


def test_the_names_of_several_are_not_told_with_the_one_that_was_named_before(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "waar kan ik in de achterhoek een ad in deeltijd doen",
        "hoe lang duurt die",
        "Welke richtingen zijn er?",
    )
    assert "De namen van de Ad-opleidingen van het Grensland College staan niet in de bronnen" in answer.text


@pytest.mark.parametrize(
    ("first", "asked", "language"),
    [
        ("Wie lange dauert Business Information Technology bei Universiteit Twente?", "und Management, Society and Technology?", Language.GERMAN),
        ("Wo kann ich Bouw bei Alfa-college machen?", "und ICT (ICT Connecting)?", Language.GERMAN),
        ("How long is ICT - Software Engineering at Saxion?", "and Elektrotechniek (Regionaal Techniek Centrum)?", Language.ENGLISH),
    ],
)  # fmt: skip
def test_a_message_that_goes_on_is_answered_in_its_language_whatever_names_it_has(
    chain: AnswerChain, first: str, asked: str, language: Language
) -> None:
    assert talk(chain, first, asked).language is language


@pytest.mark.parametrize(
    "talked",
    [
        ("wat kost ATLAS in 2025-2026",),
        ("Kan ik me nog inschrijven voor ATLAS bij University College Twente?", "Hoeveel kostte het in 2025-2026?"),
        ("Can I still apply for ATLAS at University College Twente?", "How much was it in 2025-2026?"),
    ],
)  # fmt: skip
def test_what_a_course_cost_that_has_ended_is_told_with_that_it_has(
    chain: AnswerChain, talked: tuple[str, ...]
) -> None:
    answer = talk(chain, *talked)
    assert re.search(r"\((?:gestopt|ended)\).*5[.,]202", answer.sentences[0].text)
    assert "18.900" not in answer.text
    assert "18,900" not in answer.text


def test_the_price_of_another_course_is_no_answer(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "heeft Universiteit Twente / VU Amsterdam ook Mechanical Engineering (UT-VU, Amsterdam)?",
        "wat kost dat in 2025-2026?",
    )
    assert answer.outcome is Outcome.REFUSED
    assert "Computer Science" not in answer.text


def test_how_far_one_can_go_on_is_not_the_level_of_the_course_itself(chain: AnswerChain) -> None:
    answer = talk(
        chain,
        "Welke mbo-3-opleiding in de mechatronica was er in Terborg?",
        "En tot welk niveau kun je daarna door, en in hoeveel tijd?",
    )
    assert "in twee jaar niveau 4" in answer.text
