"""Which files hold many reports, and all the records of one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from riwaya.capture.json_lines import read_json_lines
from riwaya.capture.records import FieldMap, Record, Refused
from riwaya.capture.tables import read_csv, read_parquet
from riwaya.capture.unpack import PACKED, Unpacked, unpacking
from riwaya.errors import InputError

_LINES, _TABLE, _PARQUET = (".jsonl", ".ndjson"), ".csv", ".parquet"
#: What the names of files end in that hold many reports.
RECORD_SUFFIXES = frozenset(
    (*(kind + packed for kind in (*_LINES, _TABLE) for packed in ("", *PACKED)), _PARQUET)
)


def is_record_file(name: str) -> bool:
    """Whether a file of this name holds many reports."""
    return name.lower().endswith(tuple(RECORD_SUFFIXES))


def is_parquet(name: str) -> bool:
    """Whether a file of this name can be read only with `riwaya[parquet]`."""
    return name.lower().endswith(_PARQUET)


def read_records(path: Path, name: str, fields: FieldMap, max_bytes: int) -> Iterator[Record | Refused]:
    """The records of a file, each named `name:line` (in Parquet its row), as they are asked for.

    `max_bytes` is the most that a text may have. What is wrong with the file comes as the last entry. Raises
    UsageError where a Parquet file needs a package that is not installed.
    """
    try:
        with unpacking(name):
            if is_parquet(name):
                yield from read_parquet(path, name, fields)
                return
            file = Unpacked(path, name)
            try:
                table = name.lower().removesuffix(".gz").removesuffix(".zst").endswith(_TABLE)
                read = read_csv if table else read_json_lines
                yield from read(file.stream, name, fields, max_bytes, lambda: file.position)
            finally:
                file.close()
    except InputError as error:
        yield Refused(error)


def read_record_stream(
    stream: BinaryIO, name: str, fields: FieldMap, max_bytes: int
) -> Iterator[Record | Refused]:
    """The records of JSON Lines that come from a stream, as of `read_records`."""
    try:
        with unpacking(name):
            yield from read_json_lines(stream, name, fields, max_bytes, lambda: 0)
    except InputError as error:
        yield Refused(error)
