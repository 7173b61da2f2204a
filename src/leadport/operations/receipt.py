"""The final account of an import, from its tally and its ledger."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from leadport.domain.receipt import ActionOutcome, Receipt
from leadport.domain.refusal import Refusal
from leadport.store.frozen import Target, thaw
from leadport.store.imports import ImportRow, JsonObject, find_import
from leadport.store.land_chunk import Counts
from leadport.store.ledger import landed_so_far


class ImportUnknown(Refusal):
    """The account has no import of this number."""

    code = "import_unknown"


def receipt(*, account_id: int, import_id: int) -> Receipt:
    """What became of every record, and what every action did; raises ImportUnknown.

    Before landing it says what is planned. While an import lands, and after it was cancelled, `created`, `updated` and
    the actions count what has landed so far; the verdicts always count all records.
    """
    row = find_import(account_id=account_id, import_id=import_id)
    if row is None:
        raise ImportUnknown(f"There is no import {import_id}. `leadport imports` lists them.")
    return receipt_of(row=row, counts=landed_so_far(account_id=account_id, import_id=import_id))


def receipt_of(*, row: ImportRow, counts: Counts) -> Receipt:
    """The receipt of an import whose chunks add up to `counts`."""
    tally = row.tally or {}
    blocked_new, blocked_existing = sum(counts.blocked_new.values()), sum(counts.blocked_existing.values())
    planned = Receipt(
        import_id=row.id,
        state=row.state.value,
        uploaded=_number(tally, "uploaded"),
        failed=_number(tally, "failed") + counts.gone,
        duplicated=_number(tally, "duplicated"),
        blocked=_number(tally, "blocked") + blocked_new + blocked_existing,
        existing=_number(tally, "existing") + counts.found - blocked_existing - counts.gone,
        new=_number(tally, "new") - counts.found - blocked_new,
        created=counts.created,
        updated=counts.updated,
        unchanged=counts.existing - counts.updated,
        suppressed=counts.suppressed,
        seconds=dict(row.seconds),
    )
    targets = thaw(row.targets).targets if row.targets else ()
    return replace(
        planned,
        reasons=_reasons(tally, counts),
        actions=tuple(_outcome(target, counts) for target in targets),
    )


def _reasons(tally: JsonObject, counts: Counts) -> dict[str, int]:
    """The tally's reasons, corrected by what turned out otherwise at landing."""
    planned = tally.get("reasons")
    reasons = Counter({str(code): int(number) for code, number in planned.items()} if isinstance(planned, dict) else {})
    reasons["already_in_account"] += counts.found - counts.gone - sum(counts.blocked_existing.values())
    reasons["removed_meanwhile"] += counts.gone
    for blocked in (counts.blocked_new, counts.blocked_existing):
        for kind, number in blocked.items():
            reasons[f"blocked_{kind}"] += number
    return {code: number for code, number in sorted(reasons.items()) if number}


def _outcome(target: Target, counts: Counts) -> ActionOutcome:
    added, meant = counts.links.get(target.key, (0, 0))
    return ActionOutcome(
        kind=target.kind,
        name=target.name,
        added=added,
        already=meant - added,
        target_created=target.made,
        skipped=counts.skipped.get(target.key, 0),
    )


def _number(tally: JsonObject, name: str) -> int:
    value = tally.get(name, 0)
    return value if isinstance(value, int) else 0
