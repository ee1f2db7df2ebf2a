"""What the finders of actors share on their way through one document."""

from __future__ import annotations

from riwaya.lexicon.actors import Branch
from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.model import Span
from riwaya.packs.pack import Outlet
from riwaya.packs.rulers import Ruler
from riwaya.reading.actors.actor_index import ActorIndex
from riwaya.reading.actors.antecedents import Antecedents
from riwaya.reading.actors.compositions import DISTRICTS
from riwaya.reading.draft import ActorMention
from riwaya.text.document import Document
from riwaya.text.tokens import DEFINITE, Split

#: Words before people that say how many of them tell (عدد من سكان X).
MOST_BEFORE_PEOPLE = 3
#: How far before عن the verb may stand that hands on somebody's words (نقلت وكالة X أمس عن مسؤول).
_FROM = "عن"
_HANDED_FAR = 8
#: What may part a verb from its subject, folded (في الوقت الذي قال فيه مصدر …).
_THEREIN = ("فيه", "فيها")
_ORDER = event_words("order or rule")
#: Words behind "restoring النظام" with which nothing is told that a regime restores (في البلاد).
_NO_OBJECT = ("في", "الي", "و")
#: The judiciary, or doing away with what على names, and what may stand between, folded.
_DOING_AWAY = word_beginnings("doing away")
_WHOLLY = event_words("wholly")
#: The judiciary or a district, folded, and prepositions before it where it is one.
_JUDICIARY = event_words("judiciary")
_INTO = frozenset(("في", "الي"))


class Pass:
    """One pass over one document; what was found before decides what generics mean.

    `begin` and `limit` are the tokens of the sentence at hand; up to `titled_to` offices were found, and
    no body begins before `bodies_from`.
    """

    def __init__(self, document: Document, index: ActorIndex, day: str | None, outlet: Outlet | None) -> None:
        self.document, self.index, self.day = document, index, day
        self.tokens = index.spelling.correct(document)
        self.before = Antecedents(document, index, day, outlet)
        self.found: list[ActorMention] = []
        self.titled_to = self.bodies_from = 0
        self.begin = self.limit = 0

    def keep(self, mention: ActorMention) -> None:
        """Let `mention` be one of the document's."""
        self.found.append(mention)
        self.before.remember(mention)

    def mention(
        self, i: int, end: int, split: Split, actors: tuple[str, ...], *, counts: bool = True
    ) -> ActorMention | None:
        """The mention of `actors` in the tokens from `i` to `end`; none where there is no actor."""
        if not actors:
            return None
        span = Span(self.tokens[i].start_of(split), self.tokens[end - 1].end)
        return ActorMention(i, end, span, actors, self.index.kind(actors[0]), counts)

    def word(self, i: int) -> str:
        """The folded token at `i` when it is a word of the sentence at hand, else nothing."""
        if self.begin <= i < self.limit and self.tokens[i].kind == "word":
            return self.tokens[i].folded
        return ""

    def spoken(self, i: int) -> bool:
        """Whether a verb of saying, بحسب, or نقل and عن stand before token `i`."""
        if self.word(i - 1) == _FROM and any(
            self.index.hands_on(self.word(k)) for k in range(i - 1 - _HANDED_FAR, i - 1)
        ):
            return True
        before = self.word(i - 1 - (self.word(i - 1) in _THEREIN))
        if before.removeprefix("و") in self.index.words["by"] or before in self.index.words["by"]:
            return True
        stops = self.index.stops
        return before not in stops and before.removeprefix("و") not in stops and self.index.is_cue(before)

    def told_by(self, i: int) -> bool:
        """Whether what is told is said to be told by these people, or by some of them (أحد الطلبة)."""
        at, some = i - 1, self.index.words["some"] - self.index.words["by"]  # "على حد قول مسؤول"
        while at > i - MOST_BEFORE_PEOPLE and self.word(at) in some:
            at -= 1
        return self.spoken(at + 1)

    def goes_on_as_name(self, at: int) -> bool:
        """Whether the word at token `at` may be the next of a personal name."""
        word = self.word(at)
        return bool(word) and word not in self.index.stops and not self.index.is_verb(word)

    def own_state(self, first: int, end: int, branch: Branch) -> tuple[str, ...]:
        """The state that alone has what the tokens from `first` to `end` name (الشؤون البلدية والقروية)."""
        named = (
            self.index.country_of_body(self.word(i), self.word(i + 1))
            for i in range(first, end + 1)
            if self.word(i)
        )
        country = next((c for c in named if c), None)
        actor = self.index.institution_of(country, branch, self.day) if country else None
        return (actor,) if actor else ()

    def ruler_at(self, at: int) -> Ruler | None:
        """Who rules in a state's stead where a body sits, as told at token `at` (في صنعاء, بمدينة غزة)."""
        inside = self.word(at) == "في"
        first = self.word(at + inside)
        if not inside and not first.startswith("ب"):
            return None
        return self.ruler_named(at + inside, first if inside else first[1:])

    def ruler_named(self, at: int, first: str) -> Ruler | None:
        """Who rules in a state's stead in the place named at token `at`, the first word without its ب."""
        for length in range(self.index.longest_ruled, 0, -1):
            name = (first, *(self.word(at + k) for k in range(1, length)))
            if all(name) and (ruler := self.index.ruler_of(name, self.day)) is not None:
                return ruler
        return self.ruler_named(at + 1, self.word(at + 1)) if first in DISTRICTS else None

    def is_district(self, word: str, before: str) -> bool:
        """Whether القضاء is a district of Iraq, in or around which something is, not the judiciary."""
        around = {before, before.removeprefix("و")} & self.index.words["within"]
        inside = bool(around) or (before in _INTO and self.before.home == "iraq")
        return word in _JUDICIARY and inside

    def is_adjective(self, word: str, first: int) -> bool:
        """Whether the noun of a body at token `first` is the adjective of the noun before it.

        "الشؤون الداخلية العراقية", "جهود دبلوماسية": neither behind a verb nor behind an office or body.
        """
        before = self.word(first - 1)
        if not before or word.removeprefix("ال") not in self.index.words["adjective"]:
            return False
        if before in self.index.stops or self.index.is_verb(before) or self.index.is_cue(before):
            return False
        if before.endswith(("ون", "ين")) or (self.found and self.found[-1].end == first):
            return False  # "هاجم الحوثيون البحرية الأمريكية"
        rests = {s.rest.removeprefix("ال") for s in self.tokens[first - 1].splits}
        heads = self.index.bodies | self.index.offices
        return before.startswith(DEFINITE) == word.startswith("ال") and rests.isdisjoint(heads)

    def is_order(self, word: str, first: int, end: int) -> bool:
        """Whether النظام, in the tokens from `first` to `end`, is order or a system, and no government."""
        index = self.index.words
        if word.removeprefix("ال") not in _ORDER:
            return False
        if self.word(end) in index["of-order"]:
            return True
        before = {s.rest for s in self.tokens[first - 1].splits} if self.word(first - 1) else set()
        if before & index["restoring"]:
            return not self.word(end) or self.word(end).startswith(_NO_OBJECT)
        return bool(before & index["keeping"])

    def is_not_the_states(self, *nouns: str, country: str | None = None) -> bool:
        """Whether one of the nouns names no body of the state in `country`, else in that at hand."""
        known = self.index.lexicon.elsewhere
        elsewhere = [known.get(noun.removeprefix("ال"), ()) for noun in nouns]
        return any(elsewhere) and any((country or self.before.home) in there for there in elsewhere)

    def goes_on(self, first: int, end: int) -> bool:
        """Whether an adjective makes another thing of the noun (الحكومة المحلية, الحركة التجارية).

        Not so one behind which somebody is named whose it is (الميليشيات التابعة لحركة X).
        """
        after = self.word(end)
        if self.index.tells_whose(after):
            return False
        if after in self.index.words["below"]:
            return True
        if self.word(first).endswith(_DOING_AWAY) and after in _WHOLLY:
            after = self.word(end + 1)  # "القضاء نهائيا على الوباء"
        if after in self.index.words["gloss"] or after in self.index.stops:
            return after.startswith("علي") and self.word(first).endswith(_DOING_AWAY)
        if not after.startswith("ال") or (end > first + 1 and self.word(end - 1).endswith("ه")):
            return False
        feminine = self.word(end - 1).endswith(("ه", "ات"))
        return after.endswith("ه" if feminine else "ي") and not self.index.is_verb(self.word(first - 1))


class Subject:
    """A finder of one kind of mentions."""

    def __init__(self, run: Pass) -> None:
        self.run, self.index, self.tokens, self.before = run, run.index, run.tokens, run.before
        self._word, self._mention = run.word, run.mention
        self._spoken, self._told_by = run.spoken, run.told_by

    def _splits(self, i: int) -> tuple[Split, ...]:
        """The readings of the word at token `i` with and without proclitics; none for what is no word."""
        return self.tokens[i].splits if self._word(i) else ()
