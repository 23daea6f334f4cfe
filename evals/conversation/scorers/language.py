"""Is the answer in the language of the question? Judged by the small words of our own sentences, quotes left out.

The product detects languages with tables of its own; this counts function words of another list, so that one mistake does not
hide the other.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import yaml

from assistant.types import Answer, Language, SentenceKind
from assistant.verification.lexicon import folded
from evals.conversation.types import Score

_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|\"[^\"]*\"|«[^»]*»")
_WORD = re.compile(r"[^\W\d_]+")

CLEARLY = 3
"""Words more of another language than of the expected one, from which a single sentence is in that language."""


def in_language(language: Language, answer: Answer) -> Score:
    """Return 1 when what the answer says in its own words is in `language`, else 0, naming the sentence.

    An answer that only quotes is right when the quotes are in `language`; Dutch quotes under an English or German question
    need a sentence of our own in the reader's language.
    """
    if answer.language is not language:
        return Score(0.0, f"the answer calls itself {answer.language}")
    own = [_own_words(one.text, answer) for one in answer.sentences if one.kind is not SentenceKind.QUOTE]
    for text in own:
        found = spoken(text)
        other, most = max(found.items(), key=lambda pair: pair[1]) if found else ("", 0)
        if other != language and most - found[language] >= CLEARLY:
            return Score(0.0, f"this sentence is {other}: “{text[:100]}”")
    judged = own or [one.text for one in answer.sentences]
    counts = spoken(" ".join(judged))
    if not counts or counts[language] == max(counts.values()):
        return Score(1.0, f"{language}: {dict(counts)}")
    return Score(0.0, f"more words of another language: {dict(counts)}")


def _own_words(text: str, answer: Answer) -> str:
    """Return a sentence without what it quotes and without the names of sources and records, which are Dutch."""
    names = {
        *answer.searched,
        *(record.name for record in answer.records),
        *(one.title for one in answer.citations),
    }
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(name, " ")
    return _QUOTED.sub(" ", text)


def spoken(text: str) -> Counter[str]:
    """Return how many function words of each language a text has; those of two languages count for neither."""
    counts: Counter[str] = Counter()
    for word in _WORD.findall(folded(text)):
        languages = _languages_of().get(word, ())
        if len(languages) == 1:
            counts[languages[0]] += 1
    return counts


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Return the languages of each word of the list, folded."""
    lists = yaml.safe_load((Path(__file__).parent / "function_words.yaml").read_text("utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for language, words in lists.items():
        for word in {folded(str(word)) for word in words}:
            found[word] = (*found.get(word, ()), str(language))
    return found
