"""An archive in a file, for tests that ask nothing of the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from riwaya.archive import Archive


@pytest.fixture
def sqlite(tmp_path: Path) -> Iterator[Archive]:
    """Yield an empty archive in a file, open."""
    with Archive(tmp_path / "archive.riwaya") as opened:
        yield opened
