"""What the values of a source say of each column: how full it is, what it holds, and a few samples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from leadport.engine.duck import open_duck
from leadport.engine.looks import Look, clean, looks
from leadport.engine.separators import guess_separator
from leadport.engine.wording import fold

SAMPLES = 3
SAMPLE_LENGTH = 120
BLOCKS = 8
"""A long source is sampled in this many runs of records, spread evenly over it."""
LOOKED_AT = 400
"""How many different values of a column are looked at; fewer when there are hundreds of columns."""


@dataclass(frozen=True, kw_only=True)
class ColumnProfile:
    """One column in figures.

    `rows` is the number of records sampled, `fill` the share of them with a value. `distinct` is the share of different
    values among those. `shares` says which share of the values has each look (0 when absent). `in_address` is the
    share of values that stand inside the local part of an address in the same record (surnames do). `separator` is what
    seems to part several values in one cell, or None. `samples` holds up to three different values, each cut to 120
    characters.
    """

    column: str
    index: int
    rows: int
    fill: float
    distinct: float
    shares: Mapping[Look, float]
    in_address: float = 0.0
    separator: str | None = None
    samples: tuple[str, ...] = ()

    def share(self, *wanted: Look) -> float:
        """The largest share among the looks asked for."""
        return max((self.shares.get(look, 0.0) for look in wanted), default=0.0)

    @property
    def empty(self) -> bool:
        """True when no sampled record has a value here."""
        return self.fill == 0


def profile(*, records: Path, header: tuple[str, ...], sample: int = 2000) -> tuple[ColumnProfile, ...]:
    """The columns of a Records artifact, from `sample` records spread over the whole of it.

    Only the row groups that hold sampled records are read. Records with trouble are left out.
    """
    return profile_rows(header=header, rows=_sampled(records, sample=sample))


def profile_rows(*, header: tuple[str, ...], rows: Iterable[Sequence[str | None]]) -> tuple[ColumnProfile, ...]:
    """The columns of rows in memory; short rows are blank at the end, surplus cells are not looked at."""
    kept = [[clean(value=cell or "") for cell in islice(row, len(header))] for row in rows]
    columns: list[list[str]] = [[] for _ in header]
    for row in kept:
        for index, values in enumerate(columns):
            values.append(row[index] if index < len(row) else "")
    budget = max(25, min(LOOKED_AT, 40_000 // max(1, len(header))))
    drafts = [
        _profile_column(name=name, index=index, values=values, budget=budget)
        for index, (name, values) in enumerate(zip(header, columns, strict=True))
    ]
    return _with_address_shares(drafts, columns)


def _sampled(records: Path, *, sample: int) -> list[tuple[str | None, ...]]:
    """Whole records, in runs spread evenly; a short source is read whole."""
    query = r"SELECT COLUMNS('^c\d+$') FROM read_parquet(?) WHERE trouble IS NULL AND record_number BETWEEN ? AND ?"
    with open_duck(spill=records.parent) as duck:
        counted = duck.execute("SELECT count(*) FROM read_parquet(?)", [str(records)]).fetchone()
        count = int(counted[0]) if counted else 0
        rows: list[tuple[str | None, ...]] = []
        for first, last in _runs(count=count, sample=sample):
            rows += duck.execute(query, [str(records), first, last]).fetchall()
    return rows


def _runs(*, count: int, sample: int) -> list[tuple[int, int]]:
    """First and last record number of each run to read."""
    if count <= sample:
        return [(1, count)]
    length = max(1, sample // BLOCKS)
    step = (count - length) / (BLOCKS - 1)
    return [(start, start + length - 1) for start in (1 + int(place * step) for place in range(BLOCKS))]


def _profile_column(*, name: str, index: int, values: list[str], budget: int) -> ColumnProfile:
    counts = Counter(value for value in values if value)
    filled = sum(counts.values())
    seen: Counter[Look] = Counter()
    judged = 0
    for value, times in islice(counts.items(), budget):
        judged += times
        for look in looks(value):
            seen[look] += times
    return ColumnProfile(
        column=name,
        index=index,
        rows=len(values),
        fill=round(filled / len(values), 4) if values else 0.0,
        distinct=len(counts) / filled if filled else 0.0,
        shares={look: times / judged for look, times in seen.items()},
        separator=guess_separator(values=list(islice(counts, 200))),
        samples=tuple(value[:SAMPLE_LENGTH] for value in islice(counts, SAMPLES)),
    )


def _with_address_shares(drafts: list[ColumnProfile], columns: list[list[str]]) -> tuple[ColumnProfile, ...]:
    """Fill in `in_address` from the column in which most addresses stand; without one nothing is known."""
    best = max(drafts, key=lambda draft: (draft.share(Look.EMAIL) * draft.fill, -draft.index), default=None)
    if best is None or best.share(Look.EMAIL) < 0.5:
        return tuple(drafts)
    locals_ = [fold(text=value.split("@")[0]) for value in columns[best.index][:500]]
    return tuple(
        draft
        if draft.share(Look.ONE_WORD) < 0.5
        else ColumnProfile(**{**draft.__dict__, "in_address": _share_inside(columns[draft.index], locals_)})
        for draft in drafts
    )


def _share_inside(values: list[str], locals_: list[str]) -> float:
    """Standing further on in the address, where surnames do; at its start first names do, and many other words."""
    pairs = [
        (fold(text=value), local) for value, local in zip(values, locals_, strict=False) if len(value) > 2 and local
    ]
    return sum(local.find(value) > 0 for value, local in pairs) / len(pairs) if pairs else 0.0
