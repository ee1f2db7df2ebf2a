"""Each role at each route: whoever only reads changes nothing, whoever decides manages nobody.

The routes are those that the application has: a new one is tested without being listed here.
"""

import pytest
from fastapi import FastAPI

from riwaya.workbench import Settings, create_app
from riwaya.workbench.guard import SAFE
from workbench.team import BASE, Browser, logged_in, routes, stranger

#: Changes that everybody may make, for they are about themselves.
OWN = {
    ("POST", "/login"),
    ("POST", "/logout"),
    ("POST", "/account/password"),
    ("POST", "/looked"),
    ("POST", "/watch"),
    ("POST", "/unwatch"),
    ("POST", "/sheet/written"),
}
#: What takes an editor, by how paths begin.
EDITORS = ("/people", "/audit")
#: Pages that take a coder, by how paths begin: forms, and what is only of use to those who decide.
CODERS = ("/add", "/report/x/add", "/review", "/api/review", "/api/gold")


def refused(browser: Browser, method: str, path: str) -> int:
    return browser.client.request(method, path, data={"token": browser.token}).status_code


def test_a_reader_changes_nothing(team: FastAPI) -> None:
    reader = logged_in(team, "reader")
    unsafe = [each for each in routes(team) if each[0] not in SAFE and each not in OWN]
    assert ("POST", "/add") in unsafe
    assert {each: refused(reader, *each) for each in unsafe} == dict.fromkeys(unsafe, 403)


def test_a_coder_manages_nobody(team: FastAPI) -> None:
    coder = logged_in(team, "coder")
    theirs = [each for each in routes(team) if each[1].startswith(EDITORS)]
    assert ("GET", "/audit") in theirs
    assert {each: refused(coder, *each) for each in theirs} == dict.fromkeys(theirs, 403)


def test_a_reader_sees_every_page_but_those_of_coders_and_editors(team: FastAPI) -> None:
    reader = logged_in(team, "reader")
    pages = [each for each in routes(team) if each[0] == "GET"]
    kept = {each for each in pages if refused(reader, *each) == 403}
    assert kept >= {each for each in pages if each[1].startswith(("/add", *EDITORS))}
    assert kept <= {each for each in pages if each[1].startswith((*CODERS, *EDITORS))}


def test_an_editor_is_refused_nothing(team: FastAPI) -> None:
    editor = logged_in(team, "editor")
    pages = [each for each in routes(team) if each[0] == "GET"]
    assert not {each for each in pages if refused(editor, *each) in (401, 403)}


def test_nobody_is_let_in_without_a_session(team: FastAPI) -> None:
    browser = stranger(team)
    for method, path in routes(team):
        if path == "/login":
            continue
        status = browser.client.request(method, path).status_code
        if path.startswith("/api/") or method not in SAFE:
            assert status == 401, (method, path)
        else:
            assert status == 303, (method, path)


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site", "origin": "https://evil.example"},
        {"sec-fetch-site": "same-site"},
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://[half"},
        {"host": "evil.example"},
        {"host": "127.0.0.1.evil.example"},
        {"host": ""},
    ],
)
def test_a_request_from_elsewhere_changes_nothing(team: FastAPI, headers: dict[str, str]) -> None:
    editor = logged_in(team, "editor")
    for method, path in routes(team):
        if method not in SAFE:
            data = {"token": editor.token}
            response = editor.client.request(method, path, data=data, headers=headers)
            assert response.status_code == 403, (method, path)


def test_a_form_without_the_session_s_token_changes_nothing(team: FastAPI) -> None:
    editor, other = logged_in(team, "editor"), logged_in(team, "coder")
    for token in ("", "x", other.token, "\u062a"):
        editor.token = token
        for method, path in routes(team):
            if method not in SAFE:
                assert refused(editor, method, path) == 403, (method, path)


def test_where_nobody_logs_in_requests_from_elsewhere_change_nothing_either(team: FastAPI) -> None:
    local = create_app(team.state.archive, Settings())
    browser = stranger(local, BASE)
    for method, path in routes(local):
        if method not in SAFE:
            headers = {"sec-fetch-site": "cross-site"}
            assert browser.client.request(method, path, headers=headers).status_code == 403, (method, path)
