"""The commands on claim pairs: train a model from one's own pairs, judge pairs, measure a judge."""

from __future__ import annotations

import os
from pathlib import Path

import click

from riwaya.cli.console import say
from riwaya.cli.listing import Listed, examples
from riwaya.cli.options import pack_option
from riwaya.cli.output import write_out, write_whole
from riwaya.errors import InputError, UsageError
from riwaya.i18n import gettext as _
from riwaya.i18n import ngettext
from riwaya.pairs import (
    Judge,
    LearnedJudge,
    Outliner,
    StructuralJudge,
    load_model,
    measure,
    read_pairs,
    train,
)
from riwaya.pairs.features import GROUPS, Group
from riwaya.pairs.judgement import RELATIONS
from riwaya.pairs.learned import save_model
from riwaya.pairs.measure import to_table
from riwaya.pairs.table import COLUMNS, Naming, to_csv

_BOM = b"\xef\xbb\xbf"


def pairs_commands() -> click.Group:
    """The group `riwaya pairs`, described in the current interface language."""
    return Listed(
        "pairs",
        [_train(), _judge(), _measure()],
        help=_("Judge whether two headlines or claims agree, contradict each other, or are unrelated."),
    )


def _table(help_: str) -> click.Argument:
    return click.Argument(["table"], type=click.Path(path_type=Path), metavar=help_)


def _columns() -> click.Option:
    return click.Option(
        ["--columns"], default=",".join(COLUMNS), show_default=True, metavar=_("NAMES"),
        help=_("Columns of the two texts and of their relation."),
    )  # fmt: skip


def _labels() -> click.Option:
    return click.Option(
        ["--labels"], default=",".join(RELATIONS), show_default=True, metavar=_("NAMES"),
        help=_("What the table calls the three relations, in this order."),
    )  # fmt: skip


def _model(help_: str, *, required: bool) -> click.Option:
    return click.Option(
        ["--model"], required=required, type=click.Path(path_type=Path), metavar=_("FILE"), help=help_
    )


def _train() -> click.Command:
    without = click.Option(
        ["--without"], multiple=True, type=click.Choice(GROUPS),
        help=_("Leave out a group of features; may be given several times."),
    )  # fmt: skip
    return click.Command(
        "train",
        params=[
            _table(_("CSV")),
            _model(_("Where to write the model."), required=True),
            without,
            _columns(),
            _labels(),
            pack_option(),
        ],
        callback=_run_train,
        help=_("Train a model from labelled pairs. Needs the packages of riwaya[pairs]."),
    )


def _run_train(
    table: Path, model: Path, without: tuple[Group, ...], columns: str, labels: str, pack: str
) -> None:
    if os.path.realpath(model) == os.path.realpath(table):
        problem = _("the output {path} would replace the input {name}; choose another name")
        raise UsageError(problem.format(path=model, name=table))
    pairs = read_pairs(table, _naming(columns, labels), labelled=True)
    trained = train(pairs, Outliner(pack), without=without)
    try:
        write_whole(model, save_model(trained))
    except OSError as error:
        problem = _("cannot write {path}: {why}").format(path=model, why=error.strerror)
        raise InputError(str(table), problem) from None
    count = ngettext("trained with {n} pair", "trained with {n} pairs", trained.pairs).format(n=trained.pairs)
    write_out(f"{model}: {count} ({', '.join(trained.groups)})\n".encode(errors="surrogateescape"))


def _judge() -> click.Command:
    return click.Command(
        "judge",
        params=[
            _table(_("CSV")),
            _model(_("Model to judge with; without one rules judge."), required=False),
            _columns(),
            pack_option(),
        ],
        callback=_run_judge,
        help=_("Judge pairs: a table with relation, scores and grounds."),
        epilog=examples(
            "riwaya pairs judge pairs.csv --columns headline1,headline2",
        ),
    )


def _run_judge(table: Path, model: Path | None, columns: str, pack: str) -> None:
    pairs = read_pairs(table, _naming(columns), labelled=False).pairs
    write_out(_BOM + to_csv(pairs, _judge_of(model, pack).judge(pairs)).encode("utf-8"))


def _measure() -> click.Command:
    return click.Command(
        "measure",
        params=[
            _table(_("CSV")),
            _model(_("Model to measure; without one the rules are measured."), required=False),
            _columns(),
            _labels(),
            pack_option(),
        ],
        callback=_run_measure,
        help=_("Measure on labelled pairs: precision, recall and F1 of each relation."),
    )


def _run_measure(table: Path, model: Path | None, columns: str, labels: str, pack: str) -> None:
    pairs = read_pairs(table, _naming(columns, labels), labelled=True).pairs
    write_out((to_table(measure(_judge_of(model, pack), pairs)) + "\n").encode("utf-8"))


def _judge_of(path: Path | None, pack: str) -> Judge:
    """The judge that a call asks for; a model made with other tables is named on standard error."""
    outliner = Outliner(pack)
    if path is None:
        return StructuralJudge(outliner)
    judge = LearnedJudge(load_model(path, outliner), outliner)
    strange = judge.strangeness()
    if strange is not None:
        say(_("warning: {text}").format(text=f"{path}: {strange}"))
    return judge


def _naming(columns: str, labels: str | None = None) -> Naming:
    names = tuple(name.strip() for name in columns.split(","))
    relations = tuple(name.strip() for name in labels.split(",")) if labels is not None else RELATIONS
    return Naming(names, relations)
