"""Actions are looked at before any work is done for them."""

from __future__ import annotations

import pytest

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
from leadport.domain.permissions import LOCAL_OWNER
from leadport.operations.check_actions import checked_actions
from leadport.operations.land_targets import StepMissing
from leadport.operations.naming import NameRefused
from leadport.operations.sequences import create_sequence
from tests.support.lead_book import NOW, account

pytestmark = pytest.mark.usefixtures("database")


def test_names_are_tidied() -> None:
    untidy = Actions(
        lists=(AddToList(name=" Spring   fair "),),
        tags=(AddTag(name=" a ", category=" b  c"), AddTag(name="d")),
        sequences=(AddToSequence(name="New  here", step=4),),
    )
    assert checked_actions(account_id=account(), actions=untidy) == Actions(
        lists=(AddToList(name="Spring fair"),),
        tags=(AddTag(name="a", category="b c"), AddTag(name="d")),
        sequences=(AddToSequence(name="New here", step=4),),
    )


@pytest.mark.parametrize(
    "actions",
    [
        Actions(lists=(AddToList(name=""),)),
        Actions(lists=(AddToList(name="x" * 300),)),
        Actions(tags=(AddTag(name="a", category=" "),)),
        Actions(sequences=(AddToSequence(name="a\x1bb"),)),
    ],
)
def test_names_that_cannot_be_are_refused(actions: Actions) -> None:
    with pytest.raises(NameRefused):
        checked_actions(account_id=account(), actions=actions)


def test_a_step_that_a_sequence_does_not_have_is_refused() -> None:
    account_id = account()
    create_sequence(account_id=account_id, name="Welcome", steps=2, actor=LOCAL_OWNER, now=NOW)
    within, beyond = (Actions(sequences=(AddToSequence(name="welcome", step=step),)) for step in (2, 3))
    assert checked_actions(account_id=account_id, actions=within) == within
    with pytest.raises(StepMissing, match="has 2 steps"):
        checked_actions(account_id=account_id, actions=beyond)
    assert checked_actions(account_id=account("Other"), actions=beyond) == beyond
