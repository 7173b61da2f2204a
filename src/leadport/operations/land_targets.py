"""Which lists, tags and steps an import's actions mean: found by name, made when missing, and fixed by id."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from leadport.domain.actions import Actions, AddTag, AddToSequence, ExistingStart
from leadport.domain.refusal import Refusal
from leadport.store.frozen import Target, Targets
from leadport.store.ids import reserve_ids
from leadport.store.targets import (
    StepMissingError,
    ensure_categories,
    ensure_lists,
    ensure_sequence,
    ensure_tags,
)


class StepMissing(Refusal):
    """The sequence is there and has fewer steps than asked for."""

    code = "step_missing"


def prepare_targets(
    *,
    account_id: int,
    import_id: int,
    actions: Actions,
    named_lists: Sequence[str],
    named_tags: Sequence[str],
    entries: int,
    now: datetime,
) -> Targets:
    """All targets of an import, those of its actions first; each list, tag or sequence once. Raises StepMissing.

    `named_lists` and `named_tags` are the names that the records hold, `entries` how many blocklist entries they make.
    """
    lists = ensure_lists(
        account_id=account_id,
        names=[action.name for action in actions.lists] + list(named_lists),
        import_id=import_id,
        now=now,
    )
    tags = ensure_tags(account_id=account_id, category_id=None, names=named_tags, import_id=import_id, now=now)
    targets = [
        *(
            Target(kind="list", id=lists[each.name].id, name=each.name, made=lists[each.name].made)
            for each in actions.lists
        ),
        *_tags(actions.tags, account_id=account_id, import_id=import_id, now=now),
        *(_sequence(each, account_id=account_id, import_id=import_id, now=now) for each in actions.sequences),
        *(
            Target(kind="list", id=lists[name].id, name=name, made=lists[name].made, from_file=True)
            for name in named_lists
        ),
        *(Target(kind="tag", id=tags[name].id, name=name, made=tags[name].made, from_file=True) for name in named_tags),
    ]
    once = {target.key: target for target in reversed(targets)}
    return Targets(
        targets=tuple(target for target in targets if once[target.key] is target),
        lists={name: lists[name].id for name in named_lists},
        tags={name: tags[name].id for name in named_tags},
        first_suppression=reserve_ids(account_id=account_id, counter="next_id", count=entries) if entries else 0,
    )


def _tags(actions: Sequence[AddTag], *, account_id: int, import_id: int, now: datetime) -> list[Target]:
    names = [each.category for each in actions if each.category is not None]
    categories = ensure_categories(account_id=account_id, names=names, import_id=import_id, now=now)
    targets = []
    for each in actions:
        category_id = None if each.category is None else categories[each.category].id
        found = ensure_tags(
            account_id=account_id, category_id=category_id, names=[each.name], import_id=import_id, now=now
        )[each.name]
        name = each.name if each.category is None else f"{each.category}/{each.name}"
        targets.append(Target(kind="tag", id=found.id, name=name, made=found.made))
    return targets


def _sequence(action: AddToSequence, *, account_id: int, import_id: int, now: datetime) -> Target:
    try:
        found = ensure_sequence(account_id=account_id, name=action.name, step=action.step, import_id=import_id, now=now)
    except StepMissingError as error:
        raise StepMissing(
            f"The sequence {error.sequence} has no step {error.step}. Choose a step it has, or add one first."
        ) from error
    same = action.existing_start is ExistingStart.SAME
    return Target(
        kind="sequence",
        id=found.sequence.id,
        name=action.name,
        made=found.sequence.made,
        step_id=found.step_id,
        entry_step_id=found.step_id if same else found.first_step_id,
    )
