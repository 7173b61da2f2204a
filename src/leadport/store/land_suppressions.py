"""Writes the blocklist entries that a file gives rise to: never weaker than what is there, chunk by chunk."""

from __future__ import annotations

from django.db import connection, transaction

from leadport.domain.suppressions import SuppressionKind
from leadport.store.copy import copy_in
from leadport.store.land_chunk import Counts, Job, claim, record_counts
from leadport.store.plan_slices import PlanSlices
from leadport.store.statements import SqlValue, statements

_SQL = statements("landing")
_KINDS = [kind.value for kind in SuppressionKind]


def land_suppressions(*, job: Job, slices: PlanSlices, number: int) -> bool:
    """Write chunk `number` of the entries once and for all; False when that had been done before."""
    first = number * job.chunk_size
    rows = slices.entries(first=first, last=first + job.chunk_size - 1)
    with connection.cursor() as cursor:
        cursor.execute(_SQL["suppression_table"])
    with transaction.atomic(durable=True):
        if not claim(job=job, phase="suppress", number=number):
            return False
        path = slices.room / "entries.csv"
        copy_in(table="incoming_suppression", columns=("number", "key", "address", "kind"), rows=rows, path=path)
        facts: dict[str, SqlValue] = {
            **job.facts,
            "kinds": _KINDS,
            "first_id": job.targets.first_suppression,
            "source": f"import {job.import_id}",
        }
        with connection.cursor() as cursor:
            cursor.execute(_SQL["probe_only"])
            cursor.execute(_SQL["confirm_suppressions"], facts)
            cursor.execute(_SQL["replace_suppressions"], facts)
            cursor.execute(_SQL["add_suppressions"], facts)
            counts = Counts(suppressed=cursor.rowcount)
        record_counts(job=job, phase="suppress", number=number, counts=counts)
    return True
