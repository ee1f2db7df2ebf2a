"""Headlines and posts that name their speaker before a colon (الجيش: مقتل ثلاثة جنود)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from riwaya.lexicon.cues import Cue
from riwaya.lexicon.particles import Particles
from riwaya.lexicon.speech_words import speech_words
from riwaya.model import Span
from riwaya.reading.draft import ActorMention, Findings
from riwaya.reading.speech.announcers import (
    announces,
    is_answered,
    is_called,
    is_clause,
    opens_deed,
    says_below,
    speaks_below,
    speaks_of_us,
    tells,
    told,
    told_in_lead,
)
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.frame import Frame
from riwaya.reading.speech.leads import behind_lead, behind_lead_in
from riwaya.reading.speech.memory import OTHER
from riwaya.reading.speech.persons import Persons
from riwaya.reading.speech.phrase_openings import CITING
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.sources import Sources
from riwaya.text.document import Document
from riwaya.text.sentences import Sentence, abbreviates

#: Tokens that may stand before the colon: a name with its office, hardly more.
LONGEST_SPEAKER = 12
#: Tokens of a name before the comma of its office.
LONGEST_NAME = 4
#: Where the colon of a clock stands that a line opens with ([09:12] …), at most.
_CLOCK = 2
#: Tokens before the name of a body that a line of its own announces (🔴 الجيش الإيراني:).
MOST_BEFORE_NAME = 2
#: Lines at the head of a post among which its speaker may stand.
SPEAKER_LINES = 2
#: Tokens of a post that بيان and a name announce; a shorter one tells of the statement.
SHORTEST_POST = 30
#: Tokens of a post that is all headline, at most; a longer text without one is a report.
LONGEST_POST = 100
#: What a body issues or sends, as the head of a post, and how that is said, folded.
_MESSAGES = speech_words("message")
_ISSUED = speech_words("issued")
_FINITE = frozenset(("past", "present"))
#: Second words of countries' names, folded.
_COUNTRY_ENDS = speech_words("end of a country")
_DASHES = frozenset("-–—/")
#: Words of a person's name in a headline.
_PERSON = 2
#: Letters of the shortest word with ل that names who is spoken to.
_SHORTEST_ANSWERED = 4


#: Prepositions of what somebody speaks on, folded.
_ON = speech_words("about") | speech_words("commenting")
#: Prepositions of when, or in spite of what, somebody speaks, and of whence, folded.
_WHEN = frozenset(("خلال", "اثناء", "عقب", "بعد", "قبل", "رغم"))
_FROM = "من"
_ON_IT = "علي"
_SO_CALLED = "ما"
_ABOUT = "عن"
#: Media of which only the kind is told, folded.
_MEDIA = speech_words("media")


def headline_frames(
    document: Document,
    findings: Findings,
    particles: Particles,
    sources: Sources,
    contents: Contents,
    heard: Sequence[SourcePhrase] = (),
) -> Iterator[Frame]:
    """Frames with a colon as cue: in the headline, and where a line of the body begins with a speaker.

    `heard` are the speakers of the body.
    """
    found = list(_frames(document, findings, particles, sources, contents, heard))
    begun = [f.source.first for f in found if f.kind == "colon"]
    for frame in found:
        following = (first for first in begun if frame.content_first < first < frame.content_end)
        yield _up_to(min(following, default=frame.content_end), frame, document)


def _up_to(end: int, frame: Frame, document: Document) -> Frame:
    """`frame`, which goes on to the end of a post, before the line on which another is made to speak."""
    if frame.kind != "colon" or end == frame.content_end:
        return frame
    while end > frame.content_first + 1 and document.tokens[end - 1].kind in ("sign", "newline"):
        end -= 1
    return replace(frame, content_end=end, quote_end=end)


def _frames(
    document: Document,
    findings: Findings,
    particles: Particles,
    sources: Sources,
    contents: Contents,
    heard: Sequence[SourcePhrase],
) -> Iterator[Frame]:
    """The frames of each line, which may run on into the words of the next speaker."""
    line, worded, issued = -1, 0, False
    for sentence in document.sentences:
        first_of_line, line = sentence.line != line, sentence.line
        if not first_of_line:
            continue
        worded += any(t.kind == "word" for t in document.tokens[sentence.start : sentence.end])
        title = _headed(document, sentence, worded)
        issuing = _statement(document, sentence, findings, particles)
        heads = worded <= 1 + _below_signs(document)
        whole = _over_lines(document, sentence, sources, contents)
        announced = _announced(document, whole, findings, sources, contents, heads=heads)
        statement = announced if issuing is None else (issuing,)
        if (min(sentence.line, worded) <= SPEAKER_LINES or whole is not sentence) and statement:
            if not issued:
                yield from statement
            issued = True  # "الوزارة:" over "بيان الوزارة بشأن …" is one statement
            continue
        if behind_dateline(document, findings, sentence) is not sentence:
            continue
        led = behind_lead_in(document, sentence, findings, particles.kicker, longest=LONGEST_SPEAKER)
        if (colon := _colon(document, led, sources, contents)) is not None:
            spoken = _at_colon(colon, led, title, heard, findings, sources, contents)
            post = worded == 1 and _opens_post(document, sentence)
            post = post and all(h.first < sentence.end for h in heard)
            yield from (_to_end(f, document) if post else f for f in spoken)
        elif title and (frame := _addressed(document, sentence, findings)) is not None:
            yield frame


def _over_lines(document: Document, sentence: Sentence, sources: Sources, contents: Contents) -> Sentence:
    """`sentence` with the lines above it, where a post opens with a name parted over lines, and a colon.

    "محكمة⏎جنايات السهل:", "عضو المجلس الأعلى⏎سالم الورد:"; the name begins with an office or a body.
    """
    index = document.sentence_at(sentence.start)
    first = document.sentences[0]
    title = document.title
    headed = title is not None and document.tokens[first.start].start < title.end
    if not index or headed or document.tokens[sentence.end - 1].text != ":":
        return sentence
    name = [t for t in document.tokens[first.start : sentence.end - 1] if t.kind != "newline"]
    plain = all(t.kind == "word" and not contents.is_finite(t.folded) for t in name)
    held = sources.office_end(first.start) > first.start or name[0].folded in contents.particles.body
    if not plain or not held or len(name) > LONGEST_SPEAKER:
        return sentence
    return Sentence(first.start, sentence.end, sentence.line)


def _below_signs(document: Document) -> bool:
    """Whether a text opens with a line of signs (🔴, a flag), as the posts of channels do."""
    opening = document.sentences[0]
    return all(t.kind != "word" for t in document.tokens[opening.start : opening.end])


def _opens_post(document: Document, sentence: Sentence) -> bool:
    """Whether only lines of signs (🔴, a flag) stand before a line, as above the posts of channels."""
    before = document.tokens[: sentence.start]
    return any(t.kind == "newline" for t in before) and any(t.kind == "sign" for t in before)


def _to_end(frame: Frame, document: Document) -> Frame:
    """`frame` with every line of the post as its content."""
    end = document.sentences[-1].end
    while end > frame.content_end and document.tokens[end - 1].text in ".!":
        end -= 1
    return frame if end <= frame.content_end else replace(frame, content_end=end, quote_end=end)


def _at_colon(
    colon: int,
    sentence: Sentence,
    title: bool,
    heard: Sequence[SourcePhrase],
    findings: Findings,
    sources: Sources,
    contents: Contents,
) -> Iterator[Frame]:
    """The frames of who speaks before a colon, and of whom he cites there."""
    actors = {m.first: m for m in findings.actors if m.actors != OTHER}
    first, end = _speaker(contents.document, sentence.start, colon, contents.particles)
    inside = range(first + 1, end)
    cut = (i for i in inside if _acts(i, actors, contents) or (title and _while(i, end, contents)))
    end = next(cut, end)
    handed = _handed_on(first, end, sources)
    if handed is not None and contents.tokens[first].folded != CITING:
        yield from _both(handed, (first, end, colon), sentence, sources, contents)
        return
    end = next((i for i in range(first + 1, end) if _besides(i, (first, end), sources)), end)
    if first >= end or is_clause(first, end, contents) or contents.tokens[first].folded == CITING:
        return  # "نقلا عن الوزير: …" is a preposition's
    if _tells_deed(first, end, sources, contents):
        return  # "ونشرت القناة الأسماء:"
    named = next((actors[i] for i in range(first, end) if i in actors), None)
    placed = any(first <= p.first < end for p in findings.places)
    below = title and (
        announces(first, end, sources, contents)
        or speaks_below((first, end), heard, sentence, sources, contents, placed=placed)
        or speaks_of_us(colon, sources, contents)
        or told_in_lead(first, end, contents)
    )
    speaks = named is not None or below
    if speaks and not _names_nobody((first, end, colon), actors, named, heard, sources, findings, contents):
        yield _before_colon((first, end, colon), sentence, sources, contents, heard)


def _tells_deed(first: int, end: int, sources: Sources, contents: Contents) -> bool:
    """Whether the words before a colon begin with a verb and its subject (ونشرت القناة أسماء القتلى:)."""
    token = contents.tokens[first]
    named = first in sources.actor_at or sources.names_somebody(first) or token.text.endswith("ة")
    definite = first + 1 < end and contents.tokens[first + 1].folded.startswith("ال")
    past = contents.is_finite(token.folded, bare=False) and not token.folded.startswith("ال")
    known = token.folded in contents.particles.announcer | contents.particles.body
    return definite and past and not named and not known


def _handed_on(first: int, end: int, sources: Sources) -> int | None:
    """The عن behind which stands whom a medium cites before a colon (رويترز عن مصادر: …), if one does."""
    tokens = sources.tokens
    about = next((i for i in range(first + 1, end - 1) if tokens[i].folded == _ABOUT), None)
    if about is None:
        return None
    medium, cited = sources.actor_at.get(first), sources.actor_at.get(about + 1)
    published = tokens[first].folded in sources.particles.medium | _MEDIA
    published = published or (medium is not None and medium.kind == "media")
    telling = cited is not None and (cited.kind == "sources" or not cited.counts)
    telling = telling or sources.office_end(about + 1) > about + 1
    return about if tokens[about - 1].folded == CITING or (published and telling) else None


def _both(
    about: int, speaker: tuple[int, int, int], sentence: Sentence, sources: Sources, contents: Contents
) -> tuple[Frame, Frame]:
    """The frames of a medium and of whom it cites, before one colon."""
    first, end, colon = speaker
    cue = about - (contents.tokens[about - 1].folded == CITING)
    medium = _before_colon((first, max(cue, first + 1), colon), sentence, sources, contents)
    cited = replace(medium, cue_first=cue, cue_end=about + 1, source=SourcePhrase(about + 1, end))
    return replace(medium, relays=cue), replace(cited, kind="relay", form=_ABOUT, relays=None)


def _headed(document: Document, sentence: Sentence, worded: int) -> bool:
    """Whether a line is the headline, also that of a post without one or below a line of signs (🔴)."""
    title = document.title
    if title is None:
        return worded == 1 and len(document.tokens) <= LONGEST_POST
    head = [t for t in document.tokens[: sentence.end] if t.start < title.end]
    return document.tokens[sentence.start].start < title.end or (
        worded == 1 and all(t.kind != "word" for t in head)
    )


def _names_nobody(
    speaker: tuple[int, int, int],
    actors: dict[int, ActorMention],
    named: ActorMention | None,
    heard: Sequence[SourcePhrase],
    sources: Sources,
    findings: Findings,
    contents: Contents,
) -> bool:
    """Whether the words before a colon announce, tell a deed, or say where and when."""
    first, end, colon = speaker
    document, particles = contents.document, contents.particles
    opening = document.tokens[first]
    if first not in actors and opens_deed(first, contents):
        return True
    if opening.folded in particles.source_end and not opening.text.startswith("إ"):
        return True
    kicker = _kicker(first, end, document, particles)
    return kicker or _is_dateline(named, (first, colon), heard, sources, findings, contents)


def _before_colon(
    speaker: tuple[int, int, int],
    sentence: Sentence,
    sources: Sources,
    contents: Contents,
    heard: Sequence[SourcePhrase] = (),
) -> Frame:
    """The frame of a speaker: the first token, that behind the last, and the colon."""
    first, end, colon = speaker
    how = None if contents.cues.verb(contents.tokens[first].folded) else _participle(end - 1, contents)
    if how is not None and end - 1 > first:  # "رئيس البرلمان مهددا: …"
        frame = _frame(":", SourcePhrase(first, end - 1), end - 1, colon + 1, sentence, contents)
        return replace(frame, act=how.act)
    asked = min(told(first, end, contents), _answered(first, end, sources, contents, heard))
    to = contents.document.span(asked + 1, end - 1) if asked + 1 < end else None
    if asked < end and contents.tokens[asked].folded != "ل":
        to = Span(contents.tokens[asked].start + 1, contents.tokens[end - 1].end)  # "مسؤول لرويترز: …"
    # "أمين المدينة لـ«الجريدة»: …": that he told it somebody is as much a cue as the colon.
    cue = asked if asked < end else colon
    frame = _frame(":", SourcePhrase(first, asked, to), cue, colon + 1, sentence, contents)
    return replace(frame, cue_end=colon + 1)


def _participle(i: int, contents: Contents) -> Cue | None:
    """The verb whose participle at token `i` says how somebody speaks (مهددا, محذرة, قائلا)."""
    if not contents.tokens[i].text.endswith(("ا", "اً", "ة", "ةً", "ين")):
        return None
    readings = contents.cues.verb(contents.tokens[i].folded)
    said = (h.cue for h in readings if h.form.tense == "participle" and not h.prefix and not h.pronoun)
    return next((c for c in said if "that" in c.takes or "quote" in c.takes), None)


def _answered(
    first: int, end: int, sources: Sources, contents: Contents, heard: Sequence[SourcePhrase]
) -> int:
    """The token at which begins whom somebody speaks to (سالم الورد للوزير: …); `end` where nobody is."""
    named, tokens = sources.actor_at.get(first), contents.tokens
    spaced = next((i for i in range(first + 1, end - 1) if tokens[i].folded == "ل"), None)
    if spaced is not None and end - spaced <= _PERSON + 1:
        told_to = sources.actor_at.get(spaced + 1)
        if told_to is None or told_to.kind == "media":
            return spaced  # "الوزير لـ المدينة: …"
    last = tokens[end - 1].folded
    if end - 1 > first and tokens[first].folded in sources.particles.reporter and _is_told(last):
        return end - 1  # "مصدر محلي لنبأ: …"
    person = named is None or not named.counts
    at = named.end if named is not None else first + _PERSON
    if named is None and _called_below(first, heard, sources):
        at = first + 1  # "الورد لوفد زائر: …"
    elif named is None and tokens[first].folded not in contents.given:
        return end
    if (
        not first < at < end
        or not tokens[at].folded.startswith("ل")
        or len(tokens[at].folded) < _SHORTEST_ANSWERED
    ):
        return end
    whom = sources.actor_at.get(at)
    shed = whom is not None and whom.span.start > tokens[at].start
    return at if shed or person or tokens[at].folded.startswith("لل") else end


def _is_told(word: str) -> bool:
    """Whether ل is written onto a name without the article; words in ي are adjectives (لبناني)."""
    plain = not word.startswith("لل") and not word.endswith(("ي", "يه", "يون", "يين"))
    return word.startswith("ل") and plain and len(word) >= _SHORTEST_ANSWERED


def _called_below(first: int, heard: Sequence[SourcePhrase], sources: Sources) -> bool:
    """Whether the word at token `first` is the last of the name of somebody who speaks in the body."""
    tokens, persons = sources.tokens, Persons(sources)
    names = ((persons.tokens_of_name(h), h) for h in heard if h.end > h.first + 1)
    return any(tokens[(name or h).end - 1].folded == tokens[first].folded for name, h in names)


def behind_dateline(document: Document, findings: Findings, sentence: Sentence) -> Sentence:
    """The sentence without the dateline it may open with (سعود - سبق - الطائف: …)."""
    line = document.tokens[sentence.start - 1].kind == "newline" if sentence.start else True
    colon = next(
        (
            i
            for i in range(sentence.start, min(sentence.end - 1, sentence.start + LONGEST_SPEAKER))
            if document.tokens[i].text == ":"
        ),
        None,
    )
    if not line or colon is None:
        return sentence
    first = sentence.start
    dashed = any(document.tokens[i].text in _DASHES for i in range(first + 1, colon))
    media = any(m.kind == "media" for m in findings.actors_in(first, colon))
    placed = any(first <= m.first < colon for m in findings.places)
    if not dashed or not (media or placed):
        return sentence
    return Sentence(colon + 1, sentence.end, sentence.line)


def _speaker(document: Document, first: int, end: int, particles: Particles) -> tuple[int, int]:
    """The tokens before a colon without what announces them (عاجل |) and without quotation marks."""
    tokens = document.tokens
    if any(t.folded in particles.link for t in tokens[first:end]):
        return end, end  # "رابط الخبر: …"
    while first < end and (
        tokens[first].kind in ("sign", "number") or _kicker(first, end, document, particles)
    ):
        first += 1
    while end > first and tokens[end - 1].kind == "sign":
        end -= 1
    return first, end


def _acts(i: int, actors: dict[int, ActorMention], contents: Contents) -> bool:
    """Whether a verb in the present stands at token `i`, so that the speaker ends there (فلان يحتج: …)."""
    token = contents.tokens[i]
    called = contents.tokens[i - 1].folded == _SO_CALLED  # "ما يسمى مجلس الورد:"
    present = token.folded.startswith(("ي", "ت")) and i not in actors and not called
    return present and token.kind == "word" and contents.is_finite(token.folded)


def _while(i: int, end: int, contents: Contents) -> bool:
    """Whether what somebody does as he speaks begins at token `i` (الورد مبررا الهزيمة: …).

    The last word before the colon tells how he speaks (الورد مهددا: …).
    """
    token = contents.tokens[i]
    if i + 1 == end and _participle(i, contents) is not None:
        return False
    readings = (h for h in contents.cues.verb(token.folded) if not h.prefix)
    return token.folded.endswith("ا") and any(h.form.tense == "participle" for h in readings)


def _besides(i: int, speaker: tuple[int, int], sources: Sources) -> bool:
    """Whether where, when, or on what, somebody speaks begins at token `i` (الوزير في تغريدة: …)."""
    first, end = speaker
    word = sources.tokens[i].folded
    if word in _ON or (word in _WHEN and sources.tokens[i - 1].folded != "ما"):
        return True
    before, particles = sources.tokens[i - 1].folded, sources.particles
    if word == _ABOUT and before not in particles.issuing and not particles.governs(before, "", word):
        return True  # "الوزير عن الهجوم: …"
    if word == _FROM and i - first > 1:
        return i + 1 in sources.place_at  # "رئيس البرلمان من أربيل: …"
    following = sources.tokens[i + 1].folded if i + 1 < end else ""
    if word == _ON_IT and following in particles.in_what_way:
        return True  # "الوزير على هامش المؤتمر: …"
    return word == "في" and following in particles.venue


def _kicker(i: int, end: int, document: Document, particles: Particles) -> bool:
    """Whether token `i` before the colon announces rather than speaks (عاجل; not تقرير دولي)."""
    token = document.tokens[i]
    word = token.folded
    if word in particles.announcer and i + 1 < end and document.tokens[i + 1].kind == "word":
        return False
    return word in particles.kicker


def _is_dateline(
    named: ActorMention | None,
    speaker: tuple[int, int],
    heard: Sequence[SourcePhrase],
    sources: Sources,
    findings: Findings,
    contents: Contents,
) -> bool:
    """Whether a country before the colon says where (اليمن: مقتل …) rather than who."""
    first, colon = speaker
    if named is None or named.kind != "state" or not named.counts or colon - first > 2:
        return False
    if named.end - named.first > 1 and contents.tokens[named.end - 1].folded not in _COUNTRY_ENDS:
        return False  # "البيت الأبيض: وفاة الزعيم غامضة"
    if contents.tokens[named.first].folded in contents.particles.announcer:
        return False  # "الخارجية: استحصال موافقة"
    following = contents.tokens[colon + 1].folded
    masdar = any(r.tense == "masdar" and not r.prefix for r in contents.predicates.look_up(following))
    masdar = masdar and not following.startswith("ال")  # "الجزائر: القضاء على مسلحين"
    masdar = masdar or _acts_there(colon + 1, contents)
    told = following in contents.particles.content_noun
    if masdar or (told and not is_answered(colon + 1, findings, contents)):
        return True
    listed = colon + 1 in contents.quote_opening or following in contents.particles.negation
    if speaks_of_us(colon, sources, contents):
        return False  # "البحرين: نتعرض لهجوم"
    return not listed and not says_below(named, colon, findings, contents, heard)


def _acts_there(i: int, contents: Contents) -> bool:
    """Whether a body and its verb open what stands behind a country's name (فرنسا: الشرطة تحدد …)."""
    body = contents.tokens[i].folded
    told = body.startswith("ال") and body.removeprefix("ال") in contents.particles.body
    following = contents.tokens[i + 1] if i + 1 < len(contents.tokens) else None
    if not told or following is None or following.kind != "word":
        return False  # behind a definite noun a word in ي or ت without article is no adjective
    return following.folded.startswith(("ي", "ت")) and not following.text.endswith("ة")


def _colon(document: Document, sentence: Sentence, sources: Sources, contents: Contents) -> int | None:
    apposed = _apposed(document, sentence, sources)
    for i in range(sentence.start, min(sentence.end - 1, sentence.start + LONGEST_SPEAKER)):
        token = document.tokens[i]
        if token.text == ":" and i > sentence.start and contents.is_clock(i):
            if i - sentence.start > _CLOCK:
                return None
            continue  # "13:30 - الجيش الإسرائيلي: …"
        if token.text == ":":
            return i if i > sentence.start else None
        titled = i > sentence.start and abbreviates(document.tokens, i)  # "د. الورد: …"
        if (token.text in "،,.؟!" and i != apposed and not titled) or contents.is_complementiser(i):
            return None
        if any(not h.cue.homograph and h.form.tense in _FINITE for h in contents.cues.verb(token.folded)):
            return None
    return None


def _apposed(document: Document, sentence: Sentence, sources: Sources) -> int | None:
    """The comma between a name that opens the line and its office (العلي، عضو المجلس: …)."""
    near = range(sentence.start + 1, min(sentence.end - 1, sentence.start + LONGEST_NAME + 1))
    comma = next((i for i in near if document.tokens[i].text in "،,"), None)
    return comma if comma is not None and sources.office_end(comma + 1) > comma + 1 else None


def _announced(
    document: Document,
    sentence: Sentence,
    findings: Findings,
    sources: Sources,
    contents: Contents,
    *,
    heads: bool,
) -> tuple[Frame, ...]:
    """الحرس الثوري: alone on its line: what follows is that body's words to the end of the post.

    Where the line `heads` the post, so are those of whoever a name there means that no list has. A medium
    may hand on another's (رويترز عن مسؤول:).
    """
    colon = sentence.end - 1
    if document.tokens[colon].text != ":" or sentence.end >= document.sentences[-1].end:
        return ()
    first = behind_lead(document.tokens, sentence.start, colon)
    actors = {m.first: m for m in findings.actors_in(first, colon)}
    name = _speaker(document, first, colon, contents.particles)
    inside = range(name[0] + 1, colon)
    end = next((i for i in inside if _acts(i, actors, contents) or _besides(i, name, sources)), colon)
    verb = _said(name[0], contents) if heads and name[0] not in actors else None
    begins = first if verb is None else name[0] + 1
    speaks = any(i < end and i - begins <= MOST_BEFORE_NAME for i in actors)
    speaks = speaks or _holds_office(document, (begins, colon), sources, contents)
    called = heads and verb is None and _called_alone(name, end, sources, contents)
    if end - begins > LONGEST_SPEAKER or not (speaks or called):
        return ()
    following = next(s for s in document.sentences if s.start >= sentence.end)
    cue = colon if verb is None else name[0]
    frame = _whole(document, SourcePhrase(begins, end), cue, cue + 1, following.start)
    frame = replace(frame, act="report" if verb is None else verb.act)
    about = _handed_on(*name, sources)
    return (frame,) if about is None else _cited(about, frame, name)


def _called_alone(name: tuple[int, int], end: int, sources: Sources, contents: Contents) -> bool:
    """Whether the words up to token `end` can be a name that no list has (not نبذة عن الحرب:)."""
    first, behind = name[0], min(end, name[1])
    whole = behind == name[1] or (behind - first > 1 and _only_says(name, contents))
    return whole and is_called(first, behind, sources, contents)


def _said(i: int, contents: Contents) -> Cue | None:
    """The verb of saying in the past at token `i`, before its speaker and a colon (أعلن الجيش:)."""
    readings = contents.cues.verb(contents.tokens[i].folded)
    said = (h.cue for h in readings if h.form.tense == "past" and not h.prefix)
    return next((c for c in said if c.takes & {"clause", "that"} and not c.homograph), None)


def _cited(about: int, frame: Frame, name: tuple[int, int]) -> tuple[Frame, Frame]:
    """The frames of a medium and of whom it cites behind عن, whose words follow on the lines below."""
    medium = replace(frame, source=SourcePhrase(frame.source.first, about), relays=about)
    source = SourcePhrase(about + 1, name[1])
    return medium, replace(
        frame, cue_first=about, cue_end=about + 1, source=source, kind="relay", form=_ABOUT
    )


def _holds_office(document: Document, line: tuple[int, int], sources: Sources, contents: Contents) -> bool:
    """Whether a line up to its colon names somebody by office or kind, whoever he is (محافظ السهل:)."""
    first, colon = line
    while first < colon and document.tokens[first].kind != "word":
        first += 1
    word = document.tokens[first].folded
    named = sources.office_end(first) > first or word.removeprefix("ال") in contents.particles.body
    return named and _only_says((first, colon), contents)


def _only_says(line: tuple[int, int], contents: Contents) -> bool:
    """Whether any verb in a line up to its colon is one of saying (محافظ السهل يتحدث عن البئر:)."""
    inside = (t for t in contents.tokens[line[0] + 1 : line[1]] if not contents.cues.verb(t.folded))
    inside = (t for t in inside if contents.tokens[t.index - 1].folded != _SO_CALLED)
    return not any(tells(t, contents) for t in inside)


def _whole(document: Document, source: SourcePhrase, cue: int, cue_end: int, start: int) -> Frame:
    """A frame whose content is everything from token `start` to the end of the text."""
    last = document.sentences[-1].end
    while last > start + 1 and document.tokens[last - 1].text in ".!":
        last -= 1
    return Frame(
        kind="statement",
        cue_first=cue,
        cue_end=cue_end,
        source=source,
        content_first=start,
        content_end=last,
        how="clause",
        quote_end=last,
        act="announce",
        distance="neutral",
    )


def _statement(
    document: Document, sentence: Sentence, findings: Findings, particles: Particles
) -> Frame | None:
    """بيان صادر عن الجيش, بيان الجيش حول … as the first line: the whole post is that body's words."""
    tokens = document.tokens
    first = next((i for i in range(sentence.start, sentence.end) if tokens[i].kind == "word"), None)
    if first is None or tokens[first].folded not in _MESSAGES:
        return None
    following = [t.folded for t in tokens[first + 1 : first + 3]]
    issued = following[1:] == ["عن"] and following[0] in _ISSUED
    sent = following[:1] == ["من"] or _is_letter(first, sentence, document)
    if not (issued or sent) and tokens[first].folded != "بيان":
        return None
    start = first + 3 if issued else first + 1 + (following[:1] == ["من"])
    near = sentence.end if _is_letter(first, sentence, document) else start + 2
    if not issued and next(iter(findings.actors_in(start, near)), None) is None:
        return None
    end = next((i for i in range(start + 1, sentence.end) if _closes(i, document, particles)), sentence.end)
    if end < sentence.end - 1 and tokens[end].text == ":":
        body = end + 1
    else:
        body = next((s.start for s in document.sentences if s.start >= sentence.end), -1)
    last = document.sentences[-1].end
    if body < 0 or start >= end or (not issued and last - body < SHORTEST_POST):
        return None
    return _whole(document, SourcePhrase(start, end), first, start, body)


def _is_letter(first: int, sentence: Sentence, document: Document) -> bool:
    """Whether a line is the head of a letter: from whom, to whom, and a colon (رسالة X إلى Y:)."""
    line = document.tokens[first : sentence.end]
    addressed = any(t.folded == "الي" for t in line)
    return line[0].folded == "رساله" and line[-1].text == ":" and addressed


def _closes(i: int, document: Document, particles: Particles) -> bool:
    """Whether the name of who issued a statement ends before token `i`."""
    token = document.tokens[i]
    return token.text == ":" or (token.folded in particles.source_end and token.folded != "في")


def _addressed(document: Document, sentence: Sentence, findings: Findings) -> Frame | None:
    """مصادر لـ«الجريدة» …: the speaker, whom he told, and his words without a colon."""
    here = findings.actors_in(sentence.start, sentence.start + 1)
    named = next((m for m in here if m.kind == "sources"), None)
    if named is None or named.end >= sentence.end or document.tokens[named.end].folded != "ل":
        return None
    quote = next((q for q in document.quotes if q.open == named.end + 1), None)
    if quote is None or quote.close + 1 >= sentence.end:
        return None
    return Frame(
        kind="colon",
        cue_first=named.end,
        cue_end=named.end + 1,
        source=SourcePhrase(named.first, named.end, document.span(quote.open, quote.close)),
        content_first=quote.close + 1,
        content_end=sentence.end,
        how="colon",
        quote_end=None,
        act="report",
        distance="neutral",
    )


def _frame(
    form: str, source: SourcePhrase, cue: int, start: int, sentence: Sentence, contents: Contents
) -> Frame:
    quote = contents.quote_opening.get(start)
    same_line = (s.end for s in contents.document.sentences if s.line == sentence.line)
    end = max(same_line) if quote is None else sentence.end
    return Frame(
        kind="colon",
        cue_first=cue,
        cue_end=cue + 1,
        source=source,
        content_first=start,
        content_end=end,
        how="colon",
        quote_end=quote.close if quote is not None else None,
        act="report",
        distance="neutral",
        quoted=quote is not None,
        form=form,
    )
