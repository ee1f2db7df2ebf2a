"""Where the words begin that are attributed as a noun phrase, behind a preposition of the cue's."""

from __future__ import annotations

from itertools import takewhile

from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.speech.clause_openings import ASIDE_ENDS, REACH, ClauseOpenings, Opening
from riwaya.reading.speech.clause_words import NAME_WORDS, PARTING
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.source_words import COPY, COPY_REACH, IN_TURN, SIDES, each_of

#: Tokens of a name that begins like a preposition, and of what is asked behind it.
_NAME_AND_DEED = 3
#: How far before a verb of saying the words may begin that name what it is about.
TOPIC_REACH = 12
#: What goes before عن and whom a medium cites (أفادت رويترز نقلا عن شهود بأن …).
CITING = "نقلا"
#: In whose name a spokesman speaks who was named before, folded.
_IN_HIS_NAME = frozenset(("باسمه", "باسمها", "باسمهم"))
#: A preposition and ما or من in one word, folded (تحدث عما جرى).
_CONTRACTED = {"عما": "عن", "عمن": "عن", "مما": "من", "ممن": "من"}
#: Responsibility, whose عن is no verb's, folded.
_RESPONSIBILITY = "مسوولي"
#: Words in which somebody speaks, behind how strong they are (بأشد العبارات), folded.
TERMS = speech_words("term")
#: في الوقت نفسه, في ذات الوقت: so many tokens, and the same, folded.
_AT_THAT_TIME = 3
_SAME = speech_words("the same")
#: Prepositions that begin an aside between commas, folded.
ASIDE_OPENS = speech_words("aside")


class PhraseOpenings(ClauseOpenings):
    """Finds where noun phrases open behind a cue, and whose the prepositions before them are."""

    def _phrase_opening(self, hit: CueHit, limit: int) -> Opening | None:
        """The first word behind the cue that one of its prepositions introduces."""
        separate = [p for p in hit.cue.prepositions if len(p) > 1 and p[0] != "="]
        included = [p[1:] for p in hit.cue.prepositions if p[0] == "="]
        attached = [p for p in hit.cue.prepositions if len(p) == 1 and p != "-"]
        i = hit.end - 1
        while (i := i + 1) < limit:
            token = self.tokens[i]
            if self._how_or_when(i, hit) or (i in self.inside and token.folded not in included):
                continue
            if self._no_phrase_behind(i, hit):
                return None
            told = self.told(i)
            if told > i:
                i = told - 1
                continue
            if token.folded in separate and i + 1 < limit and not self._governed_elsewhere(i, hit):
                his = i > hit.end and self.tokens[i - 1].folded.removeprefix("ال").startswith(_RESPONSIBILITY)
                # "أعلن التنظيم في بيان المسؤولية عن الهجوم"
                return Opening(i - 1, i - 1, "np", None) if his else Opening(i + 1, i, "np", None)
            if token.folded in included:
                return self._prayed(i, hit, limit) or Opening(i, i, "np", None)
            if _CONTRACTED.get(token.folded) in separate and self.tokens[i - 1].text not in PARTING:
                return Opening(i, i, "np", None)
            if token.folded in attached and i + 1 < limit:
                return Opening(i + 1, i, "np", None)
            if i > hit.end and self.tokens[i - 1].folded in ASIDE_OPENS:
                continue  # "ودعا خلال لقائه الوزير إلى …": what a preposition governs begins with no other
            for split in token.splits[1:]:
                if split.prefix in attached and self._long_enough(split.rest) and self._begins(i, hit):
                    return Opening(i, i, "np", None)
        return None

    def _how_or_when(self, i: int, hit: CueHit) -> bool:
        """Whether token `i` tells how or in whose turn something is said (بشدة, بدوره), and not what.

        "طالب بسرعة فتح الجسر": a deed behind the adverb is asked for.
        """
        token = self.tokens[i]
        if self._in_terms(i) or token.folded in IN_TURN or (i > hit.end and self._where_or_whose_turn(i)):
            return True
        if token.folded not in self.particles.adverb:
            return self.at_that_time(i) > i
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        return i > hit.end or not (self._deed(following.removeprefix("ال")) or following == "في")

    def _in_terms(self, i: int) -> bool:
        """Whether token `i` begins how strongly something is said (ندد بأشد العبارات بالهجوم)."""
        following = self.tokens[i + 1].folded if i + 1 < len(self.tokens) else ""
        how = self.tokens[i].folded.removeprefix("و") in self.particles.manner
        return how and following.removeprefix("ال") in TERMS

    def _where_or_whose_turn(self, i: int) -> bool:
        """Whether من جانبه, or في of where it is said before another في, stands at token `i`."""
        if i + 1 >= len(self.tokens):
            return False
        word, following = self.tokens[i].folded, self.tokens[i + 1].folded
        if word == "من":
            return following.startswith(SIDES)
        near = self.tokens[i + 2 : i + 2 + NAME_WORDS * 2]
        placed = following in self.particles.venue | self.particles.document | self.particles.platform
        return word == "في" and placed and any(t.folded == "في" for t in near)

    def at_that_time(self, i: int) -> int:
        """The token behind في الوقت نفسه or في ذات الوقت at token `i`; `i` where neither stands."""
        near = [t.folded for t in self.tokens[i : i + _AT_THAT_TIME]]
        told = near[:1] == ["في"] and "الوقت" in near and bool(_SAME & set(near))
        return i + _AT_THAT_TIME if told else i

    def _no_phrase_behind(self, i: int, hit: CueHit) -> bool:
        """Whether another speaks at token `i`, or the clause around goes on: no phrase is the cue's."""
        colon = self.tokens[i].text == ":" and not self.is_clock(i)
        return colon or self._other_speaker(i, hit) or self.that_too(i)

    def _prayed(self, i: int, hit: CueHit, limit: int) -> Opening | None:
        """أن behind the names of God of whom something is asked (سائلا الله العلي القدير أن …)."""
        if "that" not in hit.cue.takes:
            return None
        near = range(i + 1, min(limit + 1, len(self.tokens), i + NAME_WORDS * 2))
        that = next((j for j in near if self.is_complementiser(j)), None)
        return None if that is None else Opening(that, i, "that", None)

    def _long_enough(self, rest: str) -> bool:
        """Whether what follows a proclitic is surely a noun: three letters, or a listed one (بحل, برد)."""
        if len(rest) >= 3:
            return True
        return self._deed(rest)

    def _calls_later(self, i: int, hit: CueHit) -> bool:
        """Whether a preposition of its own that the cue takes stands soon behind token `i`."""
        near = self.tokens[i + 1 : i + 1 + NAME_WORDS]
        return any(len(t.folded) > 1 and t.folded in hit.cue.prepositions for t in near)

    def _governed_elsewhere(self, i: int, hit: CueHit) -> bool:
        """Whether the preposition at `i` is another word's (مسؤول مطلع على …) or an adverb's (على الفور)."""
        if i + 1 < len(self.tokens) and self.tokens[i + 1].folded in self.particles.in_what_way:
            return True  # "اعترضت القوات على الفور صاروخا"
        if i <= hit.end:
            return False
        if (
            i in self.called_ali
            or self.tokens[i - 1].folded == CITING
            or self._of_each(i)
            or self._of_copy(i)
        ):
            return True
        before = self.tokens[i - 1].folded
        earlier = self.tokens[i - 2].folded if i > 1 else ""
        if self._leads_elsewhere(i) or self._of_envoy(i, hit) or self._in_relative_aside(i, hit):
            return True
        if self.tokens[i].folded in _IN_HIS_NAME:
            return True  # "أفاد المتحدث باسمه أن …"
        if self._written_on(i):
            return True  # "أكد النادي عبر موقعه على شبكة الإنترنت أن …"
        if self.tokens[i].folded == "عن":
            between = before in self.particles.attributive and earlier in self.particles.issuing
            return before in self.particles.issuing or between
        word = self.tokens[i].folded
        preposition = word if word in hit.cue.prepositions else word[0]
        return self._is_attack_on(i) or self.particles.governs(before, earlier, preposition)

    def _written_on(self, i: int) -> bool:
        """Whether the preposition at token `i` says where somebody's account is (حسابه الرسمي على تويتر)."""
        for token in reversed(self.tokens[max(0, i - 2) : i]):
            his = (bare for bare, own in without_pronoun(token.folded) if own in THEIRS)
            if not self.particles.site.isdisjoint(his):
                return True
            if not token.folded.startswith("ال"):
                return False
        return False

    def _of_envoy(self, i: int, hit: CueHit) -> bool:
        """Whether إلى says where an envoy is sent, before that of the cue (أشار المبعوث إلى اليمن إلى أن)."""
        words = {t.folded.removeprefix("ال") for t in self.tokens[hit.end : i]}
        sent = (
            self.tokens[i].folded == "الي" and i + 1 in self.countries and bool(words & self.particles.envoy)
        )
        if not sent:
            return False
        behind = self.countries[i + 1]
        clause = takewhile(lambda t: t.text not in ASIDE_ENDS - PARTING, self.tokens[behind : behind + REACH])
        return any(t.folded == "الي" for t in clause)

    def _leads_elsewhere(self, i: int) -> bool:
        """Whether إلى goes with a deed before it, and what is asked stands behind another and a comma.

        "دعت الهيئة من يريدون الدخول إلى المواقع، إلى اتخاذ الحذر".
        """
        before = self.tokens[i - 1].folded
        if self.tokens[i].folded != "الي" or before.removeprefix("ال") not in self.particles.content_noun:
            return False
        near = self.tokens[i + 1 : i + REACH]
        return any(
            t.folded == "الي" and self.tokens[t.index - 1].text in PARTING and self._same_sentence(i, t.index)
            for t in near
        )

    def _in_relative_aside(self, i: int, hit: CueHit) -> bool:
        """Whether a relative clause between commas holds a preposition (شدد X، الذي ينافس على Y، على Z)."""
        commas = [j for j in range(hit.end, i) if self.tokens[j].text in PARTING]
        if len(commas) != 1 or self.tokens[commas[0] + 1].folded not in self.particles.relative:
            return False
        near = range(i + 1, min(len(self.tokens) - 1, i + REACH))
        closing = next((j for j in near if self.tokens[j].text in ASIDE_ENDS), None)
        again = {self.tokens[i].folded, *(p for p in hit.cue.prepositions if len(p) > 1)}
        return closing is not None and self.tokens[closing + 1].folded in again

    def _same_sentence(self, i: int, j: int) -> bool:
        return self.document.sentence_at(i) == self.document.sentence_at(j)

    def _is_attack_on(self, i: int) -> bool:
        """Whether على at token `i` says what an attack before it is on (بعد هجوم مسلح على فندق)."""
        if self.tokens[i].folded != "علي" or i + 1 >= len(self.tokens):
            return False
        following = self.tokens[i + 1].folded
        said = following.removeprefix("ال") in self.particles.content_noun or self.is_complementiser(i + 1)
        near = (r.word.predicate for t in self.tokens[i - 2 : i] for r in self.predicates.look_up(t.folded))
        return not said and any(p is not None and p.type == "ASSAULT" and p.subject == "agent" for p in near)

    def _of_each(self, i: int) -> bool:
        """Whether من at token `i` is that of كل من (وتحذر كل من يغلق الجسر)."""
        return each_of(self.tokens, i - 1)

    def _of_copy(self, i: int) -> bool:
        """Whether the preposition at token `i` is that of the copy a medium got (حصلت «…» على نسخة منه)."""
        if i + 1 >= len(self.tokens) or self.tokens[i + 1].folded not in COPY:
            return False
        return any(t.folded in self.particles.got for t in self.tokens[max(0, i - COPY_REACH) : i])

    def _begins(self, i: int, hit: CueHit) -> bool:
        """Whether a preposition written onto token `i` is the cue's and not that of the word before it."""
        if self._of_many(i, hit) or self._of_office(i, hit) or self._in_relative_aside(i, hit):
            return False  # "ودعت النقابة العامة للقيمين إلى …", "ودعا الأمين العام للمنظمة …"
        if i > hit.end and self._only_sounds_so(i):
            return False  # "وأفاد الوزير نفتالي بينيت بأن …"
        if i > hit.end and (i in self.placed or self._that_follows(i, hit)):
            return False  # "ودعا مدير المستشفى بمدينة X إلى …", "أفاد مسؤول بالوزارة بأن …": where he is
        if self.tokens[i].folded in self.particles.topic:
            return False  # "بالنسبة له"
        if i in self.named_to and self.named_to.get(i - 1) == self.named_to[i]:
            return False  # "ناشدت اللجنة الدولية للصليب الأحمر …": a word of the name
        named = i in self.named_to or (self.tokens[i - 1].text == "»" and i - 2 > hit.end)
        if named and i > hit.end and self._calls_later(i, hit):
            return False  # "ودعت منظمة «…» لحقوق الإنسان إلى …", "ودعا المكتب السياسي لحركة حماس إلى …"
        before = self.tokens[i - 1].folded
        asked = hit.cue.addressee == "direct" and before.startswith("ال") and before.endswith("ين")
        return self._noun_like(i) and (asked or not self._governed_elsewhere(i, hit))

    def _that_follows(self, i: int, hit: CueHit) -> bool:
        """Whether بأن follows soon behind a noun with ب that is no deed: that one is the verb's own."""
        if "that" not in hit.cue.takes or not self.tokens[i].folded.startswith("ب") or self._tells_deed(i):
            return False
        for j in range(i + 1, min(len(self.tokens), i + 1 + NAME_WORDS * 2)):
            if self.tokens[j].kind != "word":
                return False
            if self.is_complementiser(j):
                return self.tokens[j].folded.startswith("ب")
        return False

    def _only_sounds_so(self, i: int) -> bool:
        """Whether a name begins like a preposition at token `i`: the cue's own follows soon."""
        word = self.tokens[i].folded
        definite = word.startswith("لل") or word[1:].startswith("ال")
        if self._tells_deed(i) or definite or self.tokens[i - 1].folded.startswith("ال"):
            return False
        near = range(i + 1, min(len(self.tokens), i + 1 + _NAME_AND_DEED))
        return any(self.tokens[j].folded.startswith(word[0]) and self._tells_deed(j) for j in near)

    def _of_office(self, i: int, hit: CueHit) -> bool:
        """Whether ل and a body complete an office before it (الأمين العام للمنظمة, لجامعة الدول العربية)."""
        folded = self.tokens[i].folded
        asked = any(t.folded == "الي" for t in self.tokens[i + 1 : i + 1 + TOPIC_REACH + NAME_WORDS])
        body = asked or folded[2:] in self.particles.body or i in self.named_to
        onto = folded.startswith("لل") or (folded.startswith("ل") and i in self.named_to)
        if i < hit.end + 2 or not onto or not body:
            return False
        return self.tokens[i - 1].folded in self.particles.attributive

    def _of_many(self, i: int, hit: CueHit) -> bool:
        """Whether لل and people behind a body complete its name, where إلى stands before what is asked."""
        folded = self.tokens[i].folded
        if i <= hit.end or not (folded.startswith("لل") and folded.endswith("ين")):
            return False
        near = self.tokens[i + 1 : i + 1 + TOPIC_REACH + NAME_WORDS]
        return self.tokens[i - 1].folded.startswith("ال") and any(t.folded == "الي" for t in near)

    def _noun_like(self, i: int) -> bool:
        """Whether what follows ب or ل is a noun and the letter no part of a name (باريس، بغداد)."""
        folded = self.tokens[i].folded
        if i in self.places:
            return False
        accusative = folded.endswith("ا") and not folded.endswith(("ها", "نا", "هما", "ايا"))  # "بنوايا"
        # "معارضون سوريون بارزون": no noun behind ب ends like the adjective before it
        nominative = folded.endswith("ون") and i > 0 and self.tokens[i - 1].folded.endswith("ون")
        return folded not in self.particles.whole and not accusative and not nominative
