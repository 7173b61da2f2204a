"""Dataclasses as JSON: results of finished stages in files beside their data, and matchings in the database."""

from __future__ import annotations

import json
import types
import typing
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")


def keep(*, path: Path, result: object) -> None:
    """Write a dataclass so that the file is there whole or not at all; its being there says the stage is finished."""
    part = path.with_name(f"{path.name}.part")
    # Escaped, because a path may hold bytes that are no text.
    part.write_text(json.dumps(as_json(result)), encoding="utf-8")
    part.replace(path)


def kept(*, path: Path, kind: type[T]) -> T | None:
    """The dataclass written by `keep`, or None when it is not there or another version of the program wrote it."""
    try:
        return from_json(json.loads(path.read_text(encoding="utf-8")), kind=kind)
    except (FileNotFoundError, ValueError):
        # Whatever cannot be read back is simply made again.
        return None


def from_json(value: object, *, kind: type[T]) -> T | None:
    """The dataclass that `as_json` took apart, or None when another version of the program did it."""
    try:
        result = _built(value, kind)
    except (ValueError, KeyError, TypeError):
        return None
    return result if isinstance(result, kind) else None


def as_json(value: object) -> object:
    """Dataclasses, enums, paths and what holds them as what JSON knows; raises TypeError for anything else."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, dict):
        return {str(name): as_json(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(part) for part in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"{type(value).__name__} cannot be kept")


def json_object(value: object) -> dict[str, object]:
    """A dataclass as a JSON object."""
    plain = as_json(value)
    if not isinstance(plain, dict):
        raise TypeError(f"{type(value).__name__} is no dataclass")
    return plain


def _built(value: object, kind: object) -> object:
    """The value as the type says: dataclasses, tuples, unions with None, dicts, enums, paths and plain values."""
    if is_dataclass(kind) and isinstance(kind, type) and isinstance(value, dict):
        hints = typing.get_type_hints(kind)
        return kind(**{field.name: _built(value[field.name], hints[field.name]) for field in fields(kind)})
    if typing.get_origin(kind) is not None:
        return _built_of_parts(value, kind)
    if isinstance(kind, type) and issubclass(kind, Path):
        return kind(str(value))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    return value


def _built_of_parts(value: object, kind: object) -> object:
    origin, parts = typing.get_origin(kind), typing.get_args(kind)
    if origin in {typing.Union, types.UnionType}:
        return None if value is None else _built(value, next(part for part in parts if part is not type(None)))
    if origin is tuple and isinstance(value, list):
        kinds = [parts[0]] * len(value) if parts[1:] == (...,) else list(parts)
        return tuple(_built(part, one) for part, one in zip(value, kinds, strict=True))
    if origin is dict and isinstance(value, dict):
        return {name: _built(part, parts[1]) for name, part in value.items()}
    return value
