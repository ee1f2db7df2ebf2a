"""The workbench on an archive of the worked example: a real file, a real application."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI
from playwright.sync_api import Browser, sync_playwright
from starlette.testclient import TestClient

import riwaya
from riwaya.archive import Archive
from riwaya.capture import DEFAULT_MAP, CaptureOptions
from riwaya.cli.ingest import ingest
from riwaya.workbench import Settings, create_app
from riwaya.workbench.rendering import STATIC

EXAMPLE = Path(riwaya.__file__).parent / "examples" / "market"
#: The address under which the application is asked: one of the names that it answers to.
BASE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def market_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the worked example, made once."""
    path = tmp_path_factory.mktemp("market") / "market.riwaya"
    status = ingest(
        [str(EXAMPLE / "reports")], archive=str(path), pack=str(EXAMPLE / "pack"), fields=DEFAULT_MAP,
        jobs=1, options=CaptureOptions(), related=True,
    )  # fmt: skip
    assert status == 0
    return path


@pytest.fixture
def market(market_made: Path, tmp_path: Path) -> Iterator[Archive]:
    """A copy of the worked example's archive, to be changed at will."""
    path = tmp_path / "market.riwaya"
    shutil.copyfile(market_made, path)
    with Archive(path) as archive:
        yield archive


@pytest.fixture
def client(market: Archive) -> TestClient:
    """A browser without a screen, at the workbench on `market`, in English."""
    app = create_app(market, Settings(pack=str(EXAMPLE / "pack"), who="Rana"))
    return TestClient(app, base_url=BASE, headers={"cookie": "riwaya-language=en"})


@pytest.fixture(scope="session")
def built() -> Path:
    """What is built from frontend/ for browsers; without it the test skips, but in CI it fails."""
    folder = STATIC / "built"
    if (folder / "frame.js").is_file():
        return folder
    message = "what browsers get is not built: make frontend"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture
def served(market: Archive, built: Path) -> Iterator[str]:
    """The address of a real server on loopback, at the workbench on `market`."""
    assert built.is_dir()
    app = create_app(market, Settings(pack=str(EXAMPLE / "pack"), who="Rana"))
    with serving(app) as address:
        yield address


@contextmanager
def serving(app: FastAPI) -> Iterator[str]:
    """Serve an application on a free port of loopback while the block runs; yields its address."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    """A real browser."""
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield found
        found.close()
