"""A workbench that answers from several processes: what one of them learns, all know; they end together."""

import http.client
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import pytest

from cli.helpers import command
from riwaya.archive import Archive
from riwaya.workbench.knocking import BY_PAIR
from riwaya.workbench.shared import Shared, keeping, shared_at

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


@contextmanager
def several(archive: str | Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Serve an archive from three processes; yields the first of them, and the port."""
    arguments = command("serve", "--archive", archive, "--port", "0", "--processes", "3", *options)
    environment = os.environ | {"RIWAYA_LANG": "en"}
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr is not None
        found = re.search(r"http://127.0.0.1:(\d+)/", process.stderr.readline())
        assert found is not None
        try:
            yield process, int(found[1])
        finally:
            process.kill()


def asked(port: int, method: str, path: str, **fields: str) -> http.client.HTTPResponse:
    """Ask over a connection of its own, so that any of the processes may answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request(method, path, urlencode(fields) if fields else None, FORM if fields else {})
    response = connection.getresponse()
    response.read()
    connection.close()
    return response


def answers(port: int) -> bool:
    try:
        return asked(port, "GET", "/jobs").status == 200
    except OSError:
        return False


def test_work_that_one_process_was_given_all_know(market: Archive) -> None:
    with several(market.name) as (_process, port):
        begun = asked(port, "POST", "/relate", back="/")
        assert begun.status == 303
        job = begun.headers["location"]
        deadline = time.monotonic() + 60
        said = [asked(port, "GET", job).status for _call in range(20)]
        assert said == [200] * 20
        while b"done" not in state(port, job):
            assert time.monotonic() < deadline
            time.sleep(0.1)


def state(port: int, job: str) -> bytes:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", f"{job}/state")
    with connection.getresponse() as response:
        found = response.read()
    connection.close()
    return found


def test_who_guesses_passwords_waits_whichever_process_is_asked(team_made: Path) -> None:
    with several(team_made, "--team") as (_process, port):
        guesses = [
            asked(port, "POST", "/login", name="Rana", password=f"guess {n}").status
            for n in range(BY_PAIR + 3)
        ]
    assert guesses[-3:] == [429] * 3
    assert 429 not in guesses[:BY_PAIR]


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_they_end_together(market: Archive, way: signal.Signals) -> None:
    with several(market.name) as (process, port):
        assert answers(port)
        process.send_signal(way)
        process.wait(timeout=30)
        deadline = time.monotonic() + 30
        while answers(port):
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_what_is_shared_is_asked_for_as_if_it_were_ones_own() -> None:
    own = Shared()
    with keeping(own) as place:
        other = shared_at(place)
        assert other.token == own.token
        job = other.jobs.start("relate", "A title", "Rana", [], language="ar", back="/")
        assert (job.title, job.language) == ("A title", "ar")
        found = own.jobs.get(job.id)
        assert found is not None
        assert [each.id for each in other.jobs.all()] == [found.id]
        assert other.jobs.get("none") is None
        assert other.sheets.new(3).parent == own.sheets.new(3).parent
        for _guess in range(BY_PAIR):
            assert other.attempts.wait("Rana", "192.0.2.1") == 0
        assert own.attempts.wait("Rana", "192.0.2.1") > 0
