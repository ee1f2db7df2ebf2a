from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from riwaya.archive import Archive, prepare
from riwaya.model import Reading
from riwaya.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Callable[..., Reading]:
    return reader.read


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "news.riwaya") as made:
        yield made


@pytest.fixture
def keep(reader: Reader, archive: Archive) -> Callable[..., Reading]:
    """Reads a report and keeps it."""

    def kept(text: str, *, published: str | None = "2021-03-04", outlet: str = "outlet") -> Reading:
        reading = reader.read(text, published=published, outlet=outlet)
        archive.add(archive.begin_batch("tests"), [prepare(reading, "tests")])
        return reading

    return kept
