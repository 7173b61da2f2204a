r"""The immutable files between the stages, and what their columns promise.

Every artifact is Parquet, sorted by `record_number` (1, 2, 3 ... without a gap), with one row a record of the source.

Records (written by `read`)
    record_number BIGINT, line_number BIGINT (first physical line, from 1, in its part), part INTEGER (index into
    `parts`), c0 .. cN VARCHAR (NULL: the record was too short to have this cell), trouble VARCHAR (a failing reason
    code or NULL), notes VARCHAR (repair codes joined by "," or NULL), raw VARCHAR (the record's text as it stood, only
    where `trouble` or `notes` is set; undecodable bytes as \xNN).

Values (written by `normalise`)
    record_number, line_number, part,
    email, email_key, mailbox_key VARCHAR (NULL when the record fails; mailbox_key never NULL when email_key is set, and
    there too when a record with an address fails for another value, so that who left in it stays out),
    reason VARCHAR (why the record fails, or NULL), reason_column VARCHAR, reason_value VARCHAR (for the sentence),
    repairs, warnings VARCHAR (codes joined by "," or NULL), suggestion VARCHAR (corrected address or NULL),
    status VARCHAR (complaint, unsubscribe, bounce, abandoned, not_subscribed, or NULL for "may be mailed or unknown"),
    tags VARCHAR[], lists VARCHAR[] (NULL when no column holds them),
    f_<key> VARCHAR for every mapped field of the catalogue that a lead stores (blank is NULL),
    custom VARCHAR (a JSON object of the custom fields' canonical values, or NULL).

Verdicts (written by `filter`)
    record_number, line_number, part, verdict VARCHAR, reason VARCHAR (NULL only for `new`), first_record BIGINT
    (duplicated: the record that stands), lead_id BIGINT (existing), email_key VARCHAR, mailbox_key VARCHAR,
    suppress VARCHAR (the kind of blocklist entry to make for this address at landing, or NULL), and as in Values
    reason_column, reason_value, repairs, warnings, suggestion VARCHAR (all a results page needs besides the cells).

Plan (written by `plan`): seq BIGINT (0, 1, 2 ... by email_key), record_number, verdict (new or existing), lead_id,
    email, email_key, mailbox_key, f_<key> ..., custom, tags, lists. Sorted by email_key.
Suppress (written beside the plan): email, mailbox_key, kind, record_number. One row a mailbox, its strongest kind.

Existing (written by the store for `filter`): email_key VARCHAR, lead_id BIGINT. Unique by email_key; any order.
Suppressed (written by the store for `filter`): email_key VARCHAR, kind VARCHAR. The strongest kind of each key; any
order.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class SourcePart:
    """One plain text of the source on disk: the file itself, or one taken out of an archive or a spreadsheet.

    `name` is the name the user knows it by. `status` is what the *name* says of the people in it (`subscribed`,
    `unsubscribed`, `cleaned`, `nonsubscribed`) or None. `rows_from_sheet` says that we wrote it from a spreadsheet
    (UTF-8, comma, quotes, CRLF), so that nothing needs to be guessed.
    """

    path: Path
    name: str
    status: str | None = None
    rows_from_sheet: bool = False


@dataclass(frozen=True, kw_only=True)
class Records:
    """The source split into records. `header` names the columns c0 .. cN, `parts` the names of the texts read.

    With several parts the columns are united by name, and when the parts' names tell a status a last column
    named `Status (file name)` holds it.
    """

    path: Path
    count: int
    header: tuple[str, ...]
    parts: tuple[str, ...]
    trouble: int = 0


@dataclass(frozen=True, kw_only=True)
class Values:
    """The records with values in canonical form; `fields` are the keys of the f_ columns, `custom` those of JSON."""

    path: Path
    count: int
    fields: tuple[str, ...]
    custom: tuple[str, ...] = ()
    has_tags: bool = False
    has_lists: bool = False


@dataclass(frozen=True, kw_only=True)
class Verdicts:
    """The records with exactly one verdict each."""

    path: Path
    count: int
