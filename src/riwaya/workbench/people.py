"""Who asks for a page, and what they may do."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from starlette.exceptions import HTTPException
from starlette.requests import Request

from riwaya.i18n import gettext as _
from riwaya.workbench.settings import Settings

#: From the least to the most: who reads, who also decides and adds, who also manages people.
Role = Literal["reader", "coder", "editor"]
ROLES: tuple[Role, ...] = ("reader", "coder", "editor")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the workbench: the name that signs their decisions, and their role."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether they may do what takes this role."""
        return ROLES.index(self.role) >= ROLES.index(role)


def person_of(request: Request) -> Person:
    """Who asks: whoever is logged in; where nobody has to, whoever started the workbench may do everything.

    Raises HTTPException (401) where nobody is logged in.
    """
    found = somebody(request)
    if found is None:
        raise HTTPException(401)
    return found


def somebody(request: Request) -> Person | None:
    """Who asks, None where nobody is logged in."""
    settings: Settings = request.app.state.settings
    if not settings.team:
        return machine_user(settings.who)
    visit = request.scope.get("state", {}).get("visit")
    return visit.person if visit is not None else None


def machine_user(name: str = "") -> Person:
    """Whoever sits at this machine, who may do everything; by this name, else that of its user."""
    return Person(name or _user(), "editor")


def needs(role: Role) -> Callable[[Request], Person]:
    """A dependency of routes: whoever asks, if they may do what takes this role; else status 403."""

    def person(request: Request) -> Person:
        found = person_of(request)
        if not found.may(role):
            raise HTTPException(403, _("Your role does not allow this."))
        return found

    return person


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no such user on this machine, as in some containers
        return "local"
