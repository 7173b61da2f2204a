"""The limits are the ones that were promised."""

from __future__ import annotations

from leadport.engine.limits import DEFAULT_LIMITS, GIB, MAX_COLUMNS


def test_archives_and_columns_are_bounded_as_promised() -> None:
    assert DEFAULT_LIMITS.archive_entries <= 200
    assert DEFAULT_LIMITS.ratio <= 200
    assert MAX_COLUMNS == DEFAULT_LIMITS.sheet_columns == 500


def test_fifty_million_people_fit_into_an_archive() -> None:
    assert DEFAULT_LIMITS.unpacked_bytes >= 50_000_000 * 250
    assert DEFAULT_LIMITS.sheet_memory_bytes < 4 * GIB
