"""Who takes part in the event of a noun: genitives, adjectives, light verbs and their clauses."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import PERSONAL
from riwaya.lexicon.predicates import Predicate, RoleName
from riwaya.model import Span
from riwaya.reading.draft import BODIES, VIOLENT, RoleDraft
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.bound import is_bound
from riwaya.reading.events.carriers import (
    CARRIED,
    give_attackers,
    give_carrier,
    give_firing,
    give_operators,
    is_carrier,
    is_done_by,
)
from riwaya.reading.events.casts import Cast, head_before, surroundings
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.fights import FIGHTS, begins_as
from riwaya.reading.events.naming import (
    HOUSES,
    OF_DEEDS,
    SEVERAL,
    Roles,
    Setting,
    are_things_behind,
    belonging,
    by_adjective,
    describes,
    head_word,
    is_accusative,
    is_kin_of,
    owners,
    participants,
    somebody,
    strikes,
    target_kind,
)
from riwaya.reading.events.participles import cast_of_participle
from riwaya.reading.events.relations import (
    awaiting,
    charged_before,
    goes_on,
    is_awaiting,
    is_of_right,
    let_do,
    part_played,
    people_behind,
    related,
)
from riwaya.reading.events.roles import assign, is_person, is_target, people_as_such, prepositional
from riwaya.reading.events.struck import is_one_taken, is_protest

#: How many phrases a clause may reach to either side of its verb.
_CLAUSE = 40
#: What light verbs mean whose subject only tells of the event.
_TELLING = frozenset(("announce", "confess to", "claim as one's own", "undergo"))
#: Titles with a pronoun by which somebody is spoken of, folded.
_HIS = event_words("his honour")
#: Modes of what befalls persons.
_OF_PERSONS = frozenset(("assassinate", "abduct", "execute", "arrest"))
#: Words by which one more attack is told of, folded.
_ANOTHER = event_words("another") | {"اخر"}
#: Kinds of parties that take and kill persons, and are not killed.
_RULING = ("state", "government", "coalition")
#: The entry of what one announces of one's own people as often as of the enemy's.
_WOUND = "wound"
#: Beginnings of words for soldiers and policemen, folded.
_SOLDIERS = word_beginnings("soldier")
#: Beginnings of words for people who protest, folded.
_PROTESTERS = word_beginnings("protester")
#: How far behind the word for it those whom harm befell may be named.
_VICTIMS = 4
#: What may part two adjectives of those who did it, and words before a third party whom they attack, folded.
_JOINING = frozenset('-–ـ/"”“«»')
_OR = frozenset(("او", "و"))
_AGAINST = frozenset(("علي", "ضد"))
#: Verbs whose object an attack hit, folded.
_REACHING = event_words("reaching")


def cast_of_noun(setting: Setting, anchor: Anchor, index: int) -> Cast:
    """Participants of a masdar, event noun or participle: genitive, pronoun, prepositions, light verb."""
    predicate, cast = anchor.predicate, Cast()
    phrase = setting.phrases[index]
    if anchor.reading.word.category in ("active", "passive"):
        return cast_of_participle(setting, anchor, index)
    if is_awaiting(setting, anchor):
        return awaiting(setting, anchor, index)
    if predicate.genitive != "agent":  # "دور تركيا في قصف داعش": whom she shells, but "في هجوم داعش"
        _give_charged(setting, cast, anchor, index)
    if _strikes_what_follows(setting, anchor, phrase):
        cast.give("agent", participants(phrase, anchor.token) or owners(setting, phrase, anchor.token))
    elif not (anchor.reading.pronoun or is_of_right(setting.document, anchor)):
        _genitive(setting, cast, anchor, phrase, _has_object(setting, anchor, index) and not cast.agent)
    following = _with_objects(setting, cast, anchor, index)
    related(setting, cast, anchor, index, following)
    _give_charged(setting, cast, anchor, index)
    _give_taken_up(setting, cast, anchor)
    if predicate.type == "ASSAULT" and predicate.subject == "patient":
        give_attackers(setting, cast, following)
    cast.give("agent", _named_with_light(setting, anchor))
    if anchor.light is not None and anchor.light_reading is not None:
        _lend(setting, cast, anchor)
    if predicate.subject == "agent" and not cast.agent:
        give_carrier(setting, cast, predicate, anchor.token)
    if predicate.type == "ASSAULT":
        give_firing(setting, cast, anchor.token)
    give_operators(setting, cast, predicate, index)
    _give_hit(setting, cast, anchor, index)
    struck = predicate.object == "patient" or predicate.type == "ASSAULT"
    meant = bool(anchor.reading.pronoun) and predicate.mode == "arrest"  # "إحالتهم للقضاء"
    if struck and predicate.role_of("ل") == "none" and following and not meant:
        of_somebody = bool(cast.agent or anchor.reading.pronoun)  # "زيارته لمصر", "زيارة الوفد لمصر"
        _whose(setting, cast, predicate, _behind_name(following, told=bool(cast.agent)), of_somebody)
    return cast


def _with_objects(setting: Setting, cast: Cast, anchor: Anchor, index: int) -> list[Phrase]:
    """The phrases behind an event noun that may be its own; gives what it is done to by its object."""
    predicate, following = anchor.predicate, list[Phrase]()
    for p in _behind(setting, index):
        if p.bare and any(f.anchors for f in following):
            continue  # "القصف مقابل إطلاق صواريخ": what stands behind another event is its own
        said = _is_said(predicate, following, p)
        following.append(p)
        first = all(f is p or f.kind == "time" for f in following)
        does = predicate.genitive != "patient" or (first and _is_object_of(setting, anchor, p))
        owned = cast.agent or (anchor.reading.pronoun and does)
        whole = p.bare and p.words and not p.joined and not _only_describes(setting, p)
        named = whole and _has_no_event(p)
        if named and owned and not (cast.patient or said):
            assign(setting, cast, predicate, predicate.object, p)
    return following


def _give_charged(setting: Setting, cast: Cast, anchor: Anchor, index: int) -> None:
    """Let who is charged with the deed, answers for it or has a part in it do it: داعش المتهم بتفجير …."""
    first = anchor.token if anchor.light is None else anchor.light
    who = charged_before(setting, index, first) or part_played(setting, index)
    who = who or let_do(setting, index, first if first in setting.phrases[index].words else anchor.token)
    if anchor.predicate.subject == "agent" and not cast.agent and who:
        cast.agent, cast.sure = who, True


def _named_with_light(setting: Setting, anchor: Anchor) -> Roles:
    """Who carries out an event by the genitive of a light masdar: بعد تنفيذ الطيران الروسي عدة غارات."""
    light = None if anchor.light_reading is None else anchor.light_reading.word
    index = None if anchor.light is None else setting.phrase_of.get(anchor.light)
    if light is None or light.light is None or index is None or light.category != "noun":
        return ()
    told = light.light.subject != "agent" or light.light.gloss in _TELLING or anchor.predicate.type == "HARM"
    between = setting.phrases[index + 1 : setting.phrase_of[anchor.token]]
    if told or any(p.kind not in ("noun", "time") for p in between):
        return ()
    assert anchor.light is not None
    phrase, behind = setting.phrases[index], anchor.light + 1
    folded = setting.document.tokens[behind].folded
    named = any(m.first == behind for m in phrase.actors) or strikes(folded)
    named = named or target_kind(setting.lexicons, folded) in PERSONAL  # but "تنفيذ قرارات الأمم المتحدة"
    return (participants(phrase, anchor.light) or belonging(setting, phrase, anchor.light)) if named else ()


def _give_taken_up(setting: Setting, cast: Cast, anchor: Anchor) -> None:
    """Let whom a clause describes suffer what it says was done: الذين تم القضاء عليهم, تم اعتقالهم."""
    owned = bool(anchor.reading.pronoun) and anchor.predicate.genitive in ("either", "patient")
    described = _described_by(setting, anchor) if owned or "patient" in cast.pronouns else None
    if described is None or cast.patient or anchor.predicate.object == "place":
        return
    assign(setting, cast, anchor.predicate, "patient", described)
    if cast.patient:
        cast.taken_up = True
        cast.pronouns = [role for role in cast.pronouns if role != "patient"]


def _described_by(setting: Setting, anchor: Anchor) -> Phrase | None:
    """Whom a relative clause describes that begins with a light verb which says only that it was done."""
    light = None if anchor.light_reading is None else anchor.light_reading.word.light
    index = None if anchor.light is None else setting.phrase_of.get(anchor.light)
    if not index or light is None or light.subject != "none" or setting.phrases[index - 1].mark != "relative":
        return None
    return head_before(setting.phrases, index - 1)


def _give_hit(setting: Setting, cast: Cast, anchor: Anchor, index: int) -> None:
    """Let what an attack is said to reach suffer it, and whose ambush it was have laid it."""
    if anchor.predicate.type in ("ASSAULT", "SANCTION") and not cast.patient:
        reached = _reached(setting, index)
        if reached is not None:
            assign(setting, cast, anchor.predicate, "patient", reached)
    if _is_where_fell(setting, anchor, index) and not cast.agent:
        cast.agent, cast.patient = cast.patient, ()


def _is_where_fell(setting: Setting, anchor: Anchor, index: int) -> bool:
    """Whether people fall in an ambush, of which ل says whose it is, not for whom: قتلوا في كمين للمقاومة."""
    phrase, behind = setting.phrases[index], setting.phrases[index + 1 : index + 2]
    governed = phrase.preposition not in ("", "ل") and phrase.words[:1] == [anchor.token]
    one = not anchor.reading.word.form.definite  # "الكمائن": posts on a road
    ambush = one and anchor.predicate.gloss == "ambush"
    return ambush and governed and any(p.preposition == "ل" for p in behind)


def _has_no_event(phrase: Phrase) -> bool:
    """Whether the words name people or things alone, also people who are counted: خمسة مقاتلين."""
    return not phrase.anchors or phrase.quantity is not None


def _is_object_of(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether a noun behind a deed's pronoun is its object: بعد خطفها ثمانية جنود, استهدافه عربات.

    A count or a case ending shows it, or that it names people or things, which no adjective does.
    """
    if not phrase.bare or not phrase.words:
        return False
    if phrase.quantity is not None or is_accusative(setting, phrase):
        return True
    head = head_word(setting, phrase)
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]
    whom = named or target_kind(setting.lexicons, head) not in (None, "abstract", "adjective")
    does = anchor.predicate.type in VIOLENT and anchor.predicate.subject == "agent"
    as_what = head.startswith("ك") and head not in setting.lexicons.hedges.targets  # "احتجازهم كرهائن"
    return whom and does and not as_what and not _awaits_subject(setting, anchor)


def _awaits_subject(setting: Setting, anchor: Anchor) -> bool:
    """Whether the light verb right before the noun may have its subject behind: قامت بتدميرها الميليشيات."""
    if anchor.light is None or anchor.light != anchor.token - 1:
        return False
    index = setting.phrase_of.get(anchor.light)
    return index is None or not any(p.bare and p.words for p in surroundings(setting, index).left)


def _is_said(predicate: Predicate, following: Sequence[Phrase], phrase: Phrase) -> bool:
    """Whether a preposition has said whom it befalls: الحصار على المدينة قائم, زيارة إلى بغداد قصيرة.

    A name right behind may say who those are: تضامنه مع الحليفة تركيا.
    """
    if following and phrase.actors and not following[-1].actors:
        return False
    return any(f.preposition and predicate.role_of(f.preposition) == "patient" for f in following)


def _only_describes(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase is but an adjective behind the name: هجمات حماس الإرهابية, اتصالا هاتفيا."""
    head = head_word(setting, phrase)
    kind = target_kind(setting.lexicons, head)
    alone = len(phrase.words) == 1 and not phrase.actors
    return alone and kind in (None, "adjective") and head.endswith(("يه", "يا"))


def _behind_name(following: Sequence[Phrase], *, told: bool) -> Phrase:
    """What follows an event noun and the name of who does it: قمع الرئيس فلان للاحتجاجات.

    Where it is told who does it, also what follows where he is: قصف المتمردين في المدينة لأحياء سكنية.
    """
    if len(following) < 2 or following[1].preposition != "ل":
        return following[0]
    named = following[0].bare and bool(following[0].actors)
    where = told and following[0].preposition == "في" and not following[0].anchors
    return following[1] if named or where else following[0]


def _whose(setting: Setting, cast: Cast, predicate: Predicate, phrase: Phrase, of_somebody: bool) -> None:
    """Whose shelling it was (في قصف لقوات النظام), or whom it hit: things, or people of a known doer."""
    if phrase.preposition != "ل" or not phrase.words:
        return
    if is_protest(setting, phrase):
        assign(setting, cast, predicate, "patient", phrase)
        return
    owner = {role.actor for role in participants(phrase)}
    if _is_purpose(setting, phrase) or (owner and owner == {role.actor for role in cast.agent}):
        return
    thing = _thing_before(setting, phrase)
    if thing and not _is_struck(setting, phrase):
        cast.give("agent", somebody(setting, phrase) if strikes(thing) else ())  # "سقوط قذائف للحوثيين"
        return
    if setting.document.tokens[phrase.first - 1].folded.removeprefix("ال").startswith(("تابع", "موالي")):
        return  # "هجمات المسيرات التابعة لـ …": whose the things before are
    suffered = of_somebody or predicate.genitive == "patient"
    fights = _fights(setting, phrase)
    if suffered or (is_target(setting, phrase) and not fights):
        assign(setting, cast, predicate, "patient", phrase)
    elif phrase.words[:1] == [m.first for m in phrase.actors[:1]] or fights:
        cast.give("agent", somebody(setting, phrase))


def _thing_before(setting: Setting, phrase: Phrase) -> str:
    """What a deed hits or is done with, whose ل says it is: قصف مواقع للحوثيين, غارات طائرات للتحالف."""
    before = setting.phrases[setting.phrase_of[phrase.first] - 1]
    if not before.anchors or not are_things_behind(setting, before, before.anchors[-1]):
        return ""
    return next(setting.document.tokens[i].folded for i in before.words if i > before.anchors[-1])


def _fights(setting: Setting, phrase: Phrase) -> bool:
    """Whether fighters or their weapons head the phrase: هجوم لمسلحي التنظيم, غارة لطيران التحالف."""
    head = head_word(setting, phrase)
    return (
        strikes(head)
        or strikes(head.removeprefix("ل"))
        or target_kind(setting.lexicons, head) in ("fighter", "soldier")
    )


def _genitive(setting: Setting, cast: Cast, anchor: Anchor, phrase: Phrase, objects: bool) -> None:
    """Who follows the event noun in its own phrase: its doer, or whom it befalls; `objects` follow behind."""
    predicate = anchor.predicate
    honoured = next((i for i in phrase.words if i > anchor.token), -1)
    if setting.document.tokens[honoured].folded in _HIS and honoured == anchor.token + 1:
        cast.pronouns.append("agent")  # "استقبال سموه المسؤولين"
        assign(setting, cast, predicate, predicate.object, phrase, honoured)
        return
    who = () if is_kin_of(setting, phrase, anchor.token) else participants(phrase, anchor.token)
    who = who or belonging(setting, phrase, anchor.token)
    if predicate.gloss == "storm" and _protests(setting, phrase, anchor.token):
        cast.give("agent", who or (RoleDraft("civilians", None),))
        return  # "اقتحام العشرات من المتظاهرين القنصلية"
    invaded = predicate.gloss == "invade" and not objects and _is_land(phrase, anchor)  # "غزو الكويت"
    role = "patient" if invaded else _genitive_role(setting, anchor, phrase, who, told=bool(cast.agent))
    if who and predicate.object == "place" and role == "agent" and _is_held(phrase, anchor, objects):
        return  # "احتلال العراق": the land is what is held
    if predicate.type == "CONSULT" and anchor.reading.prefix.endswith("ل"):
        role = "patient"  # "وصل للقاء الرئيس": he is who is met
    elif _is_asked(anchor) and not objects:
        role = "patient"
    elif who and _does(phrase, anchor, objects):
        role = "agent"  # "إطلاق حماس صواريخ", "اغتيال إسرائيل قياديا"
    backs = predicate.role_of("من") == "agent" and predicate.type not in ("CONSULT", "REJECT")
    if role == "agent" and backs and not objects:
        # "يواصل دعم النظام": who backs is said with من, or stands before whom he backs; but "بدعم روسيا".
        adverbial = anchor.reading.prefix.endswith("ب") and anchor.token != setting.start
        # "اتهامات بدعم الحوثيين", "قامت بدعم الحوثيين": it is they who are backed
        role = "agent" if adverbial and not is_bound(setting.document, anchor) else "patient"
    counted = phrase.quantity is not None and phrase.quantity.first > anchor.token
    counted = counted and phrase.quantity is not None and phrase.quantity.measure != "other"
    befell = counted or predicate.subject != "agent"  # "قتلى الجيش"
    acting = role == "patient" and objects and not befell
    acting = acting and _acts(setting, phrase, anchor.token, who, violent=True)
    if role == "both" or acting:
        role = "agent"  # "اعتقال قوات النظام مدنيين": whoever follows is the object
    # "القصف الجوي": what follows a definite event describes it, unless it is a name.
    described = predicate.type in VIOLENT and _is_described(setting, phrase, anchor)
    described = described or (predicate.type not in VIOLENT and _has_adjective(setting, phrase, anchor))
    if who or (role != "agent" and not anchor.reading.word.form.definite and not described):
        assign(setting, cast, predicate, role, phrase, anchor.token)
    if not who and predicate.type != "HARM" and not is_one_taken(setting, anchor.token):
        cast.give("agent", _nations(setting, phrase, anchor))  # but "مقتل عراقي", "أسيرا فلسطينيا"
    ruled = predicate.genitive == "agent" and not anchor.reading.word.form.definite
    acting = predicate.type not in VIOLENT or ruled  # "اعتداءات المستوطنين"
    if not who and role == "agent" and acting and not described:
        cast.give("agent", people_behind(setting, phrase, anchor))


def _nations(setting: Setting, phrase: Phrase, anchor: Anchor) -> Roles:
    """Who did it by adjectives of nationality, of an attack also a second one: العدوان الأمريكي - الصهيوني.

    A fight with two (الحرب العراقية الإيرانية) is one on the other, unless it is made on a third.
    """
    one, tokens = by_adjective(setting, phrase, anchor.token), setting.document.tokens
    if not one or one[0].span is None or anchor.predicate.type != "ASSAULT":
        return one
    end = setting.document.token_range(one[0].span.start, one[0].span.end)[1]
    while end < len(tokens) - 1 and (tokens[end].kind == "sign" or tokens[end].folded in _OR):
        if tokens[end].kind == "sign" and tokens[end].text not in _JOINING:
            return one
        end += 1
    word = tokens[min(end, len(tokens) - 1)]
    other = setting.adjectives.get(word.folded.removeprefix("و"))
    third = tokens[min(end + 1, len(tokens) - 1)].folded in _AGAINST
    if other is None or other == one[0].actor or (begins_as(tokens[anchor.token], FIGHTS) and not third):
        return one
    return (*one, RoleDraft(other, Span(word.start + word.folded.startswith("و"), word.end)))


def _is_asked(anchor: Anchor) -> bool:
    """Whether it is not said who asks whom the noun names: تمت مطالبة الحكومة."""
    light = None if anchor.light_reading is None else anchor.light_reading.word.light
    taken = light is not None and light.subject == "none" and anchor.light == anchor.token - 1
    return taken and anchor.predicate.type == "REQUEST"


def _genitive_role(setting: Setting, anchor: Anchor, phrase: Phrase, who: Roles, *, told: bool) -> RoleName:
    """What the grammar says of who follows an event noun; where it leaves this open, who that is.

    Not who does it where that is `told` before.
    """
    if anchor.predicate.genitive != "either" or told:
        return "patient" if anchor.predicate.genitive == "either" else anchor.predicate.genitive
    violent = anchor.predicate.type in VIOLENT
    acts = _acts(setting, phrase, anchor.token, who, violent=violent)
    acts = acts and not (violent and _is_officer(phrase, anchor))
    # "يتولى الجيش مواجهة المسلحين"
    return "agent" if acts and not _has_doer(setting, anchor) else "patient"


def _is_officer(phrase: Phrase, anchor: Anchor) -> bool:
    """Whether a man of a state follows the noun, who is rather besieged than besieges: حصار الرئيس."""
    first = next((m for m in phrase.actors if m.first > anchor.token), None)
    return (
        first is not None and first.first == anchor.token + 1 and not first.counts and first.kind in _RULING
    )


def _is_held(phrase: Phrase, anchor: Anchor, objects: bool) -> bool:
    """Whether only a country follows the noun for holding a place, with nothing behind that it would hold."""
    first = next((m for m in phrase.actors if m.first > anchor.token), None)
    return not objects and first is not None and first.kind == "state" and first.end - first.first == 1


def _is_land(phrase: Phrase, anchor: Anchor) -> bool:
    """Whether a country follows the noun, by its name or as a state."""
    first = next((m for m in phrase.actors if m.first > anchor.token), None)
    return first is not None and first.kind == "state" and first.first == anchor.token + 1


def _has_doer(setting: Setting, anchor: Anchor) -> bool:
    """Whether a light verb before the event noun has its subject between: تواصل القوات ملاحقة ….

    Behind "announce" and its like somebody else may do it.
    """
    light = None if anchor.light_reading is None else anchor.light_reading.word.light
    index = None if anchor.light is None else setting.phrase_of.get(anchor.light)
    if index is None or light is None or light.subject != "agent" or light.gloss in _TELLING:
        return False
    between = setting.phrases[index + 1 : setting.phrase_of[anchor.token]]
    named = [p for p in between if p.bare and p.words]
    return (
        len(named) == 1 and not is_target(setting, named[0]) and head_word(setting, named[0]) not in SEVERAL
    )


def _does(phrase: Phrase, anchor: Anchor, objects: bool) -> bool:
    """Whether the actor behind an event noun does it: no state suffers it, or its object is another word."""
    first = next((m for m in phrase.actors if m.first > anchor.token), None)
    if first is None or first.first != anchor.token + 1 or anchor.predicate.subject != "agent":
        return False
    if anchor.predicate.genitive == "none" and anchor.predicate.object == "none":
        return first.kind in BODIES
    # "اغتيال إسرائيل قياديا", but "اغتيال رئيس الحكومة"; "اعتقال تركيا صحفيا", but "اعتقال الرئيس التركي"
    by_name = first.kind == "coalition" or first.end - first.first == 1
    objects = objects or (phrase.quantity is not None and phrase.quantity.first > first.first)
    acts = (first.counts or objects) and (by_name or anchor.predicate.mode != "assassinate")
    return anchor.predicate.mode in _OF_PERSONS and acts and first.kind in _RULING


def _strikes_what_follows(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether a weapon is what strikes, and ل names whom or what: قصف المدفعية لمواقع التنظيم."""
    behind = [p for p in setting.phrases[setting.phrase_of[phrase.first] + 1 :][:1] if p.words]
    if anchor.predicate.type != "ASSAULT" or not behind or behind[0].preposition != "ل":
        return False
    return not _is_purpose(setting, behind[0]) and _is_struck(setting, behind[0])


def _is_struck(setting: Setting, phrase: Phrase) -> bool:
    """Whether what ل names is rather struck by the weapon before than whose it is: قصف المدفعية لمواقع …."""
    return strikes(_thing_before(setting, phrase)) and (is_target(setting, phrase) or bool(phrase.places))


def _reached(setting: Setting, index: int) -> Phrase | None:
    """What a verb of reaching says that an attack hit: طالت الاعتداءات مقرات …, هجمات (التي) طالت …."""
    phrases = setting.phrases
    after = phrases[index + 1 : index + CARRIED]
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
    if words and words[0] == anchor.token + 1 and _agrees(setting, anchor.token, folded):
        return True  # "تفجيرين مماثلين", "دمارا هائلا"
    attack = anchor.predicate.type == "ASSAULT" and anchor.predicate.mode not in _OF_PERSONS
    if attack and len(words) == 1 and folded in _ANOTHER:
        return True  # "هجوم آخر"; but "تفجير آخر نفق", "خطف آخر"
    if folded.startswith("انتحاري") or (_is_act_of(anchor.predicate) and folded in OF_DEEDS):
        return True  # "تفجيرا انتحاريا", "هجوم إرهابي"; but "اغتيال إرهابي"
    if anchor.predicate.type != "ASSAULT" and (folded in setting.adjectives or not folded.endswith("يه")):
        return False
    return bool(words) and describes(setting.lexicons, folded, definite=False)


def _agrees(setting: Setting, noun: int, folded: str) -> bool:
    """Whether an unknown word ends as the event noun without article before it does, as its adjective."""
    event = setting.document.tokens[noun].folded
    known = target_kind(setting.lexicons, folded) not in (None, "adjective") or folded in setting.adjectives
    if known or event.startswith("ال") or folded.startswith("ال"):
        return False
    feminine = event.endswith(("ه", "ات")) and folded.endswith("ه")
    return feminine or (event[-1:] == folded[-1:] == "ا") or (event[-2:] == folded[-2:] == "ين")


def _is_act_of(predicate: Predicate) -> bool:
    """Whether the noun names an act by itself, so that its adjective says what kind it is."""
    return predicate.genitive == "agent" or predicate.mode == "explosives"


def _protests(setting: Setting, phrase: Phrase, after: int) -> bool:
    """Whether protesters stand behind the token."""
    words = (setting.document.tokens[i].folded.removeprefix("ال") for i in phrase.words if i > after)
    return any(word.startswith(_PROTESTERS) for word in words)


def _has_adjective(setting: Setting, phrase: Phrase, anchor: Anchor) -> bool:
    """Whether a mere adjective follows the noun for what is said or done: دعم مادي, موافقة صريحة."""
    words = [i for i in phrase.words if i > anchor.token]
    folded = setting.document.tokens[words[0]].folded if words else ""
    return target_kind(setting.lexicons, folded) == "adjective" and folded not in setting.adjectives


def _behind(setting: Setting, index: int) -> Iterator[Phrase]:
    """The phrases behind an event noun, also those of the clause that says who did it: هجوم شنه … على …."""
    through = False
    for p in setting.phrases[index + 1 : index + _CLAUSE]:
        if (
            p.kind == "verb"
            and not through
            and (is_carrier(setting, p, resumed=is_done_by(setting, p)) or _happens(setting, p))
        ):
            through = True
        elif _leads_to_carrier(setting, p):
            continue
        elif p.kind not in ("noun", "time"):
            return
        elif not (through and p.bare):
            yield p


def _leads_to_carrier(setting: Setting, phrase: Phrase) -> bool:
    """Whether the clause that a relative pronoun opens says who did it: الهجمات التي يشنها التنظيم على …."""
    index = setting.phrase_of.get(phrase.first, -1) + 1
    verb = setting.phrases[index] if 0 < index < len(setting.phrases) else None
    if phrase.mark != "relative" or verb is None or verb.kind != "verb":
        return False
    return is_carrier(setting, verb, resumed=is_done_by(setting, verb))


def _happens(setting: Setting, phrase: Phrase) -> bool:
    """Whether the verb only says that the event before it took place: معارك (عنيفة) دارت بين …."""
    readings = setting.lexicons.predicates.look_up(setting.document.tokens[phrase.first].folded)
    return not phrase.joined and any(
        r.word.light is not None and r.word.light.subject == "none" and r.word.category == "verb"
        for r in readings
    )


def _has_object(setting: Setting, anchor: Anchor, index: int) -> bool:
    """Whether an object follows the genitive behind an event noun: bare, or with ل (قصف إسرائيل لمواقع …)."""
    following = setting.phrases[index + 1] if index + 1 < len(setting.phrases) else None
    if following is None or following.kind != "noun" or not following.words or following.joined:
        return False
    if following.bare:
        if _only_describes(setting, following):
            return False  # "مكافحة داعش والعمليات الجارية"
        grants = anchor.predicate.type in ("AID", "CONCEDE")  # "منح إسرائيل حق المرور": she is granted it
        return not grants or bool(following.actors) or is_person(setting, following)
    named = bool(setting.phrases[index].actors) and anchor.predicate.object == "patient"
    named = named or anchor.predicate.type == "SUPPORT"  # "دعم المجلس لجميع الإجراءات"
    return named and following.preposition == "ل" and not _is_purpose(setting, following)


def _is_purpose(setting: Setting, phrase: Phrase) -> bool:
    """Whether ل says what for: it governs an event (لمنع, لإجبار) and no people or things."""
    head = setting.document.tokens[phrase.words[0]].folded
    kind = target_kind(setting.lexicons, head)
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]
    return not named and (phrase.words[0] in phrase.anchors or kind in (None, "abstract", "adjective"))


def _acts(setting: Setting, phrase: Phrase, after: int, who: Roles, *, violent: bool) -> bool:
    mentions = [m for m in phrase.actors if m.first > after]
    if mentions and _are_hit(setting, phrase, after, mentions[0].first):
        return False
    if mentions:
        head = setting.document.tokens[mentions[0].first].folded.removeprefix("ال")
        return mentions[0].kind in BODIES and head not in HOUSES
    heads = [setting.document.tokens[i].folded for i in phrase.words if i > after][:1]
    strikes_with = violent and bool(heads) and strikes(heads[0])
    return bool(who) and (strikes_with or not are_things_behind(setting, phrase, after))


def _are_hit(setting: Setting, phrase: Phrase, after: int, named: int) -> bool:
    """Whether things of the named party stand between: قصف مواقع التنظيم, but قصف طائرات التحالف."""
    head = next((i for i in phrase.words if i > after), named)
    folded = setting.document.tokens[head].folded
    things = target_kind(setting.lexicons, folded) in ("thing", "place", "civil")
    return head < named and things and not strikes(folded)


def _inside(phrase: Phrase, anchor: Anchor) -> bool:
    """Whether the event only completes what a preposition governs: أعلنت الحداد على ضحايا القصف."""
    first = anchor.token if anchor.light not in phrase.words else anchor.light  # "تستمر في خوض القتال"
    joined = anchor.reading.prefix.startswith("و") and bool(anchor.reading.pronoun)
    joined = joined and phrase.preposition == "من"  # "تمكنت من كشفها وتدميرها"
    return phrase.words[:1] != [first] and phrase.preposition not in ("", "ب", "ل") and not joined


def _is_told_with_deaths(setting: Setting, anchor: Anchor) -> bool:
    """Whether people who are no fighters are hurt, or harm is joined to theirs: أعلنت مقتل شرطي وإصابة …."""
    joined = anchor.predicate.type == "HARM" and anchor.reading.prefix.startswith("و")
    hurt = anchor.predicate.gloss == _WOUND  # "أعلن الجيش إصابة جنديين"
    if not (joined or hurt) or anchor.light is None:
        return False
    told = setting.document.tokens[anchor.light + 1 : anchor.token + _VICTIMS]
    fighters = (t.folded for t in told if target_kind(setting.lexicons, t.folded) == "fighter")
    return all(word.startswith(_SOLDIERS) for word in fighters)


def _lend(setting: Setting, cast: Cast, anchor: Anchor) -> None:
    """The subject of the light verb is the agent of its noun (شن), or who undergoes it (تعرض ل, تم)."""
    assert anchor.light is not None
    assert anchor.light_reading is not None
    index = setting.phrase_of.get(anchor.light)
    light = anchor.light_reading.word.light
    if index is None or light is None or anchor.owner != anchor.reading.pronoun:
        return  # "محاولتهم الفرار": the pronoun says whose it is
    noun = setting.phrase_of[anchor.token]
    if any(p.mark == "complementiser" for p in setting.phrases[index:noun]):
        return  # "أعلنت السلطات أن … الهجوم": the verb governs the clause
    around = surroundings(setting, index)
    objects = itertools.takewhile(lambda p: p.words[:1] != p.anchors[:1] or not p.words, around.right)
    bare = [p for p in objects if p.bare and p.words and head_word(setting, p) not in SEVERAL]
    before = [p for p in around.left if p.bare and p.words and not setting.phrases[index].joined]
    behind = next((p for p in bare if p.first < anchor.token), None)
    subject = behind if behind is not None and (behind.actors or not before) else next(iter(before), None)
    if subject in before and setting.phrases[index].preposition in ("من", "عن"):
        subject = before[-1]  # "منعت إسرائيل الحركة من شن هجوم"
    told = light.gloss in _TELLING and anchor.light_reading.word.category == "noun"
    if told and setting.phrases[index].preposition:
        subject = None  # "أشاد فلان بالقوات إثر الإعلان عن تفكيك …"
    if subject is None and around.relative is not None:
        subject = around.relative
    trying = setting.phrases[index - 1] if index else None
    if trying is not None and trying.preposition and goes_on(setting.document, trying):
        subject = trying  # "ردا على محاولات إيران شن هجمات"
    # "أعلن مقتل": who announces a death is not its doer; "باشر بلاغا عن سقوط قذيفة": a shell only falls.
    does = anchor.predicate.subject == "agent" or anchor.predicate.type != "HARM"
    by_itself = anchor.predicate.subject == "none" and anchor.predicate.genitive != "agent"
    # Whoever undergoes it has the harm: "مني الحوثيون بخسائر".
    undergoes = light.subject == "patient" and anchor.light_reading.word.category == "verb"
    does = (does or undergoes) and not (light.subject == "agent" and by_itself)
    lends = light.subject != "none" and does and not _inside(setting.phrases[noun], anchor)
    # "أعلنت الوزارة اسمه كمتورط في تفجير …": only what is announced itself may be the speaker's doing.
    lends = lends and not (light.gloss == "announce" and setting.phrases[noun].preposition not in ("", "عن"))
    lends = lends and not (light.gloss == "announce" and _is_told_with_deaths(setting, anchor))
    if subject is not None and lends:
        people = people_as_such(setting, anchor.predicate, subject) if light.subject == "patient" else ()
        who = people or somebody(setting, subject)
        if who:
            cast.give(light.subject, who)
    if not cast.patient:
        prepositional(setting, cast, anchor.predicate, around.right)
