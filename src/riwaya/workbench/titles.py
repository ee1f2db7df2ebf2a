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
    "map": _("Map"),
    "timeline": _("Timeline"),
    "claims": _("Claims"),
}
FILTERS: Mapping[str, str] = {
    "party": _("Party"),
    "place": _("Place"),
    "since": _("From (day)"),
    "until": _("Until (day)"),
    "outlet": _("Outlet"),
    "mode": _("Mode"),
}
