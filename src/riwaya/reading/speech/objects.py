"""Contents that are bare noun phrases: where the object begins when only the subject lies before it."""

from __future__ import annotations

import re
from dataclasses import replace

from riwaya.lexicon.inflect import THEIRS, without_pronoun
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.speech_words import speech_beginnings, speech_cues, speech_words
from riwaya.reading.draft import ActorMention
from riwaya.reading.speech.between import (
    ASKED,
    VENUES,
    behind_adverbs,
    behind_how,
    behind_venue,
    on_own_site,
    placed,
)
from riwaya.reading.speech.clause_openings import REACH, Opening
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.content_nouns import content_noun, deed_at, given_name, happens, masdar
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.cues import CueHit
from riwaya.reading.speech.frame import MEANWHILE
from riwaya.reading.speech.own_words import WITHOUT
from riwaya.reading.speech.source_words import IN_TURN
from riwaya.reading.speech.sources import Sources
from riwaya.reading.speech.verb_readings import THEREIN
from riwaya.text.sentences import Sentence, abbreviates
from riwaya.text.signs import COMMAS, FINAL
from riwaya.text.tokens import Token

#: تفعل and تفاعل with the article, which no adjective of a name is (التوجه, التعاون), folded.
_DEED = re.compile(r"الت\w{3,4}(?<!ي)(?<!يه)")
#: Of what من tells the kind, so that nobody is asked (تطلب الكثير من العمل), folded.
_MUCH = speech_words("much")
#: Words before an occasion, folded, and how many tokens it may have (خلال الاتصال الذي جرى أمس).
_DURING = frozenset(("خلال", "اثناء", "عقب"))
_OCCASION = 10
#: Prepositions that a verbal noun takes (القبض على, الكشف عن).
_TAKEN = frozenset(("علي", "عن"))
#: Prepositions between a verbal noun and what it is about, folded (التوصل إلى اتفاق).
_ONTO = _TAKEN | {"الي"}
#: An apposition between two commas (X، محامية Y، التهم) is at most this long.
APPOSITION = 15
#: The verb for claiming to do something: of what is no deed it means calling or being called.
CLAIMS = "ادعى"
#: To put something down to something.
_PUTS_DOWN, _THIS = speech_cues("puts down"), frozenset(("ذلك", "هذا"))
#: How what is put down does not begin, folded; the family before a name (آل سعود); pronouns.
_NO_NOUN, _FAMILY, _HE = ("ال", "و", "ل", "ب"), "ال", frozenset(("هو", "هي", "هم"))
#: Those to whom many announce something, folded.
_TO_ALL = speech_beginnings("to all")
#: Behind it stands for whom a spokesman speaks (الناطقة باسم إدارة الأمن), folded.
_IN_NAME_OF = "باسم"
#: Where a body is or to whom it is sent (السفارة العراقية لدى أنقرة), folded.
_POSTED = frozenset(("في", "لدي", "علي", "الي"))
#: Words of the shortest name with an office.
_SHORTEST_NAMED = 2
#: To show, of pictures, and many who are shown, folded.
SHOWING = speech_cues("shows")
_COUNTED = speech_words("great number")
#: Kinds of actors who tell something rather than are criticised.
_TELLING = frozenset(("sources", "media"))
#: Pronouns that make a noun definite, folded.
_THEIR_OWN = ("نا", "هم", "ها", "ه")


def direct_object(
    hit: CueHit, sentence: Sentence, *, subject_known: bool, sources: Sources, contents: Contents
) -> Opening | None:
    """The opening of a content without a preposition (نفت موسكو ذلك, أعلن … اليوم صدور قرار)."""
    if hit.end + 1 < sentence.end and contents.tokens[hit.end].folded in THEREIN and not hit.is_participle:
        hit = replace(hit, end=hit.end + 1)  # "بيان أعلنت فيه البدء"
        subject_known = subject_known or _opens_object(hit.end, sources, contents)
    if hit.end + 1 < sentence.end and contents.tokens[hit.end].folded in contents.particles.also:
        hit = replace(hit, end=hit.end + 1)  # "وأعلنت كذلك وزارة الدفاع مقتل …"
    hit = _before_speaker(hit, sentence, sources, contents)
    asked = hit.end < sentence.end and contents.tokens[hit.end].folded in ASKED
    if hit.end >= sentence.end or (hit.pronoun and hit.cue.act != "deny") or not takes_bare(hit):
        return None
    limit = min(sentence.end, hit.end + REACH)
    at = hit.end if subject_known or asked else _behind_picture(hit, limit, contents)
    at = _behind_subject(hit, limit, sources, contents) if at is None else at
    if at is None:
        return None
    at = behind_asked(behind_adverbs(at, limit, sources, contents), hit, limit, sources, contents)
    at = _behind_occasion(_behind_publisher(at, limit, sources), limit, contents)
    at = _behind_brackets(at, limit, contents)
    at = _behind_without(_behind_relative(at, limit, sources, contents), limit, contents)
    if at < limit and placed(at, hit, sources, contents):
        venue = behind_venue(at, limit, contents)
        at = limit if venue < 0 else behind_adverbs(venue, limit, sources, contents)
    if at >= limit or (contents.tokens[at].kind == "sign" and at not in contents.quote_opening):
        return None
    if (quote := contents.quote_opening.get(at)) is not None and contents.describes(quote):
        return None  # "كشفت القوات «التي …» عن …"
    word = contents.tokens[at].folded
    if any(sources.gets(i) for i in range(max(hit.end, at - 2), at)):
        return None  # "كشفت وثيقة حصلت عليها الصحيفة عن …": who got it
    if word.startswith("و") and contents.is_finite(word) and not content_noun(word, contents):
        return None  # "إلا أنها رفضت وقالت إن …"
    if contents.is_complementiser(at) or (
        word in contents.particles.source_end and not _nearness(at, contents)
    ):
        return None
    if _only_told(word, hit, limit - at) or (hit.cue.form == CLAIMS and not deed_at(at, contents)):
        return None
    return Opening(at, at, "np", contents.quote_opening.get(at))


def _before_speaker(hit: CueHit, sentence: Sentence, sources: Sources, contents: Contents) -> CueHit:
    """The cue with how and when something was said, where who said it follows (أعلن اليوم سالم الورد …)."""
    at = behind_how(hit.end, sentence.end, contents)
    when = sources.time_at.get(at)
    if when is not None and when.time.type in ("DATE", "TIME") and not hit.is_participle:
        at = when.end
    speaks = hit.end < at < sentence.end and contents.tokens[at].kind == "word"
    if not speaks or not (at in sources.actor_at or sources.names_somebody(at)):
        return hit
    return replace(hit, end=at)


def _only_told(word: str, hit: CueHit, left: int) -> bool:
    """Whether the word, with `left` tokens to come, only begins to whom it is said or who is asked."""
    if word == hit.cue.addressee == "من" and left <= NAME_WORDS:
        return True  # "تطلب المعاملة العادلة من الآخرين"
    if hit.cue.addressee == "ل" and word.startswith("ولكل"):
        return True
    # "نعلن لجميع الدول أن …"
    return hit.names_its_subject and word.startswith(_TO_ALL) and "ل" not in hit.cue.prepositions


def _behind_publisher(at: int, limit: int, sources: Sources) -> int:
    """The token behind who published the pictures that show something (صور نشرها ناشطون دمارا)."""
    published = at + 2 < limit and any(
        rest in sources.particles.publishing
        for rest, pronoun in without_pronoun(sources.tokens[at].folded)
        if pronoun
    )
    named = sources.actor_at.get(at + 1)
    return (at + 2 if named is None else named.end) if published else at


def _behind_relative(at: int, limit: int, sources: Sources, contents: Contents) -> int:
    """What is told behind a relative clause of the speaker (أعلن التحالف الذي يقاتل الحوثيين وقفا …)."""
    tokens = contents.tokens
    if at >= limit or tokens[at].folded not in contents.particles.relative:
        return at
    for i in range(at + 3, limit):
        noun, governed = tokens[i].folded, tokens[i - 1].folded in contents.particles.source_end
        told = content_noun(noun, contents) or content_noun(noun.removesuffix("ا"), contents)
        if told and not governed and i not in sources.actor_at:
            return i
    return limit


def _behind_occasion(at: int, limit: int, contents: Contents) -> int:
    """The verbal noun behind when it was said (طلب خلال اللقاء زيارة …); `at` where none follows."""
    tokens = contents.tokens
    if at + 2 >= limit or tokens[at].folded not in _DURING:
        return at
    for i in range(at + 2, min(limit, at + _OCCASION)):
        if tokens[i].kind != "word" or contents.is_complementiser(i):
            return at
        if masdar(tokens[i]) or content_noun(tokens[i].folded, contents):
            return i
    return at


def _behind_brackets(at: int, limit: int, contents: Contents) -> int:
    """The token behind a short name in brackets (أكد حلف شمال الأطلسي (الناتو) تضامنه), else `at`."""
    if at >= limit or contents.tokens[at].text != "(":
        return at
    near = range(at + 1, min(limit - 1, at + NAME_WORDS + 1))
    return next((i + 1 for i in near if contents.tokens[i].text == ")"), at)


def _behind_without(at: int, limit: int, contents: Contents) -> int:
    """The noun behind without what something is said (أعلن الجيش دون سابق إنذار إغلاق …), else `at`."""
    if at + 2 >= limit or contents.tokens[at].folded not in WITHOUT:
        return at
    near = range(at + 2, min(limit, at + NAME_WORDS))
    nouns = [
        i for i in near if content_noun(contents.tokens[i].folded, contents) or masdar(contents.tokens[i])
    ]
    return nouns[-1] if nouns else at


def _opens_object(i: int, sources: Sources, contents: Contents) -> bool:
    """Whether token `i` begins what is said rather than names who says it (إدارة المستشفى)."""
    word = contents.tokens[i].folded
    named = i in sources.actor_at or sources.office_end(i) > i or word in contents.particles.body
    return not named and content_noun(word, contents)


def behind_asked(at: int, hit: CueHit, limit: int, sources: Sources, contents: Contents) -> int:
    """The object behind the one of whom it is asked (طلبت X من Y تمديد …); `at` where nobody is."""
    if hit.cue.addressee == "direct" and at + 1 < limit:
        return _behind_public(at, limit, sources, contents)
    if hit.cue.addressee != "من" or at + 1 >= limit or contents.tokens[at].folded != "من":
        return at
    if contents.tokens[at + 1].folded == "قبل":
        return at  # "طلب منا من قبل X"
    named = sources.actor_at.get(at + 1)
    start = at + 2 if named is None else named.end
    for i in range(at + 2, min(limit, start + NAME_WORDS * 3)):
        if _asked_deed(i, sources, contents, inside=i < start):
            return i
    return at if named is None else named.end


def _asked_deed(i: int, sources: Sources, contents: Contents, *, inside: bool) -> bool:
    """Whether what is asked for begins at token `i`; `inside` a long name only a verbal noun does."""
    token, before = contents.tokens[i], contents.tokens[i - 1].folded
    closed = complete(i, sources, contents) or before.endswith(_THEIR_OWN)
    if masdar(token) or (closed and _DEED.fullmatch(token.folded)):
        return True
    bare = token.folded.removeprefix("ال") if closed else token.folded
    return not inside and content_noun(bare, contents)


def _behind_public(at: int, limit: int, sources: Sources, contents: Contents) -> int:
    """The verbal noun behind those spoken to (ناشدت اللجنة الأطراف السماح بـ…); `at` where none is."""
    word = contents.tokens[at].folded
    people = contents.particles.public | contents.particles.bodies
    if word not in people or at in sources.actor_at:
        return at
    for i in range(at + 1, min(limit, at + NAME_WORDS)):
        following = contents.tokens[i].folded
        if content_noun(following, contents) or content_noun(following.removeprefix("ال"), contents):
            return i
    return at


def _nearness(at: int, contents: Contents) -> bool:
    """Whether قرب at token `at` is the noun (أعلن، اليوم، قرب انتهاء العمل), not where something is."""
    if contents.tokens[at].folded != "قرب" or at + 1 >= len(contents.tokens):
        return False
    following = contents.tokens[at + 1]
    return content_noun(following.folded, contents) or masdar(following)


def _clause_between(start: int, end: int, contents: Contents) -> bool:
    """Whether a clause of its own begins between two tokens (نفى X الاتهامات ووصفها بأنها …)."""
    return any(
        contents.tokens[i].folded.startswith("و")
        and contents.is_finite(contents.tokens[i].folded, bare=False)
        for i in range(start + 1, end)
    )


def takes_bare(hit: CueHit) -> bool:
    """Whether the cue may have a noun phrase without a preposition as its content."""
    return (
        "np" in hit.cue.takes
        and "relay" not in hit.cue.takes
        and (not hit.cue.prepositions or "-" in hit.cue.prepositions)
    )


def prefer(
    hit: CueHit, opening: Opening | None, direct: Opening | None, *, subject_known: bool, contents: Contents
) -> Opening | None:
    """Of two openings the one that the frame of the cue asks for, else the earlier."""
    if opening is None or direct is None:
        return opening or direct
    if direct.start < opening.start and _clause_between(direct.start, opening.start, contents):
        return direct
    told = contents.tokens[opening.start].folded
    if hit.cue.act in ("deny", "refuse") and direct.start < opening.start and told.startswith("ب"):
        return direct  # "نفى الوزير الاتهامات بأن …"
    plain = hit.cue.addressee != "direct" and direct.start < opening.start
    if plain and (subject_known or contents.tokens[direct.start].folded in contents.particles.content_noun):
        return direct
    first = contents.tokens[direct.start].folded
    said = content_noun(first.removeprefix("ال"), contents, events=True)
    if opening.how == "np" and first.startswith("ال") and not said and direct.quote is None:
        return opening  # "أعلنت السلطات عن سقوط …"
    bare = "-" in hit.cue.prepositions  # "ناشدت X الأطراف السماح بـ…"
    asked = opening.how == "that" or (hit.cue.addressee == "direct" and not bare)
    attached = opening.how == "np" and any(len(p) == 1 for p in hit.cue.prepositions)
    attached = attached and not bare
    return opening if asked or attached or opening.start <= direct.start else direct


def pronoun_subject(hit: CueHit, contents: Contents, particles: Particles) -> bool:
    """Whether the word before the verb is its subject already (لكنه رفض, ما يؤكد)."""
    if hit.first == 0:
        return False
    before = contents.tokens[hit.first - 1].folded
    if before in particles.complementiser and before.endswith(THEIRS):
        return True  # "قال إنه يرفض …"
    return before in ("ما", "مما") or before in particles.breaks - MEANWHILE


def _behind_picture(hit: CueHit, limit: int, contents: Contents) -> int | None:
    """The token behind pictures that show something (وتظهر الصور عشرات المسلحين), if they do.

    What describes them follows with its article or a relative pronoun; many are counted all the same.
    """
    tokens, first = contents.tokens, contents.tokens[hit.end].folded
    shows = hit.cue.form in SHOWING and first.startswith("ال")
    if not shows or first.removeprefix("ال") not in contents.particles.picture or hit.end + 1 >= limit:
        return None
    shown = tokens[hit.end + 1]
    counted = shown.folded in _COUNTED
    plain = shown.kind == "word" and not shown.folded.startswith(("ال", "و"))
    ends = contents.particles.source_end | contents.particles.relative | contents.particles.preposition
    return hit.end + 1 if counted or (plain and shown.folded not in ends) else None


def _behind_subject(hit: CueHit, limit: int, sources: Sources, contents: Contents) -> int | None:
    """The token behind a subject that a name, a date or the commas of an apposition delimit."""
    tokens = contents.tokens
    named = sources.actor_at.get(hit.end)
    if named is not None and named.kind == "sources":
        run_on = range(named.first + 1, min(named.end, limit))
        if (done := next((i for i in run_on if _done(i, hit, sources, contents)), None)) is not None:
            return done  # "كشفت مصادر مقربة من الحكومة اعتزامها …"
    if named is not None and named.counts and (named.end >= limit or tokens[named.end].text not in COMMAS):
        end = _behind_joined(_last_of_list(named, sources).end, limit, contents)
        posted = end < limit and tokens[end].folded in _POSTED and not sources.ends_phrase(end, hit.end)
        longer = end < limit and _completes(
            tokens[end], contents
        )  # "الهيئة الوطنية للرقابة …", "مركز X لحقوق الإنسان"
        longer = longer or (end < limit and tokens[end].folded in contents.particles.governing)
        longer = longer or (end < limit and tokens[end].text == "/")  # "شرطة بغداد/الكرخ"
        holder = end < limit and tokens[end].folded in contents.given  # "الناشط الإعلامي محمد الشامي"
        if not posted and not longer and not holder and not _name_follows(named, end, limit, sources):
            return end
        i = end + 2 if posted else end  # "المعارضة في المنفى": where the speaker is
    else:
        i = named.end if named is not None and named.counts else hit.end
    first_comma: int | None = None
    while i < limit:
        inside = sources.actor_at.get(i)
        if i > hit.end and _criticised(i, hit, sources, contents):
            return i
        if inside is not None and inside.counts:
            i = inside.end
            continue
        if tokens[i].text in COMMAS and sources.asks_not_to_be_named(i + 1):
            closing = next((j for j in range(i + 1, limit - 1) if tokens[j].text in COMMAS), None)
            return None if closing is None else closing + 1
        name = contents.quote_opening.get(i)
        if name is not None and name.close - name.open <= NAME_WORDS and name.close < limit and i > hit.end:
            i = name.close + 1
            continue
        if tokens[i].folded == hit.cue.addressee == "من" and _of_whom(i, hit, sources, contents):
            return _asked_for(i, hit, contents)
        found, first_comma = _object_at(i, hit, limit, first_comma, sources, contents)
        if found is not None:
            return found if found >= 0 else None
        i += 1
    return named.end if named is not None and named.counts else None


def _criticised(i: int, hit: CueHit, sources: Sources, contents: Contents) -> bool:
    """Whether whom somebody criticises begins at token `i` (انتقد النائب سالم الورد السعودية).

    A party behind a name that is complete, or an office of others behind a person's name.
    """
    other, token = sources.actor_at.get(i), contents.tokens[i]
    blames = hit.cue.act == "accuse" and not hit.cue.prepositions
    one = i == hit.end + 1 and contents.tokens[hit.end].folded.startswith("ال")
    if blames and one and other is None and token.folded in contents.particles.body:
        return True  # "وانتقدت اللجنة شركة الكهرباء بسبب …"
    if hit.cue.act != "accuse" or hit.cue.prepositions or other is None or other.kind in _TELLING:
        return False
    if other.span.start > token.start or token.folded.startswith(("و", "ل")):
        return False
    speaker = sources.actor_at.get(hit.end)
    known = speaker is not None and speaker.end == i and sources.office_end(hit.end) == hit.end
    if known and speaker is not None:
        return set(speaker.actors).isdisjoint(other.actors)
    adjective = token.folded.startswith("ال") and token.folded.endswith("ي")
    if not other.counts or adjective or sources.office_end(hit.end) == i:
        return False
    before = contents.tokens[i - 1]
    if i - hit.end < _SHORTEST_NAMED or before.text.endswith("ة") or before.folded == _IN_NAME_OF:
        return False
    return complete(i, sources, contents) or before.folded in contents.given


def _completes(token: Token, contents: Contents) -> bool:
    """Whether ل and a noun without a name carry on the name of a body (للرقابة, لحقوق الإنسان)."""
    return token.folded.startswith(("لل", *contents.particles.purpose))


def _last_of_list(named: ActorMention, sources: Sources) -> ActorMention:
    """The last of the actors joined by و to the first (الجيش والمقاومة الشعبية)."""
    while (joined := sources.actor_at.get(named.end)) is not None:
        if not joined.counts or not sources.tokens[joined.first].folded.startswith("و"):
            break
        named = joined
    return named


def _behind_joined(i: int, limit: int, contents: Contents) -> int:
    """The token behind the adjectives of a name and the definite nouns that و joins to it (X والحكومة …)."""
    end = _behind_adjectives(i, limit, contents)
    while end + 1 < limit and contents.tokens[end].folded.startswith("وال"):
        if contents.tokens[end].kind != "word" or contents.tokens[end].folded in contents.particles.relative:
            break
        end = _behind_adjectives(end + 1, limit, contents)
    return end


def _name_follows(office: ActorMention, end: int, limit: int, sources: Sources) -> bool:
    """Whether the words behind an office name its holder rather than begin the object."""
    if end >= limit or sources.tokens[end].kind != "word":
        return False
    if sources.tokens[end].folded in sources.particles.honorific:
        return True
    if sources.office_end(office.first) == office.first:
        return False
    return not (sources.tokens[end].folded.startswith("ال") or end in sources.actor_at)


def _object_at(
    i: int, hit: CueHit, limit: int, first_comma: int | None, sources: Sources, contents: Contents
) -> tuple[int | None, int | None]:
    """What token `i` tells: (where the object begins, or -1 where there is none; the first comma so far)."""
    tokens, particles = contents.tokens, contents.particles
    if i in sources.time_at and sources.time_at[i].time.type in ("DATE", "TIME"):
        return sources.time_at[i].end, first_comma
    word = tokens[i].folded
    if tokens[i - 1].folded == _IN_NAME_OF:
        return None, first_comma
    if word in particles.complementiser and not contents.is_ban(i):
        return -1, first_comma
    if _opens(i, hit, limit, sources, contents):
        return i, first_comma
    if (word in VENUES and sources.ends_phrase(i, hit.end)) or on_own_site(i, contents):
        return behind_venue(i, limit, contents), first_comma
    if tokens[i].text in COMMAS:
        if first_comma is not None:
            return (i + 1 if i - first_comma <= APPOSITION else -1), first_comma
        if (behind := _behind_venue_aside(i, limit, contents)) is not None:
            return behind, i
        begins = i + 1 < limit and (
            content_noun(tokens[i + 1].folded.removeprefix("ال"), contents) or masdar(tokens[i + 1])
        )
        return (i + 1 if begins else None), i
    own = particles.governs(
        tokens[i - 1].folded, tokens[i - 2].folded if i > 1 else "", word
    )  # "مصدر مطلع على المفاوضات"
    own = own or word in WITHOUT  # "أعلن الجيش دون سابق إنذار إغلاق الميناء"
    stops = (tokens[i].text in FINAL and not abbreviates(tokens, i)) or (
        first_comma is None and not own and sources.ends_phrase(i, hit.end)
    )
    return (-1 if stops else None), first_comma


def _behind_venue_aside(comma: int, limit: int, contents: Contents) -> int | None:
    """The noun behind where something was said between two commas (، في بيان نشرته أمس على صفحتها، صحة …)."""
    tokens, particles = contents.tokens, contents.particles
    if comma + 2 >= limit or tokens[comma + 1].folded not in VENUES or comma + 2 in contents.quote_opening:
        return None
    if tokens[comma + 2].folded.removeprefix("ال") not in particles.venue | particles.document:
        return None
    inside = tokens[comma + 2 : min(limit, comma + 2 + APPOSITION)]
    closing = next((t.index for t in inside if t.text in COMMAS or t.text in FINAL), None)
    if closing is None or tokens[closing].text in FINAL or closing + 1 >= limit:
        return None
    if any(contents.is_complementiser(t.index) for t in tokens[comma + 2 : closing + 2]):
        return None
    return closing + 1


def _opens(i: int, hit: CueHit, limit: int, sources: Sources, contents: Contents) -> bool:
    """Whether token `i` shows by itself that the object begins: a deed, something pointed at or counted."""
    particles, word = contents.particles, contents.tokens[i].folded
    if i == hit.end and (_nobody_named(i, hit, sources, contents) or (word in _THIS and _puts_down(hit))):
        return True
    if i > hit.end and _puts_down(hit) and _is_put_down(i, hit.end, sources, contents):
        return True
    if i not in sources.actor_at and _done(i, hit, sources, contents):
        return True
    if i > hit.end and word == "ما" and _what(i, limit, sources, contents):
        return True
    if i > hit.end and word in particles.demonstrative | particles.between | particles.also | IN_TURN:
        return True
    if hit.cue.form == "قدر" and (word in particles.estimated or word.startswith("عدده")):
        return True  # "قدرت الوزارة عدد القتلى بـ…", "يقدر عددهم بنحو …"
    return i > hit.end and _is_deed(i, hit, sources, contents)


def _puts_down(hit: CueHit) -> bool:
    """Whether the verb puts something down to something (عزا ذلك إلى …)."""
    return hit.cue.form in _PUTS_DOWN


def _is_put_down(i: int, start: int, sources: Sources, contents: Contents) -> bool:
    """Whether an indefinite noun behind a whole name begins what is put down (عزا الناطق تأخر القافلة إلى …).

    The name begins at token `start`.
    """
    token, particles = contents.tokens[i], contents.particles
    if token.kind != "word" or not complete(i, sources, contents) or token.folded.startswith(_NO_NOUN):
        return False
    name = {t.folded for t in contents.tokens[start:i]}
    if name & (particles.relative | {_FAMILY}) or token.folded in particles.source_end | _HE | contents.given:
        return False
    acts = contents.is_finite(token.folded) or i in contents.places or sources.office_end(i) > i
    return not acts and not given_name(token, contents)


def _is_deed(i: int, hit: CueHit, sources: Sources, contents: Contents) -> bool:
    """Whether token `i` is a noun for what is told, and no part of an office or of when it was told."""
    tokens, particles, word = contents.tokens, contents.particles, contents.tokens[i].folded
    negative = hit.cue.act in ("refuse", "deny") or hit.cue.addressee == "direct"
    events = hit.cue.act in ("accuse", "confirm", "claim-responsibility")
    bare = word.removeprefix("ال") if negative or events else word
    office = hit.end < i <= sources.office_end(hit.end) and not tokens[hit.end].folded.startswith("ال")
    office = office or tokens[i - 1].folded in particles.body or _edits(i, sources)
    before = tokens[i - 1].folded
    when = before in particles.source_end or before in particles.cause_of
    said = content_noun(bare, contents, events=events) or content_noun(word, contents)  # "التزامه"
    said = said or (
        hit.cue.addressee != "direct"
        and (word.removeprefix("ال") if hit.cue.act == "report" else word) in particles.judged
        and complete(i, sources, contents)
    )
    return said and not office and not when


def _told(hit: CueHit) -> bool:
    """Whether the cue is surely a verb that tells what was said (not أو طلب تعديله, أماكن يتوقع تعرضها)."""
    past = hit.form is not None and hit.form.tense == "past"
    return past and (bool(hit.prefix) or hit.end > hit.first + 1 or not hit.cue.homograph)


def _of_his(word: str, particles: Particles) -> bool:
    """Whether a noun that begins what is said has its speaker's pronoun (حرصه, استقالته, not شكري)."""
    return any(bare in particles.content_noun and own != "ي" for bare, own in without_pronoun(word))


def _nobody_named(i: int, hit: CueHit, sources: Sources, contents: Contents) -> bool:
    """Whether the object begins right behind the verb (وأكد أهمية التعاون, سعيه, وأدان العمل)."""
    if i in sources.actor_at:
        return False
    word = contents.tokens[i].folded
    deed = hit.cue.addressee != "ل" and word.startswith("ال") and sources.office_end(i) == i
    following = contents.tokens[i + 1].folded if i + 1 < len(contents.tokens) else ""
    nouns = contents.particles.content_noun
    onto = following in _ONTO and word.removeprefix("ال") in nouns  # "وأعلن التوصل إلى اتفاق"
    listed = onto or word in nouns or (_told(hit) and _of_his(word, contents.particles))
    return listed or (deed and happens(i, contents))


def _edits(i: int, sources: Sources) -> bool:
    """Whether the verbal noun at token `i` only says of what somebody is in charge (مدير تحرير الموقع)."""
    title = sources.tokens[i - 1].folded
    return not title.startswith("ال") and sources.office_end(i - 1) == i


def _what(i: int, limit: int, sources: Sources, contents: Contents) -> bool:
    """Whether ما and its verb behind a complete name are what is denied (ونفت الوزارة ما نشرته الصحف)."""
    closed = complete(i, sources, contents)
    return closed and i + 1 < limit and contents.is_finite(contents.tokens[i + 1].folded, bare=False)


def _of_whom(i: int, hit: CueHit, sources: Sources, contents: Contents) -> bool:
    """Whether من at token `i` is before whom something is asked of, not inside who asks (عدد من النواب)."""
    if i == hit.end or complete(i, sources, contents):
        return True
    named = sources.actor_at.get(hit.end)
    holder = sources.office_end(hit.end) > hit.end or (named is not None and named.kind != "sources")
    return holder or contents.tokens[hit.end].folded.startswith("ال")


def _asked_for(i: int, hit: CueHit, contents: Contents) -> int | None:
    """Where what is asked for is looked for, of those behind من at token `i`; None where nobody is asked."""
    before = contents.tokens[i - 1].folded
    if before in _MUCH:
        return None
    return i - (i == hit.end + 1 and content_noun(before.removeprefix("ال"), contents))


def complete(i: int, sources: Sources, contents: Contents) -> bool:
    """Whether the words before token `i` are a whole name.

    They end with a noun with ال, a listed name or an adjective of many (خبراء عسكريون).
    """
    before, earlier = (contents.tokens[j].folded if j >= 0 else "" for j in (i - 1, i - 2))
    many = before.endswith("يون") or (before.endswith("ون") and earlier.endswith("ون"))  # "سوريون بارزون"
    return many or before.startswith("ال") or i - 1 in sources.last_tokens


def _done(i: int, hit: CueHit, sources: Sources, contents: Contents) -> bool:
    """Whether the verbal noun of a deed at token `i` is the object, not part of a name.

    Behind a subject that is complete: أعلن وزير الزراعة استحداث …, أكدت الحكومة المضي بـ….
    """
    token, before = contents.tokens[i], contents.tokens[i - 1]
    if not token.folded.startswith("ال"):
        closed = complete(i, sources, contents)
        return i > hit.end and closed and masdar(token) and not given_name(token, contents)
    following = contents.tokens[i + 1] if i + 1 < len(contents.tokens) else token
    taken = i > hit.end and before.folded.startswith("ال") and following.folded in _TAKEN
    attached = following.folded.startswith("ب") and (i == hit.end or before.folded.startswith("ال"))
    if not (taken or attached) or token.folded[2:] in contents.particles.body:
        return False
    return content_noun(token.folded[2:], contents) and (taken or _with_by(following, contents))


def _with_by(token: Token, contents: Contents) -> bool:
    """Whether ب stands before the noun of a token, or by itself."""
    onto = token.folded == "ب" or any(s.prefix == "ب" and len(s.rest) > 2 for s in token.splits[1:])
    that = token.folded in contents.particles.complementiser
    return onto and not that and not content_noun(token.folded, contents)


def _behind_adjectives(at: int, limit: int, contents: Contents) -> int:
    """Pass over adjectives in ـي and ـية that go on a definite name (خلية الإعلام الحربي العراقية)."""
    tokens = contents.tokens
    while (
        at < limit
        and tokens[at - 1].folded.removeprefix("و").startswith("ال")
        and tokens[at].folded.removeprefix("و").startswith("ال")
        and tokens[at].folded.endswith(("ي", "يه"))
        and tokens[at].folded not in contents.particles.relative | contents.particles.source_end
    ):
        at += 1
    return at
