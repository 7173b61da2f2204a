"""Undo is the inverse of landing, whatever was there before, and its preview tells the truth."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence, ExistingStart
from leadport.domain.verdicts import ExistingPolicy
from leadport.operations.receipt import receipt
from leadport.operations.receipt_proof import verify
from leadport.operations.undo import undo
from tests.support.lead_book import NOW, Person, account, dump, imported

pytestmark = pytest.mark.usefixtures("database")

NAMES = st.sampled_from("abcdefgh")
VALUES = st.sampled_from([None, "1", "2"])
LABELS = st.lists(st.sampled_from(["Red", "Blue", "red"]), max_size=2).map(tuple) | st.none()


@st.composite
def people(draw: st.DrawFn) -> list[Person]:
    """A file's standing records: each person once."""
    return [
        Person(
            email=f"{name}@example.com",
            values={"city": draw(VALUES), "phone": draw(VALUES)},
            custom=draw(st.sampled_from([None, '{"x": "1"}', '{"x": "2", "y": "1"}'])),
            tags=draw(LABELS),
            lists=draw(LABELS),
            suppress=draw(st.sampled_from([None, None, None, None, "manual", "complaint"])),
        )
        for name in sorted(draw(st.sets(NAMES, max_size=6)))
    ]


ACTIONS = st.builds(
    Actions,
    lists=st.sampled_from([(), (AddToList(name="Red"),), (AddToList(name="Blue"), AddToList(name="New"))]),
    tags=st.sampled_from([(), (AddTag(name="Red"), AddTag(name="Red", category="C"))]),
    sequences=st.sampled_from(
        [(), (AddToSequence(name="S"), AddToSequence(name="T", existing_start=ExistingStart.SAME))]
    ),
)
IMPORT = st.tuples(people(), ACTIONS, st.sampled_from(ExistingPolicy), st.integers(1, 4))

counter = iter(range(1_000_000))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=IMPORT, later=st.lists(IMPORT, min_size=1, max_size=3))
def test_imports_taken_back_one_by_one_leave_the_former_lead_book(
    before: tuple[list[Person], Actions, ExistingPolicy, int],
    later: list[tuple[list[Person], Actions, ExistingPolicy, int]],
) -> None:
    account_id = account(f"Account {next(counter)}")
    with tempfile.TemporaryDirectory() as room:
        land(account_id, before, Path(room))
        former = dump(account_id=account_id)
        made = [land(account_id, each, Path(room)) for each in later]
    # Whatever is undone first, a lead that another import uses stays with that one, so last in goes first out.
    for import_id in reversed(made):
        undo(account_id=account_id, import_id=import_id, dry_run=False, actor="test", now=NOW, chunk_size=2)
        assert verify(account_id=account_id, import_id=import_id).ok
    assert dump(account_id=account_id) == former


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=IMPORT, second=IMPORT)
def test_a_preview_of_undo_says_what_undo_will_do(
    first: tuple[list[Person], Actions, ExistingPolicy, int], second: tuple[list[Person], Actions, ExistingPolicy, int]
) -> None:
    account_id = account(f"Account {next(counter)}")
    with tempfile.TemporaryDirectory() as room:
        made = [land(account_id, each, Path(room)) for each in (first, second)]
    for import_id in made:
        preview = undo(account_id=account_id, import_id=import_id, dry_run=True, actor="test", now=NOW, chunk_size=2)
        done = undo(account_id=account_id, import_id=import_id, dry_run=False, actor="test", now=NOW, chunk_size=2)
        assert done.details == preview.details


def land(account_id: int, what: tuple[list[Person], Actions, ExistingPolicy, int], room: Path) -> int:
    crowd, actions, policy, chunk_size = what
    made = imported(
        account_id=account_id, people=crowd, directory=room, actions=actions, policy=policy, chunk_size=chunk_size
    )
    assert receipt(account_id=account_id, import_id=made).balanced
    assert verify(account_id=account_id, import_id=made).ok
    return made
