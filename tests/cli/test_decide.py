"""Deciding, taking back, removing, reading again, coding in a sheet: from the command line."""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from sqlalchemy import select

from archive.invented import MARKET, STRIKE, as_read, claim_at, take_in
from archive.test_redaction import everything
from archive.test_rereading import Newer, without_first
from cli.helpers import Outcome, Shell
from riwaya.archive import Archive, schema

BY = ("--who", "Rana", "--why", "read it again")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An archive of two reports."""
    path = tmp_path / "news.riwaya"
    with Archive(path) as archive:
        take_in(archive, STRIKE, MARKET)
    return path


@pytest.fixture
def claim(file: Path) -> str:
    """What the strike is called."""
    with Archive(file) as archive:
        return f"{key_of(archive)}/{claim_at(as_read(archive, key_of(archive)), 'قصفت').id}"


def key_of(archive: Archive, words: str = STRIKE) -> str:
    with archive.reading() as connection:
        keys = connection.exec_driver_sql("SELECT key FROM reports").scalars().all()
    return next(str(key) for key in keys if as_read(archive, key).report.text == words)


def lines(outcome: Outcome) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(outcome.out.decode("utf-8-sig"), newline="")))


def test_a_claim_is_decided_on_listed_and_taken_back(shell: Shell, file: Path, claim: str) -> None:
    done = shell("decide", claim, "--archive", file, "--reject", *BY)
    assert done.status == 0
    id, target, action = done.out.decode().split()
    assert (target, action) == (claim, "reject")
    listed = shell("decisions", "--archive", file)
    assert "Rana · reject" in listed.out.decode()
    (record,) = shell(
        "decisions", claim.split("/", maxsplit=1)[0], "--archive", file, "--format", "json"
    ).readings
    assert (record["id"], record["stands"], record["target"]["kind"]) == (id, True, "claim")
    assert shell("retract", id, "--archive", file, *BY).status == 0
    assert [r["stands"] for r in shell("decisions", "--archive", file, "--format", "json").readings] == [
        False,
        False,
    ]
    again = shell("retract", id, "--archive", file, *BY)
    assert (again.status, "taken back already" in again.err) == (2, True)


def test_an_attribution_is_corrected_and_a_claim_added(shell: Shell, file: Path, claim: str) -> None:
    report = claim.split("/", maxsplit=1)[0]
    patch = json.dumps({"source_actors": ["sohr"]})
    assert shell("decide", f"{report}/a3", "--archive", file, "--correct", patch, *BY).status == 0
    new = json.dumps({"anchor": {"start": 0, "end": 3}, "event": {"type": "CONSULT"}})
    assert shell("decide", report, "--archive", file, "--add", new, *BY).status == 0
    kinds = [r["target"]["kind"] for r in shell("decisions", "--archive", file, "--format", "json").readings]
    assert kinds == ["attribution", "claim"]


def test_what_was_there_is_a_digest_unless_somebody_answers_for_it(
    shell: Shell, file: Path, claim: str
) -> None:
    report = claim.split("/", maxsplit=1)[0]
    patch = json.dumps({"source_actors": ["sohr"]})
    assert shell("decide", f"{report}/a3", "--archive", file, "--correct", patch, *BY).status == 0
    asked = ("decisions", "--archive", file, "--format", "json")

    (closed,), (whole,) = shell(*asked).readings, shell(*asked, "--whole", *BY).readings

    assert [len(closed[part]) for part in ("before", "after")] == [64, 64]
    assert whole["after"] == {"source_actors": ["sohr"]}
    assert shell(*asked, "--whole").status == 2
    with Archive(file) as archive, archive.reading() as connection:
        assert list(connection.scalars(select(schema.overrides.c.what))) == ["riwaya decisions"]


def test_two_claims_are_said_to_be_one_matter_or_independent(shell: Shell, file: Path, claim: str) -> None:
    with Archive(file) as archive:
        other = f"{key_of(archive, MARKET)}/c1"
    for option in ("--same-as", "--apart-from", "--independent-of", "--not-independent-of"):
        assert shell("decide", claim, "--archive", file, option, other, *BY).status == 0
    records = shell("decisions", "--archive", file, "--format", "json").readings
    assert [(r["target"]["kind"], r["action"]) for r in records] == [
        ("matter", "merge"), ("matter", "reject"), ("independence", "accept"), ("independence", "reject")
    ]  # fmt: skip
    assert shell("decide", claim, "--archive", file, "--same-as", claim, *BY).status == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--accept", "--reject"], "exactly one of"),
        ([], "exactly one of"),
        (["--correct", "{"], "not JSON"),
        (["--correct", "[]"], "not a JSON object"),
        (["--correct", '{"event": {"type": "X"}}'], "is no Claim"),
        (["--add", '{"event": {}}'], "id of its own"),
        (["--same-as", "rffff/c1"], "no report"),
    ],
)
def test_what_makes_no_sense_is_said(
    shell: Shell, file: Path, claim: str, arguments: list[str], message: str
) -> None:
    done = shell("decide", claim, "--archive", file, *arguments, *BY)
    assert (done.status, message in done.err, len(done.messages)) == (2, True, 1), done.err


def test_a_text_is_removed_only_when_somebody_says_so(shell: Shell, file: Path, claim: str) -> None:
    report = claim.split("/", maxsplit=1)[0]
    asked = shell("redact", report, "--archive", file, *BY)
    assert (asked.status, "--yes" in asked.err) == (2, True)
    assert shell("redact", report, "--archive", file, "--yes", *BY).status == 0
    with Archive(file) as archive:
        assert "طائراته".encode() not in everything(archive)
    assert shell("redact", "--archive", file, "--yes", *BY).status == 2


def test_what_was_removed_before_is_said_with_its_day(shell: Shell, file: Path, claim: str) -> None:
    report = claim.split("/", maxsplit=1)[0]
    shell("redact", report, "--archive", file, "--yes", *BY)
    again = shell("redact", report, "--archive", file, *BY)
    with Archive(file) as archive:
        day = archive.report(report).redacted
    assert again.status == 0
    assert again.messages == [f"riwaya: {report}: its text was removed on {day}"]


def test_a_name_that_stands_nowhere_is_said_plainly(shell: Shell, file: Path) -> None:
    done = shell("redact", "--archive", file, "--name", "فلان الغائبي", "--everywhere", "--yes", *BY)
    assert done.status == 0
    assert "stands in no text" in done.err
    assert "try another spelling" in done.err
    assert "no text was changed" in done.err


def test_a_name_is_removed_everywhere(shell: Shell, file: Path) -> None:
    done = shell("redact", "--archive", file, "--name", "سالم الدرعاني", "--everywhere", "--yes", *BY)
    assert (done.status, "1 report" in done.err, "× 1" in done.err) == (0, True, True)
    with Archive(file) as archive:
        assert "الدرعاني".encode() not in everything(archive)


def test_kept_texts_are_read_again(
    shell: Shell, file: Path, claim: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("riwaya.cli.reread.Reader", lambda _pack: Newer(without_first))
    shell("decide", claim.split("/", maxsplit=1)[0] + "/c1", "--archive", file, "--accept", *BY)
    done = shell("reread", "--archive", file, "--jobs", "1")
    assert done.status == 0
    assert "2 reports read again" in done.err
    assert "1 decision fits no longer" in done.err
    assert "nothing of this kind" in shell("decisions", "--unfit", "--archive", file).out.decode()
    assert "0 reports read again" in shell("reread", "--archive", file).err


@pytest.mark.slow
def test_several_processes_read_again(shell: Shell, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.cli.reread._CHUNK", 1)
    with Archive(file) as archive, archive.writing() as connection:
        connection.exec_driver_sql("UPDATE readings SET digest = 'another'")
    assert "2 reports read again" in shell("reread", "--archive", file, "--jobs", "2").err
    assert "0 reports read again" in shell("reread", "--archive", file, "--jobs", "2").err


def test_a_sheet_goes_out_and_comes_back(shell: Shell, file: Path, tmp_path: Path) -> None:
    written = shell("sheet", "--archive", file, "--singles")
    assert written.out.startswith(b"\xef\xbb\xbfmatter,")
    rows = lines(written)
    edited = tmp_path / "sheet.csv"
    text = written.out.decode("utf-8-sig").replace(",ASSAULT,", ",HARM,", 1)
    edited.write_text(text, encoding="utf-8-sig", newline="")
    dry = shell("sheet", "--archive", file, "--read", edited, "--who", "Rana", "--dry-run")
    assert (dry.status, "1 decision would be made" in dry.err) == (0, True)
    done = shell("sheet", "--archive", file, "--read", edited, "--who", "Rana")
    assert (done.status, f"{len(rows)} rows read, 1 decision made" in done.err) == (0, True)
    again = shell("sheet", "--archive", file, "--read", edited, "--who", "Rana")
    assert (again.status, "0 decisions made" in again.err) == (0, True)


def test_a_wrong_sheet_names_its_rows_and_decides_nothing(shell: Shell, file: Path, tmp_path: Path) -> None:
    text = shell("sheet", "--archive", file, "--singles").out.decode("utf-8-sig")
    edited = tmp_path / "sheet.csv"
    edited.write_text(re.sub(",ASSAULT,", ",BATTLE,", text, count=1), encoding="utf-8", newline="")
    done = shell("sheet", "--archive", file, "--read", edited, "--who", "Rana")
    assert (done.status, "'BATTLE' is none of" in done.err, "nothing was decided" in done.err) == (
        1,
        True,
        True,
    )
    assert shell("decisions", "--archive", file).out == b""
    assert shell("sheet", "--archive", file, "--read", edited).status == 2
    assert shell("sheet", "--archive", file, "--read", tmp_path / "none.csv", "--who", "Rana").status == 1
    assert shell("sheet", "--archive", file, "--since", "yesterday").status == 2


def test_an_empty_sheet_says_what_to_do(shell: Shell, file: Path) -> None:
    done = shell("sheet", "--archive", file)
    assert (lines(done), "--singles" in done.err) == ([], True)


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        (("--since", "20200101"), True),
        (("--since", "2020-W01-1"), True),
        (("--since", "20200103"), False),
        (("--until", " 2020-01-02 "), True),
        (("--until", "20200101"), False),
        (("--party", "المرصد السوري"), True),
    ],
)
def test_a_sheet_is_narrowed_as_questions_are(
    shell: Shell, archive: Archive, archive_url: str, asked: tuple[str, str], rows: bool
) -> None:
    take_in(archive, MARKET, published="2020-01-02")
    done = shell("sheet", "--archive", archive_url, "--singles", *asked)

    assert (done.status, bool(lines(done))) == (0, rows)


def test_a_sheet_of_no_days_is_refused(shell: Shell, file: Path) -> None:
    done = shell("sheet", "--archive", file, "--since", "20200103", "--until", "2020-01-02")

    assert (done.status, "--until: the last day lies before the first" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("patch", "problem"),
    [
        ('{"event":' * 100_000, "nested more than 20 levels deep"),
        ('{"event":' * 400 + "1" + "}" * 400, "nested more than 20 levels deep"),
        ('{"event": ' + "[" * 30 + "]" * 30 + "}", "nested more than 20 levels deep"),
        (r'{"event": {"theme": "\ud800"}}', r'half a character (a lone surrogate) or NUL: "\ud800"'),
        (r'{"\udfff": 1}', "half a character"),
        (r'{"event": {"agent": [{"actor": "a\u0000"}]}}', "or NUL"),
    ],
)
@pytest.mark.parametrize("option", ["--correct", "--add"])
def test_json_that_no_archive_can_hold(
    shell: Shell, archive: Archive, archive_url: str, option: str, patch: str, problem: str
) -> None:
    (key,) = take_in(archive, MARKET)
    target = f"{key}/c1" if option == "--correct" else key
    done = shell("decide", target, "--archive", archive_url, option, patch, *BY)

    assert done.status == 2
    assert [problem in line for line in done.messages] == [True]
