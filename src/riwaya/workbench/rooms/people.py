"""Who works here: accounts, their roles, and passwords that an editor gives."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.workbench import accounts
from riwaya.workbench.asking import archive_of
from riwaya.workbench.audit import record
from riwaya.workbench.people import ROLES, Person, needs
from riwaya.workbench.rendering import page

router = APIRouter()

Editor = Annotated[Person, Depends(needs("editor"))]
Typed = Annotated[str, Form(max_length=1000)]

#: What the roles are called, and what they may do.
ROLE_WORDS = {
    "reader": (mark("reader"), mark("reads everything, changes nothing")),
    "coder": (mark("coder"), mark("also adds reports, decides and notes")),
    "editor": (mark("editor"), mark("also manages people and sees the record of what was done")),
}


@router.get("/people")
def people(request: Request, person: Editor) -> Response:
    """All accounts."""
    return _page(request, person)


@router.post("/people")
def add(
    request: Request, person: Editor, name: Typed = "", role: Typed = "", password: Typed = ""
) -> Response:
    """Make an account."""
    try:
        account = accounts.add_account(archive_of(request), name, role, password)
    except UsageError as error:
        return _page(request, person, str(error), name)
    return _done(request, person, "add account", f"{account.name} ({account.role})")


@router.post("/people/role")
def change_role(request: Request, person: Editor, name: Typed = "", role: Typed = "") -> Response:
    """Give somebody another role."""
    try:
        account = accounts.change_role(archive_of(request), name, role)
    except UsageError as error:
        return _page(request, person, str(error))
    return _done(request, person, "change role", f"{account.name} ({account.role})")


@router.post("/people/switch")
def switch(request: Request, person: Editor, name: Typed = "", disabled: Typed = "1") -> Response:
    """Disable an account, or enable it again."""
    off = disabled != "0"
    try:
        account = accounts.switch(archive_of(request), name, disabled=off)
    except UsageError as error:
        return _page(request, person, str(error))
    return _done(request, person, "disable account" if off else "enable account", account.name)


@router.post("/people/password")
def give_password(request: Request, person: Editor, name: Typed = "", password: Typed = "") -> Response:
    """Give somebody a new password, which ends their sessions."""
    try:
        account = accounts.change_password(archive_of(request), name, password)
    except UsageError as error:
        return _page(request, person, str(error))
    return _done(request, person, "reset password", account.name)


def _done(request: Request, person: Person, what: str, about: str) -> Response:
    record(archive_of(request), person, what, about)
    return RedirectResponse("/people", status_code=303)


def _page(request: Request, person: Person, problem: str = "", name: str = "") -> Response:
    with archive_of(request).reading() as connection:
        known = accounts.all_accounts(connection)
    words = {role: tuple(map(_, texts)) for role, texts in ROLE_WORDS.items()}
    return page(
        request, "people.html", 422 if problem else 200, accounts=known, roles=ROLES, words=words, me=person,
        problem=problem, name=name, shortest=accounts.SHORTEST,
    )  # fmt: skip
