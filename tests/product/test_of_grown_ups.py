"""What grown-ups ask who work, lost their work, or came to the Netherlands: of benefits, ages, beginnings and diplomas from abroad."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk


def test_the_rule_for_one_benefit_is_never_told_of_another(chain: AnswerChain) -> None:
    answer = talk(chain, "Ik zit in de WIA. Mag ik een opleiding volgen zonder mijn uitkering te verliezen?")
    assert answer.outcome is Outcome.REFUSED
    assert "toestemming" not in answer.text
    assert "UWV" in answer.text


def test_who_is_on_welfare_is_sent_to_their_municipality(chain: AnswerChain) -> None:
    assert "gemeente" in talk(chain, "hou ik mijn bijstand als ik ga leren?").text


def test_of_a_benefit_without_a_name_the_known_rule_is_told_as_that_of_one(chain: AnswerChain) -> None:
    answer = talk(chain, "mag ik bbl doen met een uitkering")
    assert "Met een WW-uitkering" in answer.text
    assert "Over andere uitkeringen" in answer.text
    assert "erkend leerbedrijf" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "is bbl ook voor volwassenen of alleen voor jongeren",
        "mogen wij als werkgever een bbl student van 45 aannemen",
        "bin ich mit 45 zu alt für eine ausbildung",
    ],
)
def test_nobody_is_told_to_be_too_old(chain: AnswerChain, question: str) -> None:
    answer = talk(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert "geen hoogste leeftijd" in answer.text or "hoogste leeftijd is er niet" in answer.text or "kein Höchstalter" in answer.text  # fmt: skip


def test_behind_the_age_stand_the_ways_to_what_is_aimed_at(chain: AnswerChain) -> None:
    text = talk(chain, "ben ik met 47 te oud om nog monteur te worden?").text
    assert text.index("Te oud ben je niet") < text.index("Dit zijn de wegen naar monteur")


def test_an_old_diploma_comes_before_the_test_for_who_has_none(chain: AnswerChain) -> None:
    answer = talk(chain, "ik heb havo en ben 35, mag ik naar het hbo")
    assert answer.text.index("profiel of vakken") < answer.text.index("21+-toets")
    assert answer.outcome is Outcome.PARTLY


@pytest.mark.parametrize(
    "question",
    [
        "ik ben veteraan en wil na defensie de techniek in",
        "ik ben gestopt met werken voor mijn kinderen en wil nu iets technisch gaan doen, waar begin ik?",
        "ik heb wajong en wil graag in de techniek werken, kan dat?",
        "i am a housewife and want to get into technology what can i do",
        "ik ben ex-militair en zoek werk in de techniek",
        "kan ik als boekhouder overstappen naar de techniek",
        "i want to retrain into technology, where do i start",
    ],
)
def test_who_has_no_work_to_name_is_told_where_to_begin(chain: AnswerChain, question: str) -> None:
    answer = talk(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    assert "Airco/warmtepompmonteur (mbo-2)" in answer.text


def test_into_ict_one_begins_at_each_level(chain: AnswerChain) -> None:
    answer = talk(chain, "ik werk als verpleegkundige en wil naar de ict, hoe begin ik")
    for level in ("(mbo-2)", "(mbo-4)", "Associate degree", "HBO-ICT"):
        assert level in answer.text or level.replace("Associate degree", "(ad)") in answer.text
    assert "Geld dat je zelf" not in answer.text


def test_what_the_beginnings_take_is_told_of_them_and_not_of_money(chain: AnswerChain) -> None:
    first = "ik werk al 12 jaar als kok en wil de techniek in, wat kan ik doen?"
    lasts = talk(chain, first, "hoe lang duurt dat")
    assert "Duur: 1 tot 2 jaar" in lasts.text
    assert "Geld dat je" not in lasts.text
    costs = talk(chain, first, "hoe lang duurt dat", "en wat kost het")
    assert "295 euro per jaar" in costs.text
    assert "Duur" not in costs.text


@pytest.mark.parametrize(
    "question",
    [
        "ik ben 17 en wil overstappen naar een technische opleiding",
        "ik ben lasser en zoek werk in de techniek in almelo",
        "wie kan me helpen met omscholen naar de techniek",
        "is omscholen naar ict nog slim",
    ],
)
def test_pupils_tradesmen_and_who_asks_something_else_are_not_told_where_to_begin(
    chain: AnswerChain, question: str
) -> None:
    text = talk(chain, question).text
    assert "begin je het makkelijkst" not in text
    assert "kun je zo naar de ict" not in text


def test_an_employer_is_not_told_where_to_begin(chain: AnswerChain) -> None:
    text = talk(chain, "ik ben ondernemer en zoek technisch personeel, wat kan ik doen").text
    assert "begin je het makkelijkst" not in text


def test_the_diploma_of_a_newcomer_is_weighed_by_the_rules(chain: AnswerChain) -> None:
    first = "ik ben syrisch en heb een diploma uit aleppo van elektrotechniek, is dat wat waard in nederland"
    weighed = talk(chain, first)
    assert "een buitenlands diploma elektrotechniek" in weighed.text
    assert "gelijkwaardig vindt" in weighed.text
    asked = talk(chain, first, "waar moet ik dat aanvragen")
    assert "De school waar je wilt leren beslist" in asked.text
    assert asked.citations


def test_programmes_in_the_evening_are_looked_for_in_the_town(chain: AnswerChain) -> None:
    for question in ("kan ik s avonds een opleiding doen naast mijn werk in enschede", "avondopleiding in enschede"):  # fmt: skip
        answer = talk(chain, question)
        assert answer.outcome is Outcome.ANSWERED
        assert {one.kind for one in answer.records} == {"offer"}
        assert "deeltijd, Enschede" in answer.text


def test_from_one_form_to_another_is_no_search(chain: AnswerChain) -> None:
    assert not talk(chain, "kan ik bij saxion van voltijd naar deeltijd overstappen").records


def test_what_holds_for_everybody_is_said_to_be_no_more_than_that(chain: AnswerChain) -> None:
    answer = talk(chain, "moet ik vca hebben om bij een installatiebedrijf te werken")
    assert answer.outcome is Outcome.PARTLY
    assert answer.text.index("In het algemeen") < answer.text.index("niet wettelijk verplicht")


def test_who_asks_more_of_evc_stays_with_evc(chain: AnswerChain) -> None:
    answer = talk(chain, "wat is evc", "hoe lang duurt zo'n traject", "krijg ik dan een diploma?")
    assert "verzilveren" in answer.text


def test_a_scheme_of_which_the_very_thing_is_not_known_is_told_of(chain: AnswerChain) -> None:
    answer = talk(chain, "praktijkleren subsidie bedrag 2026")
    assert answer.outcome is Outcome.REFUSED
    assert "Wel bekend: Met de subsidie praktijkleren krijgt een werkgever maximaal 2.700 euro" in answer.text
    assert answer.citations


def test_who_cannot_pay_is_told_which_money_there_is(chain: AnswerChain) -> None:
    assert "Twents Fonds" in talk(chain, "mijn baas wil niet betalen voor een opleiding wat kan ik doen").text
    ended = talk(chain, "ik krijg geen ww meer en heb geen geld, hoe betaal ik een opleiding")
    assert "uitkering: WW" not in ended.text


def test_what_may_be_in_the_way_is_not_passed_over(chain: AnswerChain) -> None:
    answer = talk(chain, "ik wil elektricien worden maar ben kleurenblind mag dat")
    assert answer.outcome is Outcome.PARTLY
    assert answer.text.startswith("Of dit (kleurenblind zijn) in de weg staat")


def test_an_age_beside_a_job_is_heard(chain: AnswerChain) -> None:
    answer = talk(chain, "ik ben winkelmedewerker 29 jaar geen diploma, wat kan ik doen bij roc van twente in de techniek")  # fmt: skip
    assert answer.assumed["age"] == 29


def test_wajong_is_not_wia(chain: AnswerChain) -> None:
    assert "uitkering: Wajong" in talk(chain, "ik heb wajong").text
