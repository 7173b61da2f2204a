"""`leadport match` says which column is what, without a database."""

from __future__ import annotations

from pathlib import Path

from tests.functional.cli.conftest import Leadport

SEED = """Joe, Smith, joe@example.com, Los Angeles, 90225, California, 6192349349
Jane, Miller, jane@example.com, Miami, 47749, Florida, 6244949004
"""


def test_the_json_has_the_promised_shape(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("First name,E-mail,Colour\nZoe,zoe@example.com,blue\nMax,max@example.com,\n")
    answer = bare_leadport.ok("match", path, "--json").json
    assert answer["preset"] is None
    columns = answer["columns"]
    assert isinstance(columns, list)
    assert [list(column) for column in columns] == [["column", "index", "field", "confidence", "fill", "samples"]] * 3
    assert [column["field"] for column in columns] == ["first_name", "email", None]
    assert [column["fill"] for column in columns] == [1.0, 1.0, 0.5]
    assert columns[1]["samples"] == ["zoe@example.com", "max@example.com"]


def test_pasted_lines_are_matched_by_their_values(bare_leadport: Leadport) -> None:
    columns = bare_leadport.ok("match", "--paste", "-", "--json", stdin=SEED).json["columns"]
    assert isinstance(columns, list)
    found = {column["index"]: column["field"] for column in columns}
    assert found[2] == "email"
    assert found[0] in {"first_name", None}
    assert found[1] in {"last_name", None}


def test_people_see_what_is_sure_and_what_stays_out(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("E-mail,Colour\nzoe@example.com,blue\nmax@example.com,red\n")
    lines = bare_leadport.ok("match", path).out.splitlines()
    assert any("E-mail" in line and "Email" in line and "sure" in line for line in lines)
    assert any("Colour" in line and "not imported" in line for line in lines)
