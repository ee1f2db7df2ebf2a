"""Words that stand where a speaker would and name none: governed nouns, clauses, things, objects."""

from __future__ import annotations

from riwaya.lexicon.inflect import THAT_HE, THEIRS, without_pronoun
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.speech.content_nouns import deed_onto, masdar
from riwaya.reading.speech.source_words import SourceWords

#: Letters of a shorter noun behind بال or لل; such words are others (بالنا).
_SHORTEST_GOVERNED = 5
#: Proclitics behind which a noun is no subject, folded.
_ONTO = "بلك"
#: All of those behind it, folded.
_ALL = speech_words("all of") | {"معظم"}


def governed(i: int, words: SourceWords) -> bool:
    """Whether ب or ل is written onto the word at token `i`, a noun or a pronoun.

    "بالتحري معهم اعترفوا", "وبهذه المناسبة، أكد …", "لأنها ترى أن …", "ولضمان ذلك، أكد …".
    """
    token, particles = words.tokens[i], words.particles
    word = token.folded.removeprefix("و")
    if i in words.actor_at or word in particles.whole or words.names_somebody(i):
        return False
    if word.startswith(("بال", "لل")) and len(word) > _SHORTEST_GOVERNED:
        return True
    return deed_onto(token, _ONTO, particles.demonstrative | THAT_HE | particles.content_noun)


def is_beside(i: int, words: SourceWords) -> bool:
    """Whether another clause, a governed word, a thing of one's own or an object follows a verb at token `i`.

    "يدعو ويعمل على …", "نسب إليه، وبإحالته …", "أعلنت استقلالها", "تصور نفسها كـ…", "يظهر لجميع …".
    """
    token, particles = words.tokens[i], words.particles
    if words.names_somebody(i) or token.text.endswith("ة"):
        return False
    if words.begins_clause(i) or _is_object(i, words):
        return True
    joined = (s.rest for s in token.splits if s.prefix == "و")
    if any(_opens_clause(word, words) for word in joined) or deed_onto(token, _ONTO, _ALL):
        return True
    if not masdar(token):
        return token.folded in particles.same
    bare = {stem for stem, own in without_pronoun(token.folded) if own in THEIRS}
    speak = (particles.body, particles.people, particles.medium, particles.spoken_to, particles.telling)
    return bool(bare) and all(bare.isdisjoint(role) for role in speak)


def _is_object(i: int, words: SourceWords) -> bool:
    """Whether an indefinite noun stands in the accusative at token `i` (هدفا, not مقطعا الفيديو)."""
    token, particles = words.tokens[i], words.particles
    if not token.text.endswith("ا"):
        return False
    following = words.tokens[i + 1].folded if i + 1 < len(words.tokens) else ""
    bare = token.folded[:-1]
    thing = bare in particles.telling or bare in particles.no_source or bare in particles.content_noun
    other = bare in particles.whole or bare in particles.given_name
    return thing and not other and not following.startswith("ال")


def _opens_clause(word: str, words: SourceWords) -> bool:
    """Whether a word is a verb of saying and nothing else, or a function word that opens a clause."""
    particles = words.particles
    others = (particles.verbal, particles.source_end, particles.relative, particles.no_subject)
    return any(word in role for role in others) or any(
        not h.cue.homograph and h.form.tense != "participle" and not h.pronoun for h in words.cues.verb(word)
    )
