"""What may leave: the one gate that every answer, export and page passes."""

from riwaya.release.gate import Gate
from riwaya.release.guard import Armed, Guard, Veil
from riwaya.release.labels import MASKED
from riwaya.release.policy import DEFAULT, OPEN, Policy
from riwaya.release.private import private_names
from riwaya.release.told import Hop, Participant, Spot, Told
from riwaya.release.units import Units, load_units
from riwaya.release.watch import guard_of

__all__ = [
    "DEFAULT",
    "MASKED",
    "OPEN",
    "Armed",
    "Gate",
    "Guard",
    "Hop",
    "Participant",
    "Policy",
    "Spot",
    "Told",
    "Units",
    "Veil",
    "guard_of",
    "load_units",
    "private_names",
]
