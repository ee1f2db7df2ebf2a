"""Answers that are kept while nothing changes that they were made from."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import UTC, datetime
from typing import TypeVar, cast

from starlette.requests import Request

from riwaya.archive.archive import GENERATION, LINKED, Archive
from riwaya.i18n import language

T = TypeVar("T")
#: Answers that are kept at most; the one that was asked for longest ago goes first.
_ROOM = 256


class Kept:
    """Answers by what was asked, of one state of the archive: those of another are dropped at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: Hashable = None
        self._answers: OrderedDict[Hashable, object] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}

    def get(self, state: Hashable, key: Hashable, make: Callable[[], T]) -> T:
        """The answer that is kept, else the one that `make` makes: once, however many ask at a time."""
        with self._lock:
            if state != self._state:
                self._state = state
                self._answers.clear()
                self._making.clear()
            if key in self._answers:
                return cast("T", self._found(key))
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if state == self._state and key in self._answers:
                    return cast("T", self._found(key))
            try:
                made = make()
                self._keep(state, key, made)
            finally:
                self._making.pop(key, None)
        return made

    def _keep(self, state: Hashable, key: Hashable, made: object) -> None:
        with self._lock:
            if state == self._state:
                self._answers[key] = made
                if len(self._answers) > _ROOM:
                    self._answers.popitem(last=False)

    def _found(self, key: Hashable) -> object:
        self._answers.move_to_end(key)
        return self._answers[key]


def kept(request: Request, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` makes, unless it was made for this key and language and the archive is still the same.

    What may not leave yet may an hour later: no answer is kept longer.
    """
    archive: Archive = request.app.state.archive
    hour = datetime.now(UTC).strftime("%Y-%m-%dT%H")
    state = (archive.fact(GENERATION), archive.fact(LINKED), hour)
    store: Kept = request.app.state.kept
    return store.get(state, (language(), key), make)
