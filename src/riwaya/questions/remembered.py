"""What is costly to find out, and holds as long as nothing changes in an archive."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.archive import GENERATION, LINKED, Archive

T = TypeVar("T")
#: Results that are kept of one archive; the one that was asked for longest ago goes first.
_MOST = 64


@dataclass(slots=True)
class _Store:
    state: frozenset[Any] = frozenset()
    results: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)


_stores: WeakKeyDictionary[Archive, _Store] = WeakKeyDictionary()
_opening = Lock()


def remembered(archive: Archive, connection: Connection, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` yields, made once for each `key` until claims or what relates them change.

    `make` asks the same `connection`, and for nothing that is remembered itself. Whoever asks while it is
    being made waits for it.
    """
    about = schema.about.c
    facts = connection.execute(select(about.name, about.value).where(about.name.in_((GENERATION, LINKED))))
    state = frozenset(tuple(fact) for fact in facts)
    with _opening:
        store = _stores.setdefault(archive, _Store())
    with store.lock:
        if state != store.state:
            store.results.clear()
            store.state = state
        if key not in store.results:
            store.results[key] = make()
            while len(store.results) > _MOST:
                store.results.popitem(last=False)
        store.results.move_to_end(key)
        found: T = store.results[key]
    return found
