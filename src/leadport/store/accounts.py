"""Finds and makes accounts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from leadport.store.models import Account
from leadport.store.names import name_key


@dataclass(frozen=True, kw_only=True)
class AccountRow:
    """An account's id and name."""

    id: int
    name: str


def find_account(*, name: str) -> AccountRow | None:
    """The account of this name, or None."""
    found = Account.objects.filter(name_key=name_key(name)).first()
    return AccountRow(id=found.id, name=found.name) if found else None


def list_accounts() -> tuple[AccountRow, ...]:
    """All accounts, oldest first."""
    return tuple(AccountRow(id=found.id, name=found.name) for found in Account.objects.order_by("id"))


def ensure_account(*, name: str, now: datetime) -> AccountRow:
    """The account of this name, made when missing; two processes that make it at once get the same one."""
    found, _ = Account.objects.get_or_create(name_key=name_key(name), defaults={"name": name, "created_at": now})
    return AccountRow(id=found.id, name=found.name)
