"""Counting a Verdicts file."""

from __future__ import annotations

from pathlib import Path

from tests.support.people import judged, mapping_of, normalised


def test_a_record_counts_for_each_of_its_notes_and_once_for_its_verdict(tmp_path: Path) -> None:
    rows = [
        [" ann@example.com", "'+61 1"],
        ["bob@gmial.com", "'+61 2"],
        ["bob@gmial.com", "call"],
        ["nobody", ""],
    ]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "phone"))
    _, tally = judged(directory=tmp_path, values=values)
    assert tally.balanced
    assert tally.reasons == {"duplicate_in_file": 1, "email_no_at": 1}
    assert tally.repairs == {"apostrophe": 2, "spaces": 1}
    assert tally.warnings == {"value_left_blank": 1}
    assert tally.suggestions == {"domain_typo": 1}
