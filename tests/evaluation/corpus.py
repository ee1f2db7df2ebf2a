"""The project's own annotated reports, evaluated once for all tests that ask."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from riwaya.evaluation import SCHEMA, Run, gold_files, load_gold, measured
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
    parties = {party.id: party.party for party in reader().pack.parties.values()}
    golds = map(load_gold, gold_files(FOLDER))
    reports = (measured(gold, reader().read(gold.text, published=gold.published), parties) for gold in golds)
    return Run(SCHEMA, reader().about, tuple(reports))
