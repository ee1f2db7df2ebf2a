"""What was typed into a question, understood: names become ids, days are checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.questions.catalogue import FilterName
from riwaya.questions.filters import Filters
from riwaya.questions.names import find_outlet, find_party, find_place

_KINDS: Mapping[FilterName, str] = {
    "party": "party", "place": "place", "since": "day", "until": "day", "outlet": "outlet", "mode": "text",
}  # fmt: skip
_FINDERS: Mapping[str, Callable[[Connection, str], str]] = {
    "party": find_party, "place": find_place, "outlet": find_outlet,
}  # fmt: skip


def filters_asked(
    connection: Connection, names: Iterable[FilterName], given: Mapping[str, Any], **paging: Any
) -> Filters:
    """The filters that were typed, those called `names`; `paging` are limit and offset. Raises UsageError."""
    asked = {name: understood(name, _KINDS[name], given.get(name), connection) for name in names}
    since, until = asked.get("since"), asked.get("until")
    if since and until and until < since:
        raise UsageError(_("--until lies before --since"))
    return Filters(**paging, **asked)


def understood(name: str, kind: str, value: Any, connection: Connection) -> Any:
    """The value that a question gets for what was typed as `name`. Raises UsageError."""
    if value is None:
        return None
    if kind in _FINDERS:
        return _FINDERS[kind](connection, value)
    return _day(name, value) if kind == "day" else value


def _day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError:
        problem = _("--{name}: '{value}' is no day; write it as 2015-07-23")
        raise UsageError(problem.format(name=name, value=value)) from None
