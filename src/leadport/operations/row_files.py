"""Where an import keeps its records and verdicts, for as long as its work files are there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from leadport.engine.artifacts import Records, Verdicts
from leadport.operations.kept import keep, kept
from leadport.operations.workspace import workspace_path

_TOLD = "rows.json"


@dataclass(frozen=True, kw_only=True)
class RowFiles:
    """The records of an import and their verdicts."""

    records: Records
    verdicts: Verdicts


def keep_row_files(*, directory: Path, files: RowFiles) -> None:
    """Note in an import's work directory which of its files hold the rows."""
    keep(path=directory / _TOLD, result=files)


def find_row_files(*, home: Path, account_id: int, import_id: int) -> RowFiles | None:
    """The rows of an import, or None when they were deleted or never written; the home may have been moved since."""
    directory = workspace_path(home=home, account_id=account_id, import_id=import_id)
    found = kept(path=directory / _TOLD, kind=RowFiles)
    if found is None:
        return None
    records = replace(found.records, path=directory / found.records.path.name)
    verdicts = replace(found.verdicts, path=directory / found.verdicts.path.name)
    there = records.path.exists() and verdicts.path.exists()
    return RowFiles(records=records, verdicts=verdicts) if there else None
