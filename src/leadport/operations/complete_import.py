"""From approved verdicts to a landed import: the plan that was approved is, byte for byte, what lands."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from leadport.domain.mapping import Mapping
from leadport.domain.permissions import Actor
from leadport.domain.receipt import Receipt
from leadport.domain.verdicts import Tally
from leadport.engine.artifacts import Records, Verdicts
from leadport.engine.plan import SUPPRESS, make_plan
from leadport.operations.claim_import import APPROVED, Claim
from leadport.operations.import_request import ImportRequest
from leadport.operations.kept import json_object, keep, kept
from leadport.operations.land import land
from leadport.operations.prepare_import import Prepared
from leadport.operations.progress import Progress, Step, of_step
from leadport.operations.receipt import receipt
from leadport.operations.remember import ensure_custom_fields, remember
from leadport.operations.workspace import Workspace
from leadport.store.imports import update_import


@dataclass(frozen=True, kw_only=True)
class Approved:
    """What was approved, complete enough to land it after a crash without asking or filtering again."""

    plan: Path
    records: Records
    verdicts: Verdicts
    mapping: Mapping
    tally: Tally
    seconds: dict[str, float] = field(default_factory=dict)


def kept_approval(*, workspace: Workspace) -> Approved | None:
    """What an earlier run approved, or None."""
    return kept(path=workspace.path / APPROVED, kind=Approved)


def approve(*, claim: Claim, prepared: Prepared, request: ImportRequest) -> Approved:
    """Make the plan and write everything about it into the import's row; landing begins with it."""
    began = time.monotonic()
    workspace, row = claim.workspace, claim.row
    plan = make_plan(
        values=prepared.values,
        verdicts=prepared.verdicts,
        target=workspace.path / "plan.parquet",
        spill=workspace.spill,
    )
    seconds = prepared.seconds | {"plan": round(time.monotonic() - began, 3)}
    approved = Approved(
        plan=plan,
        records=prepared.source.records,
        verdicts=prepared.verdicts,
        mapping=prepared.mapping,
        tally=prepared.tally,
        seconds=seconds,
    )
    keep(path=workspace.path / APPROVED, result=approved)
    update_import(
        account_id=row.account_id,
        import_id=row.id,
        options=json_object(request.options),
        mapping=json_object(prepared.mapping),
        actions=json_object(request.actions),
        tally=json_object(prepared.tally),
        watermark=prepared.watermark,
        seconds=seconds,
    )
    return approved


def complete(
    *,
    claim: Claim,
    approved: Approved,
    request: ImportRequest,
    actor: Actor,
    now: datetime,
    began: float,
    progress: Progress,
) -> Receipt:
    """Land what was approved and return the receipt; safe to call again after any crash.

    `began` is when this run of the import began, by `time.monotonic`.
    """
    landing = time.monotonic()
    row = claim.row
    ensure_custom_fields(account_id=row.account_id, import_id=row.id, mapping=approved.mapping, now=now)
    land(
        account_id=row.account_id,
        import_id=row.id,
        plan=approved.plan,
        suppress=approved.plan.with_name(SUPPRESS),
        actions=request.actions,
        policy=request.options.existing,
        actor=actor.name,
        now=now,
        workers=workers(),
        progress=of_step(progress, step=Step.LAND),
    )
    done = time.monotonic()
    seconds = approved.seconds | {"land": round(done - landing, 3), "total": round(done - began, 3)}
    update_import(account_id=row.account_id, import_id=row.id, seconds=seconds)
    remember(
        account_id=row.account_id,
        header=approved.records.header,
        mapping=approved.mapping,
        name=request.choices.save_preset,
        now=now,
    )
    approved.plan.unlink(missing_ok=True)
    return receipt(account_id=row.account_id, import_id=row.id)


def workers() -> int:
    """How many connections land at once: as many as cores, but never so many that a small server is short of them."""
    return max(1, min(4, os.cpu_count() or 1))
