"""The page says the same in three languages."""

from __future__ import annotations

import re

import pytest

from assistant.interface.frame import dressed, header_html
from assistant.interface.seam import LibraryStatus
from assistant.interface.texts import language_from, preferred_language, texts_in
from assistant.types import Language

PLACEHOLDER = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_the_same_keys_and_placeholders(language):
    dutch, other = texts_in(Language.DUTCH), texts_in(language)
    assert {k: PLACEHOLDER.findall(v) for k, v in other.words.items()} == {
        k: PLACEHOLDER.findall(v) for k, v in dutch.words.items()
    }
    assert len(other.examples) == len(dutch.examples)


@pytest.mark.parametrize("language", list(Language))
def test_no_text_of_ours_holds_markup(language):
    assert [k for k, v in texts_in(language).words.items() if set(v) & set('<>"&')] == []


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (Language.DUTCH, "niet met een mens"),
        (Language.ENGLISH, "not to a person"),
        (Language.GERMAN, "nicht mit einem Menschen"),
    ],
)
def test_the_header_says_that_this_is_an_ai_system(language, sentence):
    header = header_html(texts_in(language), LibraryStatus(2, 3, None))
    assert "AI" in header
    assert sentence in header


def test_one_thing_is_counted_as_one():
    assert texts_in(Language.DUTCH).count("found", 1) == "1 bron gevonden"
    assert texts_in(Language.DUTCH).count("found", 4) == "4 bronnen gevonden"


@pytest.mark.parametrize(
    ("header", "language"),
    [("de-AT,de;q=0.9,en;q=0.8", "de"), ("fr-FR,en;q=0.5", "en"), ("fr", "nl"), ("", "nl"), ("*", "nl")],
)
def test_the_browser_s_first_language_that_we_speak_is_chosen(header, language):
    assert preferred_language(header) is Language(language)


@pytest.mark.parametrize("value", ["fr", "", None, 7, ["nl"], "NL"])
def test_an_unknown_language_becomes_dutch(value):
    assert language_from(value) is Language.DUTCH


def test_the_start_page_gets_language_nonce_and_no_social_tags():
    html = (
        '<html\n\tlang="en"\n\tstyle="x"><head><meta\n\tproperty="og:image"\n\tcontent="https://elders.example/x.jpg"\n/>'
        "</head><body><script>a</script><gradio-app></gradio-app></body></html>"
    )
    changed = dressed(html, "abc", texts_in(Language.GERMAN))
    assert '<html lang="de"' in changed
    assert "elders.example" not in changed
    assert '<script nonce="abc">a</script>' in changed
