"""Recognise text in a source that talks to a model instead of to a reader.

Such a passage is kept from the model: an instruction it never reads it cannot obey, and a sentence that
the instruction asks for cannot lean on it. People still find the passage, as a quote with its source.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata

from assistant.verification.lexicon import folded, without_invisible

_LOOKALIKES = str.maketrans("аеорсухіӏјѕԁɡαεορικνυτ013457@$", "aeopcyxiljsdgaeopiknutoieasta" + "s")
"""Cyrillic and Greek letters and digits that pass for Latin ones."""

_NOUN = r"(?:instructie|opdracht|regel|aanwijzing|instruction|rule|prompt|directive|anweisung|regel|vorgabe|anleitung|guideline|context|bron|source|quelle)"
_PATTERNS = re.compile(
    "|".join(
        (
            rf"\b(?:negeer|vergeet|overtreed|ignore|disregard|forget|override|bypass|ignoriere?|vergiss|missachte)\w*\b.{{0,60}}\b{_NOUN}",
            rf"\b(?:nieuwe|new|neue|updated|geheime|secret)\w* (?:systeem|system)?-?{_NOUN}",
            r"\b(?:system|systeem|developer|assistant) ?(?:prompt|bericht|message|nachricht|:)",
            r"<\|?/?\s*(?:im_start|im_end|system|assistant|user|endoftext|inst)|\[/?inst\]|###? ?(?:system|instruction|assistant)",
            r"\b(?:je bent|jij bent|u bent|you are|du bist|act as|gedraag je als|doe alsof|pretend|spiel) (?:nu|now|jetzt|een ai|an ai|eine ki|a |de assistent|the assistant|een assistent|vanaf)",
            r"\b(?:zeg|antwoord|schrijf|vermeld|meld|noem|beweer) (?:dat|altijd|alleen|uitsluitend|letterlijk|met|tegen|als antwoord|in je antwoord|aan de (?:gebruiker|lezer))\b",
            r"\b(?:say|answer|respond|reply|state|tell the user|write|output|claim) (?:that|always|only|exactly|with|the following|as answer)\b",
            r"\b(?:sag|sage|antworte|schreibe?|behaupte|gib) (?:dass|immer|nur|ausschliesslich|genau|mit|dem nutzer)\b",
            r"\b(?:aan|to|an) (?:de |the |das |die |alle |any )?(?:taalmodel|language model|sprachmodell|ai|ki|llm|chatbot|assistent|assistant)\b",
            r"\b(?:taalmodel|language model|sprachmodell|llm|chatbot)\w*\b.{0,40}\b(?:moet|must|should|soll|muss|dient)\b",
            r"\b(?:voeg|add|fuge|insert|plaats|include)\b.{0,40}\b(?:link|url|afbeelding|image|bild|http)",
            r"!\[[^\]]*\]\(https?:",
        )
    ),
    re.DOTALL,
)
_ENCODED = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")


def is_instructing(text: str) -> bool:
    """Say whether `text`, or what is encoded in it, gives orders to a model (Dutch, English, German)."""
    return any(_PATTERNS.search(form) for form in _forms(text))


def _forms(text: str) -> list[str]:
    """Return `text` as a model may read it: folded, with lookalikes replaced, letters joined, base64 decoded."""
    compatible = unicodedata.normalize("NFKC", without_invisible(text))
    forms = [folded(compatible)]
    forms.append(forms[0].translate(_LOOKALIKES))
    forms.append(re.sub(r"\b(\w)[ .\-_](?=\w\b)", r"\1", forms[0]))
    for match in _ENCODED.finditer(compatible):
        try:
            decoded = base64.b64decode(match[0] + "=" * (-len(match[0]) % 4), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
        forms.append(folded(decoded))
    return [" ".join(form.split()) for form in forms]
