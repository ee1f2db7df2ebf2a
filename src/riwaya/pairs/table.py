"""Tables of pairs: reading the user's own, whatever its columns are called, and writing judgements."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from riwaya.errors import InputError, UsageError
from riwaya.i18n import gettext as _
from riwaya.pairs.judgement import RELATIONS, Judgement, Pair, Relation
from riwaya.text.cells import safe

#: What the columns and the relations are called where the user says nothing.
COLUMNS = ("first", "second", "relation")
WRITTEN = ("first", "second", "relation", *RELATIONS, "grounds")
#: Longer texts are no headlines or claims, and comparing two takes time with the product of their lengths.
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Naming:
    """What a table calls its columns, and the three relations in the order of `RELATIONS`.

    The third column is needed only where pairs have to have their relation. Raises UsageError for names
    that are too few, empty or twice the same.
    """

    columns: tuple[str, ...] = COLUMNS
    relations: tuple[str, ...] = RELATIONS

    def __post_init__(self) -> None:
        for names, fewest in ((self.columns, 2), (self.relations, 3)):
            if not fewest <= len(names) <= 3 or len(set(names)) != len(names) or not all(names):
                problem = _("'{names}' is not {n} different names, with commas between them")
                raise UsageError(problem.format(names=",".join(names), n=3))


@dataclass(frozen=True, slots=True)
class PairTable:
    """The pairs of one file; `digest` is the SHA-256 of its bytes."""

    source: str
    digest: str
    pairs: tuple[Pair, ...]


def read_pairs(path: Path, naming: Naming | None = None, *, labelled: bool) -> PairTable:
    """The pairs in the CSV file at `path` (UTF-8, a header); with `labelled` each must have its relation.

    Raises InputError where the file cannot be read or a row is not valid: it names the line.
    """
    naming = naming or Naming()
    if labelled and len(naming.columns) < 3:
        problem = _("'{names}' is not {n} different names, with commas between them")
        raise UsageError(problem.format(names=",".join(naming.columns), n=3))
    try:
        data = path.read_bytes()
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise InputError(str(path), _("cannot be read: {why}").format(why=error.strerror)) from None
    except UnicodeDecodeError as error:
        problem = _("not UTF-8 at byte {byte}; save it as UTF-8").format(byte=error.start)
        raise InputError(str(path), problem) from None
    reader = csv.DictReader(StringIO(text, newline=""), strict=True)
    try:
        needed = naming.columns if labelled else naming.columns[:2]
        missing = [name for name in needed if name not in (reader.fieldnames or ())]
        if missing:
            problem = _("no column '{column}'").format(column=missing[0])
            raise InputError(str(path), problem, _("name the columns with --columns"))
        pairs = [_pair(row, naming, f"{path}:{reader.line_num}", labelled=labelled) for row in reader]
    except csv.Error as error:
        problem = _("not a valid CSV line: {why}").format(why=error)
        raise InputError(f"{path}:{reader.line_num}", problem) from None
    if not pairs:
        raise InputError(str(path), _("there are no pairs in it"))
    return PairTable(str(path), "sha256:" + hashlib.sha256(data).hexdigest(), tuple(pairs))


def _pair(row: dict[str, str | None], naming: Naming, where: str, *, labelled: bool) -> Pair:
    texts = []
    for column in naming.columns[:2]:
        text = (row.get(column) or "").strip()
        if not text:
            raise InputError(where, _("column '{column}' is empty").format(column=column))
        if len(text) > _LONGEST:
            problem = _("column '{column}' has {n} characters, more than {most}")
            raise InputError(where, problem.format(column=column, n=len(text), most=_LONGEST))
        texts.append(text)
    relation = _relation(row, naming, where) if labelled else None
    return Pair(texts[0], texts[1], relation)


def _relation(row: dict[str, str | None], naming: Naming, where: str) -> Relation:
    column = naming.columns[2]
    value = (row.get(column) or "").strip()
    if value not in naming.relations:
        problem = _("column '{column}': '{value}' is none of {allowed}")
        problem = problem.format(column=column, value=value, allowed=", ".join(naming.relations))
        raise InputError(where, problem, _("name the relations with --labels"))
    return RELATIONS[naming.relations.index(value)]


def to_csv(pairs: Sequence[Pair], judgements: Iterable[Judgement]) -> str:
    """The judgements as a table with a header; lines end with CR LF (RFC 4180)."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(WRITTEN)
    for pair, judgement in zip(pairs, judgements, strict=True):
        scores = judgement.scores or ("",) * len(RELATIONS)
        shown = [score if isinstance(score, str) else f"{score:.3f}" for score in scores]
        texts = (safe(pair.first), safe(pair.second))
        writer.writerow((*texts, judgement.relation, *shown, "; ".join(judgement.grounds)))
    return out.getvalue()
