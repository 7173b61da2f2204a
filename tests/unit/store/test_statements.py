"""The named SQL of the store is found by name, and every query says what it is for."""

from __future__ import annotations

from importlib.resources import files

import pytest

from leadport.store.statements import schema_sql, statements

SQL = files("leadport.store").joinpath("sql")
QUERIES = sorted(path.name.removesuffix(".sql") for path in SQL.iterdir() if path.name.endswith(".sql"))
SCHEMA = sorted(path.name.removesuffix(".sql") for path in SQL.joinpath("schema").iterdir())


@pytest.mark.parametrize("file", QUERIES)
def test_every_query_of_a_file_is_found_by_its_name(file: str) -> None:
    text = SQL.joinpath(f"{file}.sql").read_text(encoding="utf-8")
    names = [line.removeprefix("-- name: ") for line in text.splitlines() if line.startswith("-- name: ")]
    assert names
    assert list(statements(file)) == names
    assert all(query.strip() for query in statements(file).values())


@pytest.mark.parametrize("name", SCHEMA)
def test_the_schema_files_are_read_whole(name: str) -> None:
    assert schema_sql(name) == SQL.joinpath("schema", f"{name}.sql").read_text(encoding="utf-8")


def test_a_name_that_no_query_has_is_an_error() -> None:
    with pytest.raises(KeyError):
        statements("lookup")["no such query"]
