"""Finds the unfinished import of a request, or makes a new one, and holds it while this process works on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from django.db import IntegrityError

from leadport.domain.permissions import Actor
from leadport.domain.status import ImportState
from leadport.operations.import_request import ImportRequest, request_fingerprint
from leadport.operations.receive import Received
from leadport.operations.workspace import Workspace, import_workspace
from leadport.store.imports import ImportRow, create_import, find_open_import, get_import, transition

OPEN = (ImportState.DRAFT, ImportState.FILTERED, ImportState.LANDING)
APPROVED = "approved.json"


@dataclass(frozen=True, kw_only=True)
class Claim:
    """An import that no other process works on; `resumed` says that an earlier run began it."""

    row: ImportRow
    workspace: Workspace
    received: Received
    resumed: bool


@contextmanager
def claimed_import(
    *, account_id: int, home: Path, request: ImportRequest, received: Received, actor: Actor, now: datetime
) -> Iterator[Claim]:
    """The import of this request: the one that an earlier run left unfinished, otherwise a new one.

    While another process is at the very same request, this is a second import of the same people beside it.
    """
    asked = request_fingerprint(account_id=account_id, received=received, request=request)
    turn = 0
    while True:
        turn += 1
        row, resumed = _row(
            account_id=account_id,
            key=asked if turn == 1 else f"{asked}-{turn}",
            received=received,
            actor=actor,
            now=now,
        )
        if row is None:
            continue
        with import_workspace(home=home, account_id=account_id, import_id=row.id) as workspace:
            if workspace is None:
                continue
            row = get_import(account_id=account_id, import_id=row.id)
            if row.state not in OPEN:
                # Its holder finished it between our look and our lock.
                turn -= 1
                continue
            if row.state is ImportState.LANDING and not (workspace.path / APPROVED).exists():
                _give_up(row, now=now)
                turn -= 1
                continue
            yield Claim(row=row, workspace=workspace, received=_moved(received, workspace), resumed=resumed)
            return


def _row(
    *, account_id: int, key: str, received: Received, actor: Actor, now: datetime
) -> tuple[ImportRow | None, bool]:
    found = find_open_import(account_id=account_id, fingerprint=key)
    if found is not None:
        return found, True
    try:
        made = create_import(
            account_id=account_id,
            file_name=received.name,
            source_sha256=received.sha256,
            fingerprint=key,
            actor=actor.name,
            now=now,
        )
    except IntegrityError:
        # Somebody made it at the same moment and holds it.
        return None, False
    return made, False


def _give_up(row: ImportRow, *, now: datetime) -> None:
    """What it landed stays and can be undone; the new import finds those people existing."""
    transition(account_id=row.account_id, import_id=row.id, then=ImportState.FAILED, now=now, trouble="work files lost")


def _moved(received: Received, workspace: Workspace) -> Received:
    """A stream that was written to disk stays with the import's other work files."""
    if not received.spooled:
        return received
    target = workspace.path / "source"
    received.path.replace(target)
    return replace(received, path=target)
