"""A result as JSON, for programs: the numbers themselves, not rounded."""

from __future__ import annotations

from typing import Any

import msgspec

from riwaya.evaluation.comparison import Comparison
from riwaya.evaluation.result import Result, Row


def to_record(result: Result) -> bytes:
    """The result as one JSON object, indented, a newline at the end. Its keys are those of the reference."""
    record: dict[str, Any] = {
        "reader": result.run.reader,
        "reports": [report.id for report in result.run.reports],
        "figures": {row.figure.key: _row(row) for rows in result.figures.values() for row in rows},
        "phenomena": {
            row.found.figure.key: {"found": _row(row.found), "right": _row(row.right)}
            for rows in result.phenomena.values()
            for row in rows
        },
    }
    if result.comparison is not None:
        record["comparison"] = _comparison(result.comparison)
    if result.faults is not None:
        record["errors"] = result.faults
    return msgspec.json.format(msgspec.json.encode(record), indent=2) + b"\n"


def _row(row: Row) -> dict[str, Any]:
    return {**row.numbers, "intervals": dict(row.intervals), "of": row.of}


def _comparison(comparison: Comparison) -> dict[str, Any]:
    return {
        "reports": comparison.reports,
        "left_out": comparison.left_out,
        "figures": {
            change.figure.key: {
                "before": change.before,
                "after": change.after,
                "interval": change.interval,
                "verdict": change.verdict,
            }
            for change in comparison.changes
        },
        "gone": comparison.gone,
        "new": comparison.new,
    }
