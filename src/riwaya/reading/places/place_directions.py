"""Places told by others: north of one, so far from it, between two, a border, a side of a country."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Protocol

from riwaya.lexicon.place_words import PlaceLexicon
from riwaya.model import Span
from riwaya.reading.places.listed_names import ListedNames
from riwaya.reading.places.naming import (
    Naming,
    Scope,
    directed_from,
    mean_bearing,
    with_base,
)
from riwaya.text import Split

_COMMAS = frozenset("،,(")
_DASHES = frozenset("-–—/")
#: Nothing on earth is farther; such numbers are something else.
_FARTHEST_KM = 20_000
_SEPARATOR = re.compile("[.,٫٬]")


class _Grammar(Protocol):
    """What reads the places that others are told by."""

    def phrase(self, scope: Scope, at: int, depth: int = 0) -> Naming | None: ...

    def at(self, scope: Scope, at: int) -> list[Naming]: ...

    def after_noun(self, scope: Scope, at: int, split: Split, depth: int = 0) -> list[Naming]: ...


class PlaceDirections:
    """Reads what is built on other places, which `grammar` reads."""

    def __init__(self, grammar: _Grammar, names: ListedNames) -> None:
        self._grammar = grammar
        self._names = names
        self.index = names.index
        self.lexicon: PlaceLexicon = names.lexicon

    def directed(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """A direction and what it is reckoned from (شمال شرقي حلب) or belongs to (الشمال السوري)."""
        direction = self.lexicon.directions[split.rest]
        bearing, after = self._bearing(scope, at, direction.bearing)
        start = scope.tokens[at].start_of(split)
        if direction.use == "construct":
            base = self._grammar.phrase(scope, after) or self._capital_at(scope, after)
            return [directed_from(base, at, start, bearing, None)] if base and base.relation is None else []
        demonym = self.lexicon.demonyms.get(scope.word(after))
        if demonym is not None and scope.word(after).startswith("ال"):
            span = Span(start, scope.tokens[after].end)
            part = Naming(
                at,
                after + 1,
                span,
                (),
                relation="part",
                bearing=bearing,
                countries=(demonym.country,),
                in_context=True,
            )
            return [part]
        if scope.word(after) not in self.lexicon.roles["from"]:
            return []
        base = self._grammar.phrase(scope, after + 1)
        return with_base(directed_from(base, at, start, bearing, None), base) if base else []

    def _capital_at(self, scope: Scope, at: int) -> Naming | None:
        """The capital without its name at token `at` (غرب العاصمة)."""
        if not self.lexicon.has(scope.word(at), "capital"):
            return None
        return next(iter(self._capital_alone(scope, at, scope.tokens[at].splits[0])), None)

    def _bearing(self, scope: Scope, at: int, first: float) -> tuple[float, int]:
        """The bearing of one direction word or two (شمال شرق، شمال - غرب), and where they end."""
        after = at + 1
        second_at = after + (scope.word(after) in _DASHES)
        second = self.lexicon.directions.get(scope.word(second_at))
        if second is None or second.use == "noun" or second.bearing == first:
            return first, after
        return mean_bearing([first, second.bearing]), second_at + 1

    def distance(self, scope: Scope, at: int) -> list[Naming]:
        """A distance from a place, with or without a direction (20 كم شمال حلب، 5 كيلومترات من تدمر)."""
        roles = self.lexicon.roles
        if scope.word(at + 1) not in roles["kilometre"]:
            return []
        after = at + 2 + (scope.word(at + 2) in roles["unit-rest"])
        after += scope.word(after) in roles["towards"]
        direction = self.lexicon.directions.get(scope.word(after))
        bearing = None
        if direction is not None:
            bearing, after = self._bearing(scope, after, direction.bearing)
        is_from = scope.word(after) in roles["from"]
        if direction is None and not is_from:
            return []
        base = self._grammar.phrase(scope, after + is_from)
        if base is None:
            return []
        first = at
        while scope.word(first - 1) in roles["away"] or scope.word(first - 1) in roles["about"]:
            first -= 1
        start, distance = scope.tokens[first].start, _number(scope.word(at))
        if distance > _FARTHEST_KM:
            return [base]
        return [directed_from(base, first, start, bearing, distance), replace(base, in_context=True)]

    def middle(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """The middle of a country (محافظة إب وسط اليمن); of a town it is the town."""
        base = (
            self._names.listed(scope, at + 1, scope.tokens[at + 1].splits[:1]) if at + 1 < scope.end else None
        )
        located = "ب" in split.prefix or self.lexicon.has(scope.word(at - 1), "preposition")
        if base is None or base.candidates[0].kind != "country" or (base.weak and not located):
            return []
        span = Span(scope.tokens[at].start_of(split), base.span.end)
        return [replace(base, first=at, span=span, relation="middle", in_context=True, told=True)]

    def between(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """Two places and what lies between them, behind a word for a way (الطريق بين حمص وتدمر)."""
        if not any(scope.word(k) in self.lexicon.roles["route"] for k in (at - 1, at - 2)):
            return []
        one = self._grammar.phrase(scope, at + 1)
        if one is None or not scope.word(one.end).startswith("و"):
            return []
        two = next(iter(self._grammar.at(scope, one.end)), None)
        if two is None or two.first != one.end or one.relation or two.relation:
            return []
        one, two = replace(one, in_context=True), replace(two, in_context=True, noun=two.noun or one.noun)
        span = Span(scope.tokens[at].start_of(split), two.span.end)
        area = replace(one, first=at, end=two.end, span=span, relation="between", other=two)
        return [area, one, two]

    def border(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """The border of two states (الحدود السورية - التركية، الحدود بين لبنان وسوريا)."""
        countries: list[str] = []
        after = at + 1
        between = scope.word(after) in self.lexicon.roles["between"]
        after += between
        while len(countries) < 2 and after < scope.end:
            country = self._state(scope, after, named=between)
            if country is None and (scope.word(after) not in _DASHES or not countries):
                break
            countries += [country[0]] if country is not None else []
            after = country[1] if country is not None else after + 1
        if len(countries) < 2 or countries[0] == countries[1]:
            return []
        span = Span(scope.tokens[at].start_of(split), scope.tokens[after - 1].end)
        return [Naming(at, after, span, (), relation="border", countries=tuple(countries), in_context=True)]

    def _state(self, scope: Scope, at: int, *, named: bool) -> tuple[str, int] | None:
        """The country at token `at`, by its name or the adjective of its nation, and the token behind."""
        if named:
            return self._names.country_at(scope, at)
        demonym = self.lexicon.demonyms.get(scope.word(at))
        return (demonym.country, at + 1) if demonym is not None else None

    def capital(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """A capital by its state (العاصمة الروسية), where its name does not follow."""
        named = self._grammar.after_noun(scope, at, split)
        demonym = self.lexicon.demonyms.get(scope.word(at + 1))
        after = at + 2 + (scope.word(at + 2) in _COMMAS)
        if not named and demonym is None:
            return self._capital_alone(scope, at, split)
        if named or demonym is None or self._grammar.phrase(scope, after):
            return named
        span = Span(scope.tokens[at].start_of(split), scope.tokens[at + 1].end)
        for form in demonym.capitals:
            places = tuple(
                p for p in self.index.lookup(form) if p.country == demonym.country and p.kind != "country"
            )
            if places:
                return [
                    Naming(
                        at,
                        at + 2,
                        span,
                        form,
                        places,
                        noun=self.lexicon.nouns.get(split.rest),
                        in_context=True,
                    )
                ]
        return []

    def _capital_alone(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """The capital of the country that the report is about (وسط العاصمة; not العاصمة الاقتصادية)."""
        if not self.lexicon.has(split.rest, "capital") or scope.word(at + 1).startswith("ال"):
            return []
        token = scope.tokens[at]
        span = Span(token.start_of(split), token.end)
        return [Naming(at, at + 1, span, (split.rest,), relation="capital", in_context=True)]

    def part(self, scope: Scope, at: int, split: Split) -> list[Naming]:
        """A part of the country that the report is about (المحافظات الجنوبية)."""
        bearing, after = self.adjectives(scope, at + 1)
        if bearing is None:
            return []
        countries: tuple[str, ...] = ()
        if scope.word(after) in self.lexicon.roles["from"] and after + 1 < scope.end:
            country = self._names.country_name(scope, after + 1)
            base = self._grammar.phrase(scope, after + 1)
            if country is not None:
                countries, after = (country.country,), after + 2
            elif base is not None and base.relation is None:
                start = scope.tokens[at].start_of(split)
                return with_base(directed_from(base, at, start, bearing, None), base)
        span = Span(scope.tokens[at].start_of(split), scope.tokens[after - 1].end)
        return [
            Naming(
                at, after, span, (), relation="part", bearing=bearing, countries=countries, in_context=True
            )
        ]

    def side(self, scope: Scope, at: int, split: Split) -> Naming | None:
        """The towns or provinces on one side of the report's country (محافظات الجنوب، محافظات جنوبية)."""
        word = scope.word(at + 1)
        direction = self.lexicon.directions.get(word) or self.lexicon.directions.get("ال" + word)
        adjective = direction is not None and direction.use == "adjective"
        if self.lexicon.nouns[split.rest].role == "area" and not word.startswith("ال"):
            return None  # parties in the west, said with the word for outskirts
        if direction is None or direction.use == "construct" or adjective == word.startswith("ال"):
            return None
        end = at + 2
        demonym = self.lexicon.demonyms.get(scope.word(end)) if word.startswith("ال") else None
        end += demonym is not None
        span = Span(scope.tokens[at].start_of(split), scope.tokens[end - 1].end)
        countries = (demonym.country,) if demonym else ()
        return Naming(
            at,
            end,
            span,
            (),
            relation="part",
            bearing=direction.bearing,
            countries=countries,
            in_context=True,
        )

    def adjectives(self, scope: Scope, at: int) -> tuple[float | None, int]:
        """The bearing that definite adjectives of direction from token `at` on give, and their end."""
        bearings: list[float] = []
        while len(bearings) < 2:
            direction = self.lexicon.directions.get(scope.word(at))
            if direction is None or direction.use != "adjective":
                break
            bearings.append(direction.bearing)
            at += 1
        return (mean_bearing(bearings), at) if bearings else (None, at)


def _number(text: str) -> float:
    """The value of a number token; three digits behind a sign are thousands, fewer or more a fraction."""
    whole, *groups = _SEPARATOR.split(text)
    if groups and len(groups[-1]) != 3:
        return float("".join((whole, *groups[:-1])) + "." + groups[-1])
    return float("".join((whole, *groups)))
