"""Words beside a verb of saying that show another sense of it (لا قدر الله, أقسى وأبلغ)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from riwaya.i18n import gettext as _
from riwaya.lexicon.tables import LEXICON, Row, read_table
from riwaya.text.fold import fold

COLUMNS = ("form", "written", "before", "after", "is")
TABLE = LEXICON / "ar" / "cue_senses.csv"


@dataclass(frozen=True, slots=True)
class CueSense:
    """Another sense of a cue, all folded: how it is `written`, and the words right `before` and `after` it.

    Each is empty where it does not matter.
    """

    written: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]

    def fits(self, written: frozenset[str], before: frozenset[str], after: frozenset[str]) -> bool:
        """Whether the folded forms of a word between those of two others has this sense."""
        as_written = not self.written or not self.written.isdisjoint(written)
        behind = not self.before or not self.before.isdisjoint(before)
        return as_written and behind and (not self.after or not self.after.isdisjoint(after))


@cache
def cue_senses(table: Path = TABLE) -> dict[str, tuple[CueSense, ...]]:
    """The other senses of a cue by its dictionary form. Raises PackError on an invalid row."""
    found: dict[str, list[CueSense]] = {}
    for row in read_table(table, COLUMNS):
        sense = CueSense(*(frozenset(map(fold, row.many(column))) for column in COLUMNS[1:4]))
        _check(row, sense, found)
        found.setdefault(row.text("form"), []).append(sense)
    return {form: tuple(senses) for form, senses in found.items()}


def _check(row: Row, sense: CueSense, found: dict[str, list[CueSense]]) -> None:
    """Raise PackError where the row names no word, or the same ones as another row of its cue."""
    if not (sense.written or sense.before or sense.after):
        raise row.error(_("the entry lists no word"))
    row.text("is")
    if sense in found.get(row.text("form"), ()):
        raise row.error(_("'{id}' is listed twice").format(id=row.text("form")))
