"""Sorting more lines than memory holds: sorted pieces in files that have no name, merged."""

from __future__ import annotations

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import IO

#: Bytes of lines that are in memory at a time.
ROOM = 64 * 1024 * 1024


def sorted_lines(lines: Iterable[str], *, room: int = ROOM) -> Iterator[str]:
    """`lines`, none of which holds a line end, by code points; at most `room` bytes of them in memory."""
    with ExitStack() as files:
        pieces: list[IO[bytes]] = []
        held: list[bytes] = []
        size = 0
        for line in lines:
            # The order of UTF-8 is that of code points.
            held.append(line.encode("utf-8") + b"\n")
            size += len(held[-1])
            if size > room:
                pieces.append(
                    _written(sorted(held, key=_line), files.enter_context(tempfile.TemporaryFile()))
                )
                held, size = [], 0
        for encoded in heapq.merge(sorted(held, key=_line), *pieces, key=_line):
            yield encoded[:-1].decode("utf-8")


def _line(written: bytes) -> bytes:
    """A line without its end, which would sort behind some of what a longer one goes on with."""
    return written[:-1]


def _written(lines: list[bytes], file: IO[bytes]) -> IO[bytes]:
    file.writelines(lines)
    file.seek(0)
    return file
