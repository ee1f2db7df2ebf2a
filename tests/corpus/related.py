"""Invented reports related in an archive, in a form that tests compare."""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import select

from riwaya.archive import Archive, prepare, schema
from riwaya.corpus.matters import relate_claims
from riwaya.reading.reader import Reader


@dataclass(frozen=True)
class Link:
    """A relation between claims of different reports, with the type of the claim that it starts from."""

    relation: str
    type: str


@dataclass(frozen=True)
class Related:
    """What became of relating: rows of `matters`, the claims of each, links; `dump` without row numbers."""

    rows: list[Any]
    matters: list[list[Any]]
    links: list[Link]
    dump: list[tuple[Any, ...]]


@lru_cache(maxsize=1)
def reader() -> Reader:
    """The reader, built once for all tests of a process."""
    return Reader("syria")


def take_in(archive: Archive, *reports: tuple[str, str, str]) -> None:
    """Take in reports (outlet, day or nothing, text)."""
    batch = archive.begin_batch("test")
    prepared = [
        prepare(
            reader().read(text, id=_id(outlet, day, text), outlet=outlet, published=day or None, uri=None),
            "t",
        )
        for outlet, day, text in reports
    ]
    archive.add(batch, prepared)
    archive.finish_batch(batch)


def related(archive: Archive) -> Related:
    """Relate the claims of an archive, and say what came of it."""
    with archive.writing() as connection:
        relate_claims(connection)
    with archive.reading() as connection:
        rows = connection.execute(select(schema.matters).order_by(schema.matters.c.n)).all()
        claims = {row.n: row for row in connection.execute(select(schema.claims))}
        keys = dict(connection.execute(select(schema.reports.c.n, schema.reports.c.key)).all())
        members = connection.execute(select(schema.matter_claims)).all()
        links = connection.execute(select(schema.links).where(schema.links.c.matter.is_not(None))).all()

    def name(n: int) -> str:
        return f"{keys[claims[n].report]}/{claims[n].id}"

    matters = [[claims[m.claim] for m in members if m.matter == row.n] for row in rows]
    dump: list[tuple[Any, ...]] = [
        (tuple(row)[1:], tuple(sorted(name(c.n) for c in own)))
        for row, own in zip(rows, matters, strict=True)
    ]
    dump += sorted((name(e.source), name(e.target), e.relation) for e in links)
    return Related(list(rows), matters, [Link(e.relation, claims[e.source].type) for e in links], dump)


def _id(*parts: str) -> str:

    return "sha256:" + hashlib.sha256("\n".join(parts).encode()).hexdigest()
