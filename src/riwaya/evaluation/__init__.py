"""How well the reader reads: its readings compared with annotated reports, one by one."""

from riwaya.evaluation.authored import authored_files, compile_file
from riwaya.evaluation.gold import Gold, gold_files, load_gold
from riwaya.evaluation.markdown import to_markdown
from riwaya.evaluation.printout import to_text
from riwaya.evaluation.record import to_record
from riwaya.evaluation.result import Result, result
from riwaya.evaluation.run import SCHEMA, Measured, Run, evaluated, load_run, measured, run_to_json
from riwaya.evaluation.sides import parties_for

__all__ = [
    "SCHEMA",
    "Gold",
    "Measured",
    "Result",
    "Run",
    "authored_files",
    "compile_file",
    "evaluated",
    "gold_files",
    "load_gold",
    "load_run",
    "measured",
    "parties_for",
    "result",
    "run_to_json",
    "to_markdown",
    "to_record",
    "to_text",
]
