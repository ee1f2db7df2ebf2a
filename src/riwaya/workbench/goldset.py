"""The reports that people looked through as a whole, as gold for `riwaya evaluate`."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from riwaya.archive import Archive, schema
from riwaya.archive.applying import Applied, UnfitError, locate
from riwaya.archive.decided import decided_readings, standing_by_report
from riwaya.archive.decisions import Decision
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import MACHINE, REJECTED
from riwaya.evaluation.from_reading import gold_of

#: The day that files in an archive bear: what is written depends on what was decided alone.
_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Looked:
    """A report of which every claim was judged, with what was decided."""

    key: str
    state: Applied
    decisions: tuple[Decision, ...]

    @property
    def refused(self) -> frozenset[str]:
        """The attributions that were rejected and not accepted since."""
        last: dict[str, str] = {}
        for decision in self.decisions:
            if decision.target.kind == "attribution" and decision.action in ("accept", "reject"):
                try:
                    last[locate(self.state, decision)] = decision.action
                except UnfitError:
                    continue
        return frozenset(id for id, action in last.items() if action == "reject")

    def gold(self) -> bytes:
        """The report's gold."""
        rejected = {id for id, status in self.state.statuses.items() if status == REJECTED}
        return gold_of(
            self.state.reading, self.key, without_claims=rejected, without_attributions=self.refused
        )


def gold_reports(archive: Archive) -> list[Looked]:
    """The reports that were accepted as a whole, or every claim of which somebody judged; by key.

    Gold says what is in a report and what is not: half of a report would make a reader wrong that finds more.
    """
    table = schema.reports
    found: list[Looked] = []
    with archive.reading() as connection:
        rows = connection.execute(
            select(table.c.n, table.c.key).where(
                table.c.key.in_(select(schema.decisions.c.reading)), table.c.redacted.is_(None)
            )
        ).all()
        keys = {row.n: row.key for row in rows}
        for part in in_parts(list(keys)):
            standing = standing_by_report(connection, part)
            states = decided_readings(connection, list(standing))
            found += [
                Looked(keys[n], state, tuple(standing[n]))
                for n, state in states.items()
                if _is_whole(state, standing[n])
            ]
    return sorted(found, key=lambda looked: looked.key)


def gold_zip(looked: Sequence[Looked]) -> bytes:
    """A gold folder, packed: `gold/KEY.json` and `texts/KEY.txt` for every report."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in looked:
            text = each.state.reading.report.text.encode()
            for name, data in ((f"gold/{each.key}.json", each.gold()), (f"texts/{each.key}.txt", text)):
                archive.writestr(zipfile.ZipInfo(name, _DAY), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _is_whole(state: Applied, decisions: Sequence[Decision]) -> bool:
    if any(each.target.kind == "report" and each.action == "accept" for each in decisions):
        return True
    claims = state.reading.claims
    return bool(claims) and all(state.status(claim.id) != MACHINE for claim in claims)
