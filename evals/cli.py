"""The command line of the measurements: `python -m evals COMMAND ...`."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from assistant.errors import AssistantError
from evals.conversation import commands as conversation
from knowledge.errors import KnowledgeError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one measurement and return the exit code: 0 measured, 1 below a floor, 2 the folder, the cases or the
    weights cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    for name, (prepare, _) in COMMANDS.items():
        prepare(commands.add_parser(name))
    chosen = parser.parse_args(arguments)
    try:
        return COMMANDS[chosen.command][1](chosen)
    except (KnowledgeError, AssistantError, OSError) as error:
        print(error, file=sys.stderr)
        return 2


def _prepare_linking(parser: argparse.ArgumentParser) -> None:
    parser.description = "Link the queries of a MELO folder to its corpus elements."
    parser.add_argument(
        "folder", type=Path, help="folder with queries.tsv, corpus_elements.tsv, annotations.tsv"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--out", type=Path, help="write the JSON object to this file as well")
    parser.add_argument("--weights", type=Path, help="weights file instead of the one in the package")


def _run_linking(chosen: argparse.Namespace) -> int:
    from evals.linking import measured
    from knowledge.embedding.domain import DomainEmbedder

    embedder = DomainEmbedder.shipped(chosen.weights) if chosen.weights else DomainEmbedder.shipped()
    report = measured(chosen.folder, embedder)
    if chosen.out:
        chosen.out.write_text(report.as_json(per_query=True) + "\n", encoding="utf-8")
    print(report.as_json() if chosen.json else report.as_text())
    return 0


def _prepare_retrieval(parser: argparse.ArgumentParser) -> None:
    parser.description = "Ingest a BEIR folder as the product would, and search it with its queries."
    parser.add_argument("folder", type=Path, help="folder with corpus.jsonl, queries.jsonl, qrels/test.tsv")
    parser.add_argument("--k", type=int, default=10, help="documents looked at per query (default 10)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--out", type=Path, help="write the JSON object to this file as well")


def _run_retrieval(chosen: argparse.Namespace) -> int:
    from evals.product import product_search
    from evals.retrieval import as_table, evaluate, read_beir

    dataset = read_beir(chosen.folder)
    with product_search(dataset) as search:
        report = evaluate(dataset, search, chosen.k)
    if chosen.out:
        chosen.out.write_text(json.dumps(report.to_file(), indent=1) + "\n", encoding="utf-8")
    print(json.dumps(report.to_json(), indent=1) if chosen.json else as_table(report))
    return 0


def _prepare_questions(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Ask questions with expected facts over the library, and show which facts are answered and cited."
    )
    parser.add_argument("cases", type=Path, help="JSON Lines with id, question, type, expected_facts, source")
    parser.add_argument("--home", type=Path, help="map met de database en de index (LEERWIJZER_HOME)")
    parser.add_argument("--sources", type=Path, help="file with addresses, one a line: only cases from these")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _run_questions(chosen: argparse.Namespace) -> int:
    from assistant.build import build_assistant
    from evals.questions import ask_all, read_cases, share_right
    from knowledge.progress import silent

    sources = chosen.sources.read_text("utf-8").split() if chosen.sources else ()
    cases = read_cases(chosen.cases, sources)
    with build_assistant(os.environ, chosen.home, silent) as assistant:
        scored = ask_all(cases, assistant)
    right = share_right(scored)
    if chosen.json:
        wrong = [
            {"id": s.case.id, "missing": s.missing, "uncited": s.uncited} for s in scored if not s.is_right
        ]
        print(
            json.dumps(
                {"right": right.mean, "low": right.low, "high": right.high, "n": len(scored), "wrong": wrong}
            )
        )
        return 0
    for item in scored:
        lacking = f"  lacks {', '.join((*item.missing, *item.uncited))}" if not item.is_right else ""
        print(
            f"{'right' if item.is_right else 'WRONG'}  {item.case.id}  {item.answer.outcome.value:10}{lacking}"
        )
    print(f"right {right.mean:.3f} [{right.low:.3f}, {right.high:.3f}] of {len(scored)}")
    return 0


def _prepare_twins(parser: argparse.ArgumentParser) -> None:
    parser.description = "Ask the bundled library the same questions in Dutch, English and German."
    parser.add_argument("--file", type=Path, help="questions instead of those in evals/datasets/twins.jsonl")
    parser.add_argument(
        "--part", choices=("tune", "test", "all"), default="all", help="half to ask (default all)"
    )
    parser.add_argument("--home", type=Path, help="keep the database and the index here, and use them again")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--out", type=Path, help="write the JSON object to this file as well")
    parser.add_argument(
        "--misses", action="store_true", help="name the questions whose answer is not in the first five"
    )


def _run_twins(chosen: argparse.Namespace) -> int:
    from evals.product import library_search
    from evals.twins import TWINS, ask_twins, read_twins

    twins = read_twins(chosen.file or TWINS, chosen.part)
    with library_search(chosen.home) as search:
        report = ask_twins(twins, search)
    written = json.dumps(report.to_json(), indent=1, ensure_ascii=False)
    if chosen.out:
        chosen.out.write_text(written + "\n", encoding="utf-8")
    print(written if chosen.json else report.as_table())
    if chosen.misses:
        missed = (twin for twin in twins if not 0 < report.ranks[twin.id] <= 5)
        print("\n".join(f"{report.ranks[twin.id]:3} {twin.id:25} {twin.text}" for twin in missed))
    return 0


def _prepare_compare(parser: argparse.ArgumentParser) -> None:
    parser.description = "Compare two results over the questions that both have: B minus A."
    parser.add_argument("a", type=Path, help="result file (--out) or run folder A")
    parser.add_argument("b", type=Path, help="result file (--out) or run folder B")
    parser.add_argument("--json", action="store_true", help="print one JSON object by metric")


def _run_compare(chosen: argparse.Namespace) -> int:
    from evals.compare import as_json, as_table, compared, read_per_query

    differences = compared(read_per_query(chosen.a), read_per_query(chosen.b))
    print(as_json(differences) if chosen.json else as_table(differences))
    return 0


def _prepare_records(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Ask lists, counts, comparisons, costs and codes over the bundled records, and count exact answers."
    )
    parser.add_argument("--home", type=Path, help="map met de database en de index (LEERWIJZER_HOME)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def _run_records(chosen: argparse.Namespace) -> int:
    from datetime import date

    from assistant.build import chain_over, ready_knowledge
    from assistant.config import settings_from
    from evals.record_truth import DAY
    from evals.records import ask_records, read_record_cases
    from knowledge.progress import silent

    with ready_knowledge(os.environ, chosen.home, silent) as knowledge:
        day = date.fromisoformat(DAY)
        chain = chain_over(knowledge, settings_from(os.environ), os.environ, lambda: day)
        scored = ask_records(read_record_cases(), chain)
    right = sum(item.is_right for item in scored)
    if chosen.json:
        wrong = [{"id": s.case.id, "faults": s.faults} for s in scored if not s.is_right]
        print(json.dumps({"right": right, "n": len(scored), "wrong": wrong}, ensure_ascii=False))
        return 0
    for item in scored:
        print(f"{'right' if item.is_right else 'WRONG'}  {item.case.id}  {item.case.question}")
        for fault in item.faults[:5]:
            print(f"       {fault}")
    print(f"right {right} of {len(scored)}")
    return 0


def _prepare_programmes(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Hold generated talks about programmes of schools over the bundled records, and count right messages."
    )
    parser.add_argument("--home", type=Path, help="map met de database en de index (LEERWIJZER_HOME)")
    parser.add_argument("--talks", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)


def _run_programmes(chosen: argparse.Namespace) -> int:
    from datetime import date

    from assistant.build import chain_over, ready_knowledge
    from assistant.config import settings_from
    from evals.programmes import held, talks
    from evals.record_truth import DAY
    from knowledge.catalogue.queries import OfferFilter
    from knowledge.progress import silent
    from knowledge.types import Audience

    with ready_knowledge(os.environ, chosen.home, silent) as knowledge:
        day = date.fromisoformat(DAY)
        chain = chain_over(knowledge, settings_from(os.environ), os.environ, lambda: day)
        catalogue = knowledge.catalogues.of(Audience.PUBLIC)
        offers = catalogue.offers(catalogue.listing(OfferFilter()).ids)
        schools = {one.id: one.name for one in catalogue.organisations()}
        drawn = talks(offers, schools, chosen.talks, chosen.seed)
        said = [one for talk in drawn for one in held(talk, chain)]
    for one in said:
        if one.fault:
            print(
                f"WRONG  {one.field or 'opening'}: {one.question}\n       {one.fault}: {one.answer[:200]!r}"
            )
    fields = dict.fromkeys(one.field for one in said)
    for field in fields:
        of_field = [one for one in said if one.field == field]
        print(f"{field or 'opening':16} {sum(not one.fault for one in of_field)} of {len(of_field)}")
    print(f"right {sum(not one.fault for one in said)} of {len(said)}")
    return 0


def _prepare_searches(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Ask generated searches for programmes over the bundled records, and count right answers."
    )
    parser.add_argument("--home", type=Path, help="map met de database en de index (LEERWIJZER_HOME)")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wordings", type=Path, help="a file of wordings in the place of the bundled one")


def _run_searches(chosen: argparse.Namespace) -> int:
    from datetime import date

    from assistant.build import chain_over, ready_knowledge
    from assistant.config import settings_from
    from assistant.types import Question
    from evals.record_truth import DAY
    from evals.searches import WORDINGS, Programmes, fault_of, searches, wordings
    from knowledge.progress import silent
    from knowledge.types import Audience

    with ready_knowledge(os.environ, chosen.home, silent) as knowledge:
        day = date.fromisoformat(DAY)
        chain = chain_over(knowledge, settings_from(os.environ), os.environ, lambda: day)
        programmes = Programmes.of(knowledge.catalogues.of(Audience.PUBLIC))
        drawn = list(searches(programmes, wordings(chosen.wordings or WORDINGS), chosen.count, chosen.seed))
        answers = [chain.invoke(Question(one.text)) for one in drawn]
    faults = [(one, answer, fault_of(one, answer)) for one, answer in zip(drawn, answers, strict=True)]
    for search, answer, fault in faults:
        if fault:
            print(
                f"WRONG  {search.kind}: {search.text} ({len(search.fitting)})\n       {fault}: {answer.text[:200]!r}"
            )
    for kind in dict.fromkeys(one.kind for one in drawn):
        of_kind = [fault for search, _, fault in faults if search.kind == kind]
        print(f"{kind:18} {sum(not fault for fault in of_kind)} of {len(of_kind)}")
    print(f"right {sum(not fault for _, _, fault in faults)} of {len(faults)}")
    return 0


def _run_conversations(chosen: argparse.Namespace) -> int:
    return conversation.run(chosen, os.environ)


def _show_conversation(chosen: argparse.Namespace) -> int:
    return conversation.show(chosen, os.environ)


def _prepare_verification(parser: argparse.ArgumentParser) -> None:
    from evals.verification.command import prepare

    prepare(parser)


def _run_verification(chosen: argparse.Namespace) -> int:
    from evals.verification.command import run

    return run(chosen)


def _prepare_poison(parser: argparse.ArgumentParser) -> None:
    from evals.poison.command import prepare

    prepare(parser)


def _run_poison(chosen: argparse.Namespace) -> int:
    from evals.poison.command import run

    return run(chosen)


def _prepare_noise(parser: argparse.ArgumentParser) -> None:
    from evals.noise.command import prepare

    prepare(parser)


def _run_noise(chosen: argparse.Namespace) -> int:
    from evals.noise.command import run

    return run(chosen)


COMMANDS: dict[str, tuple[Callable[[argparse.ArgumentParser], None], Callable[[argparse.Namespace], int]]] = {
    "compare": (_prepare_compare, _run_compare),
    "freeze": (conversation.prepare_freeze, conversation.freeze),
    "linking": (_prepare_linking, _run_linking),
    "noise": (_prepare_noise, _run_noise),
    "poison": (_prepare_poison, _run_poison),
    "questions": (_prepare_questions, _run_questions),
    "records": (_prepare_records, _run_records),
    "programmes": (_prepare_programmes, _run_programmes),
    "retrieval": (_prepare_retrieval, _run_retrieval),
    "run": (conversation.prepare_run, _run_conversations),
    "show": (conversation.prepare_show, _show_conversation),
    "searches": (_prepare_searches, _run_searches),
    "twins": (_prepare_twins, _run_twins),
    "verification": (_prepare_verification, _run_verification),
}
"""Name of a subcommand: how to prepare its parser, how to run it."""


if __name__ == "__main__":
    sys.exit(main())
