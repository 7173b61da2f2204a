"""Every setting of Leadport: one environment variable each, with its default and its meaning.

The reference page of the settings is made from `SETTINGS`; a setting that is not in this table cannot be read.
"""

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from leadport.domain.fault import Fault

# Root's private directory is closed to the server's user, and widening it is not ours to do.
HOME_OF_ROOT = Path("/var/lib/leadport/home")


class ConfigurationError(Fault):
    """Leadport is set up in a way it cannot work with; the message is fit for the person who set it up."""

    def __init__(self, message: str) -> None:
        super().__init__(message, code="badly_configured")


@dataclass(frozen=True)
class Setting:
    """One environment variable."""

    name: str
    default: str
    meaning: str


SETTINGS: tuple[Setting, ...] = (
    Setting(
        name="LEADPORT_HOME",
        default="",
        meaning="Directory of everything Leadport keeps: the embedded database, uploaded files, the secret key. "
        "Empty: the user's data directory, or /var/lib/leadport/home for root. The option --home comes first.",
    ),
    Setting(
        name="DATABASE_URL",
        default="",
        meaning="Address of a PostgreSQL server, version 15 or newer: postgresql://USER:PASSWORD@HOST:PORT/DATABASE. "
        "Empty: Leadport starts the PostgreSQL it brings along.",
    ),
    Setting(
        name="LEADPORT_SECRET_KEY",
        default="",
        meaning="At least 50 random characters that sign sessions and links. With the embedded database one is made "
        "on the first run and kept in the home directory; with DATABASE_URL the web server asks for it.",
    ),
    Setting(
        name="LEADPORT_ALLOWED_HOSTS",
        default="localhost,127.0.0.1,[::1]",
        meaning="Host names under which the web server answers, separated by commas.",
    ),
    Setting(
        name="LEADPORT_DEBUG",
        default="no",
        meaning="yes shows tracebacks and settings to every visitor; for development only.",
    ),
    Setting(
        name="LEADPORT_SERVER_USER",
        default="leadport-pg",
        meaning="System user that owns and runs the embedded PostgreSQL when Leadport itself is run by root; "
        "made when missing.",
    ),
    Setting(
        name="LEADPORT_PYTHON",
        default="",
        meaning="Python that the launcher makes its virtual environment with. Empty: the first from 3.11 on it finds.",
    ),
)
_DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def read(name: str) -> str:
    """Return the value of a setting of the table, or its default when it is unset or empty."""
    default = _DEFAULTS[name]
    return os.environ.get(name, "").strip() or default


def read_flag(name: str) -> bool:
    """Return a yes/no setting; any other word raises ConfigurationError."""
    word = read(name).lower()
    if word in {"yes", "true", "on", "1"}:
        return True
    if word in {"no", "false", "off", "0"}:
        return False
    raise ConfigurationError(f"{name} must be yes or no.")


def read_names(name: str) -> list[str]:
    """Return a setting that lists names separated by commas."""
    return [part.strip() for part in read(name).split(",") if part.strip()]


def home_directory() -> Path:
    """Return the absolute path of Leadport's home, whether it exists yet or not."""
    chosen = read("LEADPORT_HOME")
    if chosen:
        return Path(os.path.realpath(Path(chosen).expanduser()))
    if os.geteuid() == 0:
        return HOME_OF_ROOT
    return Path(os.path.realpath(platformdirs.user_data_path("leadport")))
