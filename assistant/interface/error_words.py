"""What stands in the way, in the language of who reads the page: errors say it in Dutch, a table says it in the others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from assistant.interface.texts import FOLDER
from assistant.types import Language
from knowledge.data_files import read_data
from knowledge.errors import KnowledgeError

TABLE = FOLDER / "errors.yaml"


def error_words(error: KnowledgeError, language: Language) -> str:
    """Return the sentence of an error in `language`; what the table does not have is said in Dutch, as the error does."""
    sentences = error_table().get(type(error).__name__, {})
    sentence = sentences.get(language.value)
    return str(error) if sentence is None else sentence.format(**vars(error))


@cache
def error_table() -> Mapping[str, Mapping[str, str]]:
    """Return the sentences by class and language, with the names of attributes in braces."""
    return dict(read_data(TABLE))
