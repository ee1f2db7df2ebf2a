"""One claim as the reading room shows it: what it says, what stands around it, what people decided of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from riwaya.archive.applying import Applied, UnfitError, locate
from riwaya.archive.decisions import Decision
from riwaya.exchange.index import Index
from riwaya.exchange.labels import DISTANCES, RELATIONS, VOICES, label, time_label
from riwaya.exchange.view import hedge
from riwaya.exchange.wording import both, deed, gist, isolate, place_name, quantity
from riwaya.i18n import gettext as _
from riwaya.i18n import mark
from riwaya.model import Claim, Link
from riwaya.questions.around import Around
from riwaya.questions.citation import Citation
from riwaya.questions.wording import word_of

#: What stands for the whole report where decisions are looked up.
_REPORT = "report"


@dataclass(frozen=True, slots=True)
class Tie:
    """What a claim is to another of the same report, which `here` says is shown on the same page."""

    relation: str
    claim: str
    gist: str
    here: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One claim on its card. `facts` are what it says beside its deed, as heading and words.

    `status_words` and `decided` tell what people decided, and who when and why; `decision` is the id of that
    decision, empty where there is none; `around` is None where no
    other report is related, `citation` where it may not leave yet.
    """

    claim: Claim
    deed: str
    facts: tuple[tuple[str, str], ...]
    status: str
    status_words: str
    decided: str
    decision: str
    ties: tuple[Tie, ...]
    around: Around | None
    citation: Citation | None


class Items:
    """Makes the items of a report's claims."""

    def __init__(
        self,
        state: Applied,
        whole: Index,
        decisions: Sequence[Decision],
        around: Mapping[str, Around],
        citations: Mapping[str, Citation],
    ) -> None:
        self._whole, self._statuses = whole, state.statuses
        self._around, self._citations = around, citations
        self._decided = _latest(state, decisions)
        self._links: dict[str, list[Link]] = {}
        for link in whole.reading.links:
            if link.target in whole.claims:
                self._links.setdefault(link.source, []).append(link)

    def item(self, claim: Claim, shown: Index) -> Item:
        """The item of a claim on a page that shows the claims of `shown`."""
        status = self._statuses.get(claim.id, "machine")
        about = (claim.id, claim.attribution or "", _REPORT)
        decision = next((self._decided[each] for each in about if each in self._decided), None)
        return Item(
            claim=claim,
            deed=deed(claim, self._whole),
            facts=tuple((_(name), words) for name, words in _facts(claim, self._whole) if words),
            status=status,
            status_words=word_of("status", status),
            decided=_told(decision) if decision else "",
            decision=decision.id if decision else "",
            ties=tuple(self._tie(link, shown) for link in self._links.get(claim.id, ())),
            around=self._around.get(claim.id),
            citation=self._citations.get(claim.id),
        )

    def _tie(self, link: Link, shown: Index) -> Tie:
        other = self._whole.claims[link.target]
        here = other.id in shown.claims
        return Tie(label(RELATIONS, link.relation), other.id, gist(other, self._whole), here)


def _facts(claim: Claim, index: Index) -> list[tuple[str, str]]:
    """What a claim says beside its deed; headings are messages."""
    event = claim.event
    said = index.attributions.get(claim.attribution or "")
    theme = index.claims.get(event.theme or "")
    when = time_label(event.time, index.words(event.time.span)) if event.time else ""
    return [
        (mark("where"), both(place_name(place, index) for place in event.place) if event.place else ""),
        (mark("when"), isolate(when) if when else ""),
        (mark("how many"), quantity(event.quantity, index) if event.quantity else ""),
        (mark("about what"), gist(theme, index, themes=False) if theme else ""),
        (mark("how sure"), hedge(claim, index)),
        (mark("distance"), label(DISTANCES, said.distance) if said else ""),
        (mark("whose words"), label(VOICES, claim.voice) if said else _("the outlet's own")),
    ]


def _latest(state: Applied, decisions: Sequence[Decision]) -> dict[str, Decision]:
    """The last decision on each claim, attribution or report, by what its target is called here."""
    found: dict[str, Decision] = {}
    for decision in decisions:
        try:
            id = _REPORT if decision.target.kind == "report" else locate(state, decision)
        except UnfitError:
            continue
        found[id] = decision
    return found


def _told(decision: Decision) -> str:
    told = _("by {who} on {day}: {why}")
    return told.format(who=isolate(decision.who), day=isolate(decision.when[:10]), why=isolate(decision.why))
