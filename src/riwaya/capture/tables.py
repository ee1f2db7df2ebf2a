"""Tables in which each row is a record: CSV and Parquet."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO

from riwaya.capture.json_lines import ROOM
from riwaya.capture.records import FieldMap, Record, Refused, record_of
from riwaya.errors import InputError, UsageError
from riwaya.i18n import gettext as _

#: Rows of a Parquet file that are held at once.
_ROWS = 256
_DELIMITERS = ",;\t"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_csv(
    stream: BinaryIO, name: str, fields: FieldMap, max_bytes: int, position: Callable[[], int]
) -> Iterator[Record | Refused]:
    """The rows of a CSV file (RFC 4180, in UTF-8) with a header, named by the lines where they begin.

    Separators may be commas, semicolons or tabs. Raises InputError where the header has no field for the
    text, and where a quotation mark that is never closed swallows more than a record may hold.
    """
    limit = ROOM * max_bytes
    csv.field_size_limit(max(limit, csv.field_size_limit()))
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    try:
        yield from _rows(text, name, fields, limit, position)
    finally:
        text.detach()  # else it would close the stream when it is forgotten


def _rows(
    text: io.TextIOWrapper, name: str, fields: FieldMap, limit: int, position: Callable[[], int]
) -> Iterator[Record | Refused]:
    head = text.readline(limit)
    if head.encode("utf-8", "surrogateescape").startswith(_WIDE):
        raise InputError(name, _("a UTF-16 file"), _("save it as CSV in UTF-8"))
    # As many of a separator as there are names less one: what occurs most in the header.
    delimiter = max(_DELIMITERS, key=head.count)
    rows = csv.reader(_lines(head, text, name, limit), delimiter=delimiter)
    line = 1
    try:
        header = [column.strip() for column in next(rows, [])]
        fields.require_text(name, header)
        line = rows.line_num + 1
        for row in rows:
            source = f"{name}:{line}"
            line = rows.line_num + 1
            if row:
                yield _row(row, header, source, fields, position())
    except csv.Error as error:
        problem = _("line {line}: {why}; nothing behind it was read").format(line=line, why=error)
        raise InputError(name, problem, _("look for a quotation mark that is never closed")) from None


def _lines(head: str, text: io.TextIOWrapper, name: str, limit: int) -> Iterator[str]:
    line = head
    while line:
        if len(line) >= limit and not line.endswith(("\n", "\r")):
            problem = _("a line of more than {limit} characters").format(limit=limit)
            raise InputError(name, problem, _("raise the limit by --max-bytes"))
        yield line
        line = text.readline(limit)


def _row(row: list[str], header: list[str], source: str, fields: FieldMap, at: int) -> Record | Refused:
    if len(row) != len(header):
        problem = _("{found} fields where the header has {expected}")
        remedy = _("quote fields that hold a separator or a line end")
        error = InputError(source, problem.format(found=len(row), expected=len(header)), remedy)
    else:
        try:
            return record_of(source, dict(zip(header, row, strict=True)), fields, at)
        except InputError as wrong:
            error = wrong
    line = io.StringIO()
    csv.writer(line).writerow(row)
    return Refused(error, line.getvalue().encode("utf-8", "surrogateescape"), at)


def need_parquet() -> Any:
    """The package that reads Parquet. Raises UsageError where it is not installed."""
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError:
        problem = _("Parquet files need the package pyarrow: python -m pip install 'riwaya[parquet]'")
        raise UsageError(problem) from None


def read_parquet(path: Path, name: str, fields: FieldMap) -> Iterator[Record | Refused]:
    """The rows of a Parquet file, named by their numbers from 1. Raises InputError and UsageError."""
    pyarrow, parquet = need_parquet()
    size = path.stat().st_size
    try:
        with parquet.ParquetFile(path) as file:
            schema = file.schema_arrow
            fields.require_text(name, schema.names)
            columns = [column for column in fields.columns() if column in schema.names]
            total = file.metadata.num_rows
            number = 0
            for batch in file.iter_batches(batch_size=_ROWS, columns=columns):
                for values in _plain(pyarrow, batch):
                    number += 1
                    yield _record(f"{name}:{number}", values, fields, size * number // total)
    except pyarrow.ArrowException as error:
        why = " ".join(str(error).split())[:200]
        problem = _("cannot be read as Parquet: {why}").format(why=why)
        raise InputError(name, problem, _("get the file again")) from None


def _plain(pyarrow: Any, batch: Any) -> Iterator[dict[str, Any]]:
    """The rows of a batch as Python's values; moments finer than a microsecond lose what is finer.

    Strings come as bytes that need not be UTF-8: what is not is found out record by record.
    """
    types = pyarrow.types
    columns: dict[str, list[Any]] = {}
    for column, values in zip(batch.schema.names, batch.columns, strict=True):
        kind = values.type
        plain = values
        if types.is_timestamp(kind) and kind.unit == "ns":
            plain = values.cast(pyarrow.timestamp("us", kind.tz), safe=False)
        elif types.is_string(kind) or types.is_large_string(kind):
            plain = values.cast(pyarrow.large_binary())
        columns[column] = [_decoded(value) for value in plain.to_pylist()]
    for row in zip(*columns.values(), strict=True):
        yield dict(zip(columns, row, strict=True))


def _decoded(value: Any) -> Any:
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else value


def _record(source: str, values: dict[str, Any], fields: FieldMap, at: int) -> Record | Refused:
    try:
        return record_of(source, values, fields, at)
    except InputError as error:
        return Refused(error, repr(values).encode("utf-8", "surrogateescape"), at)
