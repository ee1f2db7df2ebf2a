"""Logging in and out: what it takes, how long it lasts, what whoever guesses learns."""

from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from sqlalchemy import select, update

from riwaya.archive import Archive, schema_desk
from riwaya.workbench import accounts, sessions
from riwaya.workbench.knocking import BY_ADDRESS, BY_NAME, BY_PAIR, WINDOW, Attempts
from riwaya.workbench.returning import local_path
from workbench.team import PASSWORD, PEOPLE, Browser, logged_in, stranger


def log_in(browser: Browser, name: str, password: str = PASSWORD, back: str = "/") -> int:
    return browser.post("/login", name=name, password=password, back=back).status_code


def test_name_and_password_open_a_session_and_logging_out_ends_it(team: FastAPI) -> None:
    browser = stranger(team)
    away = browser.get("/ask/matters?disputed=1&lang=en")
    assert away.status_code == 303
    assert away.headers["location"] == "/login?back=/ask/matters%3Fdisputed%3D1%26lang%3Den"
    form = browser.get(away.headers["location"])
    assert 'name="back" value="/ask/matters?disputed=1&amp;lang=en"' in form.text
    opened = browser.post("/login", name="سلمى", password=PASSWORD, back="/ask/matters?disputed=1")
    assert (opened.status_code, opened.headers["location"]) == (303, "/ask/matters?disputed=1")
    cookie = opened.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Secure" not in cookie
    home = browser.get("/")
    assert home.status_code == 200
    assert "سلمى" in home.text
    token = home.text.partition('name="token" value="')[2].partition('"')[0]
    assert browser.client.post("/logout", data={"token": token}).status_code == 303
    assert browser.get("/").status_code == 303


def test_the_cookie_is_for_https_alone_where_the_workbench_is(team: FastAPI) -> None:
    browser = stranger(team, "https://127.0.0.1")
    opened = browser.post("/login", name="Rana", password=PASSWORD)
    assert "Secure" in opened.headers["set-cookie"]


def test_the_archive_keeps_neither_passwords_nor_tokens(team: FastAPI) -> None:
    browser = stranger(team)
    assert log_in(browser, "Karim") == 303
    token = browser.client.cookies[sessions.COOKIE]
    archive: Archive = team.state.archive
    with archive.reading() as connection:
        kept = str(connection.execute(select(schema_desk.sessions)).all())
        kept += str(connection.execute(select(schema_desk.accounts)).all())
    assert token not in kept
    assert PASSWORD not in kept
    assert "$argon2id$" in kept


@pytest.mark.parametrize(("column", "ago"), [("used", sessions.IDLE), ("begun", sessions.LONGEST)])
def test_a_session_ends_by_itself(team: FastAPI, column: str, ago: timedelta) -> None:
    browser = logged_in(team, "reader")
    assert browser.get("/api/me").status_code == 200
    moment = (datetime.now(UTC) - ago - timedelta(seconds=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    with team.state.archive.writing() as connection:
        connection.execute(update(schema_desk.sessions).values({column: moment}))
    assert browser.get("/api/me").status_code == 401


def test_use_keeps_a_session_open_and_a_busy_archive_does_not_stop_readers(team: FastAPI) -> None:
    browser = logged_in(team, "reader")
    moment = (datetime.now(UTC) - timedelta(hours=1)).strftime("%Y-%m-%dT%H:%M:%SZ")
    with team.state.archive.writing() as connection:
        connection.execute(update(schema_desk.sessions).values(used=moment))
    with Archive(team.state.archive.address) as other, other.writing():
        assert browser.get("/api/me").status_code == 200
    assert browser.get("/api/me").status_code == 200
    with team.state.archive.reading() as connection:
        assert connection.scalar(select(schema_desk.sessions.c.used)) > moment


def test_wrong_names_wrong_passwords_and_disabled_accounts_are_told_the_same(team: FastAPI) -> None:
    accounts.switch(team.state.archive, "Karim", disabled=True)
    answers = set()
    for name, password in (("Rana", "wrong"), ("Nobody", PASSWORD), ("Karim", PASSWORD), ("", "")):
        response = stranger(team).post("/login", name=name, password=password)
        answers.add((response.status_code, response.text.replace(f'value="{name}"', 'value=""')))
    assert len(answers) == 1
    assert next(iter(answers))[0] == 403


def test_a_name_that_nobody_has_is_checked_like_any_other(
    team: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []
    monkeypatch.setattr(accounts, "_matches", lambda hashed, _password: checked.append(hashed))
    for name in ("Rana", "Nobody"):
        assert accounts.proven(team.state.archive, name, "a password of some length") is None
    parameters = {hashed.rpartition("$")[0].rpartition("$")[0] for hashed in checked}
    assert len(checked) == 2
    assert len(parameters) == 1


def test_whoever_guesses_has_to_wait_even_with_the_right_password(team: FastAPI) -> None:
    browser = stranger(team)
    for name in ("Rana", "Nobody"):
        for _attempt in range(BY_NAME):
            team.state.attempts.wait(name, f"192.0.2.{_attempt}")
        response = browser.post("/login", name=name, password=PASSWORD)
        assert response.status_code == 429
        assert 0 < int(response.headers["retry-after"]) <= WINDOW + 1
        assert "wait 16 minutes" in response.text
    assert log_in(browser, "Karim") == 303


def test_attempts_are_counted_by_name_and_by_address_and_forgotten_in_time() -> None:
    moment = 0.0
    attempts = Attempts(lambda: moment)
    assert [attempts.wait("a", "there") for _n in range(BY_PAIR)] == [0] * BY_PAIR
    assert attempts.wait("a", "there") > 0
    assert attempts.wait("a", "elsewhere") == attempts.wait("b", "there") == 0
    attempts.succeeded("a", "there")
    assert attempts.wait("a", "there") == 0
    assert [attempts.wait(str(n), "here") for n in range(BY_ADDRESS)] == [0] * BY_ADDRESS
    assert attempts.wait("another", "here") == WINDOW + 1
    moment = WINDOW + 1
    assert attempts.wait("another", "here") == 0


def test_whoever_knows_a_name_keeps_its_owner_out_from_nowhere_they_came_from() -> None:
    moment = 0.0
    attempts = Attempts(lambda: moment)
    assert attempts.wait("Rana", "192.0.2.7") == 0
    attempts.succeeded("Rana", "192.0.2.7")
    for n in range(BY_NAME):
        attempts.wait("Rana", f"198.51.100.{n}")
    assert attempts.wait("Rana", "198.51.100.200") > 0
    assert attempts.wait("Rana", "192.0.2.7") == 0
    assert attempts.wait("Karim", "198.51.100.200") == 0
    # From there too nobody guesses without end.
    tried = [attempts.wait("Rana", "192.0.2.7") for _n in range(BY_PAIR)]
    assert tried[-1] > 0
    moment = WINDOW + 1
    assert attempts.wait("Rana", "198.51.100.200") == 0


def test_all_addresses_of_one_network_count_as_one() -> None:
    attempts = Attempts(lambda: 0.0)
    for n in range(BY_PAIR):
        assert attempts.wait("a", f"2001:db8:1:2::{n:x}") == 0
    assert attempts.wait("a", "2001:0db8:1:2:ffff::1") > 0
    assert attempts.wait("a", "2001:db8:1:3::1") == 0
    assert attempts.wait("b", "::ffff:192.0.2.1") == 0
    attempts.succeeded("b", "192.0.2.1")
    assert [attempts.wait("b", "::ffff:192.0.2.1") for _n in range(BY_PAIR)] == [0] * BY_PAIR


@pytest.mark.parametrize(
    "back",
    [
        "//evil.example/x", "https://evil.example", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
        "evil.example", "/a\nb", "/\t/evil.example", "///evil.example", "http:evil", "/%5c\\x", "", "/" + "x" * 3000,
    ],
)  # fmt: skip
def test_nobody_is_led_to_another_site(team: FastAPI, back: str) -> None:
    browser = stranger(team)
    opened = browser.post("/login", name="Rana", password=PASSWORD, back=back)
    assert opened.headers["location"] == "/"
    onwards = browser.client.get("/login", params={"back": back})
    assert onwards.headers["location"] == "/"
    assert local_path(back, "/usual") == "/usual"


def test_a_path_with_arabic_words_is_come_back_to() -> None:
    path = "/ask/search?text=سوق القمح#c1"
    assert local_path(path) == path
    assert urlsplit(path).netloc == ""


def test_another_password_ends_all_other_sessions(team: FastAPI) -> None:
    here, there = logged_in(team, "reader"), logged_in(team, "reader")
    new = "eight blue lanterns"
    assert here.post("/account/password", old="wrong", new=new, again=new).status_code == 403
    assert here.post("/account/password", old=PASSWORD, new=new, again=new + "!").status_code == 422
    assert here.post("/account/password", old=PASSWORD, new="short", again="short").status_code == 422
    changed = here.post("/account/password", old=PASSWORD, new=new, again=new)
    assert changed.headers["location"] == "/account?changed=1"
    assert here.get("/account?changed=1").status_code == 200
    assert there.get("/").status_code == 303
    assert log_in(stranger(team), "سلمى") == 403
    assert log_in(stranger(team), "سلمى", new) == 303


def test_a_program_asks_as_a_bearer_and_needs_no_token_of_forms(team: FastAPI) -> None:
    archive: Archive = team.state.archive
    with archive.reading() as connection:
        token = sessions.begin(archive, accounts.account_named(connection, "Rana"))
    browser = stranger(team)
    assert browser.get("/api/me", authorization=f"Bearer {token}").json()["role"] == "editor"
    refused = browser.get("/api/me", authorization="Bearer wrong")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == 'Bearer realm="riwaya"'
    made = browser.client.post(
        "/people", data={"name": "Adam", "role": "reader", "password": PASSWORD},
        headers={"authorization": f"bearer {token}"},
    )  # fmt: skip
    assert made.status_code == 303


def test_where_nobody_logs_in_the_way_in_leads_to_the_beginning(team: FastAPI) -> None:
    team.state.settings = type(team.state.settings)()
    browser = stranger(team)
    editor = logged_in(team, "editor")
    assert browser.get("/static/workbench.css").status_code == 200
    assert editor.get("/login").headers["location"] == "/"
    assert editor.get("/account").headers["location"] == "/"
    assert PEOPLE["editor"] == "Rana"
