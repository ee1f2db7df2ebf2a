"""Whatever is wrong with an input: one line that says what, which and what to do; the others are read."""

import errno
import multiprocessing
import os
import subprocess
import time
from pathlib import Path

import pytest

from cli.helpers import REPORTS, Outcome, Shell, call, command, interrupted, started
from riwaya.capture import CaptureOptions
from riwaya.cli import pool
from riwaya.cli.work import Job, Result, Settings
from riwaya.exchange import Style
from riwaya.reading.reader import Reader


def assert_others_are_read(done: Outcome, problem: str) -> None:
    assert done.status == 1
    assert [reading["report"]["text"] for reading in done.readings] == [REPORTS[0]]
    (line,) = done.messages
    assert problem in line


@pytest.mark.parametrize(
    ("name", "data", "problem"),
    [
        ("x.txt", b"", "empty"),
        ("x.txt", bytes(range(32)) * 9, "binary"),
        ("x.txt", b"%PDF-1.4", "PDF"),
        ("x.txt", REPORTS[0].encode() + b"\xd8", "neither UTF-8"),
        ("x.txt", b"x" * 5_000_001, "larger than 5000000 bytes"),
        ("x.txt", b"The army said that it was there.", "English"),
        ("x.html", b"<html><body><a href='/'>x</a></body></html>", "no article"),
        ("x.txt", b"---\npublished: soon\n---\n" + REPORTS[0].encode(), "'soon' is not a date"),
    ],
)
def test_bad_bytes(shell: Shell, reports: Path, name: str, data: bytes, problem: str) -> None:
    bad = reports / name
    bad.write_bytes(data)
    done = shell("read", bad, reports / "a.txt", "--format", "json")

    assert_others_are_read(done, problem)
    assert str(bad) in done.err


def test_bad_names(shell: Shell, reports: Path) -> None:
    empty = reports / "empty"
    empty.mkdir()
    (empty / "x.pdf").write_bytes(b"")
    good = reports / "a.txt"

    assert_others_are_read(shell("read", reports / "none.txt", good, "--format", "json"), "No such file")
    assert_others_are_read(shell("read", empty, good, "--format", "json"), "no reports in this folder")
    assert_others_are_read(shell("read", "", good, "--format", "json"), "is no name")


def test_names_that_are_not_utf8_or_write_to_the_terminal(shell: Shell, reports: Path) -> None:
    folder = reports / "odd"
    folder.mkdir()
    odd = os.fsencode(folder) + b"/\xff\x1b[31m\xe2\x80\xae.txt"
    Path(os.fsdecode(odd)).write_bytes(b"")
    done = shell("read", folder, reports / "a.txt", "--format", "json")

    assert_others_are_read(done, r"\xff\x1b[31m\u202e.txt")


def test_an_odd_name_is_kept_for_the_output(shell: Shell, reports: Path, tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(reports) + b"/\xff.txt"))
    odd.write_text(REPORTS[0], encoding="utf-8")

    assert shell("read", odd, "--format", "json", "--out-dir", tmp_path / "out").status == 0
    assert os.listdir(os.fsencode(tmp_path / "out")) == [b"\xff.json"]  # noqa: PTH208 - bytes


def test_links_neither_loop_nor_double(shell: Shell, reports: Path) -> None:
    (reports / "deep" / "up").symlink_to(reports, target_is_directory=True)
    (reports / "self.txt").symlink_to("self.txt")
    (reports / "pipe.txt").unlink(missing_ok=True)
    os.mkfifo(reports / "pipe.txt")
    done = shell("read", reports, "--format", "json")

    assert [r["report"]["text"] for r in done.readings] == list(REPORTS)
    (line,) = done.messages
    assert "self.txt" in line


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read(shell: Shell, reports: Path) -> None:
    (reports / "deep").chmod(0)
    done = shell("read", reports / "deep", reports / "a.txt", "--format", "json")
    (reports / "deep").chmod(0o700)

    assert_others_are_read(done, "Permission denied")


@pytest.mark.parametrize("command_", ["read", "ingest"])
def test_a_file_that_may_not_be_read_costs_no_other(
    shell: Shell, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command_: str
) -> None:
    closed = reports / "closed.txt"
    closed.write_text(REPORTS[1], encoding="utf-8")
    closed.chmod(0)
    # What root is never told; click asks before any command begins.
    monkeypatch.setattr(os, "access", lambda path, *_args, **_more: Path(path) != closed)
    into = ["--archive", tmp_path / "a.riwaya"] if command_ == "ingest" else ["--format", "json"]
    done = shell(command_, closed, reports / "a.txt", *into)

    assert done.status != 2
    assert "see riwaya" not in done.err
    assert REPORTS[0] in done.readings[-1]["report"]["text"] if command_ == "read" else "new: " in done.err


def test_a_name_that_is_too_long_costs_no_other(shell: Shell, reports: Path) -> None:
    done = shell("read", "a" * 400, reports / "a.txt", "--format", "json")

    assert_others_are_read(done, "a: cannot be read: File name too long (check the name")


def test_below_a_folder_that_may_not_be_entered(
    shell: Shell, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Path.is_dir

    def refused(path: Path) -> bool:
        if path.name == "b.md":
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return there(path)

    monkeypatch.setattr(Path, "is_dir", refused)
    done = shell("read", reports / "b.md", reports / "a.txt", "--format", "json")

    assert_others_are_read(done, "b.md: cannot be read: Permission denied")


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "--pack", "x" * 400),
        ("ingest", "--archive", "x" * 400),
    ],
)
def test_a_name_that_no_file_can_have(shell: Shell, reports: Path, arguments: tuple[str, ...]) -> None:
    done = shell(*arguments, reports / "a.txt")

    assert (done.status, done.out) == (2, b"")
    (line,) = done.messages
    assert "File name too long" in line
    assert "internal error" not in line


def test_endless_inputs_stop_at_the_limit(reports: Path) -> None:
    done = call("read", "/dev/zero", reports / "a.txt", "--format", "json", "--max-bytes", "1000")
    assert_others_are_read(done, "/dev/zero: larger than 1000 bytes")

    done = call("read", "-", "--max-bytes", "10", stdin=b"x" * 1_000_000)
    assert (done.status, done.out) == (1, b"")
    assert "--max-bytes" in done.err


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["read"], "INPUT"),
        (["read", "a.txt", "--colour"], "--colour"),
        (["read", "a.txt", "--format", "pdf"], "pdf"),
        (["read", "a.txt", "--published", "soon"], "soon"),
        (["read", "a.txt", "--outlet", ""], "outlet"),
        (["read", "a.txt", "--jobs", "0"], "--jobs"),
        (["read", "a.txt", "--pack", "atlantis"], "atlantis"),
        (["read", "-", "-"], "twice"),
        (["read", "a.txt", "--lang", "xx"], "xx"),
        (["read", "a.txt", "--out-dir", "/dev/null/x"], "/dev/null/x"),
        (["reed"], "reed"),
        (["pack", "check", "/nowhere"], "/nowhere"),
    ],
)
def test_a_call_that_makes_no_sense_is_one_line(shell: Shell, arguments: list[str], problem: str) -> None:
    done = shell(*arguments)

    assert (done.status, done.out) == (2, b"")
    (line,) = done.messages
    assert problem in line


def test_a_broken_pack_is_named_by_file_and_line(shell: Shell, reports: Path, tmp_path: Path) -> None:
    shell("pack", "new", tmp_path / "mine")
    with (tmp_path / "mine" / "parties.csv").open("a", encoding="utf-8") as file:
        file.write("x,wizard,x,س,X,,,,,,\n")
    lines = (tmp_path / "mine" / "parties.csv").read_text(encoding="utf-8").count("\n")
    calls: list[list[str | Path]] = [
        ["read", reports, "--pack", tmp_path / "mine"],
        ["pack", "check", tmp_path / "mine"],
    ]
    for arguments in calls:
        done = shell(*arguments)
        assert (done.status, done.out) == (2, b"")
        (line,) = done.messages
        assert f"parties.csv:{lines}: column 'kind'" in line


def test_a_mistake_of_ours_costs_one_input(
    shell: Shell, reports: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Reader.read

    def read(self: Reader, text: str, **about: str | None) -> object:
        if text == REPORTS[1]:
            raise KeyError("a\nb")
        return real(self, text, **about)

    monkeypatch.setattr(Reader, "read", read)
    done = shell("read", reports / "b.md", reports / "a.txt", "--format", "json")

    assert_others_are_read(done, "internal error")
    assert "Traceback" not in done.err


def settings() -> Settings:
    return Settings("syria", "json", "en", CaptureOptions(), Style())


def test_a_process_that_dies_costs_one_input(reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(reports / "pipe")
    real = pool._Worker.send

    def send(self: pool._Worker[Job, Result], job: Job) -> None:
        real(self, job)
        if job.number == 0:
            self._process.kill()

    monkeypatch.setattr(pool._Worker, "send", send)
    paths = [reports / "pipe", reports / "a.txt", reports / "b.md", reports / "a.txt"]
    jobs = [Job(number, path.name, path) for number, path in enumerate(paths)]
    results = list(pool.run_pool(jobs, settings(), 2))

    assert [result.number for result in results] == [0, 1, 2, 3]
    assert [result.error is None for result in results] == [False, True, True, True]
    assert "pipe: the process that read it died" in str(results[0].error)
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupt_is_quiet(reports: Path, jobs: str) -> None:
    os.mkfifo(reports / "pipe")
    sources = (reports / "a.txt", reports / "pipe")
    with started("read", *sources, "--format", "json", "--jobs", jobs) as process:
        assert process.stdout is not None
        process.stdout.readline()
        lines = interrupted(process)

    assert process.returncode == 130
    assert [line for line in lines if line] == ["riwaya: interrupted"]


def test_an_early_interrupt_is_quiet(reports: Path) -> None:
    with started("read", reports, "--jobs", "2") as process:
        time.sleep(1.5)
        lines = interrupted(process)

    assert not [line for line in lines if "Traceback" in line]


def test_a_reader_that_has_had_enough_is_no_error(reports: Path) -> None:
    for number in range(30):
        (reports / f"{number}.txt").write_text(REPORTS[0] * 40, encoding="utf-8")
    arguments = command("read", reports, "--format", "json")
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        assert process.wait(timeout=20) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_is_one_line(reports: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command("read", reports, "--format", "json"), stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert os.strerror(errno.ENOSPC) in line


def test_output_is_whole_or_not_there(
    shell: Shell, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(_self: Path, _target: Path) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "replace", replace)
    done = shell("read", reports / "a.txt", "--format", "json", "--out-dir", tmp_path / "out")

    assert done.status == 1
    assert "cannot write" in done.err
    assert list((tmp_path / "out").iterdir()) == []
