"""Linking a text to labels, with the weights in the package."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.embedding.domain import DomainEmbedder
from knowledge.retrieval.linking import Label, Linker

LABELS = (
    Label("verpleegkundige", "nurse"),
    Label("ziekenverzorger", "nurse"),
    Label("lasser", "welder"),
    Label("elektrotechnisch installateur", "electrician"),
    Label("softwareontwikkelaar", "developer"),
    Label("leraar basisonderwijs", "teacher"),
    Label("vrachtwagenchauffeur", "driver"),
)


@pytest.fixture(scope="module")
def linker() -> Linker:
    return Linker.over(LABELS, DomainEmbedder.shipped())


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("Verpleegkundige (m/v)", "nurse"),
        ("nurse", "nurse"),
        ("Krankenschwester", "nurse"),
        ("welder", "welder"),
        ("primary school teacher", "teacher"),
        ("truck driver", "driver"),
        ("LKW-Fahrer/in", "driver"),
        ("Softwareentwickler", "developer"),
    ],
)
def test_a_title_in_three_languages_finds_its_concept(linker: Linker, text: str, concept: str) -> None:
    assert linker.link(text)[0].label.concept == concept


@pytest.mark.parametrize("text", ["verpleegkundge", "verpleegkunidge", "vepleegkundige", "verpleegkundigge"])
def test_a_typing_error_does_not_break_a_link(linker: Linker, text: str) -> None:
    assert linker.link(text)[0].label.concept == "nurse"


def test_a_literal_label_is_almost_certain(linker: Linker) -> None:
    assert linker.link("lasser")[0].score > 0.9


def test_a_text_about_something_else_is_not_certain(linker: Linker) -> None:
    assert all(link.score < 0.5 for link in linker.link("het weer van morgen"))


def test_scores_are_chances_that_fall(linker: Linker) -> None:
    scores = [link.score for link in linker.link("monteur elektrotechniek", limit=7)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_a_concept_is_named_once(linker: Linker) -> None:
    concepts = [link.label.concept for link in linker.link("verpleegkundige", limit=10)]
    assert len(concepts) == len(set(concepts)) == 6


def test_the_limit_is_kept(linker: Linker) -> None:
    assert len(linker.link("lasser", limit=2)) == 2


@pytest.mark.parametrize("text", ["", "  ", "?!"])
def test_a_text_without_a_word_has_no_links(linker: Linker, text: str) -> None:
    assert linker.link(text) == ()


def test_a_linker_without_labels_has_no_links() -> None:
    assert Linker.over((), DomainEmbedder.shipped()).link("lasser") == ()


def test_a_single_label_can_be_linked() -> None:
    assert Linker.over((Label("lasser"),), DomainEmbedder.shipped()).link("lasser")[0].label == Label(
        "lasser"
    )


@given(st.text(max_size=100))
def test_any_text_is_linked_without_an_exception(linker: Linker, text: str) -> None:
    assert all(0 <= link.score <= 1 for link in linker.link(text))


def test_a_ranking_holds_every_label_once(linker: Linker) -> None:
    assert sorted(linker.ranking("lasser").tolist()) == list(range(len(LABELS)))
