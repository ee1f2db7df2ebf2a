"""What `riwaya ingest` is given, item by item and in chunks that a process takes at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from riwaya.capture import (
    RECORD_SUFFIXES,
    SUFFIXES,
    CaptureOptions,
    FieldMap,
    Page,
    Record,
    Refused,
    fetch,
    is_record_file,
    is_url,
    read_record_stream,
    read_records,
)
from riwaya.cli.inputs import STDIN, Source
from riwaya.cli.work import internal
from riwaya.errors import InputError, RiwayaError
from riwaya.i18n import gettext as _

#: The files of a folder that are taken in.
ENDINGS = SUFFIXES | RECORD_SUFFIXES
#: A chunk is a quarter of a second of reading; long reports make shorter ones.
_ITEMS, _CHARACTERS = 16, 200_000


@dataclass(frozen=True, slots=True)
class Item:
    """What may be one report. `position` is how much of all files had been used up behind it, in bytes."""

    name: str
    content: Record | Refused | Path | Page
    position: int


@dataclass(frozen=True, slots=True)
class Chunk:
    """Items that one process takes together."""

    items: tuple[Item, ...]

    def single(self) -> list[Chunk]:
        """A chunk for every item."""
        return [Chunk((item,)) for item in self.items]


def size_of(sources: Sequence[Source]) -> int | None:
    """Bytes of all files together; None where nobody knows, because something is no file."""
    if any(source.path is None and source.problem is None for source in sources):
        return None
    return sum(_size(source.path) for source in sources if source.path)


def chunks(sources: Sequence[Source], fields: FieldMap, options: CaptureOptions) -> Iterator[Chunk]:
    """All items of all sources, in their order. Files are opened, addresses fetched as their turn comes."""
    items: list[Item] = []
    characters = 0
    for item in _items(sources, fields, options):
        items.append(item)
        if isinstance(item.content, Record):
            characters += len(item.content.fields["text"])
        if len(items) == _ITEMS or characters >= _CHARACTERS:
            yield Chunk(tuple(items))
            items, characters = [], 0
    if items:
        yield Chunk(tuple(items))


def _items(sources: Sequence[Source], fields: FieldMap, options: CaptureOptions) -> Iterator[Item]:
    done = 0
    for source in sources:
        if source.problem is not None:
            yield Item(source.name, Refused(source.problem), done)
        elif source.path is None:
            yield from _from_outside(source.name, fields, options, done)
        elif is_record_file(source.name):
            for entry in _records(source.path, source.name, fields, options):
                yield Item(entry.source, entry, done + entry.position)
            done += _size(source.path)
        else:
            done += _size(source.path)
            yield Item(source.name, source.path, done)


def _records(path: Path, name: str, fields: FieldMap, options: CaptureOptions) -> Iterator[Record | Refused]:
    try:
        yield from read_records(path, name, fields, options.max_bytes)
    except RiwayaError:
        raise
    except Exception as error:  # noqa: BLE001 - a mistake of ours must not cost the other files
        yield Refused(InputError(name, internal(error)))


def _from_outside(name: str, fields: FieldMap, options: CaptureOptions, done: int) -> Iterator[Item]:
    """What standard input or an address yields."""
    if name == STDIN:
        if sys.stdin is None:
            error = InputError(STDIN, _("standard input is closed"), _("give a file"))
            yield Item(name, Refused(error), done)
            return
        # A file of its own: a thread that waits for input holds the lock of the other one to the very end.
        with open(sys.stdin.fileno(), "rb", closefd=False) as stream:
            for entry in read_record_stream(stream, name, fields, options.max_bytes):
                yield Item(entry.source, entry, done)
    elif is_url(name):
        try:
            page = fetch(name, options)
        except InputError as error:
            yield Item(name, Refused(error), done)
        else:
            yield Item(name, page, done)


def _size(path: Path) -> int:
    with suppress(OSError):
        return os.stat(path).st_size  # noqa: PTH116 - half the time of Path.stat, for ten thousands of files
    return 0
