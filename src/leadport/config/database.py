"""What Django needs to know about the database: its address taken apart, and whether the server is new enough."""

from typing import TypedDict

import psycopg
from psycopg.conninfo import conninfo_to_dict

from leadport.config.environment import ConfigurationError

# NULLS NOT DISTINCT and MERGE arrived with this version.
OLDEST_SERVER = 15


class DatabaseSettings(TypedDict):
    """One entry of Django's DATABASES."""

    ENGINE: str
    NAME: str
    USER: str
    PASSWORD: str
    HOST: str
    PORT: str
    CONN_HEALTH_CHECKS: bool
    OPTIONS: dict[str, str]


def from_url(url: str) -> DatabaseSettings:
    """Take a PostgreSQL address apart for Django; raises ConfigurationError when it is not one.

    Parameters beyond name, user, password, host and port (`sslmode`, `service`, ...) are handed to libpq as they are.
    """
    try:
        given = {name: str(value) for name, value in conninfo_to_dict(url).items() if value is not None}
    except psycopg.ProgrammingError:
        # The driver's message would quote the address, password and all.
        raise ConfigurationError(
            "DATABASE_URL is not a PostgreSQL address: postgresql://USER:PASSWORD@HOST:PORT/DATABASE."
        ) from None
    if not given.get("dbname") and not given.get("service"):
        raise ConfigurationError("DATABASE_URL names no database: postgresql://USER:PASSWORD@HOST:PORT/DATABASE.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": given.pop("dbname", ""),
        "USER": given.pop("user", ""),
        "PASSWORD": given.pop("password", ""),
        "HOST": given.pop("host", ""),
        "PORT": given.pop("port", ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": given,
    }


def refuse_old_server(server_version: int) -> None:
    """Raise ConfigurationError unless the server is new enough; the number is libpq's, 150003 for 15.3."""
    if server_version < OLDEST_SERVER * 10_000:
        raise ConfigurationError(
            f"Leadport needs PostgreSQL {OLDEST_SERVER} or newer; "
            f"the server of DATABASE_URL is version {server_version // 10_000}."
        )
