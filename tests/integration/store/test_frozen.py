"""The targets of an import survive being kept as JSON."""

from __future__ import annotations

import json

import pytest

from leadport.store.frozen import Target, Targets, freeze, thaw

TARGETS = Targets(
    targets=(
        Target(kind="list", id=1, name="L", made=True),
        Target(kind="sequence", id=2, name="S", step_id=4, entry_step_id=3),
        Target(kind="tag", id=3, name="t", from_file=True),
    ),
    lists={"l": 1, "M": 9},
    tags={"t": 3},
    first_suppression=7,
)


def test_what_is_thawed_is_what_was_frozen() -> None:
    assert thaw(json.loads(json.dumps(freeze(TARGETS)))) == TARGETS


def test_names_in_the_file_that_mean_an_actions_target_are_left_to_the_action() -> None:
    assert [each.key for each in TARGETS.actions] == ["list:1", "sequence:2"]
    assert TARGETS.named_in_file == [("list", "M", 9), ("tag", "t", 3)]


def test_something_else_is_not_taken_for_targets() -> None:
    with pytest.raises((KeyError, TypeError)):
        thaw({"targets": None, "lists": {}, "tags": {}, "first_suppression": 0})
