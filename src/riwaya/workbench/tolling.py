"""How many, by whose count: each measure as a drawing and a sentence; no count is preferred."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from riwaya.exchange.labels import MEASURES, label
from riwaya.exchange.wording import isolate
from riwaya.i18n import gettext as _
from riwaya.questions.facing import Holder, Toll, parties_of
from riwaya.questions.matters import MatterView
from riwaya.questions.wording import word_of
from riwaya.release import Told
from riwaya.workbench import charts
from riwaya.workbench.claims import count_words, speaker


@dataclass(frozen=True, slots=True)
class TollShown:
    """One measure: its name, the range that somebody still holds, and the drawing."""

    title: str
    words: str
    disputed: bool
    drawing: Markup
    left_out: int


def tolls_shown(
    seen: MatterView, names: Mapping[str, str], styles: Mapping[str | None, str]
) -> tuple[TollShown, ...]:
    """The numbers of a matter; `styles` are the colours of its sides."""
    return tuple(_toll(toll, names, styles) for toll in seen.tolls)


def _toll(toll: Toll, names: Mapping[str, str], styles: Mapping[str | None, str]) -> TollShown:
    title = label(MEASURES, toll.measure)
    if toll.scope:
        title = _("{measure} ({scope})").format(measure=title, scope=word_of("scope", toll.scope))
    words = count_words(toll.low, toll.high)
    rows: list[charts.Row] = []
    counts: list[charts.Range] = []
    for holder in toll.holders:
        # Each who gives it gets a row of their own, but copies of one source do not.
        for who, told in _givers(holder, names).items():
            party = next(iter(parties_of(told)), None)
            rows.append(charts.Row(who, styles.get(party, "voice-7")))
            counts.append(charts.Range(holder.low, holder.high, _value(holder, told), holder.superseded))
    about = _("From the lowest to the highest that somebody still holds: {range}").format(range=words)
    heading = _("How many by whose count: {measure}").format(measure=title)
    drawing = charts.ranges(rows, counts, heading, about)
    return TollShown(title, words, toll.disputed, drawing, max(0, len(rows) - charts.ROWS))


def _givers(holder: Holder, names: Mapping[str, str]) -> dict[str, Told]:
    found: dict[str, Told] = {}
    for told in holder.claims:
        found.setdefault(speaker(told, names), told)
    return found


def _value(holder: Holder, told: Told) -> str:
    parts = [count_words(holder.low, holder.high)]
    if told.day:
        parts.append(isolate(told.day))
    if holder.preliminary:
        parts.append(_("preliminary"))
    if holder.superseded:
        parts.append(_("replaced later"))
    return " · ".join(parts)
