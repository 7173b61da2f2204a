"""How the values of a file are made: its columns with their judges, and which fields come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from leadport.domain.fields import FIELDS, Storage
from leadport.domain.mapping import Assignment
from leadport.domain.verdicts import BadValuePolicy
from leadport.engine.fast_paths import Sorted
from leadport.engine.fixed_values import Fixed
from leadport.engine.judges import CUSTOM, ColumnStyle, Judged, Kind, fast_path_of, judge_of, kind_of
from leadport.engine.no_people import LineFacts
from leadport.engine.text_column import TextColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedColumn:
    """One assigned column with its judge and its fast path."""

    assignment: Assignment
    kind: Kind
    judge: Callable[[str], Judged]
    fast: Callable[[TextColumn], Sorted]

    @property
    def field(self) -> str:
        """The field the column is matched to."""
        return self.assignment.field


@dataclass(frozen=True, slots=True, kw_only=True)
class ValuePlan:
    """Everything that turns cells into values, the same for every group of records."""

    columns: tuple[PlannedColumn, ...]
    lines: LineFacts
    fixed: tuple[Fixed, ...] = ()
    bad_value: BadValuePolicy = BadValuePolicy.BLANK
    continuation_rows: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys behind the f_ columns, in the order of the catalogue."""
        present = {column.field for column in self.columns} | {fixed.field for fixed in self.fixed}
        if "full_name" in present:
            present |= {"first_name", "last_name"}
        if "email" in present:
            # A cell may always hold two addresses.
            present.add("email_secondary")
        stored = (key for key, field in FIELDS.items() if field.storage is Storage.COLUMN and key != "email")
        return tuple(key for key in stored if key in present)

    @property
    def custom(self) -> tuple[str, ...]:
        """The keys of the custom fields, in the order of their columns."""
        named = [*(column.field for column in self.columns), *(fixed.field for fixed in self.fixed)]
        return tuple(dict.fromkeys(name.removeprefix(CUSTOM) for name in named if name.startswith(CUSTOM)))

    def has(self, field: str) -> bool:
        """True when a column or a fixed value feeds the field."""
        return field in {*(column.field for column in self.columns), *(fixed.field for fixed in self.fixed)}


def planned_columns(*, assignments: Sequence[Assignment], styles: Sequence[ColumnStyle]) -> tuple[PlannedColumn, ...]:
    """The columns in the order of their assignments, but that of the email before all others."""
    planned = []
    for assignment, style in zip(assignments, styles, strict=True):
        kind = kind_of(field=assignment.field, value_type=assignment.type)
        planned.append(
            PlannedColumn(
                assignment=assignment,
                kind=kind,
                judge=judge_of(assignment=assignment, style=style) if kind is not Kind.ADDRESS else _nobody,
                fast=fast_path_of(kind=kind, style=style),
            )
        )
    return tuple(sorted(planned, key=lambda column: column.field != "email"))


def _nobody(_text: str) -> Judged:
    raise AssertionError("addresses of people have a judge of their own")
