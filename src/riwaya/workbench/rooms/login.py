"""The way in and out of a team's workbench, and everybody's own account."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext
from riwaya.workbench import sessions
from riwaya.workbench.accounts import SHORTEST, Account, change_password, known_name, proven
from riwaya.workbench.asking import archive_of, settings_of
from riwaya.workbench.audit import record
from riwaya.workbench.gate import LOGIN, visit_of
from riwaya.workbench.knocking import Attempts
from riwaya.workbench.limits import LONGEST_ADDRESS
from riwaya.workbench.people import Person, person_of, somebody
from riwaya.workbench.rendering import page
from riwaya.workbench.returning import local_path

router = APIRouter()

Typed = Annotated[str, Form(max_length=1000)]
#: An address, as long as one may be.
Back = Annotated[str, Form(max_length=LONGEST_ADDRESS)]

#: Who the record names where nobody got in.
NOBODY = Person("-", "reader")


@router.get(LOGIN)
def form(request: Request, back: str = "/") -> Response:
    """The page where one logs in; whoever has, or needs not, is led on."""
    if somebody(request) is not None:
        return RedirectResponse(local_path(back), status_code=303)
    return _form(request, back)


@router.post(LOGIN)
def log_in(request: Request, name: Typed = "", password: Typed = "", back: Back = "/") -> Response:
    """Open a session, if name and password are those of an account that may log in."""
    if not settings_of(request).team:
        return RedirectResponse("/", status_code=303)
    attempts: Attempts = request.app.state.attempts
    seconds = attempts.wait(name, _address(request))
    if seconds:
        minutes = seconds // 60 + 1
        problem = ngettext(
            "That was tried too often: wait {n} minute.",
            "That was tried too often: wait {n} minutes.",
            minutes,
        ).format(n=minutes)
        response = _form(request, back, name, problem, 429)
        response.headers["Retry-After"] = str(seconds)
        return response
    archive = archive_of(request)
    account = proven(archive, name, password)
    if account is None:
        record(archive, NOBODY, "failed log in", known_name(archive, name))
        problem = _("Name and password do not belong together, or the account is disabled.")
        return _form(request, back, name, problem, 403)
    attempts.succeeded(name, _address(request))
    return _with_session(request, account, local_path(back), "log in")


@router.post("/logout")
def log_out(request: Request) -> Response:
    """End the session."""
    visit = visit_of(request)
    if visit is not None:
        sessions.end(archive_of(request), visit.token)
        record(archive_of(request), visit.person, "log out", "")
    response = RedirectResponse(LOGIN if settings_of(request).team else "/", status_code=303)
    response.delete_cookie(sessions.COOKIE, httponly=True, samesite="strict", secure=_is_safe(request))
    return response


@router.get("/account")
def own(request: Request) -> Response:
    """One's own account."""
    person = person_of(request)
    return _own(request, person) if settings_of(request).team else RedirectResponse("/", status_code=303)


@router.post("/account/password")
def own_password(request: Request, old: Typed = "", new: Typed = "", again: Typed = "") -> Response:
    """Another password for whoever asks; it ends all their sessions, and begins this one anew."""
    person = person_of(request)
    if not settings_of(request).team:
        return RedirectResponse("/", status_code=303)
    attempts: Attempts = request.app.state.attempts
    archive = archive_of(request)
    if attempts.wait(person.name, _address(request)):
        return _own(request, person, _("That was tried too often: wait a quarter of an hour."), 429)
    if proven(archive, person.name, old) is None:
        return _own(request, person, _("That is not your present password."), 403)
    attempts.succeeded(person.name, _address(request))
    if new != again:
        return _own(request, person, _("The two new passwords differ."), 422)
    try:
        account = change_password(archive, person.name, new)
    except UsageError as error:
        return _own(request, person, str(error), 422)
    return _with_session(request, account, "/account?changed=1", "change own password")


def _form(request: Request, back: str, name: str = "", problem: str = "", status: int = 200) -> Response:
    shown = {"back": local_path(back), "name": name, "problem": problem}
    return page(request, "login.html", status, **shown, usual=back in ("", "/"))


def _own(request: Request, person: Person, problem: str = "", status: int = 200) -> Response:
    changed = request.query_params.get("changed") == "1"
    return page(
        request, "account.html", status, me=person, problem=problem, changed=changed, shortest=SHORTEST
    )


def _with_session(request: Request, account: Account, back: str, what: str) -> Response:
    """A redirect that brings a new session; the record says what led to it."""
    archive = archive_of(request)
    token = sessions.begin(archive, account)
    record(archive, Person(account.name, account.role), what, "")
    response = RedirectResponse(back, status_code=303)
    response.set_cookie(
        sessions.COOKIE, token, httponly=True, samesite="strict", secure=_is_safe(request), path="/"
    )
    return response


def _is_safe(request: Request) -> bool:
    return request.url.scheme == "https"


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
