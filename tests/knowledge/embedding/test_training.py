"""Training on a tiny ESCO folder of our own writing."""

import csv
import sys
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedding.domain import DomainEmbedder
from knowledge.embedding.training.__main__ import main
from knowledge.embedding.training.esco import read_concepts, read_pairs
from knowledge.embedding.training.texts import Rows, choose_features, split_words
from knowledge.embedding.training.yardstick import fitted, hold_out
from knowledge.embedding.weights import ATTRIBUTION, Weights

OCCUPATIONS = {
    "nl": [
        ("broodmaker", "maker van brood\nbroodbereider\nbroodmeester"),
        ("huizenbouwer", "bouwer van huizen\nhuizenmetselaar"),
    ],
    "en": [
        ("bread maker", "maker of bread\nbread cook\nbread master"),
        ("house builder", "builder of houses\nhouse mason"),
    ],
    "de": [
        ("Brotmacher", "Macher von Brot\nBrotkoch\nBrotmeister"),
        ("Hausbauer", "Bauer von Häusern\nHausmaurer"),
    ],
}
SKILLS = [("knead dough", "work dough"), ("lay bricks", "place bricks")]


def write(path: Path, columns: list[str], rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([columns, *rows])


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    columns = ["conceptUri", "preferredLabel", "altLabels", "hiddenLabels", "description"]
    for language, titles in OCCUPATIONS.items():
        rows = [
            [
                f"occupation/{copy}{place}",
                f"{label} {copy}",
                others,
                "",
                f"{label}: {others}. Een lange omschrijving van {label}.",
            ]
            for copy in range(4)
            for place, (label, others) in enumerate(titles)
        ]
        write(tmp_path / "esco" / language / f"occupations_{language}.csv", columns, rows)
    skills = [[f"skill/{place}", label, other, "", ""] for place, (label, other) in enumerate(SKILLS)]
    write(tmp_path / "esco" / "en" / "skills_en.csv", columns, skills)
    return tmp_path / "esco"


def train(esco: Path, out: Path, *more: str) -> Weights:
    arguments = ["--esco", str(esco), "--out", str(out), "--steps", "12", "--threads", "1", *more]
    assert main(arguments) == 0
    return Weights.load(out)


def test_training_gives_weights_that_embed(esco: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the extra `training`")
    weights = train(esco, tmp_path / "w.npz")
    bread, brood, house = DomainEmbedder(weights).vectors(["bread maker", "broodmaker", "huizenbouwer"])
    assert bread @ brood > bread @ house
    assert weights.metadata["attribution"] == ATTRIBUTION


def test_the_same_seed_gives_the_same_weights(esco: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training needs the extra `training`")
    first, second, other = (
        train(esco, tmp_path / name, "--seed", seed).fingerprint
        for name, seed in (("a", "1"), ("b", "1"), ("c", "2"))
    )
    assert first == second != other


def test_without_torch_the_command_says_what_to_install(
    esco: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    assert main(["--esco", str(esco), "--out", str(tmp_path / "w.npz")]) == 2
    assert "leerwijzer[training]" in capsys.readouterr().err


def test_a_folder_without_occupations_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"occupations_nl\.csv"):
        read_concepts(tmp_path)


def test_labels_of_one_concept_are_gathered_over_languages(esco: Path) -> None:
    concept = next(concept for concept in read_concepts(esco) if concept.uri == "occupation/00")
    assert (concept.labels["nl"][0], concept.labels["de"][0]) == ("broodmaker 0", "Brotmacher 0")


def test_term_pairs_may_hold_synonyms(tmp_path: Path) -> None:
    write(
        tmp_path / "pairs.csv",
        ["nl", "en", "de", "topic"],
        [["opleiding", "programme;course", "Ausbildung", "x"]],
    )
    assert read_pairs(tmp_path / "pairs.csv")[0].labels["en"] == ["programme", "course"]


def test_held_out_labels_are_no_longer_trained_on(esco: Path) -> None:
    concepts = read_concepts(esco)
    held = hold_out(concepts, 0.5, seed=3)
    assert held
    left = {
        (language, label, c.uri) for c in concepts for language in c.labels for label in c.labels[language]
    }
    assert not left & {(item.language, item.label, item.uri) for item in held}


def test_preferred_labels_are_never_held_out(esco: Path) -> None:
    preferred = {concept.labels["nl"][0] for concept in read_concepts(esco) if concept.labels["nl"]}
    assert not preferred & {item.label for item in hold_out(read_concepts(esco), 1.0, seed=3)}


def test_frequent_parts_become_features_and_rare_ones_do_not() -> None:
    words, _ = split_words(["bakker bakkers bakkerij zqx"])
    spread = np.array([5.0, 5.0, 5.0, 1.0])
    features = choose_features(words, spread, 1000)
    lengths = np.diff(features.of_words.starts)
    assert lengths[words.index("bakker")] > 1
    assert lengths[words.index("zqx")] == 0


def test_rows_are_taken_in_the_order_asked() -> None:
    values, owner = Rows.of([[1], [], [2, 3]]).take(np.array([2, 1, 0]))
    assert (values.tolist(), owner.tolist()) == ([2, 3, 1], [0, 0, 2])


def test_the_calibration_finds_the_chance_that_made_the_data() -> None:
    random = np.random.default_rng(5)
    features = random.uniform(0, 1, (20_000, 2))
    chance = 1 / (1 + np.exp(-(-2 + 4 * features[:, 0] + 1 * features[:, 1])))
    found = fitted(features, (random.random(20_000) < chance).astype(float))
    np.testing.assert_allclose(found, [-2, 4, 1], atol=0.2)
