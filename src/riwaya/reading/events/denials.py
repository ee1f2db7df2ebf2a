"""What denials deny: what others tell ("نفت أنباء عن …"), or what they only point back to ("نفت ذلك")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from riwaya.lexicon.inflect import THAT_HE
from riwaya.model import Span
from riwaya.reading.draft import AttributionDraft, ClaimDraft
from riwaya.reading.events.factuality import RELATIVES
from riwaya.text import Document

#: How many claims before a denial may be what it denies.
_REACH = 60
#: Tokens before what is told that is denied (صحة الأنباء, كل هذه المزاعم).
_BEFORE_TOLD = 3
#: That, folded, before a clause that is denied.
_THAT = THAT_HE | {"ان", "بان"}
#: Behind these, what is told may be an aside that nobody denies (الأنباء عن انسحابه، والتي لم يتخللها قصف).
_ASIDE = frozenset("،,؛")
#: What may be told so that it can be denied: not what is asked for, feared or threatened.
_TOLD = frozenset(("report", "accuse", "document", "announce", "confirm", "claim-responsibility"))


def with_denied_tellings(
    document: Document, claims: Sequence[ClaimDraft], attributions: Sequence[AttributionDraft]
) -> list[ClaimDraft]:
    """The claims, and what others tell once more as a CT- claim of whoever denies what they tell.

    Who tells it still does: "نفت الوزارة الأنباء عن انسحاب الجيش" holds the news and their denial.
    """
    own = {c.attribution for c in claims if c.type != "ACCUSE"}
    found: list[ClaimDraft] = []
    for claim in claims:
        denial = _denial_of(document, claim, attributions)
        if denial is None or denial.by in own or claim.type == "ACCUSE":
            found.append(claim)
            continue
        own_word = replace(claim, attribution=denial.by, theme=None)
        found.append(replace(own_word, factuality="CT-", factuality_cue=denial.cue))
        telling = attributions[claim.attribution or 0]
        deniers = None if denial.by is None else attributions[denial.by].actors
        if telling.source is None and telling.actors == deniers:
            continue  # whoever tells it is not said, and not who denies it
        # what the teller tells is denied by the denial, not by him
        denied = claim.factuality == "CT-"
        found.append(replace(claim, factuality="CT+", factuality_cue=None) if denied else claim)
    return found


@dataclass(frozen=True, slots=True)
class _Denied:
    """Who denies what a claim holds: an attribution, None where the outlet does; and by what words."""

    by: int | None
    cue: Span


def _denial_of(
    document: Document, claim: ClaimDraft, attributions: Sequence[AttributionDraft]
) -> _Denied | None:
    """The denial whose object is the telling that holds a claim, or the words that call that untrue."""
    telling = None if claim.attribution is None else attributions[claim.attribution]
    if telling is None or telling.act not in _TOLD or _aside(document, telling, claim):
        return None
    sure = claim.factuality in ("CT+", "CT-")
    if telling.untrue is not None and sure:
        return _Denied(telling.parent, telling.untrue)
    if telling.parent is None:
        return None
    denial = attributions[telling.parent]
    denied = claim.factuality_cue is not None and claim.factuality_cue.end == denial.cue.end  # "[و]نفت"
    sure = claim.factuality == "CT+" or (claim.factuality == "CT-" and denied)
    if denial.act != "deny" or not sure:
        return None
    told = telling.cue_token
    if telling.source is not None:
        told = min(told, document.token_range(telling.source.start, telling.source.end)[0])
    near = 0 <= told - denial.content_first <= _BEFORE_TOLD
    # "نفى أن يكون قال إن …": he denies that he said so
    said = document.tokens[denial.content_first].folded in _THAT
    own = telling.source is None and telling.act == "announce"
    return _Denied(telling.parent, denial.cue) if near and not said and not own else None


def _aside(document: Document, telling: AttributionDraft, claim: ClaimDraft) -> bool:
    """Whether a claim stands in an aside to what is told, which nobody denies."""
    between = document.tokens[telling.content_first : claim.anchor_token]
    return any(t.text in _ASIDE or t.folded in RELATIVES for t in between)


def with_denials(
    document: Document, claims: Sequence[ClaimDraft], attributions: Sequence[AttributionDraft]
) -> list[ClaimDraft]:
    """The claims, with a CT- claim for each denial that names no event of its own."""
    inside: dict[int, list[ClaimDraft]] = {}
    for claim in claims:
        if claim.attribution is not None and attributions[claim.attribution].act == "deny":
            inside.setdefault(claim.attribution, []).append(claim)
    tokens = [c.anchor_token for c in claims]
    added: list[ClaimDraft] = []
    replaced: set[int] = set()
    for k, denial in enumerate(attributions):
        if denial.act != "deny" or any(c.type != "ACCUSE" for c in inside.get(k, ())):
            continue
        end = bisect_left(tokens, denial.cue_token)
        before = [c for c in claims[max(0, end - _REACH) : end] if c.attribution != k and c.type != "ACCUSE"]
        denied = _denied(before, denial, attributions)
        if denied is not None:
            replaced.add(k)
            added.append(_denial(document, denied, k, denial))
    kept = [c for c in claims if c.attribution not in replaced]
    return sorted([*kept, *added], key=lambda c: (c.anchor_token, c.anchor))


def _denied(
    claims: Sequence[ClaimDraft], denial: AttributionDraft, attributions: Sequence[AttributionDraft]
) -> ClaimDraft | None:
    """The last claim before with the denier as agent; else the last accusation; else the last claim."""
    accused = [c for c in claims if c.attribution is not None and attributions[c.attribution].act == "accuse"]
    own = [c for c in claims if {r.actor for r in c.agent} & (set(denial.actors) - {"other"})]
    for group in (own, accused, claims):
        if group:
            return group[-1]
    return None


def _denial(document: Document, denied: ClaimDraft, k: int, denial: AttributionDraft) -> ClaimDraft:
    token = denial.content_first if denial.content_first < denial.content_end else denial.cue_token
    word = document.tokens[token]
    return replace(
        denied,
        anchor=Span(word.start, word.end),
        anchor_token=token,
        content=denial.content,
        attribution=k,
        voice="source",
        factuality="CT-",
        factuality_cue=denial.cue,
        agent=tuple(replace(r, span=None) for r in denied.agent),
        patient=tuple(replace(r, span=None) for r in denied.patient),
        recipient=tuple(replace(r, span=None) for r in denied.recipient),
        quantity=None,
        theme=None,
    )
