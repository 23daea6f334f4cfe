"""Who pays and who leads: how it is asked, and what a sentence says that tells it."""

from __future__ import annotations

import pytest

from assistant.writing.doing import ASKS_GIVER, ASKS_LEADER, GIVES, LEADS, asks_doing, pays_itself


@pytest.mark.parametrize(
    "question",
    [
        "wie betaalt dat?",
        "Wie financiert TechOost?",
        "wie gaf dat geld",
        "van wie komt de subsidie?",
        "waar komt het geld vandaan",
        "door wie wordt dat betaald?",
        "who funds it?",
        "where does the money come from?",
        "wer bezahlt das?",
        "Woher kommt das Geld?",
    ],
)
def test_who_pays_is_asked_in_many_ways(question: str) -> None:
    assert ASKS_GIVER.search(question)
    assert asks_doing(question)


@pytest.mark.parametrize(
    "question",
    [
        "wie leidt dat?",
        "wie trekt het nu",
        "en wie is de baas daar?",
        "wie staat er aan het hoofd?",
        "wie stuurt TechWise aan?",
        "who runs it?",
        "wer leitet das?",
    ],
)
def test_who_leads_is_asked_in_many_ways(question: str) -> None:
    assert ASKS_LEADER.search(question)


@pytest.mark.parametrize(
    "question",
    [
        "wie leidt monteurs op in Zwolle?",
        "hoeveel betaalt SLIM?",
        "wat betaalt het Twents Fonds?",
        "wie krijgt studiefinanciering?",
        "wie geeft les bij STODT?",
        "mag mijn baas dat weigeren?",
        "van wie is CIVON?",
        "wie doet mee aan TechOost?",
    ],
)
def test_other_questions_ask_for_neither(question: str) -> None:
    assert not asks_doing(question)


@pytest.mark.parametrize(
    ("sentence", "gives", "leads"),
    [
        ("TechOost krijgt 9 miljoen euro uit het Nationaal Groeifonds.", True, False),
        ("Het ministerie van OCW gaf PCPT-Oost een subsidie van 1,12 miljoen euro.", True, False),
        ("De gemeenten in Twente betalen de Twente Board bijna 9 euro per inwoner.", True, False),
        ("TechOost geeft scholen en centra extra capaciteit.", False, False),
        (
            "TechOost wil dat slimme technologie een vaste plaats krijgt in de maakindustrie van Oost-Nederland.",
            False,
            False,
        ),
        ("Jan de Graaf werd rond 2017 programmamanager van Techniekpact Regio Zwolle.", False, True),
        ("De penvoerder van TechOost is hogeschool Saxion.", False, True),
        ("Ton Beune droeg Techniekpact Twente eind 2020 over aan Gyula Rychtarski.", False, True),
        ("De Breman Academy in Zwolle leidde in 2022 monteurs op.", False, False),
        ("De redactie leidde het jaar af uit de weekdag.", False, False),
    ],
)
def test_a_sentence_tells_who_pays_or_leads_in_its_own_words(sentence: str, gives: bool, leads: bool) -> None:
    assert bool(GIVES.search(sentence)) is gives
    assert bool(LEADS.search(sentence)) is leads


def test_what_something_pays_does_not_tell_who_pays_for_it() -> None:
    own = "Het Twents Fonds voor Vakmanschap vergoedt een opleiding tot en met mbo-4."
    assert pays_itself("wie betaalt dat, Twents Fonds voor Vakmanschap?", own)
    assert not pays_itself("wat betaalt het Twents Fonds voor Vakmanschap?", own)
    assert not pays_itself("wie betaalt omscholing in Enschede?", own)
    assert not pays_itself("wie betaalt de Twente Board?", "De gemeenten in Twente betalen de Twente Board.")
