"""Which actors the speakers are: mentions in the source phrase, names met before, the last speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from riwaya.lexicon.actors import Title
from riwaya.lexicon.cues import CueLexicon
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.phrases import PhraseIndex
from riwaya.lexicon.predicates import PredicateLexicon
from riwaya.model import BasisOfStatement
from riwaya.reading.draft import ActorMention, AttributionDraft, Findings
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.persons import Persons
from riwaya.reading.speech.sources import SourcePhrase, Sources
from riwaya.text.document import Document
from riwaya.text.tokens import Token

OTHER = ("other",)
#: Inhabitants who are told of are civilians; those who tell are witnesses.
SPEAKING_CIVILIANS = ("eyewitnesses",)
#: Tokens at the head of somebody's words among which their subject stands.
SUBJECT = 6
#: Tokens within which a name belongs to the noun that heads the phrase, whatever noun it is.
NEAR = 3
#: A phrase of at most this many tokens speaks of one body only.
SHORT = 6
#: What could not be done or was not issued is said of the medium itself.
_UNVERIFIED = ("لم يتسن", "تعذر", "لم يصدر")
#: A phrase of at most this many tokens names an office without its holder (رئيس الوزراء الاشتراكي).
MOST_OF_POST = 3
NOBODY_NAMED = ("unnamed-sources",)
#: The first part of many names (عبد الرحمن), which some write onto the second.
_SERVANT = "عبد"
_THIRD = 3
#: The source told of before, folded.
_THE_SOURCE = "المصدر"
#: A document without its issuer (بيان صحفي) has at most this many words.
_BARE_DOCUMENT = 3


@dataclass(frozen=True, slots=True)
class SpeechLexicon:
    """What finding and naming speakers rests on."""

    cues: CueLexicon
    particles: Particles
    predicates: PredicateLexicon
    titles: PhraseIndex[Title]
    bases: dict[str, BasisOfStatement]
    nationalities: frozenset[str]


def _same_kind(actors: tuple[str, ...], before: tuple[str, ...] | None) -> bool:
    """Whether the last speaker is a group of sources or media that a bare group (الوسائل ذاتها) may mean."""
    groups = ("-sources", "-media")
    return before is not None and all(a.endswith(groups) for a in (*actors, *before))


def _described(token: Token) -> bool:
    """Whether the word is an adjective of an office (الاشتراكي)."""
    return token.folded.startswith("ال") and token.folded.endswith(("ي", "يه"))


class Speakers:
    """Names the speakers of one document's frames in the order of the text."""

    def __init__(
        self, document: Document, findings: Findings, sources: Sources, lexicon: SpeechLexicon
    ) -> None:
        self.document = document
        self.tokens = document.tokens
        self.findings = findings
        self.sources = sources
        self.persons = Persons(sources)
        self.bases = lexicon.bases
        self.nationalities = lexicon.nationalities
        self.same = lexicon.particles.same
        self.latter = lexicon.particles.latter
        self.same_speaker = lexicon.particles.same_speaker
        self.kinds = {actor: m.kind for m in findings.actors for actor in m.actors}
        self.offices: dict[str, tuple[str, ...]] = {}
        self.memory: dict[str, tuple[str, ...]] = {}
        self.heads: dict[str, tuple[str, ...]] = {}
        self.roles: dict[tuple[str, ...], tuple[str, ...]] = {}
        self.posts: dict[tuple[str, str], tuple[str, ...]] = {}
        for mention in findings.actors:
            if not mention.counts:
                self._remember(SourcePhrase(mention.first, mention.end), mention.actors)

    def name(self, frames: Sequence[Frame]) -> tuple[AttributionDraft, ...]:
        """The frames as attributions, each with its actors."""
        self._introduce(frames)
        last: dict[int | None, tuple[str, ...]] = {}
        named: list[tuple[str, ...]] = [()] * len(frames)
        quoted: dict[int, tuple[str, ...] | None] = {}
        for index in self._outside_in(frames):
            frame = frames[index]
            quoted[index] = last.get(frame.parent)
            actors = self._actors(frame, frames, named, last)
            if frame.kind == "relay" and frame.elided and frame.parent is not None:
                actors = quoted[frame.parent] or OTHER  # "نقلت عنه قوله": who spoke before the medium did
            named[index] = actors
            if frame.kind != "preposition":
                last[frame.parent] = actors
            elif frame.content_first > frame.cue_first:
                last.setdefault(frame.parent, actors)  # "وبحسب الناطق، فإن …. وأضاف أن …"
            if frame.kind == "relay" and frame.parent is not None:
                last[frames[frame.parent].parent] = actors
        return tuple(self._draft(f, named[i]) for i, f in enumerate(frames))

    def _introduce(self, frames: Sequence[Frame]) -> None:
        """Remember whoever is named with his office anywhere: the headline has the name alone."""
        for frame in frames:
            name = None if frame.elided else self.persons.tokens_of_name(frame.source)
            if name is not None:
                self._remember_name(name, self.resolve(frame.source))

    @staticmethod
    def _outside_in(frames: Sequence[Frame]) -> list[int]:
        """Order of naming: that of the text, but a parent before what it holds."""
        order: dict[int, None] = {}
        for index in range(len(frames)):
            waiting = [index]
            while waiting[-1] not in order:
                parent = frames[waiting[-1]].parent
                if parent is None or parent <= waiting[-1]:
                    break
                waiting.append(parent)
            order.update(dict.fromkeys(reversed(waiting)))
        return list(order)

    def _actors(
        self,
        frame: Frame,
        frames: Sequence[Frame],
        named: Sequence[tuple[str, ...]],
        last: dict[int | None, tuple[str, ...]],
    ) -> tuple[str, ...]:
        if not frame.elided:
            return self._explicit(frame, last)
        parent = named[frame.parent] if frame.parent is not None else ()
        if frame.kind == "impersonal":
            return parent or NOBODY_NAMED
        if frame.relays is not None and frame.kind == "verb":
            before = last.get(frame.parent) or ()
            return before if any(self.kinds.get(a) == "media" for a in before) else NOBODY_NAMED
        if frame.kind == "decline" and frame.form.startswith(_UNVERIFIED):
            return parent
        if frame.first_person or frame.kind in ("noun", "label"):
            return parent or last.get(frame.parent) or OTHER
        if frame.parent is not None and self._disagrees(frame, frames[frame.parent]):
            return self._told_of(frame, frames[frame.parent]) or OTHER
        goes_on = frame.continues or frame.is_participle or frame.parent is None
        told = () if goes_on or frame.parent is None else self._told_of(frame, frames[frame.parent])
        return last.get(frame.parent) or told or parent or self._subject(frame) or OTHER

    @staticmethod
    def _disagrees(frame: Frame, parent: Frame) -> bool:
        """Whether a verb inside somebody's words cannot be his own: of another gender (قال إن طبيبة أكدت)."""
        mine, his = frame.inflected, parent.inflected
        if mine is None or his is None or frame.joined or frame.is_participle or parent.is_participle:
            return False
        single = mine.number == his.number == "singular" and mine.person == his.person == _THIRD
        return single and mine.gender != his.gender

    def _told_of(self, frame: Frame, parent: Frame) -> tuple[str, ...]:
        """The listed subject of the words around a deed that is told in them (إن قسد انسحبت وطلبت …)."""
        first = parent.content_first
        near = (m for m in self.findings.actors_in(first, min(first + SUBJECT, frame.cue_first)) if m.counts)
        told = next((m.actors for m in near), ())
        if first + 1 < len(self.tokens) and self.tokens[first + 1].folded in self.latter:
            told = self._latter(SourcePhrase(first + 1, first + 2))
        return told or (OTHER if self._names_subject(first, parent) else ())

    def _names_subject(self, first: int, parent: Frame) -> bool:
        """Whether the words in which a deed is told begin with somebody (إن المشتبه به …)."""
        opening = self.tokens[first].folded
        if parent.how != "that" or opening not in self.sources.particles.complementiser:
            return False
        following = self.tokens[first + 1].folded if first + 1 < len(self.tokens) else ""
        return opening in ("ان", "بان") and following.startswith("ال")

    def _explicit(self, frame: Frame, last: dict[int | None, tuple[str, ...]]) -> tuple[str, ...]:
        """The actors of a speaker who is named, or pointed back to, in the frame itself."""
        actors = self._latter(frame.source) or self._same_body(frame.source) or self.resolve(frame.source)
        if actors == OTHER and self._is_same(frame.source):
            actors = last.get(frame.parent) or self._honoured(frame.source) or OTHER
        elif actors == OTHER and self._is_bare_document(frame):
            actors = last.get(frame.parent) or self._subject(frame) or OTHER
        if self._is_same(frame.source) and _same_kind(actors, last.get(frame.parent)):
            actors = last[frame.parent]
        if actors == ("civilians",):
            actors = SPEAKING_CIVILIANS
        if self._is_the_source(frame.source):
            actors = self._source_meant(actors, last.get(frame.parent))
        self._remember(frame.source, actors)
        return actors

    def _is_the_source(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase is المصدر and no more than a pointer with it (هذا المصدر, المصدر نفسه)."""
        words = [t.folded for t in self.tokens[phrase.first : phrase.end]]
        pointers = self.sources.particles.demonstrative | self.same
        return len(words) <= MOST_OF_POST and [w for w in words if w not in pointers] == [_THE_SOURCE]

    def _source_meant(self, actors: tuple[str, ...], last: tuple[str, ...] | None) -> tuple[str, ...]:
        """Whom المصدر means: the last speaker, unless another source was told of and he is none."""
        if not last or last == OTHER:
            return actors
        unnamed = all(self.kinds.get(a) == "sources" for a in last)
        return last if unnamed or actors == NOBODY_NAMED else actors

    def _honoured(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """Whom his title with a pronoun means (سموه, معاليه): the person named last before it."""
        if not self.tokens[phrase.first].folded.endswith(("ه", "ها")):
            return ()
        before = reversed(self.findings.actors_in(0, phrase.first))
        return next((m.actors for m in before if not m.counts and m.kind != "sources"), ())

    def _is_bare_document(self, frame: Frame) -> bool:
        """Whether بحسب is followed by a document whose issuer is not told (وفق بيان صحفي)."""
        phrase = frame.source
        if frame.kind != "preposition" or phrase.end - phrase.first > _BARE_DOCUMENT:
            return False
        word = self.tokens[phrase.first]
        return any(s.rest in self.sources.particles.venue for s in word.splits)

    def resolve(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The actors that a source phrase means; `other` for a person or body that is not listed."""
        mentions = self._named_in(phrase)
        remembered = self.memory.get(self.tokens[phrase.end - 1].folded)
        persons = all(not m.counts and m.kind != "sources" for m in mentions)
        if remembered and phrase.end - phrase.first <= 2 and persons:
            return remembered
        if mentions:
            actors = list(mentions[0].actors)
            for mention in mentions[1:]:
                if (
                    self.tokens[mention.first].folded.startswith("و")
                    and mention.span.start > self.tokens[mention.first].start
                ):
                    actors.extend(a for a in mention.actors if a not in actors)
            return tuple(actors)
        for i in range(phrase.end - 1, phrase.first - 1, -1):
            for split in self.tokens[i].splits:
                known = self.memory.get(split.rest, OTHER)
                if known != OTHER and not self._surname_follows(i, phrase):
                    return known
        if phrase.end == phrase.first + 1:
            return self.offices.get(self.tokens[phrase.first].folded, OTHER)
        return self._member(phrase)

    def _member(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The body that spoke before, where an office in it is all that is said (عضو اللجنة, مدير الدائرة)."""
        end = self.sources.office_end(phrase.first)
        if not phrase.first < end < phrase.end:
            return OTHER
        return next((self.heads[s.rest] for s in self.tokens[end].splits if s.rest in self.heads), OTHER)

    def _surname_follows(self, i: int, phrase: SourcePhrase) -> bool:
        """Whether a surname never met goes on the name at token `i` (صالح السحامي is not علي صالح)."""
        if i + 1 >= phrase.end or i == phrase.first:
            return False
        following = self.tokens[i + 1].folded
        named = following.startswith("ال") and not self.persons.titles.match(self.tokens, i + 1)
        return named and following not in self.memory and i + 1 not in self.sources.actor_at

    def _subject(self, frame: Frame) -> tuple[str, ...]:
        """Whose deed is told before a cue without a subject (أصدرت قسد بيانا قالت فيه …).

        He stands right behind the verb that begins the sentence of the cue, or the one before it
        (زار الوزير المخيم. وقال إن …); else the first actor of its sentence.
        """
        index = self.document.sentence_at(frame.cue_first)
        if index is None:
            return ()
        start = self.document.sentences[index].start
        doer = self._doer(start, frame.cue_first)
        if not doer and frame.cue_first == start and index:
            doer = self._doer(self.document.sentences[index - 1].start, start)
        named = (m for m in self.findings.actors_in(start, frame.cue_first) if m.counts)
        return doer or next((m.actors for m in named), ())

    def _doer(self, start: int, end: int) -> tuple[str, ...]:
        """Who stands behind the word that begins a sentence at token `start`, in an office or a body."""
        mention = self.sources.actor_at.get(start + 1)
        if mention is None or mention.end > end or mention.kind in ("sources", "population", "media"):
            return ()
        onto = mention.span.start > self.tokens[start + 1].start
        return (
            () if onto or self.tokens[start].folded in self.sources.particles.source_end else mention.actors
        )

    def _same_body(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The body that spoke before under the noun that alone names the speaker now (وأضافت الوزارة)."""
        first = self.tokens[phrase.first].folded
        if phrase.end == phrase.first + 1:
            return self.heads.get(first, ())
        if (held := self.roles.get(self._words(phrase))) is not None:
            return held
        if (
            phrase.end > phrase.first + MOST_OF_POST
            or self.tokens[phrase.end - 1].folded in self.nationalities
        ):
            return ()
        if self._name_follows(phrase.end):
            return ()
        rest = self.tokens[phrase.first + 2 : phrase.end]
        return self.posts.get(self._post(phrase.first), ()) if all(_described(t) for t in rest) else ()

    def _name_follows(self, end: int) -> bool:
        """Whether a comma and a name stand behind an office, rather than where or when he spoke."""
        if end + 1 >= len(self.tokens) or self.tokens[end].text not in "،,":
            return False
        following = self.tokens[end + 1].folded
        return following not in self.sources.particles.source_end and end + 1 not in self.sources.time_at

    def _words(self, phrase: SourcePhrase) -> tuple[str, ...]:
        return tuple(t.folded for t in self.tokens[phrase.first : phrase.end])

    def _remember_role(self, phrase: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let the very words of the office that a name has stand for its holder (قال X، رئيس Y. وقال رئيس Y)."""
        role = self.persons.tokens_of_role(phrase)
        if role is not None and role.end - role.first > 1 and actors != OTHER:
            words = self._words(role)
            joined = next((k for k in range(2, len(words)) if words[k].startswith("و")), len(words))
            self.roles[words] = self.roles[words[:joined]] = actors

    def _post(self, first: int) -> tuple[str, str]:
        """The two words of the office that a speaker's name begins with (وزير الخارجية)."""
        return self.tokens[first].folded, self.tokens[first + 1].folded

    def _latter(self, phrase: SourcePhrase) -> tuple[str, ...]:
        """The actor named last before الأخير."""
        if phrase.end != phrase.first + 1 or self.tokens[phrase.first].folded not in self.latter:
            return ()
        before = reversed(self.findings.actors_in(0, phrase.first))
        return next((m.actors for m in before if m.counts and m.end <= phrase.first), ())

    def _is_where(self, mention: ActorMention) -> bool:
        """Whether a country is only where the speaker is (رئيس النادي في فرنسا)."""
        alone = mention.kind == "state" and mention.end == mention.first + 1
        return alone and mention.first > 0 and self.tokens[mention.first - 1].folded == "في"

    def _in_name(self, mention: ActorMention) -> bool:
        """Whether a country is only a word of a name in quotation marks (مرصد «العراق الأخضر»)."""
        quote = self.document.quote_at(mention.first)
        if mention.kind != "state" or quote is None or not quote.balanced:
            return False
        return mention.first == quote.open + 1 and mention.end < quote.close <= mention.end + MOST_OF_POST

    def _heads(self, i: int) -> bool:
        """Whether the noun at token `i` makes what it governs speak: an office, a body, a document."""
        word = self.tokens[i].folded
        if self.persons.titles.match(self.tokens, i) or i in self.sources.actor_at:
            return True
        known = word in self.bases or word in self.sources.particles.venue
        return known or not word.startswith("ال")

    def _is_same(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase only points back: المصادر ذاتها, البيان, التقرير, الأخير."""
        at = phrase.first + self._points(phrase)
        first, last = self.tokens[at].folded, self.tokens[phrase.end - 1].folded
        if last in self.same:
            return True
        following = self.tokens[at + 1].folded if phrase.end > at + 1 else ""
        described = not following or following in self.sources.particles.relative
        return described and first in self.same_speaker

    def _points(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase begins with a word that only points (ذات البيان, نص البلاغ, هذا التقرير)."""
        first = self.tokens[phrase.first].folded.removeprefix("ل")
        pointers = self.sources.particles.demonstrative | self.same | self.sources.particles.same_text
        return phrase.end > phrase.first + 1 and first in pointers

    def _named_in(self, phrase: SourcePhrase) -> list[ActorMention]:
        """The mentions of the part before the first comma, else those of an office after it."""
        comma = next((i for i in range(phrase.first, phrase.end) if self.tokens[i].text in "،,"), phrase.end)
        mentions = list(self.findings.actors_in(phrase.first, phrase.end))
        nearby = NEAR if phrase.end - phrase.first > SHORT else SHORT
        near = [
            m
            for m in mentions
            if m.first < comma
            and not self._is_where(m)
            and not self._in_name(m)
            and not self._only_told(m, phrase)
            and not self._of_cause(m, phrase)
            and not self._only_spread(m, phrase)
            and (m.first <= phrase.first + nearby or self._heads(phrase.first))
        ]
        if near or comma + 1 >= len(self.tokens):
            return near
        return mentions if self.persons.titles.match(self.tokens, comma + 1) else []

    def _of_cause(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether a country only says where a private body is (مركز العراق لحقوق الإنسان)."""
        if mention.kind != "state" or mention.end >= phrase.end:
            return False
        head = self.tokens[phrase.first].folded.removeprefix("ال")
        alone = mention.first == phrase.first + 1 or mention.first == phrase.first
        particles, following = self.sources.particles, self.tokens[mention.end].folded
        return alone and head in particles.private and following.startswith(tuple(particles.purpose))

    def _only_told(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether the medium only got what speaks (بيان للوزير تلقت وكالة X نسخة منه)."""
        if mention.kind != "media" or mention.first < phrase.first + MOST_OF_POST:
            return False
        document = any(s.rest in self.sources.particles.venue for s in self.tokens[phrase.first].splits)
        before, got = self.tokens[mention.first - 1].folded, self.sources.particles.got
        return document and (before in got or before.removeprefix("و") in got)

    def _only_spread(self, mention: ActorMention, phrase: SourcePhrase) -> bool:
        """Whether the medium only spreads what speaks (البيان الذي بثه التلفزيون)."""
        if (
            mention.kind not in ("media", "sources")
            or self.tokens[phrase.first].folded not in self.same_speaker
        ):
            return False
        before = self.tokens[phrase.first : mention.first]
        return any(t.folded in self.sources.particles.relative for t in before)

    def _remember(self, phrase: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let a person's name and office, from here on, stand for the party that he spoke for."""
        mention = self.sources.actor_at.get(phrase.first)
        if mention is not None and mention.counts:
            self._remember_head(mention, actors)
            first = self.tokens[phrase.first].folded
            if self.persons.titles.match(self.tokens, phrase.first):
                self.offices[first if first.startswith("ال") else "ال" + first] = actors
            return
        self._remember_noun(phrase, actors)
        self._remember_role(phrase, actors)
        if phrase.end > phrase.first + 1 and self.persons.titles.match(self.tokens, phrase.first):
            self.posts[self._post(phrase.first)] = actors
        name = self.persons.tokens_of_name(phrase) or phrase
        for token in self.tokens[phrase.first : phrase.end]:
            if token.folded.startswith("ال"):
                self.offices[token.folded] = actors
        first = self.tokens[phrase.first].folded
        if self.persons.titles.match(self.tokens, phrase.first) and not first.startswith("ال"):
            self.offices["ال" + first] = actors
        self._remember_name(name, actors)

    def _remember_noun(self, phrase: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let the noun of a body or document, with its article, stand for whose it is (البيانات, اللجنة)."""
        word = self.tokens[phrase.first].folded
        plain = phrase.end > phrase.first + 1 and not word.startswith("ال") and actors != OTHER
        if plain and not self.persons.titles.match(self.tokens, phrase.first):
            self.heads["ال" + word.removeprefix("ل")] = actors

    def _remember_head(self, mention: ActorMention, actors: tuple[str, ...]) -> None:
        """Let the noun that heads a speaker's name, with its article, stand for him (الوزارة, المسؤولون)."""
        if mention.end - mention.first > 1 and mention.kind != "media":
            head = self.tokens[mention.first].folded
            self.heads[head if head.startswith("ال") else "ال" + head] = actors

    def _remember_name(self, name: SourcePhrase, actors: tuple[str, ...]) -> None:
        """Let the words of a name stand for `actors`, unless they are known to stand for a party."""
        ranked = name.end - name.first > 1 and self.tokens[name.first].folded.startswith("ال")
        for token in self.tokens[name.first + ranked : name.end]:  # اللواء is nobody's name
            known = self.memory.get(token.folded, OTHER) != OTHER or token.folded in self.nationalities
            surname = token.index == name.end - 1 and name.end - name.first > 1
            long_enough = len(token.folded) > 2 or (surname and len(token.folded) == 2)
            if token.kind == "word" and long_enough and not known:
                self.memory[token.folded] = actors
                self._remember_servant(token.index, name.end, actors)

    def _remember_servant(self, i: int, end: int, actors: tuple[str, ...]) -> None:
        """Let عبد الرحمن, written in one word or in two, stand for `actors` in the other way too."""
        word = self.tokens[i].folded
        if word == _SERVANT and i + 1 < end and self.tokens[i + 1].folded.startswith("ال"):
            self.memory.setdefault(word + self.tokens[i + 1].folded, actors)
        elif word.startswith(_SERVANT + "ال"):
            self.memory.setdefault(word.removeprefix(_SERVANT), actors)

    def _basis(self, phrase: SourcePhrase) -> BasisOfStatement | None:
        """What the statement rests on, where the source phrase begins by naming it (شهود, تحقيقات)."""
        words = (self.tokens[i].folded for i in range(phrase.first, min(phrase.end, phrase.first + 3)))
        return next((self.bases[w] for w in words if w in self.bases), None)

    def _draft(self, frame: Frame, actors: tuple[str, ...]) -> AttributionDraft:
        document = self.document
        person = self.persons.part(frame.source)
        return AttributionDraft(
            cue=document.span(frame.cue_first, frame.cue_end - 1),
            cue_token=frame.cue_first,
            source=self.sources.span(frame.source, shed=True, addressed=frame.kind == "decline"),
            actors=actors,
            content=document.span(frame.content_first, frame.content_end - 1),
            content_first=frame.content_first,
            content_end=frame.content_end,
            act=frame.act,
            distance=frame.distance,
            quoted=frame.quoted,
            frame=frame.kind,
            parent=frame.parent,
            basis=frame.basis or self._basis(frame.source),
            name=person.name,
            role=person.role,
            addressee=frame.source.addressee,
            venue=frame.source.venue,
            said_at=frame.source.said_at,
        )
