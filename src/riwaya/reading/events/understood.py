"""Who takes part though no words there name them: pronouns, elided subjects, speakers, governing clauses."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import PERSONAL
from riwaya.lexicon.inflect import THEIRS, Form
from riwaya.lexicon.predicates import Predicate, RoleName
from riwaya.reading.draft import PARTIES, STATE_KINDS, VIOLENT, AttributionDraft, RoleDraft
from riwaya.reading.events.agreement import Gender, agrees, gender_at, wanted
from riwaya.reading.events.anchors import OF_PERSONS, Anchor
from riwaya.reading.events.casts import Cast, sums_up
from riwaya.reading.events.clauses import Phrase
from riwaya.reading.events.controlled import about_to, for_an_end, gender_of, made_to, set_out
from riwaya.reading.events.counts import under_suspicion
from riwaya.reading.events.discourse import TOPIC_REACH, Discourse
from riwaya.reading.events.naming import (
    SOMEBODY,
    Roles,
    Setting,
    describes,
    head_word,
    participants,
    somebody,
    target_kind,
    unspanned,
)
from riwaya.reading.events.nounroles import BENT_ON
from riwaya.reading.events.relations import goes_on, is_reason
from riwaya.reading.events.relatives import subject_in_relative
from riwaya.reading.events.spoken import SINCE
from riwaya.reading.events.verbroles import subject_of
from riwaya.text import Document
from riwaya.text.tokens import DEFINITE

#: How far back the verb that governs a masdar is looked for, in phrases.
_GOVERNOR_REACH = 8
#: How far behind the verb of harm, in phrases, some of those stand whom it befell.
_HARMED = 5
#: How far before a quotation that goes on with an attack this is told, in phrases.
_QUOTED = 5
#: Words for who did an attack that the next word names, folded.
_PERPETRATORS = event_words("perpetrator")
#: How far before an arrest, in tokens, the party with a police that makes it may be named.
_AUTHORITY_REACH = 60
#: How far into his words an arrest may stand that the speaker tells of as his own.
_ARREST_REACH = 10
#: Entries of what courts do, words for what may only be decreed, folded, and how far behind these stand.
_RULINGS = frozenset(("sentence", "pass sentence", "put to death by sentence", "carry out a sentence", "try"))
_DECREED = event_words("decreed")
_DECREED_REACH = 4
#: Kinds of bodies that are no state's, and prepositions of those whom a ruling or its crime is about.
_OF_NO_STATE = frozenset(("armed-group", "organisation"))
_ABOUT = frozenset(("ل", "مع", "ضد", "علي", "بحق", "الي"))
#: Acts whose speaker tells what others are to do or have done.
_OF_OTHERS = frozenset(("request", "expect", "accuse"))
#: Words of courts and states, folded, whose speaker does what he asks for: قضت بالسجن, أصدروا أمرا باعتقاله.
_ORDERS = event_words("court rules") | event_words("gives an order")
#: Acts whose speaker does what the content names by a masdar.
_OWN_DOING = frozenset(("announce", "refuse", "threaten", "commit", "claim-responsibility"))
#: Types whose noun with "by" says by whose help or order the clause's subject does something (بدعم من …).
_HELPED = frozenset(("SUPPORT", "AID", "REQUEST"))
#: Types of what people do to each other by words and help: who speaks of it mostly speaks of himself.
_RELATIONS = frozenset(("SUPPORT", "AGREE", "CONCEDE", "CONSULT", "COOPERATE", "AID"))
#: Types of what is done by words, which whoever spoke before may go on with.
_BY_WORDS = _RELATIONS | {"REQUEST", "ACCUSE", "REJECT", "PROTEST", "THREATEN", "SANCTION"}
#: Words for a charge, folded; who is taken on it is said to have done what follows.
_CHARGES = event_words("charge")
#: Types whose nouns may name what befell people (تفجير, هجوم); only who did such a thing did it.
_DONE_TO = frozenset(("ASSAULT", "HARM", "COERCE", "CONTROL", "MOBILIZE", "RETREAT"))

#: Beginnings of the word for somebody's responsibility, folded.
_RESPONSIBILITY = word_beginnings("responsibility")
#: Two words for "by way of", folded.
_BY_WAY_OF = (["من", "خلال"], ["عن", "طريق"])
#: The entry of taking prisoners in a fight.
_CAPTURE = "capture"
#: Beginnings of words for admitting a deed, folded.
_ADMITTING = word_beginnings("admitting")
#: Types of deeds to which "and" may join a killing.
_DEEDS = frozenset(("ASSAULT", "COERCE", "HARM", "CONTROL"))
#: Words before "that" with the pronoun of whom the clause before told, folded.
_BUT = frozenset(("الا", "غير", "كما", "بيد", "علي", "بل"))
#: Types of what one does without doing it to anybody.
_OF_ONES_OWN = frozenset(("MOVE", "PRESENCE", "RETREAT"))
#: Types whose nouns may be another's behind "amid", "after" (وسط دعوات, رغم احتجاجات).
_RAISED = frozenset(("REQUEST", "ACCUSE", "PROTEST", "REJECT", "THREATEN"))
#: Verbs of answering and the preposition before what is answered, folded; how far before that the verb is.
_ANSWERING = event_words("answering")
_TO = "علي"
_ANSWERED = 5
#: Types of what is done for an end, and of what is not done for that of the noun behind it.
_ENDS = frozenset(("ASSAULT", "COERCE", "CONTROL", "MOBILIZE", "RETREAT", "SUPPORT", "AID"))
_NOT_FOR_AN_END = frozenset(("REQUEST", "ACCUSE", "HARM", "AGREE", "REJECT"))
#: Words behind which the speaker says what he and his are: نحن ملتزمون.
_WE = frozenset(("نحن", "اننا", "باننا"))
#: Types of what a party tells of as done by itself though it says only that it was done.
_OWN_MEASURES = frozenset(("COERCE", "MOBILIZE"))


class Understood(Discourse):
    """Gives the roles that words of the clause leave open to those of whom the discourse tells."""

    def fill(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> None:
        """Participants that only a pronoun, the act of speech or the governing clause names."""
        self.by_words = anchor.predicate.type in _BY_WORDS
        for part, span in cast.ours:
            speaking = () if attribution is None else self.speakers(attribution)
            cast.give(part, tuple(RoleDraft(r.actor, span) for r in speaking) or (RoleDraft("other", span),))
        cast.hindered, cast.upon = self.prevented(setting, anchor, index), _obliged(setting, anchor, index)
        self._mark_pronouns(cast, anchor)
        self._give_befallen(setting, cast, anchor, index, attribution)
        if not cast.agent and anchor.predicate.subject != "none":
            if cast.hindered is not None:
                # "منعت القوات المسلحين من دخول البلدة": who prevents it does not do it
                kept_from = setting.phrases[index].preposition == "من"
                kept = self.victims.get(cast.hindered[0], ()) if kept_from else ()
                cast.give("agent", not_itself(cast, unspanned(kept)))
                return
            if cast.upon is not None:
                cast.give("agent", not_itself(cast, somebody(setting, cast.upon)))
            self._give_doer(setting, cast, anchor, index, attribution)

    @staticmethod
    def _mark_pronouns(cast: Cast, anchor: Anchor) -> None:
        """Note whom a pronoun on the event, or one that is only understood, must mean."""
        predicate, genitive = anchor.predicate, anchor.predicate.genitive
        owned = anchor.reading.pronoun and not anchor.verbal and genitive in ("either", "patient")
        sheltered = (
            predicate.type == "SHELTER" and genitive == "agent" and anchor.reading.prefix.endswith("ب")
        )
        if (owned and cast.agent) or sheltered:
            cast.pronouns.append("patient")  # "مراقبتها من قبل …", "تواجد عناصر بحماية …"

    def _give_befallen(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> None:
        """What the act of speech, a passive or the word before says of both sides."""
        predicate = anchor.predicate
        said = predicate.type in ("REQUEST", "SUPPORT") and predicate.subject == "none"
        if said and attribution is not None:
            cast.give("agent", self.speakers(attribution))  # "must", "its right": who says so asks for it
        helps = predicate.type in _HELPED and not anchor.verbal and is_reason(self.document, anchor)
        if helps and cast.agent and not cast.patient:
            cast.give("patient", self._helped(setting, cast, anchor, index, attribution))
        passive = anchor.verbal and (anchor.passive or (cast.passive and not cast.pronouns))
        if passive and not cast.subject and not cast.patient:
            who = self.spoken_of(setting, index, attribution, others=not anchor.passive)
            cast.give("patient", who)  # "… واعتُقل"
        if predicate.type == "HARM" and anchor.reading.pronoun and not anchor.verbal:
            cast.give("patient", self._met_death(index))
        if predicate.type == "ASSAULT" and not anchor.verbal:
            self._repelled(cast, index)
            if self._has_perpetrator(anchor):
                cast.give("agent", SOMEBODY)  # "منفذ الهجوم"

    def _give_doer(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> None:
        """Who does what nobody is said to do: the one spoken of, the governing clause's subject."""
        predicate, word = anchor.predicate, anchor.reading.word
        if cast.passive and not anchor.passive and anchor.reading.prefix[:1] in ("و", "ف"):
            # "داهمت القوات البلدة واعتقلت امرأة": who came before
            cast.give("agent", not_itself(cast, self._acted_before(index, wanted(anchor))))
        if predicate.type in _OWN_MEASURES and self._is_done(anchor) and attribution is not None:
            cast.give("agent", not_itself(cast, self._able(attribution)))  # "أعلنت القوات أنه تم منع السفن"
        done = cast.passive or anchor.passive or not anchor.verbal
        done = done or (not cast.subject and predicate.gloss in _RULINGS)  # "حكم عليه بالسجن"
        done = done or _has_no_object(cast, anchor)
        # Whom fighters capture no police has taken: "وأسر اثنين".
        arrests = predicate.mode in ("arrest", "release") and predicate.gloss != _CAPTURE
        if done and (arrests or self._is_decreed(setting, cast, anchor, attribution)):
            aside = frozenset(() if arrests else _named_aside(setting))
            who = () if arrests else self._judging_before()
            if not (arrests and self._is_of_group(anchor, attribution)):
                who = who or self._authority(anchor, attribution, aside)
            cast.give("agent", not_itself(cast, who))  # "تم اعتقال …"
        if anchor.verbal:
            if word.form.person == 1 and attribution is not None:
                cast.give(predicate.subject, self.speakers(attribution))
            open_subject = not (cast.passive or cast.subject or self._tells_result(anchor))
            open_subject = open_subject and not self._quotes_attack(setting, anchor, index)
            if open_subject and predicate.subject in ("agent", "patient"):
                who = self._both(setting, anchor, index, attribution)
                # "تمكن السائق من المراوغة وهرب"; a verb of violence without an object may be passive
                others = word.form.person == 3 and (predicate.type not in VIOLENT or bool(cast.patient))
                if self._are_many(word.form):
                    who = who or self.many_before(setting, index, attribution)
                who = who or self.spoken_of(setting, index, attribution, wanted(anchor), others=others)
                if predicate.type in _DONE_TO and word.form.person == 3 and word.form.number == "plural":
                    who = self.many_of(who)
                cast.give(predicate.subject, not_itself(cast, who))
                self._give_unknown(cast, anchor)
        elif anchor.owner and not cast.taken_up:
            self._give_owner(setting, cast, anchor, index, attribution)
        else:
            self._give_lent(setting, cast, anchor, index, attribution)
        told = predicate.type in _RELATIONS and attribution is not None and not cast.subject
        others = not anchor.verbal and anchor.reading.pronoun not in ("", "نا")
        if told and attribution is not None and not others and (cast.patient or predicate.type == "CONCEDE"):
            cast.give("agent", not_itself(cast, self._acting_in(setting, index, attribution)))

    def _give_lent(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> None:
        """Who does what a noun tells, with a light verb or under another word: many are no state."""
        light = anchor.light_reading
        many = light is not None and self._are_many(light.word.form) and not cast.subject
        if many:
            cast.give("agent", not_itself(cast, self.many_before(setting, index, attribution)))
        named = bool(cast.agent)
        self._give_governing(setting, cast, anchor, index, attribution)
        if many and not named:  # "قالت السلطات المصرية إن المتهمين قاموا بإنشاء تنظيم"
            cast.agent = tuple(r for r in cast.agent if self.kinds.get(r.actor) != "state")

    def _tells_result(self, anchor: Anchor) -> bool:
        """Whether what was told before is rather the verb's subject: …، ما أجبر القوات على …."""
        joined = anchor.reading.prefix[:1] == "و"
        caused = anchor.predicate.kind == "result" and not joined
        return caused or (anchor.token > 0 and sums_up(self.document, anchor.token - 1))

    def _quotes_attack(self, setting: Setting, anchor: Anchor, index: int) -> bool:
        """Whether a quotation goes on with the attack before it: في هجوم بطائرة "استهدف قاعدة"."""
        opens = index > 0 and setting.phrases[index - 1].first in self.marks.breaks
        near = (self.types.get(k) for k in range(index - 2, max(-1, index - _QUOTED), -1))
        return opens and anchor.predicate.type == "ASSAULT" and "ASSAULT" in near

    @staticmethod
    def _are_many(form: Form) -> bool:
        """Whether a finite verb is a plural of men, which goes with no state, army or lone man."""
        return form.person == 3 and form.number == "plural" and form.gender == "masculine"

    def _give_owner(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> None:
        """Whom the pronoun on an event noun means."""
        predicate = anchor.predicate
        pronoun = anchor.owner
        suffers = predicate.genitive == "patient" and not cast.patient and bool(anchor.reading.pronoun)
        if suffers and self._for_an_end(setting, cast, anchor, index, attribution):
            return
        role: RoleName = "patient" if suffers else "agent"
        ours = pronoun == "نا" and attribution is not None
        beside = self.speakers(attribution) if ours and attribution is not None else ()
        beside = beside or self._both(setting, anchor, index, attribution)
        beside = beside or (() if suffers else self._as_before(setting, anchor, index))
        beside = beside or self._beside(setting, anchor, index)
        beside = beside or (() if suffers else self.acts.telling_when(anchor.token))
        who = beside or self.spoken_of(setting, index, attribution, wanted(anchor))
        either = predicate.type in VIOLENT and bool(anchor.reading.pronoun)  # "محاصرتهم": by them, or of them
        if pronoun == "هم" and suffers and not who:  # "أصيب سبعة من الجنود وتم نقلهم"
            who = self.many_of(self.befallen(index))
        if pronoun == "هم" and (beside or suffers or either):
            who = self._unless_one(predicate, who)
        elif pronoun == "هم":
            who = self.them(setting, index, attribution, who)
            unarmed = predicate.type not in (*VIOLENT, "COOPERATE")  # "انتماؤهم للتنظيم"
            who = tuple(r for r in who if r.actor != "civilians" or unarmed)
        cast.give(role, who)
        if predicate.type in ("MOVE", "MOBILIZE") and pronoun in OF_PERSONS:
            cast.give(role, SOMEBODY)  # "تم نقلهم", "تجنيدهم"

    def _unless_one(self, predicate: Predicate, who: Roles) -> Roles:
        """The roles, unless one who is no people were to do violence as "they", or suffer it: حبسهم."""
        one = predicate.type in VIOLENT and len(who) == 1 and who[0].actor not in self.peoples
        return self.many_of(who) if one else who

    def _for_an_end(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> bool:
        """Whether the clause's subject does so to somebody else for an end of his own: شن غارات لمنعهم."""
        if anchor.predicate.subject != "agent" or not anchor.reading.prefix.endswith("ل"):
            return False
        doing = self._doer_before(setting, anchor, index, attribution) or ()
        acting = Cast(agent=doing)
        pronoun = anchor.reading.pronoun
        to = self.meant_beside(
            setting, acting, index, attribution, anybody=False, told=False, pronoun=pronoun
        )
        if not doing or all(r.actor == "other" for r in to):
            return False
        cast.agent, cast.patient = doing, to
        return True

    def _give_governing(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> None:
        """Who does what a participle or a noun tells: who governs it, speaks or is accused."""
        predicate, word = anchor.predicate, anchor.reading.word
        stated = word.category == "passive" and predicate.type in ("REJECT", "REQUEST")
        if stated and attribution is not None:
            cast.give("agent", not_itself(cast, self.speakers(attribution)))  # "هذه المحاولات مرفوضة"
        elif word.category == "active" and not word.form.definite:
            cast.give("agent", self.spoken_of(setting, index, attribution))
        elif attribution is not None and self._is_accused(anchor, attribution):
            cast.sure = True
            cast.give("agent", not_itself(cast, unspanned(self.acts.addressed(attribution))))
        elif self._is_owned(setting, anchor, index):
            pass  # "أكد ضرورة وصول المساعدات": what arrives is said
        elif word.category == "noun" and predicate.subject == "agent" and predicate.type == "HARM":
            who = self._admitting(anchor, attribution)
            cast.give("agent", not_itself(cast, who))
        elif word.category == "noun" and not self._is_anothers(anchor) and predicate.subject == "agent":
            who = self.governing(setting, anchor, index, attribution)
            cast.give("agent", not_itself(cast, who))

    def _admitting(self, anchor: Anchor, attribution: AttributionDraft | None) -> Roles:
        """Who speaks, where he admits to have done what the noun tells: اعترف الجيش بقتل رهائن.

        A pronoun of his on the next word makes the fallen one of his own: اعترف التنظيم بقتل زعيمه.
        """
        if attribution is None or anchor.token - attribution.content_first > 1:
            return ()
        after = self.document.tokens[anchor.token + 1 : anchor.token + 2]
        if any(t.folded.endswith(THEIRS) and not t.text.endswith("ة") for t in after):
            return ()
        cue = self.document.tokens[attribution.cue_token].folded.removeprefix("و")
        return self.speakers(attribution) if cue.startswith(_ADMITTING) else ()

    @staticmethod
    def _is_owned(setting: Setting, anchor: Anchor, index: int) -> bool:
        """Whether a genitive says what goes or is somewhere, though it is nobody: وصول المساعدات.

        That of دخول بلدة X is where somebody goes.
        """
        following, phrase = anchor.token + 1, setting.phrases[index]
        if anchor.predicate.type not in _OF_ONES_OWN or following not in phrase.words:
            return False
        if any(m.first <= following + 1 and following < m.end for m in phrase.places):
            return False
        if anchor.predicate.genitive != "agent" or anchor.reading.word.form.definite:
            return False
        return not describes(setting.lexicons, setting.document.tokens[following].folded, definite=False)

    def _is_anothers(self, anchor: Anchor) -> bool:
        """Whether the noun is rather somebody else's than the clause's subject's: واجه التهديدات.

        So is what the subject answers: ترد الحكومة على اتهامات بالقصف.
        """
        said = anchor.predicate.type in _RAISED or anchor.predicate.type == "SANCTION"
        definite = anchor.reading.word.form.definite and not anchor.reading.prefix.endswith("ل")
        return anchor.predicate.type == "HARM" or (said and (definite or self._is_answered(anchor)))

    def _is_answered(self, anchor: Anchor) -> bool:
        """Whether a verb of answering stands before the noun, with or without its subject between."""
        words = [t.folded for t in self.document.tokens[max(0, anchor.token - 1 - _ANSWERED) : anchor.token]]
        return words[-1:] == [_TO] and not _ANSWERING.isdisjoint(w.removeprefix("و") for w in words)

    def _acting_in(self, setting: Setting, index: int, attribution: AttributionDraft) -> Roles:
        """Who does what somebody tells: the last subject of his words, listed or not, else he himself."""
        for k in range(index - 1, max(-1, index - TOPIC_REACH), -1):
            phrase = setting.phrases[k]
            if phrase.first < attribution.content_first:
                break
            if phrase.bare and phrase.words and self._is_subject(setting, k):
                who = somebody(setting, phrase)
                if who and self.document.tokens[max(0, phrase.words[0] - 1)].folded not in _WE:
                    return unspanned(who)
        return self._told_of(setting, attribution)

    def _helped(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> Roles:
        """Whom help or an order serves that the clause only adds: استعادت القاعدة بدعم من التحالف."""
        who = self._doer_before(setting, anchor, index, attribution) or ()
        acting = {r.actor for r in cast.agent}
        return tuple(r for r in who if r.actor not in acting)

    def _acted_before(self, index: int, gender: Gender | None) -> Roles:
        """Who did what the sentence told last before phrase `index`, where the verb agrees with him."""
        last = next((self.agents[k] for k in range(index - 1, -1, -1) if k in self.agents), ())
        listed = tuple(r for r in last if r.actor != "other")
        return unspanned(listed) if listed and agrees(self.document, listed, gender) else ()

    @staticmethod
    def _give_unknown(cast: Cast, anchor: Anchor) -> None:
        """Whoever harms somebody by a finite verb does it, though no party is named: ولدت … وقتلته."""
        predicate = anchor.predicate
        harms = predicate.type == "HARM" and predicate.subject == "agent" and predicate.object == "patient"
        if harms and anchor.reading.pronoun and anchor.reading.tense == "past" and not cast.agent:
            cast.sure = True
            cast.agent = SOMEBODY

    @staticmethod
    def _is_accused(anchor: Anchor, attribution: AttributionDraft) -> bool:
        """Whether harm is what somebody is accused of: اتهم السلطات بقتل صياد."""
        accused = attribution.act == "accuse" and anchor.token - attribution.content_first <= 1
        does = anchor.predicate.type == "HARM" and anchor.predicate.subject == "agent"
        return accused and does and anchor.reading.word.category == "noun"

    def _repelled(self, cast: Cast, index: int) -> None:
        """Who repels an attack is whom it was made on: تصدت القوات لهجوم."""
        k = next((k for k in range(index - 1, max(-1, index - 4), -1) if k in self.repels), None)
        if k is not None and not cast.patient:
            cast.patient = unspanned(self.doers.get(k, ()))
            cast.agent = cast.agent or unspanned(self.victims.get(k, ())) or SOMEBODY

    def _has_perpetrator(self, anchor: Anchor) -> bool:
        before = self.document.tokens[anchor.token - 1 : anchor.token]
        return any(split.rest.removeprefix("ال") in _PERPETRATORS for t in before for split in t.splits)

    def _judging_before(self) -> Roles:
        """The authority that the sentence names before as judging: أصدرت محكمة مصرية أحكاما … لم يحاكموا."""
        judging = (who for k, who in self.doers.items() if self.types.get(k) == "COERCE")
        named = (who for who in judging if any(r.span is not None for r in who))
        return unspanned(next((w for w in named if self.kinds.get(w[0].actor) in STATE_KINDS), ()))

    def _authority(
        self, anchor: Anchor, attribution: AttributionDraft | None, aside: AbstractSet[int]
    ) -> Roles:
        """Who arrests where nobody is said to: the state that speaks, else the one named last.

        A people is none, nor one named at a token of those `aside`.
        """
        speaking = () if attribution is None else self.speakers(attribution)
        own = tuple(r for r in speaking if self.kinds.get(r.actor) in STATE_KINDS)
        if own and attribution is not None and attribution.act in _OF_OTHERS:
            cue = self.document.tokens[attribution.cue_token]
            rules = any(split.rest in _ORDERS for split in cue.splits)
            return own if rules else ()  # "أعرب الوزير عن أمله في القبض على …"
        if own:
            return own
        near = (s for s in reversed(self.states) if s[0] < anchor.token and s[0] not in aside)
        first, actors = next(near, (-_AUTHORITY_REACH - 1, ()))
        return tuple(RoleDraft(a, None) for a in actors if anchor.token - first <= _AUTHORITY_REACH)

    @staticmethod
    def _is_done(anchor: Anchor) -> bool:
        """Whether the event is told by تم or جرى, which leave unsaid who did it."""
        light = None if anchor.light_reading is None else anchor.light_reading.word.light
        return light is not None and light.subject == "none" and not anchor.verbal

    def _is_decreed(
        self, setting: Setting, cast: Cast, anchor: Anchor, attribution: AttributionDraft | None
    ) -> bool:
        """Whether only an authority does it: حكم عليه بالسجن, فرض حظر التجوال; not what another asks for.

        Where a movement or organisation is named as who acts or announces, it is that one's.
        """
        if attribution is not None and attribution.act in ("request", "expect"):
            return False
        behind = self.document.tokens[anchor.token : anchor.token + _DECREED_REACH]
        decreed = any(split.rest.removeprefix("ال") in _DECREED for t in behind for split in t.splits)
        ruled = anchor.predicate.type == "COERCE" and (anchor.predicate.gloss in _RULINGS or decreed)
        return ruled and not self._is_of_no_state(setting, cast, anchor, attribution)

    def _is_of_group(self, anchor: Anchor, attribution: AttributionDraft | None) -> bool:
        """Whether an armed group tells of the arrest as its own, or was just told to coerce people.

        Not so where a state is named right before: يحتجز الحوثيون صحفيين، وتم في السعودية اعتقال ثلاثة.
        """
        said = attribution is not None and attribution.act == "announce"
        telling = attribution.actors if said and attribution is not None else ()
        near = any(first == anchor.token - 1 for first, _ in self.states)
        coercing = () if near else [who for k, who in self.doers.items() if self.types.get(k) == "COERCE"]
        doing = (r.actor for who in coercing for r in who)
        return any(self.kinds.get(actor) == "armed-group" for actor in (*telling, *doing))

    def _is_of_no_state(
        self, setting: Setting, cast: Cast, anchor: Anchor, attribution: AttributionDraft | None
    ) -> bool:
        """Whether one that is no state announces it or acts before: إعلان الحوثي الطوارئ."""
        if attribution is not None and attribution.act == "announce" and attribution.actors:
            return not any(self.kinds.get(a) in STATE_KINDS for a in attribution.actors)
        befell = {r.actor for who in (cast.patient, *self.victims.values()) for r in who}
        bare = (m for p in setting.phrases if p.bare and p.first <= anchor.token for m in p.actors)
        acting = (a for m in bare if m.first < anchor.token for a in m.actors if a not in befell)
        return any(self.kinds.get(a) in _OF_NO_STATE for a in acting)

    def _able(self, attribution: AttributionDraft) -> Roles:
        """Who speaks, where he tells of what he may have done himself."""
        if attribution.act not in ("report", "announce", "confirm"):
            return ()
        return tuple(r for r in self.speakers(attribution) if self.kinds.get(r.actor) in PARTIES)

    def _met_death(self, index: int) -> Roles:
        """Whose death a noun with a pronoun is: of him who met it (لقي … مصرعه)."""
        near = (k for k in range(index, max(-1, index - 4), -1) if self.types.get(k) == "HARM")
        return unspanned(next((self.victims[k] for k in near if self.victims.get(k)), ()))

    def _both(
        self, setting: Setting, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> Roles:
        """The two whom a dual means: the nearest before that "and" joins (الأردن والبحرين … إدانتهما)."""
        dual = anchor.reading.word.form.number == "dual" if anchor.verbal else anchor.reading.pronoun == "هما"
        return self.both_before(setting, index, attribution) if dual else ()

    def _as_before(self, setting: Setting, anchor: Anchor, index: int) -> Roles:
        """Whose the deed is to which "and" joins one with the same pronoun: أسرها جنديا وقتلها آخرين."""
        if not anchor.reading.prefix.startswith("و") or not anchor.reading.pronoun:
            return ()
        k = next((k for k in range(index - 1, max(-1, index - _QUOTED), -1) if k in self.types), -1)
        phrase = setting.phrases[k]
        if k < 0 or phrase.kind != "noun" or phrase.words[:1] != phrase.anchors[:1]:
            return ()
        doing = self.doers.get(k, ())
        first = self.document.tokens[phrase.words[0]]
        alike = first.folded.endswith(anchor.reading.pronoun) and not first.text.endswith("ة")
        if not alike:  # "عدوان إسرائيل على لبنان وقتلها المدنيين"
            deeds = {self.types[k], anchor.predicate.type} <= _DEEDS
            named = deeds and len(doing) == 1 and doing[0].span is not None and wanted(anchor) is not None
            return unspanned(doing) if named and agrees(self.document, doing, wanted(anchor)) else ()
        return unspanned(doing) or SOMEBODY

    @staticmethod
    def _beside(setting: Setting, anchor: Anchor, index: int) -> Roles:
        """Whom a noun with a pronoun behind "and" belongs to: who stands before it (حماس وهجماتها)."""
        if not anchor.reading.prefix.startswith("و") or not index:
            return ()
        phrase = setting.phrases[index]
        inside = tuple(m for m in phrase.actors if m.first < anchor.token)
        before = inside or (setting.phrases[index - 1].actors if phrase.words[0] == anchor.token else ())
        return tuple(RoleDraft(a, None) for m in before[-1:] for a in m.actors)

    def governing(
        self, setting: Setting, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> Roles:
        """Whose doing a bare masdar is: the subject before it, the accused, the asked, the speaker."""
        if self.document.tokens[anchor.token - 1].folded in _CHARGES:
            charged = (self.victims[k] for k in range(index, -1, -1) if self.victims.get(k))
            return unspanned(next(charged, ()))
        mutual = anchor.predicate.role_of("مع") == "patient"  # "سيطرت على البلدة بعد معارك مع …"
        since = self.document.tokens[anchor.token - 1].folded in SINCE
        if since and anchor.predicate.type in (*_DONE_TO, *_RAISED) and not mutual:
            return ()  # "منعت … غداة هجوم": another's doing
        before: Roles | None = self._bent_on(setting, index, attribution)
        before = before or unspanned(about_to(setting, index)) or self._led_to(setting, anchor, index)
        before = before or self._doer_before(setting, anchor, index, attribution)
        if before is not None:
            return before
        if attribution is None:
            return ()
        first = attribution.content_first
        if _is_responsibility(self.document, first):  # "أعلن مسؤوليته عن إسقاط …": his own doing
            return tuple(RoleDraft(actor, None) for actor in attribution.actors)
        if anchor.predicate.type == "COERCE" and attribution.act in ("report", "confirm", "announce"):
            near = anchor.token - first <= _ARREST_REACH
            return self.speakers(attribution) if near else ()  # "أكدت الشرطة إلقاء القبض على …"
        own = attribution.act in ("threaten", "request", "claim-responsibility")
        reach = 1 if anchor.predicate.type in _DONE_TO and not own else _GOVERNOR_REACH
        if anchor.token - first > reach:
            return ()
        if attribution.act in ("accuse", "request"):
            return unspanned(self.acts.addressed(attribution))
        claims = attribution.act == "claim-responsibility"
        told_of = not claims and anchor.token > first and self._points_back(anchor)
        if attribution.act in _OWN_DOING and not told_of:  # "أعلنت الحكومة أن الهجوم الذي استهدف …"
            return tuple(RoleDraft(actor, None) for actor in attribution.actors)
        return ()

    def _led_to(self, setting: Setting, anchor: Anchor, index: int) -> Roles:
        """Who sets out to do what the noun tells, or whom others make do it."""
        forced = unspanned(made_to(setting, anchor, index, self.victims))
        verb = None if forced else set_out(setting, anchor, index)
        if verb is None:
            return forced or self._for_the_end(setting, anchor, index)
        if any(self.types.get(k) == "REQUEST" for k in range(verb + 1, index)):
            return ()  # "يسعى التنظيم لحث الأهالي على إرسال …": the deed of those who are asked
        named = tuple(r for r in subject_of(setting, verb) if r.actor != "other")
        return unspanned(named) if agrees(self.document, named, gender_of(setting, verb)) else ()

    def _for_the_end(self, setting: Setting, anchor: Anchor, index: int) -> Roles:
        """Who does something for the end that the noun names: انتشرت القوات لمنع الهجمات."""
        found = for_an_end(setting, anchor, index)
        if found is None or anchor.predicate.type not in _ENDS:
            return ()
        verb, subject = found
        told = {self.types.get(k) for k in range(verb, index)}
        first = setting.phrases[verb].first
        if told & _NOT_FOR_AN_END or first in self.marks.cues or self._only_speaks(subject):
            return ()
        who = participants(subject)
        return unspanned(who) if agrees(self.document, who, gender_of(setting, verb)) else ()

    def _bent_on(self, setting: Setting, index: int, attribution: AttributionDraft | None) -> Roles | None:
        """Whom the pronoun means of which a participle says what he is bent on: إنها مستمرة في القصف.

        That is who speaks, or of whom the clause before told.
        """
        if index < 2:
            return None
        that, participle = setting.phrases[index - 2 : index]
        if that.mark != "complementiser" or len(participle.words) != 1:
            return None
        folded = self.document.tokens[that.first].folded
        opens = attribution is not None and that.first == attribution.content_first
        before = self.document.tokens[that.first - 1].folded if that.first else ""
        opens = opens or before in _BUT or folded.startswith(("و", "ل"))  # "إلا أنها", "لكنها"
        own = folded.endswith(("نه", "نها", "ننا")) and opens
        if not own or not head_word(setting, participle).startswith(BENT_ON):
            return None
        gender: Gender = "feminine" if folded.endswith("نها") else "masculine"
        return self.spoken_of(setting, index - 1, attribution, gender) or None

    def not_only_telling(self, agents: Roles, predicate: Predicate, attribution: AttributionDraft) -> Roles:
        """The agents without a speaker who only tells: announcing deaths is not causing them."""
        if predicate.type not in _DONE_TO or attribution.act == "claim-responsibility":
            return agents
        source, tells = attribution.source, set(attribution.actors)
        befell = predicate.type == "HARM" and predicate.subject != "agent"  # "مقتل", not "قتل"
        return tuple(
            role
            for role in agents
            if role.actor not in tells
            or not (role.span is None or role.span == source)
            or (not befell and self.kinds.get(role.actor) in PARTIES)
        )

    @staticmethod
    def _opens(phrase: Phrase) -> bool:
        """Whether another clause ends or this one begins at the phrase."""
        return (phrase.kind == "stop" and phrase.mark not in "()،,") or phrase.mark == "complementiser"

    def _doer_before(
        self, setting: Setting, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> Roles | None:
        """Who governs the masdar from before it in its clause; None where nothing does."""
        phrases = setting.phrases
        for k in range(index - 1, max(-1, index - _GOVERNOR_REACH), -1):
            phrase = phrases[k]
            if self._opens(phrase) or (attribution is not None and phrase.first < attribution.content_first):
                break
            leads = self._leads_to(setting, anchor, k, index)
            aside = anchor.predicate.type == "CONTROL" and phrase.kind != "verb" and not leads
            if self.doers.get(k) and not aside:
                pursued = self.types.get(k) == "COERCE" and self._is_pursued(phrase, anchor)
                return unspanned(self.doers[k]) if leads and not pursued else ()
            if aside:
                continue  # "سيطرت المقاومة على معقل للحركة بعد أيام من السيطرة على …"
            harmed = self.types.get(k) == "HARM" and anchor.predicate.type == "ASSAULT"
            harmed = harmed or (k == index - 1 and self._is_hit_by(setting, k, anchor))
            if harmed or (phrase.kind == "verb" and not self._leads_to(setting, anchor, k, index)):
                return ()  # "قتل مدنيون في قصف": who is killed does not shell
            if phrase.kind == "verb":
                return self._subject_at(setting, k, attribution)
            if k == index - 1 and goes_on(self.document, phrase) and not self._only_speaks(phrase):
                return unspanned(participants(phrase))  # "استمرار التنظيم بقصف"
            if phrase.bare and phrase.actors and not self._only_speaks(phrase):
                if anchor.predicate.type == "ASSAULT" and (
                    self._befell(phrase) or self._are_harmed(setting, k)
                ):
                    return ()  # "مقتل فلان، أحد قادة التنظيم، في غارة"
                nearest = next((j for j in range(k - 1, max(-1, k - 5), -1) if phrases[j].kind == "verb"), -1)
                if self.doers.get(nearest):
                    continue  # "قتل التنظيم جنودا في هجوم": whom the verb befalls does not attack
                if phrases[index].preposition and not self._points_back(anchor):
                    return unspanned(participants(phrase))  # "استمرار التنظيم في التحشيد"
        return None

    def _are_harmed(self, setting: Setting, k: int) -> bool:
        """Whether phrase `k` is of those whom the verb before harmed: أصيب سبعة بينهم شرطة في هجوم."""
        before = range(k - 1, max(-1, k - _HARMED), -1)
        verb = next((j for j in before if setting.phrases[j].kind == "verb"), -1)
        return self.types.get(verb) == "HARM" and not self.doers.get(verb)

    def _is_hit_by(self, setting: Setting, k: int, anchor: Anchor) -> bool:
        """Whether an attack is the subject of the verb of hitting right before it: استهدف هجوم الأمس سوقا."""
        verb, phrase = setting.phrases[k], setting.phrases[setting.phrase_of[anchor.token]]
        hits = verb.kind == "verb" and self.types.get(k) == anchor.predicate.type == "ASSAULT"
        return hits and not self.doers.get(k) and phrase.bare and phrase.words[:1] == [anchor.token]

    def _subject_at(self, setting: Setting, k: int, attribution: AttributionDraft | None) -> Roles:
        """Who does what the verb at phrase `k` tells; nobody where that is but what came of what was told."""
        first, own = setting.phrases[k].first, subject_in_relative(setting, k)
        if first and sums_up(self.document, first - 1):
            return ()
        if own is not None:  # "يستذكر الحزب الدور الذي اضطلع به الفقيد في دعم …"
            return unspanned(participants(own))
        told = unspanned(subject_of(setting, k))
        if not told and self.by_words and self._is_where(setting, k):
            return ()
        either = self.document.tokens[first].folded.removeprefix("و").startswith("ت")  # "تواصل": he or she
        gender = gender_of(setting, k)
        gender = None if either and gender == "masculine" else gender
        return told or self.spoken_of(setting, k, attribution, gender, near=False)

    def _is_where(self, setting: Setting, k: int) -> bool:
        """Whether the verb's subject is but where it happens: وتشهد المنطقة تصعيدا."""
        behind = setting.phrases[k + 1] if k + 1 < len(setting.phrases) else None
        if behind is None or not (behind.bare and behind.words) or behind.actors:
            return False
        place = target_kind(setting.lexicons, head_word(setting, behind)) == "place"
        place = place or any(p.first == behind.words[0] for p in behind.places)
        found = gender_at(self.document, behind.words[0])
        return place and self._is_subject(setting, k + 1) and found in (None, gender_of(setting, k))

    def _is_pursued(self, phrase: Phrase, anchor: Anchor) -> bool:
        """Whether the deed is another's, for which he is taken: اعتقلت مشتبها به في هجوم."""
        attack = anchor.predicate.type in ("ASSAULT", "HARM")
        suspected = attack and under_suspicion(self.document, phrase.first + 1, anchor.token, behind=0)
        return suspected or self._points_back(anchor)

    def _points_back(self, anchor: Anchor) -> bool:
        """Whether a definite attack is what somebody is taken for: اعتقال المتورطين بالتفجير."""
        attack = anchor.predicate.type in ("ASSAULT", "HARM")
        return attack and self.document.tokens[anchor.token].folded.startswith(DEFINITE)

    def _leads_to(self, setting: Setting, anchor: Anchor, k: int, index: int) -> bool:
        """Whether who does phrase `k` also does the masdar behind it: not so of a blast that is condemned."""
        if anchor.predicate.type not in _DONE_TO or self._is_means(setting, index):
            return True
        if k in self.types:
            # "دخلوا المدينة بعد معارك": who goes in has fought
            fight = anchor.predicate.role_of("مع") == "patient" and anchor.predicate.type == "ASSAULT"
            fought = fight and self.document.tokens[anchor.token - 1].folded in SINCE
            return self.types[k] in _DONE_TO or (fought and self.types[k] == "MOVE")
        return self._announces(setting, k, index)

    def _is_means(self, setting: Setting, index: int) -> bool:
        """Whether the phrase says by what somebody does something else: خرقت الهدنة من خلال قصف, عبر قصف."""
        first = setting.phrases[index].first
        before = [t.folded for t in self.document.tokens[max(0, first - 1) : first + 1]]
        return before in _BY_WAY_OF or setting.phrases[index].preposition == "عبر"

    def _announces(self, setting: Setting, k: int, index: int) -> bool:
        """Whether nothing but subject and circumstances stands between a light verb and the masdar."""
        folded = self.document.tokens[setting.phrases[k].first].folded
        light = (r.word.light for r in setting.lexicons.predicates.look_up(folded))
        if not any(verb is not None and verb.subject == "agent" for verb in light):
            return False
        return all(p.kind in ("noun", "time") or p.mark in "،," for p in setting.phrases[k + 1 : index])

    def charge(self, cast: Cast) -> None:
        """Who took somebody on a charge accuses him: اعتقلت … بتهمة."""
        cast.agent = unspanned(next((self.doers[k] for k in reversed(self.doers)), cast.agent))
        cast.patient = unspanned(next((self.victims[k] for k in reversed(self.victims)), cast.patient))


def is_charge(document: Document, anchor: Anchor) -> bool:
    """Whether the anchor is a word for a charge, اعتقل بتهمة, and not for a deed: جريمة بحق المدنيين."""
    return anchor.predicate.type == "ACCUSE" and document.tokens[anchor.token].folded in _CHARGES


def _is_responsibility(document: Document, first: int) -> bool:
    """Whether the content begins with the speaker's responsibility for something: مسؤوليته عن …."""
    return document.tokens[first].folded.startswith(_RESPONSIBILITY)


def _obliged(setting: Setting, anchor: Anchor, index: int) -> Phrase | None:
    """On whom it is, by "that on him", to do what follows: إن على قسد الانسحاب, أن على تركيا أن تنسحب."""
    phrases, phrase = setting.phrases, setting.phrases[index]
    opens = index > 0 and phrases[index - 1].mark == "complementiser"
    k = index - 1 - (anchor.verbal and opens)
    noun = not anchor.verbal and phrase.bare and phrase.words[:1] == [anchor.token]
    # "إن على إسرائيل ضغوطا": what is on her she does not do
    noun = noun and not setting.document.tokens[anchor.token].folded.endswith("ا")
    if k < 1 or not (noun or (anchor.verbal and opens)) or phrases[k - 1].mark != "complementiser":
        return None
    upon = phrases[k]
    people = bool(upon.actors) or target_kind(setting.lexicons, head_word(setting, upon)) in PERSONAL
    return upon if upon.preposition == "علي" and upon.words and people else None


def _named_aside(setting: Setting) -> Iterator[int]:
    """Where the sentence names those whom a ruling or its crime is about: عملاء لإسرائيل, ضد الفلسطينيين."""
    return (m.first for p in setting.phrases if p.preposition in _ABOUT for m in p.actors)


def not_itself(cast: Cast, who: Roles) -> Roles:
    """`who` without those whom the event befalls."""
    taken = {r.actor for r in cast.patient} - {"other"}
    return tuple(r for r in who if r.actor not in taken)


def _has_no_object(cast: Cast, anchor: Anchor) -> bool:
    """Whether a verb for arresting has neither subject nor object, as a passive: الرجلان … اعتقلا."""
    told = cast.subject or cast.agent or cast.patient or cast.pronouns or anchor.reading.pronoun
    past = anchor.verbal and anchor.reading.word.form.tense == "past"
    taken = past and anchor.predicate.mode == "arrest" and anchor.predicate.object == "patient"
    return taken and not told and not anchor.predicate.prepositions
