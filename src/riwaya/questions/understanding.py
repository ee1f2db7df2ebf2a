"""What was typed into a question, understood: names become ids, days are checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection

from riwaya.errors import FieldError, UsageError
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
    """The filters that were typed, those called `names`; `paging` are limit and offset. Raises FieldError."""
    asked = {name: understood(name, _KINDS[name], given.get(name), connection) for name in names}
    since, until = asked.get("since"), asked.get("until")
    if since and until and until < since:
        raise FieldError("until", _("the last day lies before the first"))
    return Filters(**paging, **asked)


def understood(name: str, kind: str, value: Any, connection: Connection) -> Any:
    """The value that a question gets for what was typed as `name`. Raises FieldError."""
    if value is None:
        return None
    if kind in _FINDERS:
        try:
            return _FINDERS[kind](connection, value)
        except UsageError as error:
            raise FieldError(name, str(error)) from None
    return understood_day(name, value) if kind == "day" else value


def understood_day(name: str, value: str) -> str:
    """The day that was typed as `name` (ISO 8601). Raises FieldError."""
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError:
        problem = _("'{value}' is no day; write it as 2015-07-23")
        raise FieldError(name, problem.format(value=value)) from None
