"""What is shown for closed values that only answers have, beside those of readings."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.i18n import mark as _
from riwaya.questions import story

#: Kinds of matters, and how the words of two reports are alike.
KINDS: Mapping[str, str] = {
    "incident": _("incident"),
    "question": _("question"),
    **story.KINDS,
}
#: What a report is to another, seen from the first.
LINEAGE: Mapping[str, str] = {
    "earliest": _("earliest of the story"),
    "took": _("has words of"),
    "gave": _("has words in"),
    "cites": _("cites"),
    "cited-by": _("is cited by"),
    "revises": _("is another version of"),
    "revised-by": _("has another version"),
}
#: What a claim does with what its matter is about.
STANCES: Mapping[str, str] = {
    "affirms": _("affirms"),
    "denies": _("denies"),
    "open": _("leaves it open"),
}
#: Whether a report came out before another.
ORDERS: Mapping[str, str] = {
    "earlier": _("before"),
    "later": _("after"),
    "unknown": _("their dates do not say"),
}
