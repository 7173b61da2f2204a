"""A lead book for tests: an account with plans to land, and everything in it as comparable text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import duckdb
from django.db import connection
from psycopg.conninfo import make_conninfo

from leadport.domain.actions import Actions
from leadport.domain.status import ImportState
from leadport.domain.verdicts import ExistingPolicy
from leadport.operations.land import LandingResult, land
from leadport.operations.land_workers import Counted, uncounted
from leadport.store.accounts import ensure_account
from leadport.store.imports import create_import, get_import, transition, update_import
from leadport.store.lookup import look_up

NOW = dt.datetime(2026, 3, 1, 12, tzinfo=dt.UTC)

CONTENT = (
    "lead",
    "list",
    "list_member",
    "tag_category",
    "tag",
    "lead_tag",
    "sequence",
    "step",
    "enrolment",
    "field",
    "suppression",
)
"""The tables a lead book consists of, without counters, the history of imports and the audit log."""

HISTORY = ("lead_import", "import_chunk", "import_outcome", "field_change", "import_loss")


@dataclass(frozen=True, kw_only=True)
class Person:
    """One standing record; `values` are the mapped fields."""

    email: str
    values: dict[str, str | None] = field(default_factory=dict)
    custom: str | None = None
    tags: tuple[str, ...] | None = None
    lists: tuple[str, ...] | None = None
    suppress: str | None = None

    @property
    def key(self) -> str:
        return self.email.casefold()


def account(name: str = "Main") -> int:
    """The id of an account of this name."""
    return ensure_account(name=name, now=NOW).id


def planned(*, account_id: int, people: Sequence[Person], directory: Path) -> int:
    """Look the people up and write plan.parquet and suppress.parquet as the engine does; returns the import's id."""
    directory.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(":memory:", config={"threads": "1"}) as files:
        fields = _people_table(files, people)
        keys = "SELECT email_key, email_key AS mailbox_key, split_part(email_key, '@', -1) AS domain FROM person"
        files.sql(keys).write_parquet(str(directory / "keys.parquet"))
        found = look_up(account_id=account_id, keys=directory / "keys.parquet", directory=directory)
        files.read_parquet(str(found.existing)).create_view("existing")
        files.read_parquet(str(found.suppressed)).create_view("suppressed")
        _write_plan(files, fields, directory)
        tally = _tally(files)
    made = create_import(
        account_id=account_id, file_name="people.csv", source_sha256=None, fingerprint=None, actor="test", now=NOW
    )
    update_import(account_id=account_id, import_id=made.id, watermark=found.watermark, tally=tally)
    transition(account_id=account_id, import_id=made.id, then=ImportState.FILTERED, now=NOW)
    return made.id


def _people_table(files: duckdb.DuckDBPyConnection, people: Sequence[Person]) -> list[str]:
    fields = sorted({name for person in people for name in person.values})
    columns = "".join(f", f_{name} VARCHAR" for name in fields)
    files.execute(
        "CREATE TABLE person (record_number BIGINT, email VARCHAR, email_key VARCHAR, custom VARCHAR, "
        f"tags VARCHAR[], lists VARCHAR[], suppress VARCHAR{columns})"
    )
    rows = [
        [
            number,
            person.email,
            person.key,
            person.custom,
            None if person.tags is None else list(person.tags),
            None if person.lists is None else list(person.lists),
            person.suppress,
            *(person.values.get(name) for name in fields),
        ]
        for number, person in enumerate(people, start=1)
    ]
    if rows:
        files.executemany(f"INSERT INTO person VALUES ({', '.join('?' * len(rows[0]))})", rows)
    return fields


def _write_plan(files: duckdb.DuckDBPyConnection, fields: Sequence[str], directory: Path) -> None:
    listed = "".join(f", f_{name}" for name in fields)
    files.execute(
        "CREATE TABLE verdict AS SELECT p.*, l.lead_id, s.kind AS blocked_kind, CASE WHEN p.suppress IS NOT NULL OR "
        "s.kind IS NOT NULL THEN 'blocked' WHEN l.lead_id IS NULL THEN 'new' ELSE 'existing' END AS verdict "
        "FROM person p LEFT JOIN existing l USING (email_key) LEFT JOIN suppressed s USING (email_key)"
    )
    files.sql(
        "SELECT row_number() OVER (ORDER BY email_key) - 1 AS seq, record_number, verdict, lead_id, email, email_key, "
        f"email_key AS mailbox_key{listed}, custom, tags, lists FROM verdict "
        "WHERE verdict IN ('new', 'existing') ORDER BY seq"
    ).write_parquet(str(directory / "plan.parquet"))
    files.sql(
        "SELECT email, email_key AS mailbox_key, suppress AS kind, record_number FROM verdict "
        "WHERE suppress IS NOT NULL ORDER BY record_number"
    ).write_parquet(str(directory / "suppress.parquet"))
    files.sql(
        "SELECT record_number, verdict, CASE verdict WHEN 'existing' THEN 'already_in_account' WHEN 'blocked' THEN "
        "'blocked_' || coalesce(blocked_kind, suppress) END AS reason FROM verdict ORDER BY record_number"
    ).write_parquet(str(directory / "verdicts.parquet"))


def _tally(files: duckdb.DuckDBPyConnection) -> dict[str, object]:
    rows = files.execute(
        "SELECT verdict, CASE verdict WHEN 'existing' THEN 'already_in_account' WHEN 'blocked' THEN "
        "'blocked_' || coalesce(blocked_kind, suppress) END, count(*) FROM verdict GROUP BY ALL"
    ).fetchall()
    tally = {"uploaded": 0, "new": 0, "existing": 0, "blocked": 0, "failed": 0, "duplicated": 0}
    reasons: dict[str, int] = {}
    for verdict, reason, count in rows:
        tally["uploaded"] += count
        tally[verdict] += count
        if reason:
            reasons[reason] = reasons.get(reason, 0) + count
    return {**tally, "reasons": reasons}


def landed(
    *,
    account_id: int,
    import_id: int,
    directory: Path,
    actions: Actions | None = None,
    policy: ExistingPolicy = ExistingPolicy.FILL,
    workers: int = 1,
    chunk_size: int = 3,
    progress: Counted = uncounted,
) -> LandingResult:
    """Land what `planned` wrote."""
    return land(
        account_id=account_id,
        import_id=import_id,
        plan=directory / "plan.parquet",
        suppress=directory / "suppress.parquet",
        actions=actions or Actions(),
        policy=policy,
        actor="test",
        now=NOW,
        workers=workers,
        chunk_size=chunk_size,
        progress=progress,
    )


def imported(
    *,
    account_id: int,
    people: Sequence[Person],
    directory: Path,
    actions: Actions | None = None,
    policy: ExistingPolicy = ExistingPolicy.FILL,
    workers: int = 1,
    chunk_size: int = 3,
) -> int:
    """Plan and land at once; returns the import's id."""
    room = directory / f"import-{len(list(directory.iterdir()))}"
    import_id = planned(account_id=account_id, people=people, directory=room)
    landed(
        account_id=account_id,
        import_id=import_id,
        directory=room,
        actions=actions,
        policy=policy,
        workers=workers,
        chunk_size=chunk_size,
    )
    return import_id


def state_of(*, account_id: int, import_id: int) -> ImportState:
    """The state an import is in."""
    return get_import(account_id=account_id, import_id=import_id).state


def address() -> str:
    """The address of the database, for connections besides Django's."""
    parameters = connection.get_connection_params()
    names = ("dbname", "user", "password", "host", "port")
    return make_conninfo(**{name: str(parameters[name]) for name in names if parameters.get(name)})


def rows(query: str, *parameters: str | int | bool | None) -> list[tuple[object, ...]]:
    """What the database answers."""
    with connection.cursor() as cursor:
        cursor.execute(query, [*parameters])
        return [tuple(row) for row in cursor.fetchall()]


def value(query: str, *parameters: str | int | bool | None) -> object:
    """The one value the database answers."""
    ((answer,),) = rows(query, *parameters)
    return answer


_BY_NATURE = {
    "suppression": "- 'created_txid'",
    "import_loss": "- 'id'",
    "import_chunk": "- 'at'",
    "lead_import": "- 'watermark' - 'seconds'",
}


def dump(*tables: str, account_id: int | None = None) -> dict[str, list[str]]:
    """Every row of the tables as JSON text, sorted; what differs from run to run by nature is left out.

    With `account_id` only the rows of that account, without its number, so that accounts can be compared.
    """
    found = {}
    for table in tables or CONTENT:
        one = "" if account_id is None else f" - 'account_id' FROM {table} t WHERE account_id = {account_id}"
        query = f"SELECT to_jsonb(t) {_BY_NATURE.get(table, '')}{one or f' FROM {table} t'}"
        found[table] = sorted(str(text) for (text,) in rows(f"SELECT d::text FROM ({query}) AS dumped (d)"))
    return found
