"""How many, in one matter: every count beside who gives it, as a table."""

from __future__ import annotations

from riwaya.i18n import gettext
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of
from riwaya.questions.columns import OUTLET, PUBLISHED, QUOTATION, SOURCE, empty_notes, source_of, yes
from riwaya.questions.desk import Desk
from riwaya.questions.matters import MatterView, view

COLUMNS = (
    Column("measure", _("counted"), "label"),
    Column("scope", _("of what"), "label"),
    Column("low", _("at least"), "number"),
    Column("high", _("at most"), "number"),
    SOURCE,
    OUTLET,
    PUBLISHED,
    Column("preliminary", _("preliminary"), "label"),
    Column("superseded", _("replaced later"), "label"),
    QUOTATION,
)


def tolls_of_matter(desk: Desk, id: str) -> Answer:
    """The counts of a matter, each as often as it was given. Raises UsageError."""
    return tolls_in(view(desk, id))


def tolls_in(seen: MatterView) -> Answer:
    """The counts in a matter, each as often as it was given, by what is counted and then by number."""
    lines = []
    for toll in seen.tolls:
        for holder in toll.holders:
            for told in holder.claims:
                cells: tuple[Cell, ...] = (
                    toll.measure, toll.scope, holder.low, holder.high, source_of(told), (told.outlet,),
                    told.day, yes(holder.preliminary), yes(holder.superseded), told.quotation,
                )  # fmt: skip
                lines.append(Line(cells, evidence_of([told])))
    advice = gettext("Only matters in which somebody counts have numbers.")
    return Answer("tolls", COLUMNS, tuple(lines), len(lines), 0, empty_notes(len(lines), advice))
