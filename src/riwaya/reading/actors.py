"""The actors that a report mentions: names, bodies with a nationality, unnamed sources, people, generics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from riwaya.lexicon.phrases import PhraseMatch
from riwaya.model import Span
from riwaya.packs.pack import Alias
from riwaya.reading.actor_index import ActorIndex
from riwaya.reading.antecedents import Antecedents
from riwaya.reading.compositions import complement_end, find_owner, is_definite, name_end
from riwaya.reading.draft import ActorMention, AttributionDraft
from riwaya.text.document import Document
from riwaya.text.tokens import Split


def find_actors(
    document: Document, index: ActorIndex, *, published: str | None, outlet: str | None
) -> tuple[ActorMention, ...]:
    """Every mention of an actor in `document`, in the order of the text.

    Those that count do not overlap; those that do not (persons) may hold others. `published` is an
    ISO day: it settles which party a name meant then.
    """
    finder = _Finder(document, index, published, outlet)
    return finder.find()


def resolve_labels(
    document: Document,
    mentions: tuple[ActorMention, ...],
    attributions: Sequence[AttributionDraft],
    index: ActorIndex,
    *,
    outlet: str | None,
) -> tuple[ActorMention, ...]:
    """The mentions with every label that depends on its speaker meaning what it does in that mouth."""
    tokens = document.tokens
    resolved: list[ActorMention] = []
    for mention in mentions:
        speakers = [a.actors for a in attributions if a.content_first <= mention.first < a.content_end]
        actors = next((a for a in speakers[::-1] if a), ())
        found = None
        for match in index.aliases.match(tokens, mention.first) if mention.counts and actors else ():
            if match.end == mention.end:
                found = next((a for a in match.values if a.use == "label" and a.speaker in actors), None)
                break
        resolved.append(mention if found is None else replace(mention, actors=(found.id,)))
    return tuple(resolved)


class _Finder:
    """One pass over one document; what was found before decides what generics mean."""

    def __init__(self, document: Document, index: ActorIndex, day: str | None, outlet: str | None) -> None:
        self.document, self.index, self.day = document, index, day
        self.tokens = document.tokens
        self.before = Antecedents(document, index, day, outlet)
        self.found: list[ActorMention] = []

    def find(self) -> tuple[ActorMention, ...]:
        """All mentions, sorted by position, the wider first."""
        for sentence in self.document.sentences:
            i = sentence.start
            self.before.new_sentence()
            while i < sentence.end:
                i = self._at(i, sentence.start, sentence.end) if self.tokens[i].kind == "word" else i + 1
        return tuple(sorted(self.found, key=lambda m: (m.span.start, -m.span.end)))

    def _at(self, i: int, begin: int, limit: int) -> int:
        """Look for a mention at token `i`; the token to go on from."""
        word = self.tokens[i].folded
        if not self.index.may_start(word):
            return i + 1
        candidates = [
            c
            for c in (
                self._alias(i, begin, limit),
                self._body(i, limit),
                self._sources(i, limit),
                self._generic(i, limit),
                self._people(i, limit),
            )
            if c is not None
        ]
        if candidates:
            mention = max(candidates, key=lambda m: m.end)
            title = None if mention.counts else self._title(i, limit)
            self._keep(title or mention)
            return mention.end
        title = self._title(i, limit)
        if title is not None:
            self._keep(title)
        return i + 1

    def _keep(self, mention: ActorMention) -> None:
        self.found.append(mention)
        self.before.remember(mention)

    def _mention(
        self, i: int, end: int, split: Split, actors: tuple[str, ...], *, counts: bool = True
    ) -> ActorMention:
        span = Span(self.tokens[i].start_of(split), self.tokens[end - 1].end)
        return ActorMention(i, end, span, actors, self.index.kind(actors[0]), counts)

    def _alias(self, i: int, begin: int, limit: int) -> ActorMention | None:
        for match in self.index.aliases.match(self.tokens, i):
            alias = self.index.choose(match.values, self.day) or self.before.label(match.values)
            if alias is None or match.end > limit or not self._may_mean(match, alias, begin, limit):
                continue
            mention = self._mention(i, match.end, match.split, (alias.id,), counts=alias.use != "person")
            return replace(mention, span=Span(match.start, match.stop))
        return None

    def _may_mean(self, match: PhraseMatch[Alias], alias: Alias, begin: int, limit: int) -> bool:
        previous = self.tokens[match.first - 1] if match.first > begin else None
        after = self.tokens[match.end] if match.end < limit else None
        if alias.use == "metonym":
            return self._acts(match, begin, limit)
        if len(match.split.rest) <= 3 and match.end == match.first + 1 and match.split.prefix not in ("", "و"):
            return len(match.split.rest) == 3 and alias.id in self.index.countries
        adjective = alias.id in self.index.countries and match.split.rest in self.index.nationalities
        if adjective and previous is not None and not match.split.prefix:
            return not previous.folded.startswith(("ال", "لل", "وال", "بال")) or self.index.is_verb(previous.folded)
        return after is not None or previous is not None or True

    def _acts(self, match: PhraseMatch[Alias], begin: int, limit: int) -> bool:
        """Whether a capital or a common word stands where somebody who acts or speaks would."""
        if match.split.prefix not in ("", "و", "ف"):
            return False
        before = self.tokens[match.first - 1].folded if match.first > begin else ""
        after = self.tokens[match.end].folded if match.end < limit else ""
        return (
            self.index.is_verb(after)
            or self.index.is_verb(before)
            or before in self.index.lexicon.stances
            or after in (":",)
        )

    def _body(self, i: int, limit: int) -> ActorMention | None:
        for match in self.index.lexicon.institutions.match(self.tokens, i):
            body = match.values[0]
            definite = is_definite(match, self.tokens)
            owned = find_owner(self.tokens, match.end, limit, self.index, definite=definite)
            if owned is not None:
                actor = self.index.institution_of(owned.owner, body.branch, self.day)
                return self._mention(i, owned.end, match.split, (actor,)) if actor else None
            if body.alone == "complement" and not definite:
                end = complement_end(self.tokens, match.end, limit, self.index)
                actor = self.before.home_actor(body.branch) if end > match.end else None
                return self._mention(i, end, match.split, (actor,)) if actor else None
        return None

    def _title(self, i: int, limit: int) -> ActorMention | None:
        for match in self.index.lexicon.titles.match(self.tokens, i):
            definite = is_definite(match, self.tokens)
            owned = find_owner(self.tokens, match.end, limit, self.index, definite=definite)
            if owned is None:
                continue
            actor = self.index.institution_of(owned.owner, "state", self.day)
            if actor is None:
                return None
            end = name_end(self.tokens, owned.end, limit, self.index)
            return self._mention(i, end, match.split, (actor,), counts=False)
        return None

    def _sources(self, i: int, limit: int) -> ActorMention | None:
        split = next((s for s in self.tokens[i].splits if s.rest in self.index.lexicon.source_nouns), None)
        if split is None:
            return None
        definite = split.rest.startswith("ال")
        group, end = None, i + 1
        while end < min(limit, i + 4) and self.tokens[end].kind == "word":
            word = self.tokens[end].folded
            bare = word[1:] if word.startswith("و") else word
            found = self.index.lexicon.groups.get(bare)
            if found is None and word not in self.index.nationalities:
                break
            group = group or found
            end += 1
        if definite and group is None:
            last = self.before.last_source
            return self._mention(i, end, split, last) if last else None
        if not definite and end < limit and self.tokens[end].folded in ("في", "من", "داخل"):
            end = self._place_of_source(end, limit)
        return self._mention(i, end, split, (group or "unnamed-sources",))

    def _place_of_source(self, at: int, limit: int) -> int:
        """The token behind "in the province of X" or "of the council of X" behind an unnamed source."""
        end = at + 1
        while end < min(limit, at + 5) and self.tokens[end].kind == "word":
            word = self.tokens[end].folded
            if self.index.is_verb(word) or word in self.index.stop_words:
                break
            end += 1
        return end if end > at + 1 else at

    def _generic(self, i: int, limit: int) -> ActorMention | None:
        for match in self.index.lexicon.generics.match(self.tokens, i):
            if match.end <= limit:
                actors = self.before.resolve(match.values[0])
                if actors:
                    return self._mention(i, match.end, match.split, actors)
        return None

    def _people(self, i: int, limit: int) -> ActorMention | None:
        for match in self.index.lexicon.populations.match(self.tokens, i):
            if match.end <= limit:
                return self._mention(i, match.end, match.split, (match.values[0],))
        return None
