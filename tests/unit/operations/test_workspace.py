"""Work directories are private, held by one process, and swept when their process was killed."""

from __future__ import annotations

import stat
from pathlib import Path

from leadport.operations.workspace import import_workspace, passing_workspace, remove_workspace, workspace_path


def test_work_directories_are_closed_to_everybody_else(tmp_path: Path) -> None:
    with import_workspace(home=tmp_path, account_id=1, import_id=2) as workspace:
        assert workspace is not None
        for directory in (workspace.path, workspace.spill, workspace.path.parent, tmp_path / "imports"):
            assert stat.S_IMODE(directory.stat().st_mode) == 0o700


def test_an_import_is_held_by_one_at_a_time_and_can_be_taken_up_again(tmp_path: Path) -> None:
    with import_workspace(home=tmp_path, account_id=1, import_id=2) as first:
        assert first is not None
        (first.path / "kept").write_text("kept")
        with import_workspace(home=tmp_path, account_id=1, import_id=2) as second:
            assert second is None
    with import_workspace(home=tmp_path, account_id=1, import_id=2) as again:
        assert again is not None
        assert (again.path / "kept").read_text() == "kept"


def test_a_passing_directory_is_gone_afterwards(tmp_path: Path) -> None:
    with passing_workspace(home=tmp_path) as workspace:
        (workspace.path / "data").write_text("data")
    assert not workspace.path.exists()


def test_what_a_killed_process_left_is_swept_and_what_a_living_one_uses_stays(tmp_path: Path) -> None:
    left_over = tmp_path / "imports" / "passing" / "leadport-dead"
    left_over.mkdir(parents=True)
    (left_over / "lock").touch()
    with passing_workspace(home=tmp_path) as living, passing_workspace(home=tmp_path):
        assert not left_over.exists()
        assert living.path.exists()


def test_removing_the_work_files_twice_is_fine(tmp_path: Path) -> None:
    with import_workspace(home=tmp_path, account_id=1, import_id=2):
        pass
    remove_workspace(home=tmp_path, account_id=1, import_id=2)
    remove_workspace(home=tmp_path, account_id=1, import_id=2)
    assert not workspace_path(home=tmp_path, account_id=1, import_id=2).exists()
