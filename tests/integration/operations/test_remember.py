"""Matchings are remembered by header set, and saved under names."""

from __future__ import annotations

import pytest

from leadport.domain.mapping import Assignment, FieldType, Mapping
from leadport.operations.naming import NameRefused
from leadport.operations.remember import (
    custom_fields,
    ensure_custom_fields,
    remember,
    remembered_mapping,
    saved_mapping,
)
from tests.support.lead_book import NOW, account, imported, value

pytestmark = pytest.mark.usefixtures("database")

HEADER = ("E-mail", "Tier")
MAIL = Assignment(index=0, column="E-mail", field="email", type=FieldType.EMAIL)
TIER = Assignment(index=1, column="Tier", field="custom:tier", type=FieldType.CHOICE, label="Loyalty tier")
MAPPING = Mapping(assignments=(MAIL, TIER))


def test_the_same_header_set_gets_the_last_matching_again() -> None:
    account_id = account()
    assert remembered_mapping(account_id=account_id, header=HEADER) is None
    remember(account_id=account_id, header=HEADER, mapping=Mapping(assignments=(MAIL,)), name=None, now=NOW)
    remember(account_id=account_id, header=HEADER, mapping=MAPPING, name=None, now=NOW)
    assert remembered_mapping(account_id=account_id, header=HEADER) == MAPPING
    assert remembered_mapping(account_id=account("Other"), header=HEADER) is None
    assert value("SELECT count(*) FROM remembered_matching") == 1


def test_a_source_without_a_header_is_never_taken_for_another_one() -> None:
    account_id = account()
    remember(account_id=account_id, header=("", ""), mapping=MAPPING, name=None, now=NOW)
    assert remembered_mapping(account_id=account_id, header=("", "")) is None


def test_a_saved_matching_is_found_by_its_name_and_replaced_under_it() -> None:
    account_id = account()
    remember(account_id=account_id, header=HEADER, mapping=Mapping(assignments=(MAIL,)), name="Our shop", now=NOW)
    remember(account_id=account_id, header=("A", "B"), mapping=MAPPING, name="our  SHOP", now=NOW)
    assert saved_mapping(account_id=account_id, name="Our Shop") == MAPPING
    assert remembered_mapping(account_id=account_id, header=HEADER) == Mapping(assignments=(MAIL,))
    assert saved_mapping(account_id=account_id, name="another") is None
    with pytest.raises(NameRefused):
        remember(account_id=account_id, header=HEADER, mapping=MAPPING, name=" ", now=NOW)


def test_custom_fields_of_a_mapping_are_made_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=[], directory=tmp_path_factory.mktemp("plan"))
    assert ensure_custom_fields(account_id=account_id, import_id=import_id, mapping=MAPPING, now=NOW) == 1
    assert ensure_custom_fields(account_id=account_id, import_id=import_id, mapping=MAPPING, now=NOW) == 0
    (field,) = custom_fields(account_id=account_id)
    assert (field.key, field.label, field.type) == ("tier", "Loyalty tier", FieldType.CHOICE)
