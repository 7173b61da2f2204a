"""`leadport show` repeats the receipt, `leadport verify` proves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection

from tests.functional.cli.conftest import Leadport


@pytest.fixture
def imported(leadport: Leadport, tmp_path: Path) -> Leadport:
    path = tmp_path / "list.csv"
    path.write_text("email,first name\nzoe@example.com,Zoe\nmax@example.com,Max\nnothing,X\n")
    leadport.ok("import", path, "--list", "Customers", "--yes")
    return leadport


def test_the_receipt_is_the_same_as_after_the_import(imported: Leadport) -> None:
    shown = imported.ok("show", "1")
    assert shown.out.startswith("Import 1 is done: 2 new people\nlist.csv, in ")
    assert "Not an email address  line 4" in shown.out
    told = imported.ok("show", "1", "--json").json
    assert (told["uploaded"], told["new"], told["failed"], told["state"], told["file"]) == (
        3,
        2,
        1,
        "landed",
        "list.csv",
    )


def test_a_true_receipt_is_proved(imported: Leadport) -> None:
    told = imported.ok("verify", "1", "--json").json
    assert told["ok"] is True
    assert "WRONG" not in imported.ok("verify", "1").out


def test_a_lead_that_vanished_behind_the_program_s_back_is_noticed(imported: Leadport) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("DELETE FROM lead WHERE email = 'zoe@example.com'")
        cursor.execute("SET session_replication_role = origin")
    answer = imported("verify", "1")
    assert answer.code == 1
    assert "WRONG" in answer.out


@pytest.mark.parametrize("command", ["show", "verify", "undo", "rows"])
def test_an_import_that_is_not_there_is_refused(leadport: Leadport, command: str) -> None:
    answer = leadport(command, "99", "--json")
    assert answer.code == 3
    assert answer.json["error"]["code"] == "import_unknown"  # type: ignore[index]
    assert leadport(command, "first").code == 2
