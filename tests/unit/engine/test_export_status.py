"""File names tell a status only where an exporter wrote them."""

from __future__ import annotations

import pytest

from leadport.engine.export_status import statuses_of


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("subscribed_members_export_abc123.csv", "subscribed"),
        ("unsubscribed_email_audience_export_1a2b.csv", "unsubscribed"),
        ("cleaned_segment_export_9.csv", "cleaned"),
        ("NONSUBSCRIBED_members_export_9 (1).csv", "nonsubscribed"),
        ("non-subscribed_members_export_9.csv", "nonsubscribed"),
        ("folder/cleaned_members_export_9.csv.gz", "cleaned"),
        ("cleaned.csv", None),
        ("cleaned_list_2024.csv", None),
        ("subscribed.csv", None),
        ("members_export_subscribed.csv", None),
        ("people.csv", None),
    ],
)
def test_a_name_alone_tells_a_status_in_the_form_of_the_exporter_only(name: str, status: str | None) -> None:
    assert statuses_of(names=[name]) == (status,)


def test_short_names_tell_a_status_beside_each_other() -> None:
    names = ["subscribed.csv", "unsubscribed.csv", "cleaned-2024.csv", "notes.csv"]
    assert statuses_of(names=names) == ("subscribed", "unsubscribed", "cleaned", None)


def test_the_same_short_name_twice_tells_nothing() -> None:
    assert statuses_of(names=["a/cleaned.csv", "b/cleaned.csv"]) == (None, None)
