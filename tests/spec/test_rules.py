"""The rules as tables: rows in, verdicts, reasons and values out. docs/reference/rules.md is made from them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from leadport.domain.verdicts import BadValuePolicy, FilterOptions, StatusPolicy
from leadport.engine.artifacts import Values
from tests.support.people import judged, mapping_of, normalised, rows_of

TABLES = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(Path(__file__).parent.glob("*.toml"))
}
CASES = [pytest.param(case, id=f"{name}: {case['name']}") for name, table in TABLES.items() for case in table["case"]]


@pytest.mark.parametrize("case", CASES)
def test_every_row_of_the_table_gets_what_the_table_says(case: dict[str, Any], tmp_path: Path) -> None:
    options = FilterOptions(
        bad_value=BadValuePolicy(case.get("bad_value", "blank")), status=StatusPolicy(case.get("status", "block"))
    )
    mapping = mapping_of(
        *case["fields"], header=case.get("header"), continuation_rows=case.get("continuation_rows", False)
    )
    cells = [row["cells"] for row in case["rows"]]
    _, values = normalised(directory=tmp_path, rows=cells, mapping=mapping, options=options)
    verdicts, tally = judged(
        directory=tmp_path,
        values=values,
        options=options,
        existing=case.get("existing"),
        suppressed=case.get("suppressed"),
    )
    assert tally.balanced
    names = ("verdict", "reason", "first_record", "lead_id", "suppress", "repairs", "warnings", "suggestion")
    told = [dict(zip(names, row, strict=True)) for row in rows_of(verdicts.path, *names)]
    for number, (row, found, kept) in enumerate(zip(case["rows"], told, _kept(values), strict=True), start=1):
        assert found["verdict"] == row["verdict"], number
        assert found["reason"] == row.get("reason"), number
        assert found["first_record"] == row.get("first"), number
        assert found["lead_id"] == row.get("lead"), number
        assert (found["repairs"], found["suggestion"]) == (row.get("repairs"), row.get("suggestion")), number
        assert found["warnings"] == row.get("warnings"), number
        assert found["suppress"] == row["suppress"] if "suppress" in row else True, number
        assert {name: kept[name] for name in ("email", "tags") if name in row} == {
            name: row[name] for name in ("email", "tags") if name in row
        }, number
        if "values" in row:
            assert {key: value for key, value in kept["fields"].items() if value is not None} == row["values"], number


def _kept(values: Values) -> list[dict[str, Any]]:
    fields = [f"f_{key}" for key in values.fields]
    found = rows_of(values.path, "email", "tags", *fields)
    return [
        {"email": row[0], "tags": row[1], "fields": dict(zip(values.fields, row[2:], strict=True))} for row in found
    ]


def test_every_table_says_what_it_is_about() -> None:
    assert len(TABLES) >= 5
    assert all(table["title"] and table["about"] for table in TABLES.values())
