"""What the map needs of a large archive takes seconds to gather: it is begun before anybody asks."""

from __future__ import annotations

from contextlib import suppress
from threading import Thread

from riwaya.archive import Archive
from riwaya.errors import ArchiveError
from riwaya.questions import Desk
from riwaya.questions.sightings import all_sightings


def warm(archive: Archive) -> None:
    """Begin to gather what is kept in memory; returns at once."""
    Thread(target=_gather, args=(archive,), daemon=True, name="warming").start()


def _gather(archive: Archive) -> None:
    # Whoever asks for the map then is told what is wrong.
    with suppress(ArchiveError), archive.reading() as connection:
        all_sightings(Desk(archive), connection)
