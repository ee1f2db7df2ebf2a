"""Figures: what is measured, in one table, and how each number comes out of a tally."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from riwaya.evaluation import phenomena
from riwaya.i18n import mark

#: f1: precision, recall and their harmonic mean; share: right ones of those that count; ratio: a share that
#: may exceed 1; macro: the mean of the shares of the classes that occur.
Kind = Literal["f1", "share", "ratio", "macro"]
Layer = Literal["attribution", "actor", "place", "time", "quantity", "claim", "link", "repeat"]
#: The parts of a figure: `value` for all but f1, which has the other three.
Part = Literal["value", "p", "r", "f1"]
Numbers = dict[str, float | None]

LAYERS: dict[Layer, str] = {
    "attribution": mark("Who says what"),
    "actor": mark("Parties, groups and media"),
    "place": mark("Places"),
    "time": mark("Times"),
    "quantity": mark("Numbers"),
    "claim": mark("What is claimed"),
    "link": mark("Links between claims"),
    "repeat": mark("Repeated passages"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `main` is the part that is printed, `right` of `of` (and of `read`) its counts."""

    key: str
    layer: Layer
    kind: Kind
    right: str
    of: str
    read: str
    main: Part
    meaning: str


def _f1(key: str, layer: Layer, right: str, meaning: str, *, main: Part = "f1", of: str = "") -> Figure:
    return Figure(key, layer, "f1", right, f"{of or layer}.gold", f"{of or layer}.sys", main, meaning)


def _share(key: str, layer: Layer, right: str, of: str, meaning: str, kind: Kind = "share") -> Figure:
    return Figure(key, layer, kind, right, of, "", "value", meaning)


FIGURES: tuple[Figure, ...] = (
    _f1("attribution", "attribution", "attribution.tp",
        mark("attributions found: cue and content overlap with the annotator's (F1)")),
    _f1("claimer", "attribution", "claimer.tp",
        mark("… with the right speaker, and the right words for the speaker (F1)")),
    _share("content_dice", "attribution", "attribution.dice", "attribution.tp",
           mark("… how far the words of the content agree (mean overlap)")),
    _share("nesting_acc", "attribution", "parent.ok", "attribution.tp",
           mark("… with the right relayer, or rightly none (share)")),
    _share("nested_recall", "attribution", "nested.ok", "nested.gold",
           mark("… of those that were relayed: with the right relayer (share)")),
    _share("act_acc", "attribution", "act.ok", "attribution.tp",
           mark("… with the right act: report, deny, request … (share)")),
    _share("quoted_acc", "attribution", "quoted.ok", "attribution.tp",
           mark("… rightly taken as quoted or not (share)")),
    _share("distance_macro", "attribution", "distance", "attribution.tp",
           mark("… with the right distance of the reporter (mean share of the classes)"), "macro"),
    _f1("actor", "actor", "actor.tp", mark("parties, groups and media where they are mentioned (F1)")),
    _f1("place", "place", "place.tp", mark("places below country level where they are mentioned (F1)")),
    _share("place_km25", "place", "located.near", "located.gold", mark("places located within 25 km")),
    _share("place_km161", "place", "located.far", "located.gold", mark("places located within 161 km")),
    _f1("time", "time", "time.tp", mark("expressions of time (F1)")),
    _share("time_value", "time", "time.value", "time.gold", mark("… found with the right value (share)")),
    _f1("quantity", "quantity", "quantity.tp",
        mark("numbers of people and things, with their measure (F1)")),
    _share("quantity_value", "quantity", "quantity.value", "quantity.gold",
           mark("… found with the right bounds (share)")),
    _f1("claim_type", "claim", "claim.tp",
        mark("events that the annotator coded and that are found with their type (recall)"), main="r"),
    _f1("claim_who", "claim", "claim.who", mark("… with the right agents and patients (recall)"), main="r"),
    _f1("claim_holder", "claim", "claim.holder", mark("… and the right origin (recall)"), main="r"),
    _f1("claim_full", "claim", "claim.full", mark("… and the right place, within 60 km (recall)"), main="r"),
    _share("factuality_macro", "claim", "factuality", "claim.tp",
           mark("… found, as sure as their source is (mean share of the classes)"), "macro"),
    _share("chain_acc", "claim", "claim.chain", "claim.tp",
           mark("… found, with every hop of the chain right (share)")),
    _share("theme_acc", "claim", "theme.ok", "theme.n",
           mark("… found and about another claim: about the right one (share)")),
    _share("voice_acc", "claim", "voice.ok", "voice.n",
           mark("… found, with the right voice: whose wording it is (share)")),
    _share("claims_per_gold", "claim", "claim.sys", "claim.gold",
           mark("claims found for each claim that the annotator coded"), "ratio"),
    _f1("links", "link", "link.tp", mark("links between claims that were found (F1)")),
    _f1("repeats", "repeat", "repeat.tp", mark("repeated passages, by character (F1)")),
)  # fmt: skip


def _phenomena(layer: Layer, kinds: Mapping[str, str]) -> tuple[tuple[Figure, Figure], ...]:
    return tuple(
        (
            _share(f"{layer}/{name}", layer, f"{layer}/{name}.found", f"{layer}/{name}.n", meaning),
            _share(f"{layer}/{name}/right", layer, f"{layer}/{name}.right", f"{layer}/{name}.n", meaning),
        )
        for name, meaning in kinds.items()
    )


#: By layer and phenomenon: the share that is found, and that is right in what the layer is about.
PHENOMENA: dict[Layer, tuple[tuple[Figure, Figure], ...]] = {
    "attribution": _phenomena("attribution", phenomena.ATTRIBUTION),
    "claim": _phenomena("claim", phenomena.CLAIM),
    "time": _phenomena("time", phenomena.TIME),
    "quantity": _phenomena("quantity", phenomena.QUANTITY),
}
#: What "right" adds to "found" there.
RIGHT: dict[Layer, str] = {
    "attribution": mark("with the right speaker"),
    "claim": mark("with the right roles"),
    "time": mark("with the right value"),
    "quantity": mark("with the right bounds"),
}
ALL: tuple[Figure, ...] = (
    *FIGURES,
    *(figure for rows in PHENOMENA.values() for pair in rows for figure in pair),
)


def numbers(figure: Figure, tally: Mapping[str, float]) -> Numbers:
    """The parts of a figure; None where nothing counts."""
    if figure.kind == "macro":
        return {"value": _macro(figure.right, tally)}
    right, of = tally.get(figure.right, 0.0), tally.get(figure.of, 0.0)
    if figure.kind != "f1":
        return {"value": right / of if of else None}
    read = tally.get(figure.read, 0.0)
    return {
        "p": right / read if read else None,
        "r": right / of if of else None,
        "f1": 2 * right / (read + of) if read + of else None,
    }


def main_number(figure: Figure, tally: Mapping[str, float]) -> float | None:
    """The part of a figure that is printed."""
    return numbers(figure, tally)[figure.main]


def counted(figure: Figure, tally: Mapping[str, float]) -> int:
    """How many annotations (or findings) a figure rests on."""
    return round(tally.get(figure.of, 0.0))


def _macro(name: str, tally: Mapping[str, float]) -> float | None:
    """Mean share over the classes that occur, so that a rare class weighs as much as a common one."""
    ends = [key.removesuffix(".n") for key in tally if key.startswith(f"{name}.") and key.endswith(".n")]
    shares = [tally.get(f"{end}.ok", 0.0) / tally[f"{end}.n"] for end in ends if tally[f"{end}.n"]]
    return sum(shares) / len(shares) if shares else None
