"""Shows the measurements: a table for people, a table for the documentation, JSON for programs."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

import duckdb

from bench.measures import Measure

_BEGIN = "<!-- measured: begin -->"
_END = "<!-- measured: end -->"


def as_text(measures: Sequence[Measure]) -> str:
    """The table as it is printed."""
    rows = [("measure", "value", "floor", "ratio", "limit", "")] + [(_named(one), *_cells(one)) for one in measures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


def as_json(measures: Sequence[Measure]) -> str:
    """The measurements with their ratios, and the machine they were taken on."""
    rows = [{**asdict(one), "ratio": one.ratio, "holds": one.holds} for one in measures]
    return json.dumps({"machine": machine(), "measures": rows}, indent=2)


def into_page(measures: Sequence[Measure], *, page: Path) -> None:
    """Put the table between the two marks of a Markdown page, in the place of the one before."""
    text = page.read_text(encoding="utf-8")
    before, found, rest = text.partition(_BEGIN)
    _, closed, after = rest.partition(_END)
    if not found or not closed:
        raise ValueError(f"{page.name} lacks the marks {_BEGIN} and {_END}")
    head = "| measure | value | floor | ratio | limit | |\n|---|---|---|---|---|---|\n"
    body = "".join(f"| {' | '.join((_named(one), *_cells(one)))} |\n" for one in measures)
    page.write_text(f"{before}{_BEGIN}\n\n{machine()}\n\n{head}{body}\n{_END}{after}", encoding="utf-8")


def machine() -> str:
    """What the numbers were taken on, in one sentence."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**30
    python = ".".join(map(str, sys.version_info[:3]))
    hardware = f"{os.cpu_count()} cores, {memory} GB of memory, {platform.system()} on {platform.machine()}"
    return f"Measured on {datetime.now(tz=UTC):%Y-%m-%d}: {hardware}, Python {python}, DuckDB {duckdb.__version__}."


def _named(one: Measure) -> str:
    return one.what or one.name


def _cells(one: Measure) -> tuple[str, str, str, str, str]:
    floor = f"{_number(one.floor)} {one.unit} ({one.floor_name})" if one.floor else ""
    ratio = f"{one.ratio:.2f}" if one.ratio is not None else ""
    unit = "" if one.ratio is not None else f" {one.unit}"
    limit = f"{one.limit:g}{unit}" + (f" (aim {one.aim:g})" if one.aim else "") if one.limit is not None else ""
    return (
        f"{_number(one.value)} {one.unit}",
        floor,
        ratio,
        limit,
        "" if one.limit is None else ("ok" if one.holds else "MISSED"),
    )


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
