"""Write a folder of PDFs that look like Dutch programme guides, the same for the same seed.

    python benchmarks/generate_pdfs.py FOLDER --files 100 --pages 20 --seed 1

Each page has a running head, a page number, a heading, paragraphs cut to lines and a small table,
about 2,500 characters in all; each file has an outline and page labels. Written by hand (ISO 32000-1),
so that no PDF library is needed.
"""

from __future__ import annotations

import argparse
import random
import textwrap
import zlib
from pathlib import Path

VOCABULARY = """
    de het een en van in op met voor bij door naar opleiding student techniek mechatronica
    werktuigbouwkunde regio Twente Achterhoek Zwolle bedrijf praktijk leren werken stage diploma
    mbo-4 hbo-ict niveau toelating kosten jaar maanden uren certificaat docent mkb
    energietransitie robotica lassen meten programmeren installatie zorgtechnologie onderzoek
    samenwerking beroepsonderwijs arbeidsmarkt subsidie regeling aanvraag voorwaarden financiële
    coördinator reünie
"""
WORDS = VOCABULARY.split()
LINES, WIDTH = 36, 78


def sentence(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(7, 18))).capitalize() + "."


def literal(text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return b"(" + escaped.encode("cp1252", "replace") + b")"


def text_at(x: float, y: float, size: int, text: str, font: str = "F1") -> bytes:
    return b"BT /%s %d Tf %.1f %.1f Td %s Tj ET\n" % (font.encode(), size, x, y, literal(text))


def page_content(chance: random.Random, number: int, pages: int) -> tuple[str, bytes]:
    """Return the title of a page and its content stream."""
    title = " ".join(chance.choices(WORDS[16:], k=3)).capitalize()
    parts = [
        text_at(60, 810, 9, "Studiegids techniek Oost-Nederland 2026-2027"),
        text_at(60, 770, 16, title, "F2"),
    ]
    y, lines = 740.0, 0
    while lines < LINES:
        paragraph = textwrap.wrap(" ".join(sentence(chance) for _ in range(chance.randint(3, 6))), WIDTH)
        for line in paragraph:
            parts.append(text_at(60, y, 10, line))
            y -= 13
        lines += len(paragraph)
        y -= 8
    for cells in (
        ("Opleiding", "Niveau", "Kosten"),
        *(
            (chance.choice(WORDS[16:]), f"mbo-{chance.randint(2, 4)}", f"€ {chance.randint(1, 9)}00")
            for _ in range(4)
        ),
    ):
        parts += [text_at(60 + 160 * index, y, 10, cell) for index, cell in enumerate(cells)]
        y -= 13
    parts.append(text_at(290, 30, 9, f"Pagina {number} van {pages}"))
    return title, b"".join(parts)


def build(seed: int, pages: int) -> bytes:
    """Return one PDF."""
    chance = random.Random(seed)
    first, outline = 5, 5 + 2 * pages
    kids = b" ".join(b"%d 0 R" % (first + 2 * index) for index in range(pages))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Lang(nl-NL)/Outlines %d 0 R/PageLabels<</Nums[0<</S/D>>]>>>>" % outline,
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, pages),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>",
    ]
    entries = []
    for index in range(pages):
        title, content = page_content(chance, index + 1, pages)
        packed = zlib.compress(content)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % (first + 2 * index + 1)
        )
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed))
        if index % 10 == 0:
            entries.append((title, first + 2 * index))
    last = outline + len(entries)
    objects.append(
        b"<</Type/Outlines/First %d 0 R/Last %d 0 R/Count %d>>" % (outline + 1, last, len(entries))
    )
    for position, (title, page) in enumerate(entries, start=outline + 1):
        following = b"/Next %d 0 R" % (position + 1) if position < last else b""
        objects.append(
            b"<</Title%s/Parent %d 0 R/Dest[%d 0 R/Fit]%s>>" % (literal(title), outline, page, following)
        )
    return written(objects)


def written(objects: list[bytes]) -> bytes:
    """Return numbered objects as a file with a cross-reference table."""
    body, offsets = bytearray(b"%PDF-1.5\n"), []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(body)
    body += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    body += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    body += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(body)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    for index in range(options.files):
        data = build(options.seed * 1_000_003 + index, options.pages)
        (options.folder / f"studiegids-{index:04}.pdf").write_bytes(data)
    print(f"{options.files} files of {options.pages} pages in {options.folder} (seed {options.seed})")


if __name__ == "__main__":
    main()
