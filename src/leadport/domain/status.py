"""The states of an import and the only ways between them."""

from __future__ import annotations

from enum import StrEnum


class ImportState(StrEnum):
    """Where an import stands."""

    DRAFT = "draft"
    FILTERED = "filtered"
    LANDING = "landing"
    LANDED = "landed"
    UNDOING = "undoing"
    UNDONE = "undone"
    CANCELLED = "cancelled"
    FAILED = "failed"


TRANSITIONS: dict[ImportState, frozenset[ImportState]] = {
    ImportState.DRAFT: frozenset({ImportState.FILTERED, ImportState.CANCELLED, ImportState.FAILED}),
    ImportState.FILTERED: frozenset(
        {ImportState.DRAFT, ImportState.LANDING, ImportState.CANCELLED, ImportState.FAILED}
    ),
    ImportState.LANDING: frozenset({ImportState.LANDED, ImportState.CANCELLED, ImportState.FAILED}),
    ImportState.LANDED: frozenset({ImportState.UNDOING}),
    ImportState.UNDOING: frozenset({ImportState.UNDONE}),
    ImportState.UNDONE: frozenset(),
    ImportState.CANCELLED: frozenset({ImportState.UNDOING}),
    ImportState.FAILED: frozenset({ImportState.UNDOING}),
}
"""From each state the states that may follow; the diagram in the docs is made from this table."""


def may_become(*, now: ImportState, then: ImportState) -> bool:
    """True when the table allows the step."""
    return then in TRANSITIONS[now]
