"""One attribution in tokens, and what every reader of a kind of frame needs for building it."""

from __future__ import annotations

from dataclasses import dataclass

from riwaya.lexicon.inflect import THIRD_PERSON, Form
from riwaya.lexicon.particles import Particles
from riwaya.model import Act, BasisOfStatement, Distance
from riwaya.reading.draft import Findings
from riwaya.reading.speech.clause_openings import Opening
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.sources import Sources
from riwaya.text.document import Document
from riwaya.text.signs import COMMAS

#: Words (حين behind في) that begin a clause beside the one before a comma.
MEANWHILE = frozenset(("فيما", "وفيما", "بينما", "وبينما", "حين"))
#: إن, أن and لكن with a pronoun, folded, and what may be written onto them.
_THAT_HE, _THAT_SHE, _THAT_THEY = {"انه", "لكنه"}, {"انها", "لكنها"}, {"انهم", "لكنهم"}
_ONTO = ("و", "ف", "ب", "ل")


@dataclass(frozen=True, slots=True)
class Frame:
    """One attribution in tokens. `relays` is the cue of another whose speaker this one quotes.

    `inflected` is the form of a verb, `joined` whether و stands before it; one that
    `goes_on` cannot but carry on the last speaker. A medium named by بحسب `hands_on` who speaks before it.
    `untrue` are the tokens that call untrue what is told (ما تردد عن … عار عن الصحة).
    """

    kind: str
    cue_first: int
    cue_end: int
    source: SourcePhrase
    content_first: int
    content_end: int
    how: str
    quote_end: int | None
    act: Act
    distance: Distance
    basis: BasisOfStatement | None = None
    continues: bool = False
    is_participle: bool = False
    first_person: bool = False
    quoted: bool = False
    self_reference: bool = False
    homograph: bool = False
    parent: int | None = None
    relays: int | None = None
    form: str = ""
    inflected: Form | None = None
    joined: bool = False
    goes_on: bool = False
    hands_on: bool = False
    untrue: range = range(0)

    @property
    def elided(self) -> bool:
        """Whether the speaker is not named in the frame itself."""
        return self.source.elided


class FrameReader:
    """Builds the frames of one document; a subclass reads those of one kind of cue."""

    def __init__(
        self,
        document: Document,
        findings: Findings,
        particles: Particles,
        sources: Sources,
        contents: Contents,
        spoken: set[str],
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.findings = findings
        self.particles = particles
        self.sources = sources
        self.contents = contents
        #: Words of the speakers met so far, folded.
        self.spoken = spoken

    def pronoun_subject(self, hit: CueHit, *, he: bool) -> bool:
        """Whether a pronoun right before the verb agrees with it (قال إنها دعت الجيش إلى …).

        `he`: whether إنه counts, which may be nobody (أنه أعلن الوزير …).
        """
        before = self.tokens[hit.first - 1].folded if hit.first and not hit.prefix else ""
        if hit.form is None or hit.form.person != THIRD_PERSON or hit.is_participle:
            return False
        forms = {before, before[1:] if before.startswith(_ONTO) else before}
        if hit.form.number != "singular":
            return bool(forms & _THAT_THEY)
        return bool(forms & _THAT_SHE) if hit.form.gender == "feminine" else he and bool(forms & _THAT_HE)

    def frame(
        self, hit: CueHit, source: SourcePhrase, opening: Opening, end: int, *, cue_end: int | None = None
    ) -> Frame:
        """The frame of `hit` with what its cue says of act, distance and basis."""
        quote = opening.quote
        self.spoken.update(self.tokens[i].folded for i in range(source.first, source.end))
        return Frame(
            kind=hit.cue.kind,
            cue_first=hit.first,
            cue_end=hit.end if cue_end is None else cue_end,
            source=source,
            content_first=opening.start,
            content_end=end,
            how=opening.how,
            quote_end=quote.close if quote is not None else None,
            act=hit.cue.act,
            distance=hit.cue.distance,
            basis=hit.cue.basis,
            continues=hit.cue.continues,
            is_participle=hit.is_participle,
            first_person=hit.first_person_form,
            quoted=quote is not None,
            self_reference=hit.cue.self_reference,
            homograph=hit.cue.homograph,
            form=hit.cue.form,
            inflected=hit.form,
            joined=hit.prefix == "و",
            goes_on=hit.cue.goes_on,
        )

    def quote_before(self, hit: CueHit) -> Opening | None:
        """The quotation that ends right before the verb («…»، قال الوزير; not «…»، وقال الوزير …)."""
        if hit.prefix == "و":
            return None
        at = hit.first - 1
        if at > 0 and self.tokens[at].text in COMMAS:
            at -= 1
        quote = self.contents.quote_closing.get(at)
        return None if quote is None else Opening(quote.open, at + 1, "quote", quote)
