"""Count the language table of `knowledge.language.detection`.

    python -m knowledge.language.profiles --esco DIR --out knowledge/language/data/languages.tsv

It counts words and n-grams in the ESCO labels and descriptions (European Commission) and in our own word
lists, which carry the everyday and field words that ESCO lacks.
"""

from __future__ import annotations

import argparse
import csv
import math
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from knowledge.language.detection import LANGUAGES, word_grams
from knowledge.language.normalisation import normalise
from knowledge.language.stopwords import stopwords_as_written

_DATA = Path(__file__).parent / "data"
_WORD = re.compile(r"[^\W\d_]+")
WORDS_KEPT = 5_000
GRAMS_KEPT = 8_000
_LIST_SHARE = {"stop": 0.004, "everyday": 0.0005, "field": 0.0002}
"""What one entry of our own lists adds to the frequency of its word, per kind of list."""

Counts = dict[str, Counter[str]]


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--esco", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    words = {language: _esco_words(arguments.esco / language) for language in LANGUAGES}
    _add_lists(words)
    grams = {language: _gram_counts(counts) for language, counts in words.items()}
    lines = [
        "# kind, feature, tenths of log odds for nl, en, de. From ESCO (European Commission) and own lists."
    ]
    for kind, counts, kept, least in (("w", words, WORDS_KEPT, 2e-6), ("g", grams, GRAMS_KEPT, 1e-6)):
        for key, votes in sorted(_most_telling(counts, kept, least)):
            lines.append("\t".join((kind, key, *(str(vote) for vote in votes))))
    arguments.out.write_text("\n".join(lines) + "\n", "utf-8")


def _esco_words(folder: Path) -> Counter[str]:
    """Count the words in all labels and descriptions of one language."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                for column in ("preferredLabel", "altLabels", "label", "description"):
                    counts.update(_WORD.findall(normalise(row.get(column) or "")))
    return counts


def _own_lists() -> Iterator[tuple[str, str, str]]:
    """Yield (language, kind of list, text) of our own word lists."""
    for language in LANGUAGES:
        for word in stopwords_as_written(language):
            yield language, "stop", word
    with (_DATA / "everyday.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["language"], "everyday", row["words"]
    with (_DATA / "glossary.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for language in LANGUAGES:
                yield language, "field", row[language]
    with (_DATA / "abbreviations.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield "nl", "field", f"{row['abbreviation']} {row['expansion']}"


def _add_lists(words: Counts) -> None:
    """Add the words of our own lists to the counts."""
    totals = {language: sum(counts.values()) for language, counts in words.items()}
    for language, kind, text in _own_lists():
        for word in set(_WORD.findall(normalise(text))):
            words[language][word] += max(1, round(totals[language] * _LIST_SHARE[kind]))


def _gram_counts(words: Counter[str]) -> Counter[str]:
    """Count n-grams over the distinct words, each damped, so that frequent words do not drown the rest."""
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for gram in word_grams(word):
            counts[gram] += 1 + int(math.log2(count))
    return counts


def _most_telling(counts: Counts, kept: int, least: float) -> list[tuple[str, tuple[int, ...]]]:
    """Return the features that tell most: how frequent they are times how far the languages differ."""
    totals = {language: sum(counts[language].values()) for language in LANGUAGES}
    telling: list[tuple[float, str, tuple[int, ...]]] = []
    for key in set().union(*(counts[language] for language in LANGUAGES)):
        shares = [counts[language][key] / totals[language] for language in LANGUAGES]
        if max(shares) < least * 5:
            continue
        logs = [math.log(share + least * 5) for share in shares]
        mean = sum(logs) / 3
        spread = max(logs) - min(logs)
        votes = tuple(round(10 * max(-4.0, min(4.0, value - mean))) for value in logs)
        telling.append((math.sqrt(max(shares)) * (spread + 0.05), key, votes))
    telling.sort(reverse=True)
    return [(key, votes) for _, key, votes in telling[:kept]]


if __name__ == "__main__":
    main()
