"""What capturing yields, and what the caller may say about it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from riwaya.capture.outlets import outlet_id
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

#: Inputs with more bytes than this are refused unless the caller says otherwise: 5 MB, a thousand reports.
MAX_BYTES = 5_000_000
#: Seconds that one address may take, from the first look-up of its name to the last byte.
TIMEOUT = 30.0

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,6})?)?(Z|[+-][0-9]{2}:?[0-9]{2})?"
)


@dataclass(frozen=True, slots=True)
class Captured:
    """One report as it came in. `source` names the input in messages, `id` is the SHA-256 of its bytes.

    `published` is an ISO 8601 day or moment; it, `outlet` and `uri` are None where nobody said.
    """

    source: str
    id: str
    text: str
    outlet: str | None
    published: str | None
    uri: str | None
    language: str


@dataclass(frozen=True, slots=True)
class CaptureOptions:
    """What the caller says about every input, and the limits that hold for each.

    `outlet` (made an id by `outlet_id`) and `published` beat what an input says of itself. `outlets` gives
    the outlet's id for the domain or the folded name of a site, as the pack knows it; any other page has its
    host as outlet.
    """

    outlet: str | None = None
    published: str | None = None
    max_bytes: int = MAX_BYTES
    timeout: float = TIMEOUT
    allow_private_addresses: bool = False
    outlets: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.published is not None:
            parse_published(self.published)
        if self.outlet is not None:
            if not self.outlet.isprintable():
                raise UsageError(_("the outlet '{outlet}' is not a name").format(outlet=self.outlet))
            object.__setattr__(self, "outlet", outlet_id(self.outlet))


def identity(data: bytes) -> str:
    """The id of the report that was captured as `data`."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def parse_published(value: str) -> str:
    """`value` as an ISO 8601 day or moment. Raises UsageError when it is neither.

    >>> parse_published("2015-08-06 14:00")
    '2015-08-06T14:00'
    """
    text = value.strip()
    try:
        if _DAY.fullmatch(text):
            return date.fromisoformat(text).isoformat()
        if _MOMENT.fullmatch(text):
            datetime.fromisoformat(text)
            return text[:10] + "T" + text[11:]
    except ValueError:
        pass
    raise UsageError(
        _("'{value}' is not a date; write it as 2015-08-06 or 2015-08-06T14:30").format(value=value)
    )
