"""Databases for tests: made, migrated, emptied and dropped."""

import os
from functools import cache

import psycopg
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo

# Rows in these were put there by migrations, not by tests.
_KEPT = frozenset({"django_migrations", "django_content_type", "auth_permission"})


def with_name(url: str, *, name: str) -> str:
    """Return the same address with another database."""
    return make_conninfo(url, dbname=name)


def name_of(url: str) -> str:
    """Return the database an address names."""
    return str(conninfo_to_dict(url)["dbname"])


def create(server_url: str, *, name: str) -> None:
    """Make an empty database in the server's own locale, dropping one that a killed run left behind."""
    drop(server_url, name=name)
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
        )


def drop(server_url: str, *, name: str) -> None:
    """Drop a database, ending the connections that a test forgot."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@cache
def set_up_django() -> None:
    """Set Django up once in this process; the server is not needed for that."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "leadport.config.settings"
    import django

    django.setup()


@cache
def migrate() -> BaseDatabaseWrapper:
    """Apply all migrations and return Django's connection."""
    set_up_django()
    from django.core.management import call_command
    from django.db import connection, connections

    call_command("migrate", verbosity=0, interactive=False)
    # The proxy `connection` looks the real one up for each thread; tests hand it on to other code as a plain object.
    return connections[connection.alias]


def empty(connection: BaseDatabaseWrapper) -> None:
    """Remove the rows of every table that has any; whatever transaction the test left open is given up."""
    connection.close()
    with connection.cursor() as cursor:
        tables = [name for name in connection.introspection.table_names(cursor) if name not in _KEPT]
        quoted = [connection.ops.quote_name(name) for name in tables]
        if not quoted:
            return
        # Asking is far cheaper than truncating: each truncated table gets new files for itself and its indexes.
        questions = " UNION ALL ".join(
            f"SELECT {position} WHERE EXISTS (SELECT FROM {name})" for position, name in enumerate(quoted)
        )
        cursor.execute(questions)
        filled = [quoted[position] for (position,) in cursor.fetchall()]
        if filled:
            cursor.execute("SET lock_timeout = '30s'")
            cursor.execute(f"TRUNCATE {', '.join(filled)} RESTART IDENTITY CASCADE")
            cursor.execute("RESET lock_timeout")
