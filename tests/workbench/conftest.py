"""The workbench on an archive of the worked example: a real file, a real application."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

import riwaya
from riwaya.archive import Archive
from riwaya.capture import DEFAULT_MAP, CaptureOptions
from riwaya.cli.ingest import ingest
from riwaya.workbench import Settings, accounts, create_app
from workbench.team import PASSWORD, PEOPLE

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
def team_made(market_made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the worked example with three accounts, made once."""
    path = tmp_path_factory.mktemp("team") / "team.riwaya"
    shutil.copyfile(market_made, path)
    with Archive(path) as archive:
        for role, name in PEOPLE.items():
            accounts.add_account(archive, name, role, PASSWORD)
    return path


@pytest.fixture
def team(team_made: Path, tmp_path: Path) -> Iterator[FastAPI]:
    """The workbench of a team, on a copy of the worked example's archive."""
    path = tmp_path / "team.riwaya"
    shutil.copyfile(team_made, path)
    with Archive(path, patience=0.2) as archive:
        yield create_app(archive, Settings(pack=str(EXAMPLE / "pack"), team=True, max_bytes=100_000))
