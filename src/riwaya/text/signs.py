"""Signs that end a sentence, and signs that part it."""

from __future__ import annotations

#: Signs that end a sentence.
FINAL = frozenset(".!?؟…۔")
COMMAS = frozenset("،,")
#: Signs that end a clause: stronger than a comma.
STOPS = frozenset(".!?؟…:؛;")
