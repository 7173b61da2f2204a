"""Looks at the actions of an import before any work is done for it."""

from __future__ import annotations

from dataclasses import replace

from leadport.domain.actions import Actions, AddToSequence
from leadport.operations.land_targets import StepMissing
from leadport.operations.naming import checked_name
from leadport.store.models import Sequence, Step
from leadport.store.names import name_key


def checked_actions(*, account_id: int, actions: Actions) -> Actions:
    """The actions with tidy names; raises NameRefused, or StepMissing for a sequence that has fewer steps."""
    for sequence in actions.sequences:
        _refuse_missing_step(account_id, sequence)
    return Actions(
        lists=tuple(replace(each, name=checked_name(each.name)) for each in actions.lists),
        tags=tuple(
            replace(each, name=checked_name(each.name), category=each.category and checked_name(each.category))
            for each in actions.tags
        ),
        sequences=tuple(replace(each, name=checked_name(each.name)) for each in actions.sequences),
    )


def _refuse_missing_step(account_id: int, wanted: AddToSequence) -> None:
    found = Sequence.objects.filter(account_id=account_id, name_key=name_key(wanted.name)).first()
    # A sequence that is not there yet is made with as many steps as are needed.
    if found is None:
        return
    steps = Step.objects.filter(account_id=account_id, sequence_id=found.id).count()
    if wanted.step > steps:
        raise StepMissing(f"The sequence {found.name} has {steps} steps, so nobody can join it at step {wanted.step}.")
