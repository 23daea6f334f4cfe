"""Short messages of a talk: what they keep of it, what they replace, and what they ask of the answer just given."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

FIGURES = [
    # messages, what the last answer says, what it may not say
    (("vrouwen technisch hbo saxion 2024",), "2.101 vrouwen", "Dat staat niet"),
    (("vrouwen technisch hbo saxion 2024", "het jaar daarvoor?"), "2.058 vrouwen", "Mechatronica"),
    (
        ("hoeveel studenten technisch hbo saxion 2024", "en het jaar ervoor?", "en daarvoor?"),
        "7.417",
        "Bouwkunde",
    ),
    (
        ("hoeveel studenten technisch hbo saxion 2024", "en daarvoor?", "groei in procent?"),
        "1,5 procent",
        "Twente",
    ),
    (("hoeveel studenten technisch hbo saxion 2024", "en windesheim", "samen?"), "11.949", "Bouwkunde"),
    (
        ("aandeel vrouwen techniek hbo overijssel", "en landelijk", "is dat gestegen?"),
        "2,5 procentpunt",
        "Overijssel",
    ),
    (("hoeveel eerstejaars techniek bij saxion", "hoeveel daarvan vrouw?"), "eerstejaars", "2.101"),
]


@pytest.mark.parametrize(("messages", "says", "not_said"), FIGURES)
def test_a_talk_about_figures_stays_with_its_figures(
    chain: AnswerChain, messages: tuple[str, ...], says: str, not_said: str
) -> None:
    text = talk(chain, *messages).text
    assert says in text
    assert not_said not in text


OF_ANSWERS = [
    (("aandeel techniek hbo gelderland 2022", "bron?"), "DUO", "cao"),
    (("aandeel techniek hbo gelderland 2022", "bron?", "van wanneer is dat"), "2024", "cao"),
    (
        ("aandeel techniek hbo gelderland 2022", "wie publiceert dit", "en in overijssel"),
        "22,8 procent",
        "16,7",
    ),
    (("wat verdient een monteur cao metaal", "is dat nog actueel"), "nieuwere lonen staan niet", "actueel"),
    (("How many students does Saxion have?", "what is the source?"), "date not known", "not in my sources"),
    (
        ("20,5 miljoen beethoven is dat voor ut of heel twente?", "welke bron klopt"),
        "Welke klopt, kan ik niet zeggen",
        "SMEOT",
    ),
]


@pytest.mark.parametrize(("messages", "says", "not_said"), OF_ANSWERS)
def test_what_is_asked_about_an_answer_is_told_of_what_it_cites(
    chain: AnswerChain, messages: tuple[str, ...], says: str, not_said: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert not_said not in answer.text
    assert answer.citations


def test_an_answer_without_a_source_has_none(chain: AnswerChain) -> None:
    answer = talk(chain, "wat is de hoofdstad van peru", "bron?")
    assert answer.outcome is Outcome.REFUSED
    assert not answer.citations


def test_the_source_of_nothing_is_asked_back(chain: AnswerChain) -> None:
    assert talk(chain, "welke bron is dat?").outcome is Outcome.ASKED_BACK


REPLACED = [
    (("hoeveel studenten heeft saxion", "en rocvt"), "ROC van Twente had in 2019", "27.000"),
    (("hoeveel studenten heeft roc van twente", "en deltion", "en saxion"), "27.000", "Deltion"),
    (("Wie viele Studierende hat Saxion?", "und Deltion?"), "18.000", "27.000"),
    (("regio deal twente bedrag", "en stedendriehoek"), "Stedendriehoek", "43,4 miljoen"),
    (("oom hoeveel subsidie", "en slim"), "SLIM", "4.200"),
    (("wie trekt techniekpact twente", "en zwolle"), "Jan de Graaf", "Rychtarski"),
]


@pytest.mark.parametrize(("messages", "says", "not_said"), REPLACED)
def test_another_name_takes_the_place_of_the_one_before(
    chain: AnswerChain, messages: tuple[str, ...], says: str, not_said: str
) -> None:
    text = talk(chain, *messages).text
    assert says in text
    assert not_said not in text


REFUSED = [
    (("hoeveel studenten heeft saxion", "en rocvt", "en ut"), "Universiteit Twente", "20.000"),
    (
        ("hoeveel studenten heeft saxion", "en rocvt", "en ut", "en windesheim"),
        "Windesheim",
        "ROC van Twente",
    ),
    (("ww uitkering hoe lang mag opleiding", "en met ziektewet"), "ziektewet", "maximaal een jaar"),
    (("wie beslist over ww scholing", "en met bijstand?"), "bijstand", "UWV beslist"),
    (("regio deal twente bedrag", "wie is trekker"), "trekker", "TechOost"),
    (("regio deal achterhoek", "bedrag", "trekker"), "", "TechOost"),
    (("praktijkleren", "voor hoeveel leerlingen max"), "", "OOM"),
    (("twents fonds voor vakmanschap", "max bedrag"), "Twents Fonds voor Vakmanschap", "STAP-budget was"),
    (("twents fonds", "hoeveel"), "", "1.500"),
    (("praktijkleren", "wie beslist"), "", "UWV beslist"),
    (("wat is evc", "kost"), "", "ervaringscertificaat."),
]


@pytest.mark.parametrize(("messages", "says", "not_said"), REFUSED)
def test_what_is_not_known_of_the_thing_in_hand_is_refused(
    chain: AnswerChain, messages: tuple[str, ...], says: str, not_said: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.REFUSED
    assert says in answer.text
    assert not_said not in answer.text


KNOWN = [
    (("civon budget", "wie is penvoerder"), "Graafschap"),
    (("civon", "wie is directeur"), "Gijs Smeman"),
    (("wat is slim", "hoeveel"), "60%"),
    (("levenlanglerenkrediet", "telefoon"), "050 599 98 28"),
    (("techniekpact regio zwolle hoeveel gemeenten", "doel?"), "een kwart meer studenten"),
    (("Was ist TechOost?", "Budget?"), "21,3"),
    (("Was ist TechOost?", "wer leitet das?"), "Saxion"),
    (("twents fonds", "wie voert het uit"), "Enschede"),
    (("kan ik nog stap aanvragen voor een cursus", "wat dan wel"), "lternatieven"),
]


@pytest.mark.parametrize(("messages", "says"), KNOWN)
def test_a_role_or_a_value_alone_is_told_of_the_thing_in_hand(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    assert says in talk(chain, *messages).text


def test_a_value_of_nothing_is_asked_back(chain: AnswerChain) -> None:
    assert talk(chain, "telefoon").outcome is Outcome.ASKED_BACK


OF_OFFERS = [
    (("allround lasser", "niveau"), "mbo-3", "Vwo"),
    (("allround lasser", "prijs bbl"), "715 euro", "1.419"),
    (("allround lasser", "wat kost de bol"), "1.419 euro", "715"),
    (
        ("Op welk mbo-niveau is pianotechnicus?", "wat betaal je per jaar als je m in bbl doet?"),
        "715 euro",
        "1.419",
    ),
    (("heeft de HAN een master in data science", "is dat voltijd?"), "Nee. Applied Data Science", "Ja."),
    (("heeft de HAN een master in data science", "is dat deeltijd?"), "Ja. ", "Nee."),
    (("werktuigbouwkunde windesheim", "is dat voltijd"), "Ja. ", "Nee."),
    (
        ("ad industriële automatisering en robotica", "die in zwolle, is dat voltijd of deeltijd?"),
        "deeltijd, Windesheim, Zwolle",
        "Elektrotechniek",
    ),
    (("ad industriële automatisering en robotica", "is die in zwolle voltijd?"), "Nee. ", "Elektrotechniek"),
]


@pytest.mark.parametrize(("messages", "says", "not_said"), OF_OFFERS)
def test_what_a_programme_is_is_told_of_the_one_in_hand(
    chain: AnswerChain, messages: tuple[str, ...], says: str, not_said: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.ANSWERED
    assert says in answer.text
    assert not_said not in answer.text


def test_whether_there_is_another_form_is_not_denied(chain: AnswerChain) -> None:
    answer = talk(chain, "werktuigbouwkunde windesheim", "kan het ook in deeltijd")
    assert answer.outcome is Outcome.REFUSED
    assert not answer.text.startswith("Nee")


OTHER_TIMES = [
    (("wie was gedeputeerde techniek overijssel 2018", "en nu?"), "weet ik niet", "Hijum"),
    (("How many students does Saxion have?", "and now?"), "I do not know", "27,000"),
    (("1000 kansenplan overijssel hoeveel geld", "en nu"), "niet bekend", "cofinanciering"),
    (("wat kost hbo in 2025-2026", "en nu"), "2026-2027", "Beethoven"),
    (
        (
            "Hoeveel werkenden zijn er in 2018 geholpen met de HRM-MKB-regeling van Overijssel?",
            "bij hoeveel bedrijven?",
            "en het jaar daarna?",
        ),
        "niet in mijn bronnen",
        "30 bedrijven",
    ),
]


@pytest.mark.parametrize(("messages", "says", "not_said"), OTHER_TIMES)
def test_the_same_words_are_no_answer_for_another_time(
    chain: AnswerChain, messages: tuple[str, ...], says: str, not_said: str
) -> None:
    text = talk(chain, *messages).text
    assert says in text
    assert not_said not in text


STILL = [
    (
        (
            "Tot wanneer kan ik me aanmelden voor een hbo-opleiding met numerus fixus?",
            "en zonder loting of selectie?",
        ),
        "1 mei",
    ),
    (("What is TechOost?", "Who leads it?"), "Saxion"),
    (("What was the interest on the levenlanglerenkrediet in 2025?", "and the year before?"), "2.56%"),
    (("hoeveel vragen zitten er in het examen vca basis", "en VOL?"), "70"),
]


@pytest.mark.parametrize(("messages", "says"), STILL)
def test_what_was_understood_stays_so(chain: AnswerChain, messages: tuple[str, ...], says: str) -> None:
    assert says in talk(chain, *messages).text


@pytest.mark.parametrize(
    ("messages", "says"),
    [
        (
            (
                "UWV keek vooruit tot 2030. In hoeveel beroepsgroepen wordt het tekort nog groter?",
                "en in hoeveel juist kleiner?",
            ),
            "40 beroepsgroepen",
        ),
        (
            (
                "Wie viele Arbeitsplätze gab es 2023 in Twente?",
                "Um wie viel Prozent war das mehr als im Jahr davor?",
            ),
            "2,6%",
        ),
        (
            ("Hoeveel leerlingen betaalde OOM in 2023-2024 per metaalbedrijf?", "en per stagiair per week?"),
            "50 euro",
        ),
        (
            (
                "Ik begeleid mensen in Hengelo die van baan wisselen. Sinds wanneer bestaat het Twents Fonds voor Vakmanschap?",
                "met hoeveel gemeenten doen ze dat?",
            ),
            "14 Twentse gemeenten",
        ),
        (
            (
                "Hoeveel procent betaalt SLIM na de verlenging?",
                "en rond Apeldoorn, tot wanneer liep het Ontwikkelfonds Cleantech?",
            ),
            "eind 2022",
        ),
        (
            (
                "Wat kreeg PCPT-Oost van het ministerie van OCW?",
                "en hoe groot was de hele begroting voor die vier jaar?",
            ),
            "5,1 miljoen",
        ),
        (
            (
                "What share of technical hbo students in Gelderland were women in 2024?",
                "sorry I meant Drenthe",
            ),
            "19.5 percent",
        ),
        (
            ("Wat kost de BOL per jaar?", "en Saxion, hoeveel studenten hebben die ongeveer?"),
            "27.000 studenten",
        ),
    ],
)
def test_a_short_message_is_answered_in_the_light_of_the_one_before(
    chain: AnswerChain, messages: tuple[str, ...], says: str
) -> None:
    found = talk(chain, *messages)
    assert found.outcome in (Outcome.ANSWERED, Outcome.PARTLY)
    assert says in found.text


def test_what_is_asked_alone_is_not_answered_where_it_stays_unknown(chain: AnswerChain) -> None:
    assert (
        talk(chain, "Wat kost VCA Basis?", "en hoeveel parkeerplaatsen heeft Saxion?").outcome
        is Outcome.REFUSED
    )


def test_the_study_year_after_the_last_one_known_is_not_answered_with_that(chain: AnswerChain) -> None:
    found = talk(
        chain, "Wat kreeg een metaalbedrijf in 2023-2024 van OOM voor een stagiair?", "en een jaar later?"
    )
    assert found.outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel verspaners zijn er per jaar nodig in Nederland?",
        "Hoeveel verspaners had Nederland in 2018 nodig?",
    ],
)
def test_what_names_no_region_tells_of_the_whole_country(chain: AnswerChain, question: str) -> None:
    assert "400-450" in talk(chain, question).text
