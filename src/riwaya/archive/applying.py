"""A reading with decisions applied: pure, so that what is current can always be derived again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from riwaya.archive.chains import rechained, used_actors
from riwaya.archive.decisions import ACROSS, Decision, Target
from riwaya.archive.patches import PatchError, Record, merged, parts, plain, typed
from riwaya.archive.projection import MACHINE, REJECTED
from riwaya.archive.registry import Registry
from riwaya.exchange.soundness import problems
from riwaya.i18n import gettext as _
from riwaya.model import Attribution, Claim, Reading

ACCEPTED, CORRECTED, ADDED = "accepted", "corrected", "added"
#: Because of what a claim counts as rejected when the whole report is.
_REPORT = "report"


class UnfitError(Exception):
    """A decision that fits a reading no longer. The message says why, in words for people."""


@dataclass(frozen=True, slots=True)
class Applied:
    """A reading as people decided it.

    `said` is what was decided of a claim beside rejection (accepted, corrected, added), `rejected` because of
    what it is rejected: itself, an attribution's id, or the whole report. `unfit` are the decisions that fit
    this reading no longer, with the reason.
    """

    reading: Reading
    said: Mapping[str, str] = field(default_factory=dict)
    rejected: Mapping[str, str] = field(default_factory=dict)
    unfit: tuple[tuple[Decision, str], ...] = ()

    @property
    def statuses(self) -> dict[str, str]:
        """What `projection.project` is told: machine, accepted, corrected, added or rejected, by claim."""
        return {**self.said, **dict.fromkeys(self.rejected, REJECTED)}

    def status(self, claim: str) -> str:
        """The status of one claim."""
        return self.statuses.get(claim, MACHINE)


def apply(reading: Reading, decisions: Iterable[Decision], registry: Registry) -> Applied:
    """The reading with `decisions` applied one after another: later ones win.

    Give only those that stand (`decisions.current`). One that does not fit changes nothing and is listed.
    """
    state = Applied(reading)
    for decision in decisions:
        try:
            state = step(state, decision, registry)
        except UnfitError as error:
            state = replace(state, unfit=(*state.unfit, (decision, str(error))))
    return state


def step(state: Applied, decision: Decision, registry: Registry) -> Applied:
    """The state after one more decision. Raises UnfitError, with the reason."""
    if decision.target.kind in ACROSS:
        return state
    take = _STEPS.get((decision.target.kind, decision.action))
    if take is None:
        raise UnfitError(_("nothing of this kind can be decided in this way"))
    try:
        after = take(state, decision)
    except PatchError as error:
        raise UnfitError(str(error)) from None
    after = replace(after, reading=_listed(after.reading, registry))
    if after.reading != state.reading and (found := problems(after.reading)):
        raise UnfitError(_("the result is not sound: {why}").format(why=found[0]))
    return after


def evidence(state: Applied, kind: str, id: str) -> Record:
    """What tells a claim or an attribution again in another reading. Raises UnfitError when there is none."""
    if kind == "claim":
        claim = _by_id(state.reading.claims, id, kind)
        return plain({"anchor": claim.anchor, "chain": claim.chain, "event": {"type": claim.event.type}})
    if kind == "attribution":
        return plain({"cue": _by_id(state.reading.attributions, id, kind).cue})
    return {}


def locate(state: Applied, decision: Decision) -> str:
    """The id that a decision's target has in this reading: its own, or that of what stands there now.

    Raises UnfitError when nothing does, or several things do.
    """
    target, before = decision.target, decision.before or {}
    items: Iterable[Claim | Attribution] = (
        state.reading.claims if target.kind == "claim" else state.reading.attributions
    )
    key = "cue" if target.kind == "attribution" else "anchor"
    known = {name: before[name] for name in (key, "event") if name in before}
    if "event" in known:
        known["event"] = {"type": before["event"].get("type")}
    at_words = [item for item in items if known and parts(plain(item), known) == known]
    if len(at_words) > 1 and before.get("chain"):
        # A mutual accusation is two claims in the same words: by whom, tells them apart.
        origin = before["chain"][-1]["actors"]
        at_words = [item for item in at_words if isinstance(item, Claim) and _origin(item) == origin]
    fitting = [item.id for item in at_words]
    if target.id in fitting:
        return target.id
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UnfitError(_("several things in the reading stand where it was made"))
    raise UnfitError(_("the reading has nothing of this kind at the words it was made for"))


def _origin(claim: Claim) -> list[str]:
    return list(claim.chain[-1].actors) if claim.chain else []


def _listed(reading: Reading, registry: Registry) -> Reading:
    """The reading with entries for actors and places that a decision brought in."""
    known = {actor.id for actor in reading.actors}
    places = {place.id for place in reading.places}
    actors = [registry.actors[a] for a in used_actors(reading) if a not in known and a in registry.actors]
    at = [p for claim in reading.claims for p in claim.event.place]
    new = [registry.places[p] for p in dict.fromkeys(at) if p not in places and p in registry.places]
    if not actors and not new:
        return reading
    return replace(reading, actors=(*reading.actors, *actors), places=(*reading.places, *new))


def _by_id(items: Iterable[Any], id: str, kind: str) -> Any:
    for item in items:
        if item.id == id:
            return item
    raise UnfitError(_("no {kind} has the id {id!r}").format(kind=kind, id=id))


def _accept_claim(state: Applied, decision: Decision) -> Applied:
    id = locate(state, decision)
    rejected = {claim: why for claim, why in state.rejected.items() if claim != id}
    return replace(state, rejected=rejected, said={**state.said, id: state.said.get(id, ACCEPTED)})


def _reject_claim(state: Applied, decision: Decision) -> Applied:
    id = locate(state, decision)
    return replace(state, rejected={**state.rejected, id: id})


def _correct_claim(state: Applied, decision: Decision) -> Applied:
    id = locate(state, decision)
    reading, patch = state.reading, decision.after or {}
    claim = typed(merged(plain(_by_id(reading.claims, id, "claim")), patch), Claim)
    if claim.id != id:
        raise PatchError(_("an id cannot be changed"))
    changed = replace(reading, claims=tuple(claim if c.id == id else c for c in reading.claims))
    if "attribution" in patch and "chain" not in patch:
        changed = rechained(reading, changed, {id})
    rejected = {each: why for each, why in state.rejected.items() if each != id}
    said = {**state.said, id: ADDED if state.said.get(id) == ADDED else CORRECTED}
    return replace(state, reading=changed, said=said, rejected=rejected)


def _add_claim(state: Applied, decision: Decision) -> Applied:
    claim = typed(decision.after or {}, Claim)
    if any(each.id == claim.id for each in state.reading.claims):
        raise PatchError(_("the reading has a claim with the id {id!r} already").format(id=claim.id))
    if claim.attribution is not None and decision.before:
        # What it rests on may have another id in the reading at hand.
        target = Target(decision.target.reading, "attribution", claim.attribution)
        claim = replace(claim, attribution=locate(state, replace(decision, target=target)))
    added = replace(state.reading, claims=_with(state.reading.claims, claim, claim.anchor.start))
    if not claim.chain:
        added = rechained(state.reading, added, {claim.id})
    return replace(state, reading=added, said={**state.said, claim.id: ADDED})


def _with(items: tuple[Any, ...], new: Any, start: int) -> tuple[Any, ...]:
    """The items with a new one, in the order of the text; those that are there keep theirs."""
    place = next((i for i, each in enumerate(items) if _start(each) > start), len(items))
    return (*items[:place], new, *items[place:])


def _start(item: Claim | Attribution) -> int:
    return item.anchor.start if isinstance(item, Claim) else item.cue.start


def _accept_attribution(state: Applied, decision: Decision) -> Applied:
    id = locate(state, decision)
    return replace(state, rejected={claim: why for claim, why in state.rejected.items() if why != id})


def _reject_attribution(state: Applied, decision: Decision) -> Applied:
    """What nobody said in this way cannot stand: the claims that rest on it are rejected with it."""
    id = locate(state, decision)
    resting = {claim.id: id for claim in state.reading.claims if id in _rests_on(claim)}
    return replace(state, rejected={**resting, **state.rejected})


def _rests_on(claim: Claim) -> set[str | None]:
    return {claim.attribution, *(hop.attribution for hop in claim.chain)}


def _correct_attribution(state: Applied, decision: Decision) -> Applied:
    """Whoever is made to say something else, or through somebody else, changes the chains that rest on it."""
    id = locate(state, decision)
    reading = state.reading
    now = plain(_by_id(reading.attributions, id, "attribution"))
    item = typed(merged(now, decision.after or {}), Attribution)
    if item.id != id:
        raise PatchError(_("an id cannot be changed"))
    items = tuple(item if a.id == id else a for a in reading.attributions)
    changed = rechained(reading, replace(reading, attributions=items), None)
    before = {claim.id: claim for claim in reading.claims}
    touched = {c.id: CORRECTED for c in changed.claims if c != before[c.id]}
    said = {**state.said, **{c: s for c, s in touched.items() if state.said.get(c) != ADDED}}
    return replace(state, reading=changed, said=said)


def _add_attribution(state: Applied, decision: Decision) -> Applied:
    item = typed(decision.after or {}, Attribution)
    if any(each.id == item.id for each in state.reading.attributions):
        raise PatchError(_("the reading has an attribution with the id {id!r} already").format(id=item.id))
    items = _with(state.reading.attributions, item, item.cue.start)
    return replace(state, reading=replace(state.reading, attributions=items))


def _accept_report(state: Applied, _decision: Decision) -> Applied:
    rejected = {claim: why for claim, why in state.rejected.items() if why != _REPORT}
    said = {c.id: state.said.get(c.id, ACCEPTED) for c in state.reading.claims if c.id not in rejected}
    return replace(state, rejected=rejected, said={**state.said, **said})


def _reject_report(state: Applied, _decision: Decision) -> Applied:
    every = {claim.id: _REPORT for claim in state.reading.claims}
    return replace(state, rejected={**every, **state.rejected})


_STEPS: Mapping[tuple[str, str], Callable[[Applied, Decision], Applied]] = {
    ("claim", "accept"): _accept_claim,
    ("claim", "reject"): _reject_claim,
    ("claim", "correct"): _correct_claim,
    ("claim", "add"): _add_claim,
    ("attribution", "accept"): _accept_attribution,
    ("attribution", "reject"): _reject_attribution,
    ("attribution", "correct"): _correct_attribution,
    ("attribution", "add"): _add_attribution,
    ("report", "accept"): _accept_report,
    ("report", "reject"): _reject_report,
}
