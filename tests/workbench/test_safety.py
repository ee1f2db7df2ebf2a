"""What no request may do, however odd: no answer without its headers, none with a traceback, none half done."""

import logging
import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import anyio
import pytest
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError
from starlette.requests import Request
from starlette.websockets import WebSocketDisconnect

from riwaya.archive import Archive
from riwaya.questions.catalogue import QUESTIONS, Question
from riwaya.workbench import Settings, create_app
from riwaya.workbench.guard import HEADERS
from riwaya.workbench.limits import LONGEST_ADDRESS
from riwaya.workbench.problems import WORDS, problem
from workbench.team import Browser, logged_in, routes, stranger

LANGUAGES = ("ar", "en")
TOLD = re.compile(r"Traceback|File \"|/site-packages/|, line \d|sqlalchemy|sqlite3", re.IGNORECASE)


@pytest.fixture
def local(team: FastAPI) -> FastAPI:
    """A workbench where nobody logs in, with routes that go wrong."""
    app = create_app(team.state.archive, Settings(max_bytes=100_000))

    @app.get("/wrong/{how}")
    def wrong(request: Request, how: str) -> None:
        archive: Archive = request.app.state.archive
        if how == "busy":
            with archive.writing():
                pass
        if how == "refused":
            with archive.reading():
                raise OperationalError("SELECT 1", {}, Exception("disk I/O error"))
        raise ZeroDivisionError("inner words")

    return app


def safe(response: Any) -> None:
    for name, value in HEADERS.items():
        assert name.lower() in response.headers, name
        if name != "Cache-Control":
            assert response.headers[name] == value
    assert "server" not in response.headers
    assert not TOLD.search(response.text)


def test_every_answer_has_the_headers(team: FastAPI, local: FastAPI) -> None:
    somebody, nobody, editor = stranger(local), stranger(team), logged_in(team, "editor")
    for browser in (somebody, nobody, editor):
        for method, path in [*routes(team), ("GET", "/static/workbench.css"), ("GET", "/static/none.css")]:
            safe(browser.client.request(method, path))
            safe(browser.client.request("OPTIONS", path))
    safe(somebody.client.get("/", headers={"host": "evil.example"}))
    safe(somebody.client.post("/add", headers={"origin": "https://evil.example"}))
    for how in ("busy", "refused", "bug"):
        safe(somebody.get(f"/wrong/{how}"))


def test_pages_are_kept_by_no_browser_and_styles_are_asked_for_again(local: FastAPI) -> None:
    browser = stranger(local)
    assert browser.get("/").headers["cache-control"] == "no-store"
    style = browser.get("/static/workbench.css")
    assert style.headers["cache-control"] == "no-cache"
    again = browser.get("/static/workbench.css", **{"if-none-match": style.headers["etag"]})
    assert again.status_code == 304
    safe(again)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("status", WORDS)
def test_every_problem_says_what_happened_and_what_to_do(local: FastAPI, status: int, language: str) -> None:
    @local.get(f"/problem/{status}")
    @local.get(f"/api/problem/{status}")
    def told(request: Request) -> object:
        return problem(request, status)

    browser = stranger(local)
    page = browser.get(f"/problem/{status}?lang={language}")
    assert page.status_code == status
    assert f'<html lang="{language}"' in page.text
    body = browser.get(f"/api/problem/{status}?lang={language}")
    assert body.headers["content-type"] == "application/problem+json"
    assert body.json()["status"] == status
    assert body.json()["title"] in page.text
    assert body.json()["detail"] in page.text
    assert body.json()["detail"]
    safe(page)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nowhere", 404),
        ("GET", "/report/r0000", 404),
        ("GET", "/ask/nothing", 404),
        ("GET", "/jobs/none", 404),
        ("GET", "/static/../app.py", 404),
        ("GET", "/static/%2e%2e/app.py", 404),
        ("GET", "/static/..%2f..%2fapp.py", 404),
        ("GET", "/static/reading/..%5c..%5capp.py", 404),
        ("GET", "/static//etc/passwd", 404),
        ("GET", "/static/", 404),
        ("GET", "/report/..%2f..%2fetc%2fpasswd", 404),
        ("POST", "/", 405),
        ("DELETE", "/add", 405),
        ("PUT", "/static/workbench.css", 405),
        ("OPTIONS", "/", 405),
        ("TRACE", "/", 405),
        ("GET", "/relate", 405),
        ("POST", "/api/matters", 405),
        ("GET", "/api/matters?limit=0", 422),
        ("GET", "/api/matters?limit=99999999999999999999", 422),
        ("GET", "/api/control", 422),
        ("GET", "/ask/search?text=%00", 400),
        ("GET", "/report/%00", 400),
        ("GET", "/api/search?text=a%00b", 400),
    ],
)
def test_what_cannot_be_is_told_apart(local: FastAPI, method: str, path: str, status: int) -> None:
    browser = stranger(local)
    response = browser.client.request(method, path)
    assert response.status_code == status
    safe(response)
    if status == 405:
        assert response.headers["allow"]
    if method == "GET":
        head = browser.client.request("HEAD", path)
        assert (head.status_code, head.content) == (status, b"")


def test_the_head_of_a_page_is_had_without_the_page(local: FastAPI) -> None:
    browser = stranger(local)
    for path in ("/", "/ask/matters", "/api/matters", "/static/workbench.css"):
        head, page = browser.client.head(path), browser.get(path)
        assert (head.status_code, head.content) == (200, b"")
        assert head.headers["content-type"] == page.headers["content-type"]


ODD = (
    "\ud7ff\ue000", "\u202e\u2066", "'; DROP TABLE reports; --", "%", "_", '"', "NEAR/5", "a OR", "(", "*",
    "\u0661\u0662", "9" * 400, "-1", "1e9", "../../etc/passwd", "\\", "<script>alert(1)</script>", "{{ 7 * 7 }}",
    "{person}", "%s%n", "\r\nSet-Cookie: a=b", "x" * 1400, "\U0001f4a3" * 50, "0000-00-00", "9999-12-31",
)  # fmt: skip


def answered(browser: Browser, path: str, **parameters: str) -> str:
    response = browser.client.get(path, params=parameters)
    assert response.status_code in (200, 303, 404, 422), (path, parameters)
    assert "<script>alert(1)" not in response.text or path.startswith("/api/")
    assert "set-cookie" not in response.headers
    safe(response)
    return response.text


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)
def test_odd_values_are_answered_or_refused_and_shown_as_text(local: FastAPI, question: Question) -> None:
    browser = stranger(local)
    needed = {extra.name: "x" for extra in question.extras if extra.metavar}
    names = [*(extra.name for extra in question.extras), *question.filters, "limit", "offset"]
    for value in ODD:
        for name in names:
            answered(browser, f"/api/{question.name}", **{**needed, name: value})
        every = {**dict.fromkeys(names, value), "limit": "5", "offset": "0"}
        answered(browser, f"/ask/{question.name}", **every, format=value)


def test_odd_paths_and_filters_are_answered_or_refused(local: FastAPI) -> None:
    browser = stranger(local)
    for value in ODD:
        for name in ("who", "what", "since", "limit", "lang"):
            answered(browser, "/audit", **{name: value})
        answered(browser, "/sheet.csv", place=value)
        answered(browser, "/login", back=value)
        for path in ("/report/", "/jobs/", "/ask/", "/api/reports/", "/matter/"):
            response = browser.client.get(path + quote(value, safe=""))
            assert response.status_code in (404, 422), (path, value)


def test_a_page_names_no_file_of_this_machine(local: FastAPI) -> None:
    browser = stranger(local)
    for path in ("/ask/brief", "/api/brief"):
        without = browser.get(f"{path}?since=2001-01-01")
        named = browser.get(f"{path}?since=2001-01-01&watch=/etc/passwd")
        assert named.status_code == without.status_code == 200
        assert "passwd" not in named.text.replace("watch=%2Fetc%2Fpasswd", "")


def test_an_address_that_is_too_long_is_refused(local: FastAPI) -> None:
    for path, query in (("/ask/search", "text=" + "x" * 1_000_000), ("/report/" + "x" * LONGEST_ADDRESS, "")):
        status, answer = asked(local, "GET", path, query)
        assert status == 414
        assert len(answer) < 10_000


def test_a_body_that_is_announced_as_too_large_is_refused_before_it_is_read(local: FastAPI) -> None:
    parts = iter([b"text=x"])

    form = (b"content-type", b"application/x-www-form-urlencoded")
    status, answer = asked(local, "POST", "/add", "", [form, (b"content-length", b"1000000")], parts)
    assert status == 413
    assert b"0.2 MB" in answer
    for length in (b"-1", b"a", b"9" * 100, b"\xd9\xa1", b""):
        status, _answer = asked(local, "POST", "/add", "", [form, (b"content-length", length)], parts)
        assert status in (400, 413)
    assert next(parts) == b"text=x"


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=b"])
@pytest.mark.parametrize("path", ["/add", "/sheet", "/login", "/people"])
def test_a_stream_is_cut_where_it_becomes_too_large(local: FastAPI, path: str, kind: str) -> None:
    taken = 0

    def endless() -> Iterator[bytes]:
        nonlocal taken
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        while taken < 10_000_000:
            taken += 10_000
            yield b"x" * 10_000

    status, _answer = asked(local, "POST", path, "", [(b"content-type", kind.encode())], endless())
    assert status == 413
    assert taken <= 200_000


def asked(
    app: FastAPI,
    method: str,
    path: str,
    query: str,
    headers: Sequence[tuple[bytes, bytes]] = (),
    parts: Iterator[bytes] | None = None,
) -> tuple[int, bytes]:
    """Ask an application what no honest client would; returns status and body of the answer."""
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        part = next(parts, None) if parts is not None else None
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    async def send(message: Any) -> None:
        messages.append(message)

    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": method, "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": query.encode(), "root_path": "",
        "headers": [(b"host", b"127.0.0.1"), (b"cookie", b"riwaya-language=en"), *headers],
        "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80),
    }  # fmt: skip
    anyio.run(app, scope, receive, send)
    names = {name.decode() for name, _value in messages[0]["headers"]}
    assert names >= {name.lower() for name in HEADERS}
    return messages[0]["status"], b"".join(message.get("body", b"") for message in messages[1:])


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/x-www-form-urlencoded", b"name=a%00b"),
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="text"\r\n\r\n\x00\r\n--b--',
        ),
        ("multipart/form-data; boundary=b", b"--c\r\n\r\n"),
        ("multipart/form-data", b"--c\r\n\r\n"),
        ("multipart/form-data; boundary=b", b"--b\r\nContent-Disposition: nonsense\r\n\r\n"),
        ("application/json", b"[" * 90_000),
        ("application/json", b'{"name": "\\ud800"}'),
        ("application/json", b"{"),
        ("text/plain", b"\xff\xfe"),
        ("\xff", b""),
    ],
)
def test_odd_bodies_change_nothing_and_break_nothing(local: FastAPI, kind: str, body: bytes) -> None:
    browser = stranger(local)
    before = local.state.archive.count()
    for method, path in routes(local):
        if method == "POST" and path not in ("/relate", "/login", "/logout"):
            headers = {"content-type": kind.encode("latin-1")}
            response = browser.client.post(path, content=body, headers=headers)  # type: ignore[arg-type]
            assert response.status_code in (303, 400, 403, 404, 415, 422), path
            safe(response)
    assert local.state.archive.count() == before


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_nobody_foresaw_is_logged_and_not_shown(
    local: FastAPI, caplog: pytest.LogCaptureFixture, language: str
) -> None:
    with caplog.at_level(logging.ERROR, logger="riwaya.workbench"):
        response = stranger(local).get(f"/wrong/bug?lang={language}")
    assert response.status_code == 500
    assert f'<html lang="{language}"' in response.text
    assert "inner words" not in response.text
    assert "ZeroDivisionError: inner words" in caplog.text
    safe(response)


def test_a_busy_archive_is_said_to_be_busy(team: FastAPI, local: FastAPI) -> None:
    with Archive(team.state.archive.address) as other, other.writing():
        refused = stranger(local).get("/wrong/busy")
        nobody = stranger(team).post("/login", name="Rana", password="seven green lanterns")  # noqa: S106
        read = stranger(local).get("/ask/matters")
    assert (refused.status_code, nobody.status_code, read.status_code) == (503, 503, 200)
    assert refused.headers["retry-after"] == "30"
    assert "locked" in refused.text
    assert str(team.state.archive.name) not in nobody.text
    assert "cannot be used just now" in nobody.text


def test_an_archive_that_cannot_be_asked_for_sessions_is_a_problem_and_not_a_way_in(
    team: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = logged_in(team, "editor")

    def broken(*_arguments: object) -> None:
        raise OperationalError("SELECT 1", {}, Exception("disk I/O error"))

    monkeypatch.setattr(team.state.archive._engine, "connect", broken)
    for path in ("/", "/people", "/api/matters"):
        assert editor.get(path).status_code == 503
        safe(editor.get(path))


@pytest.mark.parametrize("kind", ["local", "team"])
def test_no_web_socket_is_opened(request: pytest.FixtureRequest, kind: str) -> None:
    app: FastAPI = request.getfixturevalue(kind)
    client = stranger(app).client
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("ws://127.0.0.1/"):
        pytest.fail("it was opened")


def test_a_language_is_remembered_and_nothing_else_is(local: FastAPI) -> None:
    browser = Browser(stranger(local).client)
    assert browser.get("/?lang=ar").headers["set-cookie"].startswith("riwaya-language=ar")
    assert "set-cookie" not in browser.get("/?lang=xx").headers
