"""Answers from records over a tiny library: complete, counted, cited, and silent about what is not a query."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.chain import AnswerChain
from assistant.stages import Stages
from assistant.types import (
    Answer,
    Filter,
    Finished,
    Language,
    Outcome,
    Question,
    Request,
    SentenceKind,
    SentenceReady,
    Turn,
)
from assistant.writing.extractive import ExtractiveWriter
from assistant.writing.phrases import keys
from assistant.writing.records import RecordWriter
from assistant.writing.seam import Evidence, WritingEvent
from knowledge.build import language_of
from knowledge.language.analysis import Analyzer
from knowledge.progress import silent
from knowledge.types import Audience
from tests.support.homes import TODAY, Home

PAGE = {
    "url": "https://school.example/opleidingen",
    "as_of": "2026-03-24",
    "checked_on": "2026-11-21",
    "authority": "provider",
}
OTHER = {
    "url": "https://register.example/",
    "as_of": "2025",
    "checked_on": "2026-11-21",
    "authority": "open_data",
}


def offer(id_: str, name: str, mode: str, **more: Any) -> dict[str, Any]:
    stated = {
        "kind": "hbo-bachelor",
        "level": "hbo-bachelor",
        "provider": "saxion",
        "place": "Enschede",
        "field": "techniek",
    } | more
    record: dict[str, Any] = {
        "record": "offer",
        "id": id_,
        "kind": stated["kind"],
        "state": stated.get("state", "current"),
        "name": [{"value": name, "provenance": 0}],
        "provider": [{"value": stated["provider"], "provenance": 0}],
        "level": [{"value": stated["level"], "provenance": 0}],
        "mode": [{"value": mode, "provenance": 0}],
        "fields": [{"value": [stated["field"]], "provenance": 0}],
        "places": [{"value": [{"name": stated["place"]}], "provenance": 0}] if stated["place"] else [],
        "sources": [PAGE, OTHER],
    }
    if "euro" in stated:
        record["costs"] = [
            {
                "value": [
                    {
                        "euro": {"low": euro, "high": euro},
                        "per": "jaar",
                        "what": "wettelijk collegegeld",
                        "study_year": "2026-2027",
                    }
                ],
                "provenance": place,
            }
            for place, euro in enumerate(stated["euro"])
        ]
    if "months" in stated:
        record["duration_months"] = [
            {"value": {"low": stated["months"], "high": stated["months"]}, "provenance": 0}
        ]
    return record


def scheme(id_: str, name: str, **more: Any) -> dict[str, Any]:
    return {
        "record": "scheme", "id": id_, "name": name, "synonyms": [], "summary": f"{name} betaalt scholing.",
        "condition": {"all_of": {"parts": []}}, "provenance": 0, "applicant": "person", "where": "", "sources": [PAGE],
    } | more  # fmt: skip


RECORDS = [
    {"record": "organisation", "id": "saxion", "name": "Saxion", "kind": "school", "synonyms": ["Hogeschool Saxion"], "sources": [PAGE]},
    offer("wtb-vt", "Werktuigbouwkunde", "voltijd", field="werktuigbouwkunde", euro=[2694, 2795], months=48),
    offer("wtb-dt", "Werktuigbouwkunde", "deeltijd", field="werktuigbouwkunde"),
    offer("ict-vt", "HBO-ICT", "voltijd", field="ict", euro=[2694], months=48),
    offer("ad-dt", "Engineering", "deeltijd", kind="ad", level="ad"),
    offer("oud-dt", "Textiel", "deeltijd", kind="ad", level="ad", state="ended"),
    offer("vaag-dt", "Bouwkunde", "deeltijd", kind="ad", level="ad", place=""),
    *(offer(f"mbo-{n:02d}", f"Monteur {'abcdefghijklmnopqrstuvwxyz'[n]}", "BBL", kind="mbo", level="mbo-2", state="unconfirmed") for n in range(23)),
    scheme("open", "Leergeld"),
    scheme("dicht", "Oud Leergeld", closes="2023-12-31"),
]  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    folder = tmp_path_factory.mktemp("records")
    (folder / "library" / "records").mkdir(parents=True)
    (folder / "library" / "records" / "gazetteer.csv").write_text(
        "name,kind,municipality,province,region,country,latitude,longitude\n"
        "Enschede,gemeente,Enschede,Overijssel,Twente,NL,52.221,6.894\nZwolle,gemeente,Zwolle,Overijssel,Regio Zwolle,NL,52.512,6.094\n"
        "Almelo,gemeente,Almelo,Overijssel,Twente,NL,52.357,6.662\n"
    )
    home = Home.below(folder)
    home.write("records.jsonl", "".join(json.dumps(record) + "\n" for record in RECORDS))
    home.write("loket.md", "# Leerwerkloket\n\nHet Leerwerkloket geeft gratis advies over leren en werken.\n")
    home.ingest()
    yield home
    home.knowledge.close()


@pytest.fixture(scope="module")
def chain(home: Home) -> AnswerChain:
    return chain_on(home, TODAY)


def chain_on(home: Home, day: date) -> AnswerChain:
    return AnswerChain(chain_stages(home, day))


def chain_stages(home: Home, day: date) -> Stages:
    return Stages(
        detect=language_of,
        retriever=home.knowledge.retriever(),
        writer=ExtractiveWriter(home.knowledge.embedder, Analyzer()),
        today=lambda: day,
        records=RecordWriter(home.knowledge.catalogues, home.knowledge.store),
    )


def ask(chain: AnswerChain, text: str, *earlier: str, language: Language = Language.DUTCH) -> Answer:
    history = tuple(Turn("user", said) for said in earlier)
    return chain.invoke(Question(text, history=history, language=language))


def ids(answer: Answer) -> list[str]:
    return sorted(record.id for record in answer.records)


def test_a_list_is_complete_and_says_so(chain: AnswerChain) -> None:
    answer = ask(chain, "Welke deeltijdopleidingen zijn er in Enschede?")
    assert ids(answer) == ["ad-dt", "wtb-dt"]
    assert answer.sentences[0].text == "Er zijn 2 opleidingen: 2 van 2."
    assert "Filters: deeltijd, Enschede." in answer.text


def asked_with(chain: AnswerChain, text: str, filters: tuple[Filter, ...] | None, *turns: Turn) -> Answer:
    return chain.invoke(Question(text, history=turns, language=Language.DUTCH, filters=filters))


def test_the_filters_of_a_list_can_be_taken_away_one_by_one(chain: AnswerChain) -> None:
    question = "Welke deeltijdopleidingen zijn er in Enschede?"
    filters = ask(chain, question).filters
    assert [(one.kind, one.value) for one in filters] == [("mode", "deeltijd"), ("place", "Enschede")]
    assert ids(asked_with(chain, question, filters)) == ["ad-dt", "wtb-dt"]
    assert ids(asked_with(chain, question, filters[:1])) == ["ad-dt", "vaag-dt", "wtb-dt"]
    assert (
        len(ids(asked_with(chain, question, ())))
        == len([one for one in RECORDS if one["record"] == "offer"]) - 1
    )


def test_a_changed_filter_stays_for_the_next_question(chain: AnswerChain) -> None:
    earlier = Turn(
        "user", "Welke deeltijdopleidingen zijn er in Enschede?", (Filter("kind", "hbo-bachelor"),)
    )
    answer = asked_with(chain, "en in voltijd?", None, earlier)
    assert ids(answer) == ["ict-vt", "wtb-vt"]
    assert {one.value for one in answer.filters} == {"voltijd", "hbo-bachelor"}


def test_every_row_cites_the_words_of_its_record(chain: AnswerChain, home: Home) -> None:
    answer = ask(chain, "Welke deeltijdopleidingen zijn er in Enschede?")
    rows = [sentence for sentence in answer.sentences if sentence.kind is SentenceKind.WORDED]
    assert len(rows) == 2
    by_number = {citation.number: citation for citation in answer.citations}
    passages = home.knowledge.store.passages_by_id([citation.passage_id for citation in answer.citations])
    for row in rows:
        for number in row.citations:
            citation = by_number[number]
            assert citation.quote in passages[citation.passage_id].text
            assert row.text.split(". ")[1].split(":")[0] in citation.quote
            assert citation.url == PAGE["url"]


def test_an_ended_offer_is_not_counted_but_named_as_ended(chain: AnswerChain) -> None:
    answer = ask(chain, "Welke Ad's zijn er in Enschede?")
    assert ids(answer) == ["ad-dt"]
    assert "gestopt: Textiel" in answer.text


def test_it_says_of_how_many_others_the_place_is_unknown(chain: AnswerChain) -> None:
    assert "plaats (1)" in ask(chain, "Welke Ad's zijn er in Enschede?").text


def test_a_long_list_shows_twenty_and_names_all_in_the_records(chain: AnswerChain) -> None:
    answer = ask(chain, "Welke BBL-opleidingen zijn er?")
    assert len(answer.records) == 23
    assert len(answer.citations) == 20
    assert "20 van 23" in answer.sentences[0].text


def test_more_gives_the_rest_without_repeats_and_then_an_honest_end(chain: AnswerChain) -> None:
    first = ask(chain, "Welke BBL-opleidingen zijn er?")
    rest = ask(chain, "meer", "Welke BBL-opleidingen zijn er?")
    assert len(rest.citations) == 3
    assert not {c.passage_id for c in first.citations} & {c.passage_id for c in rest.citations}


def test_an_unconfirmed_offer_is_said_to_be_unconfirmed(chain: AnswerChain) -> None:
    answer = ask(chain, "Welke BBL-opleidingen zijn er?")
    assert all(
        "niet bevestigd" in sentence.text
        for sentence in answer.sentences
        if sentence.kind is SentenceKind.WORDED
    )


def test_disputed_costs_stand_side_by_side_with_year_and_source(chain: AnswerChain) -> None:
    answer = ask(chain, "Wat kost werktuigbouwkunde in voltijd bij Saxion?")
    assert "kosten in 2026-2027: 2.694 euro per jaar" in answer.text
    assert "volgens school.example (24 maart 2026)" in answer.text
    assert "2.795 euro per jaar (wettelijk collegegeld) volgens register.example (2025)" in answer.text
    assert {citation.url for citation in answer.citations} == {PAGE["url"], OTHER["url"]}


def test_an_unknown_cost_beside_a_known_one_is_said_to_be_unknown(chain: AnswerChain) -> None:
    assert "de kosten zijn niet bekend" in ask(chain, "Wat kost werktuigbouwkunde bij Saxion?").text


def test_a_comparison_sets_the_modes_side_by_side(chain: AnswerChain) -> None:
    answer = ask(chain, "Wat is het verschil tussen werktuigbouwkunde in voltijd en deeltijd bij Saxion?")
    assert ids(answer) == ["wtb-dt", "wtb-vt"]
    assert "vorm: A: voltijd; B: deeltijd" in answer.text


def test_an_ended_scheme_is_not_among_the_open_ones(chain: AnswerChain) -> None:
    assert ids(ask(chain, "Welke regelingen zijn er nu open?")) == ["open"]
    assert ids(ask(chain, "Welke regelingen zijn gestopt?")) == ["dicht"]


def test_the_day_decides_which_schemes_are_open(home: Home) -> None:
    answer = ask(chain_on(home, date(2023, 6, 1)), "Welke regelingen zijn er nu open?")
    assert ids(answer) == ["dicht", "open"]


def test_nothing_found_says_so_and_how_to_find_more(chain: AnswerChain) -> None:
    answer = ask(chain, "Welke BBL-opleidingen zijn er in Zwolle?")
    assert answer.outcome is Outcome.REFUSED
    assert "0 gevonden" in answer.text
    assert "zonder plaats 23" in answer.text


def test_a_place_that_has_none_of_a_subject_names_what_is_nearby(chain: AnswerChain) -> None:
    answer = ask(chain, "Welke opleidingen ict zijn er in Almelo?")
    assert answer.outcome is Outcome.PARTLY
    assert ids(answer) == ["ict-vt"]
    assert answer.sentences[0].text.startswith("Almelo: daar ken ik geen opleidingen")
    whole = "Welke opleidingen werktuigbouwkunde zijn er in Almelo?"
    assert ids(ask(chain, "wat kost de tweede?", whole)) == [ask(chain, whole).records[1].id]


def test_a_row_whose_field_is_not_known_says_so(chain: AnswerChain) -> None:
    answer = ask(chain, "hoe lang duurt de eerste?", "Welke deeltijdopleidingen zijn er in Enschede?")
    assert answer.outcome is Outcome.REFUSED
    assert "de duur is niet bekend" in answer.text


def test_a_follow_up_keeps_the_filter(chain: AnswerChain) -> None:
    answer = ask(chain, "en in deeltijd?", "Welke voltijdopleidingen zijn er in Enschede?")
    assert ids(answer) == ["ad-dt", "wtb-dt"]


def test_the_second_row_is_told_about(chain: AnswerChain) -> None:
    assert ids(ask(chain, "de tweede", "Welke voltijdopleidingen zijn er in Enschede?")) == ["wtb-vt"]


@pytest.mark.parametrize(
    ("text", "language", "lead"),
    [
        (
            "Which part-time programmes are there in Enschede?",
            Language.ENGLISH,
            "There are 2 programmes: 2 of 2.",
        ),
        (
            "Welche Teilzeitstudiengänge gibt es in Enschede?",
            Language.GERMAN,
            "Es gibt 2 Ausbildungen und Studiengänge: 2 von 2.",
        ),
    ],
)
def test_the_answer_is_in_the_language_of_the_question(
    chain: AnswerChain, text: str, language: Language, lead: str
) -> None:
    answer = ask(chain, text, language=language)
    assert ids(answer) == ["ad-dt", "wtb-dt"]
    assert answer.sentences[0].text == lead


class _NoWriter:
    """A writer that must not be asked, as a model would be."""

    def write(self, request: Request, evidence: Sequence[Evidence]) -> Generator[WritingEvent, None, None]:
        raise AssertionError("the writer was asked")
        yield


def test_records_answer_before_any_writer_is_asked(home: Home, chain: AnswerChain) -> None:
    stages = replace(chain_stages(home, TODAY), writer=_NoWriter())
    answer = ask(AnswerChain(stages), "Hoeveel deeltijdopleidingen zijn er in Enschede?")
    assert ids(answer) == ["ad-dt", "wtb-dt"]


@pytest.mark.parametrize("earlier", ["Wat kost een treinkaartje?", "Hallo"])
def test_a_follow_up_on_something_else_is_not_a_query(chain: AnswerChain, earlier: str) -> None:
    assert "Filters:" not in ask(chain, "en in deeltijd?", earlier).text


def test_another_subject_in_between_ends_the_list(chain: AnswerChain) -> None:
    listed, other = "Welke voltijdopleidingen zijn er in Enschede?", "Wat doet het Leerwerkloket voor mij?"
    assert "Filters:" not in ask(chain, "en in deeltijd?", listed, other).text
    assert "Filters:" in ask(chain, "en in deeltijd?", listed, "dank je").text


def test_an_unknown_price_at_a_named_school_is_refused_with_its_record(chain: AnswerChain) -> None:
    answer = ask(chain, "Wat kost werktuigbouwkunde in deeltijd bij Saxion?")
    assert answer.outcome is Outcome.REFUSED
    assert "de kosten zijn niet bekend" in answer.text
    assert ids(answer) == ["wtb-dt"]


def test_a_question_for_the_documents_goes_to_the_writer(chain: AnswerChain) -> None:
    answer = ask(chain, "Wat doet het Leerwerkloket?")
    assert "gratis advies" in answer.text
    assert answer.records == ()


def test_each_sentence_is_streamed_with_the_citations_that_it_introduces(chain: AnswerChain) -> None:
    events = list(
        chain.stream(Question("Welke deeltijdopleidingen zijn er in Enschede?", language=Language.DUTCH))
    )
    ready = [event for event in events if isinstance(event, SentenceReady)]
    assert isinstance(events[-1], Finished)
    assert tuple(event.sentence for event in ready) == events[-1].answer.sentences
    assert [c for event in ready for c in event.citations] == list(events[-1].answer.citations)


def test_a_staff_record_is_counted_for_staff_only(tmp_path: Path) -> None:
    home = Home.below(tmp_path)
    home.write("records.jsonl", json.dumps(offer("open", "Engineering", "deeltijd")) + "\n")
    home.ingest()
    hidden = tmp_path / "staff"
    hidden.mkdir()
    (hidden / "records.jsonl").write_text(json.dumps(offer("geheim", "Robotica", "deeltijd")) + "\n")
    home.knowledge.ingest.run([hidden], silent, Audience.STAFF)
    chain = chain_on(home, TODAY)
    asked = Question("Welke deeltijdopleidingen zijn er?", language=Language.DUTCH)
    assert ids(chain.invoke(asked)) == ["open"]
    assert ids(chain.invoke(replace(asked, audience=Audience.STAFF))) == ["geheim", "open"]
    home.knowledge.close()


def test_all_languages_have_the_sentences_of_the_records() -> None:
    values = (
        "record_kind_",
        "record_mode_",
        "record_fee_",
        "record_per_",
        "record_start_",
        "record_region_",
        "record_indicator_",
        "record_unit_",
    )
    needed = {
        key for key in keys(Language.ENGLISH) if key.startswith("record_") and not key.startswith(values)
    }
    for language in (Language.DUTCH, Language.GERMAN):
        assert needed <= keys(language), needed - keys(language)
