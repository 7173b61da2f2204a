"""Asks the lead book and the blocklist about the keys of a file, and about nothing else."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

import duckdb
from django.db import connection, transaction

from leadport.domain.suppressions import SuppressionKind
from leadport.store.copy import copy_in, copy_out, open_files, read_csv
from leadport.store.statements import SqlValue, statements

_SQL = statements("lookup")
_FILE = statements("slices")
_EXISTING = {"email_key": "VARCHAR", "lead_id": "BIGINT"}
_ENTRY = {"scope": "VARCHAR", "key": "VARCHAR", "kind": "VARCHAR"}
_SUPPRESSED = {"email_key": "VARCHAR", "kind": "VARCHAR", "record_number": "BIGINT"}
_NEAR = 4
_KINDS = [kind.value for kind in SuppressionKind]


@dataclass(frozen=True, kw_only=True)
class Lookup:
    """The files Existing and Suppressed (`engine/artifacts.py`).

    `watermark` is the number of the first transaction whose additions to the blocklist may be missing from them.
    """

    existing: Path
    suppressed: Path
    watermark: int


def look_up(*, account_id: int, keys: Path, directory: Path) -> Lookup:
    """Which of the keys are leads of the account, and which are on its blocklist.

    `keys` is a Parquet file with email_key, mailbox_key and domain; the answers are written into `directory`. The cost
    grows with the file, not with the lead book, and is next to nothing while the account has neither leads nor
    blocklist.
    """
    existing, suppressed = directory / "existing.parquet", directory / "suppressed.parquet"
    with (
        tempfile.TemporaryDirectory(dir=directory) as scratch,
        open_files(spill=Path(scratch)) as files,
        transaction.atomic(),
    ):
        files.read_parquet(str(keys)).create_view("key")
        ((size,),) = files.execute(_FILE["count_keys"]).fetchall()
        watermark = current_watermark()
        book = _Book(account_id=account_id, files=files, room=Path(scratch), near=_NEAR * int(size))
        book.find_existing().write_parquet(str(existing))
        book.find_suppressed().write_parquet(str(suppressed))
    return Lookup(existing=existing, suppressed=suppressed, watermark=watermark)


@dataclass(frozen=True, kw_only=True)
class _Book:
    """The lead book and the blocklist of an account beside the view `key`.

    Up to `near` leads or entries are read as a whole and compared here, which is faster than asking for every key. From
    a larger book only the keys are asked for.
    """

    account_id: int
    files: duckdb.DuckDBPyConnection
    room: Path
    near: int

    def find_existing(self) -> duckdb.DuckDBPyRelation:
        leads = self._number("most_leads")
        path = self.room / "existing.csv"
        if leads:
            far = leads > self.near
            if far:
                copy_keys(keys=self.files.sql(_FILE["addresses"]), path=self.room / "keys.csv")
            self._copy("existing" if far else "all_leads", path)
        found = read_csv(files=self.files, path=path, columns=_EXISTING)
        return found if leads > self.near else self._compared(found, _FILE["existing_of_all"])

    def find_suppressed(self) -> duckdb.DuckDBPyRelation:
        entries = self._number("count_entries", most=self.near + 1)
        path = self.room / "suppressed.csv"
        if entries > self.near:
            copy_keys(keys=self.files.sql(_FILE["keys"]), path=self.room / "keys.csv")
            scopes = active_scopes(account_id=self.account_id)
            self._copy("suppressed", path, since=0, but_import=0, scopes=scopes, kinds=_KINDS)
            return read_csv(files=self.files, path=path, columns=_SUPPRESSED).select("email_key, kind")
        if entries:
            self._copy("all_entries", path)
        found = read_csv(files=self.files, path=path, columns=_ENTRY)
        kinds = ", ".join(f"'{kind}'" for kind in _KINDS)
        return self._compared(found, _FILE["suppressed_of_all"].replace("{kinds}", kinds))

    def _compared(self, found: duckdb.DuckDBPyRelation, query: str) -> duckdb.DuckDBPyRelation:
        found.create_view("found", replace=True)
        return self.files.sql(query)

    def _copy(self, query: str, path: Path, **parameters: SqlValue) -> None:
        copy_out(query=_SQL[query], parameters={"account_id": self.account_id, **parameters}, path=path)

    def _number(self, query: str, **parameters: SqlValue) -> int:
        with connection.cursor() as cursor:
            cursor.execute(_SQL[query], {"account_id": self.account_id, **parameters})
            row = cursor.fetchone()
        return int(row[0]) if row else 0


def current_watermark() -> int:
    """The oldest transaction whose additions to the blocklist may not be visible yet."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL["watermark"])
        return int(cursor.fetchone()[0])


def active_scopes(*, account_id: int) -> list[str]:
    """The scopes in which the account's blocklist has active entries."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL["active_scopes"], {"account_id": account_id})
        return [str(scope) for (scope,) in cursor.fetchall()]


def copy_keys(*, keys: duckdb.DuckDBPyRelation, path: Path) -> None:
    """Fill the temporary table of keys with record_number, email_key, mailbox_key and domain."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL["key_table"])
        cursor.execute("TRUNCATE lookup_key")
    copy_in(table="lookup_key", columns=("record_number", "email_key", "mailbox_key", "domain"), rows=keys, path=path)


def suppressed_since(*, account_id: int, watermark: int, import_id: int) -> bool:
    """True when others added to the blocklist after the filter looked."""
    with connection.cursor() as cursor:
        cursor.execute(
            _SQL["suppressed_since"],
            {"account_id": account_id, "since": trusted_watermark(watermark), "but_import": import_id},
        )
        return bool(cursor.fetchone()[0])


def suppressed_records(*, account_id: int, watermark: int, import_id: int) -> list[tuple[int, str]]:
    """Record number and kind of each copied key that others put on the blocklist after the filter looked."""
    with connection.cursor() as cursor:
        cursor.execute(
            _SQL["suppressed"],
            {
                "account_id": account_id,
                "since": trusted_watermark(watermark),
                "but_import": import_id,
                "scopes": active_scopes(account_id=account_id),
                "kinds": _KINDS,
            },
        )
        return [(int(record), str(kind)) for _, kind, record in cursor.fetchall()]


def trusted_watermark(watermark: int) -> int:
    """The watermark, or 0 when this server has not come that far: then it was restored, and its numbers start anew."""
    return watermark if watermark <= current_watermark() else 0
