"""Standing questions to an archive: each answer is rows, and every row leads to its evidence."""

from riwaya.questions.answer import Answer, Column, Evidence, Line
from riwaya.questions.desk import Desk
from riwaya.questions.filters import Filters

__all__ = ["Answer", "Column", "Desk", "Evidence", "Filters", "Line"]
