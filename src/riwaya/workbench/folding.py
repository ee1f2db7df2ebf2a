"""A story as it is drawn: rows of outlets, columns of time, and what would crowd it folded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from riwaya.corpus.order import moment_of
from riwaya.questions.story import Edge, Graph, Node, closest

#: Reports that are drawn one by one, and outlets that have a row of their own, unless all are asked for.
NODES, LANES = 40, 18
#: The row that outlets share which have none of their own.
ELSEWHERE = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """A report where it stands, or `folded` many of one outlet, of which it is the first."""

    node: Node
    lane: str
    column: int
    folded: int = 0
    earliest: bool = False


@dataclass(frozen=True, slots=True)
class Joint:
    """An edge between dots, by the keys of their reports; `between` are the two that it is between."""

    report: str
    of: str
    kind: str
    share: float
    between: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Layout:
    """What is drawn of a story: `moments` are the days of the columns, None where no day is known."""

    lanes: tuple[str, ...]
    moments: tuple[str | None, ...]
    dots: tuple[Dot, ...]
    joints: tuple[Joint, ...]
    folded: int


def laid_out(graph: Graph, asked: str, *, whole: bool = False) -> Layout:
    """A story in rows and columns; with `whole` nothing of it is folded."""
    own = {node.key for node in graph.nodes} if whole else _own(graph, asked)
    lanes = _lanes(graph, own, whole=whole)
    stands: dict[str, str] = {}  # by report the report whose dot stands for it
    counts: Counter[str] = Counter()
    first: dict[str, str] = {}
    for node in graph.nodes:
        lane = node.outlet if node.outlet in lanes else ELSEWHERE
        stand_in = node.key if node.key in own else first.setdefault(lane, node.key)
        stands[node.key] = stand_in
        counts[stand_in] += node.key not in own
    shown = [node for node in graph.nodes if stands[node.key] == node.key]
    moments = sorted({moment_of(node.published) for node in shown})
    column = {moment: number for number, moment in enumerate(moments)}
    days = {moment_of(node.published): (node.published or "")[:10] or None for node in shown}
    dots = tuple(
        Dot(
            node, node.outlet if node.outlet in lanes else ELSEWHERE, column[moment_of(node.published)],
            counts[node.key], node is graph.nodes[0],
        )
        for node in shown
    )  # fmt: skip
    rows = (*lanes, *([ELSEWHERE] if any(dot.lane == ELSEWHERE for dot in dots) else []))
    joints = _joints(_drawn(graph), stands)
    return Layout(rows, tuple(days[m] for m in moments), dots, joints, sum(counts.values()))


def _own(graph: Graph, asked: str) -> set[str]:
    """The reports with a dot of their own: the first, the one asked for, those that most others took from."""
    if len(graph.nodes) <= NODES:
        return {node.key for node in graph.nodes}
    given = Counter(edge.of for edge in closest(graph).values())
    by_weight = sorted(graph.nodes, key=lambda node: -given[node.key])
    return {graph.nodes[0].key, asked, *(node.key for node in by_weight[: NODES - 2])}


def _lanes(graph: Graph, own: set[str], *, whole: bool) -> tuple[str, ...]:
    """Outlets in the order in which they first told the story."""
    every = dict.fromkeys(node.outlet for node in graph.nodes if node.key in own)
    return tuple(every) if whole else tuple(every)[:LANES]


def _drawn(graph: Graph) -> Iterable[Edge]:
    """To the report of which each has most words; citations and versions; no others, which only crowd."""
    best = closest(graph)
    return (
        edge for edge in graph.edges if edge.kind in ("cites", "revises") or best.get(edge.report) == edge
    )


def _joints(edges: Iterable[Edge], stands: dict[str, str]) -> tuple[Joint, ...]:
    """Edges between what is drawn; of several between the same two the one with the largest share."""
    found: dict[tuple[str, str, str], Joint] = {}
    for edge in edges:
        key = (stands[edge.report], stands[edge.of], edge.kind)
        if key[0] != key[1] and (key not in found or found[key].share < edge.share):
            found[key] = Joint(*key, edge.share, (edge.report, edge.of))
    return tuple(found.values())
