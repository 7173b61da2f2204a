"""What must not be written anywhere: swallowed faults, a quadratic sniffer, names of this or that machine."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.repository.tree import ROOT, SOURCE, files, named, texts

# The one place of each layer that may catch everything, with the reason.
CATCHES_EVERYTHING: dict[str, str] = {}

PRINTS = {"engine/spreadsheet_child.py": "a process of its own, whose parent reads its report from standard output"}

# Put together from parts, so that this file does not hold what it looks for.
_REGISTRIES = (
    "pypi" + r"\.org",
    "python" + "hosted",
    "npmjs" + r"\.",
    "registry" + r"\.npm",
    "conda" + r"\.anaconda",
    "arti" + "factory",
)
_HOMES = re.compile(r"(?<![\w.])/(?:home|Users)/(?!USER|you|me\b)[a-z][\w-]*/")


def _package() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in files(below=SOURCE, suffix=".py")}


def test_nothing_uses_the_sniffer_of_the_csv_module() -> None:
    users = [
        named(path)
        for path, tree in _package().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name)
        and "Sniffer" in (getattr(node, "attr", ""), getattr(node, "id", ""))
    ]
    assert not users, f"402 bytes can keep it busy for half a minute: {users}"


def test_nothing_catches_every_exception() -> None:
    catching = [
        f"{named(path)}:{node.lineno}"
        for path, tree in _package().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler) and _catches_everything(node)
    ]
    outside = [place for place in catching if place.partition(":")[0] not in CATCHES_EVERYTHING]
    assert not outside, f"trouble nobody foresaw must be seen: {outside}"


def _catches_everything(handler: ast.ExceptHandler) -> bool:
    if handler.type is None:
        return True
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    caught = any(isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"} for kind in kinds)
    # Cleaning up and raising again swallows nothing.
    raises_again = any(isinstance(node, ast.Raise) and node.exc is None for node in handler.body)
    return caught and not raises_again


def test_no_file_names_a_package_registry() -> None:
    naming = [named(path) for path, text in texts().items() if any(re.search(name, text) for name in _REGISTRIES)]
    assert not naming, f"the repository must work with any mirror: {naming}"


def test_no_file_holds_a_path_of_the_machine_it_was_written_on() -> None:
    own = str(ROOT) + "/"
    holding = [named(path) for path, text in texts().items() if own in text or _HOMES.search(text)]
    assert not holding, f"paths of one machine: {holding}"


def test_the_package_prints_and_logs_only_where_people_are_told_something() -> None:
    printing = []
    for path, tree in _package().items():
        place = path.relative_to(SOURCE)
        if place.as_posix() in PRINTS:
            continue
        for node in ast.walk(tree):
            called = node.func if isinstance(node, ast.Call) else None
            if (
                isinstance(called, ast.Name)
                and called.id == "print"
                and place.parts[0] in {"domain", "engine", "store", "operations"}
            ):
                printing.append(f"{named(path)}:{called.lineno}")
    assert not printing, f"lower layers answer, they do not print: {printing}"
