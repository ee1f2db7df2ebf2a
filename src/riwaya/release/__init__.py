"""What may leave: the one gate that every answer, export and page passes."""

from riwaya.release.gate import Gate
from riwaya.release.policy import DEFAULT, OPEN, Policy
from riwaya.release.private import private_names
from riwaya.release.told import Hop, Participant, Spot, Told

__all__ = ["DEFAULT", "OPEN", "Gate", "Hop", "Participant", "Policy", "Spot", "Told", "private_names"]
