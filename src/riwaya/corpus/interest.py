"""Whether an origin speaks for its own interest or against it, as far as the claim itself shows.

Only a party that takes part in what it speaks of is judged, and only where one rule fits and no other.
Neither makes a claim true or false.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from riwaya.corpus.register import Register
from riwaya.corpus.tellings import Telling, speaker_label
from riwaya.i18n import gettext as _
from riwaya.i18n import mark

Leaning = Literal["own interest", "against own interest"]

#: What is shown for each leaning.
LEANINGS: Mapping[str, str] = {
    "own interest": mark("own interest"),
    "against own interest": mark("against own interest"),
}
_POSITIVE = ("CT+", "PR+", "PS+")
_NEGATIVE = ("CT-", "PR-", "PS-")
_FORCES = ("armed-group", "armed-forces", "coalition")
_PARTIES = (*_FORCES, "state", "government")
_HARMFUL = ("ASSAULT", "HARM", "COERCE", "SHELTER", "THREATEN")
_LOSSES = ("killed", "wounded", "abducted", "detained", "missing", "destroyed")


@dataclass(frozen=True, slots=True)
class Interest:
    """Whether an origin speaks for or against its interest, why (one plain sentence), and in which claim."""

    leaning: Leaning
    reason: str
    claim: int


def interest(telling: Telling, register: Register) -> Interest | None:
    """The interest of a telling's origin in what it tells; None where nothing clear can be said."""
    origin = telling.origin
    if len(origin) != 1 or not origin[0].named or origin[0].kind not in _PARTIES:
        return None
    if any(each.kind in _PARTIES and each.side != origin[0].side for each in telling.trail):
        return None
    row, side, source = telling.row, origin[0].side, speaker_label(origin[0])
    agents, patients = row.agents.split(), row.patients.split()
    acts = any(register.side(id) == side for id in agents)
    suffers = any(register.side(id) == side for id in patients)
    if row.factuality in _NEGATIVE and row.act == "deny" and acts and not suffers and row.type in _HARMFUL:
        return Interest(
            "own interest", _("{source} denies what it is blamed for").format(source=source), telling.claim
        )
    if row.factuality not in _POSITIVE or acts == suffers:
        return None
    if acts:
        return _own_deed(telling, source, _enemies(patients, origin[0].id, telling.day, register))
    return _own_harm(telling, source, side, _enemies(agents, origin[0].id, telling.day, register), register)


def _own_deed(telling: Telling, source: str, enemies: list[str]) -> Interest | None:
    row = telling.row
    if (row.type, row.mode) == ("RETREAT", "withdraw") or (row.type, row.phase) == ("CONTROL", "end"):
        sentence = _("{source} reports that it withdrew or lost a place")
        return Interest("against own interest", sentence.format(source=source), telling.claim)
    if enemies and row.type == "ASSAULT":
        sentence = _("{source} speaks of an attack of its own on {enemy}")
        return Interest("own interest", sentence.format(source=source, enemy=enemies[0]), telling.claim)
    return None


def _own_harm(
    telling: Telling, source: str, side: str, enemies: list[str], register: Register
) -> Interest | None:
    row = telling.row
    if enemies and row.act == "accuse" and row.type in _HARMFUL:
        sentence = _("{source} blames {enemy} for harm to its own side")
        return Interest("own interest", sentence.format(source=source, enemy=enemies[0]), telling.claim)
    hurt = [id for id in row.patients.split() if register.side(id) == side]
    forces = all(id in register.parties and register.parties[id].kind in _FORCES for id in hurt)
    if not row.agents and forces and row.measure in _LOSSES and row.type == "HARM":
        sentence = _("{source} reports losses of its own forces")
        return Interest("against own interest", sentence.format(source=source), telling.claim)
    return None


def _enemies(ids: Iterable[str], origin: str, day: str | None, register: Register) -> list[str]:
    """The armed forces and groups among `ids` that stand in no camp with the origin, by name."""
    return sorted(
        register.label(id)
        for id in ids
        if id in register.parties
        and register.parties[id].kind in _FORCES
        and register.common_camp([id], [origin], day) is None
    )
