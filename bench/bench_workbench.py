"""How long the workbench's pages take: p50, p95 and longest, for one user and for twenty at once.

    python bench/bench_workbench.py ARCHIVE [--calls 40] [--users 20] [--processes 1] [--only ROOM]

Starts `riwaya serve` on the archive, in a process of its own, and asks it over loopback. Reports, matters,
parties, places and days are drawn as `bench/archive_questions.py` draws them. Times are those that a browser
waits for a page (without drawing it). The users of the second table ask for one page after another, of all
rooms mixed, without a pause. Before anybody asks, the server has a quarter of a minute to gather what it
keeps in memory; the first call of each room is not counted.
"""

from __future__ import annotations

import argparse
import http.client
import random
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote, urlencode

from archive_questions import Draw

from riwaya.archive import Archive
from riwaya.questions.catalogue import EVERY, FilterName, question

#: The rooms, and how an address of each is drawn.
Address = Callable[[Draw], str]
#: Seconds that a server has to gather what it keeps in memory.
GATHERING = 15


def _filtered(path: str, names: Sequence[FilterName] = EVERY) -> Address:
    def address(draw: Draw) -> str:
        filters = draw.filters(tuple(names))
        given: dict[str, str] = {n: getattr(filters, n) for n in names if getattr(filters, n)}
        return f"{path}?{urlencode(given)}"

    return address


def _of(path: str, name: str, extra: int = 0) -> Address:
    return lambda draw: path.format(quote(str(draw.value(question(name).extras[extra]))))


def _searched(draw: Draw) -> str:
    return "/ask/search?" + urlencode({"text": draw.value(question("search").extras[0])})


ROOMS: Mapping[str, Address] = {
    "morning": lambda draw: "/?" + urlencode({"since": draw.value(question("brief").extras[0])}),
    "disputes": _filtered("/disputes"),
    "matter": _of("/matter/{}", "matter"),
    "report": _of("/report/{}", "lineage"),
    "lineage": _of("/lineage/{}", "lineage"),
    "map": _filtered("/map"),
    "timeline": _filtered("/timeline"),
    "review": lambda _draw: "/review",
    "search": _searched,
    "accusations": _filtered("/ask/accusations"),
    "requests": _filtered("/ask/requests"),
    "casualties": _filtered("/ask/casualties"),
    "headlines": _filtered("/ask/headlines"),
    "control": lambda draw: "/ask/control?" + urlencode({"place": draw.value(question("control").extras[0])}),
    "source": _of("/ask/source?id={}", "source"),
    "corroboration": _of("/ask/corroboration?matter={}", "corroboration"),
    "health": _filtered("/ask/health", ("since", "until", "outlet")),
}


def timed(connection: http.client.HTTPConnection, address: str) -> float:
    """Milliseconds until a page is there. Raises RuntimeError when it is none."""
    began = time.perf_counter()
    connection.request("GET", address, headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise RuntimeError(f"{address}: {response.status} {body[:200]!r}")
    return (time.perf_counter() - began) * 1000


def told(name: str, times: Sequence[float]) -> str:
    """A row of the table."""
    ordered = sorted(times)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95)]
    return f"{name:<14}{len(times):>7}{at[0]:>9.1f}{at[1]:>9.1f}{ordered[-1]:>9.1f}"


def alone(port: int, addresses: Mapping[str, Sequence[str]]) -> None:
    """One user, room after room."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    every: list[float] = []
    for name, asked in addresses.items():
        times = [timed(connection, address) for address in asked][1:]
        every += times
        print(told(name, times), flush=True)
    print(told("all", every))


def together(port: int, addresses: Sequence[str], users: int) -> None:
    """Many users at once, each with a connection of its own."""
    times: list[float] = []

    def ask(part: Sequence[str]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
        times.extend([timed(connection, address) for address in part])

    threads = [threading.Thread(target=ask, args=(addresses[n::users],)) for n in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(told(f"{users} at once", times))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("archive")
    parser.add_argument("--calls", type=int, default=40)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--processes", default="1")
    parser.add_argument("--only", choices=sorted(ROOMS))
    given = parser.parse_args()
    with Archive(given.archive, create=False) as archive, archive.reading() as connection:
        draw = Draw(connection, given.seed)
        print(f"{archive.count()['reports']} reports")
    rooms = {name: room for name, room in ROOMS.items() if given.only in (None, name)}
    addresses = {name: [room(draw) for _call in range(given.calls + 1)] for name, room in rooms.items()}
    # Drawn anew: answers that were given already are kept.
    mixed = [room(draw) for room in rooms.values() for _call in range(given.calls)]
    random.Random(given.seed).shuffle(mixed)  # noqa: S311 - a sample, no secret
    command = [sys.executable, "-m", "riwaya", "serve", "--archive", given.archive, "--port", "0"]
    command += ["--processes", given.processes]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own
        assert server.stderr is not None
        port = int(re.search(r":(\d+)/", server.stderr.readline())[1])  # type: ignore[index]
        print(f"{'room':<14}{'calls':>7}{'p50 ms':>9}{'p95 ms':>9}{'max ms':>9}")
        try:
            time.sleep(GATHERING)
            alone(port, addresses)
            together(port, mixed, given.users)
        finally:
            server.terminate()


if __name__ == "__main__":
    main()
