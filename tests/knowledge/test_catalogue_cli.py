"""`python -m knowledge` and catalogue files through `python ingest.py`, as a person runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from knowledge.catalogue.codec import write_records
from knowledge.catalogue.types import OfferKind, StudyMode
from tests.support.offers import an_offer

ROOT = Path(__file__).resolve().parents[2]
MAPPING = "columns: {Wat: name, Waar: place}\ndefaults: {provider: %s}\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a records file and a table with its mapping file."""
    folder = tmp_path_factory.mktemp("cli")
    docs = folder / "docs"
    docs.mkdir()
    degree, mode = OfferKind.ASSOCIATE_DEGREE, StudyMode.PART_TIME
    bouw = an_offer("ad-bouw", "Bouwkunde", kind=degree, mode=mode, fields=("techniek",))
    write_records(docs / "aanbod.jsonl", [bouw, an_offer("werktuig", "Werktuigbouwkunde")])
    (docs / "cursussen.csv").write_text("Wat;Waar\nLassen;Hengelo\n", "utf-8")
    (docs / "cursussen.mapping.yaml").write_text(MAPPING % "ROC", "utf-8")
    done = run(["ingest.py", "--home", str(folder / "home"), "--rows", str(docs)])
    assert done.returncode == 0, done.stdout + done.stderr
    assert "overgenomen" in done.stdout
    return folder / "home"


def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    """Run Python in the repository."""
    return subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)


def asked(home: Path, *arguments: str) -> Any:
    """Return the JSON of a command."""
    done = run(["-m", "knowledge", *arguments, "--home", str(home), "--json"])
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_a_list_says_how_many_and_counts_its_facets(home: Path) -> None:
    found = asked(home, "offers", "--field", "techniek", "--mode", "deeltijd")
    assert (found["total"], found["ids"]) == (1, ["ad-bouw"])
    assert found["counts"]["kind"] == {"ad": 1}


def test_two_offers_are_compared(home: Path) -> None:
    fields = {one["name"]: one["values"] for one in asked(home, "compare", "ad-bouw", "werktuig")["fields"]}
    assert fields["soort"] == ["Associate degree", "hbo-bachelor"]


def test_an_unknown_offer_is_explained(home: Path) -> None:
    done = run(["-m", "knowledge", "offer", "nee", "--home", str(home)])
    assert done.returncode == 1
    assert "Er is geen offer met id 'nee'" in done.stderr


def test_the_status_counts_what_there_is(home: Path) -> None:
    status = asked(home, "status", "--today", "2026-11-21")
    assert (status["sources"], status["records"]["offer"]) == (2, 3)
    assert status["offers_by_kind"] == {"ad": 1, "hbo-bachelor": 1, "other": 1}


def test_what_was_never_checked_is_listed_as_stale(home: Path) -> None:
    done = run(["ingest.py", "--home", str(home), "--stale"])
    assert done.returncode == 0
    assert "3 om te controleren" in done.stdout


@pytest.mark.slow
def test_a_table_is_read_again_when_its_mapping_file_changes(home: Path) -> None:
    docs = home.parent / "docs"
    assert asked(home, "offers", "--provider", "roc")["total"] == 1
    assert "2 gelijk gebleven" in run(["ingest.py", "--home", str(home), str(docs)]).stdout
    (docs / "cursussen.mapping.yaml").write_text(MAPPING % "Aventus", "utf-8")
    run(["ingest.py", "--home", str(home), str(docs)])
    assert asked(home, "offers", "--provider", "Aventus")["total"] == 1
    assert asked(home, "offers", "--provider", "ROC")["total"] == 0
