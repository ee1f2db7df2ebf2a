"""Unnamed sources, media without a name and people without a side."""

from __future__ import annotations

from riwaya.lexicon.actors import Branch
from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.inflect import without_pronoun
from riwaya.model import Span
from riwaya.reading.actors.actor_names import Names
from riwaya.reading.actors.actor_pass import Pass, Subject
from riwaya.reading.actors.antecedents import UNNAMED_OFFICIALS
from riwaya.reading.actors.compositions import DISTRICTS
from riwaya.reading.draft import ARMED, UNNAMED_MEDIA, ActorMention

#: Words that say where an unnamed source sits (مصدر مطلع في مجلس محافظة X).
MOST_SEAT_WORDS = 5
_SEATS = frozenset(("في", "داخل", "من", "لدي"))
#: Sources of whom only is said that they know (مصدر مطلع في البصرة).
_DESCRIBED = ("unnamed-sources",)
_MILITARY = "military-sources"
#: Nouns before the name of a whole (مصدر في حركة حماس), folded.
_PARTS_OF = event_words("whole")
#: Kinds of sides in whose name those speak who are in them.
_SIDES = frozenset(("armed-group", "organisation", "government"))
#: What is said of a document before whoever issued it, folded.
_ISSUED = event_words("issued")
#: The capital, before its name, folded.
_CAPITAL = event_words("capital")
#: Circles, which are people where they tell, folded.
_CIRCLES = event_words("circles")
#: Before who was told something (لـ«الحياة»), folded.
_TOLD_TO = "ل"
_ARTICLES = ("", "ال", "و", "وال", "ل", "لل")
#: What adjectives say that make a paper a state's (بيان رئاسي فرنسي).
_OF_STATES = ("official-sources", _MILITARY)
#: Opens a clause about an inquiry, folded.
_WHICH = "التي"
#: What media are together, folded.
_MEDIA = event_words("what media are")
_THE_MEDIA = frozenset(word for word in _MEDIA if word.startswith("ال"))
#: Endings of words for papers, folded.
_PAPERS = word_beginnings("papers")
#: Papers in which a state says something, folded; those that it only writes need not be its own.
_STATEMENTS = event_words("statement")
#: Relatives, before those whose they are (ذوو الضحايا, ذوي ضحايا المجزرة), folded.
_RELATIVES = event_words("relatives of")
#: How what they tell begins, folded.
_THAT = "ان"
#: What points to the thing that comes from somewhere (مصدر هذا الحطام).
_THIS = frozenset(("هذا", "هذه", "ذلك", "تلك"))


class Groups(Subject):
    """Finds those of whom only the kind is told."""

    def __init__(self, run: Pass, names: Names) -> None:
        super().__init__(run)
        self.names = names
        self.papers = {article + noun for noun in run.index.words["paper"] for article in _ARTICLES}

    def sources(self, i: int) -> ActorMention | None:
        """Unnamed sources at token `i`: what is said of them, and where they sit."""
        nouns = self.index.words["source"]
        split = next((s for s in self.tokens[i].splits if s.rest in nouns), None)
        if split is None or self.tokens[i].text.endswith("ة"):  # "مصادرة الأسلحة"
            return None
        owned = any(bare in nouns for bare, _ in without_pronoun(split.rest))
        if owned and not (self._told_by(i) or self._word(i + 1) == _THAT):
            return None  # "تنوع مصادرها في المستقبل"
        definite = split.rest.startswith("ال")
        group, end = None, i + 1
        while word := self._word(end):
            bare = word[1:] if word.startswith("و") and word not in self.index.lexicon.groups else word
            if bare.startswith("ال") != definite:
                break
            found = self.index.lexicon.groups.get(bare)
            if found is None and bare not in self.index.nationalities:
                break
            group = group or found
            end += 1
        if definite and group is None and self._is_other_source(i, end):
            return None
        if split.rest in _CIRCLES and not (self._told_by(i) or self.index.is_cue(self._word(end))):
            return None  # "جدل داخل الأوساط المحلية"
        if definite and group is None:
            tells = self._told_by(i) or self._tells_medium(end)
            known = self.before.last_source or (("unnamed-sources",) if tells else ())
            return self._mention(i, end, split, known)
        if group is None and end == i + 1 and not self._is_people(i):
            return None
        described = end
        if not definite and self._word(end).startswith("بال"):
            end += 1
        elif not definite and self._word(end) in _SEATS:
            end = self._seat_end(end)
        return self._mention(i, end, split, self._who_sits(group, described, end))

    def _who_sits(self, group: str | None, at: int, end: int) -> tuple[str, ...]:
        """Who sources are by what is said of them, and by where they sit in the tokens from `at` to `end`."""
        if group is not None and group not in _DESCRIBED:
            return (group,)
        seated = self._seated(at, end)
        if seated is None and (party := self._party_of(at, end)):
            return party
        return (group if group and seated == "local-sources" else seated or group or "unnamed-sources",)

    def _party_of(self, at: int, end: int) -> tuple[str, ...]:
        """The side in which sources sit, which is no state (مصدر في حركة حماس, مصادر بالمعارضة السورية).

        Not one to which they are only close (مصادر مقربة من حزب الله).
        """
        if self._word(at - 1).removeprefix("ال") in self.index.words["sided"]:
            return ()
        named = (self.names.find(k) for k in range(at, end) if self.index.may_start(self._word(k)))
        return next((m.actors for m in named if m is not None and m.counts and m.kind in _SIDES), ())

    def _seated(self, at: int, end: int) -> str | None:
        """The group that sources are by where they sit, in the tokens from `at` to `end`.

        Who sits with a force is of it, also in a ministry (مصدر في وزارة الدفاع); a town makes local sources.
        """
        seats = self.index.lexicon.seats
        words = [s.rest.removeprefix("ال") for k in range(at, end) for s in self.tokens[k].splits]
        found = [seats[word] for word in words if word in seats]
        if any(self._is_force(k) for k in range(at + 1, end)) or "military-sources" in found:
            return "military-sources"
        towns = (self.index.country_of_town(self._word(k), self._word(k + 1)) for k in range(at + 1, end))
        return found[0] if found else "local-sources" if any(towns) else None

    def _is_force(self, k: int) -> bool:
        """Whether the forces of a state are named at token `k`."""
        named = self.names.find(k) if self.index.may_start(self._word(k)) else None
        return named is not None and named.kind == "armed-forces"

    def _is_other_source(self, i: int, at: int) -> bool:
        """Whether the words around make a thing of it: المصادر التاريخية, مفتوح المصدر."""
        if self._word(i - 1) in self.index.words["deemed"]:
            return True
        word = self._word(at)
        return word.startswith("ال") and word.endswith(("يه", "وحه")) and word not in self.index.stops

    def press(self, i: int) -> ActorMention | None:
        """Media of which no name is given (الصحف الفلسطينية, تقارير إخبارية تركية, وسائل إعلام محلية)."""
        heads = self.index.words["press"]
        split = next((s for s in self.tokens[i].splits if s.rest in heads), None)
        if split is None:
            return self._national_press(i)
        nouns = i + 1 + (self._word(i + 1) in _MEDIA)
        end, about_media = nouns, nouns > i + 1
        while (word := self._word(end)) and word.endswith("ه"):
            group = self.index.lexicon.groups.get(word)
            if (
                group is None
                and word not in self.index.nationalities
                and word not in self.index.words["scope"]
            ):
                break
            about_media = about_media or group == "media-sources"
            end += 1
        if self._word(end) in self.index.words["social"]:
            return None
        told = self._told_by(i)
        papers = (split.rest.endswith(_PAPERS) and (end > nouns or told)) or (told and end > nouns)
        return self._mention(i, end, split, ("media-sources",)) if papers or about_media else None

    def _national_press(self, i: int) -> ActorMention | None:
        """The media of a country, where they tell something (أفاد الإعلام السويدي)."""
        nation = self._word(i) in _THE_MEDIA and self._word(i + 1) in self.index.nationalities
        told = nation and self._told_by(i)
        return self._mention(i, i + 2, self.tokens[i].splits[0], UNNAMED_MEDIA) if told else None

    def record(self, i: int) -> ActorMention | None:
        """A document that speaks for a group of sources (حصيلة رسمية): no mention, but a speaker.

        An inquiry (التحقيقات) is that of the state at hand.
        """
        owned = not self._word(i).startswith("ال") and self._word(i + 1).startswith("ال")
        if self._word(i) in self.index.words["inquiry"] and self._told_by(i) and not owned:
            return self._inquiry(i)
        if self._word(i) in self.papers and (paper := self._paper(i)) is not None:
            return paper
        records = self.index.words["record"]
        split = next((s for s in self.tokens[i].splits if s.rest in records), None)
        group = self.index.lexicon.groups.get(self._word(i + 1)) if split is not None else None
        if split is None or group is None or self._word(i + 2) in _ISSUED:
            return None  # "تقرير صحفي نشر في مجلة X": hers
        return self._mention(i, i + 2, split, (group,), counts=False)

    def _inquiry(self, i: int) -> ActorMention | None:
        """An inquiry: of the state whose adjective follows, else of the one at hand.

        Not where it is told who made it (التحقيقات الأولية التي أجرتها لبنان).
        """
        if any(self._word(k) == _WHICH for k in (i + 1, i + 2)):
            return None
        nation, split = self.index.nationalities.get(self._word(i + 1)), self.tokens[i].splits[0]
        if nation is not None:
            actor = self.index.institution_of(nation, "state", self.run.day) or nation
            return self._mention(i, i + 2, split, (actor,), counts=False)
        return self._mention(i, i + 1, split, self.before.home_actor("state"), counts=False)

    def _paper(self, i: int) -> ActorMention | None:
        """A paper of a government, its adjective before the nationality (البيان الرئاسي الفرنسي)."""
        if self._word(i).removeprefix("لل").removeprefix("ال") in _STATEMENTS and (
            plain := self._statement(i)
        ):
            return plain
        kind, owner = self._word(i + 1).removeprefix("ال"), self.index.nationalities.get(self._word(i + 2))
        group = self.index.lexicon.groups.get(kind)
        if owner is None or group not in _OF_STATES:
            return None
        branch: Branch = "forces" if group == _MILITARY else "state"
        actor = self.index.institution_of(owner, branch, self.run.day)
        split = self.tokens[i].splits[0]
        return self._mention(i, i + 3, split, (actor,), counts=False) if actor else None

    def _statement(self, i: int) -> ActorMention | None:
        """A statement of which only the nationality is told, or those of two states (بيان قطري أمريكي)."""
        definite = self._word(i).removeprefix("ل").startswith("ال") or self._word(i).startswith("لل")
        if definite != self._word(i + 1).startswith("ال"):
            return None  # "بيان الحوثي": somebody's
        nations = [self.index.nationalities.get(self._word(k)) for k in (i + 1, i + 2)]
        owners = [n for n in nations[: 2 if nations[0] else 0] if n is not None]
        actors = (self.index.institution_of(n, "state", self.run.day) for n in owners)
        found = tuple(dict.fromkeys(a for a in actors if a))
        end = i + 1 + len(owners)
        return self._mention(i, end, self.tokens[i].splits[0], found, counts=False) if found else None

    def with_loyalty(self, sources: ActorMention) -> ActorMention:
        """Sources or media with the side that they are said to stand with (وسائل إعلام موالية لـ X)."""
        at, sided = sources.end, self.index.words["sided"]
        if self._word(at - 1) not in sided:
            if self._word(at) not in sided:
                return sources
            at += 1
        at += self._word(at) in ("ل", "من")
        side = self.names.find(at) if self._word(at) and self.index.may_start(self._word(at)) else None
        if side is None or side.kind in ("sources", "population", "media"):
            return sources
        if self._word(at - 1) not in ("ل", "من") and side.span.start == self.tokens[at].start:
            return sources
        party = self.index.party_of(side.actors[0])
        actors = self.index.media_of.get(party) if self._is_media(sources) else sources.actors
        span = Span(sources.span.start, side.span.end)
        return ActorMention(sources.first, side.end, span, actors or ("media-sources",), "sources")

    def _is_media(self, sources: ActorMention) -> bool:
        actor = sources.actors[0]
        return actor == "media-sources" or (actor,) in self.index.media_of.values()

    def _is_people(self, i: int) -> bool:
        """Whether bare مصدر or مصادر means people, not where something comes from (مصادر المياه)."""
        after = self._word(i + 1)
        if self._word(i - 1) in self.index.words["deemed"]:
            return False
        if self._word(i).endswith("ا") and i > self.run.begin and self.tokens[i - 1].kind == "number":
            return False  # "جمعت من 190 مصدرا"
        if self._spoken(i):
            return True
        if after in _THIS:
            return False
        ends = not after or after in self.index.stops or after == "ل" or self._tells_medium(i + 1)
        told = self.index.is_cue(after) or self.index.is_cue(after.removesuffix("ها"))  # "مصادر وصفها بـ…"
        return ends or after.startswith("بال") or told

    def _tells_medium(self, at: int) -> bool:
        """Whether the medium that somebody tells is named at token `at` (مصدر لرويترز, مصدر لنبأ: …)."""
        if self._word(at).startswith("ل") and [t.text for t in self.tokens[at + 1 : at + 2]] == [":"]:
            return True
        if not self._word(at) or not any(s.prefix == "ل" for s in self.tokens[at].splits):
            return False
        medium = self.names.find(at)
        return medium is not None and medium.kind == "media"

    def _seat_end(self, at: int) -> int:
        """The token behind the words that say where a source sits; `at` if they do not."""
        end = at + 1 + (self._word(at) == "من" and self._word(at + 1) == "داخل")
        if self._word(end) in self.index.words["told"] | self.index.words["paper"]:
            return at  # "مصدر عسكري في بيان": where he said so
        clinics = {w for w, group in self.index.lexicon.seats.items() if group == "medical-sources"}
        heads, closed = self.index.bodies | self.index.offices | DISTRICTS | _PARTS_OF | clinics, False
        while end - at <= MOST_SEAT_WORDS and (word := self._word(end)):
            verb = word not in heads and self.index.is_verb(word)
            if verb or word in self.index.stops or word == _TOLD_TO:
                break
            if end > at + 1 and word.startswith("ب") and word[1:] in DISTRICTS and self._word(end + 1):
                return end + 2  # "مصادر في الجيش بمحافظة تعز"
            if closed and not word.startswith(("ال", "وال")):
                break  # "مصدر في وزارة الدفاع قوله إن …"
            named = word.startswith("ال") or word not in heads
            closed = closed or (named and word not in _CAPITAL)  # "مصادر في العاصمة صنعاء"
            end += 1
        return end if self._word(end - 1) not in _SEATS else at

    def _side(self, at: int) -> ActorMention | None:
        """The armed side in which somebody commands, as told at token `at` (قائد ميداني في الجيش الحر)."""
        side = self.names.find(at + 1) if self._word(at) in _SEATS and self._word(at + 1) else None
        return side if side is not None and side.counts and side.kind in ARMED else None

    def people(self, i: int) -> ActorMention | None:
        """People without a side at token `i`, as those affected or as those who tell."""
        for match in self.index.lexicon.populations.match(self.tokens, i):
            if match.end > self.run.limit or self._word(i - 1) in self.index.words["bearer"]:
                continue
            if self._word(i).endswith("ا") and self._word(i - 1) in self.index.words["held"]:
                continue  # "مؤتمرا صحفيا"
            people, end = match.values[0], match.end
            if people.when in ("harmed", "vulnerable") and not (self._is_harmed(i) or self._told_by(i)):
                continue
            if people.when == "placed":
                end = self._dwellers_end(end)
            elif self._word(i) in _RELATIVES:
                end += 1 + (self._word(end + 1).startswith("ال") and not self._word(end).startswith("ال"))
                end = min(end, self.run.limit)
            speaking = self._told_by(i) or self._speaks_next(end) or self._joined_to_tellers(i)
            if people.when == "telling" and not speaking:
                continue
            actors: tuple[str, ...] = (people.speaking if speaking else people.id,)
            if actors == UNNAMED_OFFICIALS:
                actors = self.before.officials  # "مسؤولون عراقيون …. وقال المسؤولون"
            if actors[0] == _MILITARY and (side := self._side(end)) is not None:
                actors, end = side.actors, side.end
            counts = people.when not in ("vulnerable", "telling")
            return self._mention(i, end, match.split, actors, counts=counts)
        return None

    def _joined_to_tellers(self, i: int) -> bool:
        """Whether و joins the people at token `i` to others who tell (قال شهود وسكان)."""
        if not self.run.found or not self._word(i).startswith("و"):
            return False
        before = self.run.found[-1]
        return before.kind == "sources" and before.end == i

    def _speaks_next(self, at: int) -> bool:
        """Whether a verb of saying in the plural follows (الأهالي يناشدون)."""
        after = self._word(at)
        return after.endswith(("ون", "وا")) and self.index.is_cue(after)

    def _is_harmed(self, i: int) -> bool:
        """Whether people stand behind a count, a verb or a word of harm (ثلاثة أطفال, استشهد مدني)."""
        before = self._word(i - 1)
        if not before:
            return i > self.run.begin and self.tokens[i - 1].kind == "number"
        harmed = self.index.words["harmed"]
        return before in harmed or before.removeprefix("و") in harmed or self.index.is_verb(before)

    def _goes_on(self, at: int) -> bool:
        """Whether a verb, or a word joined to what stands before, is no name of where people live."""
        word = self._word(at)
        town = (word,) in self.index.towns
        return not town and (self.index.is_verb(word) or word.startswith(("و", "ب", "ل")))

    def _dwellers_end(self, at: int) -> int:
        """The token behind where people live (سكان المنطقة, أهالي بلدة X)."""
        noun = self._word(at) in DISTRICTS
        if self._word(at) in _THIS and self._word(at + 1).startswith("ال"):
            return at + 2  # "سكان تلك المناطق"
        name = (self._word(at + noun), self._word(at + noun + 1))
        if all(name) and name in self.index.towns and not self._ends_people(at + noun):
            return at + noun + 2  # "أهالي مدينة حفر الباطن"
        town = name[0] not in self.index.stops and ((name[0],) in self.index.towns or noun)
        if name[0] and town and not self._goes_on(at + noun):
            return at + noun + 1
        for end in (at, at + 1):
            word = self._word(end)
            if not word or word in self.index.stops or self.index.is_verb(word) or self._ends_people(end):
                return end
            if word.startswith("ال"):
                return end + 1
            if end > at and word.startswith("و"):
                return end
        return at + 2

    def _ends_people(self, at: int) -> bool:
        """Whether whom people tell, or their words, begin at token `at` (سكان لرويترز, سكان قولهم)."""
        return self._word(at) in self.index.words["his-words"] or self._tells_medium(at)
