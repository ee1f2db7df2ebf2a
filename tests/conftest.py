"""Fixtures that any test may ask for: the annotated reports beside the checkout, a browser."""

import importlib
import os
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

# The same examples in every run, and no failure because a machine is busy: time is tested where it matters.
settings.register_profile("riwaya", deadline=None, derandomize=True, database=None)
settings.load_profile("riwaya")

pytest_plugins = ["stores"]

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of annotated reports, which do not ship; without it the test skips."""
    folder = Path(os.environ.get("RIWAYA_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip(f"no annotated reports at {folder}; RIWAYA_SHARED names another folder")
    return folder


@pytest.fixture(scope="session")
def lightgbm() -> ModuleType:
    """Return LightGBM; where the system lacks the library it is built on the test skips, but in CI it fails."""
    try:
        return importlib.import_module("lightgbm")
    except OSError as error:
        message = f"LightGBM cannot be loaded ({error}); Debian: apt-get install libgomp1"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the path of a Chromium; without one the test skips, but in CI it fails."""
    names = [os.environ.get("RIWAYA_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"]
    found = next((path for name in names if name and (path := shutil.which(name))), None)
    if found:
        return found
    message = "no Chromium found: install one (Debian: apt-get install chromium) or set RIWAYA_CHROMIUM"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
