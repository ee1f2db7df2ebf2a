"""Stages: what completes the claims once each sentence is read by itself, in the order in which it is done.

Who took part is said once and understood again and again: a stage takes the claims as the one before left
them, and fills, mends or drops some. Nearer words come first and what only the report or a war tells later,
so that no stage overrules what the sentence says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from riwaya.packs.wars import War
from riwaya.reading.draft import AttributionDraft, ClaimDraft, Findings
from riwaya.reading.events.aims import with_aims
from riwaya.reading.events.anchors import Lexicons
from riwaya.reading.events.answered import with_answered
from riwaya.reading.events.asked import with_asked, with_crowd
from riwaya.reading.events.bystanders import without_bystanders
from riwaya.reading.events.claimed import with_claimed
from riwaya.reading.events.countries_hit import with_countries_hit
from riwaya.reading.events.counts import idle_counts_present, with_some_of_them
from riwaya.reading.events.denials import with_denials, with_denied_tellings
from riwaya.reading.events.detained import with_suspects, without_states_detained
from riwaya.reading.events.fallen import with_fallen, with_more_of_them
from riwaya.reading.events.felled import with_felled
from riwaya.reading.events.fights import with_enemies
from riwaya.reading.events.firsttold import first_told
from riwaya.reading.events.incidents import with_incidents
from riwaya.reading.events.inflicted import with_inflicted
from riwaya.reading.events.joining import without_states_joining
from riwaya.reading.events.killers import with_killed_in_attacks
from riwaya.reading.events.lead import with_lead
from riwaya.reading.events.losers import with_losers
from riwaya.reading.events.mutual import with_mutual_accusations
from riwaya.reading.events.oneself import not_against_oneself
from riwaya.reading.events.opponents import with_opponents, with_own_soldiers
from riwaya.reading.events.ownarms import with_own_arms
from riwaya.reading.events.prevailing import with_prevailing
from riwaya.reading.events.recalled import without_recalled
from riwaya.reading.events.retold import with_retold
from riwaya.reading.events.rivals import Rivals, with_rivals
from riwaya.reading.events.sharing import with_answers, with_shared_roles
from riwaya.reading.events.somebody import with_somebody
from riwaya.reading.events.stricken import with_stricken
from riwaya.reading.events.surnames import with_surnames
from riwaya.reading.events.themes import with_refused_requests, with_themes
from riwaya.text import Document


@dataclass(slots=True)
class Noted:
    """Anchor tokens of which more is known than their claim tells, noted while the sentences are read."""

    #: Finite verbs, and harm that somebody is told to have done.
    verbs: set[int] = field(default_factory=set)
    deeds: set[int] = field(default_factory=set)
    #: Attacks on a place that is named, and those of them on soldiers' quarters.
    aimed: set[int] = field(default_factory=set)
    manned: set[int] = field(default_factory=set)
    #: Participles in the plural that say what many do besides (مطالبين).
    many: set[int] = field(default_factory=set)
    #: Acts of speech that leave open what they are about, and nouns that only point to what was said.
    open_acts: set[int] = field(default_factory=set)
    pointing: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Report:
    """What stages need beside the claims; `fresh` are the anchor tokens of attacks not told of before."""

    document: Document
    findings: Findings
    lexicons: Lexicons
    adjectives: Mapping[str, str]
    sides: Mapping[str, str]
    wars: Sequence[War]
    rivals: Rivals
    noted: Noted
    sentence_of: Mapping[int, int]
    fresh: AbstractSet[int] = frozenset()

    @property
    def said(self) -> Sequence[AttributionDraft]:
        """The attributions."""
        return self.findings.attributions


_Stage = Callable[[Sequence[ClaimDraft], Report], Sequence[ClaimDraft]]

#: What one sentence tells of one event in several claims, by what each stage gives.
_WITHIN: Mapping[str, _Stage] = {
    "counts that say only how many are there": lambda c, _r: idle_counts_present(c),
    "planes and guns of which forces tell": lambda c, r: with_own_arms(r.document, c, r.findings),
    "roles that an attack and its harm share": lambda c, r: with_shared_roles(
        r.document, c, r.said, r.adjectives, r.noted.verbs
    ),
    "nobody attacks himself": lambda c, r: not_against_oneself(c, r.sides, r.wars),
    "who only stands by takes no part": lambda c, r: without_bystanders(r.document, c, r.findings),
}
#: What the sentences tell of one another, then what the report, its wars and its speakers tell.
_ACROSS: Mapping[str, _Stage] = {
    "attacks told over several sentences": lambda c, r: with_incidents(
        r.document, c, r.findings, r.sentence_of, r.noted.aimed, r.fresh
    ),
    "whose the bomber is whose deed was claimed": lambda c, r: with_claimed(r.document, c, r.findings),
    "nor does he by what was told before": lambda c, r: without_bystanders(r.document, c, r.findings),
    "nor is he attacked by himself": lambda c, r: not_against_oneself(c, r.sides, r.wars),
    "people join an armed group, no state does": lambda c, r: without_states_joining(
        r.document, c, r.findings
    ),
    "who is detained is a person, no state": lambda c, r: without_states_detained(c, r.findings),
    "who is told of by his surname": lambda c, r: with_surnames(
        r.document, c, r.findings, r.lexicons.hedges, r.adjectives
    ),
    "whose the fighters are who fell": lambda c, r: with_fallen(
        r.document, c, r.findings, r.adjectives, r.sides
    ),
    "from whom a place was taken": lambda c, r: with_losers(r.document, c, r.findings, r.sides),
    "at whom it is aimed": lambda c, r: with_aims(r.document, c, r.findings, r.sides),
    "the only group that is fought": lambda c, r: with_opponents(
        r.document, c, r.findings, r.lexicons.hedges, r.sides, r.noted.verbs, r.rivals
    ),
    "whose soldiers fell": lambda c, r: with_own_soldiers(r.document, c, r.findings, r.sides),
    "whose the dead of an attack on fighters are": lambda c, r: with_stricken(
        r.document, c, r.findings, r.lexicons.hedges
    ),
    "more of those who fell": lambda c, r: with_more_of_them(r.document, c),
    "those whom a headline only counts": lambda c, r: with_lead(r.document, c, r.findings, r.lexicons.hedges),
    "whom an answer is made on": lambda c, r: with_answered(r.document, c),
    "whose land was hit": lambda c, r: with_countries_hit(
        r.document, c, r.findings, r.lexicons, r.adjectives, r.sides
    ),
    "the only rival in the war": lambda c, r: with_rivals(
        c, r.said, r.rivals, r.sentence_of, r.noted.aimed, r.fresh
    ),
    "whom those who fell fought": lambda c, r: with_enemies(r.document, c),
    "who does what he was asked": lambda c, r: with_asked(r.document, c),
    "the many who do so besides": lambda c, r: with_crowd(
        r.document, c, r.noted.many, {a: m.kind for m in r.findings.actors for a in m.actors}
    ),
    "what is denied to have been told": lambda c, r: with_denied_tellings(r.document, c, r.said),
    "what is denied": lambda c, r: with_denials(r.document, c, r.said),
    "whose request is answered": lambda c, _r: with_answers(c),
    "what acts of speech are about": lambda c, r: with_themes(
        r.document, c, r.said, r.sentence_of, r.noted.open_acts
    ),
    "requests that are refused": lambda c, r: with_refused_requests(c, r.noted.pointing),
    "events only recalled are told once": lambda c, r: without_recalled(
        r.document, c, r.said, r.lexicons.hedges
    ),
    "roles of what is told again": lambda c, r: with_retold(r.document, c),
    "who fell in an attack was hit": lambda c, r: with_felled(r.document, c, r.noted.aimed - r.noted.manned),
    "somebody, where nobody is named": lambda c, r: with_somebody(
        r.document, c, r.noted.verbs, r.noted.aimed - r.noted.manned, r.lexicons.hedges.targets
    ),
    "whom an arrest befell": lambda c, r: with_suspects(r.document, c, r.findings),
    "the state that the report is about": lambda c, r: with_prevailing(r.document, c, r.findings, r.sides),
    "the dead of attacks": lambda c, r: with_killed_in_attacks(r.document, c, r.noted.verbs, r.sentence_of),
    "who harmed some of those told of": lambda c, r: with_some_of_them(r.document, c),
    "harm that is a deed": lambda c, r: with_inflicted(r.document, c, r.findings, r.noted.deeds),
    "nor was he harmed by himself": lambda c, r: not_against_oneself(c, r.sides, r.wars),
    "both of a mutual accusation": lambda c, r: with_mutual_accusations(r.document, c, r.said),
}


def completed(claims: Sequence[ClaimDraft], report: Report) -> tuple[ClaimDraft, ...]:
    """The claims behind the last stage."""
    for stage in _WITHIN.values():
        claims = stage(claims, report)
    # Which attacks are new is told by the claims of single events, before any takes roles of another.
    fresh = first_told(report.document, claims, report.lexicons, report.noted.verbs)
    report = replace(report, fresh=fresh)
    for stage in _ACROSS.values():
        claims = stage(claims, report)
    return tuple(claims)
