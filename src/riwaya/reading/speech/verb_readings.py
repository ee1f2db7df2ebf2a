"""Whether a word that may be a verb of saying is one where it stands; homographs are told apart here."""

from __future__ import annotations

import re

from riwaya.lexicon.cues import VerbHit
from riwaya.lexicon.inflect import OBJECTS, without_pronoun
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.speech_words import speech_cues, speech_words
from riwaya.text.tokens import Token

#: Prepositions behind which a homograph is the noun, folded.
_GOVERN = frozenset(("من", "دون", "بدون", "بلا", "في", "علي", "الي", "عن", "ضد", "نحو"))
#: To ascribe, of which the feminine is a man's name (عزت); to stress, of which the participle is strict too.
_ASCRIBES_TO, _STRESSES = "عزا", "شدد"
#: Un-, before an adjective, folded.
_NOT = "غير"
#: To order, and what makes the noun of it (وأمر آخر, أمر ليس بغريب), folded.
_ORDERS = "أمر"
_OF_MATTERS = speech_words("of a matter") | {"اخر", "ليس", "لا", "لم", "غير"}
#: There is: what goes before a noun (هناك أمر) or those who do something (هناك من طالب), folded.
THERE = frozenset(("هناك", "هنالك", "ثمه"))
#: "And the most prominent", which is "and brought out" where a clause begins, folded.
_AND_MOST = "وابرز"
#: I wonder, behind its vocative, folded.
_OH, _I_WONDER = "يا", "تري"
#: What somebody asks not to be done who will not be named.
UNNAMED = speech_words("kept back")
#: What a medium got hold of, named before, folded; what a document holds that somebody says in it.
_ON_IT = frozenset(("عليه", "عليها", "عليهم", "عليهما"))
THEREIN = frozenset(
    ("فيه", "فيها", "فيهما", "فيهم", "خلاله", "خلالها", "خلالهما", "بموجبه", "بموجبها", "ضمنه", "ضمنها")
)
#: What somebody told, before its verb (ما نشرته الصحيفة بشأن …), folded.
WHAT = frozenset(("ما", "لما", "مما", "ومما", "عما", "بما"))
#: To comment, spelt like pursuit, folded.
_PURSUIT = "تعقب"
#: To rule, and to die.
_RULES = "قضى"
#: Between us and the like, folded, and words in which the other side is named.
_BETWEEN_US = frozenset(("بينه", "بينها", "بينهم", "بينهما", "بيننا", "بينكم"))
_APART = 8
#: Verbs that are written like prepositions, folded; the mark that tells them apart; pronouns of a speaker.
_PREPOSITIONS = frozenset(("بين", "عبر"))
#: أن and ألا, behind which stands what somebody should do, folded.
_SHOULD = frozenset(("ان", "الا", "وان", "والا"))
#: Before what somebody said later, folded.
_LATER = ("قبل", "ان")
#: Some of those who were told of, before what they do (أن بعضهم طالب), folded.
_SOME = speech_words("of those told of") | speech_words("some of them")
#: لم يستبعد: who does not rule something out thinks it possible.
_RULES_OUT = "استبعد"
#: Whoever does not think so thinks otherwise.
_THINKS = speech_cues("thinks")
#: Verbs whose feminine participle is passive unless its object follows (الحكومة مطالبة بتوفير …).
_NEED_OBJECT = speech_cues("demanded of")
#: Nouns in the accusative that are spelt like a dual and take its preposition (ردا على), folded.
_NOUNS_IN_A = speech_words("in the accusative")
#: To hold a deed to be whose (هجوم نسب إلى التنظيم); unless that follows it looks like a noun (shares).
ASCRIBES = "نسب"
#: To suspect.
SUSPECTS = "اشتبه"
#: Verbs of which only their object tells what is done: nobody tells so what he saw.
EXPRESSES = speech_cues("expresses")
#: He described, which is spelt like the noun, and words of what somebody describes before بأنه.
_DESCRIBES = "وصف"
LONGEST_CALLED = 5
#: Me, written onto a verb.
ME = "ني"
#: You were, behind إن, if, folded.
_YOU_WERE = speech_words("you were")
#: He refused, which is spelt like the noun.
REFUSES = "رفض"
#: He wrote, which is spelt like "books".
_WRITES = "كتب"
_DOUBLING = "\u0651"
_NUNATION = "\u064b"
#: To deem, and to promise, which with و before it looks the same.
_DEEM, _PROMISE = "عد", "وعد"
#: What hands over to the next speaker and his verb (من جهته بين …), folded.
_OF_HIS_OWN = frozenset(
    lead + own for lead in ("بدور", "وبدور", "جهت", "جانب", "ناحيت", "طرف") for own in OBJECTS
)
#: Words of a subject between وكان and its verb, with its offices and appositions.
LONGEST_SUBJECT = 14
#: Words of a subject between لكن and its verb.
SHORT_SUBJECT = 3
#: Words of who thinks something, with the أن behind him.
SHORT_THINKER = 6
#: Words of whoever considers something so, before أن.
LONG_THINKER = 8
#: Words between those who protest and what they demand.
PROTEST_REACH = 24
#: Words between a misspelled verb and its أن: a short subject, nothing that could mislead.
MISSPELLED_REACH = 10
#: Words by which a sentence begins with whose account it is, folded.
_ACCOUNTS = speech_words("according to") | speech_words("in accordance")


def followed_by_that(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether أن follows at once: only then is a passive (يعتقد أن) nobody's in particular."""
    return i < len(tokens) and tokens[i].folded in ("ان", "انه", "انها", "انهم", "انهن", "انهما", "من")


def is_verb(
    hit: VerbHit, tokens: tuple[Token, ...], i: int, before: Token | None, particles: Particles
) -> bool:
    """Whether the reading of token `i` as a verb of saying holds where it stands."""
    if _ruled_out(hit, tokens, i, before, particles):
        return False
    if hit.form.tense == "participle":
        if before is not None and before.folded.removeprefix("و") in particles.being | {_NOT}:
            return False  # "الموعد الذي كان متوقعا", "غير مدركة أن …"
        asked = hit.cue.addressee != "من" or _asked(tokens, i + 1) or _unnamed(tokens, i + 1)
        adverbial = _adverbial(hit, tokens[i], before) or _of_definite(hit, tokens, i, before)
        adverbial = adverbial or _in_protest(hit, tokens, i, particles)
        return asked and (adverbial or _says_that(hit, tokens, i, particles))
    if hit.pronoun:
        carried = before is not None and before.folded.removeprefix("و") in particles.auxiliary
        return not carried and _with_pronoun(hit, tokens, i, particles)  # "وتم وصفها بأنها"
    if (hit.form.number == "dual" and not _dual(hit, tokens, i)) or _through(hit, tokens, i, particles):
        return False
    if _in_document(hit, tokens, i):
        return True
    at_once = _opens_at_once(hit, tokens, i + 1, particles)
    if hit.form.text in particles.copular and not (at_once or _thinks(hit, tokens, i + 1, particles)):
        return False
    if at_once or hit.says_i:
        told = hit.form.tense == "past" and _told_that(tokens, i + 1, particles)  # "قلت للقادة إن …"
        return at_once or told or _asks_at_once(hit, tokens, i + 1)  # "أندد بقصف المدينة"
    if _no_noun(hit, tokens, i, before, particles):
        return True
    if not hit.cue.homograph or _verb_place(hit, before, particles) or behind_side(tokens, i, particles):
        return True
    if hit.form.tense != "past" or hit.prefix or hit.form.text == "عبر":
        return False  # "وذلك عبر دعم المنظمة"
    known = hit.form.text == REFUSES and behind_definite(tokens, i, particles)
    known = known or (hit.form.text == _DESCRIBES and _called_so(tokens, i, before, particles))
    known = known or (_is_no_noun(hit) and behind_name(hit, tokens, i, particles))
    return known or _behind_fronted(hit, tokens, i, particles) or behind_subject(tokens, i, particles)


def _is_no_noun(hit: VerbHit) -> bool:
    """Whether the verb, as it is listed, is spelt like an adjective or another verb, and like no noun."""
    return hit.cue.no_noun and hit.form.text == hit.cue.form


def behind_side(tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether another side or matter stands before token `i`: a verb is due (من جهة أخرى دعا X إلى …)."""
    side, another = ([t.folded for t in tokens[max(0, i - 2) : i]] + ["", ""])[:2]
    return side in particles.side and another in particles.another


def _called_so(tokens: tuple[Token, ...], i: int, before: Token | None, particles: Particles) -> bool:
    """Whether بأنه follows soon behind وصف, and a definite noun stands before (الوزير وصف الاتفاق بأنه …)."""
    if before is None or not before.folded.startswith("ال") or before.folded in particles.source_end:
        return False
    near = tokens[i + 1 : i + 2 + LONGEST_CALLED]
    return any(t.folded.startswith("بان") and t.folded in particles.complementiser for t in near)


def behind_definite(tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether only a definite noun phrase stands before token `i` in its clause (إن النظام رفض وقف …)."""
    first = _subject_at(tokens, i, particles)
    return first is not None and tokens[first].folded.startswith("ال")


def behind_name(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether only a name stands before token `i` in its clause, and what the verb takes behind it.

    "إن سالم الورد رحب بالاتفاق", "الورد دعا إلى الهدوء"; not "كما دعا", "صدر رحب".
    """
    return _asks_at_once(hit, tokens, i + 1) and _subject_at(tokens, i, particles) is not None


def _subject_at(tokens: tuple[Token, ...], i: int, particles: Particles) -> int | None:
    """Where the few words begin that alone stand before token `i` in its clause."""
    for j in range(i - 1, max(-1, i - SHORT_SUBJECT - 1), -1):
        if tokens[j].kind != "word" or tokens[j].folded in particles.source_end | particles.verbal:
            return None
        if _opens_sentence(tokens, j) or tokens[j - 1].folded in particles.complementiser:
            return j
    return None


def _opens_sentence(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether nothing of its sentence stands before token `i`."""
    return i == 0 or tokens[i - 1].kind == "newline" or tokens[i - 1].text in ".؟!؛"


def _behind_fronted(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether whose account it is, or why, stands before a verb (وفي إطار سعيه للهدنة دعا X إلى …)."""
    if _behind_account(tokens, i) or of_somebody(tokens, i, particles):
        return True
    surely = _is_no_noun(hit)
    if i < SHORT_SUBJECT - surely or not (surely or tokens[i - 1].folded.startswith("ال")):
        return False
    if i + 1 >= len(tokens) or tokens[i + 1].kind != "word" or tokens[i + 1].folded in particles.source_end:
        return False
    for j in range(i - 1, max(-1, i - LONGEST_SUBJECT), -1):
        if _opens_sentence(tokens, j):
            return tokens[j].folded.removeprefix("و") in particles.source_end
        if tokens[j].kind != "word" or tokens[j].folded in particles.verbal:
            return False
    return False


def of_somebody(tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether who acts stands between أن and a verb (أن المحافظ وجه بفتح الجسر; not أن القرار أمر خطير)."""
    for j in range(i - 1, max(0, i - LONGEST_SUBJECT), -1):
        that = tokens[j - 1].folded if tokens[j - 1].kind == "word" or j == 1 else tokens[j - 2].folded
        if that in particles.complementiser and tokens[j].kind == "word":
            head = tokens[j].folded.removeprefix("ال")
            return head in particles.single or head in particles.body
        if tokens[j].kind != "word" or tokens[j].folded in particles.verbal | particles.source_end - {"في"}:
            return False
    return False


def _no_noun(
    hit: VerbHit, tokens: tuple[Token, ...], i: int, before: Token | None, particles: Particles
) -> bool:
    """Whether what follows makes a verb of a word that is spelt like a noun or a preposition."""
    if hit.form.text == ASCRIBES and i + 1 < len(tokens) and tokens[i + 1].folded in hit.cue.prepositions:
        return True  # "هجوم نسب إلى التنظيم"
    if hit.form.text == _WRITES and i + 1 < len(tokens) and tokens[i + 1].text == ":":
        return True  # "وزير العمل كتب: «…»"; elsewhere rather books
    if _some_who(tokens, i) and hit.form.tense == "past" and not hit.prefix:
        return True
    return (
        hit.form.text in _PREPOSITIONS
        and not hit.prefix
        and _no_preposition(hit, tokens, i, before, particles)
    )


def _some_who(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether من before token `i` means those who do something (هناك من اللاعبين من طالب بـ…)."""
    near = tokens[max(0, i - SHORT_THINKER) : max(0, i - 1)]
    return i > 1 and tokens[i - 1].folded == "من" and any(t.folded.removeprefix("و") in THERE for t in near)


def _behind_account(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a clause begins at token `i` behind whose account it is (بحسب الصحيفة طالب الوزير …)."""
    for j in range(i - 1, max(-1, i - LONGEST_SUBJECT), -1):
        if tokens[j].kind != "word":
            return False
        if tokens[j].folded.removeprefix("و") in _ACCOUNTS:
            following = tokens[i + 1].folded if i + 1 < len(tokens) else ""
            return j < i - 1 and following.startswith("ال") and not tokens[i].folded.startswith("ال")
    return False


def _dual(hit: VerbHit, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a dual that is spelt like a noun (حذرا) says something: what it takes follows (وعبرا عن …)."""
    if hit.form.text in _NOUNS_IN_A:
        asks = hit.cue.addressee == "direct" and hit.prefix == "و" and i + 1 < len(tokens)
        return asks and tokens[i + 1].folded.startswith("ال")  # "وطالبا الأمم المتحدة بالعمل"
    if not hit.cue.homograph or hit.form.tense == "present" or hit.form.text.endswith("تا"):
        return True
    at = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].folded in THEREIN)
    asked = hit.cue.addressee == "direct" and hit.prefix == "و" and at < len(tokens)
    return _asks_at_once(hit, tokens, at) or (asked and tokens[at].folded.startswith("ال"))


def _in_document(hit: VerbHit, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether فيه stands behind a verb of the past: what somebody says in a document named before it."""
    if hit.form.tense != "past" or i + 1 >= len(tokens) or tokens[i + 1].folded not in THEREIN:
        return False
    return tokens[i - 1].folded not in ("هذا", "هو", "وهو") or not i  # "وهذا أمر فيه فائدة"


def _through(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether عبر is the preposition before somebody's own medium (وعبر قناته الخاصة يبث …)."""
    word = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    own = next(
        (bare for bare, _ in without_pronoun(word) if bare in particles.platform | particles.medium), ""
    )
    return hit.form.text == "عبر" and bool(own or word in particles.platform)


def _no_preposition(
    hit: VerbHit, tokens: tuple[Token, ...], i: int, before: Token | None, particles: Particles
) -> bool:
    """Whether بين or عبر is the verb: doubled, or first in its clause with what it tells (عبر X عن شكره)."""
    if _DOUBLING in tokens[i].text:
        return True
    if hit.form.text == "عبر" and i + 1 < len(tokens) and tokens[i + 1].folded == "عن":
        return True  # "كما عبر عن قلقه"
    due = _OF_HIS_OWN | (particles.verbal | particles.turn if hit.form.text == "عبر" else frozenset())
    if before is not None and before.kind == "word" and before.folded not in due:
        return False
    near = range(i + 2, min(len(tokens) - 1, i + 2 + LONGEST_SUBJECT))
    if hit.form.text == "عبر":
        at = next((j for j in near if tokens[j].folded == "عن"), None)
        return at is not None and _felt(tokens[at + 1], particles)
    said = next((j for j in near if tokens[j].folded in ("ان", "انه", "انها")), None)
    if said is not None and tokens[said - 1].text in "،,":
        said -= 1  # "من جهته، بين مدير المستشفى سالم الورد، أن …"
    names = tokens[i + 1 : said] if said is not None else ()
    return bool(names) and all(t.kind == "word" and not t.folded.startswith("و") for t in names)


def _felt(token: Token, particles: Particles) -> bool:
    """Whether a word is something that is expressed (قلقه, حرص, بالغ شكره), not طريق in عن طريق."""
    bare = token.folded.removeprefix("ال")
    return token.folded.endswith(OBJECTS) or bare in particles.felt | particles.strengthener


def _marked_otherwise(hit: VerbHit, token: Token) -> bool:
    """Whether its marks show that a word is not this verb: only they part عدّ from وعد, عاد and عدد."""
    doubled = _DOUBLING in token.text
    if hit.cue.form == _PROMISE:
        return doubled  # "وعدّ الوزير ذلك نصرا"
    if hit.cue.form != _DEEM:
        return False
    if hit.form.tense == "participle":
        return not doubled and _NUNATION not in token.text
    return not doubled or hit.form.number != "singular"  # "عدوّا", an enemy


def _of_it(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether عليه or the like stands at token `i`: a medium got hold of what was named before."""
    return i < len(tokens) and tokens[i].folded in _ON_IT


def _ruled_out(
    hit: VerbHit, tokens: tuple[Token, ...], i: int, before: Token | None, particles: Particles
) -> bool:
    """Whether the word before, or the word itself, keeps a form from being a verb that somebody says."""
    token = tokens[i]
    word = before.folded if before is not None else ""
    if _another_word(hit, tokens, i, word, particles):
        return True
    if token.folded == _AND_MOST and before is not None and before.kind == "word":
        return True  # "الضحايا وأبرز المجازر"
    if word.removeprefix("و") in THERE and hit.form.tense == "past" and not hit.prefix:
        return True  # "هناك أمر وحيد مطلوب"
    if token.folded.endswith(("يدعي", "تدعي")) and token.text.endswith("ى"):
        return True  # "ويُدعى علي": is called, not calls for
    if hit.form.tense == "jussive" and word not in ("لم", "ولم", "لا"):
        return True
    if hit.form.tense == "present" and hit.form.text.startswith("ت") and hit.form.text.endswith("ون"):
        return True  # "هل تتوقعون": whom the speaker addresses
    if token.folded in particles.got and _of_it(tokens, i + 1):
        return True  # "بيان اطلعت عليه وكالة X"
    bare = not (hit.prefix or hit.pronoun)
    plain = hit.form.number == "singular" and hit.form.gender == "masculine"
    governed = (word in _GOVERN and not _some_who(tokens, i)) or (plain and _closes(before))
    nominal = (hit.cue.homograph and governed) or _superlative(before, particles)
    if hit.form.tense == "past" and bare and nominal:
        return True  # "من دون ثمن", "(محافظ) أبرز المرشحين", "بشكل أوضح"
    if hit.cue.homograph and plain and bare and i + 1 < len(tokens) and _present(tokens[i + 1], particles):
        return True  # "أمر يحتاج إلى نقاش"
    if hit.form.tense == "present" and bare and word in particles.cause_of:
        return True  # "إثر تشدد أنقرة"
    # "على الحكومة أن تعلن …": what she should say, not what she says.
    denied = word in particles.negation and hit.cue.form != _RULES_OUT
    if denied and hit.cue.form in _THINKS and followed_by_that(tokens, i + 1):
        return False  # "لا أعتقد أن …"
    should = word in _SHOULD and hit.form.tense == "present"
    return denied or (should and not (says_later(tokens, i) and not hit.cue.homograph))


def says_later(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether قبل أن behind a comma stands before token `i`: what was said later (، قبل أن تشير X إلى …)."""
    before = [t.folded for t in tokens[max(0, i - 3) : i]]
    return len(before) == len(_LATER) + 1 and before[0] in ("،", ",") and tuple(before[1:]) == _LATER


def _another_word(hit: VerbHit, tokens: tuple[Token, ...], i: int, before: str, particles: Particles) -> bool:
    """Whether token `i` is listed as no verb, marked as another word, or the noun أمر."""
    listed = {hit.form.text, tokens[i].folded} & particles.no_verb and not _puts_down_to(hit, tokens, i)
    wonders = tokens[i].folded == _I_WONDER and before.endswith(_OH)  # "هل يعود السلام يا ترى؟"
    if listed or wonders or _marked_otherwise(hit, tokens[i]) or _tight(hit, tokens, i, particles):
        return True
    if hit.cue.form == _RULES and i + 1 < len(tokens) and tokens[i + 1].kind == "number":
        return True  # "قضى 4 أشخاص": they died
    if hit.form.text == _PURSUIT and all(t.folded not in hit.cue.prepositions for t in tokens[i + 1 : i + 5]):
        return True  # "عمليات تعقب المسلحين"
    if hit.form.text == "بين" and hit.prefix and _sets_apart(tokens, i):
        return True  # "الفرق بين الانسحاب وبين إعادة الانتشار"
    return hit.cue.form == _ORDERS and _is_matter(before, tokens, i)


def _sets_apart(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether بين, of which وبين at token `i` names the other side, stands before it in its clause."""
    for j in range(i - 1, max(-1, i - _APART), -1):
        if tokens[j].kind != "word":
            return False
        if tokens[j].folded == "بين" or tokens[j].folded in _BETWEEN_US:
            return True
    return False


def _puts_down_to(hit: VerbHit, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a verb that is spelt like a name puts something down to another (وعزت الشركة ذلك إلى …)."""
    if hit.cue.form != _ASCRIBES_TO or not (hit.prefix == "و" or i == 0 or tokens[i - 1].folded == "قد"):
        return False
    near = tokens[i + 1 : i + LONGEST_SUBJECT]
    clause = next((n for n, t in enumerate(near) if t.text in ".؟!؛"), len(near))
    return bool(near) and near[0].folded.startswith("ال") and any(t.folded == "الي" for t in near[1:clause])


def _tight(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether a participle describes measures that are strict (قيود مشددة على, إجراءات أمنية مشددة على)."""
    if hit.cue.form != _STRESSES or hit.form.tense != "participle":
        return False
    near = tokens[max(0, i - 2) : i]
    return all(t.kind == "word" for t in near) and any(t.folded in particles.tightened for t in near)


def _is_matter(before: str, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether أمر is the noun: with an adjective or a negation (وأمر آخر), or said of something (وهو أمر)."""
    following = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    return following in _OF_MATTERS or before.removeprefix("و") in ("هو", "هذا", "ذلك")


def _superlative(before: Token | None, particles: Particles) -> bool:
    """Whether no verb in the past but a superlative stands behind the token (إن أبلغ دليل, بشكل أوضح)."""
    if before is None:
        return False
    return before.text == "إن" or (before.folded in particles.manner and before.folded.startswith("ب"))


def _present(token: Token, particles: Particles) -> bool:
    """Whether a word is surely a verb in the present: in ي, and no man's name (يحيى)."""
    if token.folded in particles.given_name:
        return False
    return token.kind == "word" and re.fullmatch(r"ي\w{3,4}", token.folded) is not None


def _closes(before: Token | None) -> bool:
    """Whether a name or an aside ends right before a word, behind which a verb would need its comma."""
    return before is not None and before.text in "»”)"


def _with_pronoun(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether a verb with a written-on object is one of saying: اتهمه, وصفها بـ, وحذرهم من, أبلغني أن."""
    if hit.pronoun == ME:
        near = tokens[i + 1 : i + 2 + LONGEST_CALLED]
        tells = hit.cue.addressee == "direct" and hit.cue.act == "report" and not hit.cue.homograph
        return tells and any(t.folded in particles.complementiser for t in near)
    if hit.pronoun not in OBJECTS or tokens[i].text.endswith("ة"):
        return False  # "طمأنة السعودية": a verbal noun
    if hit.cue.takes & {"antecedent", "label"}:
        return True
    if i and tokens[i - 1].folded in WHAT and hit.cue.act in ("report", "announce", "confirm", "document"):
        return True  # "ما نشرته الصحيفة بشأن …"
    if hit.cue.addressee != "direct":
        return False
    if i + 1 < len(tokens) and tokens[i + 1].folded in THEREIN and _asks_soon(hit, tokens, i + 2):
        return True  # "نداء دعاهم فيه إلى الهدوء"
    return not hit.cue.homograph or (hit.prefix == "و" and _asks_soon(hit, tokens, i + 1))


def _asks_soon(hit: VerbHit, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether what the verb takes stands at token `i` or behind a few words there (ودعتهم الوزارة إلى …)."""
    for j in range(i, min(len(tokens), i + LONGEST_CALLED)):
        if _asks_at_once(hit, tokens, j):
            return True
        if tokens[j].kind != "word":
            return False
    return False


def behind_subject(tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether only a subject stands between token `i` and وكان or لكن before it: a past verb is due there."""
    nouns = 0
    for j in range(i - 1, max(-1, i - LONGEST_SUBJECT), -1):
        token = tokens[j]
        if token.folded in particles.was:
            return nouns > 0
        if token.folded.endswith("لكن") or (
            token.folded == "ان" and tokens[j - 1].folded in particles.contrast
        ):
            return nouns == 1 or (nouns <= SHORT_SUBJECT and tokens[j + 1].folded.startswith("ال"))
        if token.kind == "newline" or token.text in ".؟!؛":
            return False
        if token.folded in particles.source_end and token.folded != "في":
            return False
        nouns += token.kind == "word"
    return False


def _told_that(tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether ل with somebody, and soon behind him أن, stand at token `i` (لنتنياهو إن; not إن لم)."""
    if i >= len(tokens) or not tokens[i].folded.startswith("ل"):
        return False
    for j in range(i + 1, min(len(tokens) - 1, i + 2 + LONGEST_CALLED)):
        if tokens[j].kind != "word":
            return False
        if tokens[j].folded in particles.complementiser:
            return tokens[j + 1].folded not in particles.negation | particles.was | _YOU_WERE
    return False


def _says_that(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether a participle right behind a noun is no adjective: what is said follows (قائلة إنها)."""
    several = hit.form.gender == "feminine" or hit.form.number == "plural"
    return several and _opens_at_once(hit, tokens, i + 1, particles)


def _thinks(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether somebody considers something so (يعتبر المراقبون …, يعتبر الوزير أن …); else it only is so."""
    near = [t.folded for t in tokens[i : i + SHORT_THINKER]]
    if not near or not near[0].startswith("ال"):
        return hit.prefix.startswith("و") and _named_before_that(tokens, i, particles)
    many = near[0].endswith("ون") or near[0] == "السلطات" or near[0].removeprefix("ال") in particles.body
    that = next((k for k, word in enumerate(near) if word in particles.complementiser), 0)
    return (hit.prefix == "و" and many) or (that > 0 and all(t.kind == "word" for t in tokens[i : i + that]))


def _named_before_that(tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether words and then أن stand at token `i`, and no preposition first (وتعتبر روسيا أن …)."""
    near = tokens[i : i + LONG_THINKER]
    that = next((k for k, t in enumerate(near) if t.folded in particles.complementiser), 0)
    governed = that > 0 and near[0].folded in particles.preposition | particles.source_end | {"من"}
    return that > 0 and not governed and all(t.kind == "word" for t in near[:that])


def _adverbial(hit: VerbHit, token: Token, before: Token | None) -> bool:
    """A participle carries a speaker on in the accusative (مشيرا، مشيرة، مشيرين), not as مشير.

    A feminine one right behind a noun is its adjective (معلومات مؤكدة).
    """
    closed = before is None or before.kind != "word" or hit.cue.addressee == "من"
    plural = hit.form.number == "plural" and before is not None and _definite(before)
    if plural and hit.cue.form != "اتهم":
        return True  # "خرج الأهالي منددين بـ…": an indefinite participle is no adjective of a definite noun
    if token.folded.endswith(("ه", "ين")) and not closed:
        return False
    if before is not None and before.kind == "number":  # 11 متهما
        return False
    return token.folded.endswith(("ا", "ه", "ين")) and hit.prefix in ("", "و")


def _of_definite(hit: VerbHit, tokens: tuple[Token, ...], i: int, before: Token | None) -> bool:
    """Whether a feminine participle behind a definite noun carries on who spoke (للوزارة مؤكدة على …).

    An adjective would be definite too. What it takes has to follow; متهمة بـ and مطالبة بـ are passive.
    """
    if before is None or before.kind != "word" or hit.form.gender != "feminine" or hit.prefix:
        return False
    if not tokens[i].text.endswith("ة") or not (_definite(before) or before.folded.endswith(OBJECTS)):
        return False
    if hit.cue.addressee == "direct" and _definite(before):
        named = i + 1 < len(tokens) and tokens[i + 1].kind == "word"
        return hit.cue.form in _NEED_OBJECT and named and not _asks_at_once(hit, tokens, i + 1)
    told = _asks_at_once(hit, tokens, i + 1) or _soon_that(hit, tokens, i + 1)
    return hit.cue.addressee != "direct" and told


def _in_protest(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether a participle says what those demand who protest (تظاهر موظفون في بغداد مطالبين بـ…).

    Of a protest itself it is one too: تظاهرات مطالبة بـ is no passive. What it takes has to follow.
    """
    several = hit.form.number == "plural" and tokens[i].folded.endswith("ين")
    of_it = hit.form.gender == "feminine" and tokens[i].text.endswith("ة")
    if (
        hit.prefix
        or hit.cue.form == "اتهم"
        or not (several or of_it)
        or not _asks_at_once(hit, tokens, i + 1)
    ):
        return False
    for j in range(i - 1, max(-1, i - (PROTEST_REACH if several else SHORT_SUBJECT) - 1), -1):
        if tokens[j].text in ".؟!؛" or tokens[j].kind == "newline":
            return False
        if tokens[j].folded in particles.demonstration:
            return True
    return False


def _soon_that(hit: VerbHit, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether في ذات السياق and then the verb's own preposition and أن follow (مشيرة … إلى أن)."""
    near = range(i + 1, min(len(tokens) - 1, i + 5))
    opens = (tokens[j].folded in hit.cue.prepositions and followed_by_that(tokens, j + 1) for j in near)
    return i < len(tokens) and tokens[i].folded == "في" and any(opens)


def _definite(token: Token) -> bool:
    """Whether the noun has the article or a time that stands like one (أمس)."""
    return token.folded == "امس" or any(split.rest.startswith("ال") for split in token.splits)


def _opens_at_once(hit: VerbHit, tokens: tuple[Token, ...], i: int, particles: Particles) -> bool:
    """Whether أن follows right behind, or behind the verb's own preposition (خلص إلى أن)."""
    if i < len(tokens) and tokens[i].folded in hit.cue.prepositions:
        i += 1
    if _unnamed(tokens, i):
        return hit.cue.form == "طلب"  # "مصدر طلب عدم ذكر اسمه"
    return (
        i < len(tokens)
        and tokens[i].folded in particles.complementiser
        and hit.form.text not in particles.rarely_verb
    )


def _unnamed(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether عدم الكشف or the like stands at token `i`: somebody asks not to be named."""
    return i + 1 < len(tokens) and tokens[i].folded == "عدم" and tokens[i + 1].folded in UNNAMED


def _asks_at_once(hit: VerbHit, tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the verb's own preposition follows right behind (وحذرهم من …, وندعوهم للمسارعة)."""
    if i >= len(tokens):
        return False
    onto = any(split.prefix in hit.cue.prepositions for split in tokens[i].splits[1:])
    return onto or tokens[i].folded in hit.cue.prepositions


def _asked(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether من and the one asked follow: طالبين منهم is a request, طالبين are students."""
    return i < len(tokens) and tokens[i].folded in ("من", "منه", "منها", "منهم", "منهما")


def _verb_place(hit: VerbHit, before: Token | None, particles: Particles) -> bool:
    """Whether a verb may stand here. Of homographs (رفض, نقل, بين) only this tells verb from noun."""
    if hit.form.tense == "present" or before is None or before.kind == "sign":
        return hit.form.text not in ("بين", "عبر") or hit.prefix == "و"
    if hit.form.text in ("بين", "عبر", "عقب"):
        return hit.prefix == "و" and hit.form.text == "بين"
    if before.folded in particles.verbal | particles.turn | particles.breaks | _SOME:
        return True
    plural = hit.form.number == "plural"
    return hit.prefix in ("و", "ف") or hit.form.gender == "feminine" or plural


def is_feminine(verb: str) -> bool:
    """Whether a folded verb is written like one of a feminine (تقول, قالت)."""
    return verb.startswith("ت") or verb.endswith("ت")


def goes_with(verb: str, relative: str) -> bool:
    """Whether a folded verb may have the noun for its subject that a relative pronoun, folded, goes on."""
    if relative.endswith("الذي"):
        return not is_feminine(verb) and not verb.endswith(("نا", "وا"))
    if relative.endswith("التي"):
        return is_feminine(verb)
    return bool(relative) and verb.endswith(("وا", "ون"))
