"""What Dutch law says about diplomas from abroad that no other rule names: the school weighs them, or an entry test does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from knowledge.catalogue.rules import AllOf, HasDiploma, Rule, Unstated
from tools.records.common import LAW_DATE, WEB, WHW, source

TEXT_OF_2017 = date(2017, 5, 1)

GERMAN = ("de-hauptschule", "de-realschule", "de-geselle", "de-meister")
"""German diplomas of which none of our sources says whether they let one study in Germany."""

ELSEWHERE = ("uk-gcse", "uk-a-levels", "ib", "buitenland")
"""British ones, the International Baccalaureate, and any other diploma from abroad."""

OF_GERMAN_HIGHER = ("de-abitur", "de-fachhochschulreife", "de-fachabitur")


def rules() -> Iterator[Rule]:
    """Yield every rule of this file."""
    yield Rule(
        "whw-7-28-buitenland-hbo",
        AllOf(
            (
                HasDiploma((*GERMAN, *ELSEWHERE)),
                Unstated(
                    "of de hogeschool je buitenlandse diploma gelijkwaardig vindt aan havo, vwo of mbo-4"
                ),
            )
        ),
        source(WHW, LAW_DATE),
        "Heb je een diploma van buiten Nederland? De hogeschool kan je toelaten als zij vindt dat het ten minste gelijkwaardig is aan havo, vwo "
        "of mbo-4. De hogeschool mag ook vragen of je genoeg Nederlands kent.",
        article="WHW art. 7.28 lid 2",
        kinds=("ad", "hbo-bachelor"),
        valid_from=TEXT_OF_2017,
    )
    yield Rule(
        "whw-7-28-buitenland-wo",
        AllOf(
            (
                HasDiploma((*ELSEWHERE, "de-meister")),
                Unstated("of de universiteit je buitenlandse diploma gelijkwaardig vindt aan vwo"),
            )
        ),
        source(WHW, LAW_DATE),
        "Heb je een diploma van buiten Nederland? De universiteit kan je toelaten als zij vindt dat het ten minste gelijkwaardig is aan vwo. "
        "De universiteit mag ook vakken vragen.",
        article="WHW art. 7.28 lid 2 en 3",
        kinds=("wo-bachelor",),
        valid_from=TEXT_OF_2017,
    )
    yield Rule(
        "web-8-2-1-uit-het-buitenland",
        AllOf(
            (
                HasDiploma((*GERMAN, *OF_GERMAN_HIGHER, *ELSEWHERE)),
                Unstated(
                    "of de school je buitenlandse diploma, of een onderzoek naar wat je kunt, genoeg vindt"
                ),
            )
        ),
        source(WEB, LAW_DATE),
        "De wet noemt voor mbo-2, mbo-3 en mbo-4 Nederlandse diploma's en diploma's die de minister aanwijst. Met een ander diploma kan de school "
        "je in een bijzonder geval toelaten, als een onderzoek laat zien dat je de opleiding aankunt. Een buitenlands beroepsdiploma kan op verzoek met "
        "een Nederlands diploma vergeleken worden.",
        article="WEB art. 8.2.1 en 7.4.7",
        kinds=("mbo-2", "mbo-3", "mbo-4"),
        valid_from=TEXT_OF_2017,
    )
