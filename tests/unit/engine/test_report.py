"""Pages of records, causes, likely typing errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.verdicts import Verdict
from leadport.engine.artifacts import Records, Verdicts
from leadport.engine.report import causes, likely_typos, page
from tests.support.people import judged, mapping_of, normalised

ROWS: list[list[str | None]] = [
    ["ann@example.com", "Ann"],
    ["nobody", "Bob {column}"],
    ["ann@example.com", "Ann"],
    [" cid@gmial.com", "Cid"],
    ["somebody", None],
    ["dora@gmial.com", ""],
]


@pytest.fixture
def filtered(tmp_path: Path) -> tuple[Records, Verdicts]:
    records, values = normalised(directory=tmp_path, rows=ROWS, mapping=mapping_of("email", "first_name"))
    verdicts, _ = judged(directory=tmp_path, values=values)
    return records, verdicts


def test_a_page_goes_on_where_the_last_one_ended(filtered: tuple[Records, Verdicts]) -> None:
    records, verdicts = filtered
    seen: list[int] = []
    after: int | None = 0
    while after is not None:
        found = page(records=records, verdicts=verdicts, after=after, limit=2)
        assert found.total == 6
        seen += [row.record_number for row in found.rows]
        after = found.next_after
    assert seen == [1, 2, 3, 4, 5, 6]


def test_a_row_says_in_a_sentence_what_is_wrong_where(filtered: tuple[Records, Verdicts]) -> None:
    records, verdicts = filtered
    found = page(records=records, verdicts=verdicts, verdict=Verdict.FAILED)
    assert [row.sentence for row in found.rows] == [
        'Line 3: "nobody" has no @, so it is not an email address.',
        'Line 6: "somebody" has no @, so it is not an email address.',
    ]
    assert [row.cells for row in found.rows] == [("nobody", "Bob {column}"), ("somebody", "")]
    assert found.rows[0].part == "part0.csv"


def test_records_can_be_asked_for_by_reason_and_by_note(filtered: tuple[Records, Verdicts]) -> None:
    records, verdicts = filtered
    by_reason = page(records=records, verdicts=verdicts, reason="duplicate_in_file")
    assert [(row.record_number, row.first_record) for row in by_reason.rows] == [(3, 1)]
    assert [row.record_number for row in page(records=records, verdicts=verdicts, reason="spaces").rows] == [4]
    typos = page(records=records, verdicts=verdicts, reason="domain_typo")
    assert [row.suggestion for row in typos.rows] == ["cid@gmail.com", "dora@gmail.com"]
    assert [note.sentence for note in typos.rows[1].notes] == ["Line 7: did they mean dora@gmail.com?"]


def test_causes_name_the_first_lines_to_look_at(filtered: tuple[Records, Verdicts]) -> None:
    found = {cause.code: (cause.verdict, cause.count, cause.first_lines) for cause in causes(verdicts=filtered[1])}
    assert found == {
        "email_no_at": (Verdict.FAILED, 2, (3, 6)),
        "duplicate_in_file": (Verdict.DUPLICATED, 1, (4,)),
    }


def test_likely_typing_errors_are_grouped_by_domain(filtered: tuple[Records, Verdicts]) -> None:
    (typo,) = likely_typos(verdicts=filtered[1])
    assert (typo.domain, typo.likely, typo.count) == ("gmial.com", "gmail.com", 2)
