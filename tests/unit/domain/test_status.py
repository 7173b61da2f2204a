"""An import goes only where the transition table lets it."""

from __future__ import annotations

import pytest

from leadport.domain.status import TRANSITIONS, ImportState, may_become


def test_every_state_has_a_line_in_the_table() -> None:
    assert set(TRANSITIONS) == set(ImportState)


@pytest.mark.parametrize("now", ImportState)
@pytest.mark.parametrize("then", ImportState)
def test_a_step_is_allowed_exactly_when_the_table_has_it(now: ImportState, then: ImportState) -> None:
    assert may_become(now=now, then=then) is (then in TRANSITIONS[now])


def test_no_state_follows_itself() -> None:
    assert not [state for state in ImportState if may_become(now=state, then=state)]


def test_every_state_can_be_reached_from_the_draft() -> None:
    reached = {ImportState.DRAFT}
    for _ in ImportState:
        reached |= {then for now in reached for then in TRANSITIONS[now]}
    assert reached == set(ImportState)


def test_what_was_undone_is_over() -> None:
    assert not TRANSITIONS[ImportState.UNDONE]


def test_nothing_lands_that_was_not_filtered() -> None:
    assert [now for now in ImportState if may_become(now=now, then=ImportState.LANDING)] == [ImportState.FILTERED]


@pytest.mark.parametrize("state", [ImportState.LANDED, ImportState.CANCELLED, ImportState.FAILED])
def test_whatever_may_have_written_something_can_be_undone(state: ImportState) -> None:
    assert may_become(now=state, then=ImportState.UNDOING)
