"""Text in the cells of tables that people open with a spreadsheet."""

from __future__ import annotations

#: Characters at which a spreadsheet takes a cell for a formula (OWASP, "CSV Injection"), wide forms too.
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def safe(value: str | None) -> str:
    """A text field that no spreadsheet runs: an apostrophe stands before what looks like a formula."""
    text = value or ""
    return "'" + text if text.startswith(_FORMULA_STARTS) else text
