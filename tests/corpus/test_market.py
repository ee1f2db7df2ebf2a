"""The invented example: one shelling of a market, told by six outlets of two camps."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from riwaya.archive import Archive
from riwaya.questions import Desk
from riwaya.questions.filters import Filters
from riwaya.questions.matters import MatterView, matters, view
