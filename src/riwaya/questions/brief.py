"""The morning: what is new since a day or moment, what changed, and which reports are about conflict."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from riwaya.archive import schema
from riwaya.corpus.relevance import REASONS, WORDS, load_relevance
from riwaya.corpus.tellings import register_for
from riwaya.exchange.labels import MEASURES, event_label, label
from riwaya.i18n import gettext, language
from riwaya.i18n import mark as _
from riwaya.questions.answer import Answer, Cell, Column, Line, evidence_of, who
from riwaya.questions.columns import OUTLET, PLACE, PUBLISHED, places_of
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters
from riwaya.questions.folded import Folded, folded, relevant
from riwaya.questions.fresh import fresh_reports, newest
from riwaya.questions.names import names_of
from riwaya.questions.news import News, in_matters, linked, matter_ids, revised
from riwaya.questions.related import pack_notes, stale_notes
from riwaya.questions.watch import Watch, Watching, load_watch
from riwaya.release import Told

COLUMNS = (
    Column("section", _("what is new"), "label"),
    Column("reason", _("reason")),
    Column("who", _("who"), "ids"),
    PLACE,
    Column("matter", _("matter"), "key"),
    Column("report", _("report"), "key"),
    OUTLET,
    PUBLISHED,
    Column("copies", _("copies"), "number"),
    Column("copied_in", _("copies in"), "ids"),
    Column("words", _("words"), "words"),
)
#: The sections in their order.
SECTIONS: Mapping[str, str] = {
    "toll": _("toll changed"),
    "denial": _("denied"),
    "changed": _("a source changed its word"),
    "side": _("new side in a known matter"),
    "matter": _("new matter"),
    "answer": _("request answered"),
    "revised": _("report revised"),
    "report": _("about conflict"),
    "aside": _("not about conflict"),
}
#: The section of reports gets what the others leave; each of those gets one line in so many.
_REPORTS, _PORTION = "report", 10
#: So many new reports are looked at, the newest: a brief is of a day or a week, and answers at once.
LOOKED_AT = 800


@dataclass(frozen=True, slots=True)
class _Draft:
    """A line before its words: claims by number, the new one first, and what is known beside them."""

    section: str
    claims: tuple[int, ...]
    news: News | None = None
    story: Folded | None = None


def brief(
    desk: Desk, filters: Filters, since: str | None = None, watch: Watch | str | Path | None = None
) -> Answer:
    """What is new `since` a day of publication, or a moment since which batches came in.

    `watch` narrows it to parties and places (a watch list or its file), as `filters.party` and
    `filters.place` do. Copies are folded: a line of a report says in which outlets the others are. `limit`
    and `offset` count lines; every section gets some. Of more than `LOOKED_AT` new reports the newest are
    looked at, which a note says. Without `since`, `filters.since` is meant. Raises
    UsageError without either, PackError for a watch list that is not valid.
    """
    every = fresh_reports(filters, since or filters.since)
    rules = load_relevance()
    with desk.archive.reading() as connection:
        fresh, reports = newest(connection, every, LOOKED_AT)
        watching = Watching(connection, _watch(connection, watch, filters), desk.gate)
        why, claims = relevant(connection, fresh, rules, watching)
        links = [each for each in linked(connection, fresh) if claims & set(each.claims)]
        in_known = in_matters(connection, every, claims, register_for(connection))
        versions = [each for each in revised(connection, fresh) if each.report in why]
        stories = folded(connection, fresh, why, rules, headlines=not watching.narrows)
        drafts = [_Draft(each.section, each.claims, each) for each in (*links, *in_known, *versions)]
        drafts += [_draft(story) for story in stories if story.why or not watching.narrows]
        page = _page(drafts, filters)
        page = _with_claims(connection, page)
        missing = pack_notes(connection)
        told, held = desk.tell(connection, sorted({n for draft in page for n in draft.claims}))
        known = {each.n: each for each in told}
        names = names_of(connection, _named(told), language())
        matters = matter_ids(connection, (d.news.matter for d in page if d.news and d.news.matter))
        keys = _keys(connection, page)
    lines = []
    for draft in page:
        shown = [known[n] for n in draft.claims if n in known]
        if len(shown) == len(draft.claims):
            lines.append(_line(draft, shown, names, matters, keys))
    notes = (*_notes(drafts, stories), *_left_out(reports), *missing, *stale_notes(desk.archive))
    return Answer("brief", COLUMNS, tuple(lines), len(drafts), held, notes)


def _watch(connection: Connection, watch: Watch | str | Path | None, filters: Filters) -> Watch:
    listed = watch if isinstance(watch, Watch) else load_watch(watch, connection) if watch else Watch()
    parties = listed.parties | ({filters.party} if filters.party else frozenset())
    places = listed.places | ({filters.place} if filters.place else frozenset())
    return Watch(frozenset(parties), frozenset(places))


def _draft(story: Folded) -> _Draft:
    claim = story.why.claim if story.why else None
    return _Draft("report" if story.why else "aside", (claim,) if claim else (), story=story)


def _page(drafts: Sequence[_Draft], filters: Filters) -> list[_Draft]:
    """The lines that are shown: a portion of every section, and of the reports what is left."""
    by_section: dict[str, list[_Draft]] = {name: [] for name in SECTIONS}
    for draft in drafts:
        by_section[draft.section].append(draft)
    portion = max(1, filters.limit // _PORTION)
    start = filters.offset // _PORTION
    shown = {name: found[start : start + portion] for name, found in by_section.items() if name != _REPORTS}
    room = max(portion, filters.limit - sum(map(len, shown.values())))
    reports = by_section[_REPORTS][filters.offset : filters.offset + room]
    return [draft for name in SECTIONS for draft in (reports if name == _REPORTS else shown[name])]


def _with_claims(connection: Connection, page: Sequence[_Draft]) -> list[_Draft]:
    """Reports that no claim speaks for get their first one as evidence."""
    wanted = sorted({draft.story.report for draft in page if draft.story and not draft.claims})
    table = schema.claims
    rows = connection.execute(
        select(table.c.report, table.c.start, table.c.n).where(table.c.report.in_(wanted))
    ).all()
    first: dict[int, int] = {}
    for row in sorted(rows, key=lambda row: (row.report, row.start, row.n)):
        first.setdefault(row.report, row.n)
    return [
        _Draft(d.section, (first[d.story.report],), story=d.story)
        if d.story and not d.claims and d.story.report in first
        else d
        for d in page
    ]


def _keys(connection: Connection, page: Sequence[_Draft]) -> dict[int, str]:
    table = schema.reports
    wanted = sorted({n for d in page if d.news for n in (d.news.report, d.news.of) if n is not None})
    rows = connection.execute(select(table.c.n, table.c.key).where(table.c.n.in_(wanted)))
    return {row.n: row.key for row in rows}


def _named(told: Sequence[Told]) -> set[str]:
    people = (p.id for t in told for p in (*t.agents, *t.patients, *t.recipients, *t.origin.actors))
    return {*people, *(spot.id for t in told for spot in t.places)}


def _line(
    draft: _Draft,
    told: Sequence[Told],
    names: Mapping[str, str],
    matters: Mapping[int, Any],
    keys: Mapping[int, str],
) -> Line:
    news, story = draft.news, draft.story
    first = told[0] if told else None
    matter = matters.get(news.matter) if news and news.matter else None
    people: Cell = None
    if news and news.sides:
        people = news.sides
    elif first:
        people = (
            who(first.origin.actors) if news else who((*first.agents, *first.patients, *first.recipients))
        )
    cells: tuple[Cell, ...] = (
        draft.section,
        _story_reason(story, first, names) if story else _news_reason(draft, told, matter, keys),
        people,
        places_of(first) if first else None,
        matter.id if matter else None,
        story.key if story else first.report if first else None,
        (story.outlet if story else first.outlet if first else "",),
        story.day if story else first.day if first else None,
        len(story.copies) or None if story else None,
        tuple(dict.fromkeys(story.copies)) if story else None,
        _words(first, headline=story is not None),
    )
    return Line(cells, evidence_of(told))


def _words(told: Told | None, *, headline: bool) -> str | None:
    """The headline of a report that has one in words, else the words of the claim."""
    if told is None:
        return None
    title = told.title if headline else None
    return title if title and any(character.isalpha() for character in title) else told.quotation


def _story_reason(story: Folded, told: Told | None, names: Mapping[str, str]) -> str:
    """Why a report is about conflict or not, in a sentence without a verb: attack (killed, Aleppo)."""
    if story.why is None:
        return gettext("no claim and no headline speaks of armed conflict")
    reason = gettext(REASONS[story.why.reason])
    if story.why.reason == WORDS:
        return f"{reason} ({story.why.word})"
    if told is None:
        return reason
    people = [p.id for p in (*told.agents, *told.patients, *told.recipients) if p.id in names]
    places = [spot.id for spot in told.places if spot.id in names]
    details = [label(MEASURES, told.measure)] if told.measure else []
    details += [names[id] for id in dict.fromkeys([*people[:2], *places[:1]])]
    return f"{reason} ({gettext(', ').join(details)})" if details else reason


def _news_reason(draft: _Draft, told: Sequence[Told], matter: Any, keys: Mapping[int, str]) -> str:
    first, other = told[0] if told else None, told[1] if len(told) > 1 else None
    if draft.section == "toll" and first and other:
        return gettext("{measure}: {before}, now {after}").format(
            measure=label(MEASURES, first.measure or ""), before=_count(other), after=_count(first)
        )
    if draft.section == "matter" and matter:
        said = gettext("told in {reports} reports of {outlets} outlets")
        return said.format(reports=matter.reports, outlets=matter.outlets)
    if draft.section == "side" and matter:
        return gettext("nobody of that side was quoted on it before")
    if draft.section == "revised" and draft.news:
        return gettext("another version of {report}").format(report=keys.get(draft.news.of or 0, ""))
    if first and draft.section == "answer" and other:
        return event_label(first.type, first.phase)
    if first and other:
        denial, change = gettext("denies {report}: {event}"), gettext("instead of {report}: {event}")
        return (denial if draft.section == "denial" else change).format(
            report=f"{other.report}/{other.id}", event=event_label(other.type, other.phase)
        )
    return ""


def _count(told: Told) -> str:
    if told.low is None and told.high is None:
        return gettext("a number that is not said")
    if told.low == told.high or told.high is None:
        return str(told.low)
    return f"{told.low}–{told.high}" if told.low is not None else str(told.high)


def _notes(drafts: Sequence[_Draft], stories: Sequence[Folded]) -> tuple[str, ...]:
    reports = sum(1 + len(story.copies) for story in stories)
    relevant_ones = [story for story in stories if story.why]
    counts = Counter(draft.section for draft in drafts)
    whole = gettext(
        "{reports} new reports are {stories} without copies; {relevant} of them are about conflict."
    ).format(reports=reports, stories=len(stories), relevant=len(relevant_ones))
    listed = gettext(", ").join(
        gettext("{section}: {count}").format(section=gettext(SECTIONS[name]), count=counts[name])
        for name in SECTIONS
        if counts[name]
    )
    if not drafts:
        return (whole,)
    return (whole, gettext("In all: {listed}. Every section shows its first lines.").format(listed=listed))


def _left_out(reports: int) -> tuple[str, ...]:
    """That not all of so many new reports were looked at."""
    if reports <= LOOKED_AT:
        return ()
    said = gettext(
        "Looked at are the {looked} newest of {all} new reports; an earlier last day leads to the others."
    )
    return (said.format(looked=LOOKED_AT, all=reports),)
