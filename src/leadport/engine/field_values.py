"""From the values of columns to the fields of a lead: first filled first, names split, custom fields as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadport.engine.fast_paths import odd_names
from leadport.engine.names import split_name
from leadport.engine.text_column import Bools, flags, replaced, scattered, text_column

_TEXT = pa.string()
_NAMES = pa.list_(pa.string())
_NEEDS_ESCAPE = '["\\\\\\x00-\\x1f]'


def first_filled(*, count: int, values: Sequence[pa.Array], fixed: Sequence[str]) -> pa.Array:
    """Of several columns the first filled one, then the fixed value."""
    if not values and not fixed:
        return pa.nulls(count, _TEXT)
    if not values:
        return pa.array([fixed[0]] * count, _TEXT)
    return pc.coalesce(*values, *(pa.scalar(value, _TEXT) for value in fixed[:1]))


def with_names(fields: dict[str, pa.Array]) -> dict[str, pa.Array]:
    """The fields with first and last name taken from the full name where both are blank."""
    full = text_column(fields["full_name"])
    blank = pc.and_(fields["first_name"].is_null(), fields["last_name"].is_null())
    wanted = blank.to_numpy(zero_copy_only=False) & full.filled
    if not wanted.any():
        return fields
    odd = odd_names(full) & wanted
    plain = wanted & ~odd
    pieces = pc.split_pattern(full.array.filter(pa.array(plain)), " ").flatten()
    encoded = full.array.filter(pa.array(odd)).dictionary_encode()
    names = [split_name(text) for text in encoded.dictionary.to_pylist()]
    split = dict(fields)
    for place, key in enumerate(("first_name", "last_name")):
        parts = pa.array([name.first if key == "first_name" else name.last for name in names], _TEXT)
        own = replaced(split[key], plain, pieces.take(pa.array(np.arange(place, len(pieces), 2))))
        split[key] = replaced(own, odd, parts.take(encoded.indices))
    return split


def joined_names(*, count: int, lists: Sequence[pa.Array], fixed: Sequence[str]) -> pa.Array:
    """The names of all columns of a record without repetition, or the fixed ones where there are none."""
    found = lists[0] if lists else pa.nulls(count, _NAMES)
    if len(lists) > 1:
        rows = zip(*(each.to_pylist() for each in lists), strict=True)
        found = pa.array(
            [list(dict.fromkeys(name for names in row for name in names or [])) or None for row in rows], _NAMES
        )
    if fixed:
        stand_in = pa.array([list(fixed)], _NAMES).take(pa.array(np.zeros(count, dtype=np.int64)))
        found = pc.if_else(found.is_valid(), found, stand_in) if lists else stand_in
    return found


def custom_object(*, count: int, values: Mapping[str, pa.Array], members: Sequence[pa.Array]) -> pa.Array:
    """One JSON object a record: the custom fields that are filled, and the members that JSON cells gave.

    A column of its own beats a JSON cell, and of several cells the first one wins.
    """
    own = _joined_members([_member(key, texts) for key, texts in values.items()], count)
    given = [texts for texts in members if texts.null_count < len(texts)]
    if not given:
        return pc.binary_join_element_wise("{", own, "}", "")
    rows = np.flatnonzero(_any_valid(given))
    merged = []
    for row in rows.tolist():
        parts = [each[row].as_py() for each in (own, *given)]
        merged.append(_merged([part for part in reversed(parts) if part]))
    whole = pc.binary_join_element_wise("{", own, "}", "")
    there = np.zeros(count, dtype=np.bool_)
    there[rows] = True
    return pc.if_else(pa.array(there), scattered(count, rows, merged, _TEXT), whole)


def _merged(parts: Sequence[str]) -> str:
    found: dict[str, object] = {}
    for part in parts:
        found |= json.loads(f"{{{part}}}")
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _any_valid(arrays: Sequence[pa.Array]) -> Bools:
    valid = np.zeros(len(arrays[0]), dtype=np.bool_)
    for array in arrays:
        valid |= array.is_valid().to_numpy(zero_copy_only=False)
    return valid


def _member(key: str, texts: pa.Array) -> pa.Array:
    where = flags(pc.match_substring_regex(texts, _NEEDS_ESCAPE))
    if where.any():
        special = texts.filter(pa.array(where)).to_pylist()
        escaped = [json.dumps(text, ensure_ascii=False)[1:-1] for text in special]
        texts = replaced(texts, where, pa.array(escaped, _TEXT))
    return pc.binary_join_element_wise(f'{json.dumps(key, ensure_ascii=False)}:"', texts, '"', "")


def _joined_members(members: Sequence[pa.Array], count: int) -> pa.Array:
    joined = pa.nulls(count, _TEXT)
    for member in members:
        # Joining gives NULL as soon as one of the two is NULL; then the other one stands alone.
        joined = pc.coalesce(pc.binary_join_element_wise(joined, member, ","), joined, member)
    return joined
