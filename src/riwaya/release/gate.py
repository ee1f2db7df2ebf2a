"""The gate: a claim goes in as it is told, and comes out as it may leave, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from riwaya.release.addresses import host_of, is_wordless
from riwaya.release.age import is_old
from riwaya.release.armed import ArmedWords, Happening, is_armed
from riwaya.release.guard import NOTHING, Guard, Veil
from riwaya.release.policy import DEFAULT, Policy
from riwaya.release.spots import WITHHELD, facility_label, holder_of, is_coarse, unit_of
from riwaya.release.told import Hop, Participant, Spot, Told
from riwaya.release.veiling import veiled
from riwaya.text import tokenize

#: The status of a claim that nobody has looked at.
MACHINE = "machine"


@dataclass(frozen=True, slots=True)
class Gate:
    """Applies a policy as of a moment: `now` is what delays are counted from; the gate reads no clock."""

    now: datetime
    policy: Policy = DEFAULT

    def told(self, told: Told) -> Told | None:
        """The claim as it may leave; None when it may not yet."""
        armed = self.is_armed(told)
        if armed and not self.is_old(told.published, told.day_to):
            return None
        done: dict[str, None] = dict.fromkeys(told.masked)
        told = self._words(told, armed=armed, done=done)
        places = self._places(told.places, armed=armed, done=done)
        uri = self.uri(told.uri, told.guard)
        if uri != told.uri:
            done["address-withheld"] = None
        return replace(told, uri=uri, places=places, guard=NOTHING, masked=tuple(done))

    def all(self, told: Iterable[Told], place: str | None = None) -> tuple[list[Told], int]:
        """The claims that may leave, and how many are held back.

        With `place`, the id that was asked for: a claim whose place is made coarser is no longer one about
        it. It is left out and not counted, however old: the question would tell what the answer does not.
        """
        kept: list[Told] = []
        held = 0
        for each in told:
            if place is not None and self.is_moved(each, place):
                continue
            released = self.told(each)
            if released is None:
                held += 1
            else:
                kept.append(released)
        return kept, held

    def is_moved(self, told: Told, place: str) -> bool:
        """Whether a claim that was found by a place (an id) is told of another, now or when it is old."""
        before = {spot.id for spot in told.places}
        after = {spot.id for spot in self.places(told.places, armed=self.is_armed(told))}
        # Whoever asks for what holds the place that is told learns nothing more.
        larger = {id for spot in told.places for id in (*_units(spot.unit), *_units(spot.holder))}
        return before != after and place not in after | larger

    def is_armed(self, told: Told) -> bool:
        """Whether the policy treats a claim as one of armed presence or movement."""
        return self.policy.coarsen and _is_armed(told)

    def places(self, spots: Sequence[Spot], *, armed: bool) -> tuple[Spot, ...]:
        """The places that a claim about `spots` is told of, be it `armed` (`is_armed`) or not."""
        return self._places(spots, armed=armed, done={})

    def is_old(self, published: str | None, day: str | None) -> bool:
        """Whether armed presence may be told that was published then, until `day` of the event."""
        return is_old(published, day, self.now, self.policy.delay_hours)

    def quotation(self, text: str) -> str:
        """Words no longer than the policy allows; cut at a word, with an ellipsis."""
        if len(text) <= self.policy.quotation:
            return text
        cut = text[: self.policy.quotation - 1].rpartition(" ")[0] or text[: self.policy.quotation - 1]
        return cut + "…"

    def passage(self, text: str, start: int, guard: Guard, published: str | None) -> str:
        """A passage of a report that begins at `start`, as it may leave; not longer than a quotation.

        `guard` and `published` are those of the report.
        """
        return self.quotation(self._veiled(text, start, guard, published)[0])

    def title(self, title: str | None, guard: Guard, published: str | None) -> str | None:
        """The title of a report, which begins its text, as it may leave."""
        return None if title is None else self.passage(title, 0, guard, published)

    def uri(self, uri: str | None, guard: Guard) -> str | None:
        """The address of a report with this guard, as it may leave; None where nothing of it may.

        An address with words in it, which may be those of the headline, is that of the outlet alone when
        anything of the report is veiled.
        """
        if uri is None or not self._is_veiling(guard):
            return uri
        try:
            return uri if is_wordless(uri) else host_of(uri)
        except ValueError:  # no address, whatever it is
            return None

    # ---- words -------------------------------------------------------------------------------------------

    def _words(self, told: Told, *, armed: bool, done: dict[str, None]) -> Told:
        def show(words: str, start: int | None) -> str:
            if start is None or not words:
                return words
            shown, codes = self._veiled(words, start, told.guard, told.published, armed=armed)
            done.update(dict.fromkeys(codes))
            return shown

        def participants(all_: Sequence[Participant]) -> tuple[Participant, ...]:
            shown = ((each, show(each.words, each.start)) for each in all_)
            return tuple(p if p.words == words else replace(p, words=words) for p, words in shown)

        quotation = show(told.quotation, told.start)
        if len(quotation) > self.policy.quotation:
            done["quotation-cut"] = None
        return replace(
            told,
            title=self.title(told.title, told.guard, told.published),
            quotation=self.quotation(quotation),
            chain=tuple(Hop(participants(h.actors), show(h.words, h.start), h.start) for h in told.chain),
            agents=participants(told.agents),
            patients=participants(told.patients),
            recipients=participants(told.recipients),
        )

    def _is_veiling(self, guard: Guard) -> bool:
        """Whether anything of a report may not leave as it stands."""
        if self.policy.coarsen and guard.armed:
            return True
        kinds = {veil.what for veil in guard.veils}
        private = self.policy.mask_names and not kinds.isdisjoint(("name", "witness"))
        return private or (self.policy.coarsen and "facility" in kinds)

    def _veiled(
        self, text: str, start: int, guard: Guard, published: str | None, *, armed: bool = False
    ) -> tuple[str, Sequence[str]]:
        near = guard.within(start, start + len(text))
        veils: list[Veil] = []
        for veil in near.veils:
            if veil.what in ("name", "witness"):
                if self.policy.mask_names:
                    veils.append(veil)
            elif self.policy.coarsen and (
                veil.what == "facility"
                or armed
                or any(a.start < veil.end and veil.start < a.end for a in near.armed)
            ):
                veils.append(veil)
        if self.policy.coarsen:
            young = (a for a in near.armed if not self.is_old(published, a.day))
            veils += (Veil(a.start, a.end, "held") for a in young)
        return veiled(text, start, veils)

    # ---- places ------------------------------------------------------------------------------------------

    def _places(self, spots: Sequence[Spot], *, armed: bool, done: dict[str, None]) -> tuple[Spot, ...]:
        if not self.policy.coarsen:
            return tuple(replace(spot, holder=None, unit=None) for spot in spots)
        found: dict[str, Spot] = {}
        for spot in spots:
            shown = spot
            if facility_label(spot.name_ar):
                shown = holder_of(spot)
                done["facility-coarsened"] = None
            if armed:
                coarse = unit_of(shown)
                if coarse.id != shown.id:
                    done["place-coarsened"] = None
                shown = coarse
            if shown.id == WITHHELD.id and spot.id != WITHHELD.id:
                done["place-withheld"] = None
            found.setdefault(shown.id, replace(shown, holder=None, unit=None))
        return tuple(found.values())


def _is_armed(told: Told) -> bool:
    """Whether a claim is of armed presence or movement, or about the place of one that its words hold."""
    if told.guard.is_armed(told.id, told.start, told.end, (spot.id for spot in told.places)):
        return True
    if told.status == MACHINE:
        return False  # what was read was judged at intake
    uses = ArmedWords(tokenize(told.quotation)).within(0, len(told.quotation))
    taking_part = (*told.agents, *told.patients, *told.recipients)
    return is_armed(
        Happening(
            told.type, told.mode, {p.kind for p in taking_part}, told.measure,
            {spot.kind for spot in told.places}, uses,
        )
    )  # fmt: skip


def _units(spot: Spot | None) -> Iterator[str]:
    """The ids of a place and of those that it lies in, no finer than a subdistrict."""
    while spot is not None:
        if is_coarse(spot.kind, spot.uncertainty_km):
            yield spot.id
        spot = spot.holder
