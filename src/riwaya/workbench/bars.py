"""A timeline as a picture: bars of what was published, and under them of what is said to have happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from riwaya.exchange.wording import isolate
from riwaya.i18n import direction
from riwaya.i18n import gettext as _
from riwaya.questions.timeline import Bucket, Timeline

#: Series that have a colour of their own; the others share the last one.
COLOURS = 7
#: What the series that share a colour are called together.
OTHERS = "…"
_LEFT, _RIGHT, _TOP, _HIGH, _LOW, _GAP, _BOTTOM = 46, 8, 22, 190, 130, 44, 24
_LEAST_WIDTH, _STEP = 640, 8


@dataclass(frozen=True, slots=True)
class Legend:
    """One series: the class of its colour, its key, how many claims of it were published in all."""

    style: str
    name: str
    said: int


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where bars stand: time runs as the language reads."""

    width: float
    step: float

    def x(self, number: int) -> float:
        """The left edge of a step."""
        at = number * self.step
        return self.width - _LEFT - at - self.step if direction() == "rtl" else _LEFT + at

    @property
    def axis(self) -> float:
        """Where the numbers of the vertical axis end or begin."""
        return self.width - _LEFT + 6 if direction() == "rtl" else _LEFT - 6


def legend_of(found: Timeline) -> list[Legend]:
    """The series of a timeline with their colours, the most frequent first."""
    total: Counter[str] = Counter()
    for bucket in found.buckets:
        total += bucket.said
    series = found.series
    own = [Legend(f"voice-{i}", name, total[name]) for i, name in enumerate(series[:COLOURS])]
    rest = series[COLOURS:]
    return [*own, *([Legend("voice-7", OTHERS, sum(total[name] for name in rest))] if rest else [])]


def picture_of(found: Timeline, title: str, lead: Callable[[Bucket, bool], str]) -> Markup:
    """The picture; `lead` gives the address of the claims of a step, published or happened in it."""
    if not found.buckets:
        return Markup("")
    width = max(_LEAST_WIDTH, _LEFT + _RIGHT + _STEP * len(found.buckets))
    frame = _Frame(width, (width - _LEFT - _RIGHT) / len(found.buckets))
    styles = {name: f"voice-{i}" for i, name in enumerate(found.series[:COLOURS])}
    lower = _TOP + _HIGH + _GAP
    parts = (
        _panel(found, frame, styles, (_TOP, _HIGH), _("published then"), lambda b: lead(b, False)),
        _days(found.buckets, frame, _TOP + _HIGH),
        _panel(found, frame, styles, (lower, _LOW), _("said to have happened then"), lambda b: lead(b, True)),
        _days(found.buckets, frame, lower + _LOW),
    )
    return Markup(
        '<svg class="bars" viewBox="0 0 {:.0f} {}" width="{:.0f}" role="group" aria-label="{}">{}</svg>'
    ).format(
        width, lower + _LOW + _BOTTOM, width, title, Markup("").join(parts)
    )  # fmt: skip


def _panel(
    found: Timeline,
    frame: _Frame,
    styles: dict[str, str],
    at: tuple[int, int],
    title: str,
    lead: Callable[[Bucket], str],
) -> Markup:
    top, height = at
    happened = top != _TOP
    counts = [bucket.happened if happened else bucket.said for bucket in found.buckets]
    most = max(1, *(sum(each.values()) for each in counts))
    start = frame.width - _LEFT if direction() == "rtl" else _LEFT
    parts = [
        Markup('<text class="caption" x="{:.1f}" y="{}">{}</text>').format(start, top - 8, title),
        Markup('<path class="axis" d="M{} {}H{:.1f}"/>').format(_RIGHT, top + height, frame.width - _RIGHT),
    ]
    for value in sorted({most, round(most / 2)} - {0}):
        y = top + height - value / most * height
        grid = Markup(
            '<path class="grid" d="M{} {:.1f}H{:.1f}"/><text class="count" x="{:.1f}" y="{:.1f}">{}</text>'
        )
        parts.append(grid.format(_RIGHT, y, frame.width - _RIGHT, frame.axis, y + 4, value))
    for number, (bucket, count) in enumerate(zip(found.buckets, counts, strict=True)):
        if count:
            label = _("{days}: {n} claims, {what}").format(
                days=_span(bucket), n=sum(count.values()), what=title
            )
            bar = _bar(
                found.series, count, styles, (frame.x(number), frame.step), (top, height / most, height)
            )
            link = Markup('<a href="{}" aria-label="{}"><title>{}</title>{}</a>')
            parts.append(link.format(lead(bucket), label, label, bar))
    return Markup("").join(parts)


def _bar(
    series: Sequence[str],
    count: Counter[str],
    styles: dict[str, str],
    across: tuple[float, float],
    along: tuple[float, float, float],
) -> Markup:
    """One bar, its parts in the order of the series from below."""
    (x, step), (top, each, height) = across, along
    y = top + height
    gap = min(2.0, step / 6)
    parts = [
        Markup('<rect class="whole" x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>').format(
            x, top, step, height
        )
    ]
    shared = sum(count[name] for name in series[COLOURS:])
    for name, number in (*((name, count[name]) for name in series[:COLOURS]), (OTHERS, shared)):
        if number:
            tall = number * each
            y -= tall
            part = Markup('<rect class="part {}" x="{:.1f}" y="{:.2f}" width="{:.1f}" height="{:.2f}"/>')
            parts.append(part.format(styles.get(name, f"voice-{COLOURS}"), x + gap / 2, y, step - gap, tall))
    return Markup("").join(parts)


def _days(buckets: Sequence[Bucket], frame: _Frame, y: int) -> Markup:
    """The first days of steps along the axis, as many as there is room for."""
    room = max(1, round(84 / frame.step))
    days = [
        Markup('<text class="day" x="{:.1f}" y="{}">{}</text>').format(
            frame.x(number) + frame.step / 2, y + 16, bucket.first.isoformat()
        )
        for number, bucket in enumerate(buckets)
        if number % room == 0 and 30 < frame.x(number) + frame.step / 2 < frame.width - 30
    ]
    return Markup("").join(days)


def _span(bucket: Bucket) -> str:
    first, last = isolate(_day(bucket.first)), isolate(_day(bucket.last))
    return first if bucket.first == bucket.last else f"{first} – {last}"


def _day(day: date) -> str:
    return day.isoformat()
