"""Kills a landing or an undo at every point in turn, runs it again, and compares with an undisturbed run.

Run as a program: `python -m tests.support.crash_driver land DIR every 1`, where `commits` instead of `every` takes only
the points round a COMMIT, and the number is the stride. It forks for each point, so that the killed process is a real
one and costs little; it has no connection and no DuckDB of its own while it forks. Points are: before every statement,
before and after every COPY, before and after every COMMIT. It prints how many points there are and which of them came
out differently.
"""

from __future__ import annotations

import importlib
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import django


class Points:
    """Counts points and ends the process at one of them, as kill -9 does."""

    def __init__(self, kill_at: int, *, commits_only: bool) -> None:
        self.kill_at = kill_at
        self.commits_only = commits_only
        self.passed = 0

    def reach(self, *, commit: bool) -> None:
        if commit or not self.commits_only:
            self.passed += 1
            if self.passed == self.kill_at:
                os.kill(os.getpid(), signal.SIGKILL)


def install(points: Points) -> AbstractContextManager[None]:
    """Put the points round everything that is said to the database."""
    from django.db import connection
    from django.db.backends.base.base import BaseDatabaseWrapper

    from leadport.store import land_chunk, land_links, land_suppressions, lookup

    def surround(owner: object, name: str, *, commit: bool) -> None:
        work: Callable[..., None] = getattr(owner, name)

        def run(*arguments: object, **named: object) -> None:
            points.reach(commit=commit)
            work(*arguments, **named)
            points.reach(commit=commit)

        setattr(owner, name, run)

    surround(BaseDatabaseWrapper, "commit", commit=True)
    for module in (land_chunk, land_links, land_suppressions, lookup):
        surround(module, "copy_in", commit=False)

    def statement(execute: Callable[..., object], *arguments: object) -> object:
        points.reach(commit=False)
        return execute(*arguments)

    return connection.execute_wrapper(statement)


def prepare(name: str, directory: Path) -> tuple[int, int]:
    """An account with some leads, and a planned import of people old and new."""
    from tests.support.lead_book import Person, account, imported, planned

    account_id = account(name)
    directory.mkdir(parents=True)
    old = [Person(email=f"p{number}@example.com", values={"city": "Ulm"}) for number in range(4)]
    imported(account_id=account_id, people=old, directory=directory, chunk_size=50)
    crowd = [
        Person(
            email=f"p{number}@example.com",
            values={"city": "Bonn", "phone": "1"},
            custom='{"size": "XL"}',
            tags=("Red",) if number % 2 else None,
        )
        for number in range(2, 9)
    ]
    crowd.append(Person(email="left@example.com", suppress="unsubscribe"))
    return account_id, planned(account_id=account_id, people=crowd, directory=directory / "plan")


def land(account_id: int, import_id: int, directory: Path) -> None:
    from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
    from leadport.domain.verdicts import ExistingPolicy
    from tests.support.lead_book import landed

    landed(
        account_id=account_id,
        import_id=import_id,
        directory=directory / "plan",
        actions=Actions(
            lists=(AddToList(name="Customers"),),
            tags=(AddTag(name="Shop", category="Source"),),
            sequences=(AddToSequence(name="Welcome", step=2),),
        ),
        policy=ExistingPolicy.OVERWRITE,
        chunk_size=3,
    )


def undo(account_id: int, import_id: int, directory: Path) -> None:
    from leadport.operations import undo as operation
    from tests.support.lead_book import NOW

    operation.undo(account_id=account_id, import_id=import_id, dry_run=False, actor="test", now=NOW, chunk_size=3)


def dumped(account_id: int) -> str:
    from tests.support.lead_book import CONTENT, dump

    tables = (*CONTENT, "lead_import", "import_chunk", "import_outcome", "field_change", "import_loss", "audit_entry")
    return json.dumps(dump(*tables, account_id=account_id))


def in_child(work: Callable[[], str | None]) -> tuple[int, str]:
    """Run `work` in a process of its own; its exit status (negative: the signal) and what it returned."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        status = 1
        try:
            os.close(read)
            answer = work() or ""
            with os.fdopen(write, "w") as pipe:
                pipe.write(answer)
            status = 0
        finally:
            # The parent's clean-up is not the child's business.
            if status:
                traceback.print_exc()
            sys.stderr.flush()
            os._exit(status)
    os.close(write)
    with os.fdopen(read) as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), answer


def attempt(mode: str, name: str, directory: Path, kill_at: int, *, commits_only: bool) -> tuple[bool, str]:
    """One run, killed at a point and repeated; was it killed at all, and what is there in the end?"""
    job = {"land": land, "undo": undo}[mode]

    def first() -> str:
        account_id, import_id = prepare(name, directory)
        if mode == "undo":
            land(account_id, import_id, directory)
        points = Points(kill_at, commits_only=commits_only)
        Path(directory / "ids").write_text(f"{account_id} {import_id}")
        with install(points):
            job(account_id, import_id, directory)
        return dumped(account_id)

    def second() -> str:
        account_id, import_id = (int(number) for number in Path(directory / "ids").read_text().split())
        job(account_id, import_id, directory)
        return dumped(account_id)

    status, answer = in_child(first)
    if status == 0:
        return False, answer
    if status != -signal.SIGKILL:
        raise SystemExit(f"point {kill_at} failed by itself")
    status, answer = in_child(second)
    if status:
        raise SystemExit(f"the run after point {kill_at} failed")
    return True, answer


def main() -> None:
    mode, where, which, stride = sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    commits_only = which == "commits"
    django.setup()
    # What takes time to import is imported before the first fork.
    importlib.import_module("leadport.operations.undo")
    importlib.import_module("tests.support.lead_book")

    began = time.monotonic()
    _, expected = attempt(mode, f"{mode} {which} undisturbed", where / "undisturbed", 0, commits_only=commits_only)
    different, point = [], 1
    while True:
        killed, found = attempt(mode, f"{mode} {which} {point}", where / str(point), point, commits_only=commits_only)
        if found != expected:
            different.append(point)
            (where / f"{point}.json").write_text(found)
        if not killed:
            break
        point += stride
    (where / "expected.json").write_text(expected)
    sys.stdout.write(
        json.dumps({"points": point, "different": different, "seconds": round(time.monotonic() - began, 1)})
    )


if __name__ == "__main__":
    main()
