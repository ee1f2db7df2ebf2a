"""Arguments that are no text: a usage error that names the argument, whatever the command."""

import os
from pathlib import Path

import pytest

from archive.invented import MARKET
from cli.helpers import Shell

BAD = os.fsdecode(b"\xff")
BY = ("--who", "Rana", "--why", "read it again")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("casualties", "--place", BAD), "--place"),
        (("casualties", "--outlet", BAD), "--outlet"),
        (("sheet", "--party", f"a{BAD}"), "--party"),
        (("matter", BAD), "MATTER"),
        (("corroboration", BAD), "MATTER"),
        (("source", BAD), "SOURCE"),
        (("search", BAD), "TEXT"),
        (("show", BAD), "KEY"),
        (("decide", BAD, "--accept", *BY), "REPORT"),
        (("decide", "r/c1", "--correct", f'{{"a": "{BAD}"}}', *BY), "--correct"),
        (("decide", "r/c1", "--accept", "--who", BAD, "--why", "x"), "--who"),
        (("decide", "r/c1", "--accept", "--who", "x", "--why", BAD), "--why"),
        (("redact", BAD, *BY), "REPORT"),
        (("ingest", "x.txt", "--outlet", BAD), "--outlet"),
        (("ingest", "x.jsonl", "--map", BAD), "--map"),
        (("read", "x.txt", "--published", BAD), "--published"),
        (("matters", "--archive", f"{BAD}.riwaya"), "--archive"),
    ],
)
def test_what_is_not_utf8_is_named(shell: Shell, arguments: tuple[str, ...], named: str) -> None:
    done = shell(*arguments)

    assert done.status == 2
    (line,) = done.messages
    assert named in line
    assert "is not UTF-8" in line
    assert r"\xff" in line


def test_files_may_have_any_name(shell: Shell, tmp_path: Path) -> None:
    report = tmp_path / f"{BAD}.txt"
    report.write_text(MARKET, encoding="utf-8")

    assert shell("ingest", report, "--archive", tmp_path / "news.riwaya").status == 0
    assert shell("read", report, "--format", "json").status == 0
