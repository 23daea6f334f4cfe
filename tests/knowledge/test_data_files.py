"""Our own data files are read fast, and as the YAML library of Python itself would read them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from knowledge.data_files import read_data

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(path for folder in ("assistant", "knowledge") for path in (ROOT / folder).rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_data_file_says_the_same_to_the_fast_reader(path: Path) -> None:
    assert read_data(path) == yaml.safe_load(path.read_text("utf-8"))


def test_a_data_file_cannot_run_code(tmp_path: Path) -> None:
    file = tmp_path / "kwaad.yaml"
    file.write_text("a: !!python/object/apply:os.system ['true']", "utf-8")
    with pytest.raises(yaml.YAMLError):
        read_data(file)
