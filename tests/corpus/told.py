"""Claims, copies and matters put into an archive row by row: what corroboration is asked about."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from riwaya.archive import Archive, schema
from riwaya.archive.codec import pack_text
from riwaya.archive.naming import next_number
from riwaya.release import Guard

#: Actors that tests name: kind, party, name in Arabic.
ACTORS = {
    "sohr": ("organisation", "sohr", "المرصد السوري"),
    "reuters": ("media", "reuters", "رويترز"),
    "sana": ("media", "sana", "سانا"),
    "syrian-army": ("armed-forces", "syrian-government", "الجيش السوري"),
    "syrian-government": ("government", "syrian-government", "الحكومة السورية"),
    "turkish-forces": ("armed-forces", "turkey", "القوات التركية"),
    "turkey": ("state", "turkey", "تركيا"),
    "islamic-state": ("armed-group", "islamic-state", "تنظيم الدولة"),
    "local-sources": ("sources", "local-sources", "مصادر محلية"),
    "other": (None, None, None),
}
#: Fields of a claim that a test does not set.
PLAIN = {
    "status": "machine", "type": "ASSAULT", "mode": None, "phase": None, "factuality": "CT+", "voice": "source",
    "headline": False, "act": "report", "distance": "neutral", "attribution": None, "agents": "",
    "patients": "", "recipients": "", "places": "", "time": None, "day_from": None, "day_to": None,
    "measure": None, "low": None, "high": None, "approximate": None, "preliminary": None, "scope": None,
    "theme": None,
}  # fmt: skip


class Told:
    """Fills an archive; reports are called by short names, which are their keys."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.numbers: dict[str, int] = {}
        batch = archive.begin_batch("test")
        self._batch = batch
        with archive.writing() as connection:
            connection.execute(
                schema.actors.insert(),
                [
                    {"n": n, "id": id, "kind": kind, "party": party, "name_ar": name, "name_en": None}
                    for n, (id, (kind, party, name)) in enumerate(ACTORS.items(), start=1)
                ],
            )

    def report(self, key: str, outlet: str, day: str | None, text: str) -> None:
        """Put in a report and its reading by the Syrian pack."""
        with self.archive.writing() as connection:
            n = next_number(connection, schema.reports)
            self.numbers[key] = n
            row: dict[str, Any] = {
                "n": n, "key": key, "id": f"sha256:{n:064x}", "outlet": outlet, "published": day, "day": day,
                "uri": None, "title": None, "language": "ar", "source": "test", "batch": self._batch,
                "characters": len(text), "words": len(text.split()), "shingles": b"", "private": "[]",
                "guard": Guard().dump(), "redacted": None,
            }  # fmt: skip
            connection.execute(schema.reports.insert(), row)
            connection.execute(schema.texts.insert(), {"report": n, "body": pack_text(text)})
            reading = {"n": n, "report": n, "version": "0", "pack": "syria", "digest": "", "current": True}
            connection.execute(schema.readings.insert(), {**reading, "body": b""})

    def claim(self, key: str, words: str, *hops: str, **fields: Any) -> int:
        """Put in a claim with these words of its report, which has it from `hops`; returns its number."""
        text = self.archive.text(self.numbers[key])
        start = text.index(words)
        with self.archive.writing() as connection:
            n = next_number(connection, schema.claims)
            outlet = connection.scalar(
                select(schema.reports.c.outlet).where(schema.reports.c.n == self.numbers[key])
            )
            row = PLAIN | {
                "n": n, "report": self.numbers[key], "id": f"c{n}", "chain": " > ".join((str(outlet), *hops)),
                "start": start, "end": start + len(words), "anchor_start": start, "anchor_end": start + 1,
            } | fields  # fmt: skip
            connection.execute(schema.claims.insert(), row)
        return n

    def tell(self, key: str, outlet: str, day: str | None, text: str, *hops: str, **fields: Any) -> int:
        """A report that is one claim."""
        self.report(key, outlet, day, text)
        return self.claim(key, text, *hops, **fields)

    def copy(self, report: str, of: str, kind: str, passages: Sequence[Sequence[int]] = ()) -> None:
        """Note that a report took from another."""
        row = {"report": self.numbers[report], "of": self.numbers[of], "kind": kind, "share": 0.6}
        with self.archive.writing() as connection:
            connection.execute(schema.copies.insert(), {**row, "passages": json.dumps(passages)})

    def link(self, source: int, target: int, relation: str, *, within: bool = False) -> None:
        """Relate two claims."""
        row = {"source": source, "target": target, "relation": relation, "within": within, "matter": None}
        with self.archive.writing() as connection:
            connection.execute(schema.links.insert(), row)


def add_matter(archive: Archive, id: str, claims: Sequence[int], **fields: Any) -> int:
    """Make a matter of claims; returns its number."""
    with archive.writing() as connection:
        n = next_number(connection, schema.matters)
        row = {
            "n": n, "id": id, "kind": "incident", "type": "ASSAULT", "label_ar": None, "label_en": None,
            "first": None, "last": None, "reports": len(claims), "outlets": len(claims), "sides": 1,
            "disputed": False,
        } | fields  # fmt: skip
        connection.execute(schema.matters.insert(), row)
        rows = [{"matter": n, "claim": claim} for claim in claims]
        connection.execute(schema.matter_claims.insert(), rows)
    return n
