"""What is wrong with what somebody typed: told on the page where they typed it, which keeps the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request

from riwaya.errors import FieldError, RiwayaError
from riwaya.i18n import gettext as _
from riwaya.workbench.titles import FILTERS

#: The status of a page that tells what is wrong with what it was asked.
STATUS = 422


@dataclass(frozen=True, slots=True)
class Wrong:
    """A problem in words, the field that has it, if it is one's, and how the form calls that field."""

    words: str
    field: str = ""
    label: str = ""


def wrong_in(error: RiwayaError, labels: Mapping[str, str] = FILTERS) -> Wrong:
    """What an error means for a form whose fields are called by these (marked) labels."""
    if not isinstance(error, FieldError):
        return Wrong(str(error))
    label = labels.get(error.field)
    return Wrong(str(error), error.field, _(label) if label else "")


def status_of(wrong: Wrong | None) -> int:
    """The status of the page that tells it, or of one that has nothing to tell."""
    return 200 if wrong is None else STATUS


def asked_at(request: Request, path: str) -> Request:
    """A form that was sent elsewhere, as a request for the page that has it: its links lead on from there."""
    return Request({**request.scope, "path": path, "query_string": b""})
