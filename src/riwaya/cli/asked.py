"""What filters mean that people typed: days as the archive has them, names of parties, places and outlets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from riwaya.questions import Filters
    from riwaya.questions.catalogue import FilterName

_KINDS: Mapping[FilterName, str] = {
    "party": "party", "place": "place", "since": "day", "until": "day", "outlet": "outlet", "mode": "text",
}  # fmt: skip


def filters_asked(
    connection: Connection, names: Iterable[FilterName], given: Mapping[str, Any], **paging: Any
) -> Filters:
    """The filters that were typed, those called `names`; `paging` are limit and offset. Raises UsageError."""
    from riwaya.questions import Filters  # noqa: PLC0415 - the database library is slow to load

    asked = {name: understood(name, _KINDS[name], given[name], connection) for name in names}
    since, until = asked.get("since"), asked.get("until")
    if since and until and until < since:
        raise UsageError(_("--until lies before --since"))
    return Filters(**paging, **asked)


def understood(name: str, kind: str, value: Any, connection: Connection) -> Any:
    """The value that a question gets for what was typed as `--name`. Raises UsageError."""
    from riwaya.questions.names import find_outlet, find_party, find_place  # noqa: PLC0415 - as above

    finders: Mapping[str, Callable[[Connection, str], str]] = {
        "party": find_party, "place": find_place, "outlet": find_outlet,
    }  # fmt: skip
    if value is None:
        return None
    if kind in finders:
        return finders[kind](connection, value)
    return _day(name, value) if kind == "day" else value


def _day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value.strip()).isoformat()
    except ValueError:
        problem = _("--{name}: '{value}' is no day; write it as 2015-07-23")
        raise UsageError(problem.format(name=name, value=value)) from None
