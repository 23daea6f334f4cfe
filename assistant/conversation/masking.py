"""Takes out of a text what names a person: citizen service number, bank account, e-mail address, telephone number."""

from __future__ import annotations

import re

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b")
_NINE = re.compile(r"(?<![\d,.])\d(?:[ .-]?\d){8}(?![.,]?\d)")
_PHONE = re.compile(r"(?<![\d,.+])\+?\d(?:[ /()-]{0,2}\d){8,13}(?![.,]?\d)")


def masked(text: str) -> str:
    """Return `text` with each of these replaced by what it was, in square brackets.

    A citizen service number is told from other figures by its check (a Dutch BSN passes the eleven test).
    """
    text = _MAIL.sub("[e-mailadres]", text)
    text = _IBAN.sub("[rekeningnummer]", text)
    text = _NINE.sub(lambda found: "[BSN]" if _is_citizen_number(found[0]) else found[0], text)
    return _PHONE.sub(lambda found: "[telefoonnummer]" if _is_phone(found[0]) else found[0], text)


def _is_citizen_number(written: str) -> bool:
    digits = [int(char) for char in written if char.isdigit()]
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(digits) and sum(a * b for a, b in zip(weights, digits, strict=True)) % 11 == 0


def _is_phone(written: str) -> bool:
    """Say whether a run of digits is a Dutch number (ten digits from 0) or an international one."""
    digits = "".join(char for char in written if char.isdigit())
    if written.startswith(("+", "00")):
        return 10 <= len(digits) <= 14
    return len(digits) == 10 and digits.startswith("0")
