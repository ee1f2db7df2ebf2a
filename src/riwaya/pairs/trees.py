"""Boosted decision trees as plain numbers, and how they score: a model file runs no code of another's.

Whatever a file holds, scoring ends and reads nothing outside its own lists: loading checks that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import exp, isfinite
from typing import Any

import msgspec


class Tree(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One tree. Node i goes `left` where feature `feature[i]` is at most `threshold[i]`, else `right`.

    A child of 0 or more is a node further on in the lists; -1, -2 … is the first, second … of `values`.
    """

    feature: list[int]
    threshold: list[float]
    left: list[int]
    right: list[int]
    values: list[float]

    def value(self, row: Sequence[float]) -> float:
        """What the tree adds to the score of a row of features."""
        at = 0 if self.feature else -1
        while at >= 0:
            below = row[self.feature[at]] <= self.threshold[at]
            at = self.left[at] if below else self.right[at]
        return self.values[~at]

    def unsound(self, width: int) -> bool:
        """Whether the tree could loop, or read outside its lists or a row of `width` features."""
        count = len(self.feature)
        lists = (self.threshold, self.left, self.right)
        if any(len(part) != count for part in lists) or not self.values:
            return True
        if not all(map(isfinite, (*self.threshold, *self.values))):
            return True
        if not all(0 <= feature < width for feature in self.feature):
            return True
        children = ((i, child) for i in range(count) for child in (self.left[i], self.right[i]))
        return not all(
            i < child < count if child >= 0 else ~child < len(self.values) for i, child in children
        )


def scores(trees: Sequence[Tree], classes: int, row: Sequence[float]) -> tuple[float, ...]:
    """The share of each class; tree i speaks for class i modulo their number."""
    sums = [0.0] * classes
    for i, tree in enumerate(trees):
        sums[i % classes] += tree.value(row)
    highest = max(sums)
    raised = [exp(value - highest) for value in sums]
    return tuple(value / sum(raised) for value in raised)


def from_lightgbm(dumped: Mapping[str, Any]) -> list[Tree]:
    """The trees of a model that LightGBM has dumped (`Booster.dump_model`)."""
    return [_tree(info["tree_structure"]) for info in dumped["tree_info"]]


def _tree(root: Mapping[str, Any]) -> Tree:
    nodes = list(_nodes(root))
    numbers = {id(node): i for i, node in enumerate(nodes)}
    leaves: list[float] = []

    def child(node: Mapping[str, Any]) -> int:
        if id(node) in numbers:
            return numbers[id(node)]
        leaves.append(float(node["leaf_value"]))
        return -len(leaves)

    if not nodes:
        return Tree([], [], [], [], [float(root["leaf_value"])])
    children = [(child(node["left_child"]), child(node["right_child"])) for node in nodes]
    return Tree(
        [int(node["split_feature"]) for node in nodes],
        [float(node["threshold"]) for node in nodes],
        [left for left, _ in children],
        [right for _, right in children],
        leaves,
    )


def _nodes(node: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """The inner nodes, each before those below it."""
    if "split_feature" in node:
        yield node
        yield from _nodes(node["left_child"])
        yield from _nodes(node["right_child"])
