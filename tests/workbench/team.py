"""A team's workbench for tests: three people, and browsers in which they are logged in."""

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from httpx2 import Response
from starlette.testclient import TestClient

from riwaya.archive import Archive
from riwaya.workbench import accounts, sessions
from riwaya.workbench.people import Role
from riwaya.workbench.sessions import visit_of

#: The address under which the application is asked: one of the names that it answers to.
BASE = "http://127.0.0.1"
PEOPLE: dict[Role, str] = {"reader": "سلمى", "coder": "Karim", "editor": "Rana"}
PASSWORD = "seven green lanterns"  # noqa: S105 - of invented people


@dataclass
class Browser:
    """A browser without a screen, in English; it follows no redirects."""

    client: TestClient
    token: str = ""

    def get(self, path: str, **headers: str) -> Response:
        return self.client.get(path, headers=headers)

    def post(self, path: str, **fields: str) -> Response:
        """Send a form of this workbench's own pages."""
        return self.client.post(path, data={"token": self.token, **fields})


def stranger(app: FastAPI, base: str = BASE) -> Browser:
    """A browser in which nobody is logged in."""
    client = TestClient(app, base_url=base, raise_server_exceptions=False, follow_redirects=False)
    client.cookies.set("riwaya-language", "en")
    return Browser(client)


def logged_in(app: FastAPI, role: Role) -> Browser:
    """A browser in which the one of this role is logged in."""
    archive: Archive = app.state.archive
    with archive.reading() as connection:
        account = accounts.account_named(connection, PEOPLE[role])
    token = sessions.begin(archive, account)
    browser = stranger(app)
    browser.client.cookies.set(sessions.COOKIE, token)
    visit = visit_of(archive, token)
    assert visit is not None
    browser.token = visit.form_token
    return browser


def routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and path of every route, with something in place of its parameters."""
    for context in iter_route_contexts(app.routes):
        if context.methods and context.path is not None:
            parts = context.path.split("/")
            path = "/".join("x" if part.startswith("{") else part for part in parts)
            yield from ((method, path) for method in sorted(context.methods))
