"""Nouns that name what a statement rests on: an investigation, a witness, a document, footage."""

from __future__ import annotations

from pathlib import Path
from typing import cast, get_args

from riwaya.lexicon.tables import read_table
from riwaya.model import BasisOfStatement
from riwaya.text.fold import fold


def load_bases(folder: Path) -> dict[str, BasisOfStatement]:
    """Folded nouns of `folder`/bases.csv with their kind of basis. Raises PackError where it is not valid."""
    return {
        fold(row.text("noun")): cast(BasisOfStatement, row.choice("basis", get_args(BasisOfStatement)))
        for row in read_table(folder / "bases.csv", ("noun", "basis", "gloss"))
    }
