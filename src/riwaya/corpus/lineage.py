"""Lineage: which report took what from which, in the tables `copies` and `stories`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, delete, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.corpus.citations import find_citations
from riwaya.corpus.copying import Copy, find_copies, find_identical
from riwaya.corpus.progress import Teller, silent
from riwaya.corpus.revisions import find_revisions
from riwaya.corpus.shelf import Shelf
from riwaya.i18n import gettext as _

#: A passage makes two reports one story when it is so much of the shorter one.
SAME_STORY = 0.8
#: Rows that are written at a time.
_PART = 5_000


def relate_reports(connection: Connection, say: Teller = silent) -> None:
    """Find who copied whom among all reports and write `copies` and `stories` anew, in this transaction.

    A row says that `report` took from `of`, the earlier by its date of publication; where dates do not tell,
    the one with the lesser key stands for the earlier. A report with the words of earlier ones (identical)
    has one row, to the first of them, and what else is said of these words is said of that first one. `say`
    is told what is being done.
    """
    say(_("reading the list of reports"))
    shelf = Shelf(connection)
    say(_("comparing reports"))
    copies = find_identical(shelf)
    copies += find_copies(shelf, [copy.report for copy in copies])
    say(_("looking for versions and citations"))
    copies += find_revisions(shelf)
    copies += find_citations(connection, shelf)
    for table in (schema.copies, schema.stories):
        connection.execute(delete(table))
    _insert(connection, schema.copies, [_row(shelf, copy) for copy in copies])
    _insert(connection, schema.stories, _stories(connection, shelf, copies))


def _row(shelf: Shelf, copy: Copy) -> dict[str, Any]:
    return {
        "report": shelf.reports[copy.report].n,
        "of": shelf.reports[copy.of].n,
        "kind": copy.kind,
        "share": copy.share,
        "passages": json.dumps(copy.passages, separators=(",", ":")),
    }


def _stories(connection: Connection, shelf: Shelf, copies: Iterable[Copy]) -> list[dict[str, int]]:
    """A row for every report: the number of the earliest that copies join it with, its own where none do."""
    parents = list(range(len(shelf.reports)))

    def top(place: int) -> int:
        while parents[place] != place:
            parents[place] = parents[parents[place]]
            place = parents[place]
        return place

    for copy in copies:
        if copy.kind != "passage" or copy.contained >= SAME_STORY:
            one, other = top(copy.report), top(copy.of)
            parents[max(one, other)] = min(one, other)
    story = {report.n: shelf.reports[top(place)].n for place, report in enumerate(shelf.reports)}
    return [{"report": n, "story": story.get(n, n)} for n in sorted(_numbers(connection, story))]


def _numbers(connection: Connection, known: Mapping[int, int]) -> set[int]:
    """The numbers of all reports, those without a text too."""
    return set(connection.scalars(select(schema.reports.c.n))) | set(known)


def _insert(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    for some in in_parts(rows, _PART):
        connection.execute(table.insert(), some)
