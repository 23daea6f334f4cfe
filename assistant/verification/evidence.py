"""Check a sentence against the evidence that it cites, without a judge: only what is literally there passes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.verification.claims import unbound_claim
from assistant.verification.clauses import Clause, clauses_of
from assistant.verification.items import ItemKind
from assistant.verification.lexicon import claim_meanings, content, is_alike, language_of, meaning, plain
from assistant.verification.listed import counts_list, is_in_range
from assistant.verification.matching import best_slot, fits_cell, literal_slot
from assistant.verification.names import (
    Name,
    are_together,
    groups_of,
    is_ordinary_opener,
    names_of,
    occurs,
    parts_of,
    tokens_of,
)
from assistant.verification.negation import claims_agree, denies_alike, denies_alike_abroad, has_opposite
from assistant.verification.rows import HALVES, Row, denies_alike_in, homes_of, rows_of
from assistant.verification.slots import Slot, holds, ranges_of, slots_of

SHARED_WORDS = 0.5
"""Share of a sentence's content words, names apart, that its evidence must have, in the same language.

Below it a sentence speaks of other things than its source, also when it holds no figure or name.
"""

SHARED_IN_ONE = 0.6
"""The same share of a sentence without a figure or name, in any language: of one sentence or row of the evidence."""

_MEANS = re.compile(r"\b(?:met|with|mit) (?:een |a |an |einem |einer |einen )?([^\W\d_]+)\b", re.IGNORECASE)
"""What a sentence says to happen with: its word must be the evidence's, as "zonder omweg" and "met omweg" look alike."""

LONGEST_QUOTE = 600
"""Characters of a quote that spans several sentences; past it the best sentence stands alone."""


@dataclass(frozen=True, slots=True)
class EvidenceText:
    """A text that may be cited. `context` (title, headings) supports names and words, but is not quoted."""

    id: str
    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """The stretch of an evidence text that supports a sentence: `text[start:end]`, word for word."""

    evidence_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Support:
    """What the check found. `reason` is Dutch and names the item; it is "" when supported.

    `quotes` has at most one stretch per evidence text, the most telling first; empty when unsupported.
    """

    is_supported: bool
    reason: str = ""
    quotes: tuple[Quote, ...] = ()


def check_sentence(sentence: str, evidence: Sequence[EvidenceText]) -> Support:
    """Say whether `evidence` supports `sentence`, and which words of it do.

    Numbers, dates, amounts, codes, addresses, names and negations must occur there, and be bound to
    the same sentence or row as the words around them. A literal sentence of the evidence always passes.
    """
    clauses = [clause for index, text in enumerate(evidence) for clause in clauses_of(text.text, index)]
    sentence = " ".join(plain(sentence).split())
    own = clauses_of(sentence)
    if not own or not clauses:
        return Support(False, "er is geen bron bij deze zin")
    literal = [clause for clause in clauses if _bare(clause.text) == _bare(sentence)]
    if literal:
        return Support(True, quotes=_quotes(literal[:1], evidence))
    return _Check(sentence, own, clauses, evidence).result()


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(" .!?;:").lstrip("-*• ")


class _Check:
    """One sentence beside its evidence; each check returns a reason, or "" when it finds nothing wrong."""

    def __init__(
        self,
        sentence: str,
        own: Sequence[Clause],
        clauses: Sequence[Clause],
        evidence: Sequence[EvidenceText],
    ) -> None:
        self._sentence, self._own, self._clauses, self._evidence = sentence, own, clauses, evidence
        self._contexts = [clause for text in evidence for clause in clauses_of(text.context)]
        self._ambient = tokens_of(" ".join(plain(text.context) for text in evidence))
        language, spoken = language_of(sentence), language_of(" ".join(clause.text for clause in clauses))
        self._language = language
        self._is_same_language = not language or not spoken or language == spoken
        self._used: list[Clause] = []
        self._homes: list[Row] = []

    def result(self) -> Support:
        for check in (self._items, self._names, self._words, self._negation):
            reason = check()
            if reason:
                return Support(False, reason)
        used = self._used or [self._most_alike(self._clauses)]
        return Support(True, quotes=_quotes(used, self._evidence))

    def _items(self) -> str:
        slots = slots_of(self._clauses)
        ambient = slots_of(self._contexts)
        headers = {index: _words_outside_figures(text) for index, text in enumerate(self._evidence)}
        asked_slots = slots_of(self._own)
        contexts = [frozenset(content(plain(text.context))) for text in self._evidence]
        homes = homes_of(self._sentence, rows_of(self._clauses, slots, contexts), self._clauses, headers)
        if homes is not None:
            if not homes:
                return "de bron zegt dit over iets anders: een andere rij"
            self._homes = homes
            rows = [row.clause for row in homes]
            slots = [slot for slot in slots if not slot.clause.is_row or slot.clause in rows]
        for asked in asked_slots:
            literal = literal_slot(asked, slots, headers)
            found = literal or (fits_cell if self._homes else best_slot)(asked, slots, headers)
            if found is not None:
                self._used.append(found.clause)
            elif is_in_range(asked, self._clauses):
                continue
            elif any(holds(asked, slot, headers[slot.clause.evidence]) for slot in slots):
                return f"de bron zegt {self._shown(asked)} over iets anders"
            elif not any((_is_in_title(asked, ambient), _is_spread(asked, slots), counts_list(asked))):
                return f"{asked.item.kind.value} niet in de bron: {self._shown(asked)}"
            if _said_more_often(asked, asked_slots, slots):
                return f"de bron zegt {self._shown(asked)} minder vaak"
        wrong = [
            pair for clause in self._own for pair in ranges_of(clause) if not _has_range(pair, self._clauses)
        ]
        return f"bereik niet in de bron: {'-'.join(wrong[0])}" if wrong else ""

    def _shown(self, asked: Slot) -> str:
        return asked.clause.text[asked.item.start : asked.item.end].strip()

    def _names(self) -> str:
        tokens = frozenset().union(*(tokens_of(clause.text) for clause in self._clauses)) | self._ambient
        lower = {word for clause in self._clauses for word in clause.text.split() if word[:1].islower()}
        known = {word for clause in (*self._clauses, *self._contexts) for word in clause.meanings}
        windows = self._windows()
        for clause in self._own:
            names = names_of(clause.text, self._language)
            names = tuple(
                name for name in names if not (name.is_opener and is_ordinary_opener(name.text, known, lower))
            )
            absent = next((name.text for name in names if not occurs(name.text, tokens)), "")
            if absent:
                return f"naam niet in de bron: {absent}"
            if not self._are_together(clause.text, names, windows):
                return f"de bron noemt {names[0].text} en {names[-1].text} niet samen"
        return ""

    def _are_together(self, text: str, names: Sequence[Name], windows: Sequence[frozenset[str]]) -> bool:
        """Say whether the evidence joins the names of a sentence, or those of each of two facts that it joins."""
        cuts = [len(text), *(cut.start() for cut in HALVES.finditer(text))]
        return any(
            all(
                are_together(groups_of(half, text), windows, self._ambient)
                for half in (
                    [one for one in names if one.start < cut],
                    [one for one in names if one.start >= cut],
                )
            )
            for cut in cuts
        )

    def _windows(self) -> list[frozenset[str]]:
        """The words of each clause, with those of the one before when it leans on that one."""
        found: list[frozenset[str]] = []
        for index, clause in enumerate(self._clauses):
            window = tokens_of(clause.text)
            if clause.leans_on_previous and index and self._clauses[index - 1].evidence == clause.evidence:
                window |= tokens_of(self._clauses[index - 1].text)
            found.append(window)
        return found

    def _words(self) -> str:
        names = [part for name in names_of(self._sentence, self._language) for part in parts_of(name.text)]
        said = {meaning(part) for part in names}
        asked = [word for clause in self._own for word in clause.meanings if word not in said]
        known = frozenset(word for clause in (*self._clauses, *self._contexts) for word in clause.meanings)
        claims = [word for word in asked if word in claim_meanings() and word not in known]
        if claims:
            return f"de bron zegt niet: {claims[0].lstrip('#')}"
        if unbound := unbound_claim(self._own, [*self._clauses, *self._contexts], self._is_same_language):
            return f"de bron zegt {unbound.lstrip('#')} van iets anders"
        checked = len(names) + len(self._used)
        shared = checked + sum(is_alike(word, known) for word in asked)
        if self._is_same_language and shared < SHARED_WORDS * (len(asked) + checked):
            return "de bron gaat over iets anders"
        told = max(sum(is_alike(word, clause.meanings) for word in asked) for clause in self._clauses)
        if not checked and told < SHARED_IN_ONE * len(asked):
            return "de bron gaat over iets anders"
        if self._adds_means(known) or self._is_of_unnamed_row():
            return "de bron gaat over iets anders"
        return "" if shared else "niets in deze zin is in de bron terug te vinden"

    def _adds_means(self, known: frozenset[str]) -> bool:
        """Say whether a sentence in the language of its evidence adds a "met ..." that the evidence does not have."""
        means = [word for found in _MEANS.findall(self._sentence) for word in content(f". {found}")]
        return self._is_same_language and not all(is_alike(word, known) for word in means)

    def _is_of_unnamed_row(self) -> bool:
        """Say whether a sentence without figures rests on a row whose name it does not mention."""
        best = self._most_alike(self._clauses)
        name = frozenset(content(re.split(r"; |: ", best.text, maxsplit=1)[0]))
        words = {word for clause in self._own for word in clause.meanings}
        return best.is_row and not self._used and not self._homes and not name & words

    def _negation(self) -> str:
        texts = [clause.text for clause in self._clauses]
        if self._homes:
            agrees = any(denies_alike_in(row, self._sentence) for row in self._homes)
        elif self._is_same_language:
            agrees = denies_alike(self._sentence, texts) and not has_opposite(self._sentence, texts)
        else:
            agrees = denies_alike_abroad(self._sentence, self._most_alike(self._used or self._clauses).text)
        agrees = agrees and (bool(self._homes) or claims_agree(self._sentence, texts))
        return "" if agrees else "de ontkenning staat zo niet in de bron"

    def _most_alike(self, clauses: Sequence[Clause]) -> Clause:
        asked = {word for clause in self._own for word in clause.meanings} | tokens_of(self._sentence)
        return max(
            clauses,
            key=lambda clause: (
                len(asked & {*clause.meanings, *tokens_of(clause.text)}) / (5 + len(clause.meanings))
            ),
        )


def _has_range(pair: tuple[str, str], clauses: Sequence[Clause]) -> bool:
    return any(pair in ranges_of(clause) for clause in clauses)


def _is_in_title(asked: Slot, ambient: Sequence[Slot]) -> bool:
    """Say whether a title or heading states the item; a bare number there ("4. Kosten") only counts chapters."""
    item = asked.item
    is_bare = item.kind is ItemKind.NUMBER and not item.unit and len(item.value) < 4
    return not is_bare and any(holds(asked, slot, "") for slot in ambient)


def _said_more_often(one: Slot, asked: Sequence[Slot], given: Sequence[Slot]) -> bool:
    """Say whether a sentence states a value twice that the evidence states once: a pair made equal."""
    same = (one.item.kind, one.item.value, one.item.unit)
    times = sum((slot.item.kind, slot.item.value, slot.item.unit) == same for slot in asked)
    return times > 1 and times > max(1, sum(holds(one, slot, "") for slot in given))


def _is_spread(asked: Slot, slots: Sequence[Slot]) -> bool:
    """Say whether a code such as mbo-4 stands there as "mbo niveau 4", or the other way round."""
    item, start = asked.item, asked.item.start
    said = tokens_of(asked.clause.text[max(0, start - 16) : start])
    for slot in slots:
        code, number, around = item, slot.item, tokens_of(slot.clause.text)
        if item.kind is ItemKind.NUMBER:
            code, number, around = slot.item, item, said
        letters = code.value.rstrip("0123456789")
        is_pair = code.kind is ItemKind.CODE and number.kind is ItemKind.NUMBER and not number.unit
        if is_pair and letters in around and code.value == letters + number.value:
            return True
    return False


def _words_outside_figures(evidence: EvidenceText) -> str:
    """Return where a table names its units: context and clauses without their figures and what belongs to them."""
    stretches = [plain(evidence.context)]
    for clause in clauses_of(evidence.text):
        shown = clause.text
        for item in clause.items:
            shown = shown[: item.start] + " " * (item.end - item.start) + shown[item.end :]
        stretches.append(shown)
    return " ".join(stretches)


def _quotes(used: Sequence[Clause], evidence: Sequence[EvidenceText]) -> tuple[Quote, ...]:
    """Return one stretch per evidence text: from the first to the last clause used, or the first alone if too long."""
    quotes = []
    for index in dict.fromkeys(clause.evidence for clause in used):
        own = [clause for clause in used if clause.evidence == index]
        start, end = min(clause.start for clause in own), max(clause.end for clause in own)
        if end - start > LONGEST_QUOTE:
            start, end = own[0].start, own[0].end
        quotes.append(Quote(evidence[index].id, start, end))
    return tuple(quotes)
