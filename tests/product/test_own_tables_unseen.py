"""Tables of a driving school, a community centre, a hospital and a factory: columns and notes as each keeps them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import AnswerChain
from assistant.types import Outcome
from tests.support.library_home import LibraryHome
from tests.support.own_files import answering_from
from tests.support.talking import says, talk

DRIVING = """Verkeersschool Brummelhuis Rijssen - beroepsopleidingen voorjaar 2027;;;;;;;;;
Nr;Opleiding;Dag/tijd;1e lesdag;Duur;Plaats;Normaal tarief;Leden tarief;Toelating;Bijzonderheden
B1;Rijbewijs BE;za 8.30 u;6 maart 2027;3 dgn;Rijssen;€ 680;€ 640;vanaf 18 jaar;aanhanger aanwezig
B2;Tractor (T-rijbewijs);wo 13.00 u;10 maart 2027;2 dgn;Rijssen;€ 540;€ 510;vanaf 16 jaar;trekker van de school
B3;Tractor (T-rijbewijs);za 13.00 u;20 maart 2027;2 dgn;Wierden;€ 555;€ 525;vanaf 16 jaar;eigen trekker meenemen
B4;Taxipas theorie;ma 19.00 u;1 maart 2027;4 avonden;Rijssen;€ 310;€ 295;rijbewijs B;
B5;Code 95 - Bandenspanning;za 9.00 u;13 maart 2027;1 dag;Wierden;€ 120;€ 110;rijbewijs C;7 uur Code 95
Herexamen theorie kost € 48. Praktijk opnieuw kost € 165.;;;;;;;;;
Afzeggen kan tot 48 uur van tevoren. Daarna betaalt u de les.;;;;;;;;;
"""

CENTRE = """Wijkcentrum Ossekamp - najaar 2026;;;;;;;;
Cursus;Wanneer;Start;Keer;Waar;Prijs;Met Ossepas;Docent;Let op
Aquarel voor beginners;di 10.00 u;6 okt.;8;zaal 2;€ 96;€ 48;Lies Bork;verf meenemen
Aquarel gevorderden;di 13.30 u;6 okt.;8;zaal 2;€ 104;€ 52;Lies Bork;min. 1 jaar ervaring
Keramiek;do 19.30 u;8 okt.;6;atelier;€ 132;€ 66;Piet Wolbers;klei kost € 12 extra
Engels A1;ma 19.00 u;5 okt.;12;zaal 1;€ 110;€ 55;Mia Tander;
Engels A2;wo 19.00 u;7 okt.;12;zaal 1;€ 115;€ 57;Mia Tander;na A1 of intake
Geen les in de herfstvakantie (17 - 25 okt.).;;;;;;;;
In termijnen betalen kan: 2 termijnen, zonder extra kosten.;;;;;;;;
"""

HOSPITAL = """Ziekenhuis Lindeveen - scholing 2027;;;;;;;;;
Code;Scholing;Doelgroep;Datum;Van - tot;Locatie;Pnt;Externen €;Inschr. t/m;Bijz.
R1;Reanimatie volwassenen;iedereen;12-1-2027;09:00 - 12:00;Lindeveen;3;90;5-1-2027;
R2;Reanimatie volwassenen;iedereen;16-2-2027;19:00 - 22:00;Oost;3;90;9-2-2027;lesboek inbegrepen
S1;Sondevoeding;verpleegkundigen;20-1-2027;13:00 - 16:00;Lindeveen;2;120;13-1-2027;akkoord van de teamleider
P1;Palliatieve zorg thuis;verpleegkundigen;9-3-2027;09:00 - 16:00;Oost;6;240;2-3-2027;
Eigen medewerkers betalen niets.;;;;;;;;;
"""

FACTORY = """course_id,title,lang,mode,site,start_date,end_date,time_local,hours,seats,seats_left,prereq,charge_eur,trainer,enrol_by,remarks
T-1,Overhead crane basics,EN,classroom,Gronau,2027-02-02,2027-02-03,08:00-16:00,16,8,0,,310.00,U. Feldhues,2027-01-19,waiting list open
T-2,Overhead crane basics,NL,classroom,Enter,2027-02-09,2027-02-10,08:00-16:00,16,8,3,,290.00,B. Pluimers,2027-01-26,
T-3,Extrusion level 1,EN,on the job,Enter,2027-03-01,2027-03-12,shift,60,4,2,3 months in production,700.00,B. Pluimers,2027-02-12,approval of shift leader
T-4,Extrusion level 2,EN,on the job,Enter,2027-04-05,2027-04-23,shift,90,4,4,Extrusion level 1,900.00,B. Pluimers,2027-03-19,
"""


@pytest.fixture(scope="module")
def chain(library_home: LibraryHome, tmp_path_factory: pytest.TempPathFactory) -> Iterator[AnswerChain]:
    files = {
        "opleidingen voorjaar.csv": DRIVING,
        "najaar.csv": CENTRE,
        "scholing 2027.csv": HOSPITAL,
        "kraftwiese_academy_export.csv": FACTORY,
    }
    with answering_from(library_home, tmp_path_factory.mktemp("unseen-tables"), files) as chain:
        yield chain


ASKED = [
    # messages, what the answer says, what it may not say
    # the day with the hour stands in one column, the date in another
    (("Wanneer begint keramiek bij Ossekamp?",), ("8 okt",), ("6 okt",)),
    (("op welke dag en hoe laat is keramiek bij ossekamp",), ("do 19.30",), ("di 10.00",)),
    (("Wanneer start de taxipas bij Brummelhuis?",), ("1 maart 2027",), ("6 maart",)),
    # several prices
    (("wat kost rijbewijs BE bij Brummelhuis",), ("680",), ("640",)),
    (("Ik ben lid. Wat kost rijbewijs BE bij Brummelhuis voor mij?",), ("640",), ("680",)),
    (("Ich bin kein Mitglied. Was kostet die Taxipas-Theorie bei Brummelhuis?",), ("310",), ("295",)),
    (("ik heb een ossepas, wat betaal ik voor keramiek bij ossekamp?",), ("66",), ("132",)),
    (("Wat kost sondevoeding bij Lindeveen voor iemand van buiten?",), ("120",), ()),
    (("Ik werk bij Lindeveen. Wat kost sondevoeding voor medewerkers?",), ("betalen niets",), ("120",)),
    # one of several rows
    (("When is the overhead crane course in English at Kraftwiese?",), ("2 February 2027",), ("9 February",)),
    (("Wat kost de tractorcursus bij Brummelhuis in Wierden?",), ("555",), ("540",)),
    (("Is er bij Brummelhuis een tractorcursus op zaterdag, en wat kost die?",), ("555",), ("540",)),
    (("Wanneer is de reanimatie bij Lindeveen met lesboek inbegrepen?",), ("16 februari 2027",), ("12 januari",)),
    # as people say it
    (("wnr kan ik leren reanimeren bij lindeveen in oost",), ("16 februari 2027",), ("12 januari",)),
    (("Was kostet der Kurs Palliativpflege bei Lindeveen für Externe?",), ("240",), ("120",)),
    (("I want to paint with watercolours at Ossekamp, I am a beginner. What does it cost?",), ("96",), ("104",)),
    (("wat kots pottenbakken bij ossekamp",), ("132",), ("96",)),
    # what entry asks, until when, how many
    (("Hoe oud moet je zijn voor rijbewijs BE bij Brummelhuis?",), ("18 jaar",), ("16 jaar",)),
    (("Tot welke dag kan ik me opgeven voor sondevoeding bij Lindeveen?",), ("13 januari 2027",), ("20 januari",)),
    (("Van wie heb ik toestemming nodig voor sondevoeding bij Lindeveen?",), ("teamleider",), ()),
    (("Hoeveel punten krijg ik voor palliatieve zorg thuis bij Lindeveen?",), ("6",), ()),
    (("What do I need before I can start extrusion level 1 at Kraftwiese?",), ("3 months",), ()),
    (("How many places are left in extrusion level 1 at Kraftwiese?",), ("2",), ("seats: 4",)),
    (("What is the last day to enrol for extrusion level 2 at Kraftwiese?",), ("19 maart 2027",), ("12 februari",)),
    (("Hoeveel uur code 95 levert Bandenspanning op bij Brummelhuis?",), ("7 uur",), ()),
    # what stands below the table
    (("I failed the theory exam at Brummelhuis for Taxipas theorie, what does it cost to try again?",), ("48",), ("310",)),
    (("Ik ben ziek en kan niet komen naar rijbewijs BE van Brummelhuis, wat nu?",), ("48 uur", "betaalt u de les"), ()),
    (("Kan ik keramiek bij Ossekamp in termijnen betalen?",), ("2 termijnen",), ()),
    (("Is er les in de herfstvakantie bij keramiek van Ossekamp?",), ("Geen les",), ()),
    # a talk
    (("Wanneer is de tractorcursus in Rijssen bij Brummelhuis?", "en in Wierden?"), ("20 maart 2027",), ("10 maart",)),
    (("Wanneer is reanimatie bij Lindeveen in Oost?", "en die in Lindeveen"), ("12 januari 2027",), ("16 februari",)),
    (("Wat kost Engels A1 bij Ossekamp?", "en in de A2?"), ("115",), ("110",)),
    (("Wat kost Engels A1 bij Ossekamp?", "en de cursus daarna?"), ("115",), ("110",)),
    (("When does extrusion level 1 start at Kraftwiese?", "And for the next level?"), ("5 April 2027",), ("1 March",)),
    (("Is there a place left in overhead crane basics in Gronau at Kraftwiese?",), ("waiting list",), ("3",)),
]  # fmt: skip


@pytest.mark.parametrize(("messages", "told", "withheld"), ASKED, ids=[one[0][-1] for one in ASKED])
def test_a_question_is_answered_from_the_row_that_is_meant(
    chain: AnswerChain, messages: tuple[str, ...], told: tuple[str, ...], withheld: tuple[str, ...]
) -> None:
    answer = talk(chain, *messages)
    assert says(answer, told, withheld), answer.text


REFUSED = [
    # a course that the school does not have, and what its table does not say
    ("Was kostet der Gitarrenkurs bei Ossekamp?", ("96", "132", "110")),
    ("Wat kost de vrachtwagenopleiding bij Brummelhuis?", ("680", "540", "120")),
    ("Hoeveel uur code 95 levert rijbewijs BE op bij Brummelhuis?", ("7 uur",)),
    ("Wie geeft sondevoeding bij Lindeveen?", ("90",)),
    ("Wat kost leren breien bij Ossekamp?", ("96", "132")),
]


@pytest.mark.parametrize(("message", "withheld"), REFUSED, ids=[one[0] for one in REFUSED])
def test_what_the_table_does_not_say_is_not_answered_from_another_row(
    chain: AnswerChain, message: str, withheld: tuple[str, ...]
) -> None:
    answer = talk(chain, message)
    assert answer.outcome is not Outcome.ANSWERED, answer.text
    assert says(answer, (), withheld), answer.text
