"""What headers propose and values allow, before columns compete."""

from __future__ import annotations

from leadport.engine.profile import profile_rows
from leadport.engine.proposals import propose, strongest


def proposed(header: tuple[str, ...], *rows: tuple[str, ...]) -> list[tuple[str, str]]:
    found = propose(profiles=profile_rows(header=header, rows=rows))
    return [(each.profile.column, each.reading.field) for each in found]


def test_a_reading_that_its_values_contradict_is_not_proposed() -> None:
    assert proposed(("Title",), ("Mr",), ("Ms",)) == [("Title", "salutation")]


def test_in_a_list_of_orders_dates_and_states_belong_to_the_order() -> None:
    header = ("Order ID", "Subtotal", "Created at", "Status", "Customer note")
    row = ("7", "9.50", "2024-01-02", "active", "Ring twice")
    assert proposed(header, row) == [("Customer note", "notes")]
    assert ("Created at", "signup_date") in proposed(header[2:], row[2:])


def test_beside_a_plan_a_status_is_that_of_the_subscription() -> None:
    assert proposed(("Plan", "Status"), ("gold", "active")) == []


def test_among_equals_the_fuller_column_wins_and_then_the_first() -> None:
    header = ("City", "Town", "Ort")
    found = propose(profiles=profile_rows(header=header, rows=[("", "Bonn", "Bonn"), ("", "Hull", "Hull")]))
    winner = strongest(proposals=list(found))
    assert winner is not None
    assert winner.profile.column == "Town"
    assert strongest(proposals=[]) is None
