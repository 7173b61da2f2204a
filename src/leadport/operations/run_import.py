"""The whole import in one call: take in, prepare, ask, land, account for it; an interrupted one goes on."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.receipt import Receipt
from leadport.domain.refusal import Refusal
from leadport.domain.results import Cause, LikelyTypo, Preview
from leadport.domain.status import ImportState
from leadport.engine.report import causes, likely_typos
from leadport.operations.check_actions import checked_actions
from leadport.operations.claim_import import Claim, claimed_import
from leadport.operations.complete_import import Approved, approve, complete, kept_approval
from leadport.operations.import_request import ImportRequest
from leadport.operations.kept import json_object
from leadport.operations.make_preview import preview_of
from leadport.operations.output_file import check_output
from leadport.operations.prepare_import import Prepared, prepare_import
from leadport.operations.progress import Progress
from leadport.operations.receive import receive
from leadport.operations.row_files import RowFiles, keep_row_files
from leadport.operations.rows import write_rows
from leadport.operations.trouble import foreseen
from leadport.operations.workspace import passing_workspace, remove_workspace
from leadport.store.imports import transition, update_import
from leadport.store.models import LeadImport


@dataclass(frozen=True, kw_only=True)
class Finished:
    """What came of it; `receipt` is None after a no, `preview` when an approved import was taken up again."""

    name: str
    preview: Preview | None
    receipt: Receipt | None
    causes: tuple[Cause, ...] = ()
    typos: tuple[LikelyTypo, ...] = ()


class Talk(Protocol):
    """How the operation speaks with whoever asked for it."""

    def resumed(self, import_id: int) -> None:
        """An earlier run of the same request was interrupted, and this one goes on with it."""

    def decide(self, preview: Preview) -> bool:
        """True to import, False to drop it; raises OpenQuestion when nobody can answer now."""


def run_import(
    *,
    request: ImportRequest,
    account_id: int,
    home: Path,
    actor: Actor,
    now: datetime,
    talk: Talk,
    progress: Progress,
    rows: Path | None = None,
) -> Finished:
    """Import what was asked for; raises refusals, and Fault for a full disk or a lost server.

    `rows` is where every record with its verdict is to be written, or None. With an open question nothing has
    landed and the work files stay: the same request, asked again, goes on from there.
    """
    require(actor=actor, permission=Permission.EDIT)
    if rows is not None:
        check_output(path=rows, source=request.source.path)
    request = replace(request, actions=checked_actions(account_id=account_id, actions=request.actions))
    began = time.monotonic()
    with foreseen(), passing_workspace(home=home) as arrival:
        received = receive(source=request.source, directory=arrival.path, progress=progress)
        with claimed_import(
            account_id=account_id, home=home, request=request, received=received, actor=actor, now=now
        ) as claim:
            if claim.resumed:
                talk.resumed(claim.row.id)
            preview, approved = None, _approved_before(claim)
            if approved is None:
                prepared = _prepared(claim, request, home=home, now=now, progress=progress)
                preview = preview_of(
                    account_id=account_id, import_id=claim.row.id, received=claim.received, prepared=prepared
                )
                if not talk.decide(preview):
                    _drop(claim, home=home, now=now)
                    return Finished(name=received.name, preview=preview, receipt=None)
                approved = approve(claim=claim, prepared=prepared, request=request)
            done = complete(
                claim=claim, approved=approved, request=request, actor=actor, now=now, began=began, progress=progress
            )
            if rows is not None:
                write_rows(files=RowFiles(records=approved.records, verdicts=approved.verdicts), target=rows)
            return Finished(
                name=received.name,
                preview=preview,
                receipt=done,
                causes=causes(verdicts=approved.verdicts),
                typos=likely_typos(verdicts=approved.verdicts),
            )


def _approved_before(claim: Claim) -> Approved | None:
    """What must land exactly as it was approved, because some of it may have landed already."""
    return kept_approval(workspace=claim.workspace) if claim.row.state is ImportState.LANDING else None


def _prepared(claim: Claim, request: ImportRequest, *, home: Path, now: datetime, progress: Progress) -> Prepared:
    row = claim.row
    try:
        prepared = prepare_import(
            account_id=row.account_id,
            received=claim.received,
            request=request,
            workspace=claim.workspace,
            progress=progress,
        )
    except Refusal:
        # Asked the same way it would be refused again, so there is nothing to go on with.
        LeadImport.objects.filter(account_id=row.account_id, id=row.id).delete()
        remove_workspace(home=home, account_id=row.account_id, import_id=row.id)
        raise
    files = RowFiles(records=prepared.source.records, verdicts=prepared.verdicts)
    keep_row_files(directory=claim.workspace.path, files=files)
    update_import(
        account_id=row.account_id, import_id=row.id, tally=json_object(prepared.tally), seconds=prepared.seconds
    )
    if row.state is ImportState.DRAFT:
        transition(account_id=row.account_id, import_id=row.id, then=ImportState.FILTERED, now=now)
    return prepared


def _drop(claim: Claim, *, home: Path, now: datetime) -> None:
    """Nothing of it has landed, so nothing but the row needs to stay."""
    row = claim.row
    transition(account_id=row.account_id, import_id=row.id, then=ImportState.CANCELLED, now=now)
    remove_workspace(home=home, account_id=row.account_id, import_id=row.id)
