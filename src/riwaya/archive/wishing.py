"""What somebody asks to be decided, by reference (REPORT, REPORT/c3, REPORT/a1, a matter), as a wish."""

from __future__ import annotations

from typing import Literal, get_args

from sqlalchemy import Connection

from riwaya.archive import standing
from riwaya.archive.archive import Archive
from riwaya.archive.decided import decided_readings
from riwaya.archive.deciding import Wish
from riwaya.archive.decisions import Kind, Target
from riwaya.archive.patches import Record
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

Verdict = Literal["accept", "reject"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
#: What another claim can be said to be to this one.
Comparison = Literal["same-as", "apart-from", "independent-of", "not-independent-of"]
COMPARISONS: tuple[Comparison, ...] = get_args(Comparison)


def judging(archive: Archive, connection: Connection, reference: str, verdict: Verdict, why: str) -> Wish:
    """The wish that a report, claim or attribution be accepted or rejected. Raises UsageError."""
    report, id = parted(archive, connection, reference)
    kind = kind_of(connection, int(archive.report(report).n), id)
    return Wish(Target(report, kind, id or report), verdict, why=why)


def correcting(archive: Archive, connection: Connection, reference: str, after: Record, why: str) -> Wish:
    """The wish that a claim or attribution hold what `after` says. Raises UsageError."""
    report, id = parted(archive, connection, reference)
    kind = kind_of(connection, int(archive.report(report).n), id)
    if kind == "report":
        raise UsageError(_("a report is accepted or rejected; correct a claim or attribution in it"))
    return Wish(Target(report, kind, id), "correct", after, why=why)


def adding(archive: Archive, connection: Connection, reference: str, record: Record, why: str) -> Wish:
    """The wish that a report have one more claim, or attribution (it has a cue). Raises UsageError."""
    report, id = parted(archive, connection, reference)
    if id:
        raise UsageError(_("what is added gets an id of its own: name the report alone"))
    return Wish(Target(report, "attribution" if "cue" in record else "claim", ""), "add", record, why=why)


def comparing(
    archive: Archive, connection: Connection, reference: str, what: Comparison, other: str, why: str
) -> Wish:
    """The wish that one claim be something to another. Raises UsageError."""
    first, second = (parted(archive, connection, each) for each in (reference, other))
    if first == second:
        raise UsageError(_("these are one claim: {reference}").format(reference=reference))
    standing.identity(connection, first)
    if what == "same-as":
        return standing.one_matter(connection, first, second, why)
    if what == "apart-from":
        return standing.not_in_matter(connection, first, second, why)
    independent = what == "independent-of"
    return standing.word_on_independence(connection, first, second, independent=independent, why=why)


def parted(archive: Archive, connection: Connection, reference: str) -> tuple[str, str]:
    """The key of a report and the id in it (empty for the report itself) that a reference means."""
    found = standing.founding_claim(connection, reference)
    if found is not None:
        return found
    report, _slash, id = reference.partition("/")
    return str(archive.report(report).key), id


def kind_of(connection: Connection, report: int, id: str) -> Kind:
    """What an id is the id of in a report, by the report's number."""
    if not id:
        return "report"
    state = decided_readings(connection, [report]).get(report)
    said = {item.id for item in state.reading.attributions} if state else set()
    return "attribution" if id in said else "claim"
