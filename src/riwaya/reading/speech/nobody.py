"""What looks like somebody's words and is nobody's: inferences, deeds for speakers, news that never came."""

from __future__ import annotations

from dataclasses import replace

from riwaya.lexicon.inflect import THEIRS, THIRD_PERSON, without_pronoun
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.reading.speech.clause_openings import Opening
from riwaya.reading.speech.content_nouns import content_noun, deed_at, happens
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.objects import takes_bare
from riwaya.reading.speech.source_words import SourcePhrase, clause_takes_up
from riwaya.reading.speech.sources import Sources
from riwaya.text.tokens import Token

#: What was told before and now shows something (مما يؤكد أن …, وهذا يعني أن …), folded.
_ALL_THAT = frozenset(("ما", "مما", "ومما", "هذا", "وهذا", "فهذا", "هذه", "وهذه"))
_POINTERS = frozenset(("هذا", "ذلك", "هذه"))
#: And that; and words before that, folded.
_AND_THAT, _THAT_ALL = frozenset(("وذلك", "فذلك")), frozenset(("ان", "لان", "كل", "وكل", "فكل", "لكن"))
#: What never speaks (التجارب تدل على …), folded.
_NEVER_SPEAKS = speech_words("never speaks")
#: How verbs begin by which somebody makes a test (أجراها, تجريها), folded.
_MADE = ("اجر", "تجر", "يجر")
#: What else shows something and does not speak, folded.
_MATTERS = speech_words("showing")
#: What goes before news that did not come (لم ترد أنباء عن …), folded.
_NEGATES = frozenset(("لم", "ولم", "لا", "ولا", "لن", "ولن", "دون", "ودون", "بدون", "ليست", "وليست"))
#: What would show something if it were there, folded.
_PROOFS = speech_words("proof")
#: Words between the two.
_NEAR = 3
#: To threaten and to warn, which things do without words; to decline, which deeds are; to condemn, to owe.
_THREATENS, _FOREBODES, _DECLINES, _OPPOSES = "هدد", "أنذر", "امتنع", "عارض"
_CONDEMNS = speech_cues("condemns")
#: What is owed rather than condemned, folded (يدين بالولاء).
_OWED = speech_words("owed")
#: Whole, of what is put at risk, folded (يهدد المنطقة باكملها).
_WHOLLY = speech_words("wholly")
#: To add to, to reply (with و: to arrive), to relay (to be brought), to direct, and what follows them.
_ADDS, _REPLIES, _RELAYS, _DIRECTS = "زاد", "رد", "نقل", "وجه"
#: To lay on somebody (to bear).
_LAYS_ON = "حمل"
_OF, _TOWARDS, _ON = "من", "الي", "علي"
#: Tokens between a verb that relays and a quotation that is another's.
_FAR = 6
#: To highlight (to stand out), to show (to appear), to expect (تُوقع: to sign), and where one appears.
_STANDS_OUT, _SHOWS, _EXPECTS = "أبرز", "أظهر", "توقع"
_WHERE = frozenset(
    ("في", "فيه", "فيها", "فيهم", "علي", "عليه", "عليها", "من", "بين", "امام", "مع", "خلال", "بشكل", "بسبب")
)
#: What begins to appear, folded (بدأت تظهر).
_BEGINS = speech_words("begins")
#: Not, before a verb in the present, and verbs that somebody who does not tell does not do.
_NOT = "لا"
_TELLS = speech_cues("left untold")
#: What opens a sentence before its noun, folded, and signs that end a clause.
_THAT = "ان"
_CLAUSE_ENDS = frozenset("،,:؛")
#: What takes up a noun before its relative clause (شكوى يتهم فيها …), folded.
_THEREIN = frozenset(("فيها", "فيه", "بها", "به", "خلالها", "خلاله"))
#: The verb that never lacks whom it accuses, and words in ب that say how, when or between whom, folded.
ACCUSES = "اتهم"
_NO_CHARGE = speech_words("no charge")
_ESTIMATES = "قدر"
_DESCRIBES = "وصف"
#: To touch on, and to deal with, folded.
_DEALS_WITH = speech_cues("deals with")
#: To stress, and to make stricter.
_STRESSES = "شدد"
#: To call on, which reasons do without words, and what stands for a reason before it, folded.
_CALLS = "دعا"
_WHAT_CALLS = frozenset(("ما", "مما", "ومما"))
#: Words behind the verb in which a pronoun takes up what is called for (ما دعا إليه الوزير).
_RESUMED_WITHIN = 5
#: Words of what is estimated, with the ب of its measure behind them.
_ESTIMATE = 8


def infers(hit: CueHit, contents: Contents) -> bool:
    """Whether what was told before is the subject of a verb that names nobody (مما يدل على أن …)."""
    if "label" in hit.cue.takes:
        return False  # "ما يسمى بـ…"
    if hit.form is None or hit.form.person == 1 or hit.form.number != "singular" or hit.prefix == "و":
        return _pointed(hit, contents)
    if _by_deed(hit, contents):
        return True
    before = contents.tokens[hit.first - 1].folded if hit.first else ""
    behind = contents.tokens[hit.end].folded if hit.end < len(contents.tokens) else ""
    told = behind in contents.particles.between  # "وهذا ما أكد عليه الوزير"
    return (before in _ALL_THAT and not told) or _all_that(hit, contents) or _pointed(hit, contents)


def _all_that(hit: CueHit, contents: Contents) -> bool:
    """Whether وذلك, أن ذلك or كل ذلك is the subject of a verb in the present (وذلك يدل على أن …)."""
    if hit.form is None or hit.form.tense != "present" or not hit.first:
        return False
    before = contents.tokens[hit.first - 1].folded
    earlier = contents.tokens[hit.first - 2].folded if hit.first > 1 else ""
    return before in _AND_THAT or (before in _POINTERS and earlier.removeprefix("و") in _THAT_ALL)


def _by_deed(hit: CueHit, contents: Contents) -> bool:
    """Whether a deed opens the sentence and shows something (إن استخدام الأسلحة في هجمات يشير إلى أنه …)."""
    index = contents.document.sentence_at(hit.first)
    if index is None or hit.form is None or hit.form.tense != "present":
        return False
    start = contents.document.sentences[index].start
    start += contents.tokens[start].folded == _THAT
    between = contents.tokens[start + 1 : hit.first]
    clause = any(t.text in _CLAUSE_ENDS or contents.is_complementiser(t.index) for t in between)
    feminine = contents.tokens[start].text.endswith(("ة", "ات"))
    agrees = feminine == (hit.form.gender == "feminine")
    behind = contents.tokens[hit.end].folded if hit.end < len(contents.tokens) else ""
    return bool(between) and not clause and agrees and behind not in _THEREIN and happens(start, contents)


def _pointed(hit: CueHit, contents: Contents) -> bool:
    """Whether هذا alone, or with a deed, stands behind the verb (ويشير هذا القرار إلى أن …)."""
    i = hit.end
    if i + 2 >= len(contents.tokens) or contents.tokens[i].folded not in _POINTERS:
        return False
    if {"الي", "-"} <= set(hit.cue.prepositions):
        return False  # "وعزا ذلك إلى سوء الطقس"
    i += contents.tokens[i + 1].folded.startswith("ال") and _tells_nothing(i + 1, contents)
    following = contents.tokens[i + 1].folded
    return following in hit.cue.prepositions or (
        contents.is_complementiser(i + 1) and hit.cue.addressee != "direct" and hit.form is not None
    )


def _thing_shows(source: SourcePhrase, contents: Contents) -> bool:
    """Whether this deed or matter, all that, or what never speaks stands for a speaker.

    "هذه الخطوة تعبر عن …", "كل ذلك يقول …", "فالتجارب تدل على …"; but tests that somebody makes show
    something (التجارب التي أجراها المهندسون).
    """
    words = [t.folded for t in contents.tokens[source.first : source.end]]
    if words[0] in contents.particles.demonstrative and len(words) > 1:
        return words[1] in _MATTERS or words[1] in _NEVER_SPEAKS
    if len(words) == 2 and words[1] in _POINTERS and words[0] in _THAT_ALL:
        return True
    forms = {words[0], words[0].removeprefix("و").removeprefix("ف")}
    clause = len(words) > 2 and words[1] in contents.particles.relative
    return not forms.isdisjoint(_NEVER_SPEAKS) and not (clause and words[2].startswith(_MADE))


def _tells_nothing(i: int, contents: Contents) -> bool:
    """Whether the definite noun at token `i` is a deed or a matter (القرار, الأمر)."""
    return contents.tokens[i].folded in _MATTERS or happens(i, contents)


def without_deeds(
    hit: CueHit, source: SourcePhrase, opening: Opening, sources: Sources, contents: Contents
) -> tuple[SourcePhrase, Opening] | None:
    """Source and opening where a deed stands for the speaker: it is what is said of, or what tells is in it.

    None where the deed itself shows something (العملية تكشف أن …), or all that was told before.
    """
    first = source.first
    if _reason_calls(hit, contents):
        return None
    if source.elided:
        return None if infers(hit, contents) else (source, opening)
    if _nobody_at_all(hit, source, contents) or _lists_topics(hit, source, contents):
        return None
    if first == hit.end and hit.form is not None and _pointed(hit, contents):
        return None
    if _thing_shows(source, contents):
        return None
    if first in sources.actor_at or sources.office_end(first) > first or not happens(first, contents):
        return source, opening
    if first < hit.first:
        inside = range(first + 1, source.end)
        tells = next((i for i in inside if contents.tokens[i].folded in contents.particles.telling), None)
        return None if tells is None else (replace(source, first=tells), opening)
    if opening.how != "np":  # "وقالت نزاهة إن …": whoever talks to somebody is a person or a body
        return (source, opening) if hit.cue.addressee == "ل" else None
    if takes_bare(hit):
        opening = Opening(first, first, "np", None)  # "وأدان العمل الإرهابي": what is condemned
    return replace(source, end=first), opening


def _reason_calls(hit: CueHit, contents: Contents) -> bool:
    """Whether what makes somebody do something calls on him (الأسباب التي دعت الحكومة إلى …, مما دعا …).

    Not where a pronoun takes up what is called for (ما دعا إليه الوزير, الأمر الذي دعت إلى بحثه).
    """
    if hit.cue.form != _CALLS or hit.form is None or hit.form.tense == "participle" or hit.pronoun:
        return False
    before = [t.folded for t in contents.tokens[max(0, hit.first - _NEAR) : hit.first]]
    relative = bool(before) and before[-1] in contents.particles.relative
    named = any(w.removesuffix("ا") in contents.particles.reason for w in before)  # "أسبابا عائلية دعته"
    reason = named or (relative and any(w.removeprefix("ال") in contents.particles.reason for w in before))
    if not reason and (not before or before[-1] not in _WHAT_CALLS):
        return False
    return not clause_takes_up(contents.tokens[hit.end : hit.end + _RESUMED_WITHIN], THEIRS)


def _nobody_at_all(hit: CueHit, source: SourcePhrase, contents: Contents) -> bool:
    """Whether it is said that nobody says so (لا أحد ينكر أن …): the reporter himself does."""
    start = min(source.first, hit.first)
    before = contents.tokens[max(0, start - _NEAR) : max(source.first, hit.first)]
    if not any(t.folded in _NEGATES for t in before):
        return False
    if source.end == source.first + 1 and contents.tokens[source.first].folded == "احد":
        return True
    shown = contents.tokens[source.end - 1].folded if source.first < hit.first else ""
    return shown in _PROOFS and source.end == hit.first  # "لا يوجد دليل يشير إلى …"


def _lists_topics(hit: CueHit, source: SourcePhrase, contents: Contents) -> bool:
    """Whether only is told what a meeting was about (تناول اللقاء تبادل وجهات النظر, تطرق الاجتماع إلى …)."""
    return hit.cue.form in _DEALS_WITH and contents.tokens[source.first].folded in contents.particles.venue


def estimated(hit: CueHit, contents: Contents) -> bool:
    """Whether what is estimated, and nobody, stands behind the verb (وقدرت ثروة الرئيس بنحو …)."""
    if described(hit, contents) or charged(hit, contents):
        return True
    if hit.cue.form != _ESTIMATES or hit.prefix:
        return False  # "وقدرت عدد القتلى بـ…": whoever spoke before
    near = contents.tokens[hit.end : hit.end + _ESTIMATE]
    measured = any(t.folded.startswith("ب") for t in near[1:])
    return measured and near[0].folded in contents.particles.estimated


def described(hit: CueHit, contents: Contents) -> bool:
    """Whether what is described, and nobody, stands before the verb (أصيب بجروح وصفت بالخطيرة)."""
    past = hit.form is not None and hit.form.tense == "past" and hit.form.gender == "feminine"
    if hit.cue.form != _DESCRIBES or hit.prefix or hit.pronoun or not past:
        return False
    before = contents.tokens[hit.first - 1] if hit.first else None
    behind = contents.tokens[hit.end].folded if hit.end < len(contents.tokens) else ""
    bare = before is not None and before.kind == "word" and not before.folded.startswith("ال")
    return bare and behind.startswith("بال")


def charged(hit: CueHit, contents: Contents) -> bool:
    """Whether only with what somebody is charged follows, so that nobody accuses (الذي اتهم بالتخابر)."""
    told = hit.form is not None and hit.form.person == THIRD_PERSON and not hit.is_participle
    if hit.cue.form != ACCUSES or hit.prefix or hit.pronoun or not told or hit.end >= len(contents.tokens):
        return False
    token = contents.tokens[hit.end]
    name = token.index in contents.named_to or token.folded in contents.particles.whole
    deed = any(s.prefix == "ب" and _tells_deed(s.rest, contents) for s in token.splits)
    return is_charge(token, contents.particles) and not name and (token.folded == "ب" or deed)


def _tells_deed(word: str, contents: Contents) -> bool:
    """Whether the word behind ب tells what somebody did (اختلاق, القتل, أنه)."""
    return word.startswith(("ال", "ان")) or content_noun(word, contents, events=True)


def is_charge(token: Token, particles: Particles) -> bool:
    """Whether ب on the word says what of (باختلاق, بأنها), not how or when (بشكل, بعد, بدورها)."""
    if token.folded == "ب":
        return True  # "بـ«اختلاق الذرائع»"
    held = particles.adverb | particles.turn | particles.between | particles.manner
    if token.folded in held or token.folded in _NO_CHARGE:
        return False
    return any(split.prefix.endswith("ب") and len(split.rest) > 1 for split in token.splits)


def tightens(hit: CueHit, opening: Opening, contents: Contents) -> bool:
    """Whether somebody makes measures stricter and stresses nothing (شددت الشرطة إجراءاتها على الطريق)."""
    if hit.cue.form != _STRESSES or opening.how != "np":
        return False
    between = contents.tokens[hit.end : opening.start]
    stems = (stem.removeprefix("ال") for t in between for stem in (t.folded, *_bare(t.folded)))
    return any(stem in contents.particles.tightened for stem in stems)


def _bare(folded: str) -> tuple[str, ...]:
    """The word without the pronouns that it may carry; ي makes an adjective of it (أمني)."""
    return tuple(stem for stem, pronoun in without_pronoun(folded) if pronoun != "ي")


def done_without_words(hit: CueHit, opening: Opening, sources: Sources, contents: Contents) -> bool:
    """Whether a verb of saying tells of a deed or of what things do (تهدد أمننا, تنذر بكارثة, وجه ضربات)."""
    particles = contents.particles
    if opening.start < hit.end:
        return False  # "«…»، هدد الوزير"
    if _left_untold(hit, opening, contents):
        return True
    form, following = hit.cue.form, contents.tokens[hit.end].folded
    if form == _THREATENS:
        following = contents.tokens[min(hit.end + (following in particles.manner), opening.start)].folded
        risked = {following.removeprefix("ال"), *_bare(following)} & particles.endangered
        return bool(risked) or contents.tokens[opening.start].folded in _WHOLLY
    if form in _CONDEMNS:
        return following in _OWED
    if form == _ADDS:
        whose = contents.tokens[hit.end + 1 : hit.end + 2]
        turn = any(t.folded in particles.turn for t in whose)  # "وزاد من جهته أن …"
        return following == _OF and not turn  # "يزيد من الثمن"
    if form == _REPLIES:
        news = particles.hearsay | particles.document | particles.written
        on_something = any(t.folded == _ON for t in contents.tokens[hit.end : opening.start])
        return hit.prefix == "و" and following.removeprefix("ال") in news and not on_something  # "ورد بلاغ"
    if form == _RELAYS:  # "نقل إلى المستشفى", "نقل مكان العمل بعد غياب سنين «دون تفاهم»"
        between = contents.tokens[hit.end : opening.start]
        afar = opening.how == "quote" and len(between) > _FAR and not hit.prefix
        brought = following == _TOWARDS and opening.how != "that"  # not "نقل إلى الرئيس أن …"
        return brought or (afar and all(t.folded != "عن" for t in between))
    return opening.how == "np" and _object_is_done(hit, opening, sources, contents)


def bears(hit: CueHit, source: SourcePhrase, opening: Opening, sources: Sources) -> bool:
    """Whether somebody bears a responsibility, as nobody is named on whom he lays it (يحمل الوزير مسؤولية).

    "تحمل المعارضة النظام مسؤولية القصف" lays it on somebody, as does نحمل أمريكا مسؤولية القصف.
    """
    if hit.cue.form != _LAYS_ON or hit.form is None or hit.form.tense != "present" or hit.pronoun:
        return False
    pointed = sources.tokens[opening.start - 1].folded in sources.particles.demonstrative
    if pointed or hit.form.person == 1:
        return pointed or opening.start == hit.end  # "يمكننا تحمل هذه المسؤولية"
    first = hit.end if source.elided else max(hit.end, source.end)
    return source.addressee is None and not any(i in sources.actor_at for i in range(first, opening.start))


def _object_is_done(hit: CueHit, opening: Opening, sources: Sources, contents: Contents) -> bool:
    """Whether the object of a verb of saying is nothing that is said."""
    particles = contents.particles
    form, first = hit.cue.form, contents.tokens[opening.start].folded
    present = hit.form is not None and hit.form.tense == "present"
    if form == _FOREBODES:
        return opening.gap_end == hit.end  # nobody is warned
    if form == _DECLINES:
        return first not in particles.withheld
    if form == _OPPOSES:
        return opening.start in sources.actor_at  # "الذين يعارضون أنقرة"
    if form == _STANDS_OUT and not hit.is_participle:
        return present or _is_superlative(hit, opening, contents)
    if form == _SHOWS:  # "يظهر في الصورة", "يظهر هذا الأمر جليا": appears; "أظهر شجاعة": has it
        return (present and _appears(hit, contents)) or first.removesuffix("ا") in particles.displayed
    between = [t.folded for t in contents.tokens[hit.end : opening.start + 1]]
    if form == _EXPECTS:
        return opening.start == hit.end and first in particles.signed  # "توقع اتفاقية": signs
    if form == _DIRECTS and present and (_heads_for(hit) or not deed_at(opening.start, contents)):
        return True
    return form == _DIRECTS and any(word in particles.dealt for word in between[:-1])


def _heads_for(hit: CueHit) -> bool:
    """Whether what may be "she directs" is rather "he headed for", or a direction (توجه, التوجه)."""
    return hit.form is not None and (hit.form.gender == "feminine" or hit.form.person != THIRD_PERSON)


def _appears(hit: CueHit, contents: Contents) -> bool:
    """Whether something begins to appear, appears where it is said, or is pointed at (يظهر هذا الأمر)."""
    before = contents.tokens[hit.first - 1].folded if hit.first else ""
    following = contents.tokens[hit.end].folded
    pointed = following in _POINTERS and _tells_nothing(hit.end + 1, contents)
    return pointed or following in _WHERE or before in _BEGINS


def _left_untold(hit: CueHit, opening: Opening, contents: Contents) -> bool:
    """Whether somebody is said not to tell of something (ولا يعلن المتمردون عادة مسؤوليتهم)."""
    before = contents.tokens[hit.first - 1].folded.removeprefix("و") if hit.first else ""
    return before == _NOT and opening.how == "np" and hit.cue.form in _TELLS


def _is_superlative(hit: CueHit, opening: Opening, contents: Contents) -> bool:
    """Whether أبرز means the most prominent (أبرز المطالب): nobody and no deed stands behind it."""
    if hit.form is None or hit.form.gender == "feminine" or hit.form.number != "singular":
        return False
    noun = contents.tokens[opening.start].folded.removeprefix("ال")
    return opening.start == hit.end or not content_noun(noun, contents)


def did_not_come(hit: CueHit, contents: Contents) -> bool:
    """Whether the news that a noun means is said to be missing (ولم ترد أنباء عن ضحايا, دون معلومات عن …)."""
    near = contents.tokens[max(0, hit.first - _NEAR) : hit.first]
    return any(t.folded in _NEGATES for t in near)
