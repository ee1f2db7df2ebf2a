"""Whom an attack on a place or a thing befalls: those who live there, or whose quarters it lies in."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.inflect import without_pronoun
from riwaya.lexicon.predicates import Predicate
from riwaya.model import Span
from riwaya.reading.draft import VIOLENT, RoleDraft
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import (
    FOR_PEOPLE,
    FORCES,
    Roles,
    Setting,
    are_of_everyday_life,
    belonging,
    described_by,
    head_word,
    participants,
    target_kind,
)
from riwaya.text import Token
from riwaya.text.tokens import splits

#: The entry for making one's way in by force.
_ENTERING = "storm"
#: Beginnings of words for what is laid or worn to explode, folded.
CHARGES = word_beginnings("charge of explosives")
#: The same for what is blown up by means of them, or thrown.
_BOMBS = (*CHARGES, *word_beginnings("bomb"))
#: Words for the quarters of forces, folded.
_QUARTERS = event_words("quarters")
#: Words for where soldiers are, and the adjectives that say so of an airport, folded.
_SITES = event_words("military site")
_OF_MILITARY = event_words("of the military")
#: Prepositions of where an attack took place, beginnings of verbs for taking place, folded, and how many
#: phrases behind the attack it is told.
_IN = frozenset(("في", "ب", "داخل", "عند"))
_HAPPENS = word_beginnings("taking place")
_SITE = 5
#: Words for a people or families, folded, as they stand before "our".
_OWN_PEOPLE = event_words("own people")
#: Words for those who live in a place, folded, as they stand before "its", and how many words are looked at.
_INHABITANTS = event_words("inhabitant")
_AMONG_THEM = 3
#: Beginnings of words for those who fled: their camp is none of soldiers.
_DISPLACED = word_beginnings("displaced")


def no_sources(phrase: Phrase, who: Roles, *, violent: bool = False) -> Roles:
    """Those whom an event befalls; who else tells the news (المسؤولين) is somebody here, activists people."""
    telling = {a for m in phrase.actors if m.kind == "sources" for a in m.actors}
    people = {"activists"} if violent else set()
    named = {a: "civilians" if a in people else "other" for a in telling}
    return tuple(replace(r, actor=named.get(r.actor, r.actor)) for r in who) if telling else who


def of_whom(setting: Setting, phrase: Phrase, after: int) -> Roles:
    """Whose those are who tell the news elsewhere: ناشطين من حزب …; nobody's where none is named."""
    first = next((m for m in phrase.actors if m.first > after), None)
    if first is None or first.kind != "sources" or len(phrase.actors) > 1:
        return ()
    index = setting.phrase_of[phrase.first] + 1
    following = setting.phrases[index] if index < len(setting.phrases) else None
    theirs = following is not None and following.preposition == "من" and following.end > phrase.end
    return participants(following) if following is not None and theirs else ()


def is_one_taken(setting: Setting, token: int) -> bool:
    """Whether the word for what befell somebody is for him, whose nation is then told: أسيرا فلسطينيا."""
    return target_kind(setting.lexicons, setting.document.tokens[token].folded) == "person"


def is_protest(setting: Setting, phrase: Phrase) -> bool:
    """Whether protests are what is put down: who protests is whom it befalls."""
    head = head_word(setting, phrase)
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]  # "لحركة الشباب"
    if named or target_kind(setting.lexicons, head) is not None:
        return False  # "تجمعا لجنود"
    readings = setting.lexicons.predicates.look_up(head)
    return any(r.word.predicate is not None and r.word.predicate.type == "PROTEST" for r in readings)


def is_bomb(setting: Setting, phrase: Phrase) -> bool:
    """Whether what is blown up is what it is done with: تفجير سيارة مفخخة, تفجير عبوة."""
    if phrase.actors:
        return False
    head = next((i for i in phrase.words if i not in phrase.anchors), None)
    return head is not None and setting.document.tokens[head].folded.removeprefix("ال").startswith(_BOMBS)


def is_charge(setting: Setting, phrase: Phrase) -> bool:
    """Whether what follows ب is what explodes: بعبوة ناسفة, بسيارة مفخخة; not بسيارة للشرطة."""
    words = (setting.document.tokens[i].folded.removeprefix("ب").removeprefix("ال") for i in phrase.words)
    return any(word.startswith(CHARGES) for word in words)


def host(setting: Setting, phrase: Phrase) -> Roles:
    """Who has the quarters in which a place lies that is hit: مسجدا في مقر القوات."""
    index = setting.phrase_of[phrase.first] + 1
    following = setting.phrases[index] if index < len(setting.phrases) else None
    if following is None or following.preposition not in ("في", "ب", "داخل") or not following.words:
        return ()
    head = head_word(setting, following).removeprefix("ب").removeprefix("ال")
    return participants(following) if head in _QUARTERS else ()


def site_of(setting: Setting, index: int) -> Roles:
    """Whose the site is in which an attack took place: وقع الهجوم في مقر الجيش, عند نقطة تفتيش للشرطة.

    A school or a market is theirs only where their forces are named: مسجد قوات الطوارئ.
    """
    for phrase in setting.phrases[index + 1 : index + _SITE]:
        happens = phrase.kind == "verb" and setting.document.tokens[phrase.first].folded.startswith(_HAPPENS)
        if happens or phrase.kind in ("auxiliary", "time") or phrase.mark == "relative":
            continue
        if phrase.kind != "noun" or phrase.preposition not in _IN or not phrase.words:
            return ()
        tokens = setting.document.tokens
        head = tokens[phrase.words[0]].folded.removeprefix("ب").removeprefix("ال")
        forces = any(tokens[i].folded in FORCES for i in range(phrase.first, phrase.end))
        kind = target_kind(setting.lexicons, head)
        theirs = head in _QUARTERS | _SITES or (forces and kind == "civil")
        theirs = theirs or (kind == "thing" and phrase.preposition != "ب")  # "هجوم بطائرات الجيش"
        heads = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]
        return (participants(phrase) or belonging(setting, phrase)) if theirs and not heads else ()
    return ()


def is_military_site(setting: Setting, phrase: Phrase, after: int) -> bool:
    """Whether a camp, a base, a military airport is hit, where no plain people live."""
    tokens = setting.document.tokens
    named = (i for i in range(max(phrase.first, after + 1), phrase.end) if tokens[i].text.isalpha())
    head = next((i for i in named if tokens[i].folded != phrase.preposition), None)
    if head is None:
        return False
    end = next((i for i in range(head + 1, phrase.end) if tokens[i].folded.startswith("و")), phrase.end)
    words = [tokens[i].folded for i in range(head, end)]
    if any(word.removeprefix("ال").startswith(_DISPLACED) for word in words):
        return False  # "معسكر النازحين"
    bare = {words[0], *(split.rest for split in splits(words[0]))}
    return bool(bare & _SITES) or any(word in _OF_MILITARY for word in words[1:])


def _dwellers(setting: Setting, phrase: Phrase, head: int) -> Roles:
    """The people of a school, a market, a mosque that is hit, also where its name is a place's."""
    tokens = setting.document.tokens
    token = tokens[head]
    forces = any(tokens[i].folded in FORCES for i in range(head, phrase.end))  # "مسجد قوات الطوارئ"
    words = [*(i for i in phrase.words if i >= head), *described_by(setting, phrase)]
    for_people = are_of_everyday_life(setting, words, FOR_PEOPLE)  # "مركز ثقافي"
    if forces or not (for_people or target_kind(setting.lexicons, token.folded) == "civil"):
        return ()
    return (RoleDraft("civilians", Span(token.start, tokens[phrase.end - 1].end)),)


def names_only_more(setting: Setting, phrase: Phrase, after: int) -> bool:
    """Whether "and" adds the only party named to a school or a quarter: أحياء المدينة وقوات …."""
    tokens = setting.document.tokens
    head = next((i for i in phrase.words if i > after), None)
    first = next((m for m in phrase.actors if m.first > after), None)
    if head is None or first is None or target_kind(setting.lexicons, tokens[head].folded) != "civil":
        return False
    return tokens[first.first].folded.startswith("و") and first.span.start > tokens[first.first].start


def is_ones_house(setting: Setting, token: Token) -> bool:
    """Whether a pronoun is on a word for a school, a mosque, a market."""
    if token.text.endswith("ة"):
        return False
    stems = (stem for stem, pronoun in without_pronoun(token.folded) if pronoun in ("ه", "ها", "هم", "نا"))
    return any(target_kind(setting.lexicons, stem) == "civil" for stem in stems)


def are_our_people(token: Token) -> bool:
    """Whether the speaker's own people are told of: أهلنا, شعبنا, أبنائنا."""
    stems = (s.rest.removesuffix("نا") for s in splits(token.folded) if s.rest.endswith("نا"))
    return any(stem in _OWN_PEOPLE for stem in stems)


def inhabitants(setting: Setting, phrase: Phrase, after: int) -> Span | None:
    """The words for those who live in a place that a pronoun means: سكانها, اثنين من أهاليها."""
    words = [i for i in phrase.words if i > after]
    for i in words[:_AMONG_THEM]:
        rests = (split.rest for split in splits(setting.document.tokens[i].folded))
        if any(stem in _INHABITANTS for rest in rests for stem, _ in without_pronoun(rest)):
            return Span(setting.document.tokens[words[0]].start, setting.document.tokens[i].end)
    return None


def people_of(setting: Setting, predicate: Predicate, phrase: Phrase, after: int) -> Roles:
    """The people whom violence befalls though only their protests, school or market are named."""
    if predicate.type in VIOLENT and is_protest(setting, phrase):
        return (RoleDraft("civilians", None),)
    head = next((i for i in phrase.words if i > after), None)
    # A building that is stormed is entered, often without a hurt.
    struck = predicate.type == "ASSAULT" and predicate.gloss != _ENTERING and phrase.preposition != "ل"
    return _dwellers(setting, phrase, head) if struck and head is not None else ()
