"""Running the command line, in this process or in one of its own, and reports to run it on."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from riwaya.cli import run

REPORTS = (
    "قال الجيش التركي إن طائراته قصفت مواقع للتنظيم في ريف حلب.\nونفت مصادر محلية وقوع قصف.\n",
    "اتهمت روسيا التحالف بإيواء مسلحين قرب التنف، وقالت إن لديها صورا تثبت ذلك.\n",
    "أعلن المرصد السوري مقتل ما لا يقل عن 12 مدنيا في غارات على إدلب أمس.\n",
)


@dataclass(frozen=True)
class Outcome:
    """What a run wrote and how it ended."""

    status: int
    out: bytes
    err: str

    @property
    def readings(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def messages(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


@dataclass(frozen=True)
class Shell:
    """Runs `riwaya` inside this process; standard input is not available."""

    capture: pytest.CaptureFixture[bytes]

    def __call__(self, *arguments: str | Path) -> Outcome:
        status = run([str(argument) for argument in arguments])
        out, err = self.capture.readouterr()
        return Outcome(status, out, err.decode())


def command(*arguments: str | Path) -> list[str]:
    """The command line for a process of its own."""
    return [sys.executable, "-m", "riwaya", *map(str, arguments)]


def call(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Outcome:
    """Run `riwaya` in a process of its own."""
    done = subprocess.run(
        command(*arguments),
        input=stdin,
        capture_output=True,
        timeout=120,
        check=False,
        env=os.environ | environment,
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode())


@contextmanager
def started(*arguments: str | Path) -> Iterator[subprocess.Popen[bytes]]:
    """`riwaya` at work in a process group of its own; whatever the test came to, nothing of it is left."""
    with subprocess.Popen(
        command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def interrupted(process: subprocess.Popen[bytes]) -> list[str]:
    """What a process that was `started` says to Ctrl-C, by lines."""
    os.killpg(process.pid, signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    return err.decode().splitlines()


def write_reports(folder: Path) -> Path:
    """A folder of three reports, one below another folder, and of what is no report."""
    for name, text in zip(("a.txt", "b.md", "deep/er/c.txt"), REPORTS, strict=True):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (folder / "notes.csv").write_text("no report")
    (folder / ".hidden.txt").write_text("no report")
    return folder
