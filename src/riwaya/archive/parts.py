"""Long lists in parts: a statement takes only so many parameters, and memory only so many texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

#: Well below what any database takes (SQLite before 3.32: 999), and enough that round trips cost nothing.
_SIZE = 500


def in_parts(items: Sequence[T], size: int = _SIZE) -> Iterator[Sequence[T]]:
    """`items`, in order, at most `size` at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
