"""Whether a scheme is there still, how much it gives, who applies and where: however it is asked, the answer stands in the first sentences.

What is right is written here once more, by hand, from the documents on schemes in knowledge/library/regelingen.
"""

from __future__ import annotations

from itertools import product

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.talking import talk

NAMES = {
    "slim": ("SLIM", "de slim regeling"),
    "slim scholing": ("SLIM scholing", "de SLIM-scholingssubsidie"),
    "praktijkleren": ("praktijkleren", "de subsidie praktijkleren"),
    "lllk": ("het levenlanglerenkrediet", "lllk"),
    "stap": ("STAP", "het STAP-budget"),
    "duo": ("studiefinanciering", "de stufi"),
    "twents": ("het Twents Fonds voor Vakmanschap", "het twents fonds"),
    "zwolle": ("het Ontwikkelfonds Regio Zwolle", "upgrade jezelf"),
    "mkb": ("MKB!dee", "mkb idee"),
    "nl": ("NL leert door",),
    "aftrek": ("de fiscale scholingsaftrek",),
    "oom": ("de OOM-leerwerkbijdrage", "leerwerkbijdrage metaal"),
}
EXISTS = (
    "bestaat {name} nog",
    "is {name} er nog?",
    "loopt {name} nog",
    "is {name} afgeschaft",
    "is {name} gestopt?",
    "bestaat {name} nog steeds of is het gestopt",
)
APPLIES = (
    "wie vraagt {name} aan",
    "kan ik {name} zelf aanvragen",
    "vraag ik {name} aan of doet mijn werkgever dat",
    "wie doet de aanvraag voor {name}",
)
WHERE = (
    "waar vraag ik {name} aan",
    "bij wie moet ik zijn voor {name}",
    "waar kan ik {name} aanvragen?",
    "welke organisatie regelt {name}",
    "waar meld ik me voor {name}",
)
GIVES = ("wat levert {name} op", "hoe hoog is {name}")
ASKED = (
    (EXISTS, {"slim": "31 december 2029", "slim scholing": "31 december 2027", "praktijkleren": "nu dicht", "lllk": "een einde noemen ze niet",
              "stap": "gestopt per 1 januari 2024", "twents": "een einde noemen ze niet", "zwolle": "staat niet in de bronnen", "mkb": "gestopt",
              "nl": "bestaat niet meer", "aftrek": "kan niet meer", "oom": "staat niet in de bronnen"}),
    (APPLIES, {"slim": "vraagt de werkgever aan, niet wie leert of werkt", "praktijkleren": "vraagt de werkgever aan, niet wie leert of werkt", "lllk": "vraag je zelf aan",
               "twents": "vraag je zelf aan",
               "oom": "vraagt de werkgever aan, niet wie leert of werkt"}),
    (WHERE, {"slim": "rijksoverheid.nl", "praktijkleren": "RVO", "lllk": "DUO", "duo": "DUO", "oom": "OOM", "twents": "Twents Fonds voor Vakmanschap"}),
    (GIVES, {"slim scholing": "90%", "lllk": "13.470", "oom": "2.700"}),
)  # fmt: skip
CASES = [
    (question.format(name=name), said)
    for questions, right in ASKED
    for (scheme, said), question in product(right.items(), questions)
    for name in NAMES[scheme]
]
FIRST = 2
"""Sentences, of ours and of the record, within which the answer stands."""


@pytest.mark.parametrize(("question", "said"), CASES)
def test_a_practical_question_about_a_scheme_is_answered_first(
    chain: AnswerChain, question: str, said: str
) -> None:
    answer = talk(chain, question)
    assert answer.outcome is not Outcome.REFUSED
    assert said in "\n".join(one.text for one in answer.sentences[:FIRST])


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Does SLIM still exist?", "runs up to and including"),
        ("who applies for the SLIM scheme?", "The employer applies for SLIM, not who learns or works there."),
        ("where do I apply for the levenlanglerenkrediet?", "Apply at: DUO"),
        ("Gibt es das Levenlanglerenkrediet noch?", "ein Ende nennen sie nicht"),
        ("wer beantragt SLIM?", "beantragt der Arbeitgeber"),
        ("Wo beantrage ich Studiefinanciering?", "Antrag bei: DUO"),
    ],
)
def test_so_it_is_in_english_and_german(chain: AnswerChain, question: str, said: str) -> None:
    assert said in talk(chain, question).text


@pytest.mark.parametrize(
    ("messages", "said"),
    [
        (("wie vraagt SLIM aan?", "en waar?"), "Aanvragen bij: rijksoverheid.nl"),
        (("is STAP gestopt?", "en SLIM?"), "SLIM loopt tot en met 31 december 2029"),
        (("is STAP gestopt?", "en SLIM?", "en praktijkleren"), "bestaat nog, maar is nu dicht"),
        (("kan ik nog SLIM aanvragen", "en wie doet dat"), "SLIM vraagt de werkgever aan"),
        (("waar vraag ik studiefinanciering aan", "en het levenlanglerenkrediet"), "Aanvragen bij: DUO"),
        (("wat is SLIM", "bestaat dat nog"), "SLIM loopt tot en met 31 december 2029"),
    ],
)
def test_a_talk_asks_on_in_a_word_or_two(chain: AnswerChain, messages: tuple[str, ...], said: str) -> None:
    assert said in talk(chain, *messages).text


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Welke gemeente voert het Twents Fonds voor Vakmanschap uit, en sinds welke datum bestaat het?", "1 januari 2019"),
        ("hoeveel geld is er in totaal voor de SLIM-scholingssubsidie", "73 miljoen"),
        ("vertel iets over het twents fonds", "om- en bijscholing tot en met mbo-4"),
    ],
)  # fmt: skip
def test_who_asks_more_or_something_else_is_answered_by_the_documents(
    chain: AnswerChain, question: str, said: str
) -> None:
    assert said in talk(chain, question).text
