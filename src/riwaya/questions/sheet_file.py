"""A coding sheet as it comes back, whatever a spreadsheet made of encoding, separators and cells."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO

from riwaya.errors import InputError
from riwaya.exchange.index import clean
from riwaya.i18n import gettext as _
from riwaya.questions.sheet import EDITABLE, IDENTITY

_SEPARATORS = (",", ";", "\t")
_DIGITS = {ord(chr(base + d)): str(d) for base in (0x0660, 0x06F0) for d in range(10)}
_HINT = re.compile(r"sep=.\r?\n")
#: Larger files are no coding sheets; a spreadsheet would not open them either.
_MOST = 200_000_000


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row: its number as the spreadsheet counts (the header is 1), and its cells as people see them."""

    number: int
    cells: dict[str, str]


def read_rows(data: bytes, name: str) -> list[FileRow]:
    """The rows of a sheet; empty ones are passed over. Raises InputError when it is none."""
    if len(data) > _MOST:
        raise InputError(name, _("is too large for a coding sheet"))
    needed = (*IDENTITY, *EDITABLE)
    lines = table_lines(data, name, needed)
    header = [tidy(cell) for cell in lines[0]] if lines else []
    missing = [column for column in needed if column not in header]
    if missing:
        problem = _("columns are missing: {columns}").format(columns=", ".join(missing))
        raise InputError(name, problem, _("keep the header as it was written"))
    twice = sorted({column for column in needed if header.count(column) > 1})
    if twice:
        raise InputError(name, _("columns stand twice: {columns}").format(columns=", ".join(twice)))
    rows = []
    for number, line in enumerate(lines[1:], 2):
        cells = dict(zip(header, map(tidy, [*line, *[""] * (len(header) - len(line))]), strict=False))
        if any(cells.values()):
            rows.append(FileRow(number, cells))
    return rows


def table_lines(data: bytes, name: str, columns: Iterable[str]) -> list[list[str]]:
    """The lines of a table, header first, parted by what parts most of `columns`. Raises InputError."""
    text = _HINT.sub("", _decoded(data, name), count=1)
    wanted = set(columns)
    best: tuple[int, str] = max((_found(text, separator, wanted), separator) for separator in _SEPARATORS)
    try:
        return list(csv.reader(StringIO(text, newline=""), delimiter=best[1]))
    except csv.Error as error:
        raise InputError(name, str(error)) from None


def tidy(cell: str) -> str:
    """A cell without what spreadsheets put around it, digits as they are counted with."""
    text = clean(cell.replace("\u00a0", " ")).translate(_DIGITS)
    # We put an apostrophe before what looks like a formula, people put one before what is to stay text.
    return text.removeprefix("'").strip()


def _found(text: str, separator: str, columns: set[str]) -> int:
    """How many of these columns a header has when it is parted so."""
    header: Iterable[str] = next(csv.reader(StringIO(text, newline=""), delimiter=separator), [])
    return len({tidy(cell) for cell in header} & columns)


def _decoded(data: bytes, name: str) -> str:
    encoding = "utf-8-sig"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        problem = _("not UTF-8 at byte {byte}").format(byte=error.start)
        raise InputError(name, problem, _("save it as 'CSV UTF-8'")) from None
