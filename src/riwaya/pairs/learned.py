"""The learned judge, and the file that its model is kept in: JSON, no pickle, checked when it is loaded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec

from riwaya.errors import InputError
from riwaya.i18n import gettext as _
from riwaya.pairs.embeddings import Embedder
from riwaya.pairs.features import COMPARED, GROUPS, Group, features
from riwaya.pairs.judgement import RELATIONS, Judgement, Pair
from riwaya.pairs.outline import Outline, Outliner
from riwaya.pairs.structural import judged
from riwaya.pairs.trees import Tree, scores

SCHEMA = "riwaya.pairs/1"
#: A model file is a few megabytes; what is larger is no model.
_LARGEST = 100_000_000
_COSINE = "embeddings.cosine"


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A trained model, as its file holds it.

    `version` is that of Riwaya, `lexicon` the digest of lexicon and pack, `embeddings` the package they are
    from, `pairs` how many it was trained on, `source` the SHA-256 of the file that they came in.
    """

    schema: str
    version: str
    pack: str
    lexicon: str
    embeddings: str | None
    pairs: int
    source: str
    relations: list[str]
    groups: list[str]
    features: list[str]
    trees: list[Tree]


class LearnedJudge:
    """Judges by a model. Raises UsageError where the model needs a package that is not installed."""

    def __init__(self, model: Model, outliner: Outliner, embedder: Embedder | None = None) -> None:
        self.model = model
        self._outliner = outliner
        self._groups: tuple[Group, ...] = tuple(g for g in GROUPS if g in model.groups)
        if "embeddings" in self._groups and embedder is None:
            embedder = Embedder()
        self._embedder = embedder

    def judge(self, pairs: Sequence[Pair]) -> tuple[Judgement, ...]:
        """One judgement a pair, in their order. Raises InputError for a text with half a character."""
        rows = table(pairs, self._groups, self._outliner, self._embedder)
        return tuple(self._judgement(pair, row.values) for pair, row in zip(pairs, rows, strict=True))

    def _judgement(self, pair: Pair, row: Sequence[float]) -> Judgement:
        found = scores(self.model.trees, len(RELATIONS), row)
        relation = RELATIONS[max(range(len(found)), key=found.__getitem__)]
        outline = self._outliner.outline
        return Judgement(relation, found, judged(outline(pair.first), outline(pair.second)).grounds)

    def strangeness(self) -> str | None:
        """Why the model may judge otherwise than it was measured: made with other tables. None where not."""
        if self.model.lexicon == self._outliner.digest:
            return None
        text = _("the model was trained with other tables (version {version}, pack {pack}); train it again")
        return text.format(version=self.model.version, pack=self.model.pack)


@dataclass(frozen=True, slots=True)
class Row:
    """The features of one pair, by name."""

    names: tuple[str, ...]
    values: tuple[float, ...]


def table(
    pairs: Sequence[Pair], groups: Sequence[Group], outliner: Outliner, embedder: Embedder | None
) -> list[Row]:
    """The features of every pair. Raises InputError for a text with half a character."""
    outlines = [(outliner.outline(pair.first), outliner.outline(pair.second)) for pair in pairs]
    found = [features(a, b, groups) for a, b in outlines]
    if "embeddings" in groups and embedder is not None:
        cosines = embedder.cosines([(pair.first, pair.second) for pair in pairs])
        for row, cosine in zip(found, cosines, strict=True):
            row[_COSINE] = cosine
    return [Row(tuple(row), tuple(row.values())) for row in found]


def feature_names(groups: Sequence[Group], outliner: Outliner) -> tuple[str, ...]:
    """The names of the features of `groups`, in the order of a row."""
    empty: Outline = outliner.outline("")
    names = tuple(features(empty, empty, groups))
    return (*names, _COSINE) if "embeddings" in groups else names


def save_model(model: Model) -> bytes:
    """The bytes of a model file; the same model gives the same bytes."""
    return msgspec.json.encode(model) + b"\n"


def load_model(path: Path, outliner: Outliner) -> Model:
    """The model in the file at `path`.

    Raises InputError where it cannot be read, is no model, or is one of a version with other features.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(str(path), _("too large for a model"))
        data = path.read_bytes()
    except OSError as error:
        raise InputError(str(path), _("cannot be read: {why}").format(why=error.strerror)) from None
    try:
        model = msgspec.json.decode(data, type=Model)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        problem = _("no model of claim pairs: {why}").format(why=error)
        raise InputError(str(path), problem, _remedy()) from None
    _check(model, path, outliner)
    return model


def _check(model: Model, path: Path, outliner: Outliner) -> None:
    if model.schema != SCHEMA or model.relations != list(RELATIONS):
        problem = _("a model of the form {found}; expected {expected}")
        raise InputError(str(path), problem.format(found=model.schema, expected=SCHEMA), _remedy())
    known = {*COMPARED, "embeddings"}
    groups = [group for group in GROUPS if group in model.groups]
    if set(model.groups) - known or model.features != list(feature_names(groups, outliner)):
        problem = _("trained by version {version}, which compares other things than {ours}")
        raise InputError(str(path), problem.format(version=model.version, ours=version("riwaya")), _remedy())
    width = len(model.features)
    if len(model.trees) % len(RELATIONS) or not model.trees or any(t.unsound(width) for t in model.trees):
        raise InputError(str(path), _("its decision trees are not sound"), _remedy())


def _remedy() -> str:
    return _("make one with 'riwaya pairs train'")
