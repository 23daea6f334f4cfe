"""Which documents a question names: by a word at their head that hardly any other document has."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.language.analysis import Analyzer
from knowledge.store.keyword_naming import MOST_PASSAGES, NAMED_IN
from knowledge.store.keywords import KeywordDocument, KeywordIndex
from knowledge.types import Audience

PUBLIC, STAFF = Audience.PUBLIC, Audience.STAFF


def built(folder: Path, *documents: KeywordDocument) -> KeywordIndex:
    return KeywordIndex.build(folder, documents, Analyzer())


def guide(source: str, *texts: str, audience: Audience = PUBLIC) -> list[KeywordDocument]:
    return [
        KeywordDocument(f"{source}-{place}", audience, "Gids", (), text, source)
        for place, text in enumerate(texts)
    ]


SCHOOL = guide(
    "gids", "Dit is de gids van het Ratumcollege.", "De les begint om negen uur.", "De beurs is op."
)
OTHERS = [
    *guide("ander", "Wie een beurs aanvraagt, leest dit.", "Een cadeau is nooit verplicht."),
    *(
        one
        for name in ("derde", "vierde", "vijfde")
        for one in guide(name, "Over de les.", "En over de beurs.")
    ),
]


@pytest.mark.parametrize(
    "question",
    ["Hoe laat begint het bij het Ratumcollege?", "ratumcollege les", "hoe laat begint het ratumcolege"],
)
def test_a_name_at_the_head_names_the_whole_document(tmp_path: Path, question: str) -> None:
    index = built(tmp_path / "index", *SCHOOL, *OTHERS)
    (named,) = index.named_sources(question, [PUBLIC])
    assert named.passages == ("gids-0", "gids-1", "gids-2")
    assert named.words == {"ratumcollege"}


def test_a_rare_word_further_on_names_nothing(tmp_path: Path) -> None:
    index = built(tmp_path / "index", *SCHOOL, *OTHERS)
    assert index.named_sources("Krijg ik een cadeau?", [PUBLIC]) == ()


def test_a_word_at_the_head_of_many_documents_names_none(tmp_path: Path) -> None:
    many = [
        one
        for place in range(NAMED_IN + 1)
        for one in guide(f"gids{place}", "Alles over de Ratumbeurs.", "En verder.")
    ]
    index = built(tmp_path / "index", *many, *OTHERS, *SCHOOL)
    assert index.named_sources("Hoe hoog is de Ratumbeurs?", [PUBLIC]) == ()


def test_a_document_that_may_not_be_seen_is_not_named(tmp_path: Path) -> None:
    hidden = guide("geheim", "Het plan Ratumberg.", "Niemand weet het.", audience=STAFF)
    index = built(tmp_path / "index", *SCHOOL, *OTHERS, *hidden)
    assert index.named_sources("Wat is het plan Ratumberg?", [PUBLIC]) == ()
    assert index.named_sources("Wat is het plan Ratumberg?", [PUBLIC, STAFF])[0].passages == (
        "geheim-0",
        "geheim-1",
    )


def test_a_catalogue_is_not_read_as_a_whole(tmp_path: Path) -> None:
    long = guide("lijst", "De lijst van Ratumstad.", *(f"Regel {place}." for place in range(MOST_PASSAGES)))
    index = built(tmp_path / "index", *long, *OTHERS)
    assert index.named_sources("Wat staat er in Ratumstad?", [PUBLIC]) == ()


def test_in_a_library_of_one_or_two_documents_a_question_names_none(tmp_path: Path) -> None:
    index = built(tmp_path / "index", *SCHOOL)
    assert index.named_sources("Hoe laat begint het bij het Ratumcollege?", [PUBLIC]) == ()
