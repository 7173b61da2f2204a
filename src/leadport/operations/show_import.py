"""One import with everything that is known about it, and the proof of its receipt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.receipt import Receipt
from leadport.domain.results import Cause, LikelyTypo
from leadport.engine.report import causes, likely_typos
from leadport.operations.imports import get_import_row
from leadport.operations.receipt import receipt
from leadport.operations.receipt_proof import Verification, verify
from leadport.operations.row_files import find_row_files
from leadport.operations.trouble import foreseen


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An import's receipt; `causes` and `typos` are empty when its work files are gone."""

    file_name: str
    created_at: datetime
    actor: str
    receipt: Receipt
    causes: tuple[Cause, ...] = ()
    typos: tuple[LikelyTypo, ...] = ()


def show_import(*, account_id: int, import_id: int, home: Path, actor: Actor) -> Shown:
    """The receipt of an import, or what is planned while it has not landed; raises ImportUnknown."""
    row = get_import_row(account_id=account_id, import_id=import_id, actor=actor)
    files = find_row_files(home=home, account_id=account_id, import_id=import_id)
    with foreseen():
        return Shown(
            file_name=row.file_name,
            created_at=row.created_at,
            actor=row.actor,
            receipt=receipt(account_id=account_id, import_id=import_id),
            causes=causes(verdicts=files.verdicts) if files else (),
            typos=likely_typos(verdicts=files.verdicts) if files else (),
        )


def verify_import(*, account_id: int, import_id: int, home: Path, actor: Actor) -> Verification:
    """Count again what the receipt claims, in the database and in the file of verdicts if it is there."""
    require(actor=actor, permission=Permission.VIEW)
    files = find_row_files(home=home, account_id=account_id, import_id=import_id)
    with foreseen():
        return verify(account_id=account_id, import_id=import_id, verdicts=files.verdicts.path if files else None)
