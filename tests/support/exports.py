"""The facts of tests/corpus/matching.toml: which column of which known export holds which field."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.support.plausible import rows

_FILE = Path(__file__).parents[1] / "corpus" / "matching.toml"


@dataclass(frozen=True, kw_only=True)
class Export:
    """One export: `fields` has a key of the catalogue or "" for each column, `also` what else would be right."""

    name: str
    preset: str
    header: tuple[str, ...]
    fields: tuple[str, ...]
    also: dict[str, str]

    def rows(self, *, count: int = 60) -> list[list[str]]:
        """Records with plausible values of invented people."""
        return rows(columns=list(zip(self.header, self.fields, strict=True)), count=count, preset=self.preset)


FORMATS: tuple[Export, ...] = tuple(
    Export(
        name=data["name"],
        preset=data["preset"],
        header=tuple(name for name, _ in data["columns"]),
        fields=tuple(field for _, field in data["columns"]),
        also=data.get("also", {}),
    )
    for data in tomllib.loads(_FILE.read_text(encoding="utf-8"))["format"]
)
