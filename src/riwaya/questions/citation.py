"""A claim as one cites it: who said it, in which words, where that stands, and the report's digest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row

from riwaya.exchange.index import clean
from riwaya.exchange.labels import DISTANCES, FACTUALITIES, label, name_label
from riwaya.exchange.soundness import OTHER
from riwaya.exchange.wording import arrow, both, quoted
from riwaya.i18n import gettext as _
from riwaya.i18n import language
from riwaya.model import Attribution, Name, Reading, Span
from riwaya.questions.desk import Desk
from riwaya.questions.names import names_of
from riwaya.questions.wording import word_of
from riwaya.release import Guard, Participant, Told

#: That the address is not told whole: no word of the quotation is missing.
_ADDRESS = "address-withheld"


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim as it may be cited; `text` is the whole of it in the interface language.

    `speaker` is the name of whoever speaks, `role` what the report says they are, `through` who handed it on
    from the outlet to the speaker. `sha256` is the digest of the report's bytes. `masked` says what the
    release policy left out (`release.labels.MASKED`).
    """

    reference: str
    speaker: str
    role: str
    through: tuple[str, ...]
    outlet: str
    title: str
    published: str | None
    uri: str | None
    quotation: str
    sha256: str
    status: str
    masked: tuple[str, ...]
    text: str


def citations(
    desk: Desk, connection: Connection, report: Row[Any], reading: Reading, claims: Mapping[str, int]
) -> dict[str, Citation]:
    """Citations by id of `claims` (ids and numbers) of a report; those that may not leave yet are left out.

    `report` is the row of `schema.reports`, `reading` the current reading with decisions.
    """
    said = {item.id: item for item in reading.attributions}
    within = {claim.id: said.get(claim.attribution or "") for claim in reading.claims}
    speech = _Speech(desk, report, reading.report.text)
    told, _held = desk.tell(connection, list(claims.values()))
    outlet = names_of(connection, [report.outlet], language()).get(report.outlet, report.outlet)
    return {each.id: _citation(each, within.get(each.id), speech, outlet, report.id) for each in told}


class _Speech:
    """Words of a report as they may leave."""

    def __init__(self, desk: Desk, report: Row[Any], text: str) -> None:
        self._gate, self._guard = desk.gate, Guard.load(report.guard)
        self._published, self._text = report.published, text

    def words(self, span: Span | None) -> str:
        """The words of a span; empty for None."""
        if span is None:
            return ""
        raw = self._text[span.start : span.end]
        return clean(self._gate.passage(raw, span.start, self._guard, self._published))


def _citation(told: Told, said: Attribution | None, speech: _Speech, outlet: str, digest: str) -> Citation:
    who = _names(told.origin.actors, outlet)
    speaker = said.speaker if said else None
    name, role = (speech.words(speaker.name), speech.words(speaker.role)) if speaker else ("", "")
    speaks = _listed(name if name not in who else "", who)
    made = Citation(
        reference=f"{told.report}/{told.id}",
        speaker=speaks,
        role=role,
        through=tuple(_names(hop.actors, outlet) for hop in told.chain[1:-1]),
        outlet=outlet,
        title=clean(told.title or ""),
        published=told.published,
        uri=clean(told.uri) if told.uri else None,
        quotation=clean(told.quotation),
        sha256=digest.removeprefix("sha256:"),
        status=told.status,
        masked=told.masked,
        text="",
    )
    return replace(made, text="\n".join(line for line in _lines(made, told) if line))


def _lines(made: Citation, told: Told) -> Iterator[str]:
    """The citation line by line; lines that are empty are left out."""
    yield quoted(made.quotation)
    yield "— " + _listed(made.speaker, made.role if made.role not in made.speaker else "")
    yield _listed(
        label(FACTUALITIES, told.factuality) if told.factuality != "CT+" else "",
        label(DISTANCES, told.distance) if told.distance not in (None, "neutral") else "",
    )
    if made.through:
        chain = f" {arrow(forth=False)} ".join((made.outlet, *made.through, made.speaker))
        yield _("Handed on: {chain}").format(chain=chain)
    title = _("“{words}”").format(words=made.title) if made.title else ""
    yield _listed(made.outlet, title)
    # A line of its own: among Arabic words a date would be seen in another order.
    yield made.published or _("day not known")
    yield made.uri or ""
    yield _("SHA-256 of the report: {digest}").format(digest=made.sha256)
    yield f"Riwaya {made.reference} ({word_of('status', made.status)})"
    if {*made.masked} - {_ADDRESS}:
        yield _("The release policy left out or changed words of it.")
    if _ADDRESS in made.masked:
        yield _("Of the address only the outlet's is told: words in it may name somebody.")


def _listed(*parts: str) -> str:
    return _(", ").join(dict.fromkeys(part for part in parts if part))


def _names(people: Sequence[Participant], outlet: str) -> str:
    """Who a hop is, by name, else by the words of the report; the outlet where it has no name elsewhere."""
    return both(dict.fromkeys(_name(each, outlet) for each in people)) if people else outlet


def _name(each: Participant, outlet: str) -> str:
    name = name_label(Name(each.name_ar, each.name_en), language())
    if name is None and each.id == OTHER:
        return clean(each.words) or _("somebody")
    return name or (each.id if each.words else outlet)
