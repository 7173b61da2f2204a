"""The rows of an import with their verdicts: page by page to look at, or all of them in a file to mend."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.refusal import Refusal
from leadport.domain.results import ResultsPage
from leadport.domain.verdicts import Verdict
from leadport.engine import report
from leadport.operations.imports import get_import_row
from leadport.operations.output_file import check_output, written_whole
from leadport.operations.row_files import RowFiles, find_row_files
from leadport.operations.trouble import foreseen


class RowsGone(Refusal):
    """The work files of the import are not there any more, or never were."""

    code = "rows_gone"


def read_rows(
    *,
    account_id: int,
    import_id: int,
    home: Path,
    actor: Actor,
    verdict: Verdict | None = None,
    reason: str | None = None,
    after: int = 0,
    limit: int = 100,
) -> ResultsPage:
    """The rows behind record `after` that have this verdict and reason; raises ImportUnknown or RowsGone."""
    files = _files(account_id=account_id, import_id=import_id, home=home, actor=actor)
    with foreseen():
        return report.page(
            records=files.records, verdicts=files.verdicts, verdict=verdict, reason=reason, after=after, limit=limit
        )


def export_rows(
    *,
    account_id: int,
    import_id: int,
    home: Path,
    actor: Actor,
    target: Path | BinaryIO,
    verdict: Verdict | None = None,
) -> int:
    """Write the rows with this verdict as CSV, return their number; raises ImportUnknown, RowsGone, OutputRefused."""
    files = _files(account_id=account_id, import_id=import_id, home=home, actor=actor)
    with foreseen():
        if not isinstance(target, Path):
            return report.export_csv(records=files.records, verdicts=files.verdicts, target=target, verdict=verdict)
        return write_rows(files=files, target=target, verdict=verdict)


def write_rows(*, files: RowFiles, target: Path, verdict: Verdict | None = None) -> int:
    """Write the rows with this verdict (None: all) into a file, whole or not at all; raises OutputRefused."""
    check_output(path=target)
    with written_whole(target) as unfinished:
        return report.export_csv(records=files.records, verdicts=files.verdicts, target=unfinished, verdict=verdict)


def _files(*, account_id: int, import_id: int, home: Path, actor: Actor) -> RowFiles:
    require(actor=actor, permission=Permission.VIEW)
    get_import_row(account_id=account_id, import_id=import_id, actor=actor)
    found = find_row_files(home=home, account_id=account_id, import_id=import_id)
    if found is None:
        raise RowsGone(f"The rows of import {import_id} are not kept any more.")
    return found
