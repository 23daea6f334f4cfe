"""A sentence passes only when its evidence literally holds it, fact bound to fact."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.verification.evidence import EvidenceText, check_sentence
from evals.verification.cases import Case, checked
from evals.verification.planting import PLANTERS, any_number
from tests.support.true_sentences import true_document, true_rows

MONEY = EvidenceText(
    "1",
    "TechOost bundelt vijf publiek-private samenwerkingen in Oost-Nederland. Penvoerder is hogeschool Saxion. "
    "De begroting van TechOost is 21,3 miljoen euro over 4 tot 8 jaar; daarvan komt 9 miljoen uit het Nationaal "
    "Groeifonds en 0,2 miljoen van de provincie Overijssel. De aanvraag werd op 17 april 2023 ingediend bij RVO. "
    "De partners hoeven niet zelf te betalen. Meer staat op https://techoost.nl/wie-zijn-we/.",
    "TechOost",
)
ROWS = EvidenceText(
    "2",
    "Opleiding: Mechatronica; Duur: 4 jaar; Kosten per jaar: 2601 euro; Plaats: Enschede\n"
    "Opleiding: Logopedie; Duur: 2 jaar; Kosten per jaar: 1500 euro; Plaats: Deventer",
    "Opleidingen",
)
BARS = EvidenceText(
    "3",
    "Opleiding | Duur (jaar) | Kosten (€)\nMechatronica | 4 | 2.601\nLogopedie | 2 | 1.500\nVerpleegkunde | 3 | 1.800",
)
RULES = EvidenceText(
    "4",
    "Met een mbo-4 diploma word je toegelaten. Je werkt minimaal 16 uur per week bij een leerbedrijf. "
    "De stage duurt 20 weken en het examen kost 12,5 procent van je tijd. In 2023 begonnen 5 studenten, in 2024 waren het er 7.",
)

WORK = EvidenceText(
    "5",
    "Een opleiding is meestal BBL: je werkt vier dagen en gaat één dag naar school. Een opleiding mag maximaal een jaar duren. "
    "Van de technici werkt 44% niet bij een technisch bedrijf. De rollen zijn monteur, lasser en verspaner. De regeling vergoedt "
    "90% op NLQF 1-3 en 40% op NLQF 4. Het certificaat rond je af binnen zes maanden. Mis je een vak, dan kun je dat vak inhalen.",
    "Werken en leren",
)

TRUE = [
    (MONEY, "TechOost krijgt 9 miljoen euro uit het Nationaal Groeifonds."),
    (MONEY, "TechOost krijgt 9.000.000 euro uit het Nationaal Groeifonds."),
    (MONEY, "TechOost krijgt € 9 mln uit het Nationaal Groeifonds."),
    (MONEY, "TechOost receives 9 million euros from the Nationaal Groeifonds."),
    (MONEY, "TechOost erhält 9 Millionen Euro aus dem Nationaal Groeifonds."),
    (MONEY, "The province of Overijssel contributes 0.2 million euros."),
    (MONEY, "De penvoerder van TechOost is Saxion."),
    (MONEY, "De aanvraag werd ingediend op 17-04-2023."),
    (MONEY, "The application was submitted to RVO on April 17, 2023."),
    (MONEY, "Der Antrag wurde am 17. April 2023 bei RVO eingereicht."),
    (MONEY, "De aanvraag werd in april 2023 ingediend."),
    (MONEY, "TechOost bundelt 5 publiek-private samenwerkingen."),
    (MONEY, "TechOost brings together five public-private partnerships in Oost-Nederland."),
    (MONEY, "De partners betalen niet zelf."),
    (MONEY, "Kijk op www.techoost.nl/wie-zijn-we voor meer."),
    (ROWS, "Mechatronica duurt 4 jaar en kost € 2.601 per jaar."),
    (ROWS, "De opleiding Logopedie in Deventer kost 1.500 euro per jaar."),
    (ROWS, "Mechatronica takes 4 years and costs € 2,601 per year."),
    (BARS, "Mechatronica duurt 4 jaar en kost € 2.601."),
    (RULES, "Met mbo niveau 4 word je toegelaten."),
    (RULES, "Je werkt ten minste 16 uur per week bij een leerbedrijf."),
    (RULES, "Het examen kost 12,5% van je tijd."),
    (RULES, "De stage duurt twintig weken."),
    (WORK, "Je werkt vier dagen per week en gaat één dag naar school."),
    (WORK, "Je opleiding mag niet langer dan één jaar duren."),
    (WORK, "A course may last no longer than one year."),
    (WORK, "44 procent van de technici werkt niet bij een technisch bedrijf."),
    (WORK, "Of the people with a technical degree 44% do not work at a technical company."),
    (WORK, "Er zijn drie rollen: monteur, lasser en verspaner."),
    (WORK, "Op NLQF 1, 2 en 3 wordt 90 procent vergoed."),
    (WORK, "Binnen een half jaar rond je het certificaat af."),
    (WORK, "Ontbreekt er een vak, dan kun je het inhalen."),
    (WORK, "Fehlt dir ein Fach, kannst du es nachholen."),
]

FALSE = [
    (MONEY, "TechOost krijgt 0,2 miljoen euro uit het Nationaal Groeifonds."),
    (MONEY, "TechOost krijgt 9 miljard euro uit het Nationaal Groeifonds."),
    (MONEY, "TechOost krijgt 9 miljoen dollar uit het Nationaal Groeifonds."),
    (MONEY, "The province of Overijssel contributes 9 million euros."),
    (MONEY, "Windesheim is de penvoerder van TechOost."),
    (MONEY, "Van Dijk is de penvoerder van TechOost."),
    (MONEY, "Saxion is niet de penvoerder van TechOost."),
    (MONEY, "De partners betalen zelf."),
    (MONEY, "De aanvraag werd ingediend op 18-04-2023."),
    (MONEY, "De aanvraag werd ingediend op 17 april 2024."),
    (MONEY, "TechOost bundelt zes publiek-private samenwerkingen."),
    (MONEY, "Kijk op www.techoost.nl/betaal voor meer."),
    (MONEY, "Mail naar info@techoost.nl voor de penvoerder van TechOost."),
    (MONEY, "TechOost is gratis."),
    (MONEY, "De aanvraag bij RVO is gegarandeerd."),
    (MONEY, "Koeien geven melk in de wei."),
    (ROWS, "Logopedie duurt 4 jaar."),
    (ROWS, "De opleiding Logopedie in Enschede duurt 2 jaar."),
    (ROWS, "De opleiding Logopedie kost 1.500 euro per maand."),
    (ROWS, "Mechatronica takes 2 years."),
    (BARS, "Logopedie duurt 4 jaar."),
    (BARS, "Logopedie kost 2.601 euro."),
    (BARS, "Verpleegkunde duurt 1.800 jaar."),
    (RULES, "Met mbo niveau 3 word je toegelaten."),
    (RULES, "Met een mbo-3 diploma word je toegelaten."),
    (RULES, "Je werkt maximaal 16 uur per week bij een leerbedrijf."),
    (RULES, "Je werkt minimaal 16 dagen per week bij een leerbedrijf."),
    (RULES, "In 2023 begonnen 7 studenten."),
    (RULES, "In 2023 begonnen 7 studenten, in 2024 waren het er 5."),
    (WORK, "Je werkt vier dagen per maand en gaat één dag naar school."),
    (WORK, "Je opleiding mag langer dan twee jaar duren."),
    (WORK, "Er zijn vijf rollen: monteur, lasser en verspaner."),
    (WORK, "Op NLQF 1, 2, 3 en 4 wordt 90 procent vergoed."),
    (WORK, "Binnen een half jaar haal je zestien certificaten."),
    (WORK, "Windesheim haalt dat vak in."),
]


@pytest.mark.parametrize(("evidence", "sentence"), TRUE)
def test_what_the_evidence_says_in_other_words_passes(evidence: EvidenceText, sentence: str) -> None:
    support = check_sentence(sentence, [evidence])
    assert support.is_supported, support.reason


@pytest.mark.parametrize(("evidence", "sentence"), FALSE)
def test_what_the_evidence_does_not_say_fails_with_a_reason(evidence: EvidenceText, sentence: str) -> None:
    support = check_sentence(sentence, [evidence])
    assert not support.is_supported
    assert support.reason
    assert not support.quotes


def test_the_quote_is_the_sentence_that_holds_the_fact() -> None:
    quote = check_sentence("Logopedie kost 1.500 euro per jaar.", [MONEY, ROWS]).quotes[0]
    assert quote.evidence_id == "2"
    assert ROWS.text[quote.start : quote.end] == ROWS.text.splitlines()[1]


def test_the_reason_names_the_item() -> None:
    assert "10 miljoen euro" in check_sentence("TechOost krijgt 10 miljoen euro.", [MONEY]).reason
    assert "Windesheim" in check_sentence("TechOost hoort bij Windesheim.", [MONEY]).reason


def test_without_evidence_nothing_passes() -> None:
    assert not check_sentence("TechOost krijgt 9 miljoen euro.", []).is_supported
    assert not check_sentence("", [MONEY]).is_supported


def test_a_negation_in_another_language_is_seen() -> None:
    assert check_sentence("The partners do not have to pay.", [MONEY]).reason == ""
    assert not check_sentence("TechOost does not receive 9 million euros.", [MONEY]).is_supported


LINES = [
    line
    for text in (MONEY, ROWS, BARS, RULES)
    for line in text.text.replace(". ", ".\n").splitlines()
    if line.endswith(".") or ";" in line or "|" in line
]


@pytest.mark.parametrize("line", LINES)
def test_a_literal_sentence_always_passes(line: str) -> None:
    assert check_sentence(line, [MONEY, ROWS, BARS, RULES]).is_supported


TABLES = list(true_rows(random.Random(7), 6))
SECTIONS = [
    (
        "TechForFuture",
        "Bij de start droeg de provincie Overijssel 3 miljoen euro bij en het ministerie 6 miljoen euro. Het totaal was 14 "
        "miljoen euro in drie jaar. TechForFuture is een centrum van Saxion en Windesheim. Het werkt niet met losse "
        "opdrachten. CIVON startte op 1 augustus 2013 met het Graafschap College. Het centrum doet 35 projecten per jaar.",
    )
]
RUNNING = list(true_document(SECTIONS, random.Random(7)))
KINDS = {**PLANTERS, "number": any_number}
"""What is planted here: a number may also be one that stands elsewhere in the evidence."""


@pytest.mark.parametrize("case", RUNNING, ids=lambda case: case.sentence[:40])
def test_true_sentences_in_another_format_are_kept(case: Case) -> None:
    assert not checked(case)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(TABLES), st.sampled_from(list(KINDS)), st.integers(0, 10_000))
def test_a_planted_error_in_a_row_never_passes(case: Case, kind: str, seed: int) -> None:
    wrong = KINDS[kind](case, random.Random(seed))
    assert not checked(case)
    if wrong is not None and wrong != case.sentence and not _is_true_elsewhere(wrong, case):
        assert checked(replace(case, sentence=wrong)), wrong


def _is_true_elsewhere(wrong: str, case: Case) -> bool:
    return any(wrong == other.sentence for other in TABLES if other.evidence == case.evidence)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(RUNNING), st.sampled_from(list(KINDS)), st.integers(0, 10_000))
def test_a_planted_error_in_running_text_never_passes(case: Case, kind: str, seed: int) -> None:
    wrong = KINDS[kind](case, random.Random(seed))
    if wrong is not None and wrong != case.sentence:
        assert checked(replace(case, sentence=wrong)), wrong


@pytest.mark.parametrize("case", [case for case in RUNNING if "miljoen euro" in case.sentence])
def test_millions_of_another_currency_never_pass(case: Case) -> None:
    assert checked(replace(case, sentence=case.sentence.replace("miljoen euro", "miljoen dollar", 1)))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.text(max_size=400))
def test_no_text_breaks_the_check(sentence: str, evidence: str) -> None:
    support = check_sentence(sentence, [EvidenceText("1", evidence)])
    for quote in support.quotes:
        assert 0 <= quote.start < quote.end <= len(evidence)


INTERNSHIP = (
    "Regeling Jager-stagebijdrage; Ook bekend als: stagebijdrage jacht; Jager gaf jachtbedrijven in 2023-2024 50 euro per "
    "week voor een stagiair. Bedragen van later zijn niet bekend; Bedrag: 50 euro per week; Aanvragen bij: jager; "
    "Niet bevestigd."
)
FREE_UNDER_18 = (
    "Regeling Geen lesgeld onder 18 jaar; Ben je op 1 augustus nog geen 18 jaar? Dan betaal je geen lesgeld (BOL); "
    "Deel van de kosten: 100 procent; Aanvragen bij: duo."
)
HOURS = "Het raamwerk heeft acht niveaus. Een niet-formele opleiding moet onder meer minstens 400 uur duren."


@pytest.mark.parametrize(
    ("source", "denied", "said"),
    [
        pytest.param(
            INTERNSHIP,
            "Het bedrag van Jager-stagebijdrage is niet 50 euro per week.",
            "Het bedrag van Jager-stagebijdrage is 50 euro per week.",
            id="other words of the row deny, the figure's do not",
        ),
        pytest.param(
            FREE_UNDER_18,
            "Geen lesgeld onder 18 jaar vergoedt nooit 100% van de kosten.",
            "Geen lesgeld onder 18 jaar vergoedt 100% van de kosten.",
            id="the name of a row denies",
        ),
        pytest.param(
            HOURS,
            "Een opleiding die formeel is, moet minstens 400 uur duren.",
            "Goed om te weten: een niet-formele opleiding moet onder andere minstens 400 uur duren.",
            id="a denial is joined to its word",
        ),
    ],
)
def test_a_denial_elsewhere_in_the_source_does_not_confirm_one(source: str, denied: str, said: str) -> None:
    evidence = [EvidenceText("e", source)]
    assert not check_sentence(denied, evidence).is_supported
    assert check_sentence(said, evidence).is_supported
