"""Features of a pair: numbers that say how two outlines are alike and where they part, in groups.

No feature tells the first text from the second, so the judgement of (a, b) is that of (b, a).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from difflib import SequenceMatcher
from itertools import combinations
from math import log10
from typing import Literal, get_args

from riwaya.pairs.opposed import compare_poles
from riwaya.pairs.outline import Outline

Features = dict[str, float]
Group = Literal["lexical", "negation", "opposition", "numbers", "structure", "embeddings"]
#: The groups of features; each can be left out of a model.
GROUPS: tuple[Group, ...] = get_args(Group)
#: How many letters of a text are compared one by one; that takes time with the square of their number.
_LETTERS = 300


def lexical(a: Outline, b: Outline) -> Features:
    """How many words, stems and letters the texts share, and in what order."""
    keys_a, keys_b = [w.key for w in a.words], [w.key for w in b.words]
    matcher = _matcher(keys_a, keys_b)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    plain_a, plain_b = (" ".join(w.folded for w in o.words) for o in (a, b))
    shared = a.keys & b.keys
    return {
        **_both("words", len(keys_a), len(keys_b)),
        **_both("shared_share", _ratio(len(shared), len(a.keys)), _ratio(len(shared), len(b.keys))),
        **_both("alone", len(a.keys - shared), len(b.keys - shared)),
        **_both("question", a.question, b.question),
        "same_keys": _overlap(a.keys, b.keys),
        "same_stems": _overlap({w.stem for w in a.words}, {w.stem for w in b.words}),
        "same_words": _overlap({w.folded for w in a.words}, {w.folded for w in b.words}),
        "same_trigrams": _overlap(_trigrams(plain_a), _trigrams(plain_b)),
        "same_sequence": matcher.ratio(),
        "same_letters": _matcher(plain_a[:_LETTERS], plain_b[:_LETTERS]).ratio(),
        "longest_run": max((block.size for block in matcher.get_matching_blocks()), default=0),
        "same_begin": float(keys_a[:1] == keys_b[:1]),
        "same_end": float(keys_a[-1:] == keys_b[-1:]),
        "changes": len(changes),
        "replaced": sum(code[0] == "replace" for code in changes),
        "replaced_words": sum(
            code[0] == "replace" and code[2] - code[1] == code[4] - code[3] == 1 for code in changes
        ),
        "reordered": _reordered(keys_a, keys_b),
    }


def negation(a: Outline, b: Outline) -> Features:
    """Whether one text negates, and a word that the other has without negation."""
    negated_a, negated_b = ({w.key for w in o.words if w.negated} for o in (a, b))
    one_sided = (negated_a & b.keys) | (negated_b & a.keys)
    return {
        **_both("negations", a.negations, b.negations),
        "negated_alone": float((a.negations > 0) != (b.negations > 0)),
        "negations_odd": float((a.negations - b.negations) % 2),
        # Where both negate the same, what else stands behind the negation is a matter of word order.
        "negated_shared": 0 if negated_a & negated_b else len(one_sided),
    }


def opposition(a: Outline, b: Outline) -> Features:
    """Words of two poles of an axis, of the same thing or not, and poles that only one text has."""
    found = compare_poles(a, b)
    return {
        "opposed": len(found.opposed) + len(found.mixed) / 2,
        "same_poles": len(found.shared),
        "poles_reordered": len(found.reordered),
        **{f"axis_{axis}": found.sign(axis) for axis in AXES},
        **{f"only_{axis}_{pole}": float((axis, pole) in found.alone) for axis, pole in LONE},
        "alone_axes": len(found.alone_axes),
        "alone_opposed": len(found.alone_opposed),
        "alone_same": found.alone_same,
        "said_opposed": found.said_opposed,
        "said_same": found.said_same,
        "said_opposed_nearest": found.said_opposed_nearest,
        "said_same_nearest": found.said_same_nearest,
        "said_difference": found.said_opposed - found.said_same,
    }


#: Axes on which most oppositions of news lie; each has a feature of its own.
AXES = (
    "level", "extreme", "life", "custody", "guilt", "control", "presence", "truth", "consent", "outcome",
    "course", "office", "war", "order", "magnitude",
)  # fmt: skip
#: Poles that mean something also where the other text says nothing on the axis.
LONE = (
    ("outcome", "lost"), ("outcome", "won"), ("consent", "no"), ("consent", "yes"), ("course", "off"),
    ("course", "on"), ("truth", "deny"), ("truth", "affirm"), ("level", "up"), ("level", "down"),
    ("level", "steady"), ("custody", "free"), ("life", "alive"), ("life", "dead"),
)  # fmt: skip


def numbers(a: Outline, b: Outline) -> Features:
    """Whether amounts and ordinals are the same, and how far apart the largest amounts are."""
    x, y = a.amounts, b.amounts
    return {
        **_both("amounts", len(x), len(y)),
        "amounts_shared": len(x & y),
        "amounts_disjoint": float(bool(x and y) and not x & y),
        "amounts_differ": float(bool(x and y) and x != y),
        "amounts_apart": abs(log10(max(x)) - log10(max(y))) if x and y else 0.0,
        "amounts_alone": float(bool(x) != bool(y)),
        "ordinals_differ": float(bool(a.ordinals and b.ordinals) and a.ordinals != b.ordinals),
    }


def structure(a: Outline, b: Outline) -> Features:
    """Countries, actors, places, times, events and roles that the texts share, lack or exchange."""
    roles_a, roles_b = ({role for role in o.roles if role[2] != "other"} for o in (a, b))
    shared = [country for country in a.countries if country in b.countries]
    return {
        **_sets("countries", set(a.countries), set(b.countries)),
        **_sets("actors", a.actors, b.actors),
        **_sets("places", a.places, b.places),
        **_sets("times", a.times, b.times),
        **_sets("events", {kind for kind, _ in a.events}, {kind for kind, _ in b.events}),
        "roles_shared": len(roles_a & roles_b),
        "roles_exchanged": exchanged(a, b),
        "event_denied": float(any((kind, not denied) in b.events for kind, denied in a.events)),
        "countries_reordered": float(shared != [c for c in b.countries if c in a.countries]),
    }


def exchanged(a: Outline, b: Outline) -> int:
    """How many pairs of actors change places: who acts in the one text suffers in the other."""
    return len(_acted(a) & {(kind, patient, agent) for kind, agent, patient in _acted(b) if agent != patient})


def _acted(outline: Outline) -> set[tuple[str, str, str]]:
    """Who does what to whom: type, agent, patient."""
    known = [role for role in outline.roles if role[2] != "other"]
    return {
        (kind, agent, patient)
        for kind, name, agent in known
        for other, name_b, patient in known
        if (name, name_b) == ("agent", "patient") and kind == other
    }


#: How each group that needs no embeddings is computed.
COMPARED: Mapping[Group, Callable[[Outline, Outline], Features]] = {
    "lexical": lexical,
    "negation": negation,
    "opposition": opposition,
    "numbers": numbers,
    "structure": structure,
}


def features(a: Outline, b: Outline, groups: Collection[Group]) -> Features:
    """The features of the pair, group by group; embeddings are not among them."""
    found: Features = {}
    for group, compare in COMPARED.items():
        if group in groups:
            found |= {f"{group}.{name}": float(value) for name, value in compare(a, b).items()}
    return found


def _both(name: str, a: float, b: float) -> Features:
    return {f"{name}_min": min(a, b), f"{name}_max": max(a, b)}


def _sets(name: str, a: Collection[str], b: Collection[str]) -> Features:
    shared, alone_a, alone_b = (len(s) for s in (set(a) & set(b), set(a) - set(b), set(b) - set(a)))
    return {
        **_both(f"{name}_alone", alone_a, alone_b),
        f"{name}_shared": shared,
        f"{name}_disjoint": float(bool(a and b) and not shared),
        f"{name}_clash": float(bool(alone_a and alone_b)),
    }


def _matcher(a: Iterable[str], b: Iterable[str]) -> SequenceMatcher[str]:
    """The matcher of the two in an order of their own: it may answer otherwise for (b, a)."""
    first, second = sorted((list(a), list(b)))
    return SequenceMatcher(None, first, second, autojunk=False)


def _reordered(a: list[str], b: list[str]) -> float:
    """The share of pairs of shared words that stand the other way round in the other text."""
    places = [b.index(key) for key in dict.fromkeys(a) if key in b]
    pairs = list(combinations(places, 2))
    return _ratio(sum(x > y for x, y in pairs), len(pairs))


def _ratio(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _overlap(a: Collection[str], b: Collection[str]) -> float:
    return _ratio(len(set(a) & set(b)), len(set(a) | set(b)))


def _trigrams(text: str) -> set[str]:
    return {text[i : i + 3] for i in range(len(text) - 2)}
