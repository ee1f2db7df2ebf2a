"""The subject of a solemn statement, which stands before إذ: والوزارة إذ تعلن ذلك تؤكد أن …."""

from __future__ import annotations

from riwaya.lexicon.inflect import THIRD_PERSON
from riwaya.reading.speech.cues import AS, LONGEST_SOLEMN, CueHit
from riwaya.reading.speech.source_words import SourcePhrase, SourceWords
from riwaya.text.sentences import Sentence
from riwaya.text.signs import COMMAS

#: Words of a subject before it, at most.
_LONGEST = 8


def before_as(hit: CueHit, sentence: Sentence, words: SourceWords) -> SourcePhrase | None:
    """The subject that stands before إذ and a verb of the present, from where its clause begins.

    It is a listed actor, or a noun with its article right behind و.
    """
    at = _as_before(hit, sentence, words)
    present = hit.form is not None and hit.form.tense == "present" and hit.form.person == THIRD_PERSON
    if not present or at <= sentence.start or words.tokens[at].folded != AS:
        return None
    end = at - (words.tokens[at - 1].text in COMMAS)
    for first in range(max(sentence.start, end - _LONGEST), end):
        named = words.actor_at.get(first)
        if named is not None and named.counts and named.end == end:
            return SourcePhrase(first, end) if _opens(first, sentence, words) else None
    alone = words.tokens[end - 1].folded
    return SourcePhrase(end - 1, end) if alone.startswith("وال") else None


def _as_before(hit: CueHit, sentence: Sentence, words: SourceWords) -> int:
    """The token of إذ before its verb, or before that of the main clause with ل (إذ تعلن ذلك لتؤكد أن …)."""
    tokens, near = words.tokens, range(hit.first - 1, max(sentence.start, hit.first - LONGEST_SOLEMN), -1)
    if not tokens[hit.first].folded.startswith("ل"):
        return hit.first - 1
    return next((i for i in near if tokens[i].folded == AS), hit.first - 1)


def _opens(first: int, sentence: Sentence, words: SourceWords) -> bool:
    """Whether a clause begins with the name at token `first` (وحركة X إذ …; not دول الخليج، إذ تتوقع …)."""
    that = first > 0 and words.tokens[first - 1].folded in words.particles.complementiser
    return first == sentence.start or that or words.tokens[first].folded.startswith("و")
