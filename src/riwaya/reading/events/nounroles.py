"""Who takes part in the event of a noun: genitives, adjectives, light verbs and their clauses."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import PERSONAL
from riwaya.lexicon.predicates import Predicate, WordReading
from riwaya.reading.draft import VIOLENT
from riwaya.reading.events.anchors import TELLING, Anchor
from riwaya.reading.events.carriers import (
    CARRIED,
    give_attackers,
    give_carrier,
    give_firing,
    give_operators,
    is_carrier,
    is_done_by,
)
from riwaya.reading.events.casts import Cast, Surroundings, head_before, surroundings
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.genitives import (
    give_genitive,
    give_whose,
    helps,
    inside,
    is_purpose,
    is_struck,
)
from riwaya.reading.events.naming import (
    SEVERAL,
    Roles,
    Setting,
    affected,
    belonging,
    head_word,
    is_accusative,
    owned_kind,
    owners,
    participants,
    somebody,
    strikes,
    target_kind,
)
from riwaya.reading.events.neighbours import AND
from riwaya.reading.events.participles import cast_of_participle
from riwaya.reading.events.relations import (
    awaiting,
    charged_before,
    goes_on,
    is_awaiting,
    is_of_right,
    let_do,
    part_played,
    related,
)
from riwaya.reading.events.roles import (
    PREVENTING,
    REPELLING,
    assign,
    is_person,
    is_target,
    people_as_such,
    prepositional,
)
from riwaya.reading.events.struck import is_protest, site_of

#: Prepositions of what a statement is about: أصدرت الهيئة بيانا عن اقتحام المسجد.
_ABOUT = frozenset(("عن", "حول", "بشان"))
#: Words for "once", which no deed is done to, folded.
_ONCE_MORE = event_words("once")
#: How many phrases before its object a verb may stand.
_OBJECT = 3
#: How many phrases a clause may reach to either side of its verb.
_CLAUSE = 40
#: The entry of what one announces of one's own people as often as of the enemy's.
_WOUND = "wound"
#: Beginnings of words for soldiers and policemen, folded.
_SOLDIERS = word_beginnings("soldier")
#: How far behind the word for it those whom harm befell may be named.
_VICTIMS = 4
#: Beginnings of participles for going on with a deed or being set, able or bound to do it, folded.
BENT_ON = word_beginnings("bent on") + word_beginnings("bound")
#: What light verbs mean that say only that somebody does what follows.
_DOING = frozenset(("do", "go so far as to", "proceed to"))
#: How the adjective for what two do to each other begins, folded.
_MUTUAL = word_beginnings("mutual")
#: Before an adjective that is denied, folded.
_NOT = "غير"
#: Words for others, behind fighters that are joined to a party, folded.
_OTHERS = event_words("others")
#: Beginnings of words with a و of their own, and forms of address, folded.
_OWN_WAW = word_beginnings("own waw")
_ADDRESSES = event_words("address")
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
        give_genitive(setting, cast, anchor, phrase, _has_object(setting, anchor, index) and not cast.agent)
    following = _with_objects(setting, cast, anchor, index)
    _give_mutual(setting, cast, anchor, following)
    related(setting, cast, anchor, index, following)
    _give_charged(setting, cast, anchor, index)
    _give_taken_up(setting, cast, anchor)
    if predicate.type == "ASSAULT" and predicate.subject == "patient":
        give_attackers(setting, cast, following)
    cast.give("agent", _named_with_light(setting, anchor))
    if anchor.light is not None and anchor.light_reading is not None:
        _lend(setting, cast, anchor)
    nobodys = predicate.type == "ASSAULT" and predicate.subject == "none"  # "العنف", unless words say whose
    # "تأييده الإجراءات التي اتخذتها …"
    owned = bool(anchor.reading.pronoun) and predicate.type not in VIOLENT
    if (predicate.subject == "agent" or nobodys) and not (cast.agent or owned):
        give_carrier(setting, cast, predicate, anchor.token)
    if predicate.type == "ASSAULT":
        give_firing(setting, cast, anchor.token)
    give_operators(setting, cast, predicate, index)
    _give_hit(setting, cast, anchor, index)
    struck = predicate.object == "patient" or predicate.type == "ASSAULT"
    meant = bool(anchor.reading.pronoun) and predicate.mode == "arrest"  # "إحالتهم للقضاء"
    if struck and predicate.role_of("ل") == "none" and following and not meant:
        of_somebody = bool(cast.agent or anchor.reading.pronoun)  # "زيارته لمصر", "زيارة الوفد لمصر"
        give_whose(setting, cast, predicate, _behind_name(following, told=bool(cast.agent)), of_somebody)
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
        whole = whole and not helps(setting, anchor) and not _goes_on(setting, p)
        named = whole and _has_no_event(p)
        acting = {r.actor for r in cast.agent} - {"other"}
        again = bool(acting) and {r.actor for r in participants(p)} == acting  # "زيارة الأمير فلان ولي العهد"
        if named and owned and not (cast.patient or said or again):
            assign(setting, cast, predicate, predicate.object, p)
    return following


def _give_mutual(setting: Setting, cast: Cast, anchor: Anchor, following: Sequence[Phrase]) -> None:
    """Let both whom بين names do to each other what is said to be mutual: قصف متبادل بين الجيش والفصائل."""
    tokens, behind = setting.document.tokens, anchor.token + 1
    mutual = behind < len(tokens) and tokens[behind].folded.removeprefix("ال").startswith(_MUTUAL)
    between = next((p for p in following if p.preposition == "بين"), None)
    if mutual and between is not None and anchor.predicate.type in VIOLENT:
        assign(setting, cast, anchor.predicate, "both", between)


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
    told = light.light.subject != "agent" or light.light.gloss in TELLING or anchor.predicate.type == "HARM"
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
        if not (cast.patient or cast.pronouns or cast.aimed) and anchor.predicate.type == "ASSAULT":
            acting = {r.actor for r in cast.agent}
            cast.patient = tuple(r for r in site_of(setting, index) if r.actor not in acting)
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
    counted = setting.document.tokens[phrase.words[1]].folded if len(phrase.words) > 1 else ""
    if counted.endswith(("ين", "ا")) and target_kind(setting.lexicons, head) is None:
        head = counted  # "قتلها ثلاثة مدنيين"
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]
    whom = named or target_kind(setting.lexicons, head) not in (None, "abstract", "adjective")
    does = anchor.predicate.type in VIOLENT and anchor.predicate.subject == "agent"
    as_what = head.startswith("ك") and head not in setting.lexicons.hedges.targets  # "احتجازهم كرهائن"
    return whom and does and not as_what and not _awaits_subject(setting, anchor)


def _behind_pronoun(
    setting: Setting, anchor: Anchor, subject: Phrase | None, around: Surroundings
) -> Phrase | None:
    """Who does what a light verb and a noun with its object's pronoun tell: قامت بتدميرها الميليشيات.

    What a relative clause describes is what the pronoun means: المواقع التي قامت بتحريرها.
    """
    behind = [p for p in setting.phrases[setting.phrase_of[anchor.token] + 1 :][:1] if p.bare and p.words]
    acts = behind and not is_accusative(setting, behind[0]) and _may_act(setting, behind[0])
    if acts and (subject is None or subject is around.relative):
        return behind[0]
    return None if subject is not None and subject is around.relative else subject


def _is_no_subject(setting: Setting, light: WordReading, subject: Phrase) -> bool:
    """Whether the phrase before cannot be who the light verb means, by number or by what it says.

    Things are none of many men (أسلحتهم التي شنوا بها حربا), a participle only describes (إنها مصممة على …).
    """
    form = light.word.form
    many = light.word.category == "verb" and (form.person, form.number) == (3, "plural")
    if many and form.gender == "masculine" and not subject.actors and is_target(setting, subject):
        return True
    owned = many and not subject.actors and owned_kind(setting.lexicons, head_word(setting, subject))
    index = setting.phrase_of.get(subject.first, 0)
    that = index > 0 and setting.phrases[index - 1].mark == "complementiser" and len(subject.words) == 1
    return owned in ("thing", "place", "civil") or (that and head_word(setting, subject).startswith(BENT_ON))


def _may_act(setting: Setting, phrase: Phrase) -> bool:
    """Whether a party or people head the phrase."""
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]
    return named or target_kind(setting.lexicons, head_word(setting, phrase)) in PERSONAL


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
    """Whether the phrase is but an adjective behind the name: هجمات حماس الإرهابية, دعمه غير المشروط."""
    head = head_word(setting, phrase)
    if phrase.first and setting.document.tokens[phrase.first - 1].folded == _NOT:
        return True
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


def _strikes_what_follows(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether a weapon is what strikes, and ل names whom or what: قصف المدفعية لمواقع التنظيم."""
    behind = [p for p in setting.phrases[setting.phrase_of[phrase.first] + 1 :][:1] if p.words]
    if anchor.predicate.type != "ASSAULT" or not behind or behind[0].preposition != "ل":
        return False
    return not is_purpose(setting, behind[0]) and is_struck(setting, behind[0])


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
    """Whether the verb only says that the event before it took place: معارك (عنيفة) دارت بين ….

    Where an event of its own stands right behind it, that took place: أسلحة تم إخفاؤها من قبل …; but اتفاق تم
    التوصل إليه بين ….
    """
    index = setting.phrase_of.get(phrase.first, len(setting.phrases)) + 1
    behind = setting.phrases[index : index + 2]
    if behind and behind[0].bare and behind[0].words and not behind[-1].pronoun:
        return False
    readings = setting.lexicons.predicates.look_up(setting.document.tokens[phrase.first].folded)
    return not phrase.joined and any(
        r.word.light is not None and r.word.light.subject == "none" and r.word.category == "verb"
        for r in readings
    )


def _has_object(setting: Setting, anchor: Anchor, index: int) -> bool:
    """Whether an object follows the genitive behind an event noun: bare, or with ل (قصف إسرائيل لمواقع …)."""
    behind = setting.phrases[index + 1 : index + 3]
    unlike = len(behind) > 1 and setting.document.tokens[behind[0].first - 1].folded == _NOT
    behind = behind[1:] if unlike else behind  # "دعم واشنطن غير المشروط لإسرائيل"
    if behind[1:] and head_word(setting, behind[0]) in _OTHERS and behind[1].bare and behind[1].actors:
        behind = behind[1:]  # "مهاجمة داعش ومسلحين آخرين القوات العراقية"
    following = behind[0] if behind else None
    if following is None or following.kind != "noun" or not following.words or following.joined:
        return False
    lists = anchor.predicate.type != "AID" and _lists_more(setting, setting.phrases[index])
    if lists and not (following.bare and following.actors):  # "استهداف إسرائيل وحلفائها حزب الله"
        return False
    if helps(setting, anchor):
        return False  # "قصفت روسيا بدعم إيران مواقع التنظيم"
    if following.bare and _goes_on(setting, following):
        return False
    if following.bare:
        told = {r.actor for r in participants(setting.phrases[index], anchor.token)}
        again = bool(following.actors) and {r.actor for r in participants(following)} <= told
        if again or _only_describes(setting, following):
            return False  # "مكافحة داعش والعمليات الجارية", "اغتيال ولي العهد الأمير فلان"
        grants = anchor.predicate.type in ("AID", "CONCEDE")  # "منح إسرائيل حق المرور": she is granted it
        return not grants or bool(following.actors) or is_person(setting, following)
    named = bool(setting.phrases[index].actors) and anchor.predicate.object in ("patient", "place")
    named = named or anchor.predicate.type == "SUPPORT"  # "دعم المجلس لجميع الإجراءات"
    for_ = is_purpose(setting, following) and not is_protest(setting, following)  # "قمع النظام للاحتجاجات"
    return named and following.preposition == "ل" and not for_


def _lists_more(setting: Setting, phrase: Phrase) -> bool:
    """Whether "and" adds to the party named what goes on behind: مهاجمة القوات والبنية التحتية للدولة."""
    behind = (i for i in phrase.words if phrase.actors and i >= phrase.actors[-1].end)
    return any(_is_joined(setting.document.tokens[i].folded) for i in behind)


def _is_joined(folded: str) -> bool:
    """Whether the word begins with "and", and not with a و of its own."""
    return folded.startswith("و") and not folded.startswith(_OWN_WAW)


def _goes_on(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase goes on with the genitive or says how often: محاربة داعش وبقايا القاعدة, مرة أخرى.

    Also where a quotation mark stands behind "and": ملاحقة العدو و"تطهيرها".
    """
    tokens, i = setting.document.tokens, phrase.first - 1
    i -= tokens[i].kind == "sign"
    head = head_word(setting, phrase)
    named = bool(phrase.actors) and phrase.actors[0].span.start == tokens[phrase.words[0]].start
    joined = _is_joined(head) and target_kind(setting.lexicons, head) is None and not named
    joined = joined and head[1:] not in _ADDRESSES  # "لكل من جلالة الملك وجلالة الملكة"
    return joined or tokens[i].folded in (AND, "او") or head in _ONCE_MORE


def _is_foiled(setting: Setting, index: int) -> bool:
    """Whether the verb before an attempt keeps it from being made: أحبطت السلطات محاولة لتهريب السلاح."""
    before = setting.phrases[max(0, index - _OBJECT) : index]
    verb = next((p for p in reversed(before) if p.kind == "verb"), None)
    if verb is None or not setting.phrases[index].bare or verb.first == setting.phrases[index].first:
        return False
    readings = setting.lexicons.predicates.look_up(setting.document.tokens[verb.first].folded)
    glosses = {r.word.predicate.gloss for r in readings if r.word.predicate is not None}
    return bool(glosses & (PREVENTING | REPELLING))


def _is_told_with_deaths(setting: Setting, anchor: Anchor) -> bool:
    """Whether people who are no fighters are hurt, or harm is joined to theirs: أعلنت مقتل شرطي وإصابة …."""
    joined = anchor.predicate.type == "HARM" and anchor.reading.prefix.startswith("و")
    hurt = anchor.predicate.gloss == _WOUND  # "أعلن الجيش إصابة جنديين"
    if not (joined or hurt) or anchor.light is None:
        return False
    told = setting.document.tokens[anchor.light + 1 : anchor.token + _VICTIMS]
    fighters = (t.folded for t in told if target_kind(setting.lexicons, t.folded) == "fighter")
    return all(word.startswith(_SOLDIERS) for word in fighters)


def _subject_of_light(
    setting: Setting, anchor: Anchor, reading: WordReading, around: Surroundings, index: int
) -> Phrase | None:
    """The subject of the light verb at phrase `index` that lends itself to the anchor."""
    gloss = "" if reading.word.light is None else reading.word.light.gloss
    objects = itertools.takewhile(lambda p: p.words[:1] != p.anchors[:1] or not p.words, around.right)
    bare = [p for p in objects if p.bare and p.words and head_word(setting, p) not in SEVERAL]
    before = [p for p in around.left if p.bare and p.words and not setting.phrases[index].joined]
    behind = next((p for p in bare if p.first < anchor.token), None)
    subject = behind if behind is not None and (behind.actors or not before) else next(iter(before), None)
    if subject in before and setting.phrases[index].preposition in ("من", "عن"):
        subject = before[-1]  # "منعت إسرائيل الحركة من شن هجوم"
    told = gloss in TELLING and reading.word.category == "noun"
    if told and setting.phrases[index].preposition:
        subject = None  # "أشاد فلان بالقوات إثر الإعلان عن تفكيك …"
    if subject is None and around.relative is not None:
        subject = around.relative
    if gloss in _DOING and anchor.light == anchor.token - 1 and anchor.reading.pronoun:
        subject = _behind_pronoun(setting, anchor, subject, around)
    if subject is not None and _is_no_subject(setting, reading, subject):
        subject = None
    trying = setting.phrases[index - 1] if index else None
    if trying is not None and trying.preposition and goes_on(setting.document, trying):
        return trying  # "ردا على محاولات إيران شن هجمات"
    return subject


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
    if anchor.predicate.type in VIOLENT and _is_foiled(setting, index):
        return
    around = surroundings(setting, index)
    subject = _subject_of_light(setting, anchor, anchor.light_reading, around, index)
    # "أعلن مقتل": who announces a death is not its doer; "باشر بلاغا عن سقوط قذيفة": a shell only falls.
    does = anchor.predicate.subject == "agent" or anchor.predicate.type != "HARM"
    by_itself = anchor.predicate.subject == "none" and anchor.predicate.genitive != "agent"
    # Whoever undergoes it has the harm: "مني الحوثيون بخسائر".
    undergoes = light.subject == "patient" and anchor.light_reading.word.category == "verb"
    does = (does or undergoes) and not (light.subject == "agent" and by_itself)
    lends = light.subject != "none" and does and not inside(setting.phrases[noun], anchor)
    # "أعلنت الوزارة اسمه كمتورط في تفجير …": only what is announced itself may be the speaker's doing.
    lends = lends and not (light.gloss == "announce" and setting.phrases[noun].preposition not in ("", "عن"))
    lends = lends and not (light.gloss == "issue" and setting.phrases[noun].preposition in _ABOUT)
    lends = lends and not (light.gloss == "announce" and _is_told_with_deaths(setting, anchor))
    if subject is not None and lends:
        people = people_as_such(setting, anchor.predicate, subject) if light.subject == "patient" else ()
        who = people or somebody(setting, subject)
        if anchor.predicate.type == "PROTEST":
            who = affected(setting, subject, who, -1)  # "بدأ نحو ألف شخص اعتصاما"
        if who:
            cast.give(light.subject, who)
    if not cast.patient:
        prepositional(setting, cast, anchor.predicate, around.right)
