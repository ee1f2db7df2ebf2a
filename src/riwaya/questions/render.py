"""Answers as JSON and CSV: every row with its evidence (`docs/reference/questions.md`)."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from io import StringIO
from typing import Any

import msgspec

from riwaya.archive.projection import HOPS
from riwaya.exchange.table import SEVERAL
from riwaya.questions.answer import Answer, Cell, Column, Evidence, values_of
from riwaya.text.cells import safe

#: Columns on the evidence, behind those of the question; several pieces stand in one field, in one order.
EVIDENCE = (
    "evidence", "evidence_outlet", "evidence_published", "evidence_uri", "evidence_start", "evidence_end",
    "evidence_quotation", "evidence_status",
)  # fmt: skip


def to_json(answer: Answer) -> bytes:
    """An answer as one JSON object: `question`, `total`, `held_back`, `notes` and `rows`.

    A row has a value a column (a list where there may be several) and `evidence`, a list of objects.
    """
    rows = [
        {
            **{c.name: _value(c, v) for c, v in zip(answer.columns, line.cells, strict=True)},
            "evidence": line.evidence,
        }
        for line in answer.lines
    ]
    whole = {
        "question": answer.question,
        "total": answer.total,
        "held_back": answer.held_back,
        "notes": answer.notes,
        "rows": rows,
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=1) + b"\n"


def to_csv(answer: Answer) -> str:
    """An answer as a table with a header; lines end with CR LF, text is harmless to spreadsheets."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([*(column.name for column in answer.columns), *EVIDENCE])
    for line in answer.lines:
        cells = [_field(c, v) for c, v in zip(answer.columns, line.cells, strict=True)]
        writer.writerow([*cells, *_evidence(line.evidence)])
    return out.getvalue()


def _value(column: Column, cell: Cell) -> Any:
    return values_of(column, cell) if column.kind in ("ids", "chain") else cell


def _field(column: Column, cell: Cell) -> str:
    text = (HOPS if column.kind == "chain" else SEVERAL).join(values_of(column, cell))
    return text if isinstance(cell, int | float) else safe(text)


def _evidence(evidence: Sequence[Evidence]) -> list[str]:
    columns = (
        (
            e.reference,
            e.outlet,
            e.published or "",
            e.uri or "",
            str(e.start),
            str(e.end),
            e.quotation,
            e.status,
        )
        for e in evidence
    )
    joined = [safe(SEVERAL.join(values)) for values in zip(*columns, strict=True)]
    return joined or [""] * len(EVIDENCE)
