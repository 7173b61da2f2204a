"""Brings the tables up to the version of the program, one process at a time."""

from __future__ import annotations

import io

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from leadport.domain.permissions import Actor, Permission, require

# The same number as in config/schema.py, so that a start and a `leadport migrate` never migrate at once.
_LOCK = 0x6C656164706F7274


def missing_migrations() -> int:
    """How many migrations the database lacks."""
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def migrate(*, actor: Actor) -> int:
    """Apply every missing migration and return how many there were; others who migrate at the same time wait."""
    require(actor=actor, permission=Permission.MANAGE)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [_LOCK])
        try:
            missing = missing_migrations()
            call_command("migrate", interactive=False, verbosity=0, stdout=io.StringIO())
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [_LOCK])
    return missing
