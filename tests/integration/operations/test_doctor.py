"""The doctor finds what is wrong, and nothing where nothing is."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from leadport.domain.status import ImportState
from leadport.operations import doctor
from leadport.operations.workspace import import_workspace
from leadport.store.imports import transition
from tests.support.lead_book import NOW, account, planned

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return home


def wrong(home: Path) -> list[str]:
    return [check.name for check in doctor.examine(home=home) if not check.fine]


def test_a_fresh_installation_is_fine(home: Path) -> None:
    assert wrong(home) == []


def test_a_home_that_others_may_read_is_named(home: Path) -> None:
    home.chmod(0o755)
    assert wrong(home) == ["Home"]


def test_a_nearly_full_disk_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(home)._replace(free=1024)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    assert wrong(home) == ["Disk"]


def test_missing_tables_are_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doctor, "missing_migrations", lambda: 2)
    assert wrong(home) == ["Tables"]


def test_work_files_without_an_import_and_imports_without_work_files_are_named(home: Path, tmp_path: Path) -> None:
    account_id = account()
    with import_workspace(home=home, account_id=account_id, import_id=77):
        pass
    assert wrong(home) == ["Left over"]
    import_id = planned(account_id=account_id, people=[], directory=tmp_path / "plan")
    transition(account_id=account_id, import_id=import_id, then=ImportState.LANDING, now=NOW)
    assert wrong(home) == ["Work files", "Left over"]
    with import_workspace(home=home, account_id=account_id, import_id=import_id):
        pass
    assert wrong(home) == ["Left over"]
