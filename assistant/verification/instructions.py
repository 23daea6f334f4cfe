"""Recognise text in a source that talks to a model instead of to a reader.

Such a passage is kept from the model, and not quoted either: an instruction it never reads it cannot obey, and
a sentence that the instruction asks for cannot lean on it. People still find the document among the sources.
"""

from __future__ import annotations

import base64
import binascii
import re
import unicodedata
from functools import lru_cache

from assistant.verification.lexicon import folded, without_invisible
from knowledge.types import Hit

_LOOKALIKES = str.maketrans("аеорсухіӏјѕԁɡαεορικνυτ013457@$", "aeopcyxiljsdgaeopiknutoieasta" + "s")
"""Cyrillic and Greek letters and digits that pass for Latin ones."""

_NOUN = (
    r"(?:instructi|opdracht|regel|aanwijzing|richtlijn|instruction|rule|prompt|directive|guideline|context|anweisung|"
    r"vorgabe|anleitung|richtlinie|bron|source|quelle)"
)
_MODEL = (
    r"(?:taalmodel|language model|sprachmodell|llm|chatbot|ai|a\.i\.|ki|ai[- ]?(?:system|systeem|systemen|systems|assist|model)\w*|"
    r"ki[- ]?(?:system|modell|assist)\w*|bot|gpt|assistent|assistant)(?:s|en|e|n|le)?"
)
_THE = r"(?:de |het |the |das |die |den |dem |der |alle |all |any |een |a |an |ein |eine |einen )?"
_TELL = (
    r"(?:zeg|antwoord|schrijf|vermeld|meld|noem|beweer|vertel|herhaal|beloof|geef|verwijs|voeg|stuur|toon)"
)
_TELL_ENGLISH = (
    r"(?:say|answer|respond|reply|state|tell|write|output|claim|repeat|mention|print|include|promise|give)"
)
_TELL_GERMAN = (
    r"(?:sag|sage|antworte|schreib|schreibe|behaupte|gib|nenne|nenn|wiederhole|verweise|fuge|teile)"
)
_PATTERNS = re.compile(
    "|".join(
        (
            rf"\b(?:negeer|vergeet|overtreed|ignore|disregard|forget|override|bypass|ignorier|vergiss|missacht)\w*\b.{{0,60}}\b{_NOUN}",
            r"\b(?:nieuwe?|new|neue|updated|geheime|secret) (?:systeem|system)?-?(?:instructi|opdracht voor|aanwijzing|instruction|prompt|directive|anweisung|vorgabe)",
            r"\bvergeet .{0,30}\bhierboven|\b(?:override|overschrijf|uberschreibe)\s*:",
            r"\b(?:system|systeem|developer|entwickler|ontwikkelaar) ?-?(?:prompt|bericht|message|nachricht|modus|mode|:)|\b(?:assistent|assistant)\s*:",
            r"<\|?/?\s*(?:im_start|im_end|system|assistant|user|endoftext|inst)|\[/?inst\]|###? ?(?:system|instruction|assistant)",
            r"\b(?:je bent|jij bent|u bent|you are|du bist|act as|gedraag je als) (?:nu|now|jetzt|een ai|an ai|eine ki|a |de assistent|the assistant|een assistent|vanaf)",
            r"\b(?:doe alsof|pretend|tu so,? als|spiel die rolle)\b",
            rf"\b{_TELL} (?:dan |hier )?(?:dat|altijd|alleen|uitsluitend|letterlijk|met|als antwoord|in je antwoord|in plaats daarvan|(?:tegen |aan )?de (?:gebruiker|lezer)|in elk antwoord)\b",
            rf"\b{_TELL_ENGLISH} (?:that|always|only|exactly|with|the following|as answer|(?:to )?the (?:user|reader)|in your answer|people the)\b",
            rf"\b{_TELL_GERMAN},? (?:dass|immer|nur|aus,? dass|ausschliesslich|genau|mit|dem (?:nutzer|leser)|den (?:nutzer|leser)|stattdessen)\b",
            r"\b(?:de gebruiker|the user|der nutzer|dem nutzer)\b.{0,40}\b(?:dat je|that you|dass du|vertel|geef|give|tell)\b",
            rf"\b(?:aan|to|an|voor|for|fur|beste|dear|liebe|lieber|hallo|hello|note to|hinweis fur|let op,?|achtung,?|attention,?) {_THE}{_MODEL}\b\s*[:,.!]",
            rf"\b(?:aan|to|an|beste|dear|lieber) {_THE}(?:taalmodel|language model|sprachmodell|llm|chatbot|ai|ki)\b",
            rf"\b(?:als je|if you are|wenn du|wie dit leest) .{{0,20}}\b{_MODEL}\b",
            rf"\b{_MODEL}\b.{{0,40}}\b(?:moet|must|should|soll|muss|dient)\b.{{0,20}}\b(?:noemen|zeggen|vermelden|mention|say|state|nennen|sagen)",
            r"\b(?:wie|whoever|anyone who|wer) .{0,30}\b(?:samenvat|summari[sz]es?|zusammenfasst|als ai leest)\b",
            r"\b(?:when|bij het|beim) (?:answering|summari[sz]ing|beantwoorden|samenvatten|antworten|zusammenfassen)\b",
            r"\b(?:in|onder|under|unter|an) (?:je|jouw|your|deiner?|deine) (?:antwoord|answer|reply|antwort)\b|\b(?:die je moet noemen|ist zu nennen|zu nennen ist|als frist ist)\b",
            r"\b(?:voeg|add|fug\w*|insert|plaats (?:een|de|deze|dit|hier)|include)\b.{0,40}\b(?:link|url|afbeelding|image|bild|http)",
            r"\bbron (?:hieronder|hierboven) niet gebruiken|\b(?:geef|noem) geen bronnen|\bcite no sources",
            r"!\[[^\]]*\]\(https?:",
        )
    ),
    re.DOTALL,
)
_MIXED = re.compile(r"[^\W\d_]*(?:[\u0370-\u04ff@$]|(?<=[^\W\d_])\d|\d(?=[^\W\d_]))[\w@$]*")
"""A word with Greek or Cyrillic letters, or with digits among its letters."""
_SPACED = re.compile(r"\b\w[ .\-_]\w[ .\-_]\w\b")
_RUN = re.compile(r"\b\w(?:[ .\-_]\w\b)+")
"""Letters that stand apart."""

_ENCODED = re.compile(r"[A-Za-z0-9+/]{24,}={0,2}")


def talks_to_model(hit: Hit) -> bool:
    """Say whether a retrieved passage, its headings, or the title of its document give orders to a model.

    Nothing of such a passage is answered with: what stands beside an order may be what it orders.
    """
    return is_instructing(f"{hit.source.title}\n{' '.join(hit.passage.heading_path)}\n{hit.passage.text}")


@lru_cache(maxsize=4096)
def is_instructing(text: str) -> bool:
    """Say whether `text`, or what is encoded in it, gives orders to a model (Dutch, English, German)."""
    return any(_PATTERNS.search(form) for form in _forms(text))


def _forms(text: str) -> list[str]:
    """Return `text` as a model may read it: folded, with lookalikes replaced, letters joined, base64 decoded."""
    compatible = unicodedata.normalize("NFKC", without_invisible(text))
    forms = [folded(compatible)]
    if _MIXED.search(forms[0]):
        forms.append(_MIXED.sub(lambda match: match[0].translate(_LOOKALIKES), forms[0]))
    if _SPACED.search(forms[0]):
        forms.append(_RUN.sub(_joined, forms[0]))
    for match in _ENCODED.finditer(compatible):
        try:
            decoded = base64.b64decode(match[0] + "=" * (-len(match[0]) % 4), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            continue
        forms.append(folded(decoded))
    return [" ".join(form.split()) for form in forms]


def _joined(match: re.Match[str]) -> str:
    """Return spaced letters as a word, and without the first too: a single letter in front may be a word of its own."""
    letters = re.sub(r"[ .\-_]", "", match[0])
    return f"{letters} {letters[1:]}" if len(letters) > MOST_INITIALS else letters


MOST_INITIALS = 4
"""Letters apart that are as likely to be initials."""
