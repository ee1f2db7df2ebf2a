"""What two tellings have in common that makes them one origin: a source, a passage, a report."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.archive.parts import in_parts
from riwaya.archive.standing import Independence, Pair
from riwaya.corpus.register import Register
from riwaya.corpus.tellings import Telling, speaker_label
from riwaya.i18n import gettext as _

#: Half of the shorter passage has to stand in both texts before a claim counts as taken over.
_HALF = 0.5
_PART = 500

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Join:
    """Two tellings of one origin, the earlier first, and why they are: one plain sentence."""

    first: Telling
    second: Telling
    reason: str


@dataclass(frozen=True, slots=True)
class Copy:
    """A row of `schema.copies`: `report` took from `of`. `title` is what people call `of`.

    With `via`, the report is the same text as another, and it is that one which took from `of`.
    """

    report: int
    of: int
    kind: str
    passages: tuple[tuple[int, int, int, int], ...]
    title: str
    via: Copy | None = None

    def taken(self, start: int, end: int) -> Range | None:
        """Where in `of` the characters of `report` stand that were taken over; None where none were."""
        if self.via:
            between = self.via.taken(start, end)
            if between is None:
                return None
            start, end = between
        for begin, stop, of_begin, of_stop in self.passages:
            low, high = max(start, begin), min(end, stop)
            if high - low >= _HALF * (end - start):
                # Passages are alike word by word, not character by character.
                return max(of_begin, of_begin + low - begin), min(of_stop, of_begin + high - begin)
        return None


def copies_of(connection: Connection, reports: Iterable[int]) -> list[Copy]:
    """What these reports took from any report, in a fixed order; what the same text took counts as theirs."""
    found = _copies(connection, sorted(set(reports)))
    firsts: dict[int, list[Copy]] = defaultdict(list)
    for copy in found:
        if copy.kind == "identical":
            firsts[copy.of].append(copy)
    for copy in _copies(connection, sorted(firsts)):
        if copy.kind != "revises":
            found += [replace(copy, report=via.report, via=via) for via in firsts[copy.report]]
    return sorted(found, key=lambda copy: (copy.title, copy.kind, copy.report))


def _copies(connection: Connection, wanted: Sequence[int]) -> list[Copy]:
    table, of = schema.copies, schema.reports
    statement = select(table, of.c.key, of.c.outlet).select_from(table.join(of, of.c.n == table.c.of))
    rows: list[Any] = []
    for part in in_parts(wanted, _PART):
        rows.extend(connection.execute(statement.where(table.c.report.in_(part))))
    return [
        Copy(
            row.report,
            row.of,
            row.kind,
            tuple(tuple(each) for each in json.loads(row.passages)),
            f"{row.outlet} ({row.key})",
        )
        for row in rows
    ]


def pair_of(first: Telling, second: Telling) -> Pair:
    """Two tellings as decisions name them."""
    return min(first.claim, second.claim), max(first.claim, second.claim)


def sentence_of(word: Independence) -> str:
    """A decision on independence in a sentence: who, when, why."""
    decision = word.decision
    return _("decided by {who} on {day}: {why}").format(
        who=decision.who, day=decision.when[:10], why=decision.why
    )


def decided_joins(tellings: Sequence[Telling], decided: Mapping[Pair, Independence]) -> Iterator[Join]:
    """Tellings of which somebody decided that they are not independent."""
    by_claim = {each.claim: each for each in tellings}
    for (one, other), word in decided.items():
        if not word.independent and one in by_claim and other in by_claim:
            yield Join(by_claim[one], by_claim[other], sentence_of(word))


def joins(tellings: Sequence[Telling], copies: Sequence[Copy], register: Register) -> Iterator[Join]:
    """Every reason to take two of the tellings for one origin, the firmest reasons first.

    `tellings` are in order of time. Not every pair is listed: what a chain of reasons joins is one origin.
    """
    yield from _copied(tellings, copies, register)
    yield from _from_a_third(tellings, copies, register)
    yield from _same_source(tellings, register)
    yield from _cited(tellings, register)
    yield from _same_report(tellings, register)
    yield from _same_attribution(tellings, register)
    yield from _same_outlet(tellings, register)


def title_of(telling: Telling, register: Register) -> str:
    """What a sentence calls a telling: the outlet and the key of its report."""
    return f"{register.label(telling.outlet)} ({telling.key})"


def _copied(tellings: Sequence[Telling], copies: Sequence[Copy], register: Register) -> Iterator[Join]:
    of_report = _by_report(tellings)
    for copy in copies:
        for second in of_report.get(copy.report, ()):
            for first in of_report.get(copy.of, ()):
                sentence = _copy_sentence(copy, first, second)
                if sentence:
                    values = {"first": title_of(first, register), "second": title_of(second, register)}
                    yield Join(first, second, sentence.format(**values))


def _copy_sentence(copy: Copy, first: Telling, second: Telling) -> str | None:
    if copy.kind == "identical":
        return _("{first} and {second} are one text")
    if copy.kind == "revises":
        return _("{second} is another version of {first}, at the same address")
    if copy.kind == "near":
        return _("{first} and {second} are nearly one text")
    if copy.kind == "cites":
        # That a report cites another somewhere does not make all its claims the other's.
        return None if second.hops else _("{second} cites {first} and names nobody else for this")
    taken = copy.taken(second.row.start, second.row.end)
    if taken and _overlap(taken, (first.row.start, first.row.end)):
        return _("the passage stands in {first} and in {second}, word for word or nearly so")
    return None


def _from_a_third(tellings: Sequence[Telling], copies: Sequence[Copy], register: Register) -> Iterator[Join]:
    """Tellings that took the same passage from a report that is not among them."""
    of_report = _by_report(tellings)
    taken: dict[tuple[int, str], list[tuple[Range, Telling]]] = defaultdict(list)
    for copy in copies:
        if copy.of in of_report or copy.kind == "cites":
            continue
        for telling in of_report.get(copy.report, ()):
            place = copy.taken(telling.row.start, telling.row.end)
            if place:
                taken[copy.of, copy.title].append((place, telling))
    for (_of, title), found in taken.items():
        found.sort(key=lambda item: (item[0], item[1].ref))
        for (place, first), (other, second) in pairwise(found):
            if first.report != second.report and _overlap(place, other):
                values = {"first": title_of(first, register), "second": title_of(second, register)}
                sentence = _("{first} and {second} have this passage in common with {third}")
                yield Join(first, second, sentence.format(third=title, **values))


def _same_source(tellings: Sequence[Telling], register: Register) -> Iterator[Join]:
    """Tellings whose chains name the same one."""
    before: dict[str, Telling] = {}
    for telling in tellings:
        for speaker in telling.trail:
            first = before.setdefault(speaker.id, telling)
            if first is not telling:
                values = {"first": title_of(first, register), "second": title_of(telling, register)}
                sentence = _("{first} and {second} both have it from {source}")
                yield Join(first, telling, sentence.format(source=speaker_label(speaker), **values))


def _cited(tellings: Sequence[Telling], register: Register) -> Iterator[Join]:
    """Tellings that were had from an outlet which tells it too."""
    of_outlet: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        of_outlet[telling.outlet].append(telling)
    for second in tellings:
        for speaker in second.trail:
            # An outlet's tellings may have several origins: it is the last one that was cited, most likely.
            others = [each for each in of_outlet.get(speaker.id, ()) if each.report != second.report]
            if others:
                there = [each for each in others if (each.day or "") <= (second.day or "9999")]
                first = there[-1] if there else others[0]
                values = {"first": title_of(first, register), "second": title_of(second, register)}
                yield Join(first, second, _("{second} has it from {first}").format(**values))


def _same_report(tellings: Sequence[Telling], register: Register) -> Iterator[Join]:
    """What a report tells in its own words and attributes elsewhere, or tells twice."""
    for group in _by_report(tellings).values():
        own = [each for each in group if not each.hops]
        if own and len(group) > 1:
            head = next((each for each in group if each.hops), own[0])
            sentence = _("{first} tells it more than once, and once without saying from whom")
            for each in own:
                if each is not head:
                    yield Join(head, each, sentence.format(first=title_of(each, register)))


def _same_attribution(tellings: Sequence[Telling], register: Register) -> Iterator[Join]:
    """What a report has from one source, whoever that is."""
    before: dict[tuple[int, str], Telling] = {}
    for telling in tellings:
        if telling.hops and telling.row.attribution is not None:
            first = before.setdefault((telling.report, telling.row.attribution), telling)
            if first is not telling:
                sentence = _("{first} has it more than once from one and the same source")
                yield Join(first, telling, sentence.format(first=title_of(first, register)))


def _same_outlet(tellings: Sequence[Telling], register: Register) -> Iterator[Join]:
    """What an outlet tells for itself after having told it before."""
    last: dict[str, Telling] = {}
    for telling in tellings:
        first = last.get(telling.outlet)
        if first and not telling.hops and first.report != telling.report:
            values = {"first": title_of(first, register), "second": title_of(telling, register)}
            sentence = _("{first} and {second} are of one outlet, and the latter names nobody for it")
            yield Join(first, telling, sentence.format(**values))
        last[telling.outlet] = telling


def _by_report(tellings: Sequence[Telling]) -> Mapping[int, list[Telling]]:
    found: dict[int, list[Telling]] = defaultdict(list)
    for telling in tellings:
        found[telling.report].append(telling)
    return found


def _overlap(first: Range, second: Range) -> bool:
    common = min(first[1], second[1]) - max(first[0], second[0])
    return common > 0 and common >= _HALF * min(first[1] - first[0], second[1] - second[0])
