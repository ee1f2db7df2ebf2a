"""The packages beyond the core that training and embeddings need, and what to say where they are missing."""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import version
from typing import Any

from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

#: The optional extra that has them all.
EXTRA = "riwaya[pairs]"


def need(package: str, purpose: str) -> Any:
    """The module `package`. Raises UsageError where it is not installed, saying what it is for."""
    try:
        return import_module(package)
    except ImportError as error:
        if error.name is not None and error.name != package:
            package = f"{package} ({error.name})"
        problem = _("{purpose} needs the package {package}: python -m pip install '{extra}'")
        raise UsageError(problem.format(purpose=purpose, package=package, extra=EXTRA)) from None
    except OSError as error:  # a library of the system that the package is built on
        problem = _("{package} cannot be loaded: {why} (on Debian or Ubuntu: apt-get install libgomp1)")
        raise UsageError(problem.format(package=package, why=error)) from None


def named(package: str) -> str:
    """The package with its version, as a model file records it."""
    return f"{package} {version(package)}"
