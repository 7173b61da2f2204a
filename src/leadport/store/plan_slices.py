"""Cuts the files of an approved plan into chunks, as COPY takes them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb

from leadport.domain.fields import LEAD_COLUMNS
from leadport.domain.suppressions import SuppressionKind
from leadport.store.copy import open_files
from leadport.store.statements import statements

_SQL = statements("slices")


@dataclass(frozen=True, kw_only=True)
class Extent:
    """How many records are planned, the seq of the first and of the last, and how many are new."""

    records: int
    first_seq: int
    last_seq: int
    new: int


@dataclass(frozen=True, kw_only=True)
class ChunkSize:
    """How many records of a chunk will land, and how many of those are new."""

    records: int
    new: int


class PlanSlices:
    """plan.parquet and suppress.parquet, one chunk at a time; used by one thread."""

    def __init__(self, *, plan: Path, suppress: Path, room: Path) -> None:
        self._files = open_files(spill=room)
        self.room = room
        view = self._files.read_parquet(str(plan))
        view.create_view("plan")
        self._files.read_parquet(str(suppress)).create_view("entry")
        self._files.execute("CREATE TABLE blocked (record_number BIGINT)")
        self._files.execute("CREATE TABLE target (kind VARCHAR, name VARCHAR, id BIGINT)")
        self.fields = tuple(name[2:] for name in view.columns if name.startswith("f_") and name[2:] in LEAD_COLUMNS)
        self._ranked = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.close()

    def extent(self) -> Extent:
        """The size of the plan."""
        records, first, last, new = self._numbers("extent")
        return Extent(records=records, first_seq=first, last_seq=last, new=new)

    def entry_count(self) -> int:
        """How many blocklist entries the file gives rise to, at most."""
        return self._numbers("entry_count")[0]

    def names(self, kind: str) -> list[str]:
        """The names of the lists ("named_lists") or tags ("named_tags") in the records."""
        return [str(name) for (name,) in self._files.execute(_SQL[kind]).fetchall()]

    def set_import(
        self, *, account_id: int, import_id: int, first_id: int, first_seq: int, now: datetime,
        named: Sequence[tuple[str, str, int]],
    ) -> None:  # fmt: skip
        """Say what is the same for all chunks; `named` are kind, name and id of the lists and tags in the records."""
        self._set(account_id=account_id, import_id=import_id, first_id=first_id, seq_of_first_id=first_seq)
        self._files.execute(f"SET VARIABLE now = '{now.isoformat()}'")
        if named:
            self._files.executemany("INSERT INTO target VALUES (?, ?, ?)", [list(each) for each in named])

    def set_chunk(self, *, first_seq: int, last_seq: int, merging: bool) -> None:
        """Go to a chunk; nobody in it is blocked yet. With `merging` new leads may turn out to exist."""
        self._set(first_seq=first_seq, last_seq=last_seq)
        self._files.execute(f"SET VARIABLE merging = {'true' if merging else 'false'}")
        self._files.execute("TRUNCATE blocked")

    def block(self, records: Iterable[int]) -> None:
        """Leave these records of the chunk out of everything that follows."""
        self._files.executemany("INSERT INTO blocked VALUES (?)", [[record] for record in records])

    def chunk_size(self) -> ChunkSize:
        """The size of the chunk without its blocked records."""
        records, new = self._numbers("chunk_size")
        return ChunkSize(records=records, new=new)

    def verdicts_of(self, records: Sequence[int]) -> dict[int, str]:
        """The planned verdict of each of these records of the chunk."""
        found = self._files.execute(_SQL["verdicts_of"], {"records": list(records)}).fetchall()
        return {int(record): str(verdict) for record, verdict in found}

    def rows(self, name: str, *, with_fields: bool = True) -> duckdb.DuckDBPyRelation:
        """A query of `sql/slices.sql` for the chunk at hand."""
        fields = "".join(f", f_{key}" for key in self.fields) + ", custom" if with_fields else ""
        return self._files.sql(_SQL[name].replace("{fields}", fields))

    def entries(self, *, first: int, last: int) -> duckdb.DuckDBPyRelation:
        """The blocklist entries numbered from `first` to `last`, each key once."""
        if not self._ranked:
            kinds = ", ".join(f"'{kind.value}'" for kind in SuppressionKind)
            self._files.execute(_SQL["rank_entries"].replace("{kinds}", kinds))
            self._ranked = True
        self._set(first_number=first, last_number=last)
        return self._files.sql(_SQL["entries"])

    def _set(self, **values: int) -> None:
        for name, value in values.items():
            self._files.execute(f"SET VARIABLE {name} = {int(value)}")

    def _numbers(self, name: str) -> tuple[int, ...]:
        # A result that is not read to its end would keep the connection busy.
        (row,) = self._files.execute(_SQL[name]).fetchall()
        return tuple(int(number) for number in row)
