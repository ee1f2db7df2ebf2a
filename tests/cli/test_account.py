"""`riwaya account`: accounts are made and changed where the archive is, and no password is an argument."""

import http.client
import os
import pty
import re
import subprocess
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cli.helpers import Shell, call, command
from riwaya.archive import Archive
from riwaya.workbench.accounts import proven
from riwaya.workbench.audit import Wanted, acts
from riwaya.workbench.sessions import visit_of

PASSWORD = "seven green lanterns"  # noqa: S105 - of invented people


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "team.riwaya"


def test_an_account_is_made_changed_and_disabled(
    shell: Shell, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RIWAYA_PASSWORD", PASSWORD)
    for arguments in (
        ("add", "Rana", "--role", "editor"), ("add", "كريم"), ("role", "كريم", "coder"), ("password", "كريم"),
        ("disable", "كريم"), ("enable", "كريم"), ("disable", "كريم"),
    ):  # fmt: skip
        assert shell("account", *arguments, "--archive", file).status == 0, arguments
    listed = shell("account", "list", "--archive", file).out.decode().splitlines()
    assert [line.split("\t")[:3] for line in listed] == [
        ["Rana", "editor", "enabled"], ["كريم", "coder", "disabled"],
    ]  # fmt: skip
    with Archive(file) as archive:
        assert proven(archive, "rana", PASSWORD)
        assert not proven(archive, "كريم", PASSWORD)
        with archive.reading() as connection:
            done = [act.what for act in acts(connection, Wanted())]
    assert done[-3:] == ["change role", "add account", "add account"]
    assert len(done) == 7


def test_a_password_comes_from_standard_input(file: Path) -> None:
    made = call("account", "add", "Rana", "--role=editor", "--archive", file, stdin=f"{PASSWORD}\n".encode())
    assert (made.status, made.messages) == (0, ["riwaya: Rana: add account"])
    with Archive(file) as archive:
        assert proven(archive, "Rana", PASSWORD)


def test_a_password_is_typed_twice_and_not_shown(file: Path) -> None:
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command("account", "add", "Rana", "--archive", file), stdin=follower, stdout=subprocess.PIPE,
        stderr=follower, env=os.environ | {"RIWAYA_LANG": "en"},
    ) as process:  # fmt: skip
        os.close(follower)
        shown = b""
        for prompt in (b"Password", b"The same again"):
            while prompt not in shown:
                shown += os.read(leader, 1000)
            os.write(leader, PASSWORD.encode() + b"\n")
        assert process.wait(60) == 0
    os.close(leader)
    assert PASSWORD.encode() not in shown
    with Archive(file) as archive:
        assert proven(archive, "Rana", PASSWORD)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("role", "Nobody", "coder"), "there is no account 'Nobody'"),
        (("password", "Nobody"), "there is no account 'Nobody'"),
        (("add", "Rana"), "already"),
        (("add", "\u200b"), "a name has"),
        (("disable", "Rana"), "somebody has to be an editor"),
        (("add", "Adam", "--role", "king"), "'king' is not one of"),
    ],
)
def test_what_makes_no_sense_is_refused(
    shell: Shell, file: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    monkeypatch.setenv("RIWAYA_PASSWORD", PASSWORD)
    assert shell("account", "add", "Rana", "--role", "editor", "--archive", file).status == 0
    refused = shell("account", *arguments, "--archive", file)
    assert refused.status == 2
    assert said in refused.err


def test_a_program_gets_a_token(shell: Shell, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RIWAYA_PASSWORD", PASSWORD)
    shell("account", "add", "Rana", "--role", "editor", "--archive", file)
    shell("account", "add", "Adam", "--archive", file)
    shell("account", "disable", "Adam", "--archive", file)
    token = shell("account", "token", "Rana", "--archive", file).out.decode().strip()
    with Archive(file) as archive:
        visit = visit_of(archive, token, bearer=True)
    assert visit is not None
    assert visit.person.role == "editor"
    assert shell("account", "token", "Adam", "--archive", file).status == 2


def test_a_list_of_nobody_says_how_to_begin(shell: Shell, file: Path) -> None:
    Archive(file).close()
    outcome = shell("account", "list", "--archive", file)
    assert (outcome.status, outcome.out) == (0, b"")
    assert "riwaya account add NAME --role editor" in outcome.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--team",), "make an editor first"),
        (("--host", "0.0.0.0"), "add --team"),  # noqa: S104 - it is refused
        (("--host", "192.0.2.1", "--no-login"), "cannot listen at 192.0.2.1"),
        (("--archive", ":memory:"), "name a file"),
    ],
)
def test_nothing_is_served_that_should_not_be(
    shell: Shell, file: Path, options: tuple[str, ...], said: str
) -> None:
    refused = shell("serve", "--archive", file, "--port", "0", *options)
    assert refused.status == 2
    assert said in refused.err


@pytest.mark.parametrize(("proxy", "safe"), [(("--proxy", "127.0.0.1"), True), ((), False)])
def test_a_team_is_served_and_only_a_named_proxy_is_believed(
    file: Path, proxy: tuple[str, ...], *, safe: bool
) -> None:
    made = call("account", "add", "Rana", "--role=editor", "--archive", file, RIWAYA_PASSWORD=PASSWORD)
    assert made.status == 0
    arguments = command("serve", "--team", "--archive", file, "--port", "0", *proxy)
    environment = os.environ | {"RIWAYA_LANG": "en"}
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        found = re.search(r"http://127.0.0.1:(\d+)/", process.stderr.readline())
        assert found is not None
        connection = http.client.HTTPConnection("127.0.0.1", int(found[1]), timeout=60)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-Proto": "https"}
        body = urlencode({"name": "Rana", "password": PASSWORD, "back": "/people"})
        connection.request("POST", "/login", body, headers)
        opened = connection.getresponse()
        opened.read()
        assert (opened.status, opened.headers["location"]) == (303, "/people")
        assert ("Secure" in opened.headers["set-cookie"]) is safe
        connection.request(
            "HEAD", "/people", headers={"Cookie": opened.headers["set-cookie"].partition(";")[0]}
        )
        head = connection.getresponse()
        assert (head.status, head.read()) == (200, b"")
        assert head.headers["content-security-policy"]
        assert "server" not in head.headers
        connection.close()
        process.terminate()
