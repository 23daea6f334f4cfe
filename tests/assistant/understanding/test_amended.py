"""What somebody takes back within a message is not asked; what only looks like it stays."""

from __future__ import annotations

import pytest

from assistant.types import Language
from assistant.understanding.amended import amended

NL, EN, DE = Language.DUTCH, Language.ENGLISH, Language.GERMAN


@pytest.mark.parametrize(
    ("text", "language", "meant"),
    [
        ("hoeveel vrouwen.. ik bedoel mannen in Overijssel", NL, "hoeveel mannen in Overijssel"),
        ("hoeveel fte... ik bedoel hoeveel studenten heeft Saxion?", NL, "hoeveel studenten heeft Saxion?"),
        ("hoeveel in Gelderland, ik bedoel Overijssel in 2023", NL, "hoeveel in Overijssel in 2023"),
        ("hoeveel kost BOL, nee ik bedoel BBL niveau 3", NL, "hoeveel kost BBL niveau 3"),
        ("wat is TechForFuture, nee sorry, TechYourFuture", NL, "wat is TechYourFuture"),
        ("wie is de baas... of nee, wie is de penvoerder van CIVON", NL, "wie is de penvoerder van CIVON"),
        ("wat kost het.. laat maar. wie leidt TechOost?", NL, "wie leidt TechOost?"),
        ("ik woon in Almelo, sorry Hengelo, wat kan daar", NL, "ik woon in Hengelo, wat kan daar"),
        ("how many women, I mean men, study there?", EN, "how many men, study there?"),
        ("what does it cost.. never mind, who runs it?", EN, "who runs it?"),
        ("was kostet BOL, ich meine BBL?", DE, "was kostet BBL?"),
    ],
)
def test_what_is_taken_back_is_not_asked(text: str, language: Language, meant: str) -> None:
    assert amended(text, language) == meant


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ik bedoel BBL", NL),
        ("laat maar weten wat het kost", NL),
        ("mooi, laat maar zien welke er zijn", NL),
        ("Ik snap het niet, sorry, wat is BBL?", NL),
        ("ik werk 20 jaar in de metaal, ik bedoel, hoe krijg ik een diploma?", NL),
        ("Ik heb mbo 2, sorry voor de vraag, kan ik naar mbo 4?", NL),
        ("wanneer start TechOost, ik bedoel wanneer was de lancering", NL),
        ("wat ik bedoel is of SLIM open is", NL),
        ("I have mbo 4, sorry if this is a silly question, can I go on?", EN),
        ("ich will etwas mit Technik, egal was", DE),
    ],
)
def test_what_takes_nothing_back_stays(text: str, language: Language) -> None:
    assert amended(text, language) == text
