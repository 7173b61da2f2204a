"""Brings the tables of the database up to the version of the program, one process at a time."""

import sys

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from leadport.config.environment import ConfigurationError

# Any number will do that no other program takes a lock with in the same database.
_LOCK = 0x6C656164706F7274


def migrate(*, verbosity: int = 0) -> None:
    """Apply every migration that is missing. Others who migrate at the same time wait and then find nothing to do."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            call_command("migrate", interactive=False, verbosity=verbosity, stdout=sys.stderr)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])


def ensure_schema(*, embedded: bool) -> None:
    """Migrate when that is ours to do: always on the embedded server, on any other only while it is empty.

    A server given by DATABASE_URL may serve other machines, so an existing schema there is changed only by
    `leadport migrate`; until then this raises ConfigurationError.
    """
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not missing:
        return
    if not embedded and executor.loader.applied_migrations:
        raise ConfigurationError(
            f"The database is {len(missing)} migrations behind this version. Run: leadport migrate"
        )
    migrate()
