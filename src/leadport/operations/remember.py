"""What an account matched before: by header set without being asked, and under names as presets."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from leadport.domain.mapping import CustomField, FieldType, Mapping
from leadport.engine.choices import CUSTOM
from leadport.engine.match import header_key
from leadport.operations.kept import from_json, json_object
from leadport.operations.naming import checked_name
from leadport.store.ids import reserve_ids
from leadport.store.models import CustomField as CustomFieldRow
from leadport.store.models import RememberedMatching
from leadport.store.names import name_key
from leadport.store.targets import NewField, ensure_fields


def remembered_mapping(*, account_id: int, header: tuple[str, ...]) -> Mapping | None:
    """What the account matched the same header set to the last time, or None; a source without a header has none."""
    if not _has_names(header):
        return None
    found = RememberedMatching.objects.filter(account_id=account_id, header_key=header_key(header=header)).first()
    return from_json(found.mapping, kind=Mapping) if found else None


def saved_mapping(*, account_id: int, name: str) -> Mapping | None:
    """The matching that the account saved under this name, or None."""
    found = RememberedMatching.objects.filter(account_id=account_id, name_key=name_key(name)).first()
    return from_json(found.mapping, kind=Mapping) if found else None


def remember(*, account_id: int, header: tuple[str, ...], mapping: Mapping, name: str | None, now: datetime) -> None:
    """Keep a matching that has landed, for the next file with this header, and under a name when one is given.

    Raises NameRefused for a name that cannot be one.
    """
    with transaction.atomic():
        if _has_names(header):
            _keep(account_id, {"header_key": header_key(header=header), "name_key": None}, mapping, None, now)
        if name is not None:
            tidy = checked_name(name)
            _keep(account_id, {"header_key": None, "name_key": name_key(tidy)}, mapping, tidy, now)


def _keep(account_id: int, found_by: dict[str, str | None], mapping: Mapping, name: str | None, now: datetime) -> None:
    # Reserving an id locks the account's row, so two imports that end together do not both add the same one.
    made_id = reserve_ids(account_id=account_id, counter="next_id")
    facts = {"name": name, "mapping": json_object(mapping), "used_at": now}
    if not RememberedMatching.objects.filter(account_id=account_id, **found_by).update(**facts):
        RememberedMatching.objects.create(account_id=account_id, id=made_id, **found_by, **facts)


def custom_fields(*, account_id: int) -> tuple[CustomField, ...]:
    """The account's custom fields."""
    found = CustomFieldRow.objects.filter(account_id=account_id).order_by("id")
    return tuple(CustomField(key=each.key, label=each.label, type=FieldType(each.type)) for each in found)


def ensure_custom_fields(*, account_id: int, import_id: int, mapping: Mapping, now: datetime) -> int:
    """Make the custom fields that the mapping names and the account lacks; returns how many."""
    wanted = {each.field.removeprefix(CUSTOM): each for each in mapping.assignments if each.field.startswith(CUSTOM)}
    fields = [NewField(key=key, label=each.label or each.column or key, type=each.type) for key, each in wanted.items()]
    with transaction.atomic():
        return ensure_fields(account_id=account_id, fields=fields, import_id=import_id, now=now)


def _has_names(header: tuple[str, ...]) -> bool:
    return any(name.strip() for name in header)
