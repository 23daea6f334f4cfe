"""Errors for the person who must mend them: what was found, what was expected, what to do.

The sentences are Dutch, the language of the people who keep a library; they name the file and the
cure. Vendor errors are translated into these at the seam, with ``from error``.
"""

from __future__ import annotations

from pathlib import Path


class KnowledgeError(Exception):
    """Something in the knowledge base stands in the way; the message says what to do."""


class SettingError(KnowledgeError):
    """An environment variable or flag holds a value that cannot be used."""

    def __init__(self, name: str, found: str, expected: str) -> None:
        self.name, self.found, self.expected = name, found, expected
        super().__init__(
            f"De instelling {name} is {found!r}; verwacht wordt {expected}. Pas {name} aan of laat hem weg."
        )


class UnreadableFileError(KnowledgeError):
    """A file cannot be read as a document. `reason` says what was found, `cure` what to do."""

    def __init__(self, file_name: str, reason: str, cure: str) -> None:
        self.file_name, self.reason, self.cure = file_name, reason, cure
        super().__init__(f"{file_name}: {reason} {cure}")


class StoreBusyError(KnowledgeError):
    """Another process is building the index of the same home folder."""

    def __init__(self, home: Path) -> None:
        self.home = home
        super().__init__(
            f"Er wordt al een index gebouwd in {home}. Er mag er maar een tegelijk bezig zijn; "
            "wacht tot die klaar is en start dan opnieuw."
        )


class DamagedDatabaseError(KnowledgeError):
    """The SQL database, which is the truth, cannot be read. It is never recreated on its own."""

    def __init__(self, path: str, found: str) -> None:
        self.path, self.found = path, found
        super().__init__(
            f"De database {path} is beschadigd ({found}). Er is niets overschreven. Zet een reservekopie "
            "terug, of verplaats het bestand en lees de documenten opnieuw in met `python ingest.py MAP`."
        )


class NewerSchemaError(KnowledgeError):
    """The database was written by a newer version of Leerwijzer."""

    def __init__(self, path: str, found: int, expected: int) -> None:
        self.path, self.found, self.expected = path, found, expected
        super().__init__(
            f"De database {path} heeft schemaversie {found}; deze versie van Leerwijzer kent {expected}. "
            "Werk Leerwijzer bij, of kies met LEERWIJZER_HOME een andere map."
        )


class DiskFullError(KnowledgeError):
    """The disk has no room left; what was stored before is intact."""

    def __init__(self, path: str) -> None:
        self.path = path
        super().__init__(
            f"Er is geen ruimte meer op de schijf van {path}. Wat al opgeslagen was, is nog heel. "
            "Maak ruimte vrij en start het inlezen opnieuw; het gaat verder waar het was."
        )


class DatabaseUnavailableError(KnowledgeError):
    """The SQL database cannot be opened, read or written now, though nothing says that it is damaged."""

    def __init__(self, path: str, found: str) -> None:
        self.path, self.found = path, found
        super().__init__(
            f"De database {path} is niet te gebruiken ({found}). Controleer of je er mag lezen en schrijven, "
            "of een databaseserver aanstaat, en of geen ander programma hem vasthoudt; probeer het dan opnieuw."
        )


class UnusableFolderError(KnowledgeError):
    """A folder of ours cannot be made, read or written."""

    def __init__(self, folder: Path, found: str) -> None:
        self.folder, self.found = folder, found
        super().__init__(
            f"De map {folder} is niet te gebruiken ({found}). Geef er lees- en schrijfrechten op, "
            "of kies met LEERWIJZER_HOME of --home een andere map."
        )


class VectorStoreError(KnowledgeError):
    """Chroma cannot open, read or write its folder or does not answer; `found` is what it said."""

    def __init__(self, place: str, found: str) -> None:
        self.place, self.found = place, found
        super().__init__(
            f"De vectoren in {place} zijn niet te gebruiken ({found}). De documenten zelf zijn nog heel; "
            "bouw de index opnieuw met `python ingest.py --rebuild`."
        )


class NoGenerationError(KnowledgeError):
    """There is no index yet."""

    def __init__(self, home: Path) -> None:
        self.home = home
        super().__init__(f"Er is nog geen index in {home}. Maak er een met `python ingest.py MAP`.")


class DamagedGenerationError(KnowledgeError):
    """An index generation failed its check; it can be rebuilt from the database."""

    def __init__(self, number: int, found: str) -> None:
        self.number, self.found = number, found
        super().__init__(
            f"Index-generatie {number} is beschadigd ({found}). De documenten zelf zijn nog heel; "
            "bouw de index opnieuw met `python ingest.py --rebuild`."
        )


class NothingToRollBackError(KnowledgeError):
    """There is no earlier generation to return to."""

    def __init__(self) -> None:
        super().__init__("Er is geen eerdere generatie bewaard om naar terug te gaan.")


class UnknownSourceError(KnowledgeError):
    """No source has the address or id that was asked for."""

    def __init__(self, asked: str, similar: tuple[str, ...] = ()) -> None:
        self.asked, self.similar = asked, similar
        hint = f" Bedoelde je {', '.join(similar)}?" if similar else ""
        super().__init__(
            f"Er is geen bron met adres of id {asked!r}.{hint} `python ingest.py --list` toont ze allemaal."
        )


class EmbedderMismatchError(KnowledgeError):
    """The generation was built with another embedder than the settings ask for."""

    def __init__(self, built_with: str, asked_for: str) -> None:
        self.built_with, self.asked_for = built_with, asked_for
        super().__init__(
            f"Deze index is gebouwd met {built_with}, de instellingen vragen {asked_for}. "
            "Draai `python ingest.py --rebuild`, of zet LEERWIJZER_EMBEDDER terug."
        )


class KeywordIndexError(KnowledgeError):
    """The keyword index of a generation cannot be used; it can be rebuilt from the database."""

    def __init__(self, folder: Path, found: str) -> None:
        self.folder, self.found = folder, found
        super().__init__(
            f"De zoekindex in {folder} is niet te gebruiken ({found}). De documenten zelf zijn nog heel; "
            "bouw de index opnieuw met `python ingest.py --rebuild`."
        )


class EmbedderUnavailableError(KnowledgeError):
    """The endpoint that makes vectors did not give them."""

    def __init__(self, embedder: str, found: str) -> None:
        self.embedder, self.found = embedder, found
        super().__init__(
            f"De dienst voor vectoren ({embedder}) antwoordde niet goed: {found}. Probeer het later opnieuw, "
            "of zet LEERWIJZER_EMBEDDER op domain om zonder dienst te werken."
        )


class UnknownRecordError(KnowledgeError):
    """No record has the id that was asked for."""

    def __init__(self, kind: str, asked: str) -> None:
        self.kind, self.asked = kind, asked
        super().__init__(
            f"Er is geen {kind} met id {asked!r}. `python -m knowledge {kind}s` toont ze; vergelijk twee tot vier."
        )


class UnknownPlaceError(KnowledgeError):
    """A place is not in the gazetteer."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(
            f"De plaats {asked!r} staat niet in de lijst met plaatsen. Noem een gemeente of grotere plaats."
        )


class UnusableRecordError(KnowledgeError):
    """A record of the catalogue does not have the shape of its kind. `found` names the field and what is wrong."""

    def __init__(self, kind: str, record: str, found: str) -> None:
        self.kind, self.record, self.found = kind, record, found
        super().__init__(f"{kind} {record!r}: {found}" if record else f"{kind}: {found}")
