"""A story as a graph of its reports, and as a tree that a terminal shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from riwaya.archive import schema
from riwaya.corpus.order import moment_of
from riwaya.exchange.wording import isolate
from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.desk import Desk
from riwaya.release import Guard

#: What a copy is called.
KINDS = {
    "identical": _("same words"),
    "near": _("nearly the same"),
    "partial": _("partly the same"),
    "passage": _("a passage"),
    "cites": _("cites"),
    "revises": _("later version"),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A report of a story."""

    key: str
    outlet: str
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Edge:
    """Report `report` took from `of`: a row of `schema.copies`, by keys."""

    report: str
    of: str
    kind: str
    share: float


@dataclass(frozen=True, slots=True)
class Graph:
    """A story: its reports, the earliest first, and what they took from each other."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def story_graph(desk: Desk, report: str) -> Graph:
    """The story of a report, by key or the beginning of one, as far as it may leave. Raises UsageError."""
    number = desk.archive.report(report).n
    reports, stories, copies = schema.reports, schema.stories, schema.copies
    story = select(stories.c.story).where(stories.c.report == number).scalar_subquery()
    members = select(stories.c.report).where(stories.c.story == story)
    with desk.archive.reading() as connection:
        rows = connection.execute(
            select(reports).where((reports.c.n == number) | reports.c.n.in_(members))
        ).all()
        taken = connection.execute(
            select(copies).where(copies.c.report.in_(members), copies.c.of.in_(members))
        ).all()
    return graph_of(desk, rows, taken)


def graph_of(desk: Desk, reports: Iterable[Any], copies: Iterable[Any]) -> Graph:
    """Reports as they may leave, the earliest first, and what they took from each other.

    Rows of `schema.reports`, and of `schema.copies` between them.
    """
    rows = sorted(reports, key=lambda row: (moment_of(row.published), row.key))
    place = {row.n: position for position, row in enumerate(rows)}
    nodes = tuple(
        Node(
            row.key,
            row.outlet,
            row.published,
            desk.gate.title(row.title, Guard.load(row.guard), row.published),
        )
        for row in rows
    )
    taken = sorted(copies, key=lambda row: (place[row.report], place[row.of], row.kind))
    edges = (Edge(nodes[place[r.report]].key, nodes[place[r.of]].key, r.kind, r.share) for r in taken)
    return Graph(nodes, tuple(edges))


def tree(graph: Graph) -> str:
    """The story as lines of text: each report below the one that it has most words of.

    Of several such the earliest. What has no source stands at the left; other sources are not drawn.
    """
    nodes = {node.key: node for node in graph.nodes}
    position = {key: number for number, key in enumerate(nodes)}
    best = closest(graph)
    below: dict[str, list[Edge]] = defaultdict(list)
    for edge in best.values():
        below[edge.of].append(edge)
    lines: list[str] = []
    for key, node in nodes.items():
        if key not in best:
            lines.append(_line(node, None))
            lines += _branches(key, below, nodes, position)
    return "\n".join(lines)


def closest(graph: Graph) -> dict[str, Edge]:
    """For each report of a story the edge to the one that it has most words of, of several the earliest."""
    best: dict[str, Edge] = {}
    for edge in graph.edges:
        known = best.get(edge.report)
        # Versions of one address may give dates in any order: a tree must not run in a circle.
        if not _comes_back(edge, best) and (known is None or edge.share > known.share):
            best[edge.report] = edge
    return best


def _comes_back(edge: Edge, best: dict[str, Edge]) -> bool:
    """Whether the source of an edge has its report for a source, over however many steps."""
    key = edge.of
    while key in best and key != edge.report:
        key = best[key].of
    return key == edge.report


def _branches(
    key: str, below: dict[str, list[Edge]], nodes: dict[str, Node], position: dict[str, int]
) -> Iterator[str]:
    """Lines for what stands below a report, without recursion: chains of versions may be long."""
    waiting = [("", edge, last) for edge, last in _ordered(below[key], position)]
    while waiting:
        indent, edge, last = waiting.pop()
        yield f"{indent}{'└─ ' if last else '├─ '}{_line(nodes[edge.report], edge)}"
        deeper = indent + ("   " if last else "│  ")
        waiting += [(deeper, each, end) for each, end in _ordered(below[edge.report], position)]


def _ordered(edges: list[Edge], position: dict[str, int]) -> list[tuple[Edge, bool]]:
    """Edges by their reports, the last one first, and whether it is the last: as a stack takes them."""
    backwards = sorted(edges, key=lambda edge: position[edge.report], reverse=True)
    return [(edge, number == 0) for number, edge in enumerate(backwards)]


def _line(node: Node, edge: Edge | None) -> str:
    how = f"{gettext(KINDS[edge.kind])} {edge.share:.2f} · " if edge else ""
    parts = (node.published or gettext("no date"), isolate(node.outlet), isolate(node.title or ""), node.key)
    return how + " · ".join(part for part in parts if part != isolate(""))
