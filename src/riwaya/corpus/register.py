"""Who belongs to whom: outlets by any of their names, the side of a party, and the camp it stands with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from riwaya.errors import PackError
from riwaya.exchange.labels import name_label
from riwaya.i18n import language
from riwaya.lexicon.countries import Country, load_countries
from riwaya.lexicon.tables import LEXICON
from riwaya.model import Name
from riwaya.packs.pack import Outlet, Pack, Party, load_pack
from riwaya.text.fold import fold

#: Loyalties of outlets that stand with the government of their country, and those with nobody.
_OFFICIAL = ("state", "pro-government")
_NOT_LETTERS = re.compile(r"[^a-z0-9]")
_ASIDE = re.compile(r"\([^)]*\)")
_ARABIC, _LATIN = re.compile(r"[\u0600-\u06ff]+"), re.compile(r"[A-Za-z0-9.-]+")


@dataclass(frozen=True, slots=True)
class Register:
    """What a pack says of outlets and parties; `names` leads from an outlet's names to its id."""

    parties: dict[str, Party]
    outlets: dict[str, Outlet]
    names: dict[str, str]
    governments: dict[str, str]
    members: dict[str, tuple[Party, ...]]

    def outlet(self, name: str) -> str:
        """The id of the outlet that is called so; the name itself where the pack knows none."""
        if name in self.outlets:
            return name
        bare = _ASIDE.sub(" ", name)
        # Some are called by two names at once, in two scripts.
        arabic, latin = " ".join(_ARABIC.findall(bare)), " ".join(_LATIN.findall(bare))
        for form in (fold(bare.strip()), fold(arabic), _plain(latin)):
            if form in self.names:
                return self.names[form]
        return name

    def side(self, id: str) -> str:
        """The party to whose side an actor belongs; itself where nothing is known."""
        party = self.parties.get(id)
        return party.party if party else id

    def camps(self, id: str, day: str | None = None) -> frozenset[str]:
        """The sides that an actor or outlet belongs to or stands with on a day, as the pack describes them.

        Whom allies are allied with is not followed any further.
        """
        outlet, side = self.outlets.get(id), self.side(id)
        found = {side}
        # With whom a side's forces fight, the side stands.
        for each in self.members.get(side, ()):
            if each.affiliation and (each.id in (id, side) or each.kind == "armed-forces"):
                found.add(each.affiliation)
        if outlet and outlet.loyalty in _OFFICIAL and outlet.country in self.governments:
            found.add(self.governments[outlet.country])
        return frozenset(camp for camp in found if self._exists(camp, day))

    def common_camp(self, first: Iterable[str], second: Iterable[str], day: str | None = None) -> str | None:
        """A side that actors of both groups belong to or stand with, the first by id; None without one."""
        ours = {camp for id in first for camp in self.camps(id, day)}
        theirs = {camp for id in second for camp in self.camps(id, day)}
        return min(ours & theirs, default=None)

    def _exists(self, camp: str, day: str | None) -> bool:
        party = self.parties.get(camp)
        if party is None or day is None:
            return True
        return (party.valid_from or "") <= day and (party.valid_to is None or day <= party.valid_to)

    def label(self, id: str) -> str:
        """The name of a party or outlet in the interface language; its id where it has none."""
        party = self.parties.get(id)
        if party:
            return name_label(Name(party.name_ar, party.name_en), language()) or id
        outlet = self.outlets.get(id)
        if outlet and language() == "ar" and outlet.names:
            return outlet.names[0]
        return id


def make_register(pack: Pack, countries: Iterable[Country]) -> Register:
    """The register of a pack; a name that two outlets share leads to neither."""
    names: dict[str, str] = {}
    shared: set[str] = set()
    for outlet in pack.outlets:
        hosts = (host.partition(".")[0] for host in outlet.domains)
        for name in {_plain(outlet.id), *map(fold, outlet.names), *map(_plain, hosts)}:
            if names.setdefault(name, outlet.id) != outlet.id:
                shared.add(name)
    members: dict[str, tuple[Party, ...]] = {}
    for party in pack.parties.values():
        members[party.party] = (*members.get(party.party, ()), party)
    governments = {country.iso2: country.government or country.id for country in countries}
    return Register(
        parties=pack.parties,
        outlets={outlet.id: outlet for outlet in pack.outlets},
        names={name: id for name, id in names.items() if name and name not in shared},
        governments={iso2: id for iso2, id in governments.items() if id in pack.parties},
        members=members,
    )


@lru_cache(maxsize=8)
def register_of(pack: Path | None) -> Register:
    """The register of the pack in a folder; an empty one for None, or where it can no longer be loaded."""
    try:
        found = load_pack(pack) if pack else None
    except PackError:
        found = None
    if found is None:
        return Register({}, {}, {}, {}, {})
    return make_register(found, load_countries(LEXICON / found.language))


def _plain(name: str) -> str:
    """An id, a host or a Latin name without what only separates: al-riyadh is alriyadh."""
    return _NOT_LETTERS.sub("", name.lower())
