"""Which column of the source goes into which field of a lead."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldType(StrEnum):
    """How the text of a cell is understood; the stored form is canonical text."""

    TEXT = "text"
    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    CHOICE = "choice"
    URL = "url"


@dataclass(frozen=True, kw_only=True)
class ColumnMatch:
    """What `match` says of one column of the source.

    `index` counts from 0. `field` is a key of the catalogue (`domain/fields.py`), `custom:<key>` for a
    custom field, or None for "Don't import". `confidence` and `fill` are shares from 0 to 1; `fill` is the share
    of sampled records with a value. `samples` holds up to three different values. The rest is for the mapping made
    of it: `separator` as in `Assignment`; `label` and `type` of a custom field; `reads_as` is the field whose meaning
    the values have when that differs from `field` (a status column of yes and no is an opt-out).
    """

    column: str
    index: int
    field: str | None
    confidence: float
    fill: float
    samples: tuple[str, ...] = ()
    separator: str | None = None
    label: str | None = None
    type: FieldType | None = None
    reads_as: str | None = None


@dataclass(frozen=True, kw_only=True)
class Match:
    """The suggestion for a whole source.

    `preset` names the recognised export or is None; `fixed` comes from a remembered matching.
    """

    preset: str | None
    columns: tuple[ColumnMatch, ...]
    continuation_rows: bool = False
    fixed: tuple[FixedValue, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Assignment:
    """One column that is imported.

    `field` as in `ColumnMatch`. `type` decides how values parse. `separator` splits a cell with several values
    (tags, lists); None means the usual ones are tried. `label` is the name of a custom field.
    """

    index: int
    column: str
    field: str
    type: FieldType = FieldType.TEXT
    separator: str | None = None
    label: str | None = None


@dataclass(frozen=True, kw_only=True)
class FixedValue:
    """A value that stands in for a column: every lead of the import gets it (when the field is otherwise blank)."""

    field: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """The answer of the match step, complete and free of conflicts.

    No two assignments share a field unless the catalogue says that the field takes several columns, or a preset knows
    that its export names the field more than once: then the first filled one stands, in the order of `assignments`.
    `continuation_rows` says that a record without an address belongs to the person above it (Magento, Shopify orders).
    """

    assignments: tuple[Assignment, ...]
    fixed: tuple[FixedValue, ...] = ()
    continuation_rows: bool = False


@dataclass(frozen=True, kw_only=True)
class CustomField:
    """A field the account made for itself; leads keep its values under `key`."""

    key: str
    label: str
    type: FieldType = FieldType.TEXT


@dataclass(frozen=True, kw_only=True)
class NewField:
    """A custom field to make on the way, for one column."""

    column: str
    label: str
    type: FieldType = FieldType.TEXT


@dataclass(frozen=True, kw_only=True)
class MatchOverrides:
    """What the importer decides over a suggestion.

    A column is called by its name, or `#N` with N its index from 0. `match` gives (column, field) pairs, a field called
    by its key or label; `ignore` names columns that stay out; `create` makes custom fields; `fixed` gives values to all
    leads.
    """

    match: tuple[tuple[str, str], ...] = ()
    ignore: tuple[str, ...] = ()
    create: tuple[NewField, ...] = ()
    fixed: tuple[FixedValue, ...] = ()
