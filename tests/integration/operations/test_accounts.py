"""Which account is worked in."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from leadport.domain.permissions import LOCAL_OWNER, Actor, NotPermitted, Role
from leadport.operations.accounts import AccountOpen, AccountUnknown, choose_account, create_account, list_accounts
from leadport.operations.naming import NameRefused, NameTaken

pytestmark = pytest.mark.usefixtures("database")

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def choose(name: str | None = None) -> str:
    return choose_account(name=name, actor=LOCAL_OWNER, now=NOW).name


def test_the_first_account_is_made_and_then_used() -> None:
    assert choose() == "Main"
    assert choose() == choose("main") == "Main"
    assert len(list_accounts(actor=LOCAL_OWNER)) == 1


def test_with_several_one_must_be_named() -> None:
    create_account(name="Bakery", actor=LOCAL_OWNER, now=NOW)
    create_account(name="Butcher", actor=LOCAL_OWNER, now=NOW)
    assert choose("BAKERY") == "Bakery"
    with pytest.raises(AccountOpen) as question:
        choose()
    assert question.value.option == "--account"
    with pytest.raises(AccountUnknown):
        choose("Baker")


def test_names_are_checked_and_taken_once() -> None:
    create_account(name="Bakery", actor=LOCAL_OWNER, now=NOW)
    with pytest.raises(NameTaken):
        create_account(name=" bakery", actor=LOCAL_OWNER, now=NOW)
    with pytest.raises(NameRefused):
        create_account(name=" ", actor=LOCAL_OWNER, now=NOW)


def test_only_an_owner_makes_accounts() -> None:
    with pytest.raises(NotPermitted):
        create_account(name="Bakery", actor=Actor(name="eve", role=Role.EDITOR), now=NOW)
