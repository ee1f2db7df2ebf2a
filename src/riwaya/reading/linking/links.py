"""Links between claims of one report: who denies, answers, counters, repeats, updates or explains what."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from riwaya.model import Relation
from riwaya.reading.draft import ClaimDraft, Findings, LinkDraft
from riwaya.reading.events.anchors import Lexicons
from riwaya.text import Document

#: How many earlier claims of the same type are compared with one.
_REACH = 30
#: How far behind "in order to" or "because of" the claim that it introduces may stand, in tokens.
_INTRODUCED = 6
_POSITIVE = frozenset(("CT+", "PR+", "PS+"))
_NEGATIVE = frozenset(("CT-", "PR-", "PS-"))
#: What a party tells of its enemy accuses him, whatever the verb; one side must accuse in so many words.
_ALLEGED = frozenset(("ASSAULT", "SHELTER", "HARM"))
#: A headline may name the attack where the body counts its victims, and the preparation for the attack.
_ONE_STORY = frozenset((("HARM", "ASSAULT"), ("ASSAULT", "HARM"), ("ASSAULT", "MOBILIZE")))
#: Types of claims that answer a request.
ANSWERS = frozenset(("REJECT", "CONCEDE"))
#: Types that two passages may share without speaking of the same thing.
_LOOSE = frozenset(
    ("CONSULT", "SUPPORT", "PRESENCE", "MOVE", "MOBILIZE", "COOPERATE", "AID", "AGREE", "HARM")
)


def find_links(
    document: Document,
    claims: Sequence[ClaimDraft],
    findings: Findings,
    lexicons: Lexicons | None = None,
    sides: Mapping[str, str] | None = None,
) -> tuple[LinkDraft, ...]:
    """The links between `claims`, each pair once, in the order of their sources.

    Without `lexicons` purposes, reasons and conditions are left out. `sides` maps actors to the party that
    they belong to: a state answers for its forces.
    """
    by_type: dict[str, list[int]] = {}
    for i, claim in enumerate(claims):
        by_type.setdefault(claim.type, []).append(i)
    compared = _Compared(document, claims, findings, by_type, sides or {})
    found: dict[tuple[int, int], Relation] = {}
    for link in (
        *compared.counter_accusations(),
        *compared.denials(),
        *compared.answers(),
        *compared.headline(),
        *compared.updates(),
        *compared.same_again(),
        *(_explanations(document, claims, lexicons) if lexicons is not None else ()),
    ):
        if link.source != link.target and (link.target, link.source) not in found:
            found.setdefault((link.source, link.target), link.relation)
    return tuple(LinkDraft(s, t, r) for (s, t), r in sorted(found.items()))


@dataclass(frozen=True, slots=True)
class _Compared:
    document: Document
    claims: Sequence[ClaimDraft]
    findings: Findings
    by_type: Mapping[str, Sequence[int]]
    sides: Mapping[str, str]

    def speakers(self, index: int) -> frozenset[str]:
        """Who makes the claim; the outlet where no attribution does."""
        claim = self.claims[index]
        if claim.attribution is None:
            return frozenset(("outlet",))
        return frozenset(claim.holders or self.findings.attributions[claim.attribution].actors)

    def act(self, index: int) -> str:
        """The act of the claim's attribution; empty for the outlet's own."""
        k = self.claims[index].attribution
        return "" if k is None else self.findings.attributions[k].act

    def _theme(self, index: int) -> str:
        """What kind of event a request, refusal … is about; empty without one."""
        theme = self.claims[index].theme
        return "" if theme is None else self.claims[theme].type

    def in_title(self, index: int) -> bool:
        """Whether the claim stands in the headline."""
        title = self.document.title
        return title is not None and self.claims[index].anchor.start < title.end

    def counter_accusations(self) -> Iterator[LinkDraft]:
        """X says that Y does something, Y that X does."""
        by_sides: dict[tuple[str, str], int] = {}
        for i, claim in enumerate(self.claims):
            accuses = self.act(i) == "accuse" or claim.type in _ALLEGED
            if not accuses or claim.type == "ACCUSE" or claim.factuality not in _POSITIVE:
                continue
            for speaker in sorted(self.speakers(i) - {"other", "outlet"}):
                for agent in sorted({r.actor for r in claim.agent} - {"other", speaker}):
                    by_sides.setdefault((speaker, agent), i)
                    counter = by_sides.get((agent, speaker))
                    if counter is not None and "accuse" in (self.act(i), self.act(counter)):
                        yield LinkDraft(i, counter, "counter-accuses")

    def _earlier(self, index: int) -> Iterator[int]:
        """Earlier claims of the same type with fitting participants, nearest first."""
        claim = self.claims[index]
        same = self.by_type[claim.type]
        at = bisect_left(same, index)
        for j in reversed(same[max(0, at - _REACH) : at]):
            if _fits(claim, self.claims[j], self.sides):
                yield j

    def denials(self) -> Iterator[LinkDraft]:
        """A negative claim against the nearest positive one by somebody else."""
        for i, claim in enumerate(self.claims):
            if claim.factuality not in _NEGATIVE:
                continue
            for j in self._earlier(i):
                other, denied = self.claims[j], self.act(i) == "deny"
                if other.factuality not in _POSITIVE or other.attribution == claim.attribution:
                    continue
                alike = _actors(claim, "agent") & _actors(other, "agent") and not _befell_unknown(
                    claim, other
                )
                if denied or alike:
                    yield LinkDraft(i, j, "denies" if denied else "contradicts")
                    break

    def answers(self) -> Iterator[LinkDraft]:
        """A refusal or consent answers the last request between the same parties.

        What is itself asked for, a consent (دعت تركيا إلى فتح المعبر), answers nothing.
        """
        asked = {claim.theme for claim in self.claims if claim.type == "REQUEST"}
        requests: list[int] = []
        for i, claim in enumerate(self.claims):
            if claim.type == "REQUEST":
                requests.append(i)
            elif claim.type in ANSWERS and i not in asked:
                near = reversed(requests[-_REACH:])
                before = (j for j in near if _between_same(claim, self.claims[j], self.sides))
                beside = (j for j in before if self.in_title(i) == self.in_title(j))
                answered = next(chain(self._refused_itself(i), beside), None)
                if answered is not None:
                    yield LinkDraft(i, answered, "answers")

    def _refused_itself(self, index: int) -> Iterator[int]:
        """The request that the refusal names as its object: رفضت أنقرة طلب موسكو."""
        refusal = self.claims[index].anchor
        for j in range(index + 1, min(index + 3, len(self.claims))):
            k = self.claims[j].attribution
            cue = None if k is None else self.findings.attributions[k].cue
            if self.claims[j].type == "REQUEST" and cue is not None and cue.start < refusal.end <= cue.end:
                yield j

    def headline(self) -> Iterator[LinkDraft]:
        """What the body says of a headline's claim (claims.md, rule 10)."""
        heads = [i for i in range(len(self.claims)) if self.in_title(i)]
        taken: set[int] = set()
        for head in heads:
            found = self._supporting(head, taken)
            if found is not None:
                taken.add(found)
                yield LinkDraft(found, head, "supports")

    def _supporting(self, head: int, taken: set[int]) -> int | None:
        """The first claim of the body that says what the headline's claim says; another type comes second."""
        said = self.claims[head]
        second: int | None = None
        for i in range(head + 1, min(len(self.claims), head + 4 * _REACH)):
            claim = self.claims[i]
            polarity = (claim.factuality in _NEGATIVE) == (said.factuality in _NEGATIVE)
            if i in taken or not polarity or self.in_title(i) or not _fits(claim, said, self.sides):
                continue
            if claim.type == said.type:
                return i
            if second is None and (claim.type, said.type) in _ONE_STORY:
                second = i
        return second

    def updates(self) -> Iterator[LinkDraft]:
        """A later toll by the same source supersedes a preliminary or lower one."""
        last: dict[tuple[str, frozenset[str]], int] = {}
        for i, claim in enumerate(self.claims):
            quantity = claim.quantity
            if quantity is None or quantity.scope == "cumulative":
                continue
            key = (quantity.measure, self.speakers(i))
            j = last.get(key)
            last[key] = i
            if j is None or self.in_title(j) or self.claims[j].quantity is None:
                continue
            before = self.claims[j].quantity
            assert before is not None
            if before.preliminary and not quantity.preliminary and (before.low or 0) < (quantity.low or 0):
                yield LinkDraft(i, j, "supersedes")

    def same_again(self) -> Iterator[LinkDraft]:
        """The same event told again by another attribution: repeated, or contradicted by another speaker."""
        for i, claim in enumerate(self.claims):
            told = claim.agent or claim.quantity is not None
            if not told or claim.factuality not in _POSITIVE or self.in_title(i):
                continue
            for j in self._earlier(i):
                other = self.claims[j]
                told = other.attribution != claim.attribution and not self.in_title(j)
                told = told and self._theme(i) == self._theme(j)
                if told and other.factuality in _POSITIVE and _equal(claim, other):
                    yield LinkDraft(i, j, "repeats")
                    break


def _actors(claim: ClaimDraft, role: str) -> frozenset[str]:
    """Who takes part; somebody whom no word names is nobody to compare."""
    roles = claim.agent if role == "agent" else claim.patient
    return frozenset(r.actor for r in roles if r.actor != "other" or r.span is not None)


def _befell_unknown(claim: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether one says whom it did not befall and the other only that it befell somebody."""
    unknown = bool(other.patient) and not _known(other, "patient") and not _named(other)
    return unknown and bool(_actors(claim, "patient"))


def _named(claim: ClaimDraft) -> bool:
    """Whether words name whom the claim says it befell."""
    return any(r.span is not None for r in claim.patient)


def _fits(one: ClaimDraft, other: ClaimDraft, sides: Mapping[str, str]) -> bool:
    """Whether participants do not exclude that both speak of one event; forces stand for their state."""
    for role in ("agent", "patient"):
        a, b = (frozenset(sides.get(actor, actor) for actor in _known(c, role)) for c in (one, other))
        if a and b and not a & b:
            return False
    return True


def _known(claim: ClaimDraft, role: str) -> frozenset[str]:
    """Who the claim says took part; people at large whom no word names are as good as unsaid."""
    roles = claim.agent if role == "agent" else claim.patient
    unsaid = {r.actor for r in roles if r.actor == "civilians" and r.span is None}
    return _actors(claim, role) - unsaid - {"other"}


def _equal(one: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether both plainly tell the same: same agents, and the same patients, place or count."""
    if one.quantity is not None and other.quantity is not None:
        counts = [(q.measure, q.low, q.high) for q in (one.quantity, other.quantity)]
        if one.type == "HARM":
            return counts[0] == counts[1] and counts[0][1] is not None
    elif one.type == "HARM" and (one.quantity or other.quantity) is not None:
        return False  # killed and displaced are both harm; only counts tell them apart
    if not _actors(one, "agent") & _actors(other, "agent") - {"other"}:
        return False
    places = {p.place.id for p in one.places} & {p.place.id for p in other.places}
    if one.type in _LOOSE:
        return bool(places) or bool(
            _actors(one, "patient") & _actors(other, "patient") - {"other", "civilians"}
        )
    whom, other_whom = _actors(one, "patient"), _actors(other, "patient")
    same = bool(whom & other_whom - {"other"}) or not (whom or other_whom)
    return one.mode == other.mode and (bool(places) or (same and not (one.places and other.places)))


def _between_same(answer: ClaimDraft, request: ClaimDraft, sides: Mapping[str, str]) -> bool:
    """Whether who answers was asked, or whom it answers asked; unnamed parties do not exclude it."""
    asked, asking, who, whom = (
        frozenset(sides.get(a, a) for a in _actors(claim, role))
        for claim, role in ((request, "patient"), (request, "agent"), (answer, "agent"), (answer, "patient"))
    )
    if who & asked - {"other"} or whom & asking - {"other"}:
        return True
    if who & asking - {"other"}:
        return False
    return "other" in who & asked or not asked or not who


def _explanations(
    document: Document, claims: Sequence[ClaimDraft], lexicons: Lexicons
) -> Iterator[LinkDraft]:
    """Purpose, reason and condition: the claim behind the phrase explains the one before it."""
    by_sentence: dict[int, list[int]] = {}
    for i, claim in enumerate(claims):
        at = document.sentence_at(claim.anchor_token)
        if at is not None:
            by_sentence.setdefault(at, []).append(i)
    for number, indexes in by_sentence.items():
        sentence = document.sentences[number]
        for token in range(sentence.start, sentence.end):
            if document.tokens[token].folded not in lexicons.hedges.openers:
                continue
            for match in lexicons.hedges.purposes.match(document.tokens, token)[:1]:
                yield from _explained(claims, indexes, match.first, match.end, match.values[0])
        for before, i in itertools.pairwise(indexes):
            same = claims[i].attribution == claims[before].attribution and claims[before].theme != i
            if same and claims[before].type != "HARM" and _is_infinitive(document, claims[i], lexicons):
                yield LinkDraft(i, before, "purpose")


def _explained(
    claims: Sequence[ClaimDraft], indexes: Sequence[int], first: int, end: int, relation: Relation
) -> Iterator[LinkDraft]:
    at = bisect_left(indexes, end - 1, key=lambda i: claims[i].anchor_token)
    if at == len(indexes) or claims[indexes[at]].anchor_token > end + _INTRODUCED:
        return
    before = bisect_left(indexes, first, key=lambda i: claims[i].anchor_token)
    if before:
        yield LinkDraft(indexes[at], indexes[before - 1], relation)
    elif relation in ("condition", "reason") and at + 1 < len(indexes):
        yield LinkDraft(indexes[at], indexes[at + 1], relation)


def _is_infinitive(document: Document, claim: ClaimDraft, lexicons: Lexicons) -> bool:
    """ل with a masdar: لمحاربة, to fight."""
    readings = lexicons.predicates.look_up(document.tokens[claim.anchor_token].folded)
    return any(
        r.prefix == "ل" and r.word.category == "noun" and r.word.predicate is not None for r in readings[:1]
    )
