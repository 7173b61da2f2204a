"""Counts, in the database itself, what an import is said to have written."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection, transaction

from leadport.store.copy import copy_out, open_files, read_csv
from leadport.store.frozen import Kind, thaw
from leadport.store.imports import ImportRow
from leadport.store.lookup import trusted_watermark
from leadport.store.statements import SqlValue, statements

_SQL = statements("proof")
_KINDS: tuple[Kind, ...] = ("list", "tag", "sequence")
_MERGED = statements("slices")["verdicts_as_landed"]


@dataclass(frozen=True, kw_only=True)
class Proof:
    """What the database holds of an import.

    `present` are leads, links and blocklist entries by kind, `removed` what was removed of them since. `chunks` and
    `entry_chunks` are the numbers of ledger rows, None when their numbers have a gap. `orphans` are links without a
    lead, `ignored_blocks` leads that were on the blocklist when the filter looked.
    """

    present: dict[str, int]
    removed: dict[str, int]
    chunks: int | None
    entry_chunks: int | None
    orphans: int
    ignored_blocks: int


@transaction.atomic
def proof_of(*, row: ImportRow) -> Proof:
    """Count everything; the cost grows with the import and with the lists, tags and sequences it fed."""
    targets = thaw(row.targets).targets if row.targets else ()
    ids = {kind: [each.id for each in targets if each.kind == kind] for kind in _KINDS}
    facts: dict[str, SqlValue] = {
        "account_id": row.account_id,
        "import_id": row.id,
        "first_id": row.lead_id_first or 1,
        "last_id": row.lead_id_last or 0,
        "lists": ids["list"],
        "tags": ids["tag"],
        "sequences": ids["sequence"],
        "watermark": trusted_watermark(row.watermark or 0),
        "started_at": row.started_at,
    }
    with connection.cursor() as cursor:
        cursor.execute(_SQL["compare_in_bulk"])
        cursor.execute(_SQL["losses"], facts)
        removed = {str(kind): int(number) for kind, number in cursor.fetchall()}
        cursor.execute(_SQL["ledger"], facts)
        ledger = {phase: count if count == expected else None for phase, count, expected in cursor.fetchall()}
    present = {kind: _one(kind, facts | {"ids": ids[kind]}) for kind in _KINDS}
    return Proof(
        present=present | {"lead": _one("lead", facts), "suppression": _one("suppression", facts)},
        removed=removed,
        chunks=ledger.get("land", 0),
        entry_chunks=ledger.get("suppress", 0),
        orphans=_one("orphans", facts),
        ignored_blocks=_one("ignored_blocks", facts),
    )


def verdicts_as_landed(*, row: ImportRow, verdicts: Path) -> dict[str, int]:
    """The records by verdict as the file has them, corrected by those that landed otherwise."""
    facts = {"account_id": row.account_id, "import_id": row.id}
    with tempfile.TemporaryDirectory() as room, open_files(spill=Path(room)) as files:
        path = Path(room) / "outcomes.csv"
        copy_out(query=_SQL["outcomes"], parameters=facts, path=path)
        columns = {"record_number": "BIGINT", "verdict": "VARCHAR"}
        read_csv(files=files, path=path, columns=columns).create_view("outcome")
        files.read_parquet(str(verdicts)).create_view("verdict")
        found: Sequence[tuple[str, int]] = files.execute(_MERGED).fetchall()
    return dict(found)


def _one(name: str, facts: dict[str, SqlValue]) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_SQL[name], facts)
        return int(cursor.fetchone()[0])
