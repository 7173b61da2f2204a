"""The catalogue of fields keeps its promises."""

from __future__ import annotations

from leadport.domain.fields import FIELDS, LEAD_COLUMNS, Storage


def test_every_field_is_found_under_its_own_key_and_has_a_label_nobody_else_has() -> None:
    assert all(key == field.key for key, field in FIELDS.items())
    assert len({field.label.casefold() for field in FIELDS.values()}) == len(FIELDS)


def test_a_lead_stores_what_is_neither_a_signal_nor_a_link_and_the_email_apart() -> None:
    assert "email" not in LEAD_COLUMNS
    assert "email_secondary" in LEAD_COLUMNS
    assert not {"status", "opt_out", "tags", "lists", "custom_json"} & set(LEAD_COLUMNS)


def test_lead_columns_stand_in_the_order_of_the_catalogue() -> None:
    stored = [key for key, field in FIELDS.items() if field.storage is Storage.COLUMN and key != "email"]
    assert list(LEAD_COLUMNS) == stored


def test_lists_tags_opt_outs_and_second_addresses_take_several_columns_and_the_email_one() -> None:
    several = {key for key, field in FIELDS.items() if field.several}
    assert several == {"email_secondary", "opt_out", "tags", "lists"}
