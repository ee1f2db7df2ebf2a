"""What a report took from whom, as an answer, a graph and a tree."""

from datetime import UTC, datetime

import pytest

from corpus.copied import BRIDGE, CONVOY, STATEMENT, WELLS, Told, kinds, ready
from riwaya.archive import Archive
from riwaya.archive.redaction import redact_text
from riwaya.errors import UsageError
from riwaya.questions import Answer, Desk, Filters
from riwaya.questions.lineage import lineage
from riwaya.questions.story import Edge, Graph, Node, story_graph, tree

URI = "https://news.example/convoy"
FIRST = Told("وصول قافلة إلى المعبر\n" + CONVOY, "enab", "2021-05-03T08:00:00Z", URI)
SECOND = Told(
    "وصول قافلة إلى المعبر\n" + CONVOY.replace("أربعين", "خمسين"), "enab", "2021-05-03T12:00:00Z", URI
)
COPY = Told("وصول قافلة إلى المعبر\n" + CONVOY, "sana", "2021-05-04")
ROUND_UP = Told(STATEMENT + "\n" + WELLS + "\n" + BRIDGE + "\n" + CONVOY, "anha", "2021-05-05")
ALL = (FIRST, SECOND, COPY, ROUND_UP)
MOMENT = datetime(2021, 6, 1, tzinfo=UTC)


def key(told: Told) -> str:
    return str(ready(told).report["key"])


def ask(archive: Archive, told: Told, filters: Filters | None = None) -> Answer:
    kinds(archive, *ALL)
    return lineage(Desk(archive, moment=MOMENT), filters or Filters(), key(told))


def cells(answer: Answer, *names: str) -> list[tuple[object, ...]]:
    at = [[column.name for column in answer.columns].index(name) for name in names]
    return [tuple(line.cells[i] for i in at) for line in answer.lines]


def test_the_first_report_gave_and_was_revised(archive: Archive) -> None:
    found = cells(ask(archive, FIRST), "relation", "kind", "report", "order")
    assert ("gave", "identical", key(COPY), "later") in found
    assert ("gave", "passage", key(ROUND_UP), "later") in found
    assert ("revised-by", None, key(SECOND), "later") in found
    assert not [row for row in found if row[0] in ("earliest", "took")]


def test_a_version_shows_what_changed(archive: Archive) -> None:
    found = cells(ask(archive, SECOND), "relation", "report", "removed", "added")
    assert found[0][:2] == ("earliest", key(FIRST))
    assert ("revises", key(FIRST), "أربعين", "خمسين") in found


def test_every_row_with_words_leads_to_them_in_both_reports(archive: Archive) -> None:
    answer = ask(archive, ROUND_UP)
    (line,) = (line for line in answer.lines if line.cells[0] == "took" and line.cells[2] == key(FIRST))
    own, other = line.evidence
    assert (own.report, other.report) == (key(ROUND_UP), key(FIRST))
    assert ROUND_UP.text[own.start : own.end] == FIRST.text[other.start : other.end]
    assert own.quotation.endswith("…")
    assert len(own.quotation) <= 200


def test_filters_narrow_the_other_reports(archive: Archive) -> None:
    answer = ask(archive, FIRST, Filters(outlet="sana"))
    assert {row[0] for row in cells(answer, "report")} == {key(COPY)}
    late = lineage(Desk(archive, moment=MOMENT), Filters(since="2021-05-05"), key(FIRST))
    assert {row[0] for row in cells(late, "report")} == {key(ROUND_UP)}
    page = lineage(Desk(archive, moment=MOMENT), Filters(limit=1, offset=1), key(FIRST))
    assert (len(page.lines), page.total > 2) == (1, True)


def test_a_report_alone_says_so(archive: Archive) -> None:
    kinds(archive, FIRST, Told(WELLS))
    answer = lineage(Desk(archive, moment=MOMENT), Filters(), key(Told(WELLS)))
    assert answer.lines == ()
    assert "a search finds others" in " ".join(answer.notes)


def test_a_report_that_is_not_there_is_a_usage_error(archive: Archive) -> None:
    with pytest.raises(UsageError):
        lineage(Desk(archive, moment=MOMENT), Filters(), "r0000")


def test_a_text_that_was_removed_has_no_lineage(archive: Archive) -> None:
    kinds(archive, *ALL)
    redact_text(archive, [key(COPY)], who="Rana", why="asked to")

    with pytest.raises(UsageError, match="removed for good"):
        lineage(Desk(archive, moment=MOMENT), Filters(), key(COPY))


def test_the_story_is_a_graph_the_earliest_first(archive: Archive) -> None:
    kinds(archive, *ALL)
    graph = story_graph(Desk(archive, moment=MOMENT), key(COPY))
    assert [node.key for node in graph.nodes] == [key(told) for told in ALL]
    assert (key(COPY), key(FIRST), "identical") in {(e.report, e.of, e.kind) for e in graph.edges}


def test_the_tree_puts_each_report_below_its_closest_source() -> None:
    nodes = tuple(Node(k, "enab", "2021-05-03", None) for k in "abcd")
    edges = (
        Edge("b", "a", "near", 0.9), Edge("c", "a", "partial", 0.5), Edge("c", "b", "partial", 0.6),
        Edge("d", "a", "passage", 0.1),
    )  # fmt: skip
    lines = tree(Graph(nodes, edges)).split("\n")
    assert [line[-1] for line in lines] == ["a", "b", "c", "d"]
    assert [line[:4] for line in lines] == ["2021", "├─ n", "│  └", "└─ a"]


def test_versions_in_a_circle_are_drawn_all_the_same() -> None:
    nodes = tuple(Node(k, "enab", None, None) for k in "ab")
    edges = (Edge("a", "b", "revises", 0.9), Edge("b", "a", "near", 0.9))
    assert len(tree(Graph(nodes, edges)).split("\n")) == 2
