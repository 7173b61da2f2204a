"""Verdicts from values, and the keys the store is asked about."""

from __future__ import annotations

from pathlib import Path

from leadport.domain.verdicts import FilterOptions
from leadport.engine.filter import filter_records, keys_for_lookup
from tests.support.people import judged, mapping_of, normalised, rows_of


def test_the_store_is_asked_once_about_everybody_who_may_land(tmp_path: Path) -> None:
    rows = [["A.nn@gmail.com"], ["a.nn@gmail.com"], ["nobody"], ["bob@bücher.example"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email"))
    keys = keys_for_lookup(values=values, target=tmp_path / "keys.parquet")
    assert sorted(rows_of(keys, "email_key", "mailbox_key", "domain")) == [
        ("a.nn@gmail.com", "ann@gmail.com", "gmail.com"),
        ("bob@xn--bcher-kva.example", "bob@xn--bcher-kva.example", "xn--bcher-kva.example"),
    ]


def test_without_answers_of_the_store_nobody_exists_and_nobody_is_blocked(tmp_path: Path) -> None:
    _, values = normalised(directory=tmp_path, rows=[["ann@example.com"], ["nobody"]], mapping=mapping_of("email"))
    _, tally = filter_records(
        values=values,
        existing=None,
        suppressed=None,
        options=FilterOptions(),
        target=tmp_path / "verdicts.parquet",
        spill=tmp_path,
    )
    assert (tally.new, tally.failed, tally.uploaded) == (1, 1, 2)


def test_a_blocked_lead_has_no_lead_id_to_act_on(tmp_path: Path) -> None:
    _, values = normalised(directory=tmp_path, rows=[["ann@example.com"]], mapping=mapping_of("email"))
    verdicts, _ = judged(
        directory=tmp_path, values=values, existing={"ann@example.com": 5}, suppressed={"ann@example.com": "bounce"}
    )
    assert rows_of(verdicts.path, "verdict", "reason", "lead_id", "suppress") == [
        ("blocked", "blocked_bounce", None, None)
    ]


def test_a_record_does_not_belong_to_a_person_of_another_file(tmp_path: Path) -> None:
    rows = [["ann@example.com", "x"], ["", "y"]]
    mapping = mapping_of("email", "city", continuation_rows=True)
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping, parts=[0, 1])
    verdicts, _ = judged(directory=tmp_path, values=values)
    assert rows_of(verdicts.path, "verdict", "reason")[1] == ("failed", "email_missing")


def test_verdicts_stay_in_the_order_of_the_records_when_everybody_exists(tmp_path: Path) -> None:
    people = [[f"p{number}@example.com"] for number in range(3000)]
    _, values = normalised(directory=tmp_path, rows=people, mapping=mapping_of("email"))
    existing = {f"p{number}@example.com": number + 1 for number in range(3000) if number % 3}
    verdicts, tally = judged(directory=tmp_path, values=values, existing=existing)
    found = rows_of(verdicts.path, "record_number", "lead_id")
    assert found == [(number + 1, number + 1 if number % 3 else None) for number in range(3000)]
    assert (tally.existing, tally.new) == (2000, 1000)
