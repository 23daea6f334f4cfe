"""What is told of a person decides the verdict: what they lack, what they have not passed yet, and where they come from."""

from __future__ import annotations

import pytest

from assistant.chain import AnswerChain
from tests.support.talking import talk

VERDICTS = [
    # messages, what the last answer says, what it may not say
    (("havo zonder NT, kan hij naar elektrotechniek saxion",), "zonder N&T", "met profiel N&T."),
    (("vwo maar geen N&T, werktuigbouwkunde ut",), "wiskunde B op vwo", "Ja. "),
    (
        ("leerling heeft geen havo NT maar havo NG, mechatronica saxion",),
        "havo met profiel N&G",
        "geen diploma",
    ),
    (("havo NG heeft hij, maar NT niet, elektrotechniek saxion?",), "natuurkunde of NLT", "Ja. "),
    (("met havo NT naar werktuigbouwkunde saxion", "en zonder NT?"), "NG, EM of CM?", "Ja. "),
    (
        ("hij heeft havo maar geen diploma nog, kan hij naar hbo-ict",),
        "havo (als je die haalt)",
        "geen diploma",
    ),
    (("ik heb nog geen diploma, zit in havo 5, kan ik naar hbo-ict",), "havo (als je die haalt)", "Nee. "),
    (("havo 3 blijven zitten, mag hij naar mbo 4",), "Nee. ", "Ja. "),
    (("Mijn zoon blijft in havo 3 zitten, mag hij naar mbo 4?",), "Nee. ", "Ja. "),
    (("He is held back in havo 3, can he go to mbo 4?",), "No. ", "Yes. "),
    (("Mein Sohn bleibt in havo 3 sitzen, darf er zu mbo 4?",), "Nein. ", "Ja. "),
    (
        ("havo 4 gezakt, kan hij naar mbo 4?", "en als hij van havo 3 komt"),
        "over bent naar havo 4",
        "met havo naar",
    ),
    (("mbo 4 werktuigbouwkunde heb ik, ad of hbo?",), "Ja. Volgens de regel mag je met mbo-4", "Nee. "),
    (("ik heb havo, mbo of hbo?",), "Ik ga uit van: havo.", "hbo-bachelor. Ja"),
    (
        ("ik wil switche van bouwkunde hbo naar werktuigbouw saxion, gaat da zomaar",),
        "bezig met hbo-bachelor bouwkunde, nog niet af",
        "werk: bouwkunde",
    ),
    (
        ("ik zit in het eerste jaar bouwkunde hbo en wil overstappen naar werktuigbouw saxion",),
        "Voor Werktuigbouwkunde (hbo-bachelor) bij Saxion geldt",
        "Voor Bouwkunde",
    ),
    (
        ("student zit nu in jaar 1 hbo-ict windesheim, wil naar mechatronica saxion, hij heeft mbo 4",),
        "Ja. Volgens de regel mag je met mbo-4 naar Mechatronica",
        "Windesheim",
    ),
    (("student met ad werktuigbouwkunde HAN naar saxion bachelor",), "hbo-bachelor bij Saxion", "bij HAN"),
    (
        ("Ik zit mbo 4 werktuigbouw deltion, wil hbo zwolle",),
        "Ja. Volgens de regel mag je met mbo-4",
        "0 gevonden",
    ),
    (
        ("mbo 4 zorg naar hbo werktuigbouwkunde saxion kan dat",),
        "Ja. Volgens de regel mag je met mbo-4",
        "staat niets over",
    ),
    (("mbo 4 verpleging naar hbo-ict saxion",), "Ja. Volgens de regel mag je met mbo-4", "Applied Computer"),
    (
        ("elektricien bbl niveau 2", "mag dat met mavo zonder wiskunde"),
        "wiskunde of nask1",
        "Ja, onder voorwaarde",
    ),
    (
        ("lasser bbl niveau 2", "mag dat met mavo zonder wiskunde en nask"),
        "buiten de techniek",
        "Ja, onder voorwaarde",
    ),
    (
        ("ik wil ict bbl niveau 3", "mag dat met mbo 2 helpende", "en niveau 4"),
        "naar mbo-4 ict",
        "naar mbo-3 ict",
    ),
    (("ict opleiding mbo bbl twente", "niveau 2", "mag dat met mavo"), "naar mbo-2 ict", "naar mbo-4 ict"),
    (("ik heb mbo 3 lassen, hbo werktuigbouwkunde mag dat", "21+ dan"), "21+-toets", "leeftijd"),
    (("ik ben 38 jaar, 21+ toets?",), "oud genoeg", "leeftijd 21"),
    (("hbo wtb met mbo 3", "en met 21 plus"), "Ben je 21 jaar of ouder?", "niets over"),
    (("hbo wtb met mbo 3", "21+ dan", "en met mbo 4"), "Ja. Volgens de regel mag je met mbo-4", "21+"),
    (("mag ik met 21+ naar saxion",), "De hogeschool beslist of zij dat aanbiedt", "niet in mijn bronnen"),
    (("ik ben 19, kan ik via de 21+ toets naar windesheim",), "Nee. Die weg is er pas als je 21", "Ja"),
    (("ik heb mbo 4, 21+ toets nodig voor hbo?",), "Ja. Volgens de regel mag je met mbo-4", "oud genoeg"),
    (("21+ toets hoe werkt dat bij windesheim",), "capaciteitentest", "Ben je 21"),
    (("klant 31 jaar wil hbo voltijd techniek krijgt die stufi",), "jonger zijn dan 30", "misschien"),
    (
        ("iemand van 58 wil hbo deeltijd doen, kan hij levenlanglerenkrediet krijgen",),
        "Nee. ",
        "als je jonger",
    ),
    (
        ("iemand van 45 wil hbo deeltijd doen, kan hij levenlanglerenkrediet krijgen",),
        "Ja. ",
        "als je jonger",
    ),
    (("kan ik als 17 jarige studiefinanciering krijgen voor hbo",), "Ja, als je voltijd", "als je 18"),
    (("krijg ik stufi als ik bbl doe", "en bol als ik 17 ben"), "Nu nog niet.", "Ja."),
    (("ik ben 52 kan ik studiefinanciering voor bol", "en lenen"), "Ja. Levenlanglerenkrediet", "Nee. "),
    (("krijg ik studiefinanciering op me 52e voor hbo voltijd",), "jonger zijn dan 30", "Ja."),
    (("moet je collegegeld betalen als je 17 ben op hbo",), "", "Lesgeld of cursusgeld betaal je"),
    (("mijn diploma is buitenlands. mag ik saxion", "en mbo 2"), "Voor mbo-2", "Saxion"),
    (("ik heb geen nederlands diploma, kan ik naar mbo 4",), "een buitenlands diploma", "geen diploma."),
    (
        ("Ik heb diploma techniek van Syrie, welke niveau nederland",),
        "niet met welk Nederlands niveau",
        "geen diploma",
    ),
    (("Ik heb diploma van Turkije, kan ik hier werken in techniek",), "buitenlandse diploma", "vond niets"),
    (
        ("I have Indian class 12 diploma, can I enter bachelor Electrical Engineering at UT?",),
        "your foreign diploma equal to vwo",
        "Abitur",
    ),
    (("mijn turkse diploma, mag ik naar mbo", "met alleen basisschool"), "geen diploma", "Techniekpact"),
    (
        ("Can I study at University of Twente with Fachhochschulreife?", "and at Saxion?"),
        "hbo bachelor at Saxion",
        "No. ",
    ),
    (
        ("mag ik met mbo 4 naar de universiteit twente", "en hoe zit dat bij Saxion"),
        "Ja. ",
        "universitaire bachelor",
    ),
    (("havo EM naar civiele techniek saxion", "en bij hanze"), "niet bij Hanzehogeschool Groningen", "Ja. "),
    (("havo EM naar civiele techniek bij fontys",), "niet bij Fontys", "Dit is zo bij"),
    (("met havo NT naar hbo-ict bij avans",), "niet bij Avans", "vond niets"),
    (("havo EM naar civiele techniek bij windesheim",), "Ja. ", "Ik ken Civiele"),
    (("klant 58 jaar wil hbo deeltijd, levenlanglerenkrediet?",), "jonger zijn dan 57", "vond niets"),
    (("kan ik naar mbo 4 engineering", "en met een mbo 3 verzorgende ig"), "Ja. ", "niets over"),
    (("verzorgende naar ict niveau 4 bbl, kosten",), "715 euro", "vond niets"),
    (("evc voor klant zonder diploma lasser",), "portfolio", "vond niets"),
    (("ben lasser 25 jr ervaring geen papieren, kan dat erkend worden",), "EVC", "vond niets"),
    (("hbo werktuigbouwkunde deeltijd saxion met mbo 4 lassen genoeg?",), "Ja. ", "vond niets"),
    (
        ("wat kost een bbl opleiding niveau 3 aan cursusgeld", "en niveau 2", "en onder 18"),
        "alleen als je op 1 augustus 18 jaar of ouder bent",
        "93 van de 96",
    ),
    (("ik ben 21 en heb mbo 3, mag ik naar hbo",), "leeftijd 21", "Nee. "),
]


@pytest.mark.parametrize(("messages", "says", "never"), VERDICTS)
def test_the_verdict_is_on_what_was_told(
    chain: AnswerChain, messages: tuple[str, ...], says: str, never: str
) -> None:
    answer = talk(chain, *messages)
    assert says in answer.text
    assert never not in answer.text
