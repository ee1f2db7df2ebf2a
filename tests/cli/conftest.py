"""Fixtures of the command line's tests."""

from functools import lru_cache
from pathlib import Path

import pytest

from cli.helpers import Shell, write_reports
from riwaya.packs import Alias, Pack, load_pack
from riwaya.packs.layer import layered
from riwaya.packs.pack import find_pack
from riwaya.reading.reader import Reader


def kept_reader(pack: str | Pack) -> Reader:
    """A reader that is built once for many calls in this process."""
    if isinstance(pack, Pack):
        return _kept_reader(pack.folder, pack.entries)
    return _kept_reader(find_pack(pack), ())


@lru_cache(maxsize=1)
def _kept_reader(folder: Path, entries: tuple[Alias, ...]) -> Reader:
    return Reader(layered(load_pack(folder), entries))


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
