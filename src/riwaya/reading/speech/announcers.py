"""Who may stand before the colon of a headline though no list names him: offices, bodies, short names."""

from __future__ import annotations

from collections.abc import Sequence

from riwaya.lexicon.speech_words import speech_words
from riwaya.reading.draft import ActorMention, Findings
from riwaya.reading.speech.clause_words import NAME_WORDS
from riwaya.reading.speech.contents import Contents
from riwaya.reading.speech.persons import Persons
from riwaya.reading.speech.source_words import SourcePhrase
from riwaya.reading.speech.sources import SERVANT, Sources
from riwaya.text.sentences import Sentence
from riwaya.text.tokens import Token

#: Words that only a clause has (داعش هي نتيجة …: عندما …), or that call for a list (كل من:), folded.
_CLAUSE = frozenset(("هو", "هي", "هم", "ليس", "ليست", "كان", "كانت", "وقد", "قد", "التالي", "التاليه"))
#: A body or medium speaks when something says which; alone its word is a kicker.
_ALONE = 1
#: Words of a name that no list has, alone on the first line of a post, at most.
LONGEST_CALLED = 5
#: Tokens between a reporting verb and the name behind the office of who speaks, at most.
_OFFICE = 14
#: Those between it and a surname.
_RANK = 6
#: A word of at most this many letters is no surname.
_PARTICLE = 2
#: Tokens behind the colon among which a word of ours stands, and the letters of such a noun, at least.
_OURS = 3
_SHORTEST_OUR = 5
#: What a state answers, in a headline of its own (تصريحات الوزير باطلة), and any (أي هجوم سيقابل بالرد).
_ANSWERED, _ANY = speech_words("answered"), "اي"
#: Prepositions before where somebody is who speaks (منظمة في ليبيا), folded.
_PLACED = frozenset(("في", "من"))
#: Tokens between a reporting verb and the body of a country that speaks, at most.
_BEFORE = 3


def is_clause(first: int, end: int, contents: Contents) -> bool:
    """Whether the words before a colon are a clause or open a list rather than name somebody."""
    inside = (contents.tokens[i].folded in _CLAUSE for i in range(first, end - 1))
    return any(inside) or contents.tokens[end - 1].folded in _CLAUSE | {"من"}


def tells(token: Token, contents: Contents) -> bool:
    """Whether a word is a finite verb; one in ة only looks like a verb with its object (حركة)."""
    return not token.text.endswith("ة") and contents.is_finite(token.folded)


def told(first: int, end: int, contents: Contents) -> int:
    """The token at which whom he told begins behind a speaker (أمين المدينة لـ«الجريدة»); `end` for none."""
    tokens = contents.tokens
    for i in range(first + 1, end):
        quoted = tokens[i].folded == "ل" and tokens[i + 1].kind == "sign"
        if quoted or contents.told_to.get(i) == end:
            return i
    return end


def opens_deed(first: int, contents: Contents) -> bool:
    """Whether words before a colon begin with a deed or a preposition (وصول فلان: …, من بينها كذا: …)."""
    word, particles = contents.tokens[first].folded, contents.particles
    named = particles.body | particles.announcer | particles.medium | particles.honorific
    if word.startswith("ال") or word in named:
        return False
    deeds = (
        r.word.predicate for r in contents.predicates.look_up(word) if r.tense == "masdar" and not r.prefix
    )
    deed = any(d is not None and d.kind != "counted" for d in deeds) and not contents.is_finite(word)
    return deed or word in particles.content_noun or word == "من"


def says_below(
    named: ActorMention, colon: int, findings: Findings, contents: Contents, heard: Sequence[SourcePhrase]
) -> bool:
    """Whether a body of the country before a colon stands by a reporting verb in the text below.

    Or it is the first that is `heard` in the body, where the headline answers something.
    """
    end = len(contents.tokens)
    if heard and _answers(colon + 1, findings, contents) and _in_lead(heard[0].first, contents):
        first = next(iter(findings.actors_in(heard[0].first, heard[0].end)), None)
        placed = first is not None and contents.tokens[first.first - 1].folded in _PLACED
        if first is not None and not placed and _sides(first, contents) == _sides(named, contents):
            return True
    for mention in findings.actors_in(colon + 1, end):
        if _sides(mention, contents) != _sides(named, contents):
            continue
        near = (*range(mention.first - _BEFORE, mention.first), *range(mention.end, mention.end + 1))
        for i in near:
            if colon < i < end and _reports(i, contents):
                return True
    return False


def _answers(i: int, findings: Findings, contents: Contents) -> bool:
    """Whether the words from token `i` to the end of the headline hold something true or false.

    It is denied (محاولات يائسة لن تنجح), described (التدخلات الخارجية مرفوضة) or begins with what a state
    answers (تصريحات الوزير باطلة); who acts (داعش يدمر …) and new laws are news.
    """
    if next(iter(findings.actors_in(i, i + 1)), None) is not None:
        return False
    end = next((t.index for t in contents.tokens[i:] if t.kind == "newline"), len(contents.tokens))
    words = [t.folded for t in contents.tokens[i:end]]
    described = len(words) > 1 and all(w.startswith("ال") for w in words[:2])
    return (
        described
        or is_answered(i, findings, contents)
        or any(w in contents.particles.negation for w in words)
    )


def is_answered(i: int, findings: Findings, contents: Contents) -> bool:
    """Whether a headline begins at token `i` with whose words a state answers (تصريحات الوزير باطلة).

    News of what is said (ادعاءات بقصف مستشفى, تصريح لافت, تدخل تركي) is not answered.
    """
    word = contents.tokens[i].folded
    if word not in _ANSWERED:
        return word == _ANY
    definite = any(t.folded.startswith("ال") for t in contents.tokens[i + 1 : i + 2])
    return definite or bool(findings.actors_in(i + 1, i + 2))


def _in_lead(i: int, contents: Contents) -> bool:
    """Whether token `i` stands in the first sentence below the headline."""
    document = contents.document
    title = document.title
    if title is None:
        return False
    below = (x for x in document.sentences if document.tokens[x.start].start >= title.end)
    lead = next(below, None)
    return lead is not None and lead.start <= i < lead.end


def _sides(mention: ActorMention, contents: Contents) -> list[str]:
    """The parties of those who are mentioned: the army before the colon may be the state below."""
    return [contents.sides.get(actor, actor) for actor in mention.actors]


def _reports(i: int, contents: Contents) -> bool:
    """Whether a reporting verb that is no homograph stands at token `i`."""
    return any(not h.cue.homograph for h in contents.cues.verb(contents.tokens[i].folded))


def announces(first: int, end: int, sources: Sources, contents: Contents) -> bool:
    """Whether tokens `first`..`end` before the colon of a headline name a speaker by what he is."""
    tokens, particles = contents.tokens, contents.particles
    word = tokens[first].folded
    quote = contents.quote_opening.get(first - 1) if first else None
    if quote is not None and quote.balanced and quote.close == end:  # "«نزاهة»: السجن لمقيمين"
        return end - first < NAME_WORDS and word not in particles.kicker
    if any(tells(tokens[i], contents) and i not in sources.actor_at for i in range(first + 1, end)):
        return False
    if word in particles.announcer or _is_person(first, end, contents):
        return True
    office = sources.office_end(first)
    if office > first and (end > office or word.endswith(("ون", "ين"))):
        return True
    known = word in particles.body or word in particles.medium  # "الرابطة الأولى: …" is a league
    following = tokens[first + 1]
    # "رابطة الأبطال: …" is a competition
    return (
        known
        and end - first > _ALONE
        and following.kind == "word"
        and following.folded not in particles.kicker
    )


def is_called(first: int, end: int, sources: Sources, contents: Contents) -> bool:
    """Whether the words alone on a line up to its colon can be a name, if not one that is listed.

    A single word is one where it is known as nothing else.
    """
    tokens, words = contents.tokens[first:end], [t.folded for t in contents.tokens[first:end]]
    if not 0 < len(words) <= LONGEST_CALLED or any(t.kind != "word" and t.text != "." for t in tokens):
        return False
    timed = any(i in sources.time_at for i in range(first, end))
    if timed or first in sources.place_at or sources.ends_phrase(first, first):
        return False
    particles = contents.particles
    things = particles.kicker | particles.content_noun | particles.untold | particles.link
    if words[0] in things | particles.preposition | particles.conjunction:
        return False
    if len(words) == 1:
        known = words[0] in particles.document or contents.predicates.look_up(words[0])
        return not (known or words[0].startswith("ال"))
    return not (opens_deed(first, contents) or any(tells(t, contents) for t in tokens))


def _is_person(first: int, end: int, contents: Contents) -> bool:
    """Whether the words are a person's name behind a title or with a given name (الشيخ سالم الورد: …)."""
    words, particles = [t.folded for t in contents.tokens[first:end] if t.text != "."], contents.particles
    titled = words[0] in particles.honorific
    given = titled or (words[0] in contents.given and _told_below(words[-1], end, contents))
    plain = all(t.kind == "word" or t.index == first + 1 for t in contents.tokens[first:end])
    return plain and given and len(words) in range(2, NAME_WORDS + 1) and not _writes(words, end, contents)


def told_in_lead(first: int, end: int, contents: Contents) -> bool:
    """Whether a surname before the colon is that of somebody whom the lead names in full with his office."""
    document, tokens = contents.document, contents.tokens
    if end - first != 1 or document.title is None or len(tokens[first].folded) <= _PARTICLE:
        return False
    bare = _bare(tokens[first].folded)
    body = [x for x in document.sentences if tokens[x.start].start >= document.title.end][:1]
    for i in (i for x in body for i in range(x.start + 2, x.end)):
        before = tokens[i - 1].folded
        named = before in contents.given or before.startswith(SERVANT)
        if _bare(tokens[i].folded) == bare and named and _is_titled(i, body[0].start, contents):
            return True
    return False


def _is_titled(i: int, start: int, contents: Contents) -> bool:
    """Whether a title stands within a full name before token `i` (الدكتور سالم بن علي الورد)."""
    near = contents.tokens[max(start, i - LONGEST_CALLED) : i]
    return any(t.folded in contents.particles.honorific for t in near)


def _told_below(surname: str, end: int, contents: Contents) -> bool:
    """Whether somebody of the surname is told of below the headline, which begins no column of his then."""
    line = next((t.index for t in contents.tokens[end:] if t.kind == "newline"), len(contents.tokens))
    return any(_bare(t.folded) == _bare(surname) for t in contents.tokens[line:])


def _writes(words: list[str], end: int, contents: Contents) -> bool:
    """Whether the name stands again below the headline, as that of who wrote the text."""
    line = next((t.index for t in contents.tokens[end:] if t.kind == "newline"), end)
    below = [t.folded for t in contents.tokens[line + 1 : line + 1 + len(words)]]
    return below == words


def speaks_below(
    speaker: tuple[int, int],
    heard: Sequence[SourcePhrase],
    sentence: Sentence,
    sources: Sources,
    contents: Contents,
    *,
    placed: bool,
) -> bool:
    """Whether a name before the colon is that of somebody who is `heard` in the body, surname or all.

    `speaker` are the first token and that behind the last, `sentence` is the headline. Where a place is
    part of the words (`placed`), only all of them together tell who speaks.
    """
    tokens, (first, end) = contents.tokens, speaker
    words = [t.folded for t in tokens[first:end] if t.kind == "word"]
    names = {_bare(w) for w in words if len(w) > _PARTICLE}
    plain = first not in sources.time_at and not any(
        sources.ends_phrase(i, first) or tokens[i].folded == "من" for i in range(first, end)
    )
    persons = Persons(sources)
    for phrase in heard:
        name = None if placed else persons.tokens_of_name(phrase)
        alone = [t.folded for t in tokens[phrase.first : phrase.end]] == words
        if alone or (name is not None and _bare(tokens[name.end - 1].folded) in names):
            return True
        if plain and not placed and len(words) == 1 and _stands_for(words[0], phrase, sources, contents):
            return True
    for token in tokens[sentence.end :]:
        if _bare(token.folded) not in names:
            continue
        i = token.index
        whole = plain and len(words) > 1 and [t.folded for t in tokens[i : i + len(words)]] == words
        if whole or not placed:
            start = max(sentence.end, i - (_OFFICE if whole else _RANK))
            near = (
                *range(_behind_that(start, i, sources, contents), i),
                *range(i, i + whole * len(words) + 2),
            )
            if any(_reports(j, contents) for j in near if j < len(tokens)):
                return True
    return False


def _stands_for(word: str, phrase: SourcePhrase, sources: Sources, contents: Contents) -> bool:
    """Whether one word before the colon is the surname or the office of a `phrase` that speaks in the body.

    "المفتي: …" over قال سماحة مفتي الديار; a topic that closes an office (خبير الإرهاب) names nobody.
    """
    bare = _bare(word)
    if len(word) <= _PARTICLE or contents.predicates.look_up(bare) or word in contents.particles.kicker:
        return False
    for i in range(phrase.first, phrase.end):
        if _bare(contents.tokens[i].folded) != bare:
            continue
        before = contents.tokens[i - 1].folded if i > phrase.first else ""
        surname = i == phrase.end - 1 and (before in contents.given or before.startswith(SERVANT))
        if surname or sources.office_end(i) > i:
            return True
    return False


def speaks_of_us(colon: int, sources: Sources, contents: Contents) -> bool:
    """Whether somebody speaks of us right behind the colon (الهيئة: نقف بحزم, الأمن: قواتنا مستعدة)."""
    near = contents.tokens[colon + 1 : colon + 1 + _OURS]
    denies = bool(near) and near[0].folded in contents.particles.negation
    return _we_do(near[denies : denies + 1], contents) or any(_is_ours(t, sources) for t in near)


def _we_do(tokens: Sequence[Token], contents: Contents) -> bool:
    """Whether the first of the tokens is a verb of ours (نؤكد, نقف; not نصف)."""
    word = tokens[0].folded if tokens else ""
    if not word.startswith("ن") or word in contents.particles.no_verb:
        return False
    verbs = contents.cues.verb(word)
    return contents.is_verb_only(word) or any(h.form.person == 1 and not h.cue.homograph for h in verbs)


def _is_ours(token: Token, sources: Sources) -> bool:
    """Whether a word is a verb in the past or a noun of ours (استجبنا, مواقفنا)."""
    if token.kind != "word" or token.index in sources.actor_at or token.index in sources.place_at:
        return False
    ours = token.folded.endswith("نا") and len(token.folded) >= _SHORTEST_OUR
    return ours and "\u064b" not in token.text


def _bare(word: str) -> str:
    return word.removeprefix("ال")


def _behind_that(start: int, end: int, sources: Sources, contents: Contents) -> int:
    """The first token from `start` on behind which what is told does not begin before `end` (أعلن عن …)."""
    for j in range(end - 1, start, -1):
        office = sources.office_end(j - 1) > j - 1 or _governs(j - 1, contents)
        if contents.is_complementiser(j) or (contents.tokens[j].folded == "عن" and not office):
            return j + 1
    return start


def _governs(i: int, contents: Contents) -> bool:
    """Whether عن behind token `i` belongs to it (المسؤول عن الحملة)."""
    return contents.particles.governs(contents.tokens[i].folded, contents.tokens[i - 1].folded, "عن")
