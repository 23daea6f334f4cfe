"""An answer that holds no price, number to call or name is none to who asks for one."""

from __future__ import annotations

import pytest

from assistant.types import Language, Outcome, Question, Request, Sentence, SentenceKind
from assistant.writing.kind_lacked import lacks_kind, lacks_kind_asked
from assistant.writing.seam import Written

EXAM = "Het examen VCA Basis heeft 40 vragen in 60 minuten; je slaagt met 64,5%."


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("wat kost dat examen?", EXAM),
        ("wat ben ik kwijt aan zo'n cursus", "Een VOP doet eenvoudig werk."),
        ("en wat moet een bedrijf betalen om mee te doen?", "Bedrijven krijgen kennis en toegang tot geld."),
        ("What does the test cost?", "Windesheim laat je toe na een capaciteitentest."),
        ("was kostet der Test", "Windesheim laat je toe na een capaciteitentest."),
        (
            "Wat is het mobiele nummer van Gijs Smeman?",
            "De manager van CIVON was in 2024 Gijs Smeman.",
        ),
        (
            "Welke bestuurder van de provincie ging erover?",
            "De provincie Overijssel werkte in 2018 aan de lijn.",
        ),
        ("hoe aanvragen", "Een inwoner kon hooguit één keer per jaar geld krijgen."),
        ("how do I apply for that?", "An inhabitant got money at most once a year."),
        ("Hoeveel miljoen zit er in Sterker in 3D?", "De Regio Deal volgde voor de periode 2024-2028."),
        ("What is the graduation rate of the master?", "In 2020 Saxion named a master."),
        ("wie is daar nu programmamanager?", "Saxion is penvoerder van TechOost."),
        ("welke docent geeft les bij SMEOT", "SMEOT in Hengelo (Sportlaan Driene) geeft mbo-opleidingen."),
        ("Who is the director of the Breman Academy?", "The Breman Academy trained fitters."),
        ("Hoe groot zijn de klassen in Terborg?", "In Terborg kun je mbo-3 doen."),
        ("wat tikt die Bert Wessels per maand", "De directeur was Bert Wessels."),
        ("hoe heet de mentor van het eerste jaar?", "Middenkader Smart Industry begon in 2017."),
        ("wat betalen ze mij per uur", "Het certificaat kost 420 uur."),
        ("zijn ze op zaterdag open", "DUO regelt het krediet: bel 050 599 98 28."),
        ("hoeveel betalen ze maximaal per persoon", "Een Leerwerkloket geeft gratis advies; er zijn er 35."),
        ("What is the most they pay per person?", "There were 3 vacancies per person."),
        ("kan ik Bouwkunde bij die school in deeltijd doen", "Voor Bouwkunde is wiskunde nodig."),
        ("what language is that course taught in?", "Of that course it is noted: work and study."),
        ("en wat heeft dat feest gekost?", "De koning opende het gebouw in 2014."),
        ("Waarom ging de kookweek niet door?", "Indicator: Bezoekers kookweek; 2024: geen"),
        ("Why did two of them leave?", "Two of the nine bakers left in spring."),
        ("Hoe heet de begeleider van de vrijdaggroep?", "De vrijdaggroep heeft zes bijeenkomsten."),
        ("wie staat er voor de groep?", "Wie broodbakken wil doen, heeft het basisdiploma."),
        ("hoe vaak komt er iemand langs?", "Les: Desem; Prijs: € 90"),
        ("welk deel ben ik dan kwijt?", "Gemiste lessen haalt u in op vrijdagmiddag."),
        ("At what street address is the bakery?", "De bakkerij ging op 9 mei 2023 open."),
    ],
)
def test_what_holds_nothing_of_the_kind_that_is_asked_lacks_it(message: str, said: str) -> None:
    assert lacks_kind(message, [said])


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("wat kost dat examen?", "Het examen kost 85 euro."),
        ("wat kost advies bij een Leerwerkloket", "Een Leerwerkloket geeft gratis advies."),
        ("wat kost een jaar BOL", "Het lesgeld betaal je aan DUO."),
        ("hoeveel uur kost het certificaat?", "Het certificaat kost 420 uur."),
        ("per wanneer is die halve prijs afgeschaft?", "De halvering is gestopt per 1 september 2024."),
        ("wat is het telefoonnummer", "Leerwerkloket Twente: telefoon niet bekend."),
        ("Welke gedeputeerde ging erover?", "Gedeputeerde Eddy van Hijum was verantwoordelijk."),
        ("bij hoeveel procent slaag je?", EXAM),
        ("hoe meld ik me aan?", "Je schrijft je in via Studielink."),
        ("hoe lang mag je aanvragen?", "Een inwoner kon hooguit één keer per jaar geld krijgen."),
        ("Hoeveel miljoen kreeg Twente?", "Twente kreeg 30 miljoen euro."),
        ("What percentage are women?", "Women are a quarter of the students."),
        ("Wie werd programmamanager?", "Jan de Graaf werd rond 2017 programmamanager."),
        ("wie geeft er les?", "De lessen zijn van docenten van het ROC."),
        ("Hoe groot is een groep?", "In een groep zitten hoogstens 16 leerlingen."),
        ("wat verdient een monteur", "Functiegroep G verdiende 2.710 euro."),
        ("wat betalen ze mij per uur", "Je krijgt 14 euro per uur."),
        ("hoeveel betalen ze maximaal?", "Je leent maximaal vijf keer het collegegeld."),
        ("is Bouwkunde er ook in deeltijd?", "Bouwkunde is er alleen in voltijd."),
        ("in welke taal is dat", "De opleiding is Engelstalig: de taal is Engels."),
        ("zijn jullie op zaterdag open?", "Het loket is open van maandag tot en met vrijdag."),
        ("Waarom ging de kookweek niet door?", "Door een lekkage was de keuken dicht."),
        ("Waarom is de beurs verhoogd?", "De beurs is gestopt per 1 januari 2024."),
        ("Why did two of them leave?", "Two left because the oven broke."),
        ("Hoe heet de begeleider van de vrijdaggroep?", "Op vrijdag is Tessa van Doorn er."),
        ("hoe vaak komt er iemand langs?", "Om de zes weken komt een begeleider langs."),
        ("welk deel ben ik dan kwijt?", "U betaalt dan de helft."),
        ("welk deel van het diploma heb ik dan?", "Je hebt dan een deel van het diploma."),
        ("At what street address is the bakery?", "De bakkerij staat aan de Molenweg 12."),
        ("What is the e-mail address?", "Mail bakkerij@voorbeeld.nl."),
    ],
)
def test_what_holds_it_or_is_asked_something_else_lacks_nothing(message: str, said: str) -> None:
    assert not lacks_kind(message, [said])


def _request(text: str) -> Request:
    return Request(question=Question(text), language=Language.DUTCH, standalone_question=text)


def test_of_two_questions_in_a_message_each_answer_is_looked_at_alone() -> None:
    written = Written((Sentence(EXAM, SentenceKind.QUOTE, "nl", (1,)),), (), Outcome.ANSWERED)
    assert lacks_kind_asked(_request("Wat kost het examen?"), written)
    assert not lacks_kind_asked(_request("Hoeveel vragen heeft het examen? En wat kost het?"), written)
