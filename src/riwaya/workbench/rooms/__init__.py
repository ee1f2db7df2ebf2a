"""The pages, a module each; to add a room, list its router here and its door in `doors.py`."""

from riwaya.workbench.rooms import morning, question, report

ROOMS = (morning.router, question.router, report.router)

__all__ = ["ROOMS"]
