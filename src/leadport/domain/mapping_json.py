"""A mapping as text that can be kept and read again, years later, or refused."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TypeVar

from leadport.domain.mapping import Assignment, FieldType, FixedValue, Mapping
from leadport.domain.refusal import Refusal

VERSION = 1
Kind = TypeVar("Kind")


class MappingUnreadable(Refusal):
    """A kept mapping is damaged, or a newer Leadport wrote it."""

    code = "mapping_unreadable"


def mapping_to_json(*, mapping: Mapping) -> str:
    """The mapping as JSON with sorted keys; equal mappings give equal text."""
    return json.dumps({"version": VERSION, **asdict(mapping)}, ensure_ascii=False, sort_keys=True)


def mapping_from_json(*, text: str) -> Mapping:
    """The mapping that `mapping_to_json` wrote.

    Raises:
        MappingUnreadable: it is not JSON, lacks something, has something unknown, or its version is not ours.
    """
    try:
        data = json.loads(text)
        if _only(data, "version", "assignments", "fixed", "continuation_rows")["version"] != VERSION:
            raise MappingUnreadable(f"This matching was kept by another version; this Leadport reads form {VERSION}.")
        return Mapping(
            assignments=tuple(_assignment(each) for each in _typed(data["assignments"], list)),
            fixed=tuple(_fixed(each) for each in _typed(data["fixed"], list)),
            continuation_rows=_typed(data["continuation_rows"], bool),
        )
    except (ValueError, TypeError, RecursionError) as error:
        message = "This matching was kept in a form that cannot be read. Match the columns anew."
        raise MappingUnreadable(message) from error


def _assignment(data: object) -> Assignment:
    record = _only(data, "index", "column", "field", "type", "separator", "label")
    index = _typed(record["index"], int)
    if index < 0:
        raise ValueError("a column's index counts from 0")
    return Assignment(
        index=index,
        column=_typed(record["column"], str),
        field=_typed(record["field"], str),
        type=FieldType(_typed(record["type"], str)),
        separator=_text_or_none(record["separator"]),
        label=_text_or_none(record["label"]),
    )


def _fixed(data: object) -> FixedValue:
    record = _only(data, "field", "value")
    return FixedValue(field=_typed(record["field"], str), value=_typed(record["value"], str))


def _only(data: object, *keys: str) -> dict[str, object]:
    """The object, when it has exactly these keys."""
    if not isinstance(data, dict) or set(data) != set(keys):
        raise ValueError("not the keys of this form")
    return data


def _typed(value: object, kind: type[Kind]) -> Kind:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError("not the type of this form")
    return value


def _text_or_none(value: object) -> str | None:
    return None if value is None else _typed(value, str)
