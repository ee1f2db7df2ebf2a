"""Outlets whose names would break what is kept, from ingest to decisions and removal, in both stores."""

import json
from pathlib import Path

from sqlalchemy import select

from cli.helpers import Shell
from riwaya.archive import Archive, schema
from riwaya.archive.projection import actor_ids

BY = ("--who", "Rana", "--why", "seen again")
TEXT = "قال الجيش التركي إن طائراته قصفت مواقع للتنظيم قرب جرابلس."


def write_rows(path: Path, *outlets: str) -> Path:
    rows = [{"text": f"{TEXT} ({n})", "outlet": outlet} for n, outlet in enumerate(outlets)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_an_outlet_with_signs_of_chains_is_one_outlet(
    shell: Shell, tmp_path: Path, archive: Archive, archive_url: str
) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", "Canal+ > Info")
    assert shell("ingest", rows, "--archive", archive_url).status == 0
    with archive.reading() as connection:
        claims = connection.execute(select(schema.claims)).all()
        (key,) = connection.scalars(select(schema.reports.c.key))

    assert {actor_ids(row)[0] for row in claims} == {"Canal-Info"}
    assert shell("matters", "--outlet", "Canal+ > Info", "--archive", archive_url).status == 0
    assert shell("decide", f"{key}/c1", "--accept", "--archive", archive_url, *BY).status == 0
    assert shell("redact", key, "--archive", archive_url, "--yes", *BY).status == 0


def test_an_outlet_without_end_costs_its_report_only(
    shell: Shell, tmp_path: Path, archive: Archive, archive_url: str
) -> None:
    rows = write_rows(tmp_path / "rows.jsonl", "".join(chr(0x621 + n * n % 37) for n in range(9000)), "barid")
    done = shell("ingest", rows, "--archive", archive_url)

    assert (done.status, "longer than 200 characters" in done.err) == (1, True)
    with archive.reading() as connection:
        assert list(connection.scalars(select(schema.reports.c.outlet))) == ["barid"]
        assert list(connection.scalars(select(schema.rejects.c.outlet))) == [None]
