"""Previews and receipts, for people and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from rich.console import Console

from leadport.cli.account_of import Account, Sums, print_account
from leadport.cli.text import count, duration, number
from leadport.domain.actions import Actions, ExistingStart
from leadport.domain.receipt import ActionOutcome, Receipt
from leadport.domain.results import Cause, LikelyTypo
from leadport.domain.status import ImportState
from leadport.domain.verdicts import ExistingPolicy, Tally, Verdict
from leadport.operations.import_request import ImportRequest

if TYPE_CHECKING:
    from leadport.domain.results import Preview

_KINDS = {"list": "List", "tag": "Tag", "sequence": "Sequence"}
_MOST_NAMES = 6
_EXISTING = {
    ExistingPolicy.KEEP: "their fields stay as they are",
    ExistingPolicy.FILL: "only empty fields are filled",
    ExistingPolicy.OVERWRITE: "their fields are overwritten",
}


def preview_as_json(preview: Preview) -> dict[str, object]:
    """The receipt's keys, with nothing created yet."""
    tally = preview.tally
    return {
        "import_id": preview.import_id,
        **_verdicts(tally),
        "created": 0,
        "updated": 0,
        "reasons": tally.reasons,
        "actions": [],
        "seconds": preview.seconds,
        "dry_run": True,
        "repairs": tally.repairs,
        "warnings": tally.warnings,
        "suggestions": tally.suggestions,
    }


def receipt_as_json(receipt: Receipt) -> dict[str, object]:
    """The receipt as it is, with an exact key for each number."""
    return asdict(receipt)


def _verdicts(sums: Tally | Receipt) -> dict[str, int]:
    return {
        "uploaded": sums.uploaded,
        "failed": sums.failed,
        "duplicated": sums.duplicated,
        "blocked": sums.blocked,
        "existing": sums.existing,
        "new": sums.new,
    }


def print_preview(preview: Preview, request: ImportRequest, *, console: Console) -> None:
    """What would happen."""
    beside = {Verdict.EXISTING: _EXISTING[request.options.existing]} if preview.tally.existing else {}
    account = Account(
        heading=f"{preview.name}: {count(preview.tally.new, 'new person', 'new people')}",
        subheading=_matched(preview),
        sums=_sums(preview.tally, beside),
        causes=_worth_telling(preview.causes),
        typos=preview.typos,
        actions=_planned(request.actions),
    )
    print_account(account, console=console)


def print_receipt(
    receipt: Receipt,
    causes: Sequence[Cause],
    *,
    name: str,
    console: Console,
    typos: Sequence[LikelyTypo] = (),
) -> None:
    """What has happened, and what can be done next."""
    account = Account(
        heading=_heading(receipt),
        subheading=f"{name}, in {duration(receipt.seconds.get('total', sum(receipt.seconds.values())))}",
        sums=_sums(receipt, _beside(receipt)),
        causes=_worth_telling(causes),
        typos=typos,
        actions=[_done(outcome) for outcome in receipt.actions],
        hints=_hints(receipt),
    )
    print_account(account, console=console)


def _worth_telling(causes: Sequence[Cause]) -> list[Cause]:
    """That people are there already is said beside the sum."""
    return [cause for cause in causes if cause.verdict is not Verdict.EXISTING]


def _sums(sums: Tally | Receipt, beside: dict[Verdict, str]) -> Sums:
    counts = {verdict: _verdicts(sums)[verdict.value] for verdict in Verdict}
    return Sums(uploaded=sums.uploaded, counts=counts, beside=beside)


def _heading(receipt: Receipt) -> str:
    if receipt.state != ImportState.LANDED.value:
        return f"Import {receipt.import_id} is {receipt.state}"
    return f"Import {receipt.import_id} is done: {count(receipt.created, 'new person', 'new people')}"


def _beside(receipt: Receipt) -> dict[Verdict, str]:
    words = {}
    if receipt.existing:
        words[Verdict.EXISTING] = f"{number(receipt.updated)} updated, {number(receipt.unchanged)} left as they were"
    if receipt.suppressed:
        words[Verdict.BLOCKED] = f"{number(receipt.suppressed)} put on the blocklist"
    return words


def _matched(preview: Preview) -> str:
    fields = [column for column in preview.match.columns if column.field]
    origin = f"{preview.export}; " if preview.export else ""
    left_out = [
        column.column or f"#{column.index}" for column in preview.match.columns if not column.field and column.fill
    ]
    words = f"{origin}{number(len(fields))} of {count(len(preview.match.columns), 'column', 'columns')} imported"
    if not left_out:
        return words
    more = " ..." if len(left_out) > _MOST_NAMES else ""
    return f"{words}, not {', '.join(left_out[:_MOST_NAMES])}{more}"


def _planned(actions: Actions) -> list[tuple[str, str, str]]:
    rows = [("List", each.name, "") for each in actions.lists]
    rows += [("Tag", f"{each.category}/{each.name}" if each.category else each.name, "") for each in actions.tags]
    for each in actions.sequences:
        start = "step 1" if each.existing_start is ExistingStart.FIRST else f"step {each.step}"
        rows.append(("Sequence", each.name, f"new people at step {each.step}, existing ones at {start}"))
    return rows


def _done(outcome: ActionOutcome) -> tuple[str, str, str]:
    words = f"{number(outcome.added)} added"
    if outcome.already:
        words += f", {number(outcome.already)} there already"
    if outcome.skipped:
        words += f", {number(outcome.skipped)} skipped"
    if outcome.target_created:
        words += f" (the {outcome.kind} is new)"
    return _KINDS.get(outcome.kind, outcome.kind), outcome.name, words


def _hints(receipt: Receipt) -> list[tuple[str, str]]:
    if receipt.state != ImportState.LANDED.value:
        return []
    hints = []
    if receipt.failed:
        hints.append(("Rows to fix", f"leadport rows {receipt.import_id} --verdict failed --out to-fix.csv"))
    hints.append(("The new people", f"leadport leads --import {receipt.import_id}"))
    hints.append(("Take it back", f"leadport undo {receipt.import_id}"))
    return hints
