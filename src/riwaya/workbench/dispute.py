"""One matter as its page shows it: sides, times, numbers, origins, copies and relations in words."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from riwaya.corpus.alike import claims_of_matter
from riwaya.exchange.labels import RELATIONS, label, name_label
from riwaya.exchange.voices import COLOURS, LINES, letter
from riwaya.i18n import gettext as _
from riwaya.i18n import language, mark
from riwaya.questions.answer import Answer
from riwaya.questions.copied import copies_of_matter
from riwaya.questions.corroboration import corroboration
from riwaya.questions.desk import Desk
from riwaya.questions.facing import Side
from riwaya.questions.filters import Filters
from riwaya.questions.matters import MatterView, find_matter, matter_answer, view
from riwaya.questions.names import names_of
from riwaya.questions.story import KINDS, Graph
from riwaya.questions.tolls import tolls_in
from riwaya.questions.wording import ids_of
from riwaya.release import Told
from riwaya.text.fold import words
from riwaya.workbench.claims import Saying, address, ids_in, name_in, reference, saying, speaker, stand_of
from riwaya.workbench.tables import Table, table_of
from riwaya.workbench.tolling import TollShown, tolls_shown
from riwaya.workbench.when import Timeline, timeline_of

#: Relations as they weigh, and how many of each pair are led to.
_ORDER = (
    "denies", "contradicts", "counter-accuses", "answers", "supersedes", "reason", "purpose", "condition",
    "supports", "repeats",
)  # fmt: skip
_LED_TO = 4
#: What those are called who are no side: outlets in their own words, sources without a name.
NO_SIDE = mark("Outlets, unnamed sources")


@dataclass(frozen=True, slots=True)
class SideShown:
    """A side: its letter and colour, and what it says, its own words first."""

    letter: str
    style: str
    name: str
    party: str | None
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """That somebody denies, answers or repeats somebody: how often, and the pairs of claims.

    `again` is whether it only says again what the other says.
    """

    who: str
    relation: str
    whom: str
    count: int
    again: bool
    pairs: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class CopyShown:
    """That a report took from another, with what people know both by."""

    report: str
    outlet: str
    published: str | None
    how: str
    share: float
    of: str
    of_outlet: str
    of_published: str | None


@dataclass(frozen=True, slots=True)
class DisputePage:
    """What the page of a matter shows that the archive says; what people did about it is not in it."""

    id: str
    kind: str
    label: str
    disputed: bool
    first: str | None
    last: str | None
    reports: int
    copies: int
    outlets: int
    collected: int
    held_back: int
    notes: tuple[str, ...]
    sides: tuple[SideShown, ...]
    timeline: Timeline
    tolls: tuple[TollShown, ...]
    tolls_table: Table
    origin_notes: tuple[str, ...]
    origins: Table
    copied: tuple[CopyShown, ...]
    sentences: tuple[Sentence, ...]
    claims: Table
    lines: tuple[Saying, ...]
    choices: tuple[tuple[str, str], ...]


def dispute_page(desk: Desk, id: str) -> DisputePage:
    """The page of a matter in the current language. Raises UsageError when there is no such matter."""
    seen = view(desk, id)
    origins = corroboration(desk, Filters(limit=200), seen.id)
    copies = copies_of_matter(desk, seen.id)
    counts, table = tolls_in(seen), matter_answer(seen)
    ids = ids_in(seen.claims) | {node.outlet for node in copies.nodes}
    for answer in (origins, counts, table):
        ids |= ids_of(answer)
    ids |= {side.party for side in seen.sides if side.party}
    with desk.archive.reading() as connection:
        names = names_of(connection, ids, language())
        blaming = frozenset(
            claims_of_matter(connection, find_matter(connection, seen.id).n).get("blames", ())
        )
    return _page(seen, names, blaming, origins=origins, copies=copies, counts=counts, table=table)


def _page(
    seen: MatterView,
    names: Mapping[str, str],
    blaming: Collection[int],
    *,
    origins: Answer,
    copies: Graph,
    counts: Answer,
    table: Answer,
) -> DisputePage:
    shown = tuple(_side(side, number, names, blaming) for number, side in enumerate(seen.sides))
    days = sorted(told.day for told in seen.claims if told.day)
    styles = {side.party: each.style for side, each in zip(seen.sides, shown, strict=True)}
    return DisputePage(
        id=seen.id, kind=seen.kind, label=name_label(seen.label, language()) or seen.id,
        disputed=seen.disputed, first=days[0] if days else None, last=days[-1] if days else None,
        reports=seen.reports, copies=seen.copies, outlets=seen.outlets, collected=seen.collected,
        held_back=seen.held_back, notes=table.notes, sides=shown,
        timeline=timeline_of(seen, [(each.name, each.style) for each in shown], names, blaming),
        tolls=tolls_shown(seen, names, styles), tolls_table=table_of(counts, names),
        origin_notes=origins.notes, origins=table_of(origins, names),
        copied=tuple(_copied(copies, names)), sentences=tuple(_sentences(seen, names)),
        claims=table_of(table, names),
        lines=tuple(saying(told, names, (), blaming) for told in seen.claims),
        choices=tuple((reference(told), _choice(told, names)) for told in seen.claims),
    )  # fmt: skip


def _side(side: Side, number: int, names: Mapping[str, str], blaming: Collection[int]) -> SideShown:
    name = name_in(side.party, names) if side.party else _(NO_SIDE)
    style = f"voice-{number % COLOURS} line-{(number + number // COLOURS) % LINES}"
    return SideShown(letter(number), style, name, side.party, tuple(_sayings(side.claims, names, blaming)))


def _sayings(claims: Sequence[Told], names: Mapping[str, str], blaming: Collection[int]) -> list[Saying]:
    """What is said, each once: the same words by the same people elsewhere are only led to."""
    same: dict[tuple[object, ...], list[Told]] = {}
    for told in claims:
        people = tuple(person.id for person in told.origin.actors) if len(told.chain) > 1 else ()
        key = (words(told.quotation), people, stand_of(told, blaming))
        same.setdefault(key, []).append(told)
    return [saying(each[0], names, each[1:], blaming) for each in same.values()]


def _copied(graph: Graph, names: Mapping[str, str]) -> list[CopyShown]:
    nodes = {node.key: node for node in graph.nodes}
    found = []
    for edge in graph.edges:
        one, other = nodes[edge.report], nodes[edge.of]
        found.append(
            CopyShown(
                one.key, name_in(one.outlet, names), one.published, label(KINDS, edge.kind), edge.share,
                other.key, name_in(other.outlet, names), other.published,
            )
        )  # fmt: skip
    return found


def _sentences(seen: MatterView, names: Mapping[str, str]) -> list[Sentence]:
    """The relations, those between the same people together, the weightiest first."""
    known = {told.n: told for told in seen.claims}
    found: dict[tuple[str, str, str], list[tuple[Told, Told]]] = {}
    for each in seen.relations:
        source, target = known[each.source], known[each.target]
        key = (each.relation, speaker(source, names), speaker(target, names))
        found.setdefault(key, []).append((source, target))
    ordered = sorted(found.items(), key=lambda item: (_ORDER.index(item[0][0]), -len(item[1])))
    return [
        Sentence(
            who, label(RELATIONS, relation), whom, len(pairs), relation in ("supports", "repeats"),
            tuple((reference(a), address(a), reference(b), address(b)) for a, b in pairs[:_LED_TO]),
        )
        for (relation, who, whom), pairs in ordered
    ]  # fmt: skip


def _choice(told: Told, names: Mapping[str, str]) -> str:
    """A claim as a choice in a form."""
    day = told.day or _("day not known")
    return _("{day}, {outlet}: “{words}”").format(
        day=day, outlet=names.get(told.outlet, told.outlet), words=told.quotation[:80]
    )
