"""A dry run: what would happen to every record, and nothing left behind."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.results import Preview
from leadport.operations.check_actions import checked_actions
from leadport.operations.import_request import ImportRequest
from leadport.operations.make_preview import preview_of
from leadport.operations.output_file import check_output
from leadport.operations.prepare_import import prepare_import
from leadport.operations.progress import Progress
from leadport.operations.receive import receive
from leadport.operations.row_files import RowFiles
from leadport.operations.rows import write_rows
from leadport.operations.trouble import foreseen
from leadport.operations.workspace import passing_workspace


def try_import(
    *, request: ImportRequest, account_id: int, home: Path, actor: Actor, progress: Progress, rows: Path | None = None
) -> Preview:
    """Prepare the import in a work directory that is removed; neither a row nor a file of it remains.

    `rows` is where every record with its verdict is to be written, or None. Raises what the import raises.
    """
    require(actor=actor, permission=Permission.VIEW)
    if rows is not None:
        check_output(path=rows, source=request.source.path)
    request = replace(request, actions=checked_actions(account_id=account_id, actions=request.actions))
    with foreseen(), passing_workspace(home=home) as workspace:
        received = receive(source=request.source, directory=workspace.path, progress=progress)
        prepared = prepare_import(
            account_id=account_id, received=received, request=request, workspace=workspace, progress=progress
        )
        if rows is not None:
            write_rows(files=RowFiles(records=prepared.source.records, verdicts=prepared.verdicts), target=rows)
        return preview_of(account_id=account_id, import_id=None, received=received, prepared=prepared)
