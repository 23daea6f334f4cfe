"""Office packages (zip): count what really comes out before a library opens one."""

from __future__ import annotations

import io
import zipfile
import zlib

from knowledge.parsing.received import ReceivedFile

INFLATED_BYTES = 128 * 1024 * 1024
"""What a package may inflate to. A Word file of 1,000 pages holds about 10 MB of XML; its tree in
memory takes about four times its text, so more would not fit under the memory cap either."""
_CHUNK = 1 << 16


def check_package(received: ReceivedFile) -> None:
    """Refuse a package that is a bomb, damaged, encrypted or declares entities.

    Sizes are counted while inflating: the ones in the headers can lie. ECMA-376 (part 2, 8.1.4)
    forbids document type declarations, so nothing honest is refused with them.
    """
    inflated = 0
    try:
        with zipfile.ZipFile(io.BytesIO(received.data)) as package:
            for member in package.infolist():
                if member.flag_bits & 0x1:
                    raise received.refusal("Het bestand heeft een wachtwoord.", "Haal het wachtwoord eraf.")
                if not member.filename.endswith((".xml", ".rels")):
                    continue
                with package.open(member) as stream:
                    head = stream.read(_CHUNK)
                    _refuse_entities(received, head)
                    size = len(head)
                    while chunk := stream.read(_CHUNK):
                        size += len(chunk)
                        if inflated + size > INFLATED_BYTES:
                            raise _bomb(received)
                    inflated += size
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        raise received.refusal(
            "Het bestand is afgekapt of beschadigd.", "Download of kopieer het opnieuw."
        ) from error


def _bomb(received: ReceivedFile) -> Exception:
    megabytes = INFLATED_BYTES // (1024 * 1024)
    return received.refusal(
        f"Uitgepakt is het groter dan {megabytes} MB; het lijkt een zipbom.",
        "Vertrouw je de afzender, deel het document dan op in kleinere delen.",
    )


def _refuse_entities(received: ReceivedFile, head: bytes) -> None:
    narrow = head.replace(b"\x00", b"")
    if b"<!DOCTYPE" in narrow or b"<!ENTITY" in narrow:
        raise received.refusal(
            "Er staan XML-entiteiten in; die horen niet in een Office-bestand en kunnen een bom zijn.",
            "Open het in Word of Excel en bewaar het opnieuw.",
        )
