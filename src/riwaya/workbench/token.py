"""The token that a form must bring back, so that no page of another site can have sent it."""

from __future__ import annotations

import hmac

from markupsafe import Markup
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request

from riwaya.i18n import gettext as _
from riwaya.workbench.gate import visit_of
from riwaya.workbench.guard import SAFE
from riwaya.workbench.limits import FRAME
from riwaya.workbench.settings import Settings

#: The name of the hidden field, and of the header by which programs send the same.
FIELD, HEADER = "token", "x-riwaya-token"
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
#: Fields and files of one form.
_MOST = 10_000


def token_of(request: Request) -> str:
    """The token of whoever asks: of their session, or of the workbench where nobody logs in."""
    visit = visit_of(request)
    token: str = visit.form_token if visit is not None else request.app.state.token
    return token


def hidden_field(request: Request) -> Markup:
    """The field of a form that holds the token."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token_of(request))


async def token_checked(request: Request) -> None:
    """A dependency of all routes: changes take the token of a session; no field of a form holds NUL.

    Where nobody logs in there is no cookie that another site could make use of, and the guard knows where
    requests come from. Raises HTTPException.
    """
    if request.method in SAFE:
        return
    fields = await _fields(request)
    if any("\0" in value for value in fields.values()):
        raise HTTPException(400)
    visit = visit_of(request)
    if visit is None or visit.bearer:
        return
    given = request.headers.get(HEADER) or fields.get(FIELD, "")
    if not hmac.compare_digest(given.encode("utf-8", "surrogatepass"), visit.form_token.encode()):
        problem = _("This form is not from your present session, so nothing was changed: reload its page.")
        raise HTTPException(403, problem)


async def _fields(request: Request) -> dict[str, str]:
    """The fields of a form that are no files."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() not in _FORMS:
        return {}
    settings: Settings = request.app.state.settings
    form = await request.form(max_files=_MOST, max_fields=_MOST, max_part_size=settings.max_bytes + FRAME)
    return {name: value for name, value in form.multi_items() if not isinstance(value, UploadFile)}
