"""Function words and other closed classes, by the role they play in finding who said what."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold

COLUMNS = ("form", "role", "gloss")
ROLES = (
    "complementiser", "before-clause", "verbal", "turn", "break", "source-end", "venue", "medium",
    "support-verb", "no-source", "kicker", "content-noun", "whole", "verification", "masculine",
    "same-speaker", "latter", "saying", "comment", "negation", "no-verb", "rarely-verb", "contrast",
    "relative", "same", "issuing", "preposition", "auxiliary", "lead-in",
    "between", "manner", "governing", "demonstrative", "topic", "resuming",
    "copular", "gloss", "honorific", "public", "adverb", "defended", "asked", "was", "own",
)  # fmt: skip


class Particles:
    """The folded words that play each role."""

    def __init__(self, roles: dict[str, frozenset[str]]) -> None:
        self.complementiser = roles["complementiser"]
        self.before_clause = roles["before-clause"]
        self.verbal = roles["verbal"]
        self.turn = roles["turn"]
        self.breaks = roles["break"]
        self.source_end = roles["source-end"]
        self.venue = roles["venue"]
        self.medium = roles["medium"]
        self.support_verb = roles["support-verb"]
        self.no_source = roles["no-source"]
        self.kicker = roles["kicker"]
        self.content_noun = roles["content-noun"]
        self.whole = roles["whole"]
        self.saying = roles["saying"]
        self.comment = roles["comment"]
        self.latter = roles["latter"]
        self.same_speaker = roles["same-speaker"]
        self.masculine = roles["masculine"]
        self.verification = roles["verification"]
        self.negation = roles["negation"]
        self.no_verb = roles["no-verb"]
        self.rarely_verb = roles["rarely-verb"]
        self.contrast = roles["contrast"]
        self.relative = roles["relative"]
        self.same = roles["same"]
        self.issuing = roles["issuing"]
        self.preposition = roles["preposition"]
        self.lead_in = roles["lead-in"]
        self.auxiliary = roles["auxiliary"]
        self.public = roles["public"]
        self.honorific = roles["honorific"]
        self.gloss = roles["gloss"]
        self.copular = roles["copular"]
        self.resuming = roles["resuming"]
        self.governing = roles["governing"]
        self.demonstrative = roles["demonstrative"]
        self.topic = roles["topic"]
        self.manner = roles["manner"]
        self.adverb = roles["adverb"]
        self.defended = roles["defended"]
        self.was = roles["was"]
        self.own = roles["own"]
        self.asked = roles["asked"]
        self.between = roles["between"] | self.manner | self.adverb


def load_particles(folder: Path) -> Particles:
    """The words of `folder`/particles.csv. Raises PackError where the table is not valid."""
    roles: dict[str, set[str]] = defaultdict(set)
    for row in read_table(folder / "particles.csv", COLUMNS):
        roles[row.choice("role", ROLES)].add(fold(row.text("form")))
    return Particles({role: frozenset(roles[role]) for role in ROLES})
