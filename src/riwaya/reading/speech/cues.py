"""Where somebody may be made to say something: the cue words of a sentence, before their frames are read."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from riwaya.lexicon.cues import Cue, CueLexicon, VerbHit
from riwaya.lexicon.inflect import OBJECTS, Form
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.speech.verb_readings import (
    LONGEST_SUBJECT,
    MISSPELLED_REACH,
    REFUSES,
    behind_definite,
    behind_subject,
    followed_by_that,
    is_verb,
    of_somebody,
)
from riwaya.text.document import Document
from riwaya.text.fold import fold
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import Token

#: What may go on a verb that carries a speaker on, folded.
_SAYS = speech_words("goes on saying")

#: Some, whom one accuses (متهما بعض الموظفين بـ…): no preposition begins it.
_SOME = "بعض"

#: He asked, which is spelt like the request.
_ASKS = "طلب"

#: How something is called, or how much it comes to, behind ما, folded.
_SO_CALLED = speech_words("is called") | speech_words("amounts to")

#: Words between a verb and what it takes with it (سأل سموه في اتصال هاتفي الله أن …).
PRAYED_REACH = 12
#: Words that only look like a misspelled verb, folded.
_RIGHT = speech_words("spelt right")
#: As, behind who states something and before what he does so, folded; words from it to the verb with which
#: the clause that it opens goes on, at most (إذ تعلن ذلك لتؤكد أن …).
AS, LONGEST_SOLEMN = "اذ", 6


@dataclass(frozen=True, slots=True)
class CueHit:
    """Tokens `first`..`end` (half-open) read as a cue.

    `prefix` are the proclitics, `pronoun` what is written onto a verb; `form` is None for phrases.
    """

    first: int
    end: int
    cue: Cue
    form: Form | None
    prefix: str
    pronoun: str

    @property
    def first_person_form(self) -> bool:
        """Whether the verb speaks of its own speaker (نتوقع)."""
        return self.form is not None and self.form.person == 1

    @property
    def names_its_subject(self) -> bool:
        """Whether nobody is named behind the verb: before its subject a verb is singular (قال الشهود)."""
        plural = self.form is not None and self.form.number != "singular" and not self.is_participle
        return plural or self.first_person_form

    @property
    def is_participle(self) -> bool:
        """Whether the cue is a participle that carries the last speaker on (مشيراً إلى)."""
        return self.form is not None and self.form.tense == "participle"


def find_cues(
    document: Document,
    sentence: Sentence,
    cues: CueLexicon,
    particles: Particles,
    *,
    careful: bool = False,
    calling: AbstractSet[int] = frozenset(),
    dated: AbstractSet[int] = frozenset(),
) -> Iterator[CueHit]:
    """The cues of one sentence in the order of the text; of several readings the longest phrase first.

    Where the text is `careful` of ى and ي, نفي is the noun and not نفى. Words at the `calling` tokens
    stand beside two parties, one of whom considers the other something (تعتبر أنقرة الحزب …); behind the
    `dated` ones, the last of a day with which a sentence begins, a verb is due (ويوم الأحد حث الوزير …).
    """
    i = sentence.start
    while i < sentence.end:
        token = document.tokens[i]
        hit = None
        if token.kind == "word" and not (careful and _is_noun_in_ya(token, cues)):
            named = i > sentence.start and document.tokens[i - 1].folded in particles.medium
            if cues.phrases.starts[token.folded]:
                hit = _phrase(document, sentence, i, cues, particles)
            if hit is not None and named and hit.cue.kind == "noun":
                hit = None  # "وكالة أنباء …"
            # A misspelled verb is no listed form; it stands first in its sentence.
            verbal = i == sentence.start or cues.verb(token.folded) or _emphatic(document, sentence, i, cues)
            if hit is None and verbal:
                fronted = i - 1 in dated
                hit = _verb(document, sentence, i, cues, particles, calls=i in calling, fronted=fronted)
        if hit is not None:
            if hit.cue.kind != "filler":
                yield hit
            i = max(hit.end, i + 1)
        else:
            i += 1


def _emphatic(document: Document, sentence: Sentence, i: int, cues: CueLexicon) -> tuple[VerbHit, ...]:
    """The readings of a present verb with ل behind إذ and another (والوزارة إذ تعلن ذلك لتؤكد أن …)."""
    word, tokens = document.tokens[i].folded, document.tokens
    if not word.startswith("ل") or cues.verb(word):
        return ()
    near = range(max(sentence.start, i - LONGEST_SOLEMN), i - 1)
    if not any(tokens[k].folded == AS and cues.verb(tokens[k + 1].folded) for k in near):
        return ()
    return tuple(h for h in cues.verb(word[1:]) if h.form.tense == "present" and not (h.prefix or h.pronoun))


def _is_noun_in_ya(token: Token, cues: CueLexicon) -> bool:
    """Whether a word in ي is the noun of a verb whose past ends in ى."""
    if not token.text.endswith("ي"):
        return False
    readings = cues.verb(token.folded)
    return bool(readings) and all(h.form.tense == "past" and h.cue.form.endswith("ى") for h in readings)


def _phrase(
    document: Document, sentence: Sentence, i: int, cues: CueLexicon, particles: Particles
) -> CueHit | None:
    for match in cues.phrases.match(document.tokens, i):
        if match.split.prefix not in ("", "و", "ف", "ل", "ب") or match.end > sentence.end:
            continue
        clausal = followed_by_that(document.tokens, match.end)
        cue = next((c for c in match.values if clausal and "that" in c.takes), match.values[0])
        bare = cue.kind == "impersonal" or (cue.kind == "filler" and "that" in cue.takes)
        pretext = cue.kind == "noun" and cue.distance == "distancing" and not cue.prepositions
        bare = bare or (pretext and cue.takes == {"that"})  # "بحجة أن …", not بحجة المرض
        if bare and not followed_by_that(document.tokens, match.end):
            continue
        if match.split.prefix in ("ل", "ب", "ف") and cue.kind not in ("noun", "masdar"):
            continue
        if (
            cue.kind == "noun"
            and cue.act == "accuse"
            and not _of_accused(cue, document.tokens, match.end, particles)
        ):
            continue
        if cue.kind == "masdar" and not _noun_place(document.tokens, i, cues, particles):
            continue
        end = match.end
        if cue.needs_verb and end < sentence.end and document.tokens[end].folded in _SO_CALLED:
            continue  # "الحرب على ما يسمى الإرهاب"
        if cue.needs_verb and not (end < sentence.end and cues.verb(document.tokens[end].folded)):
            continue
        if cue.needs_verb and any(
            m.values[0].kind == "label" for m in cues.phrases.match(document.tokens, end - 1)
        ):
            continue  # "ردا على ما وصفه بـ"
        relative = cue.kind == "preposition" and cue.form.endswith("ما") and end < sentence.end
        said = cues.verb(document.tokens[end].folded) if relative else ()
        if relative and (not said or (cue.needs_verb and _calls(said, document.tokens[end - 3].kind))):
            continue  # "وفق ما يقتضيه القانون": what follows says nothing; "القضاء على ما يصفونه بـ…"
        if relative:
            end += 1
        return CueHit(i, end, cue, None, match.split.prefix, "")
    return None


def _calls(readings: tuple[VerbHit, ...], before: str) -> bool:
    """Whether a verb with a pronoun says what something is called that the word before على acts upon."""
    return before == "word" and any(h.pronoun and "label" in h.cue.takes for h in readings)


def _of_accused(cue: Cue, tokens: tuple[Token, ...], end: int, particles: Particles) -> bool:
    """Whether what somebody is accused of follows right behind the word for him, where `cue` is one.

    متهمين بالقتل and المشتبه في انتمائه are accused; متهمين الجيش بالقصف accuses, مشتبه به tells of nothing.
    """
    if fold(cue.form).removeprefix("ال") not in particles.accused:
        return True
    if end >= len(tokens) or tokens[end].folded == _SOME:
        return False
    onto = (s.rest for s in tokens[end].splits if s.prefix in cue.prepositions)
    return tokens[end].folded in cue.prepositions or any(len(w) > 1 and w not in OBJECTS for w in onto)


def _noun_place(tokens: tuple[Token, ...], i: int, cues: CueLexicon, particles: Particles) -> bool:
    """Whether the word at token `i` is a noun rather than the verb that looks like it (رفض الوزير …)."""
    if not cues.verb(tokens[i].folded):
        return i > 0 and tokens[i - 1].kind == "word"
    before = tokens[i - 1] if i else None
    if before is None or before.kind != "word" or before.folded in particles.verbal:
        return False
    if {before.folded, before.folded.removeprefix("و")} & (particles.cause_of | particles.preposition):
        return True
    if before.folded in particles.breaks or tokens[i].folded.removeprefix("و") == _ASKS:
        return False
    verbal = tokens[i].text.endswith("ى") or behind_subject(tokens, i, particles)
    verbal = verbal or (tokens[i].folded == REFUSES and behind_definite(tokens, i, particles))
    if verbal or of_somebody(tokens, i, particles):
        return False
    near = tokens[max(0, i - LONGEST_SUBJECT) : i]
    return any(
        h.form.tense in ("past", "present") and not h.cue.homograph
        for t in near[:-1]
        for h in cues.verb(t.folded)
    )


def _verb(
    document: Document,
    sentence: Sentence,
    i: int,
    cues: CueLexicon,
    particles: Particles,
    *,
    calls: bool,
    fronted: bool,
) -> CueHit | None:
    tokens = document.tokens
    readings = cues.verb(tokens[i].folded) or _emphatic(document, sentence, i, cues)
    told = any(h.cue.addressee == "direct" and is_verb(h, tokens, i, None, particles) for h in readings)
    if i == sentence.start and all(hit.pronoun for hit in readings) and not told:
        suspect = _misspelled(document, sentence, i, cues, particles)
        if suspect is not None:
            return suspect
    before = tokens[i - 1] if i > sentence.start and not fronted else None
    considers = (h for h in readings if calls and h.form.text in particles.copular and not h.pronoun)
    hit = next((h for h in readings if is_verb(h, tokens, i, before, particles)), next(considers, None))
    if hit is None:
        return None
    if len(readings) > 1:
        hit = _with_its_word(hit, readings, tokens[i + 1 : min(sentence.end, i + 1 + PRAYED_REACH)])
    first = i - 1 if before is not None and before.folded == "كما" else i
    goes_on = hit.cue.continues and hit.form.tense == "past" and i + 1 < sentence.end
    end = i + 1 + (goes_on and tokens[i + 1].folded in _SAYS)  # "وتابع يقول إن …"
    return CueHit(first, end, hit.cue, hit.form, hit.prefix, hit.pronoun)


def _with_its_word(hit: VerbHit, readings: tuple[VerbHit, ...], near: tuple[Token, ...]) -> VerbHit:
    """Of two readings the one whose own word follows: سأل الله أن … rather than سأل الوزير: ….

    So does the one whose preposition stands right behind it: يدعون إلى is no claim.
    """
    words = {"=" + t.folded for t in near} | {t.folded for t in near[:1] if not hit.cue.prepositions}
    same = (h for h in readings if h.form.tense == hit.form.tense and words.intersection(h.cue.prepositions))
    return next(same, hit)


def _misspelled(
    document: Document, sentence: Sentence, i: int, cues: CueLexicon, particles: Particles
) -> CueHit | None:
    """A verb with one typing error (وأضافة مصادر أن), where only a reporting verb makes sense of the rest.

    The word opens the sentence with و, and أن follows before any other verb of saying.
    """
    tokens = document.tokens
    if not tokens[i].folded.startswith("و"):
        return None
    near = cues.near(tokens[i].folded[1:])
    if not near or tokens[i].folded[1:] in _RIGHT:
        return None  # "وواضح أن …" is no وأوضح
    for j in range(i + 1, min(sentence.end, i + MISSPELLED_REACH)):
        if tokens[j].folded in particles.complementiser:
            return CueHit(i, i + 1, near[0].cue, near[0].form, "و", "")
        if tokens[j].kind != "word" or cues.verb(tokens[j].folded):
            return None
    return None
