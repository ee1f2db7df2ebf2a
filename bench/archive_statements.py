"""Draw statements on corroboration from a related archive, with what two readers need to judge them.

    python bench/archive_statements.py ARCHIVE --count 100 --seed 1 > statements.txt

A statement is one sentence that Riwaya would show: why two tellings are one origin, why nothing can be said
of one, or that no shared one was found. One is drawn for each matter that several outlets tell.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import select

from riwaya.archive import Archive, schema
from riwaya.archive.archive import texts_of
from riwaya.corpus.alike import claims_of_matter
from riwaya.corpus.origins import Corroboration, origins
from riwaya.corpus.states import STATES
from riwaya.corpus.tellings import Telling, speaker_label

#: Characters of a report that are shown before and behind a claim.
AROUND = 250


def main() -> None:
    """Print the statements that were drawn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    dice = random.Random(given.seed)  # noqa: S311 - a sample, no secret
    table = schema.matters
    with Archive(given.archive, create=False) as archive, archive.reading() as connection:
        rows = connection.execute(select(table.c.id, table.c.n).where(table.c.outlets > 1)).all()
        drawn = dice.sample(sorted((row.id, row.n) for row in rows), given.count)
        for number, (id, matter) in enumerate(drawn, start=1):
            sides = claims_of_matter(connection, matter)
            found = [each for side in sorted(sides) for each in statements(origins(connection, sides[side]))]
            # Of the states that occur each is as likely: the rare ones are those that matter.
            state = dice.choice(sorted({state for state, _sentence, _tellings in found}) or [""])
            if not state:
                continue
            sentence, tellings = dice.choice([each[1:] for each in found if each[0] == state])
            print(f"=== {number}. {id}\n[{state}] {sentence}")
            texts = texts_of(connection, sorted({each.report for each in tellings}))
            for telling in tellings:
                print(shown(telling, texts[telling.report]))


def statements(found: Corroboration) -> Iterator[tuple[str, str, list[Telling]]]:
    """Every sentence of a corroboration, what it says of the state, and the tellings that it is about."""
    for origin in found.origins:
        for join in origin.joins:
            yield STATES["shared"], join.reason, [join.first, join.second]
    for pair in found.between:
        tellings = [found.origins[pair.first].tellings[0], found.origins[pair.second].tellings[0]]
        yield STATES[pair.state], pair.reason, tellings
    if len(found.origins) == 1 and len(found.origins[0].tellings) == 1:
        yield STATES["single"], found.origins[0].reason, list(found.origins[0].tellings)
    for origin in found.origins:
        if origin.interest:
            said = [each for each in origin.tellings if each.claim == origin.interest.claim]
            yield origin.interest.leaning, origin.interest.reason, said


def shown(telling: Telling, text: str) -> str:
    """A telling with its words in their surroundings."""
    start, end = telling.row.start, telling.row.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    chain = " > ".join("+".join(speaker_label(s) for s in hop) for hop in telling.hops) or "-"
    words = " ".join(f"{before}⟦{text[start:end]}⟧{after}".split())
    about = f"{telling.row.type} {telling.row.factuality} {telling.row.agents} / {telling.row.patients}"
    return f"--- {telling.outlet} {telling.ref} {telling.day} [{about}] chain: {chain}\n{words}"


if __name__ == "__main__":
    main()
