"""The editors' translations: every one belongs to a sentence that is there, and says no figure or name that it does not."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from assistant.types import Language, Sentence, SentenceKind
from assistant.writing.translated import entries, translation_of, words_by_stem
from assistant.writing.translated_search import sentences_for
from evals.conversation.scorers.holding import Held, unheld

LIBRARY = Path(__file__).parents[3] / "knowledge" / "library"
FOREIGN = (Language.ENGLISH, Language.GERMAN)
WHOLE = sorted(text for text in entries() if "{" not in text)


def library_text() -> str:
    documents = "\n".join(path.read_text("utf-8") for path in sorted(LIBRARY.rglob("*.md")))
    records = "\n".join(path.read_text("utf-8") for path in sorted((LIBRARY / "records").glob("*.jsonl")))
    return re.sub(r"\[\^[\w-]+\]", "", documents) + records


def test_every_translated_sentence_still_stands_in_the_library() -> None:
    text = library_text()
    stale = [
        sentence for sentence in WHOLE if sentence not in text and json.dumps(sentence)[1:-1] not in text
    ]
    assert stale == []


@pytest.mark.parametrize("language", FOREIGN)
def test_a_translation_says_no_figure_or_name_that_its_sentence_does_not(language: Language) -> None:
    faults = {
        text: found
        for text in WHOLE
        if (
            found := unheld(
                Sentence(entries()[text][language.value], SentenceKind.WORDED, language.value),
                Held.of([], text),
            )
        )
    }
    assert faults == {}


@pytest.mark.parametrize("language", FOREIGN)
def test_a_translation_keeps_the_digits_of_its_sentence(language: Language) -> None:
    def digits(text: str) -> list[str]:
        return sorted(re.findall(r"\d+", re.sub(r"(?<=\d)[.,](?=\d)", "", text)))

    faults = [text for text in WHOLE if set(digits(entries()[text][language.value])) != set(digits(text))]
    assert faults == []


def test_rules_have_a_translation_as_a_whole() -> None:
    rules = [
        json.loads(line) for line in (LIBRARY / "records" / "rules.jsonl").read_text("utf-8").splitlines()
    ]
    current = [rule for rule in rules if not rule.get("valid_until") and not rule["id"].startswith("ratho-c")]
    missing = [rule["id"] for rule in current for one in FOREIGN if not translation_of(rule["text"], one)]
    assert len(missing) <= len(current) * len(FOREIGN) * 0.05


def test_clauses_about_profiles_are_translated_with_their_subjects() -> None:
    text = "Met vwo: met NT mag je erin; met NG, EM of CM heb je wiskunde B en natuurkunde nodig."
    said = translation_of(text, Language.ENGLISH)
    assert (
        said
        == "With vwo: with NT you may enter; with NG, EM or CM you need mathematics B (wiskunde B) and physics."
    )


def test_a_text_with_one_unknown_sentence_has_no_translation() -> None:
    known = "VCA is niet wettelijk verplicht."
    assert translation_of(known, Language.GERMAN) == "VCA ist nicht gesetzlich vorgeschrieben."
    assert translation_of(f"{known} Dit stond er nooit.", Language.GERMAN) == ""
    assert translation_of(known, Language.DUTCH) == ""


def test_a_list_is_translated_line_by_line() -> None:
    text = "De stappen bij het Twents Fonds voor Vakmanschap op een rij:\n\nStap 1 bij het Twents Fonds voor Vakmanschap is een loopbaangesprek."
    assert translation_of(text, Language.ENGLISH).split("\n")[2].startswith("Step 1")


def test_a_question_finds_the_sentence_whose_translation_holds_its_words() -> None:
    found = sentences_for("Wie viele Arbeitsplätze gab es 2023 in Twente?", Language.GERMAN)
    assert any("346.510 banen" in sentence for sentence in found)
    assert sentences_for("Wie wird das Wetter morgen in Paris?", Language.GERMAN) == ()
    assert sentences_for("Hoeveel banen telde Twente in 2023?", Language.DUTCH) == ()


def test_words_of_translations_are_known_by_their_stem() -> None:
    assert "apply" in {word for words in words_by_stem(Language.ENGLISH).values() for word in words}
