"""The console script. It hands the command line one function, `connect`, for the commands that need a database."""

import os
import sys
from pathlib import Path
from typing import Protocol

from leadport.config.environment import ConfigurationError, home_directory, read
from leadport.config.failure import EmbeddedServerError


class Connect(Protocol):
    """What the command line finds in typer's `ctx.obj`."""

    def __call__(self, *, home: Path | None = None, migrate: bool = True) -> Path:
        """Make Django and its database usable and return Leadport's home directory."""


def connect(*, home: Path | None = None, migrate: bool = True) -> Path:
    """Make Django and its database usable, starting the embedded PostgreSQL if need be; return the home directory.

    `migrate=False` leaves the tables as they are, for the command that migrates. Call it once in each process. Raises
    EmbeddedServerError or ConfigurationError, which `main` turns into a sentence and exit code 1.
    """
    # Imported here: the commands that read files only should not wait for the database's libraries.
    from leadport.config import embedded

    if home is not None:
        # The settings are read from the environment, by this process and by those it starts.
        os.environ["LEADPORT_HOME"] = str(home)
    chosen = home_directory()
    own_server = not read("DATABASE_URL")
    if own_server:
        embedded.ensure_running(home=chosen)
        embedded.ensure_secret_key(home=chosen)
    else:
        _make_home(chosen)
    _set_up_django(migrate=migrate, embedded=own_server)
    return chosen


def _make_home(home: Path) -> None:
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(f"Leadport cannot make its home {home}: {error.strerror}.") from error


def _set_up_django(*, migrate: bool, embedded: bool) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "leadport.config.settings"
    import django
    from django.db import OperationalError, connection

    from leadport.config.database import refuse_old_server
    from leadport.config.schema import ensure_schema

    django.setup()
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise ConfigurationError(f"The PostgreSQL server of DATABASE_URL cannot be reached: {error}") from error
    refuse_old_server(connection.connection.info.server_version)
    if migrate:
        ensure_schema(embedded=embedded)


def _open_closed_streams() -> None:
    """Put nothing in the place of standard streams that are closed, so that no connection gets their number."""
    for number, flags in ((0, os.O_RDONLY), (1, os.O_WRONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            # The system gives the lowest free number, and those below are open by now.
            os.open(os.devnull, flags)
    sys.stdin = sys.stdin or os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8", closefd=False)


def main() -> int:
    """Run the command line and return its exit code."""
    _open_closed_streams()
    try:
        from leadport.cli.main import app

        app(obj=connect)
    except (ConfigurationError, EmbeddedServerError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        # Commands say their own sentence; this one came before there was a command.
        return 130
    return 0
