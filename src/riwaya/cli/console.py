"""What people see on standard error: one line a failure, and a bar while many inputs are read."""

from __future__ import annotations

import sys
import unicodedata
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from riwaya.i18n import gettext as _

#: Format characters that stay: zero-width (non-)joiners belong to words of some languages, and the two marks
#: of direction, which our Arabic messages need, order a line no more than a letter does.
_HARMLESS = "\u200c\u200d\u200e\u200f"


def visible(text: str) -> str:
    """`text` on one line, with everything escaped that could move a cursor or reorder a line."""
    return "".join(_shown(c) for c in text)


def _shown(char: str) -> str:
    if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp", "Cs") and char not in _HARMLESS:
        code = ord(char)
        # Bytes of a file name that are not UTF-8 stand as surrogates.
        return f"\\x{code & 0xFF:02x}" if code < 0x100 or 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"
    return char


def say(message: str) -> None:
    """One line on standard error."""
    if sys.stderr is not None:
        print(f"riwaya: {visible(message)}", file=sys.stderr, flush=True)  # noqa: T201 - for people


class Progression:
    """Shows how much of `total` is done, if somebody watches and nothing else is on the terminal.

    Counts inputs; with `noted` it shows instead what `step` is told. Nobody may know the total: None.
    """

    def __init__(self, total: int | None, *, wanted: bool, noted: bool = False) -> None:
        self._bar: Progress | None = None
        if wanted and total != 1 and sys.stderr is not None and sys.stderr.isatty():
            done = TextColumn("{task.fields[note]}") if noted else MofNCompleteColumn()
            columns = (TextColumn("{task.description}"), BarColumn(), done, TimeRemainingColumn())
            self._bar = Progress(*columns, console=Console(stderr=True), transient=True)
            self._task = self._bar.add_task(_("reading"), total=total, note="")

    def __enter__(self) -> Self:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, amount: int = 1, note: str = "") -> None:
        """One more input, or that much more, is done."""
        if self._bar:
            self._bar.update(self._task, advance=amount, note=note)

    def say(self, message: str) -> None:
        """One line on standard error, above the bar."""
        if self._bar:
            self._bar.console.print(
                f"riwaya: {visible(message)}", markup=False, highlight=False, soft_wrap=True
            )
        else:
            say(message)
