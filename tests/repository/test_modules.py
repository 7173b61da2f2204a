"""Every module is small, has its test beside its mirror image, and carries a name that says what it does."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.repository.tree import ROOT, SOURCE, files, named

LONGEST_FILE = 300
LONGEST_FUNCTION = 40

# Each of these has a reason why no test file carries its name.
WITHOUT_A_TEST: dict[str, str] = {
    "__init__": "holds a docstring and nothing to run",
    "domain/actions": "frozen dataclasses without behaviour; the operations that take them are tested",
    "domain/dialect": "frozen dataclasses without behaviour; engine/detect is tested",
    "domain/mapping": "frozen dataclasses without behaviour; engine/match is tested",
    "domain/results": "frozen dataclasses without behaviour; engine/report is tested",
    "engine/artifacts": "frozen dataclasses without behaviour; each stage tests the artifact it writes",
}

# Parts of one thing, tested where the whole of it is: a half of landing or of undo means nothing by itself.
_CONSTRAINTS, _LAND, _UNDO = (
    "integration/store/test_constraints",
    "integration/operations/test_land",
    "integration/operations/test_undo",
)
TESTED_WITHIN: dict[str, str] = {
    **{
        f"store/models/{name}": _CONSTRAINTS for name in ("account", "audit", "field", "journal", "lead", "lead_import")
    },
    **{f"store/models/{name}": _CONSTRAINTS for name in ("lead_list", "matching", "sequence", "suppression", "tag")},
    **{f"store/land_{name}": _LAND for name in ("chunk", "existing", "links", "suppressions")},
    **{
        f"store/undo_{name}": _UNDO
        for name in ("chunk", "fields", "leads", "links", "numbers", "suppressions", "targets")
    },
    "store/copy": _LAND,
    "store/ledger": _LAND,
    "store/plan_slices": _LAND,
    "operations/land_targets": _LAND,
    "operations/land_workers": _LAND,
    "operations/receipt_proof": "integration/operations/test_receipt",
    "store/audit": "integration/store/test_accounts",
    "store/ids": "integration/store/test_accounts",
    "store/session_lock": "integration/operations/test_land_race",
    "store/proof": "integration/operations/test_receipt",
    "store/apps": "integration/store/test_migrations",
}

# These write down a table and decide nothing.
TABLES = {"domain/fields:_fields"}

_EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base", "core", "shared"}


def _modules() -> dict[str, Path]:
    """Modules by their dotted place below the package, migrations and package files left out."""
    found = files(below=SOURCE, suffix=".py")
    return {
        path.relative_to(SOURCE).with_suffix("").as_posix(): path
        for path in found
        if "migrations" not in path.parts and path.name != "__init__.py"
    }


def _tests() -> set[str]:
    """Places of test files without the kind of test: tests/unit/engine/test_read.py is engine/read."""
    found = set()
    for path in files(below=ROOT / "tests", suffix=".py"):
        place = path.relative_to(ROOT / "tests")
        if path.name.startswith("test_") and len(place.parts) > 2:
            found.add("/".join((*place.parts[1:-1], path.stem.removeprefix("test_"))))
    return found


def test_every_module_has_a_test_file_at_the_same_place() -> None:
    untested = sorted(set(_modules()) - _tests() - set(WITHOUT_A_TEST) - set(TESTED_WITHIN))
    assert not untested, f"no tests/*/PLACE/test_NAME.py for: {', '.join(untested)}"


def test_every_exception_from_the_mirror_is_still_needed() -> None:
    excepted = {*WITHOUT_A_TEST, *TESTED_WITHIN}
    known = set(_modules()) | {"__init__"}
    assert excepted <= known, f"not there any more: {sorted(excepted - known)}"
    assert not excepted & _tests(), f"tested after all: {sorted(excepted & _tests())}"


def test_what_is_tested_as_part_of_a_whole_names_a_test_that_is_there() -> None:
    missing = {test for test in TESTED_WITHIN.values() if not (ROOT / "tests" / f"{test}.py").is_file()}
    assert not missing


def test_no_python_file_is_longer_than_three_hundred_lines() -> None:
    long = {named(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files(suffix=".py")}
    long = {name: lines for name, lines in long.items() if lines > LONGEST_FILE and "/migrations/" not in name}
    assert not long, f"a file answers one question in {LONGEST_FILE} lines at most: {long}"


def test_no_function_of_the_package_is_longer_than_forty_lines() -> None:
    long = [
        f"{place}:{node.name} ({_lines(node)})"
        for place, path in _modules().items()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > LONGEST_FUNCTION
        if f"{place}:{node.name}" not in TABLES
    ]
    assert not long, f"longer than {LONGEST_FUNCTION} lines: {long}"


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of what the function does: without its signature, its docstring and functions defined inside it."""
    body = node.body[1:] if ast.get_docstring(node) else node.body
    inner = (ast.FunctionDef, ast.AsyncFunctionDef)
    return sum((part.end_lineno or part.lineno) - part.lineno + 1 for part in body if not isinstance(part, inner))


def test_no_module_has_a_name_that_says_nothing() -> None:
    everything = [path for top in ("src", "tests", "bench", "examples", "docs") for path in files(below=ROOT / top)]
    assert not [named(path) for path in everything if path.stem in _EMPTY_NAMES and path.suffix == ".py"]


def test_every_module_says_in_its_first_line_what_it_is_for() -> None:
    silent = [
        place
        for place, path in _modules().items()
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert not silent, f"no docstring at the top of: {silent}"
