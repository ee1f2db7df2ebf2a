"""What all processes of a workbench must know alike: its jobs and sheets, attempts to log in, its token."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.managers import BaseManager
from threading import Thread
from typing import Any

from riwaya.workbench.jobs import Jobs
from riwaya.workbench.knocking import Attempts
from riwaya.workbench.sheets import Sheets


@dataclass(frozen=True, slots=True)
class Shared:
    """What is known to all: of one process its own, of several what one of them keeps for the others."""

    jobs: Jobs = field(default_factory=Jobs)
    attempts: Attempts = field(default_factory=Attempts)
    sheets: Sheets = field(default_factory=Sheets)
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where another process of this user finds what is shared, with the proof that it is one of ours."""

    address: str
    proof: bytes
    token: str


class _Asking(BaseManager):
    """Asks the process that keeps what is shared."""


_KEPT = ("jobs", "attempts", "sheets")
for _name in _KEPT:
    _Asking.register(_name)


@contextmanager
def keeping(shared: Shared) -> Iterator[Whereabouts]:
    """Keep what is shared for other processes, as long as the block runs."""

    class Keeping(BaseManager):
        """Answers them."""

    for name in _KEPT:
        Keeping.register(name, callable=partial(getattr, shared, name))
    proof = secrets.token_bytes(32)
    server = Keeping(authkey=proof).get_server()
    Thread(target=server.serve_forever, daemon=True, name="riwaya-shared").start()
    yield Whereabouts(str(server.address), proof, shared.token)


def shared_at(place: Whereabouts) -> Shared:
    """What another process keeps: asking for it is like asking one's own."""
    asking = _Asking(place.address, authkey=place.proof)
    asking.connect()
    made: dict[str, Any] = {name: getattr(asking, name)() for name in _KEPT}
    return Shared(**made, token=place.token)
