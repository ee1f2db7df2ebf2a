"""A reading turned into gold: what an annotator would have written who agrees with the reader in everything."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from riwaya.evaluation.agreement import centre
from riwaya.model import Reading, Span


def pair(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def as_gold(reading: Reading) -> dict[str, Any]:
    at = {place.id: centre(place.geometry) for place in reading.places}
    kinds = {place.id: place.kind for place in reading.places}
    parents = {said.id: said.parent for said in reading.attributions}
    actors: dict[tuple[int, int], list[str]] = {}
    for mention in reading.mentions:
        if mention.actor:
            actors.setdefault((mention.start, mention.end), []).append(mention.actor)
    counts = {
        (c.event.quantity.span, c.event.quantity.measure): c.event.quantity
        for c in reading.claims
        if c.event.quantity
    }
    return {
        "id": "x",
        "sha256": reading.report.id.removeprefix("sha256:"),
        "published": reading.report.published,
        "repeats": [[r.start, r.end] for r in reading.report.repeats],
        "attributions": [
            {"id": a.id, "cue": pair(a.cue), "source": pair(a.source), "actor": list(a.source_actors), "content": pair(a.content),
             "parent": parents[a.id], "act": a.act, "distance": a.distance, "quoted": a.quoted}
            for a in reading.attributions
        ],
        "mentions": [{"span": list(span), "actor": ids} for span, ids in actors.items()],
        "places": [{"span": [m.start, m.end], "at": at[m.place]} for m in reading.mentions if m.place and kinds[m.place] != "country"],
        "times": [{"span": [m.start, m.end], "value": m.time.value} for m in reading.mentions if m.time],
        "quantities": [{"span": pair(q.span), "measure": q.measure, "low": q.low, "high": q.high} for q in counts.values()],
        "claims": [
            {"id": c.id, "in": c.attribution or "outlet", "holder": list(c.chain[-1].actors), "type": c.event.type,
             "agent": [r.actor for r in c.event.agent], "patient": [r.actor for r in c.event.patient],
             "at": [at[p] for p in c.event.place], "factuality": c.factuality, "anchor": pair(c.anchor), "theme": c.event.theme,
             "voice": c.voice, "chain": [list(hop.actors) for hop in c.chain]}
            for c in reading.claims
        ],
        "links": [[link.source, link.target, link.relation] for link in reading.links],
    }  # fmt: skip


def write_gold(folder: Path, gold: dict[str, Any], text: str) -> Path:
    for part in ("gold", "texts"):
        (folder / part).mkdir(parents=True, exist_ok=True)
    (folder / "texts" / "x.txt").write_bytes(text.encode())
    path = folder / "gold" / "x.json"
    path.write_text(json.dumps(gold, ensure_ascii=False), encoding="utf-8")
    return path
