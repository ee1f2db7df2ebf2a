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
#: How far a piece of long work is.
STATES: Mapping[str, str] = {
    "waiting": _("waiting for its turn"),
    "running": _("being done"),
    "done": _("done"),
    "failed": _("failed"),
}
#: What questions ask for beside what they can be narrowed by, by the name of the extra.
EXTRAS: Mapping[str, str] = {
    "text": _("Words"),
    "rejects": _("Only what could not be taken in"),
    "report": _("Report"),
    "matter": _("Matter or claim"),
    "id": _("Which"),
    "since": _("Since"),
    "watch": _("Watch list"),
    "by": _("The accuser"),
    "against": _("The accused"),
    "each": _("Each accusation by itself"),
    "open": _("Only without an answer"),
    "place": _("Place"),
    "background": _("Also asides and the undated past"),
    "presence": _("Who is said to be there, not who holds it"),
    "measure": _("What is counted"),
    "disputed": _("Only disputed ones"),
    "kind": _("Kind"),
    "split": _("Told apart by"),
    "step": _("A row for each"),
    "type": _("Type of event"),
    "side": _("Said by"),
    "after": _("Events from (day)"),
    "before": _("Events until (day)"),
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
