"""Takes an import back for whoever may, and says beforehand what that would do."""

from __future__ import annotations

from datetime import datetime

from leadport.domain.permissions import Actor, Permission, require
from leadport.operations.progress import Progress, Step, of_step
from leadport.operations.trouble import foreseen
from leadport.operations.undo import UndoResult, undo


def preview_undo(*, account_id: int, import_id: int, actor: Actor, now: datetime, progress: Progress) -> UndoResult:
    """What taking the import back would reverse, keep and leave; nothing is changed. Raises as `undo_import` does."""
    require(actor=actor, permission=Permission.VIEW)
    with foreseen():
        return undo(
            account_id=account_id,
            import_id=import_id,
            dry_run=True,
            actor=actor.name,
            now=now,
            progress=of_step(progress, step=Step.UNDO),
        )


def undo_import(*, account_id: int, import_id: int, actor: Actor, now: datetime, progress: Progress) -> UndoResult:
    """Take the import back; a second call goes on where the first was interrupted, or repeats its answer.

    Raises ImportUnknown, NotUndoable, UndoBusy, NotPermitted, and Fault for a full disk or a lost server.
    """
    require(actor=actor, permission=Permission.EDIT)
    with foreseen():
        return undo(
            account_id=account_id,
            import_id=import_id,
            dry_run=False,
            actor=actor.name,
            now=now,
            progress=of_step(progress, step=Step.UNDO),
        )
