"""Logging in, limited: whoever guesses passwords has to wait, and learns nothing from being made to."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

#: Within so many seconds a name may be tried so often, and an address may try so often.
WINDOW, BY_NAME, BY_ADDRESS = 900.0, 10, 50
#: Names and addresses that are remembered, so that guessing fills no memory.
_MOST = 20_000


class Attempts:
    """Counts attempts to log in, by the name that was typed and by the address they came from.

    Names count alike whether an account has them or not. When the workbench ends, all is forgotten.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._made: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def wait(self, name: str, address: str) -> int:
        """Count an attempt; returns 0, or, after too many, the seconds until the next may be made."""
        kinds = ((("name", name), BY_NAME), (("address", address), BY_ADDRESS))
        with self._lock:
            moment = self._clock()
            waits = [self._left(key, most, moment) for key, most in kinds]
            if not any(waits):
                for key, _most in kinds:
                    self._made.setdefault(key, deque()).append(moment)
                    self._made.move_to_end(key)
                while len(self._made) > _MOST:
                    self._made.popitem(last=False)
            return max(waits)

    def succeeded(self, name: str) -> None:
        """Forget the attempts at a name: its owner is in."""
        with self._lock:
            self._made.pop(("name", name), None)

    def _left(self, key: tuple[str, str], most: int, moment: float) -> int:
        made = self._made.get(key)
        while made and made[0] <= moment - WINDOW:
            made.popleft()
        return int(made[0] + WINDOW - moment) + 1 if made and len(made) >= most else 0
