"""Counts find their claims: each quantity becomes the `quantity` of one claim, made for it if need be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import TargetKind
from riwaya.lexicon.inflect import without_pronoun
from riwaya.model import EventType, Measure, Span
from riwaya.reading.draft import BODIES, UNIDENTIFIED, ActorMention, ClaimDraft, QuantityMention, RoleDraft
from riwaya.reading.events.anchors import Anchor, Lexicons, governs_count
from riwaya.reading.events.clauses import TWO
from riwaya.reading.events.naming import FORCES, are_of_a_body, target_kind
from riwaya.text import Document

#: Event types that a count of each measure can belong to, the one to make a claim of first.
FITTING: dict[Measure, tuple[EventType, ...]] = {
    "killed": ("HARM", "ASSAULT"),
    "wounded": ("HARM",),
    "missing": ("HARM",),
    "displaced": ("HARM", "MOVE"),
    "destroyed": ("HARM", "ASSAULT"),
    "evacuated": ("MOVE",),
    "abducted": ("ASSAULT", "COERCE"),
    "detained": ("COERCE", "ASSAULT"),
    "fighters": ("PRESENCE", "MOBILIZE", "MOVE", "ASSAULT", "RETREAT", "COOPERATE"),
    "weapons": ("MOBILIZE", "AID", "ASSAULT", "COERCE"),
    "money": ("AID", "COERCE", "SANCTION", "AGREE", "REQUEST", "SUPPORT", "CONCEDE", "COOPERATE", "HARM"),
    "other": ("HARM", "MOVE", "COERCE", "SANCTION", "ASSAULT", "PRESENCE", "AID", "PROTEST"),
}
#: Beginnings of words for those who are taken as suspects, folded.
_UNDER_SUSPICION = word_beginnings("under suspicion")
#: Words for them that begin like others (فارس, ممنوع), folded.
_AT_LARGE = event_words("at large")
#: How far behind them it may be said of what people are suspected.
_SAID = 3
_MODES: dict[Measure, str] = {"abducted": "abduct", "detained": "arrest"}
#: Modes of assault that are counted by their dead.
_LETHAL = frozenset(("execute", "assassinate", "abduct"))
_OF_PEOPLE = frozenset(("killed", "wounded", "missing", "displaced", "abducted", "detained", "evacuated"))
#: "Of", kinds of parties whose people are theirs (from a state they may only come), and the id of no party.
_OF = "من"
_WITH_PEOPLE = BODIES - {"state"}
#: Words for the ranks in which somebody fell, folded: أربعة قتلى في صفوف المقاومة.
RANKS = event_words("ranks")
#: How far a count may stand behind its predicate, and before it.
_BEHIND = 12
_RESULT = 3
_BEFORE = 4
#: Words by which some of those told of are told apart, folded, and how far before their count these stand.
_AMONG = frozenset(("منهم", "منهن", "بينهم", "بينهن", "بينها", "بينهما", "ضمنهم"))
_AMONG_REACH = 8
#: What parts a count from them, folded: قتلى، منهم قيادات، فيما أصيب 210.
_APART = frozenset(("،", ",", "فيما", "بينما"))
#: Whom a count of some gets from the whole only if somebody else did it too.
_NOBODY = frozenset(("other", "civilians"))
#: Types by which a sum of money is given or taken.
_PAID = frozenset(("AID", "COERCE", "SANCTION"))


def assign_counts(
    document: Document,
    anchors: Sequence[Anchor],
    quantities: Sequence[QuantityMention],
    holders: Sequence[int | None],
) -> tuple[dict[int, QuantityMention], list[QuantityMention]]:
    """Quantities of one sentence by the token of the anchor that takes each, and those nobody takes.

    `holders` names each token's attribution: what one source counts is no count of what another tells.
    """
    taken: dict[int, QuantityMention] = {}
    left: list[QuantityMention] = []
    tokens = [a.token for a in anchors]
    for quantity in _nearest_first(quantities, frozenset(tokens)):
        low = bisect_left(tokens, quantity.first - _BEHIND)
        near = anchors[low : bisect_left(tokens, quantity.end + _BEFORE + 1)]
        told = holders[quantity.first]
        near = [a for a in near if told is None or holders[a.token] in (told, None)]
        fitting = [a for a in near if a.token not in taken and _can_count(a, quantity)]
        ranked = sorted(
            (a.predicate.type != FITTING[quantity.measure][0], rank, a.token)
            for a in fitting
            if (rank := _rank(document, a, quantity)) is not None
        )
        if ranked:
            taken[ranked[0][2]] = quantity
        else:
            left.append(quantity)
    return taken, left


def _nearest_first(quantities: Sequence[QuantityMention], anchors: frozenset[int]) -> list[QuantityMention]:
    """In the order of the text, but of two counts in one number behind its verbs the later first.

    "مقتل وجرح 15 شخصا": those wounded are counted beside their noun; not "15 شخصا بين قتيل وجريح".
    """
    found: list[QuantityMention] = []
    for quantity in quantities:
        beside = {quantity.first - 1, quantity.first - 2} <= anchors
        twin = bool(found) and found[-1].first == quantity.first and beside
        found.insert(len(found) - twin, quantity)
    return found


def _can_count(anchor: Anchor, quantity: QuantityMention) -> bool:
    """Whether the predicate may have the count: "the raid" is none of people killed, "executed" is."""
    if anchor.predicate.type not in FITTING[quantity.measure]:
        return False
    return quantity.measure != "killed" or anchor.predicate.type == "HARM" or anchor.predicate.mode in _LETHAL


def _rank(document: Document, anchor: Anchor, quantity: QuantityMention) -> int | None:
    """Smaller is nearer: a predicate before its count goes before one inside or behind it."""
    begins = quantity.first - governs_count(anchor.predicate)
    if anchor.predicate.kind == "counted" and not begins <= anchor.token <= quantity.end:
        return None
    if anchor.token < quantity.first:
        distance = quantity.first - anchor.token
        if anchor.predicate.kind == "result" and distance > _RESULT:
            return None
        return (
            distance if distance <= _BEHIND and not _comma(document, anchor.token, quantity.first) else None
        )
    if anchor.token < quantity.end:
        return _BEHIND
    distance = anchor.token - quantity.end
    if anchor.reading.prefix.startswith("و"):
        return None  # "10 مدنيين وإصابة 17": what is joined has a count of its own
    return (
        _BEHIND + 1 + distance
        if distance <= _BEFORE and not _comma(document, quantity.end, anchor.token)
        else None
    )


def _comma(document: Document, start: int, end: int) -> bool:
    return any(document.tokens[i].text in "؛;.:" for i in range(start, end))


def affected_by(lexicons: Lexicons, document: Document, quantity: QuantityMention) -> str:
    """Whom a count of people counts: `civilians`, or `other` for soldiers and fighters."""
    first = quantity.first
    if quantity.end == first + 1 and first and document.tokens[first].folded in TWO:
        first -= 1  # "مقاتلين اثنين"
    kinds = [_kind_of(lexicons, document.tokens[i].folded) for i in range(first, quantity.end)]
    people = quantity.measure in _OF_PEOPLE
    behind = document.tokens[quantity.first : quantity.end + 2]
    armed = bool({"fighter", "soldier"} & set(kinds)) or any(t.folded in FORCES for t in behind)
    suspects = quantity.measure == "detained" and under_suspicion(document, quantity.first, quantity.end)
    members = are_of_a_body(document, quantity.end)
    return "civilians" if people and not (armed or suspects or members) else "other"


def under_suspicion(document: Document, first: int, end: int, behind: int = _SAID) -> bool:
    """Whether those told of there are said to be wanted or suspected: أشخاص يشتبه في …, 25 من الهاربين.

    It may be said up to `behind` words behind them.
    """
    for token in document.tokens[first : end + behind]:
        if token.kind == "sign":
            return False
        word = token.folded.removeprefix("و").removeprefix("ال")
        if word in _AT_LARGE or word.startswith(_UNDER_SUSPICION):
            return True
    return False


def _kind_of(lexicons: Lexicons, folded: str) -> TargetKind | None:
    """What kind the word is known to be, also with a pronoun on it: عناصرها."""
    targets = lexicons.hedges.targets
    owned = (targets.get(rest) for rest, pronoun in without_pronoun(folded) if pronoun)
    return target_kind(lexicons, folded) or next((kind for kind in owned if kind is not None), None)


def counted_party(
    document: Document,
    adjectives: Mapping[str, str],
    armed: AbstractSet[str],
    actors: Mapping[int, ActorMention],
    quantity: QuantityMention,
) -> str | None:
    """The party whose people a count counts by their name: 42 حوثيا; of states only the `armed` count.

    "خمسة سوريين" are no soldiers of anybody. Else the one that is named as theirs: 18 عنصرا من التنظيم.
    """
    whose = _whose(document, actors, quantity)
    if whose is not None:
        return whose
    for token in document.tokens[quantity.first + 1 : quantity.end + 1]:
        actor = adjectives.get(token.folded)
        if actor is not None and quantity.measure in _OF_PEOPLE:
            return actor if actor in armed else None
    return None


def _whose(document: Document, actors: Mapping[int, ActorMention], quantity: QuantityMention) -> str | None:
    """The party that the counted noun, or "of" or "in the ranks of" right behind it, names.

    16 من قوات النظام, سبعة من داعش, عشرون جريحا في صفوف داعش.
    """
    noun = quantity.end - 1 if quantity.noun is None else quantity.noun
    behind = [t.folded for t in document.tokens[quantity.end : quantity.end + 2]]
    ranks = bool(behind[1:]) and behind[0] == "في" and behind[1] in RANKS
    named = actors.get(quantity.end + 1) if behind[:1] == [_OF] else None
    named = actors.get(noun) or named or (actors.get(quantity.end + 2) if ranks else None)
    if named is None or named.kind not in _WITH_PEOPLE or len(named.actors) > 1:
        return None
    return None if named.actors[0] == UNIDENTIFIED else named.actors[0]


def idle_counts_present(claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; people and things that are only counted are there, and not harmed.

    A sum of money where nothing is given or taken tells of no event.
    """
    paid = any(c.type in _PAID and not _is_idle(c) for c in claims)
    kept = (c for c in claims if paid or not _counts_idly(c, "money"))
    return [_present(c) if _counts_idly(c, "other") else c for c in kept]


def _counts_idly(claim: ClaimDraft, measure: Measure) -> bool:
    return _is_idle(claim) and claim.quantity is not None and claim.quantity.measure == measure


def _present(claim: ClaimDraft) -> ClaimDraft:
    return replace(claim, type="PRESENCE", mode=None, agent=claim.patient or claim.agent, patient=())


def _is_idle(claim: ClaimDraft) -> bool:
    """Whether the claim is but a count of people or things to whom nothing is said to have happened."""
    count = claim.quantity
    counted = count is not None and count.span.start <= claim.anchor.start < count.span.end
    return counted and count is not None and count.measure in ("other", "money")


def of_the_same(claim: ClaimDraft, claims: Sequence[ClaimDraft]) -> ClaimDraft:
    """`claim` with the parties of one that has the same count: so many were killed and wounded."""
    count = claim.quantity
    twins = (c for c in claims if c.type == claim.type and c.quantity and c.patient and claim.patient)
    twin = next((c for c in twins if count and c.quantity and c.quantity.span == count.span), None)
    return claim if twin is None else replace(claim, agent=twin.agent, patient=twin.patient)


def with_some_of_them(document: Document, claims: Sequence[ClaimDraft]) -> list[ClaimDraft]:
    """The claims; who did it to all did it to some of them: قتلت القوات 10، بينهم ثلاثة قناصين."""
    found: list[ClaimDraft] = []
    for claim in claims:
        agent = claim.agent
        among = _among(document, claim) if all(r.actor == "other" for r in claim.agent) else None
        alike = (c for c in reversed(found) if among is not None and c.type == claim.type and c.quantity)
        whole = next((c for c in alike if c.anchor_token < (among or 0)), None)
        same = whole is not None and document.sentence_at(whole.anchor_token) == document.sentence_at(
            claim.anchor_token
        )
        alike_told = whole is not None and same and whole.attribution == claim.attribution
        if (
            whole is not None
            and alike_told
            and _felled(whole)
            and any(r.actor not in _NOBODY for r in whole.agent)
        ):
            agent = tuple(replace(r, span=None) for r in whole.agent)
        found.append(replace(claim, agent=agent))
    return found


def _felled(claim: ClaimDraft) -> bool:
    """Whether so many were killed or the like: whoever flees was not driven out by whoever fights."""
    return claim.quantity is not None and claim.quantity.measure != "displaced"


def _among(document: Document, claim: ClaimDraft) -> int | None:
    """The token that says that the claim counts some of those told of before; None where nothing does."""
    count = claim.quantity
    if count is None or not count.span.start <= claim.anchor.start < count.span.end:
        return None
    for i in range(count.first - 1, max(-1, count.first - 1 - _AMONG_REACH), -1):
        word = document.tokens[i]
        if word.text in ".؛;!؟" or word.folded in _APART:
            return None
        if word.folded.removeprefix("و") in _AMONG:
            return i
    return None


def claim_for(
    document: Document, quantity: QuantityMention, attribution: int | None, counted: str
) -> ClaimDraft:
    """A claim for a count of those `counted` that no predicate took: that so many were harmed, held …."""
    token = quantity.noun if quantity.noun is not None else quantity.first
    word = document.tokens[token]
    who = (RoleDraft(counted, quantity.span),)
    present = quantity.measure == "fighters"
    of_people = quantity.measure not in ("money", "weapons", "destroyed", "fighters")
    return ClaimDraft(
        anchor=Span(word.start, word.end),
        anchor_token=token,
        content=quantity.span,
        attribution=attribution,
        voice="source",
        factuality="CT+",
        factuality_cue=None,
        type=FITTING[quantity.measure][0],
        mode=_MODES.get(quantity.measure),
        phase=None,
        agent=who if present else (),
        patient=who if of_people else (),
        quantity=quantity,
    )
