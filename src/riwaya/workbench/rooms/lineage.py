"""The lineage of a story: who has whose words, as a graph, as tables, and side by side."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.questions import Desk
from riwaya.questions.compared import compared
from riwaya.questions.names import names_of
from riwaya.questions.story import KINDS, Edge, Graph, Node, story_graph
from riwaya.workbench.asking import archive_of
from riwaya.workbench.folding import laid_out
from riwaya.workbench.graphs import picture_of
from riwaya.workbench.rendering import page

router = APIRouter()


@router.get("/lineage/{reference}")
def lineage_room(request: Request, reference: str) -> Response:
    """A story as a graph of its reports; with `report` and `of` what these two share."""
    archive = archive_of(request)
    row = archive.report(reference)
    if row.key != reference:
        return RedirectResponse(f"/lineage/{row.key}")
    given = request.query_params
    desk = Desk(archive)
    graph = story_graph(desk, row.key)
    nodes = {node.key: node for node in graph.nodes}
    whole = given.get("whole") == "1"
    layout = laid_out(graph, row.key, whole=whole)
    with archive.reading() as connection:
        names = names_of(connection, {node.outlet for node in graph.nodes}, language())
    pair = (given.get("report", ""), given.get("of", ""))
    chosen = compared(desk, *pair) if pair[0] in nodes and pair[1] in nodes else None
    joint = next((each for each in layout.joints if chosen and each.between == pair), None)

    def leads(report: str, of: str) -> str:
        kept = {"whole": "1"} if whole else {}
        return f"/lineage/{row.key}?{urlencode({**kept, 'report': report, 'of': of})}#sides"

    return page(
        request, "lineage.html", graph=graph, layout=layout, nodes=nodes, names=names, asked=nodes[row.key],
        relations=_relations(graph), title=_title(graph, nodes[row.key]), kinds=KINDS,
        leads=leads, whole=whole, chosen=chosen, pair=pair,
        picture=picture_of(layout, names, row.key, lambda each: leads(*each.between), joint),
    )  # fmt: skip


def _title(graph: Graph, asked: Node) -> str:
    return graph.nodes[0].title or asked.title or _("A report without a headline")


def _relations(graph: Graph) -> list[tuple[tuple[str, str], str, float]]:
    """Each two reports of which one has something of the other: how, in words, and the larger share."""
    found: dict[tuple[str, str], list[Edge]] = {}
    for edge in graph.edges:
        found.setdefault((edge.report, edge.of), []).append(edge)
    return [
        (pair, _(", ").join(_(KINDS[each.kind]) for each in edges), max(each.share for each in edges))
        for pair, edges in found.items()
    ]
