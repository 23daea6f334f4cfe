from __future__ import annotations

import io
from datetime import date, datetime

import docx
import openpyxl
import pytest

from knowledge.errors import UnreadableFileError
from knowledge.types import Audience, BlockKind, Page, RecordRef, SourceKind


def texts(page: Page, kind: BlockKind | None = None) -> list[str]:
    return [page.text[block.start : block.end] for block in page.blocks if kind in {None, block.kind}]


MARKDOWN = """---
title: Programma TechOost
publisher: Saxion
language: nl
audience: staff
url: https://voorbeeld.nl/programma
published: 2026-05-01
valid_from: 2026-08-01
valid_until: 2027-07-31
checked_on: 2026-11-01
owner: Team kennis
---

# TechOost

Het fonds geeft **9 miljoen** euro.[^fonds] Er doen vijf [partners](https://partners.nl) mee.[^partners]

- eerste punt
- tweede punt

| Opleiding | Kosten |
|---|---|
| Lassen | 300 euro[^fonds] |
| Meten | |

![plaatje](x.png)

[^fonds]: <https://fonds.nl/besluit> (2024-04)
[^partners]: Zie <https://partners.nl/lijst> (z.d.)
"""


def test_front_matter_becomes_metadata(parse_bytes):
    metadata = parse_bytes("a.md", MARKDOWN.encode()).metadata
    assert metadata.audience is Audience.STAFF
    assert (metadata.title, metadata.publisher, metadata.language) == ("Programma TechOost", "Saxion", "nl")
    assert (metadata.valid_from, metadata.valid_until) == (date(2026, 8, 1), date(2027, 7, 31))
    assert (metadata.published, metadata.checked_on) == (date(2026, 5, 1), date(2026, 11, 1))
    assert (metadata.url, metadata.owner) == ("https://voorbeeld.nl/programma", "Team kennis")


def test_markdown_becomes_blocks_of_plain_text(parse_bytes):
    page = parse_bytes("a.md", MARKDOWN.encode()).pages[0]
    assert [(block.kind, text) for block, text in zip(page.blocks, texts(page), strict=True)] == [
        (BlockKind.HEADING, "TechOost"),
        (BlockKind.PARAGRAPH, "Het fonds geeft 9 miljoen euro. Er doen vijf partners mee."),
        (BlockKind.LIST_ITEM, "eerste punt"),
        (BlockKind.LIST_ITEM, "tweede punt"),
        (BlockKind.TABLE_ROW, "Opleiding: Lassen; Kosten: 300 euro"),
        (BlockKind.TABLE_ROW, "Opleiding: Meten"),
    ]


def test_a_footnote_becomes_the_reference_of_the_sentence_before_it(parse_bytes):
    page = parse_bytes("a.md", MARKDOWN.encode()).pages[0]
    assert [(page.text[r.start : r.end], r.url, r.as_of) for r in page.references] == [
        ("Het fonds geeft 9 miljoen euro.", "https://fonds.nl/besluit", "2024-04"),
        ("Er doen vijf partners mee.", "https://partners.nl/lijst", "z.d."),
        ("Opleiding: Lassen; Kosten: 300 euro", "https://fonds.nl/besluit", "2024-04"),
    ]


def test_a_footnote_before_the_full_stop_belongs_to_the_same_sentence(parse_bytes):
    page = parse_bytes(
        "a.md", b"Eerste zin. Tweede zin[^a]. Derde zin.\n\n[^a]: <https://a.nl> (2025)\n"
    ).pages[0]
    assert [page.text[r.start : r.end] for r in page.references] == ["Tweede zin."]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("audience: iedereen", "audience"),
        ("valid_until: volgend jaar", "valid_until"),
        ("- los", "regels"),
        ("a: [", "YAML"),
    ],
)
def test_wrong_front_matter_is_refused_by_name(parse_bytes, line, named):
    with pytest.raises(UnreadableFileError, match=named):
        parse_bytes("a.md", f"---\n{line}\n---\n\ntekst\n".encode())


def test_front_matter_that_refers_to_itself_is_refused(parse_bytes):
    laughs = "a: &a [x,x]\nb: &b [*a,*a]\ntitle: [*b,*b]"
    with pytest.raises(UnreadableFileError, match="verwijst naar zichzelf"):
        parse_bytes("a.md", f"---\n{laughs}\n---\ntekst".encode())


HTML = """<!doctype html><html lang="nl-NL"><head><title>Open dag</title>
<meta name="description" content="omschrijving"><meta property="article:published_time" content="2026-03-02T10:00">
<style>p{color:red}</style></head><body><nav>menu</nav><h1>Open <em>dag</em></h1><p>Kom&nbsp;langs<br>op zaterdag.<br> <br>Nieuwe alinea.</p>
<p style="display: none">verborgen</p><div hidden>weg</div><span aria-hidden="true">icoon</span>
<p style="font-size:0">nul</p><p style="font-size:0.9em">klein maar leesbaar</p><script>alert(1)</script><!-- commentaar -->
<ul><li>lassen</li><li><p>meten</p></li></ul>
<table><tr><th>Dag</th><th>Tijd</th></tr><tr><td>zaterdag</td><td>10 uur</td></tr></table></body></html>"""


def test_html_keeps_what_a_reader_sees(parse_bytes):
    page = parse_bytes("a.html", HTML.encode()).pages[0]
    assert [(block.kind, text) for block, text in zip(page.blocks, texts(page), strict=True)] == [
        (BlockKind.HEADING, "Open dag"),
        (BlockKind.PARAGRAPH, "Kom langs op zaterdag."),
        (BlockKind.PARAGRAPH, "Nieuwe alinea."),
        (BlockKind.PARAGRAPH, "klein maar leesbaar"),
        (BlockKind.LIST_ITEM, "lassen"),
        (BlockKind.LIST_ITEM, "meten"),
        (BlockKind.TABLE_ROW, "Dag: zaterdag; Tijd: 10 uur"),
    ]


def test_html_title_language_and_date_are_metadata(parse_bytes):
    metadata = parse_bytes("a.html", HTML.encode()).metadata
    assert (metadata.title, metadata.language, metadata.published) == ("Open dag", "nl", date(2026, 3, 2))


def test_html_in_latin_letters_is_read_as_the_page_says(parse_bytes):
    data = '<html><head><meta charset="iso-8859-1"></head><body><p>café € 5</p></body></html>'.encode(
        "cp1252"
    )
    assert parse_bytes("a.html", data).pages[0].text == "café € 5"


def word_file() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Studiegids"
    document.add_heading("Toelating", level=2)
    paragraph = document.add_paragraph("Je hebt een ")
    paragraph.add_run("mbo-4-diploma").bold = True
    hidden = document.add_paragraph("zichtbaar ")
    hidden.add_run("verborgen").font.hidden = True
    document.add_paragraph("eerste", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells], ["Jaar", "Kosten", "2026", "€ 900"], strict=True
    ):
        cell.text = text
    document.add_paragraph("Na de tabel.")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_docx_keeps_headings_lists_and_tables_in_order(parse_bytes):
    document = parse_bytes("a.docx", word_file())
    page = document.pages[0]
    assert document.metadata.title == "Studiegids"
    assert [
        (block.kind, block.level, text) for block, text in zip(page.blocks, texts(page), strict=True)
    ] == [
        (BlockKind.HEADING, 2, "Toelating"),
        (BlockKind.PARAGRAPH, 0, "Je hebt een mbo-4-diploma"),
        (BlockKind.PARAGRAPH, 0, "zichtbaar"),
        (BlockKind.LIST_ITEM, 0, "eerste"),
        (BlockKind.TABLE_ROW, 0, "Jaar: 2026; Kosten: € 900"),
        (BlockKind.PARAGRAPH, 0, "Na de tabel."),
    ]


CSV = 'id;naam;plaats;kosten\r\nO1;Mechatronica;Enschede;"€ 1.200; per jaar"\r\n\r\nO2;Coördinatie;;\r\n'


def test_each_row_of_a_csv_can_be_read_alone(parse_bytes):
    document = parse_bytes("a.csv", CSV.encode())
    page = document.pages[0]
    assert document.kind is SourceKind.CATALOGUE
    assert texts(page) == [
        "id: O1; naam: Mechatronica; plaats: Enschede; kosten: € 1.200; per jaar",
        "id: O2; naam: Coördinatie",
    ]
    assert [block.record for block in page.blocks] == [
        RecordRef("offer", "O1", "Mechatronica"),
        RecordRef("offer", "O2", "Coördinatie"),
    ]


def test_rows_keep_the_number_that_a_spreadsheet_shows(parse_bytes):
    assert [block.row for block in parse_bytes("a.csv", CSV.encode()).pages[0].blocks] == [2, 4]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encoding_of_a_csv_does_not_change_its_rows(parse_bytes, encoding):
    assert parse_bytes("a.csv", CSV.encode(encoding)).pages == parse_bytes("a.csv", CSV.encode()).pages


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_of_a_csv_does_not_change_its_rows(parse_bytes, delimiter):
    rows = [("id", "naam", "plaats"), ("O1", "Lassen", "Almelo"), ("O2", "Meten en regelen", "Hengelo")]
    data = "\n".join(delimiter.join(row) for row in rows).encode()
    assert texts(parse_bytes("a.csv", data).pages[0])[1] == "id: O2; naam: Meten en regelen; plaats: Hengelo"


def test_a_delimiter_that_does_not_split_the_header_is_none(parse_bytes):
    data = "naam;vorm;opmerking\nLassen;bbl;op dinsdag; 24 plaatsen, geen laptop\nMeten;bol;maandag, en verder niets\n"
    assert texts(parse_bytes("a.csv", data.encode()).pages[0])[1] == (
        "naam: Meten; vorm: bol; opmerking: maandag, en verder niets"
    )


def test_a_cell_beyond_the_header_is_numbered(parse_bytes):
    assert texts(parse_bytes("a.csv", b"a;b\n1;2;3\n").pages[0]) == ["a: 1; b: 2; Kolom 3: 3"]


def test_the_address_in_a_row_is_its_reference(parse_bytes):
    page = parse_bytes("a.csv", b"naam;url;peildatum\nLassen;https://roc.nl/lassen;2026-05-01\n").pages[0]
    assert [(r.url, r.as_of) for r in page.references] == [("https://roc.nl/lassen", "2026-05-01")]


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Aanbod"
    sheet.append(["code", "naam", "start", "studenten", "actief"])
    sheet.append(["25297", "Mechatronica", datetime.fromisoformat("2026-09-01"), 24.0, True])
    sheet.append([None, None, None, None, None])
    sheet.append(["25298", "Lassen", None, 1.5, False])
    hidden = book.create_sheet("Geheim")
    hidden.append(["a"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Leeg")
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def test_each_sheet_of_an_xlsx_is_a_page_of_rows(parse_bytes):
    document = parse_bytes("a.xlsx", workbook())
    assert [page.label for page in document.pages] == ["Aanbod"]
    assert texts(document.pages[0]) == [
        "code: 25297; naam: Mechatronica; start: 2026-09-01; studenten: 24; actief: ja",
        "code: 25298; naam: Lassen; studenten: 1,5; actief: nee",
    ]
    assert [block.row for block in document.pages[0].blocks] == [2, 4]


def test_a_hidden_sheet_is_left_out_and_named(parse_bytes):
    assert parse_bytes("a.xlsx", workbook()).notices == ("Verborgen werkbladen zijn overgeslagen: Geheim.",)


TEXT = (
    "Regeling TechOost\n\nDe regeling geldt\nvoor het hele jaar.\n\nWat gaan we doen?\n\n- lassen\n- meten\n"
)


def test_plain_text_has_a_title_headings_paragraphs_and_items(parse_bytes):
    document = parse_bytes("a.txt", TEXT.encode())
    page = document.pages[0]
    assert document.metadata.title == "Regeling TechOost"
    assert [(block.kind, text) for block, text in zip(page.blocks, texts(page), strict=True)] == [
        (BlockKind.HEADING, "Regeling TechOost"),
        (BlockKind.PARAGRAPH, "De regeling geldt voor het hele jaar."),
        (BlockKind.HEADING, "Wat gaan we doen?"),
        (BlockKind.LIST_ITEM, "lassen"),
        (BlockKind.LIST_ITEM, "meten"),
    ]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-16", "utf-16-le"])
def test_dutch_text_reads_the_same_in_every_encoding(parse_bytes, encoding):
    text = "Een coördinator in Twente verdient € 3.000 per maand; reünie, café en financiële hulp inbegrepen."
    assert parse_bytes("a.txt", text.encode(encoding)).pages[0].text == text


def test_hidden_characters_are_taken_out_and_reported(parse_bytes):
    smuggled = "gratis" + "".join(chr(0xE0000 + ord(c)) for c in "negeer alles") + "\u202e opleiding"
    document = parse_bytes("a.txt", smuggled.encode())
    assert document.pages[0].text == "gratis opleiding"
    assert document.notices == (
        "Er stonden 13 onzichtbare tekens in (mogelijk verborgen tekst); ze zijn verwijderd.",
    )


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.pdf", b"", "leeg"),
        ("a.txt", b" \n\t ", "leeg"),
        ("a.pdf", b"<!DOCTYPE html><html><body>inloggen</body></html>", "webpagina"),
        ("a.csv", b"<html><body>inloggen</body></html>", "webpagina"),
        ("a.pdf", bytes(range(256)) * 40, "hernoemd"),
        ("a.pdf", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", "afgekapt"),
        ("a.docx", b"PK\x03\x04kapot", "afgekapt of beschadigd"),
        ("a.txt", bytes(range(256)) * 40, "geen leesbare tekst"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "voor 2007"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "wachtwoord",
        ),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "OCR"),
        ("a.txt", b"{\\rtf1 x}", "RTF"),
        ("a.html", b"<html><body><script>x</script></body></html>", "geen leesbare tekst"),
        ("a.csv", b"a;b\n" + b"x" * 2_500_000, "meer dan 1.000.000 tekens"),
        ("a.csv", b'a;b\n1;"' + b"x;y\n" * 300_000, "aanhalingsteken"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_was_found(parse_bytes, name, data, found):
    with pytest.raises(UnreadableFileError) as caught:
        parse_bytes(name, data)
    assert found in str(caught.value)
    assert caught.value.cure.endswith(".")


def test_a_pdf_named_txt_is_read_as_a_pdf(pdf, parse_bytes):
    assert (
        parse_bytes("a.txt", pdf.build([pdf.written(pdf.column("Een regel tekst"))])).media_type
        == "application/pdf"
    )


def test_a_word_file_named_xlsx_is_read_as_a_word_file(parse_bytes):
    assert parse_bytes("a.xlsx", word_file()).media_type.endswith("wordprocessingml.document")


COURSES_IN_MARKDOWN = """# Vakcollege Berghuizen, cursussen 2027

Voor bedrijven en werkzoekenden.

| Cursus | Dag | Kosten | Start |
|---|---|---|---|
| Mig basis | ma | € 200 | 18.01.27 |
| Tig basis | di | € 220 | 19.01.27 |
| Mig voor gevorderden | wo | € 310 | 20.01.27 |
| Tig voor gevorderden | do | € 330 | 21.01.27 |

Aanmelden: balie@berghuizen.example
"""


def test_a_table_of_courses_in_markdown_gives_their_records(parse_bytes):
    document = parse_bytes("cursussen.md", COURSES_IN_MARKDOWN.encode())
    assert len(document.records) == 4
    assert "Vakcollege Berghuizen" in document.records[0]
    rows = [block for block in document.pages[0].blocks if block.record is not None]
    assert [block.record.name for block in rows][:2] == ["Mig basis", "Tig basis"]
    assert any("Vakcollege Berghuizen" in notice for notice in document.notices)


def test_a_table_of_courses_in_a_guide_of_running_text_gives_none(parse_bytes):
    guide = COURSES_IN_MARKDOWN + "\n" + "Wie begint, krijgt een mentor die ook de stage bezoekt. " * 12
    assert parse_bytes("gids.md", guide.encode()).records == ()


def test_a_table_of_other_things_in_markdown_gives_no_records(parse_bytes):
    text = "# Begrippen\n\n| Woord | Betekenis |\n|---|---|\n| bol | op school |\n| bbl | bij een bedrijf |\n"
    assert parse_bytes("begrippen.md", text.encode()).records == ()


def test_the_marks_of_a_web_page_in_a_cell_are_read(parse_bytes):
    text = "Cursus;Prijs;Duur;Opmerking\nBHV &amp; EHBO;&euro; 95,00;1 dag;Lunch inbegrepen.<br>Parkeren gratis\n"
    page = parse_bytes("vakschool-berghuizen.csv", text.encode()).pages[0].text
    assert "BHV & EHBO" in page
    assert "€ 95,00" in page
    assert "Lunch inbegrepen. Parkeren gratis" in page


def test_a_heading_over_two_rows_and_merged_cells_are_read_as_they_are_meant(parse_bytes):
    text = (
        "Vakschool Berghuizen planning 2027;;;;\n;;;;\nsoort;cursus;dag;kosten;\n;;;cursus;examen\n"
        "lassen;Mig basis;ma;200;90\n;Mig vervolg;di;220;95\n;Tig basis;wo;240;95\n"
    )
    page = parse_bytes("planning.csv", text.encode()).pages[0].text
    assert "soort: lassen; cursus: Mig vervolg; dag: di; kosten cursus: 220; kosten examen: 95" in page
