"""Which column of a school's own a question asks for, and which headings it may have there."""

from __future__ import annotations

import pytest

from assistant.writing.row_topics import topics_asked


@pytest.mark.parametrize(
    ("text", "name", "clause"),
    [
        ("op welke dag is dat?", "day", "lesdag(en): vrijdag en zaterdag"),
        ("welke avond is het", "day", "Class day: Thursday"),
        ("hoeveel plekken zijn er", "places", "aantal plaatsen: 24"),
        ("hoe groot is de groep", "places", "groepsgrootte: 8"),
        ("hoeveel man in de groep?", "places", "er zijn 24 plaatsen"),
        ("wie kan ik daarover bellen?", "contact", "contactpersoon: Henny Slotboer"),
        ("Who can I call?", "contact", "phone: +31 74 555 06 11"),
        ("hoeveel procent slaagt er", "success", "slagingspercentage: 84%"),
        ("wat moet ik al hebben om mee te doen", "prior", "voorkennis: VCA basis"),
        ("wat moet je doen om toegelaten te worden", "prior", "Toelating na een programmeeropdracht"),
        ("vanaf welke leeftijd mag dat", "age", "Mag vanaf 15 jaar"),
        ("wanneer is de open avond", "open_day", "Open avond: 2027-01-20"),
        ("wat kosten de boeken", "books", "Boekenpakket: 130"),
        ("moet ik een laptop meenemen", "laptop", "laptop nodig: ja"),
        ("wie geeft dat?", "teacher", "docent: Fenna Weerdink"),
        ("In welcher Sprache ist das?", "language", "Unterrichtssprache: Englisch"),
    ],
)
def test_a_question_asks_for_what_stands_under_such_a_heading(text: str, name: str, clause: str) -> None:
    topics = [topic for topic in topics_asked(text) if topic.name == name]
    assert topics
    assert any(topic.is_of(clause) for topic in topics)


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("op welke dag is dat?", "slagingspercentage: 91%"),
        ("op welke dag is dat?", "start: woensdag 10 februari 2027"),
        ("hoeveel plekken zijn er", "telefoon: 0575-555 310"),
        ("wat kosten de boeken", "materiaalkosten: 60 euro"),
        ("wie kan ik bellen", "docent: Fenna Weerdink"),
    ],
)
def test_what_stands_under_another_heading_is_none_of_it(text: str, clause: str) -> None:
    assert not any(topic.is_of(clause) for topic in topics_asked(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("wat kost dat?", ["costs"]),
        ("wat kost het examen?", ["exam"]),
        ("Wat kosten de boeken en het examen?", ["books", "exam"]),
        ("until when can I apply?", ["apply"]),
        ("wanneer begint het", ["start"]),
        ("hoe laat begint het", ["time"]),
        ("Wie lange ist das Diplom gültig?", ["validity"]),
        ("hoe lang duurt het?", ["duration"]),
        ("", []),
    ],
)
def test_what_is_asked_of_a_thing_is_not_asked_of_the_course(text: str, names: list[str]) -> None:
    assert [topic.name for topic in topics_asked(text)] == names


@pytest.mark.parametrize(
    ("text", "name", "clause"),
    [
        ("is ze daar oud genoeg voor", "age", "Minimumleeftijd 14 jaar"),
        ("wer ist der Dozent", "teacher", "Doz.: Wigger"),
        ("hoeveel plekkies nog", "left", "UITVERKOCHT"),
        ("krijgen we korting als we met z'n tweeën komen", "discount", "Second person pays half"),
        ("mag ik annuleren", "cancel", "Afmelden kan tot tien dagen voor de start"),
        ("was muss ich mitbringen", "bring", "Passbild mitbringen"),
        ("na hoeveel jaar moet ik het vernieuwen", "validity", "geldig: 5 jaar"),
        ("wat is het crebonummer", "code", "crebo: 25000"),
        ("werkt het ook op een macbook", "laptop", "Draait niet op een Mac"),
        ("betaalt mijn verzekering dat", "funding", "Veel zorgverzekeraars vergoeden dit"),
        ("hoe lang van tevoren moeten we boeken", "ahead", "Aanvragen: 6 weken"),
        ("hoe vaak moet ik komen", "meetings", "Aantal keer: 10x"),
        ("hoe lang kan ik in de stof", "access", "Toegang tot zes maanden na betaling"),
    ],
)
def test_other_questions_are_of_their_topics_too(text: str, name: str, clause: str) -> None:
    topic = next(one for one in topics_asked(text) if one.name == name)
    assert topic.is_of(clause)


def test_how_many_stop_is_not_how_many_may_come() -> None:
    names = [topic.name for topic in topics_asked("hoeveel studenten stoppen er in het eerste jaar")]
    assert names == ["dropout"]


@pytest.mark.parametrize(
    ("part", "name"),
    [
        ("de plek van", "place"),
        ("geef me de prijs", "costs"),
        ("datum", "start"),
        ("place", "place"),
        ("und die Uhrzeit", "time"),
        ("language please", "language"),
    ],
)
def test_a_noun_alone_asks_for_its_column(part: str, name: str) -> None:
    assert [topic.name for topic in topics_asked(part)] == [name]


def test_a_noun_in_a_sentence_about_something_else_asks_nothing() -> None:
    assert not topics_asked("is de plek waar ik werk een leerbedrijf")


@pytest.mark.parametrize(
    ("text", "name", "clause"),
    [
        ("What do I get at the end?", "certificate", "You get: operator card"),
        ("wat krijg je", "certificate", "wat heb je daarna: pasje"),
        ("do I need another course first?", "prior", "You need: C31"),
        ("moet ik eerst iets gedaan hebben", "prior", "wie kan meedoen: lasboekje"),
        ("wie viele Stunden", "hours", "Hrs: 24"),
        ("moet ik goed Nederlands praten", "language", "Nederlands: A1"),
        ("hoe vaak is het", "meetings", "hoe vaak: 12 avonden"),
        ("kan het zonder ervaring", "prior", "min. 6 mnd werkervaring"),
        ("until when can I enrol", "apply", "Enrolment closes ten days before the first day"),
    ],
)
def test_headings_in_the_words_of_schools_are_of_what_is_asked(text: str, name: str, clause: str) -> None:
    assert any(topic.name == name and topic.is_of(clause) for topic in topics_asked(text))


def test_a_heading_with_a_little_word_in_it_is_not_of_that_word() -> None:
    (teacher,) = topics_asked("wie geeft dat?")
    assert not teacher.is_headed("wie kan meedoen")
    assert teacher.is_headed("Wie")
