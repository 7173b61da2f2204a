"""The plan and the blocklist entries beside it."""

from __future__ import annotations

from pathlib import Path

from leadport.engine.plan import SUPPRESS, make_plan
from tests.support.people import column_of, judged, mapping_of, normalised, rows_of


def test_the_plan_holds_who_lands_in_the_order_of_their_keys(tmp_path: Path) -> None:
    rows = [
        ["Zed@example.com", "Zed"],
        ["ann@example.com", "Ann"],
        ["zed@example.com", "Z"],
        ["nobody", "N"],
        ["bob@example.com", "Bob"],
    ]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "first_name"))
    verdicts, _ = judged(directory=tmp_path, values=values, existing={"bob@example.com": 7})
    plan = make_plan(values=values, verdicts=verdicts, target=tmp_path / "plan.parquet")
    names = ("seq", "record_number", "verdict", "lead_id", "email", "email_key", "f_first_name")
    assert rows_of(plan, *names) == [
        (0, 2, "new", None, "ann@example.com", "ann@example.com", "Ann"),
        (1, 5, "existing", 7, "bob@example.com", "bob@example.com", "Bob"),
        (2, 1, "new", None, "Zed@example.com", "zed@example.com", "Zed"),
    ]


def test_seq_counts_without_a_gap_over_many_row_groups(tmp_path: Path) -> None:
    people = [[f"p{number * 7919 % 60_000:05}@example.com"] for number in range(60_000)]
    _, values = normalised(directory=tmp_path, rows=people, mapping=mapping_of("email"))
    verdicts, _ = judged(directory=tmp_path, values=values)
    plan = make_plan(values=values, verdicts=verdicts, target=tmp_path / "plan.parquet")
    assert column_of(plan, "seq") == list(range(60_000))
    keys = column_of(plan, "email_key")
    assert keys == sorted(keys, key=str)


def test_a_mailbox_gets_one_entry_with_its_strongest_kind(tmp_path: Path) -> None:
    rows = [["a.nn@gmail.com", "cleaned"], ["ann@gmail.com", "spam complaint"], ["bob@example.com", "pending"]]
    _, values = normalised(directory=tmp_path, rows=rows, mapping=mapping_of("email", "status"))
    verdicts, _ = judged(directory=tmp_path, values=values)
    plan = make_plan(values=values, verdicts=verdicts, target=tmp_path / "plan.parquet")
    assert column_of(plan, "seq") == []
    assert rows_of(tmp_path / SUPPRESS, "email", "mailbox_key", "kind", "record_number") == [
        ("a.nn@gmail.com", "ann@gmail.com", "complaint", 1),
        ("bob@example.com", "bob@example.com", "unsubscribe", 3),
    ]
