"""Makes the plan: what will land, in the order of the records."""

from __future__ import annotations

from pathlib import Path

from leadport.engine.artifacts import Values, Verdicts
from leadport.engine.duck import open_duck
from leadport.engine.queries import fill, literal, queries

SUPPRESS = "suppress.parquet"
"""The file of blocklist entries beside the plan."""

_MEMORY = "320MB"
_SQL = queries("plan")
_NOTHING = {
    "tags": "NULL::VARCHAR[] AS tags",
    "lists": "NULL::VARCHAR[] AS lists",
}
# A row group is what a reader of one slice has to unpack; it is about one chunk of a landing.
_OPTIONS = "FORMAT parquet, ROW_GROUP_SIZE 51200, PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1000"


def make_plan(*, values: Values, verdicts: Verdicts, target: Path, spill: Path | None = None) -> Path:
    """Write the plan of the new and existing records to `target`, and beside it the blocklist entries to make.

    Plan: seq BIGINT (0, 1, 2 ... in the order of email_key), record_number, verdict, lead_id (existing), email,
    email_key, mailbox_key, f_<key> ..., custom, tags, lists. Entries (`suppress.parquet`, one a mailbox, its
    strongest kind): email, mailbox_key, kind, record_number.
    """
    columns = {f"f_{key}": True for key in values.fields}
    columns |= {"custom": True, "tags": values.has_tags, "lists": values.has_lists}
    filled = {
        "values": literal(str(values.path)),
        "verdicts": literal(str(verdicts.path)),
        "sorted": "".join(f", v.{name}" for name, filled in columns.items() if filled),
        "kept": "".join(f", {name if filled else _NOTHING[name]}" for name, filled in columns.items()),
    }
    with open_duck(spill=spill or target.parent, memory_limit=_MEMORY) as connection:
        for name, path in (("plan", target), ("suppress", target.with_name(SUPPRESS))):
            query = fill(_SQL[name], filled)
            unfinished = path.with_name(f"{path.name}.unfinished")
            try:
                connection.execute(f"COPY ({query}) TO {literal(str(unfinished))} ({_OPTIONS})")
                unfinished.replace(path)
            finally:
                unfinished.unlink(missing_ok=True)
    return target
