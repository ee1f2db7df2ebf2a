"""Who was spoken of and who did what, sentence by sentence, for those whom no word names there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import PERSONAL
from riwaya.model import EventType, Factuality
from riwaya.reading.draft import (
    FIGHTERS,
    PARTIES,
    STATE_KINDS,
    ActorMention,
    AttributionDraft,
    Findings,
    QuantityMention,
    RoleDraft,
)
from riwaya.reading.events.agreement import NO_PERSONS, Gender, agrees, gender_at, may_be_many, may_mean
from riwaya.reading.events.anchors import Anchor, Lexicons
from riwaya.reading.events.casts import Cast, Hindrance
from riwaya.reading.events.clauses import Marks, Phrase
from riwaya.reading.events.naming import (
    SEVERAL,
    SOMEBODY,
    Roles,
    Setting,
    belonging,
    head_word,
    listed,
    participants,
    target_kind,
    unspanned,
)
from riwaya.reading.events.roles import PREVENTING, REPELLING, is_person
from riwaya.reading.events.spoken import SINCE, SpeechActs
from riwaya.reading.events.turning import turns
from riwaya.text import Document

#: How far back the participant that a pronoun means is looked for, in phrases.
TOPIC_REACH = 40
#: Those whom a dual means.
_TWO = 2
#: Types of what is done for somebody.
_HELPING = frozenset(("SUPPORT", "AID", "MOBILIZE"))
#: How far back one who is no subject is looked for.
_NEAREST = 3
#: Prepositions of what somebody is kept from.
_PREVENTED = ("من", "دون")
#: Words for an attempt, folded, behind which ل says at what (إحباط محاولة لتهريب أسلحة).
_TRIED = event_words("going on")
#: How far behind a word for preventing, in phrases, what is prevented may stand, and how far in its phrase.
_HINDERED = 4
_GOVERNED = 2
#: "Of them", folded, and words by which a count takes up people counted before.
_OF_THEM = "منهم"
MORE_OF_THEM = event_words("others") | event_words("the rest") | {_OF_THEM}
#: Measures of those who are harmed.
_HARMED = frozenset(("killed", "wounded", "missing"))
#: The entry of a place that is called somebody's, which tells of no deed of his.
_HELD = "stronghold"
#: Beginnings of relative pronouns, folded.
_WHO = ("الذ", "الت", "اللذ", "اللت", "اللا", "اللوا")
#: Beginnings of words in the names of organisations that watch over rights, folded.
_WATCH = word_beginnings("watching over rights")
#: Kinds of actors that tell of events and seldom act in them; a population tells, but acts and suffers too.
_ONLY_TELLING = frozenset(("sources", "media"))
#: Kinds of words for people and things of no party that may be the subject of a sentence.
_SUBJECTS = PERSONAL | {"civil", "thing"}


class Discourse:
    """Remembers, sentence by sentence, who was spoken of and who did what, for those whom no word names.

    `agents`, `doers`, `victims` and `kinds` hold what is known of the sentence's phrases by their index.
    """

    def __init__(
        self,
        document: Document,
        findings: Findings,
        marks: Marks,
        capitals: Mapping[str, str],
        nations: Mapping[str, str],
    ) -> None:
        self.document = document
        self.marks = marks
        self.capitals = capitals
        self.sources = frozenset(_source_tokens(document, findings.attributions))
        self.kinds = findings.kinds()
        self.watchers = _watchers(document, findings)
        self.acts = SpeechActs(document, findings, marks, capitals, self.sources, self.kinds, nations)
        self.peoples = frozenset(a for m in findings.actors if _are_many(document, m) for a in m.actors)
        self.armed = frozenset(a for a, kind in self.kinds.items() if kind in FIGHTERS)
        states = (m for m in findings.actors if m.kind in STATE_KINDS and not _are_many(document, m))
        self.states = sorted((m.first, m.actors) for m in states)
        self.topic: Roles = ()
        self.topic_told = -1
        self.teller: Roles = ()
        self.teller_told = -1
        self.by_words = False
        self.harmed: Roles = ()
        self.attacker: Roles = ()
        self.begin()

    def begin(self) -> None:
        """Forget what was known of the phrases of the sentence before."""
        self.agents: dict[int, Roles] = {}
        self.doers: dict[int, Roles] = {}
        self.victims: dict[int, Roles] = {}
        self.types: dict[int, EventType] = {}
        self.repels: set[int] = set()
        self.helped: set[int] = set()
        self.hinders: dict[int, Hindrance] = {}

    def _told_of(self, setting: Setting, attribution: AttributionDraft) -> Roles:
        """Whose doings somebody's words most likely tell: of those accused or asked, else his own."""
        if attribution.act not in ("accuse", "request"):
            return self.speakers(attribution)
        cue = setting.phrase_of.get(attribution.cue_token, -1)
        return unspanned(self.acts.addressed(attribution) or self.victims.get(cue, ()))

    def both_before(self, setting: Setting, index: int, attribution: AttributionDraft | None) -> Roles:
        """The nearest two before phrase `index` that "and" joins, else the two who speak."""
        start = 0 if attribution is None else attribution.content_first
        for phrase in reversed(setting.phrases[max(0, index - TOPIC_REACH) : index]):
            if phrase.first < start:
                break
            who = listed(setting, phrase)
            if len(who) == _TWO:
                return unspanned(who)
        speaking = () if attribution is None else self.speakers(attribution)
        return speaking if len(speaking) == _TWO else ()

    def many_before(self, setting: Setting, index: int, attribution: AttributionDraft | None) -> Roles:
        """The nearest people in the plural before phrase `index`, whom a plural verb goes on with.

        They need not be the subject: سيطر الجيش على مواقع للحوثيين بعد أن قصفوا المدينة.
        """
        start = 0 if attribution is None else attribution.content_first
        for phrase in reversed(setting.phrases[max(0, index - TOPIC_REACH) : index]):
            if phrase.first < start:
                break
            for mention in reversed(phrase.actors):
                if self._only_tells(mention.actors[0]):
                    continue
                if _are_many(self.document, mention):
                    return tuple(RoleDraft(a, None) for a in mention.actors)
        return ()

    def spoken_of(
        self,
        setting: Setting,
        index: int,
        attribution: AttributionDraft | None,
        gender: Gender | None = None,
        *,
        others: bool = False,
        near: bool = True,
    ) -> Roles:
        """Who a pronoun of the gender is: the last subject of the sentence, the speaker, the last topic.

        `others` where it may be people of no party as well, `near` where it may be one who is no subject.
        """
        first = setting.phrases[index].first
        start = 0 if attribution is None else attribution.content_first
        aside = _in_relatives(setting, index)
        for k in range(index - 1, max(-1, index - TOPIC_REACH), -1):
            phrase = setting.phrases[k]
            if phrase.first < start:
                break
            if k in aside:
                continue
            if self.agents.get(k) and self._may_be(setting, self.agents[k], gender):
                return unspanned(self.agents[k])
            if (
                phrase.bare
                and phrase.words
                and self._is_subject(setting, k)
                and not self._only_speaks(phrase)
                and not self._befell(phrase)
                and agrees(self.document, participants(phrase), gender)
            ):
                return unspanned(participants(phrase))
            if others and self._are_others(setting, k):
                return SOMEBODY
        for phrase in reversed(setting.phrases[max(0, index - _NEAREST) : index]) if near else ():
            who = participants(phrase)
            if gender and phrase.first >= start and who and agrees(self.document, who, gender, known=True):
                return unspanned(who)  # "تضامنه مع تركيا في هجومها"
        accused = attribution is not None and attribution.act == "accuse"
        accused = accused and not (first == start and setting.phrases[index].joined)  # "تدين وتستنكر"
        if attribution is not None and (accused or first - attribution.content_first <= 4):
            told = self.acts.denying(attribution)  # "نفت طهران المزاعم بأنها زودت …"
            told = told or (self._told_of(setting, attribution) if accused else self._doers(attribution))
            if told or accused:
                return told
        told = self._telling(setting, index, gender) if attribution is None else ()
        told = told or self._that_they(setting, index, attribution, gender)
        return told or (unspanned(self.topic) if self._goes_on(setting, index, gender) else ())

    def _telling(self, setting: Setting, index: int, gender: Gender | None) -> Roles:
        """Who spoke in the sentence before, with whom one that opens with an act of words goes on.

        قال الوزير إن الجيش يتقدم. وقدم التعازي: the minister.
        """
        opens = self.by_words and _opens(setting, index) and self._is_near(setting, index, self.teller_told)
        return unspanned(self.teller) if opens and agrees(self.document, self.teller, gender) else ()

    def _that_they(
        self, setting: Setting, index: int, attribution: AttributionDraft | None, gender: Gender | None
    ) -> Roles:
        """Whom the pronoun on "that" right before the verb means: the speaker, or "them" told of before.

        "تعلن الشرطة أنها تطاردهم، إلا أنها لم تقبض عليهم", "شرعوا بمداهمة منازل، مشيرة إلى أنهم اعتقلوا".
        """
        k = index - 1
        while k > 0 and setting.phrases[k].kind == "auxiliary":
            k -= 1
        if attribution is None or k <= 0 or setting.phrases[k].mark != "complementiser":
            return ()  # "لم تستهدف روسيا التنظيم. إنها تقصف …": whom the sentence before is about
        that = self.document.tokens[setting.phrases[k].first].folded
        if that.endswith("هم"):
            return self.many_before(setting, k, None)
        who = self._doers(attribution) if that.endswith(("ه", "ها")) else ()
        return unspanned(who) if agrees(self.document, who, gender) else ()

    def _goes_on(self, setting: Setting, index: int, gender: Gender | None) -> bool:
        """Whether phrase `index` may go on with whom the sentence before was about, as nobody was since.

        A sentence that turns to another matter does not, nor one that begins with a subject of its own.
        """
        if not agrees(self.document, self.topic, gender):
            return False
        near = self._is_near(setting, index, self.topic_told)
        return near and not any(self._is_subject_of_its_own(setting, k, gender) for k in range(index))

    def _is_near(self, setting: Setting, index: int, told: int) -> bool:
        """Whether phrase `index` stands in the sentence behind that one, which turns to nothing else."""
        here = self.document.sentence_at(setting.phrases[index].first)
        return here is not None and here - told <= 1 and not turns(self.document, here)

    def _is_subject_of_its_own(self, setting: Setting, k: int, gender: Gender | None) -> bool:
        """Whether people or a thing of no party are the subject at phrase `k`, whom the gender may mean."""
        phrase = setting.phrases[k]
        if not (phrase.bare and phrase.words) or phrase.actors or phrase.words[0] in self.sources:
            return False
        kind = target_kind(setting.lexicons, head_word(setting, phrase))
        told = kind in _SUBJECTS and self._is_subject(setting, k)
        found = gender_at(self.document, phrase.words[0])
        return told and (gender is None or found is None or found == gender)

    def _are_others(self, setting: Setting, k: int) -> bool:
        """Whether people of no party are the subject at phrase `k`."""
        phrase = setting.phrases[k]
        if not (phrase.bare and phrase.words) or phrase.actors or phrase.words[0] in self.sources:
            return False
        return is_person(setting, phrase) and self._is_subject(setting, k) and not self._befell(phrase)

    def _may_be(self, setting: Setting, who: Roles, gender: Gender | None) -> bool:
        """Whether a verb of the gender may go on with them, or with the raids or planes named as theirs."""
        if agrees(self.document, who, gender):
            return True
        span = who[0].span
        index = (
            None
            if span is None
            else setting.phrase_of.get(self.document.token_range(span.start, span.end)[0])
        )
        if index is None or not setting.phrases[index].words:
            return False
        return gender_at(self.document, setting.phrases[index].words[0]) == gender

    def speakers(self, attribution: AttributionDraft) -> Roles:
        """Who speaks, unless it is a medium or an anonymous source: those seldom act themselves."""
        found = [a for a in attribution.actors if self.kinds.get(a) not in ("sources", "media")]
        return tuple(RoleDraft(a, None) for a in found if not a.endswith("-sources"))

    def _doers(self, attribution: AttributionDraft) -> Roles:
        """Who speaks and may well mean himself: no organisation that watches over others."""
        return tuple(r for r in self.speakers(attribution) if r.actor not in self.watchers)

    def meant_beside(
        self,
        setting: Setting,
        cast: Cast,
        index: int,
        attribution: AttributionDraft | None,
        anybody: bool,
        told: bool,
        pronoun: str = "",
    ) -> Roles:
        """Whom a pronoun object means: the nearest actor before that does not act here; else somebody."""
        acting = {r.actor for r in (*cast.agent, *cast.patient)}
        for phrase in reversed(setting.phrases[max(0, index - TOPIC_REACH) : index]):
            apart = _acts_here(setting, phrase, cast) or self._quoted_apart(setting, phrase, index)
            if anybody and pronoun == "هم" and are_plain_people(setting, phrase) and not apart:
                return SOMEBODY  # "لملاحقة المتورطين ومحاسبتهم"
            named = participants(phrase) or belonging(setting, phrase)  # الجانب الروسي
            who = tuple(r for r in named if r.actor not in acting)
            who = tuple(r for r in who if not self._only_tells(r.actor))
            who = self._of_number(tuple(r for r in who if may_mean(self.document, pronoun, r)), pronoun)
            speaks = bool(phrase.words) and phrase.words[0] in self.sources
            own = speaks and attribution is not None and self._says(attribution, setting, phrase)
            if who and phrase.words and (told or own or not speaks):
                return unspanned(who)
        harmed = (self.victims[k] for k in range(index, -1, -1) if self.victims.get(k))
        before = self._of_number(next(harmed, ()), pronoun)
        if before and not acting & {r.actor for r in before}:
            return unspanned(before)  # "مقتل شخص في هجوم شنه عليه …"
        speaking = () if attribution is None else self._of_number(self._doers(attribution), pronoun)
        who = tuple(r for r in speaking if r.actor not in acting | {"other"})
        return who or (SOMEBODY if anybody else ())

    def _quoted_apart(self, setting: Setting, phrase: Phrase, index: int) -> bool:
        """Whether somebody's quoted words name them, and the pronoun stands behind those."""
        quote = self.document.quote_at(phrase.first)
        return quote is not None and quote != self.document.quote_at(setting.phrases[index].first)

    def _of_number(self, who: Roles, pronoun: str) -> Roles:
        """Those whom the pronoun may mean: "them" is no state."""
        return self.many_of(who) if pronoun == "هم" else who

    def many_of(self, who: Roles) -> Roles:
        """Those whom a plural may mean."""
        return tuple(r for r in who if may_be_many(self.document, r, self.kinds.get(r.actor)))

    def them(self, setting: Setting, index: int, attribution: AttributionDraft | None, who: Roles) -> Roles:
        """Those whom "their" means: who is spoken of, if they are many, else those whom something befell.

        "قبضت القوات على مسلحين أثناء محاولتهم الفرار": forces and states are one.
        """
        verb = setting.phrases[index - 1] if index else None
        if verb is not None and verb.kind == "verb" and _is_of_many(self.document, verb):
            return unspanned(who)  # "يخوضون معارك ضد التنظيم ويواصلون تقدمهم": whose verb it is
        found = [who, self.befallen(index)]
        first = setting.phrases[index].first
        if first and self.document.tokens[first - 1].folded in SINCE:
            found.reverse()  # "قتل سبعة مسلحين إثر محاولتهم التسلل": those who were killed
        for roles in found:
            if roles and all(self._may_be_them(setting, index, r.actor) for r in roles):
                return unspanned(roles)
        return self.many_before(setting, index, attribution)

    def _may_be_them(self, setting: Setting, index: int, actor: str) -> bool:
        """Whether a plural of persons may mean the party: fighters, or whom a plural names (الأتراك)."""
        if actor in self.peoples or self.kinds.get(actor) not in NO_PERSONS:
            return True
        for k, phrase in enumerate(setting.phrases[:index]):
            named = any(actor in m.actors for m in phrase.actors)
            does = any(r.actor == actor for r in self.agents.get(k, ()))
            if (named and is_person(setting, phrase)) or (does and _is_of_many(self.document, phrase)):
                return True
        return False

    @staticmethod
    def _says(attribution: AttributionDraft, setting: Setting, phrase: Phrase) -> bool:
        """Whether the phrase names who says this: "تؤكد الوكالة أن إحدى مدارسها تضررت"."""
        first, source = setting.document.tokens[phrase.words[0]], attribution.source
        return source is not None and source.start <= first.start < source.end

    def befallen(self, index: int) -> Roles:
        """Whom the last event before phrase `index` befell."""
        return unspanned(next((self.victims[k] for k in range(index - 1, -1, -1) if self.victims.get(k)), ()))

    def _befell(self, phrase: Phrase) -> bool:
        """Whether the phrase names those whom an event of this sentence befell: طردوا الحوثيين."""
        named = {m.span for m in phrase.actors}
        return any(r.span in named for k, who in self.victims.items() if k not in self.helped for r in who)

    def _only_speaks(self, phrase: Phrase) -> bool:
        """Whether the phrase names nobody, or nobody but sources and media, who seldom do what is told."""
        return all(self._only_tells(a) for m in phrase.actors for a in m.actors)

    def _only_tells(self, actor: str) -> bool:
        """Whether the actor tells of events and seldom acts in them."""
        return self.kinds.get(actor) in _ONLY_TELLING or actor in self.watchers

    @staticmethod
    def _is_subject(setting: Setting, k: int) -> bool:
        """A bare phrase that opens its clause or follows its verb."""
        before = setting.phrases[k - 1].kind if k else "stop"
        return before != "noun"

    def note(self, anchor: Anchor, index: int, cast: Cast) -> None:
        """Remember who acts at phrase `index`."""
        self.types[index] = anchor.predicate.type
        if anchor.predicate.gloss in REPELLING:
            self.repels.add(index)
        if anchor.predicate.type in _HELPING and anchor.reading.word.category == "passive":
            self.helped.add(index)  # "القوات المدعومة من التحالف": they act themselves
        if cast.aside or (anchor.predicate.gloss == _HELD and not anchor.owner):
            return  # "دخل الجيش معقل الحوثيين بعد معارك": whose it is did not go on to fight for it
        if cast.agent:
            self.doers[index] = cast.agent
            self.attacker = cast.agent if anchor.predicate.type == "ASSAULT" else self.attacker
        if anchor.verbal and (cast.agent or (cast.subject and not cast.passive)):
            self.agents[index] = cast.agent

    def note_hindrance(self, anchor: Anchor, index: int, factuality: Factuality) -> None:
        """Remember that the event at phrase `index` lets another one not happen."""
        if anchor.predicate.gloss in PREVENTING and not factuality.endswith("-"):
            sure = factuality == "CT+" and not anchor.reading.prefix.endswith("ل")
            foils = anchor.predicate.gloss in REPELLING
            self.hinders[index] = Hindrance(anchor.token, "CT-" if sure else "PS+", foils)

    def prevented(self, setting: Setting, anchor: Anchor, index: int) -> tuple[int, Hindrance] | None:
        """Where it is said that the event of a noun was not let happen: منع وصول …, منعت … من السيطرة.

        A definite one took place, behind a word for foiling (إفشال الهجوم), or is its verb's subject.
        """
        phrase, definite = setting.phrases[index], anchor.reading.word.form.definite
        if anchor.reading.word.category != "noun" or anchor.reading.prefix.startswith("و"):
            return None
        within = self.hinders.get(index)
        if within is not None and within.token != anchor.token:
            near = 0 < anchor.token - within.token <= _GOVERNED and not (definite and within.foils)
            return (index, within) if near else None
        place = phrase.words.index(anchor.token) if anchor.token in phrase.words else _GOVERNED
        tried = phrase.preposition == "ل" and self.document.tokens[anchor.token - 1].folded in _TRIED
        governed = tried or phrase.preposition in ("", *_PREVENTED)
        if not governed or phrase.joined or place >= _GOVERNED - definite:
            return None
        for k in range(index - 1, max(-1, index - _HINDERED), -1):
            if k in self.hinders:
                subject = k == index - 1 and setting.phrases[k].kind == "verb"
                there = definite and not phrase.preposition and (subject or self.hinders[k].foils)
                return None if there else (k, self.hinders[k])
            if setting.phrases[k].kind not in ("noun", "time") or k in self.types:
                return None
        return None

    def note_victims(self, kind: EventType, index: int, cast: Cast) -> None:
        """Remember whom the event at phrase `index` befell."""
        if cast.patient:
            self.victims[index] = cast.patient
            if kind == "HARM":
                self.harmed = cast.patient

    def others_of(self, lexicons: Lexicons, quantity: QuantityMention, acting: Roles) -> Roles:
        """Those of whom a count takes some more: وإصابة 5 آخرين, قتل 29 منهم; nobody for other counts."""
        words = [t.folded for t in self.document.tokens[quantity.first : quantity.end + 1]]
        of_them = _OF_THEM in words
        counting = SEVERAL if of_them else frozenset()  # "العشرات منهم"
        telling = (w for w in words if w not in MORE_OF_THEM and w.removeprefix("ال") not in counting)
        nouns = {lexicons.hedges.targets.get(w) for w in telling} - {None}
        civil = any(r.actor == "civilians" for r in self.harmed)
        alike = not nouns or (nouns <= {"soldier", "fighter"} and not civil)  # "خمسة جنود آخرين"
        bare = quantity.noun is None and quantity.measure in _HARMED  # "تسعة جنود وإصابة خمسة"
        more = set(words) & MORE_OF_THEM or (bare and not civil)
        doing = {r.actor for r in acting}
        told = (*reversed(self.victims.values()), *reversed(self.doers.values()))
        sides = (tuple(r for r in who if r.actor not in doing | {"other"}) for who in told)
        of_them = of_them and not nouns
        # "تصدت المقاومة لهجوم الحوثيين وقتلت عشرة منهم"; of somebody unknown it is not clear who his enemy is
        meant = next((who for who in sides if who), ()) if of_them and doing - {"other"} else ()
        fought = next(reversed(self.victims.values()), ()) if of_them else ()
        whose = meant or self.harmed or tuple(r for r in fought if r.actor not in doing)
        if whose and more and alike:
            return tuple(RoleDraft(r.actor, quantity.span) for r in whose)
        return ()

    def remember(self, setting: Setting, phrases: Sequence[Phrase]) -> None:
        """Take the first subject of the sentence as the topic that the next one may leave unsaid.

        Whom somebody else does something to there is none: القبائل ترفض الحوثيين.
        """
        here = self.document.sentence_at(phrases[0].first) if phrases else None
        if here is None:
            return
        self._remember_teller(here)
        used = {r.actor for who in self.agents.values() for r in who} & {r.actor for r in self.topic}
        if used and here - self.topic_told == 1:
            self.topic_told = here
        for k, phrase in enumerate(phrases):
            speaks = (
                phrase.bare
                and phrase.words
                and (phrase.words[0] in self.sources or self._only_speaks(phrase))
            )
            if phrase.bare and not speaks and self._is_subject(setting, k) and not self._suffers(phrase):
                self.topic, self.topic_told = participants(phrase), here
                return

    def _remember_teller(self, here: int) -> None:
        """Keep the party that speaks last in the sentence by its own verb."""
        sentence = self.document.sentences[here]
        for said in self.acts.attributions:
            if said.parent is None and sentence.start <= said.cue_token < sentence.end:
                listed = (r.actor for r in self._doers(said) if self.kinds.get(r.actor) in PARTIES)
                self.teller, self.teller_told = tuple(RoleDraft(a, said.source) for a in listed), here

    def _suffers(self, phrase: Phrase) -> bool:
        """Whether the phrase names those to whom somebody else did something in this sentence."""
        named = {m.span for m in phrase.actors}
        return any(self.doers.get(k) and any(r.span in named for r in who) for k, who in self.victims.items())


def _acts_here(setting: Setting, phrase: Phrase, cast: Cast) -> bool:
    """Whether the phrase names who does it himself: قام الإرهابيون بإطلاق النار عليهم."""
    first, last = (setting.document.tokens[i] for i in (phrase.first, phrase.end - 1))
    return any(r.span is not None and first.start <= r.span.start < last.end for r in cast.agent)


def are_plain_people(setting: Setting, phrase: Phrase) -> bool:
    """Whether the phrase names people of no party, as a plural or by a count: المتورطين, 178 شخصا."""
    if phrase.kind != "noun" or not phrase.words or phrase.actors or not is_person(setting, phrase):
        return False
    return phrase.quantity is not None or head_word(setting, phrase).endswith(("ين", "ون"))


def _in_relatives(setting: Setting, index: int) -> set[int]:
    """The phrases of relative clauses that a comma has ended before phrase `index`."""
    found: set[int] = set()
    inside: list[int] = []
    for k, phrase in enumerate(setting.phrases[:index]):
        if phrase.mark == "relative" and setting.document.tokens[phrase.first].folded.startswith(_WHO):
            inside.append(k)
        elif phrase.mark == "complementiser" or (phrase.kind == "stop" and phrase.mark not in "،,"):
            inside = []
        elif inside and phrase.kind == "stop":
            found.update(inside)
            inside = []
        elif inside:
            inside.append(k)
    return found


def _opens(setting: Setting, index: int) -> bool:
    """Whether the sentence begins with phrase `index`, but for particles and times."""
    return not any(p.kind in ("noun", "verb") for p in setting.phrases[:index])


def _is_of_many(document: Document, phrase: Phrase) -> bool:
    """Whether the verb that begins the phrase is a plural: يواصلون, انسحبوا."""
    return document.tokens[phrase.first].folded.endswith(("وا", "ون"))


def _are_many(document: Document, mention: ActorMention) -> bool:
    """Whether a plural names the party: الإيرانيون."""
    return any(t.folded.endswith(("ون", "ين")) for t in document.tokens[mention.first : mention.end])


def _watchers(document: Document, findings: Findings) -> set[str]:
    """Organisations that watch over rights: they tell of violence and take no part in it."""
    return {
        actor
        for m in findings.actors
        if m.kind == "organisation"
        and any(
            split.rest.removeprefix("ال").startswith(_WATCH)
            for t in document.tokens[m.first : m.end]
            for split in t.splits
        )
        for actor in m.actors
    }


def _source_tokens(document: Document, attributions: Sequence[AttributionDraft]) -> list[int]:
    found: list[int] = []
    for attribution in attributions:
        if attribution.source is not None:
            found.extend(range(*document.token_range(attribution.source.start, attribution.source.end)))
    return found
