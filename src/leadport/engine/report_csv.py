"""The results of a filtered file as CSV: the columns of the source, then line, verdict and reason.

Every cell is guarded against being taken for a formula, and the guard is undone when the file comes back
(see `returned_report.py`). RFC 4180: quotes where needed, CRLF; UTF-8 with a byte order mark, which spreadsheets need.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, BinaryIO

import duckdb

from leadport.domain.reasons import sentence
from leadport.domain.verdicts import Verdict
from leadport.engine.artifacts import Records, Verdicts
from leadport.engine.duck import open_duck
from leadport.engine.queries import fill, literal, queries
from leadport.engine.returned_report import (
    GUARD,
    REPORT_COLUMNS,
    RISKY_CHARACTERS,
    guarded,
    is_report,
    source_columns,
    unguarded,
)

_SQL = queries("report")
_RANGE = 64 * 1024
_BATCH = 2_000


def export_csv(*, records: Records, verdicts: Verdicts, target: Path | BinaryIO, verdict: Verdict | None = None) -> int:
    """Write the records with this verdict (None: all) in order, and return their number.

    Memory does not grow with the file. A path is written anew; an open file is written to and stays open. Raises
    OSError.
    """
    opened: AbstractContextManager[BinaryIO] = target.open("wb") if isinstance(target, Path) else nullcontext(target)
    returned = is_report(header=records.header)
    columns = source_columns(header=records.header)
    with opened as out, open_duck(spill=verdicts.path.parent) as connection:
        text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="", write_through=False)
        writer = csv.writer(text, lineterminator="\r\n")
        names = [records.header[column] or f"Column {column + 1}" for column in columns]
        writer.writerow([*(guarded(unguarded(name) if returned else name) for name in names), *REPORT_COLUMNS])
        written = 0
        for row in _rows(connection, records, verdicts, verdict):
            line, part, word, reason, first, column, value = row[:7]
            told = ""
            if reason:
                told = sentence(
                    code=reason, line=line, first=first, column=column, value=value, part=records.parts[part]
                )
            writer.writerow((*row[7:], line, word, guarded(told)))
            written += 1
        # What wraps the file must not close it: it may be standard output.
        text.flush()
        text.detach()
    return written


def _rows(
    connection: duckdb.DuckDBPyConnection,
    records: Records,
    verdicts: Verdicts,
    verdict: Verdict | None,
) -> Iterator[tuple[Any, ...]]:
    returned = is_report(header=records.header)
    asked = fill(
        _SQL["export"],
        {
            "cells": ", ".join(
                _guarded_cell(f"r.c{column}", returned=returned) for column in source_columns(header=records.header)
            ),
            "records": literal(str(records.path)),
            "verdicts": literal(str(verdicts.path)),
            "where": f"verdict = {literal(Verdict(verdict).value)}" if verdict else "true",
        },
    )
    for first in range(1, verdicts.count + 1, _RANGE):
        connection.execute(fill(asked, {"first": str(first), "last": str(first + _RANGE - 1)}))
        while batch := connection.fetchmany(_BATCH):
            yield from batch


def _guarded_cell(cell: str, *, returned: bool) -> str:
    """What `guarded` does, in SQL; a file that came back has guards from before, which go first."""
    if returned:
        cell = f"CASE WHEN prefix({cell}, {literal(GUARD)}) THEN substr({cell}, 2) ELSE {cell} END"
    risky = literal(f"^[{RISKY_CHARACTERS}]")
    return (
        f"CASE WHEN regexp_matches({cell}, {risky}) THEN concat({literal(GUARD)}, {cell}) ELSE coalesce({cell}, '') END"
    )
