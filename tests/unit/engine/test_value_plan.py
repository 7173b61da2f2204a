"""Which fields come out of a mapping."""

from __future__ import annotations

from leadport.domain.fields import FIELDS, Storage
from leadport.engine.fixed_values import Fixed
from leadport.engine.judges import ColumnStyle
from leadport.engine.no_people import LineFacts
from leadport.engine.value_plan import ValuePlan, planned_columns
from leadport.engine.value_table import value_schema
from tests.support.people import mapping_of

LINES = LineFacts(columns=(), header=(), address=None, early=frozenset(), last=0, footer=False)


def _plan(*fields: str, fixed: tuple[Fixed, ...] = ()) -> ValuePlan:
    assignments = mapping_of(*fields).assignments
    columns = planned_columns(assignments=assignments, styles=[ColumnStyle()] * len(assignments))
    return ValuePlan(columns=columns, lines=LINES, fixed=fixed)


def test_fields_come_in_the_order_of_the_catalogue_whatever_the_order_of_the_columns() -> None:
    assert _plan("city", "email", "first_name").fields == ("email_secondary", "first_name", "city")


def test_a_full_name_feeds_first_and_last_name() -> None:
    assert _plan("full_name").fields == ("first_name", "last_name", "full_name")


def test_signals_and_links_are_no_fields() -> None:
    plan = _plan("status", "opt_out", "tags", "lists", "custom_json", "custom:a", "custom:b")
    assert (plan.fields, plan.custom) == ((), ("a", "b"))
    assert plan.has("tags")


def test_a_fixed_value_makes_a_field_of_its_own() -> None:
    plan = _plan("email", fixed=(Fixed(field="source", value="Fair"), Fixed(field="custom:a", value="1")))
    assert plan.fields == ("email_secondary", "source")
    assert plan.custom == ("a",)


def test_the_email_column_comes_before_all_others() -> None:
    assert [column.field for column in _plan("email_secondary", "city", "email").columns] == [
        "email",
        "email_secondary",
        "city",
    ]


def test_every_field_that_a_lead_stores_has_its_column() -> None:
    stored = [f"f_{key}" for key, field in FIELDS.items() if field.storage is Storage.COLUMN and key != "email"]
    assert [name for name in value_schema(plan=_plan(*FIELDS)).names if name.startswith("f_")] == stored
