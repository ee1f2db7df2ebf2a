"""A coding sheet read back: what somebody changed in it becomes decisions, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.decided import decided_readings
from riwaya.archive.deciding import Wish, decide_all
from riwaya.archive.decisions import Decision, Target
from riwaya.archive.parts import in_parts
from riwaya.archive.patches import Record, merged, parts, plain
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.model import Claim
from riwaya.questions.desk import Desk
from riwaya.questions.sheet import EDITABLE, Cells, Group, Row, groups_of, rows_of
from riwaya.questions.sheet_cells import CellError, is_same, patch_of
from riwaya.questions.sheet_file import FileRow, tidy
from riwaya.release import Told

#: What a coder writes into the column `status`, and what that decides.
_WORDS = {"accept": "accept", "accepted": "accept", "reject": "reject", "rejected": "reject"}
#: Columns of the claim itself that are shown for reading only.
_SHOWN = ("chain", "quotation", "measure")


@dataclass(slots=True)
class ReadBack:
    """What came of a sheet: decisions made (or, in a dry run, to be made), and what to say about rows.

    `problems` keep everything from being applied. `stale` are rows whose claim changed since the sheet was
    written: they are passed over. `remarks` are harmless. Each is a row's number and a sentence.
    """

    rows: int = 0
    changed: int = 0
    decisions: list[Decision] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)
    stale: list[tuple[int, str]] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)


def read_back(
    desk: Desk, rows: Sequence[FileRow], *, who: str, why: str = "", dry_run: bool = False
) -> ReadBack:
    """Compare a sheet with what would be written now, and decide what was changed in it.

    A row's note is the reason for its decisions, else `why`. Raises UsageError when somebody changed a claim
    in the moment between; then nothing is decided either.
    """
    outcome = ReadBack(rows=len(rows))
    wishes: list[Wish] = []
    with desk.archive.reading() as connection:
        for row, group, now in _with_now(desk, connection, rows, outcome):
            found = _wishes(connection, row, group, now, why.strip() or _("coded in a sheet"), outcome)
            outcome.changed += bool(found)
            wishes += found
    if outcome.problems or not wishes:
        return outcome
    outcome.decisions = decide_all(desk.archive, wishes, who=who, dry_run=dry_run)
    return outcome


def _with_now(
    desk: Desk, connection: Connection, rows: Sequence[FileRow], outcome: ReadBack
) -> Iterator[tuple[FileRow, Group, Row]]:
    """The rows whose claim is there, with the row that would be written of it now."""
    numbers = _numbers(connection, {(row.cells["report"], row.cells["claim"]) for row in rows})
    known: dict[int, FileRow] = {}
    for row in rows:
        claim = row.cells["report"], row.cells["claim"]
        if not any(claim):
            problem = _("this row was added: a sheet changes what was read; add the claim to its report")
            outcome.problems.append((row.number, problem))
        elif claim not in numbers:
            problem = _("the archive has no claim {claim} any more, or never had")
            outcome.stale.append((row.number, problem.format(claim="/".join(claim))))
        elif (other := known.setdefault(numbers[claim], row)) is not row:
            problem = _("the same claim as row {other}").format(other=other.number)
            outcome.problems.append((row.number, problem))
    groups = groups_of(connection, list(known))
    for part in in_parts(groups, 200):
        now = {(each.chosen.report, each.chosen.id): each for each in rows_of(desk, connection, part)}
        for group in part:
            row = known[group.chosen]
            there = now.get((row.cells["report"], row.cells["claim"]))
            if there is None:
                outcome.stale.append((row.number, _("this claim may not leave any more")))
            else:
                yield row, group, there


def _wishes(
    connection: Connection, row: FileRow, group: Group, there: Row, why: str, outcome: ReadBack
) -> list[Wish]:
    """What a row wants decided."""
    now = {column: tidy(cell) for column, cell in there.cells.items()}
    cells, note = row.cells, row.cells.get("note", "")
    changed = [column for column in EDITABLE if not is_same(column, cells[column], now[column])]
    if not changed:
        if note:
            outcome.remarks.append((row.number, _("a note alone decides nothing")))
        return []
    if cells["seal"] != now["seal"]:
        problem = _("the claim was changed since this sheet was written: {columns}")
        columns = ", ".join(f"{column} = {now[column]}" for column in changed)
        outcome.stale.append((row.number, problem.format(columns=columns)))
        return []
    try:
        _check_shown(cells, now)
        return _decided(connection, row, group, there, changed, note or why)
    except (CellError, UsageError) as error:
        outcome.problems.append((row.number, str(error)))
    return []


def _decided(
    connection: Connection, row: FileRow, group: Group, there: Row, changed: Sequence[str], why: str
) -> list[Wish]:
    target = Target(row.cells["report"], "claim", row.cells["claim"])
    wishes: list[Wish] = []
    values = [column for column in changed if column != "status"]
    word = _WORDS.get(row.cells["status"].lower()) if "status" in changed else None
    if "status" in changed and word is None:
        raise CellError(_("status is accept or reject, not '{cell}'").format(cell=row.cells["status"]))
    if values and word == "reject":
        raise CellError(_("a row is corrected or rejected, not both"))
    owners = {there.owner(column).n: there.owner(column) for column in values}
    for owner in owners.values():
        own = {column: row.cells[column] for column in values if there.owner(column).n == owner.n}
        wishes.append(_correction(connection, owner, own, why))
    if word == "accept":
        wishes.append(Wish(target, "accept", why=why))
    elif word == "reject":
        # Whoever strikes an incident strikes all that was said of it.
        every = (Target(key, "claim", id) for key, id in _references(connection, group))
        wishes += [Wish(each, "reject", why=why) for each in every]
    return wishes


def _correction(connection: Connection, told: Told, cells: Mapping[str, str], why: str) -> Wish:
    """What these cells make of one claim."""
    claim = _claim(connection, told.n, told.id)
    patch: Record = {"event": {}}
    for column, cell in cells.items():
        patch = merged(patch, {"event": patch_of(connection, column, cell, claim)})
    _check_bounds(merged(plain(claim), patch))
    target = Target(told.report, "claim", told.id)
    return Wish(target, "correct", patch, parts(plain(claim), patch), why)


def _check_shown(cells: Cells, now: Cells) -> None:
    for column in _SHOWN:
        if column in cells and not is_same(column, cells[column], now[column]):
            raise CellError(_("column {column} is not read back").format(column=column))


def _check_bounds(record: Record) -> None:
    count = record["event"]["quantity"] or {}
    low, high = count.get("low"), count.get("high")
    if low is not None and high is not None and low > high:
        raise CellError(_("low {low} is above high {high}").format(low=low, high=high))


def _claim(connection: Connection, number: int, id: str) -> Claim:
    table = schema.claims
    report = connection.scalar(select(table.c.report).where(table.c.n == number))
    state = decided_readings(connection, [report or 0])[report or 0]
    return next(claim for claim in state.reading.claims if claim.id == id)


def _references(connection: Connection, group: Group) -> list[tuple[str, str]]:
    claims, reports = schema.claims, schema.reports
    statement = select(reports.c.key, claims.c.id).join(reports, reports.c.n == claims.c.report)
    rows = connection.execute(statement.where(claims.c.n.in_(group.claims)))
    return sorted((row.key, row.id) for row in rows)


def _numbers(connection: Connection, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], int]:
    claims, reports = schema.claims, schema.reports
    keys = sorted({key for key, _id in wanted})
    found: dict[tuple[str, str], int] = {}
    for some in in_parts(keys):
        statement = (
            select(reports.c.key, claims.c.id, claims.c.n)
            .join(reports, reports.c.n == claims.c.report)
            .where(reports.c.key.in_(some))
        )
        found.update(((key, id), n) for key, id, n in connection.execute(statement) if (key, id) in wanted)
    return found
