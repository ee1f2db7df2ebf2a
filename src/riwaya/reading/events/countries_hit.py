"""Countries that are hit: an attack of which nothing but the land is named befell the land's state.

"استهداف مناطق في شمال إسرائيل", "القصف على الجنوب اللبناني", "الأعمال التي تعرضت لها تركيا". Whose land it
is says it only where nobody fights there beside its government.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.reading.draft import ActorMention, ClaimDraft, Findings, RoleDraft
from riwaya.reading.events.anchors import Lexicons
from riwaya.reading.events.fights import FIGHTS, is_word_of
from riwaya.reading.events.naming import are_open, target_kind
from riwaya.text import Document

#: How far behind an attack its land may be named, and how far before it the land that suffers it.
_BEHIND = 10
_BEFORE = 6
#: Words behind which a country is no land that is hit, folded.
_NOT_HIT = event_words("no land hit") | {"من", "مع", "بين", "عن", "الي", "قبل", "لدي"}
#: Words that open another clause, folded.
_ENDS = frozenset(
    ("ان", "بان", "انه", "انها", "لان", "بعد", "عقب", "ردا", "قبل", "بينما", "فيما", "حيث", "خلال", "اثر",
     "منذ")
)  # fmt: skip
#: Words for parts of a land before an adjective that says whose it is, folded.
_LANDS = event_words("part of a land")
#: First words of the longer names of countries, folded.
_REALMS = event_words("realm")
#: Words for suffering an attack, which stand between the land and the attack, folded.
_SUFFERING = word_beginnings("suffering")
#: Beginnings of verbs that say what an attack hit, folded.
_REACHING = word_beginnings("reaching land")
#: What verb and noun for shaking have in common, folded.
_SHAKING = word_beginnings("shaking")
#: Beginnings of the adjective of a land that another holds, folded.
_OCCUPIED = word_beginnings("occupied")
#: Kinds of agents that fight in a land beside its government.
_ALLIES = frozenset(("coalition",))


def with_countries_hit(
    document: Document,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    lexicons: Lexicons,
    adjectives: Mapping[str, str],
    sides: Mapping[str, str],
) -> list[ClaimDraft]:
    """The claims; attacks that hit nobody who is named have the state whose land the words name as hit."""
    lands = _Lands(document, claims, findings, lexicons, adjectives, sides)
    return [lands.hit(c) if are_open(c.patient) and lands.may_hit(c) else c for c in claims]


class _Lands:
    """Looks for the country that is named around an attack."""

    def __init__(
        self,
        document: Document,
        claims: Sequence[ClaimDraft],
        findings: Findings,
        lexicons: Lexicons,
        adjectives: Mapping[str, str],
        sides: Mapping[str, str],
    ) -> None:
        self.tokens, self.document = document.tokens, document
        self.adjectives, self.sides = adjectives, sides
        self.mentions: dict[int, ActorMention] = {}
        self.kinds: dict[str, str] = {}
        for mention in findings.actors:
            self.kinds.update((a, mention.kind) for a in mention.actors)
            state = mention.kind == "state" and len(mention.actors) == 1 and mention.counts
            if state and self._is_land(mention, lexicons):
                self.mentions[mention.first] = mention
        self.doing = {r.span.start for c in claims for r in c.agent if r.span is not None}
        self.other = {c.anchor_token for c in claims if c.type != "ASSAULT"}
        self.other |= {a.cue_token for a in findings.attributions}

    def _is_land(self, mention: ActorMention, lexicons: Lexicons) -> bool:
        """Whether a country is named by its name, not by one of its bodies: العراق, هذا البلد."""
        words = [t.folded for t in self.tokens[mention.first : mention.end]]
        if self._is_held(mention.end):
            return False
        return words[0].removeprefix("ب") in _REALMS or (
            len(words) == 1 and target_kind(lexicons, words[0]) is None
        )

    def _is_held(self, i: int) -> bool:
        """Whether the land is said to be held by another: الشمال الفلسطيني المحتل."""
        return i < len(self.tokens) and self.tokens[i].folded.startswith(_OCCUPIED)

    def _is_whence(self, i: int) -> bool:
        """Whether the attack came from the land or across it: من داخل الأراضي اليمنية, عبر الحدود اليمنية."""
        before = [t.folded for t in self.tokens[max(0, i - 2) : i]]
        inside = before[-1:] == ["داخل"] and before[:1] == ["من"]
        return inside or before[-1:] in (["من"], ["عبر"])

    def may_hit(self, claim: ClaimDraft) -> bool:
        """Whether the claim tells of an attack, or of what is to shake a state (زعزعة أمن البلاد).

        Of a fight a land is only where: اندلعت معارك في شمال العراق.
        """
        attack = claim.type == "ASSAULT" and not is_word_of(self.document, claim, FIGHTS)
        told = self.tokens[claim.anchor_token].folded
        return attack or (claim.type == "COERCE" and any(shakes in told for shakes in _SHAKING))

    def hit(self, claim: ClaimDraft) -> ClaimDraft:
        """The claim with the state whose land it hit, where one is named and does not act itself."""
        land = self._behind(claim.anchor_token) or self._before(claim.anchor_token)
        if land is None or any(self.kinds.get(r.actor) in _ALLIES for r in claim.agent):
            return claim
        acting = {self.sides.get(r.actor, r.actor) for r in claim.agent}
        if self.sides.get(land.actor, land.actor) in acting:
            return claim
        return replace(claim, patient=(land,))

    def _behind(self, token: int) -> RoleDraft | None:
        for i in range(token + 1, min(token + 1 + _BEHIND, len(self.tokens))):
            word = self.tokens[i]
            if word.kind == "sign" or i in self.other or word.folded in _ENDS or self._turns(i):
                return None
            found = self._land_at(i)
            if found is not None:
                return found
        return None

    def _turns(self, i: int) -> bool:
        """Whether a relative clause begins that says something else than what was hit."""
        relative = self.tokens[i].folded.startswith(("الذي", "التي", "اللذ", "اللت"))
        return relative and not (
            self.tokens[i + 1 : i + 2] and self.tokens[i + 1].folded.startswith(_REACHING)
        )

    def _before(self, token: int) -> RoleDraft | None:
        """The land that suffers the attack behind it: تعرض مواقع في إيران إلى قصف."""
        suffered = False
        found: RoleDraft | None = None
        for i in range(token - 1, max(-1, token - 1 - _BEFORE), -1):
            word = self.tokens[i]
            if word.kind == "sign" or i in self.other:
                break
            suffered = suffered or word.folded.removeprefix("و").startswith(_SUFFERING)
            found = found or self._land_at(i)
        return found if suffered else None

    def _land_at(self, i: int) -> RoleDraft | None:
        mention = self.mentions.get(i)
        before = self.tokens[i - 1].folded if i else ""
        if mention is not None:
            named = self.tokens[i].folded
            apart = mention.span.start > self.tokens[i].start and not named.startswith("ب")
            if apart or before in _NOT_HIT or mention.span.start in self.doing:
                return None  # "سقطت صواريخ أطلقتها إيران"
            return RoleDraft(mention.actors[0], mention.span)
        actor = self.adjectives.get(self.tokens[i].folded)
        if actor is None or before not in _LANDS or self.sides.get(actor) != actor or self._is_held(i + 1):
            return None
        if self._is_whence(i - 1):
            return None
        return RoleDraft(actor, self.document.span(i, i))
