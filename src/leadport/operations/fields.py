"""Lead fields: the standard ones, and the custom ones to see, make, rename and archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import FieldType
from leadport.domain.permissions import Actor, Permission, require
from leadport.engine.choices import CUSTOM, custom_key
from leadport.operations.naming import NameTaken, NameUnknown, checked_name
from leadport.store.audit import record_deed
from leadport.store.ids import reserve_ids
from leadport.store.models import CustomField
from leadport.store.names import name_key


@dataclass(frozen=True, kw_only=True)
class FieldRow:
    """A field as `--match COLUMN=FIELD` takes it (`key`), and what people call it."""

    key: str
    label: str
    type: FieldType
    custom: bool
    archived: bool = False
    import_id: int | None = None


def list_fields(*, account_id: int, actor: Actor, archived: bool = False) -> tuple[FieldRow, ...]:
    """The standard fields in the catalogue's order, then the account's own by label."""
    require(actor=actor, permission=Permission.VIEW)
    standard = [FieldRow(key=each.key, label=each.label, type=each.type, custom=False) for each in FIELDS.values()]
    found = CustomField.objects.filter(account_id=account_id)
    if not archived:
        found = found.filter(archived_at=None)
    return (*standard, *(_row(each) for each in found.order_by("label", "id")))


def create_field(*, account_id: int, label: str, kind: FieldType, actor: Actor, now: datetime) -> FieldRow:
    """A new custom field; raises NameTaken when a field has this label, or NameRefused."""
    require(actor=actor, permission=Permission.EDIT)
    tidy = checked_name(label)
    with transaction.atomic():
        made_id = reserve_ids(account_id=account_id, counter="next_id")
        _refuse_taken(account_id=account_id, label=tidy)
        taken = frozenset(FIELDS) | frozenset(
            CustomField.objects.filter(account_id=account_id).values_list("key", flat=True)
        )
        made = CustomField.objects.create(
            account_id=account_id,
            id=made_id,
            key=custom_key(label=tidy, taken=taken),
            label=tidy,
            type=kind.value,
            created_at=now,
        )
        _tell(account_id=account_id, actor=actor, deed="field_created", field_id=made.id, now=now)
    return _row(made)


def rename_field(*, account_id: int, name: str, new_label: str, actor: Actor, now: datetime) -> None:
    """Give a custom field another label; its key stays. Raises NameUnknown, NameTaken or NameRefused."""
    require(actor=actor, permission=Permission.EDIT)
    tidy = checked_name(new_label)
    with transaction.atomic():
        found = _get(account_id=account_id, name=name)
        # The entry in the audit log locks the account, so nobody can take the label after it was found free.
        _tell(account_id=account_id, actor=actor, deed="field_renamed", field_id=found.id, now=now)
        if name_key(tidy) != name_key(found.label):
            _refuse_taken(account_id=account_id, label=tidy)
        CustomField.objects.filter(account_id=account_id, id=found.id).update(label=tidy)


def archive_field(*, account_id: int, name: str, actor: Actor, now: datetime) -> None:
    """Take a custom field out of sight; leads keep its values. Raises NameUnknown."""
    require(actor=actor, permission=Permission.EDIT)
    with transaction.atomic():
        found = _get(account_id=account_id, name=name)
        CustomField.objects.filter(account_id=account_id, id=found.id, archived_at=None).update(archived_at=now)
        _tell(account_id=account_id, actor=actor, deed="field_archived", field_id=found.id, now=now)


def _get(*, account_id: int, name: str) -> CustomField:
    """A custom field by its key, with or without `custom:`, or by its label."""
    for each in CustomField.objects.filter(account_id=account_id):
        if name.removeprefix(CUSTOM) == each.key or name_key(name) == name_key(each.label):
            return each
    raise NameUnknown(f"There is no custom field {name}. Standard fields cannot be changed.")


def _refuse_taken(*, account_id: int, label: str) -> None:
    labels = [each.label for each in FIELDS.values()]
    labels += CustomField.objects.filter(account_id=account_id).values_list("label", flat=True)
    if name_key(label) in {name_key(each) for each in labels}:
        raise NameTaken(f"There is a field {label} already.")


def _tell(*, account_id: int, actor: Actor, deed: str, field_id: int, now: datetime) -> None:
    record_deed(account_id=account_id, actor=actor.name, deed=deed, object_kind="field", object_id=field_id, now=now)


def _row(found: CustomField) -> FieldRow:
    return FieldRow(
        key=f"{CUSTOM}{found.key}",
        label=found.label,
        type=FieldType(found.type),
        custom=True,
        archived=found.archived_at is not None,
        import_id=found.import_id,
    )
