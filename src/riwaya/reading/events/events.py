"""Claims: each event or state that a sentence expresses, with its participants and its holder."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.hedges import PERSONAL, TargetKind, load_hedges
from riwaya.lexicon.inflect import OBJECTS
from riwaya.lexicon.predicates import load_predicates
from riwaya.lexicon.tables import LEXICON
from riwaya.model import Span, Time
from riwaya.packs.wars import War
from riwaya.reading.draft import (
    ARMED,
    AttributionDraft,
    ClaimDraft,
    Findings,
    PlaceMention,
    QuantityMention,
    RoleDraft,
)
from riwaya.reading.events.anchors import OF_PERSONS, Anchor, Lexicons, Named, find_anchors
from riwaya.reading.events.casts import Cast, Surroundings, surroundings
from riwaya.reading.events.clauses import Marks, Phrase, marks_of
from riwaya.reading.events.counts import (
    affected_by,
    assign_counts,
    claim_for,
    counted_party,
    of_the_same,
)
from riwaya.reading.events.cutting import cut
from riwaya.reading.events.doubles import without_doubles, without_pointers
from riwaya.reading.events.factuality import Modality, factuality_of, find_modality
from riwaya.reading.events.fights import CASUALTIES
from riwaya.reading.events.holders import holders_of
from riwaya.reading.events.inflicted import is_deed
from riwaya.reading.events.naming import (
    FORCES,
    QUANTIFIERS,
    SEVERAL,
    UNNAMED_FIGHTERS,
    Roles,
    Setting,
    are_open,
    target_kind,
)
from riwaya.reading.events.nounroles import cast_of_noun
from riwaya.reading.events.participles import is_of_many
from riwaya.reading.events.rivals import Rivals
from riwaya.reading.events.roles import WITH_OTHERS
from riwaya.reading.events.senses import idleness, meets
from riwaya.reading.events.stages import Noted, Report, completed
from riwaya.reading.events.understood import Understood, is_charge
from riwaya.reading.events.verbroles import cast_of_verb
from riwaya.reading.events.voice import voice_of
from riwaya.text import Document
from riwaya.text.sentences import Sentence

#: Types that an attributing cue itself expresses (اتهم، طالب، رفض); other cues only say that somebody speaks.
CUE_TYPES = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "AGREE", "SUPPORT"))
#: What those do who say against what they do it (احتجاجا على …).
_DONE_SO = frozenset(("PROTEST",))
_PLACES = 3
#: How many words may say who takes part before his kind is told: آلاف المصلين.
_HEADS = 2
#: How far a light verb may stand before its noun for both to be one anchor, and how long that may be.
_COMPOUND = 3
_LONGEST_ANCHOR = 40
#: The same of a light verb and its noun, between which an aside may stand: فرضت في الوقت نفسه عقوبات.
_LENT = 4
#: What begins such an aside of time or place (فرضت في المدينة عقوبات), folded.
_BEGINS_ASIDE = "في"
#: How far behind its verb the word may stand that completes the expression.
_COMPLEMENT = 2
#: How far behind a predicate the word that it needs may stand.
_NEEDED = 5
#: Kinds of words for those who may do harm, and for those who may go or be taken somewhere.
_ARMED: frozenset[TargetKind | None] = frozenset(("fighter", "soldier", "body"))
_ACCUSED = word_beginnings("accused")
#: The opposition, which is a body and no act.
_OPPOSITION = word_beginnings("opposition")
#: Types told of things as well as of people: they count with anybody at all.
_SOMEBODY = frozenset(("MONITOR", "SUPPORT", "COOPERATE", "AID", "CONSULT", "AGREE", "PRESENCE", "THREATEN"))
#: When those tell something by themselves; the others of them never do.
_TELLING_OF_ANYBODY: Mapping[str, Callable[[ClaimDraft, Anchor], bool]] = {
    "AGREE": lambda _, anchor: anchor.verbal,  # "تم الاتفاق على ذلك", no heading "اتفاق"
    "CONSULT": lambda claim, _: claim.content != claim.anchor,  # "عقد اجتماع أمس", no heading "اجتماع"
    "MONITOR": lambda _, anchor: anchor.needed is not None,  # "فتح تحقيق في ذلك"
    "SUPPORT": lambda claim, _: claim.attribution is not None,  # "قال الوزير إن الدعم مستمر"
}
#: Of these nothing is told where neither words nor what is understood say who takes part.
_OF_SOMEBODY = frozenset(("AID", "CONCEDE", "COOPERATE"))
#: The entry of a movement that war tells of as well as progress of any kind.
_ONWARD = "advance"
#: Entries of verbs that say only that somebody undergoes or inflicts what the word behind them names.
_UNDERGONE = frozenset(
    ("be exposed to attack", "suffer damage", "inflict damage", "inflict losses", "suffer losses")
)
#: What carries a pronoun that stands apart from its word, folded.
_APART = "ايا"
#: What is done, though it stands at the head of a name for who does it.
_AGGRESSION = event_words("aggression")
#: Measures of counts that say of an attack what it was made with, and not whom it hit.
_NOT_HIT = frozenset(("other", "weapons"))
#: Beginnings of words for soldiers and policemen, folded: states have both.
_SOLDIERS = word_beginnings("soldier")
#: Kinds of parties that have soldiers.
_WITH_SOLDIERS = frozenset(("state", "armed-forces", "armed-group", "government"))
_LEFT_OPEN = frozenset(("REQUEST", "REJECT", "THREATEN"))


def load_lexicons(folder: Path = LEXICON / "ar") -> Lexicons:
    """Everything that claims are read with. Raises PackError on an invalid table."""
    return Lexicons(load_predicates(folder), load_hedges(folder))


def find_claims(
    document: Document,
    findings: Findings,
    lexicons: Lexicons,
    adjectives: Mapping[str, str] | None = None,
    capitals: Mapping[str, str] | None = None,
    sides: Mapping[str, str] | None = None,
    wars: Sequence[War] = (),
) -> tuple[ClaimDraft, ...]:
    """The claims of a document, in the order of the text.

    `adjectives` maps folded adjectives of nationality (الروسيه) to actor ids: "الغارات الروسية" has an
    agent although nobody is named by a noun. `capitals` maps folded words that may mean a state (موسكو) to
    its id: who is addressed by one is that state. `sides` maps actors to their parties, `wars` are fought
    when the report appears.
    """
    reader = _ClaimReader(document, findings, lexicons, adjectives or {}, capitals or {})
    told = [reader.read(sentence) for sentence in document.sentences]
    report = Report(
        document,
        findings,
        lexicons,
        adjectives or {},
        sides or {},
        wars,
        Rivals(document, findings, wars, sides or {}),
        reader.noted,
        sentence_of={c.anchor_token: number for number, found in enumerate(told) for c in found},
    )
    return completed([c for found in told for c in found], report)


class _ClaimReader:
    """Reads sentence after sentence; remembers who was spoken of last, for pronouns."""

    def __init__(
        self,
        document: Document,
        findings: Findings,
        lexicons: Lexicons,
        adjectives: Mapping[str, str],
        capitals: Mapping[str, str],
    ) -> None:
        self.document = document
        self.attributions = findings.attributions
        self.lexicons = lexicons
        self.adjectives = adjectives
        self.marks: Marks = marks_of(document, findings)
        self.holders = holders_of(findings.attributions, len(document.tokens))
        self.cue_of = {a.cue_token: k for k, a in enumerate(findings.attributions)}
        #: Tokens of cues, of which one is not like another (وفق ما نقلته الوكالة).
        self.cue_words = {
            i for a in findings.attributions for i in range(*document.token_range(a.cue.start, a.cue.end))
        }
        self.named: dict[int, Named] = {i: "time" for m in findings.times for i in range(m.first, m.end)}
        self.named.update((i, "place") for m in findings.places for i in range(m.first, m.end))
        for m in findings.actors:
            first = m.first + (m.end - m.first > 1 and self._is_aggression(m.first))
            self.named.update((i, "actor") for i in range(first, m.end))
        self.counted = frozenset(i for q in findings.quantities for i in range(q.first, q.end + 1))
        self.quantities = sorted(findings.quantities, key=lambda q: (q.first, q.end))
        self.next_quantity = 0
        self.ended = {document.sentence_at(a.content_first): k for k, a in enumerate(findings.attributions)}
        self.announced = frozenset(
            a.content_first
            for a in findings.attributions
            if a.content_first > a.cue_token
            and (document.tokens[a.content_first - 1].kind == "word" or _goes_on_behind_comma(document, a))
        )
        self.spoken = {a.cue_token: (a.act, a.content_first) for a in findings.attributions}
        self.understood = Understood(document, findings, self.marks, capitals, adjectives)
        forces = sum(m.kind in ARMED for m in findings.actors)
        self.idle = idleness(document, lexicons.hedges, forces)
        self.noted = Noted()

    def _is_aggression(self, token: int) -> bool:
        """Whether a name begins with a deed: "شنها العدوان التركي" tells who, "ردا على العدوان" what."""
        folded = self.document.tokens[token].folded
        before = self.document.tokens[token - 1].folded if token else ""
        word = self.lexicons.hedges.clause_word(before)
        governed = folded.startswith(("لل", "بال")) or (word is not None and word.kind == "preposition")
        return governed and folded.removeprefix("لل").removeprefix("بال").removeprefix("ال") in _AGGRESSION

    def read(self, sentence: Sentence) -> list[ClaimDraft]:
        """The claims of one sentence."""
        quantities = self._quantities_of(sentence)
        anchors = find_anchors(
            self.document,
            sentence,
            self.lexicons,
            self.named,
            self.counted,
            idle=self.idle,
            announced=self.announced,
            spoken=self.spoken,
        )
        anchors = tuple(a for a in anchors if self._is_act(a))
        anchors, pointing = without_pointers(self.document, anchors, self.attributions, self.holders)
        self.noted.pointing |= pointing
        taken, left = assign_counts(self.document, anchors, quantities, self.holders)
        anchors = without_doubles(anchors, taken)
        if not anchors and not left:
            return []
        by_token = {a.token: a for a in anchors}
        phrases = cut(self.document, sentence, self.marks, self.lexicons, by_token)
        phrase_of = {i: n for n, p in enumerate(phrases) for i in (p.first, *p.words)}
        anchors = tuple(a for a in anchors if a.token in phrase_of)  # not inside a time or a number
        setting = Setting(
            self.document,
            phrases,
            self.lexicons,
            self.adjectives,
            phrase_of,
            capitals=self.understood.capitals,
        )
        modality = find_modality(self.document, sentence, self.lexicons.hedges)
        self.understood.begin()
        self.noted.verbs.update(a.token for a in anchors if a.verbal)
        self.noted.many.update(a.token for a in anchors if is_of_many(self.document, a))
        self.noted.open_acts.update(a.token for a in anchors if _leaves_open(a))
        read = [
            (a, self._claim(setting, a, phrase_of[a.token], modality, taken.get(a.token))) for a in anchors
        ]
        claims = [c for a, c in read if _tells(c, a) and (c.type != "MOVE" or self._goes(c, a))]
        told = {c.anchor_token for c in claims}
        lost = [quantity for token, quantity in taken.items() if token not in told]
        claims = self._with_counted(claims, (*left, *lost))
        self.understood.remember(setting, phrases)
        return sorted(claims, key=lambda c: (c.anchor_token, c.anchor))

    def _with_counted(
        self, claims: Sequence[ClaimDraft], quantities: Sequence[QuantityMention]
    ) -> list[ClaimDraft]:
        """The claims of a sentence and those of the counts that no word for what happened has taken."""
        found = list(claims)
        fled = any(c.type == "RETREAT" for c in claims)
        for quantity in quantities:
            if fled and quantity.measure == "displaced" and self._are_armed(quantity):
                continue  # "فرار عشرات المقاتلين": fighters flee and are not driven from home
            token = quantity.noun if quantity.noun is not None else quantity.first
            whom = self._counted(quantity)
            counted = claim_for(self.document, quantity, self.holders[token], whom)
            found.append(of_the_same(counted, found))
        return found

    def _are_armed(self, quantity: QuantityMention) -> bool:
        noun = None if quantity.noun is None else self.document.tokens[quantity.noun].folded
        return noun is not None and target_kind(self.lexicons, noun) in _ARMED

    def _is_act(self, anchor: Anchor) -> bool:
        """Not a cue that only says that somebody speaks, nor a suspect: "قبض على متهم", but "متهما إياه"."""
        accused = anchor.reading.word.form.text.startswith(_ACCUSED) and anchor.predicate.type == "ACCUSE"
        if accused and not self.document.tokens[anchor.token].folded.endswith(("ا", "ه")):
            return False
        if anchor.token in self.cue_words:
            return anchor.predicate.type in CUE_TYPES | _DONE_SO
        if anchor.predicate.type == "REJECT" and self.document.tokens[anchor.token].folded.endswith(
            _OPPOSITION
        ):
            return False
        counted = (accused or anchor.predicate.type == "REQUEST") and self._is_counted(anchor.token)
        return not counted  # "983 of the accused", "600 طالب"

    def _is_counted(self, token: int) -> bool:
        """Whether the word stands in a count, or right behind a number."""
        return token in self.counted or (token > 0 and self.document.tokens[token - 1].kind == "number")

    def _quantities_of(self, sentence: Sentence) -> list[QuantityMention]:
        found: list[QuantityMention] = []
        while self.next_quantity < len(self.quantities):
            quantity = self.quantities[self.next_quantity]
            if quantity.first >= sentence.end:
                break
            if quantity.first >= sentence.start:
                found.append(quantity)
            self.next_quantity += 1
        return found

    def _claim(
        self,
        setting: Setting,
        anchor: Anchor,
        index: int,
        modality: Modality,
        quantity: QuantityMention | None,
    ) -> ClaimDraft:
        predicate, holder = anchor.predicate, self.holders[anchor.token]
        attribution = None if holder is None else self.attributions[holder]
        cue = self.cue_of.get(anchor.token)
        cast = self._cast(setting, anchor, index, attribution, quantity)
        if cue is not None:
            holder = self._around(cue, anchor.token)
        value, value_cue = factuality_of(anchor, modality, attribution)
        if cast.hindered is not None and value in ("CT+", "PS+"):
            hindrance = cast.hindered[1]
            word = self.document.tokens[hindrance.token]
            value, value_cue = hindrance.factuality, Span(word.start, word.end)
        if cast.upon is not None and value == "CT+":
            value, value_cue = "Uu", self.document.span(cast.upon.first, cast.upon.first)
        self.understood.note_hindrance(anchor, index, value)
        around = surroundings(setting, index)
        past = anchor.reading.tense == "past" or self._is_headline_verb(setting, anchor, index)
        past = past and predicate.phase == "hold" and predicate.type == "CONTROL"
        return ClaimDraft(
            anchor=self._anchor_span(anchor),
            anchor_token=anchor.token,
            content=self._content(setting.phrases[index], around, attribution),
            attribution=holder,
            voice=voice_of(self.document, anchor, setting.phrases, index, self._told_by(anchor, attribution)),
            factuality=value,
            factuality_cue=value_cue,
            type=predicate.type,
            mode=predicate.mode,
            phase="begin" if past else predicate.phase,
            agent=cast.agent,
            patient=cast.patient,
            recipient=cast.recipient,
            places=_places(setting, cast, index, around),
            time=_time((*around.left, setting.phrases[index], *around.right), attribution),
            quantity=quantity,
        )

    def _is_headline_verb(self, setting: Setting, anchor: Anchor, index: int) -> bool:
        """Whether a headline tells what happened by a verb of the present: قوات الحكومة تسيطر على الحي."""
        title = self.document.title
        inside = title is not None and self.document.tokens[anchor.token].end <= title.end
        described = index > 0 and setting.phrases[index - 1].mark == "relative"
        return inside and anchor.verbal and not described

    def _anchor_span(self, anchor: Anchor) -> Span:
        """The words that express the event: one word, or a light or resulting verb with its noun."""
        tokens, (first, last) = self.document.tokens, self._expressed_from_to(anchor)
        span = Span(tokens[first].start, tokens[last].end)
        plain = not any(tokens[i].kind == "sign" or i in self.marks.actors for i in range(first, last + 1))
        if plain and span.end - span.start <= _LONGEST_ANCHOR:
            return span
        alone = last if anchor.predicate.gloss in _UNDERGONE else anchor.token
        return Span(tokens[alone].start, tokens[alone].end)

    def _expressed_from_to(self, anchor: Anchor) -> tuple[int, int]:
        """The first and the last of the words that express the event."""
        tokens, first, last = self.document.tokens, anchor.token, anchor.token
        if anchor.light is not None and self._is_lent_by(anchor.light, anchor.token):
            first = anchor.light if anchor.light not in self.cue_of else first
        elif anchor.predicate.kind == "result":
            # "أسفر عن مقتل"; behind the verb's own subject the harm alone tells it: "أسفر القصف عن [مقتل]".
            # Right behind the verb it may be what leads to more: "سيؤدي مقتله إلى [مقتل] آخرين".
            right = anchor.predicate.object == "patient" or self._leads(min(first + 1, len(tokens) - 1))
            behind = range(first + 2 - right, min(len(tokens), first + _NEEDED + 1))
            last = next((i for i in behind if self._is_harm(i)), last)
            first = first if last == first + 1 or self._leads(min(first + 1, last)) else last
            last = self._fallen(last, first)
        if anchor.predicate.gloss in _UNDERGONE:
            # Far from its verb the noun alone tells it: "كبدت المقاومة العدو [خسائر]".
            last = max(last, anchor.needed or 0)
            first = first if last - first <= _COMPOUND else last
        elif anchor.predicate.needs and anchor.predicate.object == "none":
            last = self._completed(anchor)
        elif anchor.predicate.type == "HARM" and anchor.predicate.needs:
            last = self._fallen(last, first)
        return first, last

    def _is_lent_by(self, light: int, noun: int) -> bool:
        """Whether a light verb and its noun are one expression: close by, or with a time between them."""
        aside = self.document.tokens[light + 1].folded == _BEGINS_ASIDE or self.named.get(light + 1) == "time"
        return 0 < noun - light <= (_LENT if aside else _COMPOUND)

    def _completed(self, anchor: Anchor) -> int:
        """The last word of an expression whose object is part of it: أطلق النار, حكم عليه بالسجن."""
        tokens = self.document.tokens
        for i in range(anchor.token + 1, min(len(tokens), anchor.token + _COMPLEMENT + 1)):
            if self.lexicons.hedges.clause_word(tokens[i].folded) is None:
                return i if meets(tokens[i].folded, anchor.predicate.needs) else anchor.token
        return anchor.token

    def _fallen(self, token: int, first: int) -> int:
        """The word for the dead or wounded that completes "fall": سقوط أربعة قتلى, سقط 20 جريحا."""
        tokens = self.document.tokens
        behind = range(token + 1, min(len(tokens), token + _COMPOUND + 1))
        fell = [i for i in (token, *behind) if tokens[i].folded.removeprefix("ال").startswith(CASUALTIES)]
        last = fell[0] if fell else token
        return last if tokens[last].end - tokens[first].start <= _LONGEST_ANCHOR else token

    def _leads(self, token: int) -> bool:
        """Whether a preposition or a number stands there: what led to harm goes on to the harm itself."""
        if self._is_harm(token) and self.document.tokens[token].folded.startswith(("ب", "ل")):
            return True  # "تسبب بمقتل"
        word = self.lexicons.hedges.clause_word(self.document.tokens[token].folded)
        number = self.document.tokens[token].kind == "number" or token in self.marks.quantities
        return number or (word is not None and word.kind == "preposition")

    def _is_harm(self, token: int) -> bool:
        readings = self.lexicons.predicates.look_up(self.document.tokens[token].folded)
        return any(r.word.predicate is not None and r.word.predicate.type == "HARM" for r in readings)

    def _cast(
        self,
        setting: Setting,
        anchor: Anchor,
        index: int,
        attribution: AttributionDraft | None,
        quantity: QuantityMention | None,
    ) -> Cast:
        """The event's participants: written ones first, then those understood, then those counted."""
        predicate = anchor.predicate
        if attribution is not None and self.cue_of.get(anchor.token) is None:
            setting = replace(setting, start=attribution.content_first)
        cast = cast_of_verb(setting, anchor, index) if anchor.verbal else cast_of_noun(setting, anchor, index)
        if is_charge(self.document, anchor):
            cast.patient = ()  # "بتهمة الانضمام إلى التنظيم": whom he joined is not charged
        cue = self.cue_of.get(anchor.token)
        if cue is not None:
            self.understood.acts.speak(cast, self.attributions[cue])
        apart = self._pronoun_behind(anchor)
        if apart:
            cast.patient = ()
            cast.pronouns.append("patient")
        self.understood.fill(setting, cast, anchor, index, attribution)
        for role in cast.pronouns:
            if role == "both":  # "التنسيق بينهما"
                both = self.understood.both_before(setting, index, attribution)
                cast.oppose(both[:1], both[1:])
                continue
            people = predicate.type in ("MOVE", "MOBILIZE") and anchor.reading.pronoun in OF_PERSONS
            anybody = predicate.type in WITH_OTHERS or people
            told = self.cue_of.get(anchor.token) is not None  # "رفضت …، واتهمها": who spoke before is meant
            if cast.passive and anchor.verbal:
                cast.give(role, self.understood.befallen(index))  # "أصيب شاب، … إلى أنه نقل": the wounded
            pronoun = anchor.reading.pronoun if anchor.verbal and role == predicate.object else apart
            pronoun = pronoun or cast.governed.get(role, "")
            meant = self.understood.meant_beside(setting, cast, index, attribution, anybody, told, pronoun)
            cast.give(role, meant)
        self.understood.note(anchor, index, cast)
        self._settle(cast, anchor, attribution, quantity)
        self.understood.note_victims(predicate.type, index, cast)
        if is_deed(setting, anchor, cast):
            self.noted.deeds.add(anchor.token)
        if cast.aimed and are_open(cast.patient):
            self.noted.aimed.add(anchor.token)
            if cast.manned:
                self.noted.manned.add(anchor.token)
        return cast

    def _pronoun_behind(self, anchor: Anchor) -> str:
        """The pronoun that stands apart behind the word as its object (متهما إياها); else empty."""
        behind = self.document.tokens[anchor.token + 1 : anchor.token + 2]
        pronoun = behind[0].folded.removeprefix(_APART) if behind else ""
        return pronoun if behind and pronoun in OBJECTS and behind[0].folded != pronoun else ""

    def _settle(
        self,
        cast: Cast,
        anchor: Anchor,
        attribution: AttributionDraft | None,
        quantity: QuantityMention | None,
    ) -> None:
        """Let who is counted, charged or named as a soldier be whom the kind of event allows."""
        predicate = anchor.predicate
        # "بعشرات الصواريخ": what is fired is not whom it hits
        befell = predicate.type == "HARM" or (quantity is not None and quantity.measure not in _NOT_HIT)
        if quantity is not None and befell and predicate.type in ("HARM", "ASSAULT", "COERCE"):
            if anchor.verbal and not anchor.passive and self._is_bomber_before(cast, quantity):
                # "قتل انتحاري من المدينة، 32 شخصا": he killed them
                cast.agent, cast.patient, cast.sure = cast.patient, (), True
            self._count(cast, quantity)
        if predicate.type == "PROTEST":  # forces do not protest where nobody says so
            cast.agent = tuple(
                r
                for r in cast.agent
                if r.span is not None or self.understood.kinds.get(r.actor) not in _WITH_SOLDIERS
            )
        if predicate.type == "HARM" and not cast.sure:
            cast.agent = tuple(r for r in cast.agent if r.actor != "other" or self._can_harm(r))
        if attribution is not None:
            cast.agent = self.understood.not_only_telling(cast.agent, predicate, attribution)
        if is_charge(self.document, anchor):
            # "اعتقلت … بتهمة": who took them accuses them
            self.understood.charge(cast)
        asks = predicate.type == "REQUEST" and (predicate.subject == "none" or anchor.token in self.cue_of)
        if (
            predicate.type in CUE_TYPES and not asks
        ):  # nobody asks or accuses himself: "أدان الأمين العام بان كي مون …"
            speaking = {r.actor for r in cast.agent} - {"other"}
            cast.patient = tuple(r for r in cast.patient if r.actor not in speaking)
        if attribution is not None and predicate.type in ("HARM", "ASSAULT"):
            cast.patient = self._own_soldiers(cast, attribution)
        if quantity is not None and not cast.agent and predicate.type == "PRESENCE":
            cast.agent = (RoleDraft("other", quantity.span),)

    def _own_soldiers(self, cast: Cast, attribution: AttributionDraft) -> Roles:
        """The patients; soldiers whose side nobody names are the speaker's: "الجيش: مقتل ثلاثة جنود"."""
        speakers = self.understood.speakers(attribution)
        forces = tuple(r for r in speakers if self.understood.kinds.get(r.actor) in _WITH_SOLDIERS)
        acting = {r.actor for r in (*cast.agent, *self.understood.attacker)}
        if (
            not forces
            or acting & {r.actor for r in forces}
            or (cast.agent and self.understood.kinds.get(forces[0].actor) == "armed-group")
            or attribution.act in ("accuse", "claim-responsibility")
        ):
            return cast.patient
        return tuple(
            replace(r, actor=forces[0].actor) if r.actor == "other" and self._is_soldier(r) else r
            for r in cast.patient
        )

    def _is_soldier(self, role: RoleDraft) -> bool:
        """Whether a word for soldiers names who it is: رجلي أمن; but not أمن الدول, which nobody is."""
        if role.span is None:
            return False
        tokens = self.document.tokens[slice(*self.document.token_range(role.span.start, role.span.end))]
        kinds = [target_kind(self.lexicons, t.folded) for t in tokens]
        security = bool(tokens) and kinds[0] is None and tokens[0].folded in FORCES
        return "soldier" in kinds or any(t.folded.startswith(_SOLDIERS) for t in tokens[security:])

    def _count(self, cast: Cast, quantity: QuantityMention) -> None:
        """Let those who are counted be the patients where nobody listed is."""
        if {r.actor for r in cast.patient} <= {"other", "civilians"}:
            cast.patient = self.understood.others_of(self.lexicons, quantity, cast.agent) or cast.patient
        if not cast.patient:
            cast.patient = (RoleDraft(self._counted(quantity), quantity.span),)

    def _is_bomber_before(self, cast: Cast, quantity: QuantityMention) -> bool:
        """Whether a lone fighter stands before others who are counted, and nobody else acts."""
        if cast.agent or len(cast.patient) != 1 or cast.patient[0].span is None:
            return False
        fighter = self.document.token_at(cast.patient[0].span.start)
        alone = self.document.tokens[fighter].folded in UNNAMED_FIGHTERS and fighter < quantity.first
        return alone and not self.document.tokens[quantity.first].folded.startswith("و")

    def _counted(self, quantity: QuantityMention) -> str:
        """Whom the count counts: a party's people by its name, civilians, or somebody else."""
        armed, actors = self.understood.armed, self.marks.actors
        party = counted_party(self.document, self.adjectives, armed, actors, quantity)
        return party or affected_by(self.lexicons, self.document, quantity)

    def _goes(self, claim: ClaimDraft, anchor: Anchor) -> bool:
        """Whether a movement is somebody's: one who is listed, people counted or told of; prices move too."""
        plural = anchor.verbal and anchor.reading.word.form.number == "plural"
        pronoun = anchor.owner or anchor.reading.pronoun
        if claim.quantity is not None or plural or pronoun in OF_PERSONS:
            return True
        if self._is_awaited(claim, anchor):
            return True
        who = (*claim.agent, *claim.recipient)  # an injured man who is taken away alone tells no movement
        listed = any(r.actor != "other" for r in claim.patient)
        return listed or any(r.actor != "other" or self._kind(r) in PERSONAL for r in who)

    def _is_awaited(self, claim: ClaimDraft, anchor: Anchor) -> bool:
        """Whether who advances is of those that do so in war, though not in a list: اللجان تواصل تقدمها."""
        if anchor.predicate.gloss != _ONWARD:
            return False
        heads = (self.document.token_at(r.span.start) for r in claim.agent if r.span is not None)
        return any(meets(self.document.tokens[i].folded, anchor.predicate.needs) for i in heads)

    def _can_harm(self, role: RoleDraft) -> bool:
        """Whether somebody unlisted plainly did harm: gunmen, a force; others are rather the harmed."""
        if self._kind(role) in _ARMED:
            return True
        token = None if role.span is None else self.document.token_at(role.span.start)
        return token is not None and self.document.tokens[token].folded in UNNAMED_FIGHTERS

    def _kind(self, role: RoleDraft) -> TargetKind | None:
        """The kind of the word that names who takes part."""
        if role.span is None:
            return None
        first, end = self.document.token_range(role.span.start, role.span.end)
        if self.document.tokens[first].kind == "number":
            first = min(first + 1, end - 1)
        words = [t.folded for t in self.document.tokens[first : min(end, first + _HEADS)]]
        counts = words[:1] and (words[0] in QUANTIFIERS | SEVERAL) and len(words) > 1
        return target_kind(self.lexicons, words[1] if counts else words[0])

    def _told_by(self, anchor: Anchor, attribution: AttributionDraft | None) -> AttributionDraft | None:
        """The attribution whose words these may be: the holder, else one that ended before."""
        if attribution is not None or anchor.token in self.cue_of:
            return attribution
        k = self.ended.get(self.document.sentence_at(anchor.token), None)
        return None if k is None or self.attributions[k].content_end > anchor.token else self.attributions[k]

    def _around(self, cue: int, token: int) -> int | None:
        """The attribution that an act of speech itself stands in."""
        parent = self.attributions[cue].parent
        if parent is not None:
            return parent
        holder = self.holders[token]
        return None if holder == cue else holder

    def _content(self, phrase: Phrase, around: Surroundings, attribution: AttributionDraft | None) -> Span:
        first = around.left[0].first if around.left else phrase.first
        last = around.right[-1].end if around.right else phrase.end
        if attribution is not None and attribution.content_first <= phrase.first:
            first = max(first, attribution.content_first)
            if attribution.content_end > first:
                last = min(last, attribution.content_end)
        return self.document.span(first, max(first, last - 1))


def _goes_on_behind_comma(document: Document, attribution: AttributionDraft) -> bool:
    """Whether a deed is what an aside parts from the verb: دانت المنظمة، أمس، قصف المدينة."""
    return attribution.act == "accuse" and document.tokens[attribution.content_first - 1].text in "،,"


def _tells(claim: ClaimDraft, anchor: Anchor) -> bool:
    """Whether a claim says of anybody what they did: "temperatures reached 40" and "the support" do not."""
    if anchor.verbal and anchor.reading.word.form.person == 1:
        return True  # "لن نتردد": who says so does it
    if claim.type == "SHELTER" and claim.mode == "tolerate" and not claim.patient:
        return False  # "السماح بدخول المساعدات": nobody is tolerated
    if claim.type == "REQUEST" and anchor.predicate.subject == "none" and _asks_nobody(claim):
        return False  # "لا بد من الحزم": what a writer holds for needful
    named = any(r.actor != "other" for r in (*claim.agent, *claim.patient, *claim.recipient))
    if claim.quantity is not None:
        return True
    # "وصول المساعدات إلى البلدة"
    reaches = claim.type == "AID" and bool(claim.places) and bool(anchor.predicate.needs)
    if claim.type in _OF_SOMEBODY and not (claim.agent or claim.patient or claim.recipient or reaches):
        return False  # "المساعدات الإنسانية": of whom nothing is said
    told = claim.type not in _SOMEBODY or _tells_of_anybody(claim, anchor)
    return bool(named or claim.agent or claim.patient or claim.places or told)


def _tells_of_anybody(claim: ClaimDraft, anchor: Anchor) -> bool:
    """Whether something tells though nobody is named: "كما تم الاتفاق عليه", but no heading "اجتماع"."""
    tells = _TELLING_OF_ANYBODY.get(claim.type)
    return tells is not None and tells(claim, anchor)


def _asks_nobody(claim: ClaimDraft) -> bool:
    """Whether nobody is asked for anything and nobody but the report says so."""
    return claim.attribution is None and not claim.patient and claim.quantity is None


def _leaves_open(anchor: Anchor) -> bool:
    """Whether the act says nothing of its theme's being so: asked, refused, threatened."""
    predicate = anchor.predicate
    themed = predicate.object == "theme" or "theme" in {role for _, role in predicate.prepositions}
    return predicate.type in _LEFT_OPEN and themed


def _places(setting: Setting, cast: Cast, index: int, around: Surroundings) -> tuple[PlaceMention, ...]:
    """The event's own places, else those of its clause, else the sentence's nearest."""
    found = [p for p in cast.places if p.place.kind != "country"]
    if not found:
        for phrase in (setting.phrases[index], *around.right, *reversed(around.left)):
            found.extend(p for p in phrase.places if p.place.kind != "country")
    if not found:
        window = [
            *setting.phrases[index + 1 : index + 9],
            *reversed(setting.phrases[max(0, index - 8) : index]),
        ]
        found = [p for phrase in window for p in phrase.places if p.place.kind != "country"][:1]
    unique = {p.place.id: p for p in found}
    return tuple(unique.values())[:_PLACES]


def _time(phrases: Sequence[Phrase], attribution: AttributionDraft | None) -> Time | None:
    """When it happened: a time among the words themselves rather than the day on which they were said."""
    told = [p for p in phrases if p.time is not None]
    inside = [p for p in told if attribution is not None and p.first >= attribution.content_first]
    return next((p.time.time for p in inside or told if p.time is not None), None)
