"""Accounts are found by name, ids are handed out once, and deeds are written down."""

from __future__ import annotations

import pytest
from django.db import transaction

from leadport.store.accounts import ensure_account, find_account, list_accounts
from leadport.store.audit import record_deed
from leadport.store.ids import reserve_ids
from tests.support.lead_book import NOW, account, rows

pytestmark = pytest.mark.usefixtures("database")


def test_an_account_is_made_once() -> None:
    made = ensure_account(name="Main", now=NOW)
    assert ensure_account(name=" main ", now=NOW) == made
    assert find_account(name="MAIN") == made
    assert find_account(name="Other") is None
    assert list_accounts() == (made,)


def test_ids_are_handed_out_in_blocks_and_for_each_account_by_itself() -> None:
    first, second = account("One"), account("Two")
    assert reserve_ids(account_id=first, counter="next_lead_id", count=5) == 1
    assert reserve_ids(account_id=first, counter="next_lead_id") == 6
    assert reserve_ids(account_id=first, counter="next_id") == 1
    assert reserve_ids(account_id=second, counter="next_lead_id") == 1


def test_there_are_no_ids_in_an_account_that_is_not_there() -> None:
    with pytest.raises(LookupError):
        reserve_ids(account_id=9, counter="next_id")


def test_a_deed_that_is_rolled_back_is_not_in_the_log() -> None:
    account_id = account()
    with transaction.atomic():
        record_deed(account_id=account_id, actor="me", deed="d", object_kind="k", object_id=1, now=NOW, facts={"n": 1})
    with transaction.atomic():
        record_deed(account_id=account_id, actor="me", deed="e", object_kind="k", object_id=1, now=NOW)
        transaction.set_rollback(True)
    assert rows("SELECT actor, deed, facts->>'n' FROM audit_entry") == [("me", "d", "1")]
