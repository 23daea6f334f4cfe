"""What documents answer a message, and what is said where they do not: a refusal, or what records and rules say to it heard otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from assistant.answering import notice
from assistant.asked_otherwise import AskedOtherwise
from assistant.stages import Flow, Stages
from assistant.types import Outcome, Request
from assistant.understanding.leaning import naming, says_yes
from assistant.understanding.request import needs_what_was_said
from assistant.writing.asked_of_before import asks_of_before, lacks_of_before
from assistant.writing.kind_lacked import lacks_kind_asked
from assistant.writing.nearest import with_nearest
from assistant.writing.phrases import say
from assistant.writing.said_again import asks_of_now, asks_other_time, of_now, says_nothing_new
from assistant.writing.seam import Evidence, WritingEvent, Written
from assistant.writing.set_aside import of_set_aside


@dataclass(frozen=True)
class Documents:
    """Words what was found in documents. `otherwise` hears a message that they do not answer once more; None where nothing does."""

    stages: Stages
    otherwise: AskedOtherwise | None

    def events(self, flow: Flow, request: Request) -> Iterator[WritingEvent]:
        """Yield the events of a writer, last `Written`; a question that leans on nothing is asked back."""
        is_lost = needs_what_was_said(request) and not request.is_heard
        if is_lost or says_yes(request.question.text, request.language):
            yield notice(request.language, Outcome.ASKED_BACK, say(request.language, "ask_back"))
            return
        evidence = [Evidence(number, hit) for number, hit in enumerate(flow.hits, start=1)]
        refusals = self.stages.refusals
        gate = None
        if refusals is not None and not request.of_documents:
            gate = refusals.gate(request, self.stages.today())
        events: Iterable[WritingEvent] = self.stages.writer.write(request, evidence)
        is_other_time, is_of_before = asks_other_time(request), asks_of_before(request)
        if gate is not None or is_other_time or is_of_before:
            # nothing is shown before it is known to be about this field, that time, or the place or sum that was said before
            *_, last = events = list(events)
            if isinstance(last, Written) and is_of_before and lacks_of_before(request, last):
                yield self._refused(flow, request, replace(last, missing=(), nearest=None))
                return
            if isinstance(last, Written) and gate is not None and not gate.is_held_by(last):
                yield self._refused(flow, request, replace(last, missing=(), nearest=None))
                return
            if isinstance(last, Written) and is_other_time and says_nothing_new(request, last):
                bare = replace(last, missing=(), nearest=None)
                now = of_now(request, last, self.stages.today()) if asks_of_now(request) else None
                yield now or self._refused(flow, request, bare)
                return
        for event in events:
            if isinstance(event, Written) and event.outcome is Outcome.REFUSED:
                if request.of_documents:
                    noted = refusals.noted(request, self.stages.today()) if refusals is not None else None
                    nearest = event if event.nearest is None else with_nearest(event, event.nearest)
                    yield noted or nearest
                    continue
                refused = event if gate is None else replace(event, nearest=None)
                otherwise = self.otherwise.without_source(request) if self.otherwise else None
                told = otherwise or of_set_aside(request, flow.hits)
                yield told or self._refused(flow, request, refused, is_of_field=gate is None)
            else:
                yield event

    def _refused(
        self, flow: Flow, request: Request, written: Written, *, is_of_field: bool = False
    ) -> Written:
        other = self.otherwise.anew(request, flow.hits if is_of_field else ()) if self.otherwise else None
        if other is not None:
            return other
        language = request.language
        is_known_of_what = bool(request.question.history) and not is_of_field
        if not naming(request.standalone_question, language) and not is_known_of_what:
            return notice(language, Outcome.ASKED_BACK, say(language, "ask_back"))
        if self.stages.refusals is None:
            return written
        found = self.stages.refusals.refused(request, flow.hits, written.missing, self.stages.today())
        if lacks_kind_asked(request, found):
            return written
        is_refused = found.outcome is Outcome.REFUSED and not found.filters  # an empty list says enough
        return with_nearest(found, written.nearest) if is_refused and written.nearest else found
