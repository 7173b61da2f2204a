"""The migrations make what the models say, and the SQL files are whole."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from leadport.store import statements

pytestmark = pytest.mark.usefixtures("database")

SQL = Path(statements.__file__).parent / "sql"


def test_no_model_has_changed_without_a_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", stdout=StringIO())


@pytest.mark.parametrize("path", sorted(SQL.glob("*.sql")), ids=lambda path: path.stem)
def test_every_query_has_a_name_of_its_own(path: Path) -> None:
    named = statements.statements(path.stem)
    assert len(named) == path.read_text(encoding="utf-8").count("-- name: ")
    assert all(query.strip() for query in named.values())
