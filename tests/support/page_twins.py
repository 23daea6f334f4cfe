"""In-memory twins of what the page talks to: sources, kept conversations, and an assistant with a script."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from PIL import Image, ImageDraw

from assistant.interface.seam import LibraryStatus, PassageView
from assistant.types import (
    Answer,
    AnswerEvent,
    Citation,
    Finished,
    Language,
    LeftOut,
    Outcome,
    Question,
    Sentence,
    SentenceKind,
    SentenceReady,
    SourcesFound,
    Turn,
    Writing,
)
from knowledge.types import Audience, Hit, Locator, LocatorKind, Passage, Source, SourceKind

FUND_PAGE = (
    "Financiering van het programma\n\nHet programma loopt van 2023 tot en met 2028. "
    "Uit het Nationaal Groeifonds ontvangt TechOost 9 miljoen euro. "
    "De regio legt zelf 4,5 miljoen euro bij.\n\n"
    "Het geld gaat naar leerlijnen, docenten en praktijkruimtes. "
    "De penvoerder legt elk jaar verantwoording af."
)
FUND_SENTENCE = "Uit het Nationaal Groeifonds ontvangt TechOost 9 miljoen euro."
REGION_SENTENCE = "De regio legt zelf 4,5 miljoen euro bij."
ADMISSION_PAGE = (
    "Toelating tot het hbo\n\nMet een diploma van mbo-niveau 4 mag je naar het hbo. "
    "Sommige opleidingen vragen ook een vakkenpakket."
)
ADMISSION_SENTENCE = "Met een diploma van mbo-niveau 4 mag je naar het hbo."


def citation_of(number: int, view: PassageView, passage_id: str, quote: str) -> Citation:
    """Cite `quote`, which stands in the text of `view`, at its exact place."""
    start = f"{view.before}{view.passage}{view.after}".index(quote) + view.start - len(view.before)
    return Citation(
        number=number,
        source_id=view.source_id,
        passage_id=passage_id,
        title=view.title,
        locator=view.locator,
        quote=quote,
        url=view.url,
        page_number=view.page_number,
        start=start,
        end=start + len(quote),
        as_of=view.as_of,
    )


def view_of(page: str, passage: str, source_id: str, title: str, *, has_picture: bool) -> PassageView:
    """Return `passage`, which stands in `page`, in its surroundings."""
    start = page.index(passage)
    return PassageView(
        source_id=source_id,
        title=title,
        publisher="Voorbeelduitgever",
        url=f"https://www.voorbeeld.nl/{source_id}",
        as_of="2024",
        locator="pagina 3" if has_picture else "paragraaf Toelating",
        heading_path=("Programma", "Financiering") if has_picture else ("Toelating",),
        before=page[:start],
        passage=passage,
        after=page[start + len(passage) :],
        start=start,
        language="nl",
        page_number=3 if has_picture else 1,
        has_picture=has_picture,
    )


def hit_of(view: PassageView, passage_id: str) -> Hit:
    """Return what a retriever would find for `view`."""
    source = Source(
        view.source_id,
        "1",
        "a.md",
        view.title,
        SourceKind.DOCUMENT,
        "text/markdown",
        "nl",
        Audience.PUBLIC,
        "0",
    )
    locator = Locator(LocatorKind.PAGE, view.page_number)
    passage = Passage(
        passage_id,
        view.source_id,
        "1",
        0,
        view.heading_path,
        locator,
        view.passage,
        1,
        0,
        len(view.passage),
        "nl",
    )
    return Hit(passage, source, 1.0)


class SourcesInMemory:
    """Keeps views by passage id; `staff_only` names the ids that the public may not see."""

    def __init__(self, views: Mapping[str, PassageView], staff_only: frozenset[str] = frozenset()) -> None:
        self.views, self.staff_only = dict(views), staff_only
        self.pictures_asked: list[tuple[str, int, str]] = []

    def passage_view(self, passage_id: str, audience: Audience) -> PassageView | None:
        """Return the view, or None."""
        if passage_id in self.staff_only and audience is not Audience.STAFF:
            return None
        return self.views.get(passage_id)

    def page_picture(self, source_id: str, page_number: int, quote: str, audience: Audience) -> bytes | None:
        """Draw a page with the quote on a yellow band."""
        self.pictures_asked.append((source_id, page_number, quote))
        picture = Image.new("RGB", (620, 300), "white")
        draw = ImageDraw.Draw(picture)
        draw.rectangle((40, 130, 580, 165), fill="#ffe680")
        draw.text((50, 140), quote, fill="black")
        buffer = io.BytesIO()
        picture.save(buffer, "PNG")
        return buffer.getvalue()

    def library_status(self) -> LibraryStatus:
        """Count the views."""
        documents = len({view.source_id for view in self.views.values()})
        return LibraryStatus(documents, len(self.views), date(2026, 11, 14))


@dataclass
class ConversationsInMemory:
    """Keeps turns by session id."""

    kept: dict[str, tuple[Turn, ...]] = field(default_factory=dict)

    def save(self, session_id: str, turns: tuple[Turn, ...]) -> None:
        """Replace what is kept."""
        self.kept[session_id] = turns

    def load(self, session_id: str) -> tuple[Turn, ...]:
        """Return what is kept."""
        return self.kept.get(session_id, ())

    def delete(self, session_id: str) -> None:
        """Forget."""
        self.kept.pop(session_id, None)


class ScriptedAssistant:
    """Streams the answer whose key is in the question, with a real pause before each event.

    `gate`, when given, is waited for after the first event: a test decides when the answer goes on.
    """

    def __init__(self, answers: Mapping[str, Answer], hits: tuple[Hit, ...], pause: float = 0.02) -> None:
        self.answers, self.hits, self.pause = dict(answers), hits, pause
        self.questions: list[Question] = []
        self.closed = threading.Event()
        self.gate: threading.Event | None = None
        self._clock = threading.Event()

    def stream(self, question: Question) -> Iterator[AnswerEvent]:
        """Yield sources, words, sentences and the answer."""
        self.questions.append(question)
        answer = next((a for key, a in self.answers.items() if key in question.text), self.answers[""])
        try:
            self._wait()
            yield SourcesFound(self.hits if answer.citations else ())
            if self.gate:
                self.gate.wait(timeout=20)
            for sentence in answer.sentences:
                for word in sentence.text.split(" "):
                    self._wait()
                    yield Writing(word + " ")
                cited = tuple(c for c in answer.citations if c.number in sentence.citations)
                yield SentenceReady(sentence, cited)
            yield Finished(answer)
        finally:
            self.closed.set()

    def invoke(self, question: Question) -> Answer:
        """Return the answer of the last event."""
        *_, last = self.stream(question)
        assert isinstance(last, Finished)
        return last.answer

    def _wait(self) -> None:
        self._clock.wait(self.pause)


def demonstration(pause: float = 0.02) -> tuple[ScriptedAssistant, SourcesInMemory]:
    """Return an assistant and sources that know about one fund and one admission rule."""
    fund = view_of(
        FUND_PAGE, f"{FUND_SENTENCE} {REGION_SENTENCE}", "programma", "Programma TechOost", has_picture=True
    )
    admission = view_of(
        ADMISSION_PAGE, ADMISSION_SENTENCE, "toelating", "Toelating tot het hbo", has_picture=False
    )
    secret = replace(fund, title="Vertrouwelijk stuk", source_id="geheim")
    views = {"programma#3": fund, "toelating/1": admission, "geheim#1": secret}
    first = citation_of(1, fund, "programma#3", FUND_SENTENCE)
    second = citation_of(2, fund, "programma#3", REGION_SENTENCE)
    third = citation_of(1, admission, "toelating/1", ADMISSION_SENTENCE)
    answers = {
        "TechOost": Answer(
            Outcome.ANSWERED,
            Language.DUTCH,
            (
                Sentence("Dit staat in het programma:", SentenceKind.LEAD, "nl"),
                Sentence(FUND_SENTENCE, SentenceKind.QUOTE, "nl", (1,)),
                Sentence("De regio betaalt daarnaast 4,5 miljoen euro.", SentenceKind.WORDED, "nl", (2,)),
            ),
            (first, second),
            left_out=(LeftOut("Het is 12 miljoen.", "Het bedrag staat niet in de bron."),),
            searched=("Programma TechOost", "Jaarverslag"),
            follow_ups=("Mag ik met mbo-4 naar het hbo?", "Waar gaat het geld naartoe?"),
        ),
        "hbo": Answer(
            Outcome.ANSWERED,
            Language.DUTCH,
            (Sentence(ADMISSION_SENTENCE, SentenceKind.QUOTE, "nl", (1,)),),
            (third,),
        ),
        "bachelor": Answer(
            Outcome.ANSWERED,
            Language.ENGLISH,
            (
                Sentence("This is what the source says:", SentenceKind.LEAD, "en"),
                Sentence(ADMISSION_SENTENCE, SentenceKind.QUOTE, "nl", (1,)),
            ),
            (third,),
        ),
        "": Answer(
            Outcome.REFUSED,
            Language.DUTCH,
            (Sentence("Dat kan ik niet in de bronnen vinden.", SentenceKind.NOTICE, "nl"),),
            searched=("Programma TechOost", "Toelating tot het hbo"),
        ),
    }
    hits = (hit_of(fund, "programma#3"), hit_of(admission, "toelating/1"))
    return ScriptedAssistant(answers, hits, pause), SourcesInMemory(views, frozenset({"geheim#1"}))
