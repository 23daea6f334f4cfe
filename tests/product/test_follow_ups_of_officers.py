"""Talks as programme officers have them: who pays, from whom, who leads, which of several, since when."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from tests.support.talking import talk

SUBSIDY = "Hoeveel subsidie kreeg TechWise in 2020?"
LINES = "Welke actielijnen heeft TechOost?"
FIRST_IS = [
    # a talk, and what the first sentence of the last answer says
    (("Hoeveel geld krijgt TechOost?", "van wie?"), "9 miljoen euro uit het Nationaal Groeifonds"),
    ((SUBSIDY, "van wie"), "uit het Regionaal Investeringsfonds"),
    ((SUBSIDY, "en van wie dan?"), "uit het Regionaal Investeringsfonds"),
    (("How much subsidy did TechWise get in 2020?", "from whom?"), "Regionaal Investeringsfonds"),
    (("Wat is TechOost?", "wie betaalt dat?"), "Nationaal Groeifonds"),
    (("Wat is de Twente Board?", "wie betaalt dat?"), "gemeenten in Twente betalen"),
    (("Regio Deal Twente II", "wie betaalt dat?"), "25 miljoen euro van het Rijk"),
    (("Wie heeft ChipTech Talent Twente gemaakt?", "met wie?"), "maakten samen het plan"),
    (("Wat is Techniekpact Zwolle?", "wie leidde dat?"), "programmamanager"),
    (("Wat is Techniekpact Zwolle?", "en wie is de baas?"), "programmamanager"),
    (("What is TechWise Twente?", "who runs it?"), "Bert Wessels"),
    (("Wat is TechOost?", "sinds wanneer bestaat het?"), "officieel gelanceerd op woensdag 10 april 2024"),
    ((LINES, "en de tweede?"), "Actielijn 2"),
    ((LINES, "en de laatste?"), "Actielijn 5"),
    ((LINES, "wat is de derde?", "en de vierde"), "Actielijn 4"),
    (("Welke pps'en zitten in TechOost?", "vertel meer over de derde"), "CIVON"),
    (("Regio Deal Twente 1, hoeveel geld?", "en de tweede?"), "Regio Deal Twente II"),
    (("wie is penvoerder van TechOost?", "hoeveel kost dat?", "wie betaalt dat?"), "Nationaal Groeifonds"),
    (("wie is eigenaar van CIVON?", "sinds wanneer bestaat het?"), "1 augustus 2013"),
    (("Wat is TechForFuture?", "en TechYourFuture?"), "TechYourFuture (TYF) is een Centre of Expertise"),
    (
        ("hoeveel fte... ik bedoel hoeveel studenten technisch hbo bij Saxion in 2022?", "en Windesheim?"),
        "5.581",
    ),
    (("hoeveel vrouwen.. ik bedoel mannen in technisch hbo Overijssel 2022",), "9.321 mannen"),
]


@pytest.mark.parametrize(("messages", "said"), FIRST_IS)
def test_the_first_sentence_is_what_the_message_means(
    chain: AnswerChain, messages: tuple[str, ...], said: str
) -> None:
    assert said in talk(chain, *messages).sentences[0].text


def test_one_row_of_a_list_is_quoted_though_the_list_is_called_by_its_number(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat is pijler 4 van het Actieplan Groene en Digitale Banen?")
    assert answer.sentences[0].text.startswith("Pijler 4")
    assert "Pijler 3" not in answer.text


def test_a_source_may_be_asked_for_after_it_was_doubted(chain: AnswerChain) -> None:
    answer = talk(chain, "Wie is de penvoerder van TechOost?", "klopt dat wel?", "geef de bron")
    assert answer.citations[0].url == "https://techoost.nl/wie-zijn-we/"


def test_the_difference_between_two_schemes_of_a_talk_tells_both(chain: AnswerChain) -> None:
    answer = talk(chain, "Tot wanneer loopt SLIM?", "en de SLIM-scholingssubsidie?", "wat is het verschil?")
    assert "1. SLIM:" in answer.text
    assert "2. SLIM-scholingssubsidie:" in answer.text


def test_a_line_that_names_sources_is_no_answer(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat is Techniekpact Twente?", "en Techniekpact Zwolle?", "wat is het verschil?")
    assert "Bronnen:" not in answer.text


def test_the_vacancies_of_the_whole_country_are_not_those_of_a_region(chain: AnswerChain) -> None:
    answer = talk(chain, "Hoeveel technische vacatures waren er in Nederland eind 2023?", "en in Twente?")
    assert "78.900" not in answer.text
