"""What a message tells about a person, and what it wants: from words alone, with slips of the pen."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.types import Language
from assistant.understanding.lexicon import FOLDER, Sense, person_lexicon_of, phrases_of
from assistant.understanding.person_talk import Kind, Talk
from assistant.understanding.person_thread import after
from assistant.understanding.telling import read_message
from assistant.understanding.telling_parts import HELD
from assistant.understanding.told import Message

TODAY = date(2026, 11, 21)
NAMES = (
    ("werktuigbouwkunde", Sense("field", ("werktuigbouwkunde",))),
    ("werktuigbouwkunde", Sense("offer", ("wtb",))),
    ("bouwkunde", Sense("offer", ("bouw",))),
    ("metaal", Sense("field", ("metaal",))),
    ("lasser", Sense("occupation", ("lasser",))),
    ("monteur", Sense("occupation", ("monteur",))),
    ("elektricien", Sense("occupation", ("elektricien",))),
    ("Saxion", Sense("provider", ("saxion",))),
    ("Enschede", Sense("place", ("Enschede",))),
    ("Almelo", Sense("place", ("Almelo",))),
    ("SLIM", Sense("scheme", ("slim",))),
)
LEXICONS = {language: person_lexicon_of(language, phrases_of(NAMES)) for language in Language}


def message(text: str, language: Language = Language.DUTCH, role: str = "") -> Message:
    return read_message(text, LEXICONS[language], language, TODAY, role)


def held(text: str, language: Language = Language.DUTCH) -> dict[str, Any]:
    found = message(text, language).told.profile.diplomas
    assert found
    one = found[-1]
    return {name: getattr(one, name) for name in one.__dataclass_fields__ if getattr(one, name)}


@pytest.mark.parametrize(
    ("text", "diploma"),
    [
        ("ik heb havo", {"level": "havo"}),
        ("Ik heb een havo-diploma met N&T", {"level": "havo", "profile": "NT"}),
        ("met vwo profiel natuur en gezondheid", {"level": "vwo", "profile": "NG"}),
        ("havo E&M gehaald", {"level": "havo", "profile": "EM"}),
        ("ik heb mavo", {"level": "vmbo-tl"}),
        ("vmbo-t gedaan", {"level": "vmbo-tl"}),
        ("vmbo basis", {"level": "vmbo-bb"}),
        ("heb vmbo kader", {"level": "vmbo-kb"}),
        ("gymnasium gehaald", {"level": "vwo"}),
        ("ik heb mbo 4 werktuigbouwkunde", {"level": "mbo-4", "fields": ("werktuigbouwkunde",)}),
        ("ik heb mbo4", {"level": "mbo-4"}),
        ("Ik heb mbo 2 metaal", {"level": "mbo-2", "fields": ("metaal",)}),
        ("ik heb een hbo diploma", {"level": "hbo-bachelor"}),
        ("ik heb een propedeuse", {"level": "hbo-propedeuse"}),
        ("ik heb het Duitse Abitur", {"level": "de-abitur"}),
        ("havo met natuurkunde", {"level": "havo", "some_subjects": ("natuurkunde",)}),
        ("havo zonder natuurkunde", {"level": "havo", "missing_subjects": ("natuurkunde",)}),
        ("ik heb havo met wiskunde B", {"level": "havo", "some_subjects": ("wiskunde B", "wiskunde")}),
        ("als ik mbo 2 heb", {"level": "mbo-2"}),
        ("Kan ik van een Ad naar de universiteit?", {"level": "ad"}),
    ],
)
def test_a_diploma_is_recognised_in_the_words_that_people_use(text: str, diploma: dict[str, Any]) -> None:
    assert held(text) == diploma


@pytest.mark.parametrize(
    ("text", "language", "level"),
    [
        ("I have havo with physics", Language.ENGLISH, "havo"),
        ("my son has vmbo kader", Language.ENGLISH, "vmbo-kb"),
        ("Ich habe Fachabitur", Language.GERMAN, "de-fachabitur"),
        ("Ich habe einen Realschulabschluss", Language.GERMAN, "de-realschule"),
        ("mit mittlerer Reife", Language.GERMAN, "de-realschule"),
        ("Ich bin gelernter Monteur", Language.GERMAN, "de-geselle"),
        ("I have three A-levels", Language.ENGLISH, "uk-a-levels"),
        ("with an IB diploma", Language.ENGLISH, "ib"),
        ("I have a high school diploma", Language.ENGLISH, "buitenland"),
        ("mit allgemeiner Hochschulreife", Language.GERMAN, "de-abitur"),
    ],
)
def test_a_diploma_is_recognised_in_three_languages(text: str, language: Language, level: str) -> None:
    assert held(text, language)["level"] == level


def test_two_subjects_in_a_row_are_both_missing() -> None:
    assert held("havo zonder natuurkunde en scheikunde")["missing_subjects"] == ("natuurkunde", "scheikunde")


def test_a_level_after_naar_is_wanted_and_one_after_met_is_held() -> None:
    read = message("Kan ik met mbo 2 naar mbo 4?")
    assert [one.level for one in read.told.profile.diplomas or ()] == ["mbo-2"]
    assert read.wanted.levels == ("mbo-4",)


def test_how_and_where_one_wants_to_learn_is_no_part_of_what_one_wants_to_become() -> None:
    read = message("Hoe word ik robotmonteur naast mijn werk?")
    assert read.wanted.phrase == ("robotmonteur",)
    assert read.wanted.modes


def test_a_kind_of_school_without_its_level_is_vague() -> None:
    assert message("ik heb vmbo").told.is_vague == "vmbo"
    assert message("ik heb vmbo").told.profile.diplomas is None


@pytest.mark.parametrize("text", ["ik heb geen diploma", "zonder diploma", "geen havo, geen vmbo"])
def test_no_diploma_is_told_too(text: str) -> None:
    assert message(text).told.profile.diplomas == ()


@pytest.mark.parametrize("text", ["ik zit in 4 havo", "ze zit in havo 4", "ik doe havo"])
def test_a_diploma_that_is_still_being_worked_for_is_marked(text: str) -> None:
    assert message(text).told.studies == ("havo",)


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("ik ben 17", "age", 17),
        ("ik ben 17 jaar en wil lasser worden", "age", 17),
        ("mijn zoon van 15", "age", 15),
        ("een lasser van 52", "age", 52),
        ("havo, 17, NT", "age", 17),
        ("I am 45 years old", "age", 45),
        ("Ich bin 23 Jahre alt", "age", 23),
        ("ik heb 8 uur per week", "hours_per_week", 8.0),
        ("mijn budget is 2.000 euro", "budget_euro", 2000.0),
        ("ik wil maximaal 30 km reizen", "travel_km", 30.0),
        ("ik kan beginnen vanaf september 2027", "starts_after", date(2027, 9, 1)),
        ("ik spreek Nederlands op niveau B1", "languages", {"nl": "B1"}),
        ("ik woon in Enschede", "place", "Enschede"),
        ("als ik in Enschede woon", "place", "Enschede"),
        ("ik ben lasser", "job", "lasser"),
        ("ik werk in de horeca", "job", "horeca"),
        ("werk als monteur", "job", "monteur"),
        ("ik wil naast mijn werk leren", "keeps_working", True),
        ("mijn baas betaalt", "has_employer", True),
        ("ik ben werkloos", "has_employer", False),
        ("ik zit in de ww", "benefits", "WW"),
        ("ik heb bijstand", "benefits", "bijstand"),
    ],
)
def test_a_fact_is_recognised(text: str, field: str, value: object) -> None:
    assert getattr(message(text).told.profile, field) == value


def test_years_of_work_are_not_an_age() -> None:
    profile = message("ik heb 10 jaar ervaring als lasser").told.profile
    assert profile.age is None
    assert profile.experience is not None
    assert profile.experience[0].years == 10


def test_the_hours_of_a_job_are_not_the_hours_for_learning() -> None:
    assert message("ik werk 32 uur per week").told.profile.hours_per_week is None


def test_the_job_one_has_is_not_the_one_that_one_wants() -> None:
    read = message("Ik ben monteur en wil lasser worde, wat kost dat en krijg ik subsidi?")
    assert read.told.profile.job == "monteur"
    assert read.wanted.occupations == (("lasser",),)
    assert read.wanted.becomes
    assert "funding" in read.wanted.intents
    assert "costs" in read.wanted.asks


def test_it_is_known_whom_a_message_is_about() -> None:
    assert message("mijn dochter heeft havo").told.about == "dochter"
    assert message("ik heb havo").told.about == ""


def test_words_that_nobody_knows_are_kept_as_the_aim() -> None:
    assert message("hoe word ik robotmonteur?").wanted.words == ("robotmonteur",)
    assert message("krijg ik geld om zweefvlieger te worden").wanted.words == ("zweefvlieger",)


def test_a_bare_level_answers_a_question_about_diplomas() -> None:
    assert message("mbo 3").told.profile.diplomas is None
    assert [one.level for one in message("mbo 3", role=HELD).told.profile.diplomas or ()] == ["mbo-3"]


@settings(deadline=None)  # a busy machine is no fault
@given(st.text(max_size=120), st.sampled_from(list(Language)))
def test_any_text_is_read_without_fail(text: str, language: Language) -> None:
    message(text, language)


def talk(*texts: str) -> Talk:
    found = Talk()
    for text in texts:
        found = after(found, message(text))
    return found


@pytest.mark.parametrize(
    ("texts", "kind"),
    [
        (("Ik heb havo NT. Mag ik werktuigbouwkunde doen?",), Kind.ADMISSION),
        (("ik heb havo en wil werktuigbouwkunde doen bij saxion",), Kind.ADMISSION),
        (("hoe word ik lasser",), Kind.ROUTE),
        (("Ik ben monteur en wil lasser worden",), Kind.ROUTE),
        (("omscholen tot elektricien",), Kind.ROUTE),
        (("Ik heb mbo 2 metaal. Wat is mijn volgende stap?",), Kind.ROUTE),
        (("krijg ik subsidie om lasser te worden",), Kind.FUNDING),
        (("Wie betaalt mijn omscholing als ik in Enschede woon?",), Kind.FUNDING),
        (("BBL of BOL lasser, wat is goedkoper?",), Kind.COMPARE),
        (("Wat zijn de toelatingseisen van werktuigbouwkunde?",), Kind.ENTRY),
        (("Wat zijn de toelatingseisen van werktuigbouwkunde?", "ik heb havo NT"), Kind.ADMISSION),
        (("Wat zijn de toelatingseisen?",), None),
        (("Welke opleidingen leiden op tot lasser?",), None),
        (("Kan ik SLIM krijgen voor lasser?",), Kind.SCHEME),
        (("Wat is SLIM?",), None),
        (("Wat is BBL?",), None),
        (("Ik wil lasser worden", "en krijg ik subsidie?"), Kind.FUNDING),
        (("Ik wil lasser worden", "ik heb havo"), Kind.ROUTE),
        (("Ik wil lasser worden", "Wat is BBL?"), None),
    ],
)
def test_only_what_rules_answer_is_taken(texts: tuple[str, ...], kind: Kind | None) -> None:
    assert talk(*texts).kind is kind


def test_what_was_told_earlier_stays_until_it_is_told_anew() -> None:
    found = talk("ik ben 17 en heb havo", "ik wil lasser worden", "nee, ik heb vwo")
    assert found.profile.age == 17
    assert [one.level for one in found.profile.diplomas or ()] == ["vwo"]


def test_a_diploma_besides_is_added() -> None:
    found = talk("ik heb havo en wil lasser worden", "ik heb ook mbo 4")
    assert [one.level for one in found.profile.diplomas or ()] == ["havo", "mbo-4"]


def test_a_corrected_level_keeps_its_field() -> None:
    found = talk("Ik heb mbo 2 metaal en wil lasser worden", "nee, ik heb mbo 3")
    assert found.profile.diplomas is not None
    assert (found.profile.diplomas[0].level, found.profile.diplomas[0].fields) == ("mbo-3", ("metaal",))


def test_a_subject_told_later_belongs_to_the_diploma_told_before() -> None:
    found = talk(
        "Ik heb havo NG. Mag ik werktuigbouwkunde doen?", "ik heb wel natuurkunde maar geen scheikunde"
    )
    assert found.profile.diplomas is not None
    diploma = found.profile.diplomas[0]
    assert (diploma.profile, diploma.some_subjects, diploma.missing_subjects) == (
        "NG",
        ("natuurkunde",),
        ("scheikunde",),
    )
    assert found.kind is Kind.ADMISSION


def test_a_school_alone_narrows_the_aim() -> None:
    found = talk("Ik heb havo. Mag ik werktuigbouwkunde doen?", "en bij saxion?")
    assert found.wanted.providers == ("saxion",)
    assert found.wanted.fields == (("werktuigbouwkunde",),)


@pytest.mark.parametrize("language", ["nl", "en", "de"])
def test_every_phrase_of_the_data_is_text(language: str) -> None:
    raw = yaml.safe_load((FOLDER / f"person_{language}.yaml").read_text("utf-8"))
    phrases = [
        one
        for meanings in raw.values()
        for texts in (meanings.values() if isinstance(meanings, dict) else [meanings])
        for one in texts
    ]
    assert [one for one in phrases if not isinstance(one, str)] == []


def test_who_failed_an_exam_does_not_hold_its_diploma() -> None:
    assert message("ik ben net gezakt voor mijn havo").told.profile.diplomas is None
    assert message("ik heb het vmbo niet gehaald").told.profile.diplomas == ()


def test_the_job_of_a_partner_is_not_what_they_want() -> None:
    read = message("mijn man is monteur en wil lasser worden")
    assert (read.told.about, read.told.profile.job) == ("partner", "monteur")
    assert read.wanted.occupations == (("lasser",),)


def test_what_somebody_is_called_or_where_they_come_from_is_no_job() -> None:
    assert message("ik ben Syrisch").told.profile.job is None
    assert message("ik ben een vrouw").told.profile.job is None


def test_a_school_alone_is_an_aim_too() -> None:
    assert talk("ik heb havo en wil naar saxion").kind is Kind.ADMISSION


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("Ik werk al 20 jaar als lasser en wil omscholen", "lasser"),
        ("als lasser wil ik doorgroeien naar monteur", "lasser"),
        ("heb 10 jaar ervaring als elektricien", "elektricien"),
        ("ik ben vrachtwagenchauffeur", "vrachtwagenchauffeur"),
        ("ik ben een kok van 41", "kok"),
        ("ik heb in de zorg gewerkt", "zorg"),
        ("ik ben afgekeurd als bouwvakker", "bouwvakker"),
    ],
)
def test_work_is_told_in_many_ways(text: str, job: str) -> None:
    assert message(text).told.profile.job == job


@pytest.mark.parametrize(
    "text", ["ik ben moeder", "ik ben Nederlander", "ik ben benieuwd", "ik ben 17 en verlegen"]
)
def test_who_somebody_is_besides_is_no_work(text: str) -> None:
    assert message(text).told.profile.job is None


def test_work_that_is_wanted_is_not_work_that_is_done() -> None:
    found = message("ik wil als lasser werken")
    assert found.told.profile.job is None
    assert found.wanted.occupations


@pytest.mark.parametrize(
    "text", ["ik heb een mbo-diploma niveau 2 metaal", "mbo diploma 2 metaal heb ik gehaald"]
)
def test_a_diploma_may_be_named_before_its_level(text: str) -> None:
    assert held(text)["level"] == "mbo-2"


def test_somebody_who_tells_their_work_and_asks_for_money_gets_the_schemes() -> None:
    told = after(Talk(), message("welke subsidie kan ik krijgen voor omscholing? ik ben lasser, 48 jaar"))
    assert told.kind is Kind.FUNDING


def test_the_age_stands_after_a_trade() -> None:
    assert message("ik ben een kok van 41").told.profile.age == 41


def kind_of_message(text: str, language: Language = Language.DUTCH) -> Kind | None:
    return after(Talk(), message(text, language)).kind


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (
            "Ik heb havo C&M en denk aan bouwkunde. Welke vakken moet ik in mijn pakket hebben?",
            Language.DUTCH,
        ),
        (
            "Mijn zoon doet havo NG en wil werktuigbouwkunde. Waar moet hij op letten bij zijn vakken?",
            Language.DUTCH,
        ),
        ("I have havo with E&M and am thinking of bouwkunde. Which subjects do I need?", Language.ENGLISH),
        ("Ich habe Abitur und denke an Bouwkunde. Welche Fächer brauche ich?", Language.GERMAN),
    ],
)
def test_who_asks_for_subjects_with_a_diploma_asks_for_the_rule(text: str, language: Language) -> None:
    assert kind_of_message(text, language) is Kind.ADMISSION


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb havo. Welke vakken krijg ik bij werktuigbouwkunde?",
        "Ik heb havo, mijn vakken zijn wiskunde B en natuurkunde.",
        "sinds wanneer mag je met mbo 4 naar bouwkunde?",
        "Met welke hbo bachelors mag ik naar bouwkunde?",
    ],
)
def test_what_a_programme_teaches_a_fact_a_date_and_what_is_asked_for_are_no_question_about_entry(
    text: str,
) -> None:
    assert kind_of_message(text) is None


def test_what_is_asked_for_is_not_held() -> None:
    assert message("Met welke hbo bachelors mag ik naar bouwkunde?").told.profile.diplomas is None


def test_subjects_that_are_needed_take_no_diploma_back() -> None:
    assert held("mag je met vwo C&M naar bouwkunde en welk vak heb je daarvoor nodig")["level"] == "vwo"


def test_a_question_for_money_is_about_what_was_aimed_at() -> None:
    talk = after(Talk(), message("Ik heb havo C&M en wil bouwkunde in deeltijd doen. Word ik toegelaten?"))
    talk = after(talk, message("krijg ik SLIM?"))
    assert (talk.kind, talk.wanted.offers, talk.wanted.modes) == (Kind.SCHEME, (("bouw",),), ("deeltijd",))
