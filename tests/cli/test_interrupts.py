"""Ctrl-C at any step: nothing is left locked, and nothing but the interrupt comes of it."""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Generator
from itertools import count
from types import FrameType
from typing import TYPE_CHECKING

import pytest

from riwaya.cli.interrupts import heard_afterwards
from riwaya.cli.pool import ahead

if TYPE_CHECKING:
    from _typeshed import TraceFunction


def interrupt() -> None:
    signal.raise_signal(signal.SIGINT)


@heard_afterwards()
def held(*steps: Callable[[], object]) -> None:
    for step in steps:
        step()


def test_an_interrupt_is_heard_after_the_block() -> None:
    done: list[str] = []

    with pytest.raises(KeyboardInterrupt):
        held(interrupt, lambda: done.append("all of it"))

    assert done == ["all of it"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_a_second_interrupt_is_heard_at_once() -> None:
    done: list[str] = []

    with pytest.raises(KeyboardInterrupt):
        held(interrupt, lambda: done.append("between"), interrupt, lambda: done.append("after"))

    assert done == ["between"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_another_error_in_the_block_stays_what_it_is() -> None:
    with pytest.raises(ZeroDivisionError):
        held(interrupt, lambda: 1 // 0)

    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_listens_in_another_way_is_left_to_it() -> None:
    heard: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: heard.append(number))
    try:
        held(interrupt, lambda: heard.append(0))
        assert heard == [signal.SIGINT, 0]
    finally:
        signal.signal(signal.SIGINT, before)


def test_it_holds_nothing_back_in_another_thread() -> None:
    handlers: list[object] = []
    thread = threading.Thread(target=held, args=(lambda: handlers.append(signal.getsignal(signal.SIGINT)),))
    thread.start()
    thread.join()

    assert handlers == [signal.default_int_handler]


def slowly(numbers: range) -> Generator[int, None, None]:
    for number in numbers:
        time.sleep(0.001)  # so that the results are waited for
        yield number


def test_an_interrupt_at_any_step_while_results_are_waited_for() -> None:
    for step in count(1):
        interrupting = Interrupting(step)
        with ahead(slowly(range(8)), 2, threading.Event()) as results:
            try:
                interrupting.begin()
                list(results)
                interrupting.end()
            except KeyboardInterrupt:
                continue
        break

    assert step > 8  # an interrupt at each step before this one, and nothing else was raised


class Interrupting:
    """Raises KeyboardInterrupt at one step of this thread: a line of whatever module it is in."""

    def __init__(self, step: int) -> None:
        self._left = step

    def begin(self) -> None:
        self._before = sys.gettrace()
        sys.settrace(self._trace)

    def end(self) -> None:
        sys.settrace(self._before)

    def _trace(self, _frame: FrameType, event: str, _argument: object) -> TraceFunction:
        self._left -= event == "line"
        if self._left == 0:
            self.end()
            raise KeyboardInterrupt
        return self._trace
