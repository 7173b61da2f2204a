"""Migrating twice does nothing the second time."""

from __future__ import annotations

import pytest

from leadport.domain.permissions import LOCAL_OWNER, Actor, NotPermitted, Role
from leadport.operations.migrate import migrate, missing_migrations

pytestmark = pytest.mark.usefixtures("database")


def test_a_database_that_is_up_to_date_stays_as_it_is() -> None:
    assert missing_migrations() == 0
    assert migrate(actor=LOCAL_OWNER) == 0


def test_only_an_owner_migrates() -> None:
    with pytest.raises(NotPermitted):
        migrate(actor=Actor(name="eve", role=Role.EDITOR))
