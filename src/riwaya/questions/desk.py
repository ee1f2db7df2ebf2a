"""The desk at which questions are asked: an archive, and the gate that answers leave by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Connection

from riwaya.archive import schema
from riwaya.archive.archive import Archive, now
from riwaya.archive.naming import next_number
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _
from riwaya.questions.elsewhere import is_fine, told_elsewhere
from riwaya.questions.filters import Filters
from riwaya.questions.telling import spots_of, tell
from riwaya.release import DEFAULT, Gate, Policy, Spot, Told


class Desk:
    """Answers questions to one archive. Everything leaves by the gate of `policy`.

    A weaker policy needs `who` and `why`, which are kept in the archive with `what` is asked (the command or
    question with its arguments) and the policy. `moment` is what delays are counted
    from: now, unless said. Raises UsageError.
    """

    def __init__(
        self,
        archive: Archive,
        *,
        policy: Policy = DEFAULT,
        who: str = "",
        why: str = "",
        what: str = "library",
        moment: datetime | None = None,
    ) -> None:
        if policy != DEFAULT:
            log_override(archive, who=who, why=why, what=f"{what}: {policy}")
        self.archive = archive
        self.gate = Gate(moment or datetime.now(UTC), policy)

    def tell(
        self, connection: Connection, claims: Sequence[int], place: str | None = None
    ) -> tuple[list[Told], int]:
        """The claims with these numbers as they may leave, in this order, and how many are held back.

        `place` is the id of the place that was asked for, if any: the answer must not tell by what it
        contains what its words leave out. Claims that are told of a larger place than that are left out and
        not counted.
        """
        fine = place if place is not None and is_fine(connection, place) else None
        return self.gate.all(tell(connection, claims), fine)

    def spots(self, connection: Connection, ids: Iterable[str]) -> dict[str, Spot]:
        """Places by id with those in which they lie, for `gate.places`, which says what of them may leave."""
        return spots_of(connection, ids)

    def fitting(self, connection: Connection, filters: Filters, *, held: bool = False) -> Filters:
        """The filters, of which a place finds no claims that the gate tells of a larger one.

        With `held` none either that may not leave yet: for answers that tell of the report and not of claims.
        """
        if filters.place is None:
            return filters
        return replace(filters, away=told_elsewhere(connection, self.gate, filters.place, held=held))


def log_override(archive: Archive, *, who: str, why: str, what: str) -> None:
    """Keep that something leaves by no gate, or by a weaker one: who wants it, why, what.

    Raises UsageError without name or reason.
    """
    if not who.strip() or not why.strip():
        raise UsageError(_("another release policy needs a name and a reason, which are kept"))
    with archive.writing() as connection:
        table = schema.overrides
        row = {"n": next_number(connection, table), "when": now(), "who": who, "what": what, "why": why}
        connection.execute(table.insert(), row)
