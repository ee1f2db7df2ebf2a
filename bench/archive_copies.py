"""How well copies are found, and how the time grows, against all pairs of reports compared exhaustively.

    python bench/archive_copies.py ARCHIVE [--reports N]

ARCHIVE is an archive of reports (one SQLite file); it is copied, not changed. `--reports` takes so many
only, the earliest. The growth is that from a quarter of them to half and to all, by date of publication.

The truth is every pair of reports whose sets of 5-word shingles have a Jaccard similarity of .5 or more. It
is found exactly: two such sets share a shingle among the rarest half of either (prefix filtering: Bayardo,
Ma and Srikant 2007), so that all pairs with such a one in common are compared. Texts of fewer than five
words have no shingle, and are left out on both sides.

A paragraph copied: into each of some reports a paragraph of another outlet's report is put, and those count
as found whose paragraph is among the passages of a row. Seconds are those of the processor. Ends with status
77 where the archive is missing.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path

import numpy as np
from sqlalchemy import Connection, select, update

from riwaya.archive import Archive, schema
from riwaya.archive.archive import texts_of
from riwaya.archive.codec import pack_text
from riwaya.corpus.copying import PARTIAL
from riwaya.corpus.lineage import relate_reports
from riwaya.text.shingles import WIDTH, Hashes, sample, shingles
from riwaya.text.tokens import fold_word, surfaces

SKIPPED = 77
#: What has to be there for lineage.
TABLES = ("about", "batches", "reports", "texts", "actors", "claims", "claim_actors")
#: Paragraphs that are put into other reports, and how long they are.
PARAGRAPHS, LEAST_WORDS, MOST_WORDS = 300, 30, 90

Pair = tuple[int, int]


def words_of(text: str) -> list[str]:
    """Return the folded words of a text."""
    return [word for word in map(fold_word, surfaces(text)) if word]


def truth(connection: Connection) -> set[Pair]:
    """Return all pairs of reports, by number, with a Jaccard similarity of .5 or more."""
    alike: dict[bytes, list[int]] = defaultdict(list)
    for n in connection.scalars(select(schema.reports.c.n).order_by(schema.reports.c.n)).all():
        words = words_of(texts_of(connection, [n])[n])
        if len(words) >= WIDTH:
            alike[np.unique(shingles(words)).tobytes()].append(n)
    found = {pair for numbers in alike.values() for pair in combinations(numbers, 2)}
    members = list(alike.values())
    sets = [np.frombuffer(data, np.uint64) for data in alike]
    for one, other in similar(sets):
        found.update((min(pair), max(pair)) for pair in product(members[one], members[other]))
    return found


def similar(sets: list[Hashes]) -> set[Pair]:
    """Return the positions of all pairs of different sets with a Jaccard similarity of .5 or more."""
    sizes = np.array([len(each) for each in sets])
    owner = np.repeat(np.arange(len(sets)), sizes)
    values = np.concatenate(sets)
    _, index, counts = np.unique(values, return_inverse=True, return_counts=True)
    order = np.lexsort((values, counts[index], owner))
    owner, index = owner[order], index[order]
    starts = np.cumsum(sizes) - sizes
    prefix = np.arange(len(owner)) - starts[owner] < sizes[owner] - np.ceil(0.5 * sizes[owner]) + 1
    owner, index = owner[prefix], index[prefix]
    order = np.lexsort((owner, index))
    owner, index = owner[order], index[order]
    candidates: set[int] = set()
    for some in np.split(owner, np.flatnonzero(np.diff(index)) + 1):
        if len(some) > 1:
            i, j = np.triu_indices(len(some), 1)
            one, other = some[i], some[j]
            fits = np.minimum(sizes[one], sizes[other]) * 2 >= np.maximum(sizes[one], sizes[other])
            candidates.update((one[fits] * len(sets) + other[fits]).tolist())
    found: set[Pair] = set()
    for candidate in candidates:
        first, second = divmod(candidate, len(sets))
        both = len(np.intersect1d(sets[first], sets[second], assume_unique=True))
        if both * 2 >= len(sets[first]) + len(sets[second]) - both:
            found.add((first, second))
    return found


def pairs(connection: Connection) -> set[Pair]:
    """Return the pairs that lineage found with a Jaccard of .5 or more, by number, the lesser first.

    Of more than `copying.MOST` different wordings of one post not all pairs are known.
    """
    table = schema.copies
    rows = connection.execute(select(table.c.report, table.c.of, table.c.kind, table.c.share)).all()
    first_of = {row.report: row.of for row in rows if row.kind == "identical"}
    members: dict[int, list[int]] = defaultdict(list)
    for report, first in first_of.items():
        members[first].append(report)
    found: set[Pair] = set()
    for first, others in members.items():
        found.update(combinations(sorted([first, *others]), 2))
    for row in rows:
        if row.share >= PARTIAL and row.kind != "identical":
            one, other = (first_of.get(n, n) for n in (row.report, row.of))
            both = product([one, *members.get(one, ())], [other, *members.get(other, ())])
            found.update((min(pair), max(pair)) for pair in both)
    return found


def excerpt(source: Path, target: Path, count: int) -> None:
    """Make an archive of the `count` earliest reports of another, with what lineage needs of them."""
    Archive(target).close()
    kept = "(SELECT n FROM whole.reports ORDER BY day, n LIMIT ?)"
    conditions = {"reports": f"n IN {kept}", "texts": f"report IN {kept}", "claims": f"report IN {kept}"}
    with closing(sqlite3.connect(target)) as connection:
        connection.execute("ATTACH ? AS whole", (str(source),))
        for table in TABLES:
            names = ", ".join(f'"{column.name}"' for column in schema.metadata.tables[table].c)
            where, values = (f"WHERE {conditions[table]}", (count,)) if table in conditions else ("", ())
            connection.execute(
                f"INSERT OR REPLACE INTO {table} ({names}) SELECT {names} FROM whole.{table} {where}",  # noqa: S608
                values,
            )
        connection.commit()


def relate(archive: Archive) -> float:
    """Relate the reports of an archive; return the seconds."""
    start = time.process_time()
    with archive.writing() as connection:
        relate_reports(connection)
    return time.process_time() - start


@dataclass(frozen=True, slots=True)
class Planted:
    """A paragraph of report `source` that was put into `target`, where it starts and ends."""

    source: int
    target: int
    start: int
    end: int


def plant(connection: Connection) -> list[Planted]:
    """Put paragraphs into reports of other outlets, into their middle, the same ones every time."""
    drawn = random.Random(7)  # noqa: S311
    table = schema.reports
    rows = list(
        connection.execute(
            select(table.c.n, table.c.outlet).where(table.c.words >= 2 * LEAST_WORDS).order_by(table.c.n)
        )
    )
    drawn.shuffle(rows)
    planted: list[Planted] = []
    for source, target in zip(rows[::2], rows[1::2], strict=False):
        if len(planted) == PARAGRAPHS or source.outlet == target.outlet:
            continue
        texts = texts_of(connection, [source.n, target.n])
        lines = [
            line.strip()
            for line in texts[source.n].splitlines()
            if LEAST_WORDS <= len(words_of(line)) <= MOST_WORDS
        ]
        if not lines:
            continue
        paragraph, text = drawn.choice(lines), texts[target.n]
        middle = text.find(" ", len(text) // 2)
        head = text[:middle] + "\n"
        planted.append(Planted(source.n, target.n, len(head), len(head) + len(paragraph)))
        replace_text(connection, target.n, head + paragraph + "\n" + text[middle:])
    return planted


def replace_text(connection: Connection, report: int, text: str) -> None:
    """Give a report another text."""
    words = words_of(text)
    connection.execute(
        update(schema.reports)
        .where(schema.reports.c.n == report)
        .values(words=len(words), shingles=sample(words).astype("<u4").tobytes())
    )
    connection.execute(
        update(schema.texts).where(schema.texts.c.report == report).values(body=pack_text(text))
    )


def is_found(connection: Connection, planted: Planted) -> bool:
    """Whether a row of the report covers four fifths of the paragraph that was put into it."""
    table = schema.copies
    rows = connection.execute(
        select(table.c.report, table.c.passages).where(
            (table.c.report == planted.target) | (table.c.of == planted.target)
        )
    )
    for report, passages in rows:
        own = slice(0, 2) if report == planted.target else slice(2, 4)
        spans = [passage[own] for passage in json.loads(passages)]
        covered = sum(max(0, min(end, planted.end) - max(start, planted.start)) for start, end in spans)
        if covered >= 0.8 * (planted.end - planted.start):
            return True
    return False


def main() -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--reports", type=int, default=0, help="so many reports only, the earliest")
    given = parser.parse_args()
    if not given.archive.is_file():
        print(f"skipped: no archive at {given.archive}", file=sys.stderr)
        return SKIPPED
    with Archive(given.archive, create=False) as archive:
        total = archive.count()["reports"]
    total = min(total, given.reports or total)
    with tempfile.TemporaryDirectory() as folder:
        before, path = 0.0, Path(folder)
        for part in (total // 4, total // 2, total):
            path = Path(folder) / f"{part}.riwaya"
            excerpt(given.archive, path, part)
            with Archive(path) as archive:
                seconds, count = relate(archive), archive.count()["reports"]
            growth = f", {seconds / before:.2f} times as long" if before else ""
            print(f"{count:6} reports related in {seconds:6.1f} s{growth}")
            before = seconds
        with Archive(path) as archive:
            compare(archive)
    return 0


def compare(archive: Archive) -> None:
    """Print how the rows of a related archive compare with the truth, and how planted copies are found."""
    with archive.reading() as connection:
        start = time.process_time()
        true, told = truth(connection), pairs(connection)
    print(f"all pairs compared in {time.process_time() - start:.1f} s: {len(true)} with a similarity of .5")
    print(f"recall    {len(true & told) / max(len(true), 1):.4f}")
    print(f"precision {len(true & told) / max(len(told), 1):.4f} of {len(told)}")
    with archive.writing() as connection:
        planted = plant(connection)
    relate(archive)
    with archive.reading() as connection:
        found = sum(is_found(connection, each) for each in planted)
    print(f"one-paragraph copies found: {found} of {len(planted)}")


if __name__ == "__main__":
    sys.exit(main())
