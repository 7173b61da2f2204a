"""The values of one group of records, in the columns of the artifact Values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadport.domain.verdicts import BadValuePolicy
from leadport.engine.address_column import AddressColumn, judge_addresses
from leadport.engine.field_values import custom_object, first_filled, joined_names, with_names
from leadport.engine.judged_column import JudgedColumn, judge_column
from leadport.engine.judges import CUSTOM, Kind
from leadport.engine.marks import repair_bit, repair_bits, repair_codes, status_kinds
from leadport.engine.no_people import no_people
from leadport.engine.person import Person, person_of
from leadport.engine.record_groups import RecordGroup
from leadport.engine.source_status import MOMENT_KINDS, STRENGTH
from leadport.engine.text_column import Ints, scattered
from leadport.engine.unfit import Unfit, find_unfit
from leadport.engine.value_plan import PlannedColumn, ValuePlan

_TEXT = pa.string()
_NAMES = pa.list_(pa.string())
_NULL = pa.scalar(None, _TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """The columns of a group after their judges."""

    count: int
    addresses: tuple[tuple[PlannedColumn, AddressColumn], ...]
    judged: tuple[tuple[PlannedColumn, JudgedColumn], ...]

    def values(self, field: str) -> list[pa.Array]:
        """The values of all columns matched to a field."""
        return [column.values for planned, column in self.judged if planned.field == field]


def value_schema(*, plan: ValuePlan) -> pa.Schema:
    """The columns of the artifact."""
    texts = ["email", "email_key", "mailbox_key", "reason", "reason_column", "reason_value"]
    texts += ["repairs", "warnings", "suggestion", "status"]
    facts = [("record_number", pa.int64()), ("line_number", pa.int64()), ("part", pa.int32())]
    fields = [f"f_{key}" for key in plan.fields]
    named = [*((name, _TEXT) for name in texts), ("tags", _NAMES), ("lists", _NAMES)]
    return pa.schema([*facts, *named, *((name, _TEXT) for name in (*fields, "custom"))])


def value_table(*, group: RecordGroup, plan: ValuePlan) -> pa.Table:
    """One row a record."""
    read = _read(group, plan)
    main = read.addresses[0][1] if read.addresses and read.addresses[0][0].field == "email" else None
    others = [column for planned, column in read.addresses if planned.field != "email" or column is not main]
    person = person_of(count=read.count, main=main, others=others)
    unfit = find_unfit(count=read.count, addresses=read.addresses, judged=read.judged)
    reason = _reason(group, plan, person, unfit)
    fine = reason.is_null()
    trouble = group.facts["trouble"].combine_chunks()
    told = _told(reason, trouble, plan, main, unfit)
    columns = {
        "record_number": group.facts["record_number"],
        "line_number": group.facts["line_number"],
        "part": group.facts["part"],
        "email": pc.if_else(fine, person.email, _NULL),
        "email_key": pc.if_else(fine, person.email_key, _NULL),
        "mailbox_key": pc.if_else(trouble.is_null(), person.mailbox_key, _NULL),
        "reason": reason,
        "reason_column": told[0],
        "reason_value": told[1],
        "repairs": repair_codes(_repairs(group, read, main, person)),
        "warnings": pc.if_else(fine, unfit.warnings(), _NULL),
        "suggestion": pc.if_else(fine, person.suggestion, _NULL),
        "status": status_kinds(_strengths(read, plan)),
        **{key: _lists(read, plan, key) for key in ("tags", "lists")},
        **_fields(read, plan, person),
        "custom": _custom(read, plan),
    }
    schema = value_schema(plan=plan)
    return pa.Table.from_arrays([columns[name] for name in schema.names], schema=schema)


def _read(group: RecordGroup, plan: ValuePlan) -> Read:
    texts = group.columns([column.assignment.index for column in plan.columns])
    pairs = list(zip(plan.columns, texts, strict=True))
    return Read(
        count=len(group),
        addresses=tuple((each, judge_addresses(texts=column)) for each, column in pairs if each.kind is Kind.ADDRESS),
        judged=tuple(
            (each, judge_column(texts=column, fast=each.fast(column), judge=each.judge, lists=each.kind is Kind.NAMES))
            for each, column in pairs
            if each.kind is not Kind.ADDRESS
        ),
    )


def _reason(group: RecordGroup, plan: ValuePlan, person: Person, unfit: Unfit) -> pa.Array:
    """Why each record fails, or NULL: trouble in reading, then the line, then the address, then values."""
    trouble = group.facts["trouble"].combine_chunks()
    without = pc.and_(person.email.is_null(), trouble.is_null())
    rows = np.flatnonzero(without.to_numpy(zero_copy_only=False))
    found = no_people(group=group, rows=rows, facts=plan.lines)
    lines = scattered(len(group), np.array(sorted(found), dtype=np.int64), [found[row] for row in sorted(found)], _TEXT)
    reasons = [trouble, lines]
    if plan.continuation_rows:
        reasons.append(pc.if_else(pc.equal(person.fault, "email_missing"), "continuation_row", _NULL))
    reasons.append(person.fault)
    if plan.bad_value is BadValuePolicy.FAIL:
        reasons.append(pc.if_else(pa.array(unfit.rows), "field_invalid", _NULL))
    return pc.coalesce(*reasons)


def _told(
    reason: pa.Array, trouble: pa.Array, plan: ValuePlan, main: AddressColumn | None, unfit: Unfit
) -> tuple[pa.Array, pa.Array]:
    """The column and the text that the sentence about a record names."""
    column = pc.if_else(trouble.is_null(), unfit.columns(), _NULL)
    text = pc.if_else(trouble.is_null(), unfit.texts(), _NULL)
    if main is None:
        return column, text
    about = pc.fill_null(pc.starts_with(reason, "email_"), fill_value=False)
    name = pa.scalar(plan.columns[0].assignment.column, _TEXT)
    shown = pc.utf8_slice_codeunits(main.texts.array, 0, unfit.most_shown)
    return pc.if_else(about, name, column), pc.if_else(about, shown, text)


def _repairs(group: RecordGroup, read: Read, main: AddressColumn | None, person: Person) -> Ints:
    bits = np.where(person.promoted, repair_bit("promoted_address"), 0).astype(np.int64)
    notes = group.facts["notes"].combine_chunks().dictionary_encode()
    if len(notes.dictionary):
        known = np.array([repair_bits(codes) for codes in notes.dictionary.to_pylist()], dtype=np.int64)
        noted = np.flatnonzero(notes.is_valid().to_numpy(zero_copy_only=False))
        bits[noted] |= known[notes.indices.take(pa.array(noted)).to_numpy()]
    if main is not None:
        bits |= main.repairs
    for _, column in read.judged:
        bits[column.rows] |= column.repairs
    return bits


def _strengths(read: Read, plan: ValuePlan) -> Ints:
    """The strongest thing that any column or fixed value says of somebody's leaving."""
    strengths = np.zeros(read.count, dtype=np.int64)
    for planned, column in read.judged:
        if planned.field in MOMENT_KINDS:
            # A date that the fast path took is a date, so it came.
            plain = column.texts.filled.copy()
            plain[column.rows] = False
            np.maximum(strengths, plain * STRENGTH[MOMENT_KINDS[planned.field]], out=strengths)
        strengths[column.rows] = np.maximum(strengths[column.rows], column.signals)
    fixed = max((STRENGTH.get(each.status or "", 0) for each in plan.fixed), default=0)
    return np.maximum(strengths, fixed)


def _lists(read: Read, plan: ValuePlan, field: str) -> pa.Array:
    lists = [column.names for planned, column in read.judged if planned.field == field]
    fixed = [name for each in plan.fixed if each.field == field for name in each.names]
    return joined_names(count=read.count, lists=lists, fixed=fixed)


def _fixed(plan: ValuePlan, field: str) -> Sequence[str]:
    return [each.value for each in plan.fixed if each.field == field and each.value is not None]


def _fields(read: Read, plan: ValuePlan, person: Person) -> dict[str, pa.Array]:
    fields = {
        key: first_filled(count=read.count, values=read.values(key), fixed=_fixed(plan, key)) for key in plan.fields
    }
    if "full_name" in fields:
        fields = with_names(fields)
    if "email_secondary" in fields:
        fields["email_secondary"] = person.secondary
    return {f"f_{key}": values for key, values in fields.items()}


def _custom(read: Read, plan: ValuePlan) -> pa.Array:
    values = {
        key: first_filled(count=read.count, values=read.values(CUSTOM + key), fixed=_fixed(plan, CUSTOM + key))
        for key in plan.custom
    }
    return custom_object(count=read.count, values=values, members=read.values("custom_json"))
