"""How much a source may ask of this machine before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

KIB = 1024
MIB = 1024 * KIB
GIB = 1024 * MIB

MAX_COLUMNS = 500
"""More columns than this are refused: no export of people comes near, and a wrong delimiter easily does."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """The bounds of everything that unfolds; plain text has no bound on its size.

    `archive_entries` and `archive_directory_bytes` bound what a ZIP may list, `unpacked_bytes` what archives
    may write. An archive may grow `ratio` times; that is only looked at beyond `ratio_free_bytes`, because
    small repetitive lists shrink well. `sheet_xml_bytes` bounds one XML part of a workbook, `sheet_cells` the
    rectangle that a sheet spans. The child process that reads a sheet gets `sheet_memory_bytes`,
    `sheet_cpu_seconds` and `sheet_seconds` on the clock.
    """

    archive_entries: int = 200
    archive_directory_bytes: int = 1 * MIB
    unpacked_bytes: int = 20 * GIB
    ratio: int = 200
    ratio_free_bytes: int = 8 * MIB
    sheet_xml_bytes: int = 4 * GIB
    sheet_cells: int = 60_000_000
    sheet_columns: int = MAX_COLUMNS
    sheet_memory_bytes: int = 3 * GIB
    sheet_cpu_seconds: int = 240
    sheet_seconds: int = 300


DEFAULT_LIMITS = Limits()
