"""The table of the benchmark says what was measured, and what was missed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.measures import Measure
from bench.report import as_json, as_text, into_page

KEPT = Measure(name="import", what="whole import", value=12.0, unit="s", floor=8.0, floor_name="L", limit=2.5, aim=1.5)
MISSED = Measure(name="memory", what="peak memory", value=700.0, unit="MB", limit=600)


def test_a_measure_with_a_floor_is_judged_by_its_ratio_and_one_without_by_its_value() -> None:
    assert KEPT.ratio == 1.5
    assert KEPT.holds
    assert MISSED.ratio is None
    assert not MISSED.holds


def test_the_table_shows_value_floor_ratio_and_limit_and_names_what_is_missed() -> None:
    kept, missed = as_text([KEPT, MISSED]).splitlines()[1:]
    assert kept.split("  ")[0] == "whole import"
    assert all(part in kept for part in ("12.00 s", "8.00 s (L)", "1.50", "2.5 (aim 1.5)", "ok"))
    assert missed.endswith("MISSED")
    assert "600 MB" in missed


def test_the_table_replaces_the_one_that_stood_between_the_marks(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("before\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nafter\n", encoding="utf-8")
    into_page([KEPT], page=page)
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert "| whole import | 12.00 s | 8.00 s (L) | 1.50 |" in text


def test_a_page_without_the_marks_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_text("nothing to replace\n", encoding="utf-8")
    with pytest.raises(ValueError, match="marks"):
        into_page([KEPT], page=page)
    assert page.read_text(encoding="utf-8") == "nothing to replace\n"


def test_the_json_has_the_ratios_and_the_machine() -> None:
    told = json.loads(as_json([KEPT]))
    assert told["measures"][0]["ratio"] == 1.5
    assert "cores" in told["machine"]
