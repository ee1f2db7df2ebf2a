"""Private people in a report: where their names stand."""

from __future__ import annotations

from riwaya.model import Reading


def private_names(reading: Reading) -> list[tuple[int, int]]:
    """Spans (start, end) of the names of private people: speakers who speak for no listed party.

    Sorted, without overlaps.
    """
    found = set()
    for said in reading.attributions:
        if said.speaker and said.speaker.name and set(said.source_actors) <= {"other"}:
            found.add((said.speaker.name.start, said.speaker.name.end))
    return sorted(found)
