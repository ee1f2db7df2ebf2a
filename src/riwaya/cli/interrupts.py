"""Ctrl-C, heard where nothing is half done."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def heard_afterwards() -> Iterator[None]:
    """Ctrl-C during the block raises KeyboardInterrupt at its end; a second one is heard at once.

    Python raises between any two steps, also of a library that has just taken a lock or begun a transaction.
    Where the block itself raises, that error goes on, and the Ctrl-C with it is forgotten: it ends as well.
    """
    first = threading.current_thread() is threading.main_thread()
    if not first or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # only the first thread hears of it, and whoever listens in another way is left to
        return
    heard: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        if heard:
            raise KeyboardInterrupt
        heard.append(number)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if heard:
        raise KeyboardInterrupt
