"""Offices and whom their holders speak for: وزير الخارجية الروسي, المتحدث باسم X, مسؤول أمني."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from riwaya.lexicon.actors import Title
from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.phrases import PhraseMatch
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.actors.actor_names import IN_NAME
from riwaya.reading.actors.actor_pass import Pass, Subject
from riwaya.reading.actors.antecedents import UNNAMED_OFFICIALS
from riwaya.reading.actors.bodies import Bodies
from riwaya.reading.actors.compositions import (
    AFFAIRS,
    KINSHIP,
    REALMS,
    Owned,
    complement_end,
    find_owner,
    is_definite,
    is_feminine,
    is_private,
    name_end,
    purpose_end,
)
from riwaya.reading.actors.incumbents import Incumbents
from riwaya.reading.draft import STATE_KINDS, UNNAMED_MEDIA, ActorMention
from riwaya.text.fold import fold

#: Titles of several people and of experts: no office of a state.
_NO_STATES = frozenset(("group", "private"))
#: Words between a title and the body that its bearer speaks for (المتحدث الرسمي باسم X).
MOST_LINKS = 4
#: Words before who tells something, and before what he told, folded; beginnings of verbs in the present.
_BEFORE_TELLER = frozenset(("اما", "واما", "كان", "كانت", "وكان", "وكانت"))
#: Before those who tell something, in the accusative (لكن مسؤولين, أن مسؤولين), and how they end, folded.
_BEFORE_TELLERS, _MANY = speech_words("before tellers"), "ين"
_ALREADY = "قد"
_PRESENT = ("ي", "ت")
#: Groups of officials of a state, kinds of sides that an official may be of, and words before those, folded.
_MILITARY = "military-sources"
_STATE_SERVANTS = frozenset((_MILITARY, "official-sources", "medical-sources"))
_SIDED = frozenset(("armed-group", "coalition", "organisation", "government"))
_INSIDE = frozenset(("في", "من", "لدي"))
_NEAR_TO = event_words("near to")
_OPPOSED = word_beginnings("opposing a state")
#: A noun for a state before whose name it says whose minister one of two offices is (بدولة الكويت), folded.
_IN_REALM = frozenset(f"ب{realm}" for realm in REALMS)
#: Offices that one man holds and that are told side by side, at most.
_MOST_OFFICES = 4
#: Adjectives of who opposes the state whose he would be, folded.
_OPPOSING = event_words("opposing")
#: Signs behind what a line leads with.
_LEADS = frozenset("|/.:…-")
#: Parts of an army that are called by where they fight, and what an army's units are of, folded.
_AXIS = event_words("front of an army")
_ARMS = event_words("arm of an army")
#: What a person is who speaks for no party.
OTHER = ("other",)
#: Who heads a ministry, also one that deals with what is below the state (وزير الإدارة المحلية).
_MINISTER = "وزير"
#: Members of a parliament, who speak for no state, folded.
_DEPUTIES = event_words("deputy")
#: Kinds of bodies that experts study and do not speak for.
_STUDIED = frozenset(("armed-group", "population"))
#: Offices whose holders are sent to a body, and the words before it, folded.
_ENVOYS = event_words("envoy")
_POSTED = frozenset(("في", "لدي", "الي"))
#: Spokesmen, and officials who head something where the next word says what (مسؤول إدارة الاتصالات).
_SPOKESMEN = event_words("spokesman")
_SEVERAL_SPOKESMEN = event_words("several spokesmen")
#: Groups whose unnamed spokesmen are officials, and words for a day between a spokesman and whose he is.
_WITH_SPOKESMEN = frozenset((_MILITARY, "official-sources"))
_TODAY = event_words("day of speaking")
_IN_CHARGE = _SPOKESMEN | event_words("in charge")
#: The adjective by which a spokesman is the army's, folded.
_OF_ARMY = event_words("of an army")
#: The council that the head of a government is called after, folded.
CABINET = (fold("مجلس"), fold("الوزراء"))
#: What a spokesman is of when a body of the forces follows (المتحدث بقيادة حرس الحدود).
_LED = event_words("with the command")
#: Offices in lands that are no country's where none is named (رئيس جمهورية الشيشان).
_OF_REALMS = event_words("head of a realm")
#: Bodies in which experts hold offices, folded.
_RESEARCH = event_words("research")
#: Another of those told of before (مسؤول حكومي آخر), folded.
_ANOTHER = event_words("others") | event_words("second") | event_words("third")
#: Before the rank of an officer (ضابط برتبة عقيد), folded.
_BY_RANK = event_words("of the rank")
#: Endings of an adjective that says what an official deals with (مسؤول انتخابي, مسؤولون انتخابيون).
_OFFICIAL = ("ي", "يه", "يون", "يين", "يان")


class Offices(Subject):
    """Finds offices; `named` finds what is no office."""

    def __init__(self, run: Pass, bodies: Bodies, named: Callable[[int], ActorMention | None]) -> None:
        super().__init__(run)
        self.bodies, self.named, self.incumbents = bodies, named, Incumbents(run)

    def find(self, i: int) -> ActorMention | None:
        """The office at token `i`, with its holder's name and whom he speaks for."""
        matches = self.index.lexicon.titles.match(self.tokens, i)
        if matches and self._word(i - 1) in KINSHIP:
            return None  # "سالم بن مساعد"
        for match in matches:
            title = match.values[0]
            definite = is_definite(match, self.tokens)
            if definite and self._beside(match):
                return None  # "دعا الوزير حزب الله": whom he calls on
            if not definite and self._is_adjective(match):
                continue
            found = self._governor(i, match) if self._governs(title) else self._at_body(i, match)
            if found is None:
                owned = find_owner(self.tokens, match.end, self.run.limit, self.index, definite=definite)
                if owned is not None:
                    return self._of_owner(i, match, title, owned)
                found = self._of_society(i, match) or self._manager(i, match) or self._of_army(i, match)
                found = found or self._commander(i, match) or self._of_ministry(i, match)
                found = found or self._minister(i, match, title) or self._official(i, match)
                found = found or (self.incumbents.find(i, match) if definite else None)
                if found is None and title.use == "private" and match.end > i + 1:  # "عضو مجلس النواب"
                    end = self._name_end(match.end, title)
                    found = self._mention(i, end, match.split, OTHER, counts=False)
            if found is not None:
                self.run.titled_to = found.end
                return found
        return None

    def _is_adjective(self, match: PhraseMatch[Title]) -> bool:
        """Whether the office is the adjective of something done (حضور دبلوماسي أمريكي)."""
        alone = match.end == match.first + 1 and not match.split.prefix and match.first > self.run.begin
        before = self._splits(match.first - 1) if alone else ()
        held = self.index.words["held"]
        done = any(s.rest in held and "ب" not in s.prefix for s in before)  # "بحضور دبلوماسي أمريكي" he was
        return done and match.split.rest.rstrip("ا").endswith("ي")

    def _of_owner(self, i: int, match: PhraseMatch[Title], title: Title, owned: Owned) -> ActorMention | None:
        actors = self.bodies.actors_of(owned, "state")
        if (longer := self._longer_name(match, owned.end)) is not None:
            owned, actors = Owned(longer.end, owned.owners, owned.agrees), longer.actors
        if title.use == "official":
            return self._of_nation(i, match, owned.end, actors)
        if not owned.agrees or is_feminine(match):
            self.run.bodies_from = owned.end  # the nationality is the bearer's, not that of a body inside
        end = self._name_end(owned.end, title)
        self.run.titled_to = end
        below = title.use == "private" or self._of_province(match, title, owned.end)
        if self._is_deputy(match) or below or self._is_former(match.end, owned.end):
            actors = OTHER
        elif self._word(owned.end) in _OPPOSING:
            opposed = self.index.oppositions.get(self._word(owned.end - 1))  # "القائد السوري المعارض"
            actors = (opposed,) if opposed is not None else OTHER
        elif rival := self._of_other_government(owned.end, actors):
            actors = rival
        else:
            self.before.fill_post((title.noun, self._word(match.end)), actors, guest=self._meets(i))
        holder = self._mention(i, end, match.split, actors, counts=False)
        nation = self._word(owned.end - 1)
        told = nation.startswith("ال") and nation in self.index.nationalities
        if holder is None or not told or end > owned.end or title.use in _NO_STATES:
            return holder
        return replace(holder, inner=(holder.span, actors))  # "الوزير الروسي"

    def _meets(self, i: int) -> bool:
        """Whether somebody meets the holder of the office at token `i` (مع معالي وزير الخارجية الألماني)."""
        return "مع" in (self._word(i - 1), self._word(i - 2))

    def _of_province(self, match: PhraseMatch[Title], title: Title, end: int) -> bool:
        """Whether a governor has his nationality behind his town (محافظ البصرة العراقي)."""
        behind = end > match.end + 1 and (self._word(match.end),) in self.index.towns
        return behind and title.use == "governor"

    def _is_deputy(self, match: PhraseMatch[Title]) -> bool:
        """Whether a nationality alone says in whose parliament somebody sits (النائب العراقي فلان)."""
        alone = match.end == match.first + 1 and match.split.rest in _DEPUTIES
        return alone and self._word(match.end) in self.index.nationalities

    def _longer_name(self, match: PhraseMatch[Title], end: int) -> ActorMention | None:
        """The side whose name goes on behind the owner of an office (رئيس الحكومة السورية المؤقتة)."""
        for at in range(match.first + 1, match.end + 1):
            side = self.bodies.names.find(at) if self._word(at) else None
            if side is not None and side.end > end and side.kind in _SIDED and side.counts:
                return side
        return None

    def _is_former(self, at: int, end: int) -> bool:
        """Whether the office told of in the tokens from `at` to `end` is no longer held."""
        return any(self._word(i) in self.index.words["former"] for i in range(at, end + 1))

    def _name_end(self, at: int, title: Title) -> int:
        """The token behind the name of an office's holder from token `at` on, before that of a party."""
        end = at if title.use == "group" else name_end(self.tokens, at, self.run.limit, self.index)
        return next((k for k in range(at, end) if self._is_party(k)), end)

    def _is_party(self, at: int) -> bool:
        """Whether a party that is named by several words, which no person is, stands at token `at`."""
        side = self.named(at) if self.index.may_start(self._word(at)) else None
        several = side is not None and side.counts and side.end > side.first + 1
        return side is not None and several and side.span.start == self.tokens[at].start

    def _at_body(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """A title with the body that its bearer speaks for (المتحدث باسم X, مدير X)."""
        for at in range(match.end, min(match.end + MOST_LINKS, self.run.limit)):
            word = self._word(at)
            if word == "من" and at == match.end:
                return self._of_side(i, match)
            if not word or (word in _POSTED and fold(match.values[0].noun) in _ENVOYS):
                return None  # "مندوبنا في الأمم المتحدة"
            if match.values[0].use == "private" and word.endswith(AFFAIRS):
                return None  # "خبير في شؤون حزب الله"
            body = self.named(at) if self.index.may_start(word) else None
            if body is not None and body.kind == "state" and self._word(at - 1).endswith(AFFAIRS):
                return None  # "الأمين العام المساعد لشؤون فلسطين"
            if body is not None and match.values[0].use == "private" and body.kind in _STUDIED:
                # "خبير في الجماعات المتطرفة"
                return self._mention(i, match.end, match.split, OTHER, counts=False)
            if body is not None and body.kind == "media" and body.span.start > self.tokens[at].start:
                return None  # مسؤولون لرويترز: told to the medium, not of it
            named = body is not None and (body.counts or self._word(at - 1) in IN_NAME)
            if body is not None and named and body.kind not in ("sources", "population"):
                end = self._name_end(body.end, match.values[0])
                if end == body.end and body.kind in STATE_KINDS and self._is_unnamed(i, match):
                    nation = any(self._word(k) in self.index.nationalities for k in range(at, end))
                    nation = nation or self._is_after_person(at + 1, end)  # "مسؤول في إدارة أوباما"
                    nation = nation or self.bodies.names.find(at) is not None  # "مسؤول في البيت الأبيض"
                    return self._mention(i, end, match.split, body.actors if nation else UNNAMED_OFFICIALS)
                actors = self._of_realm(end) or self._of_last_office(body.end) or self._known_of(body)
                actors = actors or self._government_of(body)
                actors = actors or body.actors
                actors = OTHER if self._is_former(match.end, body.end) else actors
                if body.kind in STATE_KINDS and (side := self._side_behind(body.end)) is not None:
                    end, actors = self._name_end(side.end, match.values[0]), side.actors
                holder = self._mention(i, end, match.split, actors, counts=False)
                return self._head_of_government(holder, body)
            if not self._goes_on_to_body(at):
                return None
        return None

    def _head_of_government(self, holder: ActorMention | None, body: ActorMention) -> ActorMention | None:
        """The holder; the prime minister called after his council stands for his state, as others do."""
        named = (self._word(body.first), self._word(body.first + 1))
        nation = self._word(body.end - 1) in self.index.nationalities
        if holder is None or holder.end > body.end or named != CABINET or not nation:
            return holder
        return replace(holder, inner=(holder.span, holder.actors))

    def _of_realm(self, end: int) -> tuple[str, ...]:
        """The state told behind an office (وزير الداخلية بدولة قطر), whose noun is the last of its words."""
        seat = self.bodies.seat(end - 1, "state") if self._word(end - 1) in _IN_REALM else None
        return seat[1] if seat is not None else ()

    def _of_last_office(self, at: int) -> tuple[str, ...]:
        """The state told behind the last of several offices (نائب رئيس الوزراء وزير المالية في قطر)."""
        for _ in range(_MOST_OFFICES):
            matches = self.index.lexicon.titles.match(self.tokens, at) if self._word(at) else []
            if not matches:
                return ()
            at = complement_end(self.tokens, matches[0].end, self.run.limit, self.index, place=True)
            at = max(at, matches[0].end)
            if (seat := self.bodies.seat(at, "state")) is not None:
                return seat[1]
        return ()

    def _beside(self, match: PhraseMatch[Title]) -> bool:
        """Whether a party stands beside an office with the article, which has no genitive."""
        word = self._word(match.end)
        if word.startswith("ال") or not word or not self.index.may_start(word):
            return False
        side = self.named(match.end)
        return side is not None and side.counts and side.span.start == self.tokens[match.end].start

    def _goes_on_to_body(self, at: int) -> bool:
        """Whether the body may follow the word at token `at` behind an office (رسمي, العسكري باسم)."""
        word = self._word(at)
        if word in _OF_ARMY and self._word(at + 1) in IN_NAME:
            return True  # "الناطق العسكري باسم حركة الورد": its name says more than the adjective
        if word in _TODAY and self._word(at + 1) in IN_NAME:
            return True  # "متحدثون عسكريون أمس باسم الحكومة"
        bodies, goes_on = self.index.bodies, at + 1 < self.run.limit
        led = word in _LED and goes_on and any(s.rest in bodies for s in self.tokens[at + 1].splits)
        return led or word in self.index.words["link"] or self._is_title(at)

    def _of_side(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """An official of a movement or a group (مسؤول من حركة حماس)."""
        side = self.named(match.end + 1) if self.index.may_start(self._word(match.end + 1)) else None
        if side is None or not side.counts or side.kind not in _SIDED - STATE_KINDS:
            return None
        return self._mention(i, side.end, match.split, side.actors, counts=False)

    def _is_after_person(self, first: int, end: int) -> bool:
        """Whether a body is named after who leads it, known by his name (إدارة الرئيس أوباما)."""
        found = (
            m for k in range(first, end) for m in self.index.aliases.match(self.tokens, k, whole_word=True)
        )
        return any(alias.use == "person" for m in found for alias in m.values)

    def _known_of(self, body: ActorMention) -> tuple[str, ...]:
        """For whom the person named behind a body speaks, who is known.

        He is for one of the governments of its country; of a body of which no country is told (المتحدث باسم
        القيادة العامة), for one of another country: who he is says more than what else the report names.
        """
        if body.kind not in STATE_KINDS:
            return ()
        country = self.index.country_of(body.actors[0])
        holder = self.incumbents.actors(body.end) if country is not None else ()
        at_home = bool(holder) and country in self._countries_ruled(holder[0])
        fits = body.kind == "government" if at_home else self._is_generic(body)
        return holder if fits else ()

    def _of_other_government(self, at: int, actors: tuple[str, ...]) -> tuple[str, ...]:
        """Who rules a part of a country in its government's stead and has the man named at token `at`.

        Two governments call their offices the same (وزير الخارجية اليمني فلان): who he is tells whose he is.
        """
        governs = bool(actors) and self.index.kind(actors[0]) == "government"
        country = self.index.country_of(actors[0]) if governs else None
        holder = self.incumbents.actors(at) if country is not None else ()
        return holder if holder and country in self._countries_ruled(holder[0]) else ()

    def _countries_ruled(self, actor: str) -> tuple[str | None, str | None]:
        """The country of which `actor` is the state, and that of which it only rules a part."""
        return self.index.country_of(actor), self.index.ruled_by.get(actor)

    def _is_generic(self, body: ActorMention) -> bool:
        """Whether a body is only taken for that of the country at hand: its own words name none."""
        home = (self.before.home_actor("state"), self.before.home_actor("forces"))
        inside = range(body.first, body.end)
        told = any(self.index.country_in[self._word(k)] for k in inside if self._word(k))
        return body.actors in home and not told

    def _government_of(self, body: ActorMention) -> tuple[str, ...]:
        """The government of the country whose office is held (سفير اليمن)."""
        country = body.actors[0] if body.kind == "state" else None
        actor = self.index.institution_of(country, "state", self.run.day) if country else None
        return (actor,) if actor else ()

    def _is_title(self, at: int) -> bool:
        """Whether the word is an office whose deputy or aide is told of (مساعد القائد العام لشرطة X)."""
        return bool(self.index.lexicon.titles.match(self.tokens, at, whole_word=True))

    def _governs(self, title: Title) -> bool:
        """Whether the office is a governor's, also by what districts are called in the country at hand."""
        districts = self.index.lexicon.districts
        only = {districts[word] for word in fold(title.noun).split() if word in districts}
        return title.use == "governor" and (not only or self.before.home in only)

    def _governor(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """A governor (محافظ عدن, أمير منطقة X): his province is below the state, for which he does not speak.

        The country of the place is asked only to tell whether the place is known. A governor of a bank or of
        a public body is no such (محافظ البنك المركزي), nor is one whose place means a state (محافظ القاهرة).
        """
        alone = is_definite(match, self.tokens)  # "المحافظ فلان": his name is no place's
        end = match.end
        if not alone:
            end = complement_end(self.tokens, match.end, self.run.limit, self.index, place=True)
        if (self._word(match.end), self._word(match.end + 1)) in self.index.towns:
            end = match.end + 2  # "محافظ خميس مشيط": no day of the week
        named = any(self._word(k) in self.index.nationalities for k in range(match.end, end + 1))
        if (end == match.end and not alone) or named or self._word(match.end) in self.index.names:
            return None
        if not self._state(self._country_of_place(match.end, end)):
            return None  # "محافظ السهل يزور البئر": nobody knows of what
        return self._mention(i, self._name_end(end, match.values[0]), match.split, OTHER, counts=False)

    def _of_society(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """Who heads a body that is no state's (مدير الجمعية السعودية للثقافة): he speaks for no party."""
        at = match.end
        while at < min(match.end + MOST_LINKS, self.run.limit) and self._word(at) in self.index.words["link"]:
            at += 1
        told = match.values[0].use == "official" and self._word(at).startswith("لل")
        if self._word(at).startswith("بال") and is_definite(match, self.tokens):
            return None  # "رحب الوزير بالمبادرة"
        if not self._word(at) or told or not is_private(self.tokens, at, self.run.limit, self.index):
            return None  # "مسؤولون للصحيفة": told to it, not of it
        end = at + 1
        while self._word(end).startswith(("ال", "وال", "لل")) and self._word(end) not in self.index.stops:
            end += 1
        return self._mention(i, end, match.split, OTHER, counts=False)

    def _of_army(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """The spokesman of an army that nothing more is said of (المتحدث العسكري): of the country at hand.

        Nobody's where he speaks in the name of somebody unknown (الناطق العسكري باسم حركة الورد).
        """
        if fold(match.values[0].noun) not in _SPOKESMEN | _SEVERAL_SPOKESMEN:
            return None
        if not is_definite(match, self.tokens):
            return self._of_some_body(i, match)
        if self._word(match.end) not in _OF_ARMY:
            return None
        if self._word(match.end + 1) in IN_NAME:
            return self._mention(i, match.end + 1, match.split, OTHER, counts=False)
        side = self._side_behind(match.end + 1)  # "المتحدث العسكري للحوثيين"
        end = self._name_end(side.end if side else match.end + 1, match.values[0])
        actors = side.actors if side else self.before.home_actor("forces")
        return self._mention(i, end, match.split, actors, counts=False)

    def _of_some_body(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """A spokesman of the military or a government, by its nationality (متحدث عسكري أمريكي, متحدث رسمي).

        Not where he is said to speak in the name of somebody unknown (متحدث رسمي باسم النادي).
        """
        adjective = self._word(match.end)
        group = self.index.lexicon.groups.get(adjective)
        if group not in _WITH_SPOKESMEN or adjective.startswith("ال") or not self._spoken(i):
            return None
        owned = self._adjective_of_state(match.end + 1)
        if owned is None:
            unknown = group != _MILITARY and (
                self._goes_on_to_body(match.end + 1) or self._is_whose(match.end + 1)
            )
            return None if unknown else self._mention(i, match.end + 1, match.split, (group,))
        end = self._name_end(owned.end, match.values[0])
        branch = "forces" if group == _MILITARY else "state"
        return self._mention(i, end, match.split, self.bodies.actors_of(owned, branch), counts=False)

    def _is_whose(self, at: int) -> bool:
        """Whether a preposition at token `at` says whose spokesman he is (متحدث رسمي لشركة, من النادي)."""
        return self._word(at) == "من" or any(s.prefix in ("ل", "لل", "ب") for s in self._splits(at))

    def _commander(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """Who commands or speaks for a part of the army at hand (قائد اللواء 35 مدرع, الناطق باسم محور تعز).

        Not where rebels number their units as the army does.
        """
        at = match.end
        while at < match.end + MOST_LINKS and self._word(at) in self.index.words["link"]:
            at += 1
        unit = self._word(at)
        if (
            unit.removeprefix("ال") not in self.index.words["commanded"]
            or self.before.home in self.index.pack.numbered_rebels
        ):
            return None
        end = self._unit_end(at)
        if end == at + 1:
            return None
        country = self._country_of_place(at, end)
        army = self.index.institution_of(country, "forces", self.run.day) if country else None
        actors = (army,) if army else self.before.home_actor("forces")
        return self._mention(i, self._name_end(end, match.values[0]), match.split, actors, counts=False)

    def _unit_end(self, at: int) -> int:
        """The end of what says which unit stands at token `at` (اللواء 35 مدرع, الفرقة 8, محور تعز)."""
        unit, limit = self._word(at), self.run.limit
        if unit in _AXIS:
            return complement_end(self.tokens, at + 1, limit, self.index, place=True)
        counted = at + 1 < limit and self.tokens[at + 1].kind == "number"
        if not unit.startswith("ال") or not (counted or self._word(at + 1).startswith("ال")):
            return at + 1
        return at + 2 + (counted and self._word(at + 2) in _ARMS)

    def _of_ministry(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """Who holds an office in a ministry that is called by its field alone (مدير الإعلام بالداخلية).

        Of the country at hand, or of the one whose adjective follows.
        """
        at, limit = match.end, min(match.end + MOST_LINKS, self.run.limit)
        while at < limit and self._word(at).startswith("ال") and self._word(at) not in self.index.stops:
            at += 1
        if at == match.end or match.values[0].use == "private" or is_definite(match, self.tokens):
            return None
        at += (inside := self._word(at) == "في")
        fields = {s.rest for s in self._splits(at) if s.prefix == ("" if inside else "ب")}
        if fields.isdisjoint(self.index.words["ministry"]):
            return None
        owned = self._adjective_of_state(at + 1)
        definite = self._word(at + 1).startswith("ال")
        if owned is None and definite and self._word(at + 1).endswith("ه"):
            return None  # "مدير البرامج في الصحة العالمية"
        actors = self.bodies.actors_of(owned, "state") if owned else self.before.home_actor("state")
        end = owned.end if owned else at + 1
        if owned or not definite:  # "طمأن مدير الإعلام بالداخلية الأهالي"
            end = self._name_end(end, match.values[0])
        return self._mention(i, end, match.split, actors, counts=False)

    def _side_behind(self, at: int) -> ActorMention | None:
        """The side named with ل at token `at`, whose the office or body before it is (للحشد الشعبي)."""
        if not any(s.prefix == "ل" for s in self._splits(at)):
            return None
        side = self.named(at)
        return side if side is not None and side.counts and side.kind in _SIDED else None

    def _is_service(self, at: int) -> bool:
        """Whether the word at token `at` is a public service, with ل or without (للمرور)."""
        service = self.index.words["service"]
        return self._word(at) in service or any(
            s.rest in service for s in (self.tokens[at].splits if self._word(at) else ()) if s.prefix == "ل"
        )

    def _manager(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """Who heads a public service (نائب مدير عام مطار X, مدير فرع الزراعة): the state's at hand."""
        title = match.values[0]
        manages, at = title.use == "manager" or fold(title.noun) in _IN_CHARGE, match.end
        while at < min(match.end + MOST_LINKS, self.run.limit) and not self._is_service(at):
            titles = self.index.lexicon.titles.match(self.tokens, at, whole_word=True)
            if titles:
                manages, at = manages or titles[0].values[0].use == "manager", titles[0].end
            elif self._word(at) in self.index.words["link"] or self._word(at) in self.index.bodies:
                at += 1
            else:
                break
        if not manages or not self._is_service(at):
            return None
        end = complement_end(self.tokens, at, self.run.limit, self.index, place=True)
        actors = (
            OTHER
            if self._is_former(match.end, end) or self._is_local(title, max(end, at + 1))
            else self._ruler_of_place(at, end + 1) or self._state(self._country_of_place(at, end + 1))
        )
        return self._mention(i, max(end, at + 1), match.split, actors, counts=False)

    def _ruler_of_place(self, at: int, end: int) -> tuple[str, ...]:
        """Who rules in a state's stead in the first such place (مدير أمن صنعاء, مدير الأمن في صنعاء)."""
        near = range(at + 1, end + 1)
        ruled = (self.run.ruler_at(k) or self.run.ruler_named(k, self._word(k)) for k in near)
        return next(((found.ruler,) for found in ruled if found is not None), ())

    def _country_of_place(self, at: int, end: int) -> str | None:
        """The country of the first town or province among the tokens from `at` to `end`."""
        named = (self.index.country_at_home(self._word(k), self._word(k + 1)) for k in range(at, end + 1))
        return next((country for country in named if country), None)

    def _state(self, country: str | None) -> tuple[str, ...]:
        """The government of `country`, of the country at hand where there is none."""
        actor = self.index.institution_of(country, "state", self.run.day) if country else None
        return (actor,) if actor else self.before.home_actor("state")

    def _minister(self, i: int, match: PhraseMatch[Title], title: Title) -> ActorMention | None:
        """A minister without nationality: of the country at hand."""
        several = match.end > match.first + 1
        end = complement_end(self.tokens, match.end, self.run.limit, self.index, place=several)
        if title.use != "ministerial" or (end == match.end and match.end == i + 1):
            return None
        lone = fold(title.noun) in _OF_REALMS and not is_definite(match, self.tokens)
        if lone or self._is_former(match.end, end) or self._in_society(end) or self._is_local(title, end):
            return self._mention(i, end, match.split, OTHER, counts=False)
        end, owner = self._of_state_affairs(end)
        if owner is not None:
            return self._mention(i, end, match.split, self.bodies.actors_of(owner, "state"), counts=False)
        if (seat := self.bodies.seat(end, "state")) is not None:
            holds = OTHER if self._is_former(seat[0], seat[0]) else seat[1]
            return self._mention(i, seat[0], match.split, holds, counts=False)
        if (within := self._cabinet(end)) is not None:
            return self._mention(i, within.end, match.split, within.actors, counts=False)
        post = (title.noun, self._word(match.end))
        told = self._of_last_office(match.end) or self._of_last_office(max(end, match.end))
        actors = told or self.incumbents.actors(match.end)
        actors = actors or self.incumbents.actors(max(end, match.end))
        actors = tuple(a for a in actors if self.index.may_rule(a))  # "وزير التربية" who led a militia before
        self.before.fill_post(post, actors)
        actors = actors or self.before.holder(post) or self.before.body("وزاره", post[1])
        actors = actors or self.run.own_state(i, end, "state") or self._by_second_office(max(end, match.end))
        actors = actors or self._at_home(title)
        return self._mention(i, max(end, match.end), match.split, actors, counts=False)

    def _is_local(self, title: Title, at: int) -> bool:
        """Whether a word behind an office puts it below the state (رئيس الحكومة المحلية), no minister's."""
        return self._word(at) in self.index.words["below"] and not title.noun.startswith(_MINISTER)

    def _of_state_affairs(self, at: int) -> tuple[int, Owned | None]:
        """The end of what a minister of state deals with (للشؤون الخارجية), and whose he is told to be."""
        if not any(s.prefix == "ل" and s.rest.endswith(AFFAIRS) for s in self._splits(at)):
            return at, None
        end = purpose_end(self.tokens, at, self.run.limit, self.index)
        found = (self._adjective_of_state(k) for k in range(at, end + 1))
        owner = next((o for o in found if o is not None), None)
        return (end, None) if owner is None else (owner.end, owner)

    def _cabinet(self, at: int) -> ActorMention | None:
        """The side whose government is told of behind في at token `at` (وزير الدفاع في حكومة صنعاء)."""
        named = self.named(at + 1) if self._word(at) == "في" and self._word(at + 1) else None
        return named if named is not None and named.counts and named.kind in _SIDED else None

    def _in_society(self, at: int) -> bool:
        """Whether the office is one in a body that is no state's (مدير الأمن القومي في مركز أبحاث)."""
        if self._word(at) != "في" or not self._word(at + 1):
            return False
        within = self._word(at + 1).removeprefix("ال") in _RESEARCH
        return within or is_private(self.tokens, at + 1, self.run.limit, self.index)

    def _at_home(self, title: Title) -> tuple[str, ...]:
        """The government of the country at hand; of one that has such an office where that one has none."""
        return self.before.home_holding(title.noun) or (OTHER if self.before.home is not None else ())

    def _by_second_office(self, at: int) -> tuple[str, ...]:
        """Whom the next office of the same holder speaks for (وزير الإعلام الناطق باسم X)."""
        matches = self.index.lexicon.titles.match(self.tokens, at) if self._word(at) else []
        for match in matches[:1]:
            definite = is_definite(match, self.tokens)
            owned = find_owner(self.tokens, match.end, self.run.limit, self.index, definite=definite)
            named = self._at_body(at, match) if owned is None else None
            if owned is not None and match.values[0].use != "private":
                return self.bodies.actors_of(owned, "state")
            if named is not None and not named.counts:
                return named.actors
        return ()

    def _is_unnamed(self, i: int, match: PhraseMatch[Title]) -> bool:
        """Whether the title is that of an official who tells and whom nobody names (قال مسؤول)."""
        official = match.values[0].use == "official" and not is_definite(match, self.tokens)
        return official and (self._told_by(i) or self._heads_line(i, match.end) or self._tells(i, match.end))

    def _tells(self, i: int, end: int) -> bool:
        """Whether a verb of saying follows who opens a sentence, alone or behind أما, وكان or أن."""
        before = self._word(i - 1)
        led = before in _BEFORE_TELLER or (before in _BEFORE_TELLERS and self._word(i).endswith(_MANY))
        if not led and not self._opens(i):
            return False
        for at in range(end, end + MOST_LINKS + 1):
            word = self._word(at)
            if self.index.is_cue(word):
                return led or word.startswith(_PRESENT)
            if not word or (word in self.index.stops and word != _ALREADY):
                return False
        return False

    def _heads_line(self, i: int, end: int) -> bool:
        """Whether a headline begins here with the words of who speaks, and a colon (مسؤول كردي: …)."""
        if not self._opens(i):
            return False
        near = self.tokens[end : min(end + MOST_LINKS + 3, self.run.limit)]
        told = any(t.folded.startswith("ل") for t in near[:2])  # "مسؤول أمني لـ«الحياة»: …"
        return any(t.text == ":" for t in (near if told else near[:3]))

    def _opens(self, i: int) -> bool:
        """Whether token `i` opens a line, or stands behind what it leads with (عاجل | مسؤول: …)."""
        return i == self.run.begin or self.tokens[i - 1].text in _LEADS

    def _official(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """An official who tells and is said to be nobody's (مسؤول انتخابي, مسؤول أمني)."""
        if not self._is_unnamed(i, match):
            return self._same_official(i, match)
        adjective = self._word(match.end)
        group = self.index.lexicon.groups.get(adjective)
        if group is not None and (owned := self._adjective_of_state(match.end + 1)) is not None:
            actors = self.bodies.actors_of(owned, "forces" if group == _MILITARY else "state")
            if group not in _STATE_SERVANTS:
                return self._mention(i, match.end + 1, match.split, (group,))  # "مسؤول كردي سوري"
            return self._of_nation(i, match, owned.end, actors)
        if group is not None and self._word(match.end + 1) in _ANOTHER:
            return self._mention(i, match.end + 1, match.split, self.before.officials)
        if adjective in _ANOTHER and not self._sits_at(match.end + 1):  # "مسؤول ثان"
            known = self.before.officials or UNNAMED_OFFICIALS
            return self._mention(i, match.end + 1, match.split, known)
        if adjective in self.index.words["senior"]:
            return self._mention(i, match.end + 1, match.split, UNNAMED_OFFICIALS)
        inside = adjective.startswith("ب") and any(
            s.rest in self.index.bodies for s in self._splits(match.end)
        )
        inside = inside or adjective in _BY_RANK
        if inside or adjective in self.index.stops or self._is_service_at(match.end):
            return self._mention(i, match.end, match.split, UNNAMED_OFFICIALS)  # "مسؤول في الشرطة"
        if not adjective or adjective in self.index.words["his-words"] or self._is_told(match.end):
            return self._mention(i, match.end, match.split, UNNAMED_OFFICIALS)  # "مسؤول، اليوم، إن"
        if group is None and (adjective.startswith("ال") or not adjective.endswith(_OFFICIAL)):
            return None
        return self._mention(i, match.end + 1, match.split, (group,) if group else UNNAMED_OFFICIALS)

    def _sits_at(self, at: int) -> bool:
        """Whether a preposition at token `at` says where an official is one (ضابط آخر بالشرطة)."""
        return self._word(at) in _INSIDE or any(s.prefix == "ب" for s in self._splits(at))

    def _is_told(self, at: int) -> bool:
        """Whether behind an official a medium that he tells, or that he would not be named, begins."""
        if self.index.is_cue(self._word(at)):
            return True  # "مسؤول طلب عدم ذكر اسمه"
        told = self.named(at) if any(s.prefix == "ل" for s in self._splits(at)) else None
        return told is not None and told.kind == "media"

    def _of_nation(
        self, i: int, match: PhraseMatch[Title], end: int, actors: tuple[str, ...]
    ) -> ActorMention | None:
        """An official whose nationality ends before token `end`: his state's, unless another side is told.

        "مسؤول لبناني في حزب الله", "مسؤول يمني موال للحوثيين"; nobody's where he is a former one, opposes, is
        of two peoples, or sits where another than the state rules.
        """
        after = self._word(end)
        local = self.index.lexicon.groups.get(after) == "local-sources"  # "مسؤول عراقي كردي"
        another = local or after in self.index.nationalities
        if self._is_former(end, end) and self._names_holder(match, end + 1):
            return self._mention(i, end, match.split, OTHER, counts=False)
        if self._is_former(end, end) or another or after.startswith(_OPPOSED) or self.run.ruler_at(end):
            return self._mention(i, end, match.split, UNNAMED_OFFICIALS)
        loyal = after in self.index.words["loyal"]
        if not (loyal or after in _INSIDE or after in _NEAR_TO):
            return self._mention(i, end, match.split, actors)
        near = (self.named(at) for at in range(end + 1, end + 3) if self._word(at))
        side = next((m for m in near if m is not None and (m.counts or loyal) and m.kind in _SIDED), None)
        if side is None or side.actors == actors:
            return self._mention(i, end, match.split, actors)
        return self._mention(i, end, match.split, UNNAMED_OFFICIALS if after in _NEAR_TO else side.actors)

    def _names_holder(self, match: PhraseMatch[Title], at: int) -> bool:
        """Whether the name of a definite official begins at token `at` (المسؤول الأمريكي السابق فلان)."""
        named = self._word(at) or self._word(at + 1)
        return is_definite(match, self.tokens) and bool(named) and named not in self.index.stops

    def _is_service_at(self, i: int) -> bool:
        """Whether ب and a public service stand at token `i` (مسؤول بالشرطة)."""
        service = self.index.words["service"]
        return any(s.prefix == "ب" and s.rest in service for s in self._splits(i))

    def _of_town(self, i: int, match: PhraseMatch[Title], end: int) -> ActorMention | None:
        """An official of whom his field and his town are told (المسؤول الصحي في عدن): the state's."""
        town = end > match.end and self._word(end) == "في" and bool(self._word(end + 1))
        country = self.index.country_of_town(self._word(end + 1), self._word(end + 2)) if town else None
        return self._mention(i, end, match.split, self._state(country), counts=False) if country else None

    def _adjective_of_state(self, at: int) -> Owned | None:
        """The state whose adjective stands behind what an official deals with (مسؤول عسكري أمريكي)."""
        owner = self.index.nationalities.get(self._word(at))
        return Owned(at + 1, (owner,), agrees=True) if owner is not None else None

    def _same_official(self, i: int, match: PhraseMatch[Title]) -> ActorMention | None:
        """An unnamed official who was told of before and tells on (وأوضح المسؤول الأمني)."""
        definite = match.values[0].use == "official" and is_definite(match, self.tokens)
        known = self.before.officials
        actors = self.before.last_source if known == UNNAMED_OFFICIALS else known
        actors = () if actors == UNNAMED_MEDIA else actors  # no official is one of them
        if not definite or not self._spoken(i) or self._word(match.end) == "عن":
            return None  # "المسؤول عن الطوارئ سالم الورد": whoever is in charge of something
        end = match.end
        if self._word(end) and self._word(end).removeprefix("ال") in self.index.lexicon.groups:
            end += 1
        if (placed := self._of_town(i, match, end)) is not None:
            return placed
        if not actors or self.run.goes_on_as_name(end):
            return None
        return self._mention(i, end, match.split, actors)
