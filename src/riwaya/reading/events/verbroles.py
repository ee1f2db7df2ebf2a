"""Who takes part in the event of a finite verb: subjects, objects, passives, relative clauses."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HUMAN
from riwaya.lexicon.inflect import THEIRS
from riwaya.lexicon.predicates import Predicate
from riwaya.reading.draft import BODIES, RoleDraft
from riwaya.reading.events.agreement import wanted
from riwaya.reading.events.anchors import OF_PERSONS, Anchor
from riwaya.reading.events.ascribed import nobody_ascribes
from riwaya.reading.events.carriers import carried_out_by, give_attackers, give_operators
from riwaya.reading.events.casts import Cast, Surroundings, means_another, surroundings
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import (
    FORCES,
    QUANTIFIERS,
    SEVERAL,
    SOMEBODY,
    Roles,
    Setting,
    head_word,
    owning_pronoun,
    participants,
    peers,
    somebody,
    strikes,
    target_kind,
)
from riwaya.reading.events.oneself import blows_himself_up, give_bombed
from riwaya.reading.events.relations import compels
from riwaya.reading.events.relatives import topic_before
from riwaya.reading.events.roles import (
    BY,
    REPELLING,
    assign,
    is_person,
    is_target,
    of_participle,
    prepositional,
    repelled,
)
from riwaya.reading.events.subjects import (
    LAID,
    SPOKEN,
    acts_there,
    heads_deed,
    is_apposition,
    subject_and_objects,
)

#: Modes of what is done to people, of whom their verbs tell by themselves.
_TAKING = frozenset(("arrest", "abduct", "execute", "assassinate"))
#: Words by which some of those told of are told apart, folded.
_AMONG = frozenset(("منهم", "منهن", "بينهم", "بينهن", "بينهما"))
#: Beginnings of words for the quarters of the sky, folded.
_QUARTERS = word_beginnings("quarter of the sky")
#: The entry of what befalls people and no place that is counted too: جرح.
_INJURING = "injure"
#: The entry for having somebody as a target, which plans and blows have as well as people.
_TARGETING = "target"
#: Words for what one sets out to do, folded, without article.
_PLANS = event_words("plan")
#: The entry for killing, which tells in a relative clause without an object of who was killed.
_KILLING = "kill"
#: Relative pronouns of one, folded, whom no pronoun of many means.
_OF_ONE = frozenset(("الذي", "التي"))
#: Nouns that only say how one dies or goes, folded.
_IN_WHAT_WAY = event_words("in what way")
#: Who holds an office, and is a man where something befalls him, folded.
_OFFICES = event_words("office-holder")


def cast_of_verb(setting: Setting, anchor: Anchor, index: int) -> Cast:
    """Participants of a finite verb: SVO, VSO, passive, relative clauses, written-on pronouns."""
    around = surroundings(setting, index)
    predicate, cast = anchor.predicate, Cast()
    bare = _own_phrases(setting, predicate, around.right)
    before = [p for p in around.left if p.bare and p.words and not setting.phrases[index].joined]
    before = [p for p in before if head_word(setting, p) not in _IN_WHAT_WAY]  # "متأثرا بجراح أصيب بها"
    topic = topic_before(setting, index)
    before = before if topic is None else [topic]
    subject, objects = subject_and_objects(setting, anchor, around, before, bare)
    if subject is not None and objects and is_apposition(setting, subject, objects[0], len(objects) > 1):
        named = participants(objects[0]) and not participants(subject)
        subject, objects = (objects[0] if named else subject), objects[1:]
    if _names_no_subject(setting, cast, anchor, index, around, bare):
        subject, objects = None, bare
    if subject is not None:
        _give_subject(setting, cast, anchor, subject, objects, around)
    cast.aside = bool(before and bare) and subject is bare[0] and acts_there(anchor, around, subject)
    suffered = subject is not None and predicate.subject == "patient"  # "استشهدوا … وفاء للوطن"
    if not (suffered and predicate.object == "patient"):
        for phrase in _own_objects(setting, anchor, objects, around):
            assign(setting, cast, predicate, predicate.object, phrase)
    if anchor.reading.pronoun and subject is not None and before and subject is not before[0]:
        pass  # the pronoun takes up the object that stands before
    elif anchor.reading.pronoun and around.relative is not None and _takes_up(setting, anchor, index):
        assign(setting, cast, predicate, predicate.object, around.relative)
    elif anchor.reading.pronoun and predicate.type != "PRESENCE":  # "بلدة تسكنها": a place is meant
        cast.pronouns.append(predicate.object)
    give_bombed(setting, cast, anchor, subject, around.right)
    own = [p for p in around.right if p.preposition not in BY or not of_participle(setting, p)]
    prepositional(setting, cast, predicate, own, around.relative)
    give_operators(setting, cast, predicate, index)
    _repel(setting, cast, predicate, objects, [p for p in around.right if p is not subject])
    cast.give("patient", _companion(setting, predicate, subject, around))
    if (cast.agent and cast.agent == cast.patient) or (predicate.type == "CONSULT" and _is_named_twice(cast)):
        cast.agent = SOMEBODY  # "أشخاص ينتمون إلى داعش": they are not whom they belong to
    if predicate.type == "REQUEST" and predicate.subject == "none" and not cast.patient:
        prepositional(setting, cast, predicate, around.left)  # "على إيران يجب …"
    if predicate.type == "ASSAULT":
        _complete_attack(setting, cast, predicate, subject, around)
    return cast


def _describes_what_hits(
    setting: Setting, anchor: Anchor, index: int, around: Surroundings, bare: Sequence[Phrase]
) -> bool:
    """Whether the verb says whom that hits which a preposition governs before it: عن خطة تستهدف الحزب."""
    before = setting.phrases[index - 1] if index else None
    if before is None or before.end != anchor.token or anchor.reading.prefix:
        return False
    if before.actors or before.anchors:
        return False
    governed = before.kind == "noun" and bool(before.preposition and before.words)
    governed = governed and head_word(setting, before).removeprefix("ب").removeprefix("ل") in _PLANS
    told = around.relative is not None or any(p.bare and p.words for p in around.left)
    return anchor.predicate.gloss == _TARGETING and governed and len(bare) == 1 and not told


def _takes_up(setting: Setting, anchor: Anchor, index: int) -> bool:
    """Whether the pronoun may mean what the relative one stands for: not in الصاروخ الذي تزودهم به روسيا."""
    which = setting.phrases[index - 1] if index else None
    if means_another(setting, anchor):
        return False
    one = which is not None and setting.document.tokens[which.first].folded in _OF_ONE
    return not (one and anchor.reading.pronoun in OF_PERSONS)


def _is_named_twice(cast: Cast) -> bool:
    """Whether whom somebody met is also read as who met him, by his name: التقى بالمستشار الدكتور فلان."""
    if len(cast.agent) != 1 or len(cast.patient) != 1:
        return False
    one, other = cast.agent[0], cast.patient[0]
    return one.actor == other.actor != "other" and _starts(one) > _starts(other) >= 0


def _starts(role: RoleDraft) -> int:
    return role.span.start if role.span is not None else -1


def _companion(setting: Setting, predicate: Predicate, subject: Phrase | None, around: Surroundings) -> Roles:
    """Whom "and" names right behind a verb of meeting as the other side: ولي العهد يبحث والرئيس الفرنسي ….

    Behind the verb's subject only a colleague is: بحث الوزير ونظيره الروسي ….
    """
    if predicate.type != "CONSULT" or subject is None:
        return ()
    acting = {role.actor for role in participants(subject)}
    before = subject in around.left
    joined = next((p for p in around.right if p.bare and p.words and p is not subject), None)
    if joined is None:
        return ()
    who = participants(joined) if before and joined.joined else ()
    return tuple(role for role in who or peers(setting, joined)[:1] if role.actor not in acting)


def _repel(
    setting: Setting, cast: Cast, predicate: Predicate, objects: Sequence[Phrase], behind: Sequence[Phrase]
) -> None:
    """Let whoever made the attack suffer that it is repelled: اعترضت صاروخا أطلقه الحوثيون."""
    if predicate.gloss in REPELLING and objects and not any(r.actor != "other" for r in cast.patient):
        cast.patient = carried_out_by(setting, setting.phrase_of[objects[0].first]) or cast.patient
    repelled(setting, cast, predicate, [p for p in (*objects, *behind) if p.preposition in ("", "ل")])


def _names_no_subject(
    setting: Setting, cast: Cast, anchor: Anchor, index: int, around: Surroundings, bare: Sequence[Phrase]
) -> bool:
    """Whether no phrase there is the subject: "نتوعد العدو", "إنها صادرت أسلحة", "كل من يستهدف المدنيين"."""
    predicate = anchor.predicate
    nobody = _is_whoever(setting, index) or nobody_ascribes(setting, anchor, index)
    if nobody or _describes_what_hits(setting, anchor, index, around, bare):
        cast.subject = True
        cast.give(predicate.subject, SOMEBODY)
        return True
    said = anchor.reading.word.form.person == 1 or _has_pronoun_subject(setting, anchor, index)
    if not said:
        cast.passive = _fell(setting, anchor, index, around, bare)
        return cast.passive
    cast.passive = anchor.passive or _is_done_to(anchor, around, bare)
    if cast.passive:
        cast.pronouns.append(predicate.object)
    return True


def _fell(setting: Setting, anchor: Anchor, index: int, around: Surroundings, bare: Sequence[Phrase]) -> bool:
    """Whether who was named before a comma was killed: القائد في الفصيل، قتل في غارة."""
    following = setting.phrases[index + 1 : index + 2]
    ends = not following or following[0].kind in ("noun", "time", "stop")  # "قتل وشرد الملايين"
    befalls = anchor.predicate.type == "HARM" or anchor.predicate.mode in _TAKING
    lone = befalls and not around.left and around.relative is None
    return lone and ends and _is_done_to(anchor, around, bare)


def _give_subject(
    setting: Setting,
    cast: Cast,
    anchor: Anchor,
    subject: Phrase,
    objects: list[Phrase],
    around: Surroundings,
) -> None:
    """Let the subject do it, or undergo it where the verb looks passive."""
    predicate = anchor.predicate
    cast.subject = not owning_pronoun(setting, subject)
    cast.passive = anchor.passive or _looks_passive(setting, anchor, subject, objects, around)
    passive = cast.passive and predicate.object in ("patient", "place")
    assign(setting, cast, predicate, predicate.object if passive else predicate.subject, subject)
    if predicate.gloss == LAID and heads_deed(setting, subject):
        cast.give("agent", SOMEBODY)
    # An event or a thing does not meet or agree: who does is understood.
    cast.subject = cast.subject and (bool(cast.agent) or predicate.type not in SPOKEN)
    somebody_acts = is_person(setting, subject) or head_word(setting, subject) in setting.adjectives
    acts = somebody_acts and bool(objects or anchor.reading.pronoun)
    cast.sure = cast.sure or (acts and not cast.passive)  # "امرأة قتلت زوجها", "قتل يمني شرطيا"


def _own_objects(
    setting: Setting, anchor: Anchor, objects: list[Phrase], around: Surroundings
) -> Sequence[Phrase]:
    """The object that tells whom it befalls, if any; at most one phrase."""
    predicate = anchor.predicate
    if anchor.reading.word.form.person == 1 and anchor.reading.pronoun:
        return ()  # "نطالبها بتنفيذ القرار القاضي بكذا": the pronoun is the object
    if len(objects) > 1 and _names_body(setting, objects[0], objects[1]):
        objects = objects[1:]
    handed = bool(objects) and _is_handed(predicate, objects[0], around)
    return () if handed or predicate.type == "PRESENCE" else _objects(setting, objects)[:1]


def _complete_attack(
    setting: Setting, cast: Cast, predicate: Predicate, subject: Phrase | None, around: Surroundings
) -> None:
    """Who made the attack that somebody underwent (تعرض لهجوم شنه …), or the things that ل says were hit."""
    if predicate.subject == "patient":
        give_attackers(setting, cast, around.right)
    if subject is not None and not (cast.patient or cast.pronouns):
        _befalls(setting, cast, predicate, subject)


def _is_whoever(setting: Setting, index: int) -> bool:
    """Whether من before the verb is "who": from whom nothing is said would stand before a noun."""
    before = setting.phrases[index - 1] if index else None
    token = setting.document.tokens[setting.phrases[index].first - 1]
    alone = before is not None and not before.words and not before.pronoun
    return alone and token.folded in ("من", "ومن", "فمن")


def _own_phrases(setting: Setting, predicate: Predicate, right: Sequence[Phrase]) -> list[Phrase]:
    """The bare phrases behind a verb that are its own.

    Not those that "and" or brackets add to the one before (اعتقلت امرأة وطفلها), nor the object of a masdar
    between (اعتقل رجلا لرفضه الحرب، جراء شن التحالف غارات), nor those of whom "among them" tells (قتلوا،
    بينهم نساء), nor in what way or where it happens (توفي متأثرا بجروحه, قتل رجل شمالي المدينة).
    """
    found: list[Phrase] = []
    for k, phrase in enumerate(right):
        if not phrase.bare or not phrase.words:
            continue
        before = right[k - 1] if k else None
        done = before is not None and before.preposition == "ل" and _is_owned_deed(setting, before)
        among = before is not None and setting.document.tokens[before.first].folded in _AMONG
        adverb = head_word(setting, phrase) in _IN_WHAT_WAY
        more = phrase.joined or (found and _adds_one(setting, phrase))
        more = more or (found and _glosses(setting, phrase, found[-1]))
        more = more or _tells_where(setting, predicate, phrase)
        described = before is not None and _is_adjective(setting, before, phrase)
        described = described or (before is not None and _is_carried_out(setting, before, phrase))
        if not (done or among or more or adverb or described):
            found.append(phrase)
    return found


def _is_adjective(setting: Setting, before: Phrase, phrase: Phrase) -> bool:
    """Whether one word right behind a noun only describes it: ألغام أرضية, في إقليم فان القريب من الحدود."""
    alone = len(phrase.words) == 1 and not phrase.actors and before.kind == "noun"
    if not alone or before.end != phrase.first:
        return False
    head = head_word(setting, phrase)
    feminine = setting.document.tokens[phrase.words[0]].text.endswith("ية") and not head.startswith("ال")
    of_place = bool(before.preposition and before.places) and head.startswith("ال")
    return (feminine or of_place) and target_kind(setting.lexicons, head) in (None, "adjective")


def _is_carried_out(setting: Setting, before: Phrase, phrase: Phrase) -> bool:
    """Whether a light masdar behind a preposition has the event as its object: جراء تنفيذ الطيران غارات."""
    deed = bool(before.preposition and before.words) and any(i in phrase.anchors for i in phrase.words[:2])
    return deed and any(
        r.word.light is not None and r.word.light.subject == "agent" and r.word.category == "noun"
        for split in setting.document.tokens[before.words[0]].splits
        for r in setting.lexicons.predicates.look_up(split.rest)
    )


def _tells_where(setting: Setting, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether the phrase says where people are harmed, or brackets where a place lies: كيليس (جنوب تركيا)."""
    index = setting.phrase_of[phrase.first]
    bracketed = index > 0 and setting.phrases[index - 1].mark == "("
    befalls_people = predicate.kind == "to people" or predicate.gloss == _INJURING
    of_people = befalls_people or predicate.mode in _TAKING
    where = bracketed or (of_people and bool(phrase.places))  # "قتل مدني شرقي المدينة"
    return where and head_word(setting, phrase).removeprefix("ال").startswith(_QUARTERS)


def _glosses(setting: Setting, phrase: Phrase, before: Phrase) -> bool:
    """Whether brackets hold but another name of who stands before them: القيادة المركزية (سنتكوم)."""
    index = setting.phrase_of[phrase.first]
    same = {r.actor for r in participants(phrase)} & {r.actor for r in participants(before)}
    return bool(same) and setting.phrases[index - 1].mark == "("


def _adds_one(setting: Setting, phrase: Phrase) -> bool:
    """Whether the count begins with "and one of": وأحد الأطفال, but واحد منهم."""
    token = setting.document.tokens[phrase.first]
    return phrase.quantity is not None and token.text.startswith(("وأحد", "وإحد"))


def _is_owned_deed(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase is a masdar with the pronoun of who does it: لرفضه, لقيامهم."""
    if len(phrase.words) != 1 or phrase.words[0] not in phrase.anchors:
        return False
    token = setting.document.tokens[phrase.words[0]]
    return token.folded.endswith(THEIRS) and not token.text.endswith("ة")


def _objects(setting: Setting, objects: Sequence[Phrase]) -> Sequence[Phrase]:
    """The objects; one that only says how is none where another follows: قتل رميا بالرصاص ألفي شخص."""
    if len(objects) > 1 and not objects[0].actors and objects[0].quantity is None:
        token = setting.document.tokens[objects[0].words[0]]
        manner = token.text.endswith(("اً", "ًا")) and target_kind(setting.lexicons, token.folded) is None
        return objects[1:] if manner else objects
    return objects


def _are_things(setting: Setting, phrase: Phrase) -> bool:
    """Whether things or places are named, also counted ones: لأربعة مخازن."""
    if phrase.quantity is None:
        return is_target(setting, phrase)
    kinds = {target_kind(setting.lexicons, setting.document.tokens[i].folded) for i in phrase.words[:3]}
    return bool(kinds & {"thing", "place", "civil"})


def _is_done_to(anchor: Anchor, around: Surroundings, bare: Sequence[Phrase]) -> bool:
    """Whether a verb behind أنه lacks the object that it needs: "إنه نقل إلى المستشفى" is a passive."""
    takes = anchor.predicate.subject == "agent" and anchor.predicate.object == "patient"
    past = anchor.reading.tense == "past" and anchor.reading.word.form.person == 3
    said = any(anchor.predicate.role_of(p.preposition) == "patient" for p in around.right if p.preposition)
    moves = anchor.predicate.type in ("MOVE", "COERCE", "HARM", "ASSAULT")
    return takes and past and moves and not (bare or said or anchor.reading.pronoun)


def _names_body(setting: Setting, body: Phrase, phrase: Phrase) -> bool:
    """Whether the next phrase is the name of a body that is called something: منظمة الإرهاب حماس."""
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0] and not phrase.joined
    return named and not body.actors and target_kind(setting.lexicons, head_word(setting, body)) == "body"


def _is_handed(predicate: Predicate, phrase: Phrase, around: Surroundings) -> bool:
    """Whether the object is what or who is handed to a party: سلمت قياديا إلى السلطات."""
    if predicate.type not in ("COOPERATE", "REQUEST") or predicate.object != "patient":
        return False
    if phrase.actors and phrase.actors[0].first == phrase.words[0]:
        return False
    return any(
        predicate.role_of(p.preposition) == "patient" and p.actors and p.actors[0].first == p.words[0]
        for p in around.right
        if p.preposition and p.words
    )


def _befalls(setting: Setting, cast: Cast, predicate: Predicate, subject: Phrase) -> None:
    """Things that ل names right behind the subject: قصف الطيران لمواقع …, which is rather a noun."""
    index = setting.phrase_of.get(subject.first, len(setting.phrases)) + 1
    following = setting.phrases[index] if index < len(setting.phrases) else None
    hit = following is not None and following.preposition == "ل" and _are_things(setting, following)
    if following is not None and hit and predicate.object == "patient":
        assign(setting, cast, predicate, "patient", following)


def _has_pronoun_subject(setting: Setting, anchor: Anchor, index: int) -> bool:
    """Whether the complementiser before the verb carries its subject: أنه, إنها, بأنهم; not أنه قصفت …."""
    before = setting.phrases[index - 1] if index else None
    if before is None or before.mark != "complementiser":
        return False
    folded = setting.document.tokens[before.first].folded
    if folded.endswith("نه") and wanted(anchor) == "feminine":
        return False
    return folded.endswith(("نه", "نها", "نهم", "نهما", "ننا"))


def _looks_passive(
    setting: Setting, anchor: Anchor, subject: Phrase, objects: list[Phrase], around: Surroundings
) -> bool:
    """قتل ثلاثة جنود: unwritten vowels leave the passive to be guessed from who the only participant is."""
    if anchor.predicate.subject != "agent" or anchor.predicate.object not in ("patient", "place"):
        return False
    if blows_himself_up(setting, anchor):
        return False
    if strikes(head_word(setting, subject)) or _are_our_forces(setting, anchor, subject):
        return False  # "قتلت نيران …", "قواتنا تقاتل"
    if anchor.reading.word.form.number == "plural" and anchor.predicate.type not in ("HARM", "COERCE"):
        return False  # "عشرات … يتسللون": a passive plural is rare
    if any(p.preposition in BY and not of_participle(setting, p) for p in around.right):
        return True
    if anchor.predicate.type == "CONTROL" and not _may_be_held(setting, subject):
        return False  # places are held, people hold them
    if (
        objects
        or anchor.reading.pronoun
        or anchor.predicate.type not in ("HARM", "ASSAULT", "COERCE", "CONTROL")
    ):
        return False
    if any(anchor.predicate.role_of(p.preposition) == "patient" for p in around.right if p.preposition):
        return False
    if compels(setting.document.tokens[anchor.token]):
        return True  # "أجبر الحوثيون على الانسحاب": whoever makes others do something has an object
    if subject.actors:
        first = subject.actors[0]
        if first.first in subject.words[:1]:
            fell = anchor.predicate.type == "HARM" and subject.first < anchor.token
            fell = fell or is_person(setting, subject)  # "قتل جندي تركي"
            fell = fell or _is_one_man(setting, anchor, subject)
            return fell or first.kind not in BODIES  # "القائد في داعش فلان قتل في غارة"
    # "قتل معظم مقاتلي التنظيم"
    many = next((t for i in subject.words if (t := setting.document.tokens[i].folded) not in QUANTIFIERS), "")
    of_them = anchor.predicate.type != "ASSAULT" and target_kind(setting.lexicons, many) in HUMAN
    # "ابن عم الرئيس الذي قتل في المعارك": whoever kills, kills somebody
    of_them = of_them or (anchor.predicate.gloss == _KILLING and subject is around.relative)
    men = is_person(setting, subject) or of_them  # but "فجر أحد مسلحي التنظيم نفسه"
    return subject.quantity is not None or men or not subject.actors


def _is_one_man(setting: Setting, anchor: Anchor, subject: Phrase) -> bool:
    """Whether a man who is named, or holds an office, is told to be killed, hurt or held: قتل سالم الورد."""
    named = not subject.actors[0].counts or head_word(setting, subject) in _OFFICES
    past = anchor.reading.word.form.tense == "past"
    return named and past and anchor.predicate.type in ("HARM", "COERCE")


def _are_our_forces(setting: Setting, anchor: Anchor, subject: Phrase) -> bool:
    """Whether the speaker's own forces stand before a verb of attacking, which they do."""
    forces = head_word(setting, subject).removesuffix("نا") in FORCES
    return forces and anchor.predicate.type == "ASSAULT" and owning_pronoun(setting, subject) == "نا"


def _may_be_held(setting: Setting, subject: Phrase) -> bool:
    """Whether a place or its like is the subject, and neither people nor forces: كتيبة تابعة للجيش."""
    kind = target_kind(setting.lexicons, head_word(setting, subject))
    return kind in ("place", "civil", "thing") or (kind is None and bool(subject.places))


def subject_of(setting: Setting, index: int) -> Roles:
    """The subject of any finite verb: before it, after it, or the head of its relative clause."""
    around = surroundings(setting, index)
    before = [p for p in around.left if p.bare and p.words and not setting.phrases[index].joined]
    bare = [p for p in around.right if p.bare and p.words and head_word(setting, p) not in SEVERAL]
    subject = before[0] if before else around.relative or (bare[0] if bare else None)
    if subject is None or (not subject.actors and is_target(setting, subject)):
        return ()
    return somebody(setting, subject)
