"""Drawings of a dispute: who spoke when, and how many by whose count. The same is in tables beside them.

They run as the script does: from the right in Arabic.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from riwaya.exchange.wording import FSI, PDI
from riwaya.i18n import direction
from riwaya.workbench.claims import Stand

WIDTH = 760
_LABEL, _EDGE, _ROW, _TOP = 190, 18, 36, 10
#: How far marks of one day are apart.
_APART = 19
#: Characters of a name that have room, dates on the axis and rows at most.
_NAME, _TICKS, ROWS = 27, 6, 16


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a drawing: whose it is, and the colour that the page has for them."""

    name: str
    style: str


@dataclass(frozen=True, slots=True)
class Moment:
    """That something was said: in which row, on which day, with what stance, and if it is a change."""

    row: int
    day: str
    stance: Stand
    changed: bool


@dataclass(frozen=True, slots=True)
class Range:
    """A count: None for a bound that nobody set. `faded` is one that was replaced later."""

    low: int | None
    high: int | None
    words: str
    faded: bool


def timeline(rows: Sequence[Row], moments: Iterable[Moment], title: str, about: str) -> Markup:
    """Who spoke when: a mark a day, row and stance, its size by how many; empty with fewer than two days."""
    shown = [each for each in moments if each.row < ROWS]
    days = sorted({each.day for each in shown})
    if len(days) < 2:
        return Markup("")
    first, last = date.fromisoformat(days[0]).toordinal(), date.fromisoformat(days[-1]).toordinal()

    def at(day: str) -> float:
        share = (date.fromisoformat(day).toordinal() - first) / (last - first)
        return _x(_LABEL + 2 * _EDGE + share * (WIDTH - _LABEL - 4 * _EDGE))

    rows = rows[:ROWS]
    height = _TOP + len(rows) * _ROW + 26
    parts = [_name(row, number) for number, row in enumerate(rows)]
    parts += [_tick(at(day), height, day) for day in _chosen(days)]
    counts = Counter((each.row, each.day, each.stance) for each in shown)
    changed = {(each.row, each.day, each.stance) for each in shown if each.changed}
    for key, count in sorted(counts.items()):
        number, day, stance = key
        others = sorted(s for r, d, s in counts if (r, d) == (number, day))
        x = at(day) + (others.index(stance) - (len(others) - 1) / 2) * _APART
        parts.append(_mark(x, _middle(number), rows[number].style, stance, count, changed=key in changed))
    return _drawing(height, title, about, parts)


def ranges(rows: Sequence[Row], counts: Sequence[Range], title: str, about: str) -> Markup:
    """How many by whose count: a bar a row from its lowest to its highest, from zero on one scale."""
    rows, counts = rows[:ROWS], counts[:ROWS]
    most = max((bound for each in counts for bound in (each.low, each.high) if bound is not None), default=0)
    if not counts or not most:
        return Markup("")
    step = _step(most)
    end = math.ceil(most * 1.08 / step) * step

    def at(number: float) -> float:
        return _x(_LABEL + _EDGE + number / end * (WIDTH - _LABEL - 4 * _EDGE))

    height = _TOP + len(rows) * _ROW + 26
    parts = [_name(row, number) for number, row in enumerate(rows)]
    parts += [_tick(at(value), height, str(value)) for value in range(0, end + 1, step)]
    for number, each in enumerate(counts):
        low, high = at(each.low or 0), at(end if each.high is None else each.high)
        parts.append(_bar(low, high, _middle(number), rows[number].style, each))
    return _drawing(height, title, about, parts)


def _drawing(height: float, title: str, about: str, parts: Iterable[Markup]) -> Markup:
    return Markup(
        '<svg class="chart" viewBox="0 0 {} {}" role="img"><title>{}</title><desc>{}</desc>{}</svg>'
    ).format(WIDTH, height, _plain(title), _plain(about), Markup("").join(parts))


def _x(position: float) -> float:
    """A distance from where a line starts, as one from the left."""
    return position if direction() == "ltr" else WIDTH - position


def _middle(number: int) -> float:
    return _TOP + (number + 0.5) * _ROW


def _name(row: Row, number: int) -> Markup:
    name = _plain(row.name)
    shown = name if len(name) <= _NAME else name[: _NAME - 1].rstrip() + "…"
    return Markup(
        '<path class="rule" d="M0 {0:.1f}H{1}"/>'
        '<rect class="swatch {2}" x="{3:.1f}" y="{4:.1f}" width="10" height="10"/>'
        '<text class="row" x="{5:.1f}" y="{6:.1f}">{7}</text>'
    ).format(
        _TOP + (number + 1) * _ROW, WIDTH, row.style, min(_x(2), _x(12)), _middle(number) - 5, _x(18),
        _middle(number) + 5, shown,
    )  # fmt: skip


def _tick(x: float, height: float, words: str) -> Markup:
    return Markup(
        '<path class="grid" d="M{0:.1f} {1}V{2:.1f}"/><text class="tick" x="{0:.1f}" y="{3:.1f}">{4}</text>'
    ).format(x, _TOP, height - 22, height - 7, words)


def _mark(x: float, y: float, style: str, stance: Stand, count: int, *, changed: bool) -> Markup:
    """A filled circle affirms, a square denies, a diamond blames another, an empty circle leaves it open.

    A ring around it is a change.
    """
    size = min(13.0, 5 + 2 * math.sqrt(count))
    ring = Markup('<circle class="ring" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(x, y, size + 4)
    if stance == "denies":
        shape = Markup('<rect class="mark {}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
            style, x - size, y - size, 2 * size, 2 * size
        )
    elif stance == "blames":
        shape = Markup(
            '<path class="mark {0}" d="M{1:.1f} {2:.1f}l{3:.1f} {3:.1f} -{3:.1f} {3:.1f} -{3:.1f} -{3:.1f}"/>'
        ).format(style, x, y - size - 1, size + 1)  # fmt: skip
    else:
        kind = "mark" if stance == "affirms" else "mark hollow"
        shape = Markup('<circle class="{} {}" cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(
            kind, style, x, y, size
        )
    word = "count hollow" if stance == "open" else "count"
    number = Markup('<text class="{}" x="{:.1f}" y="{:.1f}">{}</text>').format(word, x, y + 4, count)
    return (ring if changed else Markup("")) + shape + (number if count > 1 else Markup(""))


def _bar(low: float, high: float, y: float, style: str, count: Range) -> Markup:
    """A bar; a dot for one number, and no end drawn where nobody set one."""
    faded = " faded" if count.faded else ""
    left, right = min(low, high), max(low, high)
    if count.high is None or count.low is None:
        # An open end has no cap: the line runs out in dashes.
        cap = low if count.low is not None else high
        shape = Markup(
            '<path class="open {0}{1}" d="M{2:.1f} {4:.1f}H{3:.1f}"/>'
            '<circle class="mark {0}{1}" cx="{5:.1f}" cy="{4:.1f}" r="6"/>'
        ).format(style, faded, left, right, y, cap)
    elif count.low == count.high:
        shape = Markup('<circle class="mark {}{}" cx="{:.1f}" cy="{:.1f}" r="7"/>').format(
            style, faded, left, y
        )
    else:
        shape = Markup(
            '<rect class="mark {}{}" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="12" rx="6"/>'
        ).format(style, faded, left - 6, y - 6, right - left + 12)
    at = (high if count.high is not None else low) + (12 if direction() == "ltr" else -12)
    if count.high is None:
        return shape + Markup('<text class="value" x="{:.1f}" y="{:.1f}">{}</text>').format(
            at, y - 6, count.words
        )
    return shape + Markup('<text class="value" x="{:.1f}" y="{:.1f}">{}</text>').format(
        at, y + 4, count.words
    )


def _chosen(days: Sequence[str]) -> list[str]:
    """Days for the axis: the first, the last, and some between them that leave each other room."""
    first, last = date.fromisoformat(days[0]).toordinal(), date.fromisoformat(days[-1]).toordinal()
    found = [days[0]]
    for day in days[1:-1]:
        at = date.fromisoformat(day).toordinal()
        before = date.fromisoformat(found[-1]).toordinal()
        if min(at - before, last - at) * _TICKS >= last - first:
            found.append(day)
    return [*found, days[-1]]


def _step(most: int) -> int:
    """The step of an axis to `most`: 1, 2 or 5 times a power of ten, so that there are about five."""
    rough = max(1.0, most / 5)
    power = 10 ** math.floor(math.log10(rough))
    return int(next(power * each for each in (1, 2, 5, 10) if power * each >= rough))


def _plain(text: str) -> str:
    return text.replace(FSI, "").replace(PDI, "")
