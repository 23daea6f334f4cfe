"""`python -m knowledge offers|offer|compare|schemes|occupations|organisations|rules|figures|status`: ask the records."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.build import build_catalogue_reader
from knowledge.catalogue.codec import Record, encode
from knowledge.catalogue.comparing import FEWEST, MOST
from knowledge.catalogue.queries import Near, OfferFilter, OfferSort
from knowledge.catalogue.status import status_of
from knowledge.catalogue.types import OfferKind, StudyMode
from knowledge.catalogue.validity import SchemeNeed, scheme_state
from knowledge.catalogue.wording import name_of, worded
from knowledge.config import settings_from
from knowledge.errors import KnowledgeError, UnknownPlaceError, UnknownRecordError
from knowledge.store.catalogue import StoredCatalogue
from knowledge.store.sources import SourceStore
from knowledge.types import Audience

FACET_FLAGS = (
    "level",
    "kind",
    "mode",
    "provider",
    "place",
    "language",
    "field",
    "occupation",
    "state",
    "start",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 is success, 1 an error that is explained, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        reader = build_catalogue_reader(settings_from(os.environ, options.home))
        try:
            run: Callable[..., dict[str, Any]] = options.run
            sources = SourceStore(reader.database).counts() if options.run is _status else (0, 0)
            result = run(options, reader.catalogues.of(options.audience), sources)
        finally:
            reader.database.close()
    except KnowledgeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if options.json:
        sys.stdout.write(json.dumps(result, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(_lines(result)) + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m knowledge", description="Vragen aan de records van Leerwijzer."
    )
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--home", type=Path, help="map met de database (LEERWIJZER_HOME, anders .leerwijzer)")
    common.add_argument("--audience", type=Audience, choices=list(Audience), default=Audience.PUBLIC)
    common.add_argument("--json", action="store_true", help="geef JSON")
    common.add_argument("--today", type=date.fromisoformat, default=date.today(), help="de dag, jjjj-mm-dd")  # noqa: DTZ011
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")

    def add(name: str, run: Callable[..., dict[str, Any]], about: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, parents=[common], help=about)
        command.set_defaults(run=run)
        return command

    _add_offer_flags(add("offers", _offers, "lijst, aantallen en facetten van het aanbod"))
    add("offer", _offer, "een aanbod, wat erop lijkt en wat erna komt").add_argument("id")
    add("compare", _compare, "twee tot vier naast elkaar").add_argument("ids", nargs="+", metavar="ID")
    schemes = add("schemes", _schemes, "regelingen en hun toestand op een dag")
    schemes.add_argument("--applicant", choices=("person", "employer"))
    schemes.add_argument("--region")
    schemes.add_argument("--kind", type=OfferKind, choices=list(OfferKind))
    schemes.add_argument("--mode", type=StudyMode, choices=list(StudyMode))
    schemes.add_argument("--open", action="store_true", help="laat beëindigde regelingen weg")
    occupations = add("occupations", _occupations, "beroepen op naam (nl, en, de)")
    occupations.add_argument("text", nargs="?", default="")
    occupations.add_argument("--limit", type=int, default=20)
    figures = add("figures", _figures, "cijfers")
    for flag in ("indicator", "region", "period"):
        figures.add_argument(f"--{flag}", default="")
    add("organisations", _organisations, "scholen, loketten en fondsen")
    add("rules", _rules, "landelijke regels die op een dag gelden")
    add("status", _status, "wat er is: bronnen, passages en records")
    return parser


def _add_offer_flags(command: argparse.ArgumentParser) -> None:
    for flag in FACET_FLAGS:
        command.add_argument(f"--{flag}", nargs="+", default=(), metavar="WAARDE")
    command.add_argument("--near", metavar="PLAATS")
    command.add_argument("--km", type=float, default=25.0)
    command.add_argument("--max-months", type=float)
    command.add_argument("--max-euro", type=float)
    command.add_argument("--starts-from", type=date.fromisoformat)
    command.add_argument(
        "--all-of", nargs="+", default=(), choices=FACET_FLAGS, help="alle waarden van dit facet"
    )
    command.add_argument("--text", default="")
    command.add_argument("--sort", type=OfferSort, choices=list(OfferSort), default=OfferSort.NAME)
    command.add_argument("--first", type=int, default=1)
    command.add_argument("--size", type=int, default=20)


def _offers(options: argparse.Namespace, catalogue: StoredCatalogue, _: tuple[int, int]) -> dict[str, Any]:
    facets = {flag: tuple(getattr(options, flag)) for flag in FACET_FLAGS}
    wanted = OfferFilter(
        **facets,
        all_of=frozenset(options.all_of),
        near=_near(options, catalogue),
        max_months=options.max_months,
        max_euro=options.max_euro,
        starts_from=options.starts_from,
        text=options.text,
    )
    page = catalogue.page(wanted, options.sort, options.first, options.size)
    return {
        "total": page.total,
        "first": page.first,
        "offers": [_shown(offer) for offer in page.offers],
        "ids": list(page.listing.ids),
        "counts": {facet: dict(pairs) for facet, pairs in page.listing.counts.items()},
        "unknown": page.listing.unknown,
    }


def _near(options: argparse.Namespace, catalogue: StoredCatalogue) -> Near | None:
    if not options.near:
        return None
    point = catalogue.gazetteer.point(options.near)
    if point is None:
        raise UnknownPlaceError(options.near)
    return Near(*point, options.km)


def _offer(options: argparse.Namespace, catalogue: StoredCatalogue, _: tuple[int, int]) -> dict[str, Any]:
    found = catalogue.offers([options.id])
    if not found:
        raise UnknownRecordError("offer", options.id)
    return {
        "offer": _shown(found[0]),
        "follows_on": [_shown(offer) for offer in catalogue.follows_on(options.id)],
        "more_like_this": [_shown(offer) for offer in catalogue.more_like_this(options.id)],
    }


def _compare(options: argparse.Namespace, catalogue: StoredCatalogue, _: tuple[int, int]) -> dict[str, Any]:
    known = {offer.id for offer in catalogue.offers(options.ids)}
    if len(known) != len(options.ids) or not FEWEST <= len(known) <= MOST:
        raise UnknownRecordError("offer", " ".join(options.ids))
    fields = catalogue.compare(options.ids)
    return {
        "fields": [{"name": one.name, "values": list(one.values), "differs": one.differs} for one in fields]
    }


def _schemes(options: argparse.Namespace, catalogue: StoredCatalogue, _: tuple[int, int]) -> dict[str, Any]:
    need = SchemeNeed(options.applicant, options.region, options.kind, options.mode)
    living = catalogue.schemes_open(options.today, need)
    shown = [_shown(scheme) | {"state": state.value} for scheme, state in living]
    if not options.open:
        seen = {scheme.id for scheme, _ in living}
        rest = [scheme for scheme in catalogue.schemes() if scheme.id not in seen]
        states = [(scheme, scheme_state(scheme, options.today)) for scheme in rest]
        shown += [_shown(scheme) | {"state": state.value} for scheme, state in states if state == "ended"]
    return {"total": len(shown), "today": options.today.isoformat(), "schemes": shown}


def _occupations(
    options: argparse.Namespace, catalogue: StoredCatalogue, _: tuple[int, int]
) -> dict[str, Any]:
    found = catalogue.occupations(options.text, options.limit)
    shown = []
    for occupation in found[: options.limit]:
        skills = [name_of(skill) for skill in catalogue.skills(occupation)]
        leads = [offer.id for offer in catalogue.leads_to(occupation.id)] if options.text else []
        shown.append(_shown(occupation) | {"skill_names": skills, "offers": leads})
    return {"total": len(found), "occupations": shown}


def _figures(options: argparse.Namespace, catalogue: StoredCatalogue, _: tuple[int, int]) -> dict[str, Any]:
    found = catalogue.figures(options.indicator, options.region, options.period)
    return {"total": len(found), "figures": [_shown(figure) for figure in found]}


def _organisations(
    _options: argparse.Namespace, catalogue: StoredCatalogue, _: tuple[int, int]
) -> dict[str, Any]:
    found = catalogue.organisations()
    return {"total": len(found), "organisations": [_shown(one) for one in found]}


def _rules(options: argparse.Namespace, catalogue: StoredCatalogue, _: tuple[int, int]) -> dict[str, Any]:
    found = catalogue.rules(options.today)
    return {
        "total": len(found),
        "today": options.today.isoformat(),
        "rules": [_shown(rule) for rule in found],
    }


def _status(
    options: argparse.Namespace, catalogue: StoredCatalogue, counted: tuple[int, int]
) -> dict[str, Any]:
    return {"sources": counted[0], "passages": counted[1]} | status_of(catalogue, options.today)


def _shown(record: Record) -> dict[str, Any]:
    """Return a record as JSON with its wording."""
    return {"name": name_of(record), "text": worded(record), "record": encode(record), "id": record.id}


def _lines(result: dict[str, Any], depth: int = 0) -> list[str]:
    """Return a result as lines to read: what has a wording by its wording, the rest by name and value."""
    indent = "  " * depth
    lines = []
    for key, value in result.items():
        if isinstance(value, dict) and "text" in value:
            lines.append(f"{indent}{value['text']}")
        elif isinstance(value, dict):
            lines += [f"{indent}{key}:", *_lines(value, depth + 1)]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            lines.append(f"{indent}{key}:")
            for one in value:
                lines += (
                    [f"{indent}  {one['text']}"]
                    if "text" in one
                    else [f"{indent}  {one['name']}: {one['values']}"]
                )
        elif key != "ids":
            lines.append(f"{indent}{key}: {value}")
    return lines
