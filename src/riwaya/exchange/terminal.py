"""Lines of text for a terminal: wrapped, indented, coloured, with right-to-left words in their order."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TextIO, get_args

from riwaya.errors import UsageError
from riwaya.exchange.bidi import ISOLATES, LRI, PDI, RLI, first_strong, strip_isolates, visual
from riwaya.i18n import direction
from riwaya.i18n import gettext as _

#: How right-to-left text is written: for terminals that order it (isolate), for those that do not (visual),
#: for files and pipes (none).
Bidi = Literal["isolate", "visual", "none"]
Role = Literal["title", "heading", "name", "quote", "note", "warning", "plain"]

#: Width where nobody says one, and the widest that is still read with ease.
DEFAULT_WIDTH = 80
WIDEST = 100
#: SGR codes: bold, bold blue, bold, normal, dim, yellow. Colour is never the only sign.
COLOURS: Mapping[Role, str] = {
    "title": "1",
    "heading": "1;34",
    "name": "1",
    "note": "2",
    "warning": "33",
}


@dataclass(frozen=True, slots=True)
class Style:
    """How a terminal wants its lines."""

    width: int = DEFAULT_WIDTH
    colour: bool = False
    bidi: Bidi = "none"


def style_for(stream: TextIO, environ: Mapping[str, str]) -> Style:
    """The style that a stream can show.

    Colour only on a terminal and without NO_COLOR (https://no-color.org); RIWAYA_BIDI chooses how
    right-to-left text is written, else a terminal is taken to order it and a file gets it plain.

    Raises:
        UsageError: RIWAYA_BIDI names no way of writing.
    """
    terminal = stream.isatty()
    bidi = environ.get("RIWAYA_BIDI") or ("isolate" if terminal else "none")
    if bidi not in get_args(Bidi):
        raise UsageError(_("RIWAYA_BIDI is {value!r}: choose isolate, visual or none").format(value=bidi))
    columns = shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns if terminal else DEFAULT_WIDTH
    plain = bool(environ.get("NO_COLOR")) or environ.get("TERM") == "dumb"
    modes: dict[str, Bidi] = {"isolate": "isolate", "visual": "visual", "none": "none"}
    return Style(width=max(20, min(columns, WIDEST)), colour=terminal and not plain, bidi=modes[bidi])


class Sheet:
    """Lines written one below the other in one style."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._lines: list[str] = []

    def blank(self) -> None:
        """Leave one line free, never two."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def write(self, text: str, role: Role = "plain", *, indent: int = 0) -> None:
        """Write a paragraph, wrapped to the width; words of the report run in their own direction."""
        opener = (RLI if first_strong(text) == "rtl" else LRI) if role in ("quote", "title") else ""
        for line in wrap(text, max(10, self._style.width - indent)):
            shielded = f"{opener}{line}{PDI}" if opener else line
            self._lines.append(self._line(shielded, role, indent))

    def entry(self, cells: str, text: str) -> None:
        """Write one row of a table: cells as they are, then a text that is wrapped beside them."""
        width = display_width(cells)
        for line in wrap(text, max(10, self._style.width - width)):
            self._lines.append(self._line(cells + line, "plain", 0))
            cells = " " * width

    def line(self, text: str, role: Role = "plain", *, indent: int = 0) -> None:
        """Write one line as it is: its blanks stay, and it is taken to fit the width."""
        self._lines.append(self._line(text, role, indent))

    def text(self) -> str:
        """Everything written, a newline at the end."""
        return "\n".join(self._lines).strip("\n") + "\n"

    def _line(self, line: str, role: Role, indent: int) -> str:
        right = direction() == "rtl"
        if self._style.bidi == "visual":
            line = visual(line, base=direction())
            spare = self._style.width - indent - display_width(line)
            return self._coloured(line, role).join((" " * max(0, spare), "") if right else (" " * indent, ""))
        if self._style.bidi == "none":
            return " " * indent + self._coloured(strip_isolates(line), role)
        shielded = f"{RLI}{line}{PDI}" if right else line
        return " " * indent + self._coloured(shielded, role)

    def _coloured(self, text: str, role: Role) -> str:
        code = COLOURS.get(role)
        return f"\x1b[{code}m{text}\x1b[0m" if code and self._style.colour else text


def wrap(text: str, width: int) -> Iterator[str]:
    """Lines of at most `width` columns, broken between words; isolates are closed and reopened at a break."""
    line, used, opened = "", 0, ""
    for word in _words(text, width):
        size = display_width(word)
        if line and used + 1 + size > width:
            yield line + PDI * len(opened)
            line, used = opened + word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
        opened = _still_open(opened, word)
    if line:
        yield line


def _words(text: str, width: int) -> Iterator[str]:
    """The words of a text; one that is wider than a line in pieces."""
    for word in text.split():
        if display_width(word) <= width:
            yield word
        else:
            yield from (word[at : at + width] for at in range(0, len(word), width))


def _still_open(opened: str, word: str) -> str:
    """The isolates that are open after a word."""
    for char in word:
        if char in ISOLATES:
            opened += char
        elif char == PDI:
            opened = opened[:-1]
    return opened


def display_width(text: str) -> int:
    """Columns that a text takes: none for marks and controls, two for wide characters (UAX #11)."""
    return sum(_columns(char) for char in text)


@lru_cache(maxsize=4096)
def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Cc", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
