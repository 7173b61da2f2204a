"""Repairs of whole columns as bits, and the signals of people who left as strengths; codes again at the end."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyarrow as pa

from leadport.domain.reasons import REASONS, NoteKind
from leadport.engine.source_status import STRENGTH
from leadport.engine.text_column import Ints

_REPAIRS = sorted(code for code, reason in REASONS.items() if reason.decides is NoteKind.REPAIR)
_BITS = {code: 1 << place for place, code in enumerate(_REPAIRS)}
_KINDS = {strength: kind for kind, strength in STRENGTH.items()}


def repair_bit(code: str | None) -> int:
    """The bit of a repair; 0 for none."""
    return _BITS[code] if code else 0


def repair_bits(codes: str | None) -> int:
    """The bits of several repairs joined by commas."""
    bits = 0
    for code in (codes or "").split(","):
        bits |= _BITS.get(code, 0)
    return bits


def repair_codes(bits: Ints) -> pa.Array:
    """For each record the codes of its bits joined by commas, sorted; NULL without any."""

    def codes(mask: int) -> str | None:
        return ",".join(code for code in _REPAIRS if mask & _BITS[code]) or None

    return _decoded(bits, codes)


def status_kinds(strengths: Ints) -> pa.Array:
    """For each record the kind of its strength; NULL for 0."""
    return _decoded(strengths, _KINDS.get)


def _decoded(numbers: Ints, meaning: Callable[[int], str | None]) -> pa.Array:
    if not numbers.any():
        return pa.nulls(len(numbers), pa.string())
    distinct, which = np.unique(numbers, return_inverse=True)
    return pa.array([meaning(int(number)) for number in distinct], pa.string()).take(pa.array(which))
