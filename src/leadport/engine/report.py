"""What the importer sees of a filtered file of any size: pages of records, causes, likely typing errors, a CSV."""

from __future__ import annotations

from pathlib import Path

import duckdb

from leadport.domain.reasons import REASONS, sentence
from leadport.domain.results import Cause, LikelyTypo, Note, ResultRow, ResultsPage
from leadport.domain.verdicts import Verdict
from leadport.engine.artifacts import Records, Verdicts
from leadport.engine.duck import open_duck
from leadport.engine.queries import fill, literal, queries
from leadport.engine.report_csv import export_csv

__all__ = ["causes", "export_csv", "likely_typos", "page"]

_SQL = queries("report")


def page(
    *,
    records: Records,
    verdicts: Verdicts,
    verdict: Verdict | None = None,
    reason: str | None = None,
    after: int = 0,
    limit: int = 100,
) -> ResultsPage:
    """At most `limit` records with this verdict and this reason or note code (None: any), behind record `after`."""
    where = _where(verdict, reason)
    with _open(verdicts) as connection:
        asked = fill(
            _SQL["page"],
            {
                "verdicts": literal(str(verdicts.path)),
                "where": where,
                "after": str(int(after)),
                "limit": str(int(limit)),
            },
        )
        found = connection.execute(asked).fetchall()
        counted = fill(_SQL["total"], {"verdicts": literal(str(verdicts.path)), "where": where})
        ((total,),) = connection.execute(counted).fetchall()
        cells = _cells(connection, records, [row[0] for row in found])
    rows = tuple(_row(row, cells[row[0]], records.parts) for row in found)
    return ResultsPage(
        header=records.header,
        rows=rows,
        total=int(total),
        next_after=rows[-1].record_number if len(rows) == limit else None,
    )


def causes(*, verdicts: Verdicts) -> tuple[Cause, ...]:
    """Why records are not simply new: by verdict, the most frequent first."""
    with _open(verdicts) as connection:
        found = connection.execute(fill(_SQL["causes"], {"verdicts": literal(str(verdicts.path))})).fetchall()
    return tuple(
        Cause(code=code, verdict=Verdict(verdict), title=REASONS[code].title, count=count, first_lines=tuple(lines))
        for code, verdict, count, lines in found
    )


def likely_typos(*, verdicts: Verdicts) -> tuple[LikelyTypo, ...]:
    """The domains of people who may land that look like a slip of a big one, the most frequent first."""
    with _open(verdicts) as connection:
        found = connection.execute(fill(_SQL["typos"], {"verdicts": literal(str(verdicts.path))})).fetchall()
    return tuple(LikelyTypo(domain=domain, likely=likely, count=count) for domain, likely, count in found)


def _open(verdicts: Verdicts) -> duckdb.DuckDBPyConnection:
    return open_duck(spill=Path(verdicts.path).parent)


def _where(verdict: Verdict | None, reason: str | None) -> str:
    conditions = [f"verdict = {literal(Verdict(verdict).value)}"] if verdict else []
    if reason:
        noted = " OR ".join(
            f"list_contains(string_split({notes}, ','), {literal(reason)})" for notes in ("repairs", "warnings")
        )
        typo = " OR suggestion IS NOT NULL" if reason == "domain_typo" else ""
        conditions.append(f"coalesce(reason = {literal(reason)} OR {noted}{typo}, false)")
    return " AND ".join(conditions) or "true"


def _cells(connection: duckdb.DuckDBPyConnection, records: Records, numbers: list[int]) -> dict[int, tuple[str, ...]]:
    if not numbers or not records.header:
        return dict.fromkeys(numbers, ())
    asked = fill(
        _SQL["cells"],
        {
            "cells": ", ".join(f"coalesce(c{place}, '')" for place in range(len(records.header))),
            "records": literal(str(records.path)),
            "first": str(numbers[0]),
            "last": str(numbers[-1]),
            "numbers": ", ".join(map(str, numbers)),
        },
    )
    return {number: tuple(cells) for number, cells in connection.execute(asked).fetchall()}


def _row(row: tuple[object, ...], cells: tuple[str, ...], parts: tuple[str, ...]) -> ResultRow:
    number, line, part, verdict, reason, first, column, value, repairs, warnings, suggestion = row
    facts = {
        "line": line,
        "record": number,
        "column": column,
        "value": value,
        "first": first,
        "suggestion": suggestion,
        "part": parts[int(str(part))],
    }
    codes = [code for codes in (repairs, warnings) if codes for code in str(codes).split(",")]
    codes += ["domain_typo"] if suggestion else []
    return ResultRow(
        record_number=int(str(number)),
        line_number=int(str(line)),
        part=parts[int(str(part))],
        verdict=Verdict(str(verdict)),
        reason=str(reason) if reason else None,
        sentence=sentence(code=str(reason), **facts) if reason else None,
        cells=cells,
        notes=tuple(Note(code=code, sentence=sentence(code=code, **facts)) for code in codes),
        first_record=int(str(first)) if first else None,
        suggestion=str(suggestion) if suggestion else None,
    )
