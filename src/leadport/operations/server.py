"""Where the database is, in words that other programs understand."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from psycopg.conninfo import make_conninfo


@dataclass(frozen=True, kw_only=True)
class Server:
    """The server at work: how to connect to it without the password, and its version as it says it."""

    conninfo: str
    version: str


def describe_server() -> Server:
    """The server that this process is connected to."""
    connection.ensure_connection()
    given = {name: value for name, value in connection.get_connection_params().items() if name in _TOLD and value}
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        row = cursor.fetchone()
    return Server(conninfo=make_conninfo("", **given), version=str(row[0]) if row else "unknown")


_TOLD = ("host", "port", "user", "dbname")
