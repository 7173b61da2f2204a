"""What a role may do, and what it is told otherwise."""

from __future__ import annotations

import pytest

from leadport.domain.permissions import GRANTS, LOCAL_OWNER, Actor, NotPermitted, Permission, Role, require


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", Permission)
def test_an_actor_may_do_what_the_role_grants_and_nothing_else(role: Role, permission: Permission) -> None:
    actor = Actor(name="colleague", role=role)
    if permission in GRANTS[role]:
        require(actor=actor, permission=permission)
    else:
        with pytest.raises(NotPermitted, match=f"right to {permission.value}"):
            require(actor=actor, permission=permission)


def test_a_viewer_only_looks() -> None:
    assert GRANTS[Role.VIEWER] == {Permission.VIEW}


def test_each_role_may_do_all_that_the_next_one_may() -> None:
    assert GRANTS[Role.OWNER] > GRANTS[Role.EDITOR] > GRANTS[Role.VIEWER]


def test_whoever_runs_the_command_line_on_the_machine_is_an_owner() -> None:
    assert LOCAL_OWNER.role is Role.OWNER
