"""`leadport fields` shows the fields, and makes, renames and archives custom ones."""

from __future__ import annotations

from leadport.domain.fields import FIELDS
from tests.functional.cli.conftest import Leadport


def test_standard_fields_come_first_and_custom_ones_after_them(leadport: Leadport) -> None:
    leadport.ok("fields", "create", "Loyalty tier", "--type", "choice")
    rows = leadport.ok("fields", "--json").rows
    assert [row["key"] for row in rows] == [*FIELDS, "custom:loyalty_tier"]
    assert (rows[-1]["label"], rows[-1]["type"], rows[-1]["custom"]) == ("Loyalty tier", "choice", True)


def test_a_custom_field_keeps_its_key_when_it_is_renamed(leadport: Leadport) -> None:
    leadport.ok("fields", "create", "Loyalty tier")
    leadport.ok("fields", "rename", "loyalty TIER", "Tier")
    row = leadport.ok("fields", "--json").rows[-1]
    assert (row["key"], row["label"]) == ("custom:loyalty_tier", "Tier")
    leadport.ok("fields", "archive", "custom:loyalty_tier")
    assert len(leadport.ok("fields", "--json").rows) == len(FIELDS)


def test_labels_are_not_taken_twice_and_standard_fields_stay(leadport: Leadport) -> None:
    assert "[name_taken]" in leadport("fields", "create", "Email").err
    assert "[name_unknown]" in leadport("fields", "archive", "email").err
    assert leadport("fields", "create", "Tier", "--type", "colour").code == 2
