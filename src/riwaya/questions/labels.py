"""What is shown for closed values of matters, beside those of readings."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.i18n import mark as _

#: Kinds of matters. (The scope of a count that is called `incident` reads otherwise.)
KINDS: Mapping[str, str] = {"incident": _("incident"), "question": _("question")}
#: What a claim does with what its matter is about.
STANCES: Mapping[str, str] = {
    "affirms": _("affirms"),
    "denies": _("denies"),
    "open": _("leaves it open"),
}
