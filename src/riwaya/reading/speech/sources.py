"""Who speaks: the noun phrase between cue and content or before the cue, and what stands around it."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.model import Span
from riwaya.reading.draft import ActorMention
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.no_speaker import is_beside
from riwaya.reading.speech.source_words import COPY, COPY_REACH, HE_IS, IN_TURN, SourcePhrase, closed, each_of
from riwaya.reading.speech.subjects import Subjects
from riwaya.reading.speech.verb_readings import THEREIN, UNNAMED
from riwaya.text.sentences import abbreviates
from riwaya.text.signs import COMMAS, STOPS
from riwaya.text.tokens import Token

#: The longest noun phrase that is taken for a speaker, in tokens.
LONGEST = 28

#: A relative clause that describes the speaker is part of his name only when it is as short as this;
#: one that leads straight to a clause of what he says, when it is as short as that.
LONGEST_RELATIVE, LEADS_TO_WORDS = 4, 16
#: Words of the subject of a second clause of a headline (والسلطات المحلية تنفي).
SHORT_JOINED = 3
#: Words of a person's name behind a comma.
MOST_OF_NAME = 4
#: Words of the longest name of a medium in quotation marks.
LONGEST_MEDIUM = 3
#: Letters of a noun with its article behind و; a shorter word is a name (والش).
SHORTEST_DEFINITE = 5

_PARTS = COMMAS | STOPS
_DASHES = frozenset("-–—")
_THE_SOURCE = speech_words("the source")
#: All of those who speak or of what tells, behind و or ف, folded.
_OFFICIALS = speech_words("unnamed") | speech_words("who tells")
_ALL_OF = speech_words("all of") | speech_words("most")
#: Plurals in ين of participles and of nouns in ي with the article (المواطنين, العاملين, السوريين), folded.
_OBJECT_PLURAL = re.compile(r"ال(?!ملاي)(?:م\w{3,}|\w?ا\w{2}|\w+ي)ين")
#: Through what, and to how many, somebody speaks, folded.
_CHANNELS = speech_words("channel")
_SEVERAL = speech_words("several")
#: Of whom something is told or whom a medium quotes, named before (قال عنه الوزير, نقلت الوكالة عنه قوله).
OF_HIM = frozenset(("عنه", "عنها", "عنهم", "عنهما"))
#: A body, such as that of broadcasting, folded.
_AUTHORITY = "هيئه"
#: The verb whose object may be the one who was told.
_INFORM = "أفاد"
#: What goes before one of the names of God in a person's name (عبد الستار).
SERVANT = "عبد"
#: Words that are never who speaks, folded.
_NOT_HE = frozenset(("من", "الا"))
#: To end what one says.
CLOSES = speech_cues("closes")
#: With what one closes, folded (بالقول).
_SAID = speech_words("with words")
#: Words that do not tell what a speaker is (وهو أب لخمسة), folded.
_NO_ROLE = speech_words("no role")
#: How much it comes to, behind ما, and what was done or took place, folded.
_AMOUNTS, _DONE = speech_words("amounts to"), speech_words("was done")
#: What somebody does with his own, which is no noun for what is said.
_DEEDS = speech_words("own deed")
#: What opens a clause behind a speaker's name, folded.
_CLAUSES = frozenset(("حيث", "كما", "فيما", "بينما", "لم", "حين", "حينما", "عندما", "مرات", "مرارا"))
#: To whom one prays, folded.
_GOD = "الله"
#: With whom somebody speaks, before their names, folded.
_WITH_OTHERS = speech_words("together with")
#: Behind و, words with which a clause of its own begins (ويمكن القول إن …), folded.
_VERBAL = speech_words("impersonal") | {"قد", "لم", "لن"}
#: On somebody's tongue: through whom a body speaks.
_TONGUE = "لسان"
#: What, before how something is called, and verbs that say how, folded.
_WHAT_IS = frozenset(("ما", "من"))
_CALLED = speech_words("is called")
#: In this matter, folded.
_IN_THIS = frozenset(("بهذا", "بهذه"))
#: For the first, and time, folded.
_FIRST, _TIME = frozenset(("اول", "لاول")), "مره"
#: For or with whom somebody speaks, folded.
_ON_BEHALF = frozenset(("باسم", "بلسان", "لدي", "داخل"))
#: Participles that their preposition and a pronoun go on (المعترف بها دوليا), folded.
_BY_WHICH = speech_words("by which")
#: What goes with who is in charge, folded.
_IN_CHARGE = frozenset(("عن", "علي"))


class Sources(Subjects):
    """Finds source phrases in one document."""

    def behind(self, hit: CueHit, gap_end: int) -> SourcePhrase:
        """The speaker named between the cue and token `gap_end` (وقال فلان في بيان إن …)."""
        cited = hit.cue.form.endswith(" ل")  # "وفقا لوكالة رويترز": ل is the cue's own
        i = hit.end + (cited and hit.end < gap_end and self.tokens[hit.end].folded == "ل")
        i = self._behind_adverbs(i, gap_end, addressed=not cited)
        told = self._medium_told(i, hit, first=i)
        addressee = None if told is None else self.document.span(i + 1, told - 2)
        i = min(gap_end, told or i)
        phrase, end = SourcePhrase(i, i, addressee), None
        for k in range(hit.end, i):
            phrase = self._field(phrase, k, i)
        if i < gap_end and self.tokens[i].text in COMMAS:
            i = self._behind_time(i + 1, gap_end)
            phrase = replace(phrase, first=i, end=i)
            end = i if i >= gap_end or self._boundary(i, i, gap_end, hit) else None
        i = called = self._behind_so_called(i, gap_end)
        while i < gap_end:
            named = phrase.first < i == called
            if end is None and not named and self._boundary(phrase.first, i, gap_end, hit):
                end = i
            phrase = phrase if cited and i == phrase.first else self._field(phrase, i, gap_end)
            i = self._next(i)
        end = min(gap_end if end is None else end, phrase.first + LONGEST)
        relative = next(
            (j for j in range(phrase.first + 1, end) if self.tokens[j].folded in self.particles.relative), end
        )
        broken = end < gap_end and self.tokens[end].text not in COMMAS and end - relative <= 2
        long = end - relative > LONGEST_RELATIVE and not self._is_made_by(phrase.first, relative, end)
        if long or end == relative + 1 or (relative < end and broken):
            end = relative  # "بحسب الصحيفة التي رأت أن …": the clause is a cue of its own
        end = self._behind_role(phrase.first, end, gap_end, hit)
        end = self._behind_description(phrase.first, end, gap_end, hit)
        end = phrase.first if hit.names_its_subject else end
        return replace(phrase, end=self._trim(phrase.first, end))

    def _is_made_by(self, first: int, relative: int, end: int) -> bool:
        """Whether a clause only tells who makes an inquiry (التحقيقات التي تجريها السلطات العراقية)."""
        inquiry = self.tokens[first].folded.removeprefix("ال") in self.particles.evidence
        maker = self.actor_at.get(relative + 2)
        return inquiry and maker is not None and maker.end == end

    def _behind_so_called(self, i: int, gap_end: int) -> int:
        """The name behind what only says that it is one (وأعلنت ما تسمى حركة الورد أن …), else `i`."""
        if i + 2 >= gap_end or self.tokens[i].folded not in _WHAT_IS or not self._is_called(i + 1):
            return i
        name = i + 2 + (self.tokens[i + 2].folded == "ب")
        return name if name < gap_end else i

    def _is_called(self, i: int) -> bool:
        """Whether a verb at token `i` says how something is called (يسمى, تعرف)."""
        return self.tokens[i].folded in _CALLED

    def _medium_told(self, i: int, hit: CueHit, *, first: int) -> int | None:
        """The token behind the medium at `i` that somebody informs (أبلغت «عكاظ» مصادر أن …), else None.

        A name that is no listed medium's is one where whoever speaks, at `first`, begins behind it, or
        where a definite noun ends before it.
        """
        informs = hit.cue.addressee == "direct" and hit.cue.act == "report" and hit.form is not None
        if not informs or hit.pronoun or i + 2 >= len(self.tokens):
            return None
        end = self._quoted_medium_end(i)
        if end is None and self.tokens[i].text == "(" and self.tokens[i + 2].text == ")":
            end = i + 3
        if end is None or end >= len(self.tokens):
            return None
        name = range(i + 1, end - 1)
        named = next((self.actor_at[j] for j in name if j in self.actor_at), None)
        if named is not None:
            return end if named.kind == "media" else None
        definite = all(self.tokens[j].folded.startswith("ال") for j in name)
        if i > first:
            return end if definite and self.tokens[i - 1].folded.startswith("ال") else None
        speaks = end in self.actor_at or self.office_end(end) > end or self._is_common(end)
        return end if definite and (speaks or self.tokens[end].folded in self.given) else None

    def _behind_description(self, first: int, i: int, gap_end: int, hit: CueHit) -> int:
        """The token behind a relative clause at `i` that leads from whom it describes to his words.

        So in وقال المصدر الذي طلب عدم نشر اسمه إن …; behind a comma it is an aside.
        """
        relative = first < i < gap_end and self.tokens[i].folded in self.particles.relative
        if not relative or hit.cue.kind != "verb" or gap_end - i > LEADS_TO_WORDS:
            return i
        clause = range(i, gap_end)
        plain = not any(self.tokens[j].kind == "sign" or j in self.quotations for j in clause)
        word = self.tokens[gap_end].folded if gap_end < len(self.tokens) else ""
        # "ووصف فلان الذي قتل أمس بأنه خائن": he is whom it is said of
        opens = word in self.particles.complementiser and not word.startswith("ب")
        return gap_end if plain and opens else i

    def _behind_role(self, first: int, i: int, gap_end: int, hit: CueHit) -> int:
        """The token behind what the speaker is (سالم الورد وهو نائب عن الحزب), which belongs to his name."""
        if not first < i < gap_end - 1 or not self._tells_role(i, hit):
            return i
        ends = self.particles.verbal | self.particles.relative | self.particles.saying
        for j in range(i + 2, gap_end):
            word = self.tokens[j].folded
            occasion = word == "في" and j + 1 < gap_end and self._venue_or_time(j + 1)
            if self.tokens[j].text in _PARTS or occasion or word in ends or j in self.time_at:
                return j
            if self._addressee(first, j, hit):
                return j
        return gap_end

    def _tells_role(self, i: int, hit: CueHit) -> bool:
        """Whether وهو or وهي at token `i`, of the verb's gender, and a noun without article follow a name."""
        gender, role = HE_IS.get(self.tokens[i].folded), self.tokens[i + 1]
        if gender is None or (hit.form is not None and hit.form.gender != gender):
            return False
        if role.kind != "word" or role.folded.startswith("ال") or role.text.endswith(("اً", "ًا")):
            return False
        acts = role.folded.startswith(("ي", "ت")) and self.office_end(i + 1) == i + 1
        other = self.particles.verbal | self.particles.source_end | _NO_ROLE
        return not (acts or role.folded in other or self.cues.verb(role.folded))

    def _behind_adverbs(self, i: int, gap_end: int, *, addressed: bool) -> int:
        """Pass over what may part a verb from its subject: له, قائلا, بشكل واضح, أمس, لوكالة رويترز."""
        start = i
        while i < gap_end:
            token = self.tokens[i]
            also = i == start and token.folded in self.particles.also
            how = token.folded
            if how.startswith("و") and how[1:] in self.particles.manner | self.particles.adverb:
                how = how[1:]  # "وأضاف وبشكل واضح أن …"
            aside = how in self.particles.between | IN_TURN and not self.is_hers(i)
            if also or aside or (i == start and self._of_him(i)):
                i += 2 if how in self.particles.manner else 1
            elif i in self.time_at:
                i = self.time_at[i].end
            elif token.kind == "newline" or (i == start and self._joined_cue(i)):
                i += 1
            elif self._in_venue(i) or (token.folded in _IN_THIS and self._definite(i + 1)):
                i += 2  # "وقال بهذا الصدد إن …"
            elif self.by_whom(i, gap_end):
                i += 2
            elif token.folded in _FIRST and i + 1 < gap_end and self.tokens[i + 1].folded == _TIME:
                i += 2  # "كشف أول مرة عن …"
            elif addressed and i in self.actor_at and self.actor_at[i].kind == "media" and self._told(i):
                i = self.actor_at[i].end
            elif addressed and token.folded == "ل" and (told := self._quoted_medium_end(i + 1)):
                i = told
            else:
                break
        return min(i, gap_end)

    def _definite(self, i: int) -> bool:
        """Whether a noun with the article stands at token `i`."""
        return i < len(self.tokens) and self.tokens[i].folded.startswith("ال")

    def _in_venue(self, i: int) -> bool:
        """Whether a venue and then an office stand at token `i` (وغرد على تويتر وزير العمل)."""
        if i + 2 >= len(self.tokens) or self.tokens[i].folded not in ("في", "علي", "عبر"):
            return False
        where = self.tokens[i + 1].folded
        definite = where.startswith("ال") and where.removeprefix("ال") in self.particles.venue
        return (definite or where in self.particles.platform) and self.office_end(i + 2) > i + 2

    def _of_him(self, i: int) -> bool:
        """Whether عنه stands at token `i` and no word that cites him behind it (قال عنه الوزير إنه …)."""
        near = self.tokens[i + 1 : i + 2]
        return self.tokens[i].folded in OF_HIM and all(t.folded not in self.particles.saying for t in near)

    def _behind_time(self, i: int, gap_end: int) -> int:
        """The token behind a day that stands between the verb's comma and its subject (أكد، اليوم، …)."""
        end = self.time_at[i].end if i in self.time_at else i
        if end < gap_end and end > i and self.tokens[end].text in COMMAS:
            end += 1
        return end if end < gap_end else i

    def _quoted_medium_end(self, i: int) -> int | None:
        """The token behind a short name in quotation marks that opens at `i` (لـ«عكاظ»)."""
        quote = next((q for q in self.document.quotes if q.open == i), None)
        short = quote is not None and quote.close - quote.open <= LONGEST_MEDIUM + 1
        return quote.close + 1 if quote is not None and short else None

    def _joined_cue(self, i: int) -> bool:
        """Whether a second verb of saying is joined to the cue (تدين وتستنكر)."""
        readings = self.cues.verb(self.tokens[i].folded)
        return any(
            h.prefix == "و" and h.form.tense in ("past", "present") and not h.pronoun for h in readings
        )

    def _told(self, i: int) -> bool:
        """Whether the word at `i` carries the ل of the one spoken to (لوكالة رويترز)."""
        token, mention = self.tokens[i], self.actor_at[i]
        return token.folded.startswith("ل") and mention.span.start > token.start

    def _next(self, i: int) -> int:
        """The token to look at after `i`: times and addressees are passed over whole."""
        return self.time_at[i].end if i in self.time_at else i + 1

    def _boundary(self, first: int, i: int, gap_end: int, hit: CueHit) -> bool:
        """Whether the noun phrase that begins at `first` ends before token `i`."""
        token = self.tokens[i]
        short = i > first and abbreviates(self.tokens, i)
        stops = token.text in STOPS and not short and not self.in_short_name(i)
        if (seat := self._in_mention(first, i, hit)) is not None:
            return seat
        if stops or i in self.time_at or self._dash(i) or i in self.quotations:
            return True
        if i > first and (self._medium_told(i, hit, first=first) is not None or self._behind_same(i, hit)):
            return True  # "أبلغ مصدر قبلي «عكاظ» أن …", "وبحسب المصدر نفسه كانوا يخططون …"
        if hit.pronoun and self._in_order_to(i):
            return True  # "الهدنة التي أعلنها التحالف من أجل إيصال المساعدات"
        if i > first and self._behind_speaker(first, i, hit):
            return True
        if token.folded == "ب" and (i == first or i + 1 in self.quotations):
            return True  # "ما يسمى بـ«…»"
        if token.folded == "من" and i == first + 1 and self.tokens[first].folded in _THE_SOURCE:
            return True  # "وأضاف المصدر من بغداد": where he speaks
        if token.text in COMMAS:
            if hit.cue.kind == "preposition":
                return not (self._holder(hit, first, i, gap_end) or self._office_behind(first, i, gap_end))
            return self._informed(i + 1, hit) or not self._apposition(i + 1, gap_end)
        if token.folded == "في" and i > first and i + 1 < gap_end:
            return self._venue_or_time(i + 1)
        # "وتؤكد للعدو أن": whom the verb speaks to, not its subject.
        spoken_to = i == first and hit.cue.kind == "verb" and self._to_many(i)
        spoken_to = spoken_to or (i == first > hit.end + 1 and self._of_manner(i))
        if spoken_to or self._addressee(first, i, hit) or self._ends_source(first, i):
            return True
        governed = hit.cue.kind == "preposition" or self.tokens[hit.first].folded == "عن"
        return i == first and not self._is_told(i, hit) and self._names_nobody(i, governed=governed)

    def _to_many(self, i: int) -> bool:
        """Whether ل and many to whom a verb speaks stand at token `i` (أوضح لسكان القرية أن …)."""
        token = self.tokens[i]
        many = any(s.prefix == "ل" and s.rest in self.particles.public for s in token.splits)
        return many or token.folded.startswith("لل")

    def _is_told(self, i: int, hit: CueHit) -> bool:
        """Whether news is the subject of a verb of the feminine without an object (وتتحدث أنباء عن …)."""
        if hit.form is None or hit.form.gender != "feminine" or hit.cue.act != "report":
            return False
        news = self.tokens[i].folded in self.particles.hearsay & self.particles.content_noun
        return news and "-" not in hit.cue.prepositions

    def _informed(self, i: int, hit: CueHit) -> bool:
        """Whether behind a comma the medium that is told stands (وأفاد الوزير، وكالة الأنباء، أن …)."""
        medium = self.actor_at.get(i)
        informs = hit.cue.form == _INFORM or hit.cue.addressee == "direct"
        return informs and medium is not None and medium.kind == "media"

    def _behind_same(self, i: int, hit: CueHit) -> bool:
        """Whether the noun behind بحسب is complete with نفسه or ذاته before token `i`, no adjective."""
        token, before = self.tokens[i], self.tokens[i - 1].folded
        if hit.cue.kind != "preposition":
            return False
        plain = token.kind == "word" and not token.folded.startswith(("ال", "ل", "و"))
        return plain and before in self.particles.same and token.folded not in self.particles.source_end

    def _his_deed(self, first: int, i: int) -> bool:
        """Whether a noun for a deed of the speaker's stands at token `i` (قراره, انتقاداته, نقلها)."""
        token = self.tokens[i]
        if token.kind != "word" or i in self.actor_at or token.folded in self.particles.same:
            return False
        if not self._is_complete(i):
            return False
        if any(t.folded in self.particles.relative | self.particles.source_end for t in self.tokens[first:i]):
            return False
        nouns = self.particles.content_noun | self.particles.judged | self.particles.venue | _DEEDS
        bare = {b for b, own in without_pronoun(token.folded) if own in THEIRS}
        many = token.folded.endswith(("اته", "اتها", "اتهم")) and len(token.folded) > SHORTEST_DEFINITE
        return many or bool(bare & nouns)

    def _is_complete(self, i: int) -> bool:
        """Whether a name may end before token `i`: behind a definite noun or a listed name."""
        definite = self.tokens[i - 1].folded.startswith("ال")
        return definite or i - 1 in self.last_tokens or i - 1 in self._name_ends

    def _each_of(self, i: int) -> bool:
        """Whether كل من stands at token `i` behind a name: of whom something is said (وصف الوزير كل من …)."""
        return each_of(self.tokens, i) and (
            self._is_complete(i) or any(m.end == i for m in self.actor_at.values())
        )

    def _in_order_to(self, i: int) -> bool:
        """Whether من أجل stands at token `i`."""
        near = [t.folded for t in self.tokens[i : i + 2]]
        return near == ["من", "اجل"]

    def _behind_speaker(self, first: int, i: int, hit: CueHit) -> bool:
        """Whether what stands at token `i`, behind the first word of a speaker, is no part of who he is."""
        token = self.tokens[i]
        how = token.folded.startswith("و") and token.folded[1:] in self.particles.adverb
        pointed = token.folded in self.particles.demonstrative and not self._of_those(i)
        before = self.tokens[i - 1].folded
        aside = token.folded in self.particles.between and not self.is_hers(i)
        recognised = before.removeprefix("ال") in _BY_WHICH
        pointed = pointed or (aside and before not in _IN_CHARGE and not recognised)
        if (how or pointed) and before != SERVANT:
            return True  # "وأدان النادي ذلك الحادث", "دان المجلس بشدة": the object begins
        if hit.cue.kind == "verb" and (self._his_deed(first, i) or self._each_of(i)):
            return True  # "وبررت الوزارة قرارها بـ…", "تابع الوزير هجومه على … قائلا"
        if token.folded in _CLAUSES or self._another_clause(i) or self._object_behind(i, hit):
            return True  # "وقال حاكم المنطقة حيث وقع الهجوم إن …"
        if hit.cue.kind == "verb" and (self._spoken_to(first, i) or self._beside(first, i)):
            return True
        if self._passed_on(i) or self._stays_unnamed(i) or self._turns(i) or self._correspondent(i, hit):
            return True
        said = token.folded.removeprefix("بال")
        if hit.cue.form in CLOSES and said != token.folded and said in self.particles.content_noun | _SAID:
            return True  # "وختم الوزير بالتأكيد أن …"
        if hit.cue.form in CLOSES and token.folded.removeprefix("ال") in self.particles.document:
            return True  # "وختم الوزير البيان بالقول إن …"
        return self._documents(first) and self.gets(i)  # "بيان للهيئة اطلعت عليه وكالة X"

    def _object_behind(self, i: int, hit: CueHit) -> bool:
        """Whether whom somebody prays to, tells something or blames stands at token `i`, behind his name.

        "ودعا الرئيس العام الله أن …", "أبلغ الوزير ضباطًا أن …".
        """
        token = self.tokens[i]
        told = token.text.endswith(("اً", "ًا")) and not token.folded.endswith("يا")  # المعروفة إعلامياً
        if hit.cue.addressee == "direct" and (told or (token.folded == _GOD and self._is_complete(i))):
            return True
        return self._blamed_behind(i, hit)

    def _blamed_behind(self, i: int, hit: CueHit) -> bool:
        """Whether a party of whom something is said stands at token `i`, behind a person's whole name.

        "حملت الحركة على لسان الناطق باسمها سالم الورد الحكومة المسؤولية".
        """
        party = self.actor_at.get(i)
        named = _TONGUE in hit.cue.form and self.tokens[i - 2].folded in self.given
        return named and party is not None and party.counts and party.span.start == self.tokens[i].start

    def _another_clause(self, i: int) -> bool:
        """Whether و opens another clause at token `i` (بحسب الهيئة وقد أدى القصف إلى …)."""
        return any(s.prefix == "و" and s.rest in _VERBAL for s in self.tokens[i].splits)

    def _of_those(self, i: int) -> bool:
        """Whether a demonstrative at token `i` goes on who speaks (سكان هذه القرية, باسم هذه المنظمة)."""
        before = self.tokens[i - 1].folded
        if before == "في":
            return self._is_common(i - 2)  # "وقالت الخارجية في هذا الشأن إن …"
        if before in self.particles.preposition or before in _ON_BEHALF:
            return True
        return self._is_common(i - 1)

    def _is_common(self, i: int) -> bool:
        """Whether the word at token `i` is a noun without article for who speaks (مسؤول, سكان, أحد)."""
        word = self.tokens[i].folded
        if word in self.particles.people | self.particles.body | self.particles.one:
            return True
        return not word.startswith("ال") and bool(self.titles.match(self.tokens, i))

    def _spoken_to(self, first: int, i: int) -> bool:
        """Whether ل behind a speaker known by name goes on another he speaks to (وقال بوتين للأسد إن …)."""
        speaker, other = self.actor_at.get(first), self.actor_at.get(i)
        if speaker is None or other is None or speaker.end != i or self.office_end(first) > first:
            return False
        person = not speaker.counts or (speaker.kind == "state" and speaker.end == first + 1)
        shed = other.span.start > self.tokens[i].start or self.tokens[i].folded.startswith("لل")
        return person and shed and self.tokens[i].folded.startswith("ل")

    def _beside(self, first: int, i: int) -> bool:
        """Whether where, in what matter or to whom somebody speaks begins at token `i`, behind his name.

        "وانتقد إردوغان من جاكرتا …", "وقال الورد بهذا الصدد إن …", "وكتب الورد مخاطباً الوزير: …".
        """
        word, named = self.tokens[i], self.actor_at.get(first)
        if word.folded in _IN_THIS | _WITH_OTHERS or self._in_his_words(i):
            return True
        if word.folded.startswith("م") and word.text.endswith(("اً", "ًا")) and self._does_so(i):
            return True
        known = named is not None and named.end == i and named.kind != "sources"
        return known and word.folded == "من" and i + 1 in self.place_at

    def _in_his_words(self, i: int) -> bool:
        """Whether ب and words of the speaker's own stand at token `i` (ورفض الوزير بخطابه الحل)."""
        words = (s.rest for s in self.tokens[i].splits if s.prefix == "ب")
        venues = self.particles.venue | self.particles.document
        return any(own in THEIRS and bare in venues for w in words for bare, own in without_pronoun(w))

    def _does_so(self, i: int) -> bool:
        """Whether the word at token `i` is long enough for a participle (مخاطباً X, متحدثاً عن; not معاً).

        Whom it governs may be quoted or left out (مخاطباً: …), so that only the end of the text is none.
        """
        return len(self.tokens[i].folded) > SHORTEST_DEFINITE - 1 and i + 1 < len(self.tokens)

    def _in_mention(self, first: int, i: int, hit: CueHit) -> bool | None:
        """False inside unnamed sources and where they sit (مصادر من داخل القرية), True behind a cited medium.

        "بحسب سكاي نيوز مواقع للحوثيين": no noun without article goes on a medium's name. Else None.
        """
        if self.within.get(i, -1) >= first and self.tokens[i].folded in self.particles.preposition:
            return False  # "هيئة الأمر بالمعروف والنهي عن المنكر": the name goes on
        named = self.actor_at.get(first)
        if named is None or named.first != first or i == first:
            return None
        if named.kind == "sources" and i < named.end:
            return False
        token = self.tokens[i]
        cited = named.kind == "media" and hit.cue.kind == "preposition" and i == named.end
        plain = token.kind == "word" and not token.folded.startswith(("ال", "لل"))
        return True if cited and plain and token.folded not in self.particles.relative else None

    def gets(self, i: int) -> bool:
        """Whether the verb at token `i` says how a medium got something (ورد لوكالة X, اطلعت عليه).

        So does حصلت «…» على نسخة منه, whatever the medium is called.
        """
        if i + 1 >= len(self.tokens) or self.tokens[i].folded not in self.particles.got:
            return False
        if any(t.folded in COPY for t in self.tokens[i + 2 : i + 2 + COPY_REACH]):
            return True
        following = self.tokens[i + 1].folded
        medium = self.actor_at.get(i + 1)
        told = following.startswith(("ل", "علي", "الي", "نسخه"))
        return told or (medium is not None and medium.kind == "media")

    def _documents(self, first: int) -> bool:
        """Whether a statement or document speaks, of which a medium may say how it got it."""
        word = self.tokens[first].folded.removeprefix("ل").removeprefix("ال")
        return word in self.particles.document

    def _passed_on(self, i: int) -> bool:
        """Whether what somebody passes on begins at token `i` (خبرا مفاده أن, ما قاله الوزير)."""
        word = self.tokens[i].folded
        if word == "ما" and i + 1 < len(self.tokens):
            told = any(h.pronoun for h in self.cues.verb(self.tokens[i + 1].folded))
            return told or (self._is_complete(i) and self._what_is_done(i + 1))
        bare = word.removesuffix("ا")
        therein = i + 2 < len(self.tokens) and self.tokens[i + 2].folded in THEREIN
        written = word in self.particles.written and therein  # "نشر الوزير تغريدة جاء فيها أن …"
        return written or (bare != word and bare in self.particles.document | self.particles.venue)

    def _what_is_done(self, i: int) -> bool:
        """Whether a verb behind ما tells what is spoken of (ما فعلته القناة, ما يتم تداوله; not ما يسمى)."""
        verb = self.tokens[i].folded
        present = verb.startswith(("ي", "ت")) and len(verb) > SHORTEST_DEFINITE - 3
        told = present and verb not in _CALLED | _AMOUNTS
        return told or verb.removesuffix("ته").removesuffix("ه") in _DONE

    def _correspondent(self, i: int, hit: CueHit) -> bool:
        """Whether the medium's man who was told begins at token `i` (أفاد به مصدر أمني مراسل الإذاعة)."""
        if self.tokens[i].folded not in self.particles.correspondent:
            return False
        verbs = (h for k in range(hit.first, hit.end) for h in self.cues.verb(self.tokens[k].folded))
        return any(h.cue.form == _INFORM for h in verbs)

    def _stays_unnamed(self, i: int) -> bool:
        """Whether at token `i` the speaker asks or refuses that his name be told (مصدر طلب عدم كشف اسمه)."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        asks = following in UNNAMED | {"عدم"} and bool(self.cues.verb(self.tokens[i].folded))
        return asks or self.asks_not_to_be_named(i)

    def _dash(self, i: int) -> bool:
        """Whether a dash with space on either side stands at token `i`: it parts, a hyphen joins."""
        if self.tokens[i].text not in _DASHES or i + 1 >= len(self.tokens):
            return False
        return self.tokens[i - 1].end < self.tokens[i].start or self.tokens[i].end < self.tokens[i + 1].start

    def _names_nobody(self, i: int, *, governed: bool) -> bool:
        """Whether no speaker's name begins with token `i`: a turn, a verb's companion, an abstract noun.

        Behind a preposition he is `governed` and no subject (حسب المشرفين).
        """
        word = self.tokens[i].folded
        if word in _NOT_HE:
            return True  # "وطالب من الجميع": whom he asks; "لا يمكن وصفها إلا بـ…"
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        news = word in self.particles.hearsay & self.particles.content_noun
        if news and following in self.particles.complementiser:
            return self.tokens[i - 1].text[-1:] != "ت"  # "أفادت أنباء بأنه …"
        if word in self.particles.whole and following in self.particles.content_noun:
            return True  # "تدين بقوة جميع أعمال العنف"
        this = word.removeprefix("ل") if governed else word
        if this in self.particles.demonstrative and i + 1 < len(self.tokens):
            pointed = self.tokens[i + 1].folded.removeprefix("ال")
            tells = self.particles.reporter | (self.particles.document if governed else frozenset())
            if pointed != self.tokens[i + 1].folded and pointed in tells:
                return False  # "وقال هذا المصدر إن …", "وفقا لهذا التقرير، …"
        plain = i not in self.actor_at and not governed
        if plain and (self.is_object_form(i) or self._speaks_so(i) or is_beside(i, self)):
            return True
        roles = (self.particles.turn, self.particles.verbal, self.particles.content_noun)
        if governed and word in self.particles.owned:
            return False  # "حسب حصيلة للمرصد", "بحسب تصريحات الناطق"
        return i not in self.actor_at and any(word in role for role in roles)

    def _speaks_so(self, i: int) -> bool:
        """Whether a participle at token `i` says how somebody speaks (وأضاف مخاطبا الوزير, وأضاف موضحا)."""
        word = self.tokens[i].folded
        says = any(h.form.tense == "participle" and not h.prefix for h in self.cues.verb(word))
        return word in self.particles.speaking_so or (says and word.endswith("ا"))

    def is_object_form(self, i: int) -> bool:
        """Whether the word at token `i` is plainly no subject: مهاجماً, المواطنين."""
        token = self.tokens[i]
        if token.text.endswith(("اً", "ًا")):
            return True
        return token.folded.startswith("ال") and _OBJECT_PLURAL.fullmatch(token.folded) is not None

    def _apposition(self, i: int, gap_end: int) -> bool:
        """Whether the words after a comma still name the speaker (a name, an office)."""
        if i >= gap_end or i in self.time_at:
            return False
        token = self.tokens[i]
        ends = (
            token.folded in self.particles.source_end | self.particles.cause_of and i not in self.called_ali
        )
        ends = ends or any(s.prefix == "و" and s.rest in self.particles.source_end for s in token.splits)
        if token.kind != "word" or ends:
            return False
        if token.folded == "من" and i + 1 < gap_end and self.tokens[i + 1].folded in self.particles.side:
            return False  # "وقال الوزير، من جهة أخرى، إن …"
        if token.folded in self.particles.called:
            return True
        if token.folded in self.particles.verbal and i not in self.actor_at:  # "الأمين العام، بان كي مون،"
            return False
        if token.folded in {*HE_IS, "وذلك"} or self._reports(i) or "\u064b" in token.text:
            return False
        readings = self.cues.verb(token.folded)
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        if any(h.form.tense == "participle" and following in h.cue.prepositions for h in readings):
            return False  # "وأضاف الوزير، معلقا على الحادث، أن …"
        closing = next((j for j in range(i, gap_end) if self.tokens[j].text in COMMAS), None)
        return closing is not None or gap_end - i <= 8

    def _holder(self, hit: CueHit, first: int, comma: int, gap_end: int) -> bool:
        """Whether the name of who holds an office stands behind a comma (وفق المدير العام، سالم الورد)."""
        if self.office_end(first) == first and self.office_end(first + 1) == first + 1:
            return False
        end = comma + 1
        while end < gap_end and self.tokens[end].kind == "word" and not self._ends_source(comma + 1, end):
            if self._told_from(end):
                break
            end += 1
        name = self.tokens[comma + 1 : end]
        closed = end == len(self.tokens) or self.tokens[end].kind != "word" or self._told_from(end)
        opens = hit.first == 0 or self.tokens[hit.first - 1].kind == "newline"
        if opens or self.tokens[hit.first - 1].text in STOPS:  # "وبحسب المحلل، ارتفعت الأسعار."
            following = self.tokens[end + 1].folded if end + 1 < len(self.tokens) else ""
            comma_behind = end < len(self.tokens) and self.tokens[end].text in COMMAS
            closed = comma_behind and following in self.particles.resuming
        return 2 <= len(name) <= MOST_OF_NAME and closed and all(self._of_name(t) for t in name)

    def _office_behind(self, first: int, comma: int, gap_end: int) -> bool:
        """Whether his office stands behind the comma after a name (حسبما أعلن سالم الورد، الناطق باسم X)."""
        name = self.tokens[first:comma]
        named = 2 <= len(name) <= MOST_OF_NAME + 1 and all(self._of_name(t) for t in name)
        counted = any(i in self.actor_at and self.actor_at[i].counts for i in range(first, comma))
        thing = any(t.kind != "word" or t.folded in self.particles.venue for t in name)
        if not named or counted or thing or self.office_end(comma + 1) == comma + 1:
            return False
        ends = (i for i in range(comma + 2, min(gap_end, len(self.tokens))) if self.tokens[i].kind != "word")
        end = next(ends, gap_end)
        return end == len(self.tokens) or self.tokens[end].text in STOPS or self.tokens[end].text in COMMAS

    def _told_from(self, i: int) -> bool:
        """Whether the medium that was told begins at token `i` (لوكالة رويترز, لـ)."""
        splits = self.tokens[i].splits
        return self.tokens[i].folded == "ل" or any(
            s.prefix == "ل" and s.rest in self.particles.medium for s in splits
        )

    def _of_name(self, token: Token) -> bool:
        """Whether a word may be part of a person's name: no verb, no pronoun, no conjunction."""
        plain = (
            not token.folded.startswith(("و", "لل", "بال")) and token.folded not in self.particles.source_end
        )
        finite = any(not h.cue.homograph for h in self.cues.verb(token.folded))
        return plain and not finite and token.index not in self.time_at and "\u064b" not in token.text

    def _of_manner(self, i: int) -> bool:
        """Whether ل goes on the way in which something is said (بلهجة تحد لخصومه)."""
        named = i in self.actor_at or self.office_end(i) > i
        return (
            self.tokens[i - 2].folded in self.particles.manner
            and self.tokens[i].folded[0] == "ل"
            and not named
        )

    def _addressee(self, first: int, i: int, hit: CueHit) -> bool:
        """Whether token `i` begins the one spoken to (لوكالة رويترز, لـ«الحياة»)."""
        token = self.tokens[i]
        if hit.cue.addressee == "من":
            return token.folded == "من" and not self._some_of(first, i)
        if hit.cue.form.endswith(" ل") and i == first:
            return False
        if token.folded == "ل":
            return not self._party_behind(i)
        if self._of_union(i) or self._owned(first, i):
            return False
        if self._to_his_own(token) and (i == first or not self._akin(i)):
            return True  # "وقال لوالده: …", "وقال الوزير لنظيره: …"
        return any(
            split.prefix == "ل" and (self._media_behind(split.rest, i) or self._hears(first, i))
            for split in token.splits[1:]
        )

    def _hears(self, first: int, i: int) -> bool:
        """Whether a medium at token `i` is told, or a body by one who saw something (قالت شاهدة لمنظمة X)."""
        named = self.actor_at.get(i)
        saw = self.tokens[first].folded in self.particles.witness | self.particles.one
        return self._names_actor(i) or (saw and named is not None and named.kind == "organisation")

    def _media_behind(self, word: str, i: int) -> bool:
        """Whether a word with ل at token `i` begins media that are told (لقناة X, لعدد من الصحفيين)."""
        if word in self.particles.medium or word in _CHANNELS:
            return True
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        if word == _AUTHORITY and following.removeprefix("ال") in self.particles.medium:
            return True  # "لهيئة الإذاعة والتلفزيون"
        several = [t.folded.removeprefix("ال") for t in self.tokens[i + 1 : i + 3]]
        return word in _SEVERAL and several[:1] == ["من"] and several[-1] in self.particles.medium

    def _to_his_own(self, token: Token) -> bool:
        """Whether ل and somebody of the speaker's own are meant (لوالده, لزملائها)."""
        if not token.folded.startswith("ل"):
            return False
        stems = without_pronoun(token.folded.removeprefix("ل"))
        return any(own in THEIRS and stem in self.particles.spoken_to for stem, own in stems)

    def _akin(self, i: int) -> bool:
        """Whether a relative stands before token `i`, who is one by a parent (شقيقه لأمه)."""
        before = self.tokens[i - 1]
        return before.text.endswith(THEIRS) and not before.text.endswith("ة")

    def _some_of(self, first: int, i: int) -> bool:
        """Whether من at token `i` says of whom those before it are some (طلب أعضاء من اللجنة من الوزير …)."""
        some = (
            i == first + 1 and first not in self.actor_at and not self.tokens[first].folded.startswith("ال")
        )
        return some and any(t.folded == "من" for t in self.tokens[i + 2 : i + 2 + SHORT_JOINED * 3])

    def _owned(self, first: int, i: int) -> bool:
        """Whether ل at token `i` tells whose the document or reporter is (مسح لرويترز)."""
        return first < i <= first + 2 and self.tokens[first].folded in self.particles.owned

    def _of_union(self, i: int) -> bool:
        """Whether لل goes on the name of a body of many (النقابة الوطنية للصحفيين, الهيئة العامة للإذاعة)."""
        if not self.tokens[i].folded.startswith("لل"):
            return False
        first = i - 1
        while first > 0 and self.tokens[first].folded.startswith("ال") and i - first < SHORT_JOINED:
            if self.tokens[first].folded.removeprefix("ال") in self.particles.body:
                return True
            first -= 1
        return self.tokens[first].folded in self.particles.body and first == i - 1

    def _party_behind(self, i: int) -> bool:
        """Whether لـ makes a body a party's own (المركز الإعلامي لـ«قسد») rather than addresses a medium."""
        mention = next((self.actor_at[j] for j in (i + 1, i + 2) if j in self.actor_at), None)
        return mention is not None and mention.kind not in ("media", "state")

    def _names_actor(self, i: int) -> bool:
        mention = self.actor_at.get(i)
        return mention is not None and mention.kind == "media"

    def _field(self, phrase: SourcePhrase, i: int, gap_end: int) -> SourcePhrase:
        """`phrase` with the venue, addressee or date that begins at token `i`, if one does."""
        token = self.tokens[i]
        if phrase.said_at is None and i in self.time_at and self.time_at[i].time.type in ("DATE", "TIME"):
            return replace(phrase, said_at=self.time_at[i].time)
        if phrase.venue is None and i != phrase.first and token.folded in self.particles.venue:
            return replace(phrase, venue=self._until_boundary(i, gap_end))
        addressed = token.folded == "ل" or any(
            s.prefix == "ل" and (self._media_behind(s.rest, i) or self._names_actor(i))
            for s in token.splits[1:]
        )
        if phrase.addressee is None and addressed and not (self._of_union(i) or self._owned(phrase.first, i)):
            start = i + 1 if token.folded == "ل" else i
            span = self._until_boundary(start, gap_end)
            if start == i and span is not None:
                span = Span(token.start_of(next(s for s in token.splits if s.prefix == "ل")), span.end)
            return replace(phrase, addressee=span)
        return phrase

    def _until_boundary(self, i: int, gap_end: int) -> Span | None:
        end = i
        while end < gap_end and end - i < 8:
            token = self.tokens[end]
            if end > i and (
                token.text in _PARTS or end in self.time_at or token.folded in self.particles.source_end
            ):
                break
            end += 1
        return self.document.span(i, end - 1) if end > i else None

    def span(self, phrase: SourcePhrase, *, shed: bool = False, addressed: bool = False) -> Span | None:
        """The characters of the phrase; with `shed`, without a proclitic و or ل of its first word.

        Where the speaker is `addressed` (لم يتسن لرويترز, وفقا لتقرير), ل is always a proclitic.
        """
        if phrase.elided:
            return None
        span = self.document.span(phrase.first, phrase.end - 1)
        if shed:
            span = self._shed(phrase, span, addressed=addressed)
        return closed(self.document.text, span)

    def _shed(self, phrase: SourcePhrase, span: Span, *, addressed: bool) -> Span:
        """The characters of the phrase without a proclitic و or ل of its first word."""
        token = self.tokens[phrase.first]
        mention: ActorMention | None = self.actor_at.get(phrase.first)
        if mention is not None and span.start <= mention.span.start < token.end:
            return Span(mention.span.start, span.end)
        for split in token.splits[1:]:
            article = split.rest.startswith("ال") and len(split.rest) >= SHORTEST_DEFINITE
            sheds = (article and token.folded not in self.particles.whole) or (
                addressed and split.prefix == "ل"
            )
            named = split.prefix == "و" and split.rest in self.given and token.folded not in self.given
            whole = (
                split.prefix in ("و", "ف") and split.rest in _ALL_OF | _OFFICIALS
            )  # "فكل المؤشرات تدل على …"
            if (split.prefix in ("و", "ل") and (sheds or named)) or whole:
                return Span(token.start_of(split), span.end)
        return span
