"""Right to left where Arabic, Latin and digits meet: where words stand on the screen, by their boxes."""

from __future__ import annotations

from riwaya.cli.ingest import ingest  # noqa: F401
