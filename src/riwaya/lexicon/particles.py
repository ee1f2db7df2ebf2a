"""Function words and other closed classes, by the role they play in finding who said what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from riwaya.lexicon.tables import read_table
from riwaya.text.fold import fold

COLUMNS = ("form", "role", "gloss")
OWN_COLUMNS = ("form", "prepositions", "gloss")
ROLES = (
    "complementiser", "before-clause", "verbal", "turn", "break", "source-end", "venue", "medium",
    "support-verb", "no-source", "kicker", "content-noun", "whole", "verification", "masculine",
    "same-speaker", "latter", "saying", "comment", "negation", "no-verb", "rarely-verb", "contrast",
    "relative", "same", "issuing", "preposition", "auxiliary", "lead-in",
    "between", "manner", "demonstrative", "topic", "resuming",
    "copular", "gloss", "honorific", "public", "adverb", "defended", "asked", "was", "own", "evidence",
    "body", "envoy", "link", "attributive", "given-name",
    "being", "cause-of", "bodies", "drawn", "got", "private", "untold", "hoped",
    "purpose", "same-text", "called", "besides", "announcer",
    "correspondent", "document", "single", "many", "written", "ruling", "reporter", "depends", "owned",
    "hearsay", "picture", "publishing", "ruler", "telling", "no-subject", "estimated", "one", "demonstrator",
    "citizen", "also", "renewing", "conjunction", "outcry", "tightened", "in-what-way", "platform", "site",
    "enquiry", "endangered", "withheld", "felt", "strengthener", "dealt", "signed", "judged",
    "masculine-noun", "people", "aired", "befalls", "displayed", "accused", "untrue", "protest", "defected",
    "demonstration", "spoken-to", "counterpart", "reason", "side", "another", "speaking-so",
    "quoted-holy", "treaty", "witness", "amid", "replying",
)  # fmt: skip


#: Roles of nouns that speak.
_TELLING = (
    "evidence", "hearsay", "document", "venue", "written", "body", "reporter", "owned", "medium", "announcer",
    "correspondent", "envoy", "private", "public", "bodies", "given-name",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Particles:
    """The folded words that play each role; what stands `between` a verb and its subject includes adverbs.

    `telling` nouns look like deeds and speak all the same, as every document, body and medium does.
    """

    complementiser: frozenset[str]
    asked: frozenset[str]
    between: frozenset[str]
    before_clause: frozenset[str]
    verbal: frozenset[str]
    turn: frozenset[str]
    breaks: frozenset[str]
    source_end: frozenset[str]
    venue: frozenset[str]
    medium: frozenset[str]
    support_verb: frozenset[str]
    no_source: frozenset[str]
    kicker: frozenset[str]
    content_noun: frozenset[str]
    whole: frozenset[str]
    saying: frozenset[str]
    comment: frozenset[str]
    latter: frozenset[str]
    same_speaker: frozenset[str]
    masculine: frozenset[str]
    verification: frozenset[str]
    negation: frozenset[str]
    no_verb: frozenset[str]
    rarely_verb: frozenset[str]
    contrast: frozenset[str]
    relative: frozenset[str]
    same: frozenset[str]
    issuing: frozenset[str]
    preposition: frozenset[str]
    lead_in: frozenset[str]
    auxiliary: frozenset[str]
    public: frozenset[str]
    honorific: frozenset[str]
    gloss: frozenset[str]
    copular: frozenset[str]
    resuming: frozenset[str]
    befalls: frozenset[str]
    #: The prepositions that are a word's own (مطلع على), by the folded word.
    governing: dict[str, frozenset[str]]
    demonstrative: frozenset[str]
    topic: frozenset[str]
    manner: frozenset[str]
    adverb: frozenset[str]
    defended: frozenset[str]
    was: frozenset[str]
    own: frozenset[str]
    evidence: frozenset[str]
    body: frozenset[str]
    envoy: frozenset[str]
    link: frozenset[str]
    attributive: frozenset[str]
    given_name: frozenset[str]
    being: frozenset[str]
    cause_of: frozenset[str]
    bodies: frozenset[str]
    drawn: frozenset[str]
    got: frozenset[str]
    private: frozenset[str]
    untold: frozenset[str]
    hoped: frozenset[str]
    purpose: frozenset[str]
    same_text: frozenset[str]
    called: frozenset[str]
    besides: frozenset[str]
    announcer: frozenset[str]
    correspondent: frozenset[str]
    document: frozenset[str]
    single: frozenset[str]
    many: frozenset[str]
    written: frozenset[str]
    ruling: frozenset[str]
    reporter: frozenset[str]
    depends: frozenset[str]
    owned: frozenset[str]
    hearsay: frozenset[str]
    picture: frozenset[str]
    publishing: frozenset[str]
    ruler: frozenset[str]
    also: frozenset[str]
    renewing: frozenset[str]
    telling: frozenset[str]
    no_subject: frozenset[str]
    estimated: frozenset[str]
    one: frozenset[str]
    demonstrator: frozenset[str]
    citizen: frozenset[str]
    conjunction: frozenset[str]
    outcry: frozenset[str]
    in_what_way: frozenset[str]
    platform: frozenset[str]
    site: frozenset[str]
    enquiry: frozenset[str]
    endangered: frozenset[str]
    withheld: frozenset[str]
    felt: frozenset[str]
    strengthener: frozenset[str]
    dealt: frozenset[str]
    signed: frozenset[str]
    judged: frozenset[str]
    masculine_noun: frozenset[str]
    people: frozenset[str]
    aired: frozenset[str]
    displayed: frozenset[str]
    tightened: frozenset[str]
    accused: frozenset[str]
    untrue: frozenset[str]
    protest: frozenset[str]
    defected: frozenset[str]
    demonstration: frozenset[str]
    spoken_to: frozenset[str]
    counterpart: frozenset[str]
    reason: frozenset[str]
    side: frozenset[str]
    another: frozenset[str]
    speaking_so: frozenset[str]
    quoted_holy: frozenset[str]
    treaty: frozenset[str]
    witness: frozenset[str]
    amid: frozenset[str]
    replying: frozenset[str]

    def governs(self, before: str, earlier: str, preposition: str) -> bool:
        """Whether a folded preposition belongs to the word before it (المشرف على, المشرف العام على)."""
        word = earlier if before in self.attributive else before
        return preposition in self.governing.get(word, ())


def load_particles(folder: Path) -> Particles:
    """The words of both tables of particles in `folder`. Raises PackError where one is not valid."""
    roles: dict[str, set[str]] = defaultdict(set)
    for row in read_table(folder / "particles.csv", COLUMNS):
        roles[row.choice("role", ROLES)].add(fold(row.text("form")))
    roles["between"] |= roles["manner"] | roles["adverb"]
    roles["telling"] |= {word.removeprefix("ال") for role in _TELLING for word in roles[role]}
    fields = {"break": "breaks"}
    own = {
        fold(row.text("form")): frozenset(fold(p) for p in row.many("prepositions"))
        for row in read_table(folder / "own_prepositions.csv", OWN_COLUMNS)
    }
    words = {fields.get(r, r.replace("-", "_")): frozenset(roles[r]) for r in ROLES}
    return Particles(governing=own, **words)
