"""Accounts: which one to work in, and making another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.refusal import OpenQuestion, Refusal
from leadport.operations.naming import NameTaken, checked_name
from leadport.store import accounts as store

FIRST_ACCOUNT = "Main"


class AccountUnknown(Refusal):
    """No account has this name."""

    code = "account_unknown"


class AccountOpen(OpenQuestion):
    """There are several accounts, and none was named."""

    code = "account_open"


@dataclass(frozen=True, kw_only=True)
class Account:
    """An account's id and name."""

    id: int
    name: str


def choose_account(*, name: str | None, actor: Actor, now: datetime) -> Account:
    """The account of this name, or the only one there is; where there is none yet it is made.

    Raises AccountUnknown for another name, and AccountOpen when there are several and none is named.
    """
    require(actor=actor, permission=Permission.VIEW)
    accounts = list_accounts(actor=actor)
    if not accounts:
        return _account(store.ensure_account(name=checked_name(name or FIRST_ACCOUNT), now=now))
    if name is not None:
        found = store.find_account(name=name)
        if found is None:
            raise AccountUnknown(f"There is no account {name}. To make one: leadport accounts create {name!r}")
        return _account(found)
    if len(accounts) > 1:
        names = ", ".join(account.name for account in accounts[:5])
        raise AccountOpen(
            f"There are {len(accounts)} accounts ({names}). Say which with --account.", option="--account"
        )
    return accounts[0]


def list_accounts(*, actor: Actor) -> tuple[Account, ...]:
    """All accounts, oldest first."""
    require(actor=actor, permission=Permission.VIEW)
    return tuple(_account(row) for row in store.list_accounts())


def create_account(*, name: str, actor: Actor, now: datetime) -> Account:
    """A new account; raises NameTaken or NameRefused."""
    require(actor=actor, permission=Permission.MANAGE)
    if store.find_account(name=name) is not None:
        raise NameTaken(f"There is an account {name} already.")
    return _account(store.ensure_account(name=checked_name(name), now=now))


def _account(row: store.AccountRow) -> Account:
    return Account(id=row.id, name=row.name)
