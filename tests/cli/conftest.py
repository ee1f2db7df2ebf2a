"""Fixtures of the command line's tests."""

from functools import lru_cache
from pathlib import Path

import pytest

from cli.helpers import Shell, write_reports
from riwaya.reading.reader import Reader


@lru_cache(maxsize=1)
def kept_reader(pack: str) -> Reader:
    """A reader that is built once for many calls in this process."""
    return Reader(pack)


@pytest.fixture
def shell(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Shell:
    for variable in ("RIWAYA_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    for module in ("work", "evaluate", "ingest_work"):
        monkeypatch.setattr(f"riwaya.cli.{module}.Reader", kept_reader)
    return Shell(capfdbinary)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    return write_reports(tmp_path / "reports")
