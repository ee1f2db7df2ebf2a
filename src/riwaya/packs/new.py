"""Starting a pack: a small folder that is valid, with an example of each kind of row."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import Row, read_table
from riwaya.packs.pack import ALIAS_COLUMNS, PACKS, PARTY_COLUMNS

_TEMPLATE = PACKS / "template"
#: The pack from which a new one takes what no conflict lacks.
_MODEL = PACKS / "syria"
#: Kinds of actors that are no party of a conflict: anonymous sources, people affected.
_GENERAL_KINDS = ("sources", "population")
_UNIDENTIFIED = "unidentified-armed-group"
_PLACEHOLDER = "PACKID"


def new_pack(folder: Path) -> tuple[Path, ...]:
    """Write a valid pack into `folder`, which must not exist or be empty; returns the files.

    The pack's id is the folder's name in lower case. Raises UsageError.
    """
    identifier = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "pack"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            problem = _("{folder}: the folder is not empty; name a new one")
            raise UsageError(problem.format(folder=folder))
        files = tuple(
            _write(folder / source.name.removesuffix(".in"), _filled(source, identifier))
            for source in sorted(_TEMPLATE.iterdir())
            if source.suffix in (".csv", ".in", ".md")
        )
    except OSError as error:
        problem = _("{folder}: cannot be written: {why}")
        raise UsageError(problem.format(folder=folder, why=error.strerror)) from None
    return files


def _filled(source: Path, identifier: str) -> str:
    """A file of the template for this pack; parties and aliases with what every conflict needs."""
    text = source.read_text(encoding="utf-8").replace(_PLACEHOLDER, identifier)
    if source.name == "parties.csv":
        return text + _lines(_general_parties(), PARTY_COLUMNS)
    if source.name == "aliases.csv":
        general = {row.text("id") for row in _general_parties()}
        rows = [row for row in read_table(_MODEL / "aliases.csv", ALIAS_COLUMNS) if row.text("id") in general]
        return text + _lines([row for row in rows if row.values["speaker"] in general | {""}], ALIAS_COLUMNS)
    return text


def _general_parties() -> list[Row]:
    """Groups of sources and people that stand with nobody, and the armed group that nobody names."""
    rows = read_table(_MODEL / "parties.csv", PARTY_COLUMNS)
    return [
        row
        for row in rows
        if row.text("id") == _UNIDENTIFIED
        or (
            row.text("kind") in _GENERAL_KINDS
            and row.text("party") == row.text("id")
            and not row.values["affiliation"]
        )
    ]


def _lines(rows: list[Row], columns: tuple[str, ...]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([row.values[column] for column in columns] for row in rows)
    return out.getvalue()


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
