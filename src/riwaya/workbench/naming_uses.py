"""How the ways in which a form means a party are called."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.i18n import mark as _

USE_NAMES: Mapping[str, str] = {
    "name": _("a name of the party"),
    "body": _("a body that speaks for it"),
    "metonym": _("a place that stands for it"),
    "person": _("a person who speaks for it"),
}
