"""Count tokens without ever needing a network, and without ever counting too few.

tiktoken fetches its tables on first use. We use a table only when it is already in tiktoken's cache,
whole, and the model is one that tiktoken knows. Else the bound is used that holds for every
byte-level BPE (cl100k, o200k, and any other over all 256 bytes): each token stands for one byte or
more, so there are never more tokens than UTF-8 bytes. Dutch has about 4 bytes per token, so that
bound spends a budget up to four times as fast as needed; it never overspends.
"""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import tiktoken

TOKENS_PER_MESSAGE = 8
"""Role and separators around a message: 3 or 4 for OpenAI's chat format; templates of others take up to 8."""

_TABLES = {
    "o200k_base": "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d",
    "cl100k_base": "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7",
}
"""SHA-256 of the tables, as in tiktoken_ext/openai_public.py of tiktoken 0.14."""

_TABLE_URL = "https://openaipublic.blob.core.windows.net/encodings/{name}.tiktoken"


class TokenCounter:
    """Counts the tokens of a text for one model: exactly where it can, never too few."""

    def __init__(self, encoding: tiktoken.Encoding, is_exact: bool) -> None:
        self._encoding, self.is_exact = encoding, is_exact

    @classmethod
    def bytewise(cls) -> TokenCounter:
        """Return the counter that needs no table: one token per UTF-8 byte."""
        ranks = {bytes([value]): value for value in range(256)}
        encoding = tiktoken.Encoding(
            "leerwijzer_bytes", pat_str=r"(?s:.)", mergeable_ranks=ranks, special_tokens={}
        )
        return cls(encoding, is_exact=False)

    @classmethod
    def for_model(cls, name: str, cache: Path | None) -> TokenCounter:
        """Return the exact counter of model `name` if the folder `cache` holds its table, else the bound."""
        try:
            table = tiktoken.encoding_name_for_model(name)
        except KeyError:
            return cls.bytewise()
        if cache is None or not _has_table(cache, table):
            return cls.bytewise()
        return cls(tiktoken.get_encoding(table), is_exact=True)

    def count(self, text: str) -> int:
        """Return the number of tokens of `text`; special tokens in it count as plain text."""
        return len(self._encoding.encode_ordinary(text))

    def count_messages(self, texts: Iterable[str]) -> int:
        """Return the number of tokens of a prompt that consists of `texts`, with what a chat format adds."""
        return sum(self.count(text) + TOKENS_PER_MESSAGE for text in texts) + TOKENS_PER_MESSAGE


def table_cache(environment: Mapping[str, str]) -> Path | None:
    """Return the folder where tiktoken keeps its tables, by its own rules; None when caching is off."""
    for name in ("TIKTOKEN_CACHE_DIR", "DATA_GYM_CACHE_DIR"):
        if name in environment:
            return Path(environment[name]) if environment[name] else None
    return Path(tempfile.gettempdir()) / "data-gym-cache"


def _has_table(cache: Path, name: str) -> bool:
    """Say whether the table is there and undamaged: tiktoken would fetch a damaged one anew."""
    if name not in _TABLES:
        return False
    file = cache / hashlib.sha1(_TABLE_URL.format(name=name).encode(), usedforsecurity=False).hexdigest()
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == _TABLES[name]
    except OSError:
        return False
