"""`leadport undo` takes an import back, after asking."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.functional.cli.conftest import Leadport
from tests.support.lead_book import dump, value


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text("email,first name\nzoe@example.com,Zoe\nmax@example.com,Max\n")
    return path


def test_a_dry_run_changes_nothing_and_an_undo_everything_back(leadport: Leadport, path: Path) -> None:
    leadport.ok("accounts", "create", "Main")
    before = dump()
    leadport.ok("import", path, "--list", "Customers", "--tag", "Source/Shop", "--sequence", "Welcome:2", "--yes")
    after = dump()
    foreseen = leadport.ok("undo", "1", "--dry-run", "--json").json
    assert dump() == after
    done = leadport.ok("undo", "1", "--yes", "--json").json
    assert (foreseen["dry_run"], done["dry_run"]) == (True, False)
    assert {**done, "dry_run": True} == foreseen
    assert dump() == before
    assert leadport.ok("undo", "1", "--yes", "--json").json["reversed"] == done["reversed"]


def test_without_a_terminal_the_question_is_open(leadport: Leadport, path: Path) -> None:
    leadport.ok("import", path, "--yes")
    answer = leadport("undo", "1")
    assert answer.code == 4
    assert "--yes" in answer.err
    assert value("SELECT count(*) FROM lead") == 2


def test_what_has_not_landed_cannot_be_taken_back(leadport: Leadport, path: Path) -> None:
    leadport("import", path)
    answer = leadport("undo", "1", "--yes")
    assert answer.code == 3
    assert "[not_undoable]" in answer.err
