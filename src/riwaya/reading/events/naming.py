"""Who a phrase names: listed actors, those whom it belongs to, else somebody by the words that say who."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from riwaya.lexicon.bindings import bindings
from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import HUMAN, PERSONAL, TargetKind
from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.model import Span
from riwaya.reading.draft import RoleDraft
from riwaya.reading.events.anchors import Lexicons
from riwaya.reading.events.clauses import TWO, Phrase
from riwaya.reading.events.owning import OWNED, pronoun_on
from riwaya.text import Document, Token
from riwaya.text.tokens import DEFINITE, splits

Roles = tuple[RoleDraft, ...]
#: Somebody whom no words name.
SOMEBODY: Roles = (RoleDraft("other", None),)

#: Letters of the longest word that is too short to have a case ending.
_SHORTEST = 3
#: Longest span given for a participant that is no listed actor.
_OTHER_WORDS = 8
#: Words by which one of those told of is told apart, folded.
_ONE_OF = event_words("one of them")
#: Beginnings of words for a colleague, folded.
COUNTERPARTS = word_beginnings("counterpart")
_OF_PEOPLE = frozenset(("killed", "wounded", "abducted", "detained", "missing", "displaced"))
#: Kinds of nouns that take no part in an event themselves.
_NOBODY = frozenset(("place", "abstract", "adjective"))
#: The same for an adjective of nationality: a Turkish driver is not Turkey.
_OF_A_SIDE = OWNED - {"person"}
#: Kinds of words for things, with what is said of them.
_THINGS: frozenset[TargetKind | None] = frozenset(("thing", "adjective", None))
#: Kinds of parties that have members: قيادات في حزب الله, not in a country.
_WITH_MEMBERS = frozenset(("armed-group", "armed-forces", "organisation"))
#: How many words that count an event may stand before it.
_COUNTED = 3
#: Words for somebody of a party, folded, as they stand behind his name.
_MEMBERS = event_words("member")
#: Beginnings of participles and verbs for being one of a party's, folded, with the preposition of its name.
_BOUND, _BINDING = bindings("participle"), bindings("verb")
#: Words for somebody's kin, folded.
_KIN = event_words("kin")
#: What a body is called before its name, folded.
_CALLED = event_words("called")
#: Beginnings of words for coming or being helped from somewhere and for being loyal to somebody, folded.
_FROM_OTHERS = word_beginnings("from others")
LOYAL = word_beginnings("loyal")
#: Beginnings of words for belonging to a body, what bodies are called, folded, how far behind they stand.
_BELONGS = word_beginnings("belonging")
_CELLS = _CALLED | event_words("cell")
_BODY_BEHIND = 4
#: Beginnings of participles for being against a party, folded.
_OPPOSED = word_beginnings("opposed")
#: Beginnings of words for fighters who are no state's, and how a name by which one is known begins, folded.
_IRREGULAR = word_beginnings("irregular")
_FATHER_OF = event_words("father of")
#: Words for a fighter of whom nothing more is said, which describe a deed as well (انتحاري), folded.
UNNAMED_FIGHTERS = event_words("unnamed fighter")
#: Beginnings of words for things of everyday life, and for what is laden to explode or made for war, folded.
EVERYDAY = word_beginnings("of everyday life")
#: The same for those of them that anybody uses: whose a car is that is shot at, its word does not tell.
OF_PUBLIC_USE = word_beginnings("of public use")
#: Beginnings of words that say of a thing or a place that people use it: مركز ثقافي, سيارة إسعاف, حفل زفاف.
FOR_PEOPLE = word_beginnings("by name for people")
#: Beginnings of other words that begin like these, folded: غاز طبيعي.
_BY_ANOTHER_NAME = word_beginnings("by another name")
_WARLIKE = (
    word_beginnings("charge of explosives") + word_beginnings("weapon") + word_beginnings("made for war")
)
#: Adjectives of deeds that are words for those who do them as well, folded.
OF_DEEDS = event_words("of deeds")
#: Words before the noun that they quantify, folded.
QUANTIFIERS = event_words("quantifier")
#: Words that count the events behind them, folded: تبنت العديد من الهجمات.
SEVERAL = event_words("several")
#: Words after which people are soldiers or policemen (12 من رجال الأمن), folded.
FORCES = event_words("forces")
#: Weapons and forces by whose means somebody is hit, folded: their owner acts.
_WEAPONS = event_words("weapon")
#: Bodies that are rather stormed or shelled than do it, folded, without article.
HOUSES = event_words("house")
#: Words for those whom a pronoun makes somebody's, and for the public, folded, without article; words for its
#: parts, and how many are looked at.
_CITIZENS = event_words("citizens")
_PUBLIC = _CITIZENS | event_words("public")
_SHARES = event_words("part of the public")
_PUBLIC_WORDS = 3
#: How far behind "his colleagues" their nationalities may stand.
_PEERS = 8
#: How many words behind its noun an adjective of nationality may stand.
_ADJECTIVE = 3
#: "Two of" in the case of an object, folded.
_TWO = frozenset(word for word in TWO if word.endswith("ين"))
#: Endings of adjectives that say of what kind something is.
_RELATIONAL = ("ي", "يه", "يا", "يين", "يتين", "يات")


@dataclass(frozen=True, slots=True)
class Setting:
    """One sentence in phrases, with what resolves its participants.

    `start` is the first token of the attributed content: who stands before it speaks, and does not act.
    `capitals` maps folded names of capitals to their states: who goes there visits the state.
    """

    document: Document
    phrases: Sequence[Phrase]
    lexicons: Lexicons
    adjectives: Mapping[str, str]
    phrase_of: Mapping[int, int]
    start: int = -1
    capitals: Mapping[str, str] = field(default_factory=dict)


def participants(phrase: Phrase, after: int = -1) -> Roles:
    """The listed actors of a phrase behind token `after`, each once."""
    found: dict[str, RoleDraft] = {}
    for mention in phrase.actors:
        if mention.first > after:
            for actor in mention.actors:
                found.setdefault(actor, RoleDraft(actor, mention.span))
    return tuple(found.values())


def listed(setting: Setting, phrase: Phrase, after: int = -1) -> Roles:
    """The listed actors of a phrase and of those with which a list goes on behind it: A، B وC; من A، وB.

    Somebody's kin are not he: شقيق الرئيس.
    """
    if is_kin_of(setting, phrase, after):
        return ()
    found = {role.actor: role for role in participants(phrase, after)}
    if len(found) == 1 and _is_from_there(setting, phrase, after):
        return ()
    index = setting.phrase_of.get(phrase.first)
    if index is None or not found:
        return tuple(found.values())
    members: list[Phrase] = []
    k = index + 1
    while k < len(setting.phrases):
        comma = setting.phrases[k].mark in ("،", ",") and k + 1 < len(setting.phrases)
        member = setting.phrases[k + comma]
        another = not (comma or _is_joined(setting, member))  # "قصفت تركيا داعش وحزب الله": no list
        if another or not _is_member(member) or _acts_itself(setting, k + comma):
            break
        members.append(member)
        k += 1 + comma
        if _ends_list(setting, member):
            for role in (r for m in members for r in participants(m)):
                found.setdefault(role.actor, role)
            members = []
    return tuple(found.values())


def _is_from_there(setting: Setting, phrase: Phrase, after: int) -> bool:
    """Whether what looks like a country says whence somebody is: مهاجرا ليبيا, by its ending."""
    words = [setting.document.tokens[i].folded for i in phrase.words if i > after][:2]
    named = next((m for m in phrase.actors if m.first > after), None)
    if named is None or named.kind != "state" or len(words) < 2 or named.first != phrase.words[-1]:
        return False
    accusative = all(word.endswith("ا") for word in words) and words[1].endswith("يا")
    return accusative and target_kind(setting.lexicons, words[0]) == "person"


def is_kin_of(setting: Setting, phrase: Phrase, after: int = -1) -> bool:
    """Whether only the kin of those named are told of: نجل الرئيس, أحد أنسباء القائد."""
    words = [i for i in phrase.words if i > after]
    named = next((m.first for m in phrase.actors if m.first > after), -1)
    heads = [setting.document.tokens[i].folded for i in words[:2] if i < named]
    return any(head.removeprefix("ال") in _KIN for head in heads)


def _is_member(phrase: Phrase) -> bool:
    """Whether a phrase begins with who may go on with a list before it."""
    return phrase.bare and bool(phrase.actors) and phrase.actors[0].first == phrase.words[0]


def _acts_itself(setting: Setting, index: int) -> bool:
    """Whether a verb follows, so that the phrase opens a clause of its own: قصفت روسيا …، وإيران أرسلت …."""
    behind = setting.phrases[index + 1 : index + 2]
    return bool(behind) and behind[0].kind in ("verb", "auxiliary")


def _is_joined(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase begins with "and", which may stand on the name itself: وتركيا."""
    if phrase.joined or not phrase.words:
        return phrase.joined
    first = setting.document.tokens[phrase.words[0]]
    return first.folded.startswith("و") and any(m.span.start == first.start + 1 for m in phrase.actors)


def _ends_list(setting: Setting, phrase: Phrase) -> bool:
    """Whether "and" joins the phrase to the list, or its last member: وC, B وC."""
    firsts = ((setting.document.tokens[m.first], m.span.start) for m in phrase.actors)
    return phrase.joined or any(t.folded.startswith("و") and start > t.start for t, start in firsts)


def somebody(setting: Setting, phrase: Phrase, after: int = -1) -> Roles:
    """The listed actors of a phrase, else `other` with the words that say who."""
    known = listed(setting, phrase, after) or belonging(setting, phrase, after)
    return known or _unlisted(setting, phrase, after)


def owners(setting: Setting, phrase: Phrase, after: int = -1) -> Roles:
    """Whose people or things are hit: every adjective of nationality counts, whatever it describes.

    "المنشآت النووية الإيرانية", "أهداف إسرائيلية والمصالح الأميركية"; but "خمسة عراقيين" are people.
    """
    tokens = setting.document.tokens
    words = [i for i in phrase.words if i > after]
    if not words or is_event(setting.lexicons, tokens[words[0]].folded):
        return ()
    found: dict[str, RoleDraft] = {}
    for i in words[1:_OTHER_WORDS]:
        actor = setting.adjectives.get(tokens[i].folded.removeprefix("و"))
        before = tokens[i - 1].folded
        if target_kind(setting.lexicons, before) == "person" or before in _ONE_OF or _is_counted(phrase, i):
            continue  # "رضيع فلسطيني"
        if actor is not None and not _is_where_from(setting, words[: words.index(i)]):
            found.setdefault(actor, RoleDraft(actor, Span(tokens[i].start, tokens[i].end)))
    return tuple(found.values())


def _is_counted(phrase: Phrase, token: int) -> bool:
    """Whether the word names those who are counted: خمسة عراقيين, عشرة أفغان."""
    return phrase.quantity is not None and phrase.quantity.noun == token


def belonging(setting: Setting, phrase: Phrase, after: int = -1) -> Roles:
    """Whose the people or things of a phrase are: عناصر من تنظيم …, مواقع ل…, ثلاثة جنود أتراك."""
    words = [i for i in phrase.words if i > after]
    if not words:
        return ()
    tokens = setting.document.tokens
    kinds = {target_kind(setting.lexicons, tokens[i].folded) for i in words}
    peer = is_peer(setting, phrase, after)
    if peer or not kinds & _NOBODY:
        for i in words[1 : 2 + _ADJECTIVE]:
            actor = setting.adjectives.get(tokens[i].folded)
            sided = kinds & _OF_A_SIDE and not _is_where_from(setting, words[: words.index(i)])
            if actor is not None and (peer or sided):
                return (RoleDraft(actor, Span(tokens[i].start, tokens[i].end)),)
    index = setting.phrase_of.get(phrase.first)
    if index is None or index + 1 >= len(setting.phrases):
        return ()
    index = _behind_adjective(setting, _behind_brackets(setting, index))
    if index + 1 >= len(setting.phrases):
        return ()
    following = setting.phrases[index + 1]
    described = _nation_behind(setting, following) if kinds & _OF_A_SIDE else ()
    described = described or (_shared_nation(setting, following) if kinds <= _THINGS else ())
    if described:
        return described
    told = _told_behind(setting, index, words)
    return told if told is not None else _owners_behind(setting, index, kinds)


def _is_where_from(setting: Setting, words: Sequence[int]) -> bool:
    """Whether an adjective behind these words only says whence somebody is, and not on whose side.

    مسلحون عراقيون are no soldiers of the state, and أبو فلان العراقي is called so.
    """
    tokens = setting.document.tokens
    before = [tokens[i].folded for i in words if not _is_of_a_deed(setting, i)]
    bare = [word.removeprefix("لل").removeprefix("ال") for word in before]
    irregular = any(
        word.startswith(_IRREGULAR) and target_kind(setting.lexicons, word) == "fighter" for word in bare
    )
    return irregular or any(word in _FATHER_OF for word in before)


def _is_of_a_deed(setting: Setting, token: int) -> bool:
    """Whether a word for who does it only describes the deed before it: عمل إرهابي إيراني."""
    tokens = setting.document.tokens
    before = tokens[token - 1].folded if token else ""
    return tokens[token].folded in OF_DEEDS and is_attack(setting.lexicons, before)


def _owners_behind(setting: Setting, index: int, kinds: AbstractSet[TargetKind | None]) -> Roles:
    """Whose people or things of phrase `index` are by the preposition behind them."""
    following = setting.phrases[index + 1]
    if following.preposition == "ل" and not following.actors and kinds & OWNED:
        following = _second_owner(setting, index + 1)  # "مخازن للأسلحة لتنظيم …"
    members = target_kind(setting.lexicons, head_word(setting, following)) in HUMAN
    if following.preposition == "ل" and not following.actors and kinds & OWNED and members:
        return belonging(setting, following)  # "سيارات لعناصر في الحركة"
    if following.preposition in ("في", "ب") and kinds & HUMAN and following.actors:
        body = following.actors[0]
        of_it = body.kind in _WITH_MEMBERS and body.first in (
            following.words[0],
            *_called(setting, following),
        )
        return listed(setting, following) if of_it else ()
    if following.preposition == "من" and following.words and not following.actors and kinds & HUMAN:
        member_of = _member_of(setting, index + 1, setting.document.tokens[following.words[-1]].folded)
        return () if member_of is None else listed(setting, member_of)  # "320 شخصا من المنتمين إلى …"
    if following.words[:1] == following.anchors[:1] != []:
        return ()  # "تمكنت القوات من أسر قيادي حوثي": an event, not whose they are
    word = setting.document.tokens[setting.phrases[index].words[-1]].folded
    part = following.preposition == "ل" and not following.actors and word.removeprefix("ال").startswith(LOYAL)
    if part and "place" not in kinds:
        return _of_whole(setting, index + 2)
    if following.preposition not in ("من", "ل") or not following.actors or "place" in kinds:
        return ()
    if following.preposition == "من" and following.actors[0].kind == "state" and kinds <= {"person", None}:
        return ()  # "آلاف اللاجئين السوريين من لبنان": whence they come
    last = word.removeprefix("ال")
    opposed = following.preposition == "ل" and word.startswith(_OPPOSED)  # "معارضون لدمشق"
    if opposed or last.startswith(_FROM_OTHERS):
        return ()  # "مدعومة من تركيا": whose they are is not said
    direct = following.actors[0].first in following.words[:_ADJECTIVE]
    if following.preposition == "ل" and not (last.startswith(LOYAL) or (direct and kinds & OWNED)):
        return ()
    return listed(setting, following)


def _of_whole(setting: Setting, index: int) -> Roles:
    """The party in which a body is to which something belongs: لواء تابع للحرس الرئاسي في حكومة الوفاق."""
    whole = setting.phrases[index] if index < len(setting.phrases) else None
    if whole is None or whole.preposition not in ("في", "ب") or not whole.actors:
        return ()
    heads = whole.actors[0].first == whole.words[0] and whole.actors[0].kind != "state"
    return listed(setting, whole) if heads else ()


def _called(setting: Setting, phrase: Phrase) -> Sequence[int]:
    """The word behind what a body is called: حركة «فلان», تنظيم «فلان»."""
    head = setting.document.tokens[phrase.words[0]].folded.removeprefix("ب")
    return phrase.words[1:2] if head in _CALLED else ()


def _nation_behind(setting: Setting, phrase: Phrase) -> Roles:
    """Whose a thing is by the lone adjective behind its name: منشأة الساحل الإسرائيلية."""
    if not phrase.bare or len(phrase.words) != 1:
        return ()
    word = setting.document.tokens[phrase.words[0]]
    actor = setting.adjectives.get(word.folded)
    return () if actor is None else (RoleDraft(actor, Span(word.start, word.end)),)


def _shared_nation(setting: Setting, phrase: Phrase) -> Roles:
    """Whose things are by the adjective behind those that "and" adds: صواريخ وطائرات مسيرة إيرانية."""
    if not (phrase.bare and phrase.joined and len(phrase.words) > 1):
        return ()
    last = setting.document.tokens[phrase.words[-1]]
    actor = setting.adjectives.get(last.folded)
    head = target_kind(setting.lexicons, setting.document.tokens[phrase.words[0]].folded)
    return (RoleDraft(actor, Span(last.start, last.end)),) if actor is not None and head == "thing" else ()


def _behind_brackets(setting: Setting, index: int) -> int:
    """The phrase that says more behind a name in brackets: موقع (فلان) التابع ل…; else the phrase itself."""
    phrases = setting.phrases
    if phrases[index + 1].mark != "(":
        return index
    for k in range(index + 2, min(len(phrases) - 1, index + 5)):
        if phrases[k].mark == ")":
            after = phrases[k + 1]
            head = setting.document.tokens[after.words[0]].folded if after.bare and after.words else ""
            return k + 1 if head.removeprefix("ال").startswith(LOYAL) else index
    return index


def _behind_adjective(setting: Setting, index: int) -> int:
    """The phrase of the adjective that stands behind those told of: قياديا ميدانيا كبيرا بتنظيم …."""
    following = setting.phrases[index + 1 : index + 2]
    alone = bool(following) and following[0].bare and len(following[0].words) == 1
    if not alone or following[0].actors or following[0].places or following[0].joined:
        return index
    folded = head_word(setting, following[0])
    plain = target_kind(setting.lexicons, folded) in (None, "adjective") and folded not in SEVERAL
    accusative = folded.endswith("ا") and not folded.endswith(("ها", "نا"))
    return index + 1 if plain and accusative and index + 2 < len(setting.phrases) else index


def _told_behind(setting: Setting, index: int, words: Sequence[int]) -> Roles | None:
    """Whose man or members an apposition or a clause behind phrase `index` says they are."""
    tokens = setting.document.tokens
    if (
        setting.phrases[index + 1].kind == "stop"
        and target_kind(setting.lexicons, tokens[words[0]].folded) is None
    ):
        return _introduced(setting, index + 2)
    member_of = _member_of(setting, index, tokens[words[-1]].folded)
    return None if member_of is None else participants(member_of) or belonging(setting, member_of)


def _member_of(setting: Setting, index: int, last: str) -> Phrase | None:
    """Whose members those of phrase `index` are said to be.

    المنتمين إلى التنظيم, مرتبطين بالتنظيم, متهم ينتمي إلى التنظيم, متطرفين بايعوا التنظيم.
    """
    after = setting.phrases[index + 1 : index + 4]
    bound = next((p for stem, p in _BOUND.items() if last.removeprefix("ال").startswith(stem)), None)
    if bound is not None:
        return after[0] if after and after[0].preposition == bound else None
    opened = bool(after) and (after[0].mark == "relative" or after[0].kind == "auxiliary")
    after = after[1:] if opened else after
    verb = after[0] if after and after[0].kind == "verb" else None
    if verb is None or len(after) < 2:
        return None
    folded = setting.document.tokens[verb.first].folded
    bound = next((p for stem, p in _BINDING.items() if folded.startswith(stem)), None)
    return after[1] if after[1].preposition == bound else None


def _second_owner(setting: Setting, index: int) -> Phrase:
    """The second of two phrases with ل, where the first says what for."""
    following = setting.phrases[index : index + 2]
    more = following[1:] and following[1].preposition == "ل" and not following[1].joined
    return following[-1] if more else following[0]


def _introduced(setting: Setting, index: int) -> Roles:
    """Whose man the words behind a name and a comma say that he is: فلان، أحد قادة التنظيم."""
    if index >= len(setting.phrases) or not setting.phrases[index].bare or not setting.phrases[index].words:
        return ()
    phrase, tokens = setting.phrases[index], setting.document.tokens
    head = tokens[phrase.words[0]].folded
    return participants(phrase) if head in _MEMBERS else ()


def _unlisted(setting: Setting, phrase: Phrase, after: int) -> Roles:
    words = [i for i in phrase.words if i > after][:_OTHER_WORDS]
    if not words or phrase.pronoun or (phrase.places and not _of_place(setting, phrase, words[0])):
        return ()
    if _heads_event(setting, phrase, words) or is_self(setting.document.tokens[words[0]]):
        return ()
    if not _names_somebody(setting, phrase, words):
        return ()
    return (RoleDraft("other", words_of(setting, phrase, words)),)


def words_of(setting: Setting, phrase: Phrase, words: Sequence[int]) -> Span:
    """The span of the phrase's `words` without the preposition that is put on the first."""
    tokens = setting.document.tokens
    start = tokens[words[0]].start
    if phrase.preposition and words[0] == phrase.first and len(phrase.preposition) == 1:
        start += 1
    return Span(start, max(tokens[words[-1]].end, start + 1))


def is_self(token: Token) -> bool:
    """Whether whoever does it does it to himself: فجر نفسه, فجرتا نفسيهما."""
    return token.folded.startswith(("نفسه", "نفسيه", "انفسه"))


def _of_place(setting: Setting, phrase: Phrase, head: int) -> bool:
    """Whether the head is people or a body and a place only says of where: محافظ حلب, أهالي البلدة."""
    if any(m.first == head for m in phrase.places):
        return False
    kind = target_kind(setting.lexicons, setting.document.tokens[head].folded)
    return kind in PERSONAL


def _names_somebody(setting: Setting, phrase: Phrase, words: Sequence[int]) -> bool:
    """Whether the first word can head the name or description of people, a body or a thing."""
    token = setting.document.tokens[words[0]]
    folded = token.folded
    if token.kind != "word":
        return phrase.quantity is not None and len(words) > 1
    if folded in QUANTIFIERS and len(words) > 1:
        return _names_somebody(setting, phrase, words[1:])
    kind = target_kind(setting.lexicons, folded)
    if kind == "place" and len(words) > 1:  # "مناطق سكنية"
        return target_kind(setting.lexicons, setting.document.tokens[words[1]].folded) == "civil"
    if kind is not None:
        return kind not in _NOBODY or folded in UNNAMED_FIGHTERS
    if len(folded) < 2 or any(is_event(setting.lexicons, s.rest) for s in splits(folded)):
        return False
    targets = setting.lexicons.hedges.targets
    if any(targets.get(r) in _NOBODY for s in splits(folded) for r, p in without_pronoun(s.rest) if p):
        return False  # بدخولها
    definite = folded.startswith("ال")
    if not definite and folded in setting.adjectives:
        return True  # "القبض على تونسي"
    return definite or not folded.endswith(("ي", "يه")) or len(folded) < 5 or len(words) > 1


def _heads_event(setting: Setting, phrase: Phrase, words: Sequence[int]) -> bool:
    """Whether an event and no people is what the words name: الغارة, حوالي ست غارات."""
    for i in words[:_COUNTED]:
        if i in phrase.anchors:
            return not is_people(setting, i)
        if target_kind(setting.lexicons, setting.document.tokens[i].folded) is not None:
            return False
    return False


def is_people(setting: Setting, token: int) -> bool:
    """Whether a word that tells an event names people by it: المتظاهرين, متهم."""
    return target_kind(setting.lexicons, setting.document.tokens[token].folded) in HUMAN


def is_event(lexicons: Lexicons, folded: str) -> bool:
    """An operation, a blast, a visit acts in grammar only: whoever is behind it is not said."""
    forms = lexicons.predicates.forms
    bare = folded.removeprefix("ال")
    return any(
        w.category == "noun" and w.predicate is not None and w.predicate.kind != "counted"
        for w in (*forms.get(folded, ()), *forms.get(bare, ()))
    )


def befalls(lexicons: Lexicons, folded: str) -> bool:
    """Whether who follows the event noun is whom it befell: تفجير, استهداف, اغتيال."""
    forms = lexicons.predicates.forms
    return any(
        w.category == "noun" and w.predicate is not None and w.predicate.genitive == "patient"
        for split in splits(folded)
        for w in forms.get(split.rest, ())
    )


def are_things_behind(setting: Setting, phrase: Phrase, token: int) -> bool:
    """Whether things or places are named right behind a deed: قصف مواقع, تدمير آليات."""
    behind = next((setting.document.tokens[i].folded for i in phrase.words if i > token), "")
    kind = target_kind(setting.lexicons, behind)
    return kind in ("thing", "place", "civil") or behind.removeprefix("ال") in HOUSES


def is_attack(lexicons: Lexicons, folded: str) -> bool:
    """Whether the word, without article, names an attack: هجوم, بقصف, لغارة."""
    forms = lexicons.predicates.forms
    return not folded.startswith(DEFINITE) and any(
        w.category == "noun" and w.predicate is not None and w.predicate.type == "ASSAULT"
        for split in splits(folded)
        for w in forms.get(split.rest, ())
    )


def strikes(folded: str) -> bool:
    """Whether the word is a weapon or force by which its owner acts: الطيران, مدفعية."""
    return folded.removeprefix("ال") in _WEAPONS or folded.removeprefix("لل") in _WEAPONS


def by_adjective(setting: Setting, phrase: Phrase, token: int) -> Roles:
    """An adjective of nationality on the event itself: الغارات الروسية, قصف صاروخي إيراني.

    Behind a genitive it describes that one: "استهداف المنشآت الإيرانية" says whom it befell.
    """
    tokens = setting.document.tokens
    definite = tokens[token].folded.startswith(DEFINITE)
    for i in phrase.words:
        if i <= token:
            continue
        folded = tokens[i].folded
        actor = setting.adjectives.get(folded)
        if actor is not None and folded.startswith("ال") == definite:
            return (RoleDraft(actor, Span(tokens[i].start, tokens[i].end)),)
        if i - token > _ADJECTIVE or not describes(setting.lexicons, folded, definite):
            break
    return ()


def describes(lexicons: Lexicons, folded: str, definite: bool) -> bool:
    """Whether the word behind an event noun may be its adjective and no genitive: صاروخي, العسكرية."""
    if definite:
        return folded.startswith("ال")
    kind = target_kind(lexicons, folded)
    return kind == "adjective" or (kind is None and folded.endswith(_RELATIONAL))


def affected(
    setting: Setting, phrase: Phrase, who: Roles, after: int = -1, *, things: tuple[str, ...] = ()
) -> Roles:
    """Plain people who are killed, hurt or taken, and markets and schools, count as civilians.

    So do things that are hit or harmed and are nobody's, whose words begin as `things`: احترقت سيارات.
    """
    words = [*(i for i in phrase.words if i > after), *described_by(setting, phrase)]
    words = [*words, *_for_whom(setting, phrase, words)]
    kinds = [target_kind(setting.lexicons, setting.document.tokens[i].folded) for i in words]
    armed = any(setting.document.tokens[i].folded in FORCES for i in range(phrase.first, phrase.end))
    armed = armed or _of_fighters(setting, phrase)
    if "fighter" in kinds or "soldier" in kinds or armed or are_of_a_body(setting.document, phrase.end):
        return who
    if words and is_kin_of(setting, phrase, after):
        return who  # "مقتل نجل الرئيس": somebody of somebody's
    plain = "person" in kinds or "civil" in kinds[:2] or _is_national(setting, words)
    plain = plain or (phrase.quantity is not None and phrase.quantity.measure in _OF_PEOPLE)
    if kinds[:1] == ["body"]:  # "المنظمات الإغاثية": whom they are for does not make them people
        things = tuple(t for t in things if t not in FOR_PEOPLE)
    plain = plain or are_of_everyday_life(setting, words, things)
    return tuple(replace(r, actor="civilians") if r.actor == "other" and plain else r for r in who)


def _for_whom(setting: Setting, phrase: Phrase, words: Sequence[int]) -> Sequence[int]:
    """Who gathers in a place or for whom a thing is: تجمعا للشباب, مركزا لإيواء النازحين."""
    index = setting.phrase_of.get(phrase.first)
    head = setting.document.tokens[words[0]].folded if words else ""
    following = setting.phrases[index + 1] if index is not None and index + 1 < len(setting.phrases) else None
    if following is None or following.preposition != "ل":
        return ()
    if any(m.kind != "population" for m in following.actors):
        return ()
    if target_kind(setting.lexicons, head) != "thing":
        return ()
    after = setting.phrases[index + 2 : index + 3] if index is not None else ()
    armed = [p.words[0] for p in after if p.bare and p.words and p.first == following.end]
    return [*following.words[:2], *armed]  # "تجمعا للشباب المسلحين"


def described_by(setting: Setting, phrase: Phrase) -> Sequence[int]:
    """The lone adjective that stands in a phrase of its own right behind a thing: مبنى سكنيا."""
    index = setting.phrase_of.get(phrase.first)
    behind = setting.phrases[index + 1 : index + 2] if index is not None else ()
    for p in behind:
        lone = p.bare and len(p.words) == 1 and not (p.actors or p.joined or p.anchors)
        if lone and p.first == phrase.end:
            folded = setting.document.tokens[p.words[0]].folded
            kind = target_kind(setting.lexicons, folded)
            bare = folded.removeprefix("ال")
            if kind in (None, "civil") and folded.endswith(_RELATIONAL) and bare.startswith(FOR_PEOPLE):
                return p.words
    return ()


def are_of_everyday_life(setting: Setting, words: Sequence[int], things: tuple[str, ...]) -> bool:
    """Whether cars, buildings, bridges are named, none for war: not سيارة مفخخة, شاحنة أسلحة, محطة رادار."""
    named = [setting.document.tokens[i].folded.removeprefix("ال") for i in words]
    warlike = any(word.startswith(_WARLIKE) for word in named)
    plain = (word for word in named[:_COUNTED] if not word.startswith(_BY_ANOTHER_NAME))
    return not warlike and any(word.startswith(things) for word in plain)


def are_of_some_body(document: Document, end: int) -> bool:
    """Whether "of" behind them names a body, though no list knows it: عشرين عنصرا من حزب العمال."""
    behind = document.tokens[end : end + 2]
    body = [t.folded.removeprefix("ال") for t in behind]
    return body[:1] == ["من"] and len(body) > 1 and body[1] in _CALLED


def are_of_a_body(document: Document, end: int) -> bool:
    """Whether a clause behind token `end` says that those before are some body's: ينتميان إلى جماعة …."""
    behind = [t.folded for t in document.tokens[end : end + _BODY_BEHIND]]
    bound = next((k for k, word in enumerate(behind[:2]) if word.startswith(_BELONGS)), None)
    return bound is not None and any(word.removeprefix("ال") in _CELLS for word in behind[bound + 1 :])


def _is_national(setting: Setting, words: Sequence[int]) -> bool:
    """Whether a nationality alone says who somebody is: قتل يمنيا, مقتل عراقي."""
    folded = setting.document.tokens[words[0]].folded if words else ""
    return folded in setting.adjectives or (
        folded.endswith("ا") and len(words) == 1 and folded.removesuffix("ا") in setting.adjectives
    )


def _of_fighters(setting: Setting, phrase: Phrase) -> bool:
    """Whether من behind a count says that those counted are fighters: اثنان من المتشددين."""
    index = setting.phrase_of.get(phrase.first, len(setting.phrases)) + 1
    following = setting.phrases[index] if index < len(setting.phrases) else None
    if following is None or following.preposition != "من" or not following.words:
        return False
    head = setting.document.tokens[following.words[0]].folded
    return target_kind(setting.lexicons, head) in ("fighter", "soldier")


def head_word(setting: Setting, phrase: Phrase) -> str:
    """The first word of a phrase, folded; empty where it has none of its own."""
    return setting.document.tokens[phrase.words[0]].folded if phrase.words else ""


def is_accusative(setting: Setting, phrase: Phrase) -> bool:
    """Whether the head's ending shows an object: طفلا, مسلحاً, مدنيين."""
    token = setting.document.tokens[phrase.words[0]]
    if token.folded.endswith("ين") and token.folded in setting.adjectives:
        return True  # الحوثيين
    if phrase.actors and phrase.actors[0].first == phrase.words[0] and not token.folded.endswith("ين"):
        return False
    if token.text.endswith(("اً", "ًا")) or token.folded in _TWO:
        return True
    known = setting.lexicons.hedges.targets.get
    if token.folded.endswith("ونا") and known(token.folded[:-1]) in HUMAN:
        return False  # "مقاتلونا": a pronoun, on a subject
    if token.folded.endswith("ا"):
        return known(token.folded[:-1]) in OWNED
    bare = token.folded.removeprefix("ال")
    return bare.endswith("ين") and known(bare) in HUMAN


def owning_pronoun(setting: Setting, phrase: Phrase, after: int = -1) -> str:
    """The pronoun on the head that says whose the people or things are (طائراتها, مواقعهم); else empty."""
    words = [setting.document.tokens[i].folded for i in phrase.words if i > after]
    if not words or any(m.first > after for m in phrase.actors):
        return ""
    return pronoun_on(setting.lexicons.hedges.targets, _told_apart(words))


def state_of_capital(setting: Setting, phrase: Phrase, after: int = -1) -> Roles:
    """The state for which its capital stands: زيارة إلى بغداد, زيارة الرئيس للرياض."""
    for i in [i for i in phrase.words if i > after][:_PUBLIC_WORDS]:
        token = setting.document.tokens[i]
        for split in token.splits:
            bare = f"ال{split.rest}" if split.prefix.endswith("لل") else split.rest
            state = setting.capitals.get(bare) if split.prefix in ("", "ل", "لل") else None
            if state is not None:
                return (RoleDraft(state, Span(token.start + bool(split.prefix), token.end)),)
    return ()


def _told_apart(words: Sequence[str]) -> str:
    """The word for those of whom some are told of: عشرون من عناصرها, أحد أفرادها; else the first."""
    if "من" in words[1:-1]:
        return words[words.index("من", 1) + 1]
    return words[1] if words[0] in QUANTIFIERS and len(words) > 1 else words[0]


def is_peer(setting: Setting, phrase: Phrase, after: int = -1) -> bool:
    """Whether the phrase names a colleague by his nationality: نظيره الروسي."""
    words = [i for i in phrase.words if i > after]
    tokens = setting.document.tokens
    head = tokens[words[0]].folded.removeprefix("ل").removeprefix("ب") if words else ""
    return head.startswith(COUNTERPARTS) and any(tokens[i].folded in setting.adjectives for i in words[1:3])


def peers(setting: Setting, phrase: Phrase) -> Roles:
    """Colleagues by their nationalities behind a comma: نظيريه، الأميركي فلان والسعودي فلان."""
    tokens = setting.document.tokens
    if not phrase.words or not tokens[phrase.words[0]].folded.lstrip("لبو").startswith(COUNTERPARTS):
        return ()
    found: dict[str, RoleDraft] = {}
    for i in range(phrase.words[0] + 1, min(len(tokens), phrase.words[0] + _PEERS)):
        actor = setting.adjectives.get(tokens[i].folded.removeprefix("و"))
        if tokens[i].text in ".؛" or (
            tokens[i].kind == "word" and is_event(setting.lexicons, tokens[i].folded)
        ):
            break
        if actor is not None:
            start = tokens[i].start + tokens[i].folded.startswith("و")
            found.setdefault(actor, RoleDraft(actor, Span(start, tokens[i].end)))
    return tuple(found.values())


def target_kind(lexicons: Lexicons, folded: str) -> TargetKind | None:
    """What kind of object the word is known to be, proclitics shed."""
    targets = lexicons.hedges.targets
    for split in splits(folded):
        kind = targets.get(split.rest) or targets.get(split.rest.removeprefix("ال"))
        if kind is not None:
            return kind
    if len(folded) > _SHORTEST and folded.endswith("ا"):
        return targets.get(folded.removesuffix("ا"))  # an accusative: استهدف تجمعا
    return None


def owned_kind(lexicons: Lexicons, folded: str) -> TargetKind | None:
    """What kind of object the word is known to be without the pronoun of whose it is: لمقارهم, منزلها."""
    if not folded.endswith(THEIRS):
        return None
    stems = (stem for split in splits(folded) for stem, pronoun in without_pronoun(split.rest) if pronoun)
    targets = lexicons.hedges.targets
    kinds = (targets.get(stem) or targets.get(stem.removesuffix("ت") + "ه") for stem in stems)
    return next((kind for kind in kinds if kind is not None), None)


def is_public(document: Document, words: Sequence[int], nations: Mapping[str, str]) -> bool:
    """Whether the words name the public: الشعب, جماهير البصرة, مختلف شرائح الشعب, العراقيين.

    `nations` are the folded adjectives of nationality.
    """
    for i in words[:_PUBLIC_WORDS]:
        folded = document.tokens[i].folded
        bare = folded.removeprefix("لل").removeprefix("ل").removeprefix("ب").removeprefix("ال")
        if bare in _PUBLIC or _are_theirs(bare):
            return True
        if bare not in _SHARES and folded not in _SHARES:
            whole = folded.removeprefix("ب")
            many = whole.startswith(("ال", "لل")) and whole.endswith(("يين", "يون"))
            return many and f"ال{bare}" in nations
    return False


def _are_theirs(bare: str) -> bool:
    """Whether a pronoun says whose people the public is: مواطنيها, رعاياهم, شعبه; but أبناؤه are his sons."""
    return any(bare.endswith(p) and bare.removesuffix(p) in _CITIZENS for p in THEIRS)


def are_understood(roles: Roles) -> bool:
    """Whether there are participants and no words name any of them there."""
    return bool(roles) and all(role.span is None for role in roles)


def are_open(roles: Roles) -> bool:
    """Whether nobody takes part, or only somebody of whom no words say who he is."""
    return all(role.actor == "other" and role.span is None for role in roles)


def unspanned(roles: Roles) -> Roles:
    """The same participants where they are only understood: no words name them there."""
    return tuple(replace(role, span=None) for role in roles)
