"""`leadport imports` lists them, the newest first."""

from __future__ import annotations

from pathlib import Path

from tests.functional.cli.conftest import Leadport


def test_imports_are_listed_with_their_numbers(leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("email\nzoe@example.com\nzoe@example.com\nnothing@\n")
    leadport.ok("import", path, "--yes")
    leadport("import", path, "--list", "Customers")
    waiting, landed = leadport.ok("imports", "--json").rows
    assert (waiting["import_id"], waiting["state"], waiting["uploaded"], waiting["existing"]) == (2, "filtered", 3, 1)
    assert (landed["import_id"], landed["state"], landed["file"]) == (1, "landed", "list.csv")
    assert [landed[name] for name in ("uploaded", "new", "existing", "duplicated", "blocked", "failed")] == [
        3,
        1,
        0,
        1,
        0,
        1,
    ]
    table = leadport.ok("imports").out.splitlines()
    assert table[0].split()[:5] == ["Id", "File", "When", "State", "Uploaded"]
    assert len(table) == 3
    assert len(leadport.ok("imports", "--limit", "1", "--json").rows) == 1


def test_where_there_are_none_the_way_to_begin_is_shown(leadport: Leadport) -> None:
    assert "leadport import FILE" in leadport.ok("imports").err
