"""Custom fields beside the standard ones."""

from __future__ import annotations

import pytest

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import FieldType
from leadport.domain.permissions import LOCAL_OWNER
from leadport.operations.fields import archive_field, create_field, list_fields, rename_field
from leadport.operations.naming import NameTaken, NameUnknown
from tests.support.lead_book import NOW, account

pytestmark = pytest.mark.usefixtures("database")


def custom(account_id: int) -> list[tuple[str, str]]:
    found = list_fields(account_id=account_id, actor=LOCAL_OWNER)
    assert [row.key for row in found[: len(FIELDS)]] == list(FIELDS)
    return [(row.key, row.label) for row in found[len(FIELDS) :]]


def create(account_id: int, label: str) -> str:
    return create_field(account_id=account_id, label=label, kind=FieldType.TEXT, actor=LOCAL_OWNER, now=NOW).key


def test_keys_are_never_taken_twice() -> None:
    account_id = account()
    assert create(account_id, "Tier!") == "custom:tier"
    assert create(account_id, "Tier?") == "custom:tier_2"
    assert create(account_id, "E-mail") != "custom:email"
    with pytest.raises(NameTaken):
        create(account_id, "tier!")


def test_the_key_stays_when_the_label_changes() -> None:
    account_id = account()
    create(account_id, "Tier")
    rename_field(account_id=account_id, name="tier", new_label="Level", actor=LOCAL_OWNER, now=NOW)
    assert custom(account_id) == [("custom:tier", "Level")]
    archive_field(account_id=account_id, name="Level", actor=LOCAL_OWNER, now=NOW)
    assert custom(account_id) == []


def test_standard_fields_cannot_be_changed() -> None:
    account_id = account()
    with pytest.raises(NameUnknown):
        rename_field(account_id=account_id, name="email", new_label="Mail", actor=LOCAL_OWNER, now=NOW)
    with pytest.raises(NameTaken):
        create(account_id, "First name")
