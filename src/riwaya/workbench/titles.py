"""What the standing questions are called on pages."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.i18n import mark as _

TITLES: Mapping[str, str] = {
    "search": _("Search"),
    "health": _("Collection"),
    "lineage": _("Lineage"),
    "corroboration": _("Corroboration"),
    "source": _("Sources"),
    "brief": _("Brief"),
    "accusations": _("Accusations"),
    "requests": _("Requests"),
    "control": _("Control"),
    "casualties": _("Casualties"),
    "headlines": _("Headlines"),
    "matters": _("Disputes and matters"),
    "matter": _("One matter"),
}
#: How far a piece of long work is.
STATES: Mapping[str, str] = {
    "waiting": _("waiting for its turn"),
    "running": _("being done"),
    "done": _("done"),
    "failed": _("failed"),
}
#: What questions can be narrowed by.
FILTERS: Mapping[str, str] = {
    "party": _("Party"),
    "place": _("Place"),
    "since": _("From (day)"),
    "until": _("Until (day)"),
    "outlet": _("Outlet"),
    "mode": _("Mode"),
}
