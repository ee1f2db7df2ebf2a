"""Claims: each event or state that a sentence expresses, with its participants and its holder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from riwaya.lexicon.hedges import TargetKind, load_hedges
from riwaya.lexicon.predicates import RoleName, load_predicates
from riwaya.lexicon.tables import LEXICON
from riwaya.model import EventType, Span, Time
from riwaya.reading.anchors import OF_PERSONS, Anchor, Lexicons, Named, find_anchors, meets
from riwaya.reading.clauses import Marks, Phrase, cut, marks_of
from riwaya.reading.counts import affected_by, assign_counts, claim_for
from riwaya.reading.denials import with_denials
from riwaya.reading.draft import (
    AttributionDraft,
    ClaimDraft,
    Findings,
    PlaceMention,
    QuantityMention,
    RoleDraft,
)
from riwaya.reading.factuality import Modality, factuality_of, find_modality
from riwaya.reading.holders import holders_of
from riwaya.reading.mutual import with_mutual_accusations
from riwaya.reading.naming import Roles, Setting, belonging, participants, target_kind, unspanned
from riwaya.reading.roles import WITH_OTHERS, Cast, cast_of_noun, cast_of_verb, subject_of, surroundings
from riwaya.reading.sharing import with_answers, with_shared_roles
from riwaya.reading.themes import with_refused_requests, with_themes
from riwaya.reading.voice import voice_of
from riwaya.text import Document
from riwaya.text.sentences import Sentence

#: Types that an attributing cue itself expresses (اتهم، طالب، رفض); other cues only say that somebody speaks.
CUE_TYPES = frozenset(("ACCUSE", "REQUEST", "REJECT", "THREATEN", "CONCEDE", "AGREE", "SUPPORT"))
#: How far back the participant that a pronoun means is looked for, in phrases.
_TOPIC_REACH = 40
#: How far back the verb that governs a masdar is looked for, in phrases.
_GOVERNOR_REACH = 8
_PLACES = 3
#: How far a light verb may stand before its noun for both to be one anchor, and how long that may be.
_COMPOUND = 3
_LONGEST_ANCHOR = 40
#: How far behind its verb the word may stand that completes the expression.
_COMPLEMENT = 2
#: How far behind a predicate the word that it needs may stand.
_NEEDED = 5
#: Acts whose speaker does what the content names by a masdar.
_OWN_DOING = frozenset(("announce", "refuse", "threaten", "commit", "claim-responsibility"))
#: Kinds of words for those who may do harm, and for those who may go or be taken somewhere.
_ARMED: frozenset[TargetKind | None] = frozenset(("fighter", "soldier", "body"))
_PEOPLE = _ARMED | {"person"}
#: Types told of things as well as of people: they count with anybody at all.
_SOMEBODY = frozenset(("MONITOR", "SUPPORT", "COOPERATE", "AID", "CONSULT", "AGREE", "PRESENCE", "THREATEN"))
#: What is done, though it stands at the head of a name for who does it.
_AGGRESSION = frozenset(("العدوان", "عدوان", "والعدوان", "للعدوان", "بالعدوان"))
#: Words for a charge, folded; who is taken on it is said to have done what follows.
_CHARGES = frozenset(("تهمه", "بتهمه", "تهم", "بتهم", "بشبهه", "جريمه", "بجرم"))
_ACCUSED = "متهم"
#: Types whose nouns may name what befell people (تفجير, هجوم); only who did such a thing did it.
_DONE_TO = frozenset(("ASSAULT", "HARM", "COERCE", "CONTROL", "MOBILIZE", "RETREAT"))
#: Acts that a noun with the article behind a refusal or denial only points back to.
_POINTED_TO = frozenset(("REQUEST", "ACCUSE"))
_LEFT_OPEN = frozenset(("REQUEST", "REJECT", "THREATEN"))
#: Types whose needed word only shows what is meant: "توجد خطط لإرسال قوات" tells of the sending too.
_NEEDS_ONLY_COMPANY = frozenset(("REQUEST", "PRESENCE"))


def load_lexicons(folder: Path = LEXICON / "ar") -> Lexicons:
    """Everything that claims are read with. Raises PackError on an invalid table."""
    return Lexicons(load_predicates(folder), load_hedges(folder))


def find_claims(
    document: Document,
    findings: Findings,
    lexicons: Lexicons,
    adjectives: Mapping[str, str] | None = None,
    capitals: Mapping[str, str] | None = None,
) -> tuple[ClaimDraft, ...]:
    """The claims of a document, in the order of the text.

    `adjectives` maps folded adjectives of nationality (الروسيه) to actor ids: "الغارات الروسية" has an
    agent although nobody is named by a noun. `capitals` maps folded words that may mean a state (موسكو) to
    its id: who is addressed by one is that state.
    """
    reader = _ClaimReader(document, findings, lexicons, adjectives or {}, capitals or {})
    claims: list[ClaimDraft] = []
    sentence_of: dict[int, int] = {}
    for number, sentence in enumerate(document.sentences):
        found = reader.read(sentence)
        sentence_of.update((c.anchor_token, number) for c in found)
        claims.extend(found)
    claims = with_shared_roles(document, claims, findings.attributions)
    claims = with_answers(with_denials(document, claims, findings.attributions))
    claims = with_themes(document, claims, findings.attributions, sentence_of, reader.open_acts)
    claims = with_refused_requests(claims, reader.pointing)
    return tuple(with_mutual_accusations(claims, findings.attributions))


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
        self.adjectives, self.capitals = adjectives, capitals
        self.marks: Marks = marks_of(document, findings)
        self.holders = holders_of(findings.attributions, len(document.tokens))
        self.cue_of = {a.cue_token: k for k, a in enumerate(findings.attributions)}
        self.sources = frozenset(_source_tokens(document, findings.attributions))
        self.named: dict[int, Named] = {i: "time" for m in findings.times for i in range(m.first, m.end)}
        self.named.update((i, "place") for m in findings.places for i in range(m.first, m.end))
        for mention in findings.actors:
            # "العدوان" alone names the enemy; "العدوان السعودي" is what that one does.
            told = mention.end - mention.first > 1 and document.tokens[mention.first].folded in _AGGRESSION
            self.named.update((i, "actor") for i in range(mention.first + told, mention.end))
        self.counted = frozenset(i for q in findings.quantities for i in range(q.first, q.end + 1))
        self.quantities = sorted(findings.quantities, key=lambda q: (q.first, q.end))
        self.next_quantity = 0
        self.kinds = {actor: m.kind for m in findings.actors for actor in m.actors}
        self.ended = {document.sentence_at(a.content_first): k for k, a in enumerate(findings.attributions)}
        self.topic: Roles = ()
        self.open_acts: set[int] = set()
        self.pointing: set[int] = set()
        self.agents: dict[int, Roles] = {}
        self.doers: dict[int, Roles] = {}
        self.victims: dict[int, Roles] = {}
        self.kinds_of: dict[int, EventType] = {}

    def read(self, sentence: Sentence) -> list[ClaimDraft]:
        """The claims of one sentence."""
        quantities = self._quantities_of(sentence)
        anchors = find_anchors(self.document, sentence, self.lexicons, self.named, self.counted)
        anchors = tuple(a for a in anchors if self._is_act(a))
        anchors = self._without_pointers(anchors)
        taken, left = assign_counts(self.document, anchors, quantities, self.holders)
        anchors = _without_doubles(anchors, taken)
        if not anchors and not left:
            return []
        by_token = {a.token: a for a in anchors}
        phrases = cut(self.document, sentence, self.marks, self.lexicons, by_token)
        phrase_of = {i: n for n, p in enumerate(phrases) for i in (p.first, *p.words)}
        anchors = tuple(a for a in anchors if a.token in phrase_of)  # not inside a time or a number
        setting = Setting(self.document, phrases, self.lexicons, self.adjectives, phrase_of)
        modality = find_modality(self.document, sentence, self.lexicons.hedges)
        self.agents, self.doers, self.victims, self.kinds_of = {}, {}, {}, {}
        self.open_acts.update(a.token for a in anchors if _leaves_open(a))
        read = [
            (a, self._claim(setting, a, phrase_of[a.token], modality, taken.get(a.token))) for a in anchors
        ]
        claims = [c for a, c in read if _tells(c, a) and (c.type != "MOVE" or self._goes(c, a))]
        told = {c.anchor_token for c in claims}
        lost = [quantity for token, quantity in taken.items() if token not in told]
        for quantity in (*left, *lost):
            token = quantity.noun if quantity.noun is not None else quantity.first
            claims.append(claim_for(self.document, self.lexicons, quantity, self.holders[token]))
        self._remember(setting, phrases)
        return sorted(claims, key=lambda c: (c.anchor_token, c.anchor))

    def _is_act(self, anchor: Anchor) -> bool:
        """Not a cue that only says that somebody speaks, nor a suspect: "قبض على متهم", but "متهما إياه"."""
        if anchor.token in self.cue_of:
            return anchor.predicate.type in CUE_TYPES
        accused = anchor.reading.word.form.text.startswith(_ACCUSED) and anchor.predicate.type == "ACCUSE"
        return not accused or self.document.tokens[anchor.token].folded.endswith(("ا", "ه"))

    def _without_pointers(self, anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
        """Without nouns that only mean an act told before, and with who refuses it noted: رفضت الطلب."""
        kept: list[Anchor] = []
        for anchor in anchors:
            refusal = self._refused_by(anchor, kept[-1] if kept else None)
            if refusal is None:
                kept.append(anchor)
            else:
                self.pointing.add(refusal)
        return tuple(kept)

    def _refused_by(self, anchor: Anchor, before: Anchor | None) -> int | None:
        """The token that refuses or denies what the noun at `anchor` only points back to."""
        tokens, token = self.document.tokens, anchor.token
        noun = anchor.reading.word.category == "noun" and anchor.predicate.type in _POINTED_TO
        last = token + 1 == len(tokens) or tokens[token + 1].kind != "word"
        if not (noun and last and tokens[token].folded.startswith("ال")):
            return None
        holder = self.holders[token]
        if holder is not None and self.attributions[holder].act in ("deny", "refuse"):
            return self.attributions[holder].cue_token
        near = before is not None and token - before.token <= _NEEDED
        return before.token if before is not None and near and before.predicate.type == "REJECT" else None

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
        around = surroundings(setting, index)
        past = anchor.reading.tense == "past" and predicate.phase == "hold" and predicate.type == "CONTROL"
        return ClaimDraft(
            anchor=self._anchor_span(anchor),
            anchor_token=anchor.token,
            content=self._content(setting, index, attribution),
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
            places=_places(setting, cast, index),
            time=_time((*around.left, setting.phrases[index], *around.right)),
            quantity=quantity,
        )

    def _anchor_span(self, anchor: Anchor) -> Span:
        """The words that express the event: one word, or a light or resulting verb with its noun."""
        tokens, first, last = self.document.tokens, anchor.token, anchor.token
        if anchor.light is not None and 0 < anchor.token - anchor.light <= _COMPOUND:
            first = anchor.light if anchor.light not in self.cue_of else first
        elif anchor.predicate.kind == "result":
            # "أسفر عن مقتل"; behind the verb's own subject the harm alone tells it: "أسفر القصف عن [مقتل]".
            behind = range(anchor.token + 2, min(len(tokens), anchor.token + _NEEDED + 1))
            last = next((i for i in behind if self._is_harm(i)), last)
            first = first if self._leads(min(anchor.token + 1, last)) else last
        elif anchor.predicate.needs and anchor.predicate.object == "none":
            last = self._completed(anchor)
        span = Span(tokens[first].start, tokens[last].end)
        plain = not any(tokens[i].kind == "sign" or i in self.marks.actors for i in range(first, last + 1))
        if plain and span.end - span.start <= _LONGEST_ANCHOR:
            return span
        return Span(tokens[anchor.token].start, tokens[anchor.token].end)

    def _completed(self, anchor: Anchor) -> int:
        """The last word of an expression whose object is part of it: أطلق النار, حكم عليه بالسجن."""
        tokens = self.document.tokens
        for i in range(anchor.token + 1, min(len(tokens), anchor.token + _COMPLEMENT + 1)):
            if self.lexicons.hedges.clause_word(tokens[i].folded) is None:
                return i if meets(tokens[i].folded, anchor.predicate.needs) else anchor.token
        return anchor.token

    def _leads(self, token: int) -> bool:
        """Whether a preposition or a number stands there: what led to harm goes on to the harm itself."""
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
        cue = self.cue_of.get(anchor.token)
        if cue is not None:
            self._speak(cast, self.attributions[cue])
        self._understood(setting, cast, anchor, index, attribution)
        for role in cast.pronouns:
            anybody = predicate.type in WITH_OTHERS
            told = self.cue_of.get(anchor.token) is not None  # "رفضت …، واتهمها": who spoke before is meant
            cast.give(role, self._meant_beside(setting, cast, index, attribution, anybody, told))
        self.kinds_of[index] = predicate.type
        if cast.agent:
            self.doers[index] = cast.agent
        if anchor.verbal and (cast.agent or (cast.subject and not cast.passive)):
            self.agents[index] = cast.agent
        if (
            quantity is not None
            and not cast.patient
            and anchor.predicate.type in ("HARM", "ASSAULT", "COERCE")
        ):
            cast.patient = (RoleDraft(affected_by(self.lexicons, self.document, quantity), quantity.span),)
        if predicate.type == "HARM":
            cast.agent = tuple(r for r in cast.agent if r.actor != "other" or self._can_harm(r))
        if self.document.tokens[anchor.token].folded in _CHARGES:
            # "اعتقلت … بتهمة": who took them accuses them
            cast.agent = unspanned(next((self.doers[k] for k in reversed(self.doers)), cast.agent))
            cast.patient = unspanned(next((self.victims[k] for k in reversed(self.victims)), cast.patient))
        if cast.patient:
            self.victims[index] = cast.patient
        if quantity is not None and not cast.agent and anchor.predicate.type == "PRESENCE":
            cast.agent = (RoleDraft("other", quantity.span),)
        return cast

    def _goes(self, claim: ClaimDraft, anchor: Anchor) -> bool:
        """Whether a movement is somebody's: one who is listed, people counted or told of; prices move too."""
        plural = anchor.verbal and anchor.reading.word.form.number == "plural"
        if claim.quantity is not None or plural or anchor.reading.pronoun in OF_PERSONS:
            return True
        who = (*claim.agent, *claim.patient, *claim.recipient)
        return any(r.actor != "other" or self._kind(r) in _PEOPLE for r in who)

    def _can_harm(self, role: RoleDraft) -> bool:
        """Whether somebody unlisted plainly did harm: gunmen, a force; others are rather the harmed."""
        return self._kind(role) in _ARMED

    def _kind(self, role: RoleDraft) -> TargetKind | None:
        """The kind of the word that names who takes part."""
        if role.span is None:
            return None
        first, _ = self.document.token_range(role.span.start, role.span.end)
        return target_kind(self.lexicons, self.document.tokens[first].folded)

    def _told_by(self, anchor: Anchor, attribution: AttributionDraft | None) -> AttributionDraft | None:
        """The attribution whose words these may be: the holder, else one that ended before."""
        if attribution is not None or anchor.token in self.cue_of:
            return attribution
        k = self.ended.get(self.document.sentence_at(anchor.token), None)
        return None if k is None or self.attributions[k].content_end > anchor.token else self.attributions[k]

    def _speak(self, cast: Cast, attribution: AttributionDraft) -> None:
        """An act of speech has its speaker as agent and whom it addresses as patient."""
        anonymous = all(
            self.kinds.get(a) in ("sources", "media") or a.endswith("-sources") for a in attribution.actors
        )
        # Anonymous sources report; they do not ask or refuse: a cue without its own subject has the clause's.
        if attribution.actors and not (anonymous and attribution.source is None):
            span = attribution.source
            cast.agent = tuple(RoleDraft(actor, span) for actor in attribution.actors)
        addressed = self._addressed(attribution)
        if addressed:
            cast.patient = addressed
        speaking = {role.actor for role in cast.agent} - {"other"}
        cast.patient = tuple(role for role in cast.patient if role.actor not in speaking)

    def _around(self, cue: int, token: int) -> int | None:
        """The attribution that an act of speech itself stands in."""
        parent = self.attributions[cue].parent
        if parent is not None:
            return parent
        holder = self.holders[token]
        return None if holder == cue else holder

    def _understood(
        self, setting: Setting, cast: Cast, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> None:
        """Participants that only a pronoun, the act of speech or the governing clause names."""
        predicate = anchor.predicate
        if (
            anchor.reading.pronoun
            and not anchor.verbal
            and cast.agent
            and predicate.genitive in ("either", "patient")
        ):
            cast.pronouns.append("patient")  # "مراقبتها من قبل …"
        if (
            predicate.type == "SHELTER"
            and predicate.genitive == "agent"
            and anchor.reading.prefix.endswith("ب")
        ):
            cast.pronouns.append("patient")  # "تواجد عناصر بحماية …"
        if predicate.type == "REQUEST" and predicate.subject == "none" and attribution is not None:
            cast.give("agent", self._speakers(attribution))  # "must": who says so asks for it
        if cast.agent or predicate.subject == "none":
            return
        if anchor.verbal:
            if not cast.passive and not cast.subject and predicate.subject in ("agent", "patient"):
                cast.give(
                    predicate.subject, self._not_itself(cast, self._spoken_of(setting, index, attribution))
                )
        elif anchor.reading.pronoun:
            role: RoleName = "patient" if predicate.genitive == "patient" else "agent"
            cast.give(role, self._spoken_of(setting, index, attribution))
        elif anchor.reading.word.category == "active" and not anchor.reading.word.form.text.startswith("ال"):
            cast.give("agent", self._spoken_of(setting, index, attribution))
        elif (
            predicate.type != "HARM"
            and predicate.subject == "agent"
            and anchor.reading.word.category == "noun"
        ):
            cast.give("agent", self._not_itself(cast, self._governing(setting, anchor, index, attribution)))

    @staticmethod
    def _not_itself(cast: Cast, who: Roles) -> Roles:
        taken = {r.actor for r in cast.patient} - {"other"}
        return tuple(r for r in who if r.actor not in taken)

    def _governing(
        self, setting: Setting, anchor: Anchor, index: int, attribution: AttributionDraft | None
    ) -> Roles:
        """Whose doing a bare masdar is: the subject before it, the accused, the asked, the speaker."""
        if self.document.tokens[anchor.token - 1].folded in _CHARGES:
            charged = (self.victims[k] for k in range(index, -1, -1) if self.victims.get(k))
            return unspanned(next(charged, ()))
        before = self._doer_before(setting, anchor, index, attribution)
        if before is not None:
            return before
        reach = 1 if anchor.predicate.type in _DONE_TO and attribution is not None else _GOVERNOR_REACH
        if attribution is None or anchor.token - attribution.content_first > reach:
            return ()
        if attribution.act in ("accuse", "request"):
            return unspanned(self._addressed(attribution))
        if attribution.act in _OWN_DOING:
            return tuple(RoleDraft(actor, None) for actor in attribution.actors)
        return ()

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
            if self.doers.get(k):
                return unspanned(self.doers[k]) if self._leads_to(anchor, k, index) else ()
            harmed = self.kinds_of.get(k) == "HARM" and anchor.predicate.type == "ASSAULT"
            if phrase.kind == "verb" and (harmed or not self._leads_to(anchor, k, index)):
                return ()  # "قتل مدنيون في قصف": who is killed does not shell
            if phrase.kind == "verb":
                return unspanned(subject_of(setting, k)) or self._spoken_of(setting, k, attribution)
            if phrase.bare and phrase.actors and not self._only_speaks(phrase):
                if any(phrases[j].kind == "verb" and self.doers.get(j) for j in range(max(0, k - 4), k)):
                    continue  # "قتل التنظيم جنودا في هجوم": whom the verb befalls does not attack
                if phrases[index].preposition:
                    return unspanned(participants(phrase))  # "استمرار التنظيم في التحشيد"
        return None

    def _leads_to(self, anchor: Anchor, k: int, index: int) -> bool:
        """Whether who does phrase `k` also does the masdar behind it: not so of a blast that is condemned."""
        if anchor.predicate.type not in _DONE_TO:
            return True
        if k in self.kinds_of:
            return self.kinds_of[k] in _DONE_TO
        return index - k <= 2

    def _addressed(self, attribution: AttributionDraft) -> Roles:
        """Who is accused or asked: the addressee, else who is named between the cue and the content."""
        first, end = attribution.cue_token + 1, attribution.content_first
        if attribution.addressee is not None:
            first, end = self.document.token_range(attribution.addressee.start, attribution.addressee.end)
        named = [
            self.marks.actors[i]
            for i in range(first, end)
            if i in self.marks.actors and i not in self.sources
        ]
        found = {a: RoleDraft(a, m.span) for m in named for a in m.actors if a not in attribution.actors}
        if not found and attribution.addressee is not None:
            state = self.capitals.get(self.document.tokens[first].folded) if end - first == 1 else None
            return (RoleDraft(state or "other", attribution.addressee),)
        return tuple(found.values())

    def _spoken_of(self, setting: Setting, index: int, attribution: AttributionDraft | None) -> Roles:
        """Who a pronoun is: the last subject of the sentence, the speaker, the last topic."""
        first = setting.phrases[index].first
        start = 0 if attribution is None else attribution.content_first
        for k in range(index - 1, max(-1, index - _TOPIC_REACH), -1):
            phrase = setting.phrases[k]
            if phrase.first < start:
                break
            if k in self.agents:
                return unspanned(self.agents[k])
            if (
                phrase.bare
                and phrase.words
                and self._is_subject(setting, k)
                and not self._only_speaks(phrase)
            ):
                return unspanned(participants(phrase))
        if attribution is not None and first - attribution.content_first <= 4:
            speakers = self._speakers(attribution)
            if speakers:
                return speakers
        return self.topic

    def _speakers(self, attribution: AttributionDraft) -> Roles:
        """Who speaks, unless it is a medium or an anonymous source: those seldom act themselves."""
        found = [a for a in attribution.actors if self.kinds.get(a) not in ("sources", "media")]
        return tuple(RoleDraft(a, None) for a in found if not a.endswith("-sources"))

    def _meant_beside(
        self,
        setting: Setting,
        cast: Cast,
        index: int,
        attribution: AttributionDraft | None,
        anybody: bool,
        told: bool,
    ) -> Roles:
        """Whom a pronoun object means: the nearest actor before that does not act here; else somebody."""
        acting = {r.actor for r in (*cast.agent, *cast.patient)}
        for phrase in reversed(setting.phrases[max(0, index - _TOPIC_REACH) : index]):
            named = participants(phrase) or belonging(setting, phrase)  # الجانب الروسي
            who = tuple(r for r in named if r.actor not in acting)
            who = tuple(r for r in who if self.kinds.get(r.actor) not in ("sources", "media"))
            speaks = bool(phrase.words) and phrase.words[0] in self.sources
            if who and phrase.words and (told or not speaks):
                return unspanned(who)
        speaking = () if attribution is None else self._speakers(attribution)
        who = tuple(r for r in speaking if r.actor not in acting | {"other"})
        return who or ((RoleDraft("other", None),) if anybody else ())

    def _only_speaks(self, phrase: Phrase) -> bool:
        """Whether the phrase names nobody, or nobody but sources and media, who seldom do what is told."""
        return all(self.kinds.get(a) in ("sources", "media") for m in phrase.actors for a in m.actors)

    @staticmethod
    def _is_subject(setting: Setting, k: int) -> bool:
        """A bare phrase that opens its clause or follows its verb."""
        before = setting.phrases[k - 1].kind if k else "stop"
        return before != "noun"

    def _remember(self, setting: Setting, phrases: Sequence[Phrase]) -> None:
        for k, phrase in enumerate(phrases):
            speaks = (
                phrase.bare
                and phrase.words
                and (phrase.words[0] in self.sources or self._only_speaks(phrase))
            )
            if phrase.bare and not speaks and self._is_subject(setting, k):
                self.topic = unspanned(participants(phrase))
                return

    def _content(self, setting: Setting, index: int, attribution: AttributionDraft | None) -> Span:
        around = surroundings(setting, index)
        first = around.left[0].first if around.left else setting.phrases[index].first
        last = around.right[-1].end if around.right else setting.phrases[index].end
        if attribution is not None and attribution.content_first <= setting.phrases[index].first:
            first = max(first, attribution.content_first)
            if attribution.content_end > first:
                last = min(last, attribution.content_end)
        return self.document.span(first, max(first, last - 1))


def _tells(claim: ClaimDraft, anchor: Anchor) -> bool:
    """Whether a claim says of anybody what they did: "temperatures reached 40" and "the support" do not."""
    if anchor.verbal and anchor.reading.word.form.person == 1:
        return True  # "لن نتردد": who says so does it
    if claim.type == "SHELTER" and claim.mode == "tolerate" and not claim.patient:
        return False  # "السماح بدخول المساعدات": nobody is tolerated
    named = any(r.actor != "other" for r in (*claim.agent, *claim.patient, *claim.recipient))
    if claim.quantity is not None:
        return True
    return bool(named or claim.agent or claim.patient or claim.places or claim.type not in _SOMEBODY)


def _source_tokens(document: Document, attributions: Sequence[AttributionDraft]) -> list[int]:
    found: list[int] = []
    for attribution in attributions:
        if attribution.source is not None:
            found.extend(range(*document.token_range(attribution.source.start, attribution.source.end)))
    return found


def _leaves_open(anchor: Anchor) -> bool:
    """Whether the act says nothing of its theme's being so: asked, refused, threatened."""
    predicate = anchor.predicate
    themed = predicate.object == "theme" or "theme" in {role for _, role in predicate.prepositions}
    return predicate.type in _LEFT_OPEN and themed


def _without_doubles(anchors: Sequence[Anchor], taken: dict[int, QuantityMention]) -> tuple[Anchor, ...]:
    """One claim for one harm: "أسفر عن مقتل 5" and "سقوط 5 قتلى" are one. A counted noun needs its count."""
    found: list[Anchor] = []
    result: Anchor | None = None
    for position, anchor in enumerate(anchors):
        kind, near = anchor.predicate.kind, anchors[position + 1 : position + 4]
        if kind == "counted" and anchor.token not in taken:
            continue
        if kind == "result":
            harm = next((a for a in near if a.predicate.type == "HARM" and a.token - anchor.token <= 5), None)
            if harm is not None and harm.token in taken and anchor.token not in taken:
                taken[anchor.token] = taken.pop(harm.token)
            if anchor.token in taken or harm is not None:
                result = anchor
                found.append(anchor)
            continue
        before = found[-1] if found else None
        if before is not None and _says_again(anchor, before, result, taken):
            continue
        found.append(anchor)
    return tuple(found)


def _says_again(
    anchor: Anchor, before: Anchor, result: Anchor | None, taken: Mapping[int, QuantityMention]
) -> bool:
    distance = anchor.token - before.token
    said = {anchor.reading.word.form.text, anchor.reading.prefix + anchor.reading.word.form.text}
    if distance <= _NEEDED and not before.predicate.needs.isdisjoint(said):
        return True
    needy = before.predicate.needs and before.predicate.type not in _NEEDS_ONLY_COMPANY
    if distance <= 2 and not anchor.verbal and needy:
        return True  # "وقف إطلاق النار", "قدم مساعدات": the second word is what the first one needs
    told = result is not None and anchor.token - result.token <= _NEEDED
    if anchor.predicate.type == "HARM" and told and anchor.token not in taken:
        return True
    if anchor.predicate.type == before.predicate.type == "CONTROL" and distance <= 2:
        return True  # "خاضعة لسيطرة", "استعاد السيطرة"
    return anchor.predicate == before.predicate and distance <= 1


def _places(setting: Setting, cast: Cast, index: int) -> tuple[PlaceMention, ...]:
    """The event's own places, else those of its clause, else the sentence's nearest."""
    found = [p for p in cast.places if p.place.kind != "country"]
    around = surroundings(setting, index)
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


def _time(phrases: Sequence[Phrase]) -> Time | None:
    return next((p.time.time for p in phrases if p.time is not None), None)
