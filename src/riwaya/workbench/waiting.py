"""Claims that wait for a judgement, with what whoever judges has to see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from riwaya.archive import Archive, schema
from riwaya.archive.applying import Applied
from riwaya.archive.archive import readings_of
from riwaya.archive.decided import decided_readings
from riwaya.exchange.index import Index
from riwaya.exchange.wording import chain, chain_line, gist
from riwaya.questions.names import with_outlet
from riwaya.questions.review import Reason
from riwaya.workbench.item import Item
from riwaya.workbench.passage import Passage, passage_of


@dataclass(frozen=True, slots=True)
class Waiting:
    """A claim with its passage, its chain, what it says in short, and why it waits."""

    reference: str
    report: str
    title: str | None
    published: str | None
    line: str
    gist: str
    passage: Passage
    reasons: tuple[Reason, ...]


def waiting(
    archive: Archive, wanted: Sequence[tuple[str, str, tuple[Reason, ...]]], *, as_read: bool = False
) -> list[Waiting]:
    """The claims with these ids in the reports with these keys; what is there no longer is left out.

    With `as_read` they are as the machine read them, whatever people decided.
    """
    table = schema.reports
    found = []
    with archive.reading() as connection:
        keys = sorted({key for key, _claim, _reasons in wanted})
        reports = {row.key: row for row in connection.execute(select(table).where(table.c.key.in_(keys)))}
        numbers = [row.n for row in reports.values()]
        if as_read:
            states = {n: Applied(reading) for n, reading in readings_of(connection, numbers).items()}
        else:
            states = decided_readings(connection, numbers)
        indexes = {n: Index(with_outlet(connection, state.reading)) for n, state in states.items()}
    for key, id, reasons in wanted:
        report = reports.get(key)
        index = indexes.get(report.n) if report is not None else None
        if report is None or index is None or id not in index.claims:
            continue
        claim = index.claims[id]
        item = Item(report, states[report.n], "claim", claim, index, (), None)
        found.append(
            Waiting(
                item.reference, report.key, report.title, report.published,
                chain_line(chain(claim, index)), gist(claim, index), passage_of(item), reasons,
            )
        )  # fmt: skip
    return found
