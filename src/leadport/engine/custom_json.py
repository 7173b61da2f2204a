"""Cells that hold a JSON object of custom fields, made safe for a jsonb column."""

from __future__ import annotations

import json
import re

from leadport.engine.text_values import Parsed, clean_text

_DEEPEST = 20
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_LONGEST_NUMBER = 40


class _RefusedError(ValueError):
    """Valid JSON, perhaps, and nothing that PostgreSQL would store as it is."""


def parse_object(text: str) -> Parsed:
    """The members of a JSON object, without null ones, as compact JSON text without the outer braces.

    An empty object is blank. Anything else than an object, nesting beyond 20 levels, NaN, numbers of more than 40
    characters, NUL and lone surrogates are bad: jsonb refuses them, or would make them something else.
    """
    cleaned = clean_text(text).value
    if cleaned is None:
        return Parsed(value=None)
    try:
        found = json.loads(cleaned, parse_constant=_refused, parse_int=_number, parse_float=_number)
        kept = _kept(found)
    except (ValueError, RecursionError):
        return Parsed(value=None, bad=True)
    members = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))[1:-1]
    return Parsed(value=members or None)


def _kept(found: object) -> dict[str, object]:
    if not isinstance(found, dict):
        raise _RefusedError
    _check(found, 0)
    return {str(key).strip(): value for key, value in found.items() if value is not None and str(key).strip()}


def _check(value: object, depth: int) -> None:
    if depth > _DEEPEST:
        raise _RefusedError
    if isinstance(value, str) and _UNSTORABLE.search(value):
        raise _RefusedError
    if isinstance(value, dict):
        for key, member in value.items():
            _check(key, depth + 1)
            _check(member, depth + 1)
    elif isinstance(value, list):
        for member in value:
            _check(member, depth + 1)


def _refused(_name: str) -> object:
    raise _RefusedError


def _number(text: str) -> int | float:
    if len(text) > _LONGEST_NUMBER:
        raise _RefusedError
    number = float(text) if any(mark in text for mark in ".eE") else int(text)
    if number in {float("inf"), float("-inf")}:
        raise _RefusedError
    return number
