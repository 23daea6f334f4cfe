"""Writes what `knowledge.language.real_words` reads: the words that people use, per language, by how often they do.

`python -m tools.real_words FOLDER` reads the frequency lists `nl.json.gz`, `en.json.gz` and `de.json.gz` of pyspellchecker
(MIT licence, https://github.com/barrust/pyspellchecker), which were counted in subtitles and held against dictionaries.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from knowledge.language.normalisation import fold
from knowledge.language.real_words import DATA, RARE, hash_of, level_of

MOST_WORDS = {"nl": 60_000, "en": 25_000, "de": 25_000}
"""Words that are kept with their level; the Dutch list is the longest, since Dutch is what most people type."""


LEAST_COUNT = 50
"""What pyspellchecker gives words that it knows from dictionaries alone."""

SHORTEST = 2


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder with nl.json.gz, en.json.gz and de.json.gz")
    folder: Path = parser.parse_args().folder
    lines = [
        "# language, level (half steps of ten, per thousand million words), words. From the lists of pyspellchecker, "
        "Copyright (c) 2018-2021 Tyler Barrus, MIT licence."
    ]
    rare = {}
    for language, most in MOST_WORDS.items():
        counted = _counted(folder / f"{language}.json.gz")
        kept = _best(counted, most)
        lines += _lines(language, counted, kept)
        hashes = {hash_of(word) for word in counted.keys() - set(kept)}
        rare[language] = np.asarray(sorted(hashes), np.uint32)
    DATA.write_text("\n".join(lines) + "\n", "utf-8")
    np.savez(RARE, **rare)


def _counted(path: Path) -> dict[str, int]:
    """Return the folded words of one list with their counts."""
    with gzip.open(path, "rt", encoding="utf-8") as file:
        counted: dict[str, int] = json.load(file)
    folded: dict[str, int] = defaultdict(int)
    for word, count in counted.items():
        plain = fold(word)
        if plain.isalpha() and plain.isascii() and len(plain) >= SHORTEST:
            folded[plain] += count
    return folded


def _best(counted: Mapping[str, int], most: int) -> list[str]:
    """Return the words that are used most."""
    often = [word for word, count in counted.items() if count > LEAST_COUNT]
    return sorted(often, key=lambda word: (-counted[word], word))[:most]


def _lines(language: str, counted: Mapping[str, int], best: Sequence[str]) -> list[str]:
    """Return the words of one list by level, the most frequent first."""
    total = sum(counted.values())
    levels: dict[int, list[str]] = defaultdict(list)
    for word in best:
        levels[level_of(counted[word] / total)].append(word)
    return [
        f"{language}\t{level}\t{' '.join(sorted(words))}"
        for level, words in sorted(levels.items(), reverse=True)
    ]


if __name__ == "__main__":
    main()
