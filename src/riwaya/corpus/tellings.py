"""Tellings: claims with whom they were had from, as corroboration compares them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.packs import pack_of
from riwaya.archive.parts import in_parts
from riwaya.archive.projection import HOPS, JOINTLY
from riwaya.corpus.register import Register, register_of
from riwaya.exchange.labels import name_label
from riwaya.exchange.soundness import OTHER
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.model import Name
from riwaya.reading.draft import UNIDENTIFIED

#: Kinds of speakers that are nobody in particular.
NAMELESS_KINDS = ("sources", "population")
#: Speakers that are nobody in particular, whatever the registry says.
NAMELESS = frozenset({OTHER, UNIDENTIFIED})
_PART = 500


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who handed a claim on. `named` says whether two reports that name it mean the same one."""

    id: str
    kind: str | None
    side: str
    name: Name
    named: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """One claim as one report tells it.

    `claim` and `report` are numbers in the archive, `id` is the claim's, `key` the report's. `outlet` is the
    outlet's id in the pack, or what the report calls it. `hops` are those behind the outlet, the nearest
    first, without those that name the outlet itself; none where the outlet speaks for itself. A headline
    has those of what the body says below it.
    """

    claim: int
    id: str
    report: int
    key: str
    outlet: str
    day: str | None
    hops: tuple[tuple[Speaker, ...], ...]
    row: Any

    @property
    def ref(self) -> str:
        """What people call the claim: the report's key, a slash, the claim's id."""
        return f"{self.key}/{self.id}"

    @property
    def origin(self) -> tuple[Speaker, ...]:
        """Who is the last that is named or hinted at; nobody where the outlet speaks for itself."""
        return self.hops[-1] if self.hops else ()

    @property
    def trail(self) -> tuple[Speaker, ...]:
        """Everybody in particular whom the claim was had from."""
        return tuple(each for hop in self.hops for each in hop if each.named)


def tellings(connection: Connection, claims: Sequence[int], register: Register) -> list[Telling]:
    """The claims with these numbers as tellings, the earliest first; same days in the order of the keys."""
    rows = _rows(connection, sorted(set(claims)))
    bodies = _bodies(connection, [row.n for row in rows if row.headline and HOPS not in row.chain])
    chains = {row.n: bodies.get(row.n, row.chain) for row in rows}
    speakers = _speakers(connection, chains.values(), register)
    found = [_telling(row, chains[row.n], speakers, register) for row in rows]
    return sorted(found, key=_order)


def quoted(
    connection: Connection, reports: Sequence[int], register: Register
) -> dict[int, tuple[Speaker, ...]]:
    """Whom each report names as the origin of a claim, those of most claims first.

    Nobody in particular is left out: an impersonal phrase (يُعتقد) has a source of that sort, too.
    """
    table = schema.claims
    found: dict[int, Counter[str]] = {report: Counter() for report in reports}
    for some in in_parts(sorted(found), _PART):
        rows = connection.execute(select(table.c.report, table.c.chain).where(table.c.report.in_(some)))
        for report, chain in rows:
            _outlet, *hops = chain.split(HOPS)
            found[report].update(hops[-1].split(JOINTLY) if hops else ())
    speakers = _speakers(connection, [id for names in found.values() for id in names], register)
    return {
        report: tuple(speakers[id] for id, _n in _by_number(names) if speakers[id].named)
        for report, names in found.items()
    }


def _by_number(names: Counter[str]) -> list[tuple[str, int]]:
    return sorted(names.items(), key=lambda each: (-each[1], each[0]))


def register_for(connection: Connection) -> Register:
    """The register of the pack by which the archive's reports were read last; an empty one without it."""
    pack = last_pack(connection)
    return register_of(pack_of(connection, pack) if pack else None)


def last_pack(connection: Connection) -> str | None:
    """The id of the pack by which the archive's reports were read last."""
    table = schema.readings
    return connection.scalar(select(table.c.pack).where(table.c.current).order_by(table.c.n.desc()).limit(1))


def speaker_label(speaker: Speaker) -> str:
    """A speaker's name in the interface language; “somebody else” for whoever is in no registry."""
    if speaker.id == OTHER:
        return _("somebody who is in no register")
    return name_label(speaker.name, language()) or speaker.id


def _order(telling: Telling) -> tuple[str, str, str, int, str]:
    # Undated ones come last: nothing is known to be later than they are.
    return (
        telling.day or "9999",
        telling.row.published or "9999",
        telling.key,
        telling.row.start,
        telling.id,
    )


def _rows(connection: Connection, claims: Sequence[int]) -> list[Any]:
    table, reports = schema.claims, schema.reports
    about = (reports.c[name] for name in ("key", "outlet", "day", "published"))
    statement = select(table, *about).select_from(table.join(reports, reports.c.n == table.c.report))
    found: list[Any] = []
    for some in in_parts(claims, _PART):
        found.extend(connection.execute(statement.where(table.c.n.in_(some))))
    return found


def _bodies(connection: Connection, headlines: Sequence[int]) -> dict[int, str]:
    """The chains of what the body says below headlines that name nobody, by the headline's number."""
    table, links = schema.claims, schema.links
    found: dict[int, list[tuple[int, str]]] = {}
    for some in in_parts(headlines, _PART):
        rows = connection.execute(
            select(links.c.target, table.c.start, table.c.chain)
            .select_from(links.join(table, table.c.n == links.c.source))
            .where(links.c.target.in_(some))
            .where(links.c.within, links.c.relation == "supports")
        )
        for target, position, chain in rows:
            found.setdefault(target, []).append((position, chain))
    return {target: min(chains)[1] for target, chains in found.items()}


def _speakers(connection: Connection, chains: Iterable[str], register: Register) -> dict[str, Speaker]:
    ids = sorted({id for chain in chains for hop in chain.split(HOPS) for id in hop.split(JOINTLY)})
    table = schema.actors
    known: dict[str, Any] = {}
    for part in in_parts(ids, _PART):
        known.update((row.id, row) for row in connection.execute(select(table).where(table.c.id.in_(part))))
    return {id: _speaker(id, known.get(id), register) for id in ids}


def _speaker(id: str, row: Any, register: Register) -> Speaker:
    kind = row.kind if row else None
    name = Name(row.name_ar, row.name_en) if row else Name(None, None)
    named = bool(id) and id not in NAMELESS and kind not in NAMELESS_KINDS
    side = (row.party if row else None) or register.side(id)
    return Speaker(register.outlet(id) if kind in (None, "media") else id, kind, side, name, named)


def _telling(row: Any, chain: str, speakers: Mapping[str, Speaker], register: Register) -> Telling:
    outlet = register.outlet(row.outlet)
    hops = [tuple(speakers[id] for id in hop.split(JOINTLY)) for hop in chain.split(HOPS)[1:]]
    others = tuple(hop for hop in hops if any(each.id != outlet for each in hop))
    return Telling(row.n, row.id, row.report, row.key, outlet, row.day, others, row)
