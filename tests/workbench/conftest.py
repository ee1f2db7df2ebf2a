"""The workbench on an archive of the worked example: a real file, a real application."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import riwaya
from riwaya.archive import Archive
from riwaya.capture import DEFAULT_MAP, CaptureOptions
from riwaya.cli.ingest import ingest
from riwaya.workbench import Settings, create_app

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
