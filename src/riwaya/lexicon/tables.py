"""Reading the CSV tables in which knowledge is kept, with file and line in every complaint."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from riwaya.errors import PackError
from riwaya.i18n import gettext as _

#: Folder of the language lexicons that ship with the package.
LEXICON = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a table: its values by column, and where it stands."""

    path: Path
    line: int
    values: dict[str, str]

    def error(self, problem: str) -> PackError:
        """A complaint about this entry."""
        return PackError(self.path, self.line, problem)

    def text(self, column: str) -> str:
        """The value of `column`, which must not be empty."""
        value = self.values[column]
        if not value:
            raise self.error(_("column '{column}' is empty").format(column=column))
        return value

    def optional(self, column: str) -> str | None:
        """The value of `column`, or None where it is empty."""
        return self.values[column] or None

    def many(self, column: str) -> tuple[str, ...]:
        """The values of `column`, separated by `|`; empty ones are left out."""
        return tuple(part for part in (p.strip() for p in self.values[column].split("|")) if part)

    def choice(self, column: str, allowed: Collection[str]) -> str:
        """The value of `column`, which must be one of `allowed`."""
        return self._one_of(column, self.values[column], allowed)

    def choices(self, column: str, allowed: Collection[str]) -> tuple[str, ...]:
        """The values of `column`, separated by `|`: at least one, and each must be one of `allowed`."""
        self.text(column)
        return tuple(self._one_of(column, value, allowed) for value in self.many(column))

    def _one_of(self, column: str, value: str, allowed: Collection[str]) -> str:
        if value not in allowed:
            problem = _("column '{column}': '{value}' is none of {allowed}")
            names = ", ".join(sorted(allowed))
            raise self.error(problem.format(column=column, value=value, allowed=names))
        return value

    def choice_or_none(self, column: str, allowed: Collection[str]) -> str | None:
        """As `choice`, with None for an empty value."""
        return self.choice(column, allowed) if self.values[column] else None

    def number(self, column: str) -> float:
        """The value of `column` as a finite number."""
        text = self.values[column]
        try:
            value = float(text)
        except ValueError:
            problem = _("column '{column}': '{value}' is not a number")
            raise self.error(problem.format(column=column, value=text)) from None
        if not abs(value) < 1e12:
            problem = _("column '{column}': '{value}' is out of range")
            raise self.error(problem.format(column=column, value=text))
        return value


def read_table(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """The entries of the table at `path`, whose header must name exactly `columns`.

    Raises PackError when the file is missing, is not UTF-8, or a row does not have one value a column.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise PackError(path, 0, _("the file is missing")) from None
    except UnicodeDecodeError as error:
        problem = _("not UTF-8 at byte {byte}; save it as UTF-8").format(byte=error.start)
        raise PackError(path, 0, problem) from None
    except OSError as error:
        raise PackError(path, 0, _("cannot be read: {why}").format(why=error.strerror)) from None
    lines = csv.reader(text.splitlines(), strict=True)
    try:
        header = next(lines, [])
        if header != list(columns):
            problem = _("the columns are {found}; expected {expected}")
            raise PackError(path, 1, problem.format(found=",".join(header), expected=",".join(columns)))
        for values in lines:
            if not values:
                continue
            if len(values) != len(columns):
                problem = _("{values} values for {columns} columns")
                raise PackError(
                    path, lines.line_num, problem.format(values=len(values), columns=len(columns))
                )
            yield Row(path, lines.line_num, dict(zip(columns, (v.strip() for v in values), strict=True)))
    except csv.Error as error:
        raise PackError(path, lines.line_num, str(error)) from None
