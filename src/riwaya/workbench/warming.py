"""What map and timeline need of a large archive takes seconds to gather: it is begun before anybody asks."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from riwaya.archive import Archive
from riwaya.errors import ArchiveError
from riwaya.questions import Desk, Filters
from riwaya.questions.sightings import all_sightings
from riwaya.questions.timeline import timed


def warm(archive: Archive) -> None:
    """Begin to gather what is kept in memory; returns at once."""
    Thread(target=_gather, args=(archive,), daemon=True, name="warming").start()


def _gather(archive: Archive) -> None:
    # Where this fails, whoever asks for the map is told what is wrong.
    with suppress(ArchiveError):
        with archive.reading() as connection:
            all_sightings(Desk(archive), connection)
        timed(Desk(archive), Filters())
