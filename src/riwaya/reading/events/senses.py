"""Words beside a predicate: those that it needs, and those that show it to tell of no event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HedgeLexicon
from riwaya.lexicon.inflect import OBJECTS
from riwaya.lexicon.predicates import Predicate, WordReading
from riwaya.text import Document, Token
from riwaya.text.remembered import Remembered
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import splits

#: How far behind and before an entry a word may stand that shows another sense of it.
SENSE_BEHIND = 4
SENSE_BEFORE = 3
#: Letters of the shortest word that may have shed something.
TOO_SHORT = 3
#: The accusative, and the pronouns of third persons.
_ENDINGS = ("ا", *OBJECTS)
#: Words that put an event before what its sentence tells, folded.
_SINCE = event_words("since")
#: How words for attacks begin that are made once and by stealth, folded.
_STROKES = word_beginnings("stroke")
CLAUSE_ENDS = frozenset("،,؛;:.!؟?")
#: How much of a report is about something else than events: all; some sentences, perhaps; or none, since
#: forces are named more often than words of play or prices.
Idleness = Literal["idle", "mixed", "busy"]
#: Words of such a field that a report has at least, and one in how many of its words they are.
_SEVERAL_WORDS = 4
_SHARE = 40


def meets(folded: str, needs: frozenset[str]) -> bool:
    """Whether a folded word is a needed one, also with proclitics, article, accusative or pronoun."""
    return not needs.isdisjoint(NEEDED_AS[folded])


def _needed_as(folded: str) -> frozenset[str]:
    """The words of which `folded` may be a form: والقنابل → قنابل, منزلا → منزل, أسلحتهم → أسلحة."""
    found: set[str] = set()
    for split in splits(folded):
        rests = [split.rest]
        if split.rest.startswith("ال"):
            rests.append(split.rest[2:])
        else:
            rests += [split.rest[: -len(e)] for e in _ENDINGS if split.rest.endswith(e)]
        rests += [r[:-1] + "ه" for r in rests if r != split.rest and r.endswith("ت")]
        found.update([r for r in rests if r == split.rest or len(r) >= TOO_SHORT])
    return frozenset(found)


NEEDED_AS = Remembered(_needed_as)


def has_other_sense(
    tokens: Sequence[Token], sentence: Sentence, i: int, predicate: Predicate, *, verb: bool
) -> bool:
    """Whether a word beside token `i` shows that no event is meant: السيطرة على الحريق, رئيس تحرير."""
    reach = SENSE_BEFORE if verb else 1  # رئيس تحرير; a verb may have its subject farther off
    for step, words, most in ((1, predicate.not_before, SENSE_BEHIND), (-1, predicate.not_after, reach)):
        seen = 0
        j = i + step
        while words and sentence.start <= j < sentence.end and seen < most:
            if tokens[j].text in CLAUSE_ENDS:
                break
            seen += tokens[j].kind != "sign"
            if meets(tokens[j].folded, words):
                return True
            j += step
    return False


def is_parted(before: Token, noun: Token, told: Predicate, light: tuple[int, WordReading] | None) -> bool:
    """Whether "after" parts a noun from a light verb, whose noun it is not: بدأت تركيا حملة بعد هجوم.

    Whoever does something after firing has mostly fired himself: عطلت الطائرة السفينة بعد إطلاق صاروخ.
    """
    if light is None or light[1].word.category != "verb" or before.folded not in _SINCE:
        return False
    lends = light[1].word.light
    acts = lends is not None and lends.subject == "agent" and told.type == "ASSAULT"
    return not acts or noun.folded.removeprefix("ال").startswith(_STROKES)


def idleness(document: Document, hedges: HedgeLexicon, forces: int) -> Idleness:
    """How much of a report is about play, prices, illness or films: all where many words are of such a field.

    Where it names forces more often, a chance word of such a field tells nothing (في مرمى النيران).
    """
    words = [t.folded for t in document.tokens if t.kind == "word"]
    unrelated = sum(w in hedges.unrelated for w in words)
    if unrelated >= _SEVERAL_WORDS and unrelated * _SHARE >= len(words):
        return "idle"
    return "mixed" if unrelated >= forces else "busy"
