"""Columns that several questions have, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Cell, Column, who
from riwaya.release import Told

SOURCE = Column("source", _("by whom said"), "ids")
FACTUALITY = Column("factuality", _("how sure"), "label")
DISTANCE = Column("distance", _("reporter"), "label")
PLACE = Column("place", _("where"), "ids")
WHEN = Column("when", _("when"), "day")
PUBLISHED = Column("published", _("published"), "day")
OUTLET = Column("outlet", _("outlet"), "ids")
QUOTATION = Column("quotation", _("words"), "words")
TYPE = Column("type", _("what"), "label")
MODE = Column("mode", _("how"), "label")
PHASE = Column("phase", _("phase"), "label")


def source_of(told: Told) -> Cell:
    """Whom a claim starts from."""
    return who(told.origin.actors)


def places_of(told: Told) -> Cell:
    """Where a claim says that it is."""
    return tuple(spot.id for spot in told.places)


def references(told: Iterable[Told]) -> Cell:
    """What claims are called by."""
    return tuple(f"{each.report}/{each.id}" for each in told)


def yes(value: bool | None) -> Cell:
    """A label for what is so; empty for what is not."""
    return "yes" if value else None


def empty_notes(total: int, advice: str) -> tuple[str, ...]:
    """For an answer without rows: that there are none, and `advice` on what to do next."""
    return () if total else (gettext("Nothing in this archive fits."), advice)
