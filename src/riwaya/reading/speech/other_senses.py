"""Cues that the words beside them show to be something else: لا قدر الله, تشييعا مهيبا, الذي تطلب جهدا."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.cue_senses import cue_senses
from riwaya.lexicon.inflect import THEIRS, THIRD_PERSON, without_pronoun
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.speech.clause_openings import Opening
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.sources import CLOSES, Sources
from riwaya.text.tokens import Token

#: Proclitics that stand before a word in a list of what follows a cue.
_ONTO = "-"
#: To, which is written onto what an adjective is about.
_TO = "ل"
_CLOSING = frozenset('»”"')
_MUCH = speech_words("much")
#: What things lay bare that nobody tells, folded (كشفت الحرب زيف الوعود).
_LAID_BARE = speech_words("laid bare")
#: Marks behind which words are quoted.
_LEADS_IN = frozenset(":،,")
#: Who or what a relative clause is about, as a man or one thing, folded.
_HE_WHO = frozenset(("الذي", "والذي"))
#: To close and to go on, which is done with a festival as well as with words.
_CLOSES = CLOSES | speech_cues("of events too")


def other_sense(hit: CueHit, tokens: Sequence[Token]) -> bool:
    """Whether a word right before or behind the cue shows that nobody says anything (لا قدر الله)."""
    before = _forms(tokens[hit.first - 1]) if hit.first else frozenset()
    after = _plain(tokens[hit.end]) if hit.end < len(tokens) else frozenset()
    return _fits(hit, tokens, before, after)


def does_it(hit: CueHit, opening: Opening, tokens: Sequence[Token]) -> bool:
    """Whether the noun behind whoever is named gives the cue another sense (كرر الحزب استهداف القرى)."""
    named = opening.how == "np" and opening.start > hit.end
    return named and _fits(hit, tokens, frozenset(), _plain(tokens[opening.start]))


def _fits(hit: CueHit, tokens: Sequence[Token], before: frozenset[str], after: frozenset[str]) -> bool:
    """Whether a cue has another sense between the folded forms of a word before and one after it."""
    cue = tokens[hit.end - 1]
    written = next((s.rest for s in cue.splits if s.prefix == hit.prefix), cue.folded)
    forms = frozenset((written, cue.folded))
    return any(sense.fits(forms, before, after) for sense in cue_senses().get(hit.cue.form, ()))


def _forms(token: Token) -> frozenset[str]:
    """The word at `token` as it is written and without proclitics and article."""
    rests = (s.rest for s in token.splits)
    return frozenset({token.folded, *(form for rest in rests for form in (rest, rest.removeprefix("ال")))})


def _plain(token: Token) -> frozenset[str]:
    """The word at `token` with and without its article, and its proclitics as ل- (not فعل of بالفعل)."""
    onto = {s.prefix[-1] + _ONTO for s in token.splits if s.prefix and len(s.rest) > 1}
    return frozenset({token.folded, token.folded.removeprefix("ال"), *onto})


def describes_noun(hit: CueHit, token: Token) -> bool:
    """Whether ل behind a participle that takes another preposition makes an adjective of it.

    تشييعا مهيبا للقائد, عاملا مهددا للبيئة; but رافضا لأي وصاية.
    """
    takes = hit.cue.prepositions
    onto = any(s.prefix.endswith(_TO) and len(s.rest) > 1 for s in token.splits)
    return bool(takes) and not {"-", _TO} & set(takes) and onto and token.folded.startswith(_TO)


def is_of_another(hit: CueHit, opening: Opening, before: SourcePhrase, contents: Contents) -> bool:
    """Whether a verb does not agree with the relative pronoun before it, and nobody else is its subject.

    "الجرح الذي تطلب عملية" called for one; "الرجل الذي قالت إنه عاطل" and "الذي ترفض X" are another's words.
    """
    if opening.how != "np" or not before.elided or hit.form is None or not hit.first or hit.pronoun:
        return False  # "الحزب الذي تتهمه بالقصف"
    alone = hit.form.person == THIRD_PERSON and hit.form.tense == "present" and opening.start == hit.end
    return alone and hit.form.gender == "feminine" and contents.tokens[hit.first - 1].folded in _HE_WHO


def closes_event(hit: CueHit, opening: Opening, contents: Contents) -> bool:
    """Whether a name in quotation marks is what somebody closes or goes on with (اختتمت «أيام التراث»)."""
    quote = opening.quote
    if hit.cue.form not in _CLOSES or opening.how != "quote" or quote is None:
        return False
    led = contents.tokens[quote.open - 1].text in _LEADS_IN
    return not led and quote.close - quote.open <= NAME_WORDS + 1


def bares(hit: CueHit, opening: Opening, sources: Sources, contents: Contents) -> bool:
    """Whether what happened lays something bare, so that nobody tells it (كشفت الحرب زيف الوعود).

    Behind و the last speaker goes on, and whoever is named by an office, a body or a list tells it.
    """
    tokens, particles = contents.tokens, contents.particles
    if (
        tokens[hit.end].folded in _MUCH
        and hit.form is not None
        and hit.form.tense == "present"
        and opening.start > hit.end
    ):
        return not hit.prefix  # "دراسات تكشف المزيد من أسرار الموقع"
    word = tokens[opening.start].folded.removeprefix("ال")
    bare = {word, *(stem for stem, own in without_pronoun(word) if own in THEIRS)}
    if bare.isdisjoint(_LAID_BARE) or hit.form is None or hit.form.person != THIRD_PERSON:
        return False
    if tokens[opening.start - 1].folded in hit.cue.prepositions:
        return False  # "كشف الوزير عن حجم الخسائر"
    if opening.start == hit.end:
        at = hit.first - 1
        while at > 0 and tokens[at].kind == "word" and at not in sources.actor_at:
            at -= 1
        named = contents.tokens[hit.first - 1].text in _CLOSING if hit.first else False
        return not hit.prefix and not named and at not in sources.actor_at
    who = tokens[hit.end].folded.removeprefix("ال")
    speaks = particles.body | particles.people | particles.telling | particles.medium | particles.evidence
    named = hit.end in sources.actor_at or sources.office_end(hit.end) > hit.end
    return not named and who not in speaks and not sources.names_somebody(hit.end)
