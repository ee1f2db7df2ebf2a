"""Training a model from pairs of one's own: boosted trees over the features, the same bytes every time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from importlib.metadata import version
from typing import Any

from riwaya.errors import InputError
from riwaya.i18n import gettext as _
from riwaya.pairs.embeddings import Embedder
from riwaya.pairs.extras import need
from riwaya.pairs.features import GROUPS, Group
from riwaya.pairs.judgement import RELATIONS
from riwaya.pairs.learned import SCHEMA, Model, feature_names, table
from riwaya.pairs.outline import Outliner
from riwaya.pairs.table import PairTable
from riwaya.pairs.trees import from_lightgbm

PACKAGE = "lightgbm"
#: How many trees a relation gets. This and the parameters: by five-fold cross-validation on Arabic News
#: Stance (train), no headline in two folds; 100 to 600 trees of 7 to 63 leaves differ by less than 0.01 (F1).
_ROUNDS = 300
_PARAMETERS = {
    "objective": "multiclass",
    "num_class": len(RELATIONS),
    "learning_rate": 0.03,
    "num_leaves": 31,
    "min_data_in_leaf": 10,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "feature_fraction": 0.5,
    "lambda_l2": 5.0,
    # The same trees on every run: one thread, one seed, no choice by measured speed.
    "seed": 0,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}
#: Fewer of one relation teach nothing.
_FEWEST = 5


def train(
    pairs: PairTable,
    outliner: Outliner,
    *,
    without: Collection[Group] = (),
    embedder: Embedder | None = None,
) -> Model:
    """A model of the labelled `pairs`, leaving out the groups of features `without`.

    Raises UsageError where a package is missing, InputError where a relation has too few pairs.
    """
    groups = tuple(group for group in GROUPS if group not in without)
    if "embeddings" in groups and embedder is None:
        embedder = Embedder()
    lightgbm = need(PACKAGE, _("training"))
    numpy = need("numpy", _("training"))
    labels = _labels(pairs)
    rows = table(pairs.pairs, groups, outliner, embedder)
    names = feature_names(groups, outliner)
    data = lightgbm.Dataset(
        numpy.array([row.values for row in rows]),
        numpy.array(labels),
        feature_name=[f"f{i}" for i in range(len(names))],
    )
    booster: Any = lightgbm.train(_PARAMETERS, data, num_boost_round=_ROUNDS)
    return Model(
        schema=SCHEMA,
        version=version("riwaya"),
        pack=outliner.pack,
        lexicon=outliner.digest,
        embeddings=embedder.name if embedder is not None and "embeddings" in groups else None,
        pairs=len(labels),
        source=pairs.digest,
        relations=list(RELATIONS),
        groups=list(groups),
        features=list(names),
        trees=from_lightgbm(booster.dump_model()),
    )


def _labels(pairs: PairTable) -> Sequence[int]:
    labels = [RELATIONS.index(pair.relation) for pair in pairs.pairs if pair.relation is not None]
    for number, relation in enumerate(RELATIONS):
        if labels.count(number) < _FEWEST:
            problem = _("only {n} pairs of '{relation}'").format(n=labels.count(number), relation=relation)
            raise InputError(pairs.source, problem, _("at least {n} of each are needed").format(n=_FEWEST))
    return labels
