"""Puts the query of `normalise` together: cells are read, then combined to fields, then judged as a whole.

Every part is an expression over names that `cells.py` and this module define; nothing here looks at a record.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from leadport.domain.fields import FIELDS, Storage
from leadport.domain.verdicts import BadValuePolicy
from leadport.engine.cells import Cell
from leadport.engine.fixed_values import Fixed
from leadport.engine.judges import CUSTOM, Kind
from leadport.engine.queries import fill, literal, queries
from leadport.engine.source_status import STRENGTH

_NOTHING = "NULL::VARCHAR"
_PARTS = ("first_name", "last_name")
_WITHOUT_REPAIR = frozenset({Kind.ADDRESS, Kind.STATUS, Kind.NAMES})
_NEVER_UNFIT = frozenset({Kind.TEXT, Kind.NAMES})
_HOLDS_NO_ADDRESS = "('email_missing', 'email_placeholder', 'email_internal')"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueQuery:
    """What the query is made of."""

    cells: tuple[Cell, ...]
    fixed: tuple[Fixed, ...] = ()
    bad_value: BadValuePolicy = BadValuePolicy.BLANK
    continuation_rows: bool = False
    no_person: str = "NULL::VARCHAR"

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys behind the f_ columns, in the order of the catalogue."""
        present = {cell.field for cell in self.cells} | {fixed.field for fixed in self.fixed}
        if self.full_names:
            present |= {"first_name", "last_name"}
        if self.addresses:
            # A cell may always hold two addresses.
            present.add("email_secondary")
        stored = (key for key, field in FIELDS.items() if field.storage is Storage.COLUMN and key != "email")
        return tuple(key for key in stored if key in present)

    @property
    def custom(self) -> tuple[str, ...]:
        """The keys of the custom fields, in the order of their columns."""
        named = [*(cell.field for cell in self.cells), *(fixed.field for fixed in self.fixed)]
        return tuple(dict.fromkeys(name.removeprefix(CUSTOM) for name in named if name.startswith(CUSTOM)))

    @property
    def addresses(self) -> tuple[Cell, ...]:
        """The address columns, that of the email first."""
        found = [cell for cell in self.cells if cell.kind is Kind.ADDRESS]
        return tuple(sorted(found, key=lambda cell: cell.field != "email"))

    @property
    def full_names(self) -> bool:
        """True when a column holds full names."""
        return any(cell.field == "full_name" for cell in self.cells)

    def of(self, field: str) -> tuple[Cell, ...]:
        """The columns matched to a field."""
        return tuple(cell for cell in self.cells if cell.field == field)

    def has(self, field: str) -> bool:
        """True when a column or a fixed value feeds the field."""
        return bool(self.of(field)) or any(fixed.field == field for fixed in self.fixed)


def values_query(*, query: ValueQuery, first: int, last: int) -> str:
    """One row a record from number `first` to `last`, as the artifact Values promises it, over the view `source`."""
    return fill(
        queries("values")["values"],
        {
            "judged": ",\n".join(cell.judged for cell in query.cells) or "NULL",
            "read": ",\n".join(name for cell in query.cells for name in cell.read) or "NULL",
            "full_name": _full_name(query),
            "address_text": next((cell.text for cell in query.cells if cell.field == "email"), _NOTHING),
            "parts": _split(query),
            "fields": _fields_select(query),
            "reason": _reason(query),
            "columns": _final_select(query),
            "first": str(first),
            "last": str(last),
        },
    )


def _full_name(query: ValueQuery) -> str:
    return _first([f"v{cell.place}" for cell in query.of("full_name")])


def _split(query: ValueQuery) -> str:
    """The parts of an odd full name, where no column has the first or the last name."""
    if not query.full_names:
        return "NULL"
    blank = " AND ".join(f"{_first([f'v{cell.place}' for cell in query.of(part)])} IS NULL" for part in _PARTS)
    return f"CASE WHEN {blank} AND full_name IS NOT NULL AND odd_name(full_name) THEN split_name(full_name) END"


def _fields_select(query: ValueQuery) -> str:
    parts = ["record_number", "line_number", "part", "trouble", "address_text"]
    parts += [*_address_fields(query), *_marks(query)]
    stored = [key for key in query.fields if key != "email_secondary"]
    parts += [f"{_field(query, key)} AS f_{key}" for key in stored]
    parts += [f"{_names(query, key)} AS {key}" for key in ("tags", "lists")]
    parts += [f"{_status(query)} AS status", f"{_custom(query)} AS custom"]
    return ",\n".join(parts)


def _address_fields(query: ValueQuery) -> Iterable[str]:
    """The address that stands, the fault of the column if none does, and the other addresses of the person."""
    own = [cell for cell in query.addresses[:1] if cell.field == "email"]
    others = [cell for cell in query.addresses if cell not in own]
    main = own[0].place if own else None
    fault = f"r{main}" if own else _NOTHING
    spare = f"coalesce({', '.join(f'v{cell.place}' for cell in others)})" if others else "NULL"
    empty = f"v{main} IS NULL AND coalesce({fault}, 'email_missing') IN {_HOLDS_NO_ADDRESS}" if own else "true"
    promoted = f"({empty} AND {spare} IS NOT NULL)" if others else "false"
    for mark, name in (("v", "email"), ("k", "email_key"), ("m", "mailbox_key"), ("t", "suggestion")):
        first = f"{mark}{main}" if own else _NOTHING
        taken = [f"CASE WHEN v{cell.place} IS NOT NULL THEN {mark}{cell.place} END" for cell in others]
        second = f"coalesce({', '.join(taken)})" if taken else _NOTHING
        yield f"CASE WHEN {promoted} THEN {second} ELSE {first} END AS {name}"
    yield f"{promoted} AS promoted"
    yield f"{fault} AS fault"
    without = f"v{main} IS NULL AND trouble IS NULL" if own else "trouble IS NULL"
    yield f"CASE WHEN {without} THEN {query.no_person} END AS no_person"
    yield f"{_others(own, others)} AS others"


def _others(own: Sequence[Cell], others: Sequence[Cell]) -> str:
    second = [f"s{cell.place}" for cell in (*own, *others)]
    values = [f"v{cell.place}" for cell in others]
    if not second and not values:
        return "NULL::VARCHAR[]"
    some = " OR ".join(f"{name} IS NOT NULL" for name in (*second, *values))
    lists = [*(f"coalesce({name}, [])" for name in second), *([f"[{', '.join(values)}]"] if values else [])]
    joined = lists[0]
    for each in lists[1:]:
        joined = f"list_concat({joined}, {each})"
    return f"CASE WHEN {some} THEN distinct_names({joined}) END"


def _marks(query: ValueQuery) -> Iterable[str]:
    """Repairs, warnings, and the first value that did not fit, with its column."""
    main = [f"u{cell.place}.repairs" for cell in query.addresses[:1] if cell.field == "email"]
    repaired = [f"u{cell.place}.repair" for cell in query.cells if cell.kind not in _WITHOUT_REPAIR]
    yield f"concat_ws(',', {', '.join(['notes', *main, *repaired])}) AS repairs"
    unknown = [cell for cell in query.cells if cell.kind is Kind.STATUS]
    bad = [
        cell for cell in query.cells if cell not in unknown and cell.field != "email" and cell.kind not in _NEVER_UNFIT
    ]
    yield f"{' OR '.join(cell.unfit for cell in bad) or 'false'} AS unfit"
    yield f"{' OR '.join(cell.unfit for cell in unknown) or 'false'} AS unknown_status"
    columns = " ".join(f"WHEN {cell.unfit} THEN {literal(cell.assignment.column)}" for cell in (*bad, *unknown))
    texts = " ".join(f"WHEN {cell.unfit} THEN {cell.text}" for cell in (*bad, *unknown))
    yield f"{f'CASE {columns} END' if columns else _NOTHING} AS unfit_column"
    yield f"{f'CASE {texts} END' if texts else _NOTHING} AS unfit_text"


def _field(query: ValueQuery, key: str) -> str:
    values = [f"v{cell.place}" for cell in query.of(key)]
    own = _first(values)
    if query.full_names and key in {"first_name", "last_name"}:
        own = _name_part(query, key, own)
    fixed = [literal(each.value) for each in query.fixed if each.field == key and each.value is not None]
    return _first([own, *fixed])


def _name_part(query: ValueQuery, key: str, own: str) -> str:
    both = [_first([f"v{cell.place}" for cell in query.of(part)]) for part in _PARTS]
    word, member = (1, "first") if key == "first_name" else (2, "last")
    part = f"CASE WHEN parts IS NULL THEN split_part(full_name, ' ', {word}) ELSE parts.{member} END"
    return f"CASE WHEN {both[0]} IS NULL AND {both[1]} IS NULL AND full_name IS NOT NULL THEN {part} ELSE {own} END"


def _names(query: ValueQuery, key: str) -> str:
    columns = [f"u{cell.place}.names" for cell in query.of(key)]
    fixed = [names for each in query.fixed if each.field == key and (names := _list(each.names))]
    own = columns[0] if columns else "NULL::VARCHAR[]"
    if len(columns) > 1:
        joined = "[]::VARCHAR[]"
        for column in columns:
            joined = f"list_concat({joined}, coalesce({column}, []))"
        own = f"CASE WHEN coalesce({', '.join(columns)}) IS NOT NULL THEN distinct_names({joined}) END"
    return _first([own, *fixed], nothing="NULL::VARCHAR[]")


def _list(names: Sequence[str]) -> str:
    return f"[{', '.join(literal(name) for name in names)}]" if names else ""


def _status(query: ValueQuery) -> str:
    signals = [f"u{cell.place}.status" for cell in query.cells if cell.signals]
    signals += [literal(each.status) for each in query.fixed if each.status]
    if len(signals) < 2:
        return signals[0] if signals else _NOTHING
    strongest = sorted(STRENGTH, key=lambda kind: -STRENGTH[kind])
    whens = (f"WHEN {literal(kind)} IN ({', '.join(signals)}) THEN {literal(kind)}" for kind in strongest)
    return f"CASE WHEN coalesce({', '.join(signals)}) IS NULL THEN NULL {' '.join(whens)} END"


def _custom(query: ValueQuery) -> str:
    members = []
    for key in query.custom:
        value = _field(query, CUSTOM + key)
        members.append(f"{literal(json.dumps(key, ensure_ascii=False) + ':')} || to_json({value})")
    own = f"nullif(concat_ws(',', {', '.join(members)}), '')" if members else None
    whole = [f"v{cell.place}" for cell in query.of("custom_json")]
    if not whole:
        return f"'{{' || {own} || '}}'" if own else _NOTHING
    if not own and len(whole) == 1:
        return f"'{{' || {whole[0]} || '}}'"
    parts = [*reversed(whole), *([own] if own else [])]
    merged = "'{}'"
    for part in parts:
        # A member that several columns give is that of the first of them; a column of its own beats JSON.
        merged = f"json_merge_patch({merged}, concat('{{', {part}, '}}'))"
    return f"CASE WHEN coalesce({', '.join(parts)}) IS NOT NULL THEN {merged}::VARCHAR END"


def _reason(query: ValueQuery) -> str:
    continued = (
        "WHEN coalesce(fault, 'email_missing') = 'email_missing' THEN 'continuation_row'"
        if query.continuation_rows
        else ""
    )
    unfit = "WHEN unfit THEN 'field_invalid'" if query.bad_value is BadValuePolicy.FAIL else ""
    return (
        f"CASE WHEN trouble IS NOT NULL THEN trouble "
        f"WHEN email IS NOT NULL THEN CASE {unfit or 'WHEN false THEN NULL'} END "
        f"WHEN no_person IS NOT NULL THEN no_person {continued} ELSE coalesce(fault, 'email_missing') END"
    )


def _final_select(query: ValueQuery) -> str:
    main = query.addresses[0].assignment.column if query.addresses and query.addresses[0].field == "email" else None
    about_address = "coalesce(prefix(reason, 'email_'), false)"
    parts = [
        "record_number, line_number, part",
        "CASE WHEN reason IS NULL THEN email END AS email",
        "CASE WHEN reason IS NULL THEN email_key END AS email_key",
        "CASE WHEN trouble IS NULL THEN mailbox_key END AS mailbox_key",
        "reason",
        f"CASE WHEN {about_address} THEN {literal(main)} WHEN trouble IS NULL THEN unfit_column END AS reason_column",
        f"CASE WHEN {about_address} THEN address_text WHEN trouble IS NULL THEN unfit_text END AS reason_value",
        "distinct_codes(concat_ws(',', repairs, CASE WHEN promoted THEN 'promoted_address' END)) AS repairs",
        f"{_WARNINGS} AS warnings",
        "CASE WHEN reason IS NULL THEN suggestion END AS suggestion",
        "status, tags, lists",
    ]
    parts += [f"{_SECONDARY} AS f_{key}" if key == "email_secondary" else f"f_{key}" for key in query.fields]
    return ",\n".join([*parts, "custom"])


_WARNINGS = (
    "CASE WHEN reason IS NULL AND (unfit OR unknown_status) THEN concat_ws(',', "
    "CASE WHEN unfit THEN 'value_left_blank' END, CASE WHEN unknown_status THEN 'status_unknown' END) END"
)
_SECONDARY = (
    "CASE WHEN others IS NULL THEN NULL ELSE nullif(array_to_string("
    "list_filter(others, lambda other: lower(other) <> lower(email)), '; '), '') END"
)


def _first(expressions: Sequence[str], nothing: str = _NOTHING) -> str:
    given = [expression for expression in expressions if expression != nothing]
    if len(given) < 2:
        return given[0] if given else nothing
    return f"coalesce({', '.join(given)})"
