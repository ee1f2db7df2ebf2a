"""Readings kept: one SQLite file, or a PostgreSQL database, with the same tables and the same answers."""

from riwaya.archive.archive import Archive
from riwaya.archive.intake import Prepared, prepare

__all__ = ["Archive", "Prepared", "prepare"]
