"""Who takes part in an event: subjects, objects, genitives and prepositional phrases become roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from riwaya.lexicon.predicates import Predicate, RoleName
from riwaya.model import Span
from riwaya.reading.anchors import Anchor
from riwaya.reading.clauses import Phrase
from riwaya.reading.draft import ActorMention, PlaceMention, RoleDraft
from riwaya.reading.naming import (
    Roles,
    Setting,
    affected,
    belonging,
    by_adjective,
    describes,
    is_accusative,
    is_event,
    owned_by_pronoun,
    owners,
    participants,
    somebody,
    strikes,
    target_kind,
)

#: Who can be the agent of violence, control or movement; the other kinds rather suffer it.
_ACTING = frozenset(("state", "armed-group", "armed-forces", "coalition", "government", "organisation"))
#: Prepositions that name the agent whatever the predicate.
_BY = frozenset(("من قبل", "على يد"))
#: Events whose object, when it is nobody listed, is still somebody.
WITH_OTHERS = frozenset(
    ("ASSAULT", "HARM", "COERCE", "ACCUSE", "REQUEST", "CONSULT", "AID", "SUPPORT", "SANCTION", "THREATEN",
     "COOPERATE", "AGREE", "SHELTER", "MONITOR")
)  # fmt: skip
#: Events in which unlisted people are those affected.
_VIOLENT = frozenset(("ASSAULT", "HARM", "COERCE"))
#: Events in which a thing's owner is the one who is hit.
_HITTING = frozenset(("ASSAULT", "HARM", "THREATEN", "CONTROL"))
#: How many phrases a clause may reach to either side of its verb.
_CLAUSE = 40
#: How many phrases behind an event noun the clause that says who did it may begin.
_CARRIED = 6
#: Words for who is taken as a suspect, folded: he is no mere civilian.
_SUSPECTS = frozenset(("متهم", "متهما", "متهمين", "المتهم", "المتهمين", "مشتبه", "المشتبه", "مطلوب", "مطلوبا",
                       "مطلوبين", "المطلوب", "المطلوبين", "الموقوف", "المعتقل"))  # fmt: skip
#: Words that count the events behind them, folded: تبنت العديد من الهجمات.
_SEVERAL = frozenset(("العديد", "عددا", "عدد", "سلسله", "عده", "المزيد", "الكثير", "موجه", "حمله", "جمله",
                      "عشرات", "مئات", "مييات", "مجموعه"))  # fmt: skip
#: Words for a part of those whom من names, folded.
_PARTS = frozenset(("عدد", "عددا", "العديد", "العشرات", "عشرات", "المئات", "مييات", "مئات", "الالاف", "الاف",
                    "مجموعه", "الكثير", "كثير", "جزء", "احد", "واحد", "واحدا", "اثنان", "اثنين"))  # fmt: skip
#: Verbs whose object an attack hit, folded.
_REACHING = frozenset(("طالت", "طال", "تطال", "يطال", "شملت", "تشمل", "اصابت", "تصيب", "ضربت", "هزت"))
#: Longest span given for whom a participle describes.
_OTHER_WORDS = 8


@dataclass(slots=True)
class Cast:
    """The participants of one event while they are gathered.

    `pronouns` are roles that a pronoun fills; `subject` says that the verb's subject is written, so that
    nobody else is understood even where it names nobody.
    """

    agent: Roles = ()
    patient: Roles = ()
    recipient: Roles = ()
    passive: bool = False
    subject: bool = False
    pronouns: list[RoleName] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)

    def give(self, role: RoleName, who: Roles) -> None:
        """Let `who` take `role` where it is still free."""
        if role == "agent" and not self.agent:
            self.agent = who
        elif role == "patient" and not self.patient:
            self.patient = who
        elif role == "recipient" and not self.recipient:
            self.recipient = who
        elif role == "both" and not self.agent and not self.patient:
            self.agent, self.patient = who[:1], who[1:]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The clause of a verb: phrases before it, phrases after it, and the head of its relative clause."""

    left: tuple[Phrase, ...]
    right: tuple[Phrase, ...]
    relative: Phrase | None


def surroundings(setting: Setting, index: int) -> Surroundings:
    """The clause around phrase `index`."""
    phrases = setting.phrases
    left: list[Phrase] = []
    # A verb joined by و opens its own clause.
    j = -1 if phrases[index].kind == "verb" and phrases[index].joined else index - 1
    while j >= max(0, index - _CLAUSE) and (
        phrases[j].kind in ("noun", "auxiliary", "time") or _is_aside(phrases, j)
    ):
        if phrases[j].end <= setting.start:
            break
        left.append(phrases[j])
        j -= 1
        if left[-1].joined and left[-1].bare and j == index - 2:
            break  # "… والتحالف يراقب": the clause begins with its subject
    relative = None
    if j >= 0 and phrases[j].mark == "relative":
        relative = _head_before(phrases, j)
    right: list[Phrase] = []
    k = index + 1
    while k < min(len(phrases), index + _CLAUSE) and (
        phrases[k].kind in ("noun", "time") or _is_aside(phrases, k)
    ):
        right.append(phrases[k])
        k += 1
    return Surroundings(tuple(reversed(left)), tuple(right), relative)


def _is_aside(phrases: Sequence[Phrase], i: int) -> bool:
    """A comma or bracket beside a time or a bracketed gloss does not end the clause."""
    if phrases[i].kind != "stop":
        return False
    if phrases[i].mark in "()-–":
        return True
    return phrases[i].mark in "،," and any(
        0 <= j < len(phrases) and phrases[j].kind == "time" for j in (i - 1, i + 1)
    )


def _head_before(phrases: Sequence[Phrase], mark: int) -> Phrase | None:
    """The noun phrase that a relative clause describes: the nearest before it, a comma allowed."""
    j = mark - 1
    while j >= max(0, mark - _CLAUSE) and phrases[j].kind in ("stop", "time"):
        j -= 1
    if j < 0 or phrases[j].kind != "noun" or phrases[j].pronoun:
        return None
    return phrases[j]


def cast_of_verb(setting: Setting, anchor: Anchor, index: int) -> Cast:
    """Participants of a finite verb: SVO, VSO, passive, relative clauses, written-on pronouns."""
    around = surroundings(setting, index)
    predicate, cast = anchor.predicate, Cast()
    bare = [p for p in around.right if p.bare and p.words]
    before = [p for p in around.left if p.bare and p.words and not setting.phrases[index].joined]
    subject, objects = _subject_and_objects(setting, anchor, around, before, bare)
    if subject is not None and objects and _is_apposition(setting, subject, objects[0]):
        objects = objects[1:]
    if anchor.reading.word.form.person == 1 or _has_pronoun_subject(setting, index):
        subject, objects = None, bare  # "نتوعد العدو": we are whoever speaks; "إنها صادرت أسلحة"
    if subject is not None:
        cast.subject = not owned_by_pronoun(setting, subject)
        cast.passive = anchor.passive or _looks_passive(setting, anchor, subject, objects, around)
        role = (
            predicate.object
            if cast.passive and predicate.object in ("patient", "place")
            else predicate.subject
        )
        _assign(setting, cast, predicate, role, subject)
    for phrase in objects[:1] if predicate.type != "PRESENCE" else ():
        _assign(setting, cast, predicate, predicate.object, phrase)
    if anchor.reading.pronoun and subject is not None and before and subject is not before[0]:
        pass  # the pronoun takes up the object that stands before
    elif anchor.reading.pronoun and around.relative is not None:
        _assign(setting, cast, predicate, predicate.object, around.relative)
    elif anchor.reading.pronoun:
        cast.pronouns.append(predicate.object)
    _prepositional(setting, cast, predicate, around.right, around.relative)
    if predicate.type == "ASSAULT" and predicate.subject == "patient":
        event = next((i for p in around.right if p.preposition == "ل" for i in p.words[:1]), None)
        if event is not None:
            cast.give("agent", _carried_out_by(setting, setting.phrase_of[event]))  # "تعرض لهجوم شنه …"
    if predicate.type == "ASSAULT" and subject is not None and not (cast.patient or cast.pronouns):
        _befalls(setting, cast, predicate, subject)
    return cast


def _befalls(setting: Setting, cast: Cast, predicate: Predicate, subject: Phrase) -> None:
    """Things that ل names right behind the subject: قصف الطيران لمواقع …, which is rather a noun."""
    index = setting.phrase_of.get(subject.first, len(setting.phrases)) + 1
    following = setting.phrases[index] if index < len(setting.phrases) else None
    hit = following is not None and following.preposition == "ل" and _is_target(setting, following)
    if following is not None and hit and predicate.object == "patient":
        _assign(setting, cast, predicate, "patient", following)


def _has_pronoun_subject(setting: Setting, index: int) -> bool:
    """Whether the complementiser before the verb carries its subject: أنه, إنها, بأنهم."""
    before = setting.phrases[index - 1] if index else None
    if before is None or before.mark != "complementiser":
        return False
    return setting.document.tokens[before.first].folded.endswith(("نه", "نها", "نهم", "نهما", "ننا"))


def _subject_and_objects(
    setting: Setting, anchor: Anchor, around: Surroundings, before: list[Phrase], bare: list[Phrase]
) -> tuple[Phrase | None, list[Phrase]]:
    resumed = anchor.reading.pronoun or any(p.pronoun for p in around.right[:2])
    if around.relative is not None and not before:
        if resumed:
            return (bare[0] if bare else None), bare[1:]
        return around.relative, bare
    if before and anchor.reading.pronoun and bare and bare[0].actors and not before[0].actors:
        return bare[0], [before[0], *bare[1:]]  # "المدارس استهدفها التنظيم"
    if before and _acts_between(setting, bare) and not before[-1].actors:
        return bare[0], bare[1:]  # "في وقت قصف فيه الطيران مواقع …"
    if before and bare and _is_nominative(setting, bare[0]) and not anchor.reading.pronoun:
        return bare[0], bare[1:]  # "مناطق استهدف فيها مدنيون"
    if before:
        return before[0], bare
    if bare and anchor.reading.word.form.number == "plural" and anchor.reading.word.form.person == 3:
        return None, bare  # "طردوا الحوثيين": a verb before its subject is singular
    if (
        bare
        and anchor.predicate.object == "patient"
        and is_accusative(setting, bare[0])
        and not anchor.passive
    ):
        return None, bare
    if len(bare) >= 2:
        return bare[0], bare[1:]
    if (
        bare
        and _is_target(setting, bare[0])
        and anchor.predicate.object in ("patient", "place")
        and not anchor.passive
    ):
        return None, bare
    return (bare[0] if bare else None), []


def _head(setting: Setting, phrase: Phrase) -> str:
    """The first word of a phrase, folded; empty where it has none of its own."""
    return setting.document.tokens[phrase.words[0]].folded if phrase.words else ""


def _is_nominative(setting: Setting, phrase: Phrase) -> bool:
    """Whether the ending ون shows people to be the subject: مدنيون, مسلحون."""
    folded = setting.document.tokens[phrase.words[0]].folded
    return folded.endswith("ون") and target_kind(setting.lexicons, folded) in ("person", "fighter")


def _is_apposition(setting: Setting, subject: Phrase, phrase: Phrase) -> bool:
    """Whether the phrase behind an office is the name of who holds it: المدرب الروماني لازلو بولوني."""
    if not subject.words or setting.phrase_of[phrase.first] != setting.phrase_of[subject.first] + 1:
        return False
    head = _head(setting, phrase)
    plain = (
        not phrase.quantity
        and not phrase.anchors
        and not phrase.places
        and not is_accusative(setting, phrase)
    )
    title = _head(setting, subject)
    office = title.startswith("ال") or target_kind(setting.lexicons, title) in ("body", "person", "fighter")
    same = {r.actor for r in participants(phrase)} & {r.actor for r in participants(subject)}
    unknown = target_kind(setting.lexicons, head) is None and not head.startswith("ال") and not phrase.actors
    return bool(same) or (plain and office and unknown)


def _acts_between(setting: Setting, bare: Sequence[Phrase]) -> bool:
    """Whether a listed actor and an object follow the verb, so that its subject is not sought before it."""
    if len(bare) < 2 or not bare[0].actors or bare[0].actors[0].first != bare[0].words[0]:
        return False
    return setting.phrase_of[bare[1].first] == setting.phrase_of[bare[0].first] + 1


def _is_target(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase is headed by a thing or place, which does not act: مواقع التنظيم."""
    if not phrase.words or (phrase.actors and phrase.actors[0].first == phrase.words[0]):
        return False
    head = setting.document.tokens[phrase.words[0]].folded
    return target_kind(setting.lexicons, head) in ("thing", "place", "civil")


def _looks_passive(
    setting: Setting, anchor: Anchor, subject: Phrase, objects: list[Phrase], around: Surroundings
) -> bool:
    """قتل ثلاثة جنود: unwritten vowels leave the passive to be guessed from who the only participant is."""
    if anchor.predicate.subject != "agent" or anchor.predicate.object not in ("patient", "place"):
        return False
    if strikes(_head(setting, subject)):
        return False  # "قتلت نيران …"
    if anchor.reading.word.form.number == "plural" and anchor.predicate.type not in ("HARM", "COERCE"):
        return False  # "عشرات … يتسللون": a passive plural is rare
    if any(p.preposition in _BY for p in around.right):
        return True
    if (
        objects
        or anchor.reading.pronoun
        or anchor.predicate.type not in ("HARM", "ASSAULT", "COERCE", "CONTROL")
    ):
        return False
    if any(anchor.predicate.role_of(p.preposition) == "patient" for p in around.right if p.preposition):
        return False
    if subject.actors:
        first = subject.actors[0]
        if first.first in subject.words[:1]:
            return first.kind not in _ACTING
    return subject.quantity is not None or _is_person(setting, subject) or not subject.actors


def _is_person(setting: Setting, phrase: Phrase) -> bool:
    head = _head(setting, phrase)
    return target_kind(setting.lexicons, head) in ("person", "fighter", "soldier")


def _assign(
    setting: Setting, cast: Cast, predicate: Predicate, role: RoleName, phrase: Phrase, after: int = -1
) -> None:
    if role == "place":
        cast.places.extend(phrase.places)
        return
    if role in ("none", "theme"):
        return
    part = _part_of(setting, phrase, after)
    if part is not None:
        phrase, after = part, -1
    if role == "both" and phrase.words and not phrase.anchors:
        cast.give(role, _two_sides(setting, phrase))
        return
    if role == "patient" and predicate.type in ("HARM", "SHELTER"):
        after = max(after, _last_event(setting, phrase))  # "أسفر عن مقتل طفلين": the children
    words = [i for i in phrase.words if i > after]
    head = setting.document.tokens[words[0]].folded if words else ""
    latter = head in ("الاخير", "الاخيره", "الاخيرين")
    if latter or owned_by_pronoun(setting, phrase, after):
        if role == "patient" or latter:
            cast.pronouns.append(role)
        return  # an agent is left to the caller, who knows the clause's subject
    who = participants(phrase, after) or belonging(setting, phrase, after)
    if not who and role == "patient" and predicate.type in _HITTING:
        who = owners(setting, phrase, after)
    refused = role == "patient" and predicate.type == "REJECT" and _is_somebody(setting, head)
    if not who and (role == "agent" or refused or predicate.type in WITH_OTHERS):
        who = somebody(setting, phrase, after)
        suspects = predicate.type == "COERCE" and head in _SUSPECTS
        if role == "patient" and predicate.type in _VIOLENT and not suspects:
            who = affected(setting, phrase, who, after)
        if role == "agent" and _is_target(setting, phrase) and phrase.quantity is None:
            who = ()
    cast.give(role, who)


def _is_somebody(setting: Setting, head: str) -> bool:
    """Whether the word names people or a body, and no thing or matter."""
    return target_kind(setting.lexicons, head) in ("person", "fighter", "soldier", "body")


def _part_of(setting: Setting, phrase: Phrase, after: int) -> Phrase | None:
    """Those of whom a phrase takes a part: عددا من مقاتليه, العشرات من جنود …."""
    words = [i for i in phrase.words if i > after]
    index = setting.phrase_of.get(phrase.first)
    if not words or index is None or index + 1 >= len(setting.phrases) or phrase.actors:
        return None
    head = setting.document.tokens[words[-1]].folded
    following = setting.phrases[index + 1]
    partitive = head in _PARTS and following.preposition == "من" and not following.pronoun
    return following if partitive and following.words else None


def _two_sides(setting: Setting, phrase: Phrase) -> Roles:
    """Both whom بين governs, also where one is not listed: بين الجنود والشرطة, بين إيران ودول الخليج."""
    known = somebody(setting, phrase)
    if len(known) != 1:
        return known
    index = setting.phrase_of[phrase.first]
    following = setting.phrases[index + 1] if index + 1 < len(setting.phrases) else None
    if following is not None and following.bare and following.joined and following.words:
        return (*known, *somebody(setting, following)[:1])
    tokens = setting.document.tokens
    taken = {i for m in phrase.actors for i in range(m.first, m.end)}
    joined = [i for i in phrase.words[1:] if tokens[i].folded.startswith("و") and i not in taken]
    second = Span(tokens[joined[0]].start + 1, tokens[phrase.words[-1]].end) if joined else None
    if second is None or second.end <= second.start:
        return known
    return (*known, RoleDraft("other", second))


def _by_weapon(setting: Setting, phrase: Phrase) -> bool:
    """Whether somebody's fire is what did it: برصاص مجهولين, بنيران الجيش."""
    head = _head(setting, phrase)
    return phrase.preposition == "ب" and strikes(head.removeprefix("ب"))


def _last_event(setting: Setting, phrase: Phrase) -> int:
    """The last of the event nouns that a phrase begins with; -1 where it begins with none."""
    found = -1
    for i in phrase.words[:-1]:
        if i not in phrase.anchors and not is_event(setting.lexicons, setting.document.tokens[i].folded):
            break
        found = i
    return found


def _prepositional(
    setting: Setting,
    cast: Cast,
    predicate: Predicate,
    phrases: Sequence[Phrase],
    relative: Phrase | None = None,
) -> None:
    other_event = False
    before: Phrase | None = None
    for phrase in phrases:
        owner, before = before is not None and _owns(setting, before, phrase), phrase
        # "وجود مجموعات دون اتخاذ إجراءات من قبل …": the agent is that of the event in between.
        other_event = other_event or (bool(phrase.anchors) and not phrase.joined and predicate.type != "HARM")
        if phrase.kind != "noun" or not phrase.preposition or owner:
            continue
        if phrase.preposition in _BY:
            if not other_event:
                cast.agent = somebody(setting, phrase) or cast.agent
            continue
        if predicate.type in ("HARM", "ASSAULT") and _by_weapon(setting, phrase):
            cast.give("agent", participants(phrase))
            continue
        if predicate.type == "CONTROL" and any(m.kind == "state" for m in phrase.actors):
            continue  # "مساحات قريبة من تركيا"
        if phrase.preposition == "من" and predicate.type == "SHELTER" and cast.patient:
            continue  # protection of somebody from something
        if phrase.anchors[:1] == phrase.words[:1] and phrase.anchors and not _is_person(setting, phrase):
            continue  # "رفض لشن هجوم": the phrase is an event, nobody takes part
        role = predicate.role_of(phrase.preposition)
        if phrase.pronoun and role == "place" and relative is not None:
            cast.places.extend(relative.places)
        elif phrase.pronoun and role in ("agent", "patient", "recipient"):
            cast.pronouns.append(role)
        elif role not in cast.pronouns:
            _assign(setting, cast, predicate, role, phrase)


def _owns(setting: Setting, before: Phrase, phrase: Phrase) -> bool:
    """Whether the phrase only says whose the people or things before it are."""
    if phrase.preposition not in ("من", "ل") or before.kind != "noun" or before.anchors:
        return False
    return not before.actors and bool(belonging(setting, before))


def cast_of_noun(setting: Setting, anchor: Anchor, index: int) -> Cast:
    """Participants of a masdar, event noun or participle: genitive, pronoun, prepositions, light verb."""
    predicate, cast = anchor.predicate, Cast()
    phrase = setting.phrases[index]
    if anchor.reading.word.category in ("active", "passive"):
        return _cast_of_participle(setting, anchor, index)
    if not anchor.reading.pronoun:
        _genitive(setting, cast, anchor, phrase, _has_object(setting, anchor, index))
    following: list[Phrase] = []
    for p in _behind(setting, index):
        following.append(p)
        owned = cast.agent or (anchor.reading.pronoun and predicate.genitive != "patient")
        if p.bare and p.words and not p.anchors and owned and not cast.patient:
            _assign(setting, cast, predicate, predicate.object, p)
    _prepositional(setting, cast, predicate, following)
    if anchor.light is not None and anchor.light_reading is not None:
        _lend(setting, cast, anchor)
    if predicate.subject == "agent":
        cast.give("agent", _carried_out_by(setting, index))
    if predicate.type == "ASSAULT" and not cast.patient:
        reached = _reached(setting, index)
        if reached is not None:
            _assign(setting, cast, predicate, "patient", reached)
    if predicate.object == "patient" and predicate.role_of("ل") == "none" and following:
        _whose(setting, cast, predicate, following[0])
    return cast


def _whose(setting: Setting, cast: Cast, predicate: Predicate, phrase: Phrase) -> None:
    """Whose shelling it was (في قصف لقوات النظام), or whom it hit: مواقع, or anybody where the doer is known."""
    if phrase.preposition != "ل" or not phrase.words or _is_purpose(setting, phrase):
        return
    if setting.document.tokens[phrase.first - 1].folded.removeprefix("ال").startswith(("تابع", "موالي")):
        return  # "هجمات المسيرات التابعة لـ …": whose the things before are
    hit = bool(cast.agent) or predicate.genitive == "patient" or _is_target(setting, phrase)
    if hit:
        _assign(setting, cast, predicate, "patient", phrase)
    elif phrase.words[:1] == [m.first for m in phrase.actors[:1]]:
        cast.give("agent", participants(phrase))


def _genitive(setting: Setting, cast: Cast, anchor: Anchor, phrase: Phrase, objects: bool) -> None:
    """Who follows the event noun in its own phrase: its doer, or whom it befalls; `objects` follow behind."""
    predicate = anchor.predicate
    role = predicate.genitive
    who = participants(phrase, anchor.token) or belonging(setting, phrase, anchor.token)
    if role == "either":
        role = "agent" if _acts(setting, phrase, anchor.token, who) else "patient"
    if role == "both" or (role == "patient" and _acts(setting, phrase, anchor.token, who) and objects):
        role = "agent"  # "اعتقال قوات النظام مدنيين": whoever follows is the object
    # "القصف الجوي": what follows a definite event describes it, unless it is a name.
    described = predicate.type in _VIOLENT and _is_described(setting, phrase, anchor)
    if who or (role != "agent" and not anchor.reading.word.form.text.startswith("ال") and not described):
        _assign(setting, cast, predicate, role, phrase, anchor.token)
    if not who:
        cast.give("agent", by_adjective(setting, phrase, anchor.token))


def _reached(setting: Setting, index: int) -> Phrase | None:
    """What a verb of reaching says that an attack hit: طالت الاعتداءات مقرات …, هجمات (التي) طالت …."""
    phrases = setting.phrases
    after = phrases[index + 1 : index + _CARRIED]
    if index and phrases[index - 1].kind == "verb" and _reaches(setting, phrases[index - 1]):
        return after[0] if after and after[0].bare and after[0].words else None
    for k, phrase in enumerate(after[:-1]):
        if phrase.kind == "verb":
            found = after[k + 1] if _reaches(setting, phrase) else None
            return found if found is not None and found.bare and found.words else None
        if phrase.kind not in ("noun", "time") and phrase.mark != "relative":
            return None
    return None


def _reaches(setting: Setting, phrase: Phrase) -> bool:
    return setting.document.tokens[phrase.first].folded.removeprefix("و") in _REACHING


def _is_described(setting: Setting, phrase: Phrase, anchor: Anchor) -> bool:
    """Whether an adjective and no genitive follows the event noun: قصف عسكري, but مقتل عراقي."""
    words = [i for i in phrase.words if i > anchor.token]
    folded = setting.document.tokens[words[0]].folded if words else ""
    if anchor.predicate.type != "ASSAULT" and (folded in setting.adjectives or not folded.endswith("يه")):
        return False
    return bool(words) and describes(setting.lexicons, folded, definite=False)


def _behind(setting: Setting, index: int) -> Iterator[Phrase]:
    """The phrases behind an event noun, also those of the clause that says who did it: هجوم شنه … على …."""
    through = False
    for p in setting.phrases[index + 1 : index + _CLAUSE]:
        if p.kind == "verb" and not through and _is_carrier(setting, p, resumed=False):
            through = True
        elif p.kind not in ("noun", "time"):
            return
        elif not (through and p.bare):
            yield p


def _is_carrier(setting: Setting, phrase: Phrase, *, resumed: bool) -> bool:
    """Whether the verb is a light one whose object is the event before it: شنه, (التي) شنها."""
    readings = setting.lexicons.predicates.look_up(setting.document.tokens[phrase.first].folded)
    return any(
        r.word.light is not None
        and r.word.light.subject == "agent"
        and r.word.category == "verb"
        and (resumed or bool(r.pronoun))
        for r in readings
    )


def _carried_out_by(setting: Setting, index: int) -> Roles:
    """The subject of a light verb in the clause behind an event noun: غارات نفذتها طائرات …."""
    phrases = setting.phrases
    for k in range(index + 1, min(len(phrases) - 1, index + _CARRIED)):
        phrase = phrases[k]
        if phrase.kind == "verb":
            light = _is_carrier(setting, phrase, resumed=phrases[k - 1].mark == "relative")
            subject = next((p for p in phrases[k + 1 : k + 3] if not p.pronoun and p.kind != "time"), None)
            return somebody(setting, subject) if light and subject is not None and subject.bare else ()
        if phrase.kind != "time" and phrase.mark != "relative" and not phrase.preposition:
            break
    return ()


def _has_object(setting: Setting, anchor: Anchor, index: int) -> bool:
    """Whether an object follows the genitive behind an event noun: bare, or with ل (قصف إسرائيل لمواقع …)."""
    following = setting.phrases[index + 1] if index + 1 < len(setting.phrases) else None
    if following is None or following.kind != "noun" or not following.words or following.joined:
        return False
    if following.bare:
        return True
    named = bool(setting.phrases[index].actors) and anchor.predicate.object == "patient"
    return named and following.preposition == "ل" and not _is_purpose(setting, following)


def _is_purpose(setting: Setting, phrase: Phrase) -> bool:
    """Whether ل says what for: it governs an event (لمنع, لإجبار) and no people or things."""
    head = setting.document.tokens[phrase.words[0]].folded
    kind = target_kind(setting.lexicons, head)
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]
    return not named and (phrase.words[0] in phrase.anchors or kind in (None, "abstract", "adjective"))


def _acts(setting: Setting, phrase: Phrase, after: int, who: Roles) -> bool:
    kinds = [m.kind for m in phrase.actors if m.first > after]
    if kinds:
        return kinds[0] in _ACTING
    heads = [setting.document.tokens[i].folded for i in phrase.words if i > after][:1]
    return bool(who) and (target_kind(setting.lexicons, heads[0]) != "thing" or strikes(heads[0]))


def _cast_of_participle(setting: Setting, anchor: Anchor, index: int) -> Cast:
    """A participle describes the noun before it: القوات المتمركزة في, مناطق خاضعة لسيطرة."""
    cast, phrase, predicate = Cast(), setting.phrases[index], anchor.predicate
    passive = anchor.reading.word.category == "passive"
    role = predicate.object if passive and predicate.subject == "agent" else predicate.subject
    words = [i for i in phrase.words if i < anchor.token]
    described = phrase if words else _head_before(setting.phrases, index)
    if not passive and not words and _circumstantial(setting, anchor):
        described = None  # "طالبين منهم": it describes the clause's subject, which the caller knows
    if described is not None:
        earlier = tuple(m for m in described.actors if m.first < anchor.token)
        if role == "place":
            cast.places.extend(m for m in described.places if m.first < anchor.token)
        elif earlier:
            cast.give(role, _drafts(earlier))
        elif words or described is not phrase:
            cast.give(role, _other_of(setting, described, anchor.token))
    if participants(phrase, anchor.token):
        cast.give("agent" if passive else "none", participants(phrase, anchor.token))
    following: list[Phrase] = []
    for p in setting.phrases[index + 1 : index + _CLAUSE]:
        if p.kind not in ("noun", "time"):
            break
        following.append(p)
    _prepositional(setting, cast, predicate, following)
    if predicate.phase and not cast.agent:  # خاضعة لسيطرة قوات …: the masdar between carries the holder
        for p in following[:1]:
            cast.give("agent", participants(p))
    return cast


def _circumstantial(setting: Setting, anchor: Anchor) -> bool:
    """An active participle without article that ends in ا or ين: doing so, asking for."""
    folded = setting.document.tokens[anchor.token].folded
    return folded.endswith(("ا", "ين")) and not folded.removeprefix("و").startswith("ال")


def _drafts(mentions: Sequence[ActorMention]) -> Roles:
    return tuple({a: RoleDraft(a, m.span) for m in mentions for a in m.actors}.values())


def _other_of(setting: Setting, phrase: Phrase, before: int) -> Roles:
    words = [i for i in phrase.words if i < before and i not in phrase.anchors][-_OTHER_WORDS:]
    if not words:
        return ()
    tokens = setting.document.tokens
    return (RoleDraft("other", Span(tokens[words[0]].start, tokens[words[-1]].end)),)


def _lend(setting: Setting, cast: Cast, anchor: Anchor) -> None:
    """The subject of the light verb is the agent of its noun (شن), or who undergoes it (تعرض ل, تم)."""
    assert anchor.light is not None
    assert anchor.light_reading is not None
    index = setting.phrase_of.get(anchor.light)
    light = anchor.light_reading.word.light
    if index is None or light is None:
        return
    noun = setting.phrase_of[anchor.token]
    if any(p.mark == "complementiser" for p in setting.phrases[index:noun]):
        return  # "أعلنت السلطات أن … الهجوم": the verb governs the clause
    around = surroundings(setting, index)
    bare = [p for p in around.right if p.bare and p.words and anchor.token not in p.words]
    bare = [p for p in bare if _head(setting, p) not in _SEVERAL]
    before = [p for p in around.left if p.bare and p.words and not setting.phrases[index].joined]
    behind = next((p for p in bare if p.first < anchor.token), None)
    subject = behind if behind is not None and (behind.actors or not before) else next(iter(before), None)
    if subject is None and around.relative is not None:
        subject = around.relative
    if subject is not None and light.subject != "none":
        who = somebody(setting, subject)
        if who:
            cast.give(light.subject, who)
    if not cast.patient:
        _prepositional(setting, cast, anchor.predicate, around.right)


def subject_of(setting: Setting, index: int) -> Roles:
    """The subject of any finite verb: before it, after it, or the head of its relative clause."""
    around = surroundings(setting, index)
    before = [p for p in around.left if p.bare and p.words and not setting.phrases[index].joined]
    bare = [p for p in around.right if p.bare and p.words]
    subject = before[0] if before else around.relative or (bare[0] if bare else None)
    if subject is None or (not subject.actors and _is_target(setting, subject)):
        return ()
    return somebody(setting, subject)
