"""How a reading leaves Riwaya: as JSON, as a table of claims, as a dossier for a terminal, as a page."""

from riwaya.exchange.dossier import to_dossier
from riwaya.exchange.page import to_html
from riwaya.exchange.reading_json import from_json, schema_text, to_json
from riwaya.exchange.soundness import problems
from riwaya.exchange.table import ENCODING as CSV_ENCODING
from riwaya.exchange.table import to_csv
from riwaya.exchange.terminal import Sheet, Style, style_for

__all__ = [
    "CSV_ENCODING",
    "Sheet",
    "Style",
    "from_json",
    "problems",
    "schema_text",
    "style_for",
    "to_csv",
    "to_dossier",
    "to_html",
    "to_json",
]
