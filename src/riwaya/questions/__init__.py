"""Standing questions to an archive: each answer is rows, and every row leads to its evidence."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from riwaya.questions.answer import Answer, Column, Evidence, Line
    from riwaya.questions.desk import Desk
    from riwaya.questions.filters import Filters

__all__ = ["Answer", "Column", "Desk", "Evidence", "Filters", "Line"]


def __getattr__(name: str) -> Any:
    # The catalogue is asked at every start of the command line, the database library only for an answer.
    if name not in __all__:
        raise AttributeError(name)
    module = {"Desk": "desk", "Filters": "filters"}.get(name, "answer")
    return getattr(import_module(f"riwaya.questions.{module}"), name)
