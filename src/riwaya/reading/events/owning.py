"""Pronouns on nouns that say whose the people or things are: طائراتها, مواقعهم, مقاتلونا."""

from __future__ import annotations

from collections.abc import Mapping

from riwaya.lexicon.hedges import TargetKind
from riwaya.lexicon.inflect import without_pronoun
from riwaya.text.tokens import splits

#: Kinds of nouns whose owner acts or suffers: طائرات ل…, عناصر من ….
OWNED = frozenset(("thing", "fighter", "soldier", "person", "body", "civil"))
_PRONOUNS = frozenset(("ه", "ها", "هم", "هما", "نا"))


def pronoun_on(targets: Mapping[str, TargetKind], folded: str) -> str:
    """The pronoun that ends a noun of somebody's; empty where the word is none or ends in none."""
    if folded in targets:
        return ""
    owning = (
        pronoun
        for split in splits(folded)
        for rest, pronoun in without_pronoun(split.rest)
        if pronoun in _PRONOUNS
        and len(rest) > 2
        and (targets.get(rest) in OWNED or (rest[-1:] in "وي" and targets.get(rest + "ن") in OWNED))
    )
    return next(owning, "")
