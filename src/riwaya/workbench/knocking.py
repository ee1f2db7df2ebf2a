"""Logging in, limited: whoever guesses passwords has to wait, and learns nothing from being made to.

An attempt counts for a name from an address, for the address, and for the name. Who tries a name from one
address shuts only that address out from it. Attempts from everywhere shut new addresses out, but none from
which its owner has come in before, so that nobody keeps a colleague out who only knows their name.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

#: Within so many seconds a name may be tried so often from one address, and from all together; and an
#: address may try so often.
WINDOW, BY_PAIR, BY_NAME, BY_ADDRESS = 900.0, 10, 50, 50
#: Counts that are kept, and ways in that are remembered, so that guessing fills no memory.
_MOST = 20_000

_Key = tuple[str, str, str]


class Attempts:
    """Counts attempts to log in, by the name that was typed and by the address they came from.

    Names count alike whether an account has them or not. When the workbench ends, all is forgotten.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._made: OrderedDict[_Key, deque[float]] = OrderedDict()
        self._came_in: OrderedDict[tuple[str, str], None] = OrderedDict()

    def wait(self, name: str, address: str) -> int:
        """Count an attempt; returns 0, or, after too many, the seconds until the next may be made."""
        place = _place(address)
        kinds: list[tuple[_Key, int]] = [
            (("pair", name, place), BY_PAIR),
            (("address", "", place), BY_ADDRESS),
        ]
        with self._lock:
            if (name, place) not in self._came_in:
                kinds.append((("name", name, ""), BY_NAME))
            moment = self._clock()
            waits = [self._left(key, most, moment) for key, most in kinds]
            if not any(waits):
                for key, _most in kinds:
                    self._made.setdefault(key, deque()).append(moment)
                    self._made.move_to_end(key)
                _shorten(self._made)
            return max(waits)

    def succeeded(self, name: str, address: str) -> None:
        """Forget the attempts at a name from an address, and remember that its owner came in from there."""
        place = _place(address)
        with self._lock:
            self._made.pop(("pair", name, place), None)
            self._came_in[name, place] = None
            self._came_in.move_to_end((name, place))
            _shorten(self._came_in)

    def _left(self, key: _Key, most: int, moment: float) -> int:
        made = self._made.get(key)
        while made and made[0] <= moment - WINDOW:
            made.popleft()
        return int(made[0] + WINDOW - moment) + 1 if made and len(made) >= most else 0


def _shorten(kept: OrderedDict[_Key, deque[float]] | OrderedDict[tuple[str, str], None]) -> None:
    while len(kept) > _MOST:
        kept.popitem(last=False)


def _place(address: str) -> str:
    """An address, as far as one machine has no other: of IPv6 the network, of which it has all."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(found, IPv6Address):
        return str(found.ipv4_mapped or found.exploded[:19])
    return str(found)
