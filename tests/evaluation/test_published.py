"""What README and documentation say of the invented reports is what the reader does today."""

from __future__ import annotations

from pathlib import Path

import pytest

from accuracy import PUBLISHED
from evaluation import corpus
from riwaya.evaluation.figures import FIGURES, Figure, main_number
from riwaya.evaluation.printout import figure as number

ROOT = Path(__file__).resolve().parents[2]


def rows(page: str) -> list[list[str]]:
    """The rows of the page's tables that have a column for the invented reports."""
    found: list[list[str]] = []
    head: list[str] = []
    for line in (ROOT / page).read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("| ") else []
        if not line.startswith("|"):
            head = []
        elif cells and not head:
            head = cells
        elif cells and "invented" in head:
            found.append(cells)
    return found


@pytest.mark.parametrize("page", ["README.md", "README.ar.md", "docs/explanation/accuracy.md"])
@pytest.mark.parametrize("figure", [f for f in FIGURES if f.key in PUBLISHED], ids=lambda figure: figure.key)
def test_the_short_table_is_of_today(page: str, figure: Figure) -> None:
    (row,) = (row for row in rows(page) if row[0] == figure.meaning and len(row) == 4)
    assert row[3] == number(main_number(figure, corpus.run().total())), "make outputs"


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_the_long_table_is_of_today(figure: Figure) -> None:
    (row,) = (r for r in rows("docs/explanation/accuracy.md") if r[0] == figure.meaning and len(r) == 7)
    assert row[4] == number(main_number(figure, corpus.run().total())), "make outputs"
