"""A question finds the sentence for which an editor wrote it down, in other words and with slips of the pen too."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import knowledge
from knowledge.embedding.hashed import HashedEmbedder
from knowledge.language.analysis import Analyzer
from knowledge.language.expansion import SNOWBALL
from knowledge.language.stopwords import stopwords
from knowledge.library.contents import LIBRARY_PREFIX, question_files
from knowledge.retrieval import asked_vocabulary
from knowledge.retrieval.asked import SIGNALS, AskedIndex
from knowledge.retrieval.asked_answers import AskedAnswers, Found, shipped_model, with_known
from knowledge.retrieval.asked_files import AskedFileError, AskedOfSentence, read_asked
from knowledge.retrieval.asked_learned import BUCKETS, Learned
from knowledge.retrieval.asked_table import AskedQuestion, Target
from knowledge.retrieval.asked_words import Word, focus, kind_of, words_of
from knowledge.retrieval.hybrid import Query
from knowledge.types import Audience
from tests.support.homes import TODAY, Home

LIBRARY = Path(knowledge.__file__).parent / "library"

TARGETS = (
    Target("slim.md", "De werkgever vraagt SLIM aan.", "SLIM"),
    Target("vca.md", "Het examen VCA Basis heeft 40 vragen in 60 minuten.", "VCA"),
    Target("vca.md", "Het examen VCA VOL heeft 70 vragen in 75 minuten.", "VCA"),
)
QUESTIONS = (
    AskedQuestion("Kan mijn baas SLIM aanvragen?", "nl", 0),
    AskedQuestion("Who applies for SLIM?", "en", 0),
    AskedQuestion("Hoeveel vragen krijg je bij VCA Basis?", "nl", 1),
    AskedQuestion("Hoe lang duurt het examen VCA Basis?", "nl", 1),
    AskedQuestion("Hoeveel vragen krijg je bij VCA VOL?", "nl", 2),
)
INDEX = AskedIndex(TARGETS, QUESTIONS, HashedEmbedder())


@pytest.mark.parametrize(
    ("question", "language", "target"),
    [
        ("Hoeveel vragen krijg je bij VCA Basis?", "nl", 1),
        ("hoevel vragn krijg je bij vca basis", "nl", 1),
        ("Hoeveel opgaven zitten er in VCA VOL", "nl", 2),
        ("Mag mijn chef SLIM aanvragen?", "nl", 0),
        ("Who can apply for SLIM?", "en", 0),
        ("Ik werk al jaren in de bouw. Hoe lang duurt het examen VCA Basis?", "nl", 1),
    ],
)
def test_a_question_finds_the_sentence_it_was_written_for(question: str, language: str, target: int) -> None:
    assert INDEX.nearest(question, language)[0].target == target


def test_each_sentence_is_found_once_with_a_number_for_each_signal() -> None:
    found = INDEX.nearest("Hoeveel vragen heeft het examen VCA?", "nl")
    assert len({one.target for one in found}) == len(found)
    assert all(len(one.signals) == len(SIGNALS) for one in found)


def test_a_written_question_can_be_passed_over() -> None:
    found = INDEX.nearest("Hoeveel vragen krijg je bij VCA Basis?", "nl", without=[2, 3])
    assert found[0].target == 2


@given(
    asked=st.lists(
        st.sampled_from([one.text for one in QUESTIONS] + ["hoevel vragn vca", "70 of 75?"]), min_size=2
    )
)
@settings(max_examples=40, deadline=None)
def test_what_was_asked_before_changes_nothing(asked: list[str]) -> None:
    fresh = AskedIndex(TARGETS, QUESTIONS, HashedEmbedder())
    for text in asked[:-1]:
        fresh.nearest(text, "nl")
    assert fresh.nearest(asked[-1], "nl") == AskedIndex(TARGETS, QUESTIONS, HashedEmbedder()).nearest(
        asked[-1], "nl"
    )


def test_words_that_were_forgotten_are_looked_up_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asked_vocabulary, "MOST_REMEMBERED", 1)
    small = AskedIndex(TARGETS, QUESTIONS, HashedEmbedder())
    for one in QUESTIONS:
        assert small.nearest(one.text, one.language) == INDEX.nearest(one.text, one.language)


def test_of_some_sentences_only_those_are_found() -> None:
    found = INDEX.nearest_among("Kan mijn baas SLIM aanvragen?", "nl", [1, 2])
    assert {one.target for one in found} <= {1, 2}
    assert 0 in {one.target for one in INDEX.nearest("Kan mijn baas SLIM aanvragen?", "nl")}


def test_what_was_learned_tells_which_of_some_sentences_is_asked_for() -> None:
    learned = Learned(
        np.ones((BUCKETS, 2), np.int8), 1.0, np.array([[1, 0], [0, 1], [0, 1]], np.float32), np.arange(3), 4.0
    )
    index = AskedIndex(TARGETS, QUESTIONS, HashedEmbedder(), learned)
    place = SIGNALS.index("learned_chance")
    among = {one.target: one.signals[place] for one in index.nearest_among("Hoeveel vragen?", "nl", [1, 2])}
    of_all = {one.target: one.signals[place] for one in index.nearest("Hoeveel vragen?", "nl")}
    assert sum(among.values()) == pytest.approx(1.0)
    assert sum(chance for target, chance in of_all.items() if target in among) < 0.9


@pytest.mark.parametrize("text", ["", "de het een", "?!"])
def test_a_question_without_words_finds_nothing(text: str) -> None:
    assert INDEX.nearest(text, "nl") == ()


def test_without_written_questions_nothing_is_found() -> None:
    assert AskedIndex((), (), HashedEmbedder()).nearest("Wat kost VCA?", "nl") == ()


@given(st.text(max_size=200), st.sampled_from(["nl", "en", "de"]))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_signals_that_are_numbers(text: str, language: str) -> None:
    for one in INDEX.nearest(text, language):
        assert all(-0.01 <= signal <= 1.5 for signal in one.signals)
        assert 0.0 <= shipped_model().chance(one.signals) <= 1.0


def test_what_tells_about_a_person_weighs_less_than_what_is_asked() -> None:
    question = "Ik ben 42. Welk nummer bel ik bij DUO?"
    words = words_of(question, "nl", 24)
    weights = dict(zip((word.written for word in words), focus(question, "nl", words), strict=True))
    assert weights["42"] < weights["duo"] == 1.0


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Hoeveel kost dat?", "how much"),
        ("Wie is de penvoerder?", "who"),
        ("Wie viele Fragen gibt es?", "how much"),
        ("Kan ik dat aanvragen?", "whether"),
        ("Since when?", "when"),
        ("VCA", ""),
    ],
)
def test_what_a_question_asks_for_is_told_by_its_words(question: str, kind: str) -> None:
    assert kind_of(question) == kind


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home.below(tmp_path)
    home.write("vca.md", "# VCA\n\nHet examen VCA Basis heeft 40 vragen in 60 minuten.\nHet duurt een uur.\n")
    home.write("staf.md", "---\naudience: staff\n---\n# Intern\n\nHet interne nummer van VCA is 12345.\n")
    home.write("oud.md", "---\nvalid_until: 2020-01-01\n---\n# Oud\n\nHet oude examen VCA had 30 vragen.\n")
    home.ingest()
    return home


ENTRIES = (
    AskedOfSentence(
        "vca.md", "Het examen VCA Basis heeft", (("Hoeveel vragen krijg je bij VCA Basis?", "nl"),)
    ),
    AskedOfSentence("staf.md", "Het interne nummer van VCA", (("Wat is het interne nummer van VCA?", "nl"),)),
    AskedOfSentence(
        "oud.md", "Het oude examen VCA had", (("Hoeveel vragen had het oude examen VCA?", "nl"),)
    ),
    AskedOfSentence("weg.md", "Wat er niet meer staat", (("Hoeveel vragen staan er in wat weg is?", "nl"),)),
)


def answers_of(home: Home) -> AskedAnswers:
    prefix = str(home.documents) + "/"
    return AskedAnswers(ENTRIES, home.knowledge.store, HashedEmbedder(), prefix, home.knowledge.builder.shelf)


def found_in(home: Home, text: str, audience: Audience = Audience.PUBLIC, day: date = TODAY) -> list[Found]:
    return list(answers_of(home).find(Query(text, audience, day)))


def test_a_sentence_is_found_at_its_place_in_the_passage(home: Home) -> None:
    first = found_in(home, "Hoeveel vragen krijg je bij VCA Basis?")[0]
    passage = first.hit.passage
    assert passage.id == first.known.passage_id
    assert passage.text[first.known.start :].startswith("Het examen VCA Basis heeft 40 vragen")


def test_of_one_document_only_its_sentences_are_found(home: Home) -> None:
    address = str(home.documents / "vca.md")
    found = answers_of(home).find_in(address, Query("hoeveel vragen dan?", Audience.PUBLIC, TODAY))
    assert [one.hit.source.address for one in found] == [address]
    assert not answers_of(home).find_in("elders.md", Query("hoeveel vragen dan?", Audience.PUBLIC, TODAY))


def test_a_document_for_staff_is_asked_by_staff_only(home: Home) -> None:
    address = str(home.documents / "staf.md")
    for audience in Audience:
        found = answers_of(home).find_in(address, Query("welk nummer?", audience, TODAY))
        assert bool(found) == (audience is Audience.STAFF)


def test_what_is_for_staff_is_found_by_staff_only(home: Home) -> None:
    question = "Wat is het interne nummer van VCA?"
    assert all(one.hit.source.audience is Audience.PUBLIC for one in found_in(home, question))
    assert found_in(home, question, Audience.STAFF)[0].hit.source.audience is Audience.STAFF


def test_what_no_longer_holds_is_not_found(home: Home) -> None:
    question = "Hoeveel vragen had het oude examen VCA?"
    assert "30 vragen" not in "".join(one.hit.passage.text for one in found_in(home, question))
    assert "30 vragen" in found_in(home, question, day=date(2019, 1, 1))[0].hit.passage.text


def test_likely_sentences_stand_before_what_the_words_found_and_no_passage_twice(home: Home) -> None:
    likely = found_in(home, "Hoeveel vragen krijg je bij VCA Basis?")[0]
    likely = Found(likely.hit, replace(likely.known, chance=0.9))
    other = replace(likely.hit, passage=replace(likely.hit.passage, id="other"))
    assert [hit.passage.id for hit in with_known([other, likely.hit], [likely])] == [
        likely.hit.passage.id,
        "other",
    ]


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "geen JSON"),
        ('{"document": "a.md"}', "verwacht een object"),
        ('{"document": "", "sentence": "x", "asked": {}}', "ontbreekt"),
        ('{"document": "a.md", "sentence": "x", "asked": {"fr": ["Quoi?"]}}', "nl, en, de"),
        ('{"document": "a.md", "sentence": "x", "asked": {"nl": [""]}}', "nl, en, de"),
    ],
)
def test_a_bad_line_is_refused_with_its_place(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "vragen.jsonl"
    path.write_text('{"document": "a.md", "sentence": "Goed.", "asked": {"nl": ["Wat?"]}}\n' + line, "utf-8")
    with pytest.raises(AskedFileError, match=rf"vragen\.jsonl, regel 2.*{says}"):
        read_asked([path])


def test_every_written_question_of_the_library_leads_to_a_sentence_that_is_there() -> None:
    entries = read_asked(question_files(LIBRARY))
    texts: dict[str, str] = {}
    for entry in entries:
        name = entry.document.replace(".pdf", ".md")
        path = LIBRARY / ("sources_of_pdf/" + name if entry.document.endswith(".pdf") else name)
        texts.setdefault(entry.document, " ".join(path.read_text("utf-8").split()))
        assert texts[entry.document].count(" ".join(entry.sentence.split())) == 1, entry
    assert len(entries) > 600
    assert all(len(set(entry.questions)) == len(entry.questions) for entry in entries)


def test_every_document_of_the_library_has_written_questions() -> None:
    asked = {entry.document for entry in read_asked(question_files(LIBRARY))}
    documents = {path.relative_to(LIBRARY).as_posix() for path in LIBRARY.rglob("*.md")}
    left_out = re.compile(r"README\.md|records/|sources_of_pdf/|questions/")
    assert {name for name in documents if not left_out.search(name)} <= asked


def test_the_files_hold_one_object_per_line() -> None:
    for path in question_files(LIBRARY):
        assert all(json.loads(line)["asked"] for line in path.read_text("utf-8").splitlines())


def test_addresses_of_the_library_have_a_prefix_of_their_own() -> None:
    assert LIBRARY_PREFIX.endswith(":")


@given(
    st.text(alphabet="SLIMslim de12?é'", max_size=40), st.sampled_from(["nl", "en", "de"]), st.integers(0, 6)
)
def test_the_words_of_a_question_are_different_ones_each_with_its_stem(
    text: str, language: str, most: int
) -> None:
    found = words_of(text, language, most)
    analyzer = Analyzer(SNOWBALL[language])
    told = [one for one in analyzer.words(text) if one not in stopwords(language)]
    all_words = [Word(analyzer.stem(one), one) for one in told if len(one) > 1 or one.isdigit()]
    assert found == tuple(dict.fromkeys(all_words))[:most]


@given(
    word=st.text("aeilnrst", min_size=5, max_size=9),
    other=st.text("aeilnrst", min_size=5, max_size=9),
)
@settings(max_examples=200, deadline=None)
def test_no_word_that_is_alike_is_passed_over_for_its_letters(word: str, other: str) -> None:
    likeness = SequenceMatcher(None, word, other).ratio()
    may_be = asked_vocabulary.may_be_alike(Counter(word), word, other)
    assert may_be or likeness < asked_vocabulary.AS_MISSPELLED
