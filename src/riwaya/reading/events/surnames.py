"""Surnames: who was told of with his office or his party is still its man where only his name is told.

"القيادي في تنظيم القاعدة محسن الفضلي … قتل الفضلي": the second sentence names nobody listed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.hedges import HedgeLexicon
from riwaya.reading.draft import VIOLENT, ActorMention, ClaimDraft, Findings, RoleDraft
from riwaya.text import Document

#: Kinds of parties that have officers and members.
_WITH_MEN = frozenset(("armed-group", "armed-forces", "state", "government"))
#: Words for somebody of a party, folded, as they stand before or behind his name.
_MEMBERS = event_words("member")
#: What many names by which fighters are known begin with, folded.
_FATHER = event_words("father of") | event_words("mother of")
_TWO = 2
#: How far behind its verb somebody may be named.
_OBJECT = 3
#: Letters of the shortest surname that is told apart from other words.
_SHORTEST = 5


def with_surnames(
    document: Document,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    hedges: HedgeLexicon,
    adjectives: Mapping[str, str],
) -> list[ClaimDraft]:
    """The claims; persons whom violence befell under their names alone are those of the party told before."""
    men = _Men(document, findings, hedges, adjectives)
    return [men.known(claim) for claim in claims] if men.parties or men.listed else list(claims)


class _Men:
    """The persons of a report who were told of with their party, by the last part of their names."""

    def __init__(
        self, document: Document, findings: Findings, hedges: HedgeLexicon, adjectives: Mapping[str, str]
    ) -> None:
        self.tokens, self.document = document.tokens, document
        self.hedges, self.adjectives = hedges, adjectives
        self.taken = {i for m in findings.places for i in range(m.first, m.end)}
        self.taken |= {i for m in findings.actors for i in range(m.first, m.end)}
        named = [m for m in findings.actors if m.kind in _WITH_MEN and len(m.actors) == 1]
        #: Persons who are listed themselves, by where their names begin.
        self.listed = {m.first: m.actors[0] for m in named if not m.counts}
        found: dict[str, set[str]] = defaultdict(set)
        #: Words that stand right before the surnames of those told of.
        self.given: set[tuple[str, str]] = set()
        for mention in named:
            for first, end in self._names_at(mention, named):
                if (name := self._name(first, end)) is not None:
                    found[name].add(mention.actors[0])
                    self.given.add((self.tokens[end - 2].folded, name))
        self.parties = {name: min(actors) for name, actors in found.items() if len(actors) == 1}

    def known(self, claim: ClaimDraft) -> ClaimDraft:
        """The claim with the party of the person whom it names as the one whom it befell."""
        unlisted = len(claim.patient) < _TWO and all(r.actor == "other" for r in claim.patient)
        if claim.type not in VIOLENT or not unlisted:
            return claim
        span = claim.patient[0].span if claim.patient else None
        if span is None:
            first, end = claim.anchor_token + 1, claim.anchor_token + 1 + _OBJECT
        else:
            first, end = self.document.token_range(span.start, span.end)
        party = self._party(first, min(end, len(self.tokens))) or (self.listed.get(end) if span else None)
        if party is None or party in {r.actor for r in claim.agent}:
            return claim
        return replace(claim, patient=(RoleDraft(party, span),))

    def _party(self, first: int, end: int) -> str | None:
        """The party of the person whose name is among the tokens, if it is his own and no kinsman's."""
        for k in range(first, end):
            name = self._name(first, k + 1)
            if name is None or name not in self.parties:
                continue
            before = self.tokens[k - 1].folded
            if k == first or before.startswith("ال") or (before, name) in self.given:
                return self.parties[name]
        return None

    def _name(self, first: int, end: int) -> str | None:
        """What tells apart the person whose name ends before token `end`: the surname, or ابو with it."""
        last = self.tokens[end - 1].folded
        if end - 2 >= first and self.tokens[end - 2].folded in _FATHER:
            return f"ابو {last}"
        return last if self._is_surname(last) else None

    def _is_surname(self, folded: str) -> bool:
        known = self.hedges.targets.get(folded) or self.hedges.targets.get(folded.removeprefix("ال"))
        long = folded.startswith("ال") and len(folded) >= _SHORTEST
        return long and known is None and folded not in self.adjectives

    def _names_at(self, mention: ActorMention, named: Sequence[ActorMention]) -> Sequence[tuple[int, int]]:
        """Where the name of who holds the office stands: behind its body, or before a comma."""
        inside = (m for m in named if m.counts and mention.first < m.first and m.end <= mention.end)
        body = max((m.end for m in inside), default=0)
        office = bool(body) or self.tokens[mention.first].folded in _MEMBERS
        if not (mention.counts or office):
            return [(mention.first, mention.end)]  # a person who is listed himself
        behind = body or mention.first  # "القيادي الحوثي فلان": the adjective names the body
        found = [(behind, mention.end)] if office and behind < mention.end else []
        comma = mention.first - 1
        if office and comma > 1 and self.tokens[comma].text in "،," and comma - 1 not in self.taken:
            found.append((comma - 2, comma))
        return found
