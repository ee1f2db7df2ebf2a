"""Invented reports, taken into an archive, and answers in a form that tests compare."""

from functools import lru_cache
from hashlib import sha256
from typing import Any

from riwaya.archive import Archive, prepare
from riwaya.questions import Answer
from riwaya.reading.reader import Reader


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader, built once for all tests of a process."""
    return Reader("syria")


def take_in(archive: Archive, *reports: tuple[str, str, str]) -> list[str]:
    """Take in reports (outlet, day, text); returns their keys."""
    batch = archive.begin_batch("test")
    prepared = [
        prepare(
            reader().read(
                text,
                id="sha256:" + sha256(text.encode()).hexdigest(),
                outlet=outlet,
                published=day,
                uri=f"https://{outlet}.example/{number}",
            ),
            "test",
        )
        for number, (outlet, day, text) in enumerate(reports)
    ]
    archive.add(batch, prepared)
    archive.finish_batch(batch)
    return [each.report["key"] for each in prepared]


def rows(answer: Answer, *names: str) -> list[tuple[Any, ...]]:
    """The cells of some columns, row by row."""
    where = [[column.name for column in answer.columns].index(name) for name in names]
    return [tuple(line.cells[i] for i in where) for line in answer.lines]
