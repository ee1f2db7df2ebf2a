"""The coding sheet: written for a spreadsheet, read back as decisions, whatever the spreadsheet did to it."""

from __future__ import annotations

import csv
from datetime import UTC, datetime
from io import StringIO
from typing import Any

import pytest
from sqlalchemy import select

from archive.invented import MARKET, STRIKE, take_in
from archive.test_decisions import rows as projected
from riwaya.archive import Archive, schema
from riwaya.archive.deciding import decide
from riwaya.archive.decisions import Target, all_decisions
from riwaya.archive.standing import matter_called
from riwaya.errors import InputError
from riwaya.questions import Desk, Filters
from riwaya.questions.sheet import COLUMNS, sheet, to_csv
from riwaya.questions.sheet_back import ReadBack, read_back
from riwaya.questions.sheet_days import day_cell, meanings, precision
from riwaya.questions.sheet_file import read_rows, tidy

AGAIN = "قالت مصادر محلية إن طائرات تركية قصفت مواقع للتنظيم في ريف حلب أمس، وإن 14 مدنيا قتلوا."


@pytest.fixture
def desk(archive: Archive) -> Desk:
    """A desk over three reports, of which two tell of one strike."""
    first, second, _third = take_in(archive, STRIKE, AGAIN, MARKET)
    with archive.writing() as connection:
        claims, reports = schema.claims, schema.reports
        statement = (
            select(claims.c.n, claims.c.id, reports.c.key).join(reports).where(claims.c.mode == "aerial")
        )
        found = {row.key: row for row in connection.execute(statement.order_by(claims.c.n.desc()))}
        matter = {
            "n": 1, "id": matter_called(first, found[first].id), "kind": "incident", "type": "ASSAULT",
            "first": "2020-01-02", "last": "2020-01-02", "reports": 2, "outlets": 1, "sides": 1, "disputed": False,
        }  # fmt: skip
        connection.execute(schema.matters.insert(), matter)
        joined = [{"matter": 1, "claim": found[key].n} for key in (first, second)]
        connection.execute(schema.matter_claims.insert(), joined)
    return Desk(archive, moment=datetime(2026, 1, 1, tzinfo=UTC))


def written(desk: Desk, *, singles: bool = False) -> list[dict[str, str]]:
    """The rows of the sheet as a program reads CSV."""
    text = "".join(to_csv(sheet(desk, Filters(), singles=singles)))
    return list(csv.DictReader(StringIO(text, newline="")))


def as_file(rows: list[dict[str, str]], separator: str = ",") -> bytes:
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter=separator, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def back(desk: Desk, rows: list[dict[str, str]], **options: Any) -> ReadBack:
    return read_back(desk, read_rows(as_file(rows), "s.csv"), who="Rana", **options)


def claim_of(desk: Desk, row: dict[str, str]) -> Any:
    return projected(desk.archive, row["report"])[row["claim"]]


def kept(desk: Desk) -> int:
    with desk.archive.reading() as connection:
        return len(all_decisions(connection))


def test_a_row_is_an_incident_as_an_event_coder_knows_it(desk: Desk) -> None:
    (row,) = written(desk)
    assert tuple(row) == COLUMNS
    shown = {
        name: row[name] for name in ("date", "date_precision", "actor1", "type", "mode", "reports", "status")
    }
    assert shown == {
        "date": "2020-01-01", "date_precision": "day", "actor1": "turkish-forces", "type": "ASSAULT",
        "mode": "aerial", "reports": "2", "status": "machine",
    }  # fmt: skip
    assert row["chain"] == "enab > turkish-forces"
    assert row["sources"] == "local-sources; turkish-forces"
    assert row["matter"] == matter_called(row["report"], row["claim"])


def test_claims_that_stand_alone_follow_when_asked_for(desk: Desk) -> None:
    rows = written(desk, singles=True)
    assert len(rows) == desk.archive.count()["claims"] - 1
    assert {row["matter"] for row in rows[1:]} == {""}
    assert len({(row["report"], row["claim"]) for row in rows}) == len(rows)


def test_filters_narrow_the_sheet_and_its_limit_does_not(desk: Desk) -> None:
    assert list(sheet(desk, Filters(mode="aerial", limit=0)))
    assert not list(sheet(desk, Filters(party="nobody")))
    assert not list(sheet(desk, Filters(until="2019-12-31")))


def test_an_untouched_sheet_decides_nothing(desk: Desk) -> None:
    rows = written(desk, singles=True)
    outcome = back(desk, rows)
    assert (outcome.rows, outcome.changed, outcome.problems, outcome.stale) == (len(rows), 0, [], [])
    assert kept(desk) == 0


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("type", "harm", "type", "HARM"),
        ("mode", "heavy-weapons", "mode", "heavy-weapons"),
        ("mode", "", "mode", None),
        ("actor1", "russia", "agents", "russia"),
        ("actor1", "turkish-forces; russia", "agents", "turkish-forces russia"),
        ("actor1", "", "agents", ""),
        ("date", "2019-12-30", "time", "2019-12-30"),
        ("date", "٢٠١٩-١٢-٣٠", "time", "2019-12-30"),
        ("date", "30/12/2019", "time", "2019-12-30"),
        ("date", "2019-12", "day_to", "2019-12-31"),
        ("date", "2019-12-28/2019-12-30", "day_from", "2019-12-28"),
        ("date", "", "time", None),
        ("place", "geonames:174018", "places", "geonames:174018"),
        ("place", "", "places", ""),
        ("status", "accept", "status", "accepted"),
    ],
)
def test_a_changed_cell_becomes_a_decision(
    desk: Desk, column: str, cell: str, field: str, value: str | None
) -> None:
    (row,) = written(desk)
    edited = {**row, column: cell, "note": "seen on film"}
    outcome = back(desk, [edited])
    assert (outcome.problems, outcome.stale) == ([], [])
    assert getattr(claim_of(desk, row), field) == value
    (decision,) = outcome.decisions
    assert (decision.who, decision.why) == ("Rana", "seen on film")
    (now,) = written(desk)
    assert now["status"] == ("accepted" if column == "status" else "corrected")
    assert back(desk, [now]).changed == 0


def test_several_cells_of_a_row_are_one_correction(desk: Desk) -> None:
    (row,) = written(desk)
    outcome = back(
        desk, [{**row, "actor1": "russia", "date": "2019-12-30", "status": "accepted"}], why="checked"
    )
    assert [(each.action, each.why) for each in outcome.decisions] == [
        ("correct", "checked"),
        ("accept", "checked"),
    ]
    assert claim_of(desk, row).status == "corrected"


def test_an_actor_keeps_the_words_that_name_it(desk: Desk) -> None:
    rows = written(desk, singles=True)
    row = next(row for row in rows if row["type"] == "RETREAT")
    assert back(desk, [{**row, "actor1": "turkish-forces"}]).problems == []
    with desk.archive.reading() as connection:
        (told,), _held = desk.tell(connection, [claim_of(desk, row).n])
    assert [(each.id, each.words) for each in told.agents] == [("turkish-forces", "قوات النظام")]


def test_a_struck_incident_loses_all_its_claims(desk: Desk) -> None:
    (row,) = written(desk)
    outcome = back(desk, [{**row, "status": "rejected", "note": "staged"}])
    assert [each.action for each in outcome.decisions] == ["reject", "reject"]
    assert written(desk) == []


def test_counts_are_corrected(desk: Desk) -> None:
    rows = written(desk, singles=True)
    toll = next(row for row in rows if row["low"] == "9")
    assert back(desk, [{**toll, "low": "1,100", "high": "1200.0"}]).problems == []
    found = claim_of(desk, toll)
    assert (found.low, found.high) == (1100, 1200)


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"date": "yesterday"}, "'yesterday' is no day"),
        ({"date": "05/06/2015"}, "may be 2015-05-06, 2015-06-05"),
        ({"date": "31/02/2015"}, "is no day"),
        ({"type": "BATTLE"}, "'BATTLE' is none of"),
        ({"mode": "loud"}, "'loud' is none of"),
        ({"actor1": "Nobody at all"}, "no party 'Nobody at all'"),
        ({"place": "geonames:0"}, "no place 'geonames:0'"),
        ({"place": "الباب"}, "means several places"),
        ({"low": "12"}, "counts nothing"),
        ({"status": "maybe"}, "accept or reject"),
        ({"status": "reject", "type": "HARM"}, "not both"),
        ({"type": "HARM", "quotation": "my own words"}, "quotation is not read back"),
        ({"report": "", "claim": ""}, "was added"),
    ],
)
def test_what_nothing_can_be_made_of_keeps_everything_from_being_applied(
    desk: Desk, cells: dict[str, str], message: str
) -> None:
    rows = written(desk, singles=True)
    fine = next({**row, "status": "accept"} for row in rows if not row["matter"])
    outcome = back(desk, [fine, {**rows[0], **cells}])
    ((number, said),) = outcome.problems
    assert (number, message in said) == (3, True), said
    assert kept(desk) == 0


@pytest.mark.parametrize(
    ("low", "high", "message"), [("x", "", "no count"), ("10", "2", "above high"), ("-3", "", "no count")]
)
def test_counts_that_are_none_are_refused(desk: Desk, low: str, high: str, message: str) -> None:
    toll = next(row for row in written(desk, singles=True) if row["low"] == "9")
    ((_number, said),) = back(desk, [{**toll, "low": low, "high": high}]).problems
    assert message in said


def test_the_same_claim_twice_is_refused(desk: Desk) -> None:
    (row,) = written(desk)
    ((number, said),) = back(desk, [row, row]).problems
    assert (number, "as row 2" in said) == (3, True)


def test_a_claim_that_was_changed_meanwhile_is_listed_and_not_applied(desk: Desk) -> None:
    rows = written(desk, singles=True)
    first, second = rows[0], next(row for row in rows if row["low"] == "9")
    target = Target(first["report"], "claim", first["claim"])
    decide(desk.archive, target, "correct", after={"event": {"mode": None}}, who="Samir", why="x")
    outcome = back(desk, [{**first, "mode": "heavy-weapons"}, {**second, "low": "10", "high": "10"}])
    ((number, said),) = outcome.stale
    assert (number, "changed since" in said) == (2, True)
    assert (claim_of(desk, first).mode, claim_of(desk, second).low) == (None, 10)


def test_a_claim_that_is_gone_is_listed(desk: Desk) -> None:
    (row,) = written(desk)
    back(desk, [{**row, "status": "reject"}])
    ((_number, said),) = back(desk, [{**row, "type": "HARM"}]).stale
    assert "no claim" in said


def test_a_note_alone_decides_nothing(desk: Desk) -> None:
    (row,) = written(desk)
    outcome = back(desk, [{**row, "note": "?"}])
    assert (len(outcome.remarks), kept(desk)) == (1, 0)


def test_a_dry_run_checks_everything_and_keeps_nothing(desk: Desk) -> None:
    (row,) = written(desk)
    assert len(back(desk, [{**row, "type": "HARM"}], dry_run=True).decisions) == 1
    assert kept(desk) == 0
    assert back(desk, [{**row, "type": "BATTLE"}], dry_run=True).problems


def mangled(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The cells as spreadsheets give them back."""
    return [
        {
            **row,
            "date": "/".join(reversed(row["date"].split("-"))),
            "low": f"{row['low']}.0" if row["low"] else "",
            "high": row["high"].translate({ord(str(d)): chr(0x0660 + d) for d in range(10)}),
            "type": row["type"].lower(),
            "sources": "'" + row["sources"],
            "actor1": " " + row["actor1"].replace("; ", ";") + "\u00a0",
        }
        for row in rows
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_what_spreadsheets_do_to_a_sheet_changes_nothing(
    desk: Desk, separator: str, encoding: str, end: str
) -> None:
    rows = mangled(written(desk, singles=True))
    text = as_file(rows, separator).decode("utf-8-sig").replace("\r\n", end)
    outcome = read_back(desk, read_rows(text.encode(encoding), "s.csv"), who="Rana")
    assert (outcome.rows, outcome.changed, outcome.problems, outcome.stale) == (len(rows), 0, [], [])


def test_columns_may_be_moved_added_and_rows_left_out(desk: Desk) -> None:
    rows = written(desk, singles=True)
    names = ["my remarks", *reversed(COLUMNS)]
    out = StringIO()
    writer = csv.DictWriter(out, names)
    writer.writeheader()
    writer.writerow({**rows[0], "my remarks": "x", "type": "HARM"})
    out.write(",,,\r\n")
    outcome = read_back(desk, read_rows(out.getvalue().encode(), "s.csv"), who="Rana")
    assert (outcome.rows, len(outcome.decisions)) == (1, 1)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "columns are missing: report"),
        (b"date;type\n1;2", "columns are missing"),
        (",".join(COLUMNS).replace("place,", "").encode(), "columns are missing: place"),
        (",".join([*COLUMNS, "seal"]).encode(), "stand twice: seal"),
        ("\ufeffتاريخ".encode("cp1256", "ignore") + b"\xe3", "not UTF-8"),
    ],
)
def test_what_is_no_sheet_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_rows(data, "s.csv")


def test_no_cell_is_a_formula(desk: Desk) -> None:
    (row,) = written(desk)
    cells = {**row, "quotation": "=cmd|' /C calc'!A0", "place_name": "@SUM(1)"}
    line = list(csv.reader(StringIO("".join(to_csv([cells])), newline="")))[1]
    assert not [cell for cell in line if cell.startswith(("=", "+", "-", "@"))]
    assert tidy(line[COLUMNS.index("quotation")]) == tidy(cells["quotation"])


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("2015-07-23", {"2015-07-23"}),
        ("23/07/2015", {"2015-07-23"}),
        ("7/23/2015", {"2015-07-23"}),
        ("23.7.15", {"2015-07-23", "2023-07-15"}),
        ("2015/07/23", {"2015-07-23"}),
        ("2015-07-23 00:00:00", {"2015-07-23"}),
        ("05/06/2015", {"2015-06-05", "2015-05-06"}),
        ("2015-07", {"2015-07"}),
        ("07/2015", {"2015-07"}),
        ("Jul-15", {"2015-07"}),
        ("July 2015", {"2015-07"}),
        ("2015", {"2015"}),
        ("2015-07-01/2015-07-31", {"2015-07"}),
        ("2015-07-01/2015-07-05", {"2015-07-01/2015-07-05"}),
        ("31/02/2015", set()),
        ("soon", set()),
        ("", set()),
    ],
)
def test_days_are_understood_as_spreadsheets_write_them(cell: str, days: set[str]) -> None:
    assert meanings(cell) == days


@pytest.mark.parametrize(
    ("first", "last", "cell", "kind"),
    [
        ("2015-07-23", "2015-07-23", "2015-07-23", "day"),
        ("2015-02-01", "2015-02-28", "2015-02", "month"),
        ("2015-01-01", "2015-12-31", "2015", "year"),
        ("2015-07-01", "2015-07-05", "2015-07-01/2015-07-05", "range"),
        (None, None, "", "none"),
    ],
)
def test_days_are_written_with_their_precision(
    first: str | None, last: str | None, cell: str, kind: str
) -> None:
    assert (day_cell(first, last), precision(first, last)) == (cell, kind)
