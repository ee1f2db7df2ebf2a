"""The participants of an event while they are gathered, and the clause that they are gathered from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import msgspec

from riwaya.lexicon.event_words import event_words
from riwaya.lexicon.hedges import PERSONAL
from riwaya.lexicon.predicates import RoleName
from riwaya.model import Factuality, Span
from riwaya.reading.draft import PlaceMention
from riwaya.reading.events.agreement import gender_at
from riwaya.reading.events.anchors import Anchor
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.naming import Roles, Setting, target_kind
from riwaya.text import Document
from riwaya.text.signs import COMMAS

#: Relative pronouns of people, who are no event, and the gender of what those of one may describe, folded.
_WHO = frozenset(("الذين", "اللذين", "اللذان"))
_MANY = "الذين"
#: Pronouns of one, or of things.
_OF_ONE = frozenset(("ه", "ها"))
_OF_GENDER = {"الذي": "masculine", "التي": "feminine"}
#: How many phrases a clause may reach to either side of its verb.
_CLAUSE = 40
#: How many phrases and commas may stand between the parts of a clause.
_BESIDE = 5
#: Words for hands and a grip in which a place is, folded.
_GRIP = event_words("hand") | event_words("grip")
#: Prepositions that go on with a clause behind a comma.
_WITH = frozenset(("مع", "ضد", "علي", "الي", "من قبل", "على يد", "بين"))
#: Prepositions of an aside between subject and verb: with whose help or with whom something is done.
_ASIDE = frozenset(("ب", "مع"))
#: "Time", behind in.
_TIME = event_words("time")
#: Forms of "was", "became" and "still is" before the subject of the verb behind, folded.
_WAS = event_words("was")


class Hindrance(NamedTuple):
    """Where something is said not to be let happen, and how sure it is then: not so, or only feared."""

    token: int
    factuality: Factuality
    foils: bool


@dataclass(slots=True)
class Cast:
    """The participants of one event while they are gathered.

    `pronouns` are roles that a pronoun fills, `governed` which it is where a preposition carries it;
    `subject` says that the verb's subject is written, so that nobody else is understood even where it names
    nobody; `aimed` that a place is named which was hit,
    `manned` that it is a military one;
    `taken_up` that a pronoun on the event means who a clause describes, and not who does it;
    `sure` that whoever is no party did it all the same; `aside` that it is only told of a place before it, so
    that nothing goes on with its subject; `hindered` what does not let it happen, with the phrase of that;
    `upon` on whom it is said to be to do it; `ours` are roles of the speakers' own people, with
    the words for them.
    """

    agent: Roles = ()
    patient: Roles = ()
    recipient: Roles = ()
    passive: bool = False
    subject: bool = False
    aimed: bool = False
    manned: bool = False
    taken_up: bool = False
    sure: bool = False
    aside: bool = False
    hindered: tuple[int, Hindrance] | None = None
    upon: Phrase | None = None
    pronouns: list[RoleName] = field(default_factory=list)
    governed: dict[RoleName, str] = field(default_factory=dict)
    ours: list[tuple[RoleName, Span]] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)

    def give(self, role: RoleName, who: Roles) -> None:
        """Let `who` take `role` where it is still free."""
        if role == "agent" and not self.agent:
            self.agent = who
        elif role == "patient" and not self.patient:
            self.patient = who
        elif role == "recipient" and not self.recipient:
            self.recipient = who
        elif role == "both":
            self.oppose(who[:1], who[1:])

    def oppose(self, one: Roles, other: Roles) -> None:
        """Let two sides do it to each other where neither role is taken."""
        if not self.agent and not self.patient:
            self.agent, self.patient = one, other


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
    # A verb joined by و opens its own clause, and so does one behind "at a time when".
    opens = phrases[index].joined or _is_meanwhile(setting, index - 1)
    j = -1 if phrases[index].kind == "verb" and opens else index - 1
    while j >= max(0, index - _CLAUSE) and (
        phrases[j].kind in ("noun", "auxiliary", "time") or _is_aside(phrases, j)
    ):
        if phrases[j].end <= setting.start:
            break
        left.append(phrases[j])
        j -= 1
        if left[-1].kind == "auxiliary" and left[-1].joined:
            break  # "… المتمردين، ولم تقصف تركيا داعش": another clause
        if _opens_by_was(setting.document, left):
            break  # "رهائن كان التنظيم قد احتجزهم": the subject stands behind كان
        if left[-1].joined and left[-1].bare and j == index - 2:
            break  # "… والتحالف يراقب": the clause begins with its subject
    left = left or _before_aside(setting, index, j)
    relative = None
    if j >= 0 and phrases[j].mark == "relative" and not sums_up(setting.document, phrases[j].first):
        relative = _described(setting, j)
    right: list[Phrase] = []
    k = index + 1
    while k < min(len(phrases), index + _CLAUSE):
        if phrases[k].kind not in ("noun", "time") and not _is_aside(phrases, k):
            k = _resumed(setting, k)
            if not k:
                break
        right.append(phrases[k])
        k += 1
    return Surroundings(tuple(reversed(left)), tuple(right), relative)


def _is_meanwhile(setting: Setting, index: int) -> bool:
    """Whether the phrase is "at a time", behind which somebody else may act: في وقت أدانت دول عدة الهجوم."""
    if index < 0 or setting.phrases[index].preposition != "في" or len(setting.phrases[index].words) != 1:
        return False
    return setting.document.tokens[setting.phrases[index].words[0]].folded in _TIME


def _opens_by_was(document: Document, left: Sequence[Phrase]) -> bool:
    """Whether the last phrase of `left`, the first in the text, is كان or its like before a subject."""
    was, subject = left[-1], next((p for p in left[-2:-1] if p.bare and p.words), None)
    if was.kind != "auxiliary" or subject is None or document.tokens[was.first].folded not in _WAS:
        return False
    return not document.tokens[subject.words[0]].folded.endswith("ا")  # "الرتل كان عائدا بعد معارك"


def sums_up(document: Document, token: int) -> bool:
    """Whether the token takes up all that was told before it: …، ما تسبب في مقتل …, مما أجبر القوات على …."""
    folded = document.tokens[token].folded
    return folded == "مما" or (folded == "ما" and token > 0 and document.tokens[token - 1].text in "،,")


def _resumed(setting: Setting, k: int) -> int:
    """Where a clause goes on behind a comma with whom it is done: التقى الرئيس، أمس، مع المبعوث; else 0.

    Between two commas a name may stand: الرئيس، عبد ربه هادي، مع ….
    """
    beside, phrases = 0, setting.phrases
    for at in range(k, min(len(phrases), k + _BESIDE)):
        phrase = phrases[at]
        if phrase.kind == "stop" and phrase.mark in "،,":
            continue
        with_whom = phrase.preposition in _WITH or (phrase.preposition == "من" and _is_grip(setting, phrase))
        if phrase.kind == "noun" and with_whom and not phrase.joined:
            return at if phrases[at - 1].kind == "stop" else 0
        beside += 1
        if not phrase.bare or beside > 1:
            return 0
    return 0


def _before_aside(setting: Setting, index: int, j: int) -> list[Phrase]:
    """What a clause begins with, last first, before an aside that ends at phrase `j`, before its verb.

    "إن وحدات من الجيش، بالتعاون مع الحلفاء، دمرت الرتل"; behind another verb a new clause may begin.
    """
    phrases = setting.phrases
    if j < 0 or phrases[index].kind != "verb" or phrases[index].joined or phrases[j].mark not in COMMAS:
        return []
    k = j - 1
    while k >= max(0, j - _BESIDE) and phrases[k].kind == "noun" and not phrases[k].joined:
        k -= 1
    if k < 1 or phrases[k].mark not in COMMAS or phrases[k + 1].preposition not in _ASIDE:
        return []
    found: list[Phrase] = []
    for phrase in reversed(phrases[:k]):
        if phrase.end <= setting.start or phrase.mark == "complementiser":
            break
        if phrase.kind != "noun":
            return []
        found.append(phrase)
    return found


def _is_grip(setting: Setting, phrase: Phrase) -> bool:
    """Whether من names whose hands a place was taken from: من أيدي المتمردين, من قبضتهم."""
    head = setting.document.tokens[phrase.words[0]].folded if phrase.words else ""
    return head in _GRIP


def _is_aside(phrases: Sequence[Phrase], i: int) -> bool:
    """A comma or bracket beside a time or a bracketed gloss does not end the clause."""
    if phrases[i].kind != "stop":
        return False
    if phrases[i].mark in "()-–":
        return True
    return phrases[i].mark in "،," and any(
        0 <= j < len(phrases) and phrases[j].kind == "time" for j in (i - 1, i + 1)
    )


def _is_bare_of(phrase: Phrase) -> bool:
    """Whether the phrase is a preposition before the relative pronoun alone: عناصر من الذين …."""
    return phrase.preposition == "من" and not phrase.words and not phrase.pronoun


def means_another(setting: Setting, anchor: Anchor) -> bool:
    """Whether a verb's pronoun cannot mean the many of whom its clause tells: الشبان الذين هاجموها."""
    index = setting.phrase_of.get(anchor.token, 0)
    which = setting.document.tokens[setting.phrases[index - 1].first].folded if index else ""
    many = which == _MANY and anchor.reading.word.form.number == "plural"
    return many and anchor.predicate.type != "ACCUSE" and anchor.reading.pronoun in _OF_ONE


def head_before(phrases: Sequence[Phrase], mark: int) -> Phrase | None:
    """The noun phrase that a relative clause describes: the nearest before it, a comma allowed."""
    j = mark - 1
    while j >= max(0, mark - _CLAUSE) and (phrases[j].kind in ("stop", "time") or _is_bare_of(phrases[j])):
        j -= 1
    if j < 0 or phrases[j].kind != "noun" or phrases[j].pronoun:
        return None
    return phrases[j]


def _described(setting: Setting, mark: int) -> Phrase | None:
    """The noun phrase that a relative clause describes, of people without the event that does not agree.

    اعتقال المسلحين الذين قتلوا …, ملاحقة التنظيم الذي فجر …; in قصف المسلحين الذي استهدف … it is the event.
    """
    head = head_before(setting.phrases, mark)
    event = None if head is None else next((i for i in reversed(head.words[:-1]) if i in head.anchors), None)
    if head is None or event is None:
        return head
    words = [i for i in head.words if i > event and i not in head.anchors]
    folded = setting.document.tokens[words[0]].folded if words else ""
    which = setting.document.tokens[setting.phrases[mark].first].folded
    named = bool(words) and (which in _WHO or any(m.first == words[0] for m in head.actors))
    if not named and target_kind(setting.lexicons, folded) not in PERSONAL:
        return head
    gender = gender_at(setting.document, event) or "masculine"
    if which not in _WHO and _OF_GENDER.get(which, gender) == gender:
        return head
    return msgspec.structs.replace(head, words=words, anchors=[])
