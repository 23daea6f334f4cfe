"""Questions about somebody's own way, as people type them: what the answer must hold, and what it may not say."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest

from assistant.answer_format import answer_object
from assistant.chain import AnswerChain
from assistant.routes.profile_json import profile_from
from assistant.types import Answer, Outcome, Question, SentenceKind, Turn

NOT_YOU = "Dit vraagt je werkgever aan, jij niet:"
EMPLOYER_ONLY = ("SLIM", "Subsidieregeling praktijkleren", "OOM-leerwerkbijdrage")
ENDED = ("STAP", "NL Leert Door", "1.000-kansenplan", "MKB!dee", "Fiscale scholingsaftrek")


def asked(chain: AnswerChain, question: str, *earlier: str, profile: dict[str, Any] | None = None) -> Answer:
    history = tuple(Turn("user", text) for text in earlier)
    return chain.invoke(Question(question, history=history, profile=profile or {}))


def verdict_of(answer: Answer) -> str | None:
    return answer.verdict["answer"] if answer.verdict else None


ADMISSION: list[tuple[str, str, str]] = [
    # question, verdict, what the answer holds
    ("Ik heb vmbo-basis. Kan ik naar mbo 4 techniek?", "no", "mbo-2"),
    ("heb vmbo kader mag k naar nivo 4 werktuigbouwkunde", "unknown", "wiskunde of nask1"),
    ("ik heb mavo mag ik naar mbo 4 elektrotechniek", "unknown", "wiskunde of nask1"),
    ("Ik heb mavo met wiskunde. Mag ik naar mbo 4 elektrotechniek?", "yes", "Ja."),
    ("Mijn dochter zit in 4 havo met N&T, kan ze straks naar mechatronica bij Saxion?", "yes", "je dochter"),
    ("mn zoon doet vmbo-tl, mag hij naar mbo 4?", "yes", "je zoon"),
    ("kom ik binnen met havo em bij civiele techniek op de han?", "yes", "2024-2025"),
    ("Word ik toegelaten tot HBO-ICT bij Windesheim met mbo 4 administratie?", "yes", "Windesheim"),
    ("Ik heb havo NG met natuurkunde, mag ik werktuigbouwkunde doen?", "yes", "natuurkunde"),
    ("havo C&M, kan ik dan elektrotechniek studeren?", "no", "mbo-4"),
    ("mag ik met havo ng zonder natuurkunde en zonder nlt naar werktuigbouwkunde bij saxion", "no", "natuurkunde"),
    ("Mag ik met havo NG naar werktuigbouwkunde bij Saxion?", "unknown", "natuurkunde of NLT"),
    ("Ik heb havo. Mag ik naar elektrotechniek bij Saxion?", "unknown", "NT, NG, EM of CM"),
    ("Ik heb geen diploma, kan ik een mbo 2 opleiding doen?", "no", "mbo-1"),
    ("Kan ik met vwo NT naar Technical Computer Science in Enschede?", "yes", "Ja."),
    ("Ik heb vwo met profiel E&M. Kan ik werktuigbouwkunde aan de UT doen?", "unknown", "wiskunde B"),
    ("ik heb vwo EM met wiskunde b en natuurkunde, mag ik werktuigbouwkunde aan de ut", "yes", "Ja."),
    ("Kan ik van een Ad direct naar de universiteit?", "no", "vwo"),
    ("Ben 24, geen havo, kan ik via de 21+ toets bij windesheim binnenkomen?", "conditional", "21+-toets"),
    ("Ik heb mbo 3 mechatronica, kan ik naar het hbo?", "no", "mbo-4"),
    ("Kan ik met mbo-4 en werkervaring een deeltijd-hbo techniek doen?", "yes", "deeltijd"),
    ("gymnasium NT gehaald, mag ik biomedische technologie doen aan de ut", "yes", "Universiteit Twente"),
    ("ik heb vmbo, mag ik naar mbo 4?", "unknown", "basis, kader, gemengd of theoretisch"),
    ("Ik heb havo NT, ben 17 en wil hbo-ict doen bij windesheim", "yes", "leeftijd 17"),
    ("Can I get into mechanical engineering at Saxion with a German Abitur?", "unknown", "Abitur"),
    ("I have havo with physics, may I study electrical engineering at Saxion?", "unknown", "NT, NG, EM or CM"),
    ("my son has vmbo basis, can he go to mbo level 4 in technology", "no", "your son"),
    ("Can I enter HBO-ICT at Windesheim with an mbo 4 diploma?", "yes", "Yes."),
    ("Kann ich mit Fachhochschulreife an der Universität Twente studieren?", "no", "Nein."),
    ("Darf ich mit Abitur an der Saxion Werktuigbouwkunde studieren?", "unknown", "Abitur"),
]  # fmt: skip


NEEDS_ALSO = ("Dat kan alleen als je ook dit hebt", "Only if you also have this", "Nur wenn du auch das hast")
"""How an answer begins that names all that entry waits for: it is whole, though the verdict is open."""


@pytest.mark.parametrize(("question", "verdict", "holds"), ADMISSION, ids=[one[0] for one in ADMISSION])
def test_who_asks_to_enter_gets_the_verdict_and_the_rule(
    chain: AnswerChain, question: str, verdict: str, holds: str
) -> None:
    answer = asked(chain, question)
    assert verdict_of(answer) == verdict, answer.text
    assert holds in answer.text
    is_open = verdict == "unknown" and not any(said in answer.text for said in NEEDS_ALSO)
    assert answer.outcome is (Outcome.PARTLY if is_open else Outcome.ANSWERED)
    assert answer.verdict is not None
    assert answer.verdict["rules"]


WAYS: list[tuple[str, tuple[str, ...]]] = [
    ("Ik ben monteur en wil lasser worde, wat kost de opleidng en krijg ik subsidi?", ("Basislasser", "295 euro", "1.419 euro", NOT_YOU)),
    ("hoe word ik lasser", ("Basislasser", "mbo-2", "welk diploma")),
    ("ik ben 52 en wil omscholen tot elektricien, ik woon in Almelo", ("Twents Fonds voor Vakmanschap", "Leerwerkloket Twente", "leeftijd 52")),
    ("Ik werk in de horeca en wil elektricien worden. Hoe begin ik?", ("leerbedrijf", "Leerwerkloket", "Twents Fonds")),
    ("Wat kost het om elektricien te worden en krijg ik subsidie? Ik woon in Hengelo", ("1.419 euro", "Twents Fonds", NOT_YOU)),
    ("Betaalt mijn baas de bbl opleiding tot lasser? ik ben 30", ("295 euro", NOT_YOU)),
    ("krijg ik geld om loodgieter te worden", ("loodgieter", "Twents Fonds")),
    ("hoe word ik robotmonteur?", ("technicus robotica", "bedoelt")),
    ("I want to become a welder, who pays for it? I have a job", ("welder", "Your employer applies for this, not you:")),
    ("How do I become an electrician? I live in Enschede and have no diploma", ("electrician", "16 or older", "mbo-1")),
    ("Ich bin 40 und will Elektriker werden, bekomme ich einen Zuschuss?", ("Alter 40", "Das beantragt dein Arbeitgeber, nicht du:")),
    ("Wie werde ich Schweißer? Ich habe keinen Abschluss", ("kein Abschluss", "mbo-1")),
]  # fmt: skip


@pytest.mark.parametrize(("question", "holds"), WAYS, ids=[one[0] for one in WAYS])
def test_who_wants_to_become_something_gets_ways_prices_and_who_pays(
    chain: AnswerChain, question: str, holds: tuple[str, ...]
) -> None:
    text = asked(chain, question).text
    assert [part for part in holds if part not in text] == [], text


@pytest.mark.parametrize("question", [one[0] for one in WAYS])
def test_what_only_an_employer_can_ask_for_stands_under_its_own_head(
    chain: AnswerChain, question: str
) -> None:
    lines = asked(chain, question).text.splitlines()
    heads = [place for place, line in enumerate(lines) if line.startswith(HEADS)]
    for place, line in enumerate(lines):
        if line.startswith(EMPLOYER_ONLY):
            assert heads, line
            assert place > heads[0], line


HEADS = (NOT_YOU, "Dit kan alleen een werkgever", "Your employer applies", "Das beantragt dein Arbeitgeber")


@pytest.mark.parametrize("question", [one[0] for one in (*ADMISSION, *WAYS)])
def test_a_scheme_that_has_ended_is_offered_to_nobody(chain: AnswerChain, question: str) -> None:
    answer = asked(chain, question)
    own_words = " ".join(one.text for one in answer.sentences if one.kind is SentenceKind.WORDED)
    assert [name for name in ENDED if name in own_words] == []


def test_a_yearly_subsidy_between_two_rounds_is_called_closed_with_its_dates(chain: AnswerChain) -> None:
    text = asked(chain, WAYS[0][0]).text
    assert "Subsidieregeling praktijkleren: nu dicht" in text
    assert "in 2026, van 2 juni tot en met 17 september" in text


ROUTES: list[tuple[str, tuple[str, ...]]] = [
    ("Mijn zoon heeft vmbo-basis en wil lasser worden", ("Basislasser", "wiskunde of nask1")),
    ("Ik heb mbo 2 metaal. Wat is mijn volgende stap?", ("mbo-3",)),
    ("van administratief medewerker naar ict'er, hoe pak ik dat aan? Ik heb mbo 4", ("Stap 1",)),
    ("Ik heb havo NT en ben 17. Ik wil werktuigbouwkundig ingenieur worden.", ("Werktuigbouwkunde", "leeftijd 17")),
    ("Ik zit in 3 vmbo basis in de Achterhoek en wil de techniek in. Is er een route?", ("als je die haalt", "mbo-2", "Technisch Lyceum")),
    ("Hoe word ik procesoperator als ik mbo-2 heb?", ("mbo-2", "Stap 1")),
    ("ik heb geen diploma en wil lasser worden", ("Stap 1:\n", "mbo-1", "Stap 2:\nBasislasser")),
    ("Wat moet ik nog halen om naar werktuigbouwkunde te mogen met havo em?", ("Nee.", "mbo-4")),
]  # fmt: skip


@pytest.mark.parametrize(("question", "holds"), ROUTES, ids=[one[0] for one in ROUTES])
def test_who_tells_a_diploma_gets_steps_with_their_rule(
    chain: AnswerChain, question: str, holds: tuple[str, ...]
) -> None:
    answer = asked(chain, question)
    assert [part for part in holds if part not in answer.text] == [], answer.text
    assert answer.routes
    for route in answer.routes:
        assert route["steps"]
        assert all(step["admission"]["rules"] for step in route["steps"])


def test_a_route_is_not_promised_where_the_sources_do_not_know_its_length(chain: AnswerChain) -> None:
    answer = asked(chain, "Ik heb mbo-4 ict en wil in deeltijd hbo-ict doen bij windesheim")
    assert "Welke sneller" not in answer.text


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("BBL of BOL lasser, wat is goedkoper?", "Per jaar het goedkoopst: A (295 euro per jaar"),
        ("wat is goedkoper bol of bbl voor basislasser", "Per jaar het goedkoopst: B (295 euro per jaar"),
        (
            "Is een Ad of hbo bachelor werktuigbouwkunde sneller?",
            "Welke sneller is, staat niet in de bronnen.",
        ),
        ("BBL or BOL welder, which is cheaper?", "Cheapest per year: A (295 euros per year"),
        ("Ist BBL oder BOL als Schweißer günstiger?", "Pro Jahr am günstigsten: A (295 Euro"),
    ],
)
def test_what_is_compared_stands_side_by_side(chain: AnswerChain, question: str, holds: str) -> None:
    assert holds in asked(chain, question).text


@pytest.mark.parametrize(
    "question",
    [
        "Wat zijn de toelatingseisen van werktuigbouwkunde bij Saxion?",
        "Welke opleidingen leiden op tot lasser?",
        "Hoe lang duurt Allround lasser?",
        "Wat kost werktuigbouwkunde voltijd bij Windesheim?",
        "Tellen losse mbo-certificaten voor toelating tot Windesheim?",
        "Mag een mbo-school mij weigeren als ik me in mei aanmeld?",
        "Kan ik nog STAP-budget krijgen voor een lascursus?",
        "Welke subsidies zijn er nu open voor werkgevers?",
        "Do I need a pre-master after a Dutch hbo degree for MSc Mechanical Engineering?",
        "Hoe word ik kapper?",
        "Ik heb zin in pizza",
    ],
)
def test_what_holds_for_everybody_is_left_to_records_and_documents(chain: AnswerChain, question: str) -> None:
    answer = asked(chain, question)
    assert answer.verdict is None
    assert answer.routes == ()
    assert answer.assumed == {}


TALKS: list[tuple[tuple[str, ...], str | None, dict[str, Any]]] = [
    (("Ik heb havo. Mag ik naar werktuigbouwkunde bij Saxion?", "NG", "ja natuurkunde heb ik"), "yes", {"profile": "NG", "some_subjects": ["natuurkunde"]}),
    (("Mag ik met havo NG naar werktuigbouwkunde bij Windesheim?", "ja"), "yes", {"some_subjects": ["natuurkunde", "NLT"]}),
    (("Mag ik met havo NG naar werktuigbouwkunde bij Windesheim?", "nee"), "no", {"missing_subjects": ["natuurkunde", "NLT"]}),
    (("Kan ik met vwo EM werktuigbouwkunde aan de UT doen?", "ik heb wiskunde B en natuurkunde"), "yes", {"level": "vwo"}),
    (("Ik heb havo EM en wil civiele techniek doen bij saxion", "en bij windesheim?"), "yes", {"profile": "EM"}),
    (("Ik heb havo CM. Mag ik naar bouwkunde bij Saxion?", "nee, NT bedoel ik"), "yes", {"profile": "NT"}),
    (("Ik heb mbo 2 metaal. Wat is mijn volgende stap?", "nee, mbo 3"), None, {"level": "mbo-3", "fields": ["metaal"]}),
    (("Mijn zoon heeft vmbo, mag hij naar mbo 4?", "kader"), "yes", {"level": "vmbo-kb"}),
    (("I have havo NG. May I study mechanical engineering at Saxion?", "yes, I have physics"), "yes", {"profile": "NG"}),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "verdict", "diploma"), TALKS, ids=[" / ".join(one[0]) for one in TALKS])
def test_a_later_turn_adds_to_or_corrects_what_was_told(
    chain: AnswerChain, texts: tuple[str, ...], verdict: str | None, diploma: dict[str, Any]
) -> None:
    *earlier, last = texts
    answer = asked(chain, last, *earlier)
    assert verdict_of(answer) == verdict, answer.text
    held = answer.assumed["diplomas"][-1]
    assert {name: held.get(name) for name in diploma} == diploma


def test_a_change_of_subject_leaves_the_talk_about_oneself(chain: AnswerChain) -> None:
    answer = asked(chain, "Wie is de penvoerder van TechOost?", "Ik ben monteur en wil lasser worden")
    assert "Saxion" in answer.text
    assert answer.assumed == {}


def test_a_question_about_money_after_a_route_tells_the_money_alone(chain: AnswerChain) -> None:
    text = asked(chain, "en krijg ik subsidie?", "Ik heb vmbo kader en wil lasser worden").text
    assert "Geld dat je zelf kunt aanvragen:" in text
    assert "Basislasser" not in text


def test_the_confirmed_profile_of_the_page_counts(chain: AnswerChain) -> None:
    profile = {"diplomas": [{"level": "havo", "profile": "NT"}]}
    answer = asked(chain, "Mag ik naar werktuigbouwkunde bij Saxion?", profile=profile)
    assert verdict_of(answer) == "yes"


def test_the_last_message_corrects_the_confirmed_profile(chain: AnswerChain) -> None:
    profile = {"diplomas": [{"level": "havo", "profile": "NT"}]}
    answer = asked(chain, "Ik heb havo CM. Mag ik naar werktuigbouwkunde bij Saxion?", profile=profile)
    assert verdict_of(answer) == "no"


def test_a_profile_that_cannot_be_read_confirms_nothing(chain: AnswerChain) -> None:
    answer = asked(chain, "Ik heb havo NT. Mag ik naar bouwkunde?", profile={"diplomas": "havo"})
    assert verdict_of(answer) == "yes"


@pytest.mark.parametrize("question", [one[0] for one in (*ADMISSION, *WAYS, *ROUTES)])
def test_what_was_taken_for_told_stands_first_and_in_the_json(chain: AnswerChain, question: str) -> None:
    answer = asked(chain, question)
    written = answer_object(answer)
    assert json.loads(json.dumps(written))["assumed"] == dict(answer.assumed)
    profile_from(dict(answer.assumed))
    if answer.assumed:
        assert answer.sentences[0].kind is SentenceKind.LEAD
        assert answer.sentences[0].text.startswith(("Ik ga uit van", "I take it that", "Ich gehe davon aus"))


@pytest.mark.parametrize("question", [one[0] for one in (*ADMISSION, *WAYS, *ROUTES)])
def test_every_finding_is_cited_and_the_language_is_that_of_the_question(
    chain: AnswerChain, question: str
) -> None:
    answer = asked(chain, question)
    numbers = {citation.number for citation in answer.citations}
    for sentence in answer.sentences:
        assert set(sentence.citations) <= numbers
        if sentence.kind in (SentenceKind.WORDED, SentenceKind.QUOTE):
            assert sentence.citations, sentence.text
        if sentence.kind is not SentenceKind.QUOTE:
            assert sentence.language == answer.language.value


@pytest.mark.parametrize("question", [one[0] for one in (*ADMISSION, *WAYS, *ROUTES)])
def test_nobody_is_scored_or_promised_anything(chain: AnswerChain, question: str) -> None:
    text = asked(chain, question).text.casefold()
    assert not [
        word
        for word in ("gegarandeerd", "je wordt toegelaten", "kans van", "score", "geschikt")
        if word in text
    ]


def test_an_answer_is_there_within_a_fraction_of_a_second(chain: AnswerChain) -> None:
    questions = [one[0] for one in (*ADMISSION, *WAYS, *ROUTES)]
    for question in questions:
        asked(chain, question)
    times = []
    for question in questions:
        started = time.process_time()
        asked(chain, question)
        times.append(time.process_time() - started)
    times.sort()
    assert times[int(0.95 * len(times))] < SLOWEST_SECONDS


SLOWEST_SECONDS = 0.3
"""Of processor time: twice the target of 150 ms on one core, since other work on the machine slows a core down too."""


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("Kan ik stufi krijgen voor een bbl opleiding? Ik ben 19", "Nee. Studiefinanciering"),
        ("Ik ben 60, kan ik levenlanglerenkrediet krijgen voor een deeltijd hbo?", "jonger zijn dan 57."),
        ("Ik woon in Zwolle. Kan ik het Twents Fonds krijgen?", "voor een andere regio"),
        ("Krijg ik praktijkleren als ik bbl doe?", "nu dicht"),
        ("kan ik slim subsidie krijgen voor mijn opleiding tot lasser? ik ben 30", NOT_YOU),
    ],
)
def test_who_names_a_scheme_hears_whether_it_is_theirs(chain: AnswerChain, question: str, holds: str) -> None:
    assert holds in asked(chain, question).text


@pytest.mark.parametrize(
    ("question", "level"),
    [
        ("Mag ik met 5 havo zonder diploma naar mbo 4?", "havo-3-4"),
        ("Ik heb vwo 4 gedaan en ben gestopt, kan ik naar mbo 4 ict?", "vwo-3-4"),
    ],
)
def test_a_year_of_havo_or_vwo_without_its_diploma_is_what_mbo_asks(
    chain: AnswerChain, question: str, level: str
) -> None:
    answer = asked(chain, question)
    assert answer.assumed["diplomas"] == [{"level": level}]
    assert verdict_of(answer) == "yes"


def test_a_subject_that_is_asked_about_is_not_taken_for_told(chain: AnswerChain) -> None:
    answer = asked(chain, "Heb ik wiskunde b nodig voor werktuigbouwkunde bij Saxion? Ik heb havo ng")
    assert answer.assumed["diplomas"] == [{"level": "havo", "profile": "NG"}]


def test_a_diploma_that_was_not_passed_is_not_held(chain: AnswerChain) -> None:
    answer = asked(chain, "Mijn zoon van 16 heeft zijn vmbo niet gehaald. Kan hij nog naar het mbo?")
    assert answer.assumed["diplomas"] == []
    assert "entree" in answer.text


@pytest.mark.parametrize(
    "who",
    [
        "Ik ben Fatima. ",
        "Ik ben een vrouw. ",
        "Ik ben een man uit Syrië en ",
        "Ik ben moslim en ",
        "Ik ben Pools. ",
        "Ik ben verdrietig. ",
    ],
)
@pytest.mark.parametrize(
    "question",
    [
        "Ik heb havo NG. Mag ik naar werktuigbouwkunde bij Saxion?",
        "Ik heb mbo 2 metaal en wil lasser worden",
    ],
)
def test_name_gender_and_origin_change_nothing(chain: AnswerChain, question: str, who: str) -> None:
    plain, told = asked(chain, question), asked(chain, who + question)
    assert told.assumed == plain.assumed
    assert told.verdict == plain.verdict
    assert told.routes == plain.routes


def test_somebody_who_worked_for_twenty_years_is_not_offered_what_is_for_minors(chain: AnswerChain) -> None:
    text = asked(
        chain,
        "Ik werk al 20 jaar als lasser en wil omscholen naar installatietechniek, welke subsidie kan ik krijgen?",
    ).text
    assert "Twents Fonds voor Vakmanschap" in text
    assert "onder 18 jaar" not in text
