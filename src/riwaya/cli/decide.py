"""`riwaya decide`, `decisions` and `retract`: what people say of what was read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from riwaya.cli.archived import archive_option, open_archive
from riwaya.cli.ask import is_whole, release_options
from riwaya.cli.console import say, visible
from riwaya.cli.listing import examples
from riwaya.cli.options import lang_option
from riwaya.cli.output import write_out
from riwaya.errors import UsageError
from riwaya.i18n import gettext as _

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from riwaya.archive import Archive
    from riwaya.archive.deciding import Wish
    from riwaya.archive.decisions import Decision
    from riwaya.archive.wishing import Comparison

#: Options that say what another claim is to this one.
_OTHERS: Mapping[str, Comparison] = {
    "same_as": "same-as",
    "apart_from": "apart-from",
    "independent_of": "independent-of",
    "not_independent_of": "not-independent-of",
}

#: Levels of JSON, more than a claim or an attribution has.
_DEEPEST = 20


def person_options() -> list[click.Parameter]:
    """`--who` and `--why`: whose decision it is, for what reason."""
    return [
        click.Option(["--who"], required=True, metavar=_("NAME"), help=_("Whose decision it is; kept.")),
        click.Option(["--why"], required=True, metavar=_("TEXT"), help=_("The reason; kept.")),
    ]


def decide_commands() -> list[click.Command]:
    """`riwaya decide`, `decisions` and `retract`, described in the current interface language."""
    return [_decide(), _decisions(), _retract()]


def _decide() -> click.Command:
    other = _("CLAIM")
    options: list[click.Parameter] = [
        click.Argument(["reference"], metavar=_("REPORT[/ID]")),
        archive_option(),
        click.Option(["--accept"], is_flag=True, help=_("It is as it was read.")),
        click.Option(["--reject"], is_flag=True, help=_("It is not so; it counts no more.")),
        click.Option(["--correct"], metavar="JSON",
                     help=_("What is to be there instead: a part of the claim's or attribution's JSON.")),
        click.Option(["--add"], metavar="JSON", help=_("A claim or attribution that the reader missed.")),
        click.Option(["--same-as"], metavar=other, help=_("Both claims belong to one matter.")),
        click.Option(["--apart-from"], metavar=other, help=_("The claims do not belong to one matter.")),
        click.Option(["--independent-of"], metavar=other, help=_("The accounts are independent.")),
        click.Option(["--not-independent-of"], metavar=other, help=_("The accounts share an origin.")),
        *person_options(),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        "decide",
        params=options,
        callback=_run_decide,
        help=_("Accept, reject, correct or add to what was read; the reading itself stays as it is.")
        + "\n\n"
        + _("REPORT/c3 is a claim, REPORT/a1 an attribution; a matter stands for the claim it starts from."),
        epilog=examples(
            'riwaya decide r1a2b3c4d5e6f7a8b/c3 --reject --who Rana --why "a question"',
            """riwaya decide r1a2b3c4d5e6f7a8b/c3 --correct '{"event": {"type": "HARM"}}' \\""",
            '    --who Rana --why "nobody attacked"',
        ),
    )


def _decisions() -> click.Command:
    options: list[click.Parameter] = [
        click.Argument(["report"], required=False, metavar=_("REPORT")),
        archive_option(),
        click.Option(["--unfit"], is_flag=True,
                     help=_("Only those that fit no longer since a text was read again.")),
        click.Option(["--format", "form"], type=click.Choice(["text", "json"]), default="text",
                     show_default=True, help=_("What to write.")),
        *release_options(),
        lang_option(),
    ]  # fmt: skip
    return click.Command(
        "decisions", params=options, callback=_run_decisions, help=_("List what people decided.")
    )


def _retract() -> click.Command:
    return click.Command(
        "retract",
        params=[
            click.Argument(["decision"], metavar=_("ID")),
            archive_option(),
            *person_options(),
            lang_option(),
        ],
        callback=_run_retract,
        help=_("Take a decision back; that it was made stays on record."),
    )


def _run_decide(reference: str, archive: str | None, who: str, why: str, **asked: Any) -> int:
    from riwaya.archive.deciding import decide_all, name_of  # noqa: PLC0415 - it loads the database library

    given = [name for name, value in asked.items() if value]
    if len(given) != 1:
        names = ", ".join("--" + name.replace("_", "-") for name in asked)
        raise UsageError(_("give exactly one of {options}").format(options=names))
    with open_archive(archive) as opened:
        with opened.reading() as connection:
            wish = _wish(opened, connection, reference, given[0], asked, why)
        (made,) = decide_all(opened, [wish], who=who)
    write_out(f"{made.id} {name_of(made.target)} {made.action}\n".encode())
    return 0


def _wish(
    archive: Archive, connection: Connection, reference: str, what: str, asked: Mapping[str, Any], why: str
) -> Wish:
    from riwaya.archive import wishing  # noqa: PLC0415 - as above

    if what in ("accept", "reject"):
        verdict: wishing.Verdict = "accept" if what == "accept" else "reject"
        return wishing.judging(archive, connection, reference, verdict, why)
    if what == "correct":
        return wishing.correcting(archive, connection, reference, _json(asked["correct"]), why)
    if what == "add":
        return wishing.adding(archive, connection, reference, _json(asked["add"]), why)
    return wishing.comparing(archive, connection, reference, _OTHERS[what], str(asked[what]), why)


def _json(text: str) -> dict[str, Any]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise UsageError(_("not JSON: {why}").format(why=error)) from None
    except RecursionError:
        raise UsageError(_too_deep()) from None
    if not isinstance(value, dict):
        raise UsageError(_("not a JSON object: {text}").format(text=text))
    _require_sound(value)
    return value


def _require_sound(value: Any) -> None:
    """Raise UsageError where JSON is deeper than any record, or has strings that no archive can hold."""
    level = [value]
    for _depth in range(_DEEPEST):
        strings = [each for each in level if isinstance(each, str)]
        strings += [key for each in level if isinstance(each, dict) for key in each]
        for each in strings:
            if "\0" in each or any("\ud800" <= char <= "\udfff" for char in each):
                problem = _("the JSON holds half a character (a lone surrogate) or NUL: {text}")
                raise UsageError(problem.format(text=json.dumps(each)))
        level = [
            inner
            for each in level
            if isinstance(each, dict | list)
            for inner in (each.values() if isinstance(each, dict) else each)
        ]
    if level:
        raise UsageError(_too_deep())


def _too_deep() -> str:
    return _("the JSON is nested more than {levels} levels deep").format(levels=_DEEPEST)


def _run_decisions(report: str | None, archive: str | None, form: str, *, unfit: bool, **given: Any) -> int:
    from riwaya.archive.decided import unfit_decisions  # noqa: PLC0415 - as above
    from riwaya.archive.decisions import all_decisions, current  # noqa: PLC0415

    with open_archive(archive) as opened:
        keys = [str(opened.report(report).key)] if report else None
        whole = is_whole(opened, "decisions", {"report": report, **given})
        with opened.reading() as connection:
            every = all_decisions(connection, keys)
            reasons = {each.id: why for each, why in unfit_decisions(connection, keys)}
    standing = {each.id for each in current(every)}
    shown = [each for each in every if not unfit or each.id in reasons]
    for each in shown:
        write_out(_told(each, form, stands=each.id in standing, reason=reasons.get(each.id), whole=whole))
    if not shown:
        say(_("no such decisions"))
    return 0


def _told(decision: Decision, form: str, *, stands: bool, reason: str | None, whole: bool) -> bytes:
    from riwaya.archive.deciding import name_of  # noqa: PLC0415 - as above
    from riwaya.archive.dump import digest_of  # noqa: PLC0415

    if form == "json":
        record = {**asdict(decision), "stands": stands, "unfit": reason}
        if not whole:
            # What was there and what is to be there are words of the report.
            record |= {name: digest_of(record[name]) for name in ("before", "after")}
        return json.dumps(record, ensure_ascii=False).encode() + b"\n"
    if decision.retracts is not None:
        state = _("takes back {id}").format(id=decision.retracts)
    else:
        state = _("in force") if stands else _("taken back")
    if reason is not None:
        state = _("does not fit: {reason}").format(reason=reason)
    target = f"{decision.target.kind} {name_of(decision.target)}"
    parts = (decision.id, decision.when, decision.who, decision.action, target, state, decision.why)
    return (visible(" · ".join(parts)) + "\n").encode()


def _run_retract(decision: str, archive: str | None, who: str, why: str) -> int:
    from riwaya.archive.deciding import name_of, retract  # noqa: PLC0415 - as above

    with open_archive(archive) as opened:
        made = retract(opened, decision, who=who, why=why)
    write_out(f"{made.id} {name_of(made.target)} {made.retracts}\n".encode())
    return 0
