"""Who answers questions about something, and the rules of entry that a school has of its own, by records: told in the place of a refusal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.types import Request
from assistant.writing.record_desk import Desk, written
from assistant.writing.record_entry import is_named, rules_told
from assistant.writing.seam import Written
from knowledge.catalogue.rules import Rule
from knowledge.catalogue.types import Organisation
from knowledge.language.analysis import Analyzer
from knowledge.language.stopwords import stopwords
from knowledge.types import QuestionWord, RecordRef

ASKS_WHOM = re.compile(
    r"\b(?:wie|welke (?:\w+ )?(?:organisatie|instantie|instelling|partij|club)|waar|bij wie|who|which (?:\w+ )?(?:organi[sz]ation|body|authority|agency|institution)"
    r"|wer|welche (?:\w+ )?(?:organisation|stelle|behörde|einrichtung))\b.{0,60}?\b(?:gaat|gaan|zijn voor|verantwoordelijk|beslist|bepaalt|regelt|regelen|erken\w+|keurt|controleert"
    r"|toezicht|beheert|vragen over|terecht|in charge|responsible|deals? with|handles?|recogni[sz]es?|decides?|supervises?|questions about"
    r"|zuständig|verantwortlich|entscheidet|erkennt|anerkennt|kümmert|fragen zu)\b",
    re.IGNORECASE,
)
"""A question for the organisation that has to do with something."""

EMPTY = frozenset(
    Analyzer().stems(
        [
            *(
                "organisatie",
                "organisator",
                "instantie",
                "instelling",
                "verantwoordelijk",
                "verantwoordelijkheid",
            ),
            *("gaan", "gaat", "terecht", "vraag", "vragen", "nederlands", "bevoegd"),
        ]
    )
)
"""Stems of words that only ask for an organisation."""

ASKS_WITHOUT_DIPLOMA = re.compile(
    r"\b(?:hoe oud|(?:vanaf|welke|minimum)\s*leeftijd|zonder (?:\w+ )?(?:diploma|vooropleiding|papieren|havo|vwo)|geen (?:\w+ )?(?:diploma|vooropleiding|papieren)"
    r"|toelatings(?:onderzoek|toets|test|eis\w*)"
    r"|21 ?(?:\+|plus)|colloquium|test(?:en|s)?|toets(?:en)?|capaciteitentest|certificaten|how old|(?:minimum |what )age|from what age|without (?:a |any )?(?:diploma|degree|qualification)s?"
    r"|no (?:diploma|degree|qualification)s?|admission tests?|entrance tests?|ohne (?:abschluss|diplom|abitur|schulabschluss)|kein\w* (?:abschluss|diplom|abitur)|wie alt|welchem alter"
    r"|mindestalter|aufnahme(?:prüfung|test)\w*|welche tests)\b",
    re.IGNORECASE,
)
"""A question for entry without the usual diploma, as its age, tests and papers."""


def whom_told(request: Request, desk: Desk) -> Written | None:
    """Return who answers questions about what is asked, or the own rules of entry of the school that is named; else None."""
    return _who_answers(request, desk) or _rules_of_school(request, desk)


def _who_answers(request: Request, desk: Desk) -> Written | None:
    """Return the one organisation whose subjects hold all that is asked, where it is asked who has to do with it."""
    if ASKS_WHOM.search(request.question.text) is None:
        return None
    asked = [word for word in _stems_of(request.words) if not word & EMPTY]
    if not asked:
        return None
    found = [one for one in desk.catalogue.organisations() if _holds(" ".join(one.answers), asked)]
    if len(found) != 1:
        return None
    (one,) = found
    subject = ", ".join(each for each in one.answers if any(word & _stems(each) for word in asked))
    citer = desk.citer("organisation", [one.id])
    cited = citer.cite(("organisation", one.id), ())
    if not cited:
        return None
    text = desk.words.fill("answers_about", {"name": _called(one), "subject": subject})
    return written([desk.worded(text, cited)], citer, [RecordRef("organisation", one.id, one.name)])


def _stems_of(words: Iterable[QuestionWord]) -> list[frozenset[str]]:
    little = stopwords("nl")
    return [
        frozenset(Analyzer().stems([form for form in word.forms if form not in little]))
        for word in words
        if word.is_content
    ]


def _holds(subject: str, asked: Sequence[frozenset[str]]) -> bool:
    stems = _stems(subject)
    return all(word & stems for word in asked)


def _stems(text: str) -> frozenset[str]:
    return frozenset(Analyzer().stems(Analyzer().words(text)))


def _called(one: Organisation) -> str:
    """Return the name of an organisation with its abbreviation, where it has one."""
    short = next((name for name in one.synonyms if name.isupper()), "")
    return f"{one.name} ({short})" if short else one.name


def _rules_of_school(request: Request, desk: Desk) -> Written | None:
    """Return the rules of entry that only the school has that is named, where entry without the usual diploma is asked."""
    text = request.standalone_question
    if ASKS_WITHOUT_DIPLOMA.search(text) is None:
        return None
    named = {one.id for one in desk.catalogue.organisations() if is_named(one, text)}
    rules = [
        rule
        for rule in desk.catalogue.rules(desk.today)
        if named & set(rule.providers) and not rule.programmes
    ]
    return rules_told(_fitting(rules, request), desk) if len(named) == 1 else None


def _fitting(rules: Sequence[Rule], request: Request) -> list[Rule]:
    """Return the rules that hold most of the content words of a question, those alone that hold as many as the best."""
    asked = _stems_of(request.words)
    held = [sum(bool(word & _stems(rule.text)) for word in asked) for rule in rules]
    most = max(held, default=0)
    return [rule for rule, number in zip(rules, held, strict=True) if number == most][:MOST_RULES]


MOST_RULES = 2
