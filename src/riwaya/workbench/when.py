"""When each side spoke, and where it changed its word: as a drawing and in sentences."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext
from riwaya.questions.facing import parties_of, positions
from riwaya.questions.labels import STANCES
from riwaya.questions.matters import MatterView
from riwaya.workbench import charts
from riwaya.workbench.claims import address, day_words, name_in, stand_of


@dataclass(frozen=True, slots=True)
class Change:
    """That a side says something else than before: since when, what, and in which claim."""

    who: str
    day: str
    stance: str
    address: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing (empty where all was said on one day), the changes, and what is not drawn."""

    drawing: Markup
    changes: tuple[Change, ...]
    undated: int
    left_out: int


def timeline_of(
    seen: MatterView,
    sides: Sequence[tuple[str, str]],
    names: Mapping[str, str],
    blaming: Collection[int],
) -> Timeline:
    """The timeline of a matter; `sides` are the names and styles of its sides, in their order."""
    row_of = {side.party: number for number, side in enumerate(seen.sides)}
    # Who blames another for what they are accused of says nothing else than before.
    turns = [each for each in positions([c for c in seen.claims if c.n not in blaming]) if each.changed]
    changed = {(each.party, each.claim.n) for each in turns}
    moments = [
        charts.Moment(row_of[party], told.day, stand_of(told, blaming), (party, told.n) in changed)
        for told in seen.claims
        for party in (parties_of(told) or (None,))
        if told.day
    ]
    undated = sum(told.day is None for told in seen.claims)
    about = ngettext("{n} claim of {sides} sides", "{n} claims of {sides} sides", len(seen.claims))
    drawing = charts.timeline(
        [charts.Row(name, style) for name, style in sides],
        moments,
        _("Who said something when"),
        about.format(n=len(seen.claims), sides=len(sides)),
    )
    changes = tuple(
        Change(
            name_in(each.party, names), day_words(each.claim.day), _(STANCES[each.stance]),
            address(each.claim),
        )
        for each in turns
    )  # fmt: skip
    return Timeline(drawing, changes, undated, max(0, len(sides) - charts.ROWS))
