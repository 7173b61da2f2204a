"""Looks for what could be wrong with an installation, and says what to do about it."""

from __future__ import annotations

import os
import platform
import shutil
import stat
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from leadport.domain.status import ImportState
from leadport.operations.migrate import missing_migrations
from leadport.operations.workspace import workspace_path
from leadport.store.models import LeadImport

_ENOUGH_DISK = 500 * 1024 * 1024
_OLDEST_SERVER = 150_000


@dataclass(frozen=True, kw_only=True)
class Check:
    """One thing looked at: what was found, and whether it is as it should be."""

    name: str
    fine: bool
    found: str


def examine(*, home: Path) -> Iterator[Check]:
    """The checks one after the other, each as soon as it is known; the database must be connected."""
    version = platform.python_version()
    yield Check(name="Python", fine=sys.version_info >= (3, 11), found=version)
    yield _home(home)
    yield _disk(home)
    yield from _server()
    missing = missing_migrations()
    yield Check(
        name="Tables",
        fine=missing == 0,
        found=f"{missing} migrations missing; run: leadport migrate" if missing else "up to date",
    )
    yield _unfinished(home)
    yield _strangers(home)


def _home(home: Path) -> Check:
    mode = stat.S_IMODE(home.stat().st_mode)
    if not os.access(home, os.W_OK | os.X_OK):
        return Check(name="Home", fine=False, found=f"{home} cannot be written to")
    # Root's home lets the server's group walk through, and nobody read.
    if mode & 0o067:
        return Check(name="Home", fine=False, found=f"{home} is open to others; run: chmod 700 {home}")
    return Check(name="Home", fine=True, found=str(home))


def _disk(home: Path) -> Check:
    free = shutil.disk_usage(home).free
    found = f"{free / 1024**3:.1f} GB free"
    return Check(name="Disk", fine=free >= _ENOUGH_DISK, found=found if free >= _ENOUGH_DISK else f"only {found}")


def _server() -> Iterator[Check]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('server_version'), current_setting('server_version_num')::int,"
            " current_setting('fsync'), current_setting('synchronous_commit'), current_setting('full_page_writes')"
        )
        version, number, fsync, commit, whole_pages = cursor.fetchone() or ("", 0, "", "", "")
    yield Check(name="PostgreSQL", fine=number >= _OLDEST_SERVER, found=version)
    safe = fsync == "on" and commit != "off" and whole_pages == "on"
    found = (
        "what is committed is on disk"
        if safe
        else "a power cut can lose data: fsync, synchronous_commit or full_page_writes is off"
    )
    yield Check(name="Durability", fine=safe, found=found)


def _unfinished(home: Path) -> Check:
    """An import that stopped while landing goes on from its work files, so they must be there."""
    landing = LeadImport.objects.filter(state=ImportState.LANDING.value).order_by("account_id", "id")
    lost = [
        each.id
        for each in landing
        if not workspace_path(home=home, account_id=each.account_id, import_id=each.id).is_dir()
    ]
    if lost:
        listed = ", ".join(str(each) for each in lost[:5])
        return Check(name="Work files", fine=False, found=f"missing for unfinished imports: {listed}")
    return Check(name="Work files", fine=True, found=f"complete ({landing.count()} imports to finish)")


def _strangers(home: Path) -> Check:
    """Work files of imports that the database does not know, as after restoring an old backup."""
    known = set(LeadImport.objects.values_list("account_id", "id"))
    strange = [path for path, key in _directories(home) if key not in known]
    if strange:
        return Check(
            name="Left over",
            fine=False,
            found=f"no import belongs to {strange[0]}" + (" and others" if strange[1:] else ""),
        )
    return Check(name="Left over", fine=True, found="nothing")


def _directories(home: Path) -> Iterator[tuple[Path, tuple[int, int]]]:
    for path in sorted((home / "imports").glob("*/*")):
        if path.parent.name.isdigit() and path.name.isdigit():
            yield path, (int(path.parent.name), int(path.name))
