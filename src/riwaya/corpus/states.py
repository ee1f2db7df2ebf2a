"""How two origins stand to one another, and what is shown for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from riwaya.i18n import mark as _

State = Literal["single", "shared", "unknown", "not-found", "independent"]

#: What is shown for each state, the most that can be said last. The machine sets all but that one.
STATES: Mapping[str, str] = {
    "single": _("single telling"),
    "shared": _("shared origin"),
    "unknown": _("lineage unknown"),
    "not-found": _("no shared origin found"),
    "independent": _("independent"),
}
