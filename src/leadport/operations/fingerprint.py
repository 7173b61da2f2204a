"""The key of a finished stage: equal keys mean equal results, so a finished file is used again and never patched."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, is_dataclass
from enum import Enum, StrEnum
from pathlib import Path


class Stage(StrEnum):
    """The stages whose results are kept."""

    REQUEST = "request"
    UNPACK = "unpack"
    DETECT = "detect"
    READ = "read"
    MATCH = "match"
    NORMALISE = "normalise"
    FILTER = "filter"
    PLAN = "plan"


VERSIONS: dict[Stage, int] = dict.fromkeys(Stage, 1)
"""Raised by one whenever a stage would answer differently for the same input, so that old files are not used again."""


def fingerprint(*, stage: Stage, inputs: Sequence[str], options: object = None) -> str:
    """SHA-256, as 64 hex digits, of the stage, its version, the fingerprints of its inputs and its options.

    `options` may be any nesting of dataclasses, mappings, sequences, enums, paths and plain values; the order of a
    mapping's keys does not matter. Anything else raises TypeError.
    """
    told = [stage.value, VERSIONS[stage], list(inputs), _plain(options)]
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {"": type(value).__name__, **{name: _plain(part) for name, part in asdict(value).items()}}
    if isinstance(value, Enum):
        return _plain(value.value)
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    if value is None or isinstance(value, str | int | float | bool):
        return value
    raise TypeError(f"A fingerprint cannot be made of {type(value).__name__}")
