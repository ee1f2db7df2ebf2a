"""`riwaya ingest`: every source once, whatever else goes wrong; what is rejected is kept with its reason."""

import gzip
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, select

from cli.helpers import REPORTS, Shell, call, interrupted, started
from riwaya import Archive
from riwaya.archive import schema
from riwaya.archive.codec import unpack_bytes
from riwaya.cli import ingest_run, ingest_work, pool
from riwaya.cli.ingest_items import Chunk
from riwaya.errors import ArchiveError
from riwaya.packs.pack import PACKS
from riwaya.reading.reader import Reader

ROWS = [
    {"body": "نفى مجلس دير الزور المدني وقوع اشتباكات في هجين.", "source": "الفرات", "date": "2019-05-01"},
    {"body": "The council denied it.", "source": "الفرات", "date": "2019-05-02"},
    {"body": "اتهم ناشطون قوات النظام بقصف بلدة كفرنبل.", "source": "ريف", "date": "أمس"},
]
MAP = "text=body,outlet=source,published=date"


def write_rows(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def rows_of(archive: Path, table: Any) -> list[Any]:
    with Archive(archive, create=False) as opened, opened.reading() as connection:
        return list(connection.execute(select(table).order_by(table.c.n)))


def any_reports(archive: Path) -> bool:
    """Whether another process has kept one; its file is there before it is an archive."""
    try:
        return bool(rows_of(archive, schema.reports))
    except ArchiveError:
        return False


def summary(err: str) -> str:
    return err.splitlines()[-1].rpartition("; ")[0].removeprefix("riwaya: ")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return tmp_path / "news.riwaya"


def test_a_folder_of_all_kinds(shell: Shell, reports: Path, archive: Path) -> None:
    (reports / "notes.csv").unlink()
    page = (
        f"<html><head><title>خبر</title></head><body><article><p>{REPORTS[1] * 3}</p></article></body></html>"
    )
    (reports / "d.html").write_text(page, encoding="utf-8")
    rows = [{"text": row["body"], "outlet": row["source"]} for row in ROWS[::2]]
    (reports / "e.jsonl.gz").write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
    done = shell("ingest", reports, "--archive", archive)

    assert (done.status, done.out) == (0, b"")
    assert summary(done.err) == (
        f"{archive}: new: 6, known: 0, removed for good: 0, rejected: 0, warnings: 0"
    )
    found = rows_of(archive, schema.reports)
    assert [Path(row.source).name for row in found] == [
        "a.txt", "b.md", "d.html", "c.txt", "e.jsonl.gz:1", "e.jsonl.gz:2",
    ] or [Path(row.source).name for row in found] == [
        "a.txt", "b.md", "d.html", "e.jsonl.gz:1", "e.jsonl.gz:2", "c.txt",
    ]  # fmt: skip
    with Archive(archive) as opened:
        assert opened.read(found[0].n) == Reader().read(REPORTS[0], id=found[0].id)
        assert opened.is_linked()


def test_what_is_there_is_known_and_what_is_wrong_is_kept(
    shell: Shell, tmp_path: Path, archive: Path
) -> None:
    file = write_rows(tmp_path / "rows.jsonl", [*ROWS, ROWS[0]])
    done = shell("ingest", file, "--archive", archive, "--map", MAP)

    assert done.status == 1
    assert done.messages[:2] == [
        f"riwaya: {file}:2: not Arabic: it seems to be English (Riwaya reads Arabic reports)",
        f"riwaya: warning: {file}:3: the date 'أمس' was not understood",
    ]
    assert summary(done.err).endswith("new: 2, known: 1, removed for good: 0, rejected: 1, warnings: 1")
    (reject,) = rows_of(archive, schema.rejects)
    assert (reject.source, reject.outlet, reject.day) == (f"{file}:2", "الفرات", "2019-05-02")
    assert reject.reason == "not Arabic: it seems to be English"
    assert json.loads(unpack_bytes(reject.payload))["text"] == ROWS[1]["body"]
    before = archive.read_bytes()
    again = shell("ingest", file, "--archive", archive, "--map", MAP)

    assert again.status == 1
    assert summary(again.err).endswith("new: 0, known: 3, removed for good: 0, rejected: 1, warnings: 1")
    assert len(rows_of(archive, schema.batches)) == 1
    assert len(before) == archive.stat().st_size


def test_the_same_text_of_two_outlets_is_two_reports(shell: Shell, tmp_path: Path, archive: Path) -> None:
    file = write_rows(tmp_path / "rows.jsonl", [{"text": ROWS[0]["body"]}])
    for outlet in ("one", "two"):
        assert shell("ingest", file, "--archive", archive, "--outlet", outlet).status == 0

    assert [row.outlet for row in rows_of(archive, schema.reports)] == ["one", "two"]


def test_what_the_caller_says_holds_for_every_record(shell: Shell, tmp_path: Path, archive: Path) -> None:
    file = write_rows(tmp_path / "rows.jsonl", ROWS[:1])
    shell("ingest", file, "--archive", archive, "--map", MAP, "--outlet", "mine", "--published", "2020-01-01")
    (row,) = rows_of(archive, schema.reports)

    assert (row.outlet, row.published) == ("mine", "2020-01-01")


def test_an_outlet_that_the_pack_knows_has_its_id(shell: Shell, tmp_path: Path, archive: Path) -> None:
    file = write_rows(tmp_path / "rows.jsonl", [{"text": ROWS[0]["body"], "outlet": "عنب بلدي"}])
    shell("ingest", file, "--archive", archive)
    (row,) = rows_of(archive, schema.reports)

    assert row.outlet == "enab-baladi"


def test_what_was_removed_for_good_stays_away(shell: Shell, tmp_path: Path, archive: Path) -> None:
    file = write_rows(tmp_path / "rows.jsonl", ROWS[:1])
    shell("ingest", file, "--archive", archive, "--map", MAP)
    (row,) = rows_of(archive, schema.reports)
    other = tmp_path / "other.riwaya"
    with Archive(other) as opened, opened.writing() as connection:
        gone = {"n": 1, "report": row.key, "id": row.id, "what": "text", "when": "", "who": "", "why": ""}
        connection.execute(insert(schema.tombstones), gone)
    done = shell("ingest", file, "--archive", other, "--map", MAP)

    assert done.status == 0
    assert summary(done.err).endswith("new: 0, known: 0, removed for good: 1, rejected: 0, warnings: 0")
    assert rows_of(other, schema.reports) == []


def test_no_relate_and_relate(shell: Shell, reports: Path, archive: Path) -> None:
    shell("ingest", reports / "a.txt", "--archive", archive, "--no-relate")
    with Archive(archive) as opened:
        assert not opened.is_linked()
    assert shell("relate", "--archive", archive).status == 0
    with Archive(archive) as opened:
        assert opened.is_linked()


@pytest.mark.parametrize("named", ["own", "./own", "syria"])
def test_the_pack_is_noted_with_the_first_report_it_read(
    shell: Shell, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.chdir(tmp_path)
    own = tmp_path / "own"
    own.mkdir()
    (tmp_path / "syria").mkdir()
    for name in ("pack.toml", "parties.csv", "aliases.csv", "outlets.csv"):
        (own / name).write_bytes((PACKS / "syria" / name).read_bytes())
    shell("ingest", reports / "a.txt", "--archive", "news.riwaya", "--pack", named)
    with Archive("news.riwaya") as opened:
        assert opened.fact("pack") == (named if named == "syria" else str(own.resolve()))


def test_a_pack_that_read_nothing_is_not_noted(
    shell: Shell, reports: Path, archive: Path, tmp_path: Path
) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for name in ("pack.toml", "parties.csv", "aliases.csv", "outlets.csv"):
        (own / name).write_bytes((PACKS / "syria" / name).read_bytes())
    shell("ingest", reports / "a.txt", "--archive", archive)
    known = shell("ingest", reports / "a.txt", "--archive", archive, "--pack", own)
    with Archive(archive) as opened:
        assert (known.status, opened.fact("pack")) == (0, "syria")


def test_the_environment_may_name_the_archive(
    shell: Shell, reports: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIWAYA_ARCHIVE", str(archive))

    assert shell("ingest", reports / "a.txt").status == 0
    assert archive.exists()


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["ingest", "a.txt"], "no archive is named: give --archive FILE, or set RIWAYA_ARCHIVE"),
        (["ingest", "--archive", "x"], "SOURCE"),
        (["ingest", "a.txt", "--archive", "/nowhere/x"], "there is no folder for it"),
        (["ingest", "a.txt", "--archive", "/"], "is a folder"),
        (["ingest", "a.txt", "--archive", "x", "--map", "text"], "maps no field"),
        (["ingest", "a.txt", "--archive", "x", "--jobs", "0"], "--jobs"),
        (["ingest", "a.txt", "--archive", "x", "--pack", "atlantis"], "atlantis"),
        (["ingest", "a.txt", "--archive", "x", "--published", "soon"], "soon"),
        (["ingest", "-", "-", "--archive", "x"], "twice"),
        (["ingest", "a.txt", "--archive", "mysql://x/y"], "only sqlite and postgresql"),
        (["relate", "--archive", "/nowhere/x"], "no archive there"),
    ],
)
def test_a_call_that_makes_no_sense(
    shell: Shell, arguments: list[str], problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RIWAYA_ARCHIVE", raising=False)
    monkeypatch.chdir(tmp_path)
    done = shell(*arguments)

    assert (done.status, done.out) == (2, b"")
    (line,) = done.messages
    assert problem in line
    assert list(tmp_path.iterdir()) == []


def test_parquet_without_its_package_is_said_before_anything_is_read(
    shell: Shell, reports: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("riwaya.capture.tables.import_module", missing)
    (reports / "x.parquet").write_bytes(b"")
    done = shell("ingest", reports, "--archive", archive)

    assert done.status == 2
    assert "riwaya[parquet]" in done.err
    assert not archive.exists()


def test_files_that_are_none(shell: Shell, reports: Path, archive: Path) -> None:
    (reports / "bad.txt").write_bytes(b"%PDF-1.4")
    (reports / "bad.jsonl.gz").write_bytes(b"no gzip")
    (reports / "large.txt").write_bytes(b"x" * 200_000)
    done = shell(
        "ingest", reports / "none.txt", reports, "--archive", archive, "--max-bytes", "100000",
        "--outlet", "mine",
    )  # fmt: skip

    assert done.status == 1
    kept = {Path(row.source).name: row for row in rows_of(archive, schema.rejects)}
    assert sorted(kept) == ["bad.jsonl.gz", "bad.txt", "large.txt", "none.txt", "notes.csv"]
    assert unpack_bytes(kept["bad.txt"].payload) == b"%PDF-1.4"
    assert kept["large.txt"].payload is None
    assert {row.outlet for row in kept.values()} == {"mine"}
    assert summary(done.err).endswith("new: 3, known: 0, removed for good: 0, rejected: 5, warnings: 0")
    shell("ingest", reports / "bad.txt", "--archive", archive, "--outlet", "other")
    assert len(rows_of(archive, schema.rejects)) == 6


def test_a_mistake_of_ours_in_a_file_costs_that_file(
    shell: Shell, reports: Path, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_arguments: object) -> None:
        raise KeyError("column")

    monkeypatch.setattr("riwaya.capture.record_files.read_csv", broken)
    file = write_rows(tmp_path / "rows.jsonl", ROWS[:1])
    done = shell("ingest", reports / "notes.csv", file, "--archive", archive, "--map", MAP)

    assert done.status == 1
    assert "notes.csv: internal error" in done.messages[0]
    assert len(rows_of(archive, schema.reports)) == 1


def test_many_rejects_are_counted_not_listed(shell: Shell, tmp_path: Path, archive: Path) -> None:
    rows = [{"text": f"Denied by number {n}.", "published": "soon"} for n in range(50)]
    done = shell("ingest", write_rows(tmp_path / "rows.jsonl", rows), "--archive", archive)

    assert len(done.messages) == 20 + 20 + 3
    assert done.messages[-3:-1] == ["riwaya: … 30 more were rejected", "riwaya: … 30 more warnings"]


def test_nul_characters_that_no_database_takes(shell: Shell, tmp_path: Path, archive: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text(REPORTS[0] + "\0", encoding="utf-8")
    done = shell("ingest", file, "--archive", archive)

    assert done.status == 1
    assert "NUL characters" in done.err


def test_odd_names_of_files(shell: Shell, tmp_path: Path, archive: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xe2\x80\xae.txt"))
    odd.write_text(REPORTS[0], encoding="utf-8")
    assert shell("ingest", odd, "--archive", archive).status == 0
    (row,) = rows_of(archive, schema.reports)

    assert row.source.endswith(r"/\xff\u202e.txt")


def test_a_mistake_of_ours_costs_one_report(
    shell: Shell, reports: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Reader.read

    def read(self: Reader, text: str, **about: str | None) -> object:
        if text == REPORTS[1]:
            raise KeyError("a\nb")
        return real(self, text, **about)

    with monkeypatch.context() as patch:
        patch.setattr(Reader, "read", read)
        done = shell("ingest", reports / "a.txt", reports / "b.md", "--archive", archive)
    assert done.status == 1
    assert "internal error" in done.err
    assert shell("ingest", reports / "a.txt", reports / "b.md", "--archive", archive).status == 0
    assert len(rows_of(archive, schema.reports)) == 2


def test_standard_input_and_processes(tmp_path: Path, archive: Path) -> None:
    rows = [{"text": f"قال مصدر في البلدة رقم {n} إن الطريق إلى الحسكة مغلق."} for n in range(60)]
    data = write_rows(tmp_path / "rows.jsonl", rows).read_bytes()
    done = call("ingest", "-", "--archive", archive, "--jobs", "2", stdin=data)

    assert done.status == 0
    assert summary(done.err).endswith("new: 60, known: 0, removed for good: 0, rejected: 0, warnings: 0")
    assert [row.source for row in rows_of(archive, schema.reports)] == [f"-:{n}" for n in range(1, 61)]


def test_a_process_that_dies_costs_one_report(
    shell: Shell, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{"text": f"قال شاهد رقم {n} إنه رأى رتلا في منبج."} for n in range(40)]
    real = pool._Worker.send

    def send(self: pool._Worker[Chunk, Any], job: Chunk) -> None:
        real(self, job)
        if any(item.name.endswith(":7") for item in job.items):
            self._process.kill()

    monkeypatch.setattr(pool._Worker, "send", send)
    done = shell("ingest", write_rows(tmp_path / "r.jsonl", rows), "--archive", archive, "--jobs", "2")

    assert done.status == 1
    assert "r.jsonl:7: the process that read it died" in done.err
    assert summary(done.err).endswith("new: 39, known: 0, removed for good: 0, rejected: 1, warnings: 0")


def test_an_archive_that_fails_later_ends_the_run_in_one_line(
    shell: Shell, reports: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = ingest_work.Intake.take

    def take(self: ingest_work.Intake, chunk: Chunk) -> ingest_work.Taken:
        with closing(sqlite3.connect(archive)) as connection:
            connection.execute("DROP TABLE tombstones")
        return real(self, chunk)

    monkeypatch.setattr(ingest_work.Intake, "take", take)
    done = shell("ingest", reports / "a.txt", "--archive", archive)

    assert done.status == 2
    (line,) = done.messages
    assert "the database says" in line


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_keeps_what_came_in(tmp_path: Path, archive: Path, jobs: str) -> None:
    rows = [{"text": f"أعلن فصيل رقم {n} انسحابه من سراقب. " * 20} for n in range(3000)]
    file = write_rows(tmp_path / "rows.jsonl", rows)
    with started("ingest", file, "--archive", archive, "--jobs", jobs) as process:
        deadline = time.monotonic() + 60
        while not any_reports(archive):
            assert time.monotonic() < deadline
            time.sleep(0.2)
        lines = interrupted(process)

    assert process.returncode == 130, lines
    assert len(lines) == 2
    assert "the same command goes on from there" in lines[1]
    new = int(lines[0].partition("new: ")[2].partition(",")[0])
    assert new == len(rows_of(archive, schema.reports)) > 0


@pytest.mark.parametrize("seconds", [0.0, 0.6, 1.2, 2.5])
def test_an_interrupt_while_processes_start_is_quiet(tmp_path: Path, archive: Path, seconds: float) -> None:
    rows = [{"text": f"اتهم مجلس الحي رقم {n} الفصيل بإغلاق المعبر. " * 60} for n in range(6000)]
    file = write_rows(tmp_path / "rows.jsonl", rows)
    with started("ingest", file, "--archive", archive, "--jobs", "3") as process:
        deadline = time.monotonic() + 30
        while not archive.exists():
            assert time.monotonic() < deadline
            time.sleep(0.02)
        time.sleep(seconds)
        lines = interrupted(process)

    # Python itself may end so when code that it was compiling is interrupted; shells call both 130.
    assert process.returncode in (130, -signal.SIGINT), lines
    assert 1 <= len(lines) <= 2
    assert "interrupted" in lines[-1]


def test_an_interrupt_while_the_program_is_loaded_says_so() -> None:
    code = """
import sys, riwaya.cli
def loading():
    raise KeyboardInterrupt
riwaya.cli.main = loading
sys.argv[1:] = ["ingest", "--lang", "ar"]
from riwaya.__main__ import main
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 130
    assert done.stderr.startswith("riwaya: ")
    assert not done.stderr.isascii()
    assert "Traceback" not in done.stderr


def test_batches_are_written_as_they_come(
    shell: Shell, tmp_path: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    real = Archive.add

    def add(self: Archive, batch: int, prepared: list[Any]) -> Any:
        sizes.append(len(prepared))
        return real(self, batch, prepared)

    monkeypatch.setattr(ingest_run, "_REPORTS", 20)
    monkeypatch.setattr(Archive, "add", add)
    rows = [{"text": f"طالب أهالي الحي رقم {n} في السويداء بالإفراج عن المعتقلين."} for n in range(50)]
    shell("ingest", write_rows(tmp_path / "r.jsonl", rows), "--archive", archive, "--jobs", "1")

    assert sum(sizes) == 50
    assert len(sizes) > 1
    (batch,) = rows_of(archive, schema.batches)
    assert batch.finished
