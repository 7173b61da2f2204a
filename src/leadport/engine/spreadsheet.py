"""A spreadsheet as CSV on disk, read by a process of its own, so that no file can take this one down."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import leadport
from leadport.engine.limits import Limits
from leadport.engine.unreadable import (
    DiskFull,
    EmptySource,
    SpreadsheetBroken,
    SpreadsheetPassword,
    SpreadsheetTooBig,
    SpreadsheetUnsafe,
    TooManyColumns,
    UnreadableSource,
)

_TOO_BIG = {"cells": "cells", "size": "text", "memory": "memory"}
_UNSAFE = {"document_type": "a document type declaration", "encoding": "XML in an unusual encoding"}
_SIMPLE: dict[str, type[UnreadableSource]] = {
    "password": SpreadsheetPassword,
    "empty": EmptySource,
    "disk_full": DiskFull,
}
_OUT_OF_TIME = frozenset({-signal.SIGXCPU, -signal.SIGALRM})


def sheet_to_csv(*, source: Path, name: str, target: Path, limits: Limits) -> str:
    """Write the people's sheet of an .xlsx or .ods to `target` (UTF-8, comma, quotes, CRLF); return the part's name.

    When several sheets hold data the name says which one was taken. Any trouble is a refusal and leaves no file.
    """
    try:
        return _sheet_name(name, _run(source, name, target, limits), limits)
    except UnreadableSource:
        target.unlink(missing_ok=True)
        raise


def _run(source: Path, name: str, target: Path, limits: Limits) -> str:
    """The child's report, or the refusal that its end means."""
    told = json.dumps(dataclasses.asdict(limits))
    command = [
        sys.executable,
        "-P",
        "-s",
        "-B",
        "-m",
        "leadport.engine.spreadsheet_child",
        str(source),
        str(target),
        told,
    ]
    try:
        child = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": str(Path(leadport.__file__).parents[1]), "PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            timeout=limits.sheet_seconds,
            check=False,
            start_new_session=True,
        )
    except subprocess.TimeoutExpired:
        raise SpreadsheetTooBig(name=name, detail="time") from None
    if child.returncode in _OUT_OF_TIME:
        raise SpreadsheetTooBig(name=name, detail="time")
    if child.returncode < 0:
        # The parser asks for memory and aborts when it gets none; the kernel kills when the machine has none.
        raise SpreadsheetTooBig(name=name, detail="memory")
    if child.returncode > 0:
        raise SpreadsheetBroken(name=name)
    return child.stdout.decode("utf-8")


def _sheet_name(name: str, report: str, limits: Limits) -> str:
    found = json.loads(report)
    problem = found["problem"]
    if problem is not None:
        raise _refusal(str(problem), name, limits)
    if found["filled"] > 1:
        return f'{name} (sheet "{found["sheet"]}", one of {found["filled"]} with data)'
    return name


def _refusal(problem: str, name: str, limits: Limits) -> UnreadableSource:
    if problem in _TOO_BIG:
        return SpreadsheetTooBig(name=name, detail=_TOO_BIG[problem])
    if problem in _UNSAFE:
        return SpreadsheetUnsafe(name=name, detail=_UNSAFE[problem])
    if problem == "columns":
        return TooManyColumns(name=name, detail=str(limits.sheet_columns))
    return _SIMPLE.get(problem, SpreadsheetBroken)(name=name)
