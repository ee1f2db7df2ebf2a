"""Who does the deed for which a charge, a pretext or a fear is told (اعتقلت الشرطة رجلا بتهمة …)."""

from __future__ import annotations

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import ActorMention
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.source_words import BEFORE_VERB, SourcePhrase
from riwaya.reading.speech.sources import Sources
from riwaya.text.sentences import Sentence
from riwaya.text.signs import FINAL

#: Nouns of charges, pretexts, fears and beliefs that are those of whoever does the deed before them.
OF_DOERS = speech_words("of the doer")
#: Tokens between the verb of the deed and such a noun.
_REACH = 30
_LONGEST_NAME = 8
#: Ends of a plural that a name completes, folded (إرهابيو التنظيم).
_CONSTRUCT = ("و", "ي")
#: Kinds of those who may do something in protest: the armed act against who protests.
_PROTESTING = frozenset(("state", "government", "organisation"))
#: Ends of a verb whose subject stands before it, folded.
_OF_MANY = ("ون", "وا")
#: Verbs that carry the noun of a deed, folded.
_CARRIES = event_words("does it") | event_words("carrying out")


def doer_before(i: int, sentence: Sentence, sources: Sources, contents: Contents) -> SourcePhrase | None:
    """The actor who is subject of the verb nearest before token `i`, or of the clause behind أن.

    None where that verb says something.
    """
    tokens = contents.tokens
    for verb in range(i - 1, max(sentence.start, i - _REACH) - 1, -1):
        token = tokens[verb]
        if token.text in FINAL or token.kind == "newline":
            return None
        if contents.is_complementiser(verb):  # "إن إيران لديها تاريخ من الادعاء بـ…"
            topic = _behind(verb, sources)
            return None if topic is None else SourcePhrase(topic.first, topic.end)
        acts = contents.is_verb_only(token.folded) or token.folded.removeprefix("و") in _CARRIES
        if verb in sources.actor_at or not acts:
            continue
        if any(not h.cue.homograph for h in contents.cues.verb(token.folded)):
            return None
        doer = _behind(verb, sources) or _before(verb, sources)
        return None if doer is None else SourcePhrase(doer.first, doer.end)
    return None


def protester(i: int, sentence: Sentence, sources: Sources, contents: Contents) -> SourcePhrase | None:
    """The country or body that does what its verb says in protest (قطعت تونس علاقاتها احتجاجا على …).

    None where people demonstrate, strike or suffer what is done: it is they who protest, not the police
    that disperse them, nor the state that holds them.
    """
    doer = doer_before(i, sentence, sources, contents)
    if doer is None or doer.end >= i or sources.office_end(doer.first) > doer.first:
        return None
    tokens, particles = sources.tokens, sources.particles
    first = doer.first == sentence.start or tokens[doer.first - 1].kind == "sign"
    verb = tokens[doer.end if first else doer.first - 1].folded.removeprefix("و")
    if sources.actor_at[doer.first].kind not in _PROTESTING or not contents.is_verb_only(verb):
        return None
    if verb.endswith(_OF_MANY) or verb in particles.befalls:
        return None  # "طلاب يقتحمون الوزارة احتجاجا", "تشهد البلاد احتجاجا"
    others = particles.demonstration | particles.demonstrator | particles.relative | particles.was
    between = (s.rest.removeprefix("ال") for t in tokens[doer.end : i] for s in t.splits)
    return None if any(word in others for word in between) else doer


def _behind(verb: int, sources: Sources) -> ActorMention | None:
    """The actor named right behind a verb, or behind one word that the name completes."""
    tokens = sources.tokens
    named = sources.actor_at.get(verb + 1)
    if named is None and verb + 2 < len(tokens) and tokens[verb + 1].folded.endswith(_CONSTRUCT):
        named = sources.actor_at.get(verb + 2)
    return named if named is not None and named.counts else None


def _before(verb: int, sources: Sources) -> ActorMention | None:
    """The actor whose name ends right before a verb (قوات البيشمركة قامت بـ…)."""
    last = verb - 1
    while last > 0 and sources.tokens[last].folded in BEFORE_VERB:
        last -= 1
    for first in range(last, max(-1, last - _LONGEST_NAME), -1):
        named = sources.actor_at.get(first)
        if named is not None:
            return named if named.counts and named.end == last + 1 else None
    return None
