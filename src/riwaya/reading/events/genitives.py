"""Genitives: what part whoever stands in the genitive of a noun for a deed takes in it.

"قصف الجيش" is done by him and "قصف المدينة" to it: who or what it is, its adjectives and what follows tell.
"""

from __future__ import annotations

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HUMAN
from riwaya.lexicon.predicates import Predicate, RoleName
from riwaya.model import Span
from riwaya.reading.draft import BODIES, VIOLENT, RoleDraft
from riwaya.reading.events.anchors import TELLING, Anchor
from riwaya.reading.events.bound import is_bound
from riwaya.reading.events.casts import Cast
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.fights import FIGHTS, SUICIDE, begins_as
from riwaya.reading.events.naming import (
    FORCES,
    HOUSES,
    LOYAL,
    OF_DEEDS,
    QUANTIFIERS,
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
    owned_kind,
    participants,
    somebody,
    state_of_capital,
    strikes,
    target_kind,
)
from riwaya.reading.events.relations import people_behind
from riwaya.reading.events.roles import OF_STRENGTH, assign, is_target
from riwaya.reading.events.struck import is_one_taken, is_protest
from riwaya.text import word_before
from riwaya.text.signs import COMMAS

#: Titles with a pronoun by which somebody is spoken of, folded.
_HIS = event_words("his honour")
#: Modes of what befalls persons.
_OF_PERSONS = frozenset(("assassinate", "abduct", "execute", "arrest"))
#: Words by which one more attack is told of, folded.
_ANOTHER = event_words("another")
#: How adjectives of terrorists' attacks begin, folded.
_TERROR = word_beginnings("terror")
#: Kinds of parties that take and kill persons, and are not killed.
_RULING = ("state", "government", "coalition")
#: Beginnings of words for people who protest, folded.
_PROTESTERS = word_beginnings("protester")
#: Bodies told of before, which do what has an object behind them, folded.
_BODIES = event_words("body told of")
#: Words for what is left of a foe, which is attacked and attacks nobody, folded.
_REMNANTS = event_words("remnant")
#: What may part two adjectives of those who did it, and words before a third party whom they attack, folded.
_JOINING = frozenset('-–ـ/"”“«»')
_OR = frozenset(("او", "و"))
_AGAINST = frozenset(("علي", "ضد"))

#: Types of what two do together.
_PAIRED = frozenset(("AGREE", "COOPERATE"))


def give_whose(setting: Setting, cast: Cast, predicate: Predicate, phrase: Phrase, of_somebody: bool) -> None:
    """Whose shelling it was (في قصف لقوات النظام), or whom it hit: things, or people of a known doer."""
    if phrase.preposition != "ل" or not phrase.words:
        return
    if is_protest(setting, phrase):
        assign(setting, cast, predicate, "patient", phrase)
        return
    owner = {role.actor for role in participants(phrase)}
    if is_purpose(setting, phrase) or (owner and owner == {role.actor for role in cast.agent}):
        return
    thing = _thing_before(setting, phrase)
    if thing and not is_struck(setting, phrase):
        cast.give("agent", somebody(setting, phrase) if strikes(thing) else ())  # "سقوط قذائف للحوثيين"
        return
    if setting.document.tokens[phrase.first - 1].folded.removeprefix("ال").startswith(LOYAL):
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


def give_genitive(setting: Setting, cast: Cast, anchor: Anchor, phrase: Phrase, objects: bool) -> None:
    """Who follows the event noun in its own phrase: its doer, or whom it befalls; `objects` follow behind."""
    predicate = anchor.predicate
    honoured = next((i for i in phrase.words if i > anchor.token), -1)
    if setting.document.tokens[honoured].folded in _HIS and honoured == anchor.token + 1:
        cast.pronouns.append("agent")  # "استقبال سموه المسؤولين"
        assign(setting, cast, predicate, predicate.object, phrase, honoured)
        return
    who = () if is_kin_of(setting, phrase, anchor.token) else participants(phrase, anchor.token)
    who = who or belonging(setting, phrase, anchor.token)
    if who and _is_onto(setting, anchor):
        cast.give("patient", who)
        return  # "العبث بأمن البلاد": whose security it is
    if predicate.gloss == "storm" and _protests(setting, phrase, anchor.token):
        cast.give("agent", who or (RoleDraft("civilians", None),))
        return  # "اقتحام العشرات من المتظاهرين القنصلية"
    objects = objects or (not who and _has_theirs(setting, phrase) and people_do(setting, anchor, phrase))
    role = _role_behind(setting, cast, anchor, phrase, who, objects)
    if who and (
        _is_where(setting, phrase, anchor)
        or (predicate.object == "place" and role == "agent" and _is_held(phrase, anchor, objects))
    ):
        return  # "احتلال العراق": the land is what is held
    doing = objects and not _befell(anchor, phrase) and people_do(setting, anchor, phrase)
    if role == "both" or (objects and _has_its_object(setting, anchor, phrase, who, role)):
        role = "agent"  # "اعتقال قوات النظام مدنيين": whoever follows is the object
    # "القصف الجوي": what follows a definite event describes it, unless it is a name.
    described = predicate.type in VIOLENT and _is_described(setting, phrase, anchor)
    described = described or (predicate.type not in VIOLENT and _has_adjective(setting, phrase, anchor))
    described = described or anchor.reading.word.form.definite  # "التسلل المسلح"
    if who or doing or (role != "agent" and not anchor.reading.word.form.definite and not described):
        assign(setting, cast, predicate, role, phrase, anchor.token)
    taken = is_one_taken(setting, anchor.token) or _is_of_ones_nation(setting, anchor, phrase)
    if not who and predicate.type != "HARM" and not taken:
        nations = _nations(setting, phrase, anchor)  # but "مقتل عراقي", "أسيرا فلسطينيا"
        if predicate.type in _PAIRED and len(nations) > 1:
            cast.oppose(nations[:1], nations[1:])  # "اتفاق سعودي أردني"
        cast.give("agent", nations)
    ruled = predicate.genitive == "agent" and not anchor.reading.word.form.definite
    acting = predicate.type not in VIOLENT or ruled  # "اعتداءات المستوطنين"
    if not who and role == "agent" and acting and not described:
        cast.give("agent", people_behind(setting, phrase, anchor))


def _visits(setting: Setting, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether it is said behind him where the visitor goes: أول يوم لزيارة الرئيس إلى بغداد."""
    if predicate.mode != "visit":
        return False
    behind = setting.phrases[setting.phrase_of[phrase.first] + 1 :][:1]
    return any(p.preposition in ("ل", "الي") and (p.places or state_of_capital(setting, p)) for p in behind)


def _role_behind(
    setting: Setting, cast: Cast, anchor: Anchor, phrase: Phrase, who: Roles, objects: bool
) -> RoleName:
    """The role of who follows an event noun in its own phrase, by grammar or by what kind of deed it is."""
    predicate = anchor.predicate
    told = bool(cast.agent)
    role = _genitive_role(setting, anchor, phrase, who, told=told, objects=objects)
    if predicate.type == "CONSULT" and anchor.reading.prefix.endswith("ل"):
        # "وصل للقاء الرئيس": he is who is met
        role = "agent" if who and _visits(setting, predicate, phrase) else "patient"
    elif (_is_asked(anchor) or (who and predicate.gloss == "receive")) and not objects:
        role = "patient"  # "لدى استقبال الوفد التركي": who stands alone is received
    elif who and _does(phrase, anchor, objects):
        role = "agent"  # "إطلاق حماس صواريخ", "اغتيال إسرائيل قياديا"
    backs = predicate.role_of("من") == "agent" and predicate.type not in ("CONSULT", "REJECT")
    if helps(setting, anchor):
        return "agent"
    if backs and not objects and (role == "agent" or (who and _is_aside(setting, anchor))):
        return "patient"  # "يواصل دعم النظام": who backs is said with من, or stands before whom he backs
    return role


def _befell(anchor: Anchor, phrase: Phrase) -> bool:
    """Whether those behind the noun suffer it in any case: they are counted, or the noun has no doer."""
    quantity = phrase.quantity
    counted = quantity is not None and quantity.first > anchor.token and quantity.measure != "other"
    return counted or anchor.predicate.subject != "agent"  # "قتلى الجيش"


def _has_its_object(setting: Setting, anchor: Anchor, phrase: Phrase, who: Roles, role: RoleName) -> bool:
    """Whether whoever is behind the noun does it to what follows him, and is not whom it befalls."""
    held = anchor.predicate.object == "place" and role in ("place", "none")
    held = held and not _is_land(phrase, anchor)  # "تحرير اليمن كاملة"
    if not (role == "patient" or held) or _befell(anchor, phrase):
        return False
    acts = _acts(setting, phrase, anchor.token, who, violent=True)
    return acts or people_do(setting, anchor, phrase)


def people_do(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether people behind a masdar of violence do it, since what follows them can but be its object.

    No genitive stands behind ين without article (اقتحام مستوطنين المسجد, قتل مسلحين جنديا), and behind people
    a place, a party or an accusative is no adjective of theirs: اقتحام عشرات المستوطنين المسجد (للمسجد).
    """
    tokens, index = setting.document.tokens, setting.phrase_of[anchor.token] + 1
    words = [i for i in phrase.words if i > anchor.token]
    if words and tokens[words[0]].folded in QUANTIFIERS | SEVERAL:
        words = words[1:]
    following = setting.phrases[index] if index < len(setting.phrases) else None
    violent = anchor.predicate.type in VIOLENT and not anchor.reading.word.form.definite
    if not violent or not words or following is None or not following.words:
        return False
    people, whole = tokens[words[0]].folded, phrase.words[-1] == words[0]
    kind, led = target_kind(setting.lexicons, people), following.preposition == "ل"
    own = tokens[following.words[0]].folded.endswith("هم")  # "قصف المدنيين لمنازلهم": their own
    sided = any(not led or own or m.kind != "population" for m in phrase.actors)
    armed = strikes(people) or people.removeprefix("ال") in FORCES or people in _BODIES
    if not (kind in HUMAN or armed) or sided or people.endswith("ون"):
        return False  # "قصف الطيران المروحي مدينة …", "استهداف المقاومة دورية"
    party = any(m.kind != "population" for m in following.actors)  # "البحارة المدنيين"
    theirs = owned_kind(setting.lexicons, head_word(setting, following)) in ("thing", "place", "civil")
    named = bool(following.places) or party or theirs or is_target(setting, following)
    if not people.startswith("ال"):
        return whole and people.endswith("ين") and following.bare
    if following.bare:
        alike = tokens[following.words[0]].folded.startswith("ال")  # "استهداف الأطفال القاصرين"
        return named or (not alike and is_accusative(setting, following))
    return following.preposition == "ل" and named


def _has_theirs(setting: Setting, phrase: Phrase) -> bool:
    """Whether ل right behind names what is hit: إحراق المستوطنين المتطرفين لمنزلهم.

    Not whose those before are: عزل الرئيس المنتمي لجماعة ….
    """
    behind = setting.phrases[setting.phrase_of[phrase.first] + 1 :][:1]
    return any(p.preposition == "ل" and not p.actors for p in behind)


def helps(setting: Setting, anchor: Anchor) -> bool:
    """Whether the noun says with whose help something else is done: سيطر الجيش بمساعدة روسيا على ….

    Not where a word before takes it: قام بمساعدة المتمردين.
    """
    backs = anchor.predicate.role_of("من") == "agent" and anchor.predicate.type in ("AID", "SUPPORT")
    adverbial = anchor.reading.prefix.endswith("ب") and anchor.token != setting.start
    return backs and adverbial and not is_bound(setting.document, anchor)


def _is_aside(setting: Setting, anchor: Anchor) -> bool:
    """Whether a comma stands before the noun: "أكملوا، بمساعدة الجيش، استعادة الميناء"."""
    return word_before(setting.document.tokens, anchor.token) in COMMAS


def _nations(setting: Setting, phrase: Phrase, anchor: Anchor) -> Roles:
    """Who did it by adjectives of nationality, of an attack also a second one: العدوان الأمريكي - الصهيوني.

    A fight with two (الحرب العراقية الإيرانية) is one on the other, unless it is made on a third; what two
    agree on or do together (اتفاق سعودي أردني) one does with the other.
    """
    one, tokens = by_adjective(setting, phrase, anchor.token), setting.document.tokens
    if not one or one[0].span is None or anchor.predicate.type not in ("ASSAULT", *_PAIRED):
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


def _is_onto(setting: Setting, anchor: Anchor) -> bool:
    """Whether what the noun needs stands between: المساس بسيادة البلاد, كسر شوكة التنظيم, قطع إمداداته."""
    predicate = anchor.predicate
    if anchor.needed != anchor.token + 1:
        return False
    onto = predicate.role_of("ب") == "patient" and setting.document.tokens[anchor.needed].folded.startswith(
        "ب"
    )
    return onto or predicate.gloss in OF_STRENGTH


def _is_of_ones_nation(setting: Setting, anchor: Anchor, phrase: Phrase) -> bool:
    """Whether a nation behind a masdar of seizing or killing people says whom: محاكمة روسيين."""
    predicate, behind = anchor.predicate, anchor.token + 1
    done_to = predicate.genitive == "patient" and (
        predicate.mode in _OF_PERSONS or predicate.type == "COERCE"
    )
    one = behind in phrase.words and not setting.document.tokens[behind].folded.startswith("ال")
    behind_it = setting.phrases[setting.phrase_of[phrase.first] + 1 :][:1]
    onto = any(p.preposition == "ل" for p in behind_it)  # "اغتيال إسرائيلي لقائد": whose deed it was
    return done_to and one and not onto and not anchor.reading.word.form.definite


def _is_asked(anchor: Anchor) -> bool:
    """Whether it is not said who asks whom the noun names: تمت مطالبة الحكومة."""
    light = None if anchor.light_reading is None else anchor.light_reading.word.light
    taken = light is not None and light.subject == "none" and anchor.light == anchor.token - 1
    return taken and anchor.predicate.type == "REQUEST"


def _is_of_two(setting: Setting, anchor: Anchor) -> bool:
    """Whether the masdar is of the pattern of what one does to another: محاصرة, مداهمة, مطاردة."""
    folded = setting.document.tokens[anchor.token].folded.removeprefix(anchor.reading.prefix)
    if anchor.predicate.gloss == "raid":
        return False  # "خلال مداهمة الشرطة": as often of those who do it
    return folded.startswith("م") and folded.endswith("ه") and not anchor.reading.pronoun


def _genitive_role(
    setting: Setting, anchor: Anchor, phrase: Phrase, who: Roles, *, told: bool, objects: bool
) -> RoleName:
    """What the grammar says of who follows an event noun; where it leaves this open, who that is.

    Not who does it where that is `told` before; nor where no `objects` follow a masdar that demands one.
    """
    if not objects and _is_overrun(phrase, anchor):
        return "patient"
    if anchor.predicate.genitive != "either" or told:
        return "patient" if anchor.predicate.genitive == "either" else anchor.predicate.genitive
    violent = anchor.predicate.type in VIOLENT
    if _is_of_two(setting, anchor) and not objects:
        return "patient"
    acts = _acts(setting, phrase, anchor.token, who, violent=violent)
    acts = acts and not (violent and _is_officer(phrase, anchor))
    # "يتولى الجيش مواجهة المسلحين"
    return "agent" if acts and not _has_doer(setting, anchor) else "patient"


def _is_overrun(phrase: Phrase, anchor: Anchor) -> bool:
    """Whether a land is behind the noun for invading, people that for slaying: غزو الكويت, مجزرة الأسرى."""
    if anchor.predicate.gloss == "massacre":
        return _are_people(phrase, anchor)
    return anchor.predicate.gloss in ("invade", "overrun") and _is_land(phrase, anchor)


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


def _are_people(phrase: Phrase, anchor: Anchor) -> bool:
    """Whether a population or detainees follow the noun, and no party: مجزرة الأسرى."""
    first = next((m for m in phrase.actors if m.first > anchor.token), None)
    return first is not None and first.kind == "population"


def _is_where(setting: Setting, phrase: Phrase, anchor: Anchor) -> bool:
    """Whether the country behind an attack of terrorists is where they made it: هجوم كندا الإرهابي."""
    tokens, behind = setting.document.tokens, anchor.token + 2
    terror = behind < len(tokens) and begins_as(tokens[behind], _TERROR)
    return terror and anchor.predicate.type == "ASSAULT" and _is_land(phrase, anchor)


def _has_doer(setting: Setting, anchor: Anchor) -> bool:
    """Whether a light verb before the event noun has its subject between: تواصل القوات ملاحقة ….

    Behind "announce" and its like somebody else may do it.
    """
    light = None if anchor.light_reading is None else anchor.light_reading.word.light
    index = None if anchor.light is None else setting.phrase_of.get(anchor.light)
    if index is None or light is None or light.subject != "agent" or light.gloss in TELLING:
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


def is_struck(setting: Setting, phrase: Phrase) -> bool:
    """Whether what ل names is rather struck by the weapon before than whose it is: قصف المدفعية لمواقع …."""
    return strikes(_thing_before(setting, phrase)) and (is_target(setting, phrase) or bool(phrase.places))


def _is_described(setting: Setting, phrase: Phrase, anchor: Anchor) -> bool:
    """Whether an adjective and no genitive follows the event noun: قصف عسكري, but مقتل عراقي."""
    words = [i for i in phrase.words if i > anchor.token]
    folded = setting.document.tokens[words[0]].folded if words else ""
    if words and words[0] == anchor.token + 1 and _agrees(setting, anchor.token, folded):
        return True  # "تفجيرين مماثلين", "دمارا هائلا"
    attack = anchor.predicate.type == "ASSAULT" and anchor.predicate.mode not in _OF_PERSONS
    if attack and len(words) == 1 and folded in _ANOTHER:
        return True  # "هجوم آخر"; but "تفجير آخر نفق", "خطف آخر"
    if folded.startswith(SUICIDE) or (_is_act_of(anchor.predicate) and folded in OF_DEEDS):
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


def is_purpose(setting: Setting, phrase: Phrase) -> bool:
    """Whether ل says what for: it governs an event (لمنع, لإجبار) and no people or things (لبعض المواقع)."""
    words = [setting.document.tokens[i].folded for i in phrase.words]
    many = len(words) > 1 and words[0].removeprefix("ل") in QUANTIFIERS | SEVERAL
    head = words[1] if many else words[0]
    kind = target_kind(setting.lexicons, head) or owned_kind(setting.lexicons, head)
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]
    named = named or bool(state_of_capital(setting, phrase))  # "دعم موسكو لدمشق"
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
    things = folded in _REMNANTS or target_kind(setting.lexicons, folded) in ("thing", "place", "civil")
    return head < named and things and not strikes(folded)


def inside(phrase: Phrase, anchor: Anchor) -> bool:
    """Whether the event only completes what a preposition governs: أعلنت الحداد على ضحايا القصف."""
    first = anchor.token if anchor.light not in phrase.words else anchor.light  # "تستمر في خوض القتال"
    joined = anchor.reading.prefix.startswith("و") and bool(anchor.reading.pronoun)
    joined = joined and phrase.preposition == "من"  # "تمكنت من كشفها وتدميرها"
    return phrase.words[:1] != [first] and phrase.preposition not in ("", "ب", "ل") and not joined
