"""What the bar of every page leads to, in its order."""

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


DOORS: tuple[Door, ...] = (
    Door("/", _("Morning")),
    Door("/ask/matters", _("Disputes and matters")),
    Door("/ask/accusations", _("Accusations")),
    Door("/ask/requests", _("Requests")),
    Door("/ask/casualties", _("Casualties")),
    Door("/ask/control", _("Control")),
    Door("/ask/headlines", _("Headlines")),
    Door("/ask/source", _("Sources")),
    Door("/ask/health", _("Collection")),
    Door("/jobs", _("Work")),
    Door("/add", _("Add"), "coder"),
)
