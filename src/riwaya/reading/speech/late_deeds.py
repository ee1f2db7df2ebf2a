"""The deed that is told late: behind where, when and by whom it was said, without a preposition."""

from __future__ import annotations

from riwaya.lexicon.inflect import THEIRS, THIRD_PERSON, without_pronoun
from riwaya.lexicon.speech_words import speech_cues
from riwaya.reading.speech.clause_openings import REACH, Opening
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.content_nouns import content_noun, given_name, masdar
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.objects import CLAIMS, SHOWING, complete, takes_bare
from riwaya.reading.speech.sources import Sources
from riwaya.reading.speech.verb_readings import EXPRESSES
from riwaya.text.sentences import Sentence, abbreviates
from riwaya.text.signs import COMMAS, FINAL

#: The pronoun of one speaker by the gender of his verb, and that of many.
_HIS, _OF_MANY = {"masculine": "ه", "feminine": "ها"}, "هم"
#: Marks behind which a name or an aside is complete, and what a document is whose, folded.
_CLOSED = frozenset('»”")') | COMMAS
_HIS_PAPER = frozenset(("له", "لها", "لهم"))
#: But, which only looks like a word with its article, folded.
_BUT = "الا"
#: How a verb of a woman's with an object ends, folded.
_SHE_DID = ("ته", "تها", "تهم")
#: Verbs of evidence, and of claims that a clause tells as well.
_SHOW = SHOWING | speech_cues("establishes") | {CLAIMS}
_STOPS = (FINAL - {"."}) | {":", ";", "؛", "\n"}


def late_deed(hit: CueHit, sentence: Sentence, sources: Sources, contents: Contents) -> Opening | None:
    """The opening of a deed behind where it was told (أكد الرئيس في اتصال هاتفي مع نظيره دعمه للسلام).

    It is one with the pronoun of who speaks, or one that can go on no noun before it.
    """
    if hit.form is None or hit.form.person != THIRD_PERSON or hit.pronoun or not takes_bare(hit):
        return None
    plain = hit.prefix == "و" or hit.first == sentence.start or not hit.cue.homograph
    if hit.cue.form in _SHOW or not plain:
        return None
    i = named_to = hit.end + 1
    while i < min(sentence.end, hit.end + REACH):
        if _ends(i, contents):
            return None
        if (named := sources.actor_at.get(i)) is not None:
            i = named_to = named.end
            continue
        whole = i == named_to > hit.end + 1 or _behind_whole(i, sources, contents)
        if whole and (_his_own(i, hit, contents) or _apart(i, contents)):
            return Opening(i, i, "np", None)
        i += 1
    return None


def _ends(i: int, contents: Contents) -> bool:
    """Whether the sentence ends at token `i`, somebody is quoted, or a clause of its own begins."""
    token, before = contents.tokens[i], contents.tokens[i - 1]
    if token.text in _STOPS or (token.text == "." and not abbreviates(contents.tokens, i)):
        return True
    quote = contents.quote_opening.get(i)
    if contents.is_complementiser(i) or (quote is not None and quote.close - quote.open > NAME_WORDS):
        return True
    if token.folded == "و":
        return True
    joined = token.folded.startswith("و") and contents.is_finite(token.folded, bare=False)
    return joined or (before.text in COMMAS and contents.takes_up(token.folded))


def _behind_whole(i: int, sources: Sources, contents: Contents) -> bool:
    """Whether the words before token `i` are a whole phrase, which goes on with no noun."""
    before, particles = contents.tokens[i - 1], contents.particles
    if before.text in _CLOSED or before.folded in particles.same | _HIS_PAPER or i - 1 in contents.time_ends:
        return True
    governs = before.folded in particles.source_end | particles.preposition | particles.cause_of | {_BUT}
    return complete(i, sources, contents) and not governs


def _his_own(i: int, hit: CueHit, contents: Contents) -> bool:
    """Whether a deed or a feeling with the pronoun of who speaks stands at token `i`."""
    word = contents.tokens[i].folded
    if word.endswith(_SHE_DID) and contents.is_finite(word, bare=False):
        return False  # "نشرتها الوكالة"
    own = {_OF_MANY} if hit.form is None else {_HIS[hit.form.gender], _OF_MANY}
    nouns = [bare for bare, pronoun in without_pronoun(word) if pronoun in own]
    felt = hit.cue.form in EXPRESSES and not contents.particles.felt.isdisjoint(nouns)
    return felt or any(content_noun(bare, contents) for bare in nouns)


def _apart(i: int, contents: Contents) -> bool:
    """Whether a deed without article or pronoun stands at token `i`."""
    token = contents.tokens[i]
    if token.folded.startswith(("ال", "و")) or token.folded.endswith(THEIRS) or given_name(token, contents):
        return False
    if contents.is_finite(token.folded):
        return False  # "ترك الوزير المؤتمر"
    return content_noun(token.folded, contents) or masdar(token)
