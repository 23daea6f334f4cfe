"""Labels beside the centre of their concept."""

import numpy as np
import pytest

from knowledge.embedding.concepts import GROUP_PENALTY, LabelSpace, label_key
from knowledge.embedding.domain import DomainEmbedder


def space_over(embedder: DomainEmbedder, *labels: tuple[str, str]) -> LabelSpace:
    return LabelSpace.over([text for text, _ in labels], [group for _, group in labels], embedder)


def test_a_label_is_remembered_in_any_case_and_gender() -> None:
    assert label_key("Verpleegkundige (m/v)") == label_key("verpleegkundige")


def test_a_remembered_label_scores_one_for_itself(embedder: DomainEmbedder) -> None:
    space = space_over(embedder, ("bakker", ""), ("lasser", ""))
    assert space.scores(embedder.vectors(["bakker"])[0])[0] == pytest.approx(1, abs=0.01)


def test_an_unknown_label_scores_one_for_itself(embedder: DomainEmbedder) -> None:
    space = space_over(embedder, ("banketbakker", ""))
    assert space.scores(embedder.vectors(["banketbakker"])[0])[0] == pytest.approx(1, abs=0.001)


def test_a_group_of_occupations_scores_less(embedder: DomainEmbedder) -> None:
    space = space_over(embedder, ("leraar", ""))
    assert space.scores(embedder.vectors(["leraar"])[0])[0] == pytest.approx(1 - GROUP_PENALTY, abs=0.01)


def test_labels_of_one_group_share_a_concept(embedder: DomainEmbedder) -> None:
    concepts = space_over(embedder, ("bakker", "A"), ("broodmaker", "A"), ("lasser", "B")).concepts
    assert concepts[0] == concepts[1] != concepts[2]


def test_without_groups_unknown_labels_stand_alone(embedder: DomainEmbedder) -> None:
    concepts = space_over(
        embedder, ("broodmaker", ""), ("pannenmaker", ""), ("bakker", ""), ("Bakker (m/v)", "")
    ).concepts
    assert len(set(concepts.tolist())) == 3
    assert concepts[2] == concepts[3]


def test_a_synonym_profits_from_the_centre_of_its_group(embedder: DomainEmbedder) -> None:
    question = embedder.vectors(["bakker"])[0]
    alone = space_over(embedder, ("timmerman", "")).scores(question)[0]
    in_group = space_over(embedder, ("monteurs", "A"), ("bakker", "A")).scores(question)[0]
    assert in_group > alone


def test_every_concept_is_named_once_before_one_is_repeated(embedder: DomainEmbedder) -> None:
    space = space_over(embedder, ("bakker", "A"), ("bakkers", "A"), ("lasser", "B"), ("kok", "C"))
    ranking = space.ranking(space.scores(embedder.vectors(["bakker"])[0]))
    assert space.concepts[ranking[:3]].tolist() == list(dict.fromkeys(space.concepts[ranking].tolist()))
    assert sorted(ranking.tolist()) == [0, 1, 2, 3]


def test_a_space_without_labels_has_no_scores(embedder: DomainEmbedder) -> None:
    assert space_over(embedder).scores(np.ones(embedder.dimension, dtype=np.float32)).shape == (0,)
