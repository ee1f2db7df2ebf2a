"""Ids of outlets, out of the names that reports and callers give them."""

from __future__ import annotations

import re

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

#: Characters of an id; no store's index takes names without end.
LONGEST = 200
#: Chains of sources join their hops by " > " and who speaks together by "+", and ids stand between blanks.
_JOINTS = frozenset("+>")
_MARK = "\0"
_RUN = re.compile(rf"-*{_MARK}[{_MARK}-]*")


def outlet_id(name: str) -> str:
    """The id of an outlet that no pack lists: its name, with "-" for what separates ids elsewhere.

    Each run of blanks, "+", ">" and characters that cannot be printed becomes one "-"; such blanks and
    characters at the ends are dropped. What is an id already stays as it is. Raises UsageError for a name
    that has no other characters, or more than 200.

    >>> outlet_id("Canal+ Info")
    'Canal-Info'
    """
    kept = "".join(c if c.isprintable() else " " for c in name).strip()
    id = _RUN.sub("-", "".join(_MARK if c.isspace() or c in _JOINTS else c for c in kept))
    if not id.strip("-"):
        raise UsageError(_("the outlet '{outlet}' is not a name").format(outlet=name))
    if len(id) > LONGEST:
        problem = _("the outlet's name is longer than {limit} characters: '{beginning}…'")
        raise UsageError(problem.format(limit=LONGEST, beginning=id[:40]))
    return id
