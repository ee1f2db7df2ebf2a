"""The queue, made once for every state of the archive."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from riwaya.archive import Archive
from riwaya.archive.archive import GENERATION, LINKED
from riwaya.questions.review import Narrowed, Queued, queue

#: Ways of narrowing that are remembered.
_MOST = 50
_State = tuple[str | None, str | None]
_made: WeakKeyDictionary[Archive, tuple[_State, dict[Narrowed, list[Queued]]]] = WeakKeyDictionary()


def queue_of(archive: Archive, narrowed: Narrowed) -> list[Queued]:
    """The queue as it is now. What claims are, or are about together, changes a fact of the archive."""
    state = archive.fact(GENERATION), archive.fact(LINKED)
    known_state, known = _made.get(archive, (None, {}))
    if known_state != state or len(known) > _MOST:
        known = {}
        _made[archive] = (state, known)
    if narrowed not in known:
        with archive.reading() as connection:
            known[narrowed] = queue(connection, narrowed)
    return known[narrowed]
