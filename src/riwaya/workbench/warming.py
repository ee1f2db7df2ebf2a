"""What some pages need of a large archive takes seconds to gather: it is begun before anybody asks."""

from __future__ import annotations

import gc
from contextlib import suppress
from threading import Thread

from riwaya.archive import Archive
from riwaya.errors import ArchiveError
from riwaya.questions import Desk, Filters
from riwaya.questions.accusations import accusations
from riwaya.questions.headlines import headlines
from riwaya.questions.sightings import all_sightings
from riwaya.questions.timeline import timed
from riwaya.workbench.morning import news, scope_asked


def warm(archive: Archive) -> None:
    """Begin to gather what is kept in memory; returns at once."""
    Thread(target=_gather, args=(archive,), daemon=True, name="warming").start()


def _gather(archive: Archive) -> None:
    # Where this fails, whoever asks for the map is told what is wrong.
    with suppress(ArchiveError):
        # The morning first: it is where people land.
        news(Desk(archive), scope_asked(archive, {}, "", ()))
        with archive.reading() as connection:
            all_sightings(Desk(archive), connection)
        timed(Desk(archive), Filters())
        for ask in (accusations, headlines):
            ask(Desk(archive), Filters(limit=0))
    # These are many small things that stay: not to be looked through whenever memory is tidied.
    gc.collect()
    gc.freeze()
