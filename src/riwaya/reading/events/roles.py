"""From phrases to roles: who a phrase names takes the part that the grammar of the event gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HUMAN, PERSONAL
from riwaya.lexicon.inflect import OBJECTS, THEIRS
from riwaya.lexicon.predicates import Predicate, RoleName
from riwaya.model import Span
from riwaya.reading.draft import STRIKING, VIOLENT, RoleDraft
from riwaya.reading.events.casts import Cast
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.counts import RANKS, under_suspicion
from riwaya.reading.events.held import holders_named
from riwaya.reading.events.naming import (
    COUNTERPARTS,
    EVERYDAY,
    FOR_PEOPLE,
    OF_PUBLIC_USE,
    QUANTIFIERS,
    SEVERAL,
    Roles,
    Setting,
    affected,
    are_things_behind,
    befalls,
    belonging,
    by_adjective,
    head_word,
    is_event,
    is_peer,
    is_public,
    listed,
    owners,
    owning_pronoun,
    participants,
    peers,
    somebody,
    state_of_capital,
    strikes,
    target_kind,
    words_of,
)
from riwaya.reading.events.relatives import doer_in_relative
from riwaya.reading.events.struck import (
    are_our_people,
    host,
    inhabitants,
    is_bomb,
    is_charge,
    is_military_site,
    is_ones_house,
    names_only_more,
    no_sources,
    of_whom,
    people_of,
)
from riwaya.text.tokens import splits

#: Prepositions that name the agent whatever the predicate.
BY = frozenset(("من قبل", "على يد"))
#: Demonstratives, folded.
_THESE = event_words("these")
#: "In the hands of", as it is folded.
_IN_HAND = "بيد"
#: "By means of", folded, which names who does it where people or parties follow.
_BY_MEANS = "بواسطه"
#: Prepositions that name who does or holds what is told.
_DOERS = BY | {_IN_HAND, _BY_MEANS}
#: Events whose object, when it is nobody listed, is still somebody.
WITH_OTHERS = frozenset(
    ("ASSAULT", "HARM", "COERCE", "ACCUSE", "REQUEST", "CONSULT", "AID", "SUPPORT", "SANCTION", "THREATEN",
     "COOPERATE", "AGREE", "SHELTER", "MONITOR")
)  # fmt: skip
#: Events in which people may be taken somewhere or taken on.
_MOVING = frozenset(("MOVE", "MOBILIZE"))
#: Events in which a thing's owner is the one who is hit.
_HITTING = frozenset(("ASSAULT", "HARM", "THREATEN", "CONTROL"))
#: Stems of words for who is taken as a suspect, folded: he is no mere civilian.
_SUSPECTS = event_words("suspect")
#: Words by which somebody is charged, folded.
_CHARGED = event_words("charged")
#: Beginnings of words for people whom war moves, folded.
_DISPLACED = word_beginnings("displaced")
_ENDINGS = ("ين", "ون", "ان", "ا", "ه")
#: How many words into a phrase its head may stand behind a number.
_HEADS = 3
#: Types of what one does to whoever did something, whose nation an adjective tells.
_JUDGING = frozenset(("ACCUSE", "SUPPORT", "REJECT"))
_ON_DEEDS = _JUDGING | {"PROTEST"}
#: What is said to the public or by it, or done for it.
_PUBLICLY = frozenset(("REQUEST", "REJECT", "ACCUSE", "AID", "SUPPORT", "PROTEST", "CONCEDE", "THREATEN"))
#: What is said to a state or of it, for which its capital stands: اتهم أنقرة, دعا بغداد.
_TO_STATES = frozenset(("ACCUSE", "REQUEST", "THREATEN"))
#: What is done to a people or for it, and not to its state.
_REACHING_PEOPLE = frozenset((*VIOLENT, "AID", "SUPPORT"))
#: Words for people who stand by a party and are not it, folded.
_SUPPORTERS = event_words("supporter")
#: Beginnings of words for a colleague that is joined to somebody, folded.
_AND_COUNTERPARTS = tuple("و" + counterpart for counterpart in COUNTERPARTS)
#: Words that go back to who was named last, folded.
_LATTER = event_words("the latter")
#: Words by which "on the one side" is said, folded.
_SIDES = event_words("either side") | event_words("direction")
#: The one that also says whose the dead are.
_SIDE = "جانب"
#: The entries of people who fell on a side, as its dead are told of.
_TOLLS = ("casualties fall", "casualties", "casualties told without a number")
#: How many phrases behind the first of two sides may say more of it.
_DESCRIBED = 4
#: Words with على that say how or why, and name nobody, folded.
_HOW = event_words("how")
#: Words with ل that say in view of what, or according to what, folded.
_IN_VIEW = event_words("in view of")
#: Entries that tell of an attack from the side that it is made on.
REPELLING = frozenset(("repel", "repel an attack", "foil an attack", "intercept", "shoot down"))
#: Entries of what is done to somebody's strength, arms or supplies, which stand between: كسر شوكة التنظيم.
OF_STRENGTH = frozenset(("break a foe", "cut supplies off", "disarm a party", "destabilise"))
#: Entries that tell that something was not let happen.
PREVENTING = frozenset(("prevent", "prevent from", "obstruct", "foil an attack"))
#: Beginnings of participles for having somebody's help, folded.
_BACKED = word_beginnings("backed")
#: Beginnings of words for those who protest, folded.
_PROTESTERS = word_beginnings("protester")
#: Words for a part of those whom من names, folded.
_PARTS = event_words("part")


def is_target(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase is headed by a thing or place, which does not act: مواقع التنظيم."""
    if not phrase.words or (phrase.actors and phrase.actors[0].first == phrase.words[0]):
        return False
    head = setting.document.tokens[phrase.words[0]].folded
    return target_kind(setting.lexicons, head) in ("thing", "place", "civil")


def is_person(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase is headed by people, armed or not."""
    head = head_word(setting, phrase)
    return target_kind(setting.lexicons, head) in HUMAN


def assign(
    setting: Setting, cast: Cast, predicate: Predicate, role: RoleName, phrase: Phrase, after: int = -1
) -> None:
    """Let whom `phrase` names behind token `after` take `role`, as the kind of event allows."""
    if role == "place":
        cast.places.extend(phrase.places)
        return
    if role == "theme" and predicate.type == "REJECT":
        cast.give("patient", _concerned(cast, phrase, after))
    if role in ("none", "theme") or (predicate.mode == "explosives" and is_bomb(setting, phrase)):
        return
    part = _part_of(setting, phrase, after)
    if part is not None:
        phrase, after = part, -1
    if role == "both" and phrase.words and not phrase.anchors:
        cast.oppose(*_two_sides(setting, phrase))
        return
    if role == "patient" and predicate.type == "ACCUSE" and _is_deplored(setting, phrase):
        return  # "أدان استهداف السفارة": whom it befell is not blamed
    if role == "patient":
        after = max(after, _told_event(setting, predicate, phrase))
    if _by_pronoun(setting, cast, predicate, role, phrase, after):
        return  # an agent is left to the caller, who knows the clause's subject
    if role == "patient":
        violent = predicate.type in VIOLENT
        who = of_whom(setting, phrase, after) if violent else ()
        who = who or no_sources(phrase, _befallen(setting, predicate, phrase, after), violent=violent)
        if predicate.type in STRIKING and all(r.actor == "other" for r in who):
            acting = {r.actor for r in cast.agent}
            who = tuple(r for r in holders_named(setting, phrase) if r.actor not in acting) or who
        if not who and (phrase.places or _heads_place(setting, phrase, after)):
            cast.aimed = True
            cast.manned = is_military_site(setting, phrase, after)
    else:
        who = _known(setting, predicate, role, phrase, after)
        who = who or _unlisted(setting, predicate, role, phrase, after)
    cast.give(role, who)


def _concerned(cast: Cast, phrase: Phrase, after: int) -> Roles:
    """Whose words or doings are refused: رفضت مقترحات روسيا, رفضه تصريحات الوزير التركي."""
    refusing = {role.actor for role in cast.agent}
    return tuple(role for role in participants(phrase, after) if role.actor not in refusing)


def _known(setting: Setting, predicate: Predicate, role: RoleName, phrase: Phrase, after: int) -> Roles:
    """The listed actors whom a phrase names, by themselves, by what is theirs or by their nation."""
    supporters = predicate.type == "PROTEST" and role == "agent"
    who = _supporters(setting, phrase) if supporters else ()
    return who or listed(setting, phrase, after) or belonging(setting, phrase, after)


def _befallen(setting: Setting, predicate: Predicate, phrase: Phrase, after: int) -> Roles:
    """Whom the event befalls: those named, whose things are hit, who lives there, else somebody."""
    if predicate.type == "ASSAULT" and names_only_more(setting, phrase, after):
        return people_of(setting, predicate, phrase, after)
    who = people_as_such(setting, predicate, phrase, after) or _known(
        setting, predicate, "patient", phrase, after
    )
    if not who and predicate.type == "ASSAULT":
        who = host(setting, phrase)
    if not who and predicate.type in _JUDGING:
        who = _whose_doing(setting, phrase, after)
    who = who or _hit_or_visited(setting, predicate, phrase, after)
    who = who or _unlisted(setting, predicate, "patient", phrase, after)
    return who or people_of(setting, predicate, phrase, after)


def people_as_such(setting: Setting, predicate: Predicate, phrase: Phrase, after: int = -1) -> Roles:
    """The people whom violence or help reaches: the nation of الشعب اليمني does not make it a state."""
    words = [i for i in phrase.words if i > after]
    reached = predicate.type in _REACHING_PEOPLE and bool(words) and not listed(setting, phrase, after)
    if not reached or not is_public(setting.document, words, {}):
        return ()
    return (RoleDraft("civilians", words_of(setting, phrase, words)),)


def _whose_doing(setting: Setting, phrase: Phrase, after: int) -> Roles:
    """Whose doing is judged: دان القصف التركي, رحب بالمبادرة المصرية, بالدور الذي تلعبه مصر."""
    words = [i for i in phrase.words if i > after]
    nation = by_adjective(setting, phrase, words[0]) if words else ()
    return nation or (doer_in_relative(setting, phrase) if words else ())


def _unlisted(setting: Setting, predicate: Predicate, role: RoleName, phrase: Phrase, after: int) -> Roles:
    """Somebody of whom only the words say who he is, where the role and the kind of event allow one."""
    words = [i for i in phrase.words if i > after]
    head = setting.document.tokens[words[0]].folded if words else ""
    refused = role == "patient" and predicate.type == "REJECT" and _is_somebody(setting, head)
    taken = predicate.type in _MOVING and predicate.genitive == "patient"
    moved = taken and role == "patient" and _is_somebody(setting, head)
    if not (role == "agent" or refused or moved or predicate.type in WITH_OTHERS):
        return ()
    if role == "agent" and is_target(setting, phrase) and phrase.quantity is None:
        return ()
    who = somebody(setting, phrase, after)
    if _are_people(setting, predicate, role, phrase, words):
        who = affected(setting, phrase, who, after, things=_peoples_things(predicate))
    if predicate.type in _PUBLICLY and is_public(setting.document, words, setting.adjectives):
        who = tuple(replace(r, actor="civilians") if r.actor == "other" else r for r in who)
    return who


def _peoples_things(predicate: Predicate) -> tuple[str, ...]:
    """Beginnings of words for what is ordinary people's where it is harmed or struck."""
    things = EVERYDAY if predicate.type == "HARM" else OF_PUBLIC_USE
    return things + FOR_PEOPLE if predicate.type in STRIKING else things


def _heads_place(setting: Setting, phrase: Phrase, after: int) -> bool:
    """Whether a word for a place is the first behind token `after`."""
    words = [setting.document.tokens[i].folded for i in phrase.words if i > after]
    words = words[words[:1] != [] and words[0] in QUANTIFIERS | SEVERAL :]
    return bool(words) and target_kind(setting.lexicons, words[0]) == "place"  # "قصفت عدة مدن"


def _supporters(setting: Setting, phrase: Phrase) -> Roles:
    """People who stand by a party and are not it: أنصار حزب الله, العشرات من مؤيدي الرئيس."""
    tokens = setting.document.tokens
    for mention in phrase.actors[:1]:
        before = tokens[mention.first - 1]
        if mention.first - 1 in phrase.words and before.folded in _SUPPORTERS:
            return (RoleDraft("civilians", Span(before.start, mention.span.end)),)
    return ()


def _are_people(
    setting: Setting, predicate: Predicate, role: RoleName, phrase: Phrase, words: Sequence[int]
) -> bool:
    """Whether plain people in the role are civilians: who protests, whom violence befalls."""
    if role == "agent" and predicate.type != "MOVE":
        return predicate.type == "PROTEST"
    named = [setting.document.tokens[i].folded for i in words[:_HEADS]]
    if role == "agent":  # "عاد آلاف اللاجئين"
        return any(n.removeprefix("ال").startswith(_DISPLACED) for n in named)
    suspects = predicate.type == "COERCE" and (
        any(_is_suspect(folded) for folded in named) or _is_charged(setting, phrase)
    )
    marked = predicate.mode == "assassinate"  # whoever is assassinated is no mere civilian
    return role == "patient" and predicate.type in (*VIOLENT, "AID") and not (suspects or marked)


def _is_deplored(setting: Setting, phrase: Phrase) -> bool:
    """Whether an event that befell those named behind it heads the phrase: تفجير مقر الشرطة, قصف مدرسة."""
    tokens = setting.document.tokens
    deed = next((i for i in phrase.words[:2] if i in phrase.anchors), None)
    if deed is None:
        return False
    hits = are_things_behind(setting, phrase, deed) and not strikes(tokens[deed + 1].folded)
    return hits or befalls(setting.lexicons, tokens[deed].folded)


def _by_pronoun(
    setting: Setting, cast: Cast, predicate: Predicate, role: RoleName, phrase: Phrase, after: int
) -> bool:
    """Whether only a pronoun or الأخير says who takes the role; notes whose it is where the role needs it."""
    met = peers(setting, phrase) if role == "patient" and predicate.type == "CONSULT" else ()
    if met:
        cast.give(role, met)
        return True
    token = next((setting.document.tokens[i] for i in phrase.words if i > after), None)
    latter = token is not None and token.folded in _LATTER
    owner = owning_pronoun(setting, phrase, after)
    hit = token is not None and role == "patient" and predicate.type == "ASSAULT"
    if token is not None and hit and is_ones_house(setting, token):
        cast.give(role, (RoleDraft("civilians", Span(token.start, token.end)),))
        return True  # "مساجدنا", "مدارسهم"
    if token is not None and role == "patient" and predicate.type in VIOLENT and are_our_people(token):
        cast.give(role, (RoleDraft("civilians", Span(token.start, token.end)),))
        return True
    theirs = _people_theirs(setting, predicate, phrase, after) if role == "patient" else None
    if theirs is not None and (owner or predicate.type not in VIOLENT):
        cast.give(role, (RoleDraft("civilians", theirs),))
        return True
    if token is None or not (latter or (owner and not is_peer(setting, phrase, after))):
        return False  # "نظيره الروسي": the adjective says whose he is
    if owner == "نا":
        cast.ours.append((role, Span(token.start, token.end)))  # "استهدف مقاتلونا موقعا": whoever speaks
    elif role == "patient" or latter:
        cast.pronouns.append(role)
    return True


def _people_theirs(setting: Setting, predicate: Predicate, phrase: Phrase, after: int) -> Span | None:
    """The people of whoever a pronoun means, whom it befalls: اثنين من سكانها, حذرت مواطنيها, دعم شعبه."""
    words = [i for i in phrase.words if i > after]
    if predicate.type in VIOLENT:
        return inhabitants(setting, phrase, after)  # whoever holds the place
    theirs = [setting.document.tokens[i].folded.endswith(THEIRS) for i in words[:_HEADS]]
    public = any(theirs) and not listed(setting, phrase, after) and is_public(setting.document, words, {})
    return words_of(setting, phrase, words) if public and predicate.type in _PUBLICLY else None


def _hit_or_visited(setting: Setting, predicate: Predicate, phrase: Phrase, after: int) -> Roles:
    """Whose things are hit, or the state whose capital is visited or helped: زيارة إلى بغداد, دعم لدمشق."""
    if predicate.type in _HITTING:
        return owners(setting, phrase, after)
    helped = predicate.type in ("SUPPORT", "AID") and phrase.preposition == "ل"
    helped = helped or (predicate.type in _TO_STATES and phrase.bare)  # "اتهم الحزب أنقرة"
    return state_of_capital(setting, phrase, after) if helped or predicate.mode == "visit" else ()


def _is_suspect(folded: str) -> bool:
    """Whether the word names suspects: متهما, المدانين, ثلاثة متسللين."""
    bare = folded.removeprefix("ال")
    return bare in _SUSPECTS or any(bare.removesuffix(e) in _SUSPECTS for e in _ENDINGS if bare.endswith(e))


def _is_charged(setting: Setting, phrase: Phrase) -> bool:
    """Whether a charge is named behind those who are taken: 12 شخصا بتهمة …, ثلاثة يشتبه في تورطهم."""
    behind = setting.document.tokens[phrase.first : phrase.end + 3]
    return any(t.folded in _CHARGED for t in behind) or under_suspicion(
        setting.document, phrase.first, phrase.end
    )


def _is_somebody(setting: Setting, head: str) -> bool:
    """Whether the word names people or a body, and no thing or matter."""
    return target_kind(setting.lexicons, head) in PERSONAL


def _part_of(setting: Setting, phrase: Phrase, after: int) -> Phrase | None:
    """Those of whom a phrase takes a part: عددا من مقاتليه, العشرات من جنود …."""
    words = [i for i in phrase.words if i > after]
    index = setting.phrase_of.get(phrase.first)
    if not words or index is None or index + 1 >= len(setting.phrases) or phrase.actors:
        return None
    head = setting.document.tokens[words[-1]].folded
    following = setting.phrases[index + 1]
    partitive = _bare(head) in _PARTS and following.preposition == "من" and not following.pronoun
    return following if partitive and following.words else None


def _bare(folded: str) -> str:
    """The word without ب or ل where these are put on (بعدد من, لمجموعة من)."""
    return folded[1:] if folded[:1] in "بل" and folded[1:] in _PARTS else folded


def _two_sides(setting: Setting, phrase: Phrase) -> tuple[Roles, Roles]:
    """Both sides that بين governs, also whom no list knows: بين الجنود والشرطة, بين إيران ودول الخليج.

    "من جهة" ends the first side; without it the members are halved: بين الجيش والمقاومة والحوثيين.
    """
    members: list[RoleDraft] = []
    half = skipped = 0
    for following in setting.phrases[setting.phrase_of[phrase.first] :]:
        side = following.preposition == "من" and head_word(setting, following) in _SIDES
        side = side or (following.preposition == "من قبل" and not following.words)  # "من جانب، …"
        if side and not half:
            half = len(members)
        elif following is not phrase and members and peers(setting, following):
            half = half or len(members)  # "بين الوزير ونظيره الروسي"
            members.extend(peers(setting, following))
        elif following is phrase or (following.kind == "noun" and following.words and following.joined):
            if following is not phrase and following.preposition not in ("", phrase.preposition):
                break
            if following.preposition and members:
                half = half or len(members)  # "بين الجيش وبين الحوثيين"
            members.extend(_members(setting, following))
        elif not half and skipped < _DESCRIBED and _more_behind(setting, phrase, following):
            skipped += 1  # "بين قوات موالية للحكومة المعترف بها دوليا وجماعات مسلحة"
        elif following.mark not in ("،", ",") or not (half or _goes_on(setting, following)):
            break
    half = half or (len(members) + 1) // 2
    return tuple(members[:half]), tuple(members[half:])


def _more_behind(setting: Setting, between: Phrase, phrase: Phrase) -> bool:
    """Whether more is said of the first side here, and the other one joined to it behind."""
    if phrase.kind != "noun" or phrase.preposition == between.preposition:
        return False  # "بين" once more: of others
    index = setting.phrase_of.get(phrase.first, len(setting.phrases))
    for behind in setting.phrases[index + 1 : index + _DESCRIBED]:
        if behind.kind != "noun":
            return False
        if behind.joined and behind.words and not behind.preposition:
            return True
    return False


def _goes_on(setting: Setting, comma: Phrase) -> bool:
    """Whether "and" joins the other side behind a comma: بين القوات، والميليشيات."""
    index = setting.phrase_of.get(comma.first, -2) + 1
    following = setting.phrases[index] if 0 < index < len(setting.phrases) else None
    return following is not None and following.bare and following.joined and bool(following.actors)


def _members(setting: Setting, phrase: Phrase) -> Roles:
    """All whom a phrase joins by و: listed ones, and before or behind them somebody else."""
    known = participants(phrase)
    if not known:
        return _unarmed_side(setting, phrase)
    tokens = setting.document.tokens
    taken = {i for m in phrase.actors for i in range(m.first, m.end)}
    free = [i for i in phrase.words if i not in taken]
    first = phrase.actors[0].first
    before = [i for i in free if i < first]
    if before and tokens[first].folded.startswith("و") and tokens[first].start < phrase.actors[0].span.start:
        fight = any(m.kind == "armed-group" for m in phrase.actors)
        side = "civilians" if _are_unarmed(setting, before, fight=fight) else "other"
        return (RoleDraft(side, Span(tokens[before[0]].start, tokens[before[-1]].end)), *known)
    for i in range(first, min(phrase.end, len(tokens) - 1)):  # "وزير الخارجية الإيراني ونظيره السعودي"
        peer = setting.adjectives.get(tokens[i + 1].folded)
        if tokens[i].folded.startswith(_AND_COUNTERPARTS) and peer is not None and len(known) == 1:
            return (*known, RoleDraft(peer, Span(tokens[i + 1].start, tokens[i + 1].end)))
    joined = [i for i in free if i > first and tokens[i].folded.startswith("و")]
    behind = Span(tokens[joined[0]].start + 1, tokens[free[-1]].end) if joined else None
    if len(known) > 1 or behind is None or behind.end <= behind.start:
        return known
    return (*known, RoleDraft("other", behind))


def _unarmed_side(setting: Setting, phrase: Phrase) -> Roles:
    """Whom no list knows, of two sides: people where they protest or are the public, else somebody."""
    who = somebody(setting, phrase)
    people = _are_unarmed(setting, phrase.words)
    return tuple(replace(r, actor="civilians") if r.actor == "other" and people else r for r in who)


def _are_unarmed(setting: Setting, words: Sequence[int], *, fight: bool = False) -> bool:
    """Whether the words name those who protest, or the public: متظاهرين, شبان فلسطينيين.

    Of the public whoever fights an armed group is armed: معارك بين شباب المدينة وتنظيم داعش.
    """
    heads = (s.rest.removeprefix("ال") for i in words[:2] for s in setting.document.tokens[i].splits)
    public = not fight and is_public(setting.document, words, {})
    return public or any(h.startswith(_PROTESTERS) for h in heads)


def _by_weapon(setting: Setting, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether somebody's fire is what did it: برصاص مجهولين, بنيران الجيش."""
    if predicate.type not in ("HARM", "ASSAULT"):
        return False
    head = head_word(setting, phrase)
    return phrase.preposition == "ب" and strikes(head.removeprefix("ب"))


def _told_event(setting: Setting, predicate: Predicate, phrase: Phrase) -> int:
    """The event behind which whom it befell is named: أسفر عن مقتل طفلين, منع دخول الأطفال; -1 for none."""
    if predicate.type in ("HARM", "SHELTER"):
        return _last_event(setting, phrase)
    last = _last_event(setting, phrase) if predicate.type == "COERCE" else -1
    head = next((setting.document.tokens[i].folded for i in phrase.words if i > last), "")
    people = target_kind(setting.lexicons, head) in HUMAN
    return last if people or participants(phrase, last) else -1


def _last_event(setting: Setting, phrase: Phrase) -> int:
    """The last of the event nouns that a phrase begins with, also behind ب (بقتل); -1 where there is none."""
    found = -1
    for i in phrase.words[:-1]:
        folded = setting.document.tokens[i].folded
        if i == phrase.words[0] and phrase.first == i:
            folded = folded.removeprefix(phrase.preposition)
        if i not in phrase.anchors and not is_event(setting.lexicons, folded):
            break
        found = i
    return found


def prepositional(
    setting: Setting,
    cast: Cast,
    predicate: Predicate,
    phrases: Sequence[Phrase],
    relative: Phrase | None = None,
) -> None:
    """Give those whom prepositions govern their roles; `relative` is what the clause describes."""
    other_event = ranked = False
    before: Phrase | None = None
    for phrase in phrases:
        led, before = before, phrase
        # "وجود مجموعات دون اتخاذ إجراءات من قبل …": the agent is that of the event in between.
        event = bool(phrase.anchors) and not phrase.joined and phrase.preposition not in BY
        other_event = other_event or (event and predicate.type != "HARM")
        if phrase.kind != "noun" or not phrase.preposition or _is_anothers(setting, predicate, led, phrase):
            continue
        if phrase.preposition == "علي" and head_word(setting, phrase) in _HOW:
            continue
        if predicate.type == "HARM" and head_word(setting, phrase) in RANKS:
            others = ranked  # "قتلى في صفوف X وجرحى في صفوف Y"
            ranked = True
            cast.patient = (not others and somebody(setting, phrase, phrase.words[0])) or cast.patient
            continue
        if phrase.preposition in _DOERS or _by_weapon(setting, predicate, phrase):
            _doer_behind(setting, cast, predicate, phrase, other_event=other_event)
        elif phrase.preposition == "من" and predicate.type == "SHELTER" and cast.patient:
            pass  # protection of somebody from something
        elif (
            phrase.anchors[:1] == phrase.words[:1]
            and phrase.anchors
            and not _takes_part(setting, predicate, phrase)
        ):
            # "رفض لشن هجوم": the phrase is an event, nobody takes part; "التنديد بالقصف التركي": who did it
            if predicate.type in _ON_DEEDS and predicate.role_of(phrase.preposition) == "patient":
                cast.give("patient", _whose_doing(setting, phrase, -1))
        else:
            _give_governed(setting, cast, predicate, phrase, relative)


def of_participle(setting: Setting, by: Phrase) -> bool:
    """Whether "by" names who is behind a participle right before: القوات المدعومة من قبل إيران."""
    before = setting.phrases[setting.phrase_of[by.first] - 1] if setting.phrase_of.get(by.first) else by
    if before.kind != "noun" or len(before.words) < 2 or before.end != by.first:
        return False
    folded = setting.document.tokens[before.words[-1]].folded
    if before.words[-1] in before.anchors:
        return folded.removeprefix("ال").startswith("م")
    plain = target_kind(setting.lexicons, folded) is None  # "التعذيب المستمر من قبل …"
    return plain and folded.startswith("الم") and not folded.endswith(("ي", "يه"))


def _takes_part(setting: Setting, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether the event noun behind a preposition stands for people or what may be hit: بدورية للجيش."""
    hit = predicate.type == "ASSAULT" and predicate.role_of(phrase.preposition) == "patient"
    return is_person(setting, phrase) or (
        hit and target_kind(setting.lexicons, head_word(setting, phrase)[1:]) == "thing"
    )


def _give_governed(
    setting: Setting, cast: Cast, predicate: Predicate, phrase: Phrase, relative: Phrase | None
) -> None:
    """Give whom the phrase's preposition governs the role that the event's grammar says."""
    role = predicate.role_of(phrase.preposition)
    if role == "theme" and predicate.type == "REQUEST" and _names_party(phrase) and not cast.patient:
        role = "patient"  # "دعوات إلى الحكومة لاتخاذ …": she is asked; what for follows
    if phrase.pronoun and role == "place" and relative is not None:
        cast.places.extend(relative.places)
    elif phrase.pronoun and role in ("agent", "patient", "recipient", "both"):
        cast.pronouns.append(role)
        folded = setting.document.tokens[phrase.first].folded
        cast.governed.setdefault(role, next((p for p in OBJECTS if folded.endswith(p)), ""))
        # "هجوم التنظيم عليها": a town, as a rule, unless the pronoun turns out to mean somebody
        cast.aimed = cast.aimed or (predicate.type == "ASSAULT" and _means_town(setting, phrase))
    elif role == "patient" and phrase.preposition == "ب" and is_charge(setting, phrase):
        pass  # "انفجار بعبوة ناسفة": what with
    elif role == "agent" and predicate.type == "MOVE" and any(m.kind == "state" for m in phrase.actors):
        pass  # "محاولة التسلل لتركيا": where to
    elif role == "patient" and _is_for(setting, predicate, phrase):
        pass  # "ضربات لمساعدة القوات العراقية": what for
    elif role not in cast.pronouns and all(role != part for part, _ in cast.ours):
        assign(setting, cast, predicate, role, phrase)


def _means_town(setting: Setting, phrase: Phrase) -> bool:
    return setting.document.tokens[phrase.first].folded == "عليها"


def repelled(setting: Setting, cast: Cast, predicate: Predicate, phrases: Sequence[Phrase]) -> None:
    """Let whose attack is repelled suffer that: صدت القوات هجوما للتنظيم, أحبط محاولة داعش التسلل."""
    if predicate.gloss in REPELLING and not cast.patient:
        acting = {role.actor for role in cast.agent}
        named = (belonging(setting, p) or participants(p) for p in phrases)
        others = (tuple(role for role in who if role.actor not in acting) for who in named)
        cast.patient = next((who for who in others if who), ())


def _is_for(setting: Setting, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether ل says by a deed what something is done for: لمساعدة القوات.

    What is asked for in this way need be no event: دعا … للحفاظ على السلام.
    """
    if phrase.preposition != "ل" or not phrase.words:
        return False
    if phrase.first and setting.document.tokens[phrase.first - 1].folded.removeprefix("و") in _IN_VIEW:
        return True  # "نظرا للنقص الحاد"
    head = head_word(setting, phrase)
    deed = any(is_event(setting.lexicons, split.rest) for split in splits(head))
    named = bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]
    kind = target_kind(setting.lexicons, head)
    if predicate.type == "REQUEST" and not named and (len(phrase.words) > 1 or head.startswith("لل")):
        return kind in (None, "abstract")
    return deed and kind is None


def _is_anothers(setting: Setting, predicate: Predicate, before: Phrase | None, phrase: Phrase) -> bool:
    """Whether the phrase completes the one before it, or is no part of who held what was taken."""
    if phrase.preposition == "من" and before is not None and _is_backed(setting, before):
        return True  # "من قبل القوات المدعومة من التحالف"
    taken = predicate.type == "CONTROL"  # "استعادت القاعدة من أيدي …": no owner, but who held it
    if taken and any(m.kind == "state" for m in phrase.actors):
        return phrase.preposition not in _DOERS  # "مساحات قريبة من تركيا"
    if before is None:
        return False
    if phrase.preposition == "من" and _part_of(setting, before, -1) is phrase:
        return True  # "التقى بعدد من المواطنين": they are those who are met
    if taken:  # "استعادت القاعدة بدعم من التحالف"
        helped = before.preposition == "ب" and before.words == before.anchors
        return helped and phrase.preposition not in _DOERS
    given = predicate.type == "AID" and phrase.preposition == "ل"  # "شحنة أسلحة للحوثيين"
    cleared = predicate.object == "place" and predicate.role_of(phrase.preposition) == "patient"
    return not (given or cleared) and _owns(setting, before, phrase)  # "تطهير الأحياء السكنية من داعش"


def _is_backed(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase ends with a word for having somebody's help: القوات المدعومة."""
    last = setting.document.tokens[phrase.end - 1].folded
    return last.removeprefix("ال").startswith(_BACKED)


def _names_party(phrase: Phrase) -> bool:
    """Whether "to" or "upon" governs a party itself and no event: إلى الحكومة, but إلى وقف القصف."""
    return phrase.preposition == "الي" and bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]


def _doer_behind(
    setting: Setting, cast: Cast, predicate: Predicate, phrase: Phrase, *, other_event: bool
) -> None:
    """Give the agent whom من قبل or بواسطة, the hands that hold a place, or the fire of somebody names."""
    if phrase.preposition in BY:
        theirs = predicate.gloss in _TOLLS and setting.document.tokens[phrase.first + 1].folded == _SIDE
        by = () if other_event or theirs else somebody(setting, phrase)  # "خمسة قتلى من جانب الجيش"
        told_of = _is_told_of(setting, phrase)
        sure = bool(by) and not (told_of and all(r.actor == "other" for r in by))
        cast.agent, cast.sure = by or cast.agent, cast.sure or sure  # "على يد شقيقه": unarmed, but sure
    elif phrase.preposition == _IN_HAND:
        cast.give("agent" if predicate.type == "CONTROL" else "none", somebody(setting, phrase))
    elif phrase.preposition == _BY_MEANS and is_person(setting, phrase):
        cast.give("agent", () if other_event else somebody(setting, phrase))
    else:
        cast.give("agent", participants(phrase) or _armed_behind(setting, phrase))


def _is_told_of(setting: Setting, phrase: Phrase) -> bool:
    """Whether a demonstrative says that those were told of before: على يد هذا النظام."""
    before = setting.document.tokens[phrase.first : phrase.words[0]] if phrase.words else ()
    return any(t.folded in _THESE for t in before)


def _armed_behind(setting: Setting, phrase: Phrase) -> Roles:
    """Fighters of no party whose fire it was: برصاص مسلحين."""
    head = next((setting.document.tokens[i].folded for i in phrase.words[1:]), "")
    armed = target_kind(setting.lexicons, head) in ("fighter", "soldier")
    return somebody(setting, phrase, phrase.words[0]) if armed else ()


def _owns(setting: Setting, before: Phrase, phrase: Phrase) -> bool:
    """Whether the phrase only says whose the people or things before it are."""
    owned = phrase.preposition in ("من", "ل") and before.kind == "noun" and not before.anchors
    return owned and not before.actors and bool(belonging(setting, before))
