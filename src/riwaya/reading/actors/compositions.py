"""Bodies and offices that a nationality or a country makes somebody's: السلطات الإسرائيلية, وزير فرنسا."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.text.tokens import Token

T = TypeVar("T")

#: Words between a body and its nationality (وزارة التعليم العالي والبحث العلمي الأردنية).
MOST_COMPLEMENTS = 6
#: Words of a name behind a title.
MOST_NAME_WORDS = 4
#: Endings of adjectives that belong to the name of a body (العالي, الاتحادية, الأعلى, العليا).
_ADJECTIVES = ("ي", "يه", "ليا", *word_beginnings("adjective of a body"))
#: Endings of people and indefinite adjectives, which are no town's name (ضابطا شرطة مقتولين).
_NO_TOWN = ("ين", "ون", "يه")
#: Words between a joined body and the nationality of both (الحكومة والأطراف السياسية اليمنية).
_MOST_JOINED = 3
#: Prepositions written onto a word, which is then no town's name (محكمة بتهمة).
_PROCLITICS = ("ب", "ل")
#: Proclitics between an office and its body.
_GOVERNING = frozenset(("", "ب", "ل"))
#: Nouns before the name of a part of a state, folded.
DISTRICTS = event_words("district")
#: The noun before the name of a state.
_REALM = event_words("state")
#: Letters of the longest family name in ين or ون with article (الأمين, الزين).
_FAMILY = 6
#: Offices that are nobody's name, folded: whoever holds one is the next person.
_OFFICES = event_words("office")
#: Letters of an office that a preposition stands before; shorter ones are beginnings of names (بولي).
_SHORTEST = 3
#: Words between the names of a person and of his fathers, folded.
KINSHIP = event_words("kinship")
#: Beginnings of words for a colleague, folded.
_COUNTERPARTS = word_beginnings("counterpart")
#: Words behind which it is told what somebody studies (خبير في شؤون X, بالشأن الإيراني), folded.
AFFAIRS = word_beginnings("affairs")
#: Nouns before the name of a country, folded.
REALMS = event_words("land")
#: What a body is told together with whose both are (لحكومة وشعب الهند), folded.
_TOGETHER = event_words("told together")
#: Bodies that are a state's or not, by what they are for, folded, and words in which that is told.
_CENTRES = event_words("centre")
_CENTRE_NAMED = 4
#: Signs that join two names (بغداد - دمشق).
HYPHENS = frozenset("-–—−/")

#: Signs before and behind the name of a body, and tokens from the first to the word behind its noun.
_OPENING, _CLOSING, _MOST_QUOTED = frozenset('"«“”'), frozenset('"»”“'), 2


@dataclass(frozen=True, slots=True)
class Owned:
    """Whose a body or office is, and the token behind its name.

    `agrees`: said by a genitive or a feminine adjective, so that it may go with a feminine noun.
    """

    end: int
    owners: tuple[str, ...]
    agrees: bool


def find_owner(
    tokens: Sequence[Token], at: int, limit: int, index: ActorIndex, *, definite: bool
) -> Owned | None:
    """Whose the body or office is whose noun ends before token `at`: adjective or genitive, if any."""
    bare = not definite
    if definite and at < limit and tokens[at].folded.startswith("وال"):
        joined = _joined_owner(tokens, at, limit, index)
        if joined is not None:
            return joined
    for i in range(at, min(at + MOST_COMPLEMENTS, limit)):
        token = tokens[i]
        word = token.folded
        if token.kind != "word" or word in index.words["below"] or is_private(tokens, i, limit, index):
            return _behind_quotes(tokens, at, i, limit, index)
        if (nation := _nation(tokens, i, limit, index, definite=definite)) is not None:
            return nation
        genitive = bare and not definite and not (i > at and tokens[i - 1].folded in DISTRICTS)
        genitive = genitive and not (i > at and tokens[i - 1].folded.endswith(AFFAIRS))  # لشؤون فلسطين
        named = _country(tokens, i, index) if genitive else _country_behind_public(tokens, at, i, index)
        if named is not None:
            return named
        stops = word in index.stops and word not in index.words["public"]  # المدعي العام is no year
        if stops or (i > at and index.is_cue(word)):
            return None
        arm = i > at and tokens[i - 1].folded in index.words["arm"]  # سلاح الجو والبحرية الأميركية
        if i > at and definite and not arm and word.startswith("وال") and word[1:] in index.bodies:
            return _joined_owner(tokens, i, limit, index)
        first = i == at and not word.endswith("يه")  # "المخابرات البحرية الأميركية"
        closed = definite and (first or (i > at and tokens[i - 1].folded.startswith("ال")))
        if closed and word.startswith("ال") and (word[2:] in index.bodies or word[2:] in index.offices):
            return None  # "طالب مجلس المحافظة الحكومة العراقية", "دعا المجلس الرئيس الروسي": another
        public = i > at and tokens[at].folded in index.words["public"]  # الهيئة العامة للمنافذ السورية
        if word.startswith(("ال", "وال")) or (public and word.startswith("لل")):
            definite = True
        elif definite or not (_noun(tokens, i, index) or (i == at and word in _TOGETHER)):
            return None
    return None


def _behind_quotes(tokens: Sequence[Token], at: int, i: int, limit: int, index: ActorIndex) -> Owned | None:
    """Whose a body is whose name stands in quotes that token `i` closes («لجنة الإغاثة» الروسية)."""
    closes = i > at and tokens[i].text in _CLOSING
    opened = closes and any(t.text in _OPENING for t in tokens[max(0, at - _MOST_QUOTED) : at])
    word = tokens[i + 1].folded if opened and i + 1 < limit else ""
    told = word.startswith("ال") and word in index.nationalities
    return _adjectives(tokens, i + 1, limit, index) if told else None


def is_private(tokens: Sequence[Token], i: int, limit: int, index: ActorIndex) -> bool:
    """Whether the word at token `i` is a body that is no state's: a club, a company, a society.

    What states are joined in is called so too (الاتحاد الأوروبي): a party that the pack lists.
    """
    rests = {s.rest.removeprefix("ال") for s in tokens[i].splits if s.prefix in _GOVERNING}
    if rests.isdisjoint(index.words["private"]):
        return has_cause(tokens, i, limit, index)
    following = tokens[i + 1].folded if i + 1 < limit else ""
    return index.nationalities.get(following) in (None, *index.countries)


def _nation(
    tokens: Sequence[Token], i: int, limit: int, index: ActorIndex, *, definite: bool
) -> Owned | None:
    """Whose the adjective at token `i` makes a body, also by two words (الخارجية الكورية الجنوبية)."""
    word = tokens[i].folded
    if word in index.nationalities and (word.startswith("ال") or not definite):
        return _adjectives(tokens, i, limit, index)
    pair = index.long_names.get((word, tokens[i + 1].folded)) if i + 1 < limit else None
    named = pair is not None and word.startswith("ال")
    return Owned(i + 2, (pair,), agrees=word.endswith("ه")) if pair and named else None


def has_cause(tokens: Sequence[Token], i: int, limit: int, index: ActorIndex) -> bool:
    """Whether a centre at token `i` is for a cause or for learning (مركز بغداد لحقوق الإنسان): no state's.

    Those that are called national, or bear the name of who rules, are (المركز الوطني للدراسات).
    """
    if all(s.rest.removeprefix("ال") not in _CENTRES for s in tokens[i].splits):
        return False
    causes = tuple(index.words["purpose"])
    named = [tokens[k].folded for k in range(i + 1, min(i + _CENTRE_NAMED, limit))]
    return index.words["public"].isdisjoint(named) and any(word.startswith(causes) for word in named)


def _country_behind_public(tokens: Sequence[Token], at: int, i: int, index: ActorIndex) -> Owned | None:
    """The country that ل names behind what makes a body public (القنصلية العامة للهند)."""
    if i == at or tokens[i - 1].folded not in index.words["public"]:
        return None
    rests = [s.rest for s in tokens[i].splits if s.prefix == "ل"]
    end = i + 1
    if not _REALM.isdisjoint(rests) and end < len(tokens):  # "القنصلية العامة لدولة الكويت"
        rests, end = [tokens[end].folded], end + 1
    state = next((index.names[r] for r in rests if r in index.names), None)
    return Owned(end, (state,), agrees=True) if state else None


def _joined_owner(tokens: Sequence[Token], at: int, limit: int, index: ActorIndex) -> Owned | None:
    """Whose a body is that another is joined to, both with one adjective (الجيش والمقاومة اليمنية)."""
    for after in range(at + 1, min(at + 1 + _MOST_JOINED, limit)):
        word = tokens[after].folded
        if not word.startswith("ال"):
            return None
        if word in index.nationalities:
            return Owned(at, (index.nationalities[word],), agrees=True)
    return None


def _adjectives(tokens: Sequence[Token], i: int, limit: int, index: ActorIndex) -> Owned:
    """One nationality or several (الأمريكية والبريطانية, الأمريكي–السعودي, الأمريكي السعودي)."""
    owners, end = [index.nationalities[tokens[i].folded]], i + 1
    definite = tokens[i].folded.startswith("ال")
    while end < limit:
        at = end + 1 if tokens[end].text in HYPHENS and end + 1 < limit else end
        word = tokens[at].folded
        # "قتل جندي إسرائيلي فلسطينيا": behind an indefinite one stands whom it befalls
        side_by_side = definite and index.nationalities.get(word) in index.countries
        joined = word if at > end or side_by_side else word[1:] if word.startswith("وال") else ""
        if at == end and word.startswith("و") and not definite:
            joined = word[1:]  # "قوات سورية وروسية"
        if joined not in index.nationalities or joined.startswith("ال") != definite:
            break
        owners.append(index.nationalities[joined])
        end = at + 1
    return Owned(end, tuple(dict.fromkeys(owners)), tokens[i].folded.endswith("ه"))


def _country(tokens: Sequence[Token], i: int, index: ActorIndex) -> Owned | None:
    for match in index.aliases.match(tokens, i, whole_word=True):
        for alias in match.values:
            if alias.id in index.countries and alias.use in ("name", "metonym") and alias.speaker is None:
                return Owned(match.end, (alias.id,), agrees=True)
    name = index.names.get(tokens[i].folded)
    return Owned(i + 1, (name,), agrees=True) if name else None


def _noun(tokens: Sequence[Token], i: int, index: ActorIndex) -> bool:
    """Whether a bare noun or name may stand inside that of a body (نائب وزير, شرطة مدينة ليون الفرنسية)."""
    return bool(
        not DISTRICTS.isdisjoint(t.folded for t in tokens[i - 1 : i + 1])
        or index.lexicon.institutions.match(tokens, i, whole_word=True)
        or index.lexicon.titles.match(tokens, i, whole_word=True)
        or tokens[i].folded in index.words["link"]
        or tokens[i].folded in index.words["field"]
    )


def complement_end(
    tokens: Sequence[Token], at: int, limit: int, index: ActorIndex, *, place: bool = False
) -> int:
    """The token behind the complement of a body without nationality (وزارة الصحة); `at` if it has none.

    The complement is definite: words with the article, a noun made so by the next one (حكومة تصريف
    الأعمال) or, where `place` is allowed, a name behind at most one noun (دائرة صحة كركوك).
    """
    end = at
    while end < limit and end - at < MOST_COMPLEMENTS and tokens[end].kind == "word":
        word = tokens[end].folded
        if word in index.stops or word in index.words["below"] or (end > at and word == _BLAME):
            break
        if index.is_cue(word) and not (place and end == at and (word,) in index.towns):
            break  # "محافظ تعز": a town that is a verb's form too
        if not word.startswith(("ال", "وال")):
            return _bare_complement(tokens, end, limit, index, place) if end == at else end
        if end > at and not word.startswith("وال") and not word.endswith(_ADJECTIVES):
            break
        end += 1
    return end


def purpose_end(tokens: Sequence[Token], at: int, limit: int, index: ActorIndex) -> int:
    """The token behind what a body is for (للسياحة والتراث, لمكافحة الفساد); `at` where it is not said."""
    if at >= limit or not any(s.prefix == "ل" for s in tokens[at].splits):
        return at
    end = at + 1
    if not tokens[at].folded.startswith("لل"):
        if end >= limit or not tokens[end].folded.startswith("ال"):
            return at
        end += 1
    while end < min(limit, at + MOST_COMPLEMENTS) and tokens[end].folded.startswith(("ال", "وال")):
        word = tokens[end].folded
        if word in index.stops or not (word.startswith("وال") or word.endswith(_ADJECTIVES)):
            break
        end += 1
    return end


#: What somebody is said to bear, behind him, folded (حملت حكومة الاحتلال المسؤولية).
_BLAME = "المسووليه"
#: The second word of places' and men's names (صلاح الدين), folded.
_OF_FAITH = event_words("of faith")


def _bare_complement(tokens: Sequence[Token], at: int, limit: int, index: ActorIndex, place: bool) -> int:
    after = tokens[at + 1].folded if at + 1 < limit and tokens[at + 1].kind == "word" else ""
    town = (tokens[at].folded,) in index.towns or (at > 0 and tokens[at - 1].folded in DISTRICTS)
    follows = after.endswith(("ين", "ون")) or not (after.endswith(_ADJECTIVES) or after in index.offices)
    if place and town and follows:
        return at + 1 + ((tokens[at].folded, after) in index.towns)  # "دعا مدير شرطة عسير المواطنين"
    if after.startswith("ال") and after not in index.stops and after not in index.nationalities:
        return at + 2
    word = tokens[at].folded
    if word.startswith(_PROCLITICS) and (word,) not in index.towns and word not in index.names:
        return at
    odd = word.endswith(_NO_TOWN) or index.is_verb(word)
    if not place or (odd and (word,) not in index.towns):
        return at
    end = min(place_start(tokens, at, limit, index) + 1, limit)
    return end + (end < limit and tokens[end].folded in _OF_FAITH)


def place_start(tokens: Sequence[Token], at: int, limit: int, index: ActorIndex) -> int:
    """The token with the name of the place of a body: `at`, or behind nouns (أمن مدينة كركوك)."""
    for nouns in (index.words["field"], DISTRICTS):
        at += at + 1 < limit and tokens[at].folded in nouns and tokens[at + 1].kind == "word"
    return at


def name_end(tokens: Sequence[Token], at: int, limit: int, index: ActorIndex) -> int:
    """The token behind the words of a personal name that begin at token `at`."""
    end, names = at, 0
    while end < limit and tokens[end].kind == "word":
        word = tokens[end].folded
        father = end > at and (word in KINSHIP or tokens[end - 1].folded in KINSHIP)
        if names >= MOST_NAME_WORDS and not father:
            break
        if word in index.stops and (known := index.person_end(tokens, end)) <= limit and known > end:
            end, names = known, names + known - end  # "بان كي مون": بان is another word as well
            continue
        if word not in KINSHIP:
            if len(word) < 2 or word in index.stops or index.is_verb(word) or word in index.nationalities:
                break
            given = index.words["given"]
            if word in index.names and word not in given:
                break  # "زار الوزير الإيراني بغداد"
            if word.startswith("و") and word[1:] in given and word not in given:
                break  # "بحث الوزير العراقي وسالم الورد …"
            of_nation = end + 1 < limit and tokens[end + 1].folded in index.nationalities
            if of_nation and word.startswith("ال"):
                break  # "انتقد النائب العراقي الموقف الأمريكي"
            if _is_next_person(tokens[end], index, behind_name=names > 0):
                break  # "التقى الوزير الروسي نظيره التركي", "جمع الرئيس فلان بمبعوث …"
            if index.is_deed(word) or word.startswith(("لل", "بال")):
                break  # "أجرى الرئيس التركي مباحثات": what he did is none of his names
            if any(
                index.is_deed_behind(s.prefix, s.rest) for s in tokens[end].splits if s.prefix in _PROCLITICS
            ):
                break  # "قتل القائد في الحشد بانفجار عبوة"
            names += 1
        end += 1
    return end


def _is_next_person(token: Token, index: ActorIndex, *, behind_name: bool) -> bool:
    """Whether the word is a peer, the office of somebody else or people: no more of the name before it."""
    if token.folded.removeprefix("و").removeprefix("ب").removeprefix("ل").startswith(_COUNTERPARTS):
        return True
    if behind_name and token.folded in _OFFICES:
        return True
    if token.folded.startswith("ال") and token.folded.endswith(("ين", "ون")) and len(token.folded) > _FAMILY:
        return True  # "دعا مدير الشرطة المواطنين": people, no family
    governed = (s.rest for s in token.splits if s.prefix in _PROCLITICS and len(s.rest) > _SHORTEST)
    return any(rest in index.offices or rest in index.words["bearer"] for rest in governed)


def is_definite(match: PhraseMatch[T], tokens: Sequence[Token]) -> bool:
    """Whether the last word of a matched noun carries the article."""
    last = match.split.rest if match.end == match.first + 1 else tokens[match.end - 1].folded
    return last.startswith("ال")


def is_feminine(match: PhraseMatch[T]) -> bool:
    """Whether the first word of a matched noun is plainly feminine."""
    return match.split.rest.endswith(("ه", "ات"))
