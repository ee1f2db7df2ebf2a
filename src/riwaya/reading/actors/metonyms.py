"""Capitals and common words that mean a party only where somebody acts or speaks: موسكو, العربية."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from riwaya.lexicon.event_words import word_beginnings
from riwaya.lexicon.inflect import OBJECTS
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.text.tokens import splits

T = TypeVar("T")

#: Words before لـ and a medium among which one says that something was told to it (في حديث سابق لشام).
_TOLD_WITHIN = 3
#: Letters of a feminine past verb, at least.
_SHORTEST_PAST = 4
#: Pronouns between a verb and its subject, and endings of adjectives, folded.
_THEREIN = frozenset(("فيه", "فيها", "به", "بها", "له", "لها", "عليه", "عليها", "اليه", "اليها"))
_ADJECTIVE = ("ي", "يه", *word_beginnings("adjective of a deed"))


def acts(
    match: PhraseMatch[T],
    word: Callable[[int], str],
    index: ActorIndex,
    *,
    media: bool,
    joined: bool,
    colon: bool,
) -> bool:
    """Whether the words stand where somebody who acts or speaks would.

    `word` gives the folded word at a token, nothing for signs; `joined`: an actor ends right before;
    `colon`: the sign follows.
    """
    prefix, before, after = match.split.prefix, _before(match.first, word), word(match.end)
    if after in index.words["auxiliary"]:
        after = word(match.end + 1)
    if prefix == "ل":
        return _is_told(match.first, word, index) if media else joined or before in index.words["sided"]
    if prefix not in ("", "و", "ف"):
        return False
    if prefix == "و" and joined:
        return not media
    if before in index.words["visited"]:
        return False
    if media and before == "ل" and word(match.first - 2) in index.words["by"]:
        return True  # "وفقا لـ«العربية»"
    if index.is_cue(before) or _tells_of(before, index) or _is_stance(before, index):
        return True
    if colon and not (media and before):  # "رئيس جامعة نايف العربية: …"
        return True
    turned_to = _is_turned_to(match.first, word, index) or index.is_participle(before)
    if not media and (turned_to or _is_turned_to_by_name(match.first, after, word, index)):
        return True  # "داعية موسكو إلى …"
    starts = not before or before in index.words["clause"]
    disposed = starts and not media and _is_disposed(after, word(match.end + 1), index)
    if disposed or _goes_before_verb(after, index, media, starts=starts):
        return True
    if prefix and not media and after.startswith("ت") and index.is_cue(after):
        return True
    return not media and _is_her_verb(before, index)


def _before(first: int, word: Callable[[int], str]) -> str:
    """The word before token `first`, also before a pronoun of its own (توسطت فيه موسكو)."""
    return word(first - 2) if word(first - 1) in _THEREIN else word(first - 1)


def _is_her_verb(word: str, index: ActorIndex) -> bool:
    """Whether the word is a feminine verb of saying or doing (وتدفع, ستعلن, ولا تريد)."""
    bare = word.removeprefix("و").removeprefix("ف").removeprefix("س")
    for form in (bare, *(bare.removesuffix(o) for o in OBJECTS if bare.endswith(o))):
        known = index.is_verb(form) or form in index.words["wills"]
        if known and (form.startswith("ت") or form.endswith("ت")):
            return True  # "العقوبات التي فرضتها واشنطن"
    return (bare.startswith("ت") or bare.endswith("ت")) and index.is_verb(word)


def _tells_of(before: str, index: ActorIndex) -> bool:
    """Whether the word before is a verb of saying with an object of its own (تعتبرهم, تصفه)."""
    return any(before.endswith(o) and index.is_cue(before.removesuffix(o)) for o in OBJECTS)


def _is_stance(before: str, index: ActorIndex) -> bool:
    """Whether the word before is one that only somebody can have (موقف, وإصرار)."""
    return any(s.rest in index.words["stance"] for s in splits(before)) if before else False


def _goes_before_verb(after: str, index: ActorIndex, media: bool, *, starts: bool) -> bool:
    """Whether a clause begins here whose feminine verb is `after` (موسكو تنفي)."""
    if not starts or not after:
        return False
    past = len(after) >= _SHORTEST_PAST and after.endswith("ت") and not after.endswith("ات")
    verb = past or _is_her_verb(after, index)
    return verb and (not media or index.is_cue(after))


def _is_disposed(after: str, next_: str, index: ActorIndex) -> bool:
    """Whether the words behind tell how somebody is disposed (أن موسكو حريصة, موسكو على استعداد)."""
    return (next_ if after == "علي" else after) in index.words["disposed"]


def _is_turned_to(first: int, word: Callable[[int], str], index: ActorIndex) -> bool:
    """Whether a preposition before the name goes with who is meant (عقوبات على دمشق, المدعومة من أنقرة)."""
    before, governor = word(first - 1), word(first - 2)
    if before == "علي":  # "فرضتها أوروبا على دمشق": who imposes stands between
        return any(word(at) in index.words["pressed"] for at in (first - 2, first - 3))
    if before == "من" and _is_help(word(first - 2), word(first - 3), index):
        return True
    sided = index.words["sided"]
    # "طلبت بغداد من أنقرة سحب قواتها": who asks stands between
    return before == "من" and (governor in sided or (governor in index.names and word(first - 3) in sided))


def _is_help(noun: str, further: str, index: ActorIndex) -> bool:
    """Whether one of two words before من is what somebody gives (بدعم من طهران, بضغط مباشر من واشنطن)."""
    nouns = (noun, further) if noun.endswith(_ADJECTIVE) else (noun,)
    # "سافر في مهمة مساعدة من بغداد" tells where from, and nobody's help
    return any(s.rest in index.words["help"] and "ب" in s.prefix for n in nouns if n for s in splits(n))


def _is_turned_to_by_name(first: int, after: str, word: Callable[[int], str], index: ActorIndex) -> bool:
    """Whether a verb and one name stand before it (اتهم فلان طهران بدعم …, طالبت واشنطن موسكو …)."""
    if index.is_cue(word(first - 2)) and word(first - 1) in index.names:
        return True
    verb = word(first - 2).removeprefix("و").removeprefix("كما")
    return verb in index.words["accusing"] and len(word(first - 1)) > 1 and after.startswith("ب")


def _is_told(first: int, word: Callable[[int], str], index: ActorIndex) -> bool:
    words = [word(at) for at in range(first - _TOLD_WITHIN, first)]
    return any(w in index.words["told"] or index.is_cue(w) for w in words)
