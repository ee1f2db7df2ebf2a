"""What the bar of every page leads to, in its order and in its groups."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.i18n import mark as _
from riwaya.workbench.people import Role


@dataclass(frozen=True, slots=True)
class Door:
    """One way from the bar: where to, what it is called, and the role that it takes."""

    path: str
    title: str
    role: Role = "reader"


@dataclass(frozen=True, slots=True)
class Group:
    """Doors that belong together, behind one button; those without a title stand in the bar itself."""

    title: str
    doors: tuple[Door, ...]


GROUPS: tuple[Group, ...] = (
    Group(
        "",
        (
            Door("/", _("Morning")),
            Door("/disputes", _("Disputes")),
            Door("/map", _("Map")),
            Door("/timeline", _("Timeline")),
        ),
    ),
    Group(
        _("Ledgers"),
        (
            Door("/ask/accusations", _("Accusations")),
            Door("/ask/requests", _("Requests")),
            Door("/ask/casualties", _("Casualties")),
            Door("/ask/control", _("Control")),
            Door("/ask/headlines", _("Headlines")),
            Door("/ask/source", _("Sources")),
        ),
    ),
    Group(
        _("Work"),
        (
            Door("/add", _("Add reports"), "coder"),
            Door("/sheet", _("Coding sheet")),
            Door("/review", _("Review"), "coder"),
            Door("/jobs", _("Work in progress")),
            Door("/ask/health", _("Collection")),
            Door("/people", _("People"), "editor"),
            Door("/audit", _("Record"), "editor"),
        ),
    ),
)
