"""Rivals: whom an attack is understood to hit, or to come from, where the report names one side's only rival.

"نفذ التحالف غارات قرب صنعاء" in a report that speaks of the Houthis: they are hit, though no word there says
so. Which parties are at war stands in the pack's table; of two rivals nobody is guessed, and of none nobody.
What is understood carries no span.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.model import Span
from riwaya.packs.wars import War
from riwaya.reading.draft import (
    FIGHTERS,
    PARTIES,
    STRIKING,
    VIOLENT,
    ActorMention,
    AttributionDraft,
    ClaimDraft,
    Findings,
    RoleDraft,
)
from riwaya.reading.events.fights import DYING, UNSIDED, begins_as, is_between_them
from riwaya.reading.events.naming import Roles, are_open
from riwaya.reading.events.somebody import is_terror
from riwaya.reading.events.spoken import is_behind_where
from riwaya.text import Document

#: The kind of those who have members and speak for them.
_BODY = "organisation"
#: Acts of those who judge what others do: they are not at war by speaking of it.
_OF_OTHERS = frozenset(("accuse", "warn", "hypothesise"))
#: Beginnings of words for driving somebody out of a place, folded.
_DRIVING = word_beginnings("driving out")
#: Beginnings of words for invading, which is done to a land and not to who fights there, folded.
_INVADING = word_beginnings("invading")
#: Beginnings of words for besieging, which forces do to their enemies, folded.
_BESIEGING = word_beginnings("besieging")
#: Words for an attempt, folded, behind which ل says at what.
_TRYING = event_words("going on")
#: How far behind its verb a siege may be named: فرضت القوات العراقية حصارا.
_SIEGE = 5


def _speaks(mention: ActorMention, voices: Sequence[Span]) -> bool:
    """Whether the mention is one of the voices: whoever condemns an attack is not its victim."""
    return any(voice.start <= mention.span.start and mention.span.end <= voice.end for voice in voices)


class Rivals:
    """Who is at war with whom among those whom a report names."""

    def __init__(
        self, document: Document, findings: Findings, wars: Sequence[War], sides: Mapping[str, str]
    ) -> None:
        self.sides, self.tokens, self.document = sides, document.tokens, document
        alone = [(m.actors[0], m.kind) for m in findings.actors if len(m.actors) == 1]
        waging = {actor for w in wars for actor in (*w.side, *w.against)}
        # an opposition that wages war is an armed group as well, though it is listed as a body
        self.bodies = {a for a, kind in alone if kind == _BODY and a in waging}
        self.groups = {a for a, kind in alone if kind == "armed-group"} | self.bodies
        self.troops = {sides.get(actor, actor) for actor, kind in alone if kind in FIGHTERS}
        voices = [a.source for a in findings.attributions if a.source is not None and a.act in _OF_OTHERS]
        parties = (m for m in findings.actors if m.kind in PARTIES or waging & set(m.actors))
        fighting = [m for m in parties if not self._is_where(m)]
        self.named = Counter(
            sides.get(actor, actor) for m in fighting if not _speaks(m, voices) for actor in m.actors
        )
        self.named_in: dict[int | None, set[str]] = defaultdict(set)
        for mention in fighting:
            sentence = document.sentence_at(mention.first)
            self.named_in[sentence].update(sides.get(actor, actor) for actor in mention.actors)
        self.wars = [w for w in wars if any(a in self.named for a in w.side)]

    def _is_where(self, mention: ActorMention) -> bool:
        """Whether a country is only where something happens (مقتل العشرات في العراق, شمال سوريا)."""
        if mention.kind != "state" or mention.end > mention.first + 1:
            return False
        within = mention.span.start > self.tokens[mention.first].start
        return within or is_behind_where(self.document, mention.first)

    def is_near(self, actor: str, token: int, before: int = 0) -> bool:
        """Whether the sentence of the token names the party, or one of the `before` sentences before it."""
        here = self.document.sentence_at(token)
        near = () if here is None else range(here - before, here + 1)
        return any(self.sides.get(actor, actor) in self.named_in.get(number, ()) for number in near)

    def of(self, roles: Roles) -> str | None:
        """The one party, or the most named of one camp, that is at war with any of these."""
        own = {self.sides.get(r.actor, r.actor) for r in roles} - UNSIDED
        camps: set[frozenset[str]] = set()
        for war in self.wars:
            if own & set(war.against):
                camps.add(frozenset(a for a in war.side if a in self.named) - own)
            if own & set(war.side):
                camps.update(frozenset((a,)) - own for a in war.against if a in self.named)
        camps.discard(frozenset())
        widest = [c for c in camps if not any(c < other for other in camps)]
        if len(widest) != 1:
            return None
        return max(sorted(widest[0]), key=lambda a: self.named[a])

    def on_land(self, roles: Roles, token: int) -> str | None:
        """Who drives these out of a place at that token, where no words say so.

        The government that fights them, or a group on its side where the sentence names that alone; else
        their only rival with troops. Whoever else fights them helps from the air or from abroad.
        """
        own = {self.sides.get(r.actor, r.actor) for r in roles} & self.groups
        wars = [w for w in self.wars if own & set(w.side)]
        governing = {w.government for w in wars if w.government is not None}
        if not governing:
            rival = self.of(roles) if wars else None
            return rival if rival in self.troops else None
        named = [party for party in governing if party in self.named]
        if len(named) != 1:
            return None
        here = self.named_in.get(self.document.sentence_at(token), set())
        beside = {a for w in wars for a in w.against} & here & self.groups
        return beside.pop() if len(beside) == 1 and named[0] not in here else named[0]


def with_rivals(
    claims: Sequence[ClaimDraft],
    attributions: Sequence[AttributionDraft],
    rivals: Rivals,
    sentence_of: Mapping[int, int],
    aimed: AbstractSet[int],
    fresh: AbstractSet[int],
) -> list[ClaimDraft]:
    """The claims; attacks that name one side of a war have the other, where the report names only one such.

    Not so where somebody is accused of an attack, nor of harm beside an attack of which it is not known who
    made it, nor where a group attacks a town or its like, which is its people's, or as terrorists do: `aimed`
    are the anchor tokens of attacks on such, `fresh` those of attacks that are brought up as new.
    """
    accused = {k for k, a in enumerate(attributions) if a.act == "accuse"}
    unclear = {
        sentence_of.get(c.anchor_token)
        for c in claims
        if c.type == "ASSAULT" and all(r.actor in UNSIDED for r in c.agent)
    }

    def has_doer(claim: ClaimDraft) -> bool:
        here = claim.type == "HARM" and sentence_of.get(claim.anchor_token) in unclear
        return not here and claim.attribution not in accused

    def on_people(claim: ClaimDraft) -> bool:
        # "فجر انتحاري نفسه" says among whom
        told_of = rivals.tokens[claim.anchor_token].folded.startswith("ال")
        at_people = claim.anchor_token in aimed or (told_of and is_terror(rivals.document, claim))
        return at_people and any(r.actor in rivals.groups for r in claim.agent)

    return [c if on_people(c) else _settled(c, rivals, has_doer(c), fresh) for c in claims]


def _settled(claim: ClaimDraft, rivals: Rivals, has_doer: bool, fresh: AbstractSet[int]) -> ClaimDraft:
    """The claim with the side that it leaves unsaid; who did it only where `has_doer`."""
    if has_doer and are_open(claim.agent) and _drives_out(rivals.document, claim):
        enemy = rivals.on_land(claim.patient, claim.anchor_token)
        if enemy is not None:
            return replace(claim, agent=(RoleDraft(enemy, None),))
    if claim.type not in VIOLENT or claim.factuality == "CT-" or is_between_them(rivals.document, claim):
        return claim
    attacks = claim.type == "ASSAULT" and not begins_as(rivals.document.tokens[claim.anchor_token], _INVADING)
    if (attacks or _besieges(rivals.document, claim)) and are_open(claim.patient):
        enemy = rivals.of(claim.agent)
        if enemy is None or (enemy in rivals.bodies and not rivals.is_near(enemy, claim.anchor_token)):
            return claim  # an opposition is at war here and there, and with words elsewhere
        return replace(claim, patient=(RoleDraft(enemy, None),))
    struck = claim.type in STRIKING and not _is_dying(rivals.document, claim)
    told_of = struck or _is_tried(rivals.document, claim)  # else anybody coerces anybody
    if has_doer and are_open(claim.agent) and told_of:
        enemy = rivals.of(claim.patient)
        before = 0 if claim.type == "HARM" or claim.anchor_token in fresh else 1
        if enemy is None or not rivals.is_near(enemy, claim.anchor_token, before=before):
            return claim  # "مقتل سبعة من عناصر التنظيم", "هجوم على القوات": by whose hand is not said
        return replace(claim, agent=(RoleDraft(enemy, None),))
    return claim


def _is_dying(document: Document, claim: ClaimDraft) -> bool:
    """Whether somebody dies, which need not be by anybody's hand: توفي زعيم الحركة."""
    return claim.type == "HARM" and begins_as(document.tokens[claim.anchor_token], DYING)


def _is_tried(document: Document, claim: ClaimDraft) -> bool:
    """Whether it is what an attack tries to do: طال القصف أحياء، في محاولة لمنع تقدم القوات."""
    before = document.tokens[max(0, claim.anchor_token - 1) : claim.anchor_token + 1]
    aim = any(s.prefix.endswith("ل") for s in before[-1].splits) if before else False
    return claim.type == "COERCE" and aim and before[0].folded in _TRYING


def _drives_out(document: Document, claim: ClaimDraft) -> bool:
    """Whether the claim tells that a place was taken from somebody: تحرير المدينة منهم, دحر المليشيات."""
    takes = claim.type == "ASSAULT" or (claim.type == "CONTROL" and claim.phase == "begin")
    return takes and begins_as(document.tokens[claim.anchor_token], _DRIVING)


def _besieges(document: Document, claim: ClaimDraft) -> bool:
    """Whether the claim tells of a siege: يحاصرون المدينة, فرض حصار خانق."""
    words = document.tokens[claim.anchor_token : claim.anchor_token + _SIEGE]
    return claim.type == "COERCE" and any(begins_as(word, _BESIEGING) for word in words)
