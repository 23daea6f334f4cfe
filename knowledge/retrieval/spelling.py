"""Puts messages right with the words of the documents that the reader may see."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from threading import Lock

from knowledge.errors import NoGenerationError
from knowledge.language.casing import Casing
from knowledge.language.correction import LEAST_SHARE
from knowledge.language.mending import Mender
from knowledge.remembering import Remembered
from knowledge.store.generations import GenerationReader, OpenGeneration
from knowledge.store.sources import SourceStore
from knowledge.types import Audience

MOST_PASSAGES = 5_000
"""Passages in which is looked how names are written: a second of work, once per index."""


MOST_MENDED = 500
"""Messages that are remembered as they were put right, about 500 bytes each: those of a talk come back with every new one."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What puts messages right over one generation."""

    number: int
    mender: Mender
    casing: Casing
    mended: Remembered[str, str] = field(default_factory=lambda: Remembered(MOST_MENDED))


class SpellingDesk:
    """Gives the mender of each language over the current generation, per group of readers. Thread-safe."""

    def __init__(
        self,
        reader: GenerationReader,
        store: SourceStore,
        familiar: Iterable[str] = (),
        names: Iterable[str] = (),
    ) -> None:
        """Mend with the words of the generation that `reader` gives, and with `names`, which anybody may see.

        `familiar` words are left to those who know how to read them.
        """
        self._reader = reader
        self._store = store
        self._familiar = frozenset(familiar)
        self._names = dict.fromkeys(names, LEAST_SHARE)
        self._lock = Lock()
        self._known: dict[tuple[tuple[Audience, ...], str], _Desk] = {}

    def prepare(self) -> None:
        """Make ready what Dutch questions of the public need, so that the first does not wait for it."""
        self.mended("", "nl", Audience.PUBLIC)

    def mended(self, text: str, language: str, audience: Audience) -> str:
        """Return a message with its typing errors put right; as it is when there is no index yet."""
        try:
            with self._reader.reading() as generation:
                desk = self._over(generation, tuple(audience.visible), language)
        except NoGenerationError:
            return text
        return desk.mended.of(text, lambda: desk.casing.restored(desk.mender.mended(text)))

    def _over(self, generation: OpenGeneration, visible: Sequence[Audience], language: str) -> _Desk:
        """Return the desk of a generation, made when it is first needed; only words that `visible` readers may see."""
        key = (tuple(visible), language)
        with self._lock:
            known = self._known.get(key)
            if known is None or known.number != generation.number:
                shares = {**self._names, **generation.keywords.word_shares(visible)}
                known = _Desk(
                    generation.number, Mender.over(shares, language, self._familiar), self._casing(visible)
                )
                self._known[key] = known
        return known

    def _casing(self, visible: Sequence[Audience]) -> Casing:
        """Return how the documents that `visible` readers may see write names; records are no sentences."""
        sources = (stored.source for stored in self._store.sources())
        seen = [source.version for source in sources if source.audience in visible]
        told = (one.text for one in self._store.passages_of(seen) if one.record is None)
        return Casing.of(islice(told, MOST_PASSAGES))
