"""Answers from figures over a small table: each figure cited, what is computed marked, and no figure of something else."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from assistant.chain import AnswerChain
from assistant.stages import Stages
from assistant.types import Answer, Language, Outcome, Question, SentenceKind, Turn
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.figure_answers import FigureAnswers
from assistant.writing.records import RecordWriter
from knowledge.build import language_of
from knowledge.language.analysis import Analyzer
from tests.support.figures import records
from tests.support.homes import TODAY, Home


@pytest.fixture(scope="module")
def chain(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    folder: Path = tmp_path_factory.mktemp("figures")
    (folder / "library" / "records").mkdir(parents=True)
    (folder / "library" / "records" / "gazetteer.csv").write_text(
        "name,kind,municipality,province,region,country,latitude,longitude\n"
        "Enschede,gemeente,Enschede,Overijssel,Twente,NL,52.221,6.894\n"
    )
    home = Home.below(folder)
    home.write("figures.jsonl", "".join(json.dumps(record) + "\n" for record in records()))
    home.write(
        "rvo.md",
        "# Leerplek\n\nIn 2026 kon een leerbedrijf de vergoeding aanvragen van 2 juni tot 17 september.\nHet loket is RVO.\n",
    )
    home.ingest()
    quotes = ExtractiveWriter(home.knowledge.embedder, Analyzer())
    writer = RecordWriter(home.knowledge.catalogues, home.knowledge.store)
    yield AnswerChain(
        Stages(
            detect=language_of,
            retriever=home.knowledge.retriever(),
            writer=quotes,
            quotes=quotes,
            today=lambda: TODAY,
            records=writer,
            refusals=writer,
            figures=FigureAnswers(writer),
        )
    )
    home.knowledge.close()


def talk(chain: AnswerChain, *messages: str, language: Language | None = None) -> Answer:
    """Return the answer to the last message of a talk."""
    history: tuple[Turn, ...] = ()
    for message in messages:
        answer = chain.invoke(Question(message, history, language=language))
        history = (*history, Turn("user", message), Turn("assistant", answer.text))
    return answer


def told(answer: Answer) -> list[str]:
    return [one.text for one in answer.sentences]


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("Hoeveel technische hbo-studenten had Saxion in Overijssel in 2023?", ["bij Saxion", "Overijssel", "2023", "720"]),
        ("Hoeveel vrouwen studeerden in 2022 techniek aan een hogeschool in Gelderland?", ["Gelderland", "180 vrouwen"]),
        ("Welk deel van de hbo-studenten in Overijssel koos in 2024 voor techniek?", ["22,1 procent"]),
        ("Welk percentage van de techniekstudenten op het hbo in Overijssel was in 2022 vrouw?", ["22,1 procent"]),
        ("Hoeveel techniekstudenten had Saxion in 2022 in Overijssel volgens DUO?", ["700 studenten"]),
        ("Wat was volgens DUO het aandeel techniek in het hbo van Gelderland in 2023?", ["16,5 procent"]),
        ("For a grant application: how many female engineering students did Saxion have in Overijssel in 2023?", ["144 women"]),
        ("Wie hoch war 2022 landesweit der Anteil der Technik an allen hbo-Studierenden?", ["20,5 Prozent"]),
        ("Hoeveel technische hbo-studenten had Windesheim?", ["2024", "510"]),
    ],
)  # fmt: skip
def test_a_figure_is_told_in_a_sentence_with_its_record(
    chain: AnswerChain, question: str, says: Sequence[str]
) -> None:
    answer = talk(chain, question)
    assert answer.outcome is Outcome.ANSWERED
    (sentence,) = answer.sentences
    assert all(text in sentence.text for text in says), sentence.text
    assert sentence.citations


@pytest.mark.parametrize(
    ("question", "values", "difference"),
    [
        ("Wie had in 2024 meer techniekstudenten in Overijssel: Saxion of Windesheim, en hoeveel scheelt dat?", ["690", "410"], "280 studenten meer bij Saxion dan bij Windesheim"),
        ("Kiezen hbo-studenten in Overijssel vaker voor techniek dan in Gelderland? Cijfers van 2024.", ["22,1", "16,2"], "5,9 procentpunt meer in Overijssel dan in Gelderland"),
        ("Is het aantal technische hbo-studenten in Overijssel tussen 2022 en 2024 gegroeid?", ["1.200", "1.100"], "100 studenten minder in 2024 dan in 2022"),
        ("Met hoeveel procent groeide het aantal technische hbo-studenten in Gelderland sinds 2022?", ["900", "930"], "een verschil van 3,3 procent"),
        ("Zijn er bij Saxion in 2024 meer mannen of vrouwen in de techniek?", ["632", "158"], "474 studenten meer bij mannen dan bij vrouwen"),
        ("Hoeveel hoger is het wettelijk collegegeld in 2025-2026 dan in 2024-2025?", ["2.601", "2.530"], "71 euro per studiejaar meer in 2025-2026"),
    ],
)  # fmt: skip
def test_a_difference_is_computed_from_the_figures_it_cites_and_says_so(
    chain: AnswerChain, question: str, values: Sequence[str], difference: str
) -> None:
    answer = talk(chain, question)
    computed = [one for one in answer.sentences if one.kind is SentenceKind.COMPUTED]
    assert all(value in answer.text for value in values)
    assert len(computed) == 1
    assert difference in computed[0].text
    assert "zelf berekend" in computed[0].text
    assert len(computed[0].citations) >= 2


def test_the_highest_is_named_first_with_all_that_it_is_compared_with(chain: AnswerChain) -> None:
    answer = talk(chain, "Welke provincie had in 2024 het hoogste aandeel vrouwen in het technisch hbo?")
    assert "Gelderland met 24,9 procent" in answer.sentences[0].text
    assert "2 cijfers" in answer.sentences[0].text
    assert "24,1 procent" in answer.text


def test_more_than_two_figures_are_rows(chain: AnswerChain) -> None:
    answer = talk(chain, "Geef het aantal technische hbo-studenten in Overijssel per jaar")
    assert told(answer)[1:] == [
        "1. Overijssel, 2022: 1.200 studenten.",
        "2. Overijssel, 2023: 1.250 studenten.",
        "3. Overijssel, 2024: 1.100 studenten.",
    ]


def test_a_share_of_a_school_is_computed_from_both_numbers(chain: AnswerChain) -> None:
    answer = talk(chain, "Hoeveel procent van de techniekstudenten van Saxion was in 2024 vrouw?")
    assert "20 procent" in answer.sentences[0].text
    assert answer.sentences[0].kind is SentenceKind.COMPUTED
    assert "158 vrouwen" in answer.text
    assert "790 studenten" in answer.text


@pytest.mark.parametrize(
    ("messages", "says"),
    [
        (("Hoeveel technische hbo-studenten had Saxion in Overijssel in 2022?", "En Windesheim?"), "bij Windesheim in Overijssel 500"),
        (("Hoeveel technische hbo-studenten had Saxion in 2022?", "en in 2023?"), "In 2023 stonden er bij Saxion in heel Nederland 815"),
        (("Hoeveel technische hbo-studenten had Saxion in 2022?", "En een jaar later?"), "815"),
        (("Hoeveel technische hbo-studenten had Saxion in 2022?", "en twee jaar later?", "hoeveel scheelt dat?"), "10 studenten minder in 2024 dan in 2022"),
        (("Hoeveel technische hbo-studenten had Saxion in 2024?", "en de vrouwen?"), "158 vrouwen"),
        (("Hoeveel technische hbo-studenten had Saxion in 2024?", "is dat meer of minder dan in 2022, en hoeveel?"), "10 studenten minder"),
        (("Wat was het aandeel techniek in het hbo in Overijssel in 2024?", "en in Gelderland?"), "16,2 procent"),
        (("Wat was het aandeel techniek in het hbo in Overijssel in 2024?", "in welke provincie was het het hoogst?"), "Het hoogst is Overijssel"),
        (("Hoeveel technische hbo-studenten had Saxion in 2024?", "dank je", "en Windesheim?"), "510"),
    ],
)  # fmt: skip
def test_a_follow_up_replaces_only_what_it_names(
    chain: AnswerChain, messages: Sequence[str], says: str
) -> None:
    assert says in talk(chain, *messages).text


@pytest.mark.parametrize(
    ("messages", "there_is"),
    [
        (("Hoeveel technische hbo-studenten had Saxion in 2028?",), "is 2022; het nieuwste is 2024"),
        (("Hoeveel technische hbo-studenten had Saxion in 2024?", "en in 2019?"), "is 2022; het nieuwste is 2024"),
        (("Hoeveel technische hbo-studenten had Fontys in 2023?",), "Saxion en Windesheim"),
        (("Hoeveel technische hbo-studenten had Saxion in 2024?", "en Fontys?"), "Saxion en Windesheim"),
        (("Hoeveel technische hbo-studenten had Saxion in 2024?", "en Deltion?"), "Saxion en Windesheim"),
        (("Hoeveel technische hbo-studenten had Saxion in Gelderland in 2023?",), "Nederland en Overijssel"),
        (("Hoeveel technische hbo-studenten zijn er in Twente?",), "Gelderland, Nederland en Overijssel"),
        (("Hoeveel deeltijdstudenten techniek had Saxion in 2023?",), "per jaar, per provincie, per hogeschool"),
        (("Wat was volgens CBS het aandeel techniek in het hbo in Overijssel?",), ""),
    ],
)  # fmt: skip
def test_what_no_figure_is_of_is_refused_with_what_there_is(
    chain: AnswerChain, messages: Sequence[str], there_is: str
) -> None:
    answer = talk(chain, *messages)
    assert answer.outcome is Outcome.REFUSED
    assert there_is in answer.text
    assert not any(number in answer.text for number in ("790", "815", "510", "640", "22,1"))


def test_what_is_there_is_told_beside_what_is_not(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat is het verschil in technische hbo-studenten van Saxion tussen 2020 en 2024?")
    assert answer.outcome is Outcome.PARTLY
    assert "790" in answer.text
    assert "is 2022; het nieuwste is 2024" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel technische hbo-opleidingen heeft Saxion?",
        "Hoeveel techniekstudenten zijn er op het mbo in Overijssel?",
        "Hoeveel studenten heeft Saxion?",
        "Hoeveel studenten volgen Mechatronica bij Saxion?",
        "Hoeveel vrouwen werken er in de techniek in Overijssel?",
        "Welk deel van de technische hbo-studenten in Nederland zit in Overijssel?",
        "Waarom kiezen vrouwen in Overijssel niet voor techniek op het hbo?",
        "Waar kan ik techniek studeren in Overijssel?",
        "Wat is het wettelijk collegegeld voor Saxion?",
        "Welke hbo-opleiding techniek heeft de meeste studenten bij Saxion?",
        "Hoeveel technische hbo-studenten met autisme heeft Saxion in Overijssel?",
    ],
)
def test_a_question_for_something_else_gets_no_figure(chain: AnswerChain, question: str) -> None:
    assert not any(record.kind == "figure" for record in talk(chain, question).records)


@pytest.mark.parametrize(
    "further", ["en welke opleidingen zijn er?", "en wat kost dat daar?", "hoe bereik ik ze?"]
)
def test_another_question_after_a_figure_is_not_a_figure(chain: AnswerChain, further: str) -> None:
    answer = talk(chain, "Hoeveel technische hbo-studenten had Saxion in 2024?", further)
    assert not any(record.kind == "figure" for record in answer.records)


def test_sources_that_differ_stand_side_by_side_and_nothing_is_computed(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat is het wettelijk collegegeld in 2026-2027?")
    assert "2.694 euro per studiejaar volgens DUO" in answer.text
    assert "2.695 euro per studiejaar volgens DUO" in answer.text
    answer = talk(chain, "Hoeveel is het wettelijk collegegeld gestegen van 2025-2026 naar 2026-2027?")
    assert not any(one.kind is SentenceKind.COMPUTED for one in answer.sentences)


@pytest.mark.parametrize("language", list(Language))
def test_a_figure_is_told_in_the_language_of_the_question(chain: AnswerChain, language: Language) -> None:
    opening = {"nl": "In 2023 stonden", "en": "In 2023, 720 students", "de": "2023 waren bei Saxion"}
    question = {
        "nl": "Hoeveel techniekstudenten had Saxion in 2023 in Overijssel?",
        "en": "How many engineering students did Saxion have in Overijssel in 2023?",
        "de": "Wie viele Technikstudierende hatte Saxion 2023 in Overijssel?",
    }
    (sentence,) = talk(chain, question[language.value], language=language).sentences
    assert sentence.text.startswith(opening[language.value])


def test_figures_of_the_source_that_is_named_go_before_others(chain: AnswerChain) -> None:
    answer = talk(chain, "Wat is volgens Rijksoverheid het wettelijk collegegeld?")
    assert "2.530 euro" in answer.text
    assert "2.69" not in answer.text


def test_a_desk_that_is_named_beside_a_question_is_not_its_subject(chain: AnswerChain) -> None:
    answer = talk(chain, "Welke periode van 2026 kon een leerbedrijf de vergoeding bij RVO aanvragen?")
    assert answer.outcome is Outcome.ANSWERED
    assert "2 juni tot 17 september" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel weken vooraf moet je bij RVO een kookcursus aanmelden?",
        "Wat zegt RVO over zwemles?",
        "Hoe lang duurt zwemles volgens RVO?",
    ],
)
def test_no_refusal_says_that_sources_about_something_say_nothing_of_it(
    chain: AnswerChain, question: str
) -> None:
    answer = talk(chain, question)
    assert answer.outcome is Outcome.REFUSED
    assert "“RVO”" not in answer.text
