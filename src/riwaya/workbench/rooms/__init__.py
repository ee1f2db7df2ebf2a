"""The pages, a module each; to add a room, list its router here and its door in `doors.py`."""

from riwaya.workbench.rooms import lineage, map, morning, question, report, timeline  # noqa: A004

ROOMS = (morning.router, question.router, report.router, map.router, timeline.router, lineage.router)

__all__ = ["ROOMS"]
