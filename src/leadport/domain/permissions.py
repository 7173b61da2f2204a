"""Who acts, and what each role may do in an account."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from leadport.domain.refusal import Refusal


class Role(StrEnum):
    """The roles of a member, from most to least."""

    OWNER = "owner"
    EDITOR = "editor"
    VIEWER = "viewer"


class Permission(StrEnum):
    """What an operation needs: to look, to change the lead book, or to change the account itself."""

    VIEW = "view"
    EDIT = "edit"
    MANAGE = "manage"


GRANTS: dict[Role, frozenset[Permission]] = {
    Role.OWNER: frozenset(Permission),
    Role.EDITOR: frozenset({Permission.VIEW, Permission.EDIT}),
    Role.VIEWER: frozenset({Permission.VIEW}),
}
"""What each role may do."""


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Whoever asks for an operation: the name that the audit log keeps, and the role in the account at hand."""

    name: str
    role: Role


LOCAL_OWNER = Actor(name="local", role=Role.OWNER)
"""Whoever can run the command line on the machine owns everything in its home anyway."""


class NotPermitted(Refusal):
    """The actor's role does not allow the operation."""

    code = "not_permitted"


def require(*, actor: Actor, permission: Permission) -> None:
    """Return when the actor's role grants the permission; raises NotPermitted otherwise."""
    if permission not in GRANTS[actor.role]:
        raise NotPermitted(
            f"This needs the right to {permission.value}, and the role {actor.role.value} does not have it."
        )
