"""Brings a file of addresses, domains or hashes onto the blocklist; every row is accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from pyarrow import parquet

from leadport.domain.dialect import DialectHints
from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.refusal import OpenQuestion
from leadport.domain.suppressions import SuppressionKind
from leadport.engine.artifacts import Records
from leadport.operations.progress import Progress, Step
from leadport.operations.read_source import read_source
from leadport.operations.receive import Source, receive
from leadport.operations.suppress import Suppressed, add_entries
from leadport.operations.suppression_entry import Entry, read_entry
from leadport.operations.trouble import foreseen
from leadport.operations.workspace import passing_workspace

_BATCH = 5000
_SAMPLE = 1000
_MOST_LINES = 5


class ColumnOpen(OpenQuestion):
    """No column holds addresses, domains or hashes."""

    code = "blocklist_column_open"


@dataclass(frozen=True, kw_only=True)
class SuppressionsImported:
    """Records in the file = added + replaced + already + unreadable; the first lines of the unreadable ones.

    An entry that stands in the file twice counts as already there the second time.
    """

    records: int
    column: str
    done: Suppressed
    unreadable: int
    unreadable_lines: tuple[int, ...] = ()


@dataclass(kw_only=True)
class _Count:
    unreadable: int = 0
    lines: list[int] = field(default_factory=list)


def import_suppressions(
    *,
    account_id: int,
    home: Path,
    source: Source,
    kind: SuppressionKind,
    reason: str,
    actor: Actor,
    now: datetime,
    progress: Progress,
) -> SuppressionsImported:
    """Read the file as an import does and block what stands in its column of addresses, domains or hashes.

    A column `kind` of our own export decides for its row. Batches commit as they go and adding twice changes
    nothing, so an interrupted run is simply run again. Raises what reading refuses, and ColumnOpen.
    """
    require(actor=actor, permission=Permission.EDIT)
    with foreseen(), passing_workspace(home=home) as workspace:
        received = receive(source=source, directory=workspace.path, progress=progress)
        records = read_source(received=received, hints=DialectHints(), workspace=workspace, progress=progress).records
        column = _column(records)
        count, done, given = _Count(), Suppressed(), 0
        for batch in _batches(records, column, kind, count):
            done += add_entries(
                account_id=account_id, entries=batch, reason=reason, source=received.name, actor=actor, now=now
            )
            given += len(batch)
            progress(step=Step.LAND, done=given + count.unreadable, total=records.count)
    return SuppressionsImported(
        records=records.count,
        column=records.header[column] or f"#{column}",
        done=replace(done, already=given - done.added - done.replaced),
        unreadable=count.unreadable,
        unreadable_lines=tuple(count.lines),
    )


def _column(records: Records) -> int:
    """The column in which most of the first cells can be entries."""
    hits = [0] * len(records.header)
    for batch in parquet.ParquetFile(records.path).iter_batches(batch_size=_SAMPLE):
        for index in range(len(hits)):
            cells = batch.column(f"c{index}").to_pylist()
            hits[index] = sum(1 for cell in cells if cell and read_entry(text=cell))
        break
    best = max(range(len(hits)), key=lambda index: (hits[index], -index), default=None)
    if best is None or not hits[best]:
        raise ColumnOpen(
            "No column of this file holds addresses, domains or hashes. Name them instead: leadport suppress add ...",
            option="suppress add",
        )
    return best


def _batches(
    records: Records, column: int, kind: SuppressionKind, count: _Count
) -> Iterator[list[tuple[Entry, SuppressionKind]]]:
    kinds = next((index for index, name in enumerate(records.header) if name.strip().lower() == "kind"), None)
    columns = ["line_number", f"c{column}", *([] if kinds is None else [f"c{kinds}"])]
    for batch in parquet.ParquetFile(records.path).iter_batches(batch_size=_BATCH, columns=columns):
        rows = zip(*(batch.column(name).to_pylist() for name in columns), strict=True)
        entries = []
        for line, cell, *told in rows:
            entry = read_entry(text=cell) if cell else None
            if entry is None:
                count.unreadable += 1
                if len(count.lines) < _MOST_LINES:
                    count.lines.append(line)
            else:
                entries.append((entry, _kind(told, kind)))
        yield entries


def _kind(told: list[str | None], otherwise: SuppressionKind) -> SuppressionKind:
    word = (told[0] or "").strip().lower() if told else ""
    return SuppressionKind(word) if word in set(SuppressionKind) else otherwise
