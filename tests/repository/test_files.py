"""Files besides the code keep their promises: pins, SQL, presets, the change log, the launcher, the examples."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from leadport.domain.fields import FIELDS
from tests.repository.tree import ROOT, SOURCE, files, named

PRESETS = SOURCE / "engine" / "presets"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_has_a_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert len(lines) > 10
    loose = [line.split()[0] for line in lines if not re.match(r"[\w.\[\]-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)]
    assert not loose, f"not pinned with a hash: {loose}"


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    lists = re.findall(r"^(?:dependencies|dev) = \[\n(.*?)^\]", text, flags=re.MULTILINE | re.DOTALL)
    lines = [line for one in lists for line in one.splitlines()]
    assert len(lines) > 10
    assert not [line for line in lines if not re.match(r'    "[^"]+", *# \S', line)], "a dependency without a reason"


def test_every_query_in_an_sql_file_has_a_comment() -> None:
    silent = [
        f"{named(path)}: {query.splitlines()[0][:60]}"
        for path in files(suffix=".sql")
        for query in _queries(path.read_text(encoding="utf-8"))
        if not re.search(r"^\s*--\s+\S", query, flags=re.MULTILINE)
    ]
    assert not silent, f"queries without a comment: {silent}"


def _queries(text: str) -> list[str]:
    """The paragraphs of a file that hold SQL; statements of one kind may stand together below one comment."""
    bare = re.sub(r"\$(\w*)\$.*?\$\1\$", "''", text, flags=re.DOTALL)
    return [
        part.strip() for part in re.split(r"\n[ \t]*\n", bare) if re.search(r"^\s*[^\s-]", part, flags=re.MULTILINE)
    ]


def test_every_preset_loads_and_names_known_fields() -> None:
    presets = files(below=PRESETS, suffix=".toml")
    assert len(presets) >= 30, "the presets are missing"
    known = set(FIELDS)
    for path in presets:
        fields = _fields(tomllib.loads(path.read_text(encoding="utf-8")))
        assert fields, f"{path.name} matches nothing"
        assert fields <= known, f"{path.name} names unknown fields: {sorted(fields - known)}"


def _fields(preset: dict[str, object]) -> set[str]:
    columns = preset.get("columns", {})
    assert isinstance(columns, dict)
    return {str(value) for value in columns.values() if isinstance(value, str) and value}


def test_the_change_log_tells_what_is_not_released_yet() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = re.search(r"^## \[?Unreleased\]?\n(.*?)(?=^## |\Z)", text, flags=re.MULTILINE | re.DOTALL)
    assert section
    assert re.search(r"^- \S", section.group(1), flags=re.MULTILINE)


def test_the_files_a_newcomer_looks_for_are_there() -> None:
    wanted = (
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "LICENSE",
        "Makefile",
        "pyproject.toml",
        ".ci/run",
        "leadport",
    )
    assert not [name for name in wanted if not (ROOT / name).is_file()]


@pytest.mark.parametrize("name", ["leadport", ".ci/run"])
def test_what_is_started_by_name_may_be_run(name: str) -> None:
    assert os.access(ROOT / name, os.X_OK)


def test_the_examples_are_what_their_maker_makes(tmp_path: Path) -> None:
    script = "import sys, pathlib; from examples.make import make; make(root=pathlib.Path(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, check=True)
    made = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert len(made) > 40
    differing = [str(place) for place, data in made.items() if (ROOT / "examples" / place).read_bytes() != data]
    assert not differing, f"run `python -m examples.make` again: {differing}"


def test_every_example_file_has_its_expectations() -> None:
    expected = tomllib.loads((ROOT / "examples" / "exports" / "expected.toml").read_text(encoding="utf-8"))
    told = {table["file"] for table in expected.values()}
    there = {named(path).removeprefix("examples/") for path in files(below=ROOT / "examples")}
    data = {name for name in there if Path(name).suffix in {".csv", ".txt", ".xlsx", ".ods", ".zip"}}
    assert data == told
