"""From a suggestion and what the importer decided over it to the mapping that is carried out."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from difflib import get_close_matches

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import (
    Assignment,
    ColumnMatch,
    CustomField,
    FieldType,
    FixedValue,
    Mapping,
    Match,
    MatchOverrides,
)
from leadport.domain.refusal import OpenQuestion, Refusal
from leadport.engine.wording import fold, squash

CUSTOM = "custom:"
"""What the field of an assignment to a custom field starts with."""


class UnknownColumn(Refusal):
    """An option names a column that the source does not have, or that several columns share."""

    code = "unknown_column"


class UnknownField(Refusal):
    """An option names a field that neither the catalogue nor the account has."""

    code = "unknown_field"


class ColumnDecidedTwice(Refusal):
    """Two options say different things about one column."""

    code = "column_decided_twice"


class FieldTakenTwice(Refusal):
    """Two columns were given to a field that holds one value."""

    code = "field_taken_twice"


class FieldNotFixable(Refusal):
    """A fixed value was given for a field that must differ from lead to lead."""

    code = "field_not_fixable"


class EmailColumnOpen(OpenQuestion):
    """No column holds the email address, and only the importer can say which one does."""

    code = "email_column_open"


def to_mapping(*, match: Match, overrides: MatchOverrides, known: tuple[CustomField, ...] = ()) -> Mapping:
    """The suggestion with the importer's decisions carried out, complete and free of conflicts.

    A decision beats a suggestion: a field given to a column by hand is taken from the column it was suggested for.
    Columns of one field that a preset or a remembered matching knows of stay together. `known` are the account's custom
    fields.

    Raises:
        UnknownColumn, UnknownField, ColumnDecidedTwice, FieldTakenTwice, FieldNotFixable: a decision cannot be kept.
        EmailColumnOpen: no column is left that holds the address.
    """
    decided = _decided(match, overrides, known)
    _check_once(list(decided.values()))
    given = {each.field for each in decided.values() if not _takes_several(each.field)}
    ignored = {_find(match, name).index for name in overrides.ignore}
    assignments = []
    for column in match.columns:
        assignment = decided.get(column.index) or _suggested(column)
        suggested_only = column.index not in decided
        if assignment is None or column.index in ignored or (suggested_only and assignment.field in given):
            continue
        assignments.append(assignment)
    if not any(each.field == "email" for each in assignments):
        raise EmailColumnOpen(
            "No column is known to hold the email address. Name it with --match COLUMN=email.", option="--match"
        )
    fixed = _fixed(overrides, known)
    kept = tuple(each for each in match.fixed if each.field not in {new.field for new in fixed})
    return Mapping(assignments=tuple(assignments), fixed=kept + fixed, continuation_rows=match.continuation_rows)


def custom_key(*, label: str, taken: frozenset[str]) -> str:
    """A key of ASCII letters, digits and `_` for a custom field, not among `taken`.

    A label without a Latin letter or digit gets `field_` and eight digits of its SHA-256, which stay the same for ever.
    """
    slug = re.sub(r"[^a-z0-9]+", "_", fold(text=label)).strip("_")[:60]
    base = slug or f"field_{hashlib.sha256(label.encode()).hexdigest()[:8]}"
    key, turn = base, 2
    while key in taken:
        key, turn = f"{base}_{turn}", turn + 1
    return key


def _decided(match: Match, overrides: MatchOverrides, known: tuple[CustomField, ...]) -> dict[int, Assignment]:
    """The columns decided by hand, by index."""
    decided: dict[int, Assignment] = {}
    columns = [_find(match, name) for name, _ in overrides.match]
    created = [_find(match, new.column) for new in overrides.create]
    ignored = [_find(match, name) for name in overrides.ignore]
    _check_columns([*columns, *created, *ignored])
    for column, (_, wanted) in zip(columns, overrides.match, strict=True):
        decided[column.index] = _assigned(column, wanted, known)
    made = list(known)
    for column, new in zip(created, overrides.create, strict=True):
        custom = next((each for each in known if squash(text=each.label) == squash(text=new.label)), None)
        if custom is None:
            key = custom_key(label=new.label, taken=frozenset(FIELDS) | {each.key for each in made})
            custom = CustomField(key=key, label=new.label, type=new.type)
            made.append(custom)
        decided[column.index] = _custom(column, custom)
    _check_labels(overrides)
    return decided


def _find(match: Match, name: str) -> ColumnMatch:
    """The column called `name`: as it stands, by `#index`, or whatever its case, accents, blanks and punctuation."""
    exact = [column for column in match.columns if column.column == name]
    if not exact and re.fullmatch(r"#\d+", name) and int(name[1:]) < len(match.columns):
        return match.columns[int(name[1:])]
    key = squash(text=name)
    found = exact or [column for column in match.columns if key and squash(text=column.column) == key]
    if len(found) == 1:
        return found[0]
    if found:
        places = ", ".join(f"#{column.index}" for column in found)
        raise UnknownColumn(f'{len(found)} columns are called "{name}". Say which one you mean: {places}.')
    near = get_close_matches(name, [column.column for column in match.columns], n=1)
    raise UnknownColumn(f'There is no column called "{name}".' + (f' Did you mean "{near[0]}"?' if near else ""))


def _assigned(column: ColumnMatch, wanted: str, known: tuple[CustomField, ...]) -> Assignment:
    field = _field(wanted, known)
    if isinstance(field, CustomField):
        return _custom(column, field)
    separator = column.separator if column.field == field else None
    kind = FIELDS[field].type
    return Assignment(index=column.index, column=column.column, field=field, type=kind, separator=separator)


def _field(wanted: str, known: tuple[CustomField, ...]) -> str | CustomField:
    """A field by its key or its label, ours or the account's."""
    name = wanted.strip()
    if name in FIELDS:
        return name
    for custom in known:
        if name == f"{CUSTOM}{custom.key}" or squash(text=name) == squash(text=custom.label):
            return custom
    for key, field in FIELDS.items():
        if squash(text=name) in {squash(text=key), squash(text=field.label)}:
            return key
    near = get_close_matches(name, FIELDS, n=1)
    hint = f" Did you mean {near[0]}?" if near else " `leadport fields` lists them; --create-field makes a new one."
    raise UnknownField(f'There is no field called "{name}".{hint}')


def _custom(column: ColumnMatch, custom: CustomField) -> Assignment:
    return Assignment(
        index=column.index, column=column.column, field=f"{CUSTOM}{custom.key}", type=custom.type, label=custom.label
    )


def _suggested(column: ColumnMatch) -> Assignment | None:
    if column.field is None:
        return None
    field = column.reads_as or column.field
    kind = FIELDS[field].type if field in FIELDS else FieldType.TEXT
    return Assignment(
        index=column.index,
        column=column.column,
        field=field,
        type=column.type or kind,
        separator=column.separator,
        label=column.label,
    )


def _takes_several(field: str) -> bool:
    return field in FIELDS and FIELDS[field].several


def _check_columns(columns: list[ColumnMatch]) -> None:
    for index, times in Counter(column.index for column in columns).items():
        if times > 1:
            name = next(column.column for column in columns if column.index == index)
            raise ColumnDecidedTwice(f'Two options speak of the column "{name}" (#{index}). Keep one of them.')


def _check_once(decided: list[Assignment]) -> None:
    """Two columns given to one field are named at once."""
    for field in {each.field for each in decided if not _takes_several(each.field)}:
        names = [f'"{each.column}" (#{each.index})' for each in decided if each.field == field]
        if len(names) > 1:
            both = " and ".join(names)
            raise FieldTakenTwice(f"{both} were both given to {field}, which holds one value. Choose one.")


def _check_labels(overrides: MatchOverrides) -> None:
    labels = Counter(squash(text=new.label) or new.label for new in overrides.create)
    for new in overrides.create:
        if labels[squash(text=new.label) or new.label] > 1:
            raise FieldTakenTwice(f'Two columns were both given to the new field "{new.label}". Choose one.')


def _fixed(overrides: MatchOverrides, known: tuple[CustomField, ...]) -> tuple[FixedValue, ...]:
    fixed = []
    for each in overrides.fixed:
        field = _field(each.field, known)
        if field in {"email", "email_secondary", "external_id"}:
            raise FieldNotFixable(f"{field} differs from lead to lead, so it cannot have one fixed value.")
        key = f"{CUSTOM}{field.key}" if isinstance(field, CustomField) else field
        fixed.append(FixedValue(field=key, value=each.value))
    return tuple(fixed)
