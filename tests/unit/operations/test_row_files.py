"""An import's rows are found again, also after the home was moved."""

from __future__ import annotations

from pathlib import Path

from leadport.engine.artifacts import Records, Verdicts
from leadport.operations.row_files import RowFiles, find_row_files, keep_row_files
from leadport.operations.workspace import workspace_path


def test_rows_are_found_where_the_home_is_now(tmp_path: Path) -> None:
    home = tmp_path / "old"
    directory = workspace_path(home=home, account_id=1, import_id=2)
    directory.mkdir(parents=True)
    for name in ("records.parquet", "verdicts.parquet"):
        (directory / name).touch()
    records = Records(path=directory / "records.parquet", count=1, header=("email",), parts=("list.csv",))
    files = RowFiles(records=records, verdicts=Verdicts(path=directory / "verdicts.parquet", count=1))
    keep_row_files(directory=directory, files=files)
    assert find_row_files(home=home, account_id=1, import_id=2) == files
    moved = home.rename(tmp_path / "new")
    found = find_row_files(home=moved, account_id=1, import_id=2)
    assert found is not None
    assert found.records.path == workspace_path(home=moved, account_id=1, import_id=2) / "records.parquet"
    found.verdicts.path.unlink()
    assert find_row_files(home=moved, account_id=1, import_id=2) is None


def test_an_import_without_rows_has_none(tmp_path: Path) -> None:
    assert find_row_files(home=tmp_path, account_id=1, import_id=2) is None
