"""An answer as people read it on a terminal: a table, or where that is too narrow a block a row."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TextIO

from riwaya.exchange.terminal import Sheet, Style, display_width, style_for, wrap
from riwaya.exchange.wording import FSI, PDI, isolate, quoted
from riwaya.i18n import gettext as _
from riwaya.questions.answer import Answer, Cell, Column, Line
from riwaya.questions.wording import cell_words, held_back, shown_columns

#: Between two columns; columns that may be wrapped are never narrower than this.
_GAP, _NARROWEST = 2, 11
#: Columns that a table takes at most, however wide the terminal.
_WIDEST = 200


def table_style(stream: TextIO | None, environ: Mapping[str, str]) -> Style:
    """The style that a stream can show; a table may be as wide as the terminal, unlike a text.

    Raises UsageError.
    """
    if stream is None:
        return Style()
    style = style_for(stream, environ)
    if not stream.isatty():
        return style
    columns = shutil.get_terminal_size((style.width, 24)).columns
    return replace(style, width=max(style.width, min(columns, _WIDEST)))


def to_table(
    answer: Answer, names: Mapping[str, str], style: Style, *, offset: int = 0, whole: bool = False
) -> str:
    """An answer for a terminal or a file of plain text, in the current language.

    `names` gives names for ids; `offset` is how many rows were passed over; `whole` says that the release
    policy was overridden. Columns that are empty in every row are left out.
    """
    sheet = Sheet(style)
    shown = shown_columns(answer)
    words = [i for i in shown if answer.columns[i].kind == "words"]
    plain = [i for i in shown if i not in words]
    headings = [*(_(answer.columns[i].heading) for i in plain), _("evidence")]
    rows = [
        [*(cell_words(answer.columns[i], line.cells[i], names) for i in plain), _where(line)]
        for line in answer.lines
    ]
    fixed = [*(answer.columns[i].kind in ("key", "day", "number") for i in plain), True]
    if rows:
        widths = _widths([headings, *rows], fixed, style.width)
        if widths:
            _row(sheet, headings, widths, heading=True)
        for line, row in zip(answer.lines, rows, strict=True):
            if widths:
                _row(sheet, row, widths)
            else:
                _block(sheet, headings, row)
            for i in words:
                _words(sheet, answer.columns[i], line.cells[i], alone=len(words) == 1)
    _foot(sheet, answer, offset, whole=whole)
    return sheet.text()


def _where(line: Line) -> str:
    """The first piece of evidence, and how many more there are."""
    if not line.evidence:
        return ""
    more = len(line.evidence) - 1
    return isolate(line.evidence[0].reference) + (f" +{more}" if more else "")


def _widths(rows: Sequence[Sequence[str]], fixed: Sequence[bool], width: int) -> list[int]:
    """Columns' widths that fit `width`, wide ones giving way; empty where they cannot."""
    natural = [max(display_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    least = [n if whole else min(n, _NARROWEST) for n, whole in zip(natural, fixed, strict=True)]
    room = width - _GAP * (len(natural) - 1)
    spare = room - sum(least)
    if spare < 0:
        return []
    wanted = sum(natural) - sum(least)
    if wanted <= spare:
        return natural
    return [low + spare * (high - low) // wanted for low, high in zip(least, natural, strict=True)]


def _row(sheet: Sheet, cells: Sequence[str], widths: Sequence[int], *, heading: bool = False) -> None:
    wrapped = [list(wrap(cell, width)) for cell, width in zip(cells, widths, strict=True)]
    for pieces in zip_longest(*wrapped, fillvalue=""):
        line = (" " * _GAP).join(
            f"{FSI}{piece}{PDI}" + " " * (width - display_width(piece))
            for piece, width in zip(pieces, widths, strict=True)
        )
        sheet.line(line.rstrip(" "), "heading" if heading else "plain")


def _block(sheet: Sheet, headings: Sequence[str], row: Sequence[str]) -> None:
    sheet.blank()
    for heading, cell in zip(headings, row, strict=True):
        if cell:
            sheet.write(_("{name}: {value}").format(name=heading, value=cell))


def _words(sheet: Sheet, column: Column, cell: Cell, *, alone: bool) -> None:
    if not cell:
        return
    if not alone:
        sheet.write(_("{name}:").format(name=_(column.heading)), "note", indent=4)
    sheet.write(quoted(str(cell)), "quote", indent=4)


def _foot(sheet: Sheet, answer: Answer, offset: int, *, whole: bool) -> None:
    sheet.blank()
    last = offset + len(answer.lines) + (answer.held_back if answer.lines else 0)
    if answer.lines and (offset or len(answer.lines) < answer.total):
        count = _("rows {first}–{last} of {total}").format(first=offset + 1, last=last, total=answer.total)
        sheet.write(count, "note")
        if last < answer.total:
            option = isolate(f"--offset {last}")
            sheet.write(_("{option} shows the next").format(option=option), "note")
    if answer.held_back:
        sheet.write(held_back(answer.held_back), "warning")
    for note in answer.notes:
        if "\n" in note:  # a drawing, whose lines stay as they are
            for line in note.split("\n"):
                sheet.line(line, "plain")
        else:
            sheet.write(note, "note" if answer.lines else "plain")
    if whole:
        sheet.write(_("The release policy was overridden; who and why are kept in the archive."), "warning")
