"""The graph of a story as a picture: reports by outlet and time, and what they have of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from riwaya.exchange.index import clean
from riwaya.i18n import direction, ngettext
from riwaya.i18n import gettext as _
from riwaya.questions.story import KINDS
from riwaya.workbench.folding import Dot, Joint, Layout

_LABELS, _ROW, _TOP, _EDGE, _DOT = 190, 46, 40, 40, 8
#: Columns are as wide as there is room for, within these.
_COLUMN, _NARROW, _ROOM = 96.0, 30.0, 960
#: Characters of an outlet's name that have room beside its row.
_NAME = 26
#: Room that a date takes.
_DATE = 84.0
#: Edges of these kinds bend further, so that none hides another between the same two.
_BENDS = {"cites": 16, "revises": -12}
#: How far dots of one outlet and moment stand apart.
_APART = 20


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where dots stand: time runs as the language reads."""

    width: float
    at: Mapping[str, tuple[float, float]]


def picture_of(
    layout: Layout, names: Mapping[str, str], asked: str, joint: Callable[[Joint], str], chosen: Joint | None
) -> Markup:
    """The picture; `joint` gives the address that shows the words two reports share."""
    rows = _rows(layout)
    height = _TOP + sum(rows.values()) + _EDGE
    column = max(_NARROW, min(_COLUMN, _ROOM / len(layout.moments)))
    width = _LABELS + max(column * len(layout.moments), _ROOM / 2) + _EDGE
    frame = _placed(layout, rows, width, column)
    title = _("Reports of the story by outlet and time; the tables under it say the same in words")
    return Markup(
        '<svg class="story" viewBox="0 0 {:.0f} {:.0f}" width="{:.0f}" role="group" aria-label="{}">{}</svg>'
    ).format(
        width, height, width, title,
        Markup("").join((
            *_lanes(rows, names, width), *_days(layout.moments, frame, height, column),
            *(_joint(each, frame, joint(each), chosen=each == chosen) for each in layout.joints),
            *(_dot(each, frame, names, asked=each.node.key == asked) for each in layout.dots),
        )),
    )  # fmt: skip


def _rows(layout: Layout) -> dict[str, float]:
    """The height of each outlet's row: higher where several reports of it stand at one moment."""
    stacked: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for dot in layout.dots:
        stacked[dot.lane][dot.column] += 1
    return {lane: _ROW + _APART * (max(stacked[lane].values(), default=1) - 1) for lane in layout.lanes}


def _placed(layout: Layout, rows: Mapping[str, float], width: float, column: float) -> _Frame:
    tops: dict[str, float] = {}
    top = float(_TOP)
    for lane, height in rows.items():
        tops[lane] = top
        top += height
    at: dict[str, tuple[float, float]] = {}
    there: dict[tuple[str, int], int] = defaultdict(int)
    for dot in layout.dots:
        number = there[dot.lane, dot.column]
        there[dot.lane, dot.column] += 1
        y = tops[dot.lane] + _ROW / 2 + _APART * number
        at[dot.node.key] = (_across(_LABELS + column * (dot.column + 0.5), width), y)
    return _Frame(width, at)


def _across(x: float, width: float) -> float:
    return width - x if direction() == "rtl" else x


def _lanes(rows: Mapping[str, float], names: Mapping[str, str], width: float) -> list[Markup]:
    found = []
    top = float(_TOP)
    for lane, height in rows.items():
        name = names.get(lane, lane) if lane else _("other outlets")
        short = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
        line = Markup(
            '<path class="lane" d="M0 {:.1f}H{:.1f}"/><text class="outlet" x="{:.1f}" y="{:.1f}">{}</text>'
        )
        found.append(line.format(top + height, width, _across(6, width), top + _ROW / 2 + 4, clean(short)))
        top += height
    return found


def _days(moments: Sequence[str | None], frame: _Frame, height: float, column: float) -> list[Markup]:
    """A line where another day begins, with its date where there is room."""
    found = []
    before: str | None = ""
    last = -_DATE
    for number, day in enumerate(moments):
        left = _LABELS + column * number
        if day != before:
            line = Markup('<path class="night" d="M{:.1f} {}V{:.1f}"/>')
            found.append(line.format(_across(left, frame.width), _TOP - 14, height - _EDGE))
            if left - last >= _DATE:
                text = Markup('<text class="day" x="{:.1f}" y="{}">{}</text>')
                found.append(
                    text.format(_across(left + column / 2, frame.width), _TOP - 18, day or _("no date"))
                )
                last = left
            before = day
    return found


def _joint(each: Joint, frame: _Frame, leads: str, *, chosen: bool) -> Markup:
    """An edge, from what was there to what has of it; wider the more that is."""
    (x, y), (a, b) = frame.at[each.of], frame.at[each.report]
    bend = (26 if y == b else 0) + _BENDS.get(each.kind, 0)
    half = (x + a) / 2
    path = f"M{x:.1f} {y:.1f}C{half:.1f} {y - bend:.1f} {half:.1f} {b - bend:.1f} {a:.1f} {b:.1f}"
    label = f"{_(KINDS[each.kind])} {round(each.share * 100)} %"
    return Markup(
        '<a class="joint {}{}" href="{}" aria-label="{}"><title>{}</title>'
        '<path class="grasp" d="{}"/><path class="line w{}" d="{}"/></a>'
    ).format(
        each.kind, Markup(" chosen") if chosen else "", leads, label, label, path,
        min(4, int(each.share * 5)), path,
    )  # fmt: skip


def _dot(dot: Dot, frame: _Frame, names: Mapping[str, str], *, asked: bool) -> Markup:
    x, y = frame.at[dot.node.key]
    classes = Markup("dot") + (Markup(" asked") if asked else "") + (Markup(" first") if dot.earliest else "")
    label = " · ".join(
        part for part in (
            names.get(dot.node.outlet, dot.node.outlet),
            (dot.node.published or "")[:16].replace("T", " ") or _("no date"),
            dot.node.title or "", _("earliest of the story") if dot.earliest else "",
            ngettext("and {n} more", "and {n} more", dot.folded - 1).format(n=dot.folded - 1)
            if dot.folded > 1 else "",
        ) if part
    )  # fmt: skip
    mark = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(
        x, y, _DOT + 3 if dot.folded > 1 else _DOT
    )
    if dot.earliest:
        mark = Markup('<circle class="ring" cx="{:.1f}" cy="{:.1f}" r="{}"/>').format(x, y, _DOT + 5) + mark
    if dot.folded > 1:
        mark += Markup('<text class="more" x="{:.1f}" y="{:.1f}">{}</text>').format(x, y + 4, dot.folded)
    return Markup('<a class="{}" href="/report/{}" aria-label="{}"><title>{}</title>{}</a>').format(
        classes, dot.node.key, clean(label), clean(label), mark
    )
