"""One claim as it is told to people, before or behind the gate."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.release.guard import NOTHING, Guard


@dataclass(frozen=True, slots=True)
class Participant:
    """Who takes part: a registry id or `other`, the side it belongs to, its names, the words.

    `start` is where the words begin in the report.
    """

    id: str
    party: str | None
    kind: str | None
    name_ar: str | None
    name_en: str | None
    words: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One station of the chain, and the words of the report that name it (empty for the outlet)."""

    actors: tuple[Participant, ...]
    words: str
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it may be shown. `lat`, `lon` are degrees (WGS 84), None where it is not located.

    Before the gate, `holder` is the next larger place that it lies in, `unit` the unit of government, a
    subdistrict or larger; None where they are not known. Behind it they are None where they stand for it.
    """

    id: str
    kind: str
    name_ar: str | None
    name_en: str | None
    lat: float | None
    lon: float | None
    uncertainty_km: float | None
    method: str
    source: str | None
    holder: Spot | None = None
    unit: Spot | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its report, chain, event and words.

    `n` is the claim's number in its archive, `report` the report's key. `quotation` is the text from `start`
    to `end`; before the gate it is exactly that, behind it as it may be shown. `guard` says what of the
    report may not leave as it stands, and is empty behind the gate. `origin` is the last hop. `theme` is the
    type of the claim that this one is about. `masked` says what the gate did: codes of `labels.MASKED`.
    """

    n: int
    id: str
    status: str
    report: str
    outlet: str
    published: str | None
    day: str | None
    uri: str | None
    title: str | None
    type: str
    mode: str | None
    phase: str | None
    factuality: str
    voice: str
    headline: bool
    act: str | None
    distance: str | None
    chain: tuple[Hop, ...]
    agents: tuple[Participant, ...]
    patients: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    places: tuple[Spot, ...]
    time: str | None
    day_from: str | None
    day_to: str | None
    measure: str | None
    low: int | None
    high: int | None
    approximate: bool | None
    preliminary: bool | None
    scope: str | None
    theme: str | None
    start: int
    end: int
    quotation: str
    guard: Guard = NOTHING
    masked: tuple[str, ...] = ()

    @property
    def origin(self) -> Hop:
        """The hop that the claim starts from."""
        return self.chain[-1]
