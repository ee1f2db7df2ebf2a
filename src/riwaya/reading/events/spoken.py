"""Acts of speech: who asks, accuses or threatens by a cue, and whom."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from riwaya.lexicon.event_words import event_words, word_beginnings
from riwaya.lexicon.inflect import THAT_HE
from riwaya.model import ActorKind
from riwaya.reading.draft import PARTIES, AttributionDraft, Findings, RoleDraft
from riwaya.reading.events.casts import Cast
from riwaya.reading.events.clauses import Marks
from riwaya.reading.events.fights import begins_as
from riwaya.reading.events.naming import Roles, is_public
from riwaya.text import Document, word_before

#: Words that put an event before what its sentence tells, folded.
SINCE = event_words("since")
#: Words that say when somebody spoke, folded: قال … بعد لقائه.
_WHEN = SINCE | {"قبل", "قبيل", "خلال", "اثناء", "لدي", "عند"}
#: How nouns for accusing begin, folded.
_ACCUSATION = word_beginnings("accusation")
#: How far behind a denial the accusations may stand, and into a threat the name of whom it is aimed at.
_DENIED = 12
_THREAT = 6
#: How far the telling may stand behind where what is denied begins.
_OBJECT = 3
#: Words before a country where something happens, folded.
_WHERE = event_words("where")


def is_behind_where(document: Document, token: int) -> bool:
    """Whether a word says that the country at the token is only where something happens: شمال العراق."""
    return token > 0 and document.tokens[token - 1].folded in _WHERE


class SpeechActs:
    """Says of an attribution whose cue is itself an event who takes part in that."""

    def __init__(
        self,
        document: Document,
        findings: Findings,
        marks: Marks,
        capitals: Mapping[str, str],
        sources: AbstractSet[int],
        kinds: Mapping[str, ActorKind],
        nations: Mapping[str, str],
    ) -> None:
        self.document = document
        self.attributions = findings.attributions
        self.marks = marks
        self.capitals = capitals
        self.sources = sources
        self.kinds = kinds
        self.nations = nations

    def speak(self, cast: Cast, attribution: AttributionDraft) -> None:
        """An act of speech has its speaker as agent and whom it addresses as patient."""
        anonymous = all(
            self.kinds.get(a) in ("sources", "media") or a.endswith("-sources") for a in attribution.actors
        )
        own = tuple(r for r in cast.agent if r.span is not None)
        # Anonymous sources report; they do not ask or refuse: a cue without its own subject has the clause's.
        if attribution.actors and not (anonymous and attribution.source is None):
            span = attribution.source
            cast.agent = tuple(RoleDraft(actor, span) for actor in attribution.actors)
        addressed = self.addressed(attribution)
        if addressed:
            cast.patient = addressed
        if attribution.source is None and self.document.tokens[attribution.cue_token - 1].folded in SINCE:
            cast.agent = own  # "قصفت … بعد مطالبات بوقف القصف": others asked
        denying = self._denied_by(attribution)
        if denying:
            cast.agent, cast.patient = (), denying
        if attribution.act == "threaten" and not cast.patient:
            cast.patient = self._threatened(attribution)
        if attribution.addressee is not None and attribution.act == "request":
            return  # "طالب النائب العراقي الحكومة العراقية": one of a side may ask it for something
        speaking = {role.actor for role in cast.agent} - {"other"}
        cast.patient = tuple(role for role in cast.patient if role.actor not in speaking)

    def _is_whose(self, attribution: AttributionDraft, token: int) -> bool:
        """Whether ل says whose body accuses, and not who is accused: أدانت النقابة العامة للصحفيين القصف."""
        before, cue = token - 1 in self.sources, self.document.tokens[attribution.cue_token]
        if attribution.act != "accuse" or not before or begins_as(cue, _ACCUSATION):
            return False  # "اتهامات المنظمة للتحالف": whom they are against
        return self.document.tokens[token].folded.startswith("ل")

    def _denied_by(self, attribution: AttributionDraft) -> Roles:
        """Who denies accusations, and so is the accused: نفت إيران اتهامات بـ…."""
        if attribution.act != "accuse" or attribution.source is not None:
            return ()
        for other in self.attributions:
            denied = other.content_first <= attribution.cue_token < other.content_end
            near = 0 < attribution.cue_token - other.cue_token <= _DENIED
            if other.act in ("deny", "refuse") and denied and near:
                return tuple(RoleDraft(actor, None) for actor in other.actors)
        return ()

    def denying(self, attribution: AttributionDraft) -> Roles:
        """Who denies what others tell of him by a clause with his pronoun (نفت طهران المزاعم بأنها …)."""
        first = self.document.tokens[attribution.content_first].folded
        if attribution.parent is None or first not in THAT_HE:
            return ()
        denial = self.attributions[attribution.parent]
        near = 0 <= attribution.cue_token - denial.content_first <= _OBJECT
        if denial.act not in ("deny", "refuse") or not near:
            return ()
        return tuple(RoleDraft(actor, None) for actor in denial.actors)

    def telling_when(self, token: int) -> Roles:
        """Whose deed a pronoun tells between him who speaks and his words: قال الوزير بعد لقائه …, إن …."""
        if word_before(self.document.tokens, token) not in _WHEN:
            return ()
        near = [a for a in self.attributions if a.cue_token < token < a.content_first]
        for said in sorted(near, key=lambda a: -a.cue_token)[:1]:
            first = said.cue_token + 1
            if said.source is not None:
                first = max(first, self.document.token_range(said.source.start, said.source.end)[1])
            if not any(i in self.marks.actors for i in range(first, token)):
                return tuple(RoleDraft(actor, None) for actor in said.actors)
        return ()

    def _threatened(self, attribution: AttributionDraft) -> Roles:
        """Whom the first words of a threat name: هدد بقصف إسرائيل, توعد بالرد على تركيا."""
        first = attribution.content_first
        for i in range(first, min(first + _THREAT, attribution.content_end)):
            mention = self.marks.actors.get(i)
            if mention is not None and mention.kind in PARTIES and i not in self.sources:
                return tuple(
                    RoleDraft(a, mention.span) for a in mention.actors if a not in attribution.actors
                )
        return ()

    def addressed(self, attribution: AttributionDraft) -> Roles:
        """Who is accused or asked: the addressee, else who is named between the cue and the content."""
        first, end = attribution.cue_token + 1, attribution.content_first
        if attribution.addressee is not None:
            first, end = self.document.token_range(attribution.addressee.start, attribution.addressee.end)
        named = [
            self.marks.actors[i]
            for i in range(first, end)
            if i in self.marks.actors and i not in self.sources and not self._is_whose(attribution, i)
        ]
        if attribution.act == "accuse":  # "تتهم تركيا المسلحين في شمال العراق بقصف": a land is but where
            named = [m for m in named if m.kind != "state" or not is_behind_where(self.document, m.first)]
        # One of a side may ask his own side where words say who both are.
        both = attribution.addressee is not None and attribution.source is not None
        own = set() if both else set(attribution.actors)
        speaking = set(attribution.actors)  # "دعا الوزير حمد العلي إلى …": his name is no addressee
        named = [m for m in named if m.counts or not speaking & set(m.actors)]
        found = {a: RoleDraft(a, m.span) for m in named for a in m.actors if a not in own}
        if not found and attribution.addressee is not None:
            state = self.capitals.get(self.document.tokens[first].folded) if end - first == 1 else None
            public = "civilians" if is_public(self.document, range(first, end), self.nations) else "other"
            return (RoleDraft(state or public, attribution.addressee),)
        return tuple(found.values())
