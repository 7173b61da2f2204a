"""The records of a file, row group by row group: bounded pieces that can be worked on side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from leadport.engine.artifacts import Records
from leadport.engine.returned_report import GUARD, is_report
from leadport.engine.text_column import TextColumn, text_column

_FACTS = ("record_number", "line_number", "part", "trouble", "notes")


@dataclass(slots=True, kw_only=True)
class RecordGroup:
    """One row group; cells are read when they are asked for."""

    path: Path
    metadata: pq.FileMetaData
    index: int
    returned: bool
    facts: pa.Table
    cells: dict[int, TextColumn] = field(default_factory=dict)

    def __len__(self) -> int:
        """The number of records."""
        return int(self.facts.num_rows)

    def columns(self, places: Sequence[int]) -> list[TextColumn]:
        """The cells of some columns, without what our own results file put before them."""
        missing = [place for place in dict.fromkeys(places) if place not in self.cells]
        if missing:
            table = _read(self.path, self.metadata, self.index, [f"c{place}" for place in missing])
            for place in missing:
                texts = table[f"c{place}"].combine_chunks()
                texts = pc.replace_substring_regex(texts, f"^{GUARD}", "") if self.returned else texts
                self.cells[place] = text_column(texts)
        return [self.cells[place] for place in places]


class RecordGroups:
    """All row groups of a Records file, in the order of the records."""

    def __init__(self, *, records: Records) -> None:
        self._path = records.path
        self._metadata = pq.read_metadata(records.path)
        self._returned = is_report(header=records.header)

    def __len__(self) -> int:
        """The number of groups."""
        return int(self._metadata.num_row_groups)

    def read(self, index: int) -> RecordGroup:
        """One group with the facts about its records."""
        facts = _read(self._path, self._metadata, index, list(_FACTS))
        return RecordGroup(path=self._path, metadata=self._metadata, index=index, returned=self._returned, facts=facts)

    def first_of_parts(self) -> dict[int, int]:
        """The number of the first record of each text."""
        firsts: dict[int, int] = {}
        for index in range(len(self)):
            table = _read(self._path, self._metadata, index, ["record_number", "part"])
            for part in table["part"].unique().to_pylist():
                if part not in firsts:
                    place = pc.index(table["part"], part).as_py()
                    firsts[part] = table["record_number"][place].as_py()
        return firsts


def _read(path: Path, metadata: pq.FileMetaData, index: int, columns: list[str]) -> pa.Table:
    with pq.ParquetFile(path, metadata=metadata) as file:
        return file.read_row_group(index, columns=columns, use_threads=False)
