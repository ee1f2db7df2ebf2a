"""Draw from a related archive what people judge by reading: matters, with every claim they join.

    python bench/archive_samples.py ARCHIVE --seed 1 --count 100 > matters.txt
    python bench/archive_samples.py ARCHIVE --seed 1 --links denies --json > denials.jsonl

The same archive and seed give the same sample, whatever order reports came in. What is printed is whole, not
what may leave: the sample is for those who hold the archive.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, distinct, func, select, true

from riwaya.archive import Archive, schema
from riwaya.archive.archive import texts_of
from riwaya.model import Span
from riwaya.questions.telling import tell
from riwaya.release import Participant, Told

#: Characters before and behind a claim that are shown with it.
AROUND = 90


def draw_matters(connection: Connection, options: argparse.Namespace) -> list[dict[str, Any]]:
    """Matters at random: all, or those of a kind, disputed, of several outlets, or in different words."""
    table = schema.matters
    wanted = select(table)
    if options.kind:
        wanted = wanted.where(table.c.kind == options.kind)
    if options.disputed:
        wanted = wanted.where(table.c.disputed == true())
    if options.outlets:
        wanted = wanted.where(table.c.outlets >= options.outlets)
    rows = sorted(connection.execute(wanted), key=lambda row: row.id)
    found: list[dict[str, Any]] = []
    for row in random.Random(options.seed).sample(rows, len(rows)):  # noqa: S311  # a sample, no secret
        claims = connection.scalars(
            select(schema.matter_claims.c.claim).where(schema.matter_claims.c.matter == row.n)
        ).all()
        told = sorted(tell(connection, claims), key=lambda t: (t.published or "~", t.report, t.start, t.id))
        if options.worded and len({each.quotation for each in told}) == 1:
            continue
        found.append(
            {
                "matter": row.id, "kind": row.kind, "disputed": bool(row.disputed), "label": row.label_ar,
                "reports": row.reports, "outlets": row.outlets,
                "claims": [shown(connection, each) for each in told],
            }
        )  # fmt: skip
        if len(found) == options.count:
            break
    return found


def draw_links(connection: Connection, options: argparse.Namespace) -> list[dict[str, Any]]:
    """Links of one relation between claims of different reports."""
    table = schema.links
    rows = connection.execute(
        select(table.c.source, table.c.target).where(
            table.c.relation == options.links, table.c.matter.is_not(None)
        )
    ).all()
    by_number = {each.n: each for each in tell(connection, sorted({n for row in rows for n in row}))}
    pairs = sorted(
        ((by_number[row.source], by_number[row.target]) for row in rows),
        key=lambda pair: [(each.report, each.id) for each in pair],
    )
    drawn = random.Random(options.seed).sample(  # noqa: S311  # a sample, no secret
        pairs, min(options.count, len(pairs))
    )
    return [
        {"relation": options.links, "claims": [shown(connection, source), shown(connection, target)]}
        for source, target in drawn
    ]


def shown(connection: Connection, told: Told) -> dict[str, Any]:
    """A claim as a judge reads it: its words and what stands around them, and what was read in them."""
    text = _text(connection, told.report)
    anchor = _anchor(connection, told.n)
    before = text[max(0, anchor.start - AROUND) : anchor.start]
    behind = text[anchor.end : anchor.end + AROUND]
    words = f"{before}«{text[anchor.start : anchor.end]}»{behind}"
    count = "" if told.measure is None else f"{told.measure} {told.low}–{told.high} {told.scope}"
    return {
        "report": told.report, "claim": told.id, "outlet": told.outlet, "published": told.day,
        "title": told.title, "words": " ".join(words.split()),
        "type": told.type, "mode": told.mode, "factuality": told.factuality, "act": told.act,
        "who": _names(told.agents), "whom": _names(told.patients), "to": _names(told.recipients),
        "says": " > ".join("+".join(p.id for p in hop.actors) for hop in told.chain),
        "where": [spot.id for spot in told.places], "when": told.time, "count": count,
    }  # fmt: skip


def _names(participants: Sequence[Participant]) -> list[str]:
    return [p.id if p.id != "other" else f"({p.words})" for p in participants]


def _text(connection: Connection, key: str) -> str:
    n = connection.scalar(select(schema.reports.c.n).where(schema.reports.c.key == key))
    assert n is not None
    return texts_of(connection, [n])[n]


def _anchor(connection: Connection, claim: int) -> Span:
    table = schema.claims.c
    row = connection.execute(select(table.anchor_start, table.anchor_end).where(table.n == claim)).one()
    return Span(row.anchor_start, row.anchor_end)


def sizes(connection: Connection) -> str:
    """One line: how many matters there are, and of how many outlets."""
    table = schema.matters.c
    matters = connection.scalar(select(func.count(distinct(table.n)))) or 0
    several = connection.scalar(select(func.count()).where(table.outlets > 1)) or 0
    claims = connection.scalar(select(func.count()).select_from(schema.matter_claims)) or 0
    return f"{matters} matters join {claims} claims; {several} are of two outlets or more"


def printed(number: int, item: dict[str, Any]) -> Iterable[str]:
    """A sample as text: a head, and a line or two for each claim."""
    yield ""
    head = {key: value for key, value in item.items() if key != "claims"}
    yield f"## {number} " + " ".join(f"{key}={value}" for key, value in head.items())
    for claim in item["claims"]:
        fields = ("who", "whom", "to", "where", "when", "count", "factuality", "act", "says")
        known = " ".join(f"{name}={claim[name]}" for name in fields if claim[name])
        yield f"- {claim['outlet']} {claim['published']} | {claim['title']}"
        yield f"    {claim['words']}"
        yield f"    {claim['type']} {claim['mode'] or ''} {known}"


#: What can be drawn, by the name of the sample.
SAMPLES: dict[str, Callable[[Connection, argparse.Namespace], list[dict[str, Any]]]] = {
    "matters": draw_matters,
    "links": draw_links,
}


def main() -> None:
    """Print the sample that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else None)
    parser.add_argument("archive")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--kind", choices=("incident", "question"))
    parser.add_argument("--disputed", action="store_true")
    parser.add_argument("--outlets", type=int, help="of so many outlets at least")
    parser.add_argument("--worded", action="store_true", help="pass over what all tell in the same words")
    parser.add_argument("--links", metavar="RELATION", help="links of this relation instead of matters")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    archive = Archive(options.archive, create=False)
    with archive.reading() as connection:
        items = SAMPLES["links" if options.links else "matters"](connection, options)
        if not options.json:
            print(sizes(connection))
    for number, item in enumerate(items, 1):
        print(json.dumps(item, ensure_ascii=False) if options.json else "\n".join(printed(number, item)))


if __name__ == "__main__":
    main()
