"""The subject of a solemn statement, which stands before إذ: والوزارة إذ تعلن ذلك تؤكد أن …."""

from __future__ import annotations

from riwaya.lexicon.inflect import THIRD_PERSON
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.source_words import COMMAS, SourcePhrase, SourceWords
from riwaya.text.sentences import Sentence

#: As, behind who states something and before what he does so, folded.
_AS = "اذ"
#: Words of a subject before it, at most.
_LONGEST = 8


def before_as(hit: CueHit, sentence: Sentence, words: SourceWords) -> SourcePhrase | None:
    """The subject that stands before إذ and a verb of the present, from where its clause begins.

    It is a listed actor, or a noun with its article right behind و.
    """
    at = hit.first - 1
    present = hit.form is not None and hit.form.tense == "present" and hit.form.person == THIRD_PERSON
    if not present or at <= sentence.start or words.tokens[at].folded != _AS:
        return None
    end = at - (words.tokens[at - 1].text in COMMAS)
    for first in range(max(sentence.start, end - _LONGEST), end):
        named = words.actor_at.get(first)
        if named is not None and named.counts and named.end == end:
            return SourcePhrase(first, end) if _opens(first, sentence, words) else None
    alone = words.tokens[end - 1].folded
    return SourcePhrase(end - 1, end) if alone.startswith("وال") else None


def _opens(first: int, sentence: Sentence, words: SourceWords) -> bool:
    """Whether a clause begins with the name at token `first` (وحركة X إذ …; not دول الخليج، إذ تتوقع …)."""
    that = first > 0 and words.tokens[first - 1].folded in words.particles.complementiser
    return first == sentence.start or that or words.tokens[first].folded.startswith("و")
