"""Results of stages survive being written and read."""

from __future__ import annotations

import os
from pathlib import Path

from leadport.domain.dialect import Dialect, LineEnding
from leadport.domain.verdicts import Tally
from leadport.engine.artifacts import Records, SourcePart
from leadport.operations.kept import keep, kept


def test_every_kind_of_result_comes_back_equal(tmp_path: Path) -> None:
    results = (
        Dialect(encoding="utf-8", delimiter=None, header=("a", "b"), line_ending=LineEnding.CRLF, address_column=1),
        Tally(uploaded=3, new=2, failed=1, reasons={"email_missing": 1}),
        Records(path=tmp_path / "r.parquet", count=3, header=("a",), parts=("x.csv",)),
        SourcePart(path=tmp_path / "x.csv", name="x.csv", status="cleaned"),
        SourcePart(path=tmp_path / os.fsdecode(b"caf\xe9.csv"), name="caf\ufffd.csv"),
        SourcePart(path=tmp_path / "not-text-\udcff.csv", name="Zoë.csv"),
    )
    for result in results:
        keep(path=tmp_path / "result.json", result=result)
        assert kept(path=tmp_path / "result.json", kind=type(result)) == result


def test_what_is_missing_damaged_or_of_another_version_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    assert kept(path=path, kind=Tally) is None
    for text in ("{", "[]", '{"uploaded": 1}', "null"):
        path.write_text(text)
        assert kept(path=path, kind=Tally) is None
