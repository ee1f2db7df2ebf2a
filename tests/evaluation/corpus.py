"""The project's own annotated reports, evaluated once for all tests that ask."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from riwaya.evaluation import Run, evaluated, gold_files, load_gold, parties_for
from riwaya.reading.reader import Reader

FOLDER = Path(__file__).resolve().parents[1] / "gold"
NAMES = sorted(path.stem for path in (FOLDER / "texts").glob("*.txt"))


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader with the shipped pack."""
    return Reader("syria")


@lru_cache(maxsize=1)
def run() -> Run:
    """All reports, read and measured."""
    parties = parties_for(FOLDER, reader().pack)
    return evaluated(map(load_gold, gold_files(FOLDER)), reader(), parties)
