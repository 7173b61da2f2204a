"""Other programs are told how to connect."""

from __future__ import annotations

import psycopg
import pytest

from leadport.operations.server import describe_server

pytestmark = pytest.mark.usefixtures("database")


def test_one_can_connect_with_what_is_told() -> None:
    server = describe_server()
    assert "password" not in server.conninfo
    with psycopg.connect(server.conninfo) as connection:
        row = connection.execute("SELECT current_setting('server_version'), current_database()").fetchone()
    assert row is not None
    assert row[0] == server.version
    assert f"dbname={row[1]}" in server.conninfo
