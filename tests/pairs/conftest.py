"""Fixtures of the tests of claim pairs: tables are loaded once, and one small model is trained."""

from functools import lru_cache
from types import ModuleType

import pytest

from pairs.invented import write
from riwaya.pairs import Outliner, read_pairs, train
from riwaya.pairs.learned import Model


@lru_cache(maxsize=1)
def kept_outliner() -> Outliner:
    """Tables that many tests share."""
    return Outliner()


@pytest.fixture
def outliner() -> Outliner:
    return kept_outliner()


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory, lightgbm: ModuleType) -> Model:  # noqa: ARG001 - or skips
    table = write(tmp_path_factory.mktemp("pairs") / "pairs.csv")
    return train(read_pairs(table, labelled=True), kept_outliner(), without=["embeddings"])
