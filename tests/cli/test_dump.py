"""`riwaya dump` and `riwaya search`, on both stores."""

import json
from pathlib import Path

import pytest
from sqlalchemy import select

from archive.reports import fill
from cli.helpers import Shell
from riwaya.archive import Archive, schema
from riwaya.archive.dump import dump


def test_a_dump_is_written_line_by_line(shell: Shell, archive: Archive, archive_url: str) -> None:
    fill(archive)
    outcome = shell("dump", "--archive", archive_url, "--whole", "--who", "N. N.", "--why", "moving house")
    assert outcome.status == 0
    assert outcome.out.decode().splitlines() == list(dump(archive))
    assert {"reports", "texts", "readings", "claims"} <= {row["table"] for row in outcome.readings}

    with archive.reading() as connection:
        (row,) = connection.execute(select(schema.overrides)).all()
    assert (row.who, row.what, row.why) == ("N. N.", "riwaya dump", "moving house")


def test_a_dump_is_of_digests_unless_somebody_answers_for_it(
    shell: Shell, archive: Archive, archive_url: str
) -> None:
    fill(archive)
    outcome = shell("dump", "--archive", archive_url)
    assert outcome.status == 0
    assert outcome.out.isascii()
    assert outcome.out.decode().splitlines() == list(dump(archive, hashed=True))
    titles = [row["title"] for row in outcome.readings if row["table"] == "reports" and row["title"]]
    assert titles
    assert {len(title) for title in titles} == {64}
    assert shell("dump", "--archive", archive_url, "--whole").status == 2
    assert shell("dump", "--archive", archive_url, "--who", "N. N.").status == 2
    with archive.reading() as connection:
        assert connection.execute(select(schema.overrides)).all() == []


def test_there_is_nothing_to_dump_where_no_archive_is(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("dump", "--archive", tmp_path / "none.riwaya")
    assert outcome.status != 0
    assert outcome.out == b""
    assert "no archive there" in outcome.err


@pytest.mark.parametrize(("asked", "found"), [("قصف", 2), ('"ريف حلب" -مواقع', 0), ("القصف OR التنف", 3)])
def test_a_search_finds_what_was_taken_in(
    shell: Shell, archive: Archive, archive_url: str, asked: str, found: int
) -> None:
    fill(archive)
    outcome = shell("search", asked, "--archive", archive_url, "--format", "json")
    assert outcome.status == 0
    assert json.loads(outcome.out)["total"] == found


@pytest.mark.parametrize("form", ["table", "csv"])
def test_a_search_is_shown_with_its_passages(
    shell: Shell, archive: Archive, archive_url: str, form: str
) -> None:
    fill(archive)
    outcome = shell("search", "صور", "--archive", archive_url, "--format", form)
    assert (outcome.status, outcome.err) == (0, "")
    assert "صورا" in outcome.out.decode()


def test_a_search_that_asks_for_nothing_is_explained(
    shell: Shell, archive: Archive, archive_url: str
) -> None:
    fill(archive)
    outcome = shell("search", '" "', "--archive", archive_url)
    assert outcome.status == 2
    assert "needs a word" in outcome.err
