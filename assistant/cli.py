"""`python -m assistant`: ask one question, or answer many."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.answer_format import answer_object, question_of_line
from assistant.build import build_assistant, now, plannings_over, ready_knowledge, today
from assistant.errors import AssistantError, BadQuestionLineError
from assistant.routes.profile_json import profile_from_json
from assistant.routes.route_cli import RouteQuestion
from assistant.routes.route_cli import answer as route_answer
from assistant.staff_cli import add_staff_command, run_staff_command
from assistant.types import Answer, Assistant, Language, Question
from knowledge.config import settings_from as knowledge_settings_from
from knowledge.errors import KnowledgeError
from knowledge.types import Audience


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is success, 1 an error that is explained, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "route":
            return _route(options)
        if options.command == "staff":
            settings = knowledge_settings_from(os.environ, options.home)
            sys.stdout.write(run_staff_command(options, settings, now))
            return 0
        with build_assistant(os.environ, options.home, _report) as assistant:
            if options.command == "ask":
                return _ask(options, assistant)
            return _batch(options, assistant)
    except (KnowledgeError, AssistantError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assistant", description="Vragen stellen aan Leerwijzer.")
    parser.add_argument(
        "--home", type=Path, help="map met de database en de index (LEERWIJZER_HOME, anders .leerwijzer)"
    )
    commands = parser.add_subparsers(dest="command", required=True)
    ask = commands.add_parser("ask", help="stel een vraag")
    ask.add_argument("question", help="de vraag")
    ask.add_argument("--json", action="store_true", help="geef een JSON-object in plaats van tekst")
    batch = commands.add_parser("batch", help="beantwoord een bestand met vragen (JSON Lines)")
    batch.add_argument("questions", type=Path, help='regels als {"id": "1", "question": "..."}')
    batch.add_argument("answers", type=Path, help="waar de antwoorden komen, een JSON-object per regel")
    route = commands.add_parser("route", help="zoek een route naar een beroep, een opleiding of een niveau")
    route.add_argument("--profile", type=Path, required=True, help="JSON-bestand met wat je hebt en wilt")
    route.add_argument(
        "--goal", required=True, help='beroep, opleiding of niveau met richting: "mbo-4 mechatronica"'
    )
    route.add_argument("--json", action="store_true", help="geef een JSON-object in plaats van tekst")
    route.add_argument("--language", type=Language, choices=list(Language), default=Language.DUTCH)
    add_staff_command(commands)
    for command in (ask, batch):
        command.add_argument("--audience", type=Audience, choices=list(Audience), default=Audience.PUBLIC)
    return parser


def _ask(options: argparse.Namespace, assistant: Assistant) -> int:
    answer = assistant.invoke(Question(options.question, audience=options.audience))
    if options.json:
        sys.stdout.write(json.dumps(answer_object(answer), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(readable(answer) + "\n")
    return 0


def _route(options: argparse.Namespace) -> int:
    """Print routes from a profile to a goal, or what would have to change."""
    try:
        written = options.profile.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise AssistantError(
            f"{options.profile} is niet te lezen: {error}. Geef een JSON-bestand met een profiel."
        ) from error
    profile = profile_from_json(written)
    with ready_knowledge(os.environ, options.home, _report) as knowledge:
        asked = RouteQuestion(profile, options.goal, today(), options.language, options.json)
        home = knowledge.catalogues.of().gazetteer.find(profile.place) if profile.place else None
        planning = plannings_over(knowledge).of(Audience.PUBLIC, today())
        sys.stdout.write(route_answer(asked, planning.index, home, planning.link) + "\n")
    return 0


def readable(answer: Answer) -> str:
    """Return an answer for a terminal: the text, then the sources it cites."""
    lines = [answer.text]
    for citation in answer.citations:
        where = f"[{citation.number}] {citation.title}, {citation.locator}"
        dated = f" ({citation.as_of})" if citation.as_of else ""
        lines.append(f"{where}{dated} {citation.url}".rstrip())
    return "\n".join(lines)


def _batch(options: argparse.Namespace, assistant: Assistant) -> int:
    """Answer line by line; a bad line is an error object in its place and makes the exit code 1."""
    bad = 0
    try:
        lines = options.questions.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AssistantError(
            f"{options.questions} is niet te lezen: {error}. Geef een UTF-8-bestand met een vraag per regel."
        ) from error
    aside = options.answers.with_name(options.answers.name + ".new")
    with aside.open("w", encoding="utf-8") as out:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                question_id, question = question_of_line(line, number, options.audience)
                written = answer_object(assistant.invoke(question), question_id)
            except BadQuestionLineError as error:
                bad += 1
                written = {"id": None, "error": str(error)}
                sys.stderr.write(f"{error}\n")
            out.write(json.dumps(written, ensure_ascii=False) + "\n")
    aside.replace(options.answers)
    return 1 if bad else 0


def _report(stage: str, done: int, total: int) -> None:
    """Show progress on the error output, so that the answer alone is on the output."""
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{stage}: {done}/{total}   " + ("\n" if done == total else ""))
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
