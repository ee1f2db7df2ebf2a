"""Whom a verb speaks to, parted from who speaks where both stand side by side (اتهم الوزير التنظيم)."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from riwaya.lexicon.inflect import AS_HE, THEIRS, without_pronoun
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.draft import TELLERS, ActorMention
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.content_nouns import content_noun, masdar
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.frame import FrameReader
from riwaya.reading.speech.nobody import ACCUSES, is_charge
from riwaya.reading.speech.objects import complete
from riwaya.reading.speech.source_words import RELATIVES, TAKES_UP, SourcePhrase, clause_takes_up, takes_up
from riwaya.reading.speech.sources import MOST_OF_NAME
from riwaya.reading.speech.verb_readings import THEREIN, WHAT
from riwaya.text.signs import COMMAS
from riwaya.text.tokens import Token

#: Those who govern, of whom many things are asked, folded.
_AUTHORITIES = speech_words("governing")
#: Words of who speaks before those he speaks to, side by side (الأمين العام الأطراف).
MOST_BEFORE_ASKED = 2
#: Plurals of bodies, folded, which a masculine verb cannot have as subject right behind it.
_FEMININE_PLURALS = speech_words("plural body")
#: How far behind the accused another may stand.
_CHARGED = 4
#: Words within which a relative clause of who is called something ends.
_RELATIVE_REACH = 20
#: Words behind whom somebody asks within which a pronoun may take up the noun before a relative clause.
_CLAUSE_REACH = 4
#: Blame, which a verb puts on somebody, folded.
_BLAME = speech_words("blame")
#: How far before its verb a statement stands in which somebody asks something, in tokens.
_STATEMENT_REACH = 24
#: Time at which something happens, folded; letters of the longest word in ون that is no plural.
_TIME = speech_words("moment")
_SHORT_PLURAL = 4
#: Letters of the longest word that has no pronoun of its own (طه, مها).
_SHORT = 3
#: Letters of the longest word in ون with its article that is no plural (القانون, العيون).
_LONGEST_SINGULAR = 7
#: That he or it is, folded.
_THAT_HE = "بانه"
#: Before some of those who speak (دول في مقدمتها فرنسا), folded.
_AMONG_THEM = frozenset(lead + own for lead in speech_words("among them") for own in ("ه", "ها", "هم", ""))
#: All of those behind it or, behind them, of those before it, folded.
_ALL = "كافه"
#: Words with which by-names begin, folded.
_FATHER_OF = speech_words("by-name")
#: Words before the body that somebody speaks or acts for, folded.
_FOR_BODY = frozenset(("باسم", "في", "لدي"))
_COMPLETING = _FOR_BODY | {"من"}
#: To call on somebody to do something.
_CALLS_ON = speech_cues("calls on")
#: How adjectives of a people end (الشعب اليمني), folded.
_ADJECTIVE = ("ي", "يه", "ين")


class Addressees(FrameReader):
    """Parts the subject of a verb from whom it speaks to."""

    def part(self, hit: CueHit, behind: SourcePhrase, before: SourcePhrase) -> SourcePhrase:
        """Part subject and object that stand side by side (اتهم الوزير التنظيم بـ…)."""
        alone = before.elided and not self.pronoun_subject(hit, he=True)
        if alone and self._asks_in_relative(hit, behind):
            return SourcePhrase(
                behind.first,
                behind.first,
                self.document.span(behind.first, behind.end - 1),
                behind.venue,
                behind.said_at,
            )
        own = behind.first + 1 if self._beside_office(behind) else self._of_his_own(behind)
        cut = (self._cut(hit, behind) if own is None else own) if alone else behind.first
        cut = self._known_cut(hit, behind, cut) if alone and cut > behind.first else cut
        if cut == behind.end and (self._alone_accused(hit, behind) or self._called(hit, behind)):
            cut = self._second(behind) or self._deed_behind(behind) or self._written_behind(hit, behind)
        elif cut == behind.end and (
            self._not_hers(hit, behind) or (alone and self._asked_therein(hit, behind))
        ):
            cut = behind.first
        elif cut == behind.first and hit.pronoun and hit.cue.addressee == "direct":
            cut = behind.end  # "القاضي الذي اتهمته المعارضة بالانحياز", "وأبلغها الوزير أن …"
        if behind.first < cut < behind.end and self.sources.office_end(behind.first) > behind.first:
            cut = self._behind_holder(cut, behind.end)
        if cut > behind.first and (cut - 1) in self.contents.quote_opening:
            cut -= 1
        asked = cut + (cut < behind.end and self.tokens[cut].text in COMMAS)
        addressee = self.document.span(asked, behind.end - 1) if asked < behind.end else behind.addressee
        while cut > behind.first and self.tokens[cut - 1].text in COMMAS:
            cut -= 1
        named = before if not before.elided else SourcePhrase(behind.first, cut)
        return SourcePhrase(named.first, named.end, addressee, behind.venue, behind.said_at)

    def _known_cut(self, hit: CueHit, behind: SourcePhrase, cut: int) -> int:
        """`cut`, or where a demonstrative or the noun behind a country shows the object to begin."""
        following = self.tokens[behind.end].folded if behind.end < len(self.tokens) else ""
        if "label" in hit.cue.takes and following in self.particles.demonstrative:
            return behind.end  # "ووصف المجلس الأعلى للمقاومة هذه الأعمال بـ…"
        plain = self._plain_behind(behind, cut)
        return cut if plain is None else plain

    def _asks_in_relative(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether the relative pronoun before the verb is its subject (القرار الذي يطالب المليشيات بـ…).

        Not where a pronoun in what is asked takes it up (المنطقة التي طالبت الحكومة بإخلائها).
        """
        before = self.tokens[hit.first - 1].folded if hit.first else ""
        agrees = hit.form is not None and RELATIVES.get(before) == (hit.form.gender, hit.form.number)
        if not agrees or takes_up(hit, before) or behind.elided or behind.end >= len(self.tokens):
            return False
        asked = self.tokens[behind.end]
        resumed = asked.folded.endswith(THEIRS) and not asked.text.endswith("ة")
        if is_charge(asked, self.particles):
            return not resumed
        clause = self.tokens[hit.end : behind.end + _CLAUSE_REACH]
        return self._calls_upon(hit, behind) and not clause_takes_up(clause, TAKES_UP[before])

    def _calls_upon(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether the verb's own إلى or ل follows whom it speaks to (دعت الحكومة إلى …, للجوء إلى …)."""
        asked = self.tokens[behind.end]
        onto = asked.folded in hit.cue.prepositions
        onto = onto or any(s.prefix in hit.cue.prepositions for s in asked.splits if s.prefix)
        return onto and hit.cue.addressee == "direct" and hit.cue.act == "request"

    def _behind_bare_name(self, first: int, end: int) -> int:
        """The comma behind the name that may follow an office (سفير X لدى Y سالم الورد، …), else `first`."""
        comma = next((i for i in range(first, end) if self.tokens[i].text in COMMAS), None)
        named = comma is not None and first < comma and not self.tokens[first].folded.startswith("ال")
        return comma if named and comma is not None else first

    def _behind_holder(self, first: int, end: int) -> int:
        """The token behind an office holder's name at token `first` (العميد سالم الورد), else `first`.

        A comma may part the two (القيادي في X، أبو سالم الورد، …).
        """
        i = first + (self.tokens[first].text in COMMAS)
        while i < end and self.tokens[i].folded in self.particles.honorific:
            i += 1
        ranked = i > first and self.tokens[i - 1].text not in COMMAS
        if i == end or not (ranked or self._names_person(i)):
            return first
        person = self.sources.actor_at.get(i)
        i = person.end if person is not None and not person.counts else i + 1
        while i < end and i - first <= MOST_OF_NAME and not self._addressed(i):
            i += 1
            if self.tokens[i - 1].folded.startswith("ال"):
                break  # a surname
        return min(i, end)

    def _names_person(self, i: int) -> bool:
        """Whether a person's name begins at token `i`: a given name, a by-name, somebody known."""
        word, known = self.tokens[i].folded, self.sources.actor_at.get(i)
        if known is not None:
            told = known.kind in ("sources", "media", "population")
            return not (known.counts or told or self.sources.office_end(i) > i)
        return word in self.contents.given or word in self.particles.given_name or word in _FATHER_OF

    def _addressed(self, i: int) -> bool:
        """Whether no name goes on with the word at token `i`: a party, many, a plural, a pronoun."""
        token, known = self.tokens[i], self.sources.actor_at.get(i)
        party = known is not None and known.counts
        many = token.folded in self.particles.asked | self.particles.ruler | self.particles.bodies
        ends = token.text.endswith(THEIRS)
        return (
            token.kind != "word" or party or many or self._many(i) or ends or self.sources.is_object_form(i)
        )

    def _many_asked(self, first: int, end: int) -> int | None:
        """The token at which many are asked behind a name that is complete (الوزير جميع الأطراف)."""
        comma = next((i for i in range(first + 1, end) if self.tokens[i].text in COMMAS), end)
        for i in range(first + 1, end):
            token, before = self.tokens[i], self.tokens[i - 1]
            if i > comma and token.folded.startswith("و") and token.folded[1:] in self.particles.asked:
                return comma + 1  # "ودعا الورد، مبعوث الأمم المتحدة وممثلي المنظمات، لزيارة …"
            if before.folded in self.particles.one or self._of_society(i):
                continue  # "أحد سكان الحي", "نقابة موظفي الإدارة"
            many = token.folded in self.particles.asked or token.folded == "الجميع"
            # "وجه محافظ المدينة الجهات المختصة بـ…"
            many = many or (token.folded in self.particles.bodies and i - 1 in self.sources.place_ends)
            # "طالب المجلس الاتحادات بـ…": no adjective of one man or body
            several = self._are_many(token) or token.folded in self.particles.bodies
            many = many or (i == first + 1 and several and not self._are_many(before))
            if token.folded == _ALL and self._goes_on_those(i, end):
                continue  # "الوزير المنظمات العربية كافة"
            plural = self.sources.is_object_form(i) and not before.folded.endswith("ين")
            public = token.folded in self.particles.public and (
                before.text in COMMAS or self._behind_definite(first, i)  # "الهيئة العليا سكان القرية"
            )
            medium = self.sources.actor_at.get(i)
            told = medium is not None and medium.kind == "media"
            told = told or token.folded in self.particles.medium  # "أبلغ مصدر في المدينة وكالة X"
            told = told or (i > first + 1 and token.folded in _AUTHORITIES and self._names_person(first))
            if not (many or plural or public or told):
                continue
            official = self.sources.actor_at.get(first)
            closed = before.text in COMMAS or i - 1 in self.sources.last_tokens
            closed = closed or (official is not None and official.end == i)  # "مسؤول أميركي المسلحين"
            closed = closed or before.folded.endswith("يون")  # "خبراء عسكريون المسلحين"
            # "الورد مؤيدي المحكمة"
            closed = closed or (many and token.folded.endswith("ي") and self.sources.office_end(i - 1) < i)
            closed = closed or (token.folded in self.particles.public and self._closes_name(first, i))
            if closed or any(s.rest.startswith("ال") for s in before.splits):
                return i
        return None

    def _behind_definite(self, first: int, i: int) -> bool:
        """Whether a noun without article stands at token `i` behind one that has it and so owns nothing."""
        before, word = self.tokens[i - 1].folded, self.tokens[i].folded
        return i > first and before.startswith("ال") and not word.startswith(("ال", "و"))

    @staticmethod
    def _are_many(token: Token) -> bool:
        """Whether a word is a definite plural in ات (الاتحادات)."""
        return token.folded.startswith("ال") and token.folded.endswith("ات")

    def _of_society(self, i: int) -> bool:
        """Whether a plural at token `i` is the genitive of a body of theirs (نقابة الصحفيين)."""
        body = not self.tokens[i - 1].folded.startswith("ال") and self.sources.is_body(i - 1)
        return body and (self.sources.is_object_form(i) or self.tokens[i].folded.endswith("ي"))

    def _closes_name(self, first: int, i: int) -> bool:
        """Whether a name behind an office ends before token `i` (الوزير مولود أوغلو المجتمع الدولي)."""
        office = self.sources.office_end(first)
        before = self.tokens[i - 1].folded
        titled = bool(self.sources.titles.match(self.tokens, i - 1)) or before in self.particles.body
        return first < office < i - 1 and self.tokens[i].folded.startswith("ال") and not titled

    def _goes_on_those(self, i: int, end: int) -> bool:
        """Whether كافة at token `i` goes on those before it, not on a plural behind it (كافة الأطراف)."""
        following = self.tokens[i + 1].folded if i + 1 < end else ""
        return not following.startswith("ال") and not following.endswith(("ات", "ين"))

    def _cut(self, hit: CueHit, behind: SourcePhrase) -> int:
        """The token behind the subject where a verb's subject and whom it speaks to stand side by side."""
        if self._object_alone(hit, behind):
            return behind.first
        many = self._behind_plural_subject(behind)
        many = many or self._many_asked(behind.first, behind.end) or self._judged(hit, behind)
        if many is not None and not self.sources.is_object_form(behind.first):
            return many
        mentions = list(self.findings.actors_in(behind.first, behind.end))
        at_start = next((m for m in mentions if m.first == behind.first), None)
        office = self.sources.office_end(behind.first)
        later = [m for m in mentions if m.first > max(behind.first, office)]
        body = at_start is not None and at_start.counts and office <= behind.first  # "المعارضة إردوغان"
        later = [m for m in later if at_start is None or m.first > at_start.end or m.counts or body]
        later = [m for m in later if not any(o.first < m.first and m.end <= o.end for o in later)]
        if len(later) > 1 and self._of_whom(behind.first, later[0]):
            later = later[1:]
        later = [
            m
            for m in later
            if self.tokens[m.first - 1].text != "(" and not self._only_tells_of(m, behind.first, mentions)
        ]
        later = self._without_parts([m for m in later if not self._completes(behind.first, m)])
        if (at_start is not None and self._cannot_agree(hit, at_start)) or self._of_body(hit, behind.first):
            return behind.first
        own = next((m for m in later if self._is_own_office(behind, m)), None)
        if own is not None:
            later = [m for m in later if m.first >= own.end]
            return self._cut_before(behind, later) if later else own.end
        if later:
            return self._cut_before(behind, later)
        if at_start is not None and self._country_asked(at_start, behind):
            return at_start.end
        if self._named_before(behind.first, behind.end):
            return behind.first + 1
        if at_start is not None and at_start.end < behind.end:
            return self._behind_mention(behind, max(m.end for m in mentions if m.first < at_start.end))
        if (asked := self._side_by_side(hit, behind.first, behind.end)) is not None:
            return asked
        happened = at_start is None and self._happened(behind.first)  # "ووصف الهجوم بـ…": nobody is named
        happened = happened and self.tokens[behind.first].folded not in self.particles.honorific  # سماحة
        return behind.first if self._only_asked(hit, behind.first) or happened else behind.end

    def _behind_mention(self, behind: SourcePhrase, end: int) -> int:
        """The token behind the subject whose first words are an actor that ends before token `end`."""
        if end < behind.end and self.tokens[end].text == "(":  # "حركة المقاومة الإسلامية (حماس)"
            inside = range(end, behind.end)
            return next((i + 1 for i in inside if self.tokens[i].text == ")"), behind.end)
        if end >= behind.end:  # "الوزير محمد شياع السوداني"
            return behind.end
        apposed = self.tokens[end].text in COMMAS and not self._many(end + 1)
        asked = self._addressable(end) or self._begins_another(behind.first, end)
        return behind.end if apposed or not asked else end

    def _begins_another(self, first: int, i: int) -> bool:
        """Whether a bare noun at token `i` goes on no body's name: one that ends with the article has none.

        "وتتهم وزارة الدفاع سالم الورد بـ…"; an office has its holder's name behind it.
        """
        body, token = self.sources.actor_at[first], self.tokens[i]
        if not body.counts or body.end != i or not self.tokens[i - 1].folded.startswith("ال"):
            return False
        if body.kind in TELLERS or i in self.sources.time_at or token.kind != "word":
            return False
        joined = token.folded.startswith(("ال", "و", "ب", "ل", "ك", "ف")) or token.folded.endswith("ا")
        particles = self.particles
        ends = particles.source_end | particles.relative | particles.preposition | particles.verbal
        return not joined and token.folded not in ends | particles.adverb | particles.turn

    def _beside_office(self, behind: SourcePhrase) -> bool:
        """Whether a party stands beside an office whose article forbids a genitive (الوزير حزب الله)."""
        title, party = self.tokens[behind.first].folded, self.sources.actor_at.get(behind.first + 1)
        office = title.startswith("ال") and self.sources.office_end(behind.first) == behind.first + 1
        if not office or party is None or not party.counts or party.end > behind.end:
            return False
        token = self.tokens[behind.first + 1]
        return not token.folded.startswith("ال") and party.span.start == token.start

    def _object_alone(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether whoever stands behind the verb does not speak, but is accused or asked."""
        accused = self._accused_therein(hit, behind) or self._only_accused(hit, behind)
        return accused or self._plural_object(behind)

    def _plural_object(self, behind: SourcePhrase) -> bool:
        """Whether the adjective of those behind a verb makes them its object (حث الزعماء الدينيين على …)."""
        if behind.end < behind.first + 2:
            return False
        head = self.tokens[behind.first].folded
        several = head.startswith("ال") and head.removeprefix("ال") in self.particles.people
        return several and self.sources.is_object_form(behind.first + 1)

    def _behind_plural_subject(self, behind: SourcePhrase) -> int | None:
        """The office right behind those who ask something of it (طالب المحتجون رئيس الحكومة بـ…)."""
        i = behind.first
        while i < behind.end and self._is_subject_plural(self.tokens[i].folded):
            i += 1
        if not behind.first < i < behind.end:
            return None
        asked = self.sources.titles.match(self.tokens, i) or self.tokens[i].folded in self.particles.asked
        return i if asked and not self.tokens[i].folded.startswith("ال") else None

    def _is_subject_plural(self, word: str) -> bool:
        plural = word.endswith("ون") and len(word) > _LONGEST_SINGULAR
        return word.startswith("ال") and (plural or word.removeprefix("ال") in self.particles.people)

    def _accused_therein(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether only whom its author accuses stands behind فيها (شكوى يتهم فيها طبيبا)."""
        first = self.tokens[behind.first].folded
        bare = not first.startswith("ال") and behind.first not in self.sources.actor_at
        office = self.sources.office_end(behind.first) > behind.first and not first.endswith("ا")
        accuses = hit.cue.act == "accuse" and self.tokens[hit.end].folded in THEREIN
        return accuses and bare and not office

    def _asked_therein(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether only whom its author asks stands behind فيه (أصدر الحزب بيانا دعا فيه الحكومة إلى …).

        Not where a statement opens its sentence, so that nobody issued it before (وفي كلمة دعا فيها الوزير
        إلى …), and not behind a time (في وقت دعا فيه الوزير إلى …).
        """
        if hit.cue.addressee != "direct" or behind.elided or self.tokens[hit.end].folded not in THEREIN:
            return False
        inside = range(behind.first, behind.end)
        if self._is_subject(behind.first) or any(self.sources.is_object_form(i) for i in inside[1:]):
            return False  # "طالب فيها المهندسون بـ…", "دعت فيه أوبك المنتجين إلى …"
        index = self.document.sentence_at(hit.first)
        start = self.document.sentences[index].start if index is not None else hit.first
        for i in range(hit.first - 1, max(start, hit.first - _STATEMENT_REACH), -1):
            if self.tokens[i].folded in self.particles.complementiser:
                return False
            if any(s.rest.removeprefix("ال") in _TIME for s in self.tokens[i].splits):
                return False
            if self._is_statement(i):
                return i > start + 1
        return False

    def _is_subject(self, i: int) -> bool:
        """Whether the plural at token `i` has the ending of a subject (المهندسون, ناشطون)."""
        word = self.tokens[i].folded
        return word.endswith("ون") and len(word.removeprefix("ال")) > _SHORT_PLURAL

    def _is_statement(self, i: int) -> bool:
        """Whether a noun for words of somebody stands at token `i` (بيانا, تصريحاته, مؤتمرا)."""
        nouns = self.particles.venue | self.particles.written
        words = (s.rest.removeprefix("ال") for s in self.tokens[i].splits)
        return any(w in nouns or w.removesuffix("ا") in nouns for w in words)

    def _only_accused(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether one party alone stands between the verb and its ب: it is accused, or called something so.

        "وتتهم إسرائيل بـ…", "ووصف حزب الله بأنه …".
        """
        party = self.sources.actor_at.get(behind.first)
        accuses = hit.cue.act == "accuse" and hit.cue.addressee == "direct"
        accuses = accuses or "label" in hit.cue.takes
        if hit.pronoun:
            return False  # "واتهمها التحالف بـ…"
        single = behind.end == behind.first + 1 and self.tokens[behind.first].folded.startswith("ال")
        body = single and self.sources.office_end(behind.first) == behind.first
        body = body or self._pointed_at(behind) or self._quoted_word(behind)
        named = self._parties_end(behind.first) >= behind.end if party is not None else body
        tells = party is not None and party.kind == "sources"  # "حمل مصدر أمني المسلحين مسؤولية القصف"
        if not (named and accuses) or tells or self._said_by_her(behind):
            return False
        if behind.first != hit.end or behind.end >= len(self.tokens):
            return False
        if "ب" not in hit.cue.prepositions:
            return self._blamed_alone(behind.end)
        if not is_charge(self.tokens[behind.end], self.particles):
            return False
        near = range(behind.end, min(len(self.tokens), behind.end + _CHARGED))
        return not any((m := self.sources.actor_at.get(i)) is not None and m.counts for i in near)

    def _parties_end(self, i: int) -> int:
        """The token behind the parties joined by و from token `i` on (حزب الله و«حماس»), else `i`."""
        party = self.sources.actor_at.get(i)
        while party is not None and party.counts:
            i = party.end + (party.end < len(self.tokens) and self.tokens[party.end].text in '»”"')
            party = self.sources.actor_at.get(i)
            joined = party is not None and party.span.start > self.tokens[i].start
            party = party if joined and self.tokens[i].folded.startswith("و") else None
        return i

    def _alone_accused(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether ب follows the only one who is named: who accuses him spoke before (واتهم خصومه بعرقلة …).

        Nobody accuses without an object; where that is a pronoun or a noun before, its verb has it.
        """
        if hit.cue.form != ACCUSES or hit.pronoun or hit.first_person_form or behind.end >= len(self.tokens):
            return False
        before = self.tokens[hit.first - 1].folded if hit.first else ""
        told = before in self.particles.relative or before in WHAT
        return not told and is_charge(self.tokens[behind.end], self.particles)

    def _blamed_alone(self, i: int) -> bool:
        """Whether nobody is blamed behind the blame at token `i` (وحمل X مسؤولية الهجوم; not … للحكومة)."""
        if self.tokens[i].folded not in _BLAME:
            return False
        near = self.tokens[i + 1 : i + _RELATIVE_REACH]
        clause = list(takewhile(lambda t: t.kind == "word", near))
        onto = any(t.folded == "الي" or t.folded.startswith("ل") for t in clause)
        return not onto and not any(t.index in self.sources.actor_at for t in clause)

    def _plain_behind(self, behind: SourcePhrase, cut: int) -> int | None:
        """The noun without article right behind a country or party (اتهمت واشنطن قوات الرئيس …), if any.

        Nothing goes on such a name, so that the accused begin there, not at a later name.
        """
        named = self.sources.actor_at.get(behind.first)
        if named is None or not named.counts or named.kind != "state" or not named.end < cut:
            return None
        if named.end > behind.first + 1:
            return None
        token = self.tokens[named.end]
        plain = token.kind == "word" and not token.folded.startswith(("ال", "و", "ل"))
        ends = self.particles.source_end | self.particles.relative | self.particles.preposition
        return named.end if plain and token.folded not in ends else None

    def _called(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether only who is called something stands behind a verb (ووصف الملا الجديد بـ«الأمير»).

        Behind a relative pronoun the verb has its object there.
        """
        if "label" not in hit.cue.takes or hit.pronoun or hit.first_person_form or hit.is_participle:
            return False
        before = self.tokens[hit.first - 1].folded if hit.first else ""
        if before in self.particles.relative or before in WHAT or behind.first != hit.end:
            return False
        charge = next(
            (i for i in range(behind.end, self._charge_end(behind.end)) if self._says_what(i)), None
        )
        if charge is None or self._said_by_her(replace(behind, end=charge)):
            return False
        closed = self.contents.quote_opening.get(charge + 1)
        after = closed.close + 1 if closed is not None else charge + 1
        return not (after < len(self.tokens) and self.tokens[after].folded.startswith("ال"))

    def _deed_behind(self, behind: SourcePhrase) -> int | None:
        """The verbal noun right behind a name of one word (ووصف أوباما إغلاق المعتقل بأنه …), if one is."""
        at = behind.first + 1
        known = behind.first in self.sources.actor_at or self.tokens[behind.first].folded in self.spoken
        name = not self.tokens[behind.first].folded.startswith("ال") or known
        deed = at < behind.end and (
            masdar(self.tokens[at]) or content_noun(self.tokens[at].folded, self.contents)
        )
        return at if name and deed and self.sources.office_end(behind.first) == behind.first else None

    def _written_behind(self, hit: CueHit, behind: SourcePhrase) -> int:
        """Where what is called something stands behind a speaker's whole name, else his own first token.

        "ووصف المندوب الروسي فلان الفلاني التقرير بأنه …", "وصف ترامب خامنئي بأنه …".
        """
        if "label" not in hit.cue.takes:
            return behind.first
        one = self.sources.actor_at.get(behind.first)
        other = self.sources.actor_at.get(one.end) if one is not None else None
        if one is not None and other is not None and other.end == behind.end:
            named = not any(self.tokens[i].folded.startswith(("ال", "و")) for i in (one.first, other.first))
            office = self.sources.office_end(one.first) > one.first
            if named and not office and set(one.actors).isdisjoint(other.actors):
                return other.first
        written = self.particles.document | self.particles.written | self.particles.ruling
        for i in range(behind.end - 1, behind.first + 1, -1):
            word = self.tokens[i].folded
            if not word.startswith("ال"):
                break
            told = word[2:] in written or content_noun(word[2:], self.contents, events=True)
            if told and not self.sources.titles.match(self.tokens, i - 1):
                return i
        return behind.first

    def _charge_end(self, end: int) -> int:
        """The token up to which what somebody is called stands: behind his relative clause, if he has one."""
        described = end < len(self.tokens) and self.tokens[end].folded in self.particles.relative
        return min(len(self.tokens), end + (_RELATIVE_REACH if described else 1))

    def _says_what(self, i: int) -> bool:
        """Whether what somebody is called begins at token `i` (بأنه, بـ«…»)."""
        word = self.tokens[i].folded
        return word in AS_HE or (word == "ب" and i + 1 in self.contents.quote_opening)

    def _second(self, behind: SourcePhrase) -> int | None:
        """Where the accused stands behind who accuses him: a noun of his (زميله), an object, a comma."""
        head = self.tokens[behind.first]
        body = head.text.endswith("ة") or head.folded.removeprefix("ال") in self.particles.body
        body = body and head.folded.startswith("ال")  # "الشرطة رجل الأعمال"
        for i in range(behind.first + 1, behind.end):
            token, before = self.tokens[i], self.tokens[i - 1]
            if before.text in COMMAS:
                return i
            if token.kind != "word" or token.folded.startswith(("ال", "و", "ب", "ل")):
                continue
            own = token.text.endswith(THEIRS) and len(token.folded) > _SHORT
            object_form = before.folded.startswith("ال") and token.folded.endswith(("ا", "ين"))
            if own or object_form or (body and i == behind.first + 1):
                return i
        return None

    def _of_his_own(self, behind: SourcePhrase) -> int | None:
        """Where a noun with his pronoun tells whom somebody speaks to (أبلغ الوزير نظيره الروسي …)."""
        for i in range(behind.first + 1, behind.end):
            if self.tokens[i].folded in self.particles.relative | self.particles.source_end:
                return None
            if any(bare in self.particles.counterpart for bare, _ in without_pronoun(self.tokens[i].folded)):
                return i
        return None

    def _not_hers(self, hit: CueHit, behind: SourcePhrase) -> bool:
        """Whether a feminine verb only speaks to a man or a masculine body (ودعت رئيس الوزراء إلى …).

        Women hold offices that are told in the masculine: النائب does not count, nor a woman's name.
        """
        feminine = hit.form is not None and hit.form.gender == "feminine" and hit.form.number == "singular"
        if not feminine or self.tokens[behind.first].folded not in self.particles.masculine_noun:
            return False
        names = (t for t in self.tokens[behind.first + 1 : behind.end] if not t.folded.startswith("ال"))
        return not any(t.text.endswith("ة") and t.folded in self.contents.given for t in names)

    def _said_by_her(self, phrase: SourcePhrase) -> bool:
        """Whether بأنه behind a feminine noun means another (ووصفت الخارجية بأنه عدوان الهجوم)."""
        charge = self.tokens[phrase.end].folded if phrase.end < len(self.tokens) else ""
        return charge == _THAT_HE and self.tokens[phrase.first].text.endswith(("ة", "ات"))

    def _pointed_at(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase only points at a thing (ووصفت هذه الأنباء بأنها …)."""
        pointed = self.tokens[phrase.first].folded in self.particles.demonstrative
        at = phrase.first + 1
        if not pointed or phrase.end != at + 1 or at in self.sources.actor_at:
            return False
        return self.tokens[at].folded.startswith("ال") and self.sources.office_end(at) <= at + 1

    def _quoted_word(self, phrase: SourcePhrase) -> bool:
        """Whether the phrase is one word in quotation marks (وتتهم "عصابات" بارتكابه)."""
        quote = self.contents.quote_opening.get(phrase.first)
        return (
            quote is not None
            and quote.close == phrase.first + 2
            and phrase.end in (quote.close, quote.close + 1)
        )

    def _country_asked(self, named: ActorMention, behind: SourcePhrase) -> bool:
        """Whether only a place stands behind a complete name (وزارة الخارجية العراقية واشنطن)."""
        place = self.sources.place_at.get(named.end)
        closed = self.tokens[named.end - 1].folded.startswith("ال") and named.end - named.first > 1
        bare = place is not None and place.span.start == self.tokens[named.end].start
        return closed and named.counts and bare and place is not None and place.end == behind.end

    def _cut_before(self, behind: SourcePhrase, later: list[ActorMention]) -> int:
        """The same where actors stand behind the first words: their list is spoken to."""
        first = later[0]
        if self._names_body(behind.first, first):
            return first.end + (first.end < behind.end and self.tokens[first.end].text in '»”"')
        if self._apposed(behind.first, first):
            return behind.end
        if self._named_before(behind.first, behind.end):
            return behind.first + 1
        if self.tokens[first.first - 1].folded in _FOR_BODY:
            return self._behind_bare_name(first.end, behind.end)
        return self._first_of_list(later)

    def _part_of(self, i: int) -> bool:
        """Whether من before token `i` makes those who are named the whole of whom some speak (عدد منهم)."""
        before = self.tokens[i - 1].folded.removeprefix("و")
        return before == "من" or before in _AMONG_THEM

    def _without_parts(self, mentions: list[ActorMention]) -> list[ActorMention]:
        """The mentions that are none of those who speak, nor joined to one (دول بينها فرنسا وألمانيا)."""
        kept, parts = [], set()
        for m in mentions:
            joined = self.tokens[m.first].folded.startswith("و") and m.first in parts
            if joined or self._part_of(m.first):
                parts.add(m.end)
            else:
                kept.append(m)
        return kept

    def _of_whom(self, first: int, mention: ActorMention) -> bool:
        """Whether a mention is the genitive of the bare noun that begins the phrase (شيوخ القبائل)."""
        bare = not self.tokens[first].folded.startswith("ال") and first not in self.sources.actor_at
        return bare and mention.first == first + 1 and self.sources.office_end(first) == first

    def _completes(self, first: int, mention: ActorMention) -> bool:
        """Whether a mention only completes who speaks: عضو اللجنة التنفيذية لمنظمة X, صاحب السمو الأمير X."""
        token = self.tokens[mention.first]
        owned = token.folded.startswith("ل") and mention.span.start > token.start
        document = self.tokens[first].folded in self.particles.document | self.particles.evidence
        if owned and (document or self.sources.office_end(first) > first):
            return True  # "حذر تقرير للأمم المتحدة من …"
        near = mention.first <= first + NAME_WORDS and not mention.counts
        return near and self.tokens[first].folded in self.particles.honorific

    def _only_tells_of(self, mention: ActorMention, first: int, mentions: list[ActorMention]) -> bool:
        """Whether a mention only says of what somebody is the head (سماحة مفتي المملكة, ورئيس هيئة الورد)."""
        held = (m for m in mentions if m.first > first and m is not mention and not m.counts)
        inside = any(m.first < mention.first and mention.end <= m.end for m in held)
        office = self.sources.titles.match(self.tokens, mention.first - 1)
        bare = any(not s.rest.startswith("ال") for s in self.tokens[mention.first - 1].splits)
        return mention.counts and (inside or (bool(office) and bare))

    def _names_body(self, first: int, mention: ActorMention) -> bool:
        """Whether a name in quotation marks goes on the bare noun at token `first` (منظمة «…»)."""
        quoted = mention.first == first + 2 and first + 1 in self.contents.quote_opening
        return quoted and not self.tokens[first].folded.startswith("ال")

    def _addressable(self, i: int) -> bool:
        """Whether whom one asks may begin at token `i`: definite or many, no rest of a name (بن فلان)."""
        token = self.tokens[i]
        mention, place = self.sources.actor_at.get(i), self.sources.place_at.get(i)
        if token.kind != "word" or (mention is not None and mention.counts) or self._many(i):
            return True
        if place is not None and place.span.start == token.start:
            return True  # "اتهم الرئيس سالم الورد أوروبا بأنها …"
        return token.folded.startswith(("ال", "كل")) or token.folded.endswith(("هم", "ها", "ه"))

    def _many(self, i: int) -> bool:
        """Whether the word at token `i` means many or a public, which no apposition to a speaker does."""
        return self.tokens[i].folded in self.particles.public

    def _side_by_side(self, hit: CueHit, first: int, end: int) -> int | None:
        """Where those stand to whom, or what, the noun before speaks of (طالبت المنظمة السلطات)."""
        people, ruler = self.particles.public | self.particles.bodies, self.particles.ruler
        head = self.tokens[first]
        own = head.text.endswith(THEIRS) and len(head.folded) > _SHORT  # "محاميه السلطات"
        if not (own or head.folded.startswith("ال")) or head.folded in people:
            return None
        for i in range(first + 1, min(end, first + MOST_BEFORE_ASKED + 1)):
            word = self.tokens[i].folded
            body = word.removeprefix("ال") in self.particles.body
            if self.tokens[i - 1].folded in _COMPLETING:
                continue  # "المتحدث باسم الجيش"
            # "وصف الوزير القرار بأنه باطل"
            judged = "label" in hit.cue.takes and content_noun(word.removeprefix("ال"), self.contents)
            if word.startswith("ال") and (body or judged or word in people or word in ruler):
                return i
        return None

    def _judged(self, hit: CueHit, behind: SourcePhrase) -> int | None:
        """Where what is called something stands behind a name (وصف ترامب الاتفاق النووي بأنه كارثة)."""
        if "label" not in hit.cue.takes:
            return None
        if (deed := self._judged_deed(behind)) is not None:
            return deed
        last = behind.end - 1
        if last > behind.first + 1 and self.tokens[last].folded.startswith("ال") and self._happened(last):
            titled = bool(self.sources.titles.match(self.tokens, last - 1))
            return None if titled else last  # "ووصف القائد أبو أحمد الهجوم بأنه …"
        if self.tokens[behind.first].folded.startswith("ال"):
            return None
        start = max(behind.first + 1, self.sources.office_end(behind.first))
        near = range(start, min(behind.end, behind.first + MOST_BEFORE_ASKED + 1))
        last = max(
            (i for i in near if self.tokens[i].folded.startswith("ال") and self._happened(i)), default=0
        )
        common = self.tokens[behind.first].folded in self.particles.body
        common = common or bool(self.sources.titles.match(self.tokens, behind.first))
        return None if not last or (common and last == behind.first + 1) else last  # "قائد العملية"

    def _judged_deed(self, behind: SourcePhrase) -> int | None:
        """The deed without article behind a complete name (وصف الوزير الروسي هجوم التنظيم بأنه …)."""
        for i in range(behind.first + 1, behind.end):
            word = self.tokens[i].folded
            said = word in self.particles.judged or content_noun(word, self.contents, events=True)
            if said and not word.startswith(("ال", "و")) and complete(i, self.sources, self.contents):
                office = self.sources.office_end(i) > i or self.sources.office_end(behind.first) > i
                return None if office else i
        return None

    def _happened(self, i: int) -> bool:
        """Whether the word at token `i` is what happened (الهجوم), which does not speak."""
        word = self.tokens[i].folded.removeprefix("ال")
        return content_noun(word, self.contents, events=True) and self.sources.office_end(i) == i

    def _named_before(self, first: int, end: int) -> bool:
        """Whether the first word alone is a speaker named before (ودعا الزاملي الجهات المعنية إلى …)."""
        if first + 1 >= end or first in self.sources.actor_at or self.sources.office_end(first) > first:
            return False
        word, following = self.tokens[first].folded, self.tokens[first + 1]
        return word in self.spoken and (following.text in COMMAS or following.folded not in self.spoken)

    def _is_own_office(self, behind: SourcePhrase, mention: ActorMention) -> bool:
        """Whether the mention is the speaker's office, behind which those stand to whom he speaks."""
        more = mention.end < behind.end and self._addressable(mention.end)
        named = (
            self.tokens[behind.first].folded in self.particles.honorific and mention.first > behind.first + 1
        )
        return (
            more and named and not mention.counts and self.sources.office_end(mention.first) > mention.first
        )

    def _apposed(self, first: int, mention: ActorMention) -> bool:
        """Whether the mention is an office behind a comma, which only says who the one before it is."""
        comma = mention.first > first and self.tokens[mention.first - 1].text in COMMAS
        return comma and self.sources.office_end(mention.first) > mention.first

    def _first_of_list(self, mentions: list[ActorMention]) -> int:
        """The first token of the last coordinated run of mentions (اتهمت الحركة روسيا وإيران)."""
        at = len(mentions) - 1
        while at > 0:
            joined = self.tokens[mentions[at].first].folded.startswith("و")
            if not joined or mentions[at - 1].end != mentions[at].first:
                break
            at -= 1
        return mentions[at].first

    def _only_asked(self, hit: CueHit, first: int) -> bool:
        """Whether the noun behind the verb is only whom it asks: many, feminine behind a masculine verb."""
        token = self.tokens[first]
        if token.folded in self.particles.asked:
            return True
        many = token.folded in self.particles.bodies or (
            token.folded.startswith("ال") and token.folded.endswith("ات")
        )
        masculine = hit.form is not None and hit.form.gender == "masculine" and hit.form.number == "singular"
        feminine = many or (token.folded.startswith("ال") and token.text.endswith("ة"))
        before = self.tokens[hit.first - 1].folded if hit.first else ""
        goes_on = hit.prefix == "و" or hit.end - hit.first > 1 or before in self.particles.breaks
        return masculine and feminine and goes_on and token.folded not in self.spoken

    def _people_called(self, hit: CueHit, token: Token) -> bool:
        """Whether whoever spoke before calls on the people (وأكد الوزير أن …. ودعا الشعب اليمني إلى …).

        Nobody else stands behind them whom they call on (ودعا سكان المخيم الأمم المتحدة إلى …).
        """
        calls = hit.cue.form in _CALLS_ON and hit.prefix == "و" and bool(self.spoken)
        if not calls or token.folded not in self.particles.public or token.folded in self.spoken:
            return False
        at = token.index + 1
        if self._parts(at):
            return True
        whose = at < len(self.tokens) and self.tokens[at].folded
        if not whose or (token.folded.startswith("ال") and not whose.endswith(_ADJECTIVE)):
            return False  # "ودعا السكان الجيش إلى …"
        return self._parts(at + 1)

    def _parts(self, at: int) -> bool:
        """Whether a preposition or a comma stands at token `at`, and nobody's name."""
        if at >= len(self.tokens) or at in self.sources.actor_at:
            return False
        word, text = self.tokens[at].folded, self.tokens[at].text
        return word in self.particles.preposition or word.startswith("ب") or text in COMMAS

    def _of_body(self, hit: CueHit, first: int) -> bool:
        """Whether a masculine verb has a body or a people behind it that can only be asked (دعا قيادة …)."""
        word = self.tokens[first]
        masculine = hit.form is not None and hit.form.gender == "masculine" and hit.form.number == "singular"
        body = word.text.endswith("ة") and word.folded in self.particles.body
        return masculine and (body or self._people_called(hit, word))

    def _cannot_agree(self, hit: CueHit, mention: ActorMention) -> bool:
        """Whether a masculine verb cannot have the country or capital behind it as subject (طالب موسكو)."""
        if self.sources.is_object_form(mention.first):
            return True  # "ودعت الحوثيين إلى …"
        masculine = hit.form is not None and hit.form.gender == "masculine" and hit.form.number == "singular"
        if masculine and mention.counts and self._feminine_body(mention):
            return True
        # A man who stands for his state (ترامب) is no country: his name does not count as a mention of it.
        single = mention.counts and mention.end == mention.first + 1 and mention.kind == "state"
        word = self.tokens[mention.first].folded
        return masculine and single and word not in self.particles.masculine and word.isalpha()

    def _feminine_body(self, mention: ActorMention) -> bool:
        """Whether the mention is a body whose head noun is feminine (وزارة الدفاع, قوات الدعم السريع)."""
        if self.tokens[mention.first].folded in _FEMININE_PLURALS:
            return True
        if mention.end - mention.first < 2 or self.tokens[mention.first].folded in self.particles.masculine:
            return False
        head, following = self.tokens[mention.first], self.tokens[mention.first + 1]
        adjective = head.folded.startswith("ال") and following.folded.startswith("ال")
        return head.text.endswith("ة") or (adjective and following.text.endswith("ة"))
