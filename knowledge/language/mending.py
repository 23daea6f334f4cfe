"""Puts the typing errors of a message right, word by word, and leaves alone what may well be right. Pure.

A word is right when the corpus has it, when people use it, or when it is made of such words. Another is put right when one
word is clearly likelier than the rest, and than that it was meant as it stands: a word that hardly anybody uses, or one of
another language, may be a slip too ("wanner"); a name that nobody knows mostly is not ("Fontys").
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from itertools import count

from knowledge.language.compounds import split_compound
from knowledge.language.correction import LEAST_SHARE, SAME_ROOT, Meant, Speller
from knowledge.language.expansion import glossary_words
from knowledge.language.normalisation import fold
from knowledge.language.real_words import level_in, real_words, share_at
from knowledge.language.spacing import LANGUAGES, Spacing
from knowledge.language.stopwords import stopwords
from knowledge.language.umlauts import GERMAN, with_umlauts

SURELY_REAL = 8
"""Level from which a word of the language is what was meant, however near another one is."""

CANDIDATE = 5
"""Level from which a word that the corpus lacks may be what was meant."""

OF_CORPUS = 0.6
"""Part of how often a word is used that the corpus says; the rest is what people say."""

ASKING = {
    "nl": ("wat", "hoe", "hoeveel", "welke", "welk", "wanneer", "waar", "wie", "waarom", "hoelang"),
    "en": ("what", "how", "which", "when", "where", "who", "why", "many", "much"),
    "de": ("was", "wie", "wieviel", "welche", "welcher", "welches", "wann", "wo", "wer", "warum", "viele"),
}
OF_ASKING = 0.005
"""Words that ask, and the least part of the words of a message that each is: sources seldom ask."""

OF_GLOSSARY = 1e-5
"""Least part of the words of a message that a word of the field is."""

OF_OTHER_LANGUAGE = 0.002
"""Part of the words of a message that are of another language."""

SURELY_BETTER, FAR_BETTER = 3.5, 5.0
"""By how much (natural logarithm) another word must be likelier than one that is real but rare, for a slight slip and a light one."""

SLIGHT, LIGHT = 0.5, 0.95
"""Most that the slips may cost that make a real word of another one, and a name of a name."""

CLEARLY_BETTER = 0.4
"""By how much the likeliest word must beat the next of another root."""

SHORTEST_PART = 4
"""Letters of the shortest part of a compound beside which a slip is put right."""

SHORTEST, LEVEL_OF_SHORT = 4, 12
"""Letters of the shortest word that may be any other, and level that another needs to be what a shorter one means."""

SHORTEST_ABBREVIATION = 4
"""Letters of the shortest abbreviation in capitals that is put right."""

LONG_NAME = 9
OF_LONG_NAME = 1.75
"""Most that the slips in a name of nine letters or more may cost."""

MOST_WORDS = 80
"""Words of a message that are looked at: of a pasted page the rest stays as it is, since each word may take some milliseconds."""

MOST_REMEMBERED = 20_000
"""Words of which what they mean is remembered: a few MB; when there are more, all are forgotten."""

_WORD = re.compile(r"(?<!['’]s )(?<![\w&'’.@/-])[^\W\d_]+(?:-[^\W\d_]+)*(?![\w&@/]|['’]\w)")
"""A word, or words with hyphens; not a part of an address, a code or a name like N&T, nor what follows "'s" ("'s avonds")."""


@dataclass(frozen=True, slots=True)
class Mender:
    """Mends messages in one language over one corpus. Remembers words; safe to share between threads."""

    language: str
    corpus: Mapping[str, float] = field(repr=False)
    speller: Speller = field(repr=False)
    spacing: Spacing = field(repr=False)
    familiar: Collection[str] = field(default=(), repr=False)
    """Words that others know how to read: only a slight slip is put right, and only in those that no dictionary has."""
    _known: dict[tuple[str, bool], str] = field(default_factory=dict, repr=False)

    @classmethod
    def over(cls, corpus: Mapping[str, float], language: str, familiar: Collection[str] = ()) -> Mender:
        """Return a mender for messages in `language`; `corpus` has the share of all its words that each word is."""
        said = real_words(language)
        shares = {
            word: (1 - OF_CORPUS) * share_at(level) for word, level in said.items() if level >= CANDIDATE
        }
        for word, share in corpus.items():
            if word.isalpha():
                shares[word] = shares.get(word, 0.0) + OF_CORPUS * share
        for word in glossary_words(language):
            shares[word] = max(shares.get(word, 0.0), OF_GLOSSARY)
        for word in ASKING[language]:
            shares[word] = max(shares.get(word, 0.0), OF_ASKING)
        return cls(language, corpus, Speller.of(shares), Spacing(language, corpus), familiar)

    def mended(self, text: str) -> str:
        """Return `text` with misspelled words put right; capitals, figures, punctuation and other words stay as they are."""
        text = with_umlauts(text) if self.language == GERMAN else text
        is_shouted = text == text.upper()
        seen = count(1)

        def right(match: re.Match[str]) -> str:
            if next(seen) > MOST_WORDS:
                return match.group()
            return "-".join(
                self._right(part, match.start() == 0, is_shouted) for part in match.group().split("-")
            )

        return self.spacing.joined(_WORD.sub(right, text))

    def _right(self, written: str, is_first: bool, is_shouted: bool) -> str:
        """Return one word as it was meant, with the capital that it had."""
        is_short = not is_shouted and len(written) > 1 and written.isupper()
        if is_short and len(written) < SHORTEST_ABBREVIATION:
            return written
        is_name = is_short or (written[:1].isupper() and not is_first and not is_shouted)
        word = fold(written)
        key = (word, is_name)
        meant = self._known.get(key)
        if meant is None:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            meant = self._known[key] = self._meant(word, is_name)
        if meant == word:
            return written
        if written.isupper():
            return meant.upper()
        return meant[:1].upper() + meant[1:] if written[:1].isupper() else meant

    def _meant(self, word: str, is_name: bool) -> str:
        if self.is_right(word) or (is_name and word in self.corpus):
            return word
        found = self.speller.meant(word)
        others = [one for one in found if one.word != word and self._is_candidate(word, one, is_name)]
        best = others[0] if others else None
        if word in self.familiar:
            if level_in(word, self.language) is not None:
                return word
            return best.word if best and best.cost <= SLIGHT and best.word in self.corpus else word
        if self._log_share(word) is None and (best is None or best.cost > SLIGHT):
            apart = self.spacing.split(word)
            if apart != word:
                return apart
        if best is None or not self._is_likelier(word, best):
            return word if is_name else self._mended_compound(word)
        rival = next((one for one in others[1:] if one.word[:SAME_ROOT] != best.word[:SAME_ROOT]), None)
        return word if rival and best.score - rival.score < CLEARLY_BETTER else best.word

    def _mended_compound(self, word: str) -> str:
        """Return a compound that nobody wrote before with the slip in its first or last part put right."""
        if self._log_share(word) is not None or split_compound(word, self._is_part):
            return word
        for cut in range(len(word) - SHORTEST_PART, SHORTEST_PART - 1, -1):
            for right, wrong, is_tail in ((word[:cut], word[cut:], True), (word[cut:], word[:cut], False)):
                if right not in self.corpus or len(wrong) <= SHORTEST_PART:
                    continue
                meant = next(iter(self.speller.meant(wrong)), None)
                if meant and meant.cost <= LIGHT and meant.word in self.corpus:
                    return right + meant.word if is_tail else meant.word + right
        return word

    def is_right(self, word: str) -> bool:
        """Say whether a folded word is surely what was meant."""
        if word in stopwords(self.language) or word in glossary_words(self.language):
            return True
        level = level_in(word, self.language)
        if level is not None and (level >= SURELY_REAL or self.language != "nl"):
            return True
        return word in self.corpus and not self._is_foreign(word)

    def _is_foreign(self, word: str) -> bool:
        """Say whether a word of the corpus is a very common one of another language, which a title brought in ("bei")."""
        others = (level_in(word, language) or 0 for language in LANGUAGES if language != self.language)
        return max(others) >= OF_FOREIGN and len(word) <= LONGEST_FOREIGN

    def _is_likelier(self, word: str, best: Meant) -> bool:
        """Say whether `best` is likelier than that `word` was meant as it stands."""
        as_written = self._log_share(word)
        if as_written is not None:
            least = SURELY_BETTER if best.cost <= SLIGHT else FAR_BETTER
            return best.cost <= LIGHT and best.score - as_written >= least
        if best.cost <= SLIGHT or (best.cost <= LIGHT and best.word in self.corpus):
            return True
        return self._is_at_home(best.word) and not split_compound(word, self._is_part)

    def _is_at_home(self, word: str) -> bool:
        """Say whether a word is one that questions here are about or that everybody uses."""
        level = level_in(word, self.language) or 0
        return (
            word in self.corpus
            or word in glossary_words(self.language)
            or level >= (EVERYDAY if self.language == "nl" else CANDIDATE)
            or (len(word) >= LONG_WORD and level >= CANDIDATE)
        )

    def _log_share(self, word: str) -> float | None:
        """Return how likely a real word is by itself; None for a word that no language has."""
        shares = []
        for language in LANGUAGES:
            level = level_in(word, language)
            if level is not None:
                part = 1.0 if language == self.language else OF_OTHER_LANGUAGE
                shares.append(part * share_at(level))
        return math.log(max(*shares, LEAST_SHARE)) if shares else None

    def _is_part(self, word: str) -> bool:
        """Say whether a word, or the stem of a verb, may be a part of a compound."""
        if word in stopwords(self.language):
            return False
        return any(
            one in self.corpus or (level_in(one, self.language) or 0) >= PART for one in (word, word + "en")
        )

    def _is_candidate(self, word: str, one: Meant, is_name: bool) -> bool:
        """Say whether a word may be meant by another: by a short one only a very common one, by a name only one of the corpus."""
        if len(word) < SHORTEST:
            return (level_in(one.word, self.language) or 0) >= LEVEL_OF_SHORT
        if not is_name:
            return True
        if level_in(word, self.language) is not None or one.word not in self.corpus:
            return False
        if self._log_share(word) is not None:
            return one.cost <= SLIGHT
        return one.cost <= (OF_LONG_NAME if len(word) >= LONG_NAME else LIGHT)


EVERYDAY = 9
"""Level from which everybody uses a word."""

OF_FOREIGN, LONGEST_FOREIGN = 11, 5
"""Level from which a word is a little one of another language, and most letters that such a word has."""

LONG_WORD = 8
"""Letters from which a word has few others near it."""

PART = 6
"""Level from which a word may be a part of a compound."""
