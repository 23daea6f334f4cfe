"""What names a document that was brought in: names do, ordinary words of its first lines do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.understanding.document_names import names_of
from tests.support.page_twins import demonstration, hit_of


@pytest.mark.parametrize(
    ("title", "words", "names"),
    [
        ("Open dag van het Lutterborg College", {"lutterborg"}, {"lutterborg"}),
        ("Wat kost een opleiding? Overzicht", {"kleding", "lutterborg"}, {"lutterborg"}),
        ("Grenzenlos lernen", {"haben", "jahr"}, set()),
        ("Nieuwsbrief oktober", {"nummer"}, set()),
        ("Evaluatie Project Vonk 2022-2025", {"vonk"}, {"vonk"}),
        ("Techniekhuis De Draaibank", {"draaibank"}, {"draaibank"}),
        ("LEREN ONDER WERKTIJD", {"leren", "hofmeijer"}, {"hofmeijer"}),
    ],
)
def test_ordinary_words_name_no_document(title: str, words: set[str], names: set[str]) -> None:
    source = replace(hit_of(demonstration()[1].views["programma#3"], "programma#3").source, title=title)
    assert names_of(source, words) == names
